"""How sure the text is of an event: asserted, unconfirmed, denied, possible or planned, by scope in the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from stages import modality
from stages.document import Document
from stages.speech import is_speech_verb, lemma_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj", "dobj", "nsubj:pass", "obl"})
# Through these the word below stands in what the word above only shows or alleges.
SHOWN = frozenset(
    {"obj", "xcomp", "ccomp", "nmod", "amod", "acl", "compound", "obl", "nsubj", "conj", "nmod:poss", "dep"}
)
BARE_CASES = frozenset({"on", "for", "to", "of", "about", "against", "in", "from"})


@dataclass(frozen=True, slots=True)
class Status:
    """A status, and the words or the rule that gave it."""

    code: str
    rule: str


ASSERTED = Status("asserted", "plain")


def status_of(trigger: Token, document: Document | None = None) -> Status:  # noqa: ARG001
    """The status of the event that a trigger tells of.

    What governs the trigger is read from the inside out: its own negation, modals and hedges, then the verbs and
    nouns in whose complement it stands. The first that decides, decides; a verb of saying decides nothing.
    """
    for found in (*_own(trigger), *_above(trigger), *_of_sentence(trigger)):
        return found
    return ASSERTED


def _own(trigger: Token) -> Iterator[Status]:
    """What stands on the trigger itself, and on the light verb, copula or support that carries it."""
    yield from _hedges(trigger)
    yield from _negation(trigger)
    yield from _condition(trigger)
    yield from _modals(trigger)


def _hedges(token: Token) -> Iterator[Status]:
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"advmod", "amod", "obl", "nmod", "case", "compound", "dep"}:
            if word in modality.HEDGING_ADVERBS or (child.i < token.i and word in modality.HEDGING_ADJECTIVES):
                yield Status("unconfirmed", word)
            elif word in modality.POSSIBLE_ADVERBS or (word in modality.POSSIBLE_ADJECTIVES and child.dep_ == "amod"):
                yield Status("possible", word)
            elif word in modality.PLANNED_ADJECTIVES and child.dep_ == "amod" and token.pos_ == "NOUN":
                yield Status("planned", word)


def _negation(token: Token) -> Iterator[Status]:
    for child in token.children:
        if child.lower_ in modality.NEGATIONS and child.dep_ in {"advmod", "det", "case", "mark", "neg", "cc:preconj"}:
            if child.lower_ == "no" and child.nbor(1).lower_ in {"fewer", "less", "more"}:
                continue
            if child.lower_ == "not" and child.nbor(1).lower_ in {"only", "just", "least"}:
                continue
            yield Status("denied", child.lower_)
    for child in token.children:
        if child.dep_ in SUBJECTS and any(
            below.lower_ in {"no", "neither"} and below.dep_ in {"det", "cc:preconj"} for below in child.children
        ):
            yield Status("denied", "no")
        if child.dep_ in SUBJECTS and child.lower_ in {"nobody", "none", "nothing"}:
            yield Status("denied", child.lower_)


def _condition(token: Token) -> Iterator[Status]:
    for child in token.children:
        if child.dep_ in {"mark", "advmod"} and child.lower_ in modality.CONDITIONS and child.i < token.i:
            yield Status("possible", child.lower_)


def _modals(token: Token) -> Iterator[Status]:
    for child in token.children:
        if child.dep_ not in {"aux", "aux:pass"}:
            continue
        word = child.lower_
        if word in modality.PLANNED_AUXILIARIES:
            yield Status("planned", word)
        elif word in modality.POSSIBLE_AUXILIARIES and not (word in {"could", "can"} and _is_ability(token)):
            yield Status("possible", word)


def _is_ability(token: Token) -> bool:
    """ "could hear shelling" tells what was heard."""
    return lemma_of(token) in {"hear", "see", "feel", "watch"}


def _above(trigger: Token) -> Iterator[Status]:
    """What the words above the trigger make of it, from the nearest up, as far as their scope reaches it."""
    token, is_nominal = trigger, trigger.pos_ in {"NOUN", "PROPN", "ADJ"}
    is_in_scope, has_own_subject = True, _has_subject(trigger)
    while token.head.i != token.i:
        head, relation = token.head, token.dep_
        yield from _shown(head, relation, token)
        if is_in_scope:
            if relation == "conj":
                if not has_own_subject and not _has_modal(trigger):
                    yield from _modals(head)
                    yield from _negation(head) if _shares_negation(head, token) else ()
                    yield from _condition(head)
            elif _reaches(token, relation):
                yield from _governed(head, relation, token)
                if _carries(head, relation, is_nominal):
                    yield from _own(head)
            else:
                is_in_scope = False
            has_own_subject = has_own_subject or _has_subject(head)
        token = head


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def _has_modal(token: Token) -> bool:
    return any(child.dep_ == "aux" for child in token.children)


def _shares_negation(head: Token, token: Token) -> bool:
    """Whether "not" before a first verb also denies the second: "did not fight or flee", but not with "but"."""
    return any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in token.children) and head.i < token.i


def _reaches(token: Token, relation: str) -> bool:
    """Whether what governs a word's head can bear on the word: through complements, objects, subjects and "of"."""
    if relation in COMPLEMENTS or relation in {"obj", "nsubj", "nsubj:pass", "aux", "cop", "compound", "amod", "flat"}:
        return True
    if relation in {"obl", "nmod", "obl:agent"}:
        return any(child.dep_ == "case" and child.lower_ in BARE_CASES for child in token.children)
    if relation in {"acl", "advcl"}:
        return any(
            child.dep_ == "mark" and child.lower_ in {"to", "for", "that", "of", "from"} for child in token.children
        )
    return relation in {"nmod:poss", "parataxis", "dep", "appos"}


def _carries(head: Token, relation: str, is_nominal: bool) -> bool:
    """Whether a verb's own modals and negation bear on the event below it: "will hold talks", "did not attack"."""
    if is_speech_verb(head) and relation in {"ccomp", "parataxis", "obj"}:
        return False
    if relation in {"xcomp", "aux", "cop", "csubj"}:
        return True
    return is_nominal and relation in {"obj", "nsubj", "nsubj:pass", "compound", "amod", "nmod"}


def _governed(head: Token, relation: str, token: Token) -> Iterator[Status]:
    """What a governing verb or noun makes of its complement."""
    lemma = lemma_of(head)
    if head.pos_ in {"NOUN", "PROPN"} and relation in {"nmod", "acl", "compound", "ccomp", "nmod:poss", "amod"}:
        yield from _noun_over(head, lemma)
        return
    is_negated = any(True for _ in _negation(head))
    is_infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)
    if lemma in modality.UNCONFIRMING and is_negated:
        yield Status("unconfirmed", f"not {lemma}")
    if lemma == "rule" and not any(child.lower_ == "out" for child in head.children):
        return
    if lemma in modality.DENYING and relation in {*COMPLEMENTS, "obj", "nsubj:pass", "obl"}:
        yield Status("asserted" if is_negated else "denied", lemma)
    if lemma in modality.PREVENTING and relation in {"xcomp", "ccomp", "obj", "advcl", "obl"}:
        yield Status("asserted" if is_negated else "denied", lemma)
    if lemma in {"say", "claim", "report", "allege", "believe", "think", "suspect", "suppose", "presume"}:
        if is_infinitive and relation in {"xcomp", "ccomp"}:
            yield Status("unconfirmed", f"{lemma} to")
    elif lemma in {"purport", "appear", "seem", "rumour", "rumor"} and relation in {"xcomp", "ccomp"}:
        yield Status("unconfirmed", lemma)
    if lemma in {"accuse", "suspect", "allege", "blame"} and relation in {"obl", "advcl", "ccomp"}:
        yield Status("unconfirmed", lemma)
    if lemma == "claim" and relation == "obj" and head.pos_ == "VERB" and token.lower_ != "lives":
        yield Status("unconfirmed", "claim")
    yield from _wanted(head, lemma, relation, token)


def _wanted(head: Token, lemma: str, relation: str, token: Token) -> Iterator[Status]:
    if lemma in modality.PLANNING and _is_complement(relation, token, lemma):
        yield Status("planned", lemma)
    if lemma in modality.DOUBTING and relation in {"xcomp", "ccomp", "obj", "advcl"} and head.pos_ == "VERB":
        yield Status("possible", lemma)


def _is_complement(relation: str, token: Token, lemma: str) -> bool:
    """Whether a wish, order or plan is for the event: "vowed to fight", "called for a rally", "planned talks"."""
    if relation in {"xcomp", "ccomp"}:
        return lemma not in {"set"} or any(child.lower_ == "to" for child in token.children)
    if relation in {"obj", "nsubj:pass"}:
        return lemma not in {"set", "order", "ask", "press", "push", "call", "target", "encourage", "invite", "mean"}
    if relation in {"obl", "nmod"}:
        cases = {child.lower_ for child in token.children if child.dep_ == "case"}
        return bool(cases & {"for", "to", "on"}) and lemma not in {"decide", "set", "order", "offer", "target", "due"}
    return relation == "advcl" and any(child.lower_ == "to" for child in token.children)


def _noun_over(head: Token, lemma: str) -> Iterator[Status]:
    singular = lemma if not lemma.endswith("s") else lemma[:-1]
    for name, code in (
        ("POSSIBLE_NOUNS", "possible"), ("PLANNED_NOUNS", "planned"), ("HEDGED_NOUNS", "unconfirmed"),
        ("DENIED_NOUNS", "denied"),
    ):  # fmt: skip
        if singular in getattr(modality, name):
            yield Status(code, singular)
    yield from _hedges(head)
    yield from _negation(head)


def _shown(head: Token, relation: str, token: Token) -> Iterator[Status]:
    """Something that only claims to show the event: "a video purporting to show", "unconfirmed reports of"."""
    if relation not in SHOWN:
        return
    lemma = lemma_of(head)
    if lemma in {"purport", "claim"} and any(
        child.dep_ in COMPLEMENTS and lemma_of(child) in {"show", "depict", "be", "prove"} for child in head.children
    ):
        yield Status("unconfirmed", f"{lemma} to show")
    if head.pos_ == "NOUN" and lemma_of(head).rstrip("s") in modality.EVIDENCE_NOUNS:
        yield from (found for found in _hedges(head) if found.code == "unconfirmed")
    if relation in {"acl", "amod"} and token.lower_ in modality.HEDGING_ADJECTIVES:
        yield Status("unconfirmed", token.lower_)


def _of_sentence(trigger: Token) -> Iterator[Status]:
    """A question asserts nothing."""
    sent = trigger.sent
    if (len(sent) and sent[-1].text == "?") or any(token.text == "?" for token in sent[-2:]):
        yield Status("possible", "question")
