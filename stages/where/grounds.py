"""What somebody is held or tried for: where and when that was done is not where and when he was held or tried."""

from __future__ import annotations

from spacy.tokens import Token

from stages.words.people import is_person_noun
from stages.words.speech import lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

JUDGING = words_of("""
    arrest detain hold charge indict try sentence convict jail imprison accuse prosecute want fine seek extradite punish
    question investigate suspect blame trial execute hang expel sanction condemn criticise criticize denounce
""")
GROUNDS = frozenset({"for", "over", "with", "of"})  # "wanted for", "in connection with", "accused of"
LINKED = frozenset({"connection", "charges", "suspicion"})
DEEDS = words_of("""
    killing killings murder murders massacre massacres attack attacks bombing bombings shooting shootings assassination
    kidnapping kidnappings abduction slaying slayings raid raids execution executions blast blasts explosion ambush coup
    assault assaults genocide atrocities hijacking torture disappearance disappearances robbery siege
""")
ANSWERING = frozenset({"face", "answer", "stand"})  # "is wanted to face charges"
JOINING = frozenset({"conj", "parataxis", "ccomp"})


def is_of_deed(place: Token, head: Token) -> bool:
    """ "arrested for his role in the raid on a camp near Goma": the place behind the deed is that of the deed."""
    span = _grounds_of(head)
    return span is not None and _deed_before(place, span) is not None


def is_before_deed(other: Token, head: Token) -> bool:
    """ "is wanted in Peru for a bombing", "goes on trial on Monday for a raid": said of the trial."""
    verbs = (token for token in head.ancestors if token.tag_.startswith("VB"))
    above = next((verb for verb in verbs if lemma_of(verb) in JUDGING or _is_trial(verb)), None)
    if above is None:
        return False
    span = _grounds_of(above)
    return span is not None and span[0] < head.i < span[1] and above.i < other.i < span[0]


def _deed_before(other: Token, span: tuple[int, int]) -> Token | None:
    if not span[0] < other.i < span[1]:
        return None
    between = other.doc[span[0] : other.left_edge.i]
    return next((token for token in between if token.lower_ in DEEDS or token.tag_ == "VBG"), None)


def _grounds_of(verb: Token) -> tuple[int, int] | None:
    """The words that tell what for, up to the next clause."""
    if not (verb.tag_.startswith("VB") and (lemma_of(verb) in JUDGING or _is_trial(verb))):
        return None
    doc, end = verb.doc, verb.sent.end
    for token in doc[verb.i + 1 : end]:
        if token.dep_ in JOINING and token.head == verb:
            return None
        if token.lower_ in GROUNDS | {"to"} and _tells_why(token, verb):
            later = (each.left_edge.i for each in verb.rights if each.dep_ in JOINING and each.i > token.i)
            return token.i, min(later, default=end)
    return None


def _tells_why(case: Token, verb: Token) -> bool:
    """Whether a preposition opens what for: not "for two years", nor "with two others", nor the day of a trial."""
    noun = case.head
    before = case.nbor(-1).lower_
    if case.lower_ == "to":
        return noun.lower_ in ANSWERING
    if case.lower_ == "with":
        return before == "connection" or (lemma_of(verb) == "charge" and not is_person_noun(noun))
    if case.lower_ == "of":
        return before in LINKED or before == verb.lower_
    return noun.i > case.i and not is_time(noun) and not is_person_noun(noun)


def _is_trial(verb: Token) -> bool:
    """ "goes on trial", "stood trial"."""
    return any(child.lower_ == "trial" and child.dep_ in {"obl", "obj", "xcomp"} for child in verb.rights)
