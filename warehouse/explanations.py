"""What the database knows of one document, claim, event or entity: the rows behind `attest explain`."""

from pathlib import Path
from typing import Any, NamedTuple

from schemas.ddl import literal
from warehouse.sql import ask

Row = dict[str, Any]
SHORTEST = 4  # characters of an id that is cut short
KINDS = {"document": "documents", "claim": "claims", "event": "events", "entity": "entities"}
CLAIM = """
    select claims.*, documents.outlet, documents.title, documents.uri, documents.published_on,
        documents.is_current, duplicates.copies_document_id, duplicates.kind as copy_kind,
        event_claims.event_id, event_claims.rule as event_rule
    from claims
    join documents using (document_id)
    left join duplicates using (document_id)
    left join event_claims using (claim_id)
"""


class UnknownId(ValueError):
    """An id that no document, claim, event or entity has, or that several begin with."""


class Subject(NamedTuple):
    """What an id names: one of KINDS, and the whole id."""

    kind: str
    key: str


def subject_of(database: Path, given: str) -> Subject:
    """The document, claim, event or entity of that id, or of the one id that begins so; raises UnknownId."""
    given = given.strip()
    found = [
        Subject(kind, row["key"])
        for kind, table in KINDS.items()
        for row in _beginning(database, table, f"{kind}_id", given)
    ]
    whole = [subject for subject in found if subject.key == given] or found
    if len(whole) == 1:
        return whole[0]
    if not whole:
        raise UnknownId(
            f"{given[:80]}: {_refusal(database, given) or 'no document, claim, event or entity has this id'}"
        )
    named = ", ".join(f"{subject.kind} {subject.key}" for subject in whole[:3])
    raise UnknownId(f"{given}: more than one id begins so: {named}{' …' if len(whole) > 3 else ''}")


def _beginning(database: Path, table: str, key: str, given: str) -> list[Row]:
    """Rows whose key begins so; what is too short to mean one must be the whole key."""
    match = f"starts_with({key}, {literal(given)})" if len(given) >= SHORTEST else f"{key} = {literal(given)}"
    return _rows(database, f"select {key} as key from {table} where {match} order by key limit 5")


def _rows(database: Path, query: str) -> list[Row]:
    rows: list[Row] = ask(database, query).to_pylist()
    return rows


def _refusal(database: Path, given: str) -> str | None:
    """Why there is no such document, when it came and was refused."""
    match = f"document_id = {literal(given)}"
    rows = _rows(database, f"select stage, reason_code, detail from rejects where {match} order by all limit 1")
    if not rows:
        return None
    detail = f", {rows[0]['detail']}" if rows[0]["detail"] else ""
    return f"the document was refused by {rows[0]['stage']}: {rows[0]['reason_code']}{detail}"


def document_row(database: Path, document_id: str) -> Row:
    """The document, and what it copies."""
    query = f"""
        select documents.document_id, documents.uri, documents.outlet, documents.title, documents.byline,
            documents.published_on, documents.published_from, documents.is_current,
            duplicates.copies_document_id, duplicates.kind as copy_kind
        from documents
        left join duplicates using (document_id)
        where document_id = {literal(document_id)}
    """
    return _rows(database, query)[0]


def claims_where(database: Path, column: str, key: str) -> list[Row]:
    """The claims of a document_id, claim_id or event_id, in order of publication and of the text."""
    order = "documents.published_on nulls last, claims.document_id, claims.trigger_raw_start_char, claims.claim_id"
    return _rows(database, f"{CLAIM} where {column} = {literal(key)} order by {order}")


def event_row(database: Path, event_id: str) -> Row:
    """The event."""
    return _rows(database, f"select * from events where event_id = {literal(event_id)}")[0]


def places_named(database: Path, claim: Row) -> list[Row]:
    """The resolved place names inside the words of the claim's place and destination, in the order of the text."""
    return [
        {"role": role, **row}
        for role in ("place", "destination")
        if claim[f"{role}_raw_start_char"] is not None
        for row in _rows(
            database,
            f"""
            select mentions.mention_id, mentions.text, mentions.gazetteer_id, mentions.place_precision,
                mentions.country_code, mentions.latitude, mentions.longitude, mentions.place_rule,
                mentions.place_score, mentions.corrected, entities.name
            from mentions
            left join entities using (entity_id)
            where mentions.document_id = {literal(claim["document_id"])}
              and mentions.label = 'place'
              and mentions.gazetteer_id is not null
              and mentions.raw_start_char < {claim[f"{role}_raw_end_char"]}
              and mentions.raw_end_char > {claim[f"{role}_raw_start_char"]}
            order by mentions.raw_start_char
            """,
        )
    ]


def entity_row(database: Path, entity_id: str) -> Row:
    """The entity."""
    return _rows(database, f"select * from entities where entity_id = {literal(entity_id)}")[0]


def forms_of(database: Path, entity_id: str) -> list[Row]:
    """Its written forms, each with the rule that gave it to the entity, the commonest first."""
    return _rows(
        database,
        f"""
        select entity_forms.form_id, entity_forms.rule, entity_forms.score
        from entity_forms
        where entity_id = {literal(entity_id)}
        order by entity_forms.score desc, entity_forms.form_id
        """,
    )


def ranks_of_person(database: Path, entity_id: str) -> list[Row]:
    """The ranks it is given over time."""
    return _rows(database, f"select * from ranks_held where entity_id = {literal(entity_id)}")


def parents_of(database: Path, entity_id: str) -> list[Row]:
    """The units that it is part of, or that are part of it."""
    key = literal(entity_id)
    return _rows(database, f"select * from unit_parents where entity_id = {key} or parent_id = {key}")


def lookalikes_of(database: Path, entity_id: str) -> list[Row]:
    """The entities that may be one with it, and what speaks for and against."""
    key = literal(entity_id)
    query = f"""
        select if(entity_id = {key}, other_entity_id, entity_id) as other_id,
            if(entity_id = {key}, other_name, name) as other_name, score, reason
        from pairs_to_review
        where entity_id = {key} or other_entity_id = {key}
    """
    return _rows(database, query)


def places_of(database: Path, entity_id: str, most: int = 20) -> list[Row]:
    """The names that were taken for a place, by how: its words, the rule and the score, with one mention of each."""
    query = f"""
        select mentions.text, mentions.place_rule, min(mentions.place_score) as place_score,
            count(*) as mention_count, count(distinct document_id) as document_count,
            min(mention_id) as mention_id, any_value(mentions.gazetteer_id) as gazetteer_id
        from mentions
        where entity_id = {literal(entity_id)} and label = 'place'
        group by mentions.text, mentions.place_rule
        order by mention_count desc, mentions.text, mentions.place_rule
        limit {most}
    """
    return _rows(database, query)
