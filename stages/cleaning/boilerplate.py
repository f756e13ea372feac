"""What each block of a page is, taken by itself: prose, heading, stamp, or furniture of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stages.cleaning.blocks import Span
from stages.cleaning.cuts import Cut, cuts_in
from stages.cleaning.phrases import Phrase, Phrases, folded
from stages.cleaning.prose import function_share_of, is_prose, is_sentence, words_in
from stages.cleaning.small_print import small_print_of
from stages.cleaning.stamps import is_byline, is_date_stamp, is_dateline, is_labelled_date

Role = Literal["prose", "sentence", "heading", "fragment", "byline", "date", "furniture"]
# A longer block that begins like small print is mostly an article that quotes it; notices on cookies run on.
MAX_OPENING_CHARS = 280
MAX_NOTICE_CHARS = 1500
NOTICES = ("cookie_banner", "footer")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|/[^\s/.]*+[/.]\S*|[^\s@]{1,64}@[^\s@]{1,255}\.\w+|@\w+|#\w+|[\w-]+(?:\.[\w-]+)+/?",
    re.IGNORECASE,
)
MAX_ADDRESS_CHARS = 300  # in a longer run the pattern tries 255 divisions at each of its characters
SCRIPT_MARKS = re.compile(r"[{};=<>]|\(\)|=>|\$\(")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page: where it stands, what it is by itself, and why."""

    start_char: int
    end_char: int
    text: str
    role: Role
    reason: str | None
    opens: str | None
    word_count: int
    function_count: int
    folded: str

    @property
    def is_running(self) -> bool:
        return self.role in ("prose", "sentence")

    @property
    def is_short(self) -> bool:
        return self.role in ("heading", "fragment")


def blocks_of(text: str, spans: Sequence[Span], phrases: Phrases) -> list[Block]:
    """The blocks between spans of a text, small print cut off, each with its role."""
    return [
        block_of(text, cut, phrases)
        for span in spans
        for cut in cuts_in(text, span, phrases)
        if cut.span.start_char < cut.span.end_char
    ]


def block_of(text: str, cut: Cut, phrases: Phrases) -> Block:
    """One block with its role, decided from its own words alone."""
    part = text[cut.span.start_char : cut.span.end_char]
    words = words_in(part)
    role, reason, opens = _role_of(part, words, cut.reason, phrases)
    share = function_share_of(words)
    return Block(
        cut.span.start_char,
        cut.span.end_char,
        part,
        role,
        reason,
        opens,
        len(words),
        round(share * len(words)),
        folded(part),
    )


def _role_of(part: str, words: list[str], reason: str | None, phrases: Phrases) -> tuple[Role, str | None, str | None]:
    if reason is not None:
        return ("date" if reason == "date" else "furniture"), reason, None
    stamp = _stamp_of(part)
    if stamp is not None:
        return stamp, stamp, None
    furniture = _furniture_of(part, words, phrases)
    if furniture is not None:
        return "furniture", *furniture
    return _plain_role_of(part, words), None, None


def _furniture_of(part: str, words: list[str], phrases: Phrases) -> tuple[str, str | None] | None:
    """The reason to drop a block and what it opens, by its phrase, its shape or its lack of words."""
    phrase = _phrase_of(part, phrases)
    if phrase is not None:
        return phrase.reason, phrase.opens
    if not words:
        return "figures", None
    if len(part) <= MAX_ADDRESS_CHARS and ADDRESS.fullmatch(part):
        return "link", None
    return ("script", None) if _is_script(part) else small_print_of(part, words)


def _plain_role_of(part: str, words: list[str]) -> Role:
    if is_prose(part, words):
        return "prose"
    if is_sentence(part, words):
        return "sentence"
    return "heading" if len(words) >= 2 else "fragment"


def _stamp_of(part: str) -> Literal["byline", "date"] | None:
    if is_byline(part):
        return "byline"
    if is_date_stamp(part) or is_dateline(part):
        return "date"
    return "date" if len(part) <= 100 and is_labelled_date(part) else None


def _phrase_of(part: str, phrases: Phrases) -> Phrase | None:
    phrase = phrases.line(part) or (phrases.opening(part) if len(part) <= MAX_NOTICE_CHARS else None)
    if phrase is None or len(part) <= MAX_OPENING_CHARS or phrase.reason in NOTICES:
        return phrase
    return None


def _is_script(part: str) -> bool:
    """Whether a block is program text: one mark of syntax for every 25 characters or less."""
    return len(part) >= 20 and 25 * sum(1 for _ in SCRIPT_MARKS.finditer(part[:4000])) >= len(part[:4000])
