"""Whose words a quoting verb gives: those of whom it quotes, and not of the paper or agency that quotes him."""

from spacy.tokens import Token

from stages.words.speech import lemma_of

QUOTING = frozenset({"quote", "cite"})
TELLING = frozenset({"say", "tell", "state", "write", "add", "claim"})
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
    wanted = "nsubj:pass" if is_passive else "obj"
    named = next((child for child in quoting.children if child.dep_ == wanted), None)
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
