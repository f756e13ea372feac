"""The fitted network as the file that the pipeline reads: small pieces, coarse weights, ONNX."""

import logging
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from pipelines.encoder import EncoderParser
from pipelines.encoder_model import Encoder, TreeNetwork
from pipelines.network import Network
from stages.parsing.word_pieces import FIRST, INSIDE, LAST, UNKNOWN, WordPieces

STEPS, PIECE_STEPS = 20, 11  # of a weight on either side of nothing, in layers and in the vectors of pieces
SIZES = {  # of a sentence's words and pieces, by input and output and place
    "ids": {0: "pieces"}, "pool": {0: "words", 1: "pieces"}, "shape": {0: "words"},
    "arcs": {0: "words", 1: "heads"}, "relations": {0: "words", 2: "heads"}, "tags": {0: "words"}, "pos": {0: "words"},
}  # fmt: skip
SAID = ("arcs", "relations", "tags", "pos")  # morphology is learnt for the others' sake


class Exported(nn.Module):
    """The network for one sentence, with the inputs and outputs that `Network` states."""

    def __init__(self, network: TreeNetwork, kept: Sequence[int]) -> None:
        super().__init__()
        self.network = network
        vectors, scale = piece_steps(network.encoder.piece.weight.detach()[list(kept)])
        self.register_buffer("vectors", vectors)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, pool: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        """The scores of SAID for the words of one sentence."""
        embedded = self.vectors[ids].float() * self.scale[ids]
        pieces = self.network.encoder.of_embedded(embedded[None], torch.zeros(1))
        said: Mapping[str, Tensor] = self.network.reader(pool[None] @ pieces, shape[None])
        return tuple(said[name][0] for name in SAID)


def export(network: TreeNetwork, known: WordPieces, labels: Mapping[str, Sequence[str]], out: Path) -> Path:
    """The folder of the spaCy component: weights in few steps of eight bits, pieces of other scripts left out."""
    kept = [number for number, piece in enumerate(known.pieces) if is_latin(piece)]
    coarsen(network.encoder)
    words = (torch.zeros(12, dtype=torch.long), torch.zeros(7, 12), torch.zeros(7, dtype=torch.long))
    onnx = onnx_of(Exported(network, kept), words, ("ids", "pool", "shape"), SAID, SIZES)
    names = {kind: labels[kind] for kind in ("deps", "tags", "pos")}
    made = Network(onnx, [known.pieces[number] for number in kept], names)
    EncoderParser(spacy.blank("en").vocab, made).to_disk(out)
    return out


def onnx_of(
    module: nn.Module,
    example: tuple[Tensor, ...],
    given: Sequence[str],
    said: Sequence[str],
    sizes: Mapping[str, Mapping[int, str]],
    whole_parts: Collection[str] = (),
) -> bytes:
    """A module as an ONNX file of eight-bit weights; `sizes` names the dimensions of inputs and outputs that vary.

    In `whole_parts` of the layers products are not taken in eight bits: few values there may be far above the rest.
    """
    logging.getLogger().setLevel(logging.ERROR)  # it advises a step of preparation that changes nothing here
    with TemporaryDirectory(prefix="attest-export-") as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            module.eval(), example, whole, input_names=list(given), output_names=list(said), dynamo=False,
            dynamic_axes={name: sizes[name] for name in (*given, *said) if name in sizes}, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            whole, small, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_products_of(whole_parts, whole),
            reduce_range=True,  # seven bits: older processors have no room for the sums of more
        )  # fmt: skip
        return small.read_bytes()


def _products_of(parts: Collection[str], path: Path) -> list[str]:
    """The names of the matrix products in parts of layers."""
    products = [node.name for node in onnx.load(path).graph.node if node.op_type == "MatMul"]
    return [name for name in products if set(name.split("/")) & set(parts)]


def piece_steps(vectors: Tensor) -> tuple[Tensor, Tensor]:
    """The vectors of pieces in few steps of eight bits, and how wide a step of each is."""
    scale = vectors.abs().amax(dim=1, keepdim=True) / PIECE_STEPS
    return torch.round(vectors / scale).to(torch.int8), scale


def coarsen(encoder: Encoder) -> None:
    """Leave few values to the weights of an encoder's layers, and half precision to those of its places."""
    with torch.no_grad():
        for layer in encoder.layers:
            for part in layer.children():
                if isinstance(part, nn.Linear):
                    part.weight.copy_(_in_steps(part.weight))
        encoder.place.weight.data = encoder.place.weight.half()


def is_latin(piece: str) -> bool:
    """Whether English text may hold the piece: of Latin letters, figures and signs, without accents, which are cut."""
    if piece.startswith("[") and len(piece) > 1:
        return piece in {FIRST, LAST, UNKNOWN}
    inner = piece.removeprefix(INSIDE)
    if any(unicodedata.category(char) == "Mn" for char in unicodedata.normalize("NFD", inner)):
        return False
    return all(char.isascii() or not char.isalnum() or "LATIN" in unicodedata.name(char, "") for char in inner)


def _in_steps(weights: Tensor) -> Tensor:
    """Each row on a grid, which leaves so few values that the packed file is small."""
    scale = weights.abs().amax(dim=1, keepdim=True) / STEPS
    return torch.round(weights / scale) * scale
