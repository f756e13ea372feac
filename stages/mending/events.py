"""Events at the end of a phrase whose first word a parser takes for the whole: "in a PKK | ambush"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, previous_word
from stages.words.wordlists import words_of

EVENTS = words_of("""
    ambush attack attacks raid raids strike strikes bombing bombings blast blasts shooting shootings assault shelling
    airstrike airstrikes offensive operation siege massacre clash clashes
""")
PHRASED = frozenset({"obl", "nmod"})
LOOSE = frozenset({"conj", "appos", "obj", "parataxis", "dep", "xcomp", "nmod", "flat"})


def return_case(event: Token) -> None:
    """In "hurt in a PKK ambush", "died in a Shining Path raid" the name says whose ambush it was."""
    name = previous_word(event)
    while name.dep_ in {"flat", "compound"} and name.head.i < event.i and name.head != name:
        name = name.head
    if event.lower_ not in EVENTS or name == event or not (event.tag_.startswith("NN") and name.text[:1].isupper()):
        return
    case = next((child for child in name.lefts if child.dep_ == "case"), None)
    if case is None or (name.right_edge.i >= event.i and not event.is_ancestor(name)):
        return
    if name.head == event and name.dep_ == "compound":
        event.dep_ = "obl" if event.dep_ == "obj" else event.dep_
    elif not _is_beside(name, event) or not hang(event, name.head, name.dep_) or not hang(name, event, "compound"):
        return
    for child in [child for child in name.lefts if child.dep_ in {"case", "det"}]:
        hang(child, event)


def _is_beside(name: Token, event: Token) -> bool:
    """Whether a name with an article of its own stands as the phrase, and the event loose behind it."""
    has_article = any(child.lower_ in {"a", "an"} for child in name.lefts)
    is_named = name.tag_ in {"NNP", "NNPS"} or name.ent_type_ == "ORG"
    return name.dep_ in PHRASED and event.dep_ in LOOSE and has_article and is_named
