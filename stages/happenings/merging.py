"""One claim for one event of a sentence: triggers that only repeat another are joined to it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from stages.grammar.control import is_asked_for
from stages.grammar.nominals import MEDIATED
from stages.naming.place_names import is_named_battle
from stages.parsing.hanging import text_before
from stages.parsing.heads import SUBJECTS, case_of, relation_of
from stages.roles import Roles
from stages.triggers import Trigger
from stages.who.struck import is_of_others
from stages.words.wordlists import words_of

Told = tuple[Trigger, Roles]

REPEATS = frozenset({"advcl", "acl", "acl:relcl", "obl", "nmod", "xcomp", "obl:agent", "appos"})
GOING = frozenset({"flee", "move", "leave_post", "displace", "resettle"})
LEADING = frozenset({"surrender", "resign", "talk", "flee", "move"})
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
DEMANDED = frozenset({"release", "resignation", "withdrawal", "concession"})
PROTESTING = words_of("""
    march rally protest demonstrate gather strike demonstration sit-in vigil marcher protester demonstrator crowd
""")
MEETING_FOR = frozenset({"for", "at", "during"})
HITTING = words_of("hitting striking targeting destroying damaging")
DOUBLES = {"agreement": "ceasefire", "concession": "release", "aid": "release"}


def merged(told: list[Told]) -> list[Told]:
    """The triggers of a sentence with their roles, without those that tell of another's event."""
    by_head: dict[int, int] = {}
    for position, (trigger, _) in enumerate(told):
        is_light = "light_actor" in trigger.arguments.of and not is_named_battle(trigger.head)
        for verb in trigger.arguments.get("governor") if is_light else ():
            by_head.setdefault(verb.i, position)
    by_head |= {trigger.head.i: position for position, (trigger, _) in enumerate(told)}
    kept = {position: each for position, each in enumerate(told) if not _is_demanded(each[0], by_head, told)}
    for position, (trigger, roles) in enumerate(told):
        for other_position in _above(trigger.head, by_head):
            if other_position not in kept or other_position == position:
                continue
            other, other_roles = kept[other_position]
            if _is_one_defection(trigger, other):
                winner, loser = (other_position, position) if _stays(other) else (position, other_position)
                kept[winner] = told[winner][0], _with_goal(kept.get(winner, told[winner])[1], told[loser])
                kept.pop(loser, None)
                break
            if _repeats(trigger, roles, other, other_roles):
                loser, winner = _choice(position, trigger, other_position, other)
                if loser in kept and winner in kept:
                    is_mediated = kept[loser][0].head.lower_ in MEDIATED
                    if trigger.sense.type_code == other.sense.type_code and not is_mediated:
                        kept[winner] = _joined(kept[winner], _own_of(kept[loser]))
                    kept.pop(loser)
                break
    joined = {roles.get("recipient") for trigger, roles in kept.values() if trigger.sense.type_code == "defection"}
    sides = {role.head.i for role in joined if role is not None}
    return [kept[position] for position in sorted(kept) if kept[position][0].head.i not in sides]


def _is_demanded(trigger: Trigger, by_head: dict[int, int], told: list[Told]) -> bool:
    """ "marched to demand the release of", "a rally calling for the release of": why they protest, and no event."""
    above = [told[position][0] for position in _above(trigger.head, by_head)]
    is_noun = trigger.sense.pos == "noun" and trigger.sense.type_code in DEMANDED
    return is_noun and any(
        other.sense.type_code == "appeal" and other.head.head.lemma_ in PROTESTING for other in above
    )


def _above(head: Token, by_head: dict[int, int]) -> list[int]:
    """Positions of the triggers that a trigger hangs on directly, or through a measure, a list or a participle."""
    found = []
    token = head
    for _ in range(3):
        if token.head == token:
            break
        token = token.head
        if token.i in by_head:
            found.append(by_head[token.i])
            break
    return found


def _stays(trigger: Trigger) -> bool:
    return trigger.sense.type_code == "defection"


def _is_one_defection(trigger: Trigger, other: Trigger) -> bool:
    """Whether two verbs tell of one defection.

    "defected and joined the rebels", "deserted and fled to Turkey", "defected to form ...", and the other way round:
    "surrendered their rifles and joined the rebels", "resigned and went over", "flew to Rome and sought asylum".
    """
    if trigger.sense.pos != "verb" or other.sense.pos != "verb" or _has_own_subject(trigger.head):
        return False
    if _stays(other):
        is_same = _stays(trigger) or trigger.sense.frame in GOING
        return is_same and trigger.head.dep_ in {"conj", "advcl", "xcomp", "acl", "parataxis"}
    is_joined = trigger.head.dep_ == "conj" and trigger.head.head == other.head
    return is_joined and _stays(trigger) and other.sense.frame in LEADING


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _with_goal(roles: Roles, told: Told) -> Roles:
    by_name, (trigger, more) = dict(roles.by_name), told
    left = ("target",) if _stays(trigger) else ()  # who moves is no force left
    for name in ("recipient", "destination", "actor", *left):
        role = more.get(name)
        if name not in by_name and role is not None:
            by_name[name] = replace(role, rule=f"{role.rule}, continued")
    return Roles(by_name, roles.counted or more.counted)


def _repeats(trigger: Trigger, roles: Roles, other: Trigger, other_roles: Roles) -> bool:
    type_code, dep = trigger.sense.type_code, trigger.head.dep_
    if other.sense.type_code == "appeal" and trigger.sense.pos == "verb" and is_asked_for(trigger.head):
        return True  # "called on them to leave" is one claim, the call
    is_doubled = DOUBLES.get(other.sense.type_code) == type_code and dep in {"obj", "obl", "nmod", "nsubj:pass"}
    if is_doubled or _is_said_of(trigger, other) or _is_content(trigger, other):
        return True
    if type_code != other.sense.type_code or _is_reason(trigger) or _is_another_time(trigger.head) or is_of_others(trigger, other):
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


def _is_content(trigger: Trigger, other: Trigger) -> bool:
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


def _choice(position: int, trigger: Trigger, other_position: int, other: Trigger) -> tuple[int, int]:
    """The trigger dropped and the one kept: a noun goes before the verb it is said with, unless that verb is light."""
    if _is_content(trigger, other):
        return position, other_position
    if other.sense.words[0] == "remain" and trigger.sense.pos == "verb":
        return other_position, position  # "who were detained, remain in custody"
    if DOUBLES.get(other.sense.type_code) == trigger.sense.type_code:
        return other_position, position
    if other.sense.type_code == "appeal":
        return position, other_position
    is_eased = other.sense.type_code == "concession" and trigger.sense.type_code in EASED
    if (
        not is_eased
        and trigger.sense.pos == "noun"
        and other.sense.pos == "verb"
        and "light_actor" in trigger.arguments.of
    ):
        return other_position, position
    return position, other_position


def _joined(winner: Told, loser: Told) -> Told:
    """The one kept, with what only the other says: roles, and the mode ("signed a treaty")."""
    (trigger, roles), (other, more) = winner, loser
    if trigger.sense.mode is None and other.sense.mode is not None:
        trigger = replace(trigger, sense=replace(trigger.sense, mode=other.sense.mode))
    return trigger, _completed(roles, more)


def _own_of(told: Told) -> Told:
    """Of talks that people met for only whom they met: "met for the Chad-Niger summit" says nothing of either side."""
    trigger, roles = told
    if trigger.sense.type_code != "talks" or trigger.sense.pos != "noun":
        return told
    return trigger, Roles({name: role for name, role in roles.by_name.items() if ": with" in role.rule}, roles.counted)


def _completed(roles: Roles, more: Roles) -> Roles:
    return Roles({**more.by_name, **roles.by_name}, roles.counted or more.counted)
