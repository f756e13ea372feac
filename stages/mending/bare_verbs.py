"""Verbs of headlines behind a plural, which have no -s: "Police arrest suspect", "Clashes rock Khartoum"."""

from spacy.tokens import Token

from stages.mending.headlines import lift
from stages.parsing.hanging import hang, previous_word
from stages.parsing.tags import TENSED
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

BARE = words_of("arrest kill detain kidnap abduct free shoot seize capture")
ROCKING = words_of("rock grip shake sweep mar plague engulf")
UNREST = words_of("""
    clashes protests blasts explosions riots strikes airstrikes attacks raids bombs bombings demonstrations rallies
    killings shootings battles quakes tremors
""")


def make_bare_verb(word: Token) -> None:
    """Make a verb of a word that a parser took for a noun behind a headline's plural."""
    make_bare_deed(word)
    make_rocked(word)


def make_bare_deed(word: Token) -> None:
    """In the headline "Police arrest suspect in Osh" they arrest him: behind a plural the verb has no -s."""
    doer, thing = previous_word(word), word.head
    is_many = doer.tag_ == "NNS" and (is_person_noun(doer) or doer.lower_ in COLLECTIVES)
    is_inside = word.lower_ in BARE and word.tag_ == "NN" and word.dep_ == "compound" and thing.i == word.i + 1
    is_whom = is_person_noun(thing) or thing.tag_ == "CD"
    if not (is_inside and is_many and is_whom) or any(token.tag_ in TENSED for token in word.sent):
        return
    lift(word)
    for child in [child for child in word.lefts if child.i < doer.i]:
        hang(child, doer)
    hang(doer, word, "nsubj")
    word.tag_, word.pos_ = "VBP", "VERB"


def make_rocked(word: Token) -> None:
    """In the headline "Clashes rock Khartoum hours into truce" they rock it: behind a plural the verb has no -s."""
    if word.lower_ not in ROCKING or word.tag_ != "NN":
        return
    doer, sent = previous_word(word), word.sent
    if doer.lower_ not in UNREST or sent.root.i > word.i + 3:
        return
    end = word.i + 1
    while end < sent.end and word.doc[end].tag_ in {"NN", "NNP"} and not is_time(word.doc[end]):
        end += 1
    if end == word.i + 1:
        return
    inside, loose = word.doc[word.i + 1 : end], [each for each in word.doc[end : sent.end] if each.head.i < end]
    before = [each for each in word.doc[sent.start : doer.i] if each.head.i >= doer.i]
    hang(word, word, "ROOT")
    hang(doer, word, "nsubj")
    hang(inside[-1], word, "obj")
    for part, head in [*((each, inside[-1]) for each in inside[:-1]), *((each, doer) for each in before)]:
        hang(part, head, part.dep_ if head == doer else "compound")
    for each in loose:
        hang(each, word, "obl" if each.dep_ == "nmod" else each.dep_)
    word.tag_, word.pos_ = "VBP", "VERB"
