"""Roles kept apart: nobody is done to by himself through a pronoun, and where it was is not where they went."""

from stages.coreference import other_antecedent_of
from stages.noun_phrases import phrase_of
from stages.roles import Role, Roles
from stages.vocab import Vocab


def parted(roles: Roles, vocab: Vocab) -> Roles:
    """The roles with a target that is not the actor again, and no destination that only says where."""
    by_name = dict(roles.by_name)
    destination = by_name.get("destination")
    if "recipient" in by_name and destination is not None and destination.rule.endswith(": in"):
        by_name.pop("destination")  # "defected to the rebels in Kayin"
    actor, target = by_name.get("actor"), by_name.get("target")
    if actor is not None and target is not None and _is_taken_for(target, actor):
        by_name["target"] = _done_to(target, actor, vocab)
    return Roles(by_name, roles.counted)


def _is_taken_for(target: Role, actor: Role) -> bool:
    return actor.head.i == target.head.i and target.filler.i != target.head.i


def _done_to(target: Role, actor: Role, vocab: Vocab) -> Role:
    """ "The gunmen stopped the passengers and shot them": whom the pronoun means beside those who act."""
    pronoun = target.filler
    other = other_antecedent_of(pronoun, vocab, actor.head)
    if other is None:
        return Role(phrase_of(pronoun), pronoun, pronoun, target.rule)
    return Role(phrase_of(other), other, pronoun, target.rule)
