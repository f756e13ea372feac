"""Who stands on the other side of what is had with somebody: "left under a truce with the rebels", "killed in clashes
with police", "flew home after talks with the envoy"."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.agreement import is_verbal
from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of, content_head, phrase_of
from stages.grammar.voice import is_passive
from stages.parsing.heads import case_of
from stages.roles import OF_ANOTHER, Role, Roles
from stages.triggers import Trigger
from stages.who.coreference import antecedent_of
from stages.words.people import is_nobody, is_person_noun
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

SIDED = frozenset({"clash", "ceasefire", "agreement", "talks"})
SIDES = frozenset({"people", "armed", "side", "agent", "regime", "state", "personname", "organisation", "military"})
STATE = frozenset({"force", "police", "regime"})
AROUND = words_of("in after before during amid under for following since through at by at on ahead until")
LASTING = words_of("""
    day days night nights week weeks month months year years hour hours round rounds series spate stage string part
    lack wake course outbreak
""")
BYSTANDERS = words_of("""
    people person civilian civilians resident residents child children woman women others bystander bystanders villager
    villagers man men dozens scores hundreds thousands passer-by boy girl baby
""")
SHOOTING = words_of("shootout shootouts shoot-out gunfight gunfights firefight firefights gunbattle gunbattles")
FACING = words_of("face suffer see witness experience endure undergo")
VISITS = words_of("visit visits trip trips tour tours")
TRAVELLING = words_of("""
    go leave depart arrive fly travel board return head say tell speak announce begin start end be come land meet gather
    convene assemble sit
""")


def with_other_side(trigger: Trigger, roles: Roles, events: frozenset[int], vocab: Vocab) -> Roles:
    """The roles with the one of two sides that the sentence names as what the clause around is about."""
    is_sided = trigger.sense.type_code in SIDED and trigger.sense.pos == "noun"
    if not is_sided or roles.get("actor") is not None:
        return roles
    opposite = roles.get("recipient") or roles.get("target")
    is_had_with = opposite is not None and opposite.rule.endswith((": with", ": against"))
    is_for = trigger.sense.type_code == "talks" and case_of(trigger.head) == "for"  # "met in Oslo for talks"
    is_visit = trigger.head.lower_ in VISITS or is_for
    verb = _clause_around(trigger.head) if is_visit or is_had_with else None
    is_stay = verb is not None and (verb.lemma_ not in TRAVELLING or verb.dep_ in {"acl", "acl:relcl"})
    is_stay = is_stay and not (verb is not None and case_of(trigger.head) == "on" and _is_there(verb))
    side = _subject_of(verb) if verb is not None and not (is_visit and is_stay) else None
    named = side and (antecedent_of(side, vocab) or side)
    is_event = side is not None and side.i in events
    if verb is None or side is None or named is None or is_event or not _is_side(named, vocab):
        return roles
    if opposite is not None and named.i == opposite.head.i:
        return roles
    role = Role(phrase_of(named), named, side, f"{trigger.sense.frame}: subject of {verb.lower_}")
    return Roles({**roles.by_name, "actor": role}, roles.counted)


def _clause_around(noun: Token) -> Token | None:
    """The verb that says what happened in, after or under an event, or for it."""
    token = noun
    for _ in range(3):
        case, above = case_of(token), token.head
        if token.dep_ not in {"obl", "nmod"} or case is None or above == token:
            return None
        if is_verbal(above):
            return above if case in AROUND else None
        if above.lower_ not in LASTING or case not in {"of", "for"}:
            return None
        token = above
    return None


def _is_there(place: Token) -> bool:
    """Whether a predicate is a place: "who is in Lima on a visit", "is here on a visit"."""
    is_place = place.lower_ in {"here", "there"} or case_of(place) in {"in", "at"}
    return is_place and any(child.dep_ == "cop" for child in place.lefts)


def _subject_of(verb: Token) -> Token | None:
    arguments = verb_arguments(verb)
    heads = arguments.get("object" if arguments.is_passive else "subject")
    return content_head(heads[0]) if heads else None


def _is_side(noun: Token, vocab: Vocab) -> bool:
    is_one = noun.lower_ not in BYSTANDERS and not is_nobody(noun) and noun.tag_ != "CD"
    return is_one and not classes_of(noun, vocab).isdisjoint(SIDES)


def killer_in(cause: Trigger, effect: Trigger, victim: Role | None, vocab: Vocab) -> Role | None:
    """With whom those who fell in a fight had it: "killed in a shootout with police".

    Of the state's own nobody fell to the state where others fought it: "shot a guard as mourners clashed with police".
    """
    is_fight = cause.sense.type_code == "clash" or cause.head.lower_ in SHOOTING
    is_subject = cause.head.dep_ == "nsubj" and cause.head.head == effect.head  # "clashes with police left ten dead"
    is_undergone = is_subject or is_passive(effect.head) or effect.sense.frame in {"die", "sustain"}
    is_suffered = effect.sense.pos == "verb" and is_undergone
    if not is_fight or not is_suffered or effect.sense.type_code not in {"killing", "wounding", "attack"}:
        return None
    fallen = classes_of(victim.head, vocab) if victim is not None and cause.sense.pos == "verb" else frozenset()
    own = frozenset() if fallen.isdisjoint(STATE) else STATE
    sides = ((head, classes_of(head, vocab)) for head in cause.arguments.get("with"))
    foe = next((head for head, kinds in sides if not kinds.isdisjoint(SIDES) and kinds.isdisjoint(own)), None)
    return Role(phrase_of(foe), foe, foe, f"{effect.sense.frame}: with{OF_ANOTHER}{cause.span.text}") if foe else None


def is_sufferer(own: Role, effect: Trigger, cause: Trigger, struck: Role | None) -> bool:
    """Whether the doer that the words give an effect suffered its cause.

    "Tunis has faced attacks, killing dozens"; "an attack on a vehicle that wounded two".
    """
    verb, above = effect.head.head, cause.head.head if cause.head.dep_ == "nmod" else cause.head
    is_faced = above.dep_ == "obj" and above.head == verb and verb.lemma_ in FACING and own.head.head == verb
    is_thing = struck is not None and struck.head.i == own.head.i and not is_person_noun(own.head)
    return is_faced or (is_thing and effect.head.dep_ == "acl:relcl")
