"""Entities: which forms become one, which stay apart, whatever the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.linking import form, groups, linked


@pytest.mark.parametrize(
    ("texts", "label", "count"),
    [
        (["Riyad Musa al Asa'd", "Riad al-Assad", "Riad al-Asaad"], "person", 1),
        (["Riad al-Asaad", "Bashar al-Assad"], "person", 2),
        (["Moammar Gadhafi", "Muammar Qaddafi", "Mu'ammar al-Gaddafi"], "person", 1),
        (["Omar Qasim", "Omar Kassem"], "person", 1),
        (["Omar Gamal", "Omar Kamal"], "person", 2),
        (["Ali Hassan", "Ali Ahmad Hassan", "Ali Mahmoud Hassan"], "person", 3),  # the first may be either: kept apart
        (["4th Armored Division", "Fourth Armoured Division"], "organisation", 1),
        (["4th Division", "5th Division"], "organisation", 2),
        (["Jabhat al-Nusra", "Jabhat an-Nusrah", "Jabhat al Nusra"], "organisation", 1),
        (["Free Syrian Army", "Syrian Army"], "organisation", 2),
    ],
)
def test_how_many_things_the_forms_name(texts, label, count):
    assert linked([form(text, label) for text in texts]).rows.num_rows == count


def test_name_ranks_and_forms_of_a_person():
    rows = [
        form("Riad al-Asaad", count=4, rank_codes=["colonel"]),
        form("Riyad Musa al Asa'd", count=2, rank_codes=["general"]),
        form("RIAD AL-ASSAD", count=3),
    ]
    (entity,) = linked(rows).rows.to_pylist()
    assert entity["name"] == "Riyad Musa al Asa'd"  # the fullest of the common forms
    assert entity["other_names"] == ["Riad al-Asaad", "RIAD AL-ASSAD"]
    assert entity["rank_codes"] == ["general", "colonel"]


def test_last_name_goes_to_the_only_person_of_its_document_who_bears_it():
    rows = [form("Riad al-Asaad"), form("Asaad", is_short=True, document_id="d1")]
    made = linked(rows, [("Asaad", "Riad al-Asaad")])
    assert groups(made) == [frozenset({"Riad al-Asaad", "Asaad"})]
    assert "same document" in made.also["entity_forms"].to_pylist()[0]["rule"]


@pytest.mark.parametrize("role", ["mr", "a native of deir al-zor", "dr."])
def test_a_courtesy_is_no_other_post(role):
    rows = [
        form("Riad al-Asaad", rank_codes=["colonel"]),
        form("Asaad", is_short=True, document_id="d1", roles=[role]),
    ]
    assert linked(rows, [("Asaad", "Riad al-Asaad")]).rows.num_rows == 1


def test_the_first_part_of_a_name_goes_to_its_only_bearer():
    rows = [form("Yun Chol-Su"), form("Yun", is_short=True, document_id="d1")]
    assert linked(rows, [("Yun", "Yun Chol-Su")]).rows.num_rows == 1


def test_a_last_name_alone_in_its_document_is_listed_with_the_one_who_bears_it():
    rows = [form("Moammar Gadhafi"), form("Qaddafi", is_short=True, document_id="d1")]
    made = linked(rows)
    assert made.rows.num_rows == 2
    assert made.also["review_pairs"]["reason"].to_pylist() == ["last name of Moammar Gadhafi, whom others name"]


def test_last_names_of_the_same_consonants_stay_persons_of_their_own():
    rows = [form("Louw de Graaf"), *(form(name, is_short=True, document_id="d1") for name in ("de Graaf", "Garif"))]
    made = linked(rows)
    assert groups(made) == sorted((frozenset({row["text"]}) for row in rows), key=sorted)
    doubted = {row["entity_id"] for row in made.also["review_pairs"].to_pylist()}
    assert doubted
    assert doubted <= set(made.rows["entity_id"].to_pylist())


@pytest.mark.parametrize(
    ("short", "full", "count"),
    [("Air Force Directorate", "Syrian Air Force Directorate", 1), ("Syrian Army", "Free Syrian Army", 2)],
)
def test_a_name_without_its_nationality(short, full, count):
    rows = [form(short, label="organisation"), form(full, label="organisation")]
    assert linked(rows, [(short, full)]).rows.num_rows == count


@pytest.mark.parametrize(
    ("rank", "post", "count"),
    [("colonel", "president", 2), ("colonel", "general", 1), ("colonel", "colonel", 1), (None, "president", 1)],
)
def test_another_post_is_another_person_but_officers_rise(rank, post, count):
    rows = [
        form("Riad al-Asaad", rank_codes=[rank] if rank else []),
        form("Assad", is_short=True, document_id="d1", rank_codes=[post]),
    ]
    assert linked(rows, [("Assad", "Riad al-Asaad")]).rows.num_rows == count


def test_last_name_of_two_persons_is_kept_apart_and_listed():
    rows = [form("Riad al-Asaad"), form("Bashar al-Assad"), form("Assad", is_short=True, document_id="d1")]
    made = linked(rows, [("Assad", "Riad al-Asaad"), ("Assad", "Bashar al-Assad")])
    assert made.rows.num_rows == 3
    assert made.also["review_pairs"].num_rows == 2


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([("Bashar al-Assad", "syrian president"), ("Assad", "president")], 1),  # one president of that name
        ([("Bashar al-Assad", None), ("Assad", None)], 2),  # nothing says who
        ([("Bashar al-Assad", "president"), ("Assad", "colonel")], 2),
    ],
)
def test_post_decides_for_a_lone_last_name(rows, count):
    full, short = rows
    made = linked(
        [
            form(full[0], roles=[full[1]] if full[1] else []),
            form(short[0], is_short=True, document_id="d2", roles=[short[1]] if short[1] else []),
        ]
    )
    assert made.rows.num_rows == count


def test_initials_join_the_one_name_they_stand_beside():
    rows = [form("Free Syrian Army", "organisation"), form("FSA", "organisation")]
    assert linked(rows, [("FSA", "Free Syrian Army")]).rows.num_rows == 1
    assert linked(rows).rows.num_rows == 2


def test_first_names_nearly_alike_are_listed_for_review():
    made = linked([form("Nizar al-Hadid"), form("Nazar al-Hadid")])
    assert made.rows.num_rows == 2
    (pair,) = made.also["review_pairs"].to_pylist()
    assert "first names differ" in pair["reason"]


def test_place_takes_the_gazetteers_name():
    (entity,) = linked([form("Hims", "place", gazetteer_id="SY-HI")]).rows.to_pylist()
    assert (entity["name"], entity["other_names"], entity["country_code"]) == ("Homs", ["Hims"], "SY")


TEXTS = [
    "Riyad Musa al Asa'd", "Riad al-Assad", "Riad al-Asaad", "Bashar al-Assad", "Ali Hassan", "Ali Ahmad Hassan",
    "Ali Mahmoud Hassan", "Kamel Saleh", "Kamal Saleh", "Kamil Saleh",
]  # fmt: skip


@given(st.permutations([*(form(text) for text in TEXTS), form("FSA", "organisation")]))
def test_order_of_rows_changes_nothing(rows):
    made, sorted_made = linked(rows), linked(sorted(rows, key=lambda row: row["form_id"]))
    assert made.rows.equals(sorted_made.rows)
    assert all(made.also[name].equals(sorted_made.also[name]) for name in made.also)
