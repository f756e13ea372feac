"""How many leave beyond those a defection names: who is led along, and totals that run on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from stages.counts import Count, count_of
from stages.grammar.voice import is_passive
from stages.happenings.units import UNITS
from stages.how_many.totals import risen_to
from stages.parsing.heads import case_of
from stages.triggers import Trigger
from stages.words.people import RELATIVES, is_person_noun, is_plural
from stages.words.wordlists import words_of

LED = words_of("accompanied followed joined")
LEADING = frozenset({"lead_out", "lead_over"})


def running_total(trigger: Trigger) -> Count | None:
    """The total that an ordinal or a rise tells: "the fifth envoy to desert", "desertions have risen to 2,000"."""
    if trigger.sense.pos == "noun":
        return risen_to(trigger.head)
    at = trigger.start - 1
    at -= at > 0 and trigger.head.doc[at].lower_ == "be"  # "the fifth envoy to be shot"
    if at < 1 or trigger.head.doc[at].lower_ != "to":
        return None
    count = count_of(trigger.head.doc[at - 1])
    return count if count is not None and count.rule == "ordinal" else None


def with_those_led(count: Count, trigger: Trigger, counted: Token) -> Count:
    """The number with those that the ones who leave take along, their families left out, or with whom one suffers.

    "joined the rebels with 25 of his men", "a colonel, accompanied by four guards,", "led 30 soldiers out". With "his
    brigade" or "his men" it is open how many more they are.
    """
    reached = 0
    for head in _led(trigger, counted):
        led = count_of(head) if head.i >= reached else None
        if led is None:
            if head.i >= reached and (head.lower_ in UNITS or (is_person_noun(head) and is_plural(head))):
                count = replace(count, high=None, rule=f"{count.rule}, with those led")
            continue
        reached = led.end  # "with two colonels and 30 soldiers": counted together
        if (
            led.rule == "pronoun"
            or count.rule.startswith("about")
            or led.start <= count.start <= led.end
            or count.low is None
            or led.low is None
        ):
            continue
        high = None if count.high is None or led.high is None else count.high + led.high
        count = replace(count, low=count.low + led.low, high=high, rule=f"{count.rule}, with those led")
    return count


def _led(trigger: Trigger, counted: Token) -> Iterator[Token]:
    if trigger.sense.frame in LEADING:
        yield from trigger.arguments.get("subject")[-1:]  # the leader leaves with them
        return
    if trigger.sense.type_code != "defection":  # "kidnapped together with his driver and a guard"
        with_whom = trigger.arguments.get("with") if is_passive(trigger.head) else ()
        yield from (head for head in with_whom if is_person_noun(head) and head.head == trigger.head)
        return
    is_join = trigger.sense.frame in {"join", "back"} and not trigger.arguments.get("object")
    is_apart = is_join or "with" in trigger.sense.words or trigger.sense.pos != "verb"
    heads = [] if is_apart else list(trigger.arguments.get("with"))
    for child in counted.children:
        if child.dep_ == "nmod" and case_of(child) == "with":
            heads.append(child)
        if child.dep_ == "acl" and child.lower_ in LED:
            heads += [
                below for below in child.children if below.dep_ in {"obl:agent", "obl"} and case_of(below) == "by"
            ]
    for head in dict.fromkeys(heads):
        members = [head, *(member for member in head.conjuncts if member.i > head.i)]
        yield from (member for member in members if not _is_of_family(member))


def _is_of_family(head: Token) -> bool:
    return head.lower_ in RELATIVES or any(child.lower_ in RELATIVES for child in head.subtree)
