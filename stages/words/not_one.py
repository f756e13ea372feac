"""Nobody, told by the one whom it denies."""

from spacy.tokens import Token

from stages.words.wordlists import words_of

SCARCELY = words_of("not hardly scarcely barely")
SINGLE = words_of("one a any even")


def is_not_one(noun: Token) -> bool:
    """ "not one officer", "not a single soldier", "hardly any troops"; and no "not one but three"."""
    words = [token.lower_ for token in noun.doc[noun.left_edge.i : noun.i + 2]]
    return len(words) > 2 and words[0] in SCARCELY and words[1] in SINGLE and words[2] != "but"
