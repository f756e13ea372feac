"""The listings of what is told: which columns each shows and how they may be filtered."""

from collections.abc import Callable

from warehouse.site.listings import Cell, Field, Listing, code, plain, several, spaced
from warehouse.site.rows import Row
from warehouse.site.words import brief, cut, days_of, label_of, page_of, range_of, visible

SENTENCE = 1_000  # characters of a sentence in a listing: all but a broken page's, which stand whole in the document
TELLING = ("said to have happened", "denied, possible or planned")
ANSWERS = ("yes", "no")
FIRST_DAY = "coalesce(date_low, date_high)"
COUNTS_SQL = "case when counts_agree then 'agree' when not counts_agree then 'disputed' end"
RANK_WORDS = "list_transform(rank_codes, lambda code: replace(code, '_', ' '))"


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


def words(name: str, length: int = 200) -> Callable[[Row], Cell]:
    """A cell of free text, shortened."""
    return lambda row: Cell(visible(cut(row[name], length)))


def _sentence(row: Row) -> Cell:
    return Cell(visible(cut(row["sentence"], SENTENCE)), None, claim_address(row))


def _of_event(row: Row) -> Cell:
    return Cell("event", None, page_of("events", row["event_id"])) if row["event_id"] else Cell("")


def either_sql(column: str, yes: str, no: str) -> str:
    """A yes or no in SQL, as the listing shows it."""
    return f"if({column}, '{yes}', '{no}')"


def either(column: str, yes: str, no: str) -> Callable[[Row], Cell]:
    """A cell of a yes or no in words."""
    return lambda row: Cell(yes if row[column] else no)


def ranks(row: Row) -> Cell:
    """The ranks of a claim, event or entity."""
    return several(map(label_of, row["rank_codes"]))


def _summary(row: Row) -> Cell:
    return Cell(visible(cut(brief(row["summary"]), SENTENCE)), None, page_of("events", row["event_id"]))


def _place(row: Row) -> Cell:
    name = visible(cut(row["place_name"] or row["place_text"], 120))
    return Cell(name, None, page_of("entities", row["place_entity_id"]) if row["place_entity_id"] else "")


def _agreement(row: Row) -> Cell:
    verdict = {True: "agree", False: "disputed", None: ""}[row["counts_agree"]]
    return Cell(verdict)


def _is_open(row: Row) -> Cell:
    return Cell(ANSWERS[row["count_high"] is not None])


def outlet_of(row: Row) -> Cell:
    """The outlet of a document, or that it is unknown."""
    return Cell(visible(row["outlet"] or "unknown"))


def _forms(row: Row) -> Cell:
    return Cell(visible(cut(", ".join(row["other_names"]), 600)))


def _name(row: Row) -> Cell:
    return Cell(visible(cut(row["name"], 80)), None, page_of("entities", row["entity_id"]))


ORIGIN = (
    Field("run", "Received in run", plain("run_id"), "choice", "aside", "run_id"),
    Field("batch", "Batch", plain("batch_id"), "choice", "aside", "batch_id"),
)
CLAIMS = Listing(
    "claims",
    "Claims",
    (
        Field("date", "Date", days, "days apart", "tight", FIRST_DAY),
        Field("type", "Type", code("type_code"), "choice", "", spaced("type_code")),
        Field("status", "Status", code("status"), "choice", "", spaced("status")),
        Field("sentence", "Sentence", _sentence, "", "wide", "sentence"),
        Field("who", "Who", words("actor_text"), "words", "", "actor_text"),
        Field("whom", "To whom", words("target_text"), "words", "", "target_text"),
        Field("count", "Count", number, "", "number"),
        Field("place", "Place", words("place_text"), "words", "", "place_text"),
        Field("source", "Source", words("source_text"), "words", "", "source_text"),
        Field("outlet", "Outlet", outlet_of, "choice", "", "coalesce(outlet, 'unknown')"),
        Field("event", "Event", _of_event),
        Field("told", "Told as", either("is_told", *TELLING), "choice", "aside", either_sql("is_told", *TELLING)),
        Field("kind", "Kind of source", code("source_kind"), "choice", "aside", spaced("source_kind")),
        Field("ranks", "Ranks", ranks, "each", "aside", RANK_WORDS),
        Field("unit", "Unit", words("unit_text"), "words", "aside", "unit_text"),
        Field("destination", "Destination", words("destination_text"), "words", "aside", "destination_text"),
        Field("published", "Published", plain("published_on"), "days", "aside", "published_on"),
        Field(
            "placed",
            "Names a place",
            either("is_placed", *ANSWERS),
            "choice",
            "aside",
            either_sql("is_placed", *ANSWERS),
        ),
        Field("unsaid", "Leaves unsaid", lambda row: several(row["unsaid"]), "each", "aside", "unsaid"),
        *ORIGIN,
    ),
    "A claim is what one sentence of one document says.",
)
EVENTS = Listing(
    "events",
    "Events",
    (
        Field("date", "Date", days, "days apart", "tight", FIRST_DAY),
        Field("type", "Type", code("type_code"), "choice", "", spaced("type_code")),
        Field("status", "Status", code("status"), "choice", "", spaced("status")),
        Field("summary", "Event", _summary, "", "wide", "summary"),
        Field("place", "Place", _place, "words", "", "coalesce(place_name, place_text)"),
        Field("count", "Count", number, "", "number"),
        Field("counts", "Counts", _agreement, "choice", "", COUNTS_SQL),
        Field("reported", "First reported", plain("first_reported_on"), "days", "tight", "first_reported_on"),
        Field("outlets", "Outlets", plain("outlet_count"), "", "number"),
        Field("claims", "Claims", plain("claim_count"), "", "number"),
        Field("denials", "Denials", plain("denial_count"), "", "number"),
        Field("told", "Told as", either("is_told", *TELLING), "choice", "aside", either_sql("is_told", *TELLING)),
        Field(
            "dated", "Month known", either("is_dated", *ANSWERS), "choice", "aside", either_sql("is_dated", *ANSWERS)
        ),
        Field(
            "total", "Running total", either("is_total", *ANSWERS), "choice", "aside", either_sql("is_total", *ANSWERS)
        ),
        Field(
            "news",
            "Report dated",
            either("first_reported_on", *ANSWERS),
            "choice",
            "aside",
            either_sql("first_reported_on is not null", *ANSWERS),
        ),
        Field("open", "Number open above", _is_open, "choice", "aside", either_sql("count_high is null", *ANSWERS)),
        Field(  # the grey part of a column of the charts
            "rare",
            "Not of the seven commonest types",
            either("is_rare", *ANSWERS),
            "choice",
            "aside",
            either_sql("is_rare", *ANSWERS),
        ),
        Field("ranks", "Ranks", ranks, "each", "aside", RANK_WORDS),
        Field("unit", "Unit", lambda row: several(row["unit_texts"]), "each", "aside", "unit_texts"),
        Field(
            "destination",
            "Destination",
            lambda row: several(row["destination_texts"]),
            "each",
            "aside",
            "destination_texts",
        ),
        Field("outlet", "Told by", lambda row: several(row["outlets"]), "each", "aside", "outlets"),
    ),
    "An event is one happening, as its claims together tell it.",
)
ENTITIES = Listing(
    "entities",
    "Entities",
    (
        Field("name", "Name", _name, "words", "wide", "name"),
        Field("kind", "Kind", code("kind"), "choice", "", spaced("kind")),
        Field("ranks", "Ranks", ranks, "each", "", RANK_WORDS),
        Field("forms", "Other forms", _forms, "", "", "array_to_string(other_names, ', ')"),
        Field("country", "Country", plain("country_code"), "choice", "", "country_code"),
        Field("mentions", "Mentions", plain("mention_count"), "", "number"),
        Field("documents", "Documents", plain("document_count"), "", "number"),
    ),
    "An entity is one person, group, unit or place, however often and however spelt.",
)
