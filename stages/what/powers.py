"""What somebody only could do or might suffer: powers, rights, exposure, and any further such event."""

from spacy.tokens import Token

from stages.parsing.heads import case_of
from stages.parsing.neighbours import opens_sentence
from stages.words.wordlists import words_of

POWERS = words_of("potential ability abilities capability capabilities capacity capacities capable")
EXPOSED = words_of("subject liable vulnerable susceptible prone exposed")
GROWTH = words_of("escalation resumption repetition repeat recurrence continuation intensification increase spread")
PENALTIES = frozenset({"arrest", "sanction", "killing"})
WHOEVER = words_of("anyone anybody whoever everyone those offenders violators")
JUDGED = words_of("found convicted caught accused guilty")
MAY = words_of("could may can would might")
FORCE = frozenset({"attack", "killing", "seizure", "clash", "siege", "looting"})
SENTENCE_REACH = 8  # tokens
REACH = 3  # steps from a deed up to the word that says who is entitled to it


def is_only_in_power(head: Token, type_code: str) -> bool:
    """ "its potential to hit targets", "entitled to strike", "vulnerable to attack", "any escalation of attacks",
    "Anyone who does so could be jailed".
    """
    if type_code in PENALTIES and _is_penalty(head):
        return True
    if type_code not in FORCE:
        return False
    return _is_of_power(head) or _is_entitled(head) or is_liable(head) or _is_any_more(head) or _is_sentence(head)


def _is_penalty(verb: Token) -> bool:
    """ "Anyone caught smuggling could be hanged", "An adult found guilty of it may be jailed": what a law threatens."""
    threatening = verb.head.head if verb.dep_ == "acl" else verb
    is_open = any(child.lower_ in MAY for child in threatening.lefts)
    return is_open and any(_is_whoever(child) for child in threatening.lefts if child.dep_.startswith("nsubj"))


def _is_whoever(person: Token) -> bool:
    """ "anyone", "those who do so", "an adult found guilty": of whom a rule speaks, and nobody in particular."""
    is_any = any(child.lower_ in {"a", "an", "any"} for child in person.lefts)
    is_judged = any(child.dep_ == "acl" and child.lower_ in JUDGED for child in person.rights)
    return person.lower_ in WHOEVER or (is_any and is_judged)


def is_liable(head: Token) -> bool:
    """ "Anyone who crosses is subject to arrest", "silos vulnerable to attack": a rule, or what may befall."""
    before = [token.lower_ for token in head.doc[max(head.sent.start, head.i - 2) : head.i]]
    is_behind = before[-1:] == ["to"] and before[0] in EXPOSED  # wherever the parser hung it
    return is_behind or (case_of(head) == "to" and head.head.lower_ in EXPOSED)


def _is_of_power(verb: Token) -> bool:
    """ "its potential to hit targets", "the capacity to shell the port"."""
    is_bare = verb.tag_ == "VB" or (verb.tag_ == "VBG" and verb.head.lower_ == "capable")
    return is_bare and verb.dep_ in {"acl", "xcomp", "advcl"} and verb.head.lower_ in POWERS


def _is_entitled(head: Token) -> bool:
    """ "is fully entitled to take military action": a right, and no deed."""
    token = head
    for _ in range(REACH):
        if token.head == token or token.head.lower_ == "entitled":
            return token.head.lower_ == "entitled"
        if token.dep_ not in {"obj", "xcomp", "advcl", "obl", "nmod", "conj"}:
            return False
        token = token.head
    return False


def _is_any_more(noun: Token) -> bool:
    """ "ready to meet any escalation of military action": of whatever may come."""
    is_of = case_of(noun) == "of" and noun.head.lower_ in GROWTH
    return is_of and any(child.lower_ == "any" for child in noun.head.lefts)


def _is_sentence(noun: Token) -> bool:
    """ "sentenced five aides to death": nobody has died, wherever the parser hung it."""
    before = noun.doc[max(noun.sent.start, noun.i - SENTENCE_REACH) : noun.i]
    is_to = noun.lower_ == "death" and not opens_sentence(noun) and noun.nbor(-1).lower_ == "to"
    return is_to and any(token.lower_ in {"sentenced", "sentences", "condemned"} for token in before)
