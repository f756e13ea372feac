"""Word lists written as text."""


def words_of(text: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(text.split())


def numbered(text: str, start: int = 0) -> dict[str, int]:
    """The words of a list, each with its place in it."""
    return {word: place for place, word in enumerate(text.split(), start=start)}
