"""Lines of an explanation: a label, what stands there, and the rule behind it."""

from rich.text import Text

from warehouse.site.words import visible

LABEL = 15  # columns of a line's label
HEAD, RULE = "bold", "dim"


def line(label: str, words: object, rule: object = None) -> Text:
    """A label, what stands there, and the rule behind it."""
    text = Text(f"  {label:<{LABEL}}").append(told_in(words))
    return text.append(f"  · {told_in(rule)}", RULE) if rule else text


def told_in(words: object) -> str:
    """Words in one line, each character that would act on its neighbours as its code point."""
    return " ".join(visible("" if words is None else str(words)).split())
