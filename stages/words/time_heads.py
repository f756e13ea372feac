"""Days, months, years and hours that stand where somebody or some place could: "launched on January 9"."""

from __future__ import annotations

from spacy.tokens import Token

from stages.words.wordlists import words_of

DAYS = words_of("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight noon midday midnight
    dawn dusk daybreak nightfall weekend gmt edt est cst pst utc
""")
MONTHS = words_of("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
""")
TIME_WORDS = words_of("""
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow week weekend month year day
    night morning evening afternoon january february march april may june july august september october november
    december eve christmas easter ramadan jan feb mar apr aug sept oct nov dec am pm a.m. p.m.
    time hour hours days weeks months years daily
""")
GIVEN = words_of("hour day week month minute time chance")
IN_TIME = frozenset({"in", "since", "of", "by", "from", "until", "till", "before", "after", "during", "around"})
YEARS = range(1500, 2100)


def is_given_time(noun: Token) -> bool:
    """ "gave them 48 hours to leave": what they have time for they have yet to do."""
    return noun.lower_.rstrip("s") in GIVEN and noun.head.lower_ in {"give", "gives", "gave", "given", "giving"}


def is_time(head: Token) -> bool:
    """Whether a phrase is a time, by its head alone or by the words beside it."""
    return (head.lower_ in TIME_WORDS and head.ent_type_ != "PERSON") or is_time_head(head)


def is_time_head(head: Token) -> bool:
    """Whether a phrase is a day, a month, a year or an hour, by its head and the words beside it."""
    if head.ent_type_ == "PERSON":
        return False
    word = head.lower_.rstrip(".")
    if word in DAYS or (word == "eve" and head.text == "Eve"):
        return True
    if word in MONTHS:
        return head.text[:1].isupper() and head.tag_ != "MD"
    is_ordinal = word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    is_clock = word[:1].isdigit() and word[-1:].isdigit() and word.replace(":", "", 1).isdecimal() and ":" in word
    return is_clock or ((head.tag_ == "CD" or is_ordinal) and (_is_of_month(head) or _is_year(head)))


def is_month_name(noun: Token) -> bool:
    """Whether "March" or "May" is the month; in a text of capitals, by what stands beside it."""
    if noun.text in {"March", "May"}:
        return not noun.is_sent_start
    if noun.text not in {"MARCH", "MAY"}:
        return False
    before = noun.nbor(-1) if noun.i else noun
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    is_numbered = before.like_num or after.like_num
    return (
        is_numbered or noun.dep_ == "compound" or before.lower_ in IN_TIME | {"last", "this", "next", "early", "late"}
    )


def _is_of_month(number: Token) -> bool:
    """ "January 9" and "9 January"; a number before a noun counts it: "in May 12 men"."""
    doc, at = number.doc, number.i
    before = doc[at - 1].lower_.rstrip(".") if at else ""
    after = doc[at + 1].lower_.rstrip(".") if at + 1 < len(doc) else ""
    return (before in MONTHS or after in MONTHS) and number.dep_ != "nummod"


def _is_year(number: Token) -> bool:
    if not (number.text.isdecimal() and int(number.text) in YEARS) or number.dep_ == "nummod":
        return False
    return any(child.dep_ == "case" and child.lower_ in IN_TIME for child in number.children)


def opens_day(token: Token) -> bool:
    """Whether a word can begin a day: "Monday", "yesterday", "last week"."""
    return token.ent_type_ == "" and (token.lower_.endswith("day") or token.lower_ in {"last", "this", "earlier"})
