"""A claim: what one sentence says happened, with the words behind each field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from spacy.tokens import Span

from stages.document import Document
from stages.stage import id_of

QUOTED = ("source", "actor", "target", "recipient", "unit", "count", "place", "destination", "date")


class Quote(NamedTuple):
    """Words of a document, as offsets into its clean text, with the rule that found them."""

    start_char: int
    end_char: int
    rule: str

    @classmethod
    def of(cls, span: Span, rule: str) -> Quote:
        """The quote of a span."""
        return cls(span.start_char, span.end_char, rule)


@dataclass(slots=True)
class Claim:
    """One claim; `quotes` holds the words of each role that the text fills, by the role's name."""

    type_code: str
    mode: str | None
    codes: tuple[str | None, str | None, str | None]
    trigger: Quote
    sentence: tuple[int, int]
    status: str
    status_rule: str
    quotes: dict[str, Quote] = field(default_factory=dict)
    source_kind: str | None = None
    ranks: list[str] = field(default_factory=list)
    rank_codes: list[str] = field(default_factory=list)
    count_low: int | None = None
    count_high: int | None = None
    is_total: bool = False
    place_id: str | None = None
    is_place_far: bool = False  # whether the place stands far off in the tree, or in no tie to the trigger
    destination_id: str | None = None
    date_low: date | None = None
    date_high: date | None = None
    date_from: str | None = None
    withheld: dict[str, str] = field(default_factory=dict)  # what was taken back from a role, and why

    def row(self, document: Document) -> dict[str, object]:
        """The claim as a row of `claims`, with offsets into the raw text."""
        trigger_start, trigger_end = document.raw_span(self.trigger.start_char, self.trigger.end_char)
        sentence_start, sentence_end = document.raw_span(*self.sentence)
        row: dict[str, object] = {
            "claim_id": id_of(document.document_id, trigger_start, trigger_end, self.type_code),
            "document_id": document.document_id,
            "type_code": self.type_code,
            "mode": self.mode,
            "plover_code": self.codes[0],
            "cameo_code": self.codes[1],
            "acled_code": self.codes[2],
            "trigger": document.text[self.trigger.start_char : self.trigger.end_char],
            "trigger_raw_start_char": trigger_start,
            "trigger_raw_end_char": trigger_end,
            "raw_start_char": sentence_start,
            "raw_end_char": sentence_end,
            "sentence": document.text[slice(*self.sentence)],
            "is_headline": document.is_headline(self.sentence[0]),
            "status": self.status,
            "source_kind": self.source_kind,
            "ranks": self.ranks,
            "rank_codes": self.rank_codes,
            "count_low": self.count_low,
            "count_high": self.count_high,
            "is_total": self.is_total,
            "place_id": self.place_id,
            "destination_id": self.destination_id,
            "date_low": self.date_low,
            "date_high": self.date_high,
            "date_from": self.date_from,
            "found": self.found(),
        }
        for name in QUOTED:
            row |= self._quoted(name, document)
        return row

    def found(self) -> list[dict[str, str]]:
        """The rule behind each field that is filled or was left open again, in the order of the columns."""
        rules = {"trigger": self.trigger.rule, "status": self.status_rule}
        rules |= {name: self.quotes[name].rule for name in QUOTED if name in self.quotes}
        rules |= {name: rule for name, rule in self.withheld.items() if name not in rules}
        return [{"field": name, "rule": rule} for name, rule in rules.items()]

    def _quoted(self, name: str, document: Document) -> dict[str, object]:
        quote = self.quotes.get(name)
        written = document.text[quote.start_char : quote.end_char] if quote else ""
        text = written.strip()  # a token of blanks at the end of a block may have been taken along
        if quote is not None and document.text[quote.end_char : quote.end_char + 1] == "[":
            text = text.removesuffix(".")  # "in October.[2]": what the tokenizer leaves before the mark of a note
        if quote is None or not text:
            return {f"{name}_text": None, f"{name}_raw_start_char": None, f"{name}_raw_end_char": None}
        start_char = quote.start_char + written.index(text)
        start, end = document.raw_span(start_char, start_char + len(text))
        return {
            f"{name}_text": text,
            f"{name}_raw_start_char": start,
            f"{name}_raw_end_char": end,
        }
