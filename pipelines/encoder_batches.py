"""Sentences of treebanks as batches of tensors for the encoder."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol, TypeVar

import torch
from spacy.tokens import Doc, Span, Token
from torch import Tensor

from pipelines.encoder_model import MASKED
from stages.parsing.word_pieces import WordPieces, shape_of

KINDS = ("deps", "tags", "pos", "morph")  # what is learnt of a word beside its head; the last only helps the others
RAREST = {"morph": 3}  # a label of fewer words is not learnt
UNKNOWN = -100  # a label that is not known, which PyTorch's losses pass over
LOOSE = 4  # pieces: how far lengths in a batch may be apart at random, so that batches differ between epochs

Labels = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence, blanks left out, the pieces of each, their heads (0 for the top, words from 1) and their
    labels, empty where they are not known.
    """

    words: tuple[str, ...]
    pieces: tuple[tuple[int, ...], ...]
    heads: tuple[int, ...]
    labels: Mapping[str, tuple[str, ...]]

    @property
    def size(self) -> int:
        return sum(map(len, self.pieces)) + 2


def sentences_of(docs: Sequence[Doc], known: WordPieces) -> list[Sentence]:
    """The sentences of Docs."""
    return [_sentence(words, known) for doc in docs for sent in doc.sents if (words := _words(sent))]


def labels_in(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """The labels of each kind that are learnt, in order."""
    found = {}
    for kind in KINDS:
        counts = Counter(label for sentence in sentences for label in sentence.labels[kind])
        found[kind] = sorted(label for label, count in counts.items() if label and count >= RAREST.get(kind, 1))
    return found


class Sized(Protocol):
    """What has a number of pieces."""

    @property
    def size(self) -> int:
        """The number."""


Item = TypeVar("Item", bound=Sized)


def batches_in(items: Sequence[Item], most: int, dice: Random) -> list[list[Item]]:
    """What is of about a length together, of at most so many pieces when all are as long as the longest."""
    waiting = iter(sorted(items, key=lambda item: item.size + dice.random() * LOOSE))
    batches: list[list[Item]] = []
    longest = 0
    for item in waiting:
        longest = max(longest, item.size)
        if not batches or longest * (len(batches[-1]) + 1) > most:
            batches.append([])
            longest = item.size
        batches[-1].append(item)
    dice.shuffle(batches)
    return batches


def tensors_of(batch: Sequence[Sentence], known: WordPieces, labels: Labels) -> dict[str, Tensor]:
    """A batch as the network is given it: `ids`, `mask`, `pool` and `shapes`, and what it is to say: `heads` and a
    tensor for each kind of label.
    """
    pieces, words = max(sentence.size for sentence in batch), max(len(sentence.words) for sentence in batch)
    found = {
        "ids": torch.zeros(len(batch), pieces, dtype=torch.long),
        "mask": torch.full((len(batch), 1, 1, pieces), MASKED),
        "pool": torch.zeros(len(batch), words, pieces),
        "shapes": torch.zeros(len(batch), words, dtype=torch.long),
        "is_head": torch.zeros(len(batch), 1, words + 1, dtype=torch.bool),
        **{kind: torch.full((len(batch), words), UNKNOWN) for kind in ("heads", *labels)},
    }
    numbers = {kind: {label: number for number, label in enumerate(names)} for kind, names in labels.items()}
    for row, sentence in enumerate(batch):
        count = len(sentence.words)
        ids = [known.first, *(piece for word in sentence.pieces for piece in word), known.last]
        found["ids"][row, : len(ids)] = torch.tensor(ids)
        found["mask"][row, :, :, : len(ids)] = 0
        for word, (start, end) in enumerate(_bounds(sentence)):
            found["pool"][row, word, start:end] = 1 / (end - start)
        found["shapes"][row, :count] = torch.tensor([shape_of(word) for word in sentence.words])
        found["is_head"][row, :, : count + 1] = True
        found["heads"][row, :count] = torch.tensor(sentence.heads)
        for kind, names in numbers.items():
            found[kind][row, :count] = torch.tensor([names.get(label, UNKNOWN) for label in sentence.labels[kind]])
    return found


def _bounds(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = 1
    for pieces in sentence.pieces:
        yield start, start + len(pieces)
        start += len(pieces)


def _words(sent: Span) -> list[Token]:
    return [token for token in sent if not token.is_space]


def _sentence(tokens: Sequence[Token], known: WordPieces) -> Sentence:
    places = {token.i: place for place, token in enumerate(tokens, start=1)}
    has_pos = any(token.pos_ for token in tokens)  # written reports state tags only
    labels = {
        "deps": tuple(token.dep_ for token in tokens),
        "tags": tuple(token.tag_ for token in tokens),
        "pos": tuple(token.pos_ for token in tokens),
        "morph": tuple(str(token.morph) or "_" if has_pos else "" for token in tokens),
    }
    words = tuple(token.text for token in tokens)
    heads = tuple(0 if token.head.i == token.i else places[token.head.i] for token in tokens)
    return Sentence(words, tuple(tuple(known.of(word)) for word in words), heads, labels)
