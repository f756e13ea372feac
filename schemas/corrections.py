"""Corrections: where analysts overrule the machine, each with a reason, an author and the value it expects to find."""

import pyarrow as pa

from schemas.columns import DAY, TEXT
from schemas.table import Column, Table

# What the machine concluded; the words of a claim are its document's and stay as they are.
AMENDABLE = (
    "mode", "status", "source_kind", "count_low", "count_high", "is_total", "place_id", "destination_id", "date_low",
    "date_high",
)  # fmt: skip
OUTCOMES = ("applied", "guard_failed", "contradicts", "unknown_target")

CORRECTION_ID = Column("correction_id", TEXT, "Hash of the correction as noted.", nullable=False)
OUTCOME = Column(
    "outcome",
    TEXT,
    "Whether it was applied; if not, the guard found another value, it left a low above a high, or there is no target.",
    nullable=False,
    values=OUTCOMES,
)
FOUND_VALUE = Column("found_value", TEXT, "The value that stood in the field; null when none did.")
NOTED = (
    Column("target_kind", TEXT, "What is corrected.", nullable=False, values=("claim",)),
    Column("target_id", TEXT, "Its id.", nullable=False),
    Column("action", TEXT, "Whether it is left out or one of its fields is changed.", nullable=False,
           values=("reject", "amend")),
    Column("field", TEXT, "The field that is changed; for a rejection, the field that the guard looks at, if any."),
    Column("expected", TEXT, "The guard: the value the field must still have; null for none."),
    Column("value", TEXT, "The value it gets; null for none."),
    Column("reason", TEXT, "Why.", nullable=False),
    Column("author", TEXT, "Who says so.", nullable=False),
    Column("noted_on", DAY, "When it was noted.", nullable=False),
)  # fmt: skip

CORRECTIONS_FILE = Table(
    "corrections_file",
    "What corrections.csv in the warehouse folder holds: one correction a line.",
    NOTED,
    key=("target_kind", "target_id", "action", "field"),
    per="seed",
)

CORRECTION_OUTCOMES = Table(
    "correction_outcomes",
    "What became of one correction in the batch of its claim.",
    (CORRECTION_ID, Column("claim_id", TEXT, "The claim it is for.", nullable=False), OUTCOME, FOUND_VALUE),
    key=("correction_id",),
)

CORRECTIONS = Table(
    "corrections",
    "One correction an analyst noted, and what became of it in the last run.",
    (CORRECTION_ID, *NOTED, OUTCOME, FOUND_VALUE),
    key=("correction_id",),
    per="corpus",
)


class BadCorrection(ValueError):
    """A correction that cannot be read; names the file, the line and what is wrong."""


def typed(field: str, value: str | None, column: Column) -> object:
    """The written value in the column's type; raises ValueError when the column has no such value."""
    if value is None:
        if not column.nullable:
            raise ValueError(f"{field} cannot be empty")
        return None
    made = pa.scalar(value).cast(column.type).as_py()
    if column.values and made not in column.values:
        raise ValueError(f"{field} is one of {', '.join(column.values)}")
    if column.low is not None and not isinstance(column.low, str) and made < column.low:
        raise ValueError(f"{field} is not below {column.low:g}")
    return made
