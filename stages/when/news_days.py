"""Days of the news, of an inquiry or of a later act in one sentence with a deed that has a day of its own, or none."""

from spacy.tokens import Token

from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

EMERGING = words_of("emerge transpire hear learn surface")
CLAUSES = frozenset({"ccomp", "csubj", "csubj:pass", "advcl", "parataxis"})
NEWS = words_of("news word report reports rumours rumors details footage video images")
INQUIRIES = words_of("inquiry enquiry inquest investigation investigations probe hearing")
CALLING = words_of("call urge demand vow pledge promise threaten")
YEAR_DIGITS = 4
PERFECT = frozenset({"had", "has", "have"})
EARLIER = frozenset({"after", "following", "since"})
ENDED = words_of("killing killings death deaths murder assassination arrest capture execution")
# "The raid on Friday left ten people wounded": what these tell of somebody is done with them.
LEAVING = words_of("leave be have bring raise put see include take")


def is_of_other_news(head: Token, start: int, end: int) -> bool:
    """Whether a day is that of the news of a deed, of an inquiry into it, of what was done beside or after it."""
    root = head.doc[start:end].root
    return (
        _is_of_emerging(head, root)
        or _is_of_news(head, root)
        or _is_of_inquiry(head, root)
        or _is_of_later_act(head, root)
        or _is_of_earlier_death(head, root)
        or _is_year_of_cause(head, root)
    )


def _is_of_emerging(head: Token, root: Token) -> bool:
    """ "It emerged on Tuesday that he had fled", "it was announced on Sunday that": he had fled before."""
    verb = root.head
    told = (verb, *(child for child in verb.rights if child.dep_ == "xcomp"))  # "It became known on Sunday that"
    clause = next((token for token in (head, *head.ancestors) if token.head in told and token.dep_ in CLAUSES), None)
    if clause is None or not root.i < clause.left_edge.i:
        return False
    is_of_it = clause.dep_.startswith("csubj") and any(child.lower_ == "it" for child in verb.lefts)
    return lemma_of(verb) in EMERGING or (is_of_it and verb.i < root.i)


def _is_of_news(head: Token, root: Token) -> bool:
    """ "News of the killing reached Rome on Monday": it was done before."""
    above = (token for token in head.ancestors if token.lower_ in NEWS and token.dep_ in NOUN_SUBJECTS)
    news = next(above, None)
    return news is not None and root.head == news.head and news.i < head.i < news.head.i


def _is_of_inquiry(head: Token, root: Token) -> bool:
    """ "An inquiry opened on Monday into the killing", "the inquiry into the killing opened on Monday"."""
    topic = next((token for token in (head, *head.ancestors) if case_of(token) == "into"), None)
    if topic is None or root == topic or topic.is_ancestor(root):
        return False
    above = topic.head
    is_inquiry = not INQUIRIES.isdisjoint({above.lower_, *(child.lower_ for child in above.children)})
    is_behind = any(token.tag_.startswith("VB") for token in head.doc[head.i : root.i] if token.is_ancestor(topic))
    return is_inquiry and (root.i < topic.i or is_behind)


def _is_of_later_act(head: Token, root: Token) -> bool:
    """ "said that the army had killed 20 people and called for a march on Friday": they had been killed before."""
    acts = (token for token in root.ancestors if token.dep_ == "conj" and token.head == head)
    act = next(acts, None)
    if act is None or not head.i < act.i < root.i:
        return False
    own, first = ({child.lower_ for child in verb.lefts if child.dep_ == "aux"} for verb in (act, head))
    is_since = act.tag_ == "VBD" and not PERFECT.isdisjoint(first) and PERFECT.isdisjoint(own)
    return is_since or (head.dep_ == "ccomp" and lemma_of(act) in CALLING)


def _is_of_earlier_death(head: Token, root: Token) -> bool:
    """ "After the killing of its leader on May 2, the group attacked a base, killing ten": each has its own day."""
    deaths = (token for token in root.ancestors if token.lower_ in ENDED and case_of(token) in EARLIER)
    death = next(deaths, None)
    return death is not None and death != head and not death.is_ancestor(head)


def _is_year_of_cause(head: Token, root: Token) -> bool:
    """ "resigned over the killing of two students in 2009": the year is that of the killing."""
    causes = (child for child in head.rights if child.dep_ == "obl" and case_of(child) == "over")
    return root.text.isdigit() and len(root.text) == YEAR_DIGITS and any(cause.i < root.i for cause in causes)


def is_of_deed_done_to(head: Token, start: int, end: int) -> bool:
    """ "On Tuesday the army buried nine men killed by rebels": they were killed before, and not on the day above."""
    root = head.doc[start:end].root
    verb = root.head
    if head.dep_ != "acl" or head.tag_ != "VBN" or not verb.tag_.startswith("VB") or not verb.is_ancestor(head):
        return False
    noun = head.head
    is_done_to = noun.head == verb and lemma_of(verb) not in LEAVING
    is_before = start < head.i or verb.i > head.i
    return is_done_to and is_before and noun.dep_ in {"obj", "obl", *NOUN_SUBJECTS}
