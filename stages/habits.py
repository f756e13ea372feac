"""What is said to happen as a rule."""

from spacy.tokens import Token

from stages.wordlists import words_of

HABITS = words_of("routinely usually typically invariably normally traditionally customarily habitually")


def is_habit(head: Token) -> bool:
    """ "which routinely end in fights": what happens as a rule is no event."""
    present = (token for token in (head, head.head) if _is_present(token))
    return any(child.dep_ == "advmod" and child.lower_ in HABITS for token in present for child in token.children)


def _is_present(verb: Token) -> bool:
    """Whether a verb stands in the present, active or passive: "are usually carried out"."""
    is_passive = verb.tag_ == "VBN" and any(child.lower_ in {"is", "are"} for child in verb.lefts)
    return is_passive or verb.tag_ in {"VBP", "VBZ"}
