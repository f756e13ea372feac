"""A place as a claim gives it: its words with its kind and container, and the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.grammar.noun_phrases import phrase_of
from stages.naming.described_places import DEFINITE
from stages.naming.place_names import Places
from stages.parsing.heads import SPELLINGS, case_of
from stages.triggers import Trigger
from stages.where.containers import KINDS, with_container
from stages.where.site_spans import enumerated, from_direction
from stages.words.wordlists import words_of

OPENINGS = frozenset({":", "–", "-", ",", "—"})
PICKING = words_of("particularly especially notably mainly chiefly")  # "in many towns, notably Homs"
INSIDE = frozenset({"DT", "JJ", "VBG", "NN", "NNP", "HYPH", "VBN", "CD"})
SPREAD = frozenset({"over", "across", "around", "throughout"})
CLAUSES = words_of("once if that whether because while although though so")
BEFORE = frozenset({"defection", "abduction"})  # what people did or suffered, who are told of for something since
CORES = words_of("center centre heart middle")
EVENTS = words_of("battle blast blasts attack attacks raid clash clashes bombing massacre")
LONGEST_LIST = 14  # tokens
NEAR = 3.0  # steps; beyond them the place of the attack an effect is of is the better guess
AREAS = words_of("outskirts suburbs north south east west part parts center centre middle edge heart all most streets")


@dataclass(frozen=True, slots=True)
class Site:
    """A place as written, its head, the rule that found it, and how far in the tree it was found."""

    span: Span
    head: Token
    rule: str
    steps: float = 0.0


def is_named(site: Site) -> bool:
    """Whether a place has a name, and is no "market" of which there may be two."""
    return any(token.tag_ in {"NNP", "NNPS"} or token.ent_type_ for token in site.span)


def opens_as_label(site: Site) -> bool:
    """ "Peru: Gunmen shot at and wounded a mayor in Tacna": a country set before a sentence says least of where."""
    span = site.span
    return span.start <= span.sent.start + 1 and span.doc[span.end : span.end + 1].text == ":"


def is_named_for_event(site: Site) -> bool:
    """ "slain in Dagestani Battle": a headline's capitals make a name of the event."""
    return len(site.span) > 1 and site.span[-1].lower_ in EVENTS


def site_at(head: Token, rule: str, places: Places) -> Site:
    """The place that a head names or describes."""
    name = places.at(head)
    if name is not None:
        return Site(written_at(name, places), head, rule)
    inside = [near for near in places.within(head.i, head.i + 6) if head.is_ancestor(near.root)]
    if head.lower_ in KINDS | DEFINITE | CORES and inside and case_of(_carrier(inside[0].root, head)) in {"of", None}:
        return Site(written_at(inside[0], places), inside[0].root, rule)
    earlier = places.described.get(head.i)
    if earlier is not None:
        return Site(earlier, earlier.root, f"{rule}, the {head.lower_} resolved")
    return Site(phrase_of(head, is_listed=False), head, rule)


def written_at(name: Span, places: Places) -> Span:
    """A place name with all that is written of it: list, container, direction and part."""
    span = enumerated(name, places) or _listed(name, places) or with_container(name, places)
    last = next((each for each in places.within(span.start, span.end) if each.end == span.end), name)
    end = (
        span.end if last == name else max(span.end, with_container(last, places).end)
    )  # "in Homs and in Bab Amr, Syria"
    return _with_owner(from_direction(span.doc[span.start : end]), places)


def _with_owner(place: Span, places: Places) -> Span:
    """A place with the one that owns it: "Cairo's | Tahrir Square", and no "Israel's | Gaza offensive"."""
    doc, at = place.doc, place.start - 1
    while at > place.sent.start and doc[at].tag_ in {"JJ", "VBG", "VBN"}:
        at -= 1  # "Mogadishu's | sprawling | Bakara market"
    if at <= place.sent.start or doc[at].tag_ != "POS" or place.root.conjuncts:
        return place
    end = at - (doc[at - 1].lower_ in KINDS)  # "Kidal province's | Tessalit"
    owner = next((name for name in places.within(max(place.sent.start, at - 6), at) if name.end in {end, at}), None)
    is_own = owner is not None and place.start <= doc[at].head.head.i < place.end
    return doc[owner.start : place.end] if owner is not None and is_own else place


def _listed(name: Span, places: Places) -> Span | None:
    """All places of a list: "Homs, Idlib and suburbs of Damascus"; None where there is no "and" between names."""
    members = [member for member in name.root.conjuncts if member.i > name.start]
    is_joined = any(child.dep_ == "cc" for member in members for child in member.lefts)
    is_place = all(places.at(member) is not None or member.lower_ in KINDS | AREAS for member in members)
    ends = [member.i + 1 for member in members]
    ends += [
        near.end
        for near in places.within(name.end, name.end + LONGEST_LIST)
        for m in members
        if m == near.root or m.is_ancestor(near.root)
    ]
    if not members or not is_joined or not is_place or max(ends) - name.start > LONGEST_LIST:
        return None
    return name.doc[name.start : _bound_end(name.doc, max(ends))]


def _bound_end(doc: Doc, end: int) -> int:
    """Where a name ends that hyphens bind to its parts: "the North-West and South | -East"."""
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text[:1].isupper() and not doc[end].whitespace_:
        end += 2
    return end


def _carrier(root: Token, head: Token) -> Token:
    """What carries the preposition of a name: state in "Awerial county in Lakes state"."""
    return root.head if root.dep_ == "compound" and root.head != head else root


def word_before(place: Span) -> str | None:
    """The preposition written before a name, a few adjectives or nouns aside, whatever the tree says."""
    doc, at = place.doc, place.start - 1
    while at >= place.sent.start and place.start - at <= 7:
        token = doc[at]
        if token.lower_ in PICKING and at > place.sent.start and doc[at - 1].text == ",":
            return "in"
        if token.lower_ in CLAUSES:
            return None
        if token.tag_ in {"IN", "TO"} and token.text != "-" and doc[at + 1].text != "-":
            words = [word.lower_ for word in doc[max(at - 2, 0) : at] if word.lower_ != "all"]
            is_spread = token.lower_ in SPREAD and words[-1:] == ["from"]
            return "from" if is_spread else SPELLINGS.get(token.lower_, token.lower_)  # "recruits from all over Chad"
        is_inside = token.text == "-" or doc[at + 1].text == "-"
        is_second = token.tag_ == "DT" and at and doc[at - 1].tag_.startswith("NN")  # "on Monday the United States"
        if is_second or (token.tag_ not in INSIDE and not is_inside):
            return None
        at -= 1
    return None


def is_governed(trigger: Trigger) -> bool:
    """Whether a light verb stands above a noun trigger, so that what locates the verb locates the event."""
    return any(function.startswith("light") for function in trigger.arguments.of) or trigger.head.dep_.startswith(
        "nsubj"
    )


def is_of_clause_above(place: Token, trigger: Trigger) -> bool:
    """ "An officer who deserted was arrested in Yangon": where they are arrested, not where they left."""
    clause = next((token for token in (trigger.head, *trigger.head.ancestors) if token.dep_ == "acl:relcl"), None)
    if clause is not None and clause == trigger.head and trigger.sense.type_code in BEFORE:
        return not clause.head.is_ancestor(place) and clause.head != place
    whose = None if clause is None else clause.head  # "the head of a unit that killed ten was held in Oslo"
    while whose is not None and whose.dep_ == "nmod" and whose.head.i < whose.i:
        whose = whose.head
    if clause is None or whose is None or not whose.dep_.startswith("nsubj") or place.i < clause.i:
        return False
    return whose.head.is_ancestor(place) and not whose.is_ancestor(place)


def is_label(place: Span) -> bool:
    """Whether a place is set before what it says: "Homs: 12 killed", and no "Chad, which backs them, ..."."""
    is_set_off = place.doc[place.end : place.end + 1].text in OPENINGS
    return is_set_off and not any(child.dep_ == "acl:relcl" for child in place.root.rights)
