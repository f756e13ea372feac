"""The article inside an HTML page: trafilatura decides, and every line of it is found again in the visible text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import trafilatura

from stages.cleaning.article import Verdict, verdicts_of
from stages.cleaning.blocks import Span
from stages.cleaning.boilerplate import Block, block_of, blocks_of
from stages.cleaning.cuts import Cut
from stages.cleaning.html import Page, page_of
from stages.cleaning.html_metadata import Metadata, metadata_of
from stages.cleaning.page import Cleaned, raw_blocks
from stages.cleaning.phrases import Phrases, folded
from stages.cleaning.pieces import joined

LETTERS = re.compile(r"\w+")
MIN_SURE_LETTERS = 30  # a shorter line may stand on the page twice: it is taken only near the line before
NEAR = 1500  # letters
MIN_PART_WORDS = 3
MAX_SEARCHES = 300  # of the whole page without a find; afterwards only what comes next is searched
MIN_LETTERS = 120  # of body; trafilatura gives less for pages it cannot read
MIN_FOUND_SHARE = 0.5
MAX_ATTRIBUTES = 300  # of a tag; libxml2 compares each with every other: 50,000 of them take it 40 seconds
MAX_CELL_SHARE = 0.6
MIN_LAYOUT_CHARS = 250  # in a row on average; rows of figures and names are shorter
MAX_HEADLINE_CHARS = 300
TITLE_REACH = 400  # characters of kicker and breadcrumbs that may be kept above the headline
# Furniture that is dropped though trafilatura keeps it: on the article-extraction benchmark (181 pages) the shingle F1
# rises from .963 to .964. Figures, links, menu words and notes of editors stand in tables and lists that are text.
FIRM_REASONS = """
advert author_note comment_box cookie_banner donation footer login most_read photo_credit related_links script share_bar
subscription
"""
FIRM = frozenset(FIRM_REASONS.split())


@dataclass(slots=True)
class Letters:
    """The letters and figures of a text run together, each with its offset."""

    text: str
    flat: str = ""
    offsets: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        words = list(LETTERS.finditer(self.text))
        self.flat = "".join(word.group() for word in words)
        for word in words:
            self.offsets.extend(range(word.start(), word.end()))


def clean_html(source: str, *, phrases: Phrases, given_title: str | None = None) -> tuple[Cleaned, Metadata]:
    """An HTML page cleaned, and what its head states. Without a body by trafilatura its blocks are judged as text."""
    page = page_of(source)
    metadata = metadata_of(page)
    title = given_title or metadata.title
    verdicts = _extracted_verdicts(source, page, phrases, title)
    if verdicts is None:
        spans = [block.span for block in page.blocks]
        verdicts = verdicts_of(blocks_of(page.text.text, spans, phrases), title)
    kept = [verdict for verdict in verdicts if verdict.is_kept]
    text = joined(page.text.part(verdict.block.start_char, verdict.block.end_char) for verdict in kept)
    headline = next((verdict.block.text for verdict in kept if verdict.kind == "headline"), None)
    return Cleaned(text, headline, tuple(verdicts), tuple(raw_blocks(page.text, verdicts)), page.text), metadata


def _extracted_verdicts(source: str, page: Page, phrases: Phrases, title: str | None) -> list[Verdict] | None:
    is_readable = len(page.text.text) >= MIN_LETTERS and page.attribute_count <= MAX_ATTRIBUTES
    body = body_in(source) if is_readable else None
    if body is not None and _is_layout_table(body):
        return None
    letters = Letters(page.text.text)
    spans = list(located(body.split("\n"), letters)) if body else []
    if sum(span.end_char - span.start_char for span in spans) < max(MIN_LETTERS, MIN_FOUND_SHARE * len(body or "")):
        return None
    return list(_judged(page, spans, phrases, title))


def _is_layout_table(body: str) -> bool:
    """Whether most of a body is a few long table cells: pages of the nineties, taken whole by trafilatura."""
    rows = [len(line) for line in body.split("\n") if line.startswith("|")]
    return sum(rows) > MAX_CELL_SHARE * len(body) and sum(rows) > MIN_LAYOUT_CHARS * len(rows)


def body_in(source: str) -> str | None:
    """The article text by trafilatura (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15), one block a line."""
    return trafilatura.extract(source, include_comments=False, include_tables=True)


def located(lines: Iterable[str], letters: Letters) -> Iterator[Span]:
    """Where each line stands in the visible text; a line that does not stand there whole is sought in parts."""
    finder = _Finder(letters.flat)
    for line in lines:
        joined_up: list[tuple[int, int]] = []
        for start, end in finder.places_of(LETTERS.findall(line)):
            if joined_up and joined_up[-1][1] == start:
                joined_up[-1] = (joined_up[-1][0], end)
            else:
                joined_up.append((start, end))
        for start, end in joined_up:
            yield _widened(letters.text, letters.offsets[start], letters.offsets[end - 1] + 1)


@dataclass(slots=True)
class _Finder:
    """Finds runs of words in order, in time that a page's length and its number of lines bound."""

    flat: str
    at: int = 0
    searches_left: int = MAX_SEARCHES

    def places_of(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Where the words stand run together, else where each half of them does, down to a few words."""
        part = "".join(words)
        if not part:
            return
        start = self._place_of(part)
        if start is not None:
            end = start + len(part)
            if len(part) >= MIN_SURE_LETTERS or start - self.at <= NEAR:
                self.at = end
            yield start, end
        elif len(words) > MIN_PART_WORDS:
            half = len(words) // 2
            yield from self.places_of(words[:half])
            yield from self.places_of(words[half:])

    def _place_of(self, part: str) -> int | None:
        start = self.flat.find(part, self.at, self.at + NEAR + len(part))
        if start < 0 and len(part) >= MIN_SURE_LETTERS and self.searches_left:
            start = self.flat.find(part, self.at)
            start = start if start >= 0 else self.flat.find(part)
            self.searches_left -= start < 0
        return start if start >= 0 else None


def _widened(text: str, start_char: int, end_char: int) -> Span:
    """A span of letters with the punctuation that clings to it."""
    while start_char and not text[start_char - 1].isspace() and not text[start_char - 1].isalnum():
        start_char -= 1
    while end_char < len(text) and not text[end_char].isspace() and not text[end_char].isalnum():
        end_char += 1
    return Span(start_char, end_char)


def _judged(page: Page, spans: Sequence[Span], phrases: Phrases, title: str | None) -> Iterator[Verdict]:
    text = page.text.text
    named = folded(title) if title else None
    has_headline = False
    waiting = merged_spans(spans)
    first_char = waiting[0].start_char
    cursor = 0
    for visible in page.blocks:
        block = visible.span
        while cursor < len(waiting) and waiting[cursor].end_char <= block.start_char:
            cursor += 1
        is_title = (
            not has_headline
            and block.start_char <= first_char + TITLE_REACH
            and _is_title(text, block, visible.tag, named)
        )
        if is_title:
            has_headline = True
            yield Verdict(_block(text, block, phrases), True, "headline", None)
            continue
        yield from _pieces_of(text, block, waiting, cursor, phrases)


def _is_title(text: str, block: Span, tag: str, named: str | None) -> bool:
    """Whether a block is the headline: it says what the page's title says, or is a top heading much like it."""
    if block.end_char - block.start_char > MAX_HEADLINE_CHARS:
        return False
    own = folded(text[block.start_char : block.end_char])
    if named is None:
        return tag == "h1" and len(own.split()) >= 3
    return own == named or (tag in ("h1", "h2") and len(own) >= 12 and (named.startswith(own) or own.startswith(named)))


def _pieces_of(text: str, block: Span, waiting: Sequence[Span], cursor: int, phrases: Phrases) -> Iterator[Verdict]:
    """The parts of a visible block: those the article holds, and what stands between them."""
    at = block.start_char
    while cursor < len(waiting) and waiting[cursor].start_char < block.end_char:
        span = waiting[cursor]
        low, high = max(span.start_char, at), min(span.end_char, block.end_char)
        if low < high:
            yield from _rest(text, at, low, phrases)
            yield from _kept(text, low, high, phrases)
            at = high
        if span.end_char > block.end_char:
            break
        cursor += 1
    yield from _rest(text, at, block.end_char, phrases)


def _rest(text: str, start_char: int, end_char: int, phrases: Phrases) -> Iterator[Verdict]:
    span = _trimmed(text, start_char, end_char)
    if span.start_char < span.end_char:
        block = _block(text, span, phrases)
        kind = block.role if block.role in ("byline", "date") else "furniture"
        yield Verdict(block, False, kind, block.reason or "outside_article")


def _kept(text: str, start_char: int, end_char: int, phrases: Phrases) -> Iterator[Verdict]:
    span = _trimmed(text, start_char, end_char)
    if span.start_char >= span.end_char:
        return
    block = _block(text, span, phrases)
    if block.role in ("byline", "date") or block.reason in FIRM:
        yield Verdict(block, False, block.role, block.reason)
    else:
        yield Verdict(block, True, "paragraph", None)


def _trimmed(text: str, start_char: int, end_char: int) -> Span:
    part = text[start_char:end_char]
    lead = len(part) - len(part.lstrip())
    return Span(start_char + lead, start_char + lead + len(part.strip()))


def _block(text: str, span: Span, phrases: Phrases) -> Block:
    return block_of(text, Cut(span), phrases)


def merged_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start_char, span.end_char)):
        if made and span.start_char < made[-1].end_char:
            made[-1] = Span(made[-1].start_char, max(made[-1].end_char, span.end_char))
        else:
            made.append(span)
    return made
