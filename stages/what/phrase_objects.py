"""The objects of triggers of several words: what stands in a gap, or behind the preposition they end in."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.arguments import Arguments
from stages.parsing.heads import obliques_of
from stages.words.time_heads import is_given_time
from stages.words.vocab import Sense


def with_inner_object(arguments: Arguments, span: Span, sense: Sense) -> Arguments:
    """A phrase that ends in a preposition has what follows it as its object: "took control of the town"."""
    if "~" in sense.words and sense.pos == "verb":
        return _with_gap_object(arguments, span, sense)
    last = span[-1]
    if sense.pos == "verb" and len(span) > 1 and last.dep_ == "obj" and last.tag_ == "NN":
        return Arguments({**arguments.of, **obliques_of(last, last.conjuncts)}, arguments.is_passive, arguments.shared)
    below = _below(last)
    if sense.pos == "verb" and len(span) > 1 and below and not arguments.get("object"):
        return Arguments({**arguments.of, "object": below}, arguments.is_passive, arguments.shared)
    is_open = sense.pos == "verb" and len(span) > 1 and last.dep_ in {"case", "mark", "compound:prt"}
    if not is_open or not span.start <= last.i < span.end or last.head.i < span.end:
        return arguments
    if arguments.is_passive and arguments.get("object"):
        return arguments  # "were shipped out of the enclave"
    noun = last.head
    while noun.dep_ in {"compound", "amod"} and noun.head.i > noun.i:  # "over to | Tuareg | rebels"
        noun = noun.head
    return Arguments({**arguments.of, "object": (noun,)}, arguments.is_passive, arguments.shared)


def _below(last: Token) -> tuple[Token, ...]:
    """What hangs on the last word of a phrase though the verb is done to it: "shot dead | the driver"."""
    return tuple(child for child in last.rights if child.dep_ == "obj") if last.dep_ == "xcomp" else ()


def _with_gap_object(arguments: Arguments, span: Span, sense: Sense) -> Arguments:
    """What stands in the gap of a phrase is its object, whatever the tree says: "took the ambassador hostage"."""
    last = span[-1]
    if last.dep_ == "case" and last.head.i >= span.end and last.lower_ not in arguments.of:
        found = {**arguments.of, last.lower_: (last.head,)}  # "took 60 men over | to the rebels"
        arguments = Arguments(found, arguments.is_passive, arguments.shared)
    inner = (head for head in arguments.get("object") if not is_given_time(head))  # "gave them three days to leave"
    if any(head.lower_ not in sense.words for head in inner) or arguments.is_passive:
        return arguments
    below = _below(last)
    if below:
        return Arguments({**arguments.of, "object": below}, False, arguments.shared)
    inside = [token for token in span[1:-1] if token.tag_.startswith(("NN", "PRP")) and token.tag_ != "PRP$"]
    inside = [token for token in inside if token.lower_ not in sense.words and not is_given_time(token)]
    inside = inside or [token for token in span[1:-1] if token.tag_ == "CD"]  # "left 12 dead"
    if not inside and last.lower_ == "of" and last.dep_ == "case" and last.head.i >= span.end:
        inside = [last.head]  # "took full control of | the town"
    return Arguments({**arguments.of, "object": (inside[-1],)}, False, arguments.shared) if inside else arguments
