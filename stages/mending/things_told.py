"""What is told of a thing, hung on another: who hears, who is accused, and whom a building shelters."""

from spacy.tokens import Token

from stages.parsing.hanging import ends_sentence, hang, next_word, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

HOLDING = words_of("sheltering housing hosting carrying transporting accommodating")
CHARGED = words_of("accused suspected charged convicted wanted blamed")
# Verbs of headlines that are nouns too: "Rebels raid camp".
DEEDS = words_of("raid attack storm shell bomb ambush strike torch loot seize")
SHELLING = words_of("shelling bombing bombardment fighting shooting firing raid raids attack strike strikes airstrikes")
SPANS = frozenset({"upwards", "upward"})
TELLING = words_of("affirmed said announced declared confirmed insisted claimed warned added stated told reported")


def mend_told(verb: Token) -> None:
    """The mends of this module that begin at a verb."""
    return_hearer(verb)
    return_accused(verb)
    make_raid(verb)
    raise_teller(verb)


def mend_thing(word: Token) -> None:
    """The mends of this module that begin at any word."""
    make_holding(word)
    make_held(word)
    count_upwards(word)
    open_shelling(word)
    return_aim(word)
    if word.tag_ == "NN":
        make_raid(word)


def return_hearer(verb: Token) -> None:
    """In "told state television the clinic had been hit" the television hears it, and nobody hit it."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    above = verb.head
    is_told = verb.dep_ == "ccomp" and lemma_of(above) == "tell" and above.i < verb.i and len(subjects) == 2
    if not is_told or subjects[0].left_edge.i != above.i + 1 or subjects[1].left_edge.i != subjects[0].right_edge.i + 1:
        return
    if subjects[1].left_edge.tag_ in {"DT", "NNP", "PRP$", "CD", "NNS"} and subjects[0].tag_.startswith("NN"):
        hang(subjects[0], above, "iobj")


def return_accused(verb: Token) -> None:
    """In "arrested Omar Sow, accused of spying" he is accused, and not who arrested him."""
    above = verb.head
    is_aside = verb.lower_ in CHARGED and verb.tag_ == "VBN" and verb.dep_ == "advcl" and text_before(verb) == ","
    if not is_aside or above.i > verb.i or any(child.dep_.startswith(("aux", "nsubj")) for child in verb.lefts):
        return
    held = next((child for child in above.rights if child.dep_ == "obj" and child.right_edge.i == verb.i - 2), None)
    if held is not None and (held.ent_type_ == "PERSON" or is_person_noun(held)):
        for child in [child for child in verb.rights if text_before(child.left_edge) == "," and child.dep_ == "obl"]:
            hang(child, above)  # "accused of spying, on Monday"
        hang(verb, held, "acl")


def make_raid(word: Token) -> None:
    """In the headline "Janjaweed raid camp" the word with a doer and an object is a verb."""
    deps = {child.dep_ for child in word.lefts}
    is_verb = "nsubj" in deps and deps.isdisjoint({"cop", "det", "amod", "case", "nmod:poss"})
    if word.tag_ == "NN" and word.lower_ in DEEDS and is_verb and any(child.dep_ == "obj" for child in word.rights):
        word.tag_, word.pos_ = "VBP", "VERB"


def raise_teller(verb: Token) -> None:
    """In "The mayor, Omar Sow, who took office in May, affirmed that it fell" the mayor affirms it."""
    relative = verb.head
    noun = relative.head
    is_below = verb.dep_ in {"advcl", "acl", "conj"} and relative.dep_ == "acl:relcl" and text_before(verb) == ","
    if not is_below or noun.dep_ != "ROOT" or not noun.tag_.startswith("NN") or verb.tag_ not in {"VBN", "VBD"}:
        return
    is_telling = is_speech_verb(verb) or verb.lower_ in TELLING
    if not is_telling or any(child.dep_.startswith(("aux", "nsubj", "cc")) for child in verb.lefts):
        return
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    for child in [child for child in noun.rights if child.i > verb.i]:
        hang(child, verb)
    hang(noun, verb, "nsubj")


def make_holding(word: Token) -> None:
    """In "hit a school sheltering families" the school is hit, and shelters them."""
    thing = previous_word(word)
    held = next((child for child in word.rights if child.dep_ == "obj"), None)
    is_noun = word.lower_ in HOLDING and word.tag_ == "NN" and held is not None
    if is_noun and thing.head == word and thing.dep_ == "compound":
        _give_place(word, thing, word)


def make_held(word: Token) -> None:
    """In "hit a hall housing refugees" the hall is hit, and no refugees of a hall."""
    thing, held = previous_word(word), word.head
    is_inside = word.lower_ in HOLDING and word.tag_ in {"NN", "VBG"} and word.dep_ in {"compound", "amod"}
    if not is_inside or thing.head != held or thing.dep_ != "compound" or thing.tag_ != "NN":
        return
    if held.tag_ in {"NNS", "NN"} and any(child.dep_ == "det" and child.i < thing.i for child in held.lefts):
        _give_place(held, thing, word)
        hang(held, word, "obj")


def _give_place(above: Token, thing: Token, holding: Token) -> None:
    """Put a thing in the place of the word it was read as a part of, and what it holds below it."""
    relation, head = above.dep_, above.head
    before = [child for child in above.lefts if child.i < thing.i]
    hang(thing, *((thing, "ROOT") if head == above else (head, relation)))
    for child in before:
        hang(child, thing)
    if hang(above, thing) and above == holding:
        above.dep_ = "acl"
    else:
        hang(holding, thing, "acl")
    holding.tag_, holding.pos_ = "VBG", "VERB"


def return_aim(thing: Token) -> None:
    """In "shelling by the army on a market" the shelling is of the market, and no army is on it."""
    by = thing.head
    event = by.head
    case = next((child for child in thing.lefts if child.dep_ == "case"), None)
    is_below = thing.dep_ == "nmod" and case is not None and case.lower_ == "on" and by.i < thing.i
    if is_below and event.lower_ in SHELLING and any(child.lower_ == "by" for child in by.lefts):
        hang(thing, event, "nmod")


def open_shelling(word: Token) -> None:
    """In "Shelling by the army killed ten, officials said" the shelling killed them, and no official shells."""
    said = word.head
    verb = next((child for child in word.rights if child.dep_ == "advcl" and child.tag_ in {"VBD", "VBZ"}), None)
    following = word.nbor(1).lower_ if not ends_sentence(word) else ""
    is_read_so = word.lower_ in SHELLING and word.tag_ == "VBG" and word.dep_ in {"advcl", "csubj", "ccomp"}
    if not is_read_so or verb is None or following not in {"by", "of", "in", "on"} or word.i != word.sent.start:
        return
    if any(child.dep_ in {*NOUN_SUBJECTS, "mark"} for child in verb.lefts) or not hang(verb, said, "ccomp"):
        return
    for child in [child for child in word.children if child.i > verb.i]:
        hang(child, verb)
    for child in [child for child in word.rights if child.dep_ in {"obl", "obl:agent"}]:
        child.dep_ = "nmod"
    hang(word, verb, "nsubj")
    word.tag_, word.pos_ = "NN", "NOUN"


def count_upwards(word: Token) -> None:
    """In "burned upwards of 80 houses" the houses are burned: the word goes with their number."""
    noun = next((child for child in word.rights if child.dep_ == "nmod"), None)
    of = next_word(word)
    number = next((child for child in noun.lefts if child.tag_ == "CD"), None) if noun is not None else None
    if word.lower_ not in SPANS or of.lower_ != "of" or noun is None or word.head == word:
        return
    if hang(noun, word.head, word.dep_):
        hang(word, number or noun, "advmod")
        hang(of, word, "fixed")
