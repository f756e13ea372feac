"""Tallies under a verb: "registered four deaths and 27 wounded", "reported nine dead and 15 injuries"."""

from spacy.tokens import Token

from stages.parsing.hanging import ends_sentence, hang, previous_word, text_behind, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.harms import CASUALTIES
from stages.words.wordlists import words_of

DEATHS = words_of("dead death deaths fatalities casualties injuries injured wounded killed")
COUNTING = words_of("""
    registered recorded counted reported confirmed tallied documented registers records counts reports
    speak speaks spoke talk talks talked
""")


def mend_tally(word: Token) -> None:
    """The mends of this module, before those of tolls that are clauses."""
    make_speaking(word)
    join_counted(word)
    part_counted(word)
    count_under(word)
    part_share(word)


def make_speaking(word: Token) -> None:
    """In "Their website talks of 600 dead" it speaks of them, and nobody holds talks."""
    if word.lower_ not in {"talks", "claims"} or word.tag_ != "NNS" or text_behind(word) != "of":
        return
    teller = previous_word(word)
    if word_beside(word, 2).tag_ != "CD" or teller.head != word or teller.dep_ != "compound" or word.dep_ != "ROOT":
        return
    word.tag_, word.pos_ = "VBZ", "VERB"
    for child in [child for child in word.lefts if child != teller]:
        hang(child, teller)
    hang(teller, word, "nsubj")
    for child in [child for child in word.rights if child.dep_ == "nmod"]:
        hang(child, word, "obl")


def join_counted(word: Token) -> None:
    """In "registered four deaths and 27 wounded" the 27 are wounded, and not four deaths and 27 of them."""
    if word.lower_ not in CASUALTIES or word.i < word.sent.start + 3 or _describes(word):
        return
    first, link, number = word.nbor(-3), word.nbor(-2), word.nbor(-1)
    is_second = number.tag_ == "CD" and link.lower_ == "and" and first.lower_ in DEATHS and first.tag_[:2] == "NN"
    if not is_second or number.head not in {first, word} or any(child.dep_.startswith("aux") for child in word.lefts):
        return
    if hang(word, first, "conj") and hang(number, word, "nummod"):
        hang(link, word)
        word.tag_, word.pos_ = "NNS", "NOUN"


def part_counted(dead: Token) -> None:
    """In "reported eight dead and 14 injuries" eight died: no injuries are dead."""
    noun, number = dead.head, previous_word(dead)
    if (
        dead.lower_ not in CASUALTIES
        or dead.dep_ != "amod"
        or noun.i < dead.i
        or number.tag_ != "CD"
        or number.head not in {noun, dead}
    ):
        return
    second = noun.doc[dead.i + 2] if dead.i + 2 < noun.i else number
    is_counted = dead.nbor(1).lower_ == "and" and second.tag_ == "CD" and second.head == noun and second != number
    if is_counted and noun.lower_ in DEATHS and noun.head != noun and hang(dead, noun.head, noun.dep_):
        hang(noun, dead, "conj")
        hang(number, dead)
        dead.tag_, dead.pos_ = "NNS", "NOUN"


def count_under(word: Token) -> None:
    """In "reported nine dead", "spoke of nine wounded and two dead" the nine count those who are spoken of."""
    number = previous_word(word)
    verb = number.head
    if number.tag_ != "CD" or word.lower_ not in DEATHS or _describes(word):
        return
    is_told = number.dep_ in {"obj", "obl"} and word.dep_ in {"xcomp", "amod", "acl", "obl"}
    is_told = is_told and word.head in {verb, number} and verb.lower_ in COUNTING
    is_second = word.dep_ == "conj" and word.tag_ == "JJ" and number.head == word and word.head.lower_ in DEATHS
    if is_second and word.head.tag_ == "NNS":
        number.dep_, word.tag_, word.pos_ = "nummod", "NNS", "NOUN"
    elif is_told and hang(word, verb, number.dep_) and hang(number, word, "nummod"):
        word.tag_, word.pos_ = "NNS", "NOUN"
        for case in [child for child in number.lefts if child.dep_ == "case"]:
            hang(case, word)


def _describes(word: Token) -> bool:
    """Whether a noun follows that the word describes: "27 wounded soldiers"."""
    return not ends_sentence(word) and word.nbor(1).tag_[:2] in {"NN", "JJ", "HY", "CD"}


def part_share(share: Token) -> None:
    """In "About 300 of the 900 detained since May have been freed" 900 were detained and 300 of them freed."""
    taken = share.head
    whole = next((child for child in share.rights if child.dep_ == "nmod" and child.right_edge.i == taken.i - 1), None)
    is_share = share.tag_ == "CD" and share.i < taken.i and share.dep_ in {*NOUN_SUBJECTS, "obl"}
    if not is_share or whole is None or taken.tag_ != "VBN" or any(c.dep_.startswith("aux") for c in taken.lefts):
        return
    clauses = (child for child in taken.rights if child.dep_ in {"advcl", "conj", "ccomp", "parataxis"})
    done = next((child for child in clauses if any(c.dep_ == "aux:pass" for c in child.lefts)), None)
    time = next((child for child in done.lefts if child.dep_ in NOUN_SUBJECTS), None) if done is not None else None
    mark = next((child for child in done.lefts if child.dep_ == "mark"), None) if done is not None else None
    if done is None or time is None or mark is None or mark.lower_ not in {"since", "after", "before"}:
        return
    hang(done, *((done, "ROOT") if taken.head == taken else (taken.head, taken.dep_)))
    hang(share, done, "nsubj:pass")
    hang(taken, whole, "acl")
    hang(time, taken, "obl")
    hang(mark, time, "case")
    for child in [child for child in taken.rights if child.i > time.i]:
        hang(child, done)
