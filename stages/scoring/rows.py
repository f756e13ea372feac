"""The pipeline's rows in the shape of annotations."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import date

import pyarrow as pa

from stages.scoring.annotations import Article, Name, Statement

LABEL_OF = {"person": "PERSON", "organisation": "ORG", "place": "LOC"}


def statements_in(claims: pa.Table, name_of: Mapping[str, str]) -> Iterator[Statement]:
    """The rows of `claims`; `name_of` gives each document_id the name that gold calls the document by."""
    for row in claims.to_pylist():
        if row["document_id"] in name_of:
            yield Statement(
                document=name_of[row["document_id"]],
                type_code=row["type_code"],
                start_char=row["raw_start_char"],
                end_char=row["raw_end_char"],
                trigger=row["trigger"],
                status=row["status"],
                source=row["source_text"],
                actor=row["actor_text"],
                target=row["target_text"],
                recipient=row["recipient_text"],
                ranks=tuple(row["ranks"]),
                count_low=row["count_low"],
                count_high=row["count_high"],
                place=row["place_text"],
                destination=row["destination_text"],
                date_text=row["date_text"],
                date=iso_of(row["date_low"], row["date_high"]),
            )


def names_in(mentions: pa.Table, name_of: Mapping[str, str]) -> Iterator[Name]:
    """The persons, organisations and places of `mentions`."""
    for row in mentions.select(["document_id", "raw_start_char", "raw_end_char", "label"]).to_pylist():
        if row["document_id"] in name_of and row["label"] in LABEL_OF:
            yield Name(name_of[row["document_id"]], row["raw_start_char"], row["raw_end_char"], LABEL_OF[row["label"]])


def articles_in(documents: pa.Table, name_of: Mapping[str, str]) -> Iterator[Article]:
    """The rows of `documents`."""
    for row in documents.select(["document_id", "title", "pieces"]).to_pylist():
        if row["document_id"] in name_of:
            spans = tuple(
                (piece["raw_start_char"], piece["raw_start_char"] + piece["raw_length"]) for piece in row["pieces"]
            )
            yield Article(name_of[row["document_id"]], row["title"], spans)


def iso_of(low: date | None, high: date | None) -> str | None:
    """The day, month or year that a range of days is exactly, in ISO form; null for any other range."""
    if low is None or high is None:
        return None
    if low == high:
        return low.isoformat()
    if low.year == high.year and low.day == 1 and high.day == calendar.monthrange(high.year, high.month)[1]:
        if low.month == high.month:
            return f"{low:%Y-%m}"
        if (low.month, high.month) == (1, 12):
            return f"{low:%Y}"
    return None
