"""The file in which analysts note corrections: corrections.csv in the warehouse folder."""

import csv
from pathlib import Path

import pyarrow as pa

import seeds
from schemas.claims import CLAIMS
from schemas.corrections import ACTIONS, AMENDABLE, CORRECTIONS_FILE, ONLY_FIELD, BadCorrection, typed
from schemas.events import EVENTS

FILE = "corrections.csv"


def corrections_in(root: Path) -> pa.Table:
    """The corrections noted in that warehouse folder, none when there is no file; raises BadCorrection."""
    path = root / FILE
    if not path.exists():
        return CORRECTIONS_FILE.empty()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = [column.name for column in CORRECTIONS_FILE]
        if reader.fieldnames != columns:
            raise BadCorrection(f"{path}: the first line must be {','.join(columns)}")
        return CORRECTIONS_FILE.of([_row_of(row, f"{path}, line {reader.line_num}") for row in reader])


def _row_of(row: dict[str | None, str | list[str] | None], where: str) -> dict[str, object]:
    """The line's values in their types."""
    if None in row or None in row.values():
        raise BadCorrection(f"{where}: there are not as many values as columns")
    texts = {str(name): str(value).strip() or None for name, value in row.items()}
    try:
        made = {column.name: typed(column.name, texts[column.name], column) for column in CORRECTIONS_FILE}
        _judge(texts)
    except ValueError as error:
        raise BadCorrection(f"{where}: {error}") from error
    return made


def _judge(texts: dict[str, str | None]) -> None:
    """Whether that can be done to that kind of thing; raises ValueError."""
    kind, action, field, value = (str(texts[name]) for name in ("target_kind", "action", "field", "value"))
    if action not in ACTIONS[kind]:
        raise ValueError(f"what can be done to a {kind} is: {', '.join(ACTIONS[kind])}")
    if kind in ONLY_FIELD and field != ONLY_FIELD[kind]:
        raise ValueError(f"field is {ONLY_FIELD[kind]}: what the guard looks at in a {kind}")
    if action in ("merge", "split") and texts["value"] is None:
        raise ValueError(f"value says what to {action}")
    if kind == "event" and texts["field"] is not None:
        EVENTS.column(field)
    elif action == "amend" and kind == "claim":
        if field not in AMENDABLE:
            raise ValueError(f"field is one of {', '.join(AMENDABLE)}")
        typed(field, texts["value"], CLAIMS.column(field))
        if field in ("type_code", "mode") and texts["value"] is not None and value not in _coded(field):
            raise ValueError(f"{field} has no {value!r}: there is {', '.join(sorted(_coded(field)))}")
    elif kind == "claim" and texts["field"] is not None:
        CLAIMS.column(field)


def _coded(field: str) -> set[str]:
    """The types, or the modes, that the seeds know."""
    found = {row[field] for name in ("event_types", "triggers") for row in seeds.load(name).to_pylist()}
    return {code for code in found if code}
