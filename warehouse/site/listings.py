"""Listings: tables too long for one page, in parts that a page loads as it needs them, each searchable and sortable."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from warehouse.site.render import Site
from warehouse.site.rows import Query, Reader, Row
from warehouse.site.words import label_of, shown, visible

AT_ONCE = 2000  # rows in one data file: about 0.8 MB of claims, read in well under 100 ms
FIRST = 50  # rows that stand in the page itself, for readers without scripts and for print
PAYS = 0.5  # of the cells that may differ for a list of them to take less room than themselves
CHOSEN = ("choice", "each")
SEVERAL = "; "  # between the values of one cell
MAX_CHOICES = 300  # values a filter offers; rarer ones are found by the words


@dataclass(frozen=True)
class Cell:
    """What a listing shows in one place: the text, what it is sorted by when that differs, and where it leads."""

    text: str
    sort: str | float | None = None
    address: str = ""

    @property
    def packed(self) -> Any:
        """The cell in the data file: the text alone, or [text, sort, address]."""
        if self.sort is None and not self.address:
            return self.text
        return [self.text, self.sort, self.address] if self.address else [self.text, self.sort]


@dataclass(frozen=True)
class Field:
    """One column of a listing: its name in links, its heading, what it shows, and how it may be filtered.

    `sql` is what the filter compares, over the columns of the listing's query: the statement of a choice of rows is
    made from it. An aside is not shown, but can be chosen by and stands in the saved file.
    """

    name: str
    heading: str
    cell: Callable[[Row], Cell]
    filter: str = ""  # choice, each (a choice among several in one cell), words, days, days apart, or none
    css: str = ""
    sql: str = ""

    @property
    def is_aside(self) -> bool:
        """Whether it is not shown."""
        return "aside" in self.css.split()


def spaced(sql: str) -> str:
    """A code in SQL as it is shown: with blanks for underscores."""
    return f"replace({sql}, '_', ' ')"


def several(values: Iterable[str]) -> Cell:
    """A cell of several values, each of which can be chosen."""
    return Cell(SEVERAL.join(visible(value).replace(SEVERAL.strip(), ",") for value in values))


@dataclass
class Listing:
    """One listing: its page, heading, query and columns."""

    name: str
    heading: str
    fields: tuple[Field, ...]
    note: str = ""
    has_text: bool = False  # whether the words of the articles themselves can be asked for
    choices: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @property
    def words_sql(self) -> str:
        """The words of a row in SQL, as one text: of every column that is no number and no day."""
        texts = [
            f"array_to_string({each.sql}, ' ')" if each.filter == "each" else each.sql
            for each in self.fields
            if each.sql and not each.filter.startswith("days")
        ]
        return f"concat_ws(' ', {', '.join(texts)})"

    @property
    def asides(self) -> list[Field]:
        """The columns that are not shown, but can be chosen by."""
        return [each for each in self.fields if each.is_aside]

    def ends_of(self, field: Field) -> tuple[str, str]:
        """The names in links of the first and last day that a column of days is chosen by; plain for the first such."""
        first = next(each.name for each in self.fields if each.filter.startswith("days"))
        return ("from", "to") if field.name == first else (f"{field.name}-from", f"{field.name}-to")

    def write(self, site: Site, reader: Reader) -> int:
        """Write the data files and the page; the number of rows."""
        counts: dict[str, Counter[str]] = {each.name: Counter() for each in self.fields if each.filter in CHOSEN}
        first: list[list[Cell]] = []
        total = parts = 0
        rows = self._cells(reader.each(self.name), counts)
        while part := list(islice(rows, AT_ONCE)):
            first = first or part[:FIRST]
            total += len(part)
            site.text(f"rows/{self.name}-{parts}.js", self._script(parts, part))
            parts += 1
        self.choices = {name: counted.most_common(MAX_CHOICES) for name, counted in counts.items()}
        site.page(
            f"{self.name}.html", "listing.html", title=self.heading, listing=self, first=first,
            total=total, parts_count=parts, source=Query(self.name),
        )  # fmt: skip
        return total

    def _cells(self, rows: Iterable[Row], counts: dict[str, Counter[str]]) -> Iterator[list[Cell]]:
        for row in rows:
            cells = [each.cell(row) for each in self.fields]
            for each, cell in zip(self.fields, cells, strict=True):
                if each.filter in CHOSEN and cell.text:
                    counts[each.name].update(cell.text.split(SEVERAL) if each.filter == "each" else [cell.text])
            yield cells

    def _script(self, part: int, rows: list[list[Cell]]) -> str:
        packed, words = shared([[cell.packed for cell in cells] for cells in rows])
        return f"attest.add({part}, {script_json(packed)}, {script_json(words)});\n"


def shared(rows: list[list[Any]]) -> tuple[list[list[Any]], list[list[Any]]]:
    """The rows with each cell of a column that repeats itself as a number in the column's list, and those lists.

    A column whose cells differ keeps them, and its list is empty: of claims, a file is a third smaller so.
    """
    columns, words = [], []
    for cells in zip(*rows, strict=True):
        known: dict[str, int] = {}
        numbers = [known.setdefault(json.dumps(cell), len(known)) for cell in cells]
        pays = len(known) < PAYS * len(cells)
        words.append([json.loads(text) for text in known] if pays else [])
        columns.append(numbers if pays else cells)
    return [list(cells) for cells in zip(*columns, strict=True)], words


def script_json(value: object) -> str:
    """JSON that is safe in a script file: no mark-up, no line separators, ASCII only."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def plain(name: str) -> Callable[[Row], Cell]:
    """A cell that shows a column as it is."""

    def cell(row: Row) -> Cell:
        value = row[name]
        text = str(shown(value))
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return Cell(text, float(value) if is_number else None)

    return cell


def code(name: str) -> Callable[[Row], Cell]:
    """A cell that shows a code in words."""
    return lambda row: Cell(label_of(row[name]))
