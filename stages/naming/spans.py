"""Where names of persons and organisations stand: the model's, corrected by what the words around them say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.naming.ranks import Rank, RankLadder, ranks_in
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

LABELS = {"PERSON": "person", "ORG": "organisation", "LOC": "place"}
UNIT_WORDS = ("Brigade|Battalion|Regiment|Division|Corps|Squadron|Platoon|Company|Battery|Directorate|Fleet|Flotilla"
              "|Brigades|Battalions|Commandos|Legion")  # fmt: skip
WORD = r"[A-Z][\w’'-]{0,60}"  # bounded, so that a run of hyphens is not read to its end from each of them
PROPER = rf"(?:{WORD}|[ae]l-{WORD})"
UNIT = re.compile(
    rf"(?:\b\d{{1,4}}(?:st|nd|rd|th)|\b{WORD})(?: {PROPER}){{0,4}} (?:{UNIT_WORDS})\b"
    r"|\bUnit \d{2,4}\b|\b(?:Brigade|Battalion|Regiment|Division|Squadron) \d{1,4}\b"
)
AGENCY = re.compile(rf"\b{WORD}(?: {PROPER}){{0,3}} (?:state )?(?:[Nn]ews|[Pp]ress) [Aa]gency\b")
OUTLET_WORDS = words_of("tv television radio newspaper daily magazine times post herald tribune gazette channel "
                        "broadcaster news broadcasting broadcast chronicle journal weekly")  # fmt: skip
AGENCIES = words_of("reuters afp ap sana xinhua anatolia anadolu tass itar-tass interfax irna isna mehr fars petra "
                    "wafa kyodo yonhap kcna efe dpa upi pti ansa bernama antara mena wam spa kuna qna bna")  # fmt: skip
STATE_WORDS = words_of("ministry department government parliament court council senate congress embassy police army "
                       "navy force forces agency directorate bureau commission authority administration")  # fmt: skip
GROUP_WORDS = words_of("front movement party brotherhood militia coalition alliance union league faction taliban "
                       "taleban hezbollah hizbollah hamas isis isil shabiha committee committees resistance guard "
                       "guards rebels jihad society group network")  # fmt: skip
TITLES = words_of("mr mr. mrs mrs. ms ms. dr dr. sir lord lady sheikh shaikh mullah imam ayatollah king queen prince "
                  "princess rev rev. professor prof prof. comrade")  # fmt: skip
MAX_POST_TOKENS = 12


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name over tokens `start` to `end`, with its label, kind, rank and the words of the post beside it."""

    start: int
    end: int
    label: str
    kind: str | None = None
    rank: Rank | None = None
    post: Span | None = None


def names_in(doc: Doc, ladder: RankLadder) -> list[NameSpan]:
    """The names of a document, in order, without overlaps; a unit or agency by its words outweighs the model."""
    found = list(_organisations_by_words(doc, ladder))
    taken = {at for name in found for at in range(name.start, name.end)}
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None or taken.intersection(range(ent.start, ent.end)):
            continue
        name = _person(ent, ladder) if label == "person" else _plain(ent, label)
        if name is not None:
            found.append(name)
    return sorted(found, key=lambda name: name.start)


def _organisations_by_words(doc: Doc, ladder: RankLadder) -> Iterator[NameSpan]:
    text = re.sub(r"[\t\r\u00a0]", " ", doc.text)
    matches = [("unit", found) for found in UNIT.finditer(text)] + [
        ("agency", found) for found in AGENCY.finditer(text)
    ]
    end = 0
    for kind, match in sorted(matches, key=lambda pair: pair[1].start()):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        span = _without_opening(span, ladder)
        if span.start >= end and len(span) > 1:
            end = span.end
            yield NameSpan(span.start, span.end, "organisation", kind)


def _without_opening(span: Span, ladder: RankLadder) -> Span:
    """A name without words at its front that only stand before it: an article, a preposition, a rank."""
    while len(span) > 1 and (span[0].is_stop or ranks_in(span[:1], ladder)):
        span = span[1:]
    return span


def _plain(ent: Span, label: str) -> NameSpan | None:
    span = _trimmed(ent)
    if span is None:
        return None
    return NameSpan(span.start, span.end, label, kind_of(span) if label == "organisation" else None)


def _trimmed(span: Span) -> Span | None:
    """A name without an article before it or a possessive after it."""
    while len(span) and (span[0].lower_ in {"the", "a", "an"} or span[0].is_punct or span[0].is_space):
        span = span[1:]
    while len(span) and (span[-1].lower_ in {"'s", "’s", "'", "’"} or span[-1].is_space):
        span = span[:-1]
    return span if len(span) else None


def kind_of(span: Span) -> str | None:
    """The kind of an organisation that its words show: unit, agency, outlet, state or group; else null."""
    words = [token.lower_ for token in span]
    if span[-1].text in UNIT_WORDS.split("|"):
        return "unit"
    if (words[-1] in AGENCIES and len(words) <= 2) or words[-2:] in (["news", "agency"], ["press", "agency"]):
        return "agency"
    if set(words) & OUTLET_WORDS or words[:2] in (["al", "jazeera"], ["al", "arabiya"]):
        return "outlet"
    if words[-1] in STATE_WORDS or words[0] in {"ministry", "department", "supreme"}:
        return "group" if {"free", "liberation", "national"} & set(words[:-1]) else "state"
    return "group" if set(words) & GROUP_WORDS else None


def _person(ent: Span, ladder: RankLadder) -> NameSpan | None:
    """A person's name without rank or title, with the rank and the post written beside it."""
    span = _trimmed(ent)
    if span is None:
        return None
    start = max([rank.end for rank in ranks_in(span, ladder) if rank.start == span.start], default=span.start)
    while start < span.end - 1 and span.doc[start].lower_ in TITLES:
        start += 1
    if start >= span.end:
        return None
    before = _post_before(span.doc, start)
    ranks = ranks_in(before, ladder) if before is not None else []
    rank = ranks[-1] if ranks and (ranks[-1].end >= start - 1 or ranks[-1].branch == "civil") else None
    return NameSpan(start, span.end, "person", None, rank, before or _post_after(span, ladder))


def _post_before(doc: Doc, end: int) -> Span | None:
    """The title before a name: "Turkish Foreign Minister", "Brig. Gen.", "rebel spokesman"."""
    start = end
    while start > 0 and end - start < MAX_POST_TOKENS and _is_in_title(doc[start - 1]):
        start -= 1
        if doc[start].is_sent_start:
            break
    while start < end and (doc[start].is_punct or doc[start].lower_ in {"'s", "’s"}):
        start += 1
    post = doc[start:end]
    return post if len(post) and any(is_title_word(token) for token in post) else None


def _is_in_title(token: Token) -> bool:
    if token.tag_:
        return token.tag_[:2] in {"NN", "JJ", "PO", "HY"} or token.text == "-"
    return token.text.rstrip(".").isalpha() and (token.text[:1].isupper() or is_person_noun(token))


def is_title_word(token: Token) -> bool:
    """Whether a word before a name says what its bearer is."""
    return is_person_noun(token) or token.lower_ in TITLES or (token.text.endswith(".") and len(token) > 1)


def _post_after(name: Span, ladder: RankLadder) -> Span | None:
    """The post in apposition after a name: ", head of the observers' mission,"."""
    doc = name.doc
    if name.end + 1 >= len(doc) or doc[name.end].text not in {",", "("}:
        return None
    end = name.end + 1
    while end < len(doc) and end - name.end <= MAX_POST_TOKENS and doc[end].text not in {",", ")", ".", ";", ":"}:
        end += 1
    post = doc[name.end + 1 : end]
    has_verb = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in post)
    if not len(post) or len(post) >= MAX_POST_TOKENS or has_verb:
        return None
    opening = post[:4]
    is_post = any(is_person_noun(token) for token in opening) or bool(ranks_in(opening, ladder))
    return post if is_post and not any(token.ent_type_ == "PERSON" for token in opening) else None
