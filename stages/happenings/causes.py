"""What caused an event: a blast "caused by a car bomb" is one event, a clause with a doer of its own another."""

from __future__ import annotations

from spacy.tokens import Token

from stages.parsing.heads import AGENTS, case_of
from stages.roles import Roles
from stages.triggers import Trigger
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

CAUSING = words_of("caused triggered set blamed attributed")
BY = frozenset({"by", "on", "to"})


def without_causes(told: list[tuple[Trigger, Roles]]) -> list[tuple[Trigger, Roles]]:
    """Without the bombs that only caused the explosion a sentence tells of, which takes the roles told of them."""
    by_head = {trigger.head.i: at for at, (trigger, _) in enumerate(told) if trigger.sense.type_code == "attack"}
    found = list(told)
    dropped: set[int] = set()
    for at, (trigger, roles) in enumerate(told):
        subject = _caused_by(trigger.head) if trigger.sense.pos == "noun" and trigger.head.i in by_head else None
        whole = by_head.get(subject.i) if subject is not None else None
        if whole is None or told[whole][0].sense.mode not in {None, trigger.sense.mode}:
            continue
        caused, own = found[whole]
        found[whole] = caused, Roles({**roles.by_name, **own.by_name}, own.counted)
        dropped.add(at)
    return [each for at, each in enumerate(found) if at not in dropped]


def _caused_by(noun: Token) -> Token | None:
    """The subject of the verb that says what caused it, past "is believed to have been"."""
    verb = noun.head
    is_agent = noun.dep_ in AGENTS or (noun.dep_ == "obl" and case_of(noun) in BY)
    if not is_agent or verb.lower_ not in CAUSING:
        return None
    verb = verb.head if verb.dep_ == "xcomp" else verb
    return next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubj:pass"}), None)


def is_next_clause(verb: Token) -> bool:
    """ "police burned huts, and mortar fire killed two": behind a comma and "and" another deed has its own doer."""
    link = next((child for child in verb.lefts if child.dep_ == "cc"), None)
    is_set_off = verb.dep_ == "conj" and link is not None and link.i > 0 and link.nbor(-1).text == ","
    return is_set_off and any(child.dep_ == "nsubj" and not is_person_noun(child) for child in verb.lefts)


def is_reason(verb: Token) -> bool:
    """ "fired on the crowd two days after an officer was stabbed": what came before an attack is not its effect."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod", "case"}}
    is_own = any(child.dep_.startswith("nsubj") for child in verb.lefts)
    return verb.dep_ == "advcl" and is_own and not marks.isdisjoint({"after", "because", "since"})


def is_meanwhile(verb: Token) -> bool:
    """ "shot two men, while a mosque was burned down": nobody says that who shot the men burned it."""
    words = {word.lower_ for child in verb.lefts for word in (child, *child.lefts)}
    return "while" in words and any(child.dep_ == "nsubj:pass" for child in verb.lefts)
