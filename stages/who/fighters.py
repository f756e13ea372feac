"""Who fought in a battle that the sentence only sets somebody's deed in: "lost ten men at the Battle of Bory"."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of, phrase_of
from stages.parsing.heads import case_of
from stages.roles import Role, Roles
from stages.triggers import Trigger
from stages.words.people import is_nobody
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

WHERE = frozenset({"in", "at", "during"})
FIGHTERS = frozenset({"armed", "force", "rebel", "militant", "police", "military", "side", "troops", "militarything"})
PEOPLES = frozenset({"nationality", "state"})
AGAINST = words_of(
    "kill defeat rout crush beat destroy sink sank sunk repel stop halt overwhelm capture attack engage face"
)
FIGHTING = AGAINST | words_of("lose suffer inflict break resist fight retreat advance withdraw win push force drive")


def with_fighters(trigger: Trigger, roles: Roles, events: frozenset[int], vocab: Vocab) -> Roles:
    """The roles of a fight with those who fight in it, and whom they kill or defeat there."""
    verb = trigger.head.head
    if trigger.head.dep_ == "nmod" and verb.dep_ == "obj":
        verb = verb.head  # "lost ten men at the Battle of Bory", and not "a blow for both sides in the battle"
    is_fight = trigger.sense.type_code == "clash" and trigger.sense.pos == "noun"
    is_decided = trigger.head.dep_ == "obj" and verb.lemma_ in {"win", "lose"}
    is_within = case_of(trigger.head) in WHERE and trigger.head.dep_ in {"obl", "nmod"} and verb.lemma_ in FIGHTING
    if not is_fight or not (is_within or is_decided):
        return roles
    if roles.get("actor") is not None or roles.get("target") is not None:
        return roles
    arguments = verb_arguments(verb)
    doer = next(iter(arguments.get("subject")), None)
    if arguments.is_passive or doer is None or doer.i in events or not _may_fight(doer, vocab):
        return roles
    found = {"actor": _role(doer, trigger, verb)}
    foe = next(iter(arguments.get("object")), None) if verb.lemma_ in AGAINST else None
    if foe is not None and foe.i not in events and _may_fight(foe, vocab):
        found["target"] = _role(foe, trigger, verb)
    elif verb.lemma_ == "capture":
        return roles  # "captured a town in the battle": the deed has its own row, and who fought is not told
    return Roles({**roles.by_name, **found}, roles.counted)


def _role(head: Token, trigger: Trigger, verb: Token) -> Role:
    return Role(phrase_of(head), head, head, f"{trigger.sense.frame}: beside {verb.lower_}")


def _may_fight(noun: Token, vocab: Vocab) -> bool:
    kinds = classes_of(noun, vocab)
    is_people = noun.tag_ in {"NNPS", "NNP"} and not kinds.isdisjoint(PEOPLES)
    return not is_nobody(noun) and (not kinds.isdisjoint(FIGHTERS) or is_people)
