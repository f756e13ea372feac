"""The verb that says of a noun that the event took place, and what its subject is to the event."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from stages.grammar.agreement import is_verbal
from stages.grammar.blame import is_object_of_phrase, phrasal
from stages.grammar.noun_phrases import MEASURES
from stages.parsing.heads import case_of, obliques_of
from stages.parsing.neighbours import text_before
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

CARRIERS = words_of("""
    responsibility credit blame
    campaign operation wave series string spate number round rounds attempt attempts act acts effort case cases
    report reports deal agreement accord result escalation increase upsurge outbreak continuation resumption end
    start beginning possibility announcement day days night nights week weeks month months year years
""")
SHARES = words_of("part role involvement hand participation complicity")  # "admitted a part in the raid"
NAMING = frozenset({"call", "describe", "term", "look", "seem", "appear", "be", "say", "believe"})
OWNING = words_of("admit acknowledge play have")


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb above an event noun, where the noun stands to it, and what its subject is to the event."""

    verb: Token
    link: str
    role: str | None


def governor_of(noun: Token, vocab: Vocab) -> Governor | None:
    """The verb that a noun is subject, object or oblique of, through measures ("a number of arrests") and lists."""
    link, token, is_reported, is_share = _link(noun), noun, False, False
    for _ in range(4):
        head = token.head
        if head == token:
            return None
        named = _named_so(head) if token.dep_ in {"xcomp", "obj", "obl", "ccomp"} else None
        if named is not None:
            token, link = named, "object" if is_verbal(named) else _link(named)
            continue
        if is_verbal(head) and token.dep_ != "conj":
            verb = _planned(head) if link in {"subject", "object"} else head
            is_owned = is_share and link == "object" and not vocab.bases_of(verb.lower_).isdisjoint(OWNING)
            role = "actor" if is_owned else _light_role(verb, token, link, vocab)
            return Governor(verb, link, None if is_reported else role)
        is_measure = link in {"of", "for"} and (head.lower_ in MEASURES or head.lower_ in CARRIERS)
        is_in = head.lower_ in SHARES and link == "in"
        is_share = is_share or is_in
        if not (is_measure or is_in or token.dep_ in {"conj", "compound", "nmod:desc", "appos"}):
            return None
        token, link = head, "object" if head.dep_ == "obl:unmarked" else _link(head)  # "began a week of marches"
        is_reported = is_reported or head.lower_ in {"report", "reports"}  # who got them
    return None


def _named_so(verb: Token) -> Token | None:
    """The object that "carried out what looks to be an attack", "what they described as a raid" names."""
    if verb.lemma_ not in NAMING:
        return None
    if verb.dep_ == "acl:relcl" and verb.head.lower_ == "what":
        return verb.head
    is_object = verb.dep_ == "ccomp" and verb.left_edge.lower_ == "what" and verb.left_edge.i == verb.head.i + 1
    return verb if is_object else None


def _planned(verb: Token) -> Token:
    """The verb under one that only plans or times it: "was set to happen", "are scheduled to continue"."""
    if verb.lower_ in {"set", "scheduled", "expected", "due", "planned", "likely", "began", "continued", "supposed"}:
        return next((child for child in verb.children if child.dep_ == "xcomp"), verb)
    return verb


def _link(token: Token) -> str:
    if token.dep_ in {"obj", "dobj", "nsubj:pass", "nsubjpass"} or is_object_of_phrase(token):
        return "object"
    if token.dep_.startswith("nsubj"):
        return "subject"
    return case_of(token) or token.dep_


def _light_role(verb: Token, noun: Token, link: str, vocab: Vocab) -> str | None:
    if link == "subject" and any(child.dep_ == "nsubj:pass" for child in verb.children):
        link = "object"
    if verb.lemma_ == "call" and link == "object" and _is_judged(noun):
        return None
    if verb.lemma_ == "turn" and link == "object" and "on" not in obliques_of(verb):
        return None  # "turned the raid into a theme" is not "turned a water cannon on them"
    for lemma in phrasal(verb, vocab):
        role = vocab.light_verbs.get((lemma, link))
        if role is not None:
            return role
    return None


def _is_judged(noun: Token) -> bool:
    """ "called the strike a failure": who says what it is did not call it."""
    words = noun.head.rights
    said = (word for word in (*words, *noun.rights) if word.i > noun.i and word.dep_ in {"xcomp", "appos", "obj"})
    return any("," not in {word.left_edge.text, text_before(word.left_edge)} for word in said)
