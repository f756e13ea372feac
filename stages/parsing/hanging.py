"""Hanging a word of a parse tree on another, so that it stays a tree."""

from spacy.tokens import Token


def hang(word: Token, head: Token, relation: str | None = None) -> bool:
    """Hang a word on a head (on itself to make it a root), with a relation; nothing where that would close a circle."""
    if word != head and (word.is_ancestor(head) or head.head == word):
        return False
    word.head = head
    if relation is not None:
        word.dep_ = relation
    return True


def text_before(word: Token) -> str:
    """The word before, lower case; nothing at the beginning."""
    return str(word.nbor(-1).lower_) if word.i else ""


def text_behind(word: Token) -> str:
    """The word behind, lower case; nothing at the end."""
    return str(word.nbor(1).lower_) if word.i + 1 < len(word.doc) else ""
