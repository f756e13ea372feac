"""Whose words another's verb gives: of whom it quotes or blames for them, or of the speaker above who goes on."""

from spacy.tokens import Token

from stages.grammar.control import FOR_DEED
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_doer, is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

QUOTING = frozenset({"quote", "cite"})
TELLING = words_of("""
    say tell state write add claim deny accuse warn insist report confirm announce allege admit acknowledge declare
    describe explain blame argue call complain promise vow threaten stress estimate
""")
NAMELESS = frozenset({"him", "her", "them", "it", "me", "us", "he", "she", "they"})


def quoted_in(verb: Token) -> Token | None:
    """The speaker in "the agency quoted Omar Ali as saying" and "Omar Ali was quoted by the agency as saying".

    `verb` is either the verb of quoting or the "saying" below it; a pronoun tells less than the agency does.
    """
    quoting = _quoting_above(verb) if verb.tag_ == "VBG" else verb
    if quoting is None or not _is_as_saying(quoting):
        return None
    is_passive = any(child.dep_ == "aux:pass" for child in quoting.lefts)
    if not is_passive and lemma_of(quoting) not in QUOTING:
        return None  # "reported him as saying"
    wanted = {"nsubj:pass"} if is_passive else {"obj", "iobj"}
    named = next((child for child in quoting.children if child.dep_ in wanted), None)
    return None if named is None or named.lower_ in NAMELESS else named


def _quoting_above(saying: Token) -> Token | None:
    """The verb that a "saying" behind "as" hangs on, past the name that a parser may have hung it on."""
    if not any(child.lower_ == "as" for child in saying.lefts):
        return None
    above = saying.head
    return above.head if above.pos_ in {"NOUN", "PROPN"} else above


def _is_as_saying(verb: Token) -> bool:
    """Whether somebody is quoted, cited or reported "as saying" something."""
    if lemma_of(verb) not in QUOTING | {"report"}:
        return False
    below = (*verb.rights, *(word for child in verb.rights if child.dep_ == "obj" for word in child.rights))
    said = (child for child in below if child.tag_ == "VBG" and lemma_of(child) in TELLING)
    return any(word.lower_ == "as" for child in said for word in child.lefts)


def quoter_of(speaker: Token) -> Token:
    """The paper or agency that quotes a speaker, where one does; else the speaker himself."""
    verb = speaker.head
    if speaker.dep_ != "obj" or quoted_in(verb) != speaker:
        return speaker
    return next((child for child in verb.lefts if child.dep_ == "nsubj"), speaker)


def blamed_in(verb: Token) -> Token | None:
    """Who said what he is blamed for: the blogger of "arrested a blogger for saying that", and not the police."""
    above, marks = verb.head, {child.lower_ for child in verb.lefts}
    is_accused = "of" in marks and lemma_of(above) == "accuse"
    if verb.tag_ != "VBG" or not (is_accused or "for" in marks):
        return None
    blamed = next((child for child in above.children if child.dep_ in {"obj", "nsubj:pass"}), None)
    if blamed is None and above.tag_ == "VBN" and above.dep_ == "acl":
        blamed = above.head  # "a blogger held for saying that"
    is_blame = is_accused or above.lower_ in FOR_DEED or (blamed is not None and is_person_noun(blamed))
    return blamed if is_blame and blamed is not None and blamed.lower_ not in NAMELESS else None


def is_said_on(verb: Token) -> bool:
    """ "said the base had fallen and confirmed that": whoever said the one confirms the other, and no base does."""
    deed = verb.head
    subjects = [child for child in deed.lefts if child.dep_ in NOUN_SUBJECTS]
    is_joined = verb.dep_ == "conj" and deed.dep_ == "ccomp" and is_speech_verb(deed.head)
    is_own = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
    return is_joined and not is_own and bool(subjects) and not any(_speaks(child) for child in subjects)


def _speaks(noun: Token) -> bool:
    return is_doer(noun) or noun.tag_.startswith(("PRP", "WP"))
