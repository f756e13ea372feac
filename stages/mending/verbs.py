"""Verbs that a small parser hangs on the wrong word or takes for another: accused, asked to, and the Said of a port."""

from spacy.tokens import Token

from stages.grammar.control import OBJECT_CONTROL
from stages.mending.openings import DONE
from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

# Participles that no "government-backed" is made of: behind a noun they are its verb.
SPEAKING = words_of(
    "accused blamed urged condemned denounced warned asked denied rejected demanded criticised criticized"
)
BODIES = words_of("unit battalion brigade regiment army police troops force crew guard")
HANDED = words_of("handed taken sent brought held flown shot killed jailed executed beaten tortured released freed")
JUDGING = words_of("""
    accusing blaming saying warning claiming alleging citing demanding urging calling condemning denouncing rejecting
    vowing insisting describing threatening adding
""")
SWEARING = words_of("swore pledged vowed declared renounced professed")
OPENING = words_of("if when while because although though unless whether once")
OPENED = frozenset({"mark", "advmod", "cc", "case"})
PORTS = frozenset({"port"})
BEEN = frozenset({"was", "were", "been", "is", "are", "being"})


def mend_misread(word: Token) -> None:
    """Verbs and names read as other words: the mends of this module that begin at any word."""
    name_port(word)
    free_accuser(word)
    lift_described(word)


def free_accuser(verb: Token) -> None:
    """In "The opposition accused security forces of torture" the verb may be read as an adjective of the forces."""
    noun = verb.head
    doer = previous_word(verb)
    _join_sworn(verb)
    is_inside = verb.dep_ == "amod" and verb.lower_ in SPEAKING and noun.i > verb.i
    if not is_inside or doer.head != noun or doer.tag_ not in {"NN", "NNS", "NNP", "NNPS"}:
        return
    others = [child for child in noun.lefts if child.i < doer.i]
    hang(verb, *((verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)))
    verb.tag_ = "VBD"
    for child in others:
        hang(child, doer)
    hang(doer, verb, "nsubj")
    for child in [child for child in noun.rights if child.dep_ in {"acl", "conj"} and child.pos_ == "VERB"]:
        hang(child, verb, "advcl" if child.dep_ == "acl" else "conj")
    hang(noun, verb, "obj")


def lift_described(verb: Token) -> None:
    """In "The envoy, Omar Sow, denounced Traore and said so" the envoy denounces, and no denounced Traore speaks."""
    noun = verb.head
    later = noun.head
    if verb.tag_ != "VBD" or verb.dep_ != "amod" or noun.i < verb.i or noun.dep_ not in NOUN_SUBJECTS:
        return
    has_own = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
    if not has_own or all(token.dep_ != "cc" for token in verb.doc[noun.i + 1 : later.i]):
        return
    hang(verb, *((verb, "ROOT") if later.head == later else (later.head, later.dep_)))
    hang(noun, verb, "obj")
    hang(later, verb, "conj")


def open_condition(word: Token) -> None:
    """In "If the general deserts, they will" the first word opens the clause, and does not describe the general."""
    noun = word.head
    if word.lower_ not in OPENING or word.dep_ in OPENED or noun.dep_ not in NOUN_SUBJECTS or noun.i < word.i:
        return
    if noun.left_edge == word and noun.head.tag_.startswith(("VB", "MD")):
        hang(word, noun.head, "mark")
        if noun.tag_ == "JJ":
            noun.tag_, noun.pos_ = "NN", "NOUN"  # the general


def name_port(word: Token) -> None:
    """In "In Port Said, where six men died" nobody says anything."""
    port = previous_word(word)
    if word.text != "Said" or port.lower_ not in PORTS or not word.tag_.startswith("VB"):
        return
    word.tag_, word.pos_ = "NNP", "PROPN"
    if port.head == word:
        case = next((child for child in port.lefts if child.dep_ == "case"), None)
        port.dep_ = "compound"
        if case is not None:
            hang(case, word)
            word.dep_ = "obl" if word.head != word else word.dep_
        for child in [child for child in word.rights if child.dep_ == "ccomp"]:
            child.dep_ = "acl:relcl"


def return_infinitive(verb: Token) -> None:
    """In "a statement urging troops to desert" the troops are to desert, whatever the clause was hung on."""
    to = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "to"), None)
    if to is None or verb.dep_ not in {"advcl", "acl"} or to.i <= verb.sent.start:
        return
    asked = to.nbor(-1)
    while asked.dep_ in {"conj", "compound", "flat", "nmod"} and asked.head.i < asked.i:
        asked = asked.head
    asking = asked.head
    is_asked = asked.dep_ == "obj" and asking.i < asked.i and asked.right_edge.i == to.i - 1
    is_body = is_person_noun(asked) or asked.lower_ in BODIES
    if is_asked and (asking != verb.head or verb.dep_ == "advcl") and asking.lower_ in OBJECT_CONTROL and is_body:
        hang(verb, asking, "xcomp")


def _join_sworn(word: Token) -> None:
    """In "defected and swore allegiance to the rebels" the verb may be read as an adjective of the allegiance."""
    noun, before = word.head, previous_word(word)
    is_inside = word.dep_ == "amod" and word.lower_ in SWEARING and noun.dep_ == "obj" and noun.i > word.i
    verb = noun.head
    if not is_inside or before.lower_ != "and" or verb.i >= before.i or not verb.tag_.startswith("VB"):
        return
    word.tag_, word.pos_ = "VBD", "VERB"
    if hang(word, verb, "conj"):
        hang(noun, word, "obj")
        hang(before, word, "cc")


def share_passive(verb: Token) -> None:
    """In "He was seized in Ankara and handed over to Damascus" he is handed over, and hands nothing over."""
    first = verb.head
    is_joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and first.tag_ == "VBN" and verb.lower_ in HANDED
    is_passive = any(child.dep_ == "aux:pass" for child in first.lefts)
    if is_joined and is_passive and not any(child.dep_ in {"obj", *NOUN_SUBJECTS} for child in verb.children):
        verb.tag_ = "VBN"


def mend_second_verb(verb: Token) -> None:
    """Verbs beside or below another whose doer a parser mistakes."""
    return_gerund(verb)
    return_judgement(verb)
    make_past_relative(verb)


def return_gerund(verb: Token) -> None:
    """In "refusing to guard the hall and demanding pay" both are done: no -ing form is joined to an infinitive."""
    first = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or first.tag_ != "VB" or first.head.tag_ != "VBG":
        return
    if first.dep_ == "xcomp" and not any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        hang(verb, first.head, "conj")


def return_judgement(gerund: Token) -> None:
    """In "gave them a day to leave, accusing them of spying" whoever gave them the day accuses, and not they."""
    leaving = gerund.head
    if gerund.lower_ not in JUDGING or gerund.dep_ not in {"advcl", "acl"} or text_before(gerund) != ",":
        return
    is_infinitive = leaving.tag_ == "VB" and any(child.lower_ == "to" for child in leaving.lefts)
    if not is_infinitive or leaving.i > gerund.i or leaving.dep_ not in {"acl", "xcomp", "advcl"}:
        return
    above = next((token for token in leaving.ancestors if token.tag_ in FINITE | {"VBN"}), None)
    if above is not None and above.i < leaving.i:
        hang(gerund, above, "advcl")


def make_past_relative(verb: Token) -> None:
    """In "a move the opposition denounced as a coup" the opposition denounces it: it has its own subject."""
    has_subject = any(child.dep_ == "nsubj" and child.i == verb.i - 1 for child in verb.lefts)
    has_aux = any(child.dep_.startswith("aux") for child in verb.lefts)
    if verb.tag_ == "VBN" and verb.dep_ == "acl:relcl" and has_subject and not has_aux:
        verb.tag_ = "VBD"


def make_active(word: Token) -> None:
    """ "guards shot and wounded ten men" where "shot" was read as a noun that the guards describe."""
    doer = previous_word(word)
    following = word.nbor(1) if word.i + 1 < len(word.doc) else word
    is_joined = following.lower_ == "and" and word.i + 2 < len(word.doc) and word.nbor(2).tag_ in {"VBD", "VBN"}
    if word.lower_ in {"shot", "hit"} and doer.tag_ == "NNS" and doer.head == word and is_joined:
        word.tag_, word.pos_, doer.dep_ = "VBD", "VERB", "nsubj"


def make_passive(word: Token) -> None:
    """ "was shot" where "shot" was read as a noun or an adjective: what is done to someone is a verb."""
    copula = next((child for child in word.lefts if child.dep_ == "cop" and child.lower_ in BEEN), None)
    is_done = word.lower_ in DONE and not any(child.dep_ in {"det", "nmod:poss", "amod"} for child in word.lefts)
    if copula is None or not is_done:
        return
    word.tag_, word.pos_, copula.dep_ = "VBN", "VERB", "aux:pass"
    for child in word.lefts:
        if child.dep_ == "nsubj":
            child.dep_ = "nsubj:pass"


def free_telling(verb: Token) -> None:
    """In "The source denied reports" a verb with its subject may be read as an adjective of its object."""
    noun = verb.head
    has_subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
    if verb.dep_ != "amod" or noun.i < verb.i or not has_subject or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if noun.dep_ in NOUN_SUBJECTS:
        return  # "soldiers and plain clothed forces came": the noun has a verb of its own
    hang(verb, *((verb, "ROOT") if noun.head == noun else (noun.head, noun.dep_)))
    for child in [child for child in noun.rights if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}]:
        hang(child, verb)
    hang(noun, verb, "obj")
