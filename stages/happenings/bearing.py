"""Bearing: how much a document speaks of conflict and politics; elsewhere a figure of speech carries no claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from stages.grammar.noun_phrases import classes_of
from stages.happenings.in_sentences import Happening
from stages.words.vocab import Vocab

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
# What firms, stars and neighbours also do to each other: of them it is no event of politics.
CIVIL = frozenset(
    {
        "support", "rejection", "agreement", "appeal", "threat", "accusation", "concession", "cooperation", "aid",
        "talks", "resignation", "restriction", "strike",
    }
)  # fmt: skip
# In stories of firms and stars these are mostly quarrels, hurt feelings and figures of speech.
FIGURES = frozenset({"clash", "displacement", "siege", "seizure", "deployment", "riot", "release", "looting"})
PARTIES = PUBLIC | {"state", "country", "nationality", "election"}
# Of their words, pages on politics, courts and war have 44 in a thousand and more, those on firms, stars, science and
# sport mostly fewer than 35.
LEAST_PARTIES = 0.040


def is_quiet(doc: Doc, vocab: Vocab) -> bool:
    """Whether hardly a word of the document speaks of forces, rulers, rebels, protesters, prisoners or arms."""
    words = [token.lower_ for token in doc if token.is_alpha]
    public = [word for word in words if not PUBLIC.isdisjoint(vocab.classes_of(word))]
    share = len(public) / max(len(words), 1)
    return share < LEAST_SHARE or (len(set(public)) < FEW and share < SHARE)


def is_private(doc: Doc, vocab: Vocab) -> bool:
    """Whether the document speaks little of forces, rulers, rebels, states and nations: of trade, science or stars."""
    words = [token.lower_ for token in doc if token.is_alpha]
    return sum(_is_party(word, vocab) for word in words) < LEAST_PARTIES * len(words)


def with_parties(happenings: Sequence[Happening], sent: Span, vocab: Vocab) -> list[Happening]:
    """In a private document, no claim of what firms and stars agreed, asked, refused or fought over; the rest stays."""
    return [each for each in happenings if _is_public(each, sent, vocab)]


def _is_public(happening: Happening, sent: Span, vocab: Vocab) -> bool:
    sense = happening.trigger.sense
    if sense.type_code in CIVIL:
        return _has_party(happening, vocab)
    target = happening.roles.get("target")
    is_plain = sense.type_code == "attack" and sense.mode is None
    is_of_things = is_plain and (target is None or "people" not in classes_of(target.head, vocab))
    if sense.type_code in FIGURES or is_of_things:
        return any(_is_party(token.lower_, vocab) for token in sent)
    return True


def _has_party(happening: Happening, vocab: Vocab) -> bool:
    spans: Iterable[Span] = (role.span for role in happening.roles.by_name.values())
    return any(_is_party(token.lower_, vocab) and not _is_of_firm(token, vocab) for span in spans for token in span)


def _is_of_firm(token: Token, vocab: Vocab) -> bool:
    """A nation in a firm's name: "American Airlines"."""
    return token.ent_type_ == "ORG" and "nationality" in vocab.classes_of(token.lower_)


def _is_party(word: str, vocab: Vocab) -> bool:
    return not PARTIES.isdisjoint(vocab.classes_of(word))


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
