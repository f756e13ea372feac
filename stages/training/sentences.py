"""Written training sentences: a grammar of templates and lexicons, expanded by dice, with its names marked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from stages.training.casing import upper
from stages.training.names import LABELS, Named
from stages.training.spellings import Dice, respelt, unaccented

SLOT = re.compile(r"\{(\w+)\}")
HEADER = re.compile(r"\[(\w+)(?: ([A-Z]+))?\]")
FAMILIES = (
    "arabic",
    "arabic",
    "arabic",
    "turkish",
    "iranian",
    "russian",
    "african",
    "latin",
    "asian",
    "western",
    "western",
)
PLACE_SLOTS = ("city", "town", "respelt", "region", "theatre")  # plain words of a gazetteer
OPENING_SLOTS = ("sentence", "elsewhere")  # those that open with a capital
LAND_SLOTS = ("country", "land", "us", "uk")
NUMBERS = {"n31": (2, 31), "n99": (2, 99), "n999": (100, 9999), "year": (1975, 2029)}
PERSONS: dict[str, Literal["whole", "family", "given"]] = {"person": "whole", "surname": "family", "firstname": "given"}


class BadGrammar(ValueError):
    """A line outside a section, an unknown label, an empty section, or a slot that nothing fills."""


@dataclass(frozen=True)
class Section:
    """What a slot may become, and the label of the name it makes, if it makes one."""

    label: str | None
    expansions: tuple[str, ...]


Grammar = dict[str, Section]


def grammar_in(text: str) -> Grammar:
    """The sections of a grammar file; in sections of given and family names the expansions stand between commas."""
    found: dict[str, tuple[str | None, list[str]]] = {}
    slot = ""
    for line in text.splitlines():
        if not line.strip() or line.startswith("# "):
            continue
        if header := HEADER.fullmatch(line.strip()):
            slot = header[1]
            if header[2] and header[2] not in LABELS:
                raise BadGrammar(f"section {slot!r} bears the unknown label {header[2]!r}")
            found[slot] = (header[2], [])
        elif not slot:
            raise BadGrammar(f"a line before the first section: {line[:60]!r}")
        elif slot.startswith(("given_", "family_")) and slot != "family_bare":
            found[slot][1].extend(name.strip() for name in line.split(",") if name.strip())
        else:
            found[slot][1].append(line)
    return {slot: _section(slot, label, lines) for slot, (label, lines) in found.items()}


def _section(slot: str, label: str | None, lines: Sequence[str]) -> Section:
    if not lines:
        raise BadGrammar(f"section {slot!r} is empty")
    return Section(label, tuple(lines))


def with_lexicon(grammar: Grammar, lexicon: Mapping[str, Sequence[str]]) -> Grammar:
    """The grammar with further sections of plain words, such as city names from a gazetteer.

    Braces in a word would be read as a slot, so such words are left out. Raises BadGrammar when a slot stays unfilled.
    """
    whole = grammar | {
        slot: _section(slot, None, [word for word in words if "{" not in word]) for slot, words in lexicon.items()
    }
    known = {*whole, *NUMBERS, *PERSONS}
    for slot, section in whole.items():
        for expansion in section.expansions:
            for name in SLOT.findall(expansion):
                if _bare(name) not in known:
                    raise BadGrammar(f"nothing fills {{{name}}} in section {slot!r}")
    return whole


def lands_of(grammar: Grammar) -> frozenset[str]:
    """The names of lands, spelt as they stand in the grammar."""
    sections = (grammar[slot] for slot in LAND_SLOTS)
    return frozenset(name for section in sections for name in section.expansions if "{" not in name)


def _bare(slot: str) -> str:
    return slot.removesuffix("_caps").removesuffix("_cap")


def written(grammar: Grammar, slot: str, dice: Dice) -> Named:
    """One expansion of a slot, with the names in it; a sentence opens with a capital."""
    return _joined(_filled(grammar, f"{slot}_cap" if slot in OPENING_SLOTS else slot, dice))


Part = tuple[str, str | None]


def _joined(parts: Sequence[Part]) -> Named:
    names, at = [], 0
    for text, label in parts:
        if label and text:
            names.append((at, at + len(text), label))
        at += len(text)
    return Named("".join(text for text, _ in parts), tuple(names))


def _parts_of(grammar: Grammar, template: str, dice: Dice) -> list[Part]:
    parts: list[Part] = []
    reached = 0
    for match in SLOT.finditer(template):
        parts.append((template[reached : match.start()], None))
        parts += _filled(grammar, match[1], dice)
        reached = match.end()
    return [*parts, (template[reached:], None)]


def _filled(grammar: Grammar, slot: str, dice: Dice) -> list[Part]:
    if slot.endswith("_caps"):
        return [(upper(text), label) for text, label in _filled(grammar, slot.removesuffix("_caps"), dice)]
    if slot.endswith("_cap"):
        return _capitalised(_filled(grammar, slot.removesuffix("_cap"), dice))
    if slot in NUMBERS:
        return [(str(dice.randint(*NUMBERS[slot])), None)]
    if slot in PERSONS:
        return [(person(grammar, dice, PERSONS[slot]), "PERSON")]
    section = grammar[slot]
    expansion = dice.choice(section.expansions)
    if slot in PLACE_SLOTS:
        place = unaccented(expansion, dice)
        return [(respelt(place, dice) if slot == "respelt" else place, None)]
    parts = _parts_of(grammar, expansion, dice)
    return _labelled(parts, section.label) if section.label else parts


def _labelled(parts: list[Part], label: str) -> list[Part]:
    """The parts as one name; the article of "the United States" stays outside it, that of an organisation within."""
    whole = "".join(text for text, _ in parts)
    article = next((word for word in ("the ", "The ") if whole.startswith(word) and label != "ORG"), "")
    return [(article, None), (whole[len(article) :], label)]


def _capitalised(parts: list[Part]) -> list[Part]:
    for at, (text, label) in enumerate(parts):
        if text:
            return [*parts[:at], (text if label else upper(text[:1]) + text[1:], label), *parts[at + 1 :]]
    return parts


def person(grammar: Grammar, dice: Dice, part: Literal["whole", "family", "given"] = "whole") -> str:
    """A person's name, or a part of it, of one of eight families of languages, without rank or title."""
    family = dice.choice(FAMILIES)
    respell = respelt if family in ("arabic", "iranian") else unaccented
    given = respell(dice.choice(grammar[f"given_{family}"].expansions), dice)
    last = respell(dice.choice(grammar[f"family_{family}"].expansions), dice)
    if part != "whole":
        return last if part == "family" else given
    return _with_middle(grammar, family, given, last, dice)


def _with_middle(grammar: Grammar, family: str, given: str, last: str, dice: Dice) -> str:
    """The name in one of the forms of its family: a nom de guerre, an initial, two surnames, the surname first."""
    roll = dice.random()
    whole = f"{given} {last}"
    if family == "arabic" and roll < 0.05:
        whole = f"Abu {given}" if roll < 0.02 else f"Abu {given} {last}"
    elif roll < 0.14:
        whole = f"{given} {dice.choice(grammar[f'given_{family}'].expansions)} {last}"
    elif family == "western" and roll < 0.2:
        whole = f"{given} {dice.choice('ABCDEFGHJKLMPRSTW')}. {last}"
    elif family == "latin" and roll < 0.35:
        whole = f"{given} {last} {dice.choice(grammar['family_latin'].expansions)}"
    elif family == "asian" and roll < 0.3:
        whole = f"{last} {given}"
    return whole
