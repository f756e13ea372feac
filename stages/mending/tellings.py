"""Verbs of saying that a small parser hangs on the wrong word, and what it takes for their subjects and contents."""

from spacy.tokens import Token

from stages.how_sure.granted import has_subject
from stages.parsing.hanging import ends_sentence, hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.tags import FINITE
from stages.words.modality import SUPPOSING
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.speech import STATED, is_speech_verb, lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

OWN = frozenset({*NOUN_SUBJECTS, "mark", "cc", "aux", "aux:pass", "cop", "obj", "expl"})
AT = frozenset({"in", "near", "around", "at", "on", "outside", "inside", "between", "across", "along", "over"})
OCCASIONS = words_of("interview statement broadcast speech address telephone phone radio conference report letter")
SETTING = frozenset({"when", "after", "before"})
NIGHTS = words_of("night week month year")


def mend_telling(verb: Token) -> None:
    """Who tells, and what: the mends of this module that begin at a verb."""
    free_after_phrase(verb)
    free_neither(verb)
    free_teller(verb)
    part_unclaimed(verb)
    join_told(verb)
    fill_that(verb)
    return_scene(verb)
    return_setting(verb)


def mend_name(word: Token) -> None:
    """Subjects read as verbs or numbers, and clauses read as no content: the mends that begin at any word."""
    make_counted(word)
    make_denied(word)
    make_threatened(word)
    part_label(word)
    free_named_subject(word)
    fill_stated(word)


def free_teller(verb: Token) -> None:
    """In "A family caught up in the raid told how they fled" the family was caught, and it tells.

    So it does in "Refugees camped near the border said that", whichever of the two verbs is read as the main one.
    """
    if verb.tag_ not in FINITE or not is_speech_verb(verb) or any(child.dep_ in OWN for child in verb.lefts
                                                                  if child.dep_ != "obj"):  # fmt: skip
        return
    below = (child for child in verb.lefts if child.dep_ in {"ccomp", "csubj", "advcl"})
    state = next(below, None) or (verb.head if verb.head.i < verb.i else None)
    subject = next((child for child in state.lefts if child.dep_ == "nsubj"), None) if state is not None else None
    if state is None or subject is None or not _is_state_of(state, subject, verb):
        return
    if state.head == verb:
        hang(subject, verb, "nsubj")
    else:
        hang(verb, *((verb, "ROOT") if state.head == state else (state.head, state.dep_)))
        for child in [child for child in state.rights if child.i > verb.i]:
            hang(child, verb)
        hang(subject, verb, "nsubj")
    state.tag_ = "VBN"
    hang(state, subject, "acl")


def _is_state_of(state: Token, subject: Token, verb: Token) -> bool:
    """Whether a verb without an object, with only a phrase between it and a verb of saying, describes its subject."""
    is_past = state.tag_ in {"VBD", "VBN"} and not any(child.dep_ in OWN - {"nsubj"} for child in state.children)
    is_set_off = text_before(state) == "," == text_before(verb) and state.tag_ == "VBN"  # ", heard in Rome, reported"
    between = verb.doc[state.i + 1 : verb.i - is_set_off]
    is_phrase = len(between) > 1 and between[0].tag_ in {"IN", "RP", "TO"} and between[-1].tag_.startswith("NN")
    is_phrase = is_phrase and not any(token.is_punct or token.tag_[:2] in {"VB", "CC", "WP"} for token in between)
    return is_past and is_phrase and (is_set_off or is_person_noun(subject) or subject.lower_ in COLLECTIVES)


def free_named_subject(night: Token) -> None:
    """In "Saakashvili last night called for talks" a name that opens the sentence may be read as all of it."""
    if night.lower_ not in NIGHTS:
        return
    name = night.head
    verb = next((child for child in night.rights if child.dep_ == "acl" and child.i == night.i + 1), None)
    is_name = name.left_edge.i == name.sent.start and name.text.istitle() and name.tag_ in {"VB", "NNP"}
    following = verb.doc[verb.i + 1 : verb.i + 2].text if verb is not None else ""
    is_active = verb is not None and verb.tag_ in {"VBN", "VBD"} and following not in {"by", ""}
    if verb is None or not (is_name and is_active and name.dep_ == "ROOT"):
        return
    hang(verb, verb, "ROOT")
    for child in [child for child in name.rights if child not in {night, verb} and child.i > verb.i]:
        hang(child, verb)
    if hang(name, verb, "nsubj"):
        hang(night, verb, "obl:unmarked")
        name.tag_, name.pos_, verb.tag_ = "NNP", "PROPN", "VBD"


def free_after_phrase(verb: Token) -> None:
    """In "Reports from the north spoke of fighting" the reports speak, where the north may be read as speaking."""
    noun, spoken = verb.head, next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    case = next((child for child in verb.lefts if child.dep_ == "case"), None)
    is_phrase = verb.dep_ in {"nmod", "obl", "acl"} and case is not None and spoken is not None and case.i < spoken.i
    if case is None or spoken is None or not (is_phrase and noun.dep_ == "ROOT" and noun.i < case.i):
        return
    if verb.tag_ not in FINITE or noun.tag_ not in {"NN", "NNS", "NNP"}:
        return
    hang(verb, verb, "ROOT")
    for child in [child for child in noun.rights if child.i > verb.i]:
        hang(child, verb)
    hang(noun, verb, "nsubj")
    hang(spoken, noun, "nmod")
    hang(case, spoken)
    for child in [child for child in verb.rights if child.dep_ == "nmod"]:
        child.dep_ = "obl"


def free_neither(verb: Token) -> None:
    """In "The military neither confirmed nor denied it" the parser may read two participles of the military."""
    noun = verb.head
    is_bound = any(child.dep_ == "cc:preconj" for child in verb.lefts) and verb.dep_ == "acl"
    if not is_bound or noun.dep_ != "ROOT" or noun.i > verb.i or verb.tag_ not in {"VBN", "VBD"}:
        return
    hang(verb, verb, "ROOT")
    for child in [child for child in noun.rights if child.i > verb.i]:
        hang(child, verb)
    hang(noun, verb, "nsubj")
    for told in [verb, *(child for child in verb.rights if child.dep_ == "conj" and child.tag_ == "VBN")]:
        told.tag_ = "VBD"


def join_told(verb: Token) -> None:
    """In "police believed he robbed a bank, then kidnapped a guard" the kidnapping is believed as the robbery is."""
    telling = verb.head
    is_then = any(child.lower_ == "then" for child in verb.lefts) and text_before(verb.left_edge) in {",", ""}
    is_then = is_then or (any(child.text == "," for child in verb.lefts) and text_before(verb) == "then")
    is_below = verb.dep_ in {"parataxis", "advcl", "dep"} and verb.tag_ in {"VBD", "VBN"} and not has_subject(verb)
    if not (is_then and is_below and (is_speech_verb(telling) or lemma_of(telling) in SUPPOSING)):
        return
    told = next((child for child in telling.rights if child.dep_ == "ccomp" and child.i < verb.i), None)
    if told is not None and told.tag_ in {"VBD", "VBN"}:
        hang(verb, told, "conj")


def fill_that(verb: Token) -> None:
    """In "Media reported, citing aides, that he had fled" the "that" opens what they reported."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ == "mark"}
    has_content = any(child.dep_ == "ccomp" for child in verb.head.rights)
    is_joined = verb.dep_ == "conj" and "that" in marks and not any(child.dep_ == "cc" for child in verb.lefts)
    if is_joined and is_speech_verb(verb.head) and not has_content and verb.head.i < verb.i:
        verb.dep_ = "ccomp"


def fill_stated(word: Token) -> None:
    """In "the accusations that troops had shelled it" the clause is what they accuse them of, whatever its verb is."""
    is_that = any(child.dep_ == "mark" and child.lower_ == "that" for child in word.lefts)
    if word.dep_ == "acl:relcl" and is_that and lemma_of(word.head).removesuffix("s") in STATED:
        word.dep_ = "acl"


def make_counted(noun: Token) -> None:
    """In "that two suspects had been held" the suspects may be read as a verb beside its number."""
    number = previous_word(noun)
    is_pair = number.tag_ == "CD" and number.head == noun.head and number.dep_ == noun.dep_
    if noun.tag_ == "VBZ" and noun.dep_ in NOUN_SUBJECTS and is_pair:
        noun.tag_, noun.pos_ = "NNS", "NOUN"
        hang(number, noun, "nummod")


def make_denied(gerund: Token) -> None:
    """In "has ruled out sending troops" and "Army denies shelling hospital" the gerund is what is denied."""
    verb, before = gerund.head, text_before(gerund)
    is_behind = before == verb.lower_ or (before == "out" and verb.lower_ in {"ruled", "rules", "ruling", "rule"})
    is_denied = verb.lower_ in {"denies", "denied", "deny", "denying"} or before == "out"
    if gerund.tag_ == "VBG" and gerund.dep_ in {"acl", "advcl"} and is_behind and is_denied:
        gerund.dep_ = "xcomp"


def make_threatened(verb: Token) -> None:
    """In "threatens to close Hormuz" the verb may be read as an adjective of what it would be done to."""
    thing, above = verb.head, verb.head.head
    to = next((child for child in verb.lefts if child.lower_ == "to"), None)
    is_inside = verb.tag_ == "VB" and verb.dep_ == "amod" and verb.i < thing.i and thing.dep_ == "obj"
    is_behind = to is not None and above.i == to.i - 1 and above.tag_.startswith("VB")
    if is_inside and is_behind and hang(verb, above, "xcomp"):
        hang(thing, verb, "obj")


def part_label(noun: Token) -> None:
    """In the headline "Blast kills five: police" the police say so, and five are killed."""
    number = next((child for child in noun.lefts if child.dep_ == "nummod"), None)
    is_last = ends_sentence(noun) and text_before(noun) == ":"
    if number is not None and is_last and number.i == noun.i - 2 and noun.dep_ == "obj":
        hang(number, noun.head, "obj")
        hang(noun, noun.head, "parataxis")


def return_scene(verb: Token) -> None:
    """In "spoke of fighting around the airport" the fighting is there, and not the speaking."""
    topic = next((child for child in verb.rights if child.dep_ == "obl" and case_of(child) == "of"), None)
    if verb.lower_ not in {"spoke", "speak", "speaks"} or topic is None:
        return
    for scene in [
        child for child in verb.rights if child.dep_ == "obl" and child.left_edge.i == topic.right_edge.i + 1
    ]:
        if case_of(scene) in AT and scene.lower_ not in OCCASIONS and not is_time(scene):
            hang(scene, topic, "nmod")


def return_setting(verb: Token) -> None:
    """In "six died, police said, when gunmen attacked a bus" they died when gunmen did, and police spoke later."""
    told = next((child for child in verb.lefts if child.dep_ in {"ccomp", "parataxis"} and has_subject(child)), None)
    if told is None or not is_speech_verb(verb):
        return
    for clause in [child for child in verb.rights if child.dep_ in {"ccomp", "advcl", "parataxis"}]:
        first = next((token for token in clause.subtree if not token.is_punct), clause)
        if first.lower_ in SETTING and first.head == clause and text_before(first) == "," and has_subject(clause):
            hang(clause, told, "advcl")


def part_unclaimed(verb: Token) -> None:
    """In "No one claimed responsibility for it, but officials blamed rebels" the officials blame, and claim nothing."""
    claiming = verb.head
    credit = next((child for child in verb.lefts if child.lower_ in {"responsibility", "credit"}), None)
    if verb.dep_ != "ccomp" or lemma_of(claiming) != "claim" or credit is None or credit.dep_ not in NOUN_SUBJECTS:
        return
    blamers = next((child for child in credit.rights if child.dep_ == "conj"), None)
    link = next((child for child in blamers.lefts if child.dep_ == "cc"), None) if blamers is not None else None
    if blamers is None or link is None or not hang(credit, claiming, "obj"):
        return
    verb.dep_ = "conj"
    hang(blamers, verb, "nsubj")
    hang(link, verb)
