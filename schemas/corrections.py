"""Corrections: where analysts overrule the machine, each with a reason, an author and the value it expects to find."""

import pyarrow as pa

from schemas.columns import DAY, TEXT, TEXTS
from schemas.table import Column, Per, Table

# What the machine concluded; the words of a claim are its document's and stay as they are.
AMENDABLE = (
    "type_code", "mode", "status", "source_kind", "count_low", "count_high", "is_total", "place_id", "destination_id",
    "date_low", "date_high",
)  # fmt: skip
# What may be done to what, and the field that is changed or that the guard looks at where there is but one.
ACTIONS = {"claim": ("reject", "amend"), "place": ("amend",), "entity": ("merge", "split"), "event": ("merge", "split")}
ONLY_FIELD = {"place": "gazetteer_id", "entity": "name"}
OUTCOMES = ("applied", "guard_failed", "contradicts", "unknown_value", "unknown_target")

CORRECTED = Column("corrected", TEXTS, "What analysts changed in it, by whom and why; null when they changed nothing.")
CORRECTION_ID = Column("correction_id", TEXT, "Hash of the correction as noted.", nullable=False)
OUTCOME = Column(
    "outcome",
    TEXT,
    "Whether it was applied; if not, the guard found another value, it does not fit the rest (a low above a high, two "
    "kinds of thing made one), the value names nothing known, or there is no target.",
    nullable=False,
    values=OUTCOMES,
)
FOUND_VALUE = Column("found_value", TEXT, "The value that stood in the field; null when none did.")
NOTED = (
    Column("target_kind", TEXT, "What is corrected.", nullable=False, values=tuple(ACTIONS)),
    Column("target_id", TEXT, "Its id; for a place, the id of a mention that names it.", nullable=False),
    Column("action", TEXT, "Whether it is left out, changed in a field, made one with another, or parted.",
           nullable=False, values=("reject", "amend", "merge", "split")),
    Column("field", TEXT, "The field that is changed; for other actions, the field that the guard looks at, if any."),
    Column("expected", TEXT, "The guard: the value the field must still have; null for none."),
    Column("value", TEXT, "The value it gets; the id it is one with; the form of the name, or the claims (separated "
           "by |), that are parted from it; null for none."),
    Column("reason", TEXT, "Why.", nullable=False),
    Column("author", TEXT, "Who says so.", nullable=False),
    Column("noted_on", DAY, "When it was noted.", nullable=False),
)  # fmt: skip

CORRECTIONS_FILE = Table(
    "corrections_file",
    "What corrections.csv in the warehouse folder holds: one correction a line.",
    NOTED,
    key=("target_kind", "target_id", "action", "field", "value"),
    per="seed",
)


def _outcomes(name: str, doc: str, target: str, per: Per) -> Table:
    columns = (CORRECTION_ID, Column("target_id", TEXT, target, nullable=False), OUTCOME, FOUND_VALUE)
    return Table(name, doc, columns, key=("correction_id",), per=per)


CORRECTION_OUTCOMES = _outcomes(
    "correction_outcomes", "What became of one correction in the batch of its claim.", "The claim it is for.", "batch"
)
PLACE_OUTCOMES = _outcomes(
    "place_outcomes", "What became of one correction of a place in the batch of its mention.", "The mention.", "batch"
)
ENTITY_OUTCOMES = _outcomes(
    "entity_outcomes", "What became of one merge or split of entities.", "The entity it is for.", "corpus"
)
EVENT_OUTCOMES = _outcomes(
    "event_outcomes", "What became of one merge or split of events.", "The event it is for.", "corpus"
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
