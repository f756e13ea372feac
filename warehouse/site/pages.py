"""One page for each document, event and entity; rows are streamed, so memory does not grow with the corpus."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from warehouse.site.charts import Bar, Extent, bars, extents
from warehouse.site.marks import pieces_of, spans_of
from warehouse.site.render import Site
from warehouse.site.rows import Reader, Row
from warehouse.site.words import days_of, label_of, page_of, range_of

ROLES = ("actor", "target", "recipient", "unit", "place", "destination", "source")


def write_documents(site: Site, reader: Reader) -> None:
    """Write a page for each document: the raw text, what was cut from it and why, mentions and claims in place."""
    for row in reader.in_parts("document_pages", "document_id", "documents"):
        page = page_of("documents", row["document_id"])
        if not site.wants(page, row):
            continue
        pieces = pieces_of(row["raw_text"], spans_of(row))
        row["claims"] = row["claims"] or []
        links = {claim["claim_id"]: links_of(claim, row["mentions"] or []) for claim in row["claims"]}
        site.page(
            page, "document.html",
            title=row["title"] or row["uri"], document=row, pieces=pieces, links=links,
        )  # fmt: skip


def links_of(claim: Row, mentions: Sequence[Row]) -> dict[str, str]:
    """For each role of a claim, the page of the first entity that its sentence names within the role's words."""
    named = [
        mention
        for mention in mentions
        if mention["entity_id"]
        and claim["raw_start_char"] <= mention["raw_start_char"]
        and mention["raw_end_char"] <= claim["raw_end_char"]
    ]
    found = {}
    for role in ROLES:
        words = claim[f"{role}_text"]
        inside = next((mention for mention in named if words and mention["text"] in words), None)
        if inside:
            found[role] = page_of("entities", inside["entity_id"])
    return found


def write_events(site: Site, reader: Reader) -> None:
    """Write a page for each event: its claims side by side, and where they agree."""
    for row in reader.in_parts("event_pages", "event_id", "events"):
        page = page_of("events", row["event_id"])
        if not site.wants(page, row):
            continue
        row["claims"] = row["claims"] or []
        site.page(
            page, "event.html",
            title=row["summary"], event=row, aspects=aspects_of(row["claims"]), counts=_counts(row["claims"]),
            tellers=tellers_of(row["claims"]), told_of={claim["claim_id"] for claim in row["claims"]},
        )  # fmt: skip


def write_entities(site: Site, reader: Reader) -> None:
    """Write a page for each entity: its forms, ranks, units, and when and where it is told of."""
    for row in reader.in_parts("entity_pages", "entity_id", "entities"):
        page = page_of("entities", row["entity_id"])
        if not site.wants(page, row):
            continue
        mentions, claims, events = (row.pop(name) or [] for name in ("mentions", "claims", "events"))
        places = months_in(mentions)
        counts = {month["month"]: month["mention_count"] for month in row.pop("months") or []}
        words = row.pop("words") or []
        forms, ranks, roles, units = (
            [(word["word"], word["word_count"]) for word in words if word["kind"] == kind]
            for kind in ("form", "rank", "role", "unit")
        )
        site.page(
            page, "entity.html",
            title=row["name"], entity=row, mentions=mentions, claims=claims, events=events,
            forms=forms, ranks=ranks, roles=roles, units=units,
            timeline=_timeline(counts, set(places.values())), months=places,
        )  # fmt: skip


def aspects_of(claims: Sequence[Row]) -> list[dict[str, Any]]:
    """For each thing claims may disagree on: the distinct answers, how many claims give each, and a verdict."""
    asked: tuple[tuple[str, Callable[[Row], str], Callable[[Sequence[Row]], bool]], ...] = (
        ("Status", lambda claim: label_of(claim["status"]), lambda given: _alike(given, "status")),
        ("Count", lambda claim: range_of(claim["count_low"], claim["count_high"]), lambda given: _fit(given, "count")),
        ("Date", lambda claim: days_of(claim["date_low"], claim["date_high"]), lambda given: _fit(given, "date")),
        ("Place", lambda claim: claim["place_text"] or "", lambda given: _alike(given, "place_id")),
        ("Source", lambda claim: claim["source_text"] or "", lambda _: True),  # more sources are no dissent
    )
    found = []
    for heading, answer, agrees in asked:
        given = [claim for claim in claims if answer(claim)]
        answers = Counter(map(answer, given))
        if len(given) < 2:
            verdict = "one answer" if given else "none says"
        else:
            verdict = "agree" if len(answers) == 1 or agrees(given) else "differ"
        if heading == "Source" and len(answers) > 1:
            verdict = "several"
        silent = len(claims) - len(given)
        found.append({"heading": heading, "answers": answers.most_common(), "silent": silent, "verdict": verdict})
    return found


def tellers_of(claims: Sequence[Row]) -> list[dict[str, Any]]:
    """Each document that tells of an event, once, in order of publication, with how many claims it makes."""
    told = Counter(claim["document_id"] for claim in claims)
    first = {claim["document_id"]: claim for claim in reversed(claims)}
    return [{**first[document_id], "claim_count": told[document_id]} for document_id in told]


def _alike(claims: Sequence[Row], name: str) -> bool:
    """Whether a column holds one value, and none is unknown."""
    values = {claim[name] for claim in claims}
    return len(values) == 1 and None not in values


def _fit(claims: Sequence[Row], name: str) -> bool:
    """Whether one value fits every range of a count or date."""
    lows = [claim[f"{name}_low"] for claim in claims if claim[f"{name}_low"] is not None]
    highs = [claim[f"{name}_high"] for claim in claims if claim[f"{name}_high"] is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _counts(claims: Sequence[Row]) -> Any:
    given = [
        Extent(claim["outlet"] or "unknown outlet", claim["count_low"], claim["count_high"], f"#c-{claim['claim_id']}")
        for claim in claims
        if claim["count_low"] is not None or claim["count_high"] is not None
    ]
    differ = len({(extent.low, extent.high) for extent in given}) > 1
    return extents("What each claim says of the number", given) if differ else None


def months_in(mentions: Sequence[Row]) -> dict[str, str]:
    """The first mention of each month, by its id, with the name of its place in the page."""
    first = {
        f"in-{mention['published_on']:%Y-%m}": mention for mention in reversed(mentions) if mention["published_on"]
    }
    return {mention["mention_id"]: month for month, mention in first.items()}


def _timeline(months: Mapping[date, int], places: Collection[str]) -> Any:
    if len(months) < 2:
        return None
    first, last = min(months), max(months)
    span = [divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(_months(first, last) + 1)]
    counted = [(day, months.get(day, 0)) for day in (date(year, month + 1, 1) for year, month in span)]
    if len(counted) > 240:
        return None
    columns = [Bar(f"{day:%Y-%m}", _mentions(day, count, places)) for day, count in counted]
    return bars("Mentions by month of publication", columns, ["mentions"])


def _mentions(month: date, count: int, places: Collection[str]) -> tuple[tuple[str, int, str], ...]:
    place = f"in-{month:%Y-%m}"
    return (("mentions", count, f"#{place if place in places else 'mentions'}"),) if count else ()


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
