"""Answers as text: for people, spreadsheets and programs."""

import csv
import io
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

FORMATS = ("table", "csv", "json", "parquet")
FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@|＝＋－＠]|^[\t\r\n]")
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
WIDTH = 60  # characters of a cell shown on a terminal


def rendered(rows: pa.Table, output_format: str) -> bytes:
    """The rows in one of FORMATS, as bytes."""
    if output_format == "parquet":
        out = io.BytesIO()
        pq.write_table(rows, out, compression="zstd")
        return out.getvalue()
    writers = {"table": table_text, "csv": csv_text, "json": json_text}
    return writers[output_format](rows).encode("utf-8", "replace")


def rows_in(rows: pa.Table) -> Iterator[tuple[object, ...]]:
    """The rows as tuples; two columns may have one name."""
    return zip(*(column.to_pylist() for column in rows.columns), strict=True)


def plain(value: object) -> object:
    """A value as JSON has it: days and instants in ISO 8601, bytes in hex, what is no number as null."""
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, str | int) else str(value)


def json_line(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False)


def json_text(rows: pa.Table) -> str:
    """The rows as one JSON array of objects, one a line."""
    objects = (json_line(dict(zip(rows.column_names, values, strict=True))) for values in rows_in(rows))
    return "[" + ",".join("\n" + line for line in objects) + "\n]\n"


def defused(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.match(text) else text


def csv_cell(value: object) -> str:
    """One value as a cell: lists and structs as JSON, nothing that starts a formula."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return defused(json_line(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    made = plain(value)
    return "" if made is None else defused(str(made))


def csv_text(rows: pa.Table) -> str:
    """The rows as CSV with a header (RFC 4180, UTF-8)."""
    return csv_lines(rows.column_names, rows_in(rows))


def csv_lines(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Cells as CSV with a header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([defused(name) for name in header])
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return out.getvalue()


def shown(value: object) -> str:
    """One value on a terminal: one line, no control characters, cut at WIDTH."""
    text = csv_cell(value) if isinstance(value, list | dict | bool) else "" if value is None else str(plain(value))
    text = "".join(" " if char.isspace() else char for char in text)
    text = "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char for char in text)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def table_text(rows: pa.Table) -> str:
    """The rows in aligned columns, numbers to the right, with the number of rows below."""
    header = [shown(name) for name in rows.column_names]
    cells = [[shown(value) for value in row] for row in rows_in(rows)]
    widths = [max(len(line[position]) for line in [header, *cells]) for position in range(len(header))]
    numbers = [pa.types.is_integer(field.type) or pa.types.is_floating(field.type) for field in rows.schema]

    def line(values: list[str]) -> str:
        placed = zip(values, widths, numbers, strict=True)
        return "  ".join(text.rjust(width) if number else text.ljust(width) for text, width, number in placed).rstrip()

    ruled = [line(header), "  ".join("─" * width for width in widths), *(line(values) for values in cells)]
    return "\n".join(ruled) + f"\n({len(cells):,} row{'' if len(cells) == 1 else 's'})\n"
