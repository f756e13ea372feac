"""The words the coder knows: the seed tables as frozen look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from stages.words.crosswalks import Crosswalks, crosswalks_of
from stages.words.inflection import plural_of, verb_forms
from stages.words.wordlists import words_of

SEEDS = ("triggers", "frames", "actors", "word_classes", "inflections", "light_verbs", "event_types", "places")
# Classes that are made of others.
UNIONS = {
    "armed": ("force", "police", "rebel", "militant"),
    "people": ("force", "police", "rebel", "militant", "official", "protester", "civilian", "prisoner", "displaced",
               "labour", "nationality", "pronoun"),
    "agent": ("force", "police", "rebel", "militant", "official", "regime", "state", "organisation", "nationality"),
    "side": ("force", "police", "rebel", "militant", "regime", "state", "organisation", "protester", "uprising"),
    "org": ("organisation",),
}  # fmt: skip
WIDE = frozenset({"country", "continent", "region", "water"})
NO_CLASSES: frozenset[str] = frozenset()
# Words of a phrase too common to look for; such a phrase is sought by another of its words.
COMMON = words_of("""
    be go come take make hold put set give leave lay get have do on in to of into the a at for with from out up
    down off over under back by is are keep bring break fall run meet turn
""")


@dataclass(frozen=True, slots=True)
class Condition:
    """Words or classes, one of which must fill one of the places: object|of:@people|rebel."""

    places: tuple[str, ...]
    words: frozenset[str]
    classes: frozenset[str]

    @classmethod
    def of(cls, written: str) -> Condition:
        """A condition from its notation."""
        places, _, fillers = written.partition(":")
        parts = [part.strip() for part in fillers.split("|") if part.strip()]
        return cls(
            tuple(place.strip() for place in places.split("|")),
            frozenset(part for part in parts if not part.startswith("@")),
            frozenset(part[1:] for part in parts if part.startswith("@")),
        )


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one trigger."""

    words: tuple[str, ...]
    pos: str
    type_code: str
    mode: str | None
    frame: str
    needs: tuple[Condition, ...]
    unless: tuple[tuple[Condition, ...], ...]
    order: int

    @property
    def trigger(self) -> str:
        """The trigger as the seed writes it."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a frame at which a role may stand, with the class its filler must have and the step beyond it."""

    function: str
    needs: str | None
    then: str | None

    @classmethod
    def of(cls, written: str) -> Place:
        """A place from its notation: object, to@side, object>of."""
        head, _, then = written.partition(">")
        function, _, needs = head.partition("@")
        return cls(function, needs or None, then or None)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the roles of an event stand in a sentence."""

    name: str
    roles: Mapping[str, tuple[Place, ...]]
    counted: str | None

    @property
    def is_intransitive(self) -> bool:
        """Whether no role is a plain object, so that a bare participle is no passive."""
        return not any(
            place.function == "object" and place.needs is None for places in self.roles.values() for place in places
        )


@dataclass(frozen=True, slots=True)
class Vocab:
    """Everything the coder looks up.

    `senses` are by the first word's lemma, `bases` give the lemmas of a lower-case form, `keys` what a text must hold
    beside a key word, `classes` the classes of a lower-case word or phrase, `crosswalks` the codes of a type
    and mode in other schemes, `towns` the places of the wars that are covered, in lower case, by their first word.
    """

    senses: Mapping[str, tuple[Sense, ...]]
    bases: Mapping[str, frozenset[str]]
    keys: Mapping[str, tuple[frozenset[str], ...]]
    frames: Mapping[str, Frame]
    classes: Mapping[str, frozenset[str]]
    light_verbs: Mapping[tuple[str, str], str]
    crosswalks: Crosswalks
    countries: Mapping[str, str]
    towns: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, seeds: Mapping[str, pa.Table]) -> Vocab:
        """The look-ups of the seed tables named in SEEDS."""
        rows = {name: seeds[name].to_pylist() for name in SEEDS}
        irregular = {
            row["lemma"]: (*row["past"].split("|"), *row["participle"].split("|")) for row in rows["inflections"]
        }
        senses = [_sense(row, order) for order, row in enumerate(rows["triggers"])]
        bases = _bases(senses, rows["light_verbs"], irregular)
        by_first: dict[str, list[Sense]] = defaultdict(list)
        for sense in senses:
            by_first[sense.words[0]].append(sense)
        return cls(
            {first: tuple(group) for first, group in by_first.items()},
            bases,
            _keys(senses),
            {row["frame"]: _frame(row) for row in rows["frames"]},
            _classes([*_pairs(rows["actors"], "name", "kind"), *_pairs(rows["word_classes"], "word", "class_code")]),
            {(row["verb"], row["link"]): row["subject_role"] for row in rows["light_verbs"]},
            crosswalks_of(rows["event_types"]),
            {row["name"].lower(): row["country_code"] for row in rows["actors"] if row["country_code"]},
            _towns(rows["places"]),
        )

    def bases_of(self, form: str) -> frozenset[str]:
        """The lemmas a lower-case form may have, as far as triggers go; else the form itself."""
        return self.bases.get(form) or frozenset((form,))

    def classes_of(self, word: str) -> frozenset[str]:
        """The classes of a lower-case word or phrase, singular or plural."""
        return self.classes.get(word, NO_CLASSES)

    def is_town(self, name: str) -> bool:
        """Whether a lower-case name is one of a place of the wars that are covered."""
        return name in self.towns.get(split_hyphens(name)[0], ()) if name else False

    def has_trigger(self, words: Iterable[str]) -> bool:
        """Whether a text of these words can hold a trigger: true for every sentence in which one is found."""
        known: set[str] = set()
        for word in words:
            for part in word.lower().split("-"):
                known.update(self.bases.get(part, ()))
        return any(others <= known for word in known if word in self.keys for others in self.keys[word])


def _towns(places: Iterable[dict[str, str | None]]) -> dict[str, frozenset[str]]:
    """The names of places other than countries, seas and regions, in lower case, by their first word."""
    by_first: dict[str, set[str]] = defaultdict(set)
    for row in places:
        if row["kind"] not in WIDE:
            for name in filter(None, (row["name"], *(row["other_names"] or "").split("|"))):
                by_first[split_hyphens(name.lower())[0]].add(name.lower())
    return {first: frozenset(names) for first, names in by_first.items()}


def split_hyphens(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer cuts them: cease-fire is cease, -, fire."""
    return tuple(phrase.replace("-", " - ").split())


def _sense(row: dict[str, str | None], order: int) -> Sense:
    def conditions(written: str | None) -> tuple[Condition, ...]:
        return tuple(Condition.of(part) for part in (written or "").split(";") if part)

    groups = tuple(conditions(part.replace("&", ";")) for part in (row["unless"] or "").split(";") if part)
    return Sense(
        split_hyphens(str(row["trigger"])), str(row["pos"]), str(row["type_code"]), row["mode"] or None,
        str(row["frame"]), conditions(row["needs"]), groups, order,
    )  # fmt: skip


def _bases(
    senses: Iterable[Sense], light_verbs: Iterable[dict[str, str]], irregular: Mapping[str, tuple[str, ...]]
) -> dict[str, frozenset[str]]:
    bases: dict[str, set[str]] = defaultdict(set)
    for sense in senses:
        for at, word in enumerate(sense.words):
            forms = {word}
            if sense.pos == "verb" and at == 0:
                forms |= verb_forms(word, irregular)
            is_last_of_noun = sense.pos == "noun" and at == len(sense.words) - 1
            if is_last_of_noun or (sense.pos == "verb" and at and word.isalpha() and word not in COMMON):
                forms.add(plural_of(word))  # "abandoned their posts"
            for form in forms:
                bases[form].add(word)
    for row in light_verbs:
        lemma = row["verb"].split()[0]
        for form in verb_forms(lemma, irregular):
            bases[form].add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in bases.items()}


def _key(sense: Sense) -> str:
    """The word of a trigger that is rarest: the longest that is not common."""
    rare = [word for word in sense.words if word not in COMMON and word.isalpha()]
    return max(rare or sense.words, key=len)


def _keys(senses: Iterable[Sense]) -> dict[str, tuple[frozenset[str], ...]]:
    """For the key word of each trigger the sets of other words one of which must be complete."""
    keys: dict[str, set[frozenset[str]]] = defaultdict(set)
    for sense in senses:
        key = _key(sense)
        keys[key].add(frozenset(word for word in sense.words if word != key and word.isalpha()))
    return {key: (frozenset(),) if frozenset() in others else tuple(others) for key, others in keys.items()}


def _frame(row: dict[str, str | None]) -> Frame:
    roles = {
        role: tuple(Place.of(written) for written in (row[role] or "").split("|") if written)
        for role in ("actor", "target", "recipient", "destination", "place")
    }
    return Frame(str(row["frame"]), roles, row["counted"])


def _pairs(rows: Iterable[dict[str, str]], word: str, code: str) -> list[tuple[str, str]]:
    return [(row[word].lower(), row[code]) for row in rows]


def _classes(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for word, code in pairs:
        classes[word].add(code)
        classes[plural_of(word)].add(code)
    for codes in classes.values():
        codes |= {union for union, parts in UNIONS.items() if not codes.isdisjoint(parts)}
    return {word: frozenset(codes) for word, codes in classes.items()}
