"""Annotated pages: the seeds and the pages of the development data, and the bundled corpus."""

from dataclasses import replace
from pathlib import Path

from pipelines.evaluate import TABLES, compared
from pipelines.scoreboard import show_errors, show_scores
from pipelines.scratch import make_tables
from stages.scoring.records import record_of
from stages.scoring.scores import Scores
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import PROJECT, Options
from warehouse.gold import Gold, read_gold, write_records

# name: floors of claim F1, defection F1, who did what to whom, whole record, character F1 of the body, name F1
FLOORS: dict[str, tuple[float | None, ...]] = {
    "seeds": (0.85, 0.92, 0.50, 0.30, 0.97, 0.90),
    "pages": (0.75, None, 0.45, 0.25, 0.93, 0.85),
    "bundled": (None, None, None, None, None, None),
}
# slot: floor of the share right; the floors stand for seeds and pages alike
SLOT_FLOORS = {
    "count": 0.90, "ranks": 0.90, "status": 0.90, "status≠asserted": 0.75, "place": 0.80, "source": 0.75,
    "actor": 0.80, "target": 0.75,
}  # fmt: skip
MOST_FALSE_FILL = 0.10
MOST_FALSE_CLAIMS = 0.3  # on a page about nothing of the kind


def run(options: Options) -> None:
    """Print every figure of each set, or of the documents asked for, and the floors."""
    sets = sets_of(options)
    with options.settings("gold") as settings:
        store = make_tables([str(path) for _, pages in sets.values() for path in pages], settings, TABLES)
        for name, (gold, pages) in sets.items():
            annotations = within(read_gold(gold), {path.name for path in pages}, options.documents)
            if annotations.pages:
                _show_set(name, *compared(annotations, store), options)


def within(gold: Gold, names: set[str], chosen: tuple[str, ...]) -> Gold:
    """The annotations of those documents; when some are chosen by how their names begin, of those alone."""
    pages = [
        page
        for page in gold.pages
        if page["doc"] in names and (not chosen or any(str(page["doc"]).startswith(name) for name in chosen))
    ]
    return replace(gold, pages=pages)


def _show_set(name: str, scores: Scores, raw_text: dict[str, str], options: Options) -> None:
    show_scores(scores)
    if options.errors:
        show_errors(scores, raw_text, options.errors)
    show(f"floors: {name}", measured(name, scores))
    if options.predictions is not None:
        options.predictions.mkdir(parents=True, exist_ok=True)
        write_records(options.predictions / f"{name}.jsonl", [record_of(each) for each in scores.claims.found])


def sets_of(options: Options) -> dict[str, tuple[Path, list[Path]]]:
    """The folder of annotations and the pages of each set."""
    shared = options.shared
    return {
        "seeds": (shared / "gold", sorted((shared / "seeds").iterdir())),
        "pages": (shared / "gold", sorted((shared / "pages").iterdir())),
        "bundled": (PROJECT / "tests" / "gold", sorted((PROJECT / "seeds" / "articles").iterdir())),
    }


def measured(name: str, scores: Scores) -> list[Measured]:
    """The figures that have floors, and all slots together."""
    claims, articles, names = scores.claims, scores.articles, scores.names
    values = (
        ("claims F1", claims.detection.figure.f1),
        ("defections F1", claims.defections.f1),
        ("who did what to whom F1", claims.roles.f1),
        ("whole record F1", claims.record.f1),
        ("body F1", articles.body.f1 if articles else None),
        ("names F1", names["exact span, in the article"].f1 if names else None),
    )
    lines = [
        Measured(what, value, floor)
        for (what, value), floor in zip(values, FLOORS[name], strict=True)
        if value is not None
    ]
    for slot, floor in SLOT_FLOORS.items():
        figure = claims.slots[slot]
        lines.append(Measured(slot, figure.accuracy, floor if figure.wanted else None))
        if figure.empty is not None:
            lines.append(Measured(f"{slot}, false fill", figure.false_fill, MOST_FALSE_FILL, is_ceiling=True))
    if claims.false_in:
        each = sum(claims.false_in.values()) / len(claims.false_in)
        lines.append(Measured("claims on a negative page", each, MOST_FALSE_CLAIMS, is_ceiling=True))
    lines.append(Measured("claims outside the article", claims.outside_body, 0, is_ceiling=True))
    return lines
