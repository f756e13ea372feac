"""One document as the later stages see it: the row of `documents`, with the way back to the raw text."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pyarrow as pa
import srsly
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab as Strings
from spacy.vocab import create_vocab
from srsly.msgpack import msgpack_decoders, msgpack_encoders
from srsly.msgpack._packer import Packer  # the public one looks for encoders each time it is made


@dataclass(frozen=True, slots=True)
class Document:
    """The fields of one row of `documents` that later stages read.

    `pieces` are (start_char, raw_start_char, length, raw_length), in order of start_char.
    """

    document_id: str
    text: str
    pieces: tuple[tuple[int, int, int, int], ...]
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published_on: date | None = None
    title_start_char: int | None = None
    title_end_char: int | None = None

    @classmethod
    def plain(cls, text: str, published_on: date | None = None, outlet: str | None = None) -> "Document":
        """A document whose raw text is its text: for tests and single sentences."""
        return cls("0" * 64, text, ((0, 0, len(text), len(text)),), published_on=published_on, outlet=outlet)

    def raw_span(self, start_char: int, end_char: int) -> tuple[int, int]:
        """The raw offsets of a clean span; a repaired run is taken whole."""
        return self._raw(start_char, at_end=False), self._raw(end_char - 1, at_end=True)

    def _raw(self, char: int, *, at_end: bool) -> int:
        position = bisect_right(self.pieces, char, key=lambda piece: piece[0]) - 1
        start_char, raw_start_char, length, raw_length = self.pieces[max(position, 0)]
        within = min(char - start_char, length - 1)
        if length == raw_length:
            return raw_start_char + within + at_end
        return raw_start_char + raw_length if at_end else raw_start_char

    def is_headline(self, start_char: int) -> bool:
        """Whether the headline covers that character."""
        if self.title_start_char is None or self.title_end_char is None:
            return False
        return self.title_start_char <= start_char < self.title_end_char


FIELDS = (
    "document_id", "text", "pieces", "outlet", "byline", "dateline",
    "published_on", "title_start_char", "title_end_char",
)  # fmt: skip


def documents_in(documents: pa.Table) -> Iterator[Document]:
    """The rows of `documents`, one at a time."""
    for row in documents.select(FIELDS).to_pylist():
        pieces = tuple(
            (piece["start_char"], piece["raw_start_char"], piece["length"], piece["raw_length"])
            for piece in row["pieces"]
        )
        yield Document(**{**row, "pieces": pieces})


# Found once: looking them up again for each document takes longer than decoding it.
DECODERS = tuple(msgpack_decoders.get_all().values())
ENCODE: Callable[..., object] | None = None
for _encode in msgpack_encoders.get_all().values():
    ENCODE = partial(_encode, chain=ENCODE)
UNKEPT = ("tensor", "user_data", "cats")


def english_strings() -> Strings:
    """The strings and shapes of English words that analyses are read into, without a tokenizer, which takes longer."""
    return create_vocab("en", English.Defaults)


def bytes_of(doc: Doc) -> bytes:
    """An analysis as bytes, the same in every process: spaCy writes the strings of a Doc in the order of their hashes,
    which differs from process to process."""
    fields = doc.to_dict(exclude=UNKEPT)
    return bytes(Packer(use_bin_type=True, default=ENCODE).pack({**fields, "strings": sorted(fields["strings"])}))


def doc_of(content: bytes, strings: Strings) -> Doc:
    """The analysis that `bytes_of` wrote."""
    return Doc(strings).from_dict(srsly.msgpack.unpackb(content, raw=False, object_pairs_hook=_decoded))


def _decoded(pairs: list[tuple[object, object]]) -> object:
    value: object = dict(pairs)
    for decode in DECODERS:
        value = decode(value) if isinstance(value, dict) else value
    return value


def docs_in(parses: pa.Table, documents: pa.Table, strings: Strings) -> Iterator[tuple[Doc, Document]]:
    """Each stored analysis with its document, in the order of `parses`."""
    by_id = {document.document_id: document for document in documents_in(documents)}
    for document_id, content in zip(parses["document_id"].to_pylist(), parses["doc"].to_pylist(), strict=True):
        yield doc_of(content, strings), by_id[document_id]
