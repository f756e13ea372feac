"""Who did what to whom in whole documents: the test halves of MUC-4, wires of 1988-91 in capitals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from pipelines.resources import resources_for
from stages import STAGES
from stages.words.vocab import Vocab
from tests.benchmarks.figures import ratios, show
from tests.benchmarks.muc4_documents import Document, NamedSpan
from tests.benchmarks.muc4_templates import templates_of
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, received

FLOOR = 0.45  # roles, heads, macro
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "VictimAll")


def run(options: Options) -> None:
    """Print which documents are found relevant, and the fillers of the five roles."""
    records = [record for number in (1, 2) for record in records_of(options, f"muc4_tst{number}")]
    texts = [Text(record["id"], record["text"]) for record in records]
    with options.settings("muc4") as settings:
        tables, name_of = received(texts, ["documents", "mentions", "claims"], settings)
        stage = next(stage for stage in STAGES if "vocab" in stage.uses)
        vocab = resources_for(stage, settings)["vocab"]
    assert isinstance(vocab, Vocab)
    claims = by_document(tables["claims"])
    predictions = [
        {"id": name_of[document_id], "templates": templates_of(claims[document_id], document, vocab)}
        for document_id, document in documents_of(tables).items()
    ]
    figures = scored(options, "muc4_score.py", predictions, "PRED", "--json", "--tst", "12")
    lines = [
        *ratios("relevant documents", figures["relevance"]),
        *ratios("roles", figures["roles.head"]["macro"], FLOOR),
    ]
    for role in ROLES:
        lines += ratios(role, figures["roles.head"][role])
    show(f"who did what to whom: {len(texts)} documents", lines)


def documents_of(tables: Mapping[str, pa.Table]) -> dict[str, Document]:
    """The names of each document, by document_id."""
    mentions = by_document(tables["mentions"])
    return {
        document_id: Document(
            tuple(
                NamedSpan(str(row["label"]), str(row["text"]), int(row["raw_start_char"]), int(row["raw_end_char"]))
                for row in mentions[document_id]
                if row["label"] in ("person", "organisation")
            )
        )
        for document_id in tables["documents"]["document_id"].to_pylist()
    }


def by_document(rows: pa.Table) -> dict[str, list[dict[str, Any]]]:
    """The rows of each document."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    listed: Iterable[dict[str, Any]] = rows.to_pylist()
    for row in listed:
        grouped[str(row["document_id"])].append(row)
    return grouped
