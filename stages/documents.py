"""From raw text to articles: the body, its headline, who published it and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any

import pyarrow as pa

from schemas.documents import DOCUMENTS
from stages.cleaning.article import Verdict
from stages.cleaning.html_body import clean_html
from stages.cleaning.html_metadata import Metadata
from stages.cleaning.languages import ENGLISH, language_of
from stages.cleaning.outlets import Outlets, outlet_of
from stages.cleaning.page import Cleaned, clean_text
from stages.cleaning.phrases import Phrases
from stages.cleaning.prose import words_in
from stages.cleaning.published import published_of
from stages.cleaning.stamps import TOWN, dateline_in, is_dateline, names_in_byline, names_in_stamp
from stages.raw_documents import Limits, Refusal
from stages.stage import Made, Reject

STAGE = "documents"
MIN_WORDS = 5
NEAR = 8  # blocks around the article in which its byline stands
MOSTLY_DROPPED = 0.3  # below this share kept, the language of the whole page is looked at too


def clean_documents(raw_documents: pa.Table, *, phrases: Phrases, outlets: Outlets, limits: Limits) -> Made:
    """The rows of `raw_documents` as articles; a page without one, or in another language, is refused."""
    rows: list[dict[str, object]] = []
    rejects: list[Reject] = []
    for raw in raw_documents.to_pylist():
        made = document_of(raw, phrases=phrases, outlets=outlets, limits=limits)
        if isinstance(made, Refusal):
            rejects.append(Reject(STAGE, raw["document_id"], raw["uri"], made.reason_code, made.detail))
        else:
            rows.append(made)
    return Made(DOCUMENTS.of(rows), rejects)


def document_of(
    raw: Mapping[str, Any], *, phrases: Phrases, outlets: Outlets, limits: Limits
) -> dict[str, object] | Refusal:
    """One row of `documents` from one of `raw_documents`, or why there is none."""
    given_title = raw["given_title"]
    if raw["media_type"] == "text/html":
        cleaned, metadata = clean_html(raw["text"], phrases=phrases, given_title=given_title)
    else:
        cleaned, metadata = clean_text(raw["text"], phrases=phrases, given_title=given_title), Metadata()
    refusal = refusal_of(cleaned, limits.max_char_count)
    if refusal is not None:
        return refusal
    outlet = outlet_of(cleaned.verdicts, uri=raw["uri"], given=raw["given_outlet"] or metadata.outlet, outlets=outlets)
    known = outlets.named(outlet)
    published = published_of(
        cleaned.verdicts,
        uri=raw["uri"],
        metadata=(raw["given_published_on"], metadata.published_on),
        country_code=known.country_code if known else None,
    )
    title_span = cleaned.title_span
    return {
        "document_id": raw["document_id"],
        "uri": raw["uri"],
        "outlet": outlet,
        "title": cleaned.title or given_title or metadata.title,
        "title_start_char": title_span[0] if title_span else None,
        "title_end_char": title_span[1] if title_span else None,
        "byline": metadata.byline or byline_of(cleaned.verdicts),
        "dateline": dateline_of(cleaned.verdicts, outlets),
        "published_on": published.day if published else None,
        "published_from": published.origin if published else None,
        "language": ENGLISH,
        "text": cleaned.text.text,
        "pieces": [asdict(piece) for piece in cleaned.text.pieces],
        "blocks": [asdict(block) for block in cleaned.blocks],
        "kept_share": cleaned.kept_share,
    }


def refusal_of(cleaned: Cleaned, longest: int) -> Refusal | None:
    """Why a cleaned page is no article to read: its length in characters, its language, or that nothing is left."""
    text = cleaned.text.text
    if len(text) > longest:
        return Refusal("too_long", f"{len(text)} characters of text, more than the limit of {longest}")
    language = language_of(text) if text else language_of(cleaned.page.text)
    if language == ENGLISH and cleaned.kept_share < MOSTLY_DROPPED:
        language = language_of(cleaned.page.text)
    if language != ENGLISH:
        return Refusal("language_not_supported", language)
    if not text:
        return Refusal("no_article_text", f"{len(cleaned.blocks)} blocks, none of them running text")
    words = len(words_in(text))
    if words < MIN_WORDS:
        return Refusal("too_short", f"{words} words")
    return None


def byline_of(verdicts: Sequence[Verdict]) -> str | None:
    """Who signed the article: the names of the byline nearest its headline, above it or below."""
    kept = [at for at, verdict in enumerate(verdicts) if verdict.is_kept]
    if not kept:
        return None
    near = range(max(0, kept[0] - NEAR), min(len(verdicts), kept[-1] + 1 + NEAR))
    signed = [at for at in near if verdicts[at].kind == "byline"]
    by_distance = sorted(signed, key=lambda at: (at > kept[-1], abs(at - kept[0])))
    signed_by = (names_in_byline(verdicts[at].block.text) for at in by_distance)
    stamped_by = (names_in_stamp(verdicts[at].block.text) for at in near if verdicts[at].kind == "date")
    return next(filter(None, chain(signed_by, stamped_by)), None)


def _opens_as_label(verdict: Verdict) -> bool:
    return verdict.kind == "paragraph" and TOWN.match(verdict.block.text) is not None


def dateline_of(verdicts: Sequence[Verdict], outlets: Outlets) -> str | None:
    """The dateline: before one of the first sentences, or on a line of its own; a bare agency is none."""
    paragraphs = [verdict.block.text for verdict in verdicts if verdict.kind == "paragraph"][:3]
    opening = (dateline_in(paragraph) for paragraph in paragraphs)
    placed = next((each for each in opening if each and outlets.named(each.strip("()")) is None), None)
    if placed is not None and placed.isupper() and sum(map(_opens_as_label, verdicts)) > 1:
        placed = None  # who speaks, in a transcript
    alone = (verdict.block.text for verdict in verdicts if verdict.kind == "date" and is_dateline(verdict.block.text))
    return placed or next(alone, None)
