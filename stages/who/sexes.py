"""Men and women: whom "he" cannot mean and whom "she" cannot mean, by titles, kin, given names and other pronouns."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.person_phrases import name_of_token
from stages.words.people import is_person_noun
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

HE, SHE = words_of("he him his himself"), words_of("she her hers herself")
MEN = words_of("mr sir king prince father brother husband son man boy uncle gentleman policeman")
WOMEN = words_of("mrs ms miss lady queen princess mother sister wife daughter woman girl aunt widow policewoman")


def is_of_other_sex(token: Token, pronoun: Token, vocab: Vocab) -> bool:
    """ "Harris said he was sure that she knew": whom "he" means is not "she", nor is "Mr" Harris, nor Ann Harris."""
    sexes = (HE, SHE) if pronoun.lower_ in HE else (SHE, HE)
    if pronoun.lower_ not in sexes[0]:
        return False
    titles = MEN if sexes[1] is HE else WOMEN
    if any(word.lower_.rstrip(".") in titles for word in (token, *token.lefts)):
        return True
    named = _sex_of_name(token, vocab)
    if named is not None:
        return named is sexes[1]
    later = token.doc[token.i + 1 : min(token.sent.end, pronoun.i)]
    for word in later:
        if word.lower_ in HE | SHE:
            return word.lower_ in sexes[1]
        if word.ent_type_ == "PERSON" or is_person_noun(word):
            return False
    return False


def _sex_of_name(token: Token, vocab: Vocab) -> frozenset[str] | None:
    """The pronouns of whom a name names, by the given name in it or in a longer one before; None where both fit."""
    beside = (child for child in (token, *token.rights) if child.ent_type_ == "PERSON" and child.i - token.i < 4)
    name = next((name_of_token(word) for word in beside), None)
    if name is None:
        return None
    same = [each for each in token.doc.ents if each.start <= name.start and _is_longer(each, name)]
    found = {sex for each in (name, *same) if (sex := _sex_of_given(each, vocab)) is not None}
    return found.pop() if len(found) == 1 else None


def _is_longer(other: Span, name: Span) -> bool:
    """Whether a name is another with a given name before it: Ann Harris of Harris."""
    return other.label_ == "PERSON" and len(other) > len(name) and other[-len(name) :].text == name.text


def _sex_of_given(name: Span, vocab: Vocab) -> frozenset[str] | None:
    for word in name[:-1]:
        classes = vocab.classes_of(word.lower_)
        if not classes.isdisjoint({"mans_name", "womans_name"}):
            return HE if "mans_name" in classes else SHE
    return None
