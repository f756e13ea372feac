"""Who did what to whom: the roles of a trigger by its frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from stages.grammar.blame import without_charge
from stages.grammar.noun_phrases import classes_of, is_number_only, phrase_of
from stages.grammar.phrase_trims import owner_only, trimmed
from stages.parsing.heads import obliques_of
from stages.triggers import Trigger
from stages.who.authors import doer_behind
from stages.who.coreference import antecedent_of
from stages.who.fillers import AGENTS, is_fit
from stages.who.frame_functions import OUSTING, heads_at
from stages.who.joint_doers import with_company, with_listed, with_siblings, without_pair
from stages.who.misplaced import is_of_weapon, uncut
from stages.who.stand_ins import (
    is_own_loss,
    of_them,
    of_whom,
    predicate_of,
    stood_for,
    thing_judged,
    thing_of_pronoun,
    whole_of,
    whose_body,
)
from stages.who_says.claimants import claimant_of
from stages.words.modality import PREVENTING
from stages.words.people import is_next_of_many, is_noun
from stages.words.time_heads import is_time
from stages.words.vocab import Place, Vocab
from stages.words.wordlists import words_of

ORDER = ("target", "recipient", "destination", "place", "actor")
OF_ANOTHER = ", of "  # in the rule of a role taken from another event of the sentence, before that event's words
HELD = frozenset({"captives", "hostages"})  # "hold ten captives": the last word of the phrase is whom
CLOCK = words_of("a.m. p.m. am pm gmt edt est utc")
HARM = frozenset({"attack", "killing", "wounding", "arrest", "abduction", "torture"})
JUDGING = frozenset({"support", "accusation", "rejection"})
SPEAKERS = words_of("my we us our ours you your")
# Whose number a claim gives where the frame does not say: those who act, or those to whom it is done.
COUNTED = {
    "attack": "target",
    "accusation": "target",
    "sanction": "target",
    "deployment": "actor",
    "withdrawal": "actor",
    "support": "actor",
    "rejection": "actor",
}


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its words, the head of its phrase, the head as it stands at the trigger, and the rule that found it."""

    span: Span
    head: Token
    filler: Token
    rule: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of one trigger; `counted` is the head whose number of people is the claim's."""

    by_name: dict[str, Role]
    counted: Token | None

    def get(self, name: str) -> Role | None:
        """The role of that name."""
        return self.by_name.get(name)


def roles_of(trigger: Trigger, vocab: Vocab) -> Roles:
    """The roles a frame finds around its trigger; a phrase fills one role only, and the actor is sought last."""
    frame = vocab.frames[trigger.sense.frame]
    found: dict[str, Role] = {}
    used: set[int] = set()
    for name in sorted(frame.roles, key=ORDER.index):
        for place in frame.roles[name]:
            head = next((head for head in _heads_at(place, trigger, name, vocab) if head.i not in used), None)
            if head is not None:
                used.add(head.i)
                role = _role(whose_body(head, trigger), _rule(place, trigger), trigger, vocab)
                found[name] = _with_others(role, name, place, trigger)
                break
    counted = _counted(COUNTED.get(trigger.sense.type_code, frame.counted), found, trigger)
    if "target" in found and is_number_only(found["target"].span):
        whole = _whole_of_number(found.pop("target"), trigger, vocab)
        if whole is not None:
            found["target"] = whole
    actor = found.get("actor")
    if actor is not None and is_number_only(actor.span) and "target" not in found and trigger.sense.type_code in HARM:
        del found["actor"]  # "SIX HURT IN SHOOTING"
    target = found.get("target")
    if actor is not None and target is not None and target.span == actor.span and "relative" in target.rule:
        del found["target"]  # "the envoy, who denounced before them the raid"
    if actor is not None and is_own_loss(trigger):
        del found["actor"]
    claimant = claimant_of(trigger.head) if "actor" not in found else None
    if claimant is not None:
        found["actor"] = Role(phrase_of(claimant), claimant, claimant, f"{trigger.sense.frame}: claimed responsibility")
    return Roles(found, counted)


def _whole_of_number(role: Role, trigger: Trigger, vocab: Vocab) -> Role | None:
    """Those of whom a bare number is a part: "two of the defectors were killed and seven wounded"."""
    is_harm = trigger.sense.pos == "verb" and trigger.sense.type_code in HARM
    head = whole_of(role.filler, trigger.head, vocab) if is_harm else None
    if head is None:
        return None  # of "a guard was killed and 70 injured" the 70 are no guards
    return Role(phrase_of(head), head, role.filler, f"{role.rule}, of those named before")


def _with_others(role: Role, name: str, place: Place, trigger: Trigger) -> Role:
    """The role with those of its list, and with those who act beside the actor."""
    span = with_siblings(role.span, role.head, trigger.arguments.get(place.function))
    if name == "actor" and span.end <= trigger.start:
        span = with_company(span, trigger.start)
    return Role(span, role.head, role.filler, role.rule)


def _rule(place: Place, trigger: Trigger) -> str:
    way = trigger.arguments.way_to(place.function)
    return f"{trigger.sense.frame}: {way} > {place.then}" if place.then else f"{trigger.sense.frame}: {way}"


def _counted(name: str | None, found: dict[str, Role], trigger: Trigger) -> Token | None:
    if name is None:
        return None
    if name == "self":
        return trigger.head
    if name not in found:
        return next(iter(trigger.arguments.get(name)), None)
    role = found[name]
    is_named_here = role.filler.lower_ in {"they", "all", "both"} and role.head.sent.start == role.filler.sent.start
    return role.head if is_named_here else role.filler  # "Eight officers say they have deserted"


def _role(head: Token, rule: str, trigger: Trigger, vocab: Vocab) -> Role:
    whole = of_whom(head, vocab) or of_them(head, vocab)
    if whole is not None:
        return Role(phrase_of(whole), whole, head, f"{rule}, of whom")
    antecedent = _antecedent(head, trigger, vocab)
    if antecedent is not None:
        antecedent = whose_body(antecedent, trigger)
        return Role(owner_only(phrase_of(antecedent), antecedent), antecedent, head, f"{rule}, {head.lower_} resolved")
    is_listed = ": between" not in rule
    span = phrase_of(head, is_listed=is_listed, with_family=trigger.sense.type_code != "defection")
    span = with_listed(without_pair(span, head, rule), head)
    is_doing = span[0].tag_ == "VBG" and span.start == trigger.start  # "torturing | detainees to death"
    span = span[1:] if is_doing and len(span) > 1 else span
    while len(span) > 1 and trigger.start < span.start < trigger.end and span[0].lower_ in trigger.sense.words:
        span = span[1:]  # "shot dead | five migrants"
    while (
        len(span) > 1
        and trigger.start < span.end - 1 < trigger.end
        and head.i < span.end - 1
        and span[-1].lower_ in trigger.sense.words
        and span[-2].tag_ != "PRP$"
    ):
        span = span[:-1]  # "left 70 people | dead"
    inner = (token.i for token in span if head.i < token.i < trigger.end and token.lower_ in trigger.sense.words)
    at = next(inner, span.end)  # "left two people | dead in a camp"
    if "~" in trigger.sense.words and at > span.start and span[at - span.start - 1].tag_ != "PRP$":
        span = span.doc[span.start : at]
    is_joined = span.end == trigger.start and head.head != trigger.head and trigger.sense.pos == "noun"
    is_loose = head.dep_ == "amod" or (is_joined and span[0].lower_ in {"a", "an"})
    span = span[1:] if len(span) == 2 and is_loose and span[0].dep_ == "det" else span  # "an | Israeli"
    span = trimmed(_without_place_in_row(span, head), head)
    doc, last = head.doc, span[-1]
    stop = trigger.start if trigger.start >= span.end else head.sent.end
    stop = span.end if is_of_weapon(doc[span.end : trigger.end], vocab) else stop
    while last.text.istitle() and last.tag_.startswith("JJ") and span.end < stop and is_noun(doc[span.end]):
        span, last = doc[span.start : span.end + 1], doc[span.end]  # "the West African | bloc"
    is_foiled = span.start > 0 and span.doc[span.start - 1].lower_ == "to" and span[0].lower_ in PREVENTING | OUSTING
    span = span[1:] if len(span) > 1 and is_foiled else span  # "to foil | insurgent attacks"
    if trigger.sense.frame in {"accuse", "blame"} or trigger.sense.words[0] == "convict":
        span = without_charge(span, head, vocab, AGENTS | {"place"})
    return Role(_apart(span, head, trigger), head, head, rule)


def _apart(span: Span, head: Token, trigger: Trigger) -> Span:
    """A phrase without the trigger that stands in it: "the defected | brigadier Omar Ali"."""
    if all(token.i != trigger.head.i for token in span) or head == trigger.head or "~" in trigger.sense.words:
        return span
    if trigger.end > head.i or trigger.head.head != head or head.doc[trigger.end].dep_ == "cc":
        return head.doc[head.i : head.i + 1]
    return head.doc[trigger.end : max(phrase_of(head, is_listed=False).end, head.i + 1)]


def _antecedent(head: Token, trigger: Trigger, vocab: Vocab) -> Token | None:
    """Whom or what a pronoun means; None for a noun and for a list."""
    if any(child.dep_ == "conj" for child in head.children):
        return None
    if trigger.sense.type_code == "looting" and head.dep_ == "obj" and head.lower_ in {"it", "them"}:
        return thing_of_pronoun(head, vocab)
    judged = thing_judged(head) if trigger.sense.type_code in JUDGING else None
    antecedent = judged or antecedent_of(head, vocab)
    if antecedent is not None and trigger.sense.type_code == "protest" and "armed" in classes_of(antecedent, vocab):
        return None  # "Soldiers fired on a crowd. They had gathered to protest"
    if antecedent is not None and antecedent.ent_type_ != "PERSON":
        return predicate_of(head, trigger.head) or antecedent
    return antecedent


def _without_place_in_row(span: Span, head: Token) -> Span:
    """Without "whose", and without the ordinal that the count has: "whose | men", "the 13th | general"."""
    while len(span) > 1 and is_next_of_many(head) and (span[0].dep_ == "det" or span[0].text[:1].isdigit()):
        span = span[1:]
    if len(span) > 1 and head.dep_ == "compound" and span[0].lower_ in {"fatal", "deadly"}:
        return span[1:]  # "the fatal | police shooting"
    return span[1:] if len(span) > 1 and span[0].lower_ == "whose" else span


def _heads_at(place: Place, trigger: Trigger, role: str, vocab: Vocab) -> Iterator[Token]:
    for head in stood_for(map(uncut, heads_at(place.function, trigger, vocab)), trigger):
        is_inside = trigger.start <= head.i < trigger.end and place.function != "self"
        is_own = is_inside and place.then is None and head.lower_ not in HELD and _is_word_of(head, trigger, vocab)
        if is_time(head) or is_own or any(token.lower_ in CLOCK for token in (head, *head.children)):
            continue
        meant = doer_behind(head, trigger, vocab) if role == "actor" else None
        if meant is not None or (head.lower_ in SPEAKERS and (head.text != "US" or head.tag_ == "PRP")):
            yield from (meant,) if meant is not None else ()
            continue
        classes = classes_of(head, vocab)
        if not is_fit(place, role, head, trigger, classes, vocab):
            continue
        if place.then is None:
            yield head
        elif place.then == "object":
            yield from (child for child in head.children if child.dep_ == "obj")
        else:
            case, _, needs = place.then.partition("@")
            yield from (it for it in obliques_of(head).get(case, ()) if not needs or needs in classes_of(it, vocab))


def _is_word_of(head: Token, trigger: Trigger, vocab: Vocab) -> bool:
    """Whether a word is one of the trigger's own, and not in a gap of it: "left ten people dead"."""
    is_word = head.lower_ in trigger.sense.words or not vocab.bases_of(head.lower_).isdisjoint(trigger.sense.words)
    return "~" not in trigger.sense.words or head.i == trigger.head.i or is_word
