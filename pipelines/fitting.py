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
from spacy.vocab import Vocab
from thinc.api import NumpyOps, set_current_ops

from pipelines.ensemble import FURTHER_PARSERS, SINGLE_PRECISION, cast_weights

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
    asked = json.dumps([*map(str, (config, train, dev, tokenizer, out)), changes])
    command = [sys.executable, "-m", "pipelines.fitting", asked]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S603 - this very module
    return out / BEST


def assembled(syntax: Path, names: Path, further: Sequence[Path] = ()) -> Language:
    """The pipeline of syntax with further parsers and the names component, which bring vectors of their own.

    Its weights are already those that it will have when it comes back from the disk, so that its figures are too.
    """
    language = spacy.load(syntax)
    voters: Any = language.add_pipe(FURTHER_PARSERS)
    voters.parsers = [_voter(folder, language.vocab) for folder in further]
    language.add_pipe("ner", source=spacy.load(names))
    language.add_pipe(SINGLE_PRECISION)
    cast_weights(language, np.float32, np.float16)
    cast_weights(language, np.float16, np.float32)
    return language


def _voter(folder: Path, vocab: Vocab) -> Language:
    language = spacy.load(folder, vocab=vocab, exclude=["vocab"])
    for name in set(language.pipe_names) - {"tok2vec", "tagger", "parser"}:
        language.remove_pipe(name)
    language.config["paths"] = dict.fromkeys(language.config["paths"])  # those of this machine say nothing elsewhere
    return language


if __name__ == "__main__":
    config, train, dev, tokenizer, out, changes = json.loads(sys.argv[1])
    fit(Path(config), Path(train), Path(dev), Path(tokenizer), Path(out), changes)
