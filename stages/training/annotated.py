"""Annotated reports: a sentence a line, its claims on lines of their own behind it.

    ## w1-001 | 1994-05-03 | wire
    Gunmen kill four police in Zawiya raid
    = killing | trigger=kill | actor=Gunmen | target=four police | count=4 | place=Zawiya

A value is copied from the sentence; "they < the rebels" says whom words of the sentence stand for, "< Zawiya" what is
carried over from a sentence before. Two parts of a value stand on either side of " ++ ", those of a trigger of " ... ".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

HEADER, CLAIM = "##", "="
PARTS, GAP, MEANT = " ++ ", " ... ", "<"
ROLES = ("source", "actor", "target", "recipient", "place", "destination", "date")


class BadReport(ValueError):
    """A line of annotated reports that is none."""


@dataclass(frozen=True, slots=True)
class Value:
    """The words of a role in the sentence, and those of an earlier sentence that they stand for."""

    here: str | None
    earlier: str | None

    @classmethod
    def of(cls, text: str) -> Value:
        """A value as it is written; of two parts, the first."""
        here, _, earlier = (part.strip() for part in text.partition(MEANT))
        return cls(here.split(PARTS)[0] or None, earlier or None)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One claim of a sentence."""

    type_code: str
    trigger: str
    status: str
    roles: Mapping[str, Value]
    count: tuple[int | None, int | None]


@dataclass(slots=True)
class Report:
    """A report: its headline and sentences, each with its claims."""

    report_id: str
    published_on: date | None
    sentences: list[tuple[str, list[Annotation]]] = field(default_factory=list)

    def text(self) -> tuple[str, list[int]]:
        """The report as a page, the headline and every two sentences a paragraph, and where each sentence starts."""
        text, starts = "", []
        for at, (sentence, _) in enumerate(self.sentences):
            starts.append(len(text))
            text += sentence + (" " if at % 2 else "\n\n")
        return text.rstrip(), starts


def reports_in(text: str) -> Iterator[Report]:
    """The reports of a file; raises BadReport."""
    report: Report | None = None
    for number, line in enumerate((line.strip() for line in text.split("\n")), start=1):
        if line.startswith(HEADER):
            if report is not None:
                yield report
            report = _opened(line.removeprefix(HEADER), number)
        elif line and report is None:
            raise BadReport(f"line {number}: a report opens with {HEADER}, its id, its day and its kind")
        elif line.startswith(CLAIM) and report is not None:
            if not report.sentences:
                raise BadReport(f"line {number}: a claim before any sentence")
            report.sentences[-1][1].append(_annotation(line.removeprefix(CLAIM), number))
        elif line and report is not None:
            report.sentences.append((line, []))
    if report is not None:
        yield report


def _opened(header: str, number: int) -> Report:
    parts = [part.strip() for part in header.split("|")]
    try:
        day = date.fromisoformat(parts[1]) if parts[1] != "-" else None
    except (IndexError, ValueError) as error:
        raise BadReport(f"line {number}: no day in {header.strip()!r}, and no - in its place") from error
    return Report(parts[0], day)


def _annotation(line: str, number: int) -> Annotation:
    kind, *parts = (part.strip() for part in line.split("|"))
    values = {name.strip(): value.strip() for name, _, value in (part.partition("=") for part in parts)}
    if "trigger" not in values:
        raise BadReport(f"line {number}: a claim without a trigger")
    roles = {role: Value.of(values[role]) for role in ROLES if values.get(role)}
    trigger = values["trigger"].split(GAP)[0]
    return Annotation(kind, trigger, values.get("status", "asserted"), roles, _count(values.get("count"), number))


def _count(text: str | None, number: int) -> tuple[int | None, int | None]:
    """ "4" is 4 to 4, "24..99" a range, "10.." open above, "..9" below."""
    if text is None:
        return None, None
    low, dots, high = text.partition("..")
    try:
        least, most = (int(part) if part else None for part in (low, high if dots else low))
    except ValueError as error:
        raise BadReport(f"line {number}: {text!r} is no count") from error
    return least, most
