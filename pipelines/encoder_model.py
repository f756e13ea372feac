"""The encoder and what reads trees off it, as PyTorch networks; only training needs them.

The encoder is a BERT (Devlin et al. 2019), the scores of heads and relations are biaffine (Dozat and Manning 2017).
"""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, leaky_relu

WEIGHTS = "model.safetensors"  # in the folder of a pretrained encoder
ATTENTION_HEADS = 12
EPSILON = 1e-12
SHAPES, SHAPE_WIDTH = 8, 32  # see `shape_of`
ARC_WIDTH, RELATION_WIDTH = 320, 128
DROPPED, DROPPED_ABOVE = 0.1, 0.33  # shares, in the encoder and in what reads off it
MASKED = -1e4
LAST_LAYER = 2.0  # its first weight in the mix of layers, before the softmax; that of the others is 0

Sentences = Mapping[str, Tensor]  # of one batch, see `pipelines.encoder_batches`
PARTS = {  # of a layer, and what the published weights call them
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "rise": "intermediate.dense",
    "fall": "output.dense",
    "mapped": "output.LayerNorm",
}


class Dropping(nn.Module):
    """Dropout of the same channels for every word of a sentence (Gal and Ghahramani 2016), which costs little."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, values: Tensor) -> Tensor:
        """The values (sentences x words x width), in training without a share of the channels."""
        if not self.training:
            return values
        kept = torch.rand(values.shape[0], 1, values.shape[-1]) > self.share
        return values * (kept.to(values.dtype) / (1 - self.share))


class Layer(nn.Module):
    """Self-attention and two linear maps, each added to what it is given."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.rise, self.fall = nn.Linear(width, inner), nn.Linear(inner, width)
        self.attended, self.mapped = nn.LayerNorm(width, eps=EPSILON), nn.LayerNorm(width, eps=EPSILON)
        self.drop = Dropping(DROPPED)

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        """The values (sentences x pieces x width) one layer up; the mask is added to the scores of attention."""
        query, key, value = (self._split(part(values)) for part in (self.query, self.key, self.value))
        scores = query * query.shape[-1] ** -0.5 @ key.transpose(2, 3) + mask
        seen = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(values.shape)
        values = self.attended(values + self.drop(self.output(seen)))
        return self.mapped(values + self.drop(self.fall(gelu(self.rise(values)))))

    def _split(self, values: Tensor) -> Tensor:
        sentences, pieces, width = values.shape
        return values.view(sentences, pieces, ATTENTION_HEADS, width // ATTENTION_HEADS).transpose(1, 2)


class Encoder(nn.Module):
    """Word pieces to vectors, a learnt mix of all layers."""

    def __init__(self, pieces: int, places: int, width: int, inner: int, layers: int) -> None:
        super().__init__()
        self.piece, self.place = nn.Embedding(pieces, width), nn.Embedding(places, width)
        self.first_text = nn.Parameter(torch.zeros(width))
        self.embedded, self.drop = nn.LayerNorm(width, eps=EPSILON), Dropping(DROPPED)
        self.layers = nn.ModuleList(Layer(width, inner) for _ in range(layers))
        self.mix = nn.Parameter(torch.tensor([0.0] * layers + [LAST_LAYER]))

    @classmethod
    def pretrained(cls, folder: Path) -> "Encoder":
        """The encoder of published weights, under the names that BERTs have in the transformers library."""
        given = {name.removeprefix("bert."): values for name, values in load_file(folder / WEIGHTS).items()}
        pieces, width = given["embeddings.word_embeddings.weight"].shape
        layers = sum(name.endswith("attention.self.query.weight") for name in given)
        inner = len(given["encoder.layer.0.intermediate.dense.bias"])
        places = len(given["embeddings.position_embeddings.weight"])
        made = cls(pieces, places, width, inner, layers)
        state = {
            "mix": made.mix.detach(),
            "piece.weight": given["embeddings.word_embeddings.weight"],
            "place.weight": given["embeddings.position_embeddings.weight"],
            "first_text": given["embeddings.token_type_embeddings.weight"][0],
        }
        for kind in ("weight", "bias"):
            state[f"embedded.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
            for layer in range(layers):
                for ours, theirs in PARTS.items():
                    state[f"layers.{layer}.{ours}.{kind}"] = given[f"encoder.layer.{layer}.{theirs}.{kind}"]
        made.load_state_dict(state)
        return made

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors (sentences x pieces x width) of the numbers of pieces."""
        return self.of_embedded(self.piece(ids), mask)

    def of_embedded(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """The same from the pieces' own vectors."""
        places = self.place.weight[: pieces.shape[1]]
        values = self.drop(self.embedded(pieces + places.float() + self.first_text))
        weights = torch.softmax(self.mix, 0)
        mixed = weights[0] * values
        for weight, layer in zip(weights[1:], self.layers, strict=True):
            values = layer(values, mask)
            mixed = mixed + weight * values
        return mixed


class Reader(nn.Module):
    """Vectors of words to scores of heads, relations and labels."""

    def __init__(self, width: int, labels: Mapping[str, int]) -> None:
        super().__init__()
        self.shape = nn.Embedding(SHAPES, SHAPE_WIDTH)
        wide = width + SHAPE_WIDTH
        self.root = nn.Parameter(torch.randn(wide) * 0.02)
        self.arc_word, self.arc_head = nn.Linear(wide, ARC_WIDTH), nn.Linear(wide, ARC_WIDTH)
        self.relation_word, self.relation_head = nn.Linear(wide, RELATION_WIDTH), nn.Linear(wide, RELATION_WIDTH)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH)))
        size = RELATION_WIDTH + 1
        self.relation = nn.Parameter(nn.init.xavier_uniform_(torch.zeros(labels["deps"], size, size)))
        self.label = nn.ModuleDict({kind: nn.Linear(wide, count) for kind, count in labels.items() if kind != "deps"})
        self.drop = Dropping(DROPPED_ABOVE)

    def forward(self, words: Tensor, shapes: Tensor) -> dict[str, Tensor]:
        """Of sentences x w words: `arcs` (w x (w + 1)), `relations` (w x relations x (w + 1)), and labels of each kind.

        The first column stands for the root.
        """
        words = torch.cat([words, self.shape(shapes)], -1)
        heads = torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, -1), words], 1)
        arcs = _with_one(self._bent(self.arc_word, words)) @ self.arc @ self._bent(self.arc_head, heads).transpose(1, 2)
        below, above = (
            _with_one(self._bent(part, values))
            for part, values in ((self.relation_word, words), (self.relation_head, heads))
        )
        relations, size, _ = self.relation.shape
        turned = (below @ self.relation.permute(1, 0, 2).reshape(size, -1)).unflatten(-1, (relations, size))
        scores = turned @ above.transpose(1, 2)[:, None]
        dropped = self.drop(words)
        return {"arcs": arcs, "relations": scores, **{kind: label(dropped) for kind, label in self.label.items()}}

    def _bent(self, part: nn.Module, values: Tensor) -> Tensor:
        return self.drop(leaky_relu(part(values), 0.1))


class TreeNetwork(nn.Module):
    """The encoder with its reader."""

    def __init__(self, encoder: Encoder, labels: Mapping[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.reader = Reader(len(encoder.first_text), labels)

    def forward(self, batch: Sentences) -> dict[str, Tensor]:
        """What the reader says of a batch of sentences."""
        pieces = self.encoder(batch["ids"], batch["mask"])
        return self.reader(batch["pool"].to(pieces.dtype) @ pieces, batch["shapes"])


def _with_one(values: Tensor) -> Tensor:
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)
