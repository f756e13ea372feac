"""Sentences of the claim tests with the analysis they were read with, so that these tests depend on no model."""

from datetime import date
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

import seeds
from stages.claims import claims_in
from stages.document import Document
from stages.naming.ranks import RankLadder
from stages.words.vocab import SEEDS, Vocab
from tests.stages.parsed import STRINGS

ANALYSES = [Path(__file__).parent / name for name in ("claims.conllu", "fields.conllu")]
Row = dict[str, object]


@cache
def vocab() -> Vocab:
    """The look-ups of the shipped seeds."""
    return Vocab.of({name: seeds.load(name) for name in SEEDS})


@cache
def ladder() -> RankLadder:
    """The shipped ladder of ranks."""
    return RankLadder.of(seeds.load("ranks"))


@cache
def analyses() -> dict[str, list[list[str]]]:
    """The rows of each analysis in CoNLL-U style, by text."""
    found = {}
    blocks = (block for path in ANALYSES for block in path.read_text(encoding="utf-8").strip().split("\n\n"))
    for block in blocks:
        first, *lines = block.split("\n")
        found[first.removeprefix("# text = ")] = [line.split("\t") for line in lines]
    return found


def doc_of(text: str) -> Doc:
    """The analysis of a frozen text: form, lemma, part of speech, tag, head, relation, name and spacing by column."""
    rows = analyses()[text]
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


@cache
def rows_of(text: str, published_on: date | None = None) -> list[Row]:
    """The claims of a frozen text, as rows."""
    document = Document.plain(text, published_on=published_on)
    claims = claims_in(doc_of(text), document, vocab=vocab(), ranks=ladder())
    return [claim.row(document) for claim in claims]
