"""Whether an event is what somebody wishes, orders or plans."""

from stages.grammar.control import asked_by
from stages.how_sure.dealings import is_told_as_done
from stages.how_sure.granted import Link, is_set_for_day, is_told_of, is_uttered
from stages.words import modality
from stages.words.speech import lemma_of


def is_planned(link: Link, lemma: str) -> bool:
    """Whether a wish, order or plan is for the event: "vowed to fight", "called for a rally", "planned talks"."""
    noun = lemma_of(link.token)
    if lemma == "announce":
        return link.relation in {"obj", "nsubj:pass"} and noun in modality.ANNOUNCED_AHEAD
    if link.relation == "nsubj:pass" and lemma in modality.ARRANGING:
        return True  # "attacks are being planned"
    if lemma in modality.RAISING and link.relation in {"nsubj", "nsubj:pass"}:
        return any(child.dep_ in {"xcomp", "advcl"} and child.tag_ == "VB" for child in link.head.children)
    if lemma in modality.ENABLING - modality.PLANNING and link.relation in {"obj", "xcomp", "nsubj:pass"}:
        return any(child.dep_ == "mark" and child.lower_ == "to" for child in link.head.children)
    cases = {child.lower_ for child in link.token.children if child.dep_ == "case"}
    is_named = link.head.dep_ == "acl" and link.head.tag_ == "VBN" and asked_by(link.head) is None
    if lemma == "call" and (is_named or link.token.pos_ == "NOUN") and "for" not in cases:
        return is_set_for_day(link.head)  # no "strike called by the union to protest against"
    is_settling = lemma in modality.SETTLING or (lemma, link.head.tag_) == ("negotiate", "VBD")
    is_settled = is_settling and noun in modality.CONCLUDED
    return lemma in modality.PLANNING and not is_settled and _is_wanted(link, lemma)


def _is_wanted(link: Link, lemma: str) -> bool:
    """Whether the event is what a verb of wanting, ordering or planning is about."""
    marks = {child.lower_ for child in link.token.children if child.dep_ == "mark"}
    if (
        is_told_as_done(link, lemma)
        or is_uttered(link)
        or (link.relation == "ccomp" and lemma in modality.MAINTAINING and is_told_of(link.token))
    ):
        return False
    has_object = any(child.dep_ == "obj" for child in link.token.children)
    if not marks and (link.token.tag_ == "VBD" or (link.token.tag_ == "VBN" and has_object)):
        return False  # "soldiers demanding pay shelled the palace"
    if link.relation in {"xcomp", "ccomp"}:
        is_done = lemma == "decide" and lemma_of(link.token) in modality.DONE_BY_DECIDING
        return not is_done and (lemma not in modality.ONLY_TO or "to" in marks)
    if link.relation in {"obj", "nsubj:pass"}:
        return lemma not in modality.NOT_BY_OBJECT or (lemma, lemma_of(link.token)) in modality.STILL_TO_DO
    if link.relation in {"obl", "nmod"}:
        cases = {child.lower_ for child in link.token.children if child.dep_ == "case"}
        is_asked_for = lemma == "ask" and "for" in cases
        return is_asked_for or (bool(cases & {"for", "to", "on"}) and lemma not in modality.NOT_BY_PHRASE)
    return link.relation == "advcl" and "to" in marks
