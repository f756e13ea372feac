"""One claim for one event of a sentence: triggers that only repeat another are joined to it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from stages.grammar.nominals import MEDIATED
from stages.happenings.repeats import DOUBLES, EASED, is_content, repeats
from stages.naming.place_names import is_named_battle
from stages.parsing.heads import SUBJECTS
from stages.roles import Roles
from stages.triggers import Trigger
from stages.words.wordlists import words_of

Told = tuple[Trigger, Roles]

GOING = frozenset({"flee", "move", "leave_post", "displace", "resettle"})
LEADING = frozenset({"surrender", "resign", "talk", "flee", "move"})
DEMANDED = frozenset({"release", "resignation", "withdrawal", "concession"})
PROTESTING = words_of("""
    march rally protest demonstrate gather strike demonstration sit-in vigil marcher protester demonstrator crowd
""")


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
            if repeats(trigger, roles, other, other_roles):
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


def _choice(position: int, trigger: Trigger, other_position: int, other: Trigger) -> tuple[int, int]:
    """The trigger dropped and the one kept: a noun goes before the verb it is said with, unless that verb is light."""
    if is_content(trigger, other):
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
