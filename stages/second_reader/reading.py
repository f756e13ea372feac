"""A document read a second time: the rules' claims revised, and those in doubt taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from stages.claim import Claim
from stages.dates import dates_in
from stages.document import Document
from stages.naming.place_names import Places
from stages.naming.ranks import RankLadder
from stages.second_reader.opinions import Opinion, Reader
from stages.second_reader.questions import Hints, Reading, Window, arrays_of, head_among, tokens_between, window_of
from stages.second_reader.revision import Lookups, is_doubted, reading_of, revise
from stages.sentences import sents_of
from stages.triggers import possible_types
from stages.words.vocab import Vocab

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
    triggers = [head_among(tokens_between(doc, claim.trigger.start_char, claim.trigger.end_char)) for claim in claims]
    at_trigger = [(token, claim) for token, claim in zip(triggers, claims, strict=True) if token is not None]
    told: dict[int, str] = {}
    for token, claim in at_trigger:
        told.setdefault(token.i, claim.type_code)
    page = _Page(doc, document, reader, Hints(possible_by_token(sents, vocab), told))
    places = Places.of(doc, vocab)
    made = ReadAgain([claim for token, claim in zip(triggers, claims, strict=True) if token is None])
    for at, sent in enumerate(sents):
        own = [(token, claim) for token, claim in at_trigger if sent.start <= token.i < sent.end]
        window = window_of(sents, at, reader.pieces) if own else None
        if window is None:
            made.claims.extend(claim for _, claim in own)
            continue
        lookups = Lookups(places, dates_in(sent, document.published_on), vocab, ranks)
        kept = []
        for token, claim in own:
            if claim.type_code not in reader.labels.types:  # added to the seeds since it was fitted
                kept.append(claim)
                continue
            opinion = page.opinion(window, token, reading_of(claim, doc, reader.labels))
            if is_doubted(opinion):
                made.doubted.append(claim)
            else:
                beside = [other for _, other in own if other is not claim and other.trigger[:2] == claim.trigger[:2]]
                revise(claim, opinion, doc, lookups, {other.type_code for other in beside})
                kept.append(claim)
        made.claims.extend(kept)
    return made


@dataclass(frozen=True, slots=True)
class _Page:
    """What every sentence of a document is read with."""

    doc: Doc
    document: Document
    reader: Reader
    hints: Hints

    def opinion(self, window: Window, trigger: Token, reading: Reading) -> Opinion:
        """What the second reader says of one trigger."""
        labels = self.reader.labels
        arrays = arrays_of(window, labels, self.hints, self.reader.pieces, trigger.i, reading)
        return Opinion.of(self.reader.claim(arrays), window, labels)


def possible_by_token(sents: Sequence[Span], vocab: Vocab) -> dict[int, set[str]]:
    """The types of which the lexicon has a trigger at a token, whatever the sense it has there."""
    found: dict[int, set[str]] = {}
    for sent in sents:
        for head, type_code in possible_types(sent, vocab):
            found.setdefault(head.i, set()).add(type_code)
    return found
