"""`attest explain`: why a row says what it says, down to the words and the rules behind each field."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipelines.explaining_entities import entity_lines, known_lines
from pipelines.lines import HEAD, LABEL, line, told_in
from warehouse.explanations import (
    Row,
    Subject,
    UnknownId,
    claims_where,
    document_row,
    event_row,
    places_named,
    subject_of,
)
from warehouse.site.words import days_of, range_of

ROLES = ("source", "actor", "target", "recipient", "unit", "count", "place", "destination", "date")
CODES = (("PLOVER", "plover_code"), ("CAMEO", "cameo_code"), ("ACLED", "acled_code"))
TRIGGER = "bold red"


def explain(database: Path, given: str, claim_id: str | None = None) -> None:
    """Print what the id names and why it stands there; raises UnknownId."""
    console = Console(highlight=False, soft_wrap=True)
    for told in explanation_of(database, given, claim_id):
        console.print(told)


def explanation_of(database: Path, given: str, claim_id: str | None = None) -> list[Text]:
    """The lines for a document, one of its or an event's claims, a claim, an event, or an entity; raises UnknownId."""
    subject = subject_of(database, given)
    if claim_id is not None:
        subject = _within(database, subject, claim_id)
    if subject.kind == "entity":
        return list(entity_lines(database, subject.key))
    if subject.kind == "claim":
        (claim,) = claims_where(database, "claim_id", subject.key)
        return list(_claim_lines(claim, places_named(database, claim)))
    claims = claims_where(database, f"{subject.kind}_id", subject.key)
    if subject.kind == "event":
        return list(_event_lines(event_row(database, subject.key), claims))
    lines = list(_document_lines(document_row(database, subject.key), len(claims)))
    for claim in claims:
        lines += [Text(), *_claim_lines(claim, places_named(database, claim), with_document=False)]
    return lines


def _within(database: Path, subject: Subject, claim_id: str) -> Subject:
    claim = subject_of(database, claim_id)
    if subject.kind == "entity":
        raise UnknownId(f"{claim_id}: an entity has no claims of its own")
    of_it = {row["claim_id"] for row in claims_where(database, f"{subject.kind}_id", subject.key)}
    if claim.key not in of_it:
        raise UnknownId(f"{claim_id}: no claim of the {subject.kind} {subject.key}")
    return claim


def _document_lines(document: Row, claim_count: int) -> Iterator[Text]:
    yield Text(f"document {document['document_id']}", HEAD)
    yield line("title", document["title"])
    yield from _outlet_lines(document)
    if document["byline"]:
        yield line("byline", document["byline"])
    yield line("claims", claim_count)


def _outlet_lines(row: Row) -> Iterator[Text]:
    yield line("outlet", row["outlet"] or "unknown")
    yield line("published", row["published_on"] or "unknown", row.get("published_from"))
    yield line("uri", row["uri"])
    if row["copies_document_id"]:
        yield line("copies", row["copies_document_id"], row["copy_kind"])
    if row["is_current"] is False:
        yield line("superseded", "a later version came from the same address")


def _claim_lines(claim: Row, places: list[Row], *, with_document: bool = True) -> Iterator[Text]:
    rules = {found["field"]: found["rule"] for found in claim["found"]}
    yield Text(f"claim {claim['claim_id']}", HEAD)
    if with_document:
        yield line("document", claim["document_id"])
        yield from _outlet_lines(claim)
    yield _marked(claim)
    standing = f"characters {claim['raw_start_char']}–{claim['raw_end_char']} of the raw text"
    yield line("", standing + (", the headline" if claim["is_headline"] else ""))
    codes = [f"{name} {claim[key]}" for name, key in CODES if claim[key]]
    yield line("type", " ".join(filter(None, (claim["type_code"], claim["mode"]))), ", ".join(codes))
    yield _quoted("trigger", claim["trigger"], claim, rules)
    yield line("status", claim["status"], rules.get("status"))
    yield from _role_lines(claim, rules)
    if claim["ranks"]:
        yield line("ranks", ", ".join(claim["ranks"]), f"on the ladder: {', '.join(claim['rank_codes']) or 'none'}")
    for place in places:
        yield line(f"{place['role']} is", *_resolved(place))
    for role in sorted({"place", "destination"} - {place["role"] for place in places}):
        if claim[f"{role}_text"] is not None:
            yield line(f"{role} is", claim[f"{role}_id"] or "unresolved: the gazetteer has no place that fits")
    for change in claim["corrected"] or ():
        yield line("corrected", change)
    if claim["event_id"]:
        yield line("event", claim["event_id"], claim["event_rule"])


def _role_lines(claim: Row, rules: dict[str, str]) -> Iterator[Text]:
    """The words of each role, or what was taken back from it."""
    for role in ROLES:
        if claim[f"{role}_text"] is not None:
            yield _quoted(role, claim[f"{role}_text"], claim, rules)
            yield from _read_as(role, claim)
        elif role in rules:
            yield line(role, "left open", rules[role])


def _marked(claim: Row) -> Text:
    """The sentence, with its trigger marked: between »« and in colour."""
    sentence, trigger = claim["sentence"], claim["trigger"]
    at = claim["trigger_raw_start_char"] - claim["raw_start_char"]
    if sentence[at : at + len(trigger)] != trigger:  # mended characters before it may have moved it
        at = sentence.find(trigger)
    line = Text(f"  {'sentence':<{LABEL}}")
    if at < 0:
        return line.append(told_in(sentence))
    before, after = sentence[:at], sentence[at + len(trigger) :]
    line.append(told_in(before) + (" " if before[-1:].isspace() else ""))
    line.append(f"»{told_in(trigger)}«", TRIGGER)
    return line.append((" " if after[:1].isspace() else "") + told_in(after))


def _quoted(role: str, words: str, claim: Row, rules: dict[str, str]) -> Text:
    start, end = claim[f"{role}_raw_start_char"], claim[f"{role}_raw_end_char"]
    at = f" [{start}–{end}]" if start is not None else ""
    return line(role, f"“{words}”{at}", rules.get(role))


def _read_as(role: str, claim: Row) -> Iterator[Text]:
    """What the words were taken to mean."""
    if role == "source" and claim["source_kind"]:
        yield line("", f"= {claim['source_kind']}")
    if role == "count":
        number = range_of(claim["count_low"], claim["count_high"]) or "no number"
        yield line("", f"= {number}{', a running total' if claim['is_total'] else ''}")
    if role == "date":
        yield line("", f"= {days_of(claim['date_low'], claim['date_high']) or 'no day'}", claim["date_from"])


def _resolved(place: Row) -> tuple[str, str]:
    """The place, and how the gazetteer chose it."""
    where = "" if place["latitude"] is None else f" at {place['latitude']:.3f}, {place['longitude']:.3f}"
    kind = " in ".join(filter(None, (place["place_precision"], place["country_code"])))
    chosen = f"“{place['text']}” is {place['gazetteer_id']}"
    if place["place_rule"]:
        chosen += f" by {place['place_rule']}"
    if place["place_score"] is not None:
        chosen += f" ({place['place_score']:.2f})"
    return f"{place['name'] or place['text']} ({kind}){where}", f"{chosen} [mention {place['mention_id']}]"


def _event_lines(event: Row, claims: list[Row]) -> Iterator[Text]:
    yield Text(f"event {event['event_id']}", HEAD)
    yield line("summary", event["summary"])
    yield line("days", days_of(event["date_low"], event["date_high"]) or "unknown")
    yield line("place", event["place_text"] or "unknown", event["place_id"])
    yield line("count", range_of(event["count_low"], event["count_high"]) or "none given in full")
    yield line("status", event["status"], f"weakest {event['weakest_status']}, {event['denial_count']} deny it")
    told = f"{event['claim_count']} claims, {event['document_count']} documents"
    yield line("told by", f"{told}, {event['outlet_count']} independent outlets")
    yield line("first told", event["first_reported_on"] or "unknown")
    yield from known_lines(event)
    yield Text("what its claims say", HEAD)
    for label, words, agreed in _accounts(event, claims):
        yield line(label, words, agreed)
    for claim in claims:
        yield Text(f"claim {claim['claim_id']}", HEAD)
        yield line("put here", claim["event_rule"])
        yield line("outlet", claim["outlet"] or "unknown", claim["published_on"])
        if claim["copies_document_id"]:
            yield line("copies", claim["copies_document_id"], claim["copy_kind"])
        if claim["source_text"]:
            yield line("source", claim["source_text"], claim["source_kind"])
        yield _marked(claim)


def _accounts(event: Row, claims: list[Row]) -> Iterator[tuple[str, str, str | None]]:
    """What was said of each field, with how many claims say so, and whether that can all be so."""
    counts, days = event["counts_agree"], _days_agree(claims)
    said = (
        ("status", [claim["status"] for claim in claims], None),
        ("count", [range_of(claim["count_low"], claim["count_high"]) for claim in claims], counts),
        ("days", [days_of(claim["date_low"], claim["date_high"]) for claim in claims], days),
        ("place", [claim["place_text"] for claim in claims], None),
        ("actor", [claim["actor_text"] for claim in claims], None),
        ("target", [claim["target_text"] for claim in claims], None),
    )
    for label, values, agree in said:
        known = Counter(told_in(value) for value in values if value)
        if known:
            ordered = sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))
            words = "; ".join(f"{value} ({count})" for value, count in ordered)
            yield label, words, None if agree is None else "they agree" if agree else "they disagree"


def _days_agree(claims: list[Row]) -> bool | None:
    """Whether one day fits every claim that gives days; null when fewer than two do."""
    ranges = [(claim["date_low"], claim["date_high"]) for claim in claims if claim["date_low"] and claim["date_high"]]
    return max(low for low, _ in ranges) <= min(high for _, high in ranges) if len(ranges) > 1 else None
