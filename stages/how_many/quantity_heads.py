"""What a number counts: the noun after it, or people without a noun."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from stages.how_many.numerals import Numeral
from stages.how_many.quantity_words import (
    AUXILIARIES,
    BODIES,
    DAYS,
    FUNCTION_WORDS,
    INFLICTED,
    MONTHS,
    SKIPPED,
    STRONG,
    SUFFERED,
    VERB_ONLY,
)
from stages.words.people import COLLECTIVES, TALLIED, is_noun, is_person_noun, is_plural, is_thing


def is_strong(words: Sequence[str], at: int) -> bool:
    """ "500-strong", "five-member"."""
    return at + 1 < len(words) and words[at] in {"-", "–"} and words[at + 1] in STRONG


def head_of(sent: Span, words: Sequence[str], numeral: Numeral, end: int) -> tuple[int, bool]:
    """The token a number counts, and whether that is people; the number's last token when no noun follows."""
    last = sent.start + numeral.end - 1
    at = end
    if is_strong(words, at):
        at += 2
        noun = _noun_from(sent, at)
        return (noun.i if noun is not None else last), True
    if end > numeral.end and "of" in words[numeral.end : end]:
        noun = _noun_from(sent, end)  # "two of the three colonels"
        return last, noun is None or not is_thing(noun)
    while at < len(words) and words[at] in SKIPPED and at < end + 3:
        at += 1
    if list(words[at : at + 1]) == ["more"] and list(words[at + 1 : at + 2]) != ["than"]:
        at += 1
    if list(words[at : at + 3]) == ["would", "-", "be"]:
        at += 3
    noun = _noun_from(sent, at)
    if noun is None:
        return last, _is_headless_people(words, numeral, end)
    is_of_people = noun.tag_ in {"NNP", "NNPS"} and not BODIES.isdisjoint(words[numeral.start : numeral.end])
    is_of_people |= "of" in words[end:at] and noun.lower_ in COLLECTIVES  # "two of its staff"
    return noun.i, is_person_noun(noun) or noun.lower_ in TALLIED or is_of_people


def _noun_from(sent: Span, at: int) -> Token | None:
    """The head of the noun phrase whose first word may stand at that place: its last noun before the phrase ends."""
    doc: Doc = sent.doc
    noun: Token | None = None
    first = sent.start + at
    run = doc[first : min(sent.end, first + 7)]
    opening = next((token.i for token in run if _opens_abbreviation(token, sent.end)), None)
    longer = doc[first : min(sent.end, first + 10)]
    for token in run if opening is None else [each for each in longer if not opening <= each.i <= opening + 2]:
        is_between = token.lower_ in {"and", ","} and noun is None and _is_adjective(token.nbor(-1))
        if token.lower_ in {"-", "’s", "“", '"', "‘"} or is_between or (token.text == "'" and token.tag_ == "``"):
            continue
        if (noun is not None and _is_closed(noun, token)) or not _is_in_phrase(token, noun):
            break
        if _is_nominal(token):
            noun = token
    return noun


def _opens_abbreviation(token: Token, end: int) -> bool:
    """ "40 People's Party (PP) supporters": a name's short form stands between the name and those who are counted."""
    if token.text != "(" or token.i + 3 >= end:
        return False
    short, closing, following = token.nbor(1), token.nbor(2), token.nbor(3)
    return short.is_upper and closing.text == ")" and is_person_noun(following)


def _is_adjective(token: Token) -> bool:
    return token.tag_.startswith("JJ") or token.pos_ == "ADJ"


def _is_nominal(token: Token) -> bool:
    if token.tag_ or token.pos_:
        return is_noun(token) or (is_person_noun(token) and token.lower_ not in SUFFERED)
    is_known = is_person_noun(token) or is_thing(token) or token.lower_ in COLLECTIVES | TALLIED
    return is_known and token.lower_ not in SUFFERED


def _is_in_phrase(token: Token, noun: Token | None) -> bool:
    """Whether a word still belongs to the noun phrase read so far."""
    word = token.lower_
    if word in AUXILIARIES | DAYS | MONTHS or (word in VERB_ONLY and not _is_before_noun(token)):
        return False
    if is_person_noun(token) or is_thing(token) or (word in COLLECTIVES | TALLIED and not token.tag_):
        return True
    if token.tag_:
        if token.tag_ in {"VBN", "VBG", "RB"}:
            return noun is None and token.nbor(-1).lower_ not in INFLICTED
        return token.tag_[:2] == "NN" or (noun is None and token.tag_[:2] == "JJ")
    if token.pos_:
        return token.pos_ in {"ADJ", "NOUN", "PROPN"}
    return token.is_alpha and word not in FUNCTION_WORDS and noun is None


def _is_before_noun(token: Token) -> bool:
    """ "200 abducted schoolgirls": a participle that stands between the number and its noun."""
    if token.i + 1 >= len(token.doc) or not token.tag_.startswith(("VBN", "JJ", "NN")):
        return False
    following = token.nbor(1)
    return following.tag_.startswith("NN") and token.nbor(-1).tag_ not in {"NNS", "NNPS"}


def _is_closed(noun: Token, token: Token) -> bool:
    """Whether people in the plural have ended the phrase: "20 soldiers defect" and "20 soldiers yesterday"."""
    return is_plural(noun) and is_person_noun(noun) and not is_person_noun(token)


def _is_headless_people(words: Sequence[str], numeral: Numeral, end: int) -> bool:
    """Whether a number without a noun means people, by the verb beside it."""
    after, before = words[end : end + 4], words[max(0, numeral.start - 3) : numeral.start]
    if BODIES & set(words[numeral.start : numeral.end]):
        return words[end : end + 1] != ["of"]
    if any(word in SUFFERED for word in after) or (after and after[0] in AUXILIARIES and numeral.rule != "collective"):
        return True
    return any(word in INFLICTED for word in before) or {"toll", "tally"} & set(words[: numeral.start]) != set()
