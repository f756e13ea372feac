"""The same story: 383 articles of 69 happenings."""

from collections import defaultdict
from datetime import datetime
from itertools import pairwise

from stages import STAGES
from tests.benchmarks.figures import Measured, ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, received

FLOOR = 0.75  # pairwise F1


def run(options: Options) -> None:
    """Print how well articles that share an event, or copy each other, are those of one happening."""
    records = records_of(options, "dup_newscluster")
    texts = [
        Text(record["id"], record["text"], datetime.fromisoformat(record["date"]).date(), record["url"])
        for record in records
    ]
    made = {table.name for stage in STAGES for table in stage.makes}
    wanted = [name for name in ("duplicates", "event_claims", "claims") if name in made]
    with options.settings("copies") as settings:
        tables, name_of = received(texts, wanted, settings)
    pairs = [
        {"pair": [name_of[row["document_id"]], name_of[row["copies_document_id"]]]}
        for row in tables["duplicates"].to_pylist()
        if row["document_id"] in name_of and row["copies_document_id"] in name_of
    ]
    if "event_claims" in tables:
        document_of = {row["claim_id"]: row["document_id"] for row in tables["claims"].to_pylist()}
        members: dict[str, set[str]] = defaultdict(set)
        for row in tables["event_claims"].to_pylist():
            members[row["event_id"]].add(name_of[document_of[row["claim_id"]]])
        pairs += [{"pair": list(pair)} for names in members.values() for pair in pairwise(sorted(names))]
    figures = scored(options, "cluster_score.py", pairs, "dup_newscluster", "PRED")
    show(
        f"the same story: {len(texts)} articles, {len(pairs)} links",
        [
            *ratios("pairwise", figures["pairwise"], FLOOR),
            Measured("B-cubed F1", figures["bcubed"]["F1"] / 100),
            Measured("adjusted Rand index", figures["ARI"]),
        ],
    )
