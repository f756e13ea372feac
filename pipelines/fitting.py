"""spaCy's own training loop, run on files, and the trained parts put together."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from pipelines.encoder import FACTORY
from pipelines.packing import SINGLE_PRECISION, cast_weights

BEST = "model-best"  # spaCy's name for the best state


def use_openblas() -> None:
    """Multiply matrices by numpy's OpenBLAS: a fifth faster than the generic kernel that spaCy takes by itself."""
    set_current_ops(NumpyOps(use_blis=False))


def fit(config: Path, train: Path, dev: Path, tokenizer: Path, out: Path, changes: dict[str, Any]) -> Path:
    """Train by a config until its last step and return the folder of the best state on `dev`.

    `changes` overrides settings of the config by dotted name. Each evaluation prints a line to standard error. The
    seed of the config decides everything random.
    """
    paths = {"paths.train": str(train), "paths.dev": str(dev), "paths.tokenizer": str(tokenizer)}
    use_openblas()
    language = init_nlp(load_config(config, overrides={**paths, **changes}, interpolate=False), use_gpu=-1)
    use_openblas()
    out.mkdir(parents=True, exist_ok=True)
    train_loop(language, out, use_gpu=-1, stdout=sys.stderr, stderr=sys.stderr)
    return out / BEST


def fit_apart(config: Path, train: Path, dev: Path, tokenizer: Path, out: Path, changes: dict[str, Any]) -> Path:
    """`fit` in a process of its own, because threads of Prefect draw from the random numbers that a seed has settled.

    Raises CalledProcessError; what went wrong stands on standard error. A process that is broken off ends the other.
    """
    run_apart("pipelines.fitting", [*map(str, (config, train, dev, tokenizer, out)), changes])
    return out / BEST


def run_apart(module: str, given: Sequence[object]) -> None:
    """A module run with what it is given, as JSON; hashes of strings are those of a seed, as all that is random."""
    command = [sys.executable, "-m", module, json.dumps(given)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S603 - one of our own


def assembled(syntax: Path, names: Path, parser: Path | None = None) -> Language:
    """The pipeline of syntax and the names component, which brings vectors of its own; a parser by an encoder, if there
    is one, takes the place of that of syntax.

    Its weights are already those that it will have when it comes back from the disk, so that its figures are too.
    """
    language = spacy.load(syntax)
    if parser is not None:
        language.remove_pipe("parser")
        component: Any = language.add_pipe(FACTORY, name="parser")
        component.from_disk(parser)
    language.add_pipe("ner", source=spacy.load(names))
    language.add_pipe(SINGLE_PRECISION)
    cast_weights(language, np.float32, np.float16)
    cast_weights(language, np.float16, np.float32)
    return language


if __name__ == "__main__":
    config, train, dev, tokenizer, out, changes = json.loads(sys.argv[1])
    fit(Path(config), Path(train), Path(dev), Path(tokenizer), Path(out), changes)
