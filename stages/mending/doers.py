"""Those who act, where a parser parts them from their verb: in lists, behind a brand, and sent for something."""

from spacy.tokens import Token

from stages.parsing.hanging import hang
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.wordlists import words_of

# Past tenses that are participles too, of those whom others move: "men sent to guard it refused".
MOVED = words_of("sent ordered deployed assigned called told asked forced hired trained tasked dispatched summoned")


def join_doers(noun: Token) -> None:
    """In "Two officers and enlisted men changed sides" the officers change them too, and are no part of the sides."""
    thing = noun.head
    verb = thing.head
    if noun.dep_ not in NOUN_SUBJECTS or thing.dep_ != "obj" or not noun.i < verb.i < thing.i:
        return
    end = noun.right_edge.i + 1
    second = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i > noun.i), None)
    if second is not None and noun.doc[end].dep_ == "cc" and second.left_edge.i in {end, end + 1}:
        hang(noun, verb, second.dep_)
        hang(second, noun, "conj")


def join_kind(name: Token) -> None:
    """In "Six MIG pilots refused" the pilots refuse: of two subjects side by side the first says of what kind."""
    second = name.nbor(1) if name.i + 1 < name.sent.end else name
    is_pair = name.tag_ == "NNP" and name.dep_ in NOUN_SUBJECTS and second.tag_ == "NNS" and second.head == name.head
    if not is_pair or second.dep_ not in NOUN_SUBJECTS:
        return
    for number in [child for child in name.lefts if child.tag_ == "CD"]:
        hang(number, second, "nummod")
    hang(name, second, "compound")


def free_refusal(verb: Token) -> None:
    """In "Guards sent to clear the square refused orders" the guards were sent, and refuse; no orders were refused."""
    noun = verb.head
    sent = noun.head
    is_inside = verb.dep_ == "amod" and verb.tag_ in {"VBD", "VBN"} and noun.i == verb.i + 1 and sent.i < verb.i
    if not is_inside or sent.lower_ not in MOVED or sent.tag_ != "VBD" or sent.nbor(1).lower_ != "to":
        return
    subject = next((child for child in sent.lefts if child.dep_ in NOUN_SUBJECTS), None)
    aim = next((child for child in sent.rights if child.dep_ == "xcomp" and child.i < verb.i), None)
    if subject is None or aim is None or aim.right_edge.i + 1 != verb.i or subject.right_edge.i + 1 != sent.i:
        return
    hang(verb, *((verb, "ROOT") if sent.head == sent else (sent.head, sent.dep_)))
    hang(subject, verb, "nsubj")
    hang(sent, subject, "acl")
    hang(noun, verb, "obj")
    for child in [child for child in sent.rights if child.i > verb.i or child.is_punct]:
        hang(child, verb)
    sent.tag_, verb.tag_ = "VBN", "VBD"
