"""Analyses as bytes: read back whole, and the same in every process."""

import hashlib
import os
import subprocess
import sys

import pytest
import spacy

from stages.document import bytes_of, doc_of, english_strings

SENTENCE = "Colonel Riyad al-As'ad left his brigade near Jisr al-Shughur with forty men, and denied it on Sunday."
PRINT_DIGEST = f"""
import hashlib
import spacy
from stages.document import bytes_of
print(hashlib.sha256(bytes_of(spacy.blank("en")({SENTENCE!r}))).hexdigest())
"""


def test_an_analysis_is_read_back_whole() -> None:
    doc = spacy.blank("en")(SENTENCE)
    doc[1].lemma_, doc[1].tag_, doc[2].ent_type_ = "riyad", "NNP", "PERSON"
    doc[3].is_sent_start = False
    back = doc_of(bytes_of(doc), english_strings())
    assert back.text == doc.text
    assert [(t.lemma_, t.tag_, t.ent_type_, t.is_sent_start) for t in back] == [
        (t.lemma_, t.tag_, t.ent_type_, t.is_sent_start) for t in doc
    ]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_are_the_same_in_every_process(seed: str) -> None:
    """Strings hash differently in every process unless they are told not to."""
    there = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", PRINT_DIGEST],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == hashlib.sha256(bytes_of(spacy.blank("en")(SENTENCE))).hexdigest()
