"""The encoder and what reads trees off it, as PyTorch networks; only training needs them.

The encoder is a BERT (Devlin et al. 2019) or an MPNet (Song et al. 2020), which also sees how far apart pieces are; the
scores of heads and relations are biaffine (Dozat and Manning 2017).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, leaky_relu

ATTENTION_HEADS = 12
BUCKETS, FARTHEST = 32, 128  # of distances between pieces, half of them for either side; those beyond are alike
SHAPES, SHAPE_WIDTH = 8, 32  # see `shape_of`
ARC_WIDTH, RELATION_WIDTH = 320, 128
DROPPED, DROPPED_ABOVE = 0.1, 0.33  # shares, in the encoder and in what reads off it
MASKED = -1e4
LAST_LAYER = 2.0  # its first weight in the mix of layers, before the softmax; that of the others is 0

Sentences = Mapping[str, Tensor]  # of one batch, see `pipelines.encoder_batches`


@dataclass(frozen=True)
class Size:
    """How large an encoder is; `epsilon` keeps its norms from dividing by nothing."""

    pieces: int
    places: int
    width: int
    inner: int
    layers: int
    sees_distance: bool = False
    epsilon: float = 1e-12


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

    def __init__(self, size: Size) -> None:
        super().__init__()
        width, inner, epsilon = size.width, size.inner, size.epsilon
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.rise, self.fall = nn.Linear(width, inner), nn.Linear(inner, width)
        self.attended, self.mapped = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
        self.drop = Dropping(DROPPED)

    def forward(self, values: Tensor, seen: Tensor) -> Tensor:
        """The values (sentences x pieces x width) one layer up; what is seen is added to the scores of attention."""
        query, key, value = (self._split(part(values)) for part in (self.query, self.key, self.value))
        scores = query * query.shape[-1] ** -0.5 @ key.transpose(2, 3) + seen
        found = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(values.shape)
        values = self.attended(values + self.drop(self.output(found)))
        return self.mapped(values + self.drop(self.fall(gelu(self.rise(values)))))

    def _split(self, values: Tensor) -> Tensor:
        sentences, pieces, width = values.shape
        return values.view(sentences, pieces, ATTENTION_HEADS, width // ATTENTION_HEADS).transpose(1, 2)


class Encoder(nn.Module):
    """Word pieces to vectors, a learnt mix of all layers."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.piece, self.place = nn.Embedding(size.pieces, size.width), nn.Embedding(size.places, size.width)
        self.first_text = nn.Parameter(torch.zeros(size.width))
        self.embedded, self.drop = nn.LayerNorm(size.width, eps=size.epsilon), Dropping(DROPPED)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.mix = nn.Parameter(torch.tensor([0.0] * size.layers + [LAST_LAYER]))
        self.distance = nn.Embedding(BUCKETS, ATTENTION_HEADS) if size.sees_distance else None
        self.register_buffer("buckets", _buckets(), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors (sentences x pieces x width) of the numbers of pieces."""
        return self.of_embedded(self.piece(ids), mask)

    def of_embedded(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """The same from the pieces' own vectors."""
        values, seen = self.placed(pieces), self.seen(pieces, mask)
        weights = torch.softmax(self.mix, 0)
        mixed = weights[0] * values
        for weight, layer in zip(weights[1:], self.layers, strict=True):
            values = layer(values, seen)
            mixed = mixed + weight * values
        return mixed

    def placed(self, pieces: Tensor) -> Tensor:
        """The pieces' own vectors at their places, as the first layer is given them."""
        places = self.place.weight[: pieces.shape[1]]
        return self.drop(self.embedded(pieces + places.float() + self.first_text))

    def seen(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """What is added to the scores of attention: the mask, and what the distance between two pieces is worth."""
        if self.distance is None:
            return mask
        at = torch.arange(pieces.shape[1])
        apart = (at[None] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return mask + self.distance(self.buckets[apart]).permute(2, 0, 1)[None]


def _buckets() -> Tensor:
    """The bucket of each distance from -FARTHEST on: near ones have one each, farther ones share theirs."""
    apart = torch.arange(-FARTHEST, FARTHEST + 1)
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = apart.abs().clamp(min=1).float()
    shared = exact + (torch.log(far / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return (apart > 0).long() * half + torch.where(far < exact, apart.abs(), shared.clamp(max=half - 1))


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
