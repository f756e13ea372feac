"""Whom "the former" and "the latter" mean: the two who were named last."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.noun_phrases import classes_of
from stages.words.people import is_doer
from stages.words.vocab import Vocab

PAIR = frozenset({"former", "latter"})
PARTIES = frozenset({"people", "personname", "side", "agent", "armed", "org", "organisation"})
NAMES = frozenset({"compound", "flat", "nmod:desc", "amod", "appos"})
REACH = 2  # sentences back


def is_of_two(word: Token) -> bool:
    """Whether a word is "the former" or "the latter" and no quality: "the former president"."""
    is_alone = word.dep_ not in {"amod", "compound", "nmod:desc", "advmod"}
    return word.lower_ in PAIR and is_alone and any(child.lower_ == "the" for child in word.lefts)


def one_of_two(word: Token, vocab: Vocab) -> Token | None:
    """The party that "the former" or "the latter" means; None where no two were named."""
    first = next(token for token in word.sent if token == word or is_of_two(token))
    latest: list[Token] = []
    for token in _named_before(first, vocab):
        if all(token.lower_ != other.lower_ for other in latest):
            latest.append(token)
        if len(latest) == len(PAIR):
            break
    if word.lower_ == "latter":
        return latest[0] if latest else None
    return latest[1] if len(latest) == len(PAIR) else None


def _named_before(word: Token, vocab: Vocab) -> Iterator[Token]:
    """Those who could act, nearest first, in the sentence of a word and the one before it."""
    start = word.sent.start
    for _ in range(REACH - 1):
        start = word.doc[start - 1].sent.start if start else 0
    for token in reversed(word.doc[start : word.i]):
        is_head = token.tag_.startswith("NN") and token.dep_ not in NAMES
        if is_head and _is_party(token, vocab):
            yield token


def _is_party(noun: Token, vocab: Vocab) -> bool:
    """Whether a noun is of those who act: "the army", "the blockaders", "Omar Sow", a state, and no road or town."""
    classes = classes_of(noun, vocab)
    if noun.ent_type_ == "LOC" or not classes.isdisjoint({"place", "site", "placename"}):
        return noun.dep_ in {"nsubj", "nsubj:pass"} and "country" in classes
    is_doing = noun.tag_ == "NNS" and noun.lower_.endswith(("ers", "ors"))
    return is_doing or is_doer(noun) or not classes.isdisjoint(PARTIES)
