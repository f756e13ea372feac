"""Headlines with a comma for "and": "India, Pakistan sign accord", "Mali jails ten, frees two"."""

from itertools import takewhile

from spacy.tokens import Span, Token

from stages.mending.headlines import VERBS_ONLY, VERBS_TOO
from stages.parsing.hanging import hang
from stages.parsing.tags import TENSED
from stages.words.people import COLLECTIVES
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

DEEDS = words_of("""
    accuse agree attack battle blame bomb call clash condemn cut declare deploy discuss end exchange expel extend fight
    hold join kill launch meet pledge pound raid reach ready recall reject renew restore resume seal seek sever shell
    sign strike strive swap trade urge vow warn welcome withdraw
""")
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBP"})
PARTICLES = frozenset({"out", "off", "down", "up"})
MOST = 3  # words of either name


def join_pair(sent: Span) -> None:
    """In the headline "India, Pakistan sign accord" both sign it: the word behind them is their verb."""
    label = next((token.i + 1 for token in sent[:MOST] if token.text == ":"), sent.start)
    start = min(label, sent.end - 1)  # "Transcript: Abbas, Barak reach deal"
    comma = next((token for token in sent.doc[start : start + MOST + 1] if token.text == ","), None)
    if comma is None or comma.i == start or comma.i >= sent.end or sent[-1].text in {".", "?", '"', "”"}:
        return
    doc = sent.doc
    verb = next((token for token in doc[comma.i + 2 : comma.i + MOST + 2] if token.lower_ in DEEDS), None)
    if verb is None or verb.i >= sent.end or verb.text.istitle():
        return
    first, second = doc[start : comma.i], doc[comma.i + 1 : verb.i]
    if not all(_is_of_name(token) for token in (*first, *second)) or not first[0].text[:1].isupper():
        return
    last = second[-1]
    is_many = last.tag_ in {"NNS", "NNP", "NNPS"} or last.text[:1].isupper() or last.lower_ in COLLECTIVES
    if is_many and not any(is_time(token) for token in (*first, *second)):
        _act(verb, first, second, comma)


def _is_of_name(token: Token) -> bool:
    return token.tag_ in NOMINAL and token.lower_ not in DEEDS


def _act(verb: Token, first: Span, second: Span, comma: Token) -> None:
    """Make a verb the root of its headline, and hang on it what hung before it."""
    sent, doer, other = verb.sent, first[-1], second[-1]
    things = [token for token in sent if token.i > verb.i and (token.head.i <= verb.i or token.head == token)]
    above = verb.head
    hang(verb, verb, "ROOT")
    verb.tag_, verb.pos_ = "VBP", "VERB"
    is_shared = other.tag_ == "NNS" and len(second) > 1  # "Chad, Sudan leaders"
    hang(other, verb, "nsubj")
    hang(doer, other if is_shared else verb, "compound" if is_shared else "nsubj")
    if not is_shared:
        hang(other, doer, "conj")
    for token in (*first[:-1], *second[:-1]):
        hang(token, doer if token.i < comma.i else other, "compound")
    hang(comma, other, "punct")
    for thing in things:
        is_object = thing.tag_[:2] in {"NN", "CD"} and all(child.dep_ != "case" for child in thing.lefts)
        is_next = thing.left_edge.i == verb.i + 1 or thing == above
        hang(thing, verb, "obj" if is_object and is_next else "obl" if thing.dep_ == "nmod" else thing.dep_)
    if above.i > verb.i and above.head == verb and above.dep_ in {"ROOT", "appos", "parataxis"}:
        above.dep_ = "obj"


def join_second_deed(sent: Span) -> None:
    """In the headline "Mali jails ten, frees two" Mali does both."""
    first = next((token for token in sent[:4] if token.tag_ == "VBZ" and _has_doer(token)), None)
    if first is None or sent[-1].is_punct:
        return
    comma = next((token for token in sent if token.text == "," and token.i > first.i + 1), None)
    second = comma.nbor(1) if comma is not None and comma.i + 2 < sent.end else None
    if comma is None or second is None or not (second.tag_ == "VBZ" or second.lower_ in VERBS_ONLY | VERBS_TOO):
        return
    if (
        first.head != first
        or _has_doer(second)
        or any(token.tag_ in TENSED for token in sent.doc[first.i + 1 : comma.i])
    ):
        return
    hang(second, first, "conj")
    second.tag_, second.pos_ = "VBZ", "VERB"
    _give_object(first, sent.doc[first.i + 1 : comma.i])
    _give_object(second, sent.doc[second.i + 1 : sent.end])


def _has_doer(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)


def _give_object(verb: Token, behind: Span) -> None:
    """Hang the nouns right behind a verb on it, where they hang on another."""
    nouns = list(takewhile(lambda token: token.tag_[:2] in {"NN", "JJ", "CD", "DT"} and not is_time(token), behind))
    if not nouns or any(child.dep_ in {"obj", "ccomp", "xcomp"} and child in nouns for child in verb.rights):
        return
    if not hang(nouns[-1], verb, "obj"):
        return
    for noun in nouns[:-1]:
        if noun.head not in nouns:
            hang(noun, nouns[-1], "compound" if noun.tag_[:2] == "NN" else "amod")
    following = verb.doc[nouns[-1].i + 1 : behind.end]
    if len(following) and following[0].lower_ in PARTICLES:
        hang(following[0], verb, "compound:prt")
