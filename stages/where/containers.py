"""The words written around a place name that say what kind of place it is and in which other it lies."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from stages.naming.named_sites import SITES
from stages.naming.place_names import Places
from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence
from stages.where.site_spans import DIRECTIONS
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

KINDS = words_of("""
    province governorate district region city town village area state county suburb neighbourhood neighborhood
    camp valley island airport base square
""")
CAPITALS = frozenset({"capital"})
SET_IN = frozenset({"in", "near", "outside"})
OWNING = frozenset({"'s", "’s"})
CROSSINGS = words_of("roundabout junction crossroads intersection crossing street road avenue bridge hospital")
LARGE = words_of("""
    quarter countryside suburbs outskirts neighbourhoods checkpoint community communities regions provinces districts
    states counties
""")
TRAILING = KINDS | CROSSINGS | SITES | LARGE
MAX_BETWEEN = 7  # tokens from a name to that of its container: ", in the central province of"
BETWEEN = words_of("""
    , in of the ( central coastal border country country's nearby neighbouring neighboring restive eastern western
    northern southern
""")


def with_container(place: Span, places: Places) -> Span:
    """A place name with its kind and the container written beside it: "Quriya, Deir ez-Zor province"."""
    doc, end = place.doc, place.end
    inner = _inner_after(place, places)
    if inner is not None:
        return with_container(inner, places)
    owned = _owned_after(place, places)
    if owned is not None:
        return doc[place.start : owned.end]
    end = _end_of_kind(doc, end)
    at = end
    while (
        at < len(doc)
        and at - end < MAX_BETWEEN
        and (doc[at].lower_ in BETWEEN or doc[at].text in DIRECTIONS or _is_kind_of(doc[at]) or _is_quality(doc[at]))
    ):
        if doc[at].lower_ == "the" and doc[at - 1].text == ",":
            break  # "unlike marches in Oslo, the Bergen rally"
        at += 1
    for name in places.within(at, at + 8):
        is_owner = doc[name.end : name.end + 1].text in OWNING  # "in northern Iraq, Tehran's agency said"
        if name.start == at and at > end and doc[end].lower_ != "the" and not (is_owner and doc[end].text == ","):
            if name.root.dep_ == "compound" and is_person_noun(name.root.head):
                break  # "In Masisi, Ituri militiamen attacked"
            if doc[end].lower_ == "of":
                return doc[place.start : with_container(name, places).end]  # "Baba Amr area of Homs, Syria"
            stop = name.end + 1 if name.end < len(doc) and doc[name.end].lower_ in KINDS else name.end
            is_closed = doc[end].text == "(" and doc[stop : stop + 1].text == ")"  # "Ladysmith (Emnambithi)"
            return doc[place.start : stop + is_closed]
    return doc[place.start : end]


def _end_of_kind(doc: Doc, end: int) -> int:
    """Where the words end that say what kind of place a name is: "Kasa | Local Government Area"."""
    if end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].lower_ in CAPITALS:
        return end + 2
    if doc[end : end + 2].text == "Government Area" or doc[end : end + 3].text == "Local Government Area":
        end += 2 + (doc[end].text == "Local")
    while end < len(doc) and doc[end].lower_ in TRAILING and not _is_of_other_noun(doc[end]):
        end += 1
    return end


def _is_kind_of(noun: Token) -> bool:
    """ "Rastan, in the central province of Homs": which province follows."""
    return noun.lower_ in KINDS and not ends_sentence(noun) and noun.nbor(1).lower_ == "of"


def _is_quality(word: Token) -> bool:
    """ "Porvenir, in the remote Pando department"."""
    return word.tag_ == "JJ" and word.text.islower() and word.i > 0 and word.nbor(-1).lower_ in {"the", "of", "in"}


def _is_of_other_noun(kind: Token) -> bool:
    """ "the Homs area commander": the word for a kind only says which commander."""
    return kind.dep_ == "compound" and kind.head.i > kind.i and kind.head.lower_ not in TRAILING


def _inner_after(place: Span, places: Places) -> Span | None:
    """The town that a country's name describes: "the Central African | town of Obo", "the Niger capital | Niamey"."""
    doc, end = place.doc, place.end
    kind = end + 1 if end + 1 < len(doc) and {doc[end].lower_, doc[end + 1].lower_} <= KINDS else end
    if kind + 2 < len(doc) and doc[kind].lower_ in KINDS | CAPITALS and doc[kind + 1].lower_ == "of":
        return next(iter(places.within(kind + 2, kind + 6)), None)
    if kind + 1 < len(doc) and doc[kind].lower_ in CAPITALS:
        return next((name for name in places.within(kind + 1, kind + 4) if name.start == kind + 1), None)
    return None


def _owned_after(place: Span, places: Places) -> Span | None:
    """The narrower place that a name owns: "Idlib province's Saraqib", "Idlib's Saraqib"."""
    doc, at = place.doc, place.end
    while at < len(doc) and at - place.end < 2 and doc[at].lower_.removesuffix("s") in KINDS | {"'", "’"}:
        at += 1
    if at < len(doc) and doc[at].tag_ == "POS":
        at += 1
    part = place.root.head
    if at == part.i and part.text.istitle() and part.ent_type_ in {"", "LOC"} and case_of(part) in SET_IN:
        return doc[at : at + 1]  # "in London's | Docklands"
    return next((name for name in places.within(at, at + 6) if name.start == at and at > place.end), None)
