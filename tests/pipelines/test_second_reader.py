"""The shipped second reader; fitting one from a BERT of a few weights, only where PyTorch is installed."""

from pathlib import Path

import numpy as np
import pytest

import seeds
from pipelines.second_reader import SecondReader
from stages.claims import claims_in
from stages.document import Document
from stages.second_reader.opinions import NONE
from stages.second_reader.reading import read_again
from stages.training.annotated import reports_in
from tests.pipelines.test_encoder_fitting import published
from tests.stages.frozen import doc_of, ladder, vocab
from tests.stages.second_reader.stub import CALM, Doc
from warehouse.models import altered_files

TROOPS = "Troops supported by planes killed 400 rebels near Asmara, the radio said."
REPORT = """## calm-001 | - | wire
Gunmen kill four
= killing | trigger=kill | actor=Gunmen | target=four | count=4
Rebels fled Rome.
= displacement | trigger=fled | actor=Rebels | place=Rome
"""


@pytest.fixture(scope="module")
def reader() -> SecondReader:
    return SecondReader(seeds.SECOND_READER)


def test_the_shipped_reader_knows_every_type_and_is_whole(reader: SecondReader) -> None:
    assert set(reader.labels.types) == {NONE, *seeds.load("event_types")["type_code"].to_pylist()}
    assert list(altered_files(seeds.SECOND_READER)) == []


def test_a_plain_claim_is_confirmed_and_read_alike_twice(reader: SecondReader) -> None:
    def rows() -> list[dict[str, object]]:
        doc = Doc.from_docs([doc_of(TROOPS), doc_of(CALM)])
        document = Document.plain(doc.text)
        claims = claims_in(doc, document, vocab=vocab(), ranks=ladder())
        made = read_again(claims, doc, document, reader=reader, vocab=vocab(), ranks=ladder())
        return [claim.row(document) for claim in made.claims]

    (row,) = rows()
    assert (row["type_code"], row["actor_text"], row["target_text"], row["count_low"]) == (
        "killing", "Troops", "rebels", 400,
    )  # fmt: skip
    assert rows() == [row]


@pytest.mark.slow
@pytest.mark.parametrize("is_mpnet", [True, False])
@pytest.mark.filterwarnings("default")  # PyTorch's exporter has many
def test_a_reader_is_fitted_and_read_without_pytorch(tmp_path: Path, *, is_mpnet: bool) -> None:
    pytest.importorskip("torch")
    from pipelines.second_reader_model import SHARED

    encoder = published(tmp_path / "encoder", is_mpnet=is_mpnet, layers=SHARED + 1)
    reports = tmp_path / "calm.txt"
    reports.write_text(REPORT, encoding="utf-8")
    from pipelines.second_reader_fitting import Recipe, fit_reader

    assert len(list(reports_in(REPORT))) == 1
    for name in ("one", "other"):
        fit_reader(encoder, seeds.MODEL, [reports], tmp_path / name, Recipe(epochs=3, pieces=60))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name
    one = SecondReader(tmp_path / "one")
    labels, words, pieces = one.labels, 3, 5
    numbers, pool = np.zeros(words, dtype=np.int64), np.full((words, pieces), 0.2, dtype=np.float32)
    values = one.sentence(
        {
            "ids": np.zeros(pieces, dtype=np.int64),
            "pool": pool,
            "own": np.ones(words, dtype=np.float32),
            "possible": np.zeros((words, len(labels.types)), dtype=np.float32),
            **dict.fromkeys(("told", "shapes", "relations"), numbers),
        }
    )
    scores = one.claim(
        values,
        {
            "pool": pool,
            "marks": np.zeros((words, 2 * len(labels.marks) + 2), dtype=np.float32),
            "trigger": np.array([0, 1, 0], dtype=np.float32),
            **dict.fromkeys(("type", "status"), np.zeros(1, dtype=np.int64)),
        },
    )
    assert {name: each.shape for name, each in scores.items()} == {
        "type": (len(labels.types),),
        "status": (len(labels.statuses),),
        "count": (1,),
        "point": (len(labels.roles), words),
        "null": (len(labels.roles),),
    }
