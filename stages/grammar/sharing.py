"""What verbs joined by "and" share: the agent behind the last of them, and the object."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.agreement import agent_after, is_verbal
from stages.grammar.voice import has_own_clause, is_passive
from stages.parsing.heads import AGENTS

LINKS = frozenset({",", "CC", "RB"})


def shared_agent(verb: Token) -> Token | None:
    """ "were captured and executed by rebels": the agent of the last passive is that of all it shares a verb with.

    Not where the first has a phrase of its own: "were arrested at the border and beaten by guards".
    """
    for other in verb.rights:
        is_own = other.lower_ in {"replaced", "succeeded"}  # "was sacked and replaced by his deputy"
        is_own = is_own or any(child.dep_ == "obl" and child.i < other.i for child in verb.rights)
        if other.dep_ == "conj" and other.tag_ == "VBN" and not is_own and not has_own_clause(other):
            return next((child for child in other.children if child.dep_ in AGENTS), None) or agent_after(other)
    return None


def share_object(verb: Token, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """ "burn and loot the city": the object that follows both verbs is the object of both."""
    first = verb.head
    if "iobject" in found:
        found["object"] = found["iobject"]  # "asked Chad to send troops"
        return
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and first.lemma_ == "have":  # "had | two men | shot"
        found["object"] = tuple(child for child in first.rights if child.dep_ == "obj" and child.i < verb.i)
        return
    if verb.dep_ == "conj" and verb.i - first.i <= 3 and is_verbal(first) and not is_passive(first):
        objects = tuple(child for child in first.children if child.dep_ == "obj" and child.i > verb.i)
        if objects:
            found["object"], shared["object"] = objects, "coordination"
            return
    near = [child for child in verb.children if child.dep_ == "conj" and child.i - verb.i <= 3]
    for other in (*near, *_later_of_series(verb)):
        if is_verbal(other) and not is_passive(other):
            objects = tuple(child for child in other.children if child.dep_ in {"obj", "dobj"})
            if objects:
                found["object"], shared["object"] = objects, "coordination"
                return


def _later_of_series(verb: Token) -> Iterator[Token]:
    """ "looted, burned and shelled a village": the verbs behind one that stand with nothing between but what links."""
    first = verb.head if verb.dep_ == "conj" and is_verbal(verb.head) else verb
    series = [child for child in first.rights if child.dep_ == "conj" and child.tag_ == first.tag_ and child.i > verb.i]
    for other in series:
        between = verb.doc[verb.i + 1 : other.i]
        if all(token.tag_ in LINKS or token in series for token in between):
            yield other
