"""Times: 22 narratives of wars, with relative and incomplete dates."""

from datetime import date

from stages.scoring.rows import iso_of
from tests.benchmarks.figures import ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, analysed


def run(options: Options) -> None:
    """Print spans, values and days."""
    records = records_of(options, "wikiwars")
    texts = [Text(record["id"], record["text"], date.fromisoformat(record["dct"])) for record in records]
    with options.settings("times") as settings:
        tables, name_of = analysed(texts, ["mentions"], settings)
    found: dict[str, list[dict[str, object]]] = {text.name: [] for text in texts}
    for row in tables["mentions"].to_pylist():
        if row["label"] == "date":
            found[name_of[row["document_id"]]].append(
                {
                    "start": row["raw_start_char"],
                    "end": row["raw_end_char"],
                    "type": "DATE",
                    "value": value_of(row["date_low"], row["date_high"]),
                }
            )
    predictions = [{"id": name, "timexes": times} for name, times in found.items()]
    figures = scored(options, "temporal_score.py", predictions, "wikiwars", "PRED", "--json")
    lines = [line for name in ("relaxed", "value", "month_or_finer", "day") for line in ratios(name, figures[name])]
    show(f"times: {len(texts)} narratives; durations are in the gold and not in ours", lines)


def value_of(low: date | None, high: date | None) -> str | None:
    """The finest calendar unit that holds the range: a day, a month, a year; null where one end is open."""
    exact = iso_of(low, high)
    if exact is not None or low is None or high is None:
        return exact
    if (low.year, low.month) == (high.year, high.month):
        return f"{low:%Y-%m}"
    return f"{low:%Y}" if low.year == high.year else None
