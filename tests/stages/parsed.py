"""Sentences with their analysis written out, so that a test of rules over trees depends on no model."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc

from stages.parsing.tokenizer import adapt_tokenizer

PLAIN = adapt_tokenizer(spacy.blank("en"))
STRINGS = PLAIN.vocab


class Case(NamedTuple):
    """A parsed text, the place of the trigger in it, what is expected there, and why."""

    doc: Doc
    trigger: int
    expected: str
    reason: str


def cases_in(name: str) -> Iterator[Case]:
    """The cases of a file in CoNLL-U style beside this module: trigger (from 1), expected and reason as comments.

    The columns are those of CoNLL-U up to the relation, then the name (IOB), whether a sentence starts, and spacing.
    """
    for block in (Path(__file__).parent / name).read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        notes = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# "))
        rows = [line.split("\t") for line in lines if not line.startswith("# ")]
        yield Case(_doc_of(rows), int(notes["trigger"]) - 1, notes["expected"], notes["reason"])


def _doc_of(rows: list[list[str]]) -> Doc:
    return Doc(
        STRINGS,
        words=[row[1] for row in rows],
        lemmas=[row[2] for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        heads=[int(row[5]) - 1 if row[5] != "0" else at for at, row in enumerate(rows)],
        deps=[row[6] for row in rows],
        ents=["" if row[7] == "O" else row[7] for row in rows],
        spaces=[row[9] == "_" for row in rows],
    )


def untagged(text: str) -> Doc:
    """The tokens of a text without tags or tree, cut by the project's tokenizer."""
    return PLAIN(text)


def doc_of_tree(tree: str) -> Doc:
    """A parse as a parser would leave it: each word as word/tag/head/relation, heads counted from 0."""
    rows = [word.rsplit("/", 3) for word in tree.split()]
    return Doc(
        STRINGS,
        words=[row[0] for row in rows],
        spaces=[word not in {"al", "-"} for word, *_ in rows],
        tags=[row[1] for row in rows],
        heads=[int(row[2]) for row in rows],
        deps=[row[3] for row in rows],
    )
