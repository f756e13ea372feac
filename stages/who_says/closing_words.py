"""Who says so at the end of a sentence or before its semicolon, by the order of words alone.

", a document seen by the paper shows.", ", local media reported early Friday.", ", the observers confirmed;": the last
verb of a long sentence is what parsers most often take for a noun or for a participle.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from stages.words.speech import is_named_said
from stages.words.wordlists import words_of

SAYING = words_of("""
    say says said report reports reported confirm confirms confirmed claim claims claimed announced reckon reckons
    estimate estimates estimated add adds added insist insists insisted warns warned writes wrote suggest suggests
    suggested indicate indicates indicated acknowledged admitted recalled show shows showed
""")
SHOWING = words_of("show shows showed suggest suggests suggested indicate indicates indicated")
PAPERS = words_of("""
    document documents report reports record records video videos footage photo photos photograph photographs picture
    pictures image images data figures statistics survey poll study cable cables memo letter statement file files
    transcript transcripts recording recordings list lists imagery
""")
NOMINAL = ("NN", "JJ", "DT", "CD", "PO", "PR", "IN", "HY")
SPEAKERS = frozenset({"NOUN", "PROPN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
WITHIN = words_of("seen obtained - close loyal opposed sympathetic allied")  # "a paper close to the party"
REACH = 14  # tokens of a speaker with what describes him
TAIL = 10  # tokens of a day, a place


class Closing(NamedTuple):
    """The verb, the speaker and the first of the words that close a clause."""

    verb: int
    source: int
    first: int


def closings_in(sent: Span) -> Iterator[Closing]:
    """The verbs that close a sentence, or a part of it up to a semicolon, with their speakers."""
    for token in sent:
        if token.lower_ in SAYING and token.i > sent.start + 1 and not is_named_said(token):
            found = _closing_of(token, sent)
            if found is not None:
                yield found


def end_of_part(sent: Span, at: int) -> int:
    """The first semicolon behind a token, or the end of the sentence."""
    return next((token.i for token in sent.doc[at : sent.end] if token.text == ";"), sent.end)


def _closing_of(verb: Token, sent: Span) -> Closing | None:
    doc, last = sent.doc, _before_aside(verb, sent)
    first = last
    while first > sent.start and last - first < REACH and _is_nominal(doc[first - 1]):
        first -= 1
    words = doc[first:last]
    if not len(words) or first < sent.start + 3 or doc[first - 1].text != "," or not _is_phrase(words):
        return None
    tail = [token for token in doc[verb.i + 1 : end_of_part(sent, verb.i)] if not token.is_space]
    tail = tail[:-1] if tail and tail[-1].text in {".", "”", '"'} else tail
    if len(tail) > TAIL or any(token.is_punct or token.tag_[:2] in {"VB", "MD", "PR", "WD"} for token in tail):
        return None
    if tail and tail[0].tag_[:2] not in {"IN", "TO", "RB", "JJ"} and not tail[0].lower_.endswith("day"):
        return None
    nouns = (token for token in words if token.pos_ in SPEAKERS)
    source = next((noun for noun in nouns if not words.start <= noun.head.i < last), None)
    is_told = any(token.tag_ in FINITE for token in doc[sent.start : first])
    if source is None or not is_told or (verb.lower_ in SHOWING and source.lower_ not in PAPERS):
        return None
    return Closing(verb.i, source.i, first)


def _before_aside(verb: Token, sent: Span) -> int:
    """Where the speaker's phrase ends: before a name in commas, ", the mayor of the town, Omar Sow, announced"."""
    at = verb.i - 1
    if verb.i < sent.start + 2 or sent.doc[at].text != ",":
        return verb.i
    while at > sent.start and verb.i - at < REACH and sent.doc[at - 1].tag_ in {"NNP", "NNPS", "HYPH", "NN"}:
        at -= 1
    is_named = sent.doc[verb.i - 2].ent_type_ == "PERSON" and at > sent.start and sent.doc[at - 1].text == ","
    return at - 1 if is_named else verb.i


def _is_nominal(token: Token) -> bool:
    return token.tag_.startswith(NOMINAL) or token.lower_ in WITHIN


def _is_phrase(words: Span) -> bool:
    """Whether words before a verb are one noun phrase: "the town | the group claimed" are two."""
    is_split = any(
        word.tag_ in {"DT", "PRP$"} and word.i > words.start and word.nbor(-1).tag_.startswith("NN") for word in words
    )
    return words[-1].tag_.startswith("NN") and words[0].tag_ not in {"IN", "POS", "VBN"} and not is_split
