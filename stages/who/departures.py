"""What a defection leaves and where it goes, when other words of the sentence name it."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.agreement import noun_run_after
from stages.grammar.noun_phrases import classes_of, content_head, phrase_of
from stages.parsing.heads import case_of, obliques_of, with_conjuncts
from stages.roles import Role, Roles
from stages.triggers import Trigger
from stages.words.people import CONTAINERS, is_person_noun, is_plural
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

LEFT = frozenset({"force", "organisation", "regime", "police", "militarything", "troops"})
HOUSES = frozenset({"site", "building", "place"})
FORCE_REACH = 12  # tokens from a defection to "from" the force left
GENERIC = words_of("element elements members member personnel unit units men forces fighters officers soldiers")
ARRIVING = words_of("land fly cross drive sail steer arrive travel escape swim walk row flee slip come go defect")
FOUNDING = words_of("form found create establish")
SIDES = words_of("side ranks cause camp lines")
ARRIVED_AT = ("to", "into", "in", "at", "on")


def with_force_left(roles: Roles, trigger: Trigger, vocab: Vocab) -> Roles:
    """For a defection that names no force left: the force that the people are of ("a captain in the 14th Brigade")."""
    actor, target = roles.get("actor"), roles.get("target")
    if actor is None:
        return roles
    if target is None and _is_force_itself(actor, vocab):
        kept = {name: role for name, role in roles.by_name.items() if name != "actor"}
        return Roles({**kept, "target": actor}, roles.counted)  # "army defections"
    if target is not None and _is_left(target, trigger, vocab):
        return roles
    roles = Roles({name: role for name, role in roles.by_name.items() if name != "target"}, roles.counted)
    first, *others = with_conjuncts(content_head(actor.head))
    named = [actor.head] if actor.head.lower_ in GENERIC else []  # "members of the presidential guard"
    named += [child for child in actor.head.rights if child.dep_ == "flat"]  # "Captain Omar Said of the Guard"
    members = [*named, first, *(other for other in others if is_person_noun(other))]
    force = next((force for member in members if (force := _force_of(member, vocab)) is not None), None)
    force = force or _force_after(trigger, vocab) or _force_within(trigger, vocab)
    if force is None:
        return roles
    role = Role(phrase_of(force, is_listed=False), force, force, "the force the people are of")
    return Roles({**roles.by_name, "target": role}, roles.counted)


def with_refuge(roles: Roles, trigger: Trigger, vocab: Vocab) -> Roles:
    """Where the last verb of a displacement leads that has no name: "forced ten families to flee into a swamp"."""
    last = trigger.span[-1]
    if trigger.sense.frame != "displace" or last.tag_ != "VB":
        return roles
    phrases = obliques_of(last)
    heads = (head for case in ("to", "into") for head in phrases.get(case, ()) if head.i > last.i)
    place = next((head for head in heads if not classes_of(head, vocab).isdisjoint(HOUSES)), None)
    if place is None:
        return roles
    role = Role(phrase_of(place, is_listed=False), place, place, "displace: where the flight leads")
    return Roles({**roles.by_name, "destination": role}, roles.counted)


def _is_force_itself(actor: Role, vocab: Vocab) -> bool:
    """Whether the word before "defection" names the force and not those who leave it."""
    is_before = actor.rule.endswith(": compound") and not is_person_noun(actor.head)
    return is_before and not classes_of(actor.head, vocab).isdisjoint({"force", "police", "troops"})


def _is_left(target: Role, trigger: Trigger, vocab: Vocab) -> bool:
    """Whether a target is a force or regime; a post or a base that is left is a place, and names no force."""
    classes = classes_of(target.head, vocab)
    if target.rule.endswith("from") and target.head.ent_type_ == "LOC" and "country" not in classes:
        return False  # "defections from Tripoli"
    if not classes.isdisjoint(LEFT):
        return True
    is_house = not target.head.ent_type_ and not classes.isdisjoint(HOUSES)
    return _is_own(target, trigger) and not is_house


def _is_own(role: Role, trigger: Trigger) -> bool:
    """Whether what is left is no object of another verb: "deserted and took refuge"."""
    filler = role.filler
    return filler.dep_ != "obj" or filler.head.i == trigger.head.i or filler.head.pos_ != "VERB"


def _force_after(trigger: Trigger, vocab: Vocab) -> Token | None:
    """The force behind the next "from", no verb between, whatever the tree hangs it on."""
    doc, end = trigger.head.doc, min(trigger.end + FORCE_REACH, trigger.head.sent.end)
    for token in doc[trigger.end : end]:
        if token.tag_.startswith("VB") and token.lower_ != "including":
            return None
        if token.lower_ == "from":
            head = noun_run_after(token)
            is_force = head is not None and not classes_of(head, vocab).isdisjoint(LEFT)
            return head if is_force else None
    return None


def _force_within(trigger: Trigger, vocab: Vocab) -> Token | None:
    """The unit that the trigger's own words hold: "deserted from a tank unit"; whose unit it is "their" leaves open."""
    for token in reversed(trigger.span) if "from" in trigger.span.text.lower().split() else ():
        is_force = token.tag_.startswith("NN") and not classes_of(token, vocab).isdisjoint(LEFT)
        is_force = is_force and not is_person_noun(token)
        if is_force and not any(child.dep_ == "nmod:poss" for child in token.lefts):
            return token
    return None


def _force_of(head: Token, vocab: Vocab) -> Token | None:
    for child in head.children:
        if (
            child.dep_ == "nmod"
            and child.lower_ in {"ranks", "rank"}
            and (force := _force_of(child, vocab)) is not None
        ):
            return force
        if is_person_noun(child) and is_plural(child) and head.lower_ in CONTAINERS:
            continue  # "a unit of military policemen"
        is_force = not classes_of(child, vocab).isdisjoint({"force", "organisation", "regime", "police"})
        if child.dep_ == "nmod" and child.i > head.i and case_of(child) in {"in", "of", "from"} and is_force:
            if child.lower_ in GENERIC or "personname" in classes_of(child, vocab):
                return _force_of(child, vocab)
            return child
        if child.dep_ == "compound" and head.lower_ in {"elements", "element", "members"} and is_force:
            return child
    return None


def with_side(roles: Roles, vocab: Vocab) -> Roles:
    """ "deserted to the rebels' side": a side is joined, and no place; "went over to Turkey" names a place."""
    goal, joined = roles.get("destination"), roles.get("recipient")
    is_to = joined is not None and case_of(joined.head) == "to"
    if goal is None and joined is not None and is_to and "country" in classes_of(joined.head, vocab):
        others = {name: role for name, role in roles.by_name.items() if name != "recipient"}
        return Roles({**others, "destination": joined}, roles.counted)
    if goal is None or goal.head.lower_ not in SIDES or "recipient" in roles.by_name:
        return roles
    others = {name: role for name, role in roles.by_name.items() if name != "destination"}
    return Roles({**others, "recipient": goal}, roles.counted)


def with_founded(roles: Roles, trigger: Trigger) -> Roles:
    """ "defected to form the Free Army": what those who leave found is the side they join."""
    founding = next((child for child in trigger.head.children if child.lemma_ in FOUNDING), None)
    if founding is None or founding.dep_ not in {"xcomp", "advcl", "conj"} or "recipient" in roles.by_name:
        return roles
    head = noun_run_after(founding) or next((child for child in founding.children if child.dep_ == "obj"), None)
    if head is None or head.i < founding.i:
        return roles
    role = Role(phrase_of(head, is_listed=False), head, head, f"what they {founding.lower_}")
    return Roles({**roles.by_name, "recipient": role}, roles.counted)


def with_landing(roles: Roles, trigger: Trigger, vocab: Vocab) -> Roles:
    """ "landed his jet in Malta and asked for asylum": where they have come to is where they go."""
    verb = trigger.head.head
    is_joined = trigger.head.dep_ in {"conj", "xcomp", "advcl"} and verb.lemma_ in ARRIVING
    if roles.get("destination") is not None or trigger.sense.pos != "verb" or not is_joined:
        return roles
    obliques = obliques_of(verb, (child for child in verb.children if child.dep_ == "obj"))
    heads = (head for case in ARRIVED_AT for head in obliques.get(case, ()) if _is_reached(classes_of(head, vocab)))
    head = min(heads, key=lambda head: head.i, default=None)
    if head is None:
        return roles
    role = Role(phrase_of(head), head, head, f"where they {verb.lower_}")
    return Roles({**roles.by_name, "destination": role}, roles.counted)


def _is_reached(classes: frozenset[str]) -> bool:
    return not classes.isdisjoint(HOUSES | {"name"}) and "personname" not in classes
