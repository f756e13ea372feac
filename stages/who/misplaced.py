"""What the frame of a trigger would take for a role though no such phrase may stand there."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.person_phrases import HYPHENS, PREFIXES
from stages.how_sure.markers import negations_on
from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence, text_before
from stages.triggers import Trigger
from stages.words import modality
from stages.words.people import is_person_noun
from stages.words.speech import lemma_of
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

OWN_ADJECTIVES = words_of("u.s. u.s us uk u.k. nato")  # "a U.S. air strike": those that have no other adjective
BOUND = ("-led", "-linked", "-backed", "-based", "-style", "-drafted", "-sponsored", "-brokered", "-made")
OWN_DEEDS = frozenset({"attack", "clash", "deployment", "withdrawal", "protest"})
HALTING = words_of("halt stop block check slow blunt end disrupt")
EXAMPLES = words_of("including")
PARTAKING = words_of("take participate engage involve involved responsible implicate")  # in what others may do as well
ACCUSED = ("accus", "charg", "suspect", "alleg", "implicat", "link")
BREACHING = words_of("violate break breach end")  # a truce
WARS = words_of(
    "war wars conflict conflicts uprising revolt rebellion unrest violence fighting battle crackdown crisis"
)


def is_misplaced(function: str, role: str, head: Token, trigger: Trigger) -> bool:
    """Whether a head fills a function of the trigger by its form alone.

    Of "missions including shelling the port" no mission shells; in "we oppose attacks by rebels" the rebels oppose
    nothing.
    """
    is_blast = trigger.sense.mode == "explosives" and head.lower_ == "it"  # "the car was parked when it blew up"
    if role == "actor" and (is_blast or head.lower_.endswith(BOUND)):
        return True  # "the U.S.-led invasion"
    if role == "actor" and (_is_of_others(function, head, trigger) or _takes_no_part(function, trigger)):
        return True
    is_war = trigger.sense.frame == "n_toll" and head.lower_ in WARS  # "puts the dead of the conflict at 400"
    if role == "target" and (is_war or (function == "object" and _is_set_off(head, trigger))):
        return True
    if role != "actor" or trigger.sense.pos != "verb":
        return False
    verb = trigger.head
    is_example = function == "subject" and verb.dep_ == "acl" and verb.head == head
    if is_example and any(child.lower_ in EXAMPLES for child in verb.lefts):
        return True
    has_subject = any(child.dep_ == "nsubj" for child in verb.lefts)
    is_struck = trigger.sense.frame in {"under_fire", "die"}  # "came under fire by gunmen"
    return function == "by" and has_subject and not trigger.arguments.is_passive and not is_struck


def _takes_no_part(function: str, trigger: Trigger) -> bool:
    """ "was not involved in the raid": others were; "accused of a role in it": nobody knows; "violated the truce"."""
    if function != "light_actor":
        return False
    if any(child.lower_ in modality.WRONGLY for child in trigger.head.head.lefts):
        return True  # "wrongly jailed for the murder"
    accused = trigger.arguments.way_to(function).rsplit(" ", 1)[-1].startswith(ACCUSED)
    if accused and trigger.head.head.lower_ in modality.PARTS:
        return True
    for verb in trigger.arguments.get("governor"):
        is_breach = trigger.sense.type_code == "ceasefire" and lemma_of(verb) in BREACHING
        if is_breach or (lemma_of(verb) in PARTAKING and any(True for _ in negations_on(verb))):
            return True
    return False


def is_asked_for(function: str, head: Token, trigger: Trigger) -> bool:
    """ "asked for a brigade", "demanded ten million": what is asked for is not who is asked."""
    verb = trigger.head
    if trigger.sense.words[-1] == "for":
        is_to_act = not ends_sentence(head) and head.nbor(1).lower_ == "to"  # "calls for Chad to withdraw"
        return head.i >= trigger.end - 1 and case_of(head) == "for" and not is_to_act
    is_demanded = verb.lemma_ == "demand" and function == "object" and head.head == verb
    return is_demanded and all(child.dep_ not in {"xcomp", "ccomp"} for child in verb.rights)


def _is_of_others(function: str, head: Token, trigger: Trigger) -> bool:
    """ "the general moved to halt their advance": they advance, and not the one who halts it."""
    owners = (child.lower_ for child in trigger.head.lefts if child.dep_ == "nmod:poss")
    is_one = head.tag_ in {"NN", "NNP"} and (is_person_noun(head) or head.ent_type_ in {"PERSON", ""})
    is_own = trigger.sense.type_code in OWN_DEEDS  # of "their release" they are no doers
    is_halted = any(verb.lemma_ in HALTING for verb in trigger.arguments.get("governor"))
    return function == "light_actor" and is_own and is_one and is_halted and "their" in owners


def _is_set_off(head: Token, trigger: Trigger) -> bool:
    """ "Men deserted in May, a report shows": what one comma parts from the verb, and no list, is done to nobody."""
    verb, first = trigger.head, next((token for token in head.subtree if not token.is_punct), head)
    is_behind = head.dep_ == "obj" and head.head == verb and first.i > trigger.end and text_before(first) == ","
    commas = [token for token in verb.doc[trigger.end : head.right_edge.i] if token.text == ","]
    return is_behind and len(commas) == 1  # "attacked, with rifles, the base"


def uncut(head: Token) -> Token:
    """The noun that a cut-off prefix belongs to: the marchers of "anti-tax marchers"."""
    doc, at = head.doc, head.i + 2
    if at >= head.sent.end:
        return head
    is_cut = head.lower_ in PREFIXES and doc[head.i + 1].text in HYPHENS
    is_listed = head.lower_ in OWN_ADJECTIVES and doc[head.i + 1].text == "," and doc[at].tag_ == "JJ"
    if not (is_cut or is_listed):  # "freed | US, | Australian hostages"
        return head
    while at + 1 < head.sent.end and doc[at].tag_[:2] in {"NN", "JJ"} and doc[at + 1].tag_[:2] in {"NN", "JJ"}:
        at += 1
    return doc[at] if doc[at].tag_.startswith("NN") else head


def is_of_weapon(words: Span, vocab: Vocab) -> bool:
    """Whether the words behind a nation name a weapon: "an Iraqi | Exocet missile | attack"."""
    is_named = len(words) > 1 and words[0].tag_ == "NNP"
    return is_named and any(word.text[-1:].isdigit() or "munition" in vocab.classes_of(word.lower_) for word in words)
