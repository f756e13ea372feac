"""What is alleged, supposed or said to be so, and not vouched for."""

from collections.abc import Iterator

from stages.how_sure.granted import Link
from stages.how_sure.markers import Status, claims_nothing, is_definite, negations_on
from stages.parsing.tags import FINITE
from stages.words import modality


def alleged(link: Link, lemma: str) -> Iterator[Status]:
    """ "claimed to have", "is believed to", "accused of", "claimed responsibility for"."""
    is_infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in link.token.children)
    is_infinitive &= not any(child.dep_ == "cop" and child.tag_ != "VB" for child in link.token.lefts)  # "was to blame"
    if lemma in modality.BELIEVING and is_infinitive and link.relation in {"xcomp", "ccomp"}:
        yield Status("unconfirmed", f"{lemma} to")
    if lemma in modality.BELIEVING and any(child.dep_ == "expl" for child in link.head.lefts):
        yield Status("unconfirmed", f"it is {link.head.lower_}")  # "It is believed that they were shot"
    is_reported = lemma == "report" and link.relation == "xcomp" and link.token.tag_ == "VBN"
    is_reported = is_reported and not any(True for _ in negations_on(link.head))
    if is_reported and (link.head.dep_ == "acl" or any(child.dep_ == "nsubj:pass" for child in link.head.lefts)):
        yield Status("unconfirmed", "reported")  # "ten people were reported killed"
    if lemma in modality.SUPPOSING and _is_supposed(link):
        yield Status("unconfirmed", lemma)
    if lemma in modality.STRIVING and is_infinitive:
        yield Status("possible", f"{lemma} to")
    if lemma in modality.SEEMING and link.relation in {"xcomp", "ccomp", "csubj"}:
        yield Status("unconfirmed", lemma)
    if lemma in modality.ACCUSING and link.relation in {"obl", "advcl", "ccomp"}:
        yield Status("unconfirmed", lemma)
    credit = next((child for child in link.head.children if child.lower_ in {"responsibility", "credit"}), None)
    deeds = (link.token, *(() if credit is None else credit.rights))
    if lemma == "claim" and credit is not None and not (claims_nothing(link.head) or any(map(is_definite, deeds))):
        yield Status("unconfirmed", "claim responsibility")


def _is_supposed(link: Link) -> bool:
    """ "police believe he shot them", "were believed dead": what others suppose; "I think" hedges nothing."""
    is_of_noun = link.head.dep_ == "acl" and link.token.tag_ == "VBN"  # "a nun believed kidnapped"
    if link.relation == "xcomp" and (is_of_noun or link.token.lower_ in {"dead", "killed"}):
        return True
    is_past = link.relation == "ccomp" and link.token.tag_ in {"VBD", "VBN"} and link.head.tag_ in FINITE
    return is_past and not any(child.lower_ in {"i", "we"} for child in link.head.lefts)
