"""The listings of the report: which columns each shows and how they may be filtered."""

from collections.abc import Callable

from warehouse.site.listings import Cell, Field, Listing, code, plain
from warehouse.site.rows import Row
from warehouse.site.words import cut, days_of, label_of, page_of, range_of, share_of, visible

SENTENCE = 260  # characters of a sentence in a listing; the whole stands in the document


def claim_address(row: Row) -> str:
    """Where a claim stands in its document's page."""
    return f"{page_of('documents', row['document_id'])}#c-{row['claim_id']}"


def days(row: Row) -> Cell:
    """The days of a claim or event, sorted by the earliest; the sort key holds both ends, for the filters."""
    ends = [day for day in (row["date_low"] or row["date_high"], row["date_high"]) if day]
    return Cell(days_of(row["date_low"], row["date_high"]), "/".join(map(str, ends)))


def number(row: Row) -> Cell:
    """The count of a claim or event as a range, sorted by the lowest."""
    low, high = row["count_low"], row["count_high"]
    return Cell(range_of(low, high), float(low if low is not None else -1 if high is None else 0))


def words(name: str, length: int = 60) -> Callable[[Row], Cell]:
    """A cell of free text, shortened."""
    return lambda row: Cell(visible(cut(row[name], length)))


def _sentence(row: Row) -> Cell:
    return Cell(visible(cut(row["sentence"], SENTENCE)), None, claim_address(row))


def _of_event(row: Row) -> Cell:
    return Cell("event", None, page_of("events", row["event_id"])) if row["event_id"] else Cell("")


def _summary(row: Row) -> Cell:
    return Cell(visible(cut(row["summary"], SENTENCE)), None, page_of("events", row["event_id"]))


def _place(row: Row) -> Cell:
    name = visible(cut(row["place_name"] or row["place_text"], 60))
    return Cell(name, None, page_of("entities", row["place_entity_id"]) if row["place_entity_id"] else "")


def _agreement(row: Row) -> Cell:
    verdict = {True: "agree", False: "disputed", None: ""}[row["counts_agree"]]
    return Cell(verdict)


def _title(row: Row) -> Cell:
    name = visible(cut(row["title"] or row["uri"], 120))
    return Cell(name, None, page_of("documents", row["document_id"]))


def _kept(row: Row) -> Cell:
    return Cell(share_of(row["kept_share"], 1), float(row["kept_share"]))


def _copy(row: Row) -> Cell:
    if row["is_current"] is False:
        return Cell("superseded")
    copied = row["copies_document_id"]
    return Cell(f"{row['copy_kind']} copy", None, page_of("documents", copied)) if copied else Cell("")


def _name(row: Row) -> Cell:
    return Cell(visible(cut(row["name"], 80)), None, page_of("entities", row["entity_id"]))


def _refused(row: Row) -> Cell:
    words = visible(cut(row["uri"] or row["document_id"], 120))
    return Cell(words, None, page_of("documents", row["document_id"]) if row["has_page"] else "")


CLAIMS = Listing(
    "claims",
    "Claims",
    (
        Field("date", "Date", days, "days apart", "tight"),
        Field("type", "Type", code("type_code"), "choice"),
        Field("status", "Status", code("status"), "choice"),
        Field("sentence", "Sentence", _sentence, "", "wide"),
        Field("who", "Who", words("actor_text"), "words"),
        Field("whom", "To whom", words("target_text")),
        Field("count", "Count", number, "", "number"),
        Field("place", "Place", words("place_text"), "words"),
        Field("ranks", "Ranks", lambda row: Cell(", ".join(map(label_of, row["rank_codes"]))), "each"),
        Field("source", "Source", words("source_text"), "words"),
        Field("kind", "Source kind", code("source_kind"), "choice"),
        Field("outlet", "Outlet", plain("outlet"), "choice"),
        Field("event", "Event", _of_event),
    ),
    "A claim is what one sentence of one document says.",
)
EVENTS = Listing(
    "events",
    "Events",
    (
        Field("date", "Date", days, "days apart", "tight"),
        Field("type", "Type", code("type_code"), "choice"),
        Field("status", "Status", code("status"), "choice"),
        Field("summary", "Event", _summary, "", "wide"),
        Field("place", "Place", _place, "words"),
        Field("count", "Count", number, "", "number"),
        Field("counts", "Counts", _agreement, "choice"),
        Field("outlets", "Outlets", plain("outlet_count"), "", "number"),
        Field("claims", "Claims", plain("claim_count"), "", "number"),
        Field("denials", "Denials", plain("denial_count"), "", "number"),
    ),
    "An event is one happening, as its claims together tell it.",
)
DOCUMENTS = Listing(
    "documents",
    "Documents",
    (
        Field("date", "Published", plain("published_on"), "days", "tight"),
        Field("outlet", "Outlet", plain("outlet"), "choice"),
        Field("title", "Headline", _title, "words", "wide"),
        Field("byline", "Byline", words("byline")),
        Field("claims", "Claims", plain("claim_count"), "", "number"),
        Field("kept", "Kept", _kept, "", "number"),
        Field("origin", "Date from", code("published_from"), "choice"),
        Field("copy", "Copy or version", _copy, "choice"),
    ),
    "A document is one news item kept; what was cut from the page is greyed in its page.",
    has_text=True,
)
ENTITIES = Listing(
    "entities",
    "Entities",
    (
        Field("name", "Name", _name, "words", "wide"),
        Field("kind", "Kind", code("kind"), "choice"),
        Field("rank", "Ranks", lambda row: Cell(", ".join(map(label_of, row["rank_codes"])))),
        Field("forms", "Other forms", lambda row: Cell(visible(cut(", ".join(row["other_names"]), 120)))),
        Field("country", "Country", plain("country_code"), "choice"),
        Field("mentions", "Mentions", plain("mention_count"), "", "number"),
        Field("documents", "Documents", plain("document_count"), "", "number"),
    ),
    "An entity is one person, group, unit or place, however often and however spelt.",
)
REJECTS = Listing(
    "rejects",
    "Rejects",
    (
        Field("stage", "Stage", code("stage"), "choice"),
        Field("reason", "Reason", code("reason_code"), "choice"),
        Field("item", "Item", _refused, "words"),
        Field("detail", "Detail", words("detail", 300)),
        Field("text", "How it begins", words("text", 400), "", "wide"),
        Field("received", "Received (UTC)", plain("received_at"), "days", "tight"),
        Field("run", "Run", plain("started_at"), "choice", "tight"),
    ),
    "No row vanishes: what was refused stands here with its reason.",
)
LISTINGS = (EVENTS, CLAIMS, DOCUMENTS, ENTITIES, REJECTS)
