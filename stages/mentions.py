"""Mentions: persons with rank and post, organisations, places, dates and counts, where they stand."""

from collections.abc import Iterator

import pyarrow as pa
from spacy.tokens import Doc

from schemas.corrections import PLACE_OUTCOMES
from schemas.mentions import MENTIONS
from stages.cleaning.outlets import Outlets
from stages.corrections import Corrections
from stages.counts import counts_in
from stages.dates import dates_in
from stages.document import Document, docs_in, english_strings
from stages.naming.corrected_places import corrected_mentions, fields_of
from stages.naming.gazetteer import Gazetteer
from stages.naming.labels import mark_names
from stages.naming.ranks import RankLadder
from stages.naming.scene import Context
from stages.naming.spans import NameSpan, names_in
from stages.places import PlaceName, Resolution, resolve
from stages.sentences import sents_of
from stages.stage import Made, id_of
from stages.words.vocab import Vocab

Row = dict[str, object]


def find_mentions(
    parses: pa.Table,
    documents: pa.Table,
    *,
    words: Vocab,
    ranks: RankLadder,
    gazetteer: Gazetteer,
    outlets: Outlets,
    place_corrections: Corrections,
) -> Made:
    """One row a mention, in the order of `parses` and of the text; `words` need hold no triggers.

    With `place_outcomes`: what became of the corrections of its places.
    """
    strings = english_strings()
    rows: list[Row] = []
    outcomes: list[Row] = []
    for doc, document in docs_in(parses, documents, strings):
        found = mentions_in(doc, document, vocab=words, ranks=ranks, gazetteer=gazetteer, outlets=outlets)
        corrected, of_it = corrected_mentions(found, place_corrections=place_corrections, gazetteer=gazetteer)
        rows += corrected
        outcomes += of_it
    return Made(MENTIONS.of(rows), also={"place_outcomes": PLACE_OUTCOMES.of(outcomes)})


def mentions_in(
    doc: Doc, document: Document, *, vocab: Vocab, ranks: RankLadder, gazetteer: Gazetteer, outlets: Outlets
) -> list[Row]:
    """The mentions of one document, in order; names, dates and counts may overlap, two of one label do not."""
    mark_names(doc, vocab, outlets)
    names = names_in(doc, ranks)
    outlet = outlets.named(document.outlet)
    context = Context(document.text, document.dateline, outlet.country_code if outlet else None)
    rows = [*_named(doc, document, names, vocab), *_placed(doc, document, names, context, gazetteer)]
    for sent in sents_of(doc):
        rows += _dated(doc, document, sent.start, sent.end)
    first_by_id = {str(row["mention_id"]): row for row in reversed(rows)}  # repaired runs share their raw span
    return sorted(first_by_id.values(), key=lambda row: (row["start_char"], row["end_char"], row["label"]))


def _named(doc: Doc, document: Document, names: list[NameSpan], vocab: Vocab) -> Iterator[Row]:
    """Persons and organisations."""
    for name in names:
        if name.label == "place":
            continue
        row = _row(doc, document, name.start, name.end, name.label)
        row["kind"] = name.kind
        row["rank_code"] = name.rank.code if name.rank is not None else None
        row["role_text"] = _text(document, name.post.start_char, name.post.end_char) if name.post is not None else None
        if name.label == "organisation":
            row["country_code"] = vocab.countries.get(str(row["text"]).lower().removeprefix("the "))
        yield row


def _placed(
    doc: Doc, document: Document, names: list[NameSpan], context: Context, gazetteer: Gazetteer
) -> Iterator[Row]:
    """Places, resolved together: each in the light of the others."""
    places = [name for name in names if name.label == "place"]
    rows = [_row(doc, document, name.start, name.end, "place") for name in places]
    asked = [PlaceName(str(row["text"]), doc[n.start : n.end].start_char, doc[n.start : n.end].end_char)
             for row, n in zip(rows, places, strict=True)]  # fmt: skip
    for row, resolution in zip(rows, resolve(asked, context, gazetteer=gazetteer), strict=True):
        yield row if resolution is None else row | _resolved(resolution)


def _resolved(resolution: Resolution) -> Row:
    return fields_of(resolution.place) | {"place_rule": resolution.rule, "place_score": resolution.score}


def _dated(doc: Doc, document: Document, start: int, end: int) -> Iterator[Row]:
    """Dates and numbers of people of the sentence over those tokens."""
    sent = doc[start:end]
    for expression in dates_in(sent, document.published_on):
        row = _row(doc, document, expression.start, expression.end, "date")
        yield row | {"kind": expression.date_from, "date_low": expression.low, "date_high": expression.high}
    for count in counts_in(sent):
        row = _row(doc, document, count.start, count.end, "count")
        kind = "total" if count.is_total else None
        yield row | {"kind": kind, "count_low": count.low, "count_high": count.high}


def _row(doc: Doc, document: Document, start: int, end: int, label: str) -> Row:
    span = doc[start:end]
    raw_start_char, raw_end_char = document.raw_span(span.start_char, span.end_char)
    return {
        "mention_id": id_of(document.document_id, label, raw_start_char, raw_end_char),
        "document_id": document.document_id,
        "label": label,
        "text": _text(document, span.start_char, span.end_char),
        "start_char": span.start_char,
        "end_char": span.end_char,
        "raw_start_char": raw_start_char,
        "raw_end_char": raw_end_char,
    }


def _text(document: Document, start_char: int, end_char: int) -> str:
    return document.text[start_char:end_char]
