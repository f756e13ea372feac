"""Deeds that a small parser does not see, in headlines above all: "Army airstrike kills 12"; and names cut in two."""

from spacy.tokens import Token

from stages.parsing.hanging import ends_sentence, hang, next_word, opens_sentence, previous_word, text_before
from stages.parsing.tags import TENSED
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.speech import is_saying
from stages.words.wordlists import words_of

DEEDS = words_of("airstrike airstrikes ceasefire ceasefires gunfight gunfights")  # one word, unknown to the treebanks
DEEDS_TOO = words_of("arrest attack capture murder rape release rescue torture shoot kill detain execute")
AFTER = words_of("on in at against near between")
# Plurals that are verbs behind a deed and its place: "attack on airport wounds three".
EFFECTS = words_of("wounds kills injures leaves sparks claims draws triggers forces shakes rocks hits traps destroys")
WEAPONS = words_of("rocket missile mortar artillery bomb drone grenade gun knife arson air suicide car truck")
DONE = words_of("damaged destroyed killed wounded injured hit struck wrecked")
ARTICLES = words_of("al el an ad as ar at ash")  # before the hyphen of an Arabic name


def make_deed(word: Token) -> None:
    """In "Army airstrike kills 12" and "Israeli airstrike on a house" the deed may be read as an adverb."""
    doer = previous_word(word)
    if word.lower_ not in DEEDS or word.tag_.startswith("NN"):
        return
    word.tag_, word.pos_ = "NNS" if word.lower_.endswith("s") else "NN", "NOUN"
    if word.head != doer or word.dep_ not in {"advmod", "amod", "compound", "obl", "nmod", "appos", "acl", "flat"}:
        return
    hang(word, *((word, "ROOT") if doer.head == doer else (doer.head, doer.dep_)))
    for child in [child for child in doer.children if child.i > word.i]:
        hang(child, word)
    hang(doer, word, "amod" if doer.tag_ == "JJ" else "compound")


def make_effect(word: Token) -> None:
    """In "Rebel attack on airport wounds three soldiers" the verb may be read as what is attacked."""
    deed, place = word.head, previous_word(word)
    is_read_as_noun = word.lower_ in EFFECTS and word.tag_ == "NNS" and place.head == word
    if not is_read_as_noun or ends_sentence(word) or any(token.tag_ in TENSED for token in word.sent):
        return
    case = next((child for child in word.lefts if child.dep_ == "case" and child.lower_ in AFTER), None)
    if case is None or deed.dep_ != "ROOT" or not deed.tag_.startswith("NN") or word.nbor(1).is_punct:
        return
    relation = word.dep_
    hang(word, word, "ROOT")
    hang(deed, word, "nsubj")
    hang(place, deed, relation)
    for child in [child for child in word.lefts if child.i < place.i and child != deed]:
        hang(child, place)
    behind = [child for token in (deed, word) for child in token.rights if child.i > word.i]
    for at, child in enumerate(behind):
        hang(child, word, "obj" if at == 0 and child.tag_[:2] in {"NN", "CD"} else child.dep_)
    word.tag_, word.pos_ = "VBZ", "VERB"


def join_deed(word: Token) -> None:
    """In "Rebels seize town, kill mayor", "to raid homes and arrest men" the second may be read as an adjective."""
    noun = word.head
    verb = noun.head.head if noun.dep_ == "conj" else noun
    link = text_before(word) if not opens_sentence(word) else ""
    is_bare = word.tag_ in {"VB", "VBP", "VBZ"} and link == ","
    is_bare = is_bare or (word.lower_ in DEEDS_TOO and link == "and" and is_person_noun(noun))
    if not is_bare or word.dep_ not in {"compound", "amod"} or noun.i < word.i:
        return
    if noun.dep_ != "conj" or noun.head.dep_ != "obj" or verb.tag_ not in {"VBP", "VBZ", "VB"}:
        return
    if hang(word, verb, "conj"):
        hang(noun, word, "obj")
        word.tag_, word.pos_ = verb.tag_, "VERB"


def free_doer(weapon: Token) -> None:
    """In "Rebel rocket attack" the attack is the rebels', and not only the rocket."""
    deed = weapon.head
    if weapon.lower_ not in WEAPONS or weapon.dep_ != "compound" or deed.i != weapon.i + 1:
        return
    for child in [child for child in weapon.lefts if child.dep_ in {"compound", "amod"}]:
        hang(child, deed)


def open_told(deed: Token) -> None:
    """In "said the shelling damaged houses" what the shelling did may be read as the object of saying."""
    harmed, verb = deed.head, next_word(deed)
    told = harmed.head
    is_read_so = deed.dep_ in {"amod", "compound"} and verb.head == harmed and verb.dep_ == "amod" and harmed.i > verb.i
    if not is_read_so or verb.lower_ not in DONE or harmed.dep_ != "obj" or not is_saying(told):
        return
    if text_before(deed) not in {"the", "a", "an"}:
        return
    hang(verb, told, "ccomp")
    hang(deed, verb, "nsubj")
    for child in [child for child in harmed.lefts if child.i < deed.i]:
        hang(child, deed)
    hang(harmed, verb, "obj")
    deed.tag_, deed.pos_, verb.tag_ = "NN", "NOUN", "VBD"


def join_label(label: Token) -> None:
    """In "SYRIA: Army, police officers defect" the list behind the label defects, and not the land."""
    verb, first = label.head, next((child for child in label.children if child.dep_ == "appos"), None)
    colon = next_word(label)
    if label.dep_ != "nsubj" or label.i != label.sent.start or colon.text != ":" or first is None:
        return
    others = [child for child in verb.lefts if child.dep_ == "nsubj" and child.i > first.i]
    is_alone = not others and label.ent_type_ == "LOC" and (is_person_noun(first) or first.lower_ in COLLECTIVES)
    behind = label.doc[first.right_edge.i + 1 : verb.i]
    is_alone = is_alone and first.right_edge.i < verb.i and all(token.text != "," for token in behind)
    if is_alone and hang(first, verb, "nsubj"):
        label.dep_ = "dislocated"  # "Mali: army and rebels in clashes"
        return
    if len(others) != 1 or not all(token.text == "," for token in label.doc[first.i + 1 : others[0].left_edge.i]):
        return
    hang(first, verb, "nsubj")
    hang(others[0], first, "conj")
    label.dep_ = "dislocated"


def join_name(hyphen: Token) -> None:
    """In "Bashar al-Assad's gang" the name may be cut at its hyphen, and what he owns joined to the first part."""
    if hyphen.text != "-" or not hyphen.i or ends_sentence(hyphen) or hyphen.whitespace_:
        return
    before, last = hyphen.nbor(-1), hyphen.nbor(1)
    if before.whitespace_ or before.lower_ not in ARTICLES or before.dep_ != "flat" or last.dep_ != "nmod:poss":
        return
    first, owned = before.head, last.head
    if owned.head != first or owned.dep_ not in {"appos", "list"} or first.i > before.i:
        return
    hang(owned, *((owned, "ROOT") if first.head == first else (first.head, first.dep_)))
    for child in [child for child in first.children if child.i > last.i or child.dep_ in {"case", "mark", "cc"}]:
        hang(child, owned)
    hang(first, owned, "nmod:poss")
    for child in list(last.children):
        hang(child, first)
    hang(last, first, "flat")
