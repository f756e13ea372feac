"""The second reader as a PyTorch network: an encoder that is shown what the rules read; only training needs it."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from pipelines.encoder_model import Encoder
from stages.second_reader.questions import Labels

SHAPES = 8  # see `shape_of`
INNER = 256
DROPPED = 0.2
SPREAD = 0.02  # of first weights
NOBODY = -1e4  # the score of what is no word

Batch = Mapping[str, Tensor]  # see `stages.second_reader.questions.arrays_of`, with the truth beside it


class ReaderNetwork(nn.Module):
    """Vectors of words, to which what is known of each is added before the encoder reads them, and what is read off."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        super().__init__()
        width, types = len(encoder.first_text), len(labels.types)
        self.encoder = encoder
        self.marks = nn.Parameter(torch.randn(2 * len(labels.marks) + 2, width) * SPREAD)
        self.possible = nn.Parameter(torch.randn(types, width) * SPREAD)
        self.told, self.shown_type = _embedding(types + 1, width), _embedding(types + 1, width)
        self.shown_status = _embedding(len(labels.statuses) + 1, width)
        self.relation, self.shape = _embedding(len(labels.relations) + 1, width), _embedding(SHAPES, width)
        self.words, self.kind = _map(width, types), _map(width, types)
        self.status, self.count = _map(width, len(labels.statuses)), nn.Linear(width, 1)
        self.point, self.null = _map(width, len(labels.roles)), _map(width, len(labels.roles))

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """The scores of a batch of windows, as `Reader` states them for one."""
        return self.of_pieces(self.encoder.piece(batch["ids"]), batch)

    def of_pieces(self, pieces: Tensor, batch: Batch) -> dict[str, Tensor]:
        """The same from the pieces' own vectors."""
        trigger = batch["trigger"][..., None]
        shown = (self.shown_type(batch["type"]) + self.shown_status(batch["status"]))[:, None]
        known = batch["marks"] @ self.marks + batch["possible"] @ self.possible + trigger * shown
        known = known + self.told(batch["told"]) + self.relation(batch["relations"]) + self.shape(batch["shapes"])
        spread = (batch["pool"] > 0).to(known.dtype).transpose(1, 2) @ known
        read = self.encoder.of_embedded(pieces + spread, batch["mask"])
        words = batch["pool"].to(read.dtype) @ read
        at_trigger = (words * trigger.to(words.dtype)).sum(1)
        return {
            "words": self.words(words),
            "type": self.kind(at_trigger),
            "status": self.status(at_trigger),
            "count": self.count(at_trigger),
            "point": self.point(words).transpose(1, 2),
            "null": self.null(at_trigger),
        }


def _embedding(count: int, width: int) -> nn.Embedding:
    made = nn.Embedding(count, width)
    nn.init.normal_(made.weight, std=SPREAD)
    return made


def _map(width: int, count: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, INNER), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(INNER, count))
