"""The listings of what came in and what the runs made of it: items, documents, rejects, work."""

from urllib.parse import urlencode

from warehouse.site.catalogue import ANSWERS, ORIGIN, either, either_sql, outlet_of, words
from warehouse.site.listings import Cell, Field, Listing, code, plain, several, spaced
from warehouse.site.rows import Row
from warehouse.site.words import cut, label_of, page_of, seconds_of, share_of, visible

OUTCOMES = ("kept", "refused")
UTC_DAY = "cast(received_at at time zone 'UTC' as date)"
STARTED_DAY = "cast(started_at at time zone 'UTC' as date)"
REASON_WORDS = "list_transform(reason_codes, lambda code: replace(code, '_', ' '))"
COPY_SQL = "case when not is_current then 'superseded' when copy_kind is not null then concat(copy_kind, ' copy') end"
STANDING = {  # where the rows stand that a stage has made: of one batch, or of them all
    "raw_documents": ("received", {"read": "yes"}),
    "documents": ("documents", {}),
    "claims": ("claims", {}),
    "duplicates": ("documents", {"copied": "yes"}),
    "entities": ("entities", {}),
    "events": ("events", {}),
}
CORPUS = "corpus"  # the batch of a stage that reads all batches


def _title(row: Row) -> Cell:
    name = visible(cut(row["title"] or row["uri"], 300))
    return Cell(name, None, page_of("documents", row["document_id"]))


def _kept(row: Row) -> Cell:
    return Cell(share_of(row["kept_share"], 1), float(row["kept_share"]))


def _copy(row: Row) -> Cell:
    if row["is_current"] is False:
        return Cell("superseded")
    copied = row["copies_document_id"]
    return Cell(f"{row['copy_kind']} copy", None, page_of("documents", copied)) if copied else Cell("")


def _refused(row: Row) -> Cell:
    words = visible(cut(row["uri"] or row["document_id"], 120))
    return Cell(words, None, page_of("documents", row["document_id"]) if row["has_page"] else "")


def _item(row: Row) -> Cell:
    words = visible(cut(row["uri"], 300))
    return Cell(words, None, page_of("documents", row["document_id"]) if row["is_kept"] else "")


def _standing(row: Row) -> Cell:
    if row["standing_count"] is None:
        return Cell("")
    page, asked = STANDING[row["stage"]]
    batch = {} if row["batch_id"] == CORPUS else {"batch": row["batch_id"]}
    return _counted(row["standing_count"], page, {**asked, **batch})


def _standing_rejects(row: Row) -> Cell:
    return _counted(
        row["standing_reject_count"], "rejects", {"stage": label_of(row["stage"]), "batch": row["batch_id"]}
    )


def _counted(count: int, page: str, asked: dict[str, str]) -> Cell:
    chosen = f"#{urlencode(asked)}" if asked else ""
    return Cell(f"{count:,}", float(count), f"{page}.html{chosen}" if count else "")


def _seconds(row: Row) -> Cell:
    return Cell(seconds_of(row["seconds"]), float(row["seconds"]))


RECEIVED = Listing(
    "received",
    "Items received",
    (
        Field("received", "Received (UTC)", plain("received_at"), "days", "tight", UTC_DAY),
        Field("item", "Item", _item, "words", "wide item", "uri"),
        Field("media", "Kind", plain("media_type"), "choice", "", "media_type"),
        Field("bytes", "Bytes", plain("byte_count"), "", "number"),
        Field("outcome", "Outcome", either("is_kept", *OUTCOMES), "choice", "", either_sql("is_kept", *OUTCOMES)),
        Field("reason", "Reason", lambda row: several(map(label_of, row["reason_codes"])), "each", "", REASON_WORDS),
        Field("read", "Could be read", either("is_read", *ANSWERS), "choice", "aside", either_sql("is_read", *ANSWERS)),
        *ORIGIN,
    ),
    "An item is one file, or one record of a file that holds many, before anything is decided about it.",
)
DOCUMENTS = Listing(
    "documents",
    "Documents",
    (
        Field("date", "Published", plain("published_on"), "days", "tight", "published_on"),
        Field("outlet", "Outlet", outlet_of, "choice", "", "coalesce(outlet, 'unknown')"),
        Field("title", "Headline", _title, "words", "wide", "coalesce(title, uri)"),
        Field("byline", "Byline", words("byline"), "words", "", "byline"),
        Field("claims", "Claims", plain("claim_count"), "", "number"),
        Field("names", "Mentions", plain("mention_count"), "", "number"),
        Field("sentences", "Sentences", plain("sentence_count"), "", "number"),
        Field("words", "Words", plain("word_count"), "", "number"),
        Field("kept", "Kept", _kept, "", "number"),
        Field("origin", "Date from", code("published_from"), "choice", "aside", spaced("published_from")),
        Field("copy", "Copy or version", _copy, "choice", "", COPY_SQL),
        Field(
            "copied",
            "Copies another",
            either("copies_document_id", *ANSWERS),
            "choice",
            "aside",
            either_sql("copies_document_id is not null", *ANSWERS),
        ),
        Field(
            "telling",
            "Tells of an event",
            either("claim_count", *ANSWERS),
            "choice",
            "aside",
            either_sql("claim_count > 0", *ANSWERS),
        ),
        Field("language", "Language", plain("language"), "choice", "aside", "language"),
        Field(
            "dated",
            "Day known",
            either("published_on", *ANSWERS),
            "choice",
            "aside",
            either_sql("published_on is not null", *ANSWERS),
        ),
        *ORIGIN,
    ),
    "A document is one news item kept; what was cut from the page is greyed in its page.",
    has_text=True,
)
REJECTS = Listing(
    "rejects",
    "Rejects",
    (
        Field("stage", "Stage", code("stage"), "choice", "", spaced("stage")),
        Field("reason", "Reason", code("reason_code"), "choice", "", spaced("reason_code")),
        Field("item", "Item", _refused, "words", "item", "coalesce(uri, document_id)"),
        Field("detail", "Detail", words("detail", 300), "words", "item", "detail"),
        Field("text", "How it begins", words("text", 400), "", "wide", "text"),
        Field("received", "Received (UTC)", plain("received_at"), "days", "tight", UTC_DAY),
        Field("run", "Run", plain("run_id"), "choice", "tight", "run_id"),
        Field("batch", "Batch", plain("batch_id"), "choice", "aside", "batch_id"),
    ),
    "No row vanishes: what was refused stands here with its reason.",
)
WORK = Listing(
    "work",
    "Work of the runs",
    (
        Field("started", "Started (UTC)", plain("started_at"), "days", "tight", STARTED_DAY),
        Field("run", "Run", plain("run_id"), "choice", "tight", "run_id"),
        Field("stage", "Stage", code("stage"), "choice", "", spaced("stage")),
        Field("batch", "Batch", plain("batch_id"), "choice", "", "batch_id"),
        Field("in", "Rows in", plain("row_count_in"), "", "number"),
        Field("made", "Rows made", plain("row_count"), "", "number"),
        Field("standing", "Stand now", _standing, "", "number"),
        Field("refused", "Refused", plain("reject_count"), "", "number"),
        Field("rejects", "Rejects now", _standing_rejects, "", "number"),
        Field("seconds", "Work", _seconds, "", "number"),
    ),
    "One stage over one batch, as its run recorded it; beside it, how many of its rows stand in the warehouse now.",
)
