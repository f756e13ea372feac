"""Words before a noun that a small parser takes for clauses: "no fewer than ten men", "30 Grad rockets", "would-be"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, previous_word, text_behind
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE, HYPHENS
from stages.words.wordlists import words_of

FEWER = frozenset({"fewer", "less"})
FIGURES = words_of("figure figures toll tally total number count estimate")
CORE = frozenset({"obj", "nsubj", "nsubj:pass"})
NEGATIONS = frozenset({"no", "not"})
MUNITIONS = words_of("drones rockets missiles shells bombs rounds mortars projectiles grenades warplanes jets tanks")


def mend_counted(word: Token) -> None:
    """What counts or describes a noun goes with it."""
    _count_fewer(word)
    _count_munitions(word)
    _describe_would_be(word)
    _count_in_figure(word)


def _count_fewer(fewer: Token) -> None:
    """In "No fewer than ten men were shot" ten or more were: nobody is said not to have been."""
    if fewer.lower_ not in FEWER or fewer.i <= fewer.sent.start or text_behind(fewer) != "than":
        return
    no, than = fewer.nbor(-1), fewer.nbor(1)
    number = than.nbor(1) if than.i + 1 < fewer.sent.end else than
    if no.lower_ not in NEGATIONS or number.tag_ != "CD":
        return
    noun = number.head if number.dep_ == "nummod" else number
    if noun.head == fewer and fewer.head != fewer and not hang(noun, fewer.head, fewer.dep_):
        return
    if noun.head == fewer.head and noun.dep_ == "obl" and fewer.dep_ in CORE:
        noun.dep_ = fewer.dep_  # "killing no fewer than ten men"
    if hang(fewer, number, "advmod"):
        hang(no, fewer, "advmod")
        hang(than, fewer, "fixed")
        no.tag_, no.pos_ = "RB", "ADV"


def _count_munitions(word: Token) -> None:
    """In "shot down 30 Shahed drones" the drones are counted: nothing drones."""
    if word.lower_ not in MUNITIONS or word.tag_ not in {"VBZ", "VBP"} or word.i < word.sent.start + 2:
        return
    name, number = word.nbor(-1), word.nbor(-2)
    if name.tag_ not in {"NNP", "NN", "JJ"} or number.tag_ != "CD" or not {name.head, name.head.head} & {word, number}:
        return
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", word.lower_.removesuffix("s")
    if number.head.i < number.i and number.head != word and word.head in {number, number.head}:
        hang(word, number.head, word.dep_)
    if hang(name, word, "compound"):
        hang(number, word, "nummod")


def _count_in_figure(dead: Token) -> None:
    """In "gave a lower figure of nine dead" nine dead are the figure."""
    number = previous_word(dead)
    figure = number.head
    is_read_apart = dead.lower_ in {"dead", "wounded", "injured", "missing"} and dead.tag_ in {"JJ", "VBN"}
    if not is_read_apart or number.tag_ != "CD" or number.dep_ != "nmod" or figure.lower_ not in FIGURES:
        return
    if figure.i < number.i and hang(dead, figure, "nmod") and hang(number, dead, "nummod"):
        dead.tag_, dead.pos_ = "NNS", "NOUN"
        for case in [child for child in number.lefts if child.dep_ == "case"]:
            hang(case, dead)


def _describe_would_be(would: Token) -> None:
    """In "a would-be bomber was shot" he was: "would be" is said of nobody."""
    if would.lower_ != "would" or would.i + 3 >= would.sent.end or would.nbor(1).text not in HYPHENS:
        return
    be, noun = would.nbor(2), would.nbor(3)
    while noun.tag_ in {"NN", "NNP", "JJ"} and noun.i + 1 < would.sent.end and noun.nbor(1).tag_.startswith("NN"):
        noun = noun.nbor(1)  # "would-be suicide bombers"
    if be.lower_ != "be" or not noun.tag_.startswith("NN") or would.nbor(1).whitespace_:
        return
    above = next((token for token in noun.ancestors if token.i < would.i or token.i > noun.i), None)
    if above is None or (noun.head != above and not hang(noun, above, "obj" if above.i < would.i else "nsubj")):
        return
    for word, relation in ((would, "compound"), (be, "amod")):
        for child in [child for child in word.children if child not in {would, be, noun}]:
            hang(child, noun)
        word.tag_, word.pos_ = "JJ", "ADJ"
        hang(word, noun, relation)
    hang(would, be, "compound")
    hang(would.nbor(1), be, "punct")
    _take_words_before(would, noun)


def _take_words_before(first: Token, noun: Token) -> None:
    """The article, the number and the adjective right before a description go with the noun behind it."""
    relations = {"DT": "det", "CD": "nummod", "JJ": "amod", "PRP$": "nmod:poss"}
    word = first.nbor(-1) if first.i > first.sent.start else first
    while word.tag_ in relations and word != first and hang(word, noun, relations[word.tag_]):
        if not word.i:
            return
        word = word.nbor(-1)


def count_as_many(number: Token) -> None:
    """In "killing as many as 12 people" the people are killed, and "as many as" goes with their number."""
    noun, at = number.head if number.dep_ == "nummod" else number, number.i
    words = [token.lower_ for token in number.doc[max(number.sent.start, at - 3) : at]]
    if words != ["as", "many", "as"] or noun.dep_ != "obl":
        return
    many = number.nbor(-2)
    if many.head.i > noun.i and noun.head == many and many.head.tag_ in FINITE | {"VBN"}:
        _count_subject(number, noun, many)
    if noun.head.i >= at - 3:
        return
    verb = many.head if noun.head == many else noun.head
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    if verb.tag_ in {"VBG", "VBD"} and is_free and hang(noun, verb, "obj"):
        hang(number.nbor(-1), many, "fixed")
        hang(many, number if number != noun else noun, "advmod")


def _count_subject(number: Token, noun: Token, many: Token) -> None:
    """In "as many as 12 people had been killed" the people were: they are the subject, and no part of "many"."""
    verb = many.head
    if any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        return
    is_passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    if hang(noun, verb, "nsubj:pass" if is_passive else "nsubj"):
        hang(many, number, "advmod")
