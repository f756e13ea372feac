"""Corrected places: where analysts say what a place name in a document means."""

from collections.abc import Mapping, Sequence
from typing import cast

from stages.corrections import Correction, Corrections
from stages.naming.gazetteer import Gazetteer, Place

Row = dict[str, object]


def corrected_mentions(
    rows: Sequence[Row], *, place_corrections: Corrections, gazetteer: Gazetteer
) -> tuple[list[Row], list[Row]]:
    """The mentions of one document as corrected, and what became of each correction.

    A name means one place in a document: what is noted of one mention holds for all of its spelling that were taken
    for the same place.
    """
    noted = {
        str(row["mention_id"]): place_corrections.by_target[str(row["mention_id"])]
        for row in rows
        if row["mention_id"] in place_corrections.by_target
    }
    outcomes: list[Row] = []
    corrected = list(rows)
    for mention_id, corrections in noted.items():
        for correction in corrections:
            corrected, outcome = _with(corrected, mention_id, correction, gazetteer)
            outcomes.append(outcome)
    return corrected, outcomes


def _with(rows: Sequence[Row], mention_id: str, correction: Correction, gazetteer: Gazetteer) -> tuple[list[Row], Row]:
    target = next(row for row in rows if row["mention_id"] == mention_id)
    found = target.get("gazetteer_id")
    place = None if correction.value is None else gazetteer.place(correction.value)
    if target["label"] != "place":
        return list(rows), correction.outcome("contradicts", found)
    if found != correction.expected:
        return list(rows), correction.outcome("guard_failed", found)
    if correction.value is not None and place is None:
        return list(rows), correction.outcome("unknown_value", found)
    said = f"gazetteer_id: {found or 'none'} became {correction.value or 'none'}, {correction.whose}"
    meant = (target["text"], found)
    return [
        {
            **row,
            **_fields_of(place),
            "place_rule": "noted by an analyst",
            "place_score": None,
            "corrected": [*_said(row), said],
        }
        if row["label"] == "place" and (row["text"], row.get("gazetteer_id")) == meant
        else row
        for row in rows
    ], correction.outcome("applied", found)


def _said(row: Row) -> list[str]:
    return cast(list[str], row.get("corrected") or [])


def _fields_of(place: Place | None) -> Mapping[str, object]:
    """The columns of a mention that a place settles."""
    if place is None:
        names = ("kind", "gazetteer_id", "place_precision", "latitude", "longitude", "country_code")
        return dict.fromkeys(names)
    return fields_of(place)


def fields_of(place: Place) -> Row:
    """What a mention says of the place it was resolved to."""
    return {
        "kind": place.kind,
        "gazetteer_id": place.place_id,
        "place_precision": place.precision,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country_code": place.country_code,
    }
