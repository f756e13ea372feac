"""Weapons, which act for those who have them and are no actors themselves."""

from __future__ import annotations

from spacy.tokens import Token

from stages.parsing.heads import SUBJECTS, case_of
from stages.words.vocab import Place, Vocab
from stages.words.wordlists import words_of

WAYS = words_of("plane helicopter bus train ship boat truck ferry ambulance road rail sea air land force decree")
MEANS = frozenset({"munition", "weapon"})
BEARING = frozenset({"people", "personname", "aircraft", "vehicle", "organisation", "armed", "name"})
CREWED, OWNERS = words_of("artillery guns mortars howitzers"), frozenset({"agent", "side", "nationality"})
MOST_LETTERS = 4  # of the acronym of a group that a weapon's name in capitals might be


def is_weapon(place: Place, head: Token, classes: frozenset[str], vocab: Vocab) -> bool:
    """Whether what would act is a weapon: "shells hit the port", "MORTAR KILLS TWO", "a Claymore attack"."""
    is_one = _is_means(classes) or _is_plain(place, head, vocab) or _is_of_many(head, vocab)
    return _is_way(head) or (is_one and not _is_manned(head, vocab))


def _is_way(head: Token) -> bool:
    """ "evacuated by plane", "freed by force": a bare thing behind "by" says how."""
    return case_of(head) == "by" and head.lower_ in WAYS and head.n_lefts == 1


def _is_of_many(number: Token, vocab: Vocab) -> bool:
    """ "Rockets were fired. Two of them killed a man": whether "them" are the weapons of the sentence before."""
    is_part = number.tag_ == "CD" and any(child.lower_ == "them" for child in number.rights)
    if not is_part or number.sent.start == 0:
        return False
    before = number.doc[number.doc[number.sent.start - 1].sent.start : number.sent.start]
    many = (token for token in reversed(before) if token.tag_ == "NNS" and token.dep_ in {*SUBJECTS, "obj"})
    named = next(many, None)
    return named is not None and _is_means(vocab.classes_of(named.lower_))


def _is_means(classes: frozenset[str]) -> bool:
    return not classes.isdisjoint(MEANS) and classes.isdisjoint(BEARING)


def _is_plain(place: Place, head: Token, vocab: Vocab) -> bool:
    """Whether a word is a weapon's by itself, whomever or whatever the model takes it for: "Missiles struck"."""
    is_word = head.tag_ in {"NN", "NNS"} or (head.is_upper and len(head) > MOST_LETTERS)
    return (is_word or place.function == "compound") and _is_means(vocab.classes_of(head.lower_))


def _is_manned(head: Token, vocab: Vocab) -> bool:
    """ "government artillery", "the army's guns": who has them acts with them."""
    owners = (child for child in head.lefts if child.dep_ in {"compound", "amod", "nmod:poss"})
    return head.lower_ in CREWED and any(not OWNERS.isdisjoint(vocab.classes_of(owner.lower_)) for owner in owners)
