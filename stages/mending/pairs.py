"""Two clauses side by side, where a parser takes what belongs to the second for a part of the first."""

from spacy.tokens import Token

from stages.how_sure.granted import has_subject
from stages.parsing.hanging import hang, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.wordlists import words_of

# Verbs that take a thing or a person, and never a clause.
HARMING = words_of("""
    killed shot wounded injured arrested detained captured seized attacked bombed shelled abducted kidnapped executed
    ambushed destroyed burned burnt occupied raided stormed besieged hit freed beheaded bombarded
""")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
REACH = frozenset({"advcl", "ccomp", "parataxis", "conj", "dep"})


def part_pair(noun: Token) -> None:
    """In "killed ten soldiers and rebels seized the town" the soldiers are killed, and the rebels alone seize it."""
    first = noun.head
    link = next((child for child in noun.lefts if child.dep_ == "cc"), None)
    behind = noun.right_edge.i + 1
    if link is None or link.lower_ not in {"and", "but", "while"} or behind >= noun.sent.end:
        return
    verb = _clause_behind(noun)
    above = verb.head if verb is not None else noun
    if verb is None or above.lower_ not in HARMING or above.tag_ not in {"VBD", "VBN"} or above.i > first.i:
        return
    is_object = first.head == verb or (first.dep_ == "obj" and first.head == above)
    if not is_object or first.left_edge.i != above.i + 1:
        return
    if first.head == verb:
        hang(first, above, "obj")
    if hang(noun, verb, "nsubj") and hang(link, verb, "cc"):
        verb.dep_ = "conj"


def open_second(phrase: Token) -> None:
    """In "in Lima police shot a man; in Cusco, guards fled" the guards fled in Cusco, and nobody was shot there."""
    start, end = phrase.left_edge, phrase.right_edge.i + 1
    first = start.nbor(1) if start.text == ";" else start
    doc, sent = phrase.doc, phrase.sent
    is_first = first.dep_ == "case" and text_before(first) == ";"
    if not is_first or phrase.head.i > phrase.i or end >= sent.end or doc[end].text != ",":
        return
    verb = next((token for token in doc[end : sent.end] if token.tag_ in FINITE and has_subject(token)), None)
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None) if verb is not None else None
    if verb is not None and subject is not None and subject.left_edge.i == end + 1 and hang(phrase, verb, "obl"):
        verb.dep_ = "parataxis" if verb.dep_ == "advcl" else verb.dep_


def _clause_behind(noun: Token) -> Token | None:
    """The verb right behind a noun that has an object and no other subject of its own."""
    verb = noun.doc[noun.right_edge.i + 1]
    is_clause = verb.tag_ == "VBD" and verb.dep_ in REACH and any(child.dep_ == "obj" for child in verb.rights)
    if not is_clause or any(child.dep_ == "mark" for child in verb.lefts):
        return None
    own = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    return verb if not has_subject(verb) or own == [noun.head] else None
