"""Bearing: whether a document speaks of conflict or politics at all; elsewhere a figure of speech carries no claim."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from stages.happenings import Happening
from stages.noun_phrases import classes_of
from stages.vocab import Vocab

PUBLIC = frozenset(
    {
        "force", "police", "rebel", "militant", "regime", "weapon", "munition", "prisoner", "displaced", "protester",
        "official", "uprising",
    }
)  # fmt: skip
PEOPLE = frozenset({"people", "civilian", "armed", "side", "agent"})
# Set on the bundled corpus: its pages on cooking, gardens, software, football and shares hold at most four different
# such words, and at most 25 in a thousand words; its shortest pages of news hold five, or 40 in a thousand.
FEW = 5
SHARE = 0.040
LEAST_SHARE = 0.008


def is_quiet(doc: Doc, vocab: Vocab) -> bool:
    """Whether hardly a word of the document speaks of forces, rulers, rebels, protesters, prisoners or arms."""
    words = [token.lower_ for token in doc if token.is_alpha]
    public = [word for word in words if not PUBLIC.isdisjoint(vocab.classes_of(word))]
    share = len(public) / max(len(words), 1)
    return share < LEAST_SHARE or (len(set(public)) < FEW and share < SHARE)


def borne_out(happenings: Sequence[Happening], sent: Span, vocab: Vocab) -> list[Happening]:
    """In a quiet document, the happenings of people, if the sentence names a force, a ruler, a prisoner beside them."""
    triggers = {token.i for happening in happenings for token in happening.trigger.span}
    around = (token.lower_ for token in sent if token.i not in triggers)
    if not any(not PUBLIC.isdisjoint(vocab.classes_of(word)) for word in around):
        return []
    return [happening for happening in happenings if _is_of_people(happening, vocab)]


def _is_of_people(happening: Happening, vocab: Vocab) -> bool:
    roles = (happening.roles.get(name) for name in ("actor", "target"))
    return any(role is not None and not PEOPLE.isdisjoint(classes_of(role.head, vocab)) for role in roles)
