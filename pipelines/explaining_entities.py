"""Why an entity is what it is: its forms with their rules, ranks over time, units around it, who may be the same."""

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from pipelines.lines import HEAD, line
from warehouse.explanations import (
    Row,
    entity_row,
    forms_of,
    lookalikes_of,
    parents_of,
    places_of,
    ranks_of_person,
)
from warehouse.site.words import days_of

FORMS = 40  # forms that are shown: the surest


def entity_lines(database: Path, entity_id: str) -> Iterator[Text]:
    """The lines for an entity."""
    entity = entity_row(database, entity_id)
    yield Text(f"entity {entity_id}", HEAD)
    yield line("name", entity["name"], entity["kind"])
    if entity["other_names"]:
        yield line("also", "; ".join(entity["other_names"]))
    yield line("named", f"{entity['mention_count']} times in {entity['document_count']} documents")
    if entity["country_code"]:
        yield line("country", entity["country_code"])
    yield from known_lines(entity)
    if entity["kind"] == "place":
        yield from _place_lines(database, entity)
        return
    forms = forms_of(database, entity_id)
    yield Text("its written forms", HEAD)
    for form in forms[:FORMS]:
        yield line("", form["form_id"].split(":", 1)[-1], f"{form['rule']} ({form['score']:.2f})")
    if len(forms) > FORMS:
        yield line("", f"and {len(forms) - FORMS} more")
    yield from _around(database, entity_id)


def _around(database: Path, entity_id: str) -> Iterator[Text]:
    """Ranks over time, larger and smaller units, and who may be the same."""
    ranks = ranks_of_person(database, entity_id)
    if ranks:
        yield Text("its ranks over time, by day of publication", HEAD)
    for rank in ranks:
        told = f"{rank['document_count']} documents: {', '.join(rank['outlets']) or 'outlets unknown'}"
        yield line(days_of(rank["first_on"], rank["last_on"]) or "unknown", rank["label"] or rank["rank_code"], told)
    for part in parents_of(database, entity_id):
        label, name = ("is part of", "parent_name") if part["entity_id"] == entity_id else ("has part", "name")
        yield line(label, part[name], f"“{part['example']}”, in {part['document_count']} documents")
    for other in lookalikes_of(database, entity_id):
        yield line(
            "may be", f"{other['other_name']} ({other['other_id']})", f"{other['reason']} ({other['score']:.2f})"
        )


def _place_lines(database: Path, entity: Row) -> Iterator[Text]:
    """Where it lies, and by what each name was taken for it."""
    if entity["latitude"] is not None:
        yield line("lies at", f"{entity['latitude']:.3f}, {entity['longitude']:.3f}", entity["gazetteer_id"])
    yield Text("the names that were taken for it", HEAD)
    for place in places_of(database, entity["entity_id"]):
        score = "" if place["place_score"] is None else f", at least {place['place_score']:.2f}"
        times = f"{place['mention_count']} times in {place['document_count']} documents"
        rule = place["place_rule"] or "the gazetteer has no place that fits"
        yield line(f"“{place['text']}”", times, f"{rule}{score} [mention {place['mention_id']}]")


def known_lines(row: Row) -> Iterator[Text]:
    """Since when it is told, and what analysts changed."""
    if row.get("first_known_at") is not None:
        yield line("known since", row["first_known_at"], f"as it is here since {row['known_from']}")
    for change in row["corrected"] or ():
        yield line("corrected", change)
