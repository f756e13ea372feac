"""Those named one by one or beside the first who do the same: "Japan, Ghana and Peru signed", "Chad, together with
France, bombed"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.noun_phrases import phrase_of
from stages.grammar.person_phrases import PREFIXES
from stages.how_many.lists import is_of_headline
from stages.who.fillers import NAMED
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"))
QUARTERS = words_of("north south east west saudi united")
JOINTS = frozenset({",", "and", "or", "now", "also", "then", "later"})  # "Chad and now Niger"
SET_OFF = frozenset({",", "-", "–", "—", "("})


def with_siblings(span: Span, head: Token, heads: tuple[Token, ...]) -> Span:
    """A phrase with the further subjects or objects of a list that the tree hangs on the verb one by one."""
    doc = head.doc
    for other in heads:
        if is_time(other) and other.tag_ != "NNP":
            continue  # "North Korea this month"
        is_name = other.dep_ in NAMED and other.tag_ == "NNP"  # "the jihadist group | Boko Haram"
        if other.i < span.end + (not is_name) or other.head != head.head or other.dep_ != head.dep_:
            continue
        following = phrase_of(other)
        if all(token.lower_ in JOINTS for token in doc[span.end : following.start]):
            span = doc[span.start : following.end]
    return span


def with_listed(span: Span, head: Token) -> Span:
    """ "Police officer, three civilians | killed": the phrase with those whom a headline joins to it by a comma."""
    joined = (child for child in head.rights if child.dep_ == "appos" and is_of_headline(head, child))
    return span.doc[span.start : max((phrase_of(child).end for child in joined), default=span.end)]


def with_company(span: Span, end: int) -> Span:
    """A phrase with those who do it too, named right behind it and before token `end`: "along with the militia"."""
    doc, at = span.doc, span.end
    at += at < end and doc[at].text in SET_OFF
    words = tuple(token.lower_ for token in doc[at : at + 3])
    joint = next((joint for joint in TOGETHER if words[: len(joint)] == joint), None)
    if joint is None:
        return span
    first = at + len(joint)
    nouns = (token for token in doc[first:end] if token.tag_.startswith("NN") and token.right_edge.i < end)
    noun = next((token for token in nouns if token.dep_ not in {"compound", "nmod:desc", "flat"}), None)
    if noun is None or any(token.pos_ == "VERB" for token in doc[first : noun.i]):
        return span
    company = phrase_of(noun)
    return doc[span.start : company.end] if first <= company.start <= first + 1 and company.end <= end else span


def without_pair(span: Span, head: Token, rule: str) -> Span:
    """The second of two sides without the first, or both without what stands before: "Israeli- | Palestinian"."""
    doc = span.doc
    if ": between" in rule and ": between2" not in rule:
        joint = next((token.i for token in span if token.i > head.i and token.lower_ == "and"), None)
        span = span if joint is None else doc[span.start : joint]  # "between the army | and the rebels"
    if rule.endswith(": between") and doc[head.i + 1].text in {"-", "–"} and head.i + 2 < span.end:
        return doc[span.start : head.i + 1]  # "the US- | Russian truce"
    hyphen = next((token.i for token in span if token.text in {"-", "–"} and token.i < head.i), None)
    if hyphen is None or doc[hyphen - 1].lower_ in PREFIXES:
        return span
    if ": between2" in rule:
        return doc[hyphen + 1 : span.end]
    if ": both" not in rule:
        return span
    start = hyphen - 1 if doc[hyphen - 2].lower_ not in QUARTERS else hyphen - 2
    return doc[max(start, span.start) : span.end]
