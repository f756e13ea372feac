"""Whom "he" of "he said" means: who spoke before."""

from collections.abc import Iterable

from spacy.tokens import Token

from stages.parsing.hanging import text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.who_says.quoted_speakers import quoter_of
from stages.who_says.speakers import MEDIA, speaker_of
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

NEAR_SENTENCES = 6  # how far back "he said" looks for its speaker
NEAR_GROUPS = 3  # and "they said", whom a word between may mean
TEXTS = words_of("communique communiqué statement report letter declaration document message bulletin leaflet")
PUBLISHING = words_of("issue release publish circulate broadcast send distribute post read")
PRONOUNS = frozenset({"he", "she", "they"})
CITED = {"him": "he", "her": "she", "them": "they"}  # "according to him"


def meant_by(speaker: Token, spoken: Iterable[Token]) -> Token:
    """The person that "he" or "she" of "he said" stands for, among those who spoke; "they" is the last to have spoken.

    Without one, the person who is the subject of the sentence before; else the pronoun.
    """
    word = CITED.get(speaker.lower_, speaker.lower_)
    doers = _doers_before(speaker) if word in {"they", "it"} and speaker.head.dep_ == "acl:relcl" else None
    if doers is not None:
        return doers
    if word not in PRONOUNS:
        return _thing_before(speaker, spoken) if word == "it" else speaker
    for other in (speaker, *spoken):
        if other.i > speaker.i or _sentences_between(other, speaker) > NEAR_SENTENCES:
            continue
        if other.lower_ in PRONOUNS:
            named = _named_beside(other) if other.lower_ == word != "they" else None
            if named is not None:
                return named
            continue
        if word == "they" and other.tag_ in {"NNS", "NNPS"}:
            return other if _sentences_between(other, speaker) <= NEAR_GROUPS else speaker
        if word != "they" and _is_one_person(other):  # a lieutenant without a name is no clearer than "he"
            nearer = _nearer(other, speaker)
            return nearer or (other if other.ent_type_ else speaker)
    return _named_before(speaker) if word != "they" else speaker


def _thing_before(pronoun: Token, spoken: Iterable[Token]) -> Token:
    """Which ministry, agency or statement "it" of "it said" is: the last to have spoken, in the sentences before."""
    for other in map(quoter_of, spoken):
        distance = _sentences_between(other, pronoun)
        if other.i < pronoun.i and 0 < distance <= NEAR_GROUPS and other.lower_ not in PRONOUNS | {"it"}:
            is_thing = other.tag_ in {"NN", "NNP", "NNPS"} and other.ent_type_ != "PERSON" and not is_person_noun(other)
            return other if is_thing and not is_plural(other) else _text_before(pronoun) or pronoun
    return _text_before(pronoun) or pronoun


def _text_before(pronoun: Token) -> Token | None:
    """ "The rebels issued a communique. It said": the text that the sentence before says was made public."""
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent if start else ()
    texts = (token for token in before if token.lower_ in TEXTS and token.dep_ in {"obj", "nsubj:pass"})
    return next((text for text in texts if text.head.lemma_.lower() in PUBLISHING), None)


def _doers_before(pronoun: Token) -> Token | None:
    """Whom "they" means in "The militants posted a list of men they say were spies": those whose deed it is said of.

    And "it" in "Chad condemned the raid, which it said had killed ten".
    """
    subjects = (token for token in pronoun.sent if token.dep_ == "nsubj" and token.i < pronoun.i)
    doers = next((token for token in subjects if token.head.is_ancestor(pronoun)), None)
    if doers is None or (pronoun.lower_ == "it" and text_before(pronoun) not in {"which", "who", "whom"}):
        return None
    if pronoun.lower_ == "it":
        is_group = doers.tag_ in {"NN", "NNP"} and not is_person_noun(doers) and not is_plural(doers)
        return doers if is_group and doers.ent_type_ != "PERSON" else None
    return doers if doers.ent_type_ == "ORG" or (doers.tag_ == "NNS" and is_person_noun(doers)) else None


def _nearer(found: Token, speaker: Token) -> Token | None:
    """Whom the sentence before tells of, when the speaker found is farther: "the chief, Omar Ali, announced it"."""
    if speaker.sent.start == 0 or _sentences_between(found, speaker) < 2:
        return None
    before = speaker.doc[speaker.sent.start - 1].sent
    subjects = [named for token in before if is_speech_verb(token) and (named := speaker_of(token)) is not None]
    subjects += [token for token in before if token.dep_ in NOUN_SUBJECTS and token.head.tag_.startswith("VB")]
    one = next((token for token in subjects if token.lower_ not in PRONOUNS and _is_one_person(token)), None)
    return None if one is None else (one if one.ent_type_ == "PERSON" else speaker)


def _is_one_person(speaker: Token) -> bool:
    """Whether a name or a description is of one person: "Omar Ali", "a lieutenant", and no "Omar Ali and his men"."""
    if any(child.dep_ == "conj" and (is_person_noun(child) or child.ent_type_ == "PERSON") for child in speaker.rights):
        return False
    if speaker.ent_type_:
        return speaker.ent_type_ == "PERSON"
    return speaker.tag_ == "NN" and is_person_noun(speaker) and not is_plural(speaker)


def _sentences_between(earlier: Token, later: Token) -> int:
    return sum(bool(token.is_sent_start) for token in later.doc[earlier.i + 1 : later.i + 1])


def _named_beside(pronoun: Token) -> Token | None:
    """The one person who is a subject before a pronoun in its sentence: "When Omar Ali first spoke, he said"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    named = [token for token in before if token.ent_type_ == "PERSON" and token.dep_ in {"nsubj", "nsubj:pass"}]
    is_told_of = any(token.head.dep_ == "ccomp" and token.head.head == pronoun.head for token in named)
    is_one = len(named) == 1 and _is_one_person(named[0]) and not is_told_of  # "Omar Ali fled, he said"
    is_one = is_one and named[0].head != pronoun.head and not is_medium(named[0])
    return named[0] if is_one else None


def is_medium(name: Token) -> bool:
    """ "the news channel Al Arabiya", though its name be taken for a person's."""
    return name.i > 0 and name.nbor(-1).lower_ in MEDIA


def _named_before(pronoun: Token) -> Token:
    """The subject of the sentence before, where it is a person's name."""
    start = pronoun.sent.start
    if start == 0:
        return pronoun
    for token in pronoun.doc[start - 1].sent:
        if token.ent_type_ == "PERSON" and token.dep_ in {"nsubj", "nsubj:pass"}:
            return token
    return pronoun
