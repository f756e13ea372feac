"""Who may be meant by a pronoun, beside whom it is said: no one who speaks of another, no paper, neither of two."""

from __future__ import annotations

from spacy.tokens import Token

from stages.people import is_person_noun, is_plural
from stages.person_phrases import name_of_token
from stages.speech import is_speech_verb
from stages.vocab import Vocab
from stages.wordlists import words_of

CRYING = words_of("shout chant yell scream cry sing shouting")
SPOKESMEN = words_of("spokesman spokeswoman spokesperson lawyer attorney aide")


def is_shared(pronoun: Token, earlier: Token) -> bool:
    """ "He says police shot the man as he ran": of two of one kind named, either may be meant."""
    between = pronoun.doc[earlier.i + 1 : pronoun.i]
    return pronoun.lower_ in {"he", "she"} and any(
        token.dep_ in {"obj", "nsubj:pass"} and is_person_noun(token) and not is_plural(token) for token in between
    )


def speaks_after(token: Token, pronoun: Token) -> bool:
    """ "He was detained, Colonel Haddad said": who tells of another is not that other."""
    after = pronoun.doc[pronoun.i + 1 : pronoun.sent.end]
    speakers = (word for word in after if word.ent_type_ and word.dep_ == "nsubj" and is_speech_verb(word.head))
    names = {other.text for word in speakers for other in word.subtree if other.ent_type_ == word.ent_type_}
    return any(part.text in names and part.ent_type_ for part in token.subtree)


def is_someone(noun: Token, vocab: Vocab) -> bool:
    """Whether a noun names one person: "the colonel", "the President", and no paper called "the Monitor"."""
    is_title = noun.tag_ != "NNP" or not vocab.classes_of(noun.lower_).isdisjoint({"official", "armed", "regime"})
    return is_person_noun(noun) and is_title


def is_addressed(token: Token, pronoun: Token) -> bool:
    """ "warned the militants that the army would act if they fired": those who are told are meant in what is said."""
    is_told = token.dep_ == "obj" and token.head.lemma_ in {"warn", "tell", "urge", "order", "ask"}
    return is_told and token.sent.start == pronoun.sent.start and token.head.is_ancestor(pronoun)


def is_told_of(token: Token, pronoun: Token) -> bool:
    """ "14 deserters who said that officers had beaten them": a pronoun in the clause that describes them."""
    return token.is_ancestor(pronoun) and any(
        clause.dep_ == "acl:relcl" and clause.is_ancestor(pronoun) and pronoun.head != clause for clause in token.rights
    )


def spoken_for(pronoun: Token) -> Token | None:
    """ "A spokesman for Haddad said he had fled": of whom someone speaks who only speaks for others."""
    for verb in pronoun.ancestors:
        speaker = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if speaker is None or not is_speech_verb(verb) or speaker.lower_ not in SPOKESMEN:
            continue
        named = [child for child in speaker.children if child.dep_ in {"nmod", "nmod:poss", "compound"}]
        return next((child for child in named if child.ent_type_ == "PERSON"), None)
    return None


def teller_of(pronoun: Token) -> Token | None:
    """Whom "it" means in "the ministry said it would impose sanctions": whoever says so of itself."""
    verb = pronoun.head.head
    if pronoun.dep_ != "nsubj" or pronoun.head.dep_ != "ccomp" or pronoun.i < verb.i or not is_speech_verb(verb):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    is_group = subject is not None and subject.pos_ in {"NOUN", "PROPN"} and not is_person_noun(subject)
    return subject if is_group and subject is not None and not is_plural(subject) else None


def is_cry(name: Token) -> bool:
    """ "shouted "Allahu Akbar"": what somebody shouts is nobody's name."""
    return name.dep_ in {"obj", "ccomp", "xcomp", "appos", "obl", "parataxis"} and name.head.lemma_ in CRYING


def is_state(name: Token, vocab: Vocab) -> bool:
    """Whether a place can act: a country, and "the North" of one."""
    span = name_of_token(name)
    word = span.text.lower().removeprefix("the ") if span is not None else name.lower_
    return word in {"north", "south"} or "country" in vocab.classes_of(word)
