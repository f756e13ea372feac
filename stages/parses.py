"""Parses: spaCy's analysis of each document, sentence by sentence within its blocks."""

import re
from collections.abc import Iterable, Iterator

import pyarrow as pa
from spacy.language import Language
from spacy.tokens import Doc

from schemas.parses import PARSES
from stages.document import Document, bytes_of, documents_in
from stages.parsing.analysis import analyse
from stages.parsing.tags import with_parts_of_speech
from stages.stage import Made

BLOCK_GAP = "\n\n"
BLANKS = re.compile(r"(?<!\n)\n(?!\n)|[\t\r\u00a0\u2007\u202f]")
# With what archives of wires put in square brackets behind the dash: "-- [REPORT] [EXCERPTS] ".
DASH = re.compile(r"\s*(?:[-–—]+|:)\s+(?:\[[^\[\]]{1,80}\]\s+)*(?=\S)")
MAX_BLOCK_CHARS = 20_000  # spaCy's parser takes about 1 MB per 1,000 tokens; a longer block is cut at a blank


def parse_documents(documents: pa.Table, *, language: Language) -> Made:
    """One analysis a document, in the order of `documents`."""
    model = f"{language.meta['lang']}_{language.meta['name']} {language.meta['version']}"
    rows = [
        {
            "document_id": document.document_id,
            "doc": bytes_of(doc),
            "token_count": len(doc),
            "parsed_token_count": len(doc) if doc.has_annotation("DEP") else 0,
            "model": model,
        }
        for document, doc in analysed(documents_in(documents), language)
    ]
    return Made(PARSES.of(rows))


def analysed(documents: Iterable[Document], language: Language) -> Iterator[tuple[Document, Doc]]:
    """Each document with its Doc, whose offsets are those of the document's text."""
    pairs = ((block, document) for document in documents for block in _blocks_with_last(document))
    blocks: list[Doc] = []
    for doc, (document, is_last) in analyse(((text, (d, last)) for (text, last), d in pairs), language):
        blocks.append(doc)
        if is_last:
            yield document, with_parts_of_speech(joined(blocks))
            blocks = []


def blocks_of(text: str, dateline: str | None = None) -> list[str]:
    """The blocks of a clean text, each with the gap behind it, as spaCy is given them: line breaks and odd blanks
    inside a block become plain blanks, one for one. The dateline is a block of its own, for it is no part of the
    sentence behind it: nobody named Beirut defects."""
    blocks: list[str] = []
    start_char = 0
    while start_char < len(text):
        end_char = _block_end(text, start_char, dateline)
        blocks.append(BLANKS.sub(" ", text[start_char:end_char]))
        start_char = end_char
    return blocks or [""]


def _block_end(text: str, start_char: int, dateline: str | None) -> int:
    if dateline and text.startswith(dateline, start_char):
        dash = DASH.match(text, start_char + len(dateline))
        if dash:
            return dash.end()
    gap = text.find(BLOCK_GAP, start_char)
    end_char = len(text) if gap < 0 else gap + len(BLOCK_GAP)
    if end_char - start_char > MAX_BLOCK_CHARS:
        blank = text.rfind(" ", start_char + MAX_BLOCK_CHARS // 2, start_char + MAX_BLOCK_CHARS)
        end_char = blank + 1 if blank > 0 else start_char + MAX_BLOCK_CHARS
    return end_char


def _blocks_with_last(document: Document) -> Iterator[tuple[str, bool]]:
    blocks = blocks_of(document.text, document.dateline)
    for position, block in enumerate(blocks, start=1):
        yield block, position == len(blocks)


def joined(blocks: list[Doc]) -> Doc:
    """The blocks of one document as one Doc; no sentence crosses from one into the next."""
    filled = [block for block in blocks if len(block)]
    if not filled:
        return blocks[0]
    return filled[0] if len(filled) == 1 else Doc.from_docs(filled, ensure_whitespace=False)
