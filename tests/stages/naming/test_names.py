"""Names of persons: spellings that are one, and look-alikes that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.naming.names import is_part_of, names_agree, parts_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Riyad Musa al Asa'd", "Riad al-Assad"),  # a middle name left out
        ("Riyad Musa al Asa'd", "Col. Riad al-Asaad".removeprefix("Col. ")),
        ("Riyad al-As’ad", "Riad al-Asaad"),  # apostrophes of any kind
        ("Mohammed Khalid", "Muhammad Khaled"),  # e for a or i, o for u
        ("Abd al-Rahman Saleh", "Abdul Rahman Salih"),  # servant names, in one word or three
        ("Abdelrahman Saleh", "Abdul Rahman Salih"),
        ("Mustafa al-Sheikh", "Mustapha Ahmad al-Shaykh"),
        ("Aqil Hashem", "Akil Hashim"),
        ("Ibrahim Saleh", "Ebraheem Saleh"),
        ("Adib Shishakly", "Adib al-Shishakli"),
    ],
)
def test_spellings_of_one_person(one, other):
    assert names_agree(parts_of(one), parts_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Riad al-Asaad", "Bashar al-Assad"),  # a last name in common is not enough
        ("Hassan Ali", "Hussein Ali"),  # the same consonants, other vowels
        ("Jamal Hassan", "Jamil Hassan"),
        ("Omar Saleh", "Ammar Saleh"),
        ("Manaf Tlass", "Firas Tlass"),
        ("Ali Ahmad Hassan", "Ali Mahmoud Hassan"),  # middle names that contradict
        ("Shikhar Dhawan", "Shikhar Dhoni"),  # letters that agree, and too few in common
        ("Riad", "Riad al-Asaad"),  # one word is no full name
    ],
)
def test_persons_who_are_not_one(one, other):
    assert not names_agree(parts_of(one), parts_of(other))


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("al-Asaad", "Riyad Musa al Asa'd", True),
        ("Asaad", "Riad al-Assad", True),
        ("Musa", "Riyad Musa al Asa'd", False),  # a middle name alone names nobody
        ("Abu Omar", "Salim Abu Omar", True),  # a kunya is one part
    ],
)
def test_last_name_of_a_full_one(short, full, fits):
    assert is_part_of(short, parts_of(full)) is fits


NAMES = st.lists(
    st.sampled_from(
        ["Riad", "Riyad", "al-Assad", "Musa", "Bashar", "Abu", "Omar", "bin", "Abdul", "Rahman", "O’Neil", "é"]
    ),
    max_size=5,
)


@given(NAMES, NAMES)
def test_agreement_has_no_direction(one, other):
    left, right = parts_of(" ".join(one)), parts_of(" ".join(other))
    assert names_agree(left, right) == names_agree(right, left)
