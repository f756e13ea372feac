"""Published weights of an encoder, under the names that they have in the transformers library."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from pipelines.encoder_model import Encoder, Size

WEIGHTS, VOCABULARY = "model.safetensors", "vocab.txt"  # in the folder of a pretrained encoder; a piece a line
DISTANCE = "encoder.relative_attention_bias.weight"  # only an MPNet has it
TEXTS = "embeddings.token_type_embeddings.weight"  # only a BERT has it
BEFORE = 2  # places of an MPNet that stand for no piece
OPENING = {"<s>": "[CLS]", "</s>": "[SEP]"}  # as an MPNet and as a BERT write what opens and closes
PARTS = {  # of a layer, and what they are called
    "rise": "intermediate.dense",
    "fall": "output.dense",
    "mapped": "output.LayerNorm",
}
ATTENTION = {
    False: {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attended": "attention.output.LayerNorm",
    },
    True: {
        "query": "attention.attn.q",
        "key": "attention.attn.k",
        "value": "attention.attn.v",
        "output": "attention.attn.o",
        "attended": "attention.LayerNorm",
    },
}


def pretrained(folder: Path, layers: int | None = None) -> Encoder:
    """The encoder of published weights of a BERT or an MPNet, its lowest layers where a number of them is given."""
    given = {_bare(name): values for name, values in load_file(folder / WEIGHTS).items()}
    is_mpnet = DISTANCE in given
    places = given["embeddings.position_embeddings.weight"][BEFORE if is_mpnet else 0 :]
    pieces, width = given["embeddings.word_embeddings.weight"].shape
    found = sum(name.endswith("intermediate.dense.bias") for name in given)
    size = Size(
        pieces,
        len(places),
        width,
        inner=len(given["encoder.layer.0.intermediate.dense.bias"]),
        layers=found if layers is None else min(layers, found),
        sees_distance=is_mpnet,
        epsilon=1e-5 if is_mpnet else 1e-12,
    )
    made = Encoder(size)
    state = {
        "mix": made.mix.detach(),
        "piece.weight": given["embeddings.word_embeddings.weight"],
        "place.weight": places,
        "first_text": made.first_text.detach() if is_mpnet else given[TEXTS][0],
    }
    if is_mpnet:
        state["distance.weight"] = given[DISTANCE]
    made.load_state_dict(state | dict(_layers(given, size)))
    return made


def pieces_of(folder: Path) -> list[str]:
    """The pieces of published weights, in their order, what opens and closes a sentence named as a BERT does."""
    found = (folder / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1]
    if not OPENING.keys() <= set(found):
        return found
    named = [f"[unused {piece}]" if piece in OPENING.values() else piece for piece in found]
    return [OPENING.get(piece, piece) for piece in named]


def _layers(given: Mapping[str, Tensor], size: Size) -> Iterator[tuple[str, Tensor]]:
    """The weights of the first norm and of so many layers, as an Encoder calls them."""
    parts = PARTS | ATTENTION[size.sees_distance]
    for kind in ("weight", "bias"):
        yield f"embedded.{kind}", given[f"embeddings.LayerNorm.{kind}"]
        for layer in range(size.layers):
            for ours, theirs in parts.items():
                yield f"layers.{layer}.{ours}.{kind}", given[f"encoder.layer.{layer}.{theirs}.{kind}"]


def _bare(name: str) -> str:
    return name.removeprefix("bert.").removeprefix("mpnet.")
