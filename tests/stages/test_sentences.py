"""Sentences as spans of the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from schemas.parses import PARSES
from schemas.sentences import SENTENCES
from stages.document import Document
from stages.parses import analysed
from stages.sentences import sentence_spans, sentences_in
from tests.stages.model import shipped


def spans(text: str) -> list[str]:
    """The sentences of a text."""
    ((_, doc),) = analysed([Document.plain(text)], shipped())
    return [text[start:end] for start, end in sentence_spans(doc, text)]


def test_none_crosses_a_block() -> None:
    assert spans("Troops flee\n\nThey ran. He saw\nthem.\n\nThe town is quiet") == [
        "Troops flee", "They ran.", "He saw\nthem.", "The town is quiet",
    ]  # fmt: skip


def test_blanks_are_none() -> None:
    assert spans("  They ran.   He saw them.  ") == ["They ran.", "He saw them."]


def test_the_headline_is_marked() -> None:
    text = "Troops flee\n\nTen fled."
    document = Document("0" * 64, text, ((0, 5, len(text), len(text)),), title_start_char=0, title_end_char=11)
    ((_, doc),) = analysed([document], shipped())
    rows = sentences_in(doc, document)
    assert [row["is_headline"] for row in rows] == [True, False]
    assert [row["position"] for row in rows] == [0, 1]
    assert [row["raw_start_char"] for row in rows] == [5, 18]  # the raw text has five characters before it
    assert SENTENCES.of(rows).num_rows == 2


@given(st.text(alphabet="aB. ?\n\u00e9\u0627\U0001f600", max_size=80))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    ((_, doc),) = analysed([Document.plain(text)], shipped())
    found = list(sentence_spans(doc, text))
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    covered = {at for start, end in found for at in range(start, end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())
    assert not any("\n\n" in text[start:end] for start, end in found)


def test_parses_hold_what_sentences_need() -> None:
    assert {"document_id", "doc"} <= {column.name for column in PARSES}
