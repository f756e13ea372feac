"""Totals that a noun is said to have reached: "desertions have risen to 2,000"."""

from spacy.tokens import Token

from stages.counts import Count
from stages.how_many.quantities import Quantity, quantities_in
from stages.parsing.heads import case_of
from stages.parsing.neighbours import text_before
from stages.words.wordlists import words_of

RISING = words_of("reach rise risen rose climb grow swell exceed top pass total number stand jump increase")
PASSING = words_of("exceed top pass")  # "has passed 3,500" is more
PUTTING = words_of("put estimate place set")  # "the army puts the number of dead at 12"
BRINGING = words_of("bring raise lift")  # "bringing to 31 the number of deserters"
NUMBERS = words_of("number numbers total tally count")
TOTAL_REACH = 5  # tokens from "risen" to the number it rose to


def is_risen(noun: Token) -> bool:
    """Whether a noun is said to have reached a number: "the number of deserters has passed 5,000"."""
    return risen_to(noun) is not None


def risen_to(noun: Token) -> Count | None:
    """The number that a noun, or the number of it, is said to have reached; None where nothing says so."""
    subject = noun.head if case_of(noun) == "of" and noun.head.lower_ in NUMBERS else noun
    verb = subject.head
    way = "to" if verb.lemma_ in BRINGING else "at"
    is_put = subject.lower_ in NUMBERS and verb.lemma_ in PUTTING | BRINGING and subject.dep_ in {"obj", "nsubj:pass"}
    if not is_put and (not subject.dep_.startswith("nsubj") or verb.lemma_ not in RISING):
        return None
    for quantity in quantities_in(noun.sent):
        is_said = text_before(noun.doc[quantity.start]) == way if is_put else quantity.start <= verb.i + TOTAL_REACH
        if verb.i < quantity.start and is_said and not _is_of_things(quantity, noun):
            high = None if verb.lemma_ in PASSING else quantity.high
            return Count(quantity.low, high, quantity.start, quantity.end, True, quantity.head, "risen to")
    return None


def _is_of_things(quantity: Quantity, noun: Token) -> bool:
    """ "the mutiny has reached nine towns": so many are no people."""
    head = noun.doc[quantity.head]
    return not quantity.counts_people and head.tag_ == "NNS" and head.i >= quantity.end
