"""The encoder and what reads trees off it, as a PyTorch network; needed for training only."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WEIGHTS = "model.safetensors"  # a BERT's, in the folder of the pretrained encoder
HEADS = 12  # of attention
SHAPES, SHAPE_WIDTH = 8, 32
ARC_WIDTH, RELATION_WIDTH = 320, 128
DROPPED, DROPPED_ABOVE = 0.1, 0.33  # shares, in the encoder and in what reads off it
MASKED = -1e4

Given = Mapping[str, Tensor]


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
    """One layer of a BERT: self-attention and two linear maps, each added to what it is given."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.rise, self.fall = nn.Linear(width, inner), nn.Linear(inner, width)
        self.attended, self.mapped = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropping(DROPPED)

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        """Values of sentences x pieces x width; the mask is added to the scores of attention."""
        size = values.shape[-1] // HEADS

        def split(given: Tensor) -> Tensor:
            return given.view(*given.shape[:2], HEADS, size).transpose(1, 2)

        query, key, value = split(self.query(values)), split(self.key(values)), split(self.value(values))
        attention = torch.softmax(query * size**-0.5 @ key.transpose(2, 3) + mask, -1) @ value
        joined = attention.transpose(1, 2).reshape(values.shape)
        values = self.attended(values + self.drop(self.output(joined)))
        inner = nn.functional.gelu(self.rise(values))
        return self.mapped(values + self.drop(self.fall(inner)))


NAMES = {  # of a layer's parts in the published weights
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "rise": "intermediate.dense",
    "fall": "output.dense",
    "mapped": "output.LayerNorm",
}
