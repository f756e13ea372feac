"""A role's words as they are meant: without a day before, a deed behind or a stray article, and with the whole name."""

from __future__ import annotations

import re
from itertools import takewhile

from spacy.tokens import Span, Token

from stages.words.harms import HARMED
from stages.words.wordlists import words_of

MONTHS = words_of("""
    january february march april may june july august september october november december
    jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
""")
PARTS = frozenset({"early", "late", "mid"})
LINKS = frozenset({"in", "and", "by", "since"})
YEAR = re.compile(r"(1[4-9]|20)\d\d")
ATTACKS = words_of(
    "airstrike airstrikes strike strikes raid raids attack attacks offensive bombing bombings bombardment"
)
TAILS = (("and", "the", "levant"), ("and", "syria"), ("and", "al", "-", "sham"), ("and", "greater", "syria"))
NUMBERS = words_of("scores dozens hundreds thousands several many at more nearly over about some")


def trimmed(span: Span, head: Token) -> Span:
    """The words of a role's head alone, and all of its name."""
    own = _without_deed(_without_article(_without_day(_without_quote(span), head), head), head)
    return _whole_name(_without_aim(own, head))


def _without_quote(span: Span) -> Span:
    """ "accused \"the so-called moderates | \"": a quotation mark that has no fellow within."""
    is_alone = sum(token.is_quote for token in span) == 1 and len(span) > 1
    return span[:-1] if is_alone and span[-1].is_quote else span[1:] if is_alone and span[0].is_quote else span


def _whole_name(span: Span) -> Span:
    """ "the Islamic State of Iraq | and the Levant", "Al Qaeda | in Iraq": a name with "and" or a place in it."""
    doc, end = span.doc, span.end
    if span[-1].lower_ in {"passer", "passers"} and doc[end : end + 2].text == "-by":
        return doc[span.start : end + 2]
    if span[-1].lower_ in {"qaeda", "qaida"} and doc[end : end + 1].text == "in":
        branch = takewhile(lambda token: token.tag_ in {"NNP", "NNPS"}, doc[end + 1 + (doc[end + 1].lower_ == "the") :])
        return doc[span.start : max((token.i + 1 for token in branch), default=end)]
    if span[-1].text != "Iraq" or all(token.text != "State" for token in span):
        return span
    tail = next((tail for tail in TAILS if tuple(token.lower_ for token in doc[end : end + len(tail)]) == tail), ())
    return doc[span.start : end + len(tail)]


def _without_day(span: Span, head: Token) -> Span:
    """ "on 30 November, | Israeli jets", "in late 1920 | Polish forces": what a comma parts from it, or a year."""
    at = 1 if span[0].lower_ in PARTS else 0
    if len(span) > at + 1 and YEAR.fullmatch(span[at].text) and span.start and span.doc[span.start - 1].lower_ in LINKS:
        return span[at + 1 :]
    comma = next((token.i for token in span if token.text == "," and token.i < head.i), None)
    if comma is None or not any(token.lower_ in MONTHS for token in span.doc[span.start : comma]):
        return span
    return span.doc[comma + 1 : span.end]


def _without_aim(span: Span, head: Token) -> Span:
    """ "the 1st Army | toward Lund": where somebody is going is no part of who."""
    at = next((token.i for token in span if token.i > head.i and token.lower_ in {"toward", "towards"}), span.end)
    return span.doc[span.start : at] if at > span.start else span


def _without_article(span: Span, head: Token) -> Span:
    """ "by a | coalition | airstrike", "a | rebel | raid": the article is that of the attack behind."""
    end = span.end
    is_before_deed = end < head.sent.end and span.doc[end].lower_ in ATTACKS and head.i == end - 1
    is_single = is_before_deed and len(span) > 1 and span[0].lower_ in {"a", "an"} and head.tag_ in {"NN", "NNP"}
    return span[1:] if is_single else span


def _without_deed(span: Span, head: Token) -> Span:
    """ "killed ten men | and injured scores": those who suffered another deed are none of them."""
    doc = span.doc
    for token in doc[head.i + 1 : max(head.i + 1, span.end - 2)]:
        is_joint = token.dep_ == "cc" and doc[token.i + 1].lower_ in HARMED | {"displaced"}
        if is_joint and (doc[token.i + 2].lower_ in NUMBERS or doc[token.i + 2].like_num):
            return doc[span.start : token.i]
    return span


def owner_only(span: Span, head: Token) -> Span:
    """ "Okello's party urged him": whose party it is, without the party's name."""
    if head.dep_ != "nmod:poss":
        return span
    end = next((token.i for token in span if token.tag_ == "POS" and token.i > head.i), span.end)
    return span.doc[span.start : end]
