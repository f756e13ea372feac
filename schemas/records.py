"""What attest writes about its own work: refusals, checks and runs."""

from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from schemas.columns import BATCH_ID, COUNT, INSTANT, RUN_ID, TEXT, TEXTS
from schemas.table import Column, Table

REJECTS = Table(
    "rejects",
    "One item or row refused, with the stage and the reason.",
    (
        Column("stage", TEXT, "The table that refused it.", nullable=False),
        Column("document_id", TEXT, "The document concerned; null when no bytes could be read."),
        Column("uri", TEXT, "Where the item came from."),
        Column("reason_code", TEXT, "Why, as a code.", nullable=False, pattern="^[a-z][a-z0-9_]*$"),
        Column("detail", TEXT, "Why, in words."),
        Column("batch_id", TEXT, "The batch it was refused in; 'corpus' for a stage over all of them.", joined="files"),
    ),
    key=("stage", "document_id", "uri", "reason_code", "detail"),
)


class Reject(NamedTuple):
    """One row of `rejects` on its way there."""

    stage: str
    document_id: str | None
    uri: str | None
    reason_code: str
    detail: str | None


def reject_rows(rejects: Iterable[Reject]) -> pa.Table:
    """The refusals as rows of `rejects`."""
    return REJECTS.of([reject._asdict() for reject in rejects])


CHECKS = Table(
    "checks",
    "One check on one table in one run.",
    (
        RUN_ID,
        Column("table_name", TEXT, "The table judged.", nullable=False),
        Column("check_name", TEXT, "The sentence that should hold.", nullable=False),
        Column("severity", TEXT, "What a failure means.", nullable=False, values=("critical", "warning", "info")),
        Column("passed", pa.bool_(), "Whether it held.", nullable=False),
        Column("row_count", COUNT, "Rows judged.", nullable=False, low=0),
        Column("failed_count", COUNT, "Rows that failed.", nullable=False, low=0),
        Column("samples", TEXTS, "A few of the failing values or keys.", nullable=False),
    ),
    key=("run_id", "table_name", "check_name"),
    per="run",
)

RUNS = Table(
    "runs",
    "One stage over one batch in one run.",
    (
        RUN_ID,
        Column("stage", TEXT, "The stage: the table it makes.", nullable=False),
        BATCH_ID.but(doc="The batch; 'corpus' for a stage over all of them.", nullable=False),
        Column("row_count_in", COUNT, "Rows read of its first table.", nullable=False, low=0),
        Column("row_count", COUNT, "Rows made.", nullable=False, low=0),
        Column("reject_count", COUNT, "Rows refused.", nullable=False, low=0),
        Column("code_version", TEXT, "Hash of the code that ran.", nullable=False),
        Column("seed_version", TEXT, "Hash of the seeds it used.", nullable=False),
        Column("model_version", TEXT, "The language model, where one was used."),
        Column("started_at", INSTANT, "When it started (UTC).", nullable=False),
        Column("seconds", pa.float64(), "How long it took.", nullable=False, low=0),
    ),
    key=("run_id", "stage", "batch_id"),
    per="run",
)
