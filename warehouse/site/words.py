"""Values as the report shows them: hostile characters made visible, ranges and days in words."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from markupsafe import Markup

# Characters that change how their neighbours are shown: bidi overrides and isolates, invisible joiners of
# direction, and the C0/C1 controls but tab and line feed. Shown as their code point, they cannot mislead.
TRICKS = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
OPENABLE = re.compile(r"https?://[^\s]+", re.IGNORECASE)
COUNTED = re.compile(r" \([a-z]+; \d+ claims? in \d+ documents?\)$")
CLAIM = re.compile(r"\bclaim ([0-9a-f]{24,})")
WEIGHED = re.compile(r" \((-?\d+\.\d)\):")
SHORT = 16  # hex characters of an id in a file name: 64 bits keep a hundred million pages apart

FORMS: tuple[tuple[type, Callable[[Any], str]], ...] = (  # the narrower type first: a datetime is a date, a bool an int
    (datetime, lambda value: value.astimezone(UTC).strftime("%Y-%m-%d %H:%M")),
    (date, date.isoformat),
    (bool, lambda value: "yes" if value else "no"),
    (int, "{:,}".format),
    (float, "{:,.2f}".format),
)


def visible(text: str) -> str:
    """The text with each character that would act on its neighbours replaced by its code point in brackets."""
    return TRICKS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.replace("\r\n", "\n"))


def shown(value: object) -> object:
    """What a template prints for a value: null as nothing, text made visible, days and instants in ISO form."""
    if value is None or isinstance(value, Markup):
        return value or ""
    for kind, words in FORMS:
        if isinstance(value, kind):
            return words(value)
    return visible(str(value))


def range_of(low: int | None, high: int | None) -> str:
    """A number as the text leaves it: 5, 100–999, ≥ 1,100, ≤ 50, or nothing."""
    if low is None and high is None:
        return ""
    if high is None:
        return f"≥ {low:,}"
    if low is None:
        return f"≤ {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def days_of(low: date | None, high: date | None) -> str:
    """Days as the text leaves them: one day, a whole month or year, or a range."""
    if low is None or high is None:
        known = low or high
        return "" if known is None else f"{'from' if high is None else 'until'} {known.isoformat()}"
    if low == high:
        return low.isoformat()
    after = high + timedelta(days=1)
    if low.day == 1 and after.day == 1:
        if (after.year, after.month) == (low.year + low.month // 12, low.month % 12 + 1):
            return f"{low:%Y-%m}"
        if (low.month, after.month) == (1, 1) and after.year == low.year + 1:
            return f"{low:%Y}"
    return f"{low.isoformat()} – {high.isoformat()}"


def seconds_of(seconds: float | None) -> str:
    """A duration for people: 0.4 s, 12 s, 3 min 20 s."""
    if seconds is None:
        return ""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def label_of(code: object) -> str:
    """A code for people: underscores as blanks."""
    return visible(str(code or "")).replace("_", " ")


def rule_of(rule: str | None) -> list[tuple[str, str]]:
    """Why a claim stands in its event, as (words, claim) in turn: the last has no claim."""
    told = WEIGHED.sub(r", weight \1:", rule or "")
    parts = [*CLAIM.split(told), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def brief(summary: str | None) -> str:
    """An event's summary without the status and the counts that stand beside it."""
    return COUNTED.sub("", summary or "")


def cut(text: str | None, length: int) -> str:
    """The text in one line, ended with an ellipsis when it is longer than that many characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def address_of(uri: str | None) -> str | None:
    """The address when a reader may follow it: http or https, nothing else."""
    return uri if uri and OPENABLE.fullmatch(uri) and not TRICKS.search(uri) else None


def page_of(folder: str, key: object) -> str:
    """The page of a row, relative to the report's folder."""
    name = str(key)
    safe = name if re.fullmatch(r"[0-9a-f]{16,}", name) else name.encode("utf-8").hex()
    return f"{folder}/{safe[:SHORT] if safe == name else safe}.html"


def folded(text: str) -> str:
    """Lower case without accents: what the search compares."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return "".join(char for char in plain if not unicodedata.combining(char))


def share_of(part: Any, whole: Any) -> str:
    """A share in per cent, or nothing when there is no whole; a small share is not told as none."""
    if not whole:
        return ""
    return "<1%" if 0 < part / whole < 0.005 else f"{100 * part / whole:.0f}%"


def measure_of(value: float | None) -> str:
    """A figure to three digits, without an exponent; nothing when there is none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
