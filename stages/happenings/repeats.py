"""Whether a trigger only repeats another of its sentence, or says what the other is about."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.control import is_asked_for
from stages.parsing.heads import SUBJECTS, case_of, relation_of
from stages.parsing.neighbours import text_before
from stages.roles import Roles
from stages.triggers import Trigger
from stages.who.struck import is_of_others
from stages.words.wordlists import words_of

REPEATS = frozenset({"advcl", "acl", "acl:relcl", "obl", "nmod", "xcomp", "obl:agent", "appos"})
NO_MERGE = frozenset({"killing", "wounding", "accusation", "appeal", "rejection", "support"})
LISTED = frozenset({"looting", "arrest", "torture", "siege"})
EASED = frozenset({"restriction", "sanction", "siege", "strike"})
PRESSING = frozenset({"protest", "strike"})
FORCING = frozenset({"riot", "siege", "restriction", "seizure", "abduction"})
WANTED = frozenset({"appeal", "accusation", "rejection"})
# Nouns for what was offered, asked or threatened, under the verb that turns it down, breaks it or complains of it.
OFFERED = {
    "rejection": frozenset({"appeal", "agreement", "threat", "release"}),
    "protest": frozenset({"appeal", "rejection", "accusation"}),
    "strike": frozenset({"appeal", "rejection", "accusation"}),
    "threat": frozenset({"appeal"}),
    "sanction": frozenset({"aid", "cooperation"}),
    "concession": frozenset({"appeal"}),
}
MEETING_FOR = frozenset({"for", "at", "during"})
HITTING = words_of("hitting striking targeting destroying damaging")
DOUBLES = {"agreement": "ceasefire", "concession": "release", "aid": "release"}


def repeats(trigger: Trigger, roles: Roles, other: Trigger, other_roles: Roles) -> bool:
    type_code, dep = trigger.sense.type_code, trigger.head.dep_
    if other.sense.type_code == "appeal" and trigger.sense.pos == "verb" and is_asked_for(trigger.head):
        return True  # "called on them to leave" is one claim, the call
    is_doubled = DOUBLES.get(other.sense.type_code) == type_code and dep in {"obj", "obl", "nmod", "nsubj:pass"}
    if is_doubled or _is_said_of(trigger, other) or is_content(trigger, other):
        return True
    if (
        type_code != other.sense.type_code
        or _is_reason(trigger)
        or _is_another_time(trigger.head)
        or is_of_others(trigger, other)
    ):
        return False
    is_same = _is_met_for(trigger, other) or _is_hit_by(trigger, other) or _is_manner(trigger.head)
    if is_same or (trigger.sense.pos == "noun" and dep in SUBJECTS | {"obj"}):
        return True
    is_aside = type_code == "talks" and dep == "acl:relcl"  # "the envoy, who met him, flew to Oslo"
    is_other_event = (type_code in NO_MERGE or is_aside) and trigger.sense.pos == other.sense.pos
    is_shared = dep == "conj" and type_code in LISTED and "target" in roles.by_name and "target" in other_roles.by_name
    is_listed = dep == "conj" and trigger.sense.pos == other.sense.pos == "noun"
    if not (is_shared or is_listed) and (dep not in REPEATS or is_other_event):
        return False
    return not (_differs(roles, other_roles, "target") or _differs(roles, other_roles, "actor"))


def _is_met_for(trigger: Trigger, other: Trigger) -> bool:
    """ "travelled to Oslo for talks", "met at the summit"."""
    is_noun = trigger.sense.pos == "noun" and trigger.sense.type_code == "talks" and other.sense.pos == "verb"
    return is_noun and trigger.head.dep_ in {"obl", "nmod"} and case_of(trigger.head) in MEETING_FOR


def _is_hit_by(trigger: Trigger, other: Trigger) -> bool:
    """ "fired rockets into the town, hitting a school": what the fire hit."""
    is_attack = trigger.sense.type_code == "attack" and other.sense.pos == "verb"
    return is_attack and trigger.head.dep_ in {"acl", "advcl"} and trigger.head.lower_ in HITTING


def _is_another_time(verb: Token) -> bool:
    """ "the third desertion since May, when ten men deserted": what was then is another event."""
    is_when = any(child.lower_ == "when" and child.dep_ in {"advmod", "mark"} for child in verb.lefts)
    is_set_off = "," in {verb.left_edge.text, text_before(verb.left_edge)}
    return is_when and is_set_off and verb.dep_ in {"advcl", "acl:relcl"}


def _is_manner(verb: Token) -> bool:
    """ "killed him by hanging": the way it was done."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and any(child.lower_ == "by" for child in verb.lefts)


def _is_reason(trigger: Trigger) -> bool:
    """ "a revenge attack for air strikes": what an attack answers is another one."""
    is_named = trigger.sense.pos == "noun" and trigger.head.dep_ in {"nmod", "obl"}
    return is_named and trigger.sense.type_code == "attack" and case_of(trigger.head) in {"for", "over", "after"}


def is_content(trigger: Trigger, other: Trigger) -> bool:
    """Whether an event is only what another is about: "refused to leave", "rejected an offer", "marched to demand".

    What is refused has not happened, and what protesters want is why they protest.
    """
    type_code, about, dep = trigger.sense.type_code, other.sense.type_code, relation_of(trigger.head)
    if about == "rejection" and trigger.sense.pos == "verb" and dep == "xcomp":
        return True
    if about == "threat" and other.sense.pos == "verb" and trigger.sense.pos == "noun":
        return _is_under_infinitive(trigger.head, other.head)
    if dep in {"obj", "obl", "nmod", "nsubj:pass"} and trigger.sense.pos == "noun":
        return type_code in OFFERED.get(about, ())
    is_clause = dep in {"xcomp", "advcl", "acl", "parataxis"} or (dep == "conj" and trigger.head.tag_ == "VBG")
    if trigger.sense.pos != "verb" or not is_clause:
        return False
    return (about in PRESSING and type_code in WANTED) or (about in FORCING and type_code == "appeal")


def _is_under_infinitive(word: Token, verb: Token) -> bool:
    """Whether a word is the object of an infinitive that a verb takes: talks in "threatened to stop talks"."""
    above = word.head
    return word.dep_ in {"obj", "obl"} and above.dep_ == "xcomp" and above.head == verb


def _is_said_of(trigger: Trigger, other: Trigger) -> bool:
    """ "a deal brokered by ...", "protests demanding reform": what a participle says of an event is no other event."""
    if other.sense.type_code == "concession" and trigger.sense.type_code in EASED:
        return trigger.head.dep_ in {"obj", "nsubj:pass"}
    if trigger.sense.pos != "verb" or other.sense.pos != "noun" or trigger.head.dep_ != "acl":
        return False
    pair = other.sense.type_code, trigger.sense.type_code
    return pair in {("agreement", "talks"), ("ceasefire", "talks"), ("talks", "talks"), ("protest", "appeal"),
                    ("protest", "accusation"), ("strike", "appeal"), ("ceasefire", "agreement")}  # fmt: skip


def _differs(roles: Roles, other: Roles, name: str) -> bool:
    one, two = roles.get(name), other.get(name)
    return one is not None and two is not None and one.head.i != two.head.i
