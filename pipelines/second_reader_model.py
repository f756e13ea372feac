"""The second reader as a PyTorch network: an encoder that is shown what the rules read; only training needs it."""

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from pipelines.encoder_model import Encoder
from stages.second_reader.questions import Labels

LAYERS, SHARED = 9, 6  # of the encoder; the shared ones read a sentence once, the others once for each trigger
SHAPES = 8  # see `shape_of`
INNER = 384
DROPPED = 0.2
SPREAD, MARKED = 0.02, 0.1  # of first weights
NOBODY = -1e4  # the score of what is no word

Batch = Mapping[str, Tensor]  # see `sentence_arrays` and `claim_arrays` of `stages.second_reader.questions`


class ReaderNetwork(nn.Module):
    """Pieces with what is known of each word, read in their sentence, and read again with what the rules say of one
    trigger, from which its type, its status and the heads of its roles are read off."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__()
        width, types, roles = encoder.size.width, len(labels.types), len(labels.roles)
        self.encoder, self.roles = encoder, roles
        self.possible = nn.Parameter(torch.randn(types, width) * SPREAD)
        self.own = nn.Parameter(torch.randn(width) * SPREAD)
        self.told = _embedding(types + 1, width)
        self.relation, self.shape = _embedding(len(labels.relations) + 1, width), _embedding(SHAPES, width)
        self.marks = nn.Parameter(torch.randn(2 * len(labels.marks) + 2, width) * MARKED)
        self.shown_type = _embedding(types + 1, width)
        self.shown_status = _embedding(len(labels.statuses) + 1, width)
        self.norm, self.words = nn.LayerNorm(width), _map(width, types)
        self.kind, self.status = _map(width, types), _map(width, len(labels.statuses))
        self.count = nn.Linear(width, 1)
        self.point, self.null = _map(width, roles), _map(width, roles)
        self.asked, self.asking = nn.Linear(width, INNER), nn.Linear(width, INNER * roles)

    def sentences(self, pieces: Tensor, batch: Batch) -> Tensor:
        """Vectors (windows x pieces x width) of what stands in the windows, from the pieces' own vectors."""
        known = batch["possible"] @ self.possible + batch["own"][..., None] * self.own
        known = known + self.told(batch["told"]) + self.relation(batch["relations"]) + self.shape(batch["shapes"])
        values = self.encoder.placed(pieces + _spread(batch["pool"], known))
        seen = self.encoder.seen(values, batch["mask"])
        for layer in self.encoder.layers[:SHARED]:
            values = layer(values, seen)
        return values

    def types_of_words(self, values: Tensor, pool: Tensor) -> Tensor:
        """The scores (windows x words x types) of every word as a trigger, which are learnt for the others' sake."""
        return self.words(pool.to(values.dtype) @ self.norm(values.float()).to(values.dtype))

    def claims(self, values: Tensor, batch: Batch) -> dict[str, Tensor]:
        """The scores of a batch of triggers, as `Reader` states them for one, from the vectors of each one's window."""
        trigger = batch["trigger"][..., None]
        shown = (self.shown_type(batch["type"]) + self.shown_status(batch["status"]))[:, None]
        known = batch["marks"] @ self.marks + trigger * shown
        values = values + _spread(batch["pool"], known).to(values.dtype)
        seen = self.encoder.seen(values, batch["mask"])
        for layer in self.encoder.layers[SHARED:]:
            values = layer(values, seen)
        words = batch["pool"].to(values.dtype) @ values
        at_trigger = (words * trigger.to(words.dtype)).sum(1)
        asking = self.asking(at_trigger).unflatten(-1, (self.roles, INNER))
        return {
            "type": self.kind(at_trigger),
            "status": self.status(at_trigger),
            "count": self.count(at_trigger),
            "point": self.point(words).transpose(1, 2) + asking @ self.asked(words).transpose(1, 2) / math.sqrt(INNER),
            "null": self.null(at_trigger),
        }


def _spread(pool: Tensor, words: Tensor) -> Tensor:
    """What is known of words, for each of their pieces."""
    return (pool > 0).to(words.dtype).transpose(1, 2) @ words


def _embedding(count: int, width: int) -> nn.Embedding:
    made = nn.Embedding(count, width)
    nn.init.normal_(made.weight, std=SPREAD)
    return made


def _map(width: int, count: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, INNER), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(INNER, count))
