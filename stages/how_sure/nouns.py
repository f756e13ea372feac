"""What nouns make of what hangs on them: plans, fears, claims, attempts."""

from collections.abc import Iterator

from stages.how_sure.granted import Link, is_yet_to_be
from stages.how_sure.kept import is_kept
from stages.how_sure.markers import Status, hedges_on, negations_on
from stages.words import modality
from stages.words.speech import lemma_of

ORDERS = frozenset({"order", "command", "instruction"})
UNDOING = frozenset({"failure", "inability", "refusal"})
KEEPING = frozenset({"follow", "implement", "observe", "obey", "enforce", "respect", "violate", "breach", "flout"})


def under_noun(link: Link, lemma: str) -> Iterator[Status]:
    """What a noun makes of what hangs on it: "plans for a rally", "fears of a massacre", "claims of torture"."""
    if link.relation not in {"nmod", "acl", "compound", "ccomp", "nmod:poss", "amod", "dep", "obl"}:
        return
    singular = lemma.removesuffix("s")
    if link.relation == "acl" and is_yet_to_be(link):
        yield Status("planned", f"{lemma} to")
    between = link.head.doc[link.head.i : link.token.i]
    if singular in modality.CHOICES and any(token.lower_ == "but" for token in between):
        yield Status("planned", f"no {singular} but")
        return
    yield from _of_failed(link, singular)
    is_followed = singular == "resolution" and lemma_of(link.head.head) in KEEPING
    if is_followed or (singular in modality.NOUN_STATUS["planned"] and is_kept(link.head)):
        return  # "has followed the resolutions on sanctions", "carried out a threat to kill him"
    for code, nouns in modality.NOUN_STATUS.items():
        if singular in nouns and code == "planned":
            yield from negations_on(link.head)  # "no intention of"
        if singular in nouns and not (link.relation == "compound" and code == "planned"):
            yield Status(code, singular, is_strong=code == "unconfirmed")
    if link.relation in {"acl", "nmod", "ccomp"}:
        yield from hedges_on(link.head)
        if singular not in modality.UNTOLD and not _is_done_with(link, singular):
            yield from negations_on(link.head)


def _is_done_with(link: Link, noun: str) -> bool:
    """ "lost no time in attacking", "made no secret of having killed him": what is denied is the time, the secret."""
    return noun in {"time", "secret", "qualm", "bone"} and link.token.tag_ in {"VBG", "VBN"}


def _of_failed(link: Link, noun: str) -> Iterator[Status]:
    """ "the failed attempt to kill him", "the failure to free them", "refused an order to fire": it was not done."""
    if noun in UNDOING and link.relation == "acl" and any(child.lower_ == "to" for child in link.token.lefts):
        yield Status("denied", noun)
    if noun in modality.NOUN_STATUS["possible"] and any(child.lower_ in modality.FAILED for child in link.head.lefts):
        yield Status("denied", f"failed {noun}")
    is_refused = link.head.dep_ == "obj" and lemma_of(link.head.head) in modality.DISOBEYING
    if noun in ORDERS and is_refused:
        yield Status("denied", f"{lemma_of(link.head.head)} {noun}")
    elif noun in ORDERS and link.head.dep_ == "obj" and lemma_of(link.head.head) in {"obey", "follow"}:
        yield from negations_on(link.head.head)
