"""Claims as MUC-4 templates: one a document and type of incident, with the fillers of its claims.

What counts as an incident there is narrower than a claim here: attacks on civilians and their property, not fighting
between armed sides. Weapons have no column of ours; they are the words for weapons in the sentence of the claim.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from stages.words.vocab import UNIONS, Vocab
from stages.words.wordlists import words_of
from tests.benchmarks.muc4_documents import IRREGULAR, WORD, Document, NamedSpan

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
# Those with whom MUC-4 fills a human target, as it does not with soldiers and guerrillas: law enforcement, offices.
CIVIL = re.compile(r"\bpolic|guards?\b|\battorney|\bsecretary", re.IGNORECASE)
ORGANISED = frozenset({"organisation", "regime"})
HUMAN = frozenset((*UNIONS["people"], "person", "troops", "personname"))
PERSONS = frozenset({"personname", "official"})
PHYSICAL = frozenset({"building", "vehicle", "site", "aircraft"})
AREAS = frozenset(words_of("""
    city cities town towns village villages area areas district districts neighborhood neighborhoods neighbourhood
    square street streets position positions interests country nation capital
"""))  # fmt: skip
WEAPONS = frozenset({"weapon", "munition"})
NO_WEAPONS = words_of("arms club gas jet helicopter tank tanks round shot volley shell artillery")
BODIES = words_of("forces army armies police guard government regime military battalion brigade")
GROUPS = BODIES | words_of("front movement cartel command organization organisation extraditables unity league")
SOME = words_of(
    "members member elements units unit groups group squads squad gang gangs bands mafias commando commandos"
)
PRONOUNS = words_of("they them it its he she i we us those one ones others some all who which that people")
LISTED = re.compile(r",\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
MEASURED = re.compile(r"^(?:an?|the|some|several)?\s*(?:\w+\s)?(?:groups?|bands?|gangs?|number)\s+of\s+", re.IGNORECASE)
PARTS = re.compile(
    r"^(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,2}(?:windows?|doors?|walls?|fac\w+|floor|roof|shelves|part)\s+of\s+",
    re.IGNORECASE,
)
MEMBERSHIP = re.compile(
    r"\s(?:of|from|in|belonging\sto|linked\sto|affiliated\swith)\s(?:the\s)?(?:\w+\s)?", re.IGNORECASE
)
OWNED, OWNING = re.compile(r"['’]"), re.compile(r"\b(?:of|by|with)\s(?:the\s)?$", re.IGNORECASE)
BESIDE = re.compile(r"[\s,\-:(]*(?:of\s\w+\s)?(?:(?:and|the|a|an|named|identified|as|\w+)[\s,]+){0,2}", re.IGNORECASE)
CUT = re.compile(
    r"\s(?:of|in|on|at|from|for|with|who|which|that|by|to|whose|near|between|against|under|inside|outside|and)\s|,|\(",
    re.IGNORECASE,
)
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "VictimDesc", "Weapon")


def templates_of(claims: Iterable[Mapping[str, object]], document: Document, vocab: Vocab) -> list[dict[str, object]]:
    """The templates of one document."""
    templates: dict[str, dict[str, list[str]]] = defaultdict(lambda: {role: [] for role in ROLES})
    told = [claim for claim in claims if incident_of(claim, vocab) is not None]
    if not any(is_one_happening(claim, document) for claim in told):
        return []
    for claim in told:
        incident = str(incident_of(claim, vocab))
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
    target = str(claim["target_text"] or "")
    if classes_of(target, vocab) & ARMED and not CIVIL.search(target):
        return None
    if claim["type_code"] == "looting" and BURNT.match(str(claim["trigger"])):
        return "ARSON"
    return "BOMBING" if claim["mode"] == BOMBING else incident


def is_one_happening(claim: Mapping[str, object], document: Document) -> bool:
    """Whether a claim tells of one incident and not of a practice: by a place, a day, a number, a name or a mode."""
    told = ("place_text", "date_text", "count_text", "mode")
    span = _span(claim, "target")
    return any(claim[field] for field in told) or (span is not None and bool(document.meeting(*span, "person")))


def classes_of(text: str, vocab: Vocab) -> frozenset[str]:
    """The classes of the head of a phrase: the last word before the first preposition or comma."""
    words = WORD.findall(CUT.split(text.lower(), maxsplit=1)[0])
    return vocab.classes_of(words[-1]) if words else frozenset()


def _span(claim: Mapping[str, object], role: str) -> tuple[int, int] | None:
    start, end = claim[f"{role}_raw_start_char"], claim[f"{role}_raw_end_char"]
    return (start, end) if isinstance(start, int) and isinstance(end, int) else None


def _perpetrators(claim: Mapping[str, object], document: Document, vocab: Vocab) -> Iterator[tuple[str, str]]:
    """The organisations an actor names or is, and the people it is."""
    span = _span(claim, "actor")
    if span is None:
        return
    named = (*document.meeting(*span, "organisation"), *_belonged_to(claim, span[1], document))
    organisations = [name for name in named if _is_group(name.text, vocab)]
    for name in organisations:
        yield "PerpOrg", name.text
    for phrase in _members(str(claim["actor_text"])):
        head = CUT.split(phrase, maxsplit=1)[0].strip()
        classes = classes_of(head, vocab)
        if not head or any(head.endswith(name.text) for name in organisations) or head.lower() in PRONOUNS:
            continue
        is_some = _last(head) in SOME
        if not is_some and (_last(head) in GROUPS or (classes & ORGANISED and not classes & PERSONS)):
            yield "PerpOrg", head
        elif is_some or classes & (HUMAN | ARMED) or document.meeting(*span, "person"):
            yield "PerpInd", head
            if classes & IRREGULAR and not organisations:
                yield from (("PerpOrg", name) for name in document.armed_group(vocab))


def _members(text: str) -> Iterator[str]:
    """Those a phrase lists, each without the word that only says that they are several: "a group of terrorists"."""
    for member in LISTED.split(text):
        yield MEASURED.sub("", member).strip()


def _belonged_to(claim: Mapping[str, object], end_char: int, document: Document) -> Iterator[NamedSpan]:
    """The organisation right behind a phrase that those it names belong to: "two gunmen from the Red Front"."""
    sentence, first = str(claim["sentence"]), claim["raw_start_char"]
    if isinstance(first, int):
        for name in document.names:
            between = sentence[max(end_char - first, 0) : max(name.start_char - first, 0)]
            if name.label == "organisation" and end_char <= name.start_char and MEMBERSHIP.fullmatch(between):
                yield name


def _is_group(name: str, vocab: Vocab) -> bool:
    """Whether an organisation is one that bears arms, by the lists or by its last word; no plain word as "rebel"."""
    if _last(name) == name.lower() and vocab.classes_of(name.lower()) & HUMAN:
        return False
    return bool(vocab.classes_of(" ".join(name.lower().split())) & ARMED) or _last(name) in GROUPS


def _last(phrase: str) -> str:
    words = WORD.findall(phrase.lower())
    return words[-1] if words else ""


def _targets(claim: Mapping[str, object], document: Document, vocab: Vocab) -> Iterator[tuple[str, str]]:
    """Persons named, in the phrase or right behind it, people described, or things that are no areas."""
    span = _span(claim, "target")
    if span is None:
        return
    persons = [name for name in document.meeting(*span, "person") if _is_hit(name, claim, span)]
    persons += _beside(claim, span[1], document)
    for name in persons:
        yield "Victim", document.in_full(name)
    for member in LISTED.split(str(claim["target_text"])):
        text = PARTS.sub("", member.strip())
        classes = classes_of(text, vocab)
        if not text or text.lower() in PRONOUNS:
            continue
        if claim["type_code"] not in ("attack", "looting") or classes & HUMAN:
            yield "VictimDesc", text
        elif (not persons or classes & PHYSICAL) and _last(CUT.split(text, maxsplit=1)[0]) not in AREAS:
            yield "Target", text


def _is_hit(name: NamedSpan, claim: Mapping[str, object], span: tuple[int, int]) -> bool:
    """Whether a person in a phrase is whom it names, and not whose relative or house: "the home of Ana Ruiz"."""
    text = str(claim["target_text"])
    before = text[: max(name.start_char - span[0], 0)].rpartition(",")[2]
    return not OWNED.match(text[name.end_char - span[0] :]) and not OWNING.search(before)


def _beside(claim: Mapping[str, object], end_char: int, document: Document) -> Iterator[NamedSpan]:
    """The persons named right behind a phrase, before any verb: "the two engineers, Ana Ruiz and Bo Li, were taken"."""
    sentence, first, last = str(claim["sentence"]), claim["raw_start_char"], claim["raw_end_char"]
    trigger = claim["trigger_raw_start_char"]
    if not (isinstance(first, int) and isinstance(last, int) and isinstance(trigger, int)):
        return
    stop = trigger if trigger > end_char else last
    for name in document.names:
        if name.label == "person" and end_char <= name.start_char < stop:
            if not BESIDE.fullmatch(sentence[end_char - first : name.start_char - first]):
                return
            yield name
            end_char = name.end_char


def _weapons(claim: Mapping[str, object], vocab: Vocab) -> Iterator[tuple[str, str]]:
    """Words for weapons in the sentence, with the word before them where that is one of the weapon's."""
    words = WORD.findall(str(claim["sentence"]))
    for word, following in zip(words, [*words[1:], ""], strict=True):
        is_weapon = bool(vocab.classes_of(word.lower()) & WEAPONS) and word.lower() not in NO_WEAPONS
        if is_weapon and not vocab.classes_of(following.lower()) & WEAPONS:
            yield "Weapon", word
