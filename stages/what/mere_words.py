"""Words for an event that only stand for such ones: in a rule, in a kind of aircraft, in a cause, in a state."""

from __future__ import annotations

from spacy.tokens import Token

from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence
from stages.what.unreal import TIMES, is_unsaid
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

CRAFT = words_of(
    "aircraft helicopter helicopters jet jets plane planes vehicle vehicles warplane warplanes drone drones"
)
CRAFT_REACH = 10  # tokens
DEFINING = words_of("defined define defines classified classed counted categorised categorized")
HELD = words_of("besieged liberated recaptured retaken captured seized blockaded")
CAUSES = words_of("fight struggle battle war campaign")
KINDS_OF_DEED = words_of(
    "techniques tactics methods skills tools means forms kinds types crimes offences offenses topics issues"
)
KIND = frozenset({"compound", "amod", "nmod", "nmod:desc"})
SIDES = frozenset({"against", "between", "with", "by", "in"})
FIGHTING = words_of("fight struggle battle war campaign strive work")
JOINING = words_of("join support aid assist back continue lead help lose win enter sustain coordinate")


def is_of_craft(head: Token) -> bool:
    """ "using attack, fighter and remotely piloted aircraft": a word that only says which aircraft."""
    if head.tag_ != "NN" or not all(_is_list_link(child) for child in head.children):
        return False
    doc, end = head.doc, min(head.i + CRAFT_REACH, head.sent.end)
    if head.i + 1 >= end or doc[head.i + 1].lower_ not in {",", "and", "or"}:
        return False
    for token in doc[head.i + 1 : end]:
        if token.lower_ in CRAFT:
            return True
        if token.tag_[:2] not in {"NN", "JJ", "RB", "VB", "CC", ",", "HY"} or token.tag_ in {"VBD", "VBZ", "VBP", "VB"}:
            return False
    return False


def _is_list_link(child: Token) -> bool:
    return child.dep_ in {"conj", "cc", "punct", "compound", "amod"}


def is_defined(head: Token) -> bool:
    """ "a strike, as defined here", "is not classed as an attack", "the shells fired in each strike": of any such."""
    if any(child.lower_ in DEFINING for child in head.children):
        return True
    verb = head.head
    if case_of(head) == "as" and verb.lower_ in DEFINING:
        return True
    articles = {child.lower_ for child in head.lefts if child.dep_ == "det"}
    if case_of(head) == "for" and articles & {"each", "every"}:
        return True  # "kill a hostage for every strike"
    if case_of(head) not in {"in", "per", "for"} or articles.isdisjoint({"a", "an", "each", "every", "any"}):
        return False
    return any(_is_denied_as_rule(above) for above in head.ancestors)


def _is_denied_as_rule(verb: Token) -> bool:
    """ "does not report": what is never done."""
    words = {child.lower_ for child in verb.lefts}
    return verb.tag_ == "VB" and bool(words & {"does", "do"}) and bool(words & {"not", "n't"})


def is_bound(participle: Token) -> bool:
    """ "a bomb-damaged house", "a rebel-besieged town": half of a word that only says which."""
    doc, at = participle.doc, participle.i
    is_joined = at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_
    return is_joined and participle.dep_ == "amod" and participle.tag_ in {"VBN", "VBD", "JJ"}


def is_of_nameless(participle: Token) -> bool:
    """ "trucks reached besieged areas", "liberated areas": a state of places that are not named."""
    place = participle.head
    is_state = participle.dep_ == "amod" and participle.lower_ in HELD
    if not is_state or place.tag_ not in {"NN", "NNS"} or is_person_noun(place):
        return False
    return not any(token.tag_ in {"NNP", "NNPS"} or token.ent_type_ == "LOC" for token in place.subtree)


def is_cause(head: Token) -> bool:
    """ "support in the fight against Boko Haram": what people are engaged in, and no fight that is told of."""
    if head.lower_ not in CAUSES or not any(child.dep_ in {"det", "nmod:poss"} for child in head.lefts):
        return False
    is_against = not ends_sentence(head) and head.nbor(1).lower_ == "against"
    if not is_against or any(child.lower_ in TIMES for child in (*head.children, *head.head.children)):
        return False
    beside = (child for child in (*head.rights, *head.head.rights) if child != head)
    if any(case_of(child) in {"in", "near", "at", "around"} for child in beside):
        return False
    is_joined = head.dep_ == "obj" and head.head.lemma_ in JOINING
    return is_joined or (head.dep_ in {"nmod", "obl"} and case_of(head) in {"in", "for", "to", "of", "with", "into"})


def is_example(noun: Token) -> bool:
    """ "techniques such as car bombs and abductions": a kind of deed, where nothing more is told of it."""
    first = noun.head if noun.dep_ == "conj" else noun
    is_such = any(child.lower_ == "such" and child.dep_ in {"case", "mark"} for child in first.lefts)
    own = {child.dep_ for child in (*noun.children, *first.children)}
    is_bare = noun.tag_ == "NNS" and own.isdisjoint({"det", "nummod", "nmod", "acl", "acl:relcl", "nmod:poss"})
    return is_such and is_bare and first.head.lower_ in KINDS_OF_DEED


def is_named_war(noun: Token) -> bool:
    """ "a book on the Iran-Iraq war", "drawn into the Gulf war": the name of a war, and no fighting that is told of."""
    if noun.lower_ != "war" or noun.dep_ not in {"nmod", "obl", "obj"} or (noun.dep_ == "obj" and _is_waged(noun)):
        return False
    lefts = list(noun.lefts)
    is_definite = any(child.lower_ == "the" and child.dep_ == "det" for child in lefts)
    is_name = any(
        child.dep_ in KIND and child.tag_ in {"NNP", "NNPS", "JJ"} and child.text.istitle() for child in lefts
    )
    is_told = any(child.lower_ in TIMES or child.tag_ == "CD" for child in lefts)
    is_told = is_told or any(case_of(child) in SIDES for child in noun.rights)
    is_setting = noun.dep_ == "obl" and case_of(noun) in {"in", "during"}  # "were killed in the Gulf war"
    return is_definite and is_name and not (is_told or is_setting)


def _is_waged(noun: Token) -> bool:
    return noun.head.lemma_ in {"start", "launch", "wage", "begin", "fight", "declare", "renew"}


def is_aim(noun: Token) -> bool:
    """ "fight for the liberation of Angola": what is fought for, and not what was won."""
    return case_of(noun) == "for" and noun.head.lemma_ in FIGHTING and noun.lower_ in {"liberation", "capture"}


def is_mere_word(noun: Token) -> bool:
    """Whether a noun only stands for such an event: in a rule, a kind of aircraft, a cause, the name of a war."""
    is_name = is_named_war(noun) or is_aim(noun)
    return is_unsaid(noun) or is_example(noun) or is_of_craft(noun) or is_defined(noun) or is_cause(noun) or is_name


def is_of_all(verb: Token) -> bool:
    """ "to treat well all fighters they capture": of whomever it may be."""
    is_present = verb.dep_ == "acl:relcl" and verb.tag_ in {"VBP", "VBZ"}
    return is_present and any(child.lower_ in {"all", "any", "every", "each"} for child in verb.head.lefts)


def is_mere_quality(participle: Token) -> bool:
    """Whether a verb only says which thing, what state of places that are not named, or whom in general."""
    return is_bound(participle) or is_of_nameless(participle) or is_of_all(participle)
