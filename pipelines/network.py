"""A contextual encoder with what reads trees off it, run by ONNX Runtime."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from stages.parsing.trees import best_tree
from stages.parsing.word_pieces import WordPieces, pool_of, shape_of

ROOT = "ROOT"  # the relation of a sentence's top
MOST_PIECES = 500  # that the encoder holds at once; a longer sentence is no prose, and is read in stretches
BEYOND = "parataxis"  # the relation of the tops of later stretches to that of the first

Labels = Mapping[str, Sequence[str]]  # `deps`, `tags` and `pos`, in the order of the network's outputs
Scores = NDArray[np.float32]
Stretch = list[list[int]]  # the pieces of each word


@dataclass(frozen=True, slots=True)
class Word:
    """What the network reads of a word; the head is a place in the sentence, its own for the top."""

    tag: str
    pos: str
    head: int
    relation: str


class Network:
    """An ONNX network of these inputs and outputs, for a sentence of w words in p pieces:

    `ids` (p), the numbers of the pieces; `pool` (w x p), the weight of each piece in each word; `shape` (w), see
    `shape_of`. `arcs` (w x (w + 1)), the scores of the root and of every word as the head of each; `relations` (w x
    relations x (w + 1)); `tags` (w x tags) and `pos` (w x parts of speech).
    """

    def __init__(self, onnx: bytes, pieces: Iterable[str], labels: Labels) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes
        self.onnx, self.pieces, self.labels = onnx, WordPieces(pieces), labels
        self._root = labels["deps"].index(ROOT)
        self._session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])

    def read(self, words: Sequence[str]) -> list[Word]:
        """The words of one sentence, none of them blank."""
        found: list[Word] = []
        for stretch in _stretches([self.pieces.of(word) for word in words]):
            start = len(found)
            shapes = [shape_of(word) for word in words[start : start + len(stretch)]]
            for word in self._read(stretch, shapes):
                is_beyond = start > 0 and word.relation == ROOT
                head = _top(found) if is_beyond else start + word.head
                found.append(replace(word, head=head, relation=BEYOND if is_beyond else word.relation))
        return found

    def _read(self, numbers: Stretch, shapes: Sequence[int]) -> list[Word]:
        ids = [self.pieces.first, *chain.from_iterable(numbers), self.pieces.last]
        given = {"ids": np.array(ids), "pool": pool_of(numbers, len(ids)), "shape": np.array(shapes)}
        arcs, relations, tags, pos = self._session.run(["arcs", "relations", "tags", "pos"], given)
        heads = best_tree(arcs)
        relations[:, self._root, 1:] = -np.inf  # below a word nothing is the top
        relations[:, :, 0] = np.where(np.arange(relations.shape[1]) == self._root, 0, -np.inf)
        named = relations[np.arange(len(heads)), :, heads].argmax(axis=1)
        return [
            Word(
                self.labels["tags"][tag], self.labels["pos"][part], head - 1 if head else at, self.labels["deps"][name]
            )
            for at, (tag, part, head, name) in enumerate(
                zip(tags.argmax(axis=1), pos.argmax(axis=1), heads, named, strict=True)
            )
        ]


def _stretches(numbers: Sequence[list[int]]) -> Iterator[Stretch]:
    stretch: Stretch = []
    size = 0
    for pieces in numbers:
        if stretch and size + len(pieces) > MOST_PIECES:
            yield stretch
            stretch, size = [], 0
        stretch.append(pieces)
        size += len(pieces)
    if stretch:
        yield stretch


def _top(words: Sequence[Word]) -> int:
    return next(at for at, word in enumerate(words) if word.relation == ROOT)
