"""Who published a page: what it says itself, and what its address says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyarrow as pa

from stages.cleaning.article import Verdict
from stages.cleaning.phrases import folded
from stages.cleaning.stamps import TOKEN, dateline_in

MAX_NAME_WORDS = 6
MAX_LINE_CHARS = 160
HEAD_BLOCKS = 6  # blocks at the top of a page that may name a known outlet
MASTHEAD_BLOCKS = 2  # blocks that may name one that is not known
MASTHEADS = """
agency almanac argus bulletin bureau chronicle courier daily dispatch echo examiner express fm gazette globe
guardian herald independent inquirer journal lantern mail magazine media mercury mirror monitor network news
observer post press radio record register reporter review sentinel standard star sun telegraph times today
tribune tv voice weekly wire world
"""
MASTHEAD_WORDS = frozenset(MASTHEADS.split())
MARKS = re.compile(r"\s*[|»«¦·•]\s*|\s+::\s+|\s+[-–—]\s+|\s{2,}")
OWNER = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s:©,-]{0,40}+(?:\d{4}(?:\s*+[-–,]\s*+\d{4})?)?[\s,-]*+(?:by\s+)?(?P<name>[^\W\d_][^.|,;©\n]{2,50})",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}")
NAMING_REASONS = frozenset(
    {"footer", "donation", "subscription", "site_name", "share_bar", "editorial_note", "link", "advert"}
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its usual name, with its country."""

    name: str
    country_code: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """The known outlets by folded name and by domain."""

    by_name: Mapping[str, Outlet]
    by_domain: Mapping[str, Outlet]

    @classmethod
    def of(cls, outlets: pa.Table) -> Outlets:
        """The rows of the seed `outlets`, indexed."""
        by_name: dict[str, Outlet] = {}
        by_domain: dict[str, Outlet] = {}
        for row in outlets.to_pylist():
            outlet = Outlet(row["outlet"], row["country_code"] or None, row["kind"])
            for name in (row["outlet"], *(row["other_names"] or "").split("|")):
                if name:
                    by_name[folded(name)] = outlet
            for domain in (row["domains"] or "").split("|"):
                if domain:
                    by_domain[domain.lower()] = outlet
        return cls(by_name, by_domain)

    def named(self, name: str | None) -> Outlet | None:
        """The outlet of that name."""
        return self.by_name.get(folded(name)) if name else None

    def at(self, host: str | None) -> Outlet | None:
        """The outlet at a host name or at the domain above it."""
        labels = (host or "").lower().split(".")
        hosts = (".".join(labels[i:]) for i in range(len(labels) - 1))
        return next((self.by_domain[name] for name in hosts if name in self.by_domain), None)

    def mentioned(self, line: str) -> Outlet | None:
        """The outlet whose name stands in a line, the longest name first."""
        tokens = folded(line[:MAX_LINE_CHARS]).replace(".", " ").replace(",", " ").split()
        for size in range(min(MAX_NAME_WORDS, len(tokens)), 1, -1):
            for start in range(len(tokens) - size + 1):
                found = self.by_name.get(" ".join(tokens[start : start + size]))
                if found is not None:
                    return found
        return None


def host_of(uri: str) -> str | None:
    """The host of a web address, without www; null for a path."""
    if not uri.lower().startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(uri).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def outlet_of(verdicts: Sequence[Verdict], *, uri: str, given: str | None, outlets: Outlets) -> str | None:
    """Who published a page: as given, as its address says, as its masthead or its small print says; null if none."""
    if given:
        known = outlets.named(given) or outlets.at(given.removeprefix("www."))
        return known.name if known else given
    host = host_of(uri)
    by_host = outlets.at(host)
    if by_host is not None:
        return by_host.name
    return _in_masthead(verdicts, outlets) or _in_small_print(verdicts, outlets) or host


def _masthead_name(line: str) -> str | None:
    """The name of an outlet where a line at the top of a page is one: names, one of them a word for outlets."""
    for part in MARKS.split(line[:MAX_LINE_CHARS]):
        tokens = TOKEN.findall(part)
        is_name = 2 <= len(tokens) <= MAX_NAME_WORDS and all(
            token[0].isupper() or token.lower() in ("of", "the", "and", "for") for token in tokens
        )
        if is_name and not any(char.isdigit() for char in part) and MASTHEAD_WORDS & {t.lower() for t in tokens}:
            return part.strip().title() if part.isupper() else part.strip()
    return None


def _title_suffix(verdicts: Sequence[Verdict]) -> str | None:
    """What follows the headline in the page's title, in its last part: "Headline | World | The Paper"."""
    headline = next((verdict.block.text for verdict in verdicts if verdict.kind == "headline"), None)
    for verdict in verdicts[:3]:
        text = verdict.block.text
        if headline is not None and verdict.kind != "headline" and text.startswith(headline):
            parts = [part for part in MARKS.split(text[len(headline) :]) if part]
            if parts and len(parts[-1].split()) <= MAX_NAME_WORDS:
                return parts[-1]
    return None


def _in_masthead(verdicts: Sequence[Verdict], outlets: Outlets) -> str | None:
    suffix = _title_suffix(verdicts)
    for at, verdict in enumerate(verdicts):
        if verdict.is_kept or (at >= HEAD_BLOCKS and verdict.reason != "site_name"):
            continue
        parts = [part for part in MARKS.split(verdict.block.text[:MAX_LINE_CHARS]) if part]
        for part in reversed(parts):
            known = outlets.named(part)
            if known is not None:
                return known.name
        if verdict.reason == "site_name" and suffix is None and parts and at < HEAD_BLOCKS:
            suffix = parts[-1]
    names = (_masthead_name(verdict.block.text) for verdict in verdicts[:MASTHEAD_BLOCKS] if not verdict.is_kept)
    return suffix or next(filter(None, names), None)


def _in_small_print(verdicts: Sequence[Verdict], outlets: Outlets) -> str | None:
    lines = [verdict.block.text for verdict in verdicts if _may_name(verdict)]
    mentioned = (outlets.mentioned(line) for line in lines)
    known = next((outlet for outlet in mentioned if outlet and outlet.kind != "agency"), None)  # agencies are credited
    if known is None:
        known = next(filter(None, map(outlets.at, _hosts_in(lines))), None)
    if known is not None:
        return known.name
    owners = (OWNER.search(line) for line in lines)
    owner = next((match["name"].strip() for match in owners if match), None)
    return owner or _in_dateline(verdicts, outlets)


def _may_name(verdict: Verdict) -> bool:
    return not verdict.is_kept and verdict.reason in NAMING_REASONS and len(verdict.block.text) <= MAX_LINE_CHARS


def _hosts_in(lines: Iterable[str]) -> list[str]:
    return [match.group() for line in lines for match in HOST.finditer(line.lower())]


def _in_dateline(verdicts: Sequence[Verdict], outlets: Outlets) -> str | None:
    """An outlet that is no agency, named before the first sentence; an agency is mostly reprinted."""
    first = next((verdict for verdict in verdicts if verdict.kind == "paragraph"), None)
    dateline = dateline_in(first.block.text) if first else None
    for part in re.split(r"[,()]", dateline or ""):
        known = outlets.named(part.strip())
        if known is not None and known.kind != "agency":
            return known.name
    return None
