"""Tolls without a verb, which are clauses all the same: "12 dead, dozens hurt in a blast", "Oslo: 31 killed"."""

from spacy.tokens import Token

from stages.parsing.hanging import ends_sentence, hang, next_word, opens_sentence, text_before, text_behind, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.harms import CASUALTIES
from stages.words.people import is_person_noun, is_plural
from stages.words.wordlists import words_of

BODIES = words_of("dozens scores hundreds thousands")
SUMS = frozenset({"at", "to"})  # "the toll rose to 66 dead", "put it at 66 dead"
OPENING = frozenset({":", ";", "-", "–", "—", "--", "|"})
LEADING = words_of("at least more than about some nearly over around almost up to as many another only just fewer less")
JOINTS = frozenset({",", "and", "&", ";"})
FEARED = words_of("feared believed presumed reported confirmed")
SECONDS = words_of("""
    kills kill wounds wound injures injure hurts hurt arrests arrest detains detain captures capture kidnaps kidnap
    abducts abduct seizes seize frees free releases release
""")
EVENTS = words_of("blast blasts attack attacks raid raids strike strikes clash clashes bombing shooting siege riots")
PHRASES = words_of("in after as near at during outside on from by when over amid following")
PHRASE_REACH = 5  # tokens from a toll to the event at the end of a headline: "12 dead in north Yemen clashes"


def open_toll(word: Token) -> None:
    """Make a clause of a toll that opens a headline, or stands behind a colon or behind another toll."""
    if word.lower_ not in CASUALTIES or word.tag_ in {"VBZ", "VBG"} or word.dep_.startswith("aux"):
        return
    counted = _counted_before(word)
    if counted is None or _describes(word):
        return
    before = _start_of(counted, word.sent.start)
    if before is not None and not _is_opening(before, word):
        _make_noun(word, counted)
    elif word.lower_ == "dead" or before is not None:
        _make_clause(word, counted, before)


def _make_noun(word: Token, number: Token) -> None:
    """In "received 12 dead", "there were 14 dead" the dead are a noun that the number counts."""
    is_sum = text_before(number) in SUMS
    is_noun = word.lower_ == "dead" and number.tag_ == "CD" and word.tag_ == "JJ" and not is_sum
    if not is_noun or number.head.lemma_ == "leave" or word.head.lemma_ == "leave" or word.dep_ == "xcomp":
        return
    if word.head == number:
        hang(word, number.head, number.dep_)
    if word.dep_ not in {"obj", "nsubj", "nmod", "obl", "conj", "nsubj:pass"} or word.head == word:
        return
    word.tag_, word.pos_ = "NNS", "NOUN"
    hang(number, word, "nummod")
    for case in [child for child in number.lefts if child.dep_ == "case"]:
        hang(case, word)  # "speaks of 52 dead"
        word.dep_ = "obl" if word.dep_ == "obj" else word.dep_


def _counted_before(word: Token) -> Token | None:
    """The people or the number right before a word of harm; a singular only where it opens the sentence."""
    if opens_sentence(word):
        return None
    noun = word.nbor(-1)
    if noun.tag_ == "CD" or noun.lower_ in BODIES:
        return noun
    is_alone = opens_sentence(noun) and noun.tag_ in {"NN", "NNP"} and word.lower_ == "dead"
    is_counted = is_plural(noun) and not opens_sentence(noun) and _number_before(noun) is not None
    return noun if is_person_noun(noun) and (is_alone or is_counted) else None


def _number_before(noun: Token) -> Token | None:
    """The number of a noun that has at most two words of its own before it: "five Turkish soldiers"."""
    for at in range(noun.i - 1, max(noun.sent.start, noun.i - 3) - 1, -1):
        word = noun.doc[at]
        if word.tag_ == "CD":
            return word
        if word.tag_[:2] not in {"JJ", "NN"}:
            return None
    return None


def _start_of(counted: Token, start: int) -> Token | None:
    """The word before the phrase of a toll; None where the phrase opens the sentence."""
    at = (_number_before(counted) or counted).i
    while at > start and (counted.doc[at - 1].lower_ in LEADING or counted.doc[at - 1].tag_ == "CD"):
        at -= 1
    return counted.doc[at - 1] if at > start else None


def _is_opening(before: Token, word: Token) -> bool:
    """Whether a new toll may begin behind a word: behind a colon or a dash, or behind another toll."""
    if before.text in OPENING:
        return True
    if before.lower_ not in JOINTS or before.i <= word.sent.start:
        return False
    first = before.nbor(-1)
    return first.lower_ in CASUALTIES and first.tag_.startswith("VB")


def _describes(word: Token) -> bool:
    """ "Two wounded soldiers", "20 dead bodies": which ones, where a noun follows that is no time."""
    following = next_word(word)
    return following != word and following.tag_[:2] in {"NN", "JJ", "VB", "HY", "MD", "CD"}


def _make_clause(word: Token, counted: Token, before: Token | None) -> None:
    if any(child.dep_ in {"cop", "aux", "aux:pass", "obj"} for child in word.children):
        return
    above = _first_toll(before) or _label_of(before, word)
    main = next(reversed(list(word.ancestors)), word)
    if above is None:
        hang(word, word, "ROOT")
    elif not hang(word, above, "conj" if above.lower_ in CASUALTIES else "acl"):
        return
    if main not in {word, above} and main.head == main:
        hang(main, word, "parataxis")
    word.tag_, word.pos_ = "VBN", "VERB"
    for child in list(word.children):
        child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_
    hang(counted, word, "nsubj:pass")
    for child in [child for child in counted.rights if child.i > word.i]:
        hang(child, word, "obl" if child.dep_ == "nmod" else child.dep_)
    _return_event(word, main)


def _first_toll(before: Token | None) -> Token | None:
    """The toll that another stands behind: the dead of "12 dead, dozens hurt"."""
    if before is None or before.text in OPENING or opens_sentence(before):
        return None
    return before.nbor(-1)


def _label_of(before: Token | None, word: Token) -> Token | None:
    """The noun that names the event before a colon, which is a sentence of its own: "Quetta blast: 18 dead"."""
    if before is None or before.text not in OPENING:
        return None
    words = [
        token for token in word.doc[word.sent.start : before.i] if token.head.i >= before.i or token.dep_ == "ROOT"
    ]
    heads = [token for token in words if token.tag_[:2] in {"NN", "VB"}]
    if len(heads) != 1:
        return None
    label = heads[0]
    hang(label, label, "ROOT")
    return label


def make_label(word: Token) -> None:
    """In "Oslo blasts: Toll rises to 40" the blasts are a noun, and Oslo criticises nobody."""
    following = next_word(word)
    if word.tag_ not in {"VBZ", "VB", "VBP"} or word.lower_ not in EVENTS or following.text != ":":
        return
    if word.left_edge.i != word.sent.start or any(token.pos_ in {"VERB", "AUX", "DET"} for token in word.lefts):
        return
    word.tag_, word.pos_ = "NNS" if word.lower_.endswith("s") else "NN", "NOUN"
    for child in [child for child in word.lefts if child.dep_ in NOUN_SUBJECTS]:
        child.dep_ = "compound"


def _return_event(word: Token, main: Token) -> None:
    """In "12 dead in Yemen clashes" they died in clashes, which a parser takes for the verb."""
    first = next_word(word)
    if first.lower_ not in PHRASES or main == word or main.i <= first.i or main.head != word:
        return
    if main.i - first.i > PHRASE_REACH or main.tag_[:2] not in {"NN", "VB"} or first.lower_ in {"as", "when"}:
        return
    between = [token for token in main.doc[first.i + 1 : main.i] if token.head not in {main, first}]
    main.dep_ = "obl"
    if main.tag_ == "VBZ":
        main.tag_, main.pos_ = "NNS", "NOUN"
    for token in [token for token in between if not main.is_ancestor(token)]:
        if token.head.i <= word.i or token.head.i > main.i:
            hang(token, main, "compound")
    hang(first, main, "case")


def make_feared(word: Token) -> None:
    """In "Hundreds feared dead in a raid" nobody fears, and the hundreds may be dead."""
    above = word.head
    is_feared = above.lower_ in FEARED and word.dep_ in {"xcomp", "ccomp", "advmod", "obj"} and word.i == above.i + 1
    if word.lower_ not in {"dead", "killed", "drowned"} or not is_feared:
        return
    subject = next((child for child in above.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if subject is None:
        return
    above.tag_, subject.dep_ = "VBN", "nsubj:pass"
    word.tag_, word.pos_, word.dep_ = "VBN", "VERB", "xcomp"
    for child in [child for child in above.rights if child.i > word.i and child.dep_ in {"obl", "advcl"}]:
        hang(child, word)


def join_second(word: Token) -> None:
    """In "Bomb kills 9, wounds 31", "Police kill three, arrest 15" the second is a verb that the first's doer does."""
    if word.lower_ not in SECONDS or text_before(word) != "," or ends_sentence(word):
        return
    doc, start = word.doc, word.sent.start
    if word.i <= start + 2:
        return
    number = next((token for token in doc[word.i + 1 : word.i + 4] if token.lower_ not in LEADING), word)
    is_s = word.lower_.endswith("s")
    firsts = (token for token in doc[start : word.i] if token.tag_ == ("VBZ" if is_s else "VBP"))
    first = next((token for token in firsts if any(child.dep_ == "obj" for child in token.rights)), None)
    is_counted = number.tag_ == "CD" or number.lower_ in BODIES
    if first is None or not is_counted or any(token.tag_ in {"VBD", "MD"} for token in word.sent):
        return
    counted = (
        number.head if number.dep_ == "nummod" and number.head.tag_ == "NNS" and number.head.i > number.i else number
    )
    if not hang(word, first, "conj"):
        return
    for child in [child for child in counted.children if child.dep_ in NOUN_SUBJECTS]:
        hang(child, word)
    hang(counted, word, "obj")
    word.tag_, word.pos_ = "VBZ" if is_s else "VBP", "VERB"
    for child in [child for child in (*word.rights, *counted.rights) if child.dep_ == "nmod"]:
        hang(child, word, "obl")


def count_or_more(number: Token) -> None:
    """In "a million or more Hutus fled" it is the Hutus who are counted, and "or more" goes with the number."""
    if text_behind(number) != "or" or word_beside(number, 2).lower_ not in {"more", "so"}:
        return
    doc, at = number.doc, number.i
    noun = next((token for token in doc[at + 3 : min(at + 6, number.sent.end)] if is_person_noun(token)), None)
    between = doc[at + 3 : noun.i] if noun is not None else doc[at:at]
    if noun is None or any(token.tag_[:2] not in {"JJ", "NN", "VB"} for token in between) or noun.i < at + 3:
        return
    if noun.head == number or number.dep_ in {"nmod", "obl", "obj", "nsubj", "nsubj:pass"}:
        hang(noun, number.head, number.dep_)  # "the arrest of a million or more Hutus"
    for child in [child for child in number.lefts if child.dep_ == "case"]:
        hang(child, noun)
    owner = next((child for child in noun.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if owner is not None and hang(owner, noun.head, noun.dep_):
        hang(noun, owner, "nmod")
    hang(number, noun, "nummod")
    for word in doc[at + 1 : at + 3]:
        hang(word, number, "cc" if word.lower_ == "or" else "conj")
    noun.tag_ = "NNPS" if noun.tag_.startswith("JJ") else noun.tag_
