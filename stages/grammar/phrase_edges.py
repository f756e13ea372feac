"""The edges of a noun phrase: what stands before or behind the words that say who or what."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.how_many.numerals import ordinal_of
from stages.parsing.tags import TENSED
from stages.words.harms import CASUALTIES
from stages.words.people import GRADED
from stages.words.time_heads import is_time_head
from stages.words.wordlists import words_of

QUANTIFIERS = words_of("""
    a an at least most more than over about some around nearly almost up to approximately roughly dozen dozens
    score scores hundred hundreds thousand thousands million millions of another several many few couple handful
    number large small growing as the further estimated between and one two three four five six seven eight nine
    ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety half only just close total
    other no fewer less upwards well these those tens all
""")
PARTS = words_of("morning afternoon evening night week weekend month year")
OPENINGS = words_of("last next earlier later so then now meanwhile however still even yet thus and but or also once")
OR_SO = (["or", "more"], ["or", "so"], ["or", "fewer"], ["or", "less"])
CREDITS = {"GETTY", "Getty", "EPA", "AFP", "REUTERS", "Caption", "Image", "Photo"}
CLOSING = {"]": "[", ")": "(", "”": "“"}
NUMBERS = words_of("""
    dozen dozens score scores hundred hundreds thousand thousands million millions several many few couple handful
    number one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
    seventy eighty ninety half tens total
""")


def _past_caption(span: Span, head: Token) -> int:
    """Where a phrase starts behind what is printed under a picture: "Image caption | Senator Diaz", "GETTY | Diaz"."""
    words = [token.i for token in span if token.i < head.i and token.lower_ == "caption"]
    start = words[-1] + 1 if words else span.start
    if start < head.i and span.doc[start].text in CREDITS and span.doc[start + 1].text.istitle():
        start += 1
    return start


def _end_of_name(span: Span) -> int:
    """Where a phrase ends that cuts no name: "the group Boko | Haram"."""
    end = span.end
    while end < len(span.doc) and span.doc[end].ent_iob_ == "I":
        end += 1
    return int(end)


def trimmed(span: Span, head: Token) -> Span:
    """Without the punctuation around it and the number before it: "at least 11 civilians" is civilians."""
    doc, start, end = span.doc, _past_caption(span, head), _end_of_name(span)
    while (
        start < head.i
        and (doc[start].is_punct or _links(doc[start]))
        and doc[start].text != "#"
        and doc[start + 1].lower_ not in {"least", "most"}
    ):
        start += 1
    while end - 1 > head.i and (
        (doc[end - 1].is_punct and doc[end - 1].text not in ")]")
        or doc[end - 1].lower_ in {"and", "or", "but", "today", "for", "of", "to"}
    ):
        end -= 1
    if end - 2 > head.i and doc[end - 2].lower_ in {"this", "last", "next"} and doc[end - 1].lower_ in PARTS:
        end -= 2  # "welcomed the move | this evening"
    end += _is_left_open(doc[start:end])
    marks = [
        at
        for at in range(start + 1, head.i)
        if doc[at].text in ":]" or (doc[at].text == "-" and doc[at - 1].whitespace_)
    ]
    start = marks[-1] + 1 if marks else start  # "CAIRO - Police", "[Wire] Egypt: Police"
    while start < head.i and (
        is_time_head(doc[start])
        or (doc[start].lower_ in OPENINGS and doc[start + 1].text != "-")
        or doc[start].lower_ == "neither"
        or (doc[start].lower_ == "far" and start > 0 and doc[start - 1].lower_ == "so")
        or (doc[start].tag_ == "POS" and start > span.sent.start)
        or (doc[start].tag_ in TENSED and doc[start].text.islower())
    ):
        start += 1  # "Yesterday | thousands of demonstrators", "Sunday's | vote", "So | all these people"
    if start + 1 < head.i and doc[start].lower_ in CASUALTIES and doc[start + 1].like_num:
        start += 1  # "killed or wounded | 40 guards"
    start = _behind_titles(doc[start:end], head)
    start = _behind_number(doc[start:end], head)
    start += _has_article_of_another(doc[start:end], head)
    if end - start == 1 or doc[start].lower_ not in {"of", "than"}:
        return doc[start:end]
    return doc[start + 1 : end]


def _links(word: Token) -> bool:
    """Whether a word only links a phrase to others, and is no part of "an | off-duty | guard"."""
    return word.dep_ in {"cc", "case", "mark"} and (word.nbor(1).text != "-" or word.whitespace_ != "")


def _behind_titles(span: Span, head: Token) -> int:
    """Where a phrase begins behind labels of the page run into it: "Idlib Syria News | Almost ten civilians"."""
    doc = span.doc
    for at in range(span.start + 3, head.i):
        is_opening = doc[at].is_title and is_quantifier(doc[at]) and not doc[at].is_sent_start
        if is_opening and all(token.text[:1].isupper() or token.is_punct for token in doc[span.start : at]):
            return at
    return span.start


def _behind_number(span: Span, head: Token) -> int:
    """Where a phrase begins behind the number before it: "at least 11 | civilians"."""
    doc, start, end = span.doc, span.start, span.end
    at, is_counted = start, False
    while at < end - 1 and is_quantifier(doc[at]) and doc[at + 1].lower_ not in {"percent", "%"}:
        is_counted = is_counted or doc[at].lower_ in NUMBERS or doc[at].like_num
        is_either = doc[at + 1].lower_ == "or" and at + 2 < end and is_quantifier(doc[at + 2])  # "five or six | men"
        at += 3 if [token.lower_ for token in doc[at + 1 : at + 3]] in OR_SO else 1 + is_either
    is_counted = is_counted and not (doc[at - 1].text == "-" and not doc[at - 1].whitespace_)  # "a 40-man garrison"
    while at < head.i and doc[at].text == ",":
        at += 1
    has_list = any(token.dep_ == "nummod" or token.lower_ in {"a", "an"} for token in doc[at:end])
    is_number = all(is_quantifier(token) for token in doc[at:end])  # "tens of thousands"
    has_noun = any(token.tag_.startswith(("NN", "JJ")) for token in doc[at:end])
    if is_counted and not has_list and has_noun and not is_number and head.lower_ not in {"sides", "parties"}:
        return at
    return start


def _has_article_of_another(span: Span, head: Token) -> bool:
    """ "a | women's march": of several who own something the article is not theirs; it is in "a few men"."""
    is_plural = head.tag_ == "NNS" and head.lemma_ != head.lower_
    is_counted = any(token.lower_ in NUMBERS for token in span)
    return is_plural and span[0].lower_ in {"a", "an"} and not is_counted


def _is_left_open(span: Span) -> bool:
    """Whether the next word closes what a phrase opens: "the Shabiha [militia | ]", 'an "armed group | "'."""
    last = span.doc[span.end] if span.end < len(span.doc) else span[-1]
    within = [token.text for token in span]
    is_quote = last.text == '"' and within.count('"') % 2 == 1
    is_quote = is_quote or (last.text == "'" and last.tag_ == "''" and within.count("'") % 2 == 1)
    return is_quote or (last.text in CLOSING and CLOSING[last.text] in within and last.text not in within)


def is_quantifier(token: Token) -> bool:
    """Whether a word belongs to the number before a noun: "at least 11", "dozens of", and no "11th"."""
    is_ordinal = token.lower_.endswith(("st", "nd", "rd", "th")) and token.text[:1].isdigit()
    is_told = token.is_title or token.head.lower_ in GRADED  # "the Fourth Division", "a second secretary"
    is_ordinal = is_ordinal or (is_told and ordinal_of(token.lower_) is not None)
    return (
        token.lower_ in QUANTIFIERS
        or (token.like_num and not is_ordinal)
        or (token.is_punct and token.lower_ in {"-", "~"})
    )
