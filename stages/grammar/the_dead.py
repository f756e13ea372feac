"""The adjectives that tell of deaths: "spoke of 40 dead", "ten sailors are feared dead"."""

from spacy.tokens import Token

from stages.how_many.numerals import numeral_at
from stages.parsing.neighbours import opens_sentence, text_before

HELD = frozenset({"fear", "believe", "presume", "report", "confirm", "declare", "pronounce", "think", "say"})
TOLLS = frozenset({"toll", "number", "figure", "count", "total"})


def is_counted_dead(adjective: Token) -> bool:
    """ "reported 12 dead", "40 dead were found": a number right before says how many, and no noun follows."""
    if adjective.tag_ != "JJ" or opens_sentence(adjective) or adjective.lower_ != "dead":
        return False
    tolls = (child.lower_ for above in adjective.ancestors for child in above.children)
    if any(word in TOLLS for word in tolls):
        return False  # "put the toll at 40 dead" is the toll
    is_quality = adjective.dep_ == "amod" and adjective.head.i > adjective.i  # "two dead dogs"
    return not is_quality and numeral_at((text_before(adjective),), 0) is not None


def is_held_dead(adjective: Token) -> bool:
    """ "ten sailors are feared dead", the headline "Dozens feared dead": of those that the verb above speaks of."""
    verb = adjective.head
    is_said = adjective.dep_ == "xcomp" and adjective.lower_ == "dead" and verb.lemma_ in HELD
    is_of_them = any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.lefts)
    return is_said and is_of_them and all(child.dep_ != "obj" for child in verb.rights)
