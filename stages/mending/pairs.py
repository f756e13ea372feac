"""Two clauses side by side, where a parser takes what belongs to the second for a part of the first."""

from spacy.tokens import Span, Token

from stages.how_sure.granted import has_subject
from stages.parsing.hanging import hang, next_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.harms import HARMED
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

# Verbs that take a thing or a person, and never a clause.
ATTACKED = HARMED | words_of("""
    shot seized attacked bombed shelled executed ambushed destroyed burned burnt occupied raided stormed besieged hit
    freed beheaded bombarded
""")
NAMED_REACH = 18  # words
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
    if verb is None or above.lower_ not in ATTACKED or above.tag_ not in {"VBD", "VBN"} or above.i > first.i:
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
    if first.dep_ != "case" or text_before(first) != ";" or phrase.head.i > phrase.i:
        return
    doc, sent = phrase.doc, phrase.sent
    if end >= sent.end or doc[end].text != ",":
        return
    verb = next((token for token in doc[end : sent.end] if token.tag_ in FINITE and has_subject(token)), None)
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None) if verb is not None else None
    if verb is not None and subject is not None and subject.left_edge.i == end + 1 and hang(phrase, verb, "obl"):
        verb.dep_ = "parataxis" if verb.dep_ == "advcl" else verb.dep_


def open_named(verb: Token) -> None:
    """In "A major fled, and the consul, Omar Sow, defected" the consul does: a name and a post between commas act."""
    link = _link_before(verb)
    named = _named_between(link, verb) if link is not None else None
    if link is None or named is None:
        return
    actor, other = named
    earlier = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i < link.i), None)
    if earlier is not None:
        first = next((t for t in verb.doc[earlier.i : link.i] if t.tag_ == "VBD" and t.dep_ == "acl"), None)
        if first is None or not earlier.is_ancestor(first):
            return
        above, relation = (first, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
        hang(first, above, relation)
        for child in [child for child in verb.lefts if child.i < first.i]:
            hang(child, first)
        hang(verb, first, "conj")
    is_passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    if hang(actor, verb, "nsubj:pass" if is_passive else "nsubj"):
        hang(other, actor, "appos")
        hang(link, verb, "cc")


def _link_before(verb: Token) -> Token | None:
    """The "and" of a clause that a comma parts from its verb, with no other verb between."""
    auxiliary = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    if not (verb.tag_ in FINITE or auxiliary.tag_ in FINITE) or text_before(auxiliary) != ",":
        return None
    sent = verb.sent
    for token in reversed(verb.doc[max(sent.start, auxiliary.i - NAMED_REACH) : auxiliary.i]):
        if token.lower_ in {"and", "but", "while"} and token.dep_ == "cc":
            return token if token.i > sent.start else None
        if token.tag_ in FINITE | {"MD", "VBN", "WP", "WDT"}:
            return None
    return None


def _named_between(link: Token, verb: Token) -> tuple[Token, Token] | None:
    """Who acts and what stands beside: "the consul, Omar Sow", "Omar Sow, the consul"; null where that is not so."""
    doc = link.doc
    commas = [token.i for token in doc[link.i : verb.i] if token.text == ","]
    if len(commas) != 2:
        return None
    parts = (doc[link.i + 1 : commas[0]], doc[commas[0] + 1 : commas[1]])
    names = [_is_name(part) for part in parts]
    posts = [[token for token in part if is_person_noun(token) and token.ent_type_ != "PERSON"] for part in parts]
    if names == [True, False] and posts[1]:
        return parts[0].root, posts[1][0]
    is_described = names == [False, True] or (names == [False, False] and posts[1] and parts[1][0].tag_ == "DT")
    if not posts[0] or not is_described:
        return None
    return posts[0][0], parts[1].root if names[1] else posts[1][0]


def _is_name(part: Span) -> bool:
    """Whether words are a person's name, with a rank before it or without."""
    is_named = len(part) > 0 and part[-1].ent_type_ == "PERSON"
    return is_named and all(token.ent_type_ == "PERSON" or token.tag_ == "NNP" for token in part)


def _clause_behind(noun: Token) -> Token | None:
    """The verb right behind a noun that has an object and no other subject of its own."""
    verb = next_word(noun.right_edge)
    is_clause = verb.tag_ == "VBD" and verb.dep_ in REACH and any(child.dep_ == "obj" for child in verb.rights)
    if not is_clause or any(child.dep_ == "mark" for child in verb.lefts):
        return None
    own = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    return verb if not has_subject(verb) or own == [noun.head] else None
