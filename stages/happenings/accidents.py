"""Accidents: who dies in a crash or an earthquake is killed by nobody, and asking why accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from stages.grammar.noun_phrases import classes_of
from stages.happenings.in_sentences import Happening
from stages.parsing.heads import NOUN_SUBJECTS, obliques_of
from stages.roles import Roles
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

ACCIDENTS = words_of("""
    accident accidents derail derails derailed derailment derailing collision collides collided capsizes capsized
    capsizing shipwreck blizzard
    snowstorm earthquake quake tsunami hurricane typhoon cyclone tornado avalanche landslide mudslide mudslides
    avalanches
""")
# Of themselves these may be deeds: a car that crashed into a crowd.
CRASHES = words_of("crash crashes crashed overturned overturning wreckage")
DEEDS = words_of("""
    attack attacks attacked attacker attackers terror terrorist terrorists terrorism shooting gunman gunmen shooter bomb
    bombs bombing bombings bomber bombers militant militants rebel rebels rammed ramming shot downed downing fired
""")
HARM = frozenset({"killing", "wounding"})
DOERS = frozenset({"people", "armed", "side", "munition", "weapon", "agent"})
ASKING = ("investigat", "probe", "probing", "inspect", "inquir", "question")
FEWEST = 3
# Reports of a crash have at least six such words in a thousand, and hardly one of a deed.
SHARE = 0.006


def is_of_accident(doc: Doc) -> bool:
    """Whether the document is a report of a crash or a disaster, and of no attack."""
    words = [token.lower_ for token in doc if token.is_alpha]
    count = sum(word in ACCIDENTS or word in CRASHES for word in words)
    return count >= max(FEWEST, SHARE * len(words)) and count > 2 * sum(word in DEEDS for word in words)


def without_accidents(happenings: Sequence[Happening], sent: Span, *, is_report: bool, vocab: Vocab) -> list[Happening]:
    """The happenings that somebody did; deaths of soldiers stay, whatever they died of."""
    words = {token.lower_ for token in sent}
    if not words.isdisjoint(DEEDS) or not (is_report or not words.isdisjoint(ACCIDENTS)):
        return list(happenings) if words.isdisjoint(CRASHES) else [_without_craft(each, vocab) for each in happenings]
    return [each for each in happenings if not _is_of_accident(each, vocab)]


def _without_craft(happening: Happening, vocab: Vocab) -> Happening:
    """ "The jet crashed after an engine failed, killing its crew": a craft that crashes kills nobody as who does it."""
    actor = happening.roles.get("actor")
    if happening.trigger.sense.type_code not in HARM or actor is None:
        return happening
    crash = actor.head.head
    is_crashed = crash.lower_ in CRASHES and actor.head.dep_ in NOUN_SUBJECTS and "into" not in obliques_of(crash)
    if not is_crashed or {"vehicle", "aircraft"}.isdisjoint(classes_of(actor.head, vocab)):
        return happening
    kept = {name: role for name, role in happening.roles.by_name.items() if name != "actor"}
    return replace(happening, roles=Roles(kept, happening.roles.counted))


def _is_of_accident(happening: Happening, vocab: Vocab) -> bool:
    type_code = happening.trigger.sense.type_code
    if type_code == "accusation":
        return any(word in happening.trigger.span.text.lower() for word in ASKING)
    actor, target = happening.roles.get("actor"), happening.roles.get("target")
    is_done = actor is not None and not DOERS.isdisjoint(classes_of(actor.head, vocab))
    is_soldier = target is not None and "force" in classes_of(target.head, vocab)
    return type_code in HARM and not is_done and not is_soldier
