"""Functions of a frame beyond those that a trigger's arguments list by name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.parsing.heads import SUBJECTS, described_by, obliques_of, predicated_of
from stages.triggers import Trigger
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

OUSTING = words_of("oust dislodge expel retake recapture destroy eliminate crush remove clear drive rid capture")
BEATING = words_of("beat defeat rout crush overcome vanquish overwhelm repel repulse")
HARM = frozenset(
    {"attack", "killing", "wounding", "arrest", "abduction", "torture", "seizure", "looting", "siege", "deployment"}
)


def heads_at(function: str, trigger: Trigger, vocab: Vocab) -> Iterator[Token]:
    """The heads at a function of the trigger, beyond those its arguments list by name."""
    if function == "self":
        yield trigger.head
    elif function in {"comp_subject", "comp_harmed"}:
        for clause in trigger.arguments.get("comp"):
            subjects = (child for child in clause.children if child.dep_ in SUBJECTS - {"nsubj:pass"})
            yield from subjects if function == "comp_subject" else _harmed_by(clause, vocab)
    elif function == "acl_ousted":
        yield from _ousted_by(trigger.head)
    elif function in {"inflicter", "inflicted"}:
        yield from _inflicting(function, trigger)
    elif function == "beaten":
        yield from _beaten_in(trigger)
    elif function.startswith("governor_"):
        yield from _of_governor(function, trigger)
    elif function == "victim":
        yield from _victims_at(trigger.head)
    elif function in {"described", "predicate_subject"}:
        yield from (described_by if function == "described" else predicated_of)(trigger.head)
    else:
        yield from trigger.arguments.get(function)


def _victims_at(head: Token) -> Iterator[Token]:
    """Who is said to be among the dead: "two guards were among the dead", "among the dead was a guard"."""
    subjects = [child for child in head.children if child.dep_ in SUBJECTS]
    above = head.head
    if subjects:
        yield from subjects
    elif head.dep_ == "xcomp":
        yield from (child for child in above.children if child.dep_ in SUBJECTS)
    elif head.dep_ == "obl" and any(child.dep_ == "cop" for child in above.children):
        yield above


def _harmed_by(verb: Token, vocab: Vocab) -> Iterator[Token]:
    """ "threatened to kill the hostages", "to march on the town": to whom a deed of force would be done."""
    bases = vocab.bases_of(verb.lower_)
    senses = [sense for base in bases for sense in vocab.senses.get(base, ()) if sense.pos == "verb"]
    senses = [sense for sense in senses if sense.type_code in HARM]
    words = {token.lower_ for token in verb.sent[verb.i - verb.sent.start + 1 :]}
    struck = [sense for sense in senses if sense.type_code != "deployment"]  # "warned that it will send | troops"
    said = [sense.words for sense in struck if words.issuperset(sense.words[1:])]
    is_ousting = verb.lemma_ in OUSTING or _is_pushed(verb)
    objects = [child for child in verb.children if child.dep_ == "obj"] if said or is_ousting else []
    yield from (child for child in objects if all(child.lower_ not in each for each in said))  # not "use | force"
    if senses:
        yield from (head for case in ("on", "against", "at") for head in obliques_of(verb).get(case, ()))


def _is_pushed(verb: Token) -> bool:
    """ "push them back", "force them out": away from where they are."""
    away = {"back", "out", "away", "off"}
    return verb.lemma_ in {"push", "force", "drive", "kick", "throw"} and any(
        child.lower_ in away and child.dep_ in {"advmod", "compound:prt"} for child in verb.children
    )


def _ousted_by(noun: Token) -> Iterator[Token]:
    """ "an operation to oust the rebels": whom it is to oust."""
    for clause in noun.children:
        if clause.dep_ in {"acl", "xcomp"} and clause.lemma_ in OUSTING:
            yield from (child for child in clause.children if child.dep_ == "obj")


def _beaten_in(trigger: Trigger) -> Iterator[Token]:
    """ "the Danes beat the Saxons at the battle of Lund": whom they fought."""
    for verb in trigger.arguments.get("governor"):
        if verb.lemma_ in BEATING:
            yield from (child for child in verb.children if child.dep_ in {"obj", "nsubj:pass"})


def _inflicting(function: str, trigger: Trigger) -> Iterator[Token]:
    """ "the patrol inflicted 15 casualties on the rebels": who inflicts them, and on whom."""
    for verb in trigger.arguments.get("governor"):
        if verb.lemma_ == "inflict":
            arguments = verb_arguments(verb)
            yield from arguments.get("subject" if function == "inflicter" else "on")


def _of_governor(function: str, trigger: Trigger) -> Iterator[Token]:
    for verb in trigger.arguments.get("governor"):
        for child in verb.children:
            if (function == "governor_subject" and child.dep_ == "nsubj" and child != trigger.head) or (
                function == "governor_object" and child.dep_ in {"obj", "nsubj:pass"} and child != trigger.head
            ):
                yield child
        if function == "governor_dest":
            is_home = verb.lower_ in {"host", "home"} and trigger.head in verb.subtree  # "is host to", "is home to"
            is_host = is_home or any(child is trigger.head and child.dep_ in {"obj", "nmod"} for child in verb.subtree)
            obliques = obliques_of(verb)
            yield from (head for case in ("to", "into", "in") for head in obliques.get(case, ()))
            if is_host:
                yield from (child for child in verb.children if child.dep_ == "nsubj")
