"""What the second reader is shown: a sentence, what stands before it, and what the rules read there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from stages.parsing.word_pieces import WordPieces, pool_of, shape_of

MOST_PIECES = 8  # of one word
CONTEXT = 40  # pieces of what stands before a sentence, at most, and of two sentences
SENTENCES_BEFORE = 2
LONGEST = 200  # pieces that a sentence and what stands before it may have together
TOO_LONG = 240  # pieces of a sentence by itself that is not read

Arrays = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the network's numbers stand for, each list in its order.

    `types` are "none" and the event types, `statuses` those of a claim, `roles` those it points at, `marks` the roles
    that it is shown, `relations` those of the parser that it knows.
    """

    types: tuple[str, ...]
    statuses: tuple[str, ...]
    roles: tuple[str, ...]
    marks: tuple[str, ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, lists: Mapping[str, Sequence[str]]) -> Labels:
        """The labels as they are stored."""
        return cls(**{name: tuple(values) for name, values in lists.items()})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules read at a trigger: its type and status, and the tokens of each role with the head among them."""

    type_code: str
    status: str
    marks: Mapping[str, tuple[Sequence[int], int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Window:
    """The words of a sentence behind those before it, as tokens, and the numbers of each word's pieces."""

    tokens: tuple[Token, ...]
    before: int  # of the tokens
    pieces: tuple[list[int], ...]

    @property
    def size(self) -> int:
        """The number of pieces, with those that open and close."""
        return sum(map(len, self.pieces)) + 2


@dataclass(frozen=True, slots=True)
class Hints:
    """What the lexicon and the rules make of the tokens of a document: types by token."""

    possible: Mapping[int, Iterable[str]]
    told: Mapping[int, str]


def window_of(sents: Sequence[Span], at: int, known: WordPieces) -> Window | None:
    """The sentence at a place of the list with up to two before it; None where it is empty or too long to read."""
    own = [token for token in sents[at] if not token.is_space]
    size = sum(len(_pieces(token, known)) for token in own)
    if not own or size + 2 > TOO_LONG:
        return None
    before: list[Token] = []
    taken = 0
    earlier = (sents[index] for index in range(at - 1, max(-1, at - 1 - SENTENCES_BEFORE), -1))
    for token in chain.from_iterable(reversed(list(sent)) for sent in earlier):
        if token.is_space:
            continue
        taken += len(_pieces(token, known))
        if taken > CONTEXT or size + taken > LONGEST:
            break
        before.append(token)
    tokens = (*reversed(before), *own)
    return Window(tokens, len(before), tuple(_pieces(token, known) for token in tokens))


def sentence_arrays(window: Window, labels: Labels, hints: Hints, known: WordPieces) -> Arrays:
    """The network's inputs for a window of w words in p pieces.

    `ids` (p) and `pool` (w x p) as of the parser's network; `own` (w), 1 for words of the sentence itself; `possible`
    (w x types); `told`, `shapes` and `relations` (w), 0 for none.
    """
    words = len(window.tokens)
    possible = np.zeros((words, len(labels.types)), dtype=np.float32)
    for at, token in enumerate(window.tokens):
        known_types = [name for name in hints.possible.get(token.i, ()) if name in labels.types]
        possible[at, [labels.types.index(name) for name in known_types]] = 1
    relations = {name: number for number, name in enumerate(labels.relations, start=1)}
    ids = [known.first, *chain.from_iterable(window.pieces), known.last]
    return {
        "ids": np.array(ids),
        "pool": pool_of(window.pieces, len(ids)),
        "own": _own(window),
        "possible": possible,
        "told": np.array([_number(labels.types, hints.told.get(token.i)) for token in window.tokens]),
        "shapes": np.array([shape_of(token.text) for token in window.tokens]),
        "relations": np.array([relations.get(token.dep_, 0) for token in window.tokens]),
    }


def claim_arrays(window: Window, labels: Labels, trigger: int, reading: Reading | None) -> Arrays:
    """The further inputs for one trigger, a token's place in the document, with what the rules read there.

    `pool` (w x p); `marks` (w x (2 marks + 2)): the words of each role, the heads of each role, the trigger, the
    sentence; `trigger` (w); `type` and `status` (1) of the reading, 0 without one.
    """
    words = len(window.tokens)
    place = {token.i: at for at, token in enumerate(window.tokens)}
    marks = np.zeros((words, 2 * len(labels.marks) + 2), dtype=np.float32)
    marks[:, -1] = _own(window)
    at_trigger = np.zeros(words, dtype=np.float32)
    marks[place[trigger], -2] = at_trigger[place[trigger]] = 1
    for name, (tokens, head) in (reading.marks if reading is not None else {}).items():
        column = labels.marks.index(name)
        marks[[place[token] for token in tokens if token in place], column] = 1
        if head in place:
            marks[place[head], len(labels.marks) + column] = 1
    return {
        "pool": pool_of(window.pieces, window.size),
        "marks": marks,
        "trigger": at_trigger,
        "type": np.array([_number(labels.types, reading.type_code if reading is not None else None)]),
        "status": np.array([_number(labels.statuses, reading.status if reading is not None else None)]),
    }


def tokens_between(doc: Doc, start_char: int, end_char: int) -> list[Token]:
    """The tokens of a stretch of a document's text, blanks left out."""
    span = doc.char_span(start_char, end_char, alignment_mode="expand")
    return [token for token in span if not token.is_space] if span is not None else []


def head_among(tokens: Sequence[Token]) -> Token | None:
    """The first of some tokens that hangs on none of them, signs left out; None without any."""
    inside = {token.i for token in tokens}
    tops = (token for token in tokens if token.head.i not in inside or token.head.i == token.i)
    return next((token for token in tops if not token.is_punct), tokens[0] if tokens else None)


def _number(names: Sequence[str], name: str | None) -> int:
    """The number of a label, from 1; 0 for none and for one that the network does not know."""
    return names.index(name) + 1 if name in names else 0


def _own(window: Window) -> NDArray[np.float32]:
    """1 for the words of the sentence itself, 0 for those before it."""
    return (np.arange(len(window.tokens)) >= window.before).astype(np.float32)


def _pieces(token: Token, known: WordPieces) -> list[int]:
    return known.of(token.text)[:MOST_PIECES]
