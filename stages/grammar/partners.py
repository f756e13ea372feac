"""Which verb another is joined to by "and": the one of the sentence, or that of the clause right before it."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.agreement import is_verbal
from stages.parsing.heads import SUBJECTS
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

URGING = words_of("urge call accuse condemn thank demand warn appeal praise denounce blame deplore ask beg")
RESISTING = words_of("fight resist retaliate respond return panic")
HARM = words_of("""
    kill shoot shot wound injure stab bomb attack execute beat burn murder massacre torture rape abduct kidnap behead
    ambush hang strangle shell destroy fire storm capture seize raid
""")


def partner_of(verb: Token) -> Token | None:
    """The verb whose doer another shares; None where either of two may be it.

    A finite verb goes on no infinitive: "urged him to return and offered aid". "denounced the men who entered it
    and shot ten": a deed of harm goes on the clause before it sooner than a sentence that tells of none.
    """
    first = verb.head
    is_infinitive = first.tag_ == "VB" and any(child.tag_ == "TO" for child in first.lefts)
    if is_infinitive and verb.tag_ in {"VBD", "VBZ"} and is_verbal(first.head):
        return first.head
    if _is_speakers(first, verb):
        return first.head
    near = _clause_before(first, verb)
    if near is None or lemma_of(verb) not in HARM:
        return first
    if _is_unclosed(near, verb) or lemma_of(first) not in HARM or lemma_of(near) in RESISTING:
        return near
    return None


def _is_speakers(first: Token, verb: Token) -> bool:
    """ "The bishop said troops had fired and called on them to stop": who says the one asks for the other."""
    is_said = first.dep_ == "ccomp" and is_speech_verb(first.head) and first.i > first.head.i
    is_past = any(child.lower_ == "had" for child in first.lefts) or lemma_of(first) in HARM
    is_own = verb.tag_ == "VBD" and lemma_of(verb) in URGING
    return is_said and is_past and is_own and first.head.tag_ == "VBD"


def _clause_before(first: Token, verb: Token) -> Token | None:
    """The relative clause about people between two verbs, in the tense of the second."""
    if first.i > verb.i or verb.tag_ not in {"VBD", "VBN"}:
        return None
    between = first.doc[first.i + 1 : verb.i]
    clauses = (token for token in between if token.dep_ == "acl:relcl" and first.is_ancestor(token))
    near = next((token for token in clauses if any(child.lower_ in {"who", "that"} for child in token.lefts)), None)
    return near if near is not None and near.tag_ in {"VBD", "VBN"} and _does(near) else None


def _does(clause: Token) -> bool:
    """Whether the pronoun of a clause is who acts in it."""
    return any(child.dep_ in SUBJECTS and child.lower_ in {"who", "that"} for child in clause.lefts)


def _is_unclosed(clause: Token, verb: Token) -> bool:
    """ "at troops, who fired into the crowd and wounded nine": no comma brings the sentence back to its subject."""
    pronoun = next(child for child in clause.lefts if child.lower_ in {"who", "that"})
    joint = next((child for child in verb.lefts if child.dep_ == "cc"), verb)
    return pronoun.nbor(-1).text == "," and joint.nbor(-1).text != ","
