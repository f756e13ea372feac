"""What keeps the shipped model small: halves on disk, and no words but those its parts name."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

from pipelines.packing import SINGLE_PRECISION, cast_weights, strings_of
from tests.stages.model import shipped

TEXT = "Two men left the town. Their commanders had fled days before."


def named() -> Language:
    """A pipeline of names alone, with random weights."""
    spacy.util.fix_random_seed(5)
    made = spacy.blank("en")
    ner: Any = made.add_pipe("ner")
    ner.add_label("LOC")
    made.initialize()
    made.add_pipe(SINGLE_PRECISION)
    return made


def weights_of(language: Language) -> list[Any]:
    ner: Any = language.get_pipe("ner")
    return [node.get_param(name) for node in ner.model.walk() for name in node.param_names if node.has_param(name)]


def test_weights_are_stored_by_half_and_come_back_whole(tmp_path: Path) -> None:
    made = named()
    made.to_disk(tmp_path / "whole")
    cast_weights(made, np.float32, np.float16)
    made.to_disk(tmp_path / "half")
    whole, half = ((tmp_path / name / "ner" / "model").stat().st_size for name in ("whole", "half"))
    assert half < 0.7 * whole
    again = weights_of(spacy.load(tmp_path / "half"))
    assert {weights.dtype for weights in again} == {np.dtype(np.float32)}
    for before, after in zip(weights_of(made), again, strict=True):
        assert np.array_equal(before.astype(np.float32), after)


def test_a_model_needs_no_more_strings_than_it_names(tmp_path: Path) -> None:
    made = shipped()
    before = [(token.lemma_, token.tag_, str(token.morph), token.dep_, token.ent_type_) for token in made(TEXT)]
    made.to_disk(tmp_path / "model")
    (tmp_path / "model" / "vocab" / "strings.json").write_text(json.dumps(strings_of(made)), encoding="utf-8")
    again = spacy.load(tmp_path / "model")
    assert [
        (token.lemma_, token.tag_, str(token.morph), token.dep_, token.ent_type_) for token in again(TEXT)
    ] == before
