"""What a time expression dates beside an event: what is agreed or charged in it, and what another clause tells."""

from spacy.tokens import Token

from stages.when.distance import CLAUSES, path_of
from stages.words.people import is_person_noun


def is_of_content(trigger: Token, start: int, end: int) -> bool:
    """Whether an expression dates what is agreed or asked for: "agreed to vote on Monday"."""
    root = trigger.doc[start:end].root
    path = [root, *root.ancestors]
    below = path[: path.index(trigger)] if trigger in path else []
    return any(token.dep_ in {"xcomp", "ccomp"} and token.head == trigger for token in below)


def is_of_charge(trigger: Token, start: int) -> bool:
    """Whether an expression dates what somebody is accused of: "accuses them of killing ten men on 31 July"."""
    before = trigger.doc[trigger.i + 1 : max(start, trigger.i + 1)]
    return any(token.tag_ == "VBG" and token.nbor(-1).lower_ in {"of", "for", "with"} for token in before)


def is_of_judged(trigger: Token, start: int, end: int) -> bool:
    """ "The raids on Monday are being investigated", "condemned the raid on Monday": the raids have a day."""
    root = trigger.doc[start:end].root
    if trigger.tag_ in {"VBP", "VBZ"} and root.head == trigger and start and trigger.i < start - 1:
        before = trigger.doc[start - 1]  # "we condemn the raids this weekend", whatever the parser hung it on
        return before.dep_ == "obj" and before.head == trigger and not is_person_noun(before)
    is_of_thing = root.dep_ in {"nmod", "compound", "nmod:poss", "nmod:unmarked"} and not is_person_noun(root.head)
    return is_of_thing and root.head.dep_ in {"nsubj:pass", "obj"} and root.head.head == trigger


def is_across_clauses(trigger: Token, start: int, end: int) -> bool:
    """Whether the clause of a trigger or that of an expression hangs below the other's."""
    up, down = path_of(trigger), path_of(trigger.doc[start:end].root)
    common = next((token for token in up if token in down), trigger)
    between = (*up[: up.index(common)], *down[: down.index(common)])
    return any(token.dep_ in CLAUSES or _has_own_subject(token) for token in between)


def _has_own_subject(verb: Token) -> bool:
    return verb.dep_ == "conj" and any(child.dep_.startswith("nsubj") for child in verb.lefts)
