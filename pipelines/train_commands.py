"""`attest train` and `attest train-reader`: the networks made anew."""

from pathlib import Path

import seeds
from pipelines.cli import environment_of
from pipelines.commands import BadSetting, settings_of


def train(
    treebanks: Path, ner: Path, out: Path | None, warehouse: Path, steps: int | None, encoder: Path | None
) -> None:
    """A new language model; one of fewer steps than the recipe's is a trial and never takes the shipped one's place."""
    if steps is not None and out is None:
        raise BadSetting("--steps makes a trial model: say with --out where it goes")
    environment_of(warehouse)
    (settings_of(warehouse).root / "data").mkdir(parents=True, exist_ok=True)  # Prefect keeps its own there
    from pipelines.train import train as flow
    from pipelines.training import Plan

    flow(treebanks, ner, out or seeds.MODEL, Plan.of(steps, encoder))


def train_reader(encoder: Path, ner: Path | None, out: Path | None, steps: int | None) -> None:
    """A new second reader; one of fewer steps than the recipe's is a trial and never takes the shipped one's place."""
    if steps is not None and out is None:
        raise BadSetting("--steps makes a trial: say with --out where it goes")
    from pipelines.reader_training import train_reader as fit

    fit(encoder, out or seeds.SECOND_READER, steps, ner)
