"""The military unit that acts in an event, or that those who act have left."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from stages.grammar.noun_phrases import phrase_of
from stages.happenings.in_sentences import Happening
from stages.parsing.heads import obliques_of
from stages.words.wordlists import words_of

UNITS = words_of("""
    brigade brigades battalion battalions regiment regiments division divisions company squadron squadrons corps
    platoon directorate garrison unit units battery legion fleet
""")


def unit_of(happening: Happening) -> Span | None:
    """The first unit named in the force left, in the actor's phrase, or in what hangs on it."""
    for name in ("target", "actor"):
        role = happening.roles.get(name)
        if role is None:
            continue
        for head in _heads(role.head):
            if head.lower_ in UNITS:
                return phrase_of(head, is_listed=False)
    along = happening.trigger.arguments.get("with")  # "mutinied with the Eighth Division"
    return next((phrase_of(head, is_listed=False) for head in along if head.lower_ in UNITS), None)


def _heads(head: Token) -> Iterator[Token]:
    yield head
    for case in ("of", "in", "from", "with"):
        for other in obliques_of(head).get(case, ()):
            yield other
            yield from (child for child in other.children if child.dep_ in {"appos", "nmod", "conj"})
    yield from (child for child in head.children if child.dep_ in {"compound", "appos"})
