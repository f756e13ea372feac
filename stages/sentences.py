"""Sentences, as spans of their documents."""

from collections.abc import Iterator

import pyarrow as pa
from spacy.tokens import Doc, Span

from schemas.sentences import SENTENCES
from stages.document import Document, docs_in, english_strings
from stages.parses import BLOCK_GAP
from stages.stage import Made, id_of


def split_sentences(parses: pa.Table, documents: pa.Table) -> Made:
    """One row a sentence, in the order of `parses` and of the text; blank stretches are none."""
    strings = english_strings()
    rows = [row for doc, document in docs_in(parses, documents, strings) for row in sentences_in(doc, document)]
    return Made(SENTENCES.of(rows))


def sentences_in(doc: Doc, document: Document) -> list[dict[str, object]]:
    """The rows of one document's sentences."""
    rows: list[dict[str, object]] = []
    for start_char, end_char in sentence_spans(doc, document.text):
        raw_start_char, raw_end_char = document.raw_span(start_char, end_char)
        rows.append(
            {
                "sentence_id": id_of(document.document_id, raw_start_char, raw_end_char),
                "document_id": document.document_id,
                "position": len(rows),
                "text": document.text[start_char:end_char],
                "start_char": start_char,
                "end_char": end_char,
                "raw_start_char": raw_start_char,
                "raw_end_char": raw_end_char,
                "is_headline": document.is_headline(start_char),
            }
        )
    return rows


def sentence_spans(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends in the text, without the blanks around it; none crosses a block's end."""
    for sent in sents_of(doc):
        start_char = sent.start_char
        for part in text[sent.start_char : sent.end_char].split(BLOCK_GAP):
            stripped = part.strip()
            if stripped:
                first = start_char + part.index(stripped[0])
                yield first, first + len(stripped)
            start_char += len(part) + len(BLOCK_GAP)


def sents_of(doc: Doc) -> Iterator[Span]:
    """The sentences of an analysis; the whole where it has no boundaries."""
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]
