"""The fitted second reader as the files that the pipeline reads: small pieces, coarse weights, ONNX."""

from pathlib import Path

import torch
from torch import Tensor, nn

from pipelines.encoder_export import coarsen, is_latin, onnx_of, piece_steps
from pipelines.second_reader import SecondReader
from pipelines.second_reader_model import ReaderNetwork
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.questions import Labels

GIVEN = ("ids", "pool", "marks", "possible", "told", "shapes", "relations", "trigger", "type", "status")
SAID = ("said_type", "said_status", "count", "point", "null")
BY_WORD = ("marks", "possible", "told", "shapes", "relations", "trigger")
SIZES = {
    "ids": {0: "pieces"}, "pool": {0: "word", 1: "pieces"}, "point": {1: "word"},
    **{name: {0: "word"} for name in BY_WORD},
}  # fmt: skip


class Exported(nn.Module):
    """The network for one window, with the inputs and outputs that `SecondReader` states."""

    def __init__(self, network: ReaderNetwork, kept: list[int]) -> None:
        super().__init__()
        self.network = network
        vectors, scale = piece_steps(network.encoder.piece.weight.detach()[kept])
        self.register_buffer("vectors", vectors)
        self.register_buffer("scale", scale)

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        """The scores of SAID for one window."""
        window = dict(zip(GIVEN, given, strict=True))
        ids = window["ids"]
        embedded = self.vectors[ids].float() * self.scale[ids]
        batch = {name: values[None] for name, values in window.items() if name not in {"type", "status"}}
        batch |= {name: window[name] for name in ("type", "status")} | {"mask": torch.zeros(1)}
        said = self.network.of_pieces(embedded[None], batch)
        return tuple(said[name.removeprefix("said_")][0] for name in SAID)


def export(network: ReaderNetwork, known: WordPieces, labels: Labels, out: Path) -> Path:
    """The folder of the second reader: weights in few steps of eight bits, pieces of other scripts left out."""
    kept = [number for number, piece in enumerate(known.pieces) if is_latin(piece)]
    coarsen(network.encoder)
    onnx = onnx_of(Exported(network, kept), _example(labels), GIVEN, SAID, SIZES)
    return SecondReader(onnx, [known.pieces[number] for number in kept], labels).to_disk(out)


def _example(labels: Labels) -> tuple[Tensor, ...]:
    """A window of seven words in twelve pieces."""
    words, pieces = 7, 12
    numbers = torch.zeros(words, dtype=torch.long)
    shapes = {
        "ids": torch.zeros(pieces, dtype=torch.long),
        "pool": torch.full((words, pieces), 1 / pieces),
        "marks": torch.zeros(words, 2 * len(labels.marks) + 2),
        "possible": torch.zeros(words, len(labels.types)),
        "trigger": torch.zeros(words),
        "type": torch.zeros(1, dtype=torch.long),
        "status": torch.zeros(1, dtype=torch.long),
    }
    return tuple(shapes.get(name, numbers) for name in GIVEN)
