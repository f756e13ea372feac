"""Those who act, where a parser parts them from their verb: in lists, behind a brand, and sent for something."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, next_word, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import TENSED
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

# Past tenses that are participles too, of those whom others move: "men sent to guard it refused".
MOVED = words_of("sent ordered deployed assigned called told asked forced hired trained tasked dispatched summoned")

OPENING = words_of("as after while before when")


def mend_doers(word: Token) -> None:
    """Put right who acts: the first of a list read as a phrase, a brand read as a doer, those who refuse."""
    _join_kind(word)
    _free_first_doer(word)
    _free_refusal(word)
    _free_freed(word)
    _part_headline(word)


def join_doers(noun: Token) -> None:
    """In "Two officers and enlisted men changed sides" the officers change them too, and are no part of the sides."""
    thing = noun.head
    verb = thing.head
    if noun.dep_ not in NOUN_SUBJECTS or thing.dep_ != "obj" or not noun.i < verb.i < thing.i:
        return
    end = noun.right_edge.i + 1
    second = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i > noun.i), None)
    if second is not None and next_word(noun.right_edge).dep_ == "cc" and second.left_edge.i in {end, end + 1}:
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


def _free_freed(verb: Token) -> None:
    """In "as freed protesters tell of beatings" the protesters tell of them, and nobody freed them to tell."""
    people = next_word(verb)
    deed = next_word(people)
    is_opened = any(child.dep_ == "mark" and child.i == verb.i - 1 for child in verb.lefts)
    is_inside = verb.tag_ == "VBN" and verb.dep_ == "advcl" and people.dep_ == "obj" and people.head == verb
    is_told = deed.head == verb and deed.dep_ in {"xcomp", "ccomp"} and deed.tag_ in {"VBP", "VBD"}
    if not (is_opened and is_inside and is_told) or people.tag_ != "NNS":
        return
    hang(deed, verb.head, "advcl")
    for child in [child for child in verb.children if child not in {people, deed}]:
        hang(child, deed)
    hang(people, deed, "nsubj")
    hang(verb, people, "amod")


def _part_headline(verb: Token) -> None:
    """In the headline "Woman among wounded as rebels raid village" the rebels raid it, and no woman does."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    doer = previous_word(verb)
    while doer.head.i < doer.i and doer.dep_ in {"flat", "compound", "nmod"} and not _is_opened(doer):
        doer = doer.head
    if verb.tag_ not in {"VBP", "VBZ"} or verb.dep_ != "ROOT" or not subjects or doer.right_edge.i != verb.i - 1:
        return
    top = subjects[0]
    marks = [child for token in (doer, verb) for child in token.lefts if child.lower_ in OPENING]
    mark = next((child for child in marks if child.dep_ in {"case", "mark"} and child.i > top.i), None)
    if mark is None or top.i > mark.i or doer.i < mark.i or not doer.tag_.startswith("NN") or doer.tag_ == "NN":
        return
    if verb.sent[-1].text in {".", "?", "!"} or any(
        token.tag_ in TENSED for token in verb.doc[verb.sent.start : mark.i]
    ):
        return
    hang(top, top, "ROOT")
    hang(verb, top, "advcl")
    hang(doer, verb, "nsubj")
    hang(mark, verb, "mark")
    for child in [child for child in verb.lefts if child.i < mark.i]:
        hang(child, top)


def _is_opened(noun: Token) -> bool:
    return any(child.lower_ in OPENING for child in noun.lefts)
