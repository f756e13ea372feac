"""The visible text of an HTML page, every character of it traced to the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stages.cleaning.blocks import Span
from stages.cleaning.pieces import BLOCK_BREAK, MappedText, Piece

# Possessive throughout, so that no input makes it go back: an attribute's quoted value may hold ">".
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)"
    r"(?P<rest>[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?[^>=]*+)*+)>"
)
LOOSE_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?P<rest>[^>]*+)>")
DECLARATION = re.compile(r"<[!?/][^>]*+>")
ENTITY_OR_BLANKS = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[ \t\n\r\f]{2,}|[\t\n\r\f]"
)
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]{0,40}+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
BLANKS = " \t\n\r\f"
SKIPPED_TAGS = """
script style noscript template svg iframe object textarea select math canvas title
"""
SKIPPED = frozenset(SKIPPED_TAGS.split())
INLINE_TAGS = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meta nobr q rp rt ruby s samp small
span strike strong sub sup time tt u var wbr img link source path input
"""
INLINE = frozenset(INLINE_TAGS.split())


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block element's own text: its span in the visible text, its tag, and the share of it that is links."""

    span: Span
    tag: str
    link_share: float


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the source with its attributes unparsed."""

    name: str
    is_close: bool
    start_char: int
    end_char: int
    rest: str
    word_count: int = 0  # of the source's tag outside quotation marks: at least its attributes

    @property
    def attributes(self) -> dict[str, str]:
        """Attribute values by lower-case name, entities resolved."""
        return {
            match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "")
            for match in ATTRIBUTE.finditer(self.rest)
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a reader sees it, and the tags that tell what it is."""

    text: MappedText
    blocks: tuple[VisibleBlock, ...]
    metas: tuple[Tag, ...]
    scripts: tuple[str, ...]  # the contents of application/ld+json
    title: str | None  # of the <title> element
    attribute_count: int  # of the tag that has most, at most


@dataclass(slots=True)
class _Writer:
    """The visible text as it grows: the finished blocks and the open one."""

    source: str
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[VisibleBlock] = field(default_factory=list)
    start_char: int = 0  # of the open block
    at: int = 0
    ends_blank: bool = True
    link_depth: int = 0
    link_count: int = 0
    tag: str = "body"

    def write(self, text: str, raw_start_char: int, raw_length: int) -> None:
        self.pieces.append(Piece(self.at, raw_start_char, len(text), raw_length))
        self.parts.append(text)
        self.at += len(text)
        self.ends_blank = text[-1].isspace()
        if self.link_depth:
            self.link_count += len(text)

    def text(self, start_char: int, end_char: int) -> None:
        """Source text between two offsets, entities resolved and blanks run together."""
        done = start_char
        for match in ENTITY_OR_BLANKS.finditer(self.source, start_char, end_char):
            self._quote(done, match.start())
            done = match.end()
            part = match.group()
            if part[0] in BLANKS:
                blank = match.start() + max(0, part.find(" "))
                self._quote(blank, blank + 1)
                continue
            resolved = html.unescape(part)
            if resolved == part:
                self._quote(match.start(), match.end())
            elif resolved and not (self.ends_blank and resolved.isspace()):  # "&#xFFFE;" is no character
                self.write(resolved, match.start(), len(part))
        self._quote(done, end_char)

    def _quote(self, start_char: int, end_char: int) -> None:
        if self.ends_blank:
            while start_char < end_char and self.source[start_char].isspace():
                start_char += 1
        if start_char < end_char:
            self.write(self.source[start_char:end_char], start_char, end_char - start_char)

    def line_break(self, tag: Tag) -> None:
        """A <br>: one is a line break inside the block, two end it."""
        if self.parts and self.parts[-1] == "\n" and self.at > self.start_char:
            self.close(self.tag)
        elif self.at > self.start_char:
            self.write("\n", tag.start_char, tag.end_char - tag.start_char)

    def close(self, tag: str) -> None:
        """The open block ends, and one of the given tag opens."""
        while self.at > self.start_char and self.parts[-1].isspace():
            self._drop_last()
        if self.at > self.start_char:
            self._trim_last()
            length = self.at - self.start_char
            span = Span(self.start_char, self.at)
            self.blocks.append(VisibleBlock(span, self.tag, min(1.0, self.link_count / length)))
            self.parts.append(BLOCK_BREAK)
            self.at += len(BLOCK_BREAK)
            self.start_char = self.at
        self.ends_blank, self.link_count, self.tag = True, 0, tag

    def _drop_last(self) -> None:
        self.at -= len(self.parts.pop())
        self.pieces.pop()

    def _trim_last(self) -> None:
        last, piece = self.parts[-1], self.pieces[-1]
        kept = last.rstrip()
        if piece.is_quote and len(kept) < len(last):
            self.parts[-1] = kept
            self.pieces[-1] = Piece(piece.start_char, piece.raw_start_char, len(kept), len(kept))
            self.at -= len(last) - len(kept)


def page_of(source: str) -> Page:
    """The visible text of an HTML source with its blocks, in time linear in its length."""
    writer = _Writer(source)
    metas: list[Tag] = []
    scripts: list[str] = []
    title: str | None = None
    attribute_count = 0
    for item in _items_in(source):
        attribute_count = max(attribute_count, 0 if isinstance(item, Span) else item.word_count)
        if isinstance(item, Span):
            writer.text(item.start_char, item.end_char)
        elif item.name in ("meta", "html", "time") and not item.is_close:
            metas.append(item)
        elif item.name == "br":
            writer.line_break(item)
        elif item.name in SKIPPED:
            if item.name == "script" and not item.is_close:
                scripts += [item.rest] if item.rest else []
            elif item.name == "title" and title is None and not item.is_close:
                title = " ".join(html.unescape(item.rest).split()) or None
        elif item.name == "a":
            writer.link_depth = 0 if item.is_close else 1
        elif item.name not in INLINE:
            writer.close("" if item.is_close else item.name)
    writer.close("")
    text = "".join(writer.parts)
    text = text.removesuffix(BLOCK_BREAK)
    mapped = MappedText(text, tuple(writer.pieces))
    return Page(mapped, tuple(writer.blocks), tuple(metas), tuple(scripts), title, attribute_count)


def _items_in(source: str) -> Iterator[Span | Tag]:
    """Stretches of text and tags in order; comments and the insides of scripts are passed over."""
    at, last = 0, source.rfind(">")
    form = TAG
    unclosed: set[str] = set()
    while at < len(source):
        start_char = source.find("<", at, last + 1)
        if start_char < 0:
            yield Span(at, len(source))
            return
        if start_char > at:
            yield Span(at, start_char)
        if source.startswith("<!--", start_char):
            end = source.find("-->", start_char + 4)
            at = end + 3 if end >= 0 else len(source)
            continue
        match = form.match(source, start_char) or DECLARATION.match(source, start_char)
        if match is None and form is TAG:
            form = LOOSE_TAG  # a quotation mark is never closed: from here on a tag ends at the next ">"
            match = form.match(source, start_char)
        if match is None:
            yield Span(start_char, start_char + 1)
            at = start_char + 1
            continue
        at = match.end()
        if match.re is not DECLARATION:
            words = len(QUOTED.sub(" ", match["rest"]).split())
            tag = Tag(match["name"].lower(), bool(match["close"]), start_char, at, match["rest"], words)
            if tag.name in SKIPPED and not tag.is_close and not tag.rest.endswith("/"):
                at, tag = _skipped(source, tag, unclosed)
            yield tag


def _skipped(source: str, tag: Tag, unclosed: set[str]) -> tuple[int, Tag]:
    """The end of an element that is not shown; a title and a JSON-LD script are handed on with their content."""
    closing = (
        None if tag.name in unclosed else re.compile(rf"</{tag.name}\b", re.IGNORECASE).search(source, tag.end_char)
    )
    if closing is None:
        unclosed.add(tag.name)
        return tag.end_char, replace(tag, name="script", rest="")
    is_told = tag.name == "title" or (tag.name == "script" and "ld+json" in tag.rest)
    content = source[tag.end_char : closing.start()] if is_told else ""
    name = "title" if tag.name == "title" else "script"
    return closing.start(), replace(tag, name=name, end_char=closing.start(), rest=content)
