"""Verbs in a row that share their subject and object, some of which a small parser reads as qualities of the object."""

from spacy.tokens import Token

from stages.parsing.hanging import hang
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

# Past forms that do not end in -ed and may be read as participles.
PAST_TOO = words_of("shot hit cut held hanged burnt fought caught hurt bound beat hung bombarded")
PAST = frozenset({"VBD", "VBN", "JJ", "VB"})
INSIDE = frozenset({"det", "nummod", "amod", "compound", "nmod:poss", "nmod", "advmod", "case"})


def join_series(first: Token) -> None:
    """In "Soldiers shot, whipped and robbed unarmed traders" all three are done to the traders, who are not robbed."""
    is_first = first.tag_ in {"VBD", "VBP", "VBN"} and first.dep_ not in {"conj", "amod", "acl"}
    has_doer = any(child.dep_ in NOUN_SUBJECTS for child in first.lefts)
    if not (is_first and has_doer) or any(child.dep_.startswith("aux") for child in first.lefts):
        return
    series = _series_of(first)
    noun = _noun_behind(series[-1]) if len(series) > 1 else None
    if noun is None or noun.dep_ not in {"obj", "conj", "obl:unmarked"} or is_time(noun):
        return
    last = series[-1]
    if noun.head not in series or any(child.dep_ in {"aux", "aux:pass", "obj"} for child in last.lefts):
        return
    for verb in series:
        if verb == first:
            verb.tag_ = "VBD"
        elif verb.head in {*series, noun}:
            hang(verb, first, "conj")
            verb.tag_, verb.pos_ = "VBD", "VERB"
    if last.head == first and hang(noun, last, "obj"):
        for child in [child for child in noun.children if child.dep_ == "cc" and child.i < last.i]:
            hang(child, last)
        for child in [child for child in noun.lefts if child.dep_ == "advmod" and child.i < last.i]:
            hang(child, last)


def _series_of(first: Token) -> list[Token]:
    """The verbs that follow one behind commas and "and", up to the one that "and" joins; only it, where none does."""
    series, at, end = [first], first.i + 1, first.sent.end
    is_closed = False
    while at < end and not is_closed:
        if first.doc[at].text != "," and first.doc[at].lower_ != "and":
            break
        while at < end and (first.doc[at].text == "," or first.doc[at].lower_ == "and" or first.doc[at].tag_ == "RB"):
            is_closed = is_closed or first.doc[at].lower_ == "and"
            at += 1
        if at >= end or not _is_past(first.doc[at]):
            return [first]
        series.append(first.doc[at])
        at += 1
    return series if is_closed and len(series) > 2 else [first]


def _is_past(word: Token) -> bool:
    return word.tag_ in PAST and (word.lower_.endswith("ed") or word.lower_ in PAST_TOO or word.tag_ == "VBD")


def _noun_behind(verb: Token) -> Token | None:
    """The head of the phrase that opens right behind a verb."""
    if verb.i + 1 >= verb.sent.end:
        return None
    noun = verb.nbor(1)
    while noun.dep_ in INSIDE and noun.head.i > noun.i:
        noun = noun.head
    is_open = any(child.dep_ in {"case", "mark"} and child.i > verb.i for child in noun.lefts)
    return noun if noun.tag_[:2] in {"NN", "PR", "CD"} and not is_open else None
