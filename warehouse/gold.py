"""Gold annotations as they lie in a folder: gold.jsonl, index.jsonl, and where there are any body and entities."""

import json
from dataclasses import dataclass
from pathlib import Path

Record = dict[str, object]
FIELDS = {
    "index": ("doc", "negative"),
    "gold": ("doc", "type", "start", "end", "status"),
    "body": ("doc", "title", "body"),
    "entities": ("doc", "start", "end", "label"),
}
REQUIRED = ("index", "gold")


class NoGold(ValueError):
    """A folder that holds no gold annotations, or a line of them that cannot be read."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The lines of a gold folder; `pages` are the annotated documents, with `negative` and maybe `encoding`."""

    pages: list[Record]
    claims: list[Record]
    bodies: list[Record]
    names: list[Record]


def read_gold(folder: Path) -> Gold:
    """The annotations in a folder; raises NoGold naming file, line and field."""
    missing = [f"{name}.jsonl" for name in REQUIRED if not (folder / f"{name}.jsonl").is_file()]
    if missing:
        raise NoGold(f"{folder}: no gold annotations there; {' and '.join(missing)} would hold them")
    return Gold(*(_records_in(folder / f"{name}.jsonl", FIELDS[name]) for name in FIELDS))


def write_records(path: Path, records: list[Record]) -> None:
    """One record a line, in JSON."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _records_in(path: Path, fields: tuple[str, ...]) -> list[Record]:
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_record_of(line, f"{path}, line {at}", fields) for at, line in enumerate(lines, start=1) if line.strip()]


def _record_of(line: str, where: str, fields: tuple[str, ...]) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise NoGold(f"{where}: no JSON ({error})") from error
    if not isinstance(record, dict):
        raise NoGold(f"{where}: an object with the fields {', '.join(fields)} is needed")
    missing = [field for field in fields if field not in record]
    if missing:
        raise NoGold(f"{where}: the field {missing[0]} is missing")
    return record
