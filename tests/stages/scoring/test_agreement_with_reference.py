"""The measures against the scorer that the figures of the project are compared with, on distorted gold."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stages.scoring.annotations import Annotations, Article, Name, Statement
from stages.scoring.figures import Figure, SlotFigure
from stages.scoring.records import annotations_of, record_of
from stages.scoring.scores import Scores, scores_of
from warehouse.gold import Gold, read_gold, write_records

TYPES = ("defection", "killing", "attack", "clash", "protest", "arrest", "appeal", "talks")


def distorted(gold: Annotations, chance: random.Random) -> Annotations:
    """Predictions of all kinds: right ones, shifted ones, doubled ones, missing ones."""
    statements = [_distorted(each, chance) for each in gold.statements if chance.random() < 0.8]
    statements += [replace(each, trigger=None) for each in gold.statements if chance.random() < 0.2]
    names = [_moved(each, chance) for each in gold.names if chance.random() < 0.9]
    articles = [
        Article(each.document, each.title, tuple((start + 3, end + 5) for start, end in each.body))
        for each in gold.articles
        if chance.random() < 0.9
    ]
    return Annotations(tuple(statements), tuple(names), tuple(articles))


def _distorted(statement: Statement, chance: random.Random) -> Statement:
    shift = chance.choice((0, 0, 0, 15, -10, 80))
    start = max(0, statement.start_char + shift)
    changes: dict[str, object] = {
        "type_code": chance.choice(TYPES),
        "status": chance.choice(("asserted", "denied", "possible")),
        "actor": statement.target,
        "target": "the men of the town",
        "place": None,
        "count_low": 3,
        "count_high": None,
        "ranks": ("soldier", "officer"),
        "date": "2012",
        "trigger": chance.choice(("said", statement.trigger, None)),
        "source": "a spokesman",
    }
    chosen = {field: value for field, value in changes.items() if chance.random() < 0.25}
    return replace(statement, start_char=start, end_char=statement.end_char + shift, **chosen)  # type: ignore[arg-type]


def _moved(name: Name, chance: random.Random) -> Name:
    return replace(
        name,
        end_char=name.end_char + chance.choice((0, 0, 0, 4)),
        label=chance.choice((name.label, name.label, "ORG", "DATE")),
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_figure_is_the_reference_s(shared: Path, tmp_path: Path, seed: int) -> None:
    gold = read_gold(shared / "gold")
    wanted = annotations_of(gold.claims, gold.names, gold.bodies)
    found = distorted(wanted, random.Random(seed))  # noqa: S311 - the same every time
    is_negative = {str(page["doc"]): bool(page["negative"]) for page in gold.pages}
    scores = scores_of(found, wanted, is_negative, raw_texts(shared, gold))
    assert figures_of(scores) == reference_of(shared, tmp_path, found)


def raw_texts(shared: Path, gold: Gold) -> dict[str, str]:
    """The pages' texts with their line ends as they are."""
    paths = {path.name: path for folder in ("seeds", "pages") for path in (shared / folder).glob("*.txt")}
    return {str(page["doc"]): paths[str(page["doc"])].read_bytes().decode() for page in gold.pages}


def reference_of(shared: Path, folder: Path, found: Annotations) -> dict[str, object]:
    """What the reference scorer says of the predictions."""
    write_records(folder / "claims.jsonl", [record_of(each) for each in found.statements])
    write_records(
        folder / "names.jsonl",
        [
            {"doc": each.document, "start": each.start_char, "end": each.end_char, "label": each.label}
            for each in found.names
        ],
    )
    write_records(
        folder / "bodies.jsonl",
        [
            {"doc": each.document, "title": each.title, "body": [list(span) for span in each.body]}
            for each in found.articles
        ],
    )
    options = ("--entities", "names.jsonl", "--body", "bodies.jsonl", "--json", "scores.json")
    command = [sys.executable, str(shared / "gold" / "score.py"), "claims.jsonl", *options]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - the reference scorer
    figures: dict[str, object] = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    return figures


def figures_of(scores: Scores) -> dict[str, object]:
    """Our figures in the reference's shape."""
    claims, articles, names = scores.claims, scores.articles, scores.names
    assert articles is not None
    assert names is not None
    return {
        "detection": ratios(claims.detection.figure),
        "strict": ratios(claims.strict.figure),
        "defection": ratios(claims.defections),
        "record_roles": ratios(claims.roles),
        "record_full": ratios(claims.record),
        "slots": counts(claims.slots),
        "slots_defection": counts(claims.defection_slots),
        "negatives": claims.false_in,
        "outside_body": claims.outside_body,
        "entities_body": [
            ratios(names["exact span, in the article"]),
            ratios(names["overlapping span, in the article"]),
        ],
        "entities_all": [ratios(names["exact span, anywhere"]), ratios(names["overlapping span, anywhere"])],
        "body": [ratios(articles.body), articles.mean_f1],
    }


def ratios(figure: Figure) -> list[float]:
    return [figure.precision, figure.recall, figure.f1]


def counts(figures: dict[str, SlotFigure]) -> dict[str, list[object]]:
    called = {"ranks": "ranks (F1)"}
    return {
        called.get(name, name): [figure.right, figure.wanted, figure.filled, figure.empty]
        for name, figure in figures.items()
    }
