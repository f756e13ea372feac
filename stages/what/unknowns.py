"""Numbers that nobody knows or tells: of such people the sentence says neither how many nor that there were any."""

from __future__ import annotations

from spacy.tokens import Token

from stages.words.wordlists import words_of

HOW_REACH = 12  # tokens from "how many" to its verb
ASKED_REACH = 7  # tokens from what is not known to "how many"
UNKNOWN = words_of("""
    not n't n’t no never nobody none nothing neither without unclear unknown uncertain unsure decline declines declined
    refuse refuses refused unable impossible hard difficult wonder wondered ask asked asking
""")
BETWEEN = ("NN", "JJ", "DT", "PRP", "IN", "RB", "MD", "CC", "CD", "POS")
AUXILIARIES = frozenset({"be", "have", "do", "get"})


def is_of_unknown_number(verb: Token) -> bool:
    """ "it is not known how many have died", "how many were freed is unclear": nobody says that any did."""
    first = verb.head if verb.dep_ == "conj" else verb
    if first != verb and is_of_unknown_number(first) and any(child.lower_ in {"or", "and"} for child in verb.lefts):
        return True
    how = _how_many(verb)
    if how is None:
        return _is_of_number(verb)
    doc, sent = verb.doc, verb.sent
    before = {token.lower_ for token in doc[max(sent.start, how.i - ASKED_REACH) : how.i]}
    before |= {word.lower_ for child in verb.head.lefts for word in child.lefts if word.dep_ == "cc:preconj"}
    is_asked = any(token.text == "?" for token in sent[-2:])  # "How many have been killed?"
    return is_asked or bool(before & UNKNOWN) or _is_left_open(verb, how)


def _is_of_number(participle: Token) -> bool:
    """ "The number of people killed was not known": how many is asked, and no number stands there."""
    people = participle.head
    number = people.head if people.dep_ == "nmod" else people
    is_said = participle.dep_ == "acl" and number.lower_ == "number" and number.dep_.startswith("nsubj")
    said = number.head
    is_open = any(token.lower_ in UNKNOWN for token in (said, *said.lefts) if token != number)
    return is_said and is_open and not any(token.tag_ == "CD" for token in participle.sent)


def _how_many(verb: Token) -> Token | None:
    """The "how" of the clause that a verb closes, with nothing but whom it counts between."""
    doc, start = verb.doc, max(verb.sent.start, verb.i - HOW_REACH)
    for at in range(verb.i - 1, start - 1, -1):
        word = doc[at]
        if word.lower_ == "how" and at + 1 < verb.i and doc[at + 1].lower_ == "many":
            return word
        is_auxiliary = word.tag_.startswith("VB") and word.lemma_ in AUXILIARIES
        if not is_auxiliary and not word.tag_.startswith(BETWEEN):
            return None
    return None


def _is_left_open(verb: Token, how: Token) -> bool:
    """ "How many were killed is not known": what is said of the question behind it."""
    above = verb.head
    is_subject = how.i == verb.sent.start and above.i > verb.i and verb.dep_ in {"csubj", "csubj:pass", "advcl", "acl"}
    words = {token.lower_ for token in (above, *above.lefts)}
    return is_subject and bool(words & UNKNOWN)
