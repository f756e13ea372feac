"""What a page says about itself in its head: title, author, outlet and day of publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stages.cleaning.html import Page, Tag
from stages.cleaning.printed_dates import printed_dates_in

PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "article.published", "publishdate", "publish_date", "publish-date", "pubdate", "publication_date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "datecreated", "release_date", "rbpubdate", "date",
)  # fmt: skip
TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
AUTHOR_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article.author")
OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher", "cre")
ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "webpage", "analysisnewsarticle")
MAX_SCRIPT_CHARS = 500_000
MAX_NAME_CHARS = 120
MAX_SITE_WORDS = 6
SITE_MARK = re.compile(r"(?<!\s)\s+(?:[|»]|::)\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states about itself; null where it does not."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published_on: date | None = None


def metadata_of(page: Page) -> Metadata:
    """The metadata of a page: JSON-LD first, as outlets keep it for search engines, then its meta tags."""
    metas = _meta_values(page.metas)
    article = next(_articles_in(page.scripts), {})
    return Metadata(
        title=_text(article.get("headline")) or _first(metas, TITLE_NAMES) or _headline_in(page.title),
        byline=_byline(article.get("author"), metas),
        outlet=_name(article.get("publisher")) or _name(_first(metas, OUTLET_NAMES)) or _site_in(page.title),
        published_on=_day(article.get("datePublished")) or _published(metas) or _marked_day(page.metas),
    )


def _site_in(title: str | None) -> str | None:
    """The last part of a page title that is divided by bars."""
    parts = SITE_MARK.split(title or "")
    return parts[-1] if len(parts) > 1 and 0 < len(parts[-1].split()) <= MAX_SITE_WORDS else None


def _headline_in(title: str | None) -> str | None:
    """A page title without the site's name behind the first bar."""
    return SITE_MARK.split(title)[0].strip() or None if title else None


def _meta_values(tags: Sequence[Tag]) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in tags:
        if tag.name == "meta":
            attributes = tag.attributes
            stated = (attributes.get("property"), attributes.get("name"), *attributes.get("itemprop", "").split())
            content = attributes.get("content", "").strip()
            for name in filter(None, stated if content else ()):
                values.setdefault(name.strip().lower(), content)
    return values


def _articles_in(scripts: Iterable[str]) -> Iterator[Mapping[str, object]]:
    for script in scripts:
        if len(script) > MAX_SCRIPT_CHARS:
            continue
        try:
            stated = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items_of(stated):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).lower() in ARTICLE_TYPES for name in names) and "datePublished" in item:
                yield item


def _items_of(stated: object) -> Iterator[Mapping[str, object]]:
    for item in stated if isinstance(stated, list) else [stated]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _first(values: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((values[name] for name in names if name in values), None)


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


def _name(value: object) -> str | None:
    """A name out of a string, an object with a name, or a list of either; addresses are none."""
    if isinstance(value, list):
        names = list(dict.fromkeys(filter(None, map(_name, value[:8]))))
        return ", ".join(names) or None
    name = _text(value.get("name") if isinstance(value, dict) else value)
    if name is None or len(name) > MAX_NAME_CHARS or "://" in name or name.startswith(("@", "www.")):
        return None
    return name


def _byline(author: object, metas: Mapping[str, str]) -> str | None:
    name = _name(author) or next(filter(None, (_name(metas.get(name)) for name in AUTHOR_NAMES)), None)
    return name.removeprefix("By ").removeprefix("by ") if name else None


def _published(metas: Mapping[str, str]) -> date | None:
    return next(filter(None, (_day(metas.get(name)) for name in PUBLISHED_NAMES)), None)


def _marked_day(tags: Iterable[Tag]) -> date | None:
    """The day of the first <time> element that is marked as the day of publication."""
    for tag in tags:
        if tag.name == "time" and ("pubdate" in tag.rest or "ublished" in tag.rest):
            day = _day(tag.attributes.get("datetime"))
            if day:
                return day
    return None


def _day(value: object) -> date | None:
    """The day that a stated time begins with, in the outlet's own time zone; null where figures leave it open."""
    if not isinstance(value, str):
        return None
    text = value.strip()[:60]
    if len(text) >= 8 and text[:8].isdecimal():
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    return next((printed.day for printed in printed_dates_in(text)), None)
