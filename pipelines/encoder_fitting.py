"""Fitting the encoder's network to treebanks, in a process of its own; needs PyTorch, see the extra `train`."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.tokens import DocBin
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel

from pipelines.encoder_batches import KINDS, Labels, Sentence, batches_in, labels_in, sentences_of, tensors_of
from pipelines.encoder_export import export
from pipelines.encoder_model import Encoder, TreeNetwork
from pipelines.encoder_weights import pieces_of, pretrained
from stages.parsing.word_pieces import WordPieces

WEIGHTS = {"deps": 1.0, "tags": 0.3, "pos": 0.15, "morph": 0.15}  # of what is learnt beside the heads, in the loss


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to fit; the figures are those of the model card."""

    epochs: float = 5
    steps: int | None = None  # at most
    pieces: int = 2800  # a batch, at most
    longest: int = 200  # pieces; longer sentences are left out
    rate: float = 2.5e-4  # of the encoder
    reader_rate: float = 2e-3
    rising: float = 0.06  # share of the steps in which the rates rise; then they fall to a fiftieth
    averaged_from: float = 0.5  # share of the steps from which on weights are averaged
    seed: int = 20


def fit_encoder(encoder: Path, train: Path, out: Path, recipe: Recipe) -> Path:
    """The folder of the fitted parser, as its spaCy component reads it. `train` is a DocBin.

    The seed decides everything random. Each fifty steps print a line to standard error.
    """
    torch.manual_seed(recipe.seed)
    dice = Random(recipe.seed)  # noqa: S311
    known = WordPieces(pieces_of(encoder))
    docs = list(DocBin().from_disk(train).get_docs(spacy.blank("en").vocab))
    sentences = [each for each in sentences_of(docs, known) if each.size <= recipe.longest]
    labels = labels_in(sentences)
    network = TreeNetwork(pretrained(encoder), {kind: len(names) for kind, names in labels.items()})
    averaged = _fit(network, sentences, known, labels, recipe, dice)
    return export(averaged, known, labels, out)


def loss_of(said: Mapping[str, Tensor], batch: Mapping[str, Tensor]) -> Tensor:
    """The sum over heads, relations to the true heads and labels of the mean negative log-likelihood of a word."""
    arcs = said["arcs"].float().masked_fill(~batch["is_head"], float("-inf"))
    above = batch["heads"].clamp(min=0)[:, :, None, None]
    relations = said["relations"].gather(3, above.expand(*said["relations"].shape[:3], 1)).squeeze(3)
    loss = _mean(arcs, batch["heads"])
    for kind in KINDS:
        loss = loss + WEIGHTS[kind] * _mean(relations if kind == "deps" else said[kind], batch[kind])
    return loss


def _mean(scores: Tensor, true: Tensor) -> Tensor:
    total = cross_entropy(scores.float().flatten(0, 1), true.flatten(), reduction="sum")
    return total / (true >= 0).sum().clamp(min=1)


def _fit(
    network: TreeNetwork,
    sentences: Sequence[Sentence],
    known: WordPieces,
    labels: Labels,
    recipe: Recipe,
    dice: Random,
) -> TreeNetwork:
    """The running average of the weights of the later steps."""
    each = len(batches_in(sentences, recipe.pieces, dice))
    steps = min(int(each * recipe.epochs), recipe.steps or sys.maxsize)
    optimizer = optimizer_of(network, network.encoder, recipe.rate, recipe.reader_rate)
    rates = rates_of(optimizer, recipe.rising, steps)
    averaged = AveragedModel(network, avg_fn=lambda old, new, count: old + (new - old) / min(count + 1, 500))
    network.train()
    step = 0
    while step < steps:
        for batch in batches_in(sentences, recipe.pieces, dice)[: steps - step]:
            given = tensors_of(batch, known, labels)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network(given), given)
            descend(network, loss, optimizer, rates)
            step += 1
            if step > recipe.averaged_from * steps:
                averaged.update_parameters(network)
            tell(step, steps, loss)
    made: TreeNetwork = averaged.module
    return made.eval()


def optimizer_of(network: nn.Module, encoder: Encoder, rate: float, reader_rate: float) -> AdamW:
    """The encoder at its own rate, only its matrices drawn towards nothing, and what reads off it at another."""
    own = [value for name, value in encoder.named_parameters() if name != "mix" and value.requires_grad]
    known = {id(value) for name, value in encoder.named_parameters() if name != "mix"}
    groups = [
        {"params": [value for value in own if value.ndim > 1], "lr": rate, "weight_decay": 0.01},
        {"params": [value for value in own if value.ndim == 1], "lr": rate},
        {"params": [value for value in network.parameters() if id(value) not in known], "lr": reader_rate},
    ]
    return AdamW(groups, weight_decay=0, betas=(0.9, 0.98))


def rates_of(optimizer: AdamW, rising: float, steps: int) -> LambdaLR:
    """Rates that rise for that share of the steps and then fall to a fiftieth."""
    return LambdaLR(optimizer, lambda step: min(1, step / max(1, rising * steps)) * max(0.02, 1 - step / steps))


def descend(network: nn.Module, loss: Tensor, optimizer: AdamW, rates: LambdaLR) -> None:
    """One step down the loss, of bounded length."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    rates.step()


def tell(step: int, steps: int, loss: Tensor) -> None:
    """A line to standard error each fifty steps."""
    if step % 50 == 0:
        print(f"step {step} of {steps}, loss {loss.item():.3f}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    encoder, train, out, recipe = json.loads(sys.argv[1])
    fit_encoder(Path(encoder), Path(train), Path(out), Recipe(**recipe))
