"""Annotated reports that nothing is fitted to (`tests/reports`): what a reader would find right of the claims."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.evaluate import TABLES, compared
from pipelines.scoreboard import show_errors, show_scores
from pipelines.scratch import make_tables
from stages.scoring.claims import ClaimScores
from stages.scoring.slots import differences
from stages.training.annotated import Annotation, Report, reports_in
from tests.benchmarks.options import PROJECT, Options
from warehouse.gold import Gold, Record

REPORTS = PROJECT / "tests" / "reports"
UNANNOTATED = frozenset({"date", "ranks"})  # the reports have the words of a time, not its day


def run(options: Options) -> None:
    """Print the figures over all reports, or those whose names begin as is asked for."""
    measure("reports", list(reports_of(REPORTS, options.documents)), options)


def measure(name: str, reports: Sequence[Report], options: Options) -> None:
    """Print the figures over reports, and how many claims hold no wrong value, and nothing missing either."""
    with options.settings(name) as settings, TemporaryDirectory(prefix="attest-reports-") as folder:
        for report in reports:
            (Path(folder) / _name_of(report)).write_text(page_of(report)[0], encoding="utf-8")
        scores, raw_text = compared(gold_of(reports), make_tables([folder], settings, TABLES))
    show_scores(scores)
    if options.errors:
        show_errors(scores, raw_text, options.errors)
    show_agreement(scores.claims)


def reports_of(folder: Path, chosen: tuple[str, ...] = ()) -> Iterator[Report]:
    """The reports of a folder; when some are chosen by how their names begin, those alone."""
    for path in sorted(folder.glob("*.txt")):
        for report in reports_in(path.read_text(encoding="utf-8")):
            if not chosen or report.report_id.startswith(chosen):
                yield report


def show_agreement(claims: ClaimScores) -> None:
    """Of all claims found, those that are claims of their type and hold no wrong value; and those that lack nothing."""
    right, whole = 0, 0
    wrong: Counter[str] = Counter({"type": len(claims.found) - len(claims.strict.pairs)})
    for pair in claims.strict.pairs:
        differing = {
            slot: each
            for slot, each in differences(claims.found[pair.found], claims.wanted[pair.wanted]).items()
            if slot not in UNANNOTATED
        }
        filled = [slot for slot, (here, _) in differing.items() if here not in (None, "", ())]
        wrong.update(filled)
        right += not filled
        whole += not differing
    found = max(1, len(claims.found))
    print(
        f"no wrong value: {right} of {len(claims.found)} claims ({right / found:.3f}), nothing missing either: {whole}"
    )
    print("wrong:", ", ".join(f"{slot} {count}" for slot, count in wrong.most_common()))


def page_of(report: Report) -> tuple[str, list[int]]:
    """A report as a page with its day under the headline, and where each sentence starts."""
    text, starts = report.text()
    if report.published_on is None:
        return text + "\n", starts
    day = f"{report.published_on.day} {report.published_on:%B %Y}\n"
    headline = len(report.sentences[0][0]) + 1
    return text[:headline] + day + text[headline:] + "\n", [starts[0], *(start + len(day) for start in starts[1:])]


def gold_of(reports: Iterable[Report]) -> Gold:
    """The reports' annotations, in the shape of a gold folder's lines."""
    pages: list[Record] = []
    claims: list[Record] = []
    for report in reports:
        pages.append({"doc": _name_of(report), "negative": not any(told for _, told in report.sentences)})
        starts = page_of(report)[1]
        for start, (sentence, told) in zip(starts, report.sentences, strict=True):
            claims += [_record(each, _name_of(report), start, start + len(sentence)) for each in told]
    return Gold(pages, claims, [], [])


def _record(each: Annotation, name: str, start: int, end: int) -> Record:
    roles = {role: value.here or value.earlier for role, value in each.roles.items()}
    meant = each.roles.get("source")
    return {
        "doc": name,
        "type": each.type_code,
        "trigger": each.trigger,
        "start": start,
        "end": end,
        "status": each.status,
        **{role: roles.get(role) for role in ("actor", "target", "recipient", "place", "destination")},
        "source": (meant.earlier or meant.here) if meant is not None else None,
        "ranks": [],
        "count_low": each.count[0],
        "count_high": each.count[1],
        "date_text": roles.get("date"),
        "date": None,
        "optional": False,
    }


def _name_of(report: Report) -> str:
    return f"{report.report_id}.txt"
