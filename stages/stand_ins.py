"""Numbers and pronouns that stand in for people named beside them: "three of whom", "she was the fourth envoy to"."""

from __future__ import annotations

from spacy.tokens import Token

from stages.noun_phrases import classes_of
from stages.vocab import Vocab


def of_whom(number: Token, vocab: Vocab) -> Token | None:
    """The people of whom a number is a part: "treated 45 fighters, three of whom died"."""
    is_part = any(child.dep_ == "nmod" and child.lower_ == "whom" for child in number.rights)
    at = number.i - 1
    if not is_part or at <= number.sent.start or number.doc[at].text != ",":
        return None
    before = number.doc[at - 1]
    return before if before.tag_ == "NNS" and _is_people(before, vocab) else None


def _is_people(noun: Token, vocab: Vocab) -> bool:
    return not classes_of(noun, vocab).isdisjoint({"people", "armed", "side"})


def predicate_of(pronoun: Token, verb: Token) -> Token | None:
    """The noun that says who a pronoun is: in "She was the fourth envoy to quit" the envoy quits."""
    noun = verb.head
    is_said = verb.dep_ in {"acl", "acl:relcl"} and pronoun.head == noun and noun.tag_ == "NN"
    return noun if is_said and any(child.dep_ == "cop" for child in noun.lefts) else None
