"""Claims as MUC-4 templates: one a document and type of incident, with the fillers of its claims.

What counts as an incident there is narrower than a claim here: attacks on civilians and their property, not fighting
between armed sides. Weapons have no column of ours; they are the words for weapons in the sentence of the claim.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stages.vocab import UNIONS, Vocab

INCIDENT_OF = {
    "killing": "ATTACK",
    "wounding": "ATTACK",
    "attack": "ATTACK",
    "torture": "ATTACK",
    "abduction": "KIDNAPPING",
    "looting": "ATTACK",
}
BOMBING = "explosives"  # the mode
BURNT = re.compile(r"burn|fire|set|torch|arson", re.IGNORECASE)
TOLD = ("asserted", "unconfirmed")
ARMED = frozenset({"force", "rebel", "militant", "troops"})
ORGANISED = frozenset({"organisation", "regime", "state"})
HUMAN = frozenset((*UNIONS["people"], "person", "troops", "personname"))
PHYSICAL = frozenset({"building", "vehicle", "site", "aircraft", "place"})
WEAPONS = frozenset({"weapon", "munition"})
NO_WEAPONS = frozenset("arms club gas jet helicopter tank tanks round shot volley shell artillery".split())  # noqa: SIM905
CUT = re.compile(
    r"\s(?:of|in|on|at|from|for|with|who|which|that|by|to|whose|near|between|against|under|inside|outside|and)\s|,|\("
)
WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "VictimDesc", "Weapon")


class NamedSpan(NamedTuple):
    """A person or an organisation where it stands in the raw text."""

    label: str
    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document beside its claims."""

    names: tuple[NamedSpan, ...]

    def meeting(self, start_char: int, end_char: int, label: str) -> list[NamedSpan]:
        """The names of a label that share a character with a span."""
        return [
            name
            for name in self.names
            if name.label == label and name.start_char < end_char and start_char < name.end_char
        ]


def templates_of(claims: Iterable[Mapping[str, object]], document: Document, vocab: Vocab) -> list[dict[str, object]]:
    """The templates of one document."""
    templates: dict[str, dict[str, list[str]]] = defaultdict(lambda: {role: [] for role in ROLES})
    for claim in claims:
        incident = incident_of(claim, vocab)
        if incident is None:
            continue
        for role, filler in (
            *_perpetrators(claim, document, vocab),
            *_targets(claim, document, vocab),
            *_weapons(claim, vocab),
        ):
            if filler not in templates[incident][role]:
                templates[incident][role].append(filler)
    return [{"type": incident, "stage": "ACCOMPLISHED", **roles} for incident, roles in templates.items()]


def incident_of(claim: Mapping[str, object], vocab: Vocab) -> str | None:
    """The type of incident; null where a claim tells of none, or of fighting between armed sides."""
    incident = INCIDENT_OF.get(str(claim["type_code"]))
    if incident is None or claim["status"] not in TOLD:
        return None
    if classes_of(str(claim["target_text"] or ""), vocab) & ARMED:
        return None
    if claim["type_code"] == "looting" and BURNT.match(str(claim["trigger"])):
        return "ARSON"
    return "BOMBING" if claim["mode"] == BOMBING else incident


def classes_of(text: str, vocab: Vocab) -> frozenset[str]:
    """The classes of the head of a phrase: the last word before the first preposition or comma."""
    words = WORD.findall(CUT.split(text.lower(), maxsplit=1)[0])
    return vocab.classes_of(words[-1]) if words else frozenset()


def _span(claim: Mapping[str, object], role: str) -> tuple[int, int] | None:
    start, end = claim[f"{role}_raw_start_char"], claim[f"{role}_raw_end_char"]
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _perpetrators(claim: Mapping[str, object], document: Document, vocab: Vocab) -> Iterator[tuple[str, str]]:
    """The organisations an actor names, else the actor as individuals."""
    span = _span(claim, "actor")
    if span is None:
        return
    organisations = document.meeting(*span, "organisation")
    for name in organisations:
        yield "PerpOrg", name.text
    head = CUT.split(str(claim["actor_text"]), maxsplit=1)[0].strip()
    if head and not any(head.endswith(name.text) for name in organisations):
        yield ("PerpOrg" if classes_of(head, vocab) & ORGANISED else "PerpInd"), head


def _targets(claim: Mapping[str, object], document: Document, vocab: Vocab) -> Iterator[tuple[str, str]]:
    """Persons named, people described, or things."""
    span = _span(claim, "target")
    if span is None:
        return
    text = str(claim["target_text"]).strip()
    persons = document.meeting(*span, "person")
    classes = classes_of(text, vocab)
    for name in persons:
        yield "Victim", name.text
    if not text:
        return
    if claim["type_code"] not in ("attack", "looting") or classes & HUMAN:
        yield "VictimDesc", text
    elif not persons or classes & PHYSICAL:
        yield "Target", text


def _weapons(claim: Mapping[str, object], vocab: Vocab) -> Iterator[tuple[str, str]]:
    """Words for weapons in the sentence, with the word before them where that is one of the weapon's."""
    words = WORD.findall(str(claim["sentence"]))
    for word, following in zip(words, [*words[1:], ""], strict=True):
        is_weapon = bool(vocab.classes_of(word.lower()) & WEAPONS) and word.lower() not in NO_WEAPONS
        if is_weapon and not vocab.classes_of(following.lower()) & WEAPONS:
            yield "Weapon", word
