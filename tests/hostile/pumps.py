"""Texts that make a regular expression go back: read off its own parts, and characters by the dozen.

What takes time is a repetition that can begin at many places of a run, or divide it in many ways, and then fail
(Weideman et al. 2016, doi:10.1007/978-3-319-40946-7_27). So each repetition of a pattern is met with a run of what it
repeats: alone, behind what the pattern wants before it, with that again and again, and with an end that fits nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

UNITS = (
    *"aA1 .,-'\n\té\u0301<&@_(",
    *("a ", "Aa ", "1 ", "A.", "A-", ", ", "\n\n", " \n", "1,", "of ", "<a ", "a=", "1/1", "a@a"),
)
CHOICES = "a1A .,-'/é_\n\tB0@=\"(<>;:&–"  # characters tried in a class, the likeliest first
VARIANTS = 4
MANY = 20  # a repetition of fewer is no run
END = "\n\x00"
REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
Parts = Sequence[tuple[Any, Any]]


class Pump(NamedTuple):
    """A text of any length: what begins it, what is repeated, what ends it."""

    head: str
    unit: str
    end: str

    def text(self, size: int) -> str:
        """About `size` characters of it."""
        return self.head + self.unit * (size // len(self.unit)) + self.end


def pumps_of(pattern: re.Pattern[Any]) -> list[Pump]:
    """The texts that a pattern is tried on: UNITS again and again, and runs for each of its own repetitions."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    parts = _parser.parse(source, pattern.flags & ~re.UNICODE)
    runs = {
        run
        for variant in range(VARIANTS)
        for before, body in _repetitions(list(parts), "", variant)
        for run in [(before, sample(body, variant))]
    }
    plain = (Pump("", unit, "") for unit in UNITS)
    own = (
        Pump(head, unit, end)
        for before, unit in sorted(runs)
        if unit
        for head, unit, end in (("", unit, END), (before, unit, END), ("", before + unit, ""))
    )
    return sorted(set(chain(plain, own)))


def _repetitions(parts: Parts, before: str, variant: int) -> Iterator[tuple[str, Parts]]:
    """Each run that a pattern allows, as what stands before it and what it repeats."""
    for kind, value in parts:
        if kind in REPEATS:
            _, most, body = value
            if most >= MANY:
                yield before, list(body)
        for inner in _inner(kind, value):
            yield from _repetitions(inner, before, variant)
        before += sample([(kind, value)], variant)


def _inner(kind: Any, value: Any) -> list[Parts]:
    """The patterns within a part of a pattern."""
    if kind in REPEATS:
        return [list(value[2])]
    if kind is kinds.SUBPATTERN:
        return [list(value[3])]
    if kind is kinds.BRANCH:
        return [list(each) for each in value[1]]
    if kind is kinds.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[1])] if kind in (kinds.ASSERT, kinds.ASSERT_NOT) else []


def sample(parts: Parts, variant: int) -> str:
    """A text that a pattern matches, one of several; what it only looks at is left out."""
    return "".join(_one(kind, value, variant) for kind, value in parts)


def _one(kind: Any, value: Any, variant: int) -> str:
    match kind:
        case kinds.LITERAL:
            made = chr(value)
        case kinds.NOT_LITERAL:
            made = _choice(f"[^{re.escape(chr(value))}]", variant)
        case kinds.ANY:
            made = CHOICES[variant]
        case kinds.IN:
            made = _choice(_class_of(value), variant)
        case kinds.BRANCH:
            made = sample(value[1][variant % len(value[1])], variant)
        case kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT:
            least, most, body = value
            made = sample(body, variant) * (least or (variant % 2 if most else 0))
        case kinds.SUBPATTERN | kinds.ATOMIC_GROUP:
            made = "".join(sample(each, variant) for each in _inner(kind, value))
        case _:
            made = ""
    return made


def _class_of(parts: Parts) -> str:
    """A class of characters as it is written."""
    written = {
        kinds.CATEGORY_DIGIT: r"\d",
        kinds.CATEGORY_NOT_DIGIT: r"\D",
        kinds.CATEGORY_SPACE: r"\s",
        kinds.CATEGORY_NOT_SPACE: r"\S",
        kinds.CATEGORY_WORD: r"\w",
        kinds.CATEGORY_NOT_WORD: r"\W",
    }
    made = ""
    for kind, value in parts:
        if kind is kinds.NEGATE:
            made += "^"
        elif kind is kinds.LITERAL:
            made += re.escape(chr(value))
        elif kind is kinds.RANGE:
            made += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            made += written[value]
    return f"[{made}]"


def _choice(characters: str, variant: int) -> str:
    """One of the characters of a class."""
    fitting = re.findall(characters, CHOICES) or re.findall(characters, "".join(map(chr, range(0x3000))))
    return str(fitting[variant % len(fitting)])
