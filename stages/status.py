"""How sure the text is of an event: asserted, unconfirmed, denied, possible or planned, by scope in the tree."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from stages.document import Document
from stages.how_sure.ahead import ahead
from stages.how_sure.beside_denials import unseen
from stages.how_sure.conditions import conditioned
from stages.how_sure.guilt import of_guilt
from stages.how_sure.intended import yet_to_be_done
from stages.how_sure.markers import (
    Status,
    conditions_on,
    hedges_on,
    is_definite,
    modal_before,
    modals_on,
    needed_before,
    negations_on,
)
from stages.how_sure.reported import only_reported
from stages.how_sure.scope import statuses_above
from stages.how_sure.undone import undone
from stages.how_sure.word_order import (
    asked_for_again,
    asked_for_before,
    demanded_before,
    feared_before,
    lacking,
    looming_after,
    not_there,
    or_single_before,
    rumoured_before,
    said_to_be_false,
    said_to_be_untrue,
    unconfirmed_above,
    whether_before,
)
from stages.triggers import Trigger
from stages.who_says.attributions import covering
from stages.who_says.claimants import claimant_of
from stages.words import modality
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

__all__ = ["Status", "status_of", "status_of_event"]

ASSERTED = Status("asserted", "plain")
ALLEGED = words_of("allegation allegations accusation accusations")
RATHER_REACH = 6  # tokens
WISHED = words_of("release withdrawal ceasefire cease-fire truce pullout deal agreement accord swap arrest extradition")
TO_BE_TALKED_OF = words_of("release withdrawal pullout swap extradition deportation deployment")
WANTING = words_of("want await need expect")
DRAFTS = words_of("bill motion proposal draft amendment")
DISCUSSED = words_of("on about over")  # "talks on a truce"
TALKS = words_of("talk negotiation discussion consultation dialogue")
ENDS = words_of("end halt stop cessation")
ENDABLE = words_of("killing wounding attack torture arrest abduction looting siege seizure clash restriction")
VIDEOS = modality.EVIDENCE_NOUNS - {"report", "message"}


def status_of(trigger: Token, document: Document | None = None) -> Status:  # noqa: ARG001
    """The status of the event that a trigger tells of.

    What governs the trigger is read from the inside out: its own negation, modals and hedges, then the verbs and
    nouns in whose complement it stands. The innermost decides, unless something above denies or doubts the whole;
    a verb of saying decides nothing.
    """
    found = [*_own(trigger), *statuses_above(trigger)]
    if all(child.lower_ != "if" for child in trigger.lefts):
        found = _of_threat(found)
    if trigger.lower_ in ALLEGED:
        found = [status for status in found if status.rule not in modality.DENYING]  # the charge was made
    strong = sorted((status for status in found if status.is_strong), key=lambda status: status.code != "denied")
    for status in (
        *_may_not(found),
        *strong,
        *found,
        *asked_for_before(trigger),
        *asked_for_again(trigger),
        *_of_sentence(trigger),
    ):
        return status
    return ASSERTED


def status_of_event(trigger: Trigger, document: Document | None = None) -> Status:
    """The status of a trigger as an event of its kind: an offer of pardon is the concession, a failed coup took
    nothing, and a town that somebody claims to hold is not surely his."""
    status, head = status_of(trigger.head, document), trigger.head
    if trigger.sense.type_code == "concession" and status.rule in {"offer", "promise"}:
        return ASSERTED
    if status.code == "planned" and _is_to_end(trigger):
        return ASSERTED
    if trigger.sense.type_code != "seizure" or status != ASSERTED or trigger.sense.pos != "noun":
        return status
    verb = lemma_of(head.head)
    if any(child.lower_ in modality.FAILED for child in head.lefts) or (head.dep_ == "nsubj" and verb == "fail"):
        return Status("denied", "failed")
    return Status("unconfirmed", "claim") if head.dep_ == "obj" and verb == "claim" else status


def _is_to_end(trigger: Trigger) -> bool:
    """ "called for an end to the killings": they go on, and only their end is called for."""
    head = trigger.head
    is_under = head.tag_.startswith("NN") and head.dep_ in {"nmod", "obl"} and trigger.start > head.head.i
    return is_under and head.head.lower_ in ENDS and trigger.sense.type_code in ENDABLE


def _of_threat(found: list[Status]) -> list[Status]:
    """ "threaten to kill her if they are not heard": threatened, whatever the condition."""
    threats = [status for status in found if status.rule == "threaten" and status.code == "planned"]
    is_open = bool(threats) and found[0].code == "possible" and not found[0].is_strong
    return [*threats, *found] if is_open else found


def _own(trigger: Token) -> Iterator[Status]:
    """What stands on the trigger itself, in the tree or just before it."""
    yield from hedges_on(trigger)
    yield from conditions_on(trigger)
    yield from negations_on(trigger)
    yield from undone(trigger)
    yield from whether_before(trigger)
    yield from said_to_be_untrue(trigger)
    yield from said_to_be_false(trigger)
    yield from unconfirmed_above(trigger)
    yield from not_there(trigger)
    yield from conditioned(trigger)
    yield from _wished_for(trigger)
    yield from rumoured_before(trigger)
    yield from demanded_before(trigger)
    yield from needed_before(trigger)
    yield from feared_before(trigger)
    yield from looming_after(trigger)
    yield from or_single_before(trigger)
    yield from modals_on(trigger)
    yield from yet_to_be_done(trigger)
    if trigger.pos_ == "VERB" or trigger.tag_.startswith("VB"):
        yield from modal_before(trigger)
    if claimant_of(trigger) is not None and not is_definite(trigger):
        yield Status("unconfirmed", "claim responsibility")
    yield from lacking(trigger)
    yield from ahead(trigger)
    yield from _kept_from(trigger)
    yield from _instead(trigger)
    yield from of_guilt(trigger)
    yield from _alleged_beside(trigger)
    yield from only_reported(trigger)
    yield from unseen(trigger)


def _kept_from(trigger: Token) -> Iterator[Status]:
    """ "warned them against attacking", "backed out of signing", "to persuade him to sign": not done, or not yet."""
    if trigger.dep_ == "obj" and trigger.tag_.startswith("NN") and trigger.head.tag_ == "VBG":
        yield from _kept_from(trigger.head)
    words = {child.lower_ for child in trigger.lefts if child.dep_ in {"mark", "case"}}
    above = trigger.head
    if trigger.tag_ == "VBG" and "against" in words and above.lower_.startswith("warn"):
        yield Status("possible", "warned against")
    is_out = "out" in words or any(child.lower_ == "out" for child in above.children)
    if trigger.tag_ == "VBG" and "of" in words and is_out and above.lower_ in {"backed", "backs", "backing", "pulled"}:
        yield Status("denied", "backed out of")
    is_meant = above.tag_ == "VB" and any(child.lower_ == "to" for child in above.lefts)
    if trigger.tag_ == "VB" and trigger.dep_ == "xcomp" and is_meant and above.lower_ in {"persuade", "convince"}:
        yield Status("planned", f"to {above.lower_}")


def _instead(trigger: Token) -> Iterator[Status]:
    """ "fled rather than fight", "would rather flee than fight", "instead of shooting"."""
    before = [token.lower_ for token in trigger.doc[max(trigger.sent.start, trigger.i - RATHER_REACH) : trigger.i]]
    while before and before[-1] in {"be", "being", "get", "to"}:
        before.pop()  # "rather than be expelled"
    if before[-1:] == ["than"] and "rather" in before:
        yield Status("denied", "rather than")
    if before[-2:] == ["instead", "of"]:
        yield Status("denied", "instead of")


def _alleged_beside(trigger: Token) -> Iterator[Status]:
    """ "Six were shot after they gave up, he alleged": nobody else says so."""
    if trigger.dep_ == "amod":
        return  # "the captured miners were shot, he alleged"
    if any(each.rule != "said before" and lemma_of(trigger.doc[each.verb]) == "allege" for each in covering(trigger)):
        yield Status("unconfirmed", "allege beside")


def _wished_for(trigger: Token) -> Iterator[Status]:
    """ "offered money for the release of", "efforts for a ceasefire": what is sought has not come yet."""
    is_parted = trigger.lower_ == "fire" and trigger.i > 1 and trigger.nbor(-2).lower_ == "cease"
    noun = "ceasefire" if is_parted else trigger.lower_.removesuffix("s")
    is_talked_of = noun in TO_BE_TALKED_OF and lemma_of(trigger.head) == "discuss"
    if trigger.dep_ == "obj" and (is_talked_of or (noun in WISHED and lemma_of(trigger.head) in WANTING)):
        yield Status("planned", lemma_of(trigger.head))
    if trigger.dep_ == "obj" and trigger.head.tag_ == "VBG" and lemma_of(trigger.head.head) in DRAFTS:
        yield Status("planned", lemma_of(trigger.head.head))  # "a bill allowing extradition"
    if noun not in WISHED or trigger.dep_ not in {"obl", "nmod"}:
        return
    above = lemma_of(trigger.head).removesuffix("s")
    cases = {child.lower_ for child in trigger.children if child.dep_ == "case"}
    topics = {above, *(lemma_of(child).removesuffix("s") for child in trigger.head.children if child.dep_ == "obj")}
    is_discussed = not (topics.isdisjoint(TALKS) or cases.isdisjoint(DISCUSSED))  # "held talks with him on a truce"
    if ("for" in cases and not topics.isdisjoint(modality.SEEKING)) or is_discussed:
        yield Status("planned", f"{above} for")


def _may_not(found: list[Status]) -> Iterator[Status]:
    """ "may not have fired" leaves it open."""
    is_negated = any(status.code == "denied" and status.rule in modality.NEGATIONS for status in found[:1])
    if is_negated and any(status.rule in {"may", "might", "perhaps", "possibly"} for status in found[1:2]):
        yield Status("possible", "may not")


def _end_of_own(trigger: Token) -> int:
    """Up to where a sentence speaks of an event: "two died; rebels say 40 did, which nobody could confirm"."""
    sent = trigger.sent
    mark = next((token.i for token in sent.doc[trigger.i : sent.end] if token.text == ";"), sent.end)
    is_counted_anew = any(token.like_num or token.tag_ == "CD" for token in sent.doc[mark : sent.end])
    return int(mark if is_counted_anew else sent.end)


def _of_sentence(trigger: Token) -> Iterator[Status]:
    """What the whole sentence says: a question asserts nothing, a video is only said to show."""
    sent = trigger.sent
    after = " ".join(token.lower_ for token in sent.doc[trigger.i : _end_of_own(trigger)])
    if any(words in after for words in modality.UNVERIFIED):
        yield Status("unconfirmed", "no confirmation")
    if any(token.text == "?" for token in sent[-2:]) and not _is_asked_about(sent):
        yield Status("possible", "question")
    before = sent.doc[sent.start : trigger.i]
    has_video = any(_is_video(token) for token in sent)
    if has_video and any(
        token.lower_ in {"purports", "purporting", "purportedly"}
        or (token.lower_ in modality.HEDGING_ADJECTIVES and any(_is_video(above) for above in token.ancestors))
        or (token.lower_ in {"claiming", "claims"} and token.nbor(1).lower_ == "to")
        for token in before
    ):
        yield Status("unconfirmed", "only said to be shown")


def _is_asked_about(sent: Span) -> bool:
    """ "Why did the police open fire?", "Who killed them?": that it was done is known."""
    first = next((token.lower_ for token in sent if token.is_alpha), "")
    return first in {"why", "who", "how"} and not any(token.tag_ == "MD" for token in sent)


def _is_video(token: Token) -> bool:
    return lemma_of(token).removesuffix("s") in VIDEOS
