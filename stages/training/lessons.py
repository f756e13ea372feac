"""Lessons of the second reader: what it is shown of annotated reports, and what it should have said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from stages.claim import Claim
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.questions import (
    Hints,
    Labels,
    Reading,
    Window,
    head_among,
    tokens_between,
    window_of,
)
from stages.second_reader.reading import possible_by_token
from stages.second_reader.revision import reading_of
from stages.sentences import sents_of
from stages.training.annotated import Annotation, Report, Value
from stages.words.vocab import Vocab

EARLIER = 3  # of the earlier places of words, the last count as whom is meant


@dataclass(frozen=True, slots=True)
class Truth:
    """What is annotated at a trigger: of each role the tokens that are right, none of them where they are not known;
    a role that is absent is nobody's."""

    type_code: str
    status: str
    fillers: Mapping[str, frozenset[int]]
    count: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a trigger, a token: what the rules read there, their count and the truth, None for no event."""

    trigger: int
    reading: Reading | None = None
    count: tuple[int | None, int | None] = (None, None)
    truth: Truth | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window with the hints it is shown with, the types of all its triggers, by token, and what is asked of it."""

    window: Window
    hints: Hints
    told: Mapping[int, str]
    questions: tuple[Question, ...]

    @property
    def size(self) -> int:
        """The number of its window's pieces."""
        return self.window.size


def lessons_of(
    report: Report, doc: Doc, claims: Sequence[Claim], labels: Labels, known: WordPieces, vocab: Vocab
) -> Iterator[Lesson]:
    """A lesson of every sentence, which asks of each trigger that is annotated, that the rules took or the lexicon has.

    `doc` is the analysis of the report's text, with names and lemmas settled, `claims` what the rules read in it.
    """
    truths = _truths(report, doc)
    readings = dict(_readings(claims, doc, labels, truths))
    sents = list(sents_of(doc))
    told = {at: reading.type_code for at, (reading, _) in readings.items()}
    hints = Hints(possible_by_token(sents, vocab), told)
    triggers = sorted({*truths, *readings, *hints.possible})
    for at in range(len(sents)):
        window = window_of(sents, at, known)
        if window is None:
            continue
        own = {token.i for token in window.tokens[window.before :]}
        questions = []
        for trigger in (trigger for trigger in triggers if trigger in own):
            reading, count = readings.get(trigger, (None, (None, None)))
            questions.append(Question(trigger, reading, count, truths.get(trigger)))
        types = {token: truth.type_code for token, truth in truths.items() if token in own}
        yield Lesson(window, hints, types, tuple(questions))


def _truths(report: Report, doc: Doc) -> dict[int, Truth]:
    """What is annotated, by the token of the trigger; of two claims on one word the first."""
    text, starts = report.text()
    found: dict[int, Truth] = {}
    taken: set[tuple[int, str]] = set()
    for start, (sentence, told) in zip(starts, report.sentences, strict=True):
        for each in told:
            places = [start + at for at in _places(sentence, each.trigger)]
            at = next((at for at in places if (at, each.type_code) not in taken), None)
            if at is None:
                continue
            taken.add((at, each.type_code))
            head = head_among(tokens_between(doc, at, at + len(each.trigger)))
            if head is not None:
                found.setdefault(head.i, _truth(each, sentence, start, at, text, doc))
    return found


def _truth(each: Annotation, sentence: str, start: int, trigger: int, text: str, doc: Doc) -> Truth:
    fillers = {}
    for role, value in each.roles.items():
        heads = [_nearest(value, sentence, start, trigger, doc), *_meant(value, text[:start], doc)]
        fillers[role] = frozenset(head.i for head in heads if head is not None)
    return Truth(each.type_code, each.status, fillers, each.count)


def _nearest(value: Value, sentence: str, start: int, trigger: int, doc: Doc) -> Token | None:
    """The head of the words in the sentence that stand nearest to the trigger."""
    if value.here is None:
        return None
    places = [start + at for at in _places(sentence, value.here)]
    nearest = min(places, key=lambda at: abs(at - trigger), default=None)
    return None if nearest is None else head_among(tokens_between(doc, nearest, nearest + len(value.here)))


def _meant(value: Value, before: str, doc: Doc) -> list[Token | None]:
    """The heads of the words of earlier sentences that are meant."""
    if value.earlier is None:
        return []
    places = list(_places(before, value.earlier))[-EARLIER:]
    return [head_among(tokens_between(doc, at, at + len(value.earlier))) for at in places]


def _readings(
    claims: Sequence[Claim], doc: Doc, labels: Labels, truths: Mapping[int, Truth]
) -> Iterator[tuple[int, tuple[Reading, tuple[int | None, int | None]]]]:
    """What the rules read with the number they give, by the token of the trigger, the annotated one among its words
    where there is one; of two claims on one word the first."""
    taken: set[int] = set()
    for claim in claims:
        tokens = tokens_between(doc, claim.trigger.start_char, claim.trigger.end_char)
        head = head_among(tokens)
        among = next((token.i for token in tokens if token.i in truths and token.i not in taken), None)
        at = among if among is not None or head is None else head.i
        if at is not None and at not in taken:
            taken.add(at)
            yield at, (reading_of(claim, doc, labels), (claim.count_low, claim.count_high))


def _places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
