"""The words beside a word, and whether it is the first or the last of its sentence."""

from spacy.tokens import Token


def text_before(word: Token) -> str:
    """The word before, lower case; nothing at the beginning."""
    return str(word.nbor(-1).lower_) if word.i else ""


def text_behind(word: Token) -> str:
    """The word behind, lower case; nothing at the end."""
    return str(word.nbor(1).lower_) if word.i + 1 < len(word.doc) else ""


def opens_sentence(word: Token) -> bool:
    """Whether a word begins its sentence; for a word, asking for its whole sentence takes ten times as long."""
    return bool(word.i == 0 or word.is_sent_start)


def ends_sentence(word: Token) -> bool:
    """Whether a word ends its sentence."""
    return bool(word.i + 1 == len(word.doc) or word.nbor(1).is_sent_start)


def previous_word(word: Token) -> Token:
    """The word before in the same sentence; the word itself where it is the first."""
    return word if opens_sentence(word) else word.nbor(-1)


def next_word(word: Token) -> Token:
    """The word behind in the same sentence; the word itself where it is the last."""
    return word if ends_sentence(word) else word.nbor(1)


def sentences_between(earlier: Token, later: Token) -> int:
    """How many sentences begin behind one word and up to another: 0 within a sentence or where it comes first."""
    return sum(bool(token.is_sent_start) for token in later.doc[earlier.i + 1 : later.i + 1])
