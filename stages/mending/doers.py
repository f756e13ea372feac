"""Those who act, where a parser parts them from their verb: in lists, behind a brand, and sent for something."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, next_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

# Past tenses that are participles too, of those whom others move: "men sent to guard it refused".
MOVED = words_of("sent ordered deployed assigned called told asked forced hired trained tasked dispatched summoned")


def mend_doers(word: Token) -> None:
    """Put right who acts: the first of a list read as a phrase, a brand read as a doer, those who refuse."""
    _join_kind(word)
    _free_first_doer(word)
    _free_refusal(word)


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


def _join_kind(name: Token) -> None:
    """In "Six MIG pilots refused" the pilots refuse: of two subjects side by side the first says of what kind."""
    second = next_word(name)
    is_pair = name.tag_ == "NNP" and name.dep_ in NOUN_SUBJECTS and second.tag_ == "NNS" and second.head == name.head
    if not is_pair or second.dep_ not in NOUN_SUBJECTS:
        return
    for number in [child for child in name.lefts if child.tag_ == "CD"]:
        hang(number, second, "nummod")
    hang(name, second, "compound")


def _free_refusal(verb: Token) -> None:
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


def _free_first_doer(name: Token) -> None:
    """In "In a joint step, Unicef and its partners freed them" Unicef frees them too, and is no second step."""
    opening = name.head
    is_behind_comma = "," in {text_before(name.left_edge), name.left_edge.text}
    is_apart = (
        name.dep_ in {"conj", "appos"}
        and opening.i < name.i
        and is_behind_comma
        and (name.ent_type_ or name.tag_ == "NNP")
    )
    if not is_apart or opening.dep_ not in {"obl", "nmod"}:
        return
    last = next((token for token in name.sent if token.i > name.i and token.dep_ == "cc"), None)
    if last is None or last.i != name.right_edge.i + 1:
        return
    if opening.text[:1].isupper() and not is_time(opening):
        return  # "In Homs, Hama and Idlib troops fled"
    doer = last.head
    verb = doer.head if doer.dep_ in NOUN_SUBJECTS else _verb_behind(doer)
    is_whole = doer.i > last.i and verb.i > doer.i and verb.is_ancestor(opening)
    has_other = any(child.dep_ in NOUN_SUBJECTS and child != doer for child in verb.lefts)
    passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    if is_whole and not has_other and hang(name, verb, "nsubj:pass" if passive else "nsubj"):
        hang(doer, name, "conj")


def _verb_behind(noun: Token) -> Token:
    """The finite verb right behind a noun; the noun itself without one."""
    at = noun.right_edge.i + 1
    after = noun.doc[at] if at < noun.sent.end else noun
    verb = after.head if after.dep_.startswith("aux") else after
    return verb if after.tag_ in {"VBD", "VBZ", "VBP", "MD"} else noun
