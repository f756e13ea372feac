"""What an attack strikes, where another verb names it, and the clauses that only tell what it did."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import phrase_of
from stages.parsing.heads import SUBJECTS, case_of, obliques_of
from stages.roles import Role, Roles
from stages.triggers import Trigger
from stages.words.wordlists import words_of

SCATTERING = words_of("disperse break scatter repel drive clear")
HARM = words_of("damage harm destruction")
STRIKING = words_of("""
    hit damage destroy strike wreck rip tear shatter level demolish target gut shake blow rock engage suppress
    neutralise neutralize degrade flatten flattened flattening raze razed pound
""")
TEARING = words_of("rip ripped rips tear tore torn tears sweep swept")
MEANT = words_of("target destroy hit strike engage")  # "a raid to destroy the depot"
USING = words_of("using employing")
SERIES = words_of("series wave waves string spate round barrage number")
WHERE = frozenset({"near", "in", "at", "outside", "around"})
LOSSES = frozenset({"killing", "wounding", "arrest"})
LISTED = words_of("killed wounded captured dead missing injured over about some nearly almost around , and")
EFFECTS = frozenset({"looting", "attack"})


def with_struck(trigger: Trigger, roles: Roles) -> Roles:
    """ "the blast damaged two shops", "fired tear gas to break up a rally": what an attack strikes is its target."""
    if trigger.sense.type_code in LOSSES and roles.get("target") is None:
        return _with_loser(trigger, roles)
    if trigger.sense.type_code != "attack" or roles.get("target") is not None:
        return roles
    verb = trigger.head if trigger.sense.pos == "verb" else trigger.head.head
    struck, rule = _dispersed_by(verb), "whom it disperses"
    if struck is None and trigger.sense.pos == "noun":
        noun = _as_subject(trigger.head)
        struck, rule = _struck_by(noun, noun.head), f"what it {noun.head.lower_}"
    if struck is None:
        return roles
    role = Role(phrase_of(struck), struck, struck, rule)
    return Roles({**roles.by_name, "target": role}, roles.counted)


def _with_loser(trigger: Trigger, roles: Roles) -> Roles:
    """ "the Danes lost 80 killed and 20 captured": they are those who were killed and captured."""
    at = trigger.start - 1
    while at > trigger.head.sent.start and (trigger.head.doc[at].tag_ == "CD" or trigger.head.doc[at].lower_ in LISTED):
        at -= 1
    verb = trigger.head.doc[max(at, 0)]
    if verb.lower_ not in {"lost", "losing", "lose"} or at == trigger.start - 1:
        return roles
    loser = next((head for head in verb_arguments(verb).get("subject") if head.ent_type_ != "PERSON"), None)
    actor = roles.get("actor")
    if loser is None or loser.tag_.startswith("PRP") or (actor is not None and actor.head != loser):
        return roles
    kept = {name: role for name, role in roles.by_name.items() if name != "actor"}
    return Roles({**kept, "target": Role(phrase_of(loser), loser, loser, "who lost them")}, roles.counted)


def without_effects(told: list[tuple[Trigger, Roles]]) -> list[tuple[Trigger, Roles]]:
    """Without what an attack of the sentence is said to have done to things: "the strikes destroyed three trucks"."""
    attacks = {
        trigger.head.i for trigger, _ in told if trigger.sense.type_code == "attack" and trigger.sense.pos == "noun"
    }
    return [each for each in told if not _is_effect(each[0], attacks)]


def _is_effect(trigger: Trigger, attacks: set[int]) -> bool:
    verb = trigger.head
    if trigger.sense.pos != "verb" or trigger.sense.type_code not in EFFECTS:
        return False
    if verb.dep_ == "amod" and verb.i > 0 and verb.nbor(-1).text == ";":  # "destroyed a bunker; damaged two routes"
        return any(at in attacks for at in range(verb.sent.start, verb.i))
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    is_own = any(member.i in attacks for child in own for member in (child, *members_of_series(child)))
    if is_own and trigger.sense.type_code == "attack":
        return False  # two words for one attack, which are merged
    if is_own or any(subject.i in attacks for subject in _subjects_of(verb)):
        return True
    objects = (child.i for child in verb.head.children if child.dep_ == "obj")
    is_meant = verb.tag_ == "VB" and verb.lemma_ in MEANT and verb.dep_ in {"acl", "advcl", "xcomp"}
    return is_meant and not attacks.isdisjoint({verb.head.i, *objects})


def _subjects_of(verb: Token) -> Iterator[Token]:
    """The subjects of a verb, or of the one that it goes on from: "engaged a unit; destroyed a bunker"."""
    while not any(child.dep_ in SUBJECTS for child in verb.children):
        if verb.dep_ not in {"conj", "parataxis"} or not verb.head.tag_.startswith("VB"):
            return
        verb = verb.head
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            yield from (child, *members_of_series(child))


def _as_subject(noun: Token) -> Token:
    """ "Near Gao, two strikes hit a depot", "a series of strikes hit": what is taken for the subject stands in."""
    place = noun.head
    is_behind = noun.dep_ in {"conj", "appos"} and place.left_edge.lower_ in WHERE
    return place if place.dep_ in SUBJECTS and (is_behind or noun in members_of_series(place)) else noun


def members_of_series(noun: Token) -> Iterator[Token]:
    """What a series is of: "a series of precision raids", wherever the words of it were hung."""
    if noun.lower_ in SERIES:
        yield from (child for child in noun.rights if child.dep_ == "nmod" and child.tag_.startswith("NN"))


def _struck_by(noun: Token, verb: Token) -> Token | None:
    """What the verb of an attack strikes, what weapons are used against, or what the attack is meant to destroy."""
    if noun.dep_ in SUBJECTS:
        return _object_of_striking(verb)  # where a misread passive has an object too
    if noun.dep_ != "obj":
        return None
    for clause in (*noun.rights, *verb.rights):
        if clause.lower_ in USING:
            against = (token.head for token in clause.subtree if token.lower_ == "against" and token.dep_ == "case")
            return next(against, None)
        if clause.tag_ == "VB" and clause.lemma_ in MEANT and clause.dep_ in {"acl", "advcl", "xcomp"}:
            return next((child for child in clause.children if child.dep_ == "obj"), None)
    return None


def _object_of_striking(verb: Token) -> Token | None:
    """The object of a verb of striking; of "caused damage to" what is damaged."""
    struck = next((child for child in verb.children if child.dep_ == "obj"), None)
    if struck is not None and struck.lower_ in HARM:
        return next((head for owner in (struck, verb) for head in obliques_of(owner).get("to", ())), None)
    if verb.lemma_ in TEARING or verb.lower_ in TEARING:  # "an explosion ripped through a bus"
        return next(iter(obliques_of(verb).get("through", ())), struck)
    return struck if {verb.lemma_, verb.lower_} & STRIKING else None


def _dispersed_by(verb: Token) -> Token | None:
    """ "fired tear gas to break up a rally": whom a deed is meant to scatter."""
    clauses = (child for child in verb.children if child.dep_ in {"advcl", "xcomp"} and child.lemma_ in SCATTERING)
    return next((child for clause in clauses for child in clause.children if child.dep_ == "obj"), None)


def is_of_others(trigger: Trigger, other: Trigger) -> bool:
    """ "strikes in support of soldiers who came under attack": what others did to them is no part of it."""
    noun = trigger.head.head
    is_relative = trigger.head.dep_ == "acl:relcl" and trigger.sense.pos == "verb" and other.sense.pos == "noun"
    return is_relative and noun != other.head and case_of(noun) == "of" and noun.head != other.head
