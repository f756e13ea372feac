"""Raw text cut where anything starts or ends, so that overlapping spans can be shown without nesting."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from warehouse.site.rows import Row
from warehouse.site.words import page_of

RANK = {"trigger": 0, "person": 1, "organisation": 2, "place": 3, "date": 4, "count": 5}


@dataclass(frozen=True)
class Span:
    """A stretch of raw text, half open, and what it is: block, sentence, trigger, or a mention's label."""

    start: int
    end: int
    kind: str
    key: str = ""
    address: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of raw text over which nothing starts or ends."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[Span, ...]

    @property
    def classes(self) -> str:
        """The style classes of everything it is part of."""
        return " ".join(dict.fromkeys(f"m-{span.kind}" for span in self.spans if span.kind != "kept"))

    @property
    def address(self) -> str:
        """Where the innermost span that leads anywhere leads."""
        leading = [span for span in self.spans if span.address]
        return min(leading, key=lambda span: (span.end - span.start, RANK.get(span.kind, 9))).address if leading else ""

    @property
    def claims(self) -> str:
        """The claims whose sentence it is part of, by id."""
        return " ".join(span.key for span in self.spans if span.kind == "sentence")

    @property
    def told(self) -> str:
        """What it is, in words, for a pointer that rests on it."""
        words = [
            f"{span.kind}{': ' + span.reason if span.reason else ''}" for span in self.spans if span.kind != "kept"
        ]
        return ", ".join(dict.fromkeys(words))


def pieces_of(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The text in pieces that join to the text again; each knows the spans that cover it and those that start there."""
    held = sorted((s for s in spans if 0 <= s.start < s.end <= len(text)), key=lambda s: (s.start, -s.end, s.kind))
    edges = sorted({0, len(text), *(s.start for s in held), *(s.end for s in held)})
    pieces: list[Piece] = []
    active: list[Span] = []
    ahead = 0
    for start, end in pairwise(edges):
        active = [span for span in active if span.end > start]
        first = ahead
        while ahead < len(held) and held[ahead].start == start:
            active.append(held[ahead])
            ahead += 1
        pieces.append(Piece(text[start:end], tuple(active), tuple(held[first:ahead])))
    return pieces


def spans_of(document: Row) -> list[Span]:
    """Every span of a document's page: its blocks, the claims' sentences and triggers, and the mentions."""
    blocks = [
        Span(
            b["raw_start_char"],
            b["raw_end_char"],
            "kept" if b["is_kept"] else "dropped",
            reason=b["reason"] or b["kind"],
        )
        for b in document["blocks"]
    ]
    claims = document["claims"] or []
    sentences = [Span(c["raw_start_char"], c["raw_end_char"], "sentence", c["claim_id"]) for c in claims]
    triggers = [
        Span(c["trigger_raw_start_char"], c["trigger_raw_end_char"], "trigger", c["claim_id"], f"#c-{c['claim_id']}")
        for c in claims
    ]
    mentions = [
        Span(m["raw_start_char"], m["raw_end_char"], m["label"], m["mention_id"], _entity(m["entity_id"]))
        for m in document["mentions"] or []
    ]
    return [*blocks, *sentences, *triggers, *mentions]


def _entity(entity_id: str | None) -> str:
    return f"../{page_of('entities', entity_id)}" if entity_id else ""
