"""Isolation: one document that a stage fails on does not stop the others, and a broken stage is not hidden."""

import pyarrow as pa
import pytest

from pipelines.isolation import made_by
from schemas.records import REJECTS
from schemas.table import ContractError
from stages.stage import Made, Reject, Stage

IDS = ["a", "b", "c", "d", "e", "f", "g"]


def rows_of(ids: list[str]) -> pa.Table:
    return pa.table(
        {"document_id": ids, "uri": [f"{name}.txt" for name in ids]},
        pa.schema([("document_id", pa.string()), ("uri", pa.string())]),
    )


def stage_failing_on(bad: str, error: Exception) -> Stage:
    """A stage that copies ids into the shape of `rejects`, and raises where its second table holds a bad one."""

    def copied(documents: pa.Table, others: pa.Table) -> Made:
        if set(bad) & set(others["document_id"].to_pylist()):
            raise error
        ids = documents["document_id"].to_pylist()
        rows = REJECTS.of([{"stage": "s", "document_id": name, "reason_code": "r"} for name in ids])
        return Made(rows, [Reject("rejects", name, None, "seen", None) for name in ids])

    return Stage(copied, ("documents", "others"), (REJECTS,))


def ids_in(made: Made) -> list[str]:
    return made.rows["document_id"].to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("bad", ["", "a", "g", "ac", "dg", "bcd"])
def test_documents_that_fail_are_refused_alone(bad: str) -> None:
    made = made_by(stage_failing_on(bad, IndexError("off \ud800 the end")), [rows_of(IDS), rows_of(IDS)], {})
    refused = [reject for reject in made.rejects if reject.reason_code == "stage_failed"]
    assert ids_in(made) == [name for name in IDS if name not in bad]
    assert [(reject.document_id, reject.uri) for reject in refused] == [(name, f"{name}.txt") for name in bad]
    assert {reject.detail for reject in refused} <= {r"IndexError: off \ud800 the end"}
    assert len(made.rejects) == len(IDS)  # what the stage itself refused is kept


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("abcd", IndexError("most of the batch")),
        ("a", ContractError("documents.text: the column is missing")),
        ("a", MemoryError()),
    ],
)
def test_a_failure_that_is_no_documents_fault_is_raised(bad: str, error: Exception) -> None:
    with pytest.raises(type(error)):
        made_by(stage_failing_on(bad, error), [rows_of(IDS), rows_of(IDS)], {})


def test_a_stage_over_the_corpus_is_not_taken_apart() -> None:
    stage = stage_failing_on("a", IndexError())
    with pytest.raises(IndexError):
        made_by(Stage(stage.function, stage.reads, stage.makes, per="corpus"), [rows_of(IDS), rows_of(IDS)], {})
