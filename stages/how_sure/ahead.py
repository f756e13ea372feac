"""What is still ahead: waited for, travelled to, asked for in a paper that is still to be passed."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.markers import Status, modals_on, negations_on
from stages.how_sure.scope import statuses_above
from stages.parsing.heads import case_of
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

AWAITING = frozenset({"wait", "brace"})
GOING = words_of("go travel head come fly return march drive converge")
HOPING = words_of("hope need want wish plan intend aim mean seek try")
DECIDED = words_of("send deploy dispatch withdraw")
SETTING_OUT = frozenset({"board", "embark"})
MEETINGS = words_of("visit meeting talk summit conference negotiation tour")
PAPERS = words_of(
    "resolution statement bill motion letter declaration petition communique communiqué measure decree law legislation"
)
PASSING = words_of(
    "pass adopt approve sign issue release publish vote draft back consider debate send submit present table"
)


def ahead(trigger: Token) -> Iterator[Status]:
    """The status of an event that the words around it put ahead of the telling."""
    yield from _awaited(trigger)
    yield from _travelled_to(trigger)
    yield from _of_paper(trigger)
    yield from _before_that(trigger)


def _awaited(trigger: Token) -> Iterator[Status]:
    """ "waiting for protests to begin", "bracing for a raid"."""
    if trigger.tag_.startswith("NN") and case_of(trigger) == "for" and lemma_of(trigger.head) in AWAITING:
        yield Status("planned", f"{lemma_of(trigger.head)} for")


def _travelled_to(trigger: Token) -> Iterator[Status]:
    """ "are going to Oslo to protest": on the way to it."""
    verb = trigger.head
    is_infinitive = trigger.tag_ == "VB" and trigger.dep_ in {"advcl", "xcomp"}
    is_aim = is_infinitive and lemma_of(verb) in GOING
    words = {child.lower_ for child in verb.lefts}
    if is_aim and verb.tag_ == "VBG" and words & {"is", "are", "am", "was", "were", "'m", "'re", "'s"}:
        is_not = not words.isdisjoint({"not", "n't", "n’t", "never"})  # "was not going to fire on them"
        yield Status("denied" if is_not else "planned", f"{verb.lower_} to")
    is_met = lemma_of(trigger).removesuffix("s") in MEETINGS and case_of(trigger) == "for"
    if is_infinitive and lemma_of(verb) == "vote" and lemma_of(trigger) in DECIDED:  # "voted to send troops"
        yield Status("planned", "vote to")
    if is_met and lemma_of(verb) in SETTING_OUT:  # "boarded a plane for a visit to Chad"
        yield Status("planned", f"{lemma_of(verb)} for")


def _of_paper(trigger: Token) -> Iterator[Status]:
    """ "is expected to pass a resolution calling on Chad": nobody calls on Chad before it is passed."""
    paper = trigger.head
    verb = paper.head
    is_in_paper = trigger.tag_ == "VBG" and trigger.dep_ == "acl" and lemma_of(paper).removesuffix("s") in PAPERS
    passed = (
        next((child for child in verb.rights if child.dep_ == "xcomp"), None) if lemma_of(verb) == "expect" else None
    )
    if is_in_paper and passed is not None and lemma_of(passed) in PASSING:
        yield Status("planned", "expected to pass")
    if is_in_paper and paper.dep_ in {"obj", "nsubj:pass"} and lemma_of(verb) == "veto":
        yield Status("denied", "veto")
    if not is_in_paper or paper.dep_ not in {"obj", "nsubj:pass"} or lemma_of(verb) not in PASSING:
        return
    found = (*negations_on(verb), *modals_on(verb), *statuses_above(verb))
    yield from (status for status in found if status.code in {"planned", "possible", "denied"})


def _before_that(trigger: Token) -> Iterator[Status]:
    """ "hoped to strike before the fleet arrived", "wanted to win before it fell": still to come for who hoped so."""
    aim = trigger.head
    is_before = trigger.dep_ == "advcl" and any(child.lower_ == "before" for child in trigger.lefts)
    is_aim = aim.tag_ == "VB" and aim.dep_ == "xcomp" and lemma_of(aim.head) in HOPING
    if is_before and is_aim and trigger.tag_ in {"VBD", "VBN"}:
        yield Status("planned", f"{lemma_of(aim.head)} to, before")
