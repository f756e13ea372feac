"""Where an event happened when no name hangs on its trigger: described places, its target, the only place named."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Span, Token

from stages.grammar.noun_phrases import classes_of, content_head
from stages.how_sure.dealings import is_at_request
from stages.naming.named_sites import ROADS
from stages.naming.place_names import Places
from stages.parsing.heads import case_of, obliques_of
from stages.parsing.neighbours import text_before
from stages.roles import Roles
from stages.triggers import Trigger
from stages.where.containers import KINDS
from stages.where.elsewhere import is_afield, is_of_speaker_behind
from stages.where.other_clauses import CONCLUDED, is_of_forerunner
from stages.where.site_phrases import EVENTS, NEAR, Site, is_governed, site_at, word_before
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

NO_HOUSES = frozenset({"personname", "armed", "people", "regime", "nationality"})
TOO_COMMON = words_of("street streets side sides ground front way road roads position positions location state land")
PHYSICAL = words_of("attack clash killing wounding protest riot siege looting seizure abduction torture arrest")
PLACED = PHYSICAL | words_of("talks deployment defection ceasefire aid strike agreement release withdrawal")
SAID = words_of("appeal accusation threat rejection support concession")  # are made anywhere
SUFFERED = words_of("sanction clash killing wounding arrest abduction torture")  # by people, not by places
MOVED = frozenset({"resignation", "protest", "strike"})  # "quit over the killings in Homs"
BEFORE = frozenset({"after", "before", "following"})
REASONS = frozenset({"for", "over", "about", "despite", "regarding"})
# "in retaliation for raids in Kunduz", "in solidarity with the people of Gaza": another place moved them to it.
MOVING = words_of(
    "retaliation response revenge reprisal reaction reply answer vengeance solidarity memory contrast comparison"
)
SET_AT = words_of("in at near outside across inside of over around off")
NAMED_AT = words_of("at outside near inside around")  # "in" takes houses as things: "killed in their homes"
SPREADING = words_of("spread spreads spreading spill spilled spills spilling extended reached moved")
FOR_CONTROL = words_of("control capture liberation possession")
FARTHEST_AFTER = 16  # tokens from a trigger to the place set down behind it
WITHIN = words_of("prison jail hospital barracks branch stadium mosque church market hotel restaurant nightclub mall")
HELP = words_of("help support backing assistance blessing approval connivance")  # "a coup with the help of Peru"
LOCALS = words_of("residents inhabitants villagers townspeople citizens")
RULERS = words_of("authority government regime ruler leadership army parliament court police force ministry")
ENDS = frozenset({";", ":", "--", "—", "–", '"', "”", "“", "``", "''"})
CLAUSES = words_of("who which that where when while after before because since as if whose and but")


def described_site(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
    """A place that is described and not named: "on the outskirts", "in the city", "at the Blue House"."""
    if trigger.sense.type_code in SAID:
        return None
    target = roles.get("target")
    governors = [*trigger.arguments.get("governor")] if is_governed(trigger) else []
    governors += [child for child in trigger.head.rights if child.dep_ == "conj" and child.i == trigger.head.i + 2]
    for function in ("at", "in", "on", "near", "outside", "across", "around", "into", "to", "for"):
        governed = [head for verb in governors for head in obliques_of(verb).get(function, ())]
        if function == "across" and roles.get("destination") is not None:
            continue  # "fled across the border to Chad"
        if function in {"into", "to"}:
            governed = [head for head in governed if head.head.lower_ in SPREADING]
        own = () if function in {"into", "to"} else trigger.arguments.get(function)
        for oblique in (*own, *governed):
            head = _located_in(oblique, function, vocab)
            if head is None or is_beside(head.ancestors, trigger) or is_afield(head, trigger):
                continue
            if function == "outside" and head.lower_.startswith("border"):
                continue  # "fought on outside its borders"
            goal = roles.get("destination") if trigger.sense.frame == "resettle" else None
            is_done_to = any(role is not None and role.head.i == head.i for role in (target, goal))
            if is_of_forerunner(head.i, trigger.head):
                continue
            if not is_done_to and head.dep_ in {"obl", "nmod"}:
                return site_at(head, f"described by {function}", places)
    return _of_people(trigger, roles, vocab, places)


def _of_people(trigger: Trigger, roles: Roles, vocab: Vocab, places: Places) -> Site | None:
    """Where the people are said to be: "soldiers at the checkpoint", "guards outside the gate"."""
    for name in ("actor", "target"):
        role = roles.get(name)
        obliques = obliques_of(role.head) if role is not None and is_person_noun(role.head) else {}
        for function in NAMED_AT:
            for oblique in obliques.get(function, ()):
                head = _located_in(oblique, function, vocab)
                if head is not None and not is_beside(head.ancestors, trigger):
                    return site_at(head, f"described by {function} with the {name}", places)
    return None


def _located_in(oblique: Token, function: str, vocab: Vocab) -> Token | None:
    """The place in a phrase: what a number measures, what is fought for, the place of its things, a named building."""
    if function == "for":
        owned = obliques_of(oblique).get("of", ()) if oblique.lower_ in FOR_CONTROL else ()
        return next((head for head in owned if _is_kind(head, vocab)), None)
    head = content_head(oblique)
    is_house = (
        (function in NAMED_AT or head.lower_ in WITHIN)
        and "building" in vocab.classes_of(head.lower_)
        and _is_definite(head)
    )
    if _is_kind(head, vocab) or is_house:
        return head
    is_name = head.tag_ == "NNP" and head.text[:1].isalpha()  # and no "11:30pm"
    is_named = is_name and head.lower_ not in EVENTS and head.ent_type_ in {"ORG", "LOC", ""} and function in NAMED_AT
    if is_named and classes_of(head, vocab).isdisjoint(NO_HOUSES):
        return head
    inner = ("in", "of") if head.lower_ in TOO_COMMON else ("in",)  # "in the streets of the capital"
    below = (phrase for name in inner for owner in (head, oblique) for phrase in obliques_of(owner).get(name, ()))
    return next((phrase for phrase in below if _is_kind(phrase, vocab)), None)


def _is_definite(head: Token) -> bool:
    """Whether a house is one that is known: "at the clinic", "at his home"."""
    return any(child.lower_ == "the" or child.tag_ == "PRP$" for child in head.lefts)


def _is_kind(head: Token, vocab: Vocab) -> bool:
    if head.lower_ in {"field", "fields"} and "of" in obliques_of(head):
        return False  # "in the field of sports"
    return "place" in vocab.classes_of(head.lower_) and head.lower_ not in TOO_COMMON


def site_after(trigger: Trigger, roles: Roles, places: Places) -> Site | None:
    """The first place set down behind a trigger, no verb between: "talks with the envoy next week in Oslo"."""
    if trigger.sense.type_code not in PLACED or trigger.head.dep_ == "acl:relcl":
        return None
    sent = trigger.head.sent
    taken = taken_by(trigger, roles)
    for name in places.within(trigger.end, min(sent.end, trigger.end + FARTHEST_AFTER)):
        if is_beside(name.root.ancestors, trigger) or is_afield(name.root, trigger):
            continue
        if is_of_speaker_behind(name.root, trigger.head) or is_at_request(name.root.head):
            continue
        between = sent.doc[trigger.end : name.start]
        if any(_ends_clause(token) for token in between):
            return None
        if name.start not in taken and is_set(name) and not names_a_doer(name):
            return site_at(name.root, "the place set down behind it", places)
    return None


def is_beside(path: Iterable[Token], trigger: Trigger) -> bool:
    """Whether a place is that of something an event was for or after: "arrested for his role in a raid near Goma".

    Nor is the office of whoever is cited a place of the event, or what it answers: "in retaliation for raids in Goma".
    """
    above = list(path)
    below = list(takewhile(lambda token: token != trigger.head and not token.is_ancestor(trigger.head), above))
    is_apart = _answered_by(trigger.head) and trigger.head not in above
    is_apart |= _comes_beside(trigger.head) and any(token.dep_ in {"advcl", "obl"} for token in below)
    if is_apart or any(case_of(token) == "according" or _moved_it(token.head, trigger) for token in below):
        return True
    if trigger.sense.type_code in CONCLUDED and any(case_of(token) in BEFORE for token in below):
        return True  # "the truce took effect after talks in Oslo"
    described = (token for token in below if token.head.dep_ == "nsubj" and _is_set_off(token))
    if any(is_speech_verb(token.head.head) for token in described):
        return True  # "the channel, an affiliate in France, reported that", "Radio Nile, monitored in Rome, said"
    if trigger.sense.pos == "noun" and trigger.sense.type_code == "attack":
        answered = (token for token in below if token.head == trigger.head and token.lower_ not in FOR_CONTROL)
        return any(case_of(token) == "for" for token in answered)  # "a revenge attack for strikes in Kunduz"
    if trigger.sense.type_code not in (SAID | SUFFERED | MOVED) - {"clash"}:
        return False
    return any(token.dep_ in {"obl", "nmod"} and case_of(token) in REASONS for token in below)


def _is_set_off(described: Token) -> bool:
    """ "the channel, an affiliate in France, said", "the president, who met him in Rome, said"."""
    is_clause = described.dep_ == "acl:relcl" and "," in {described.left_edge.text, text_before(described.left_edge)}
    return is_clause or described.dep_ in {"appos", "acl"}


def _comes_beside(head: Token) -> bool:
    """ "The defections come as troops storm Homs": what it comes beside is elsewhere."""
    return head.dep_ == "nsubj" and head.head.lemma_ in {"come", "follow"}


def _answered_by(head: Token) -> bool:
    """Whether an event is what moved somebody to another: "in retaliation for the death"."""
    return head.dep_ == "nmod" and case_of(head) in {"for", "to"} and head.head.lower_ in MOVING


def _moved_it(noun: Token, trigger: Trigger) -> bool:
    return noun.lower_ in MOVING and trigger.head.i < noun.i


def _ends_clause(token: Token) -> bool:
    is_joint = token.lower_ == "and" and not token.head.tag_.startswith("VB")
    return token.tag_.startswith(("VB", "MD")) or token.text in ENDS or (token.lower_ in CLAUSES and not is_joint)


def is_set(name: Span) -> bool:
    """Whether a preposition sets something at a place; "of" does not after people: "the people of Syria"."""
    before = word_before(name)
    if before in {"on", "along"} and (name[-1].lower_ in ROADS or name.root.head.lower_ in ROADS):
        return True
    if before != "of":
        return before in SET_AT
    at = next(at for at in range(name.start - 1, name.sent.start - 1, -1) if name.doc[at].lower_ == "of")
    above = name.doc[max(at - 1, name.sent.start)]
    if above.lemma_.lower() in RULERS:
        return False  # "swore allegiance to the authorities of Crimea"
    if case_of(above) == "from" or above.lower_ in HELP:
        return False  # "came in from the villages of Fulla"
    return above.lower_ in LOCALS or (not is_person_noun(above) and above.tag_ not in {"NNP", "NNPS"})


def names_a_doer(name: Span) -> bool:
    """Whether a place only says whose something is: "the help of US air strikes"."""
    root = name.root
    is_before_noun = root.head.i >= name.end and root.head.tag_.startswith("NN") and root.head.lower_ not in KINDS
    return root.dep_ in {"compound", "amod", "nmod:poss"} and is_before_noun and root.head.ent_type_ != "DATE"


def taken_by(trigger: Trigger, roles: Roles) -> set[int]:
    """The words of those who act or receive, and of what is left by a defection: no place of the event."""
    names = ("actor", "recipient", "destination", *(("target",) if trigger.sense.type_code == "defection" else ()))
    return {token.i for name in names for token in _words(roles, name)}


def _words(roles: Roles, name: str) -> list[Token]:
    role = roles.get(name)
    return list(role.span) if role is not None else []


def is_far(site: Site) -> bool:
    """Whether a place stands too far from the event to be surely its own; "residents of Homs" tell of their town."""
    return site.steps >= NEAR and site.head.head.lower_ not in LOCALS
