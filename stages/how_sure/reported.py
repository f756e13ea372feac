"""Events that are only reported: by unconfirmed reports, in reports looked into, and under a "reportedly"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from stages.how_sure.markers import Status
from stages.parsing.heads import SUBJECTS, case_of
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

REPORTS = words_of("report story account rumour rumor")
TOLD = REPORTS | words_of("claim allegation suggestion")
DENIED = words_of("denied dismissed rejected refuted rebutted disputed discounted")
UNCHECKED = words_of("unconfirmed unverified preliminary initial early")
OPEN = words_of("report claim allegation account accusation suggestion complaint")
CHECKING = words_of("look investigate check examine verify study probe assess review comment inquire aware follow")
HELD_TO_BE = words_of("reported believed feared presumed thought rumoured rumored")
HEARSAY = frozenset({"reportedly", "allegedly"})
PARTS = words_of("some many most several others one two three dozens")  # "some of them beheaded"


def only_reported(trigger: Token) -> Iterator[Status]:
    """The status of an event of which others are said to report, where nobody vouches for the report."""
    yield from _denied_behind(trigger)
    yield from _of_open_report(trigger)
    yield from _looked_into(trigger)
    yield from _of_hearsay(trigger)
    yield from _held_to_be(trigger)


def _denied_behind(trigger: Token) -> Iterator[Status]:
    """ "Reports that he had fled were denied by his office": wherever the parser hung the denial."""
    first = trigger.sent[0]
    if lemma_of(first).removesuffix("s") not in TOLD or first.i + 1 >= trigger.i or first.nbor(1).lower_ != "that":
        return
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end]:
        if token.lower_ in DENIED and token.nbor(-1).lower_ in {"was", "were", "been", "are", "is"}:
            yield Status("denied", "reports denied", is_strong=True)
            return


def _of_open_report(trigger: Token) -> Iterator[Status]:
    """ "An unconfirmed report said rebels had ambushed them", "according to unconfirmed reports"."""
    below = trigger
    for token in (trigger, *trigger.ancestors):
        told = (child for child in token.children if child.dep_ in SUBJECTS and child != below)
        cited = (child for child in token.children if child.dep_ == "obl" and case_of(child) == "according")
        is_put = token.lower_ in {"put", "puts"} and below.dep_ == "obj"  # "unconfirmed reports put the toll at"
        is_telling = is_speech_verb(token) or is_put
        reports = [*(told if is_telling and token != trigger else ()), *cited]
        if any(_is_open(noun) for noun in reports):
            yield Status("unconfirmed", "unconfirmed report", is_strong=True)
            return
        below = token


def _is_open(noun: Token) -> bool:
    """Whether nobody has confirmed a report: "unconfirmed reports", "rumours"."""
    lemma = lemma_of(noun).removesuffix("s")
    words = {child.lower_ for child in noun.lefts}
    if any(child.dep_ == "acl:relcl" and _is_unchecked(child) for child in noun.rights):
        return lemma in REPORTS | {"claim", "video", "statement", "footage"}
    return lemma in {"rumour", "rumor"} or (lemma in REPORTS and not UNCHECKED.isdisjoint(words))


def _is_unchecked(verb: Token) -> bool:
    """ "which could not be independently verified"."""
    is_checking = lemma_of(verb) in {"verify", "confirm", "corroborate", "authenticate"}
    return is_checking and any(child.lower_ in {"not", "n't"} for child in verb.lefts)


def _looked_into(trigger: Token) -> Iterator[Status]:
    """ "is looking into reports that a strike had killed ten": nobody says yet that it did."""
    path = [trigger, *trigger.ancestors]
    for token, report in pairwise(path):
        is_told = token.dep_ in {"acl", "ccomp", "nmod"} and lemma_of(report).removesuffix("s") in OPEN
        is_told = is_told and (token.dep_ != "nmod" or (token == trigger and case_of(token) == "of"))
        if is_told and report.dep_ in {"obl", "obj", "nmod"} and _is_checking(report.head):
            yield Status("unconfirmed", f"{lemma_of(report.head)} reports", is_strong=True)
            return


def _is_checking(word: Token) -> bool:
    return lemma_of(word) in CHECKING or word.lower_ in {"aware", "comment", "inquiry", "investigation"}


def _of_hearsay(trigger: Token) -> Iterator[Status]:
    """ "were reportedly shot after being caught", "reportedly hit a bus, killing ten": all of it is hearsay."""
    verb = _told_before(trigger) or trigger
    if verb != trigger and any(child.lower_ in HEARSAY for child in verb.lefts):
        yield Status("unconfirmed", "reportedly")
        return
    while verb.dep_ in {"advcl", "conj"} and verb.tag_ in {"VBG", "VBN"} and not _has_subject(verb):
        verb = verb.head
        before = (child for child in verb.lefts if child.i < verb.i)
        if any(child.lower_ in HEARSAY for child in before):
            yield Status("unconfirmed", "reportedly")
            return


def _held_to_be(trigger: Token) -> Iterator[Status]:
    """ "a nun feared kidnapped", "a man believed shot": both participles hung on the noun by the parser."""
    before = trigger.nbor(-1) if trigger.i > trigger.sent.start else trigger
    if trigger.tag_ == "VBN" and trigger.dep_ == before.dep_ == "acl" and before.lower_ in HELD_TO_BE:
        yield Status("unconfirmed", before.lower_)


def _told_before(trigger: Token) -> Token | None:
    """The verb before "some of them beheaded", of whom it tells a part."""
    part = next((child for child in trigger.lefts if child.dep_ in SUBJECTS), None)
    is_bare = trigger.tag_ == "VBN" and not any(child.dep_.startswith("aux") for child in trigger.lefts)
    if not is_bare or part is None or part.lower_ not in PARTS or not any(c.lower_ == "them" for c in part.rights):
        return None
    before = trigger.doc[trigger.sent.start : part.left_edge.i]
    return next((token for token in reversed(before) if token.tag_ in {"VBN", "VBD"}), None)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
