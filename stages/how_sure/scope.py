"""What the words above an event make of it: denied, doubted, wanted or only claimed, as far as their scope reaches."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.dealings import (
    is_at_request,
    is_cause,
    is_dealt_with,
    is_dealt_with_as_done,
    is_expected,
    is_fallen_through,
    is_gone_on_with,
    is_used_to,
    of_circumstance,
)
from stages.how_sure.granted import (
    CLAUSAL,
    Link,
    has_subject,
    is_asked,
    is_come_to,
    is_given,
    is_prepared,
    is_related,
    is_set_beside,
    is_share_of_known,
    is_start_of_known,
    is_taken_for_granted,
    is_there_beside,
    is_way_to,
    of_purpose,
    rebutted,
    shown,
    sought_or_unsaid,
    still_open,
    told_of,
)
from stages.how_sure.markers import Status, conditions_on, hedges_on, is_definite, modals_on, negations_on
from stages.how_sure.nouns import under_noun
from stages.how_sure.supposed import alleged
from stages.how_sure.verdicts import is_beyond_doubt, verdict_on
from stages.how_sure.wanted import is_planned
from stages.parsing.heads import REGARDING, case_of, relation_of
from stages.words import modality
from stages.words.speech import head_above, is_speech_verb, is_withheld, lemma_of

NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "compound", "amod", "flat", "nmod:poss", "iobj"})
SHOWN = CLAUSAL | NOMINAL | {"nmod", "acl", "obl", "conj", "dep"}
GOVERNING_CASES = frozenset({"on", "for", "to", "of", "about", "against", "in", "into", "from", "such", "including"})
GOVERNING_MARKS = frozenset({"to", "for", "that", "of", "from", "in", "into", "against", "including"})


def statuses_above(trigger: Token) -> Iterator[Status]:
    """What each word above the trigger makes of it, from the nearest up."""
    token, is_in_scope, is_shown = trigger, True, True
    is_nominal = trigger.pos_ in {"NOUN", "PROPN", "ADJ"}
    is_own_clause = has_subject(trigger)
    is_known = is_nominal and is_taken_for_granted(trigger)
    while token.head.i != token.i:
        head = head_above(token)
        link = Link(token, "acl" if head.i != token.head.i else relation_of(token), head)
        is_shown = is_shown and link.relation in SHOWN
        if is_shown:
            yield from shown(link)
        yield from rebutted(link)
        yield from told_of(link)
        if token == trigger:
            yield from of_circumstance(link)
        is_apart = is_set_beside(link) or is_there_beside(link) or is_start_of_known(link)
        is_apart = (
            is_apart
            or is_beyond_doubt(link)
            or is_cause(link)
            or is_at_request(token)
            or (is_known and is_share_of_known(link))
        )
        if is_in_scope and (is_apart or is_related(link)):
            is_in_scope = False
        if is_in_scope:
            if link.relation == "conj":
                yield from _shared(trigger, link, is_own_clause)
            elif _reaches(link) and not is_given(link):
                governed = list(_governed(link))
                carried = list(_carried(link)) if _carries(link, is_nominal) else []
                if is_known:
                    governed, carried = still_open(governed), still_open(carried)
                yield from (*governed, *carried, *of_purpose(link))
                is_open = bool(governed) or not (is_nominal and is_dealt_with(link))
                is_in_scope = is_open and lemma_of(link.head) not in modality.FACTIVE
            else:
                is_in_scope = False
        is_own_clause = is_own_clause or has_subject(link.head)
        is_nominal = is_nominal or link.head.pos_ == "NOUN"
        token = link.head


def _shared(trigger: Token, link: Link, is_own_clause: bool) -> Iterator[Status]:
    """What a first verb shares with those joined to it: "will come and fight", "did not fight or flee"."""
    if is_own_clause or any(child.dep_ == "aux" for child in trigger.children):
        return
    yield from (
        *modals_on(link.head),
        *(each for each in hedges_on(link.head) if each.rule in modality.HEDGING_ADVERBS),
    )
    if any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in link.token.children):
        yield from negations_on(link.head)
    yield from conditions_on(link.head)


def _reaches(link: Link) -> bool:
    """Whether what governs a word's head can bear on the word: through complements, objects, subjects and "of"."""
    if lemma_of(link.head) == "mean" and any(True for _ in negations_on(link.head)):
        return False  # "had not meant to kill them"
    if link.relation in CLAUSAL | NOMINAL | {"aux", "cop", "dep"}:
        return True
    if link.relation == "obl" and link.token.i < link.head.i:
        return False  # "Mr Mehta, on a visit to Oslo, urged"
    if link.relation in {"obl", "nmod", "obl:agent"}:
        cases = {child.lower_ for child in link.token.children if child.dep_ == "case"}
        return bool(cases & GOVERNING_CASES) or link.token.lower_.endswith("ing")
    if link.relation in {"acl", "acl:relcl", "advcl"}:
        return any(child.dep_ == "mark" and child.lower_ in GOVERNING_MARKS for child in link.token.children)
    return False


def _carried(link: Link) -> Iterator[Status]:
    """What stands on the word above that carries the event."""
    is_told = lemma_of(link.head).removesuffix("s") not in modality.UNTOLD
    yield from (*hedges_on(link.head), *conditions_on(link.head), *(negations_on(link.head) if is_told else ()))
    yield from modals_on(link.head)


def _carries(link: Link, is_nominal: bool) -> bool:
    """Whether a verb's own modals and negation bear on the event below it: "will hold talks", "did not attack"."""
    if is_speech_verb(link.head) and link.relation in {"ccomp", "obj", "acl"}:
        return link.relation == "obj" and lemma_of(link.head) in {"announce", "observe", "declare"}
    if link.token.lower_ in modality.UNTOLD or is_asked(link) or lemma_of(link.head) in modality.BEARING:
        return False  # "no comment on the shelling", "it is not clear who did it", "could not bear to see it"
    if link.relation in {"xcomp", "aux", "cop", "csubj"} or is_used_to(link):
        return True
    is_led_to = link.relation == "obl" and (
        lemma_of(link.head) in modality.LEADING_TO or is_come_to(link) or is_way_to(link)
    )
    if link.relation in {"obj", "nsubj", "nsubj:pass"} or is_led_to:
        is_held = link.token.lower_.removesuffix("s") == "threat"  # "has not carried out its threat"
        is_on = is_gone_on_with(link) or (link.relation == "nsubj" and link.token.lower_ in modality.GROWTH)
        return is_nominal and not is_held and (is_led_to or is_on or lemma_of(link.head) in modality.CARRYING)
    return is_nominal and link.relation in {"compound", "amod", "nmod"}


def _governed(link: Link) -> Iterator[Status]:
    """What a governing verb or noun makes of its complement."""
    lemma = lemma_of(link.head)
    yield from verdict_on(link)
    if link.head.pos_ in {"NOUN", "PROPN"} and not (link.head.tag_ == "VBG" and link.relation == "xcomp"):
        if is_prepared(link, lemma):
            yield Status("possible", f"the {lemma} for")
        yield from under_noun(link, lemma)
        return
    is_negated = any(True for _ in negations_on(link.head))
    yield from _denied(link, lemma, is_negated)
    yield from alleged(link, lemma)
    is_unable = link.head.dep_ == "xcomp" and lemma_of(link.head.head) in {"unable", "fail"}
    if lemma in modality.CONFIRMING and (is_negated or is_unable) and link.relation in CLAUSAL | {"obj", "nsubj:pass"}:
        yield Status("unconfirmed", f"not {lemma}", is_strong=True)
    is_named = link.relation == "xcomp" or (link.relation == "obj" and link.head.lower_ == "considered")
    is_named = is_named and lemma in REGARDING and link.token.pos_ == "NOUN"  # "considered a deserter"
    is_named = is_named or (lemma == "question" and link.relation == "obl")  # "were questioned over the killing"
    is_done = is_dealt_with_as_done(link, lemma)
    is_feared = lemma == "afraid" or link.relation in CLAUSAL | {"obj", "acl", "obl"}
    is_dreaded = link.relation == "nsubj:pass" and link.head.lower_ == "feared"  # "a massacre is feared"
    is_feared = is_feared or (is_dreaded and not is_definite(link.token))
    if lemma in modality.FEARING and is_feared and not (is_named or is_done):
        yield Status("possible", lemma, is_strong=True)
    if is_prepared(link, lemma) or is_expected(link, lemma):
        yield Status("possible", "expected" if lemma == "expect" else "the stage for")
    if lemma in modality.TRYING and link.relation in {"xcomp", "advcl", "acl"}:
        yield Status("possible", lemma)
    yield from sought_or_unsaid(link, lemma, is_negated=is_negated)
    is_off = is_negated or is_fallen_through(link) or (is_unable and link.head.head.tag_ != "VB")
    if is_fallen_through(link) or (is_planned(link, lemma) and not is_done):
        yield Status("denied" if is_off else "planned", f"not {lemma}" if is_off else lemma, is_strong=is_off)


def _denied(link: Link, lemma: str, is_negated: bool) -> Iterator[Status]:
    if lemma == "deny" and link.head.dep_ == "conj" and lemma_of(link.head.head) == "confirm":
        yield Status("unconfirmed", "neither confirm nor deny", is_strong=True)
        return
    above = lemma_of(link.head.head).removesuffix("s") if link.head.dep_ in {"xcomp", "acl"} else ""
    is_awaited = any(child.lower_ in {"until", "unless"} for child in link.head.lefts)  # "until they stop attacking it"
    is_undone = is_awaited or above in {"fail", "refuse", "decline", "failure", "inability", "refusal"}
    code = "asserted" if is_negated or is_undone else "denied"
    code = "possible" if is_negated and lemma == "rule" else code  # "has not ruled out a raid"
    if is_withheld(link.head) or (lemma == "rule" and all(child.lower_ != "out" for child in link.head.children)):
        return
    noun = lemma_of(link.token)
    is_refused = lemma == "reject" and noun.removesuffix("s") not in modality.CONCLUDED | modality.REBUTTED
    if lemma in modality.DENYING and link.relation in CLAUSAL | {"obj", "nsubj:pass", "obl"} and not is_refused:
        yield Status(code, lemma, is_strong=code == "denied")
    is_object = link.relation in {"obj", "nsubj:pass"}
    is_beside = link.relation == "advcl" and has_subject(link.token)
    if is_beside or (link.relation == "obl" and case_of(link.token) == "as"):
        return  # "to avert a war as fighting raged in the hills"
    is_fled = is_object and lemma == "avoid" and lemma_of(link.head.head) == "flee"  # "fled to avoid the offensive"
    if (
        not is_fled
        and lemma in modality.PREVENTING
        and (is_object or link.relation in {"xcomp", "ccomp", "advcl", "obl", "csubj"})
    ):
        yield Status("asserted" if is_object and lemma not in modality.AVERTING else code, lemma)
    if lemma == "decide" and any(child.lower_ == "against" for child in link.token.children):
        yield Status("denied", "decide against")
