"""Copies of training texts as bad scraping leaves them: in capitals, as a headline, without the last full stop."""

from dataclasses import replace

from stages.training.treebanks import Sentence
from stages.words.wordlists import words_of

SMALL_WORDS = words_of("a an and as at but by for from in into nor of off on or over the to up with via after")


def in_capitals(sentence: Sentence) -> Sentence:
    """The sentence as an upper-case wire prints it; lemmas are left out, as no edit of capitals makes one."""
    return replace(sentence, words=tuple(replace(word, form=upper(word.form), lemma="") for word in sentence.words))


def as_headline(sentence: Sentence) -> Sentence:
    """The sentence With Its Words Capitalised As Headlines Have Them, without a closing full stop."""
    words = tuple(
        replace(word, form=word.form if word.form.lower() in SMALL_WORDS and at else capitalised(word.form), lemma="")
        for at, word in enumerate(sentence.words)
    )
    return without_final_stop(replace(sentence, words=words))


def without_final_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, if it has one that nothing hangs on."""
    last = len(sentence.words) - 1
    if last < 1 or sentence.words[last].form != "." or any(word.head == last for word in sentence.words):
        return sentence
    return replace(sentence, words=sentence.words[:-1])


def upper(form: str) -> str:
    """Upper case of the same length; letters that grow ("ß") stay as they are."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in form)


def capitalised(form: str) -> str:
    """The word with its first letter in upper case."""
    return upper(form[:1]) + form[1:]
