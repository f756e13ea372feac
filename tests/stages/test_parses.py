"""Parses: offsets are those of the text, and no sentence crosses a block."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from schemas.parses import PARSES
from stages.document import Document
from stages.parses import MAX_BLOCK_CHARS, analysed, blocks_of, parse_documents
from tests.stages.model import shipped


@pytest.fixture
def language() -> Language:
    return shipped()


def sentences_in(doc: Doc) -> list[str]:
    return [sent.text.strip() for sent in doc.sents if sent.text.strip()]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_blocks_are_the_text_but_for_blanks(text: str) -> None:
    together = "".join(blocks_of(text))
    assert len(together) == len(text)
    assert together.split() == text.split() or any(char in text for char in "\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b")


@given(
    st.lists(st.sampled_from(["They fled.", "one\nline", "Hama", "a\u00a0b", "14th", "\n\n", " ", "“No”"]), max_size=12)
)
def test_a_doc_quotes_its_document(parts: list[str]) -> None:
    text = "".join(parts)
    ((_, doc),) = analysed([Document.plain(text)], shipped())
    assert len(doc.text) == len(text)
    for token in doc:
        quoted = text[token.idx : token.idx + len(token)]
        assert token.text == quoted or not quoted.strip()


def test_no_sentence_crosses_a_block(language: Language) -> None:
    text = "Troops enter the town\n\nThey met no resistance and\nmoved on"
    ((_, doc),) = analysed([Document.plain(text)], language)
    assert [sent.text.strip() for sent in doc.sents if sent.text.strip()] == [
        "Troops enter the town",
        "They met no resistance and moved on",
    ]


@pytest.mark.parametrize(
    ("text", "dateline", "blocks"),
    [
        ("AMMAN, 3 May (MPA) - Two left.", "AMMAN, 3 May (MPA)", ["AMMAN, 3 May (MPA) - ", "Two left."]),
        ("LIMA (EFE) -- [REPORT] [TEXT] TWO LEFT.", "LIMA (EFE)", ["LIMA (EFE) -- [REPORT] [TEXT] ", "TWO LEFT."]),
        ("Hama - [sic] two left, [two] say", "Hama", ["Hama - [sic] ", "two left, [two] say"]),
        ("News\n\nHama — Two left.", "Hama", ["News\n\n", "Hama — ", "Two left."]),
        ("LIMA: Two left.", "LIMA", ["LIMA: ", "Two left."]),
        ("Hama is quiet.", "Hama", ["Hama is quiet."]),  # no dash: the name opens a sentence
        ("Hama -", "Hama", ["Hama -"]),
        ("Hama - Two left.", None, ["Hama - Two left."]),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(text: str, dateline: str | None, blocks: list[str]) -> None:
    assert blocks_of(text, dateline) == blocks


def test_a_very_long_block_is_cut_at_a_blank() -> None:
    blocks = blocks_of("word " * MAX_BLOCK_CHARS)
    assert len(blocks) > 1
    assert all(len(block) <= MAX_BLOCK_CHARS and block.endswith(" ") for block in blocks)


def test_documents_keep_their_order_and_their_pieces_apart(language: Language) -> None:
    texts = ["One.\n\nTwo.", "", "Three."]
    pairs = list(analysed([Document.plain(text) for text in texts], language))
    assert [doc.text for _, doc in pairs] == texts


def test_a_stored_analysis_reads_back(language: Language) -> None:
    from stages.document import docs_in

    documents = pa.table(
        {
            "document_id": ["a" * 64],
            "text": ["Ten fled.\n\nFive stayed."],
            "pieces": [[{"start_char": 0, "raw_start_char": 7, "length": 23, "raw_length": 23}]],
            **{
                name: pa.nulls(1)
                for name in ("outlet", "byline", "dateline", "published_on", "title_start_char", "title_end_char")
            },
        }
    )
    made = parse_documents(documents, language=language)
    assert made.rows.schema == PARSES.schema
    ((doc, document),) = docs_in(made.rows, documents, language.vocab)
    assert doc.text == "Ten fled.\n\nFive stayed."
    assert sentences_in(doc) == ["Ten fled.", "Five stayed."]
    assert document.raw_span(0, 3) == (7, 10)
