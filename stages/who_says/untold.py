"""What somebody does not tell of, though he speaks in the same sentence: what he feels, contradicts or denies."""

from spacy.tokens import Token

from stages.how_sure.beside_denials import is_known_in_denial
from stages.how_sure.granted import contradicted_above
from stages.who_says.quotes import quote_around
from stages.who_says.said_clauses import felt_above, is_aside

BESIDE = ("said", "according to", "counted by")  # by these a sentence names who tells it
DENIED = (": deny", ": reject")


def is_untold_by(speaker: Token, rule: str, trigger: Token) -> bool:
    """ "contrary to rumours spread by rebels, who claimed to have shot her", "denied a role in the blast"."""
    denied, felt = contradicted_above(trigger), felt_above(trigger)
    is_outside = (denied is not None and speaker.i > denied.i) or (felt is not None and speaker.i < felt.i)
    is_beside = rule.startswith(BESIDE) and is_aside(trigger) and quote_around(trigger) is None
    is_denier = rule.endswith(DENIED) or rule.startswith("rebutted by")
    return is_outside or is_beside or (is_denier and is_known_in_denial(trigger))
