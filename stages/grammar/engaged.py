"""Who is at what a noun tells of: at war, on a visit, keeping a truce, doing something in support."""

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.parsing.heads import case_of
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

TRUCES = words_of("ceasefire ceasefires cease-fire truce truces armistice")
KEEPING = frozenset({"keep", "observe", "maintain", "respect", "restore", "uphold", "hold", "extend", "renew"})
FIGHTS = words_of("clash clashes fight fights fighting battle battles combat")
BACKING = frozenset({"solidarity", "sympathy", "support"})


def at_war(noun: Token) -> tuple[str, Token, str] | None:
    """ "Chad is at war with Libya", "the two have been at war for years"."""
    is_said = noun.lower_ == "war" and case_of(noun) == "at" and any(child.dep_ == "cop" for child in noun.lefts)
    subject = next((child for child in noun.lefts if child.dep_ == "nsubj"), None)
    return ("by", subject, "at war") if is_said and subject is not None else None


def on_visit(noun: Token) -> tuple[str, Token, str] | None:
    """ "Mr Mehta, on a visit to Oslo, said": whoever is on a visit visits."""
    if case_of(noun) != "on" or noun.lower_ not in {"visit", "tour"} or noun.dep_ not in {"nmod", "obl"}:
        return None
    subjects = (child for child in noun.head.lefts if child.dep_ == "nsubj" and noun.dep_ == "obl")
    visitor = next(subjects, noun.head)
    return ("by", visitor, "on a visit") if visitor.ent_type_ == "PERSON" and visitor.i < noun.i else None


def in_fight(noun: Token) -> tuple[str, Token, str] | None:
    """ "Army and rebels in fierce clashes": a headline that has no verb."""
    side = noun.head
    is_in = noun.dep_ == "nmod" and case_of(noun) == "in" and noun.lower_ in FIGHTS
    return ("by", side, "in it") if is_in and side.dep_ in {"ROOT", "appos"} and side.sent[-1].text != "." else None


def keeping_truce(noun: Token) -> tuple[str, Token, str] | None:
    """ "both sides kept a truce", "the rebels restored the ceasefire": those who keep it are its parties."""
    verb = noun.head
    is_kept = noun.lower_ in TRUCES and noun.dep_ == "obj" and verb.lemma_ in KEEPING
    subject = next(iter(verb_arguments(verb).get("subject")), None) if is_kept else None
    return ("by", subject, f"{verb.lower_} it") if subject is not None else None


def in_backing(noun: Token) -> tuple[str, Token, str] | None:
    """ "expelled the envoy in solidarity with Chad": whoever does something in solidarity stands by them."""
    is_in = noun.lower_ in BACKING and case_of(noun) == "in" and noun.dep_ in {"obl", "nmod"}
    verb = noun.head.head if noun.head.dep_ == "obj" and is_person_noun(noun.head) else noun.head
    arguments = verb_arguments(verb) if is_in and verb.pos_ == "VERB" else None
    subjects = arguments.get("subject") if arguments is not None and not arguments.is_passive else ()
    return ("by", subjects[0], f"{verb.lower_} in {noun.lower_}") if subjects else None
