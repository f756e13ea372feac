"""The fitted second reader as the files that the pipeline reads: small pieces, coarse weights, ONNX."""

from pathlib import Path

import torch
from torch import Tensor, nn

from pipelines.encoder_export import coarsen, is_latin, onnx_of, piece_steps
from pipelines.second_reader import write_reader
from pipelines.second_reader_batches import SCALARS
from pipelines.second_reader_model import ReaderNetwork
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.questions import Labels

OF_SENTENCE = ("ids", "pool", "own", "possible", "told", "shapes", "relations")
OF_CLAIM = ("values", "pool", "marks", "trigger", "type", "status")
SAID = ("said_type", "said_status", "count", "point", "null")
WORDS, PIECES = 7, 12  # of the example that the networks are traced with
BY_WORD = ("own", "possible", "told", "shapes", "relations", "marks", "trigger")
SIZES = {
    "ids": {0: "pieces"}, "pool": {0: "word", 1: "pieces"}, "values": {0: "pieces"}, "point": {1: "word"},
    **{name: {0: "word"} for name in BY_WORD},
}  # fmt: skip


class Sentence(nn.Module):
    """The lower layers for one window, with the inputs and the output that `SecondReader` states."""

    def __init__(self, network: ReaderNetwork, kept: list[int]) -> None:
        super().__init__()
        self.network = network
        vectors, scale = piece_steps(network.encoder.piece.weight.detach()[kept])
        self.register_buffer("vectors", vectors)
        self.register_buffer("scale", scale)

    def forward(self, *given: Tensor) -> Tensor:
        """The vectors of the pieces of one window."""
        window = {name: values[None] for name, values in zip(OF_SENTENCE, given, strict=True)}
        ids = given[0]
        embedded = self.vectors[ids].float() * self.scale[ids]
        return self.network.sentences(embedded[None], window | {"mask": torch.zeros(1)})[0]


class Claim(nn.Module):
    """The upper layers for one trigger."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, values: Tensor, *given: Tensor) -> tuple[Tensor, ...]:
        """The scores of SAID for one trigger of a window."""
        batch = dict(zip(OF_CLAIM[1:], given, strict=True))
        batch = {name: each if name in SCALARS else each[None] for name, each in batch.items()}
        said = self.network.claims(values[None], batch | {"mask": torch.zeros(1)})
        return tuple(said[name.removeprefix("said_")][0] for name in SAID)


def export(network: ReaderNetwork, known: WordPieces, labels: Labels, out: Path) -> Path:
    """The folder of the second reader: weights in few steps of eight bits, pieces of other scripts left out."""
    kept = [number for number, piece in enumerate(known.pieces) if is_latin(piece)]
    coarsen(network.encoder)
    example = _example(labels, network.encoder.size.width)

    def onnx(module: nn.Module, given: tuple[str, ...], said: tuple[str, ...], *whole_parts: str) -> bytes:
        return onnx_of(module, tuple(example[name] for name in given), given, said, SIZES, whole_parts)

    sentence = onnx(Sentence(network, kept), OF_SENTENCE, ("values",))
    claim = onnx(Claim(network), OF_CLAIM, SAID, "fall")  # in eight bits it doubles what the export changes
    return write_reader(out, sentence, claim, [known.pieces[number] for number in kept], labels)


def _example(labels: Labels, width: int) -> dict[str, Tensor]:
    """A window of some words."""
    numbers, ones = torch.zeros(WORDS, dtype=torch.long), torch.ones(1, dtype=torch.long)
    return {
        "ids": torch.zeros(PIECES, dtype=torch.long),
        "pool": torch.full((WORDS, PIECES), 1 / PIECES),
        "own": torch.ones(WORDS),
        "possible": torch.zeros(WORDS, len(labels.types)),
        **dict.fromkeys(("told", "shapes", "relations"), numbers),
        "values": torch.zeros(PIECES, width),
        "marks": torch.zeros(WORDS, 2 * len(labels.marks) + 2),
        "trigger": torch.zeros(WORDS),
        **dict.fromkeys(SCALARS, ones),
    }
