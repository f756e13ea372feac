"""Texts with names, as tests write them."""

from stages.training.names import Named


def marked(text: str) -> Named:
    """A text in which names stand as [PERSON Ann Lee]."""
    plain, names, at = "", [], 0
    for part in text.replace("[", "\x00[").replace("]", "]\x00").split("\x00"):
        shown = part
        if part.startswith("["):
            label, shown = part[1:-1].split(" ", 1)
            names.append((at, at + len(shown), label))
        plain += shown
        at += len(shown)
    return Named(plain, tuple(names))
