"""Places on the map: 588 local news articles."""

from datetime import date

from tests.benchmarks.figures import Measured, ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, received

FLOOR = 0.45  # end to end


def run(options: Options) -> None:
    """Print how many place names are found, and how many lie within 161 km of where they should."""
    records = records_of(options, "geo_lgl")
    texts = [
        Text(
            record["id"], record["text"], date.fromisoformat(record["date"]) if record["date"] else None, record["url"]
        )
        for record in records
    ]
    with options.settings("places") as settings:
        tables, name_of = received(texts, ["mentions"], settings)
    toponyms: dict[str, list[dict[str, object]]] = {text.name: [] for text in texts}
    for row in tables["mentions"].to_pylist():
        if row["label"] == "place":
            toponyms[name_of[row["document_id"]]].append(
                {
                    "start": row["raw_start_char"],
                    "end": row["raw_end_char"],
                    "lat": row["latitude"],
                    "lon": row["longitude"],
                }
            )
    predictions = [{"id": name, "toponyms": found} for name, found in toponyms.items()]
    figures = scored(options, "geo_score.py", predictions, "lgl", "PRED", "--json")
    show(
        f"places on the map: {len(texts)} articles",
        [
            *ratios(
                "names overlapping", figures["tag.overlap"] if "tag.overlap" in figures else figures["tag"]["overlap"]
            ),
            *ratios("end to end", figures["end2end"], FLOOR),
            *(
                Measured(f"found names within 161 km: {name}", float(value))
                for name, value in figures["resolve.matched"].items()
                if isinstance(value, int | float) and "161" in name
            ),
        ],
    )
