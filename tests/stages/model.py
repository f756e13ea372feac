"""The shipped model, loaded once a process and only when a test needs it."""

from functools import cache

import spacy
from spacy.language import Language

import seeds


@cache
def shipped() -> Language:
    """The shipped model."""
    return spacy.load(seeds.MODEL)
