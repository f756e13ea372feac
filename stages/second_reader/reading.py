"""A document read a second time: the rules' claims revised, and those in doubt taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from stages.claim import Claim
from stages.dates import dates_in
from stages.document import Document
from stages.naming.place_names import Places
from stages.naming.ranks import RankLadder
from stages.second_reader.opinions import NONE, Opinion, Reader
from stages.second_reader.questions import (
    Hints,
    Window,
    claim_arrays,
    head_among,
    sentence_arrays,
    tokens_between,
    window_of,
)
from stages.second_reader.revision import Lookups, is_doubted, reading_of, revise
from stages.sentences import sents_of
from stages.triggers import possible_types
from stages.words.vocab import Vocab

NAMING_EVENTS = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
FEWEST = 2  # sentences; the second reader knows reports, and nothing of a sentence by itself


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """The claims of a document in the order of its text, and those of the rules that tell of no event."""

    claims: list[Claim] = field(default_factory=list)
    doubted: list[Claim] = field(default_factory=list)


def read_again(
    claims: Sequence[Claim], doc: Doc, document: Document, *, reader: Reader, vocab: Vocab, ranks: RankLadder
) -> ReadAgain:
    """What stands after the second reader has read a document whose names and lemmas are settled."""
    sents = list(sents_of(doc))
    if len(sents) < FEWEST or not claims:
        return ReadAgain(list(claims))
    heads = [head_among(tokens_between(doc, claim.trigger.start_char, claim.trigger.end_char)) for claim in claims]
    at_head = [(head, claim) for head, claim in zip(heads, claims, strict=True) if head is not None]
    told: dict[int, str] = {}
    for head, claim in at_head:
        told.setdefault(head.i, claim.type_code)
    hints = Hints(possible_by_token(sents, vocab), told)
    places = Places.of(doc, vocab)
    made = ReadAgain([claim for head, claim in zip(heads, claims, strict=True) if head is None])
    for at, sent in enumerate(sents):
        own = [claim for head, claim in at_head if sent.start <= head.i < sent.end]
        window = window_of(sents, at, reader.pieces) if own else None
        if window is None:
            made.claims.extend(own)
            continue
        lookups = Lookups(places, dates_in(sent, document.published_on), vocab, ranks)
        kept = []
        for claim, opinion in _opinions(own, window, hints, doc, reader):
            if opinion is not None and is_doubted(claim, opinion):
                made.doubted.append(claim)
                continue
            if opinion is not None:
                beside = [other for other in own if other is not claim and other.trigger[:2] == claim.trigger[:2]]
                revise(claim, opinion, doc, lookups, {other.type_code for other in beside})
            kept.append(claim)
        made.claims.extend(kept)
    return made


def _opinions(
    claims: Sequence[Claim], window: Window, hints: Hints, doc: Doc, reader: Reader
) -> Iterator[tuple[Claim, Opinion | None]]:
    """The claims of a sentence with what the second reader says of each; None for a type added since it was fitted.

    A trigger of several words is asked of each of them, and read where it tells of an event most likely: it may be
    either in "left five dead".
    """
    values = reader.sentence(sentence_arrays(window, reader.labels, hints, reader.pieces))
    for claim in claims:
        if claim.type_code not in reader.labels.types:
            yield claim, None
            continue
        reading = reading_of(claim, doc, reader.labels)
        asked = (claim_arrays(window, reader.labels, token.i, reading) for token in _words_of_trigger(claim, doc))
        said = [Opinion.of(reader.claim(values, arrays), window, reader.labels) for arrays in asked]
        yield claim, min(said, key=lambda opinion: opinion.types[NONE])


def _words_of_trigger(claim: Claim, doc: Doc) -> list[Token]:
    """The head of a trigger, and its other words that may name an event."""
    tokens = tokens_between(doc, claim.trigger.start_char, claim.trigger.end_char)
    head = head_among(tokens)
    return [token for token in tokens if token is head or token.pos_ in NAMING_EVENTS]


def possible_by_token(sents: Sequence[Span], vocab: Vocab) -> dict[int, set[str]]:
    """The types of which the lexicon has a trigger at a token, whatever the sense it has there."""
    found: dict[int, set[str]] = {}
    for sent in sents:
        for head, type_code in possible_types(sent, vocab):
            found.setdefault(head.i, set()).add(type_code)
    return found
