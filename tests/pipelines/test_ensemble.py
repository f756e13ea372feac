"""Further parsers as a component: their vote, their way to the disk and back, and weights by halves."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from pipelines.ensemble import FURTHER_PARSERS, SINGLE_PRECISION, FurtherParsers, cast_weights
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipelines.fitting import assembled

WORDS = ["Two", "men", "left", "the", "town", "."]
TEXT = "Two men left the town."
RELATIONS = ["det", "nsubj", "ROOT", "det", "obj", "punct"]
HEADS = {"1": [1, 2, 2, 4, 2, 2], "2": [2, 2, 2, 4, 2, 2], "3": [1, 2, 2, 2, 2, 2]}  # what each of three parsers learns


def parsing(heads: list[int]) -> Language:
    """A small pipeline that has learnt one tree of one sentence."""
    spacy.util.fix_random_seed(5)
    made = spacy.blank("en")
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 16, "depth": 1}
    made.add_pipe(
        "tok2vec",
        config={"model": {**tok2vec, "embed_size": 50, "window_size": 1, "maxout_pieces": 2, "subword_features": True}},
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16, "upstream": "tok2vec"}
    made.add_pipe("senter", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    network = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    made.add_pipe("parser", config={"model": network, "min_action_freq": 1})
    gold = Doc(made.vocab, words=WORDS, heads=heads, deps=RELATIONS, sent_starts=[True, *([False] * 5)])
    examples = [Example(made.make_doc(TEXT), gold)]
    made.initialize(lambda: examples)
    for _ in range(200):
        made.update(examples)
    return made


def named(folder: Path) -> Path:
    """A pipeline of names alone, with random weights."""
    made = spacy.blank("en")
    ner: Any = made.add_pipe("ner")
    ner.add_label("LOC")
    made.initialize()
    made.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where three pipelines of syntax and one of names lie."""
    root = tmp_path_factory.mktemp("parts")
    for name, heads in HEADS.items():
        parsing(heads).to_disk(root / name)
    return {**{name: root / name for name in HEADS}, "names": named(root / "names")}


def heads_of(doc: Doc) -> list[int]:
    return [token.head.i for token in doc]


@pytest.mark.parametrize(
    ("further", "expected", "why"),
    [
        ("", HEADS["1"], "nobody else votes"),
        ("2", HEADS["1"], "the first decides between two"),
        ("22", HEADS["2"], "two that agree decide"),
        ("23", HEADS["1"], "the further ones differ from the first in other words each"),
    ],
)
def test_the_parsers_vote(folders: dict[str, Path], further: str, expected: list[int], why: str) -> None:
    made = assembled(folders["1"], folders["names"], [folders[name] for name in further])
    assert heads_of(made(TEXT)) == expected, why


def test_a_model_comes_back_from_the_disk_as_it_was(folders: dict[str, Path], tmp_path: Path) -> None:
    made = assembled(folders["1"], folders["names"], [folders["2"], folders["3"]])
    before = heads_of(made(TEXT))
    cast_weights(made, np.float32, np.float16)
    made.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names[-1] == SINGLE_PRECISION
    further = again.get_pipe(FURTHER_PARSERS)
    assert isinstance(further, FurtherParsers)
    assert [parser.pipe_names for parser in further.parsers] == [["tok2vec", "parser"]] * 2
    assert heads_of(again(TEXT)) == before


def test_weights_are_stored_by_half(folders: dict[str, Path], tmp_path: Path) -> None:
    made = assembled(folders["1"], folders["names"])
    made.to_disk(tmp_path / "whole")
    cast_weights(made, np.float32, np.float16)
    made.to_disk(tmp_path / "half")
    whole, half = ((tmp_path / name / "tok2vec" / "model").stat().st_size for name in ("whole", "half"))
    assert half < 0.7 * whole
