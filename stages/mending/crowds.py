"""People whose verb a small parser misses: suspects read as a verb, crowds apart from whom they are made of."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

CROWDS = words_of("dozens scores hundreds thousands tens")


def open_victims(verb: Token) -> None:
    """In "Families of guards killed at the gate have said" the families say so, and are not killed."""
    main = next((child for child in verb.rights if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    noun = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if main is None or noun is None or verb.tag_ != "VBN" or noun.right_edge.i != verb.i - 1:
        return
    own = {child.dep_ for child in main.lefts}
    is_bare = not any(child.dep_.startswith("aux") for child in verb.lefts)
    is_finite = main.tag_ in {"VBD", "VBZ", "VBP"} or bool(own & {"aux", "aux:pass"})
    if not is_bare or not is_finite or own & {"cc", "mark", *NOUN_SUBJECTS}:
        return
    if text_before(main.left_edge) in {",", ";", "and"}:
        return
    hang(main, *((main, "ROOT") if verb.head == verb else (verb.head, verb.dep_)))
    for child in [child for child in verb.rights if child.i > main.i]:
        hang(child, main)
    if hang(noun, main, "nsubj"):
        hang(verb, noun.doc[noun.right_edge.i], "acl")


def make_people(word: Token) -> None:
    """In "is trying 15 piracy suspects in its courts" the suspects are tried, and suspect nobody."""
    noun = previous_word(word)
    verb = noun.head
    is_counted = any(child.dep_ in {"nummod", "det", "amod"} for child in noun.lefts)
    is_people = word.tag_ == "VBZ" and is_person_noun(word)
    if word.dep_ in {"obj", "conj", "ccomp"} and is_people and any(child.tag_ == "CD" for child in word.lefts):
        verb, word.dep_ = word.head, "obj"  # "had rounded up 428 suspects over the past day"
    elif is_people and noun.tag_ == "NN" and is_counted and _is_object(noun, word):
        verb = word.head if noun.head == word else verb
        hang(word, verb, "obj")
        for child in [child for child in noun.lefts if child.dep_ in {"nummod", "det", "amod"}]:
            hang(child, word)
        hang(noun, word, "compound")
    else:
        return
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", word.lower_.removesuffix("s")
    for child in list(word.children):
        if child.dep_ == "advmod" and child.tag_ == "CD":
            child.dep_ = "nummod"
        elif child.i > word.i and child.dep_ in {"obl", "advmod", "advcl", "obl:unmarked"}:
            hang(child, verb)


def _is_object(noun: Token, word: Token) -> bool:
    """Whether a noun before a word that may be of people is what a verb before it is done to."""
    if noun.dep_ == "obj":
        return True
    verb = word.head
    is_free = not any(child.dep_ in {"obj", "ccomp"} for child in verb.children)
    is_behind = verb.tag_.startswith("VB") and verb.i == noun.left_edge.i - 1
    return noun.head == word and noun.dep_ == "nsubj" and word.dep_ == "advcl" and is_behind and is_free


def join_crowd(verb: Token) -> None:
    """In "Hundreds of riot police surrounded them" the hundreds are police: a verb has one subject."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    crowd = next((child for child in subjects if child.lower_ in CROWDS), verb)
    noun, link = subjects[-1] if subjects else crowd, crowd.nbor(1) if crowd.i < verb.i else crowd
    if noun.i > crowd.i and link.lower_ == "of" and noun.left_edge.i <= crowd.i + 2 and hang(noun, crowd, "nmod"):
        hang(link, noun, "case")


def return_people(verb: Token) -> None:
    """In "says the captors of the cook Ana Ruiz are threatening" the captors threaten, and not she."""
    name = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    teller = verb.head
    people = next((child for child in teller.rights if child.dep_ == "obj" and child.i < verb.i), None)
    if name is None or people is None or name.ent_type_ != "PERSON" or name.left_edge.i <= people.i:
        return
    kind = name.left_edge.nbor(-1)
    is_inside = kind.tag_ == "NN" and is_person_noun(kind) and people.is_ancestor(kind) and is_person_noun(people)
    relation = name.dep_
    if verb.dep_ == "ccomp" and is_speech_verb(teller) and is_inside and hang(name, kind, "appos"):
        hang(people, verb, relation)
