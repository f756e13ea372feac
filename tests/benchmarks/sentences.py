"""Sentence boundaries: on the seeds as they were read, and of every annotated claim's sentence on seeds and pages."""

import json
from pathlib import Path, PurePath

from pipelines.scratch import make_tables, rows_of, scratch_settings
from stages.training.scores import Ratio
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options

READ = Path(__file__).with_suffix(".jsonl")  # offsets into the raw text; a dateline belongs to the sentence behind it
FLOOR = 0.97
Spans = set[tuple[int, int]]


def run(options: Options) -> None:
    """Print F1 of exact sentences, and the share of the claims whose sentence was found exactly."""
    read = [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]
    claims = [json.loads(line) for line in (options.shared / "gold" / "gold.jsonl").read_text("utf-8").splitlines()]
    folders = [str(options.shared / name) for name in ("seeds", "pages")]
    with scratch_settings(options.model, options.kept and options.kept / "sentences") as settings:
        store = make_tables(folders, settings, ["sentences"])
        found: dict[str, Spans] = {}
        for row in rows_of("sentences", store).to_pylist():
            found.setdefault(row["document_id"], set()).add((row["raw_start_char"], row["raw_end_char"]))
        landed = rows_of("landed", store).select(["document_id", "uri"]).to_pylist()
    ids = {PurePath(row["uri"]).name: row["document_id"] for row in landed}
    wanted = {row["document_id"]: {(start, end) for start, end in row["sentences"]} for row in read}
    ratio = ratio_of([(found.get(document_id, set()), spans) for document_id, spans in wanted.items()])
    told = {(ids[row["doc"]], (row["start"], row["end"])) for row in claims}
    exact = sum(span in found.get(document_id, set()) for document_id, span in told)
    show(
        f"sentences: {ratio.wanted} of {len(wanted)} documents as they were read, {len(told)} of the annotated claims",
        [
            Measured("boundaries on the seeds precision", ratio.precision or 0.0),
            Measured("boundaries on the seeds recall", ratio.recall or 0.0),
            Measured("boundaries on the seeds F1", ratio.f1 or 0.0, FLOOR),
            Measured("sentences of annotated claims found exactly", exact / len(told)),
        ],
    )


def ratio_of(pairs: list[tuple[Spans, Spans]]) -> Ratio:
    """Exact sentences over pairs of those found and those wanted."""
    right = sum(len(found & wanted) for found, wanted in pairs)
    return Ratio(right, sum(len(found) for found, _ in pairs), sum(len(wanted) for _, wanted in pairs))
