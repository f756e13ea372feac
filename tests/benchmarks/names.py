"""Names: the war in Syria and Iraq (re3d), and English of every kind (uner_ewt)."""

from tests.benchmarks.figures import ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, analysed

CORPORA = {"re3d": None, "uner_ewt": 0.65}  # floors
LABEL_OF = {"person": "PERSON", "organisation": "ORG", "place": "LOC"}


def run(options: Options) -> None:
    """Print exact spans, trimmed of articles and possessives."""
    with options.settings("names") as settings:
        for corpus, floor in CORPORA.items():
            records = records_of(options, f"ner_{corpus}")
            texts = [Text(record["id"], record["text"]) for record in records]
            tables, name_of = analysed(texts, ["mentions"], settings)
            found: dict[str, list[tuple[int, int, str]]] = {text.name: [] for text in texts}
            for row in tables["mentions"].to_pylist():
                if row["label"] in LABEL_OF:
                    found[name_of[row["document_id"]]].append(
                        (row["raw_start_char"], row["raw_end_char"], LABEL_OF[row["label"]])
                    )
            predictions = [{"id": name, "ents": names} for name, names in found.items()]
            figures = scored(options, "ner_score.py", predictions, corpus, "PRED", "--json")
            lines = ratios("all", figures["trim_nomisc"], floor)
            for label in ("PER", "ORG", "LOC"):
                lines += ratios(label, figures["by_label"][label])
            show(f"names of {corpus}: {len(texts)} documents", lines)
