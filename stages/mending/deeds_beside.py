"""Deeds that a small parser parts from who did them: set off by commas, behind "had", or charged with a first."""

from spacy.tokens import Token

from stages.mending.series import join_series
from stages.parsing.hanging import ends_sentence, hang, next_word, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.tags import FINITE
from stages.words.harms import HARMING
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

# Participles that hardly ever say of what kind a thing behind "had" is, as "armed" and "limited" do.
DONE = words_of("""
    stolen looted seized kidnapped abducted arrested killed executed shelled bombed attacked torched beaten freed
    released ambushed robbed raided murdered
""")
ALSO_DONE = HARMING | words_of("freeing looting torching seizing displacing stealing razing")
CHARGING = words_of("accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected convicted")
EVENTS = words_of("clashes attacks raids strikes protests talks")
NOMINAL = frozenset({"nsubj", "obl", "nmod", "obj", "conj"})


def mend_deed(verb: Token) -> None:
    """The mends that begin at a verb: those of this module, and verbs in a row."""
    join_series(verb)
    lift_subject(verb)
    make_done(verb)
    return_set_off(verb)
    set_off(verb)
    join_charge(verb)


def mend_event(word: Token) -> None:
    """The mends of this module that begin at an event or a party to it."""
    make_event(word)
    join_side(word)
    open_fighting(word)


def lift_subject(auxiliary: Token) -> None:
    """In "Four bodies have so far been found" the bodies are found, where they may be hung on "have"."""
    for child in [child for child in auxiliary.lefts if child.dep_ in NOUN_SUBJECTS]:
        if auxiliary.dep_ in {"aux", "aux:pass"} and auxiliary.head.i > auxiliary.i:
            is_passive = any(each.dep_ == "aux:pass" for each in auxiliary.head.lefts)
            hang(child, auxiliary.head, "nsubj:pass" if is_passive else "nsubj")


def make_done(had: Token) -> None:
    """In "Bandits had stolen cattle" they stole it: "stolen" is no kind of cattle that they had."""
    thing = next((child for child in had.rights if child.dep_ == "obj"), None)
    done = next_word(had)
    is_doer = any(child.dep_ == "nsubj" for child in had.lefts)
    if thing is None or had.lower_ not in {"had", "have", "has"} or not is_doer or done.lower_ not in DONE:
        return
    if done.head != thing or done.dep_ != "amod":
        return
    hang(done, *((done, "ROOT") if had.head == had else (had.head, had.dep_)))
    for child in [child for child in had.children if child != done]:
        hang(child, done)
    hang(had, done, "aux")
    done.tag_, done.pos_, had.pos_ = "VBN", "VERB", "AUX"


def return_set_off(verb: Token) -> None:
    """In "Ten men, arrested in May, remain in jail" the men remain: what stands between commas describes them."""
    deed = verb.head
    if verb.tag_ not in FINITE or verb.i < deed.i or deed.tag_ not in {"VBD", "VBN"} or text_before(verb) != ",":
        return
    own = {child.dep_ for child in verb.lefts} - {"punct", "advmod"}
    subject = next((child for child in deed.lefts if child.dep_ in NOUN_SUBJECTS), None)
    between = previous_word(deed)
    is_bare = subject is not None and all(child.dep_ in {"punct", *NOUN_SUBJECTS} for child in deed.lefts)
    if own or subject is None or not is_bare or between.text != "," or subject.right_edge.i > between.i:
        return
    if verb.dep_ not in {"parataxis", "conj", "ccomp", "dep", "advcl"} or subject.tag_[:2] != "NN":
        return
    hang(verb, *((verb, "ROOT") if deed.head == deed else (deed.head, deed.dep_)))
    for child in [child for child in deed.rights if child.i > verb.i]:
        hang(child, verb)
    if hang(subject, verb, "nsubj") and hang(deed, subject, "acl"):
        deed.tag_ = "VBN"


def set_off(state: Token) -> None:
    """In "Ali, named a month ago, has fled" he fled, and was named before: between commas stands who he is."""
    verb = state.head
    if state.dep_ != "advcl" or state.tag_ not in {"VBD", "VBN"} or verb.i < state.i or text_before(state) != ",":
        return
    subject = next((child for child in state.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_bare = all(child.dep_ in {"punct", *NOUN_SUBJECTS} for child in state.lefts)
    opening = next((child for child in verb.lefts if child.i > state.right_edge.i and not child.is_punct), verb)
    if subject is None or not is_bare or text_before(opening) != "," or subject.right_edge.i != state.i - 2:
        return
    if any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts) or is_speech_verb(state):
        return
    if hang(subject, verb, "nsubj") and hang(state, subject, "acl"):
        state.tag_ = "VBN"


def join_charge(effect: Token) -> None:
    """In "accused rebels of storming the jail, freeing 20 men" the rebels freed them, by the same accusation."""
    charge = effect.head
    is_effect = (
        effect.tag_ == "VBG" and effect.dep_ == "advcl" and effect.lower_ in ALSO_DONE and text_before(effect) == ","
    )
    if not is_effect or charge.lower_ not in CHARGING:
        return
    deeds = (token for token in charge.subtree if token.tag_ == "VBG" and charge.i < token.i < effect.i)
    first = next((deed for deed in deeds if text_before(deed) in {"of", "for"}), None)
    if first is not None:
        hang(effect, first, "conj")


def make_event(word: Token) -> None:
    """In "clashes between two clans resumed" and "army in fresh clashes" nobody clashes: the word is a noun."""
    is_noun = word.tag_ == "VBZ" and word.lower_ in EVENTS and word.dep_ in NOMINAL
    following = word.nbor(1).lower_ if not ends_sentence(word) else ""
    is_phrase = case_of(word) is not None or (word.dep_ == "nsubj" and following in {"between", "in", "near", "with"})
    if is_noun and is_phrase:
        word.tag_, word.pos_ = "NNS", "NOUN"


def join_side(second: Token) -> None:
    """In "fighting between the army (SAF) and militias resumed" it is between both: the militias resume nothing."""
    link = second.doc[second.left_edge.i - (second.left_edge.lower_ != "and")]
    noun = second.head
    if second.dep_ == "nsubj":
        noun = next((child for child in noun.lefts if child.dep_ == "nsubj"), second)
    if second.dep_ not in {"conj", "nsubj"} or link.lower_ != "and" or noun.i >= second.i:
        return
    sides = (child for child in noun.rights if child.dep_ == "nmod" and case_of(child) == "between")
    first = next((side for side in sides if side.right_edge.i == link.i - 1), None)
    is_side = is_person_noun(second) or bool(second.ent_type_) or second.lower_ in COLLECTIVES
    is_alone = first is not None and not any(child.dep_ == "conj" for child in first.rights)
    if first is not None and is_side and is_alone and hang(second, first, "conj"):
        hang(link, second)


def open_fighting(word: Token) -> None:
    """In "After a lull, fighting between the army and rebels resumed" the fighting does, and no lull fights."""
    opening = word.head
    is_read_so = word.lower_ == "fighting" and word.tag_ == "VBG" and word.dep_ == "acl" and text_before(word) == ","
    first = next((child for child in word.rights if case_of(child) == "between"), None)
    if not is_read_so or first is None or opening.i > word.i:
        return
    verb = next((token for token in word.doc[first.i : word.sent.end] if token.tag_ == "VBD"), None)
    second = next((child for child in verb.lefts if child.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or second is None or not any(each.lower_ == "and" for each in word.doc[first.i : second.i]):
        return
    if opening.is_ancestor(verb):
        hang(verb, verb, "ROOT")
    word.tag_, word.pos_ = "NN", "NOUN"
    if hang(second, first, "conj") and hang(word, verb, "nsubj"):
        hang(first, word, "nmod")
        hang(opening, verb)
