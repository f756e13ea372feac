"""How far a place reaches as written: its direction, the part that is meant, and the other names of its list."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from stages.naming.named_sites import ROADS
from stages.naming.place_names import Places
from stages.parsing.neighbours import opens_sentence
from stages.words.wordlists import words_of

COMPASS = words_of("north south east west northern southern eastern western central")
DIRECTIONS = COMPASS | words_of("""
    northeastern northwestern southeastern southwestern northeast northwest southeast southwest downtown uptown
    upper lower
""")
# A part of a place, told before it: "the outskirts of Damascus".
PARTS = words_of("""
    outskirts suburb suburbs countryside centre center heart quarter quarters district districts neighbourhood
    neighbourhoods neighborhood neighborhoods area areas vicinity streets capital
""")
LENGTHS = words_of("mile miles km kms kilometre kilometres kilometer kilometers nautical")
SIDES = words_of("north south east west northeast northwest southeast southwest part parts")  # "in the north of Mali"
KINDS = words_of("city town village province governorate district region county state camp island capital port of the")
BEARINGS = SIDES - {"part", "parts"}
REGIONS = words_of("province governorate district region county state island")
FARTHEST = 6  # tokens between a name and the word for its part
SHORTEST_LIST = 3  # names; two with a comma are a place and its container


def from_direction(place: Span) -> Span:
    """A place with the direction and the part written before it: "northern Mali", "the outskirts of Homs"."""
    doc, start = place.doc, place.start
    while start > place.sent.start and _is_direction(doc[start - 1]):
        start -= 1
    part = _part_before(doc[start : place.end])
    start = start if part is None else part
    start = start - 2 if _is_beyond(start, place.sent.start, doc) else start
    return doc[_distance_before(start, place.sent.start, doc) : place.end]


def _is_beyond(start: int, first: int, doc: Doc) -> bool:
    """ "an offensive north of Baghdad", "a village just east of Homs": not in it."""
    is_side = start - 2 > first and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in BEARINGS
    return is_side and doc[start - 3].lower_ not in {"the", "-"} and doc[start - 3].lower_ not in LENGTHS


def _distance_before(start: int, first: int, doc: Doc) -> int:
    """Where "120 miles east of Muscat" begins, of which the name stands at `start`; `start` itself without it."""
    at = start - 1
    if at <= first or doc[at].lower_ not in {"of", "off", "from"}:
        return start
    at -= 1
    while at > first and (doc[at].lower_ in DIRECTIONS or doc[at].text in "-)(" or doc[at].lower_ in {"due", "away"}):
        at -= 1
    is_length = doc[at].lower_ in LENGTHS and doc[at - 1].like_num
    is_second = is_length and doc[at - 2].text == "("  # "45 km (28 miles) from Lagos"
    if is_second:
        at -= 3
        is_length = at > first and doc[at].lower_ in LENGTHS and doc[at - 1].like_num
    return at - 1 if is_length else start


def _is_direction(token: Token) -> bool:
    """Whether a word before a name is a direction, or half of one: north - western."""
    is_half = token.text == "-" and token.i > 0 and token.nbor(-1).lower_ in COMPASS and token.nbor().lower_ in COMPASS
    return token.text in DIRECTIONS or is_half


def _part_before(place: Span) -> int | None:
    """Where the phrase for a part of a place begins, which is "the edge of the mountain town of" before its name."""
    doc, sent = place.doc, place.sent
    for at in range(place.start - 1, max(sent.start, place.start - FARTHEST), -1):
        token, before = doc[at], doc[at - 1]
        if token.lower_ in {"to", "from"} and before.lower_ in ROADS:
            return before.i - (doc[before.i - 1].lower_ == "the")  # "the road to Slavo"
        if token.lower_ == "of" and (before.lower_ in PARTS or _is_side(before) or _is_named_kind(before)):
            start = before.i
            while start > sent.start and _is_of_part(start - 1, before):
                start -= 1
            return int(start)
        if token.lower_ not in KINDS and token.tag_ not in {"JJ", "NN", "VBN"}:
            return None
    return None


def _is_of_part(at: int, part: Token) -> bool:
    """ "the northern edge", "the Bab Amr quarter": its direction and its name, and no other word."""
    token = part.doc[at]
    if token.lower_ in DIRECTIONS | {"the"}:
        return True
    is_bound = token.text in {"-", "‑"} or token.text.istitle() or token.ent_type_ == "LOC"
    return is_bound and token.dep_ in {"compound", "flat", "nmod", "punct", "amod"} and part.is_ancestor(token)


def _is_named_kind(noun: Token) -> bool:
    """ "the Lower Shabelle region of Somalia": a region with a name of its own."""
    is_kind = noun.lower_ in REGIONS and not opens_sentence(noun)
    return is_kind and noun.nbor(-1).tag_ == "NNP" and noun.nbor(-1).head == noun


def _is_side(noun: Token) -> bool:
    """ "the north of Mali", "the eastern part of Goma"; and no "part of Goma"."""
    if noun.lower_ in {"part", "parts"}:
        return any(child.lower_ in DIRECTIONS for child in noun.lefts)
    return noun.lower_ in SIDES and noun.i > 0 and noun.nbor(-1).lower_ == "the"


def enumerated(name: Span, places: Places) -> Span | None:
    """The list a name stands in: "Uganda, Ethiopia and Sudan"; None where it stands alone or before its container."""
    names = places.within(name.sent.start, name.sent.end)
    at = next((index for index, each in enumerate(names) if each.start == name.start), None)
    if at is None:
        return None
    first = last = at
    while first > 0 and _joint(names[first - 1], names[first]) == ",":
        first -= 1
    while last + 1 < len(names) and _joint(names[last], names[last + 1]) in {",", "and"}:
        last += 1
        if _joint(names[last - 1], names[last]) == "and":
            break
    is_closed = last > first and _joint(names[last - 1], names[last]) == "and"
    is_long = last - first + 1 >= SHORTEST_LIST
    return name.doc[names[first].start : names[last].end] if is_closed and is_long else None


def _joint(first: Span, second: Span) -> str | None:
    """What stands between two names of a list: a comma or "and"."""
    words = [token.lower_ for token in first.doc[first.end : second.start] if token.lower_ != "the"]
    if words == [","]:
        return ","
    return "and" if words in (["and"], [",", "and"]) else None
