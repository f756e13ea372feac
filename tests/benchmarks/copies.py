"""The same story: 383 articles of 69 happenings."""

from datetime import datetime

from tests.benchmarks.figures import Measured, ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, received

FLOOR = 0.75  # pairwise F1


def run(options: Options) -> None:
    """Print how well the stories are those of the gold, and how many articles copy another."""
    texts = [
        Text(record["id"], record["text"], datetime.fromisoformat(record["date"]).date(), record["url"])
        for record in records_of(options, "dup_newscluster")
    ]
    with options.settings("copies") as settings:
        tables, name_of = received(texts, ["stories", "duplicates"], settings)
    predictions = [
        {"id": name_of[row["document_id"]], "cluster": row["story_id"]}
        for row in tables["stories"].to_pylist()
        if row["document_id"] in name_of
    ]
    figures = scored(options, "cluster_score.py", predictions, "dup_newscluster", "PRED")
    show(
        f"the same story: {len(texts)} articles, {tables['duplicates'].num_rows} of them copies",
        [
            *ratios("pairwise", figures["pairwise"], FLOOR),
            Measured("B-cubed F1", figures["bcubed"]["F1"] / 100),
            Measured("adjusted Rand index", figures["ARI"]),
        ],
    )
