from random import Random

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from stages.parsing.tokenizer import adapt_tokenizer
from stages.training.names import (
    UNKNOWN,
    BadNames,
    Named,
    doc_of,
    in_capitals,
    named_of,
    with_names_replaced,
)
from tests.stages.training.marking import marked

TOKENIZER = adapt_tokenizer(spacy.blank("en")).tokenizer


def test_doc_bears_the_names() -> None:
    doc = doc_of(marked("Col. [PERSON Amin Rifa’i] left [LOC Homs]."), TOKENIZER)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Amin Rifa’i", "PERSON"), ("Homs", "LOC")]
    assert doc[0].ent_iob_ == "O"


@pytest.mark.parametrize(
    "named",
    [
        Named("Homsian men", ((0, 4, "LOC"),)),  # cuts through a token
        Named("US men", ((0, 2, UNKNOWN),)),  # the data do not say
    ],
)
def test_an_unsure_token_has_no_label_at_all(named: Named) -> None:
    doc = doc_of(named, TOKENIZER)
    assert not doc.ents
    assert doc[0].ent_iob == 0
    assert doc[1].ent_iob_ == "O"


def test_one_name_is_replaced_alike_throughout() -> None:
    names = iter(["Bob", "Oslo"])
    text = marked("[PERSON Ann] saw [LOC Rome]; [PERSON Ann] left.")
    made = with_names_replaced(text, lambda _label, _old: next(names))
    assert made == marked("[PERSON Bob] saw [LOC Oslo]; [PERSON Bob] left.")


def test_of_overlapping_names_the_first_and_longest_stays() -> None:
    row: dict[str, object] = {"text": "Bank of Oslo", "ents": [[8, 12, "LOC"], [0, 12, "ORG"]]}
    assert named_of(row) == marked("[ORG Bank of Oslo]")


@pytest.mark.parametrize(
    ("names", "complaint"),
    [(((0, 3, "CITY"),), "unknown label"), (((0, 3, "LOC"), (2, 4, "LOC")), "overlaps"), (((0, 99, "LOC"),), "leaves")],
)
def test_bad_names_are_refused(names: tuple[tuple[int, int, str], ...], complaint: str) -> None:
    with pytest.raises(BadNames, match=complaint):
        Named("Oslo", names)


@given(st.text(max_size=40))
def test_capitals_keep_the_length(text: str) -> None:
    assert len(in_capitals(Named(text, ())).text) == len(text)


def test_rows_without_a_list_of_names_are_refused() -> None:
    with pytest.raises(BadNames, match="no list"):
        named_of({"text": "Oslo", "ents": Random})
