"""Whom "he" of "he said" means: who spoke before, or of whom the sentences before tell."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.neighbours import sentences_between, text_before
from stages.who_says.attributions import attributions_in, covering
from stages.who_says.namesakes import is_personal, namesake_of
from stages.who_says.quoted_speakers import quoter_of
from stages.who_says.quotes import is_quoted, quote_around
from stages.who_says.said_clauses import relative_before
from stages.who_says.source_kinds import kind_of_source
from stages.who_says.source_phrases import phrase_of
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
# A body of these kinds is what "it" of "it said" may be.
TELLERS = frozenset({"agency", "document", "group", "medium", "official", "organisation"})


def resolved_speaker(head: Token) -> Token:
    """Who speaks, by name where it is given: whom a pronoun stands for among those who have spoken before."""
    tellers = (head.doc[each.source] for each in covering(head) if each.source != head.i)
    if is_quoted(head) or any(not is_quoted(teller) for teller in tellers):
        return head  # who is quoted with it, or tells of it, tells all: "a medic said that he himself had counted"
    meant = meant_by(head, (head.doc[each.source] for each in reversed(attributions_in(head.doc))))
    return namesake_of(meant) if is_person_noun(meant) else meant


def meant_by(speaker: Token, spoken: Iterable[Token]) -> Token:
    """Who "he", "she", "they" or "it" of "he said" stands for; the pronoun where that is not plain.

    `spoken` are the speakers of the document, the last first. "he" and "she" are one person named beside them in their
    sentence, else whom the nearest sentence before quotes or tells of; "they" are the last to have spoken.
    """
    word = CITED.get(speaker.lower_, speaker.lower_)
    doers = _doers_before(speaker) if word in {"they", "it"} and _is_in_relative(speaker) else None
    if doers is not None:
        return doers
    if word == "it":
        return _thing_before(speaker, spoken)
    if word == "they":
        return _group_before(speaker, spoken)
    if word not in PRONOUNS:
        return speaker
    return _named_beside(speaker) or _person_before(_first_of_its_kind(speaker)) or speaker


def _first_of_its_kind(pronoun: Token) -> Token:
    """The pronoun before one in a relative clause: "he told them to see what he said were bombs"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return next((token for token in before if token.lower_ == pronoun.lower_ and token.dep_ == "nsubj"), pronoun)


def _is_in_relative(pronoun: Token) -> bool:
    """ "a list of men they say were spies", "two villages, from which they said"."""
    before = text_before(pronoun.left_edge)
    return before in {"which", "whom", "what"} or (pronoun.head.dep_ == "acl:relcl" and before.isalpha())


def _group_before(pronoun: Token, spoken: Iterable[Token]) -> Token:
    """Who "they" of "they said" are: the last group to have spoken, in the sentences before."""
    for other in spoken:
        if other.i < pronoun.i and other.tag_ in {"NNS", "NNPS"}:
            return other if sentences_between(other, pronoun) <= NEAR_GROUPS else pronoun
    return pronoun


def _person_before(pronoun: Token) -> Token | None:
    """The person whom the nearest sentence before quotes or tells of; nobody where he has no name there.

    A lieutenant without a name is no clearer than "he". What is quoted with the pronoun, or by others in between, names
    nobody who speaks.
    """
    if _is_in_relative(pronoun):
        return None  # "aired a film of a captain in which he said"
    persons = (person for sent in _sentences_before(pronoun) for person in _persons_in(sent))
    found = next(persons, None)
    return found if found is not None and _is_named(found) else None


def _sentences_before(pronoun: Token) -> Iterator[Span]:
    """The sentences before that of a pronoun, the nearest first, without those that stand in a quotation."""
    at, seen = pronoun.sent.start, 0
    while at > 0 and seen < NEAR_SENTENCES:
        sent = pronoun.doc[at - 1].sent
        at = sent.start
        quoted = quote_around(sent[len(sent) // 2])
        if quoted is None or not (quoted.start <= sent.start + 1 and sent.end - 1 <= quoted.end):
            seen += 1
            yield sent


def _persons_in(sent: Span) -> Iterator[Token]:
    """The persons of a sentence of whom a later "he" may tell: who speaks, whom it is about, who does it."""
    own = [token for token in sent if not is_quoted(token)]
    verbs = [token for token in own if not token.dep_.startswith("acl")]
    quoted = {
        each.verb: sent.doc[each.source] for each in attributions_in(sent.doc) if sent.start <= each.verb < sent.end
    }
    speakers = [quoted.get(verb.i) or (speaker_of(verb) if is_speech_verb(verb) else None) for verb in verbs]
    main = (token for token in own if token.dep_ in NOUN_SUBJECTS and token.head.dep_ in {"ROOT", "ccomp", "parataxis"})
    agents = (token for token in own if token.dep_ == "obl:agent")
    for token in (*speakers, *main, *agents):
        if token is not None and sent.start <= token.i < sent.end and token.lower_ not in PRONOUNS:
            named = namesake_of(token)
            if _is_one_person(named):
                yield named


def _is_named(person: Token) -> bool:
    """Whether somebody is named, and no "lieutenant" only."""
    return bool(person.ent_type_) or person.pos_ == "PROPN"


def _thing_before(pronoun: Token, spoken: Iterable[Token]) -> Token:
    """Which ministry, agency or statement "it" of "it said" is: the last to have spoken, in the sentences before."""
    told = _body_before(pronoun)
    for other in map(quoter_of, spoken):
        distance = sentences_between(other, pronoun)
        if told is not None and distance > 1:
            return told
        if other.i < pronoun.i and 0 < distance <= NEAR_GROUPS and other.lower_ not in PRONOUNS | {"it"}:
            return other if _is_thing(other) else told or _text_before(pronoun) or pronoun
    return told or _text_before(pronoun) or pronoun


def _is_thing(noun: Token) -> bool:
    return noun.ent_type_ != "PERSON" and _is_one_thing(noun)


def _is_one_thing(noun: Token) -> bool:
    return noun.tag_ in {"NN", "NNP", "NNPS"} and not is_plural(noun) and not is_person_noun(noun)


def _body_before(pronoun: Token) -> Token | None:
    """The ministry or agency of which the sentence before tells or which it cites: "according to the weekly Anker"."""
    start = pronoun.sent.start
    before = [token for token in (pronoun.doc[start - 1].sent if start else ()) if _is_one_thing(token)]
    main = [token for token in before if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"]
    cited = [
        token for token in before if "according" in {word.lower_ for word in token.doc[token.left_edge.i : token.i]}
    ]
    bodies = (token for token in (*main, *cited) if kind_of_source(phrase_of(token), token) in TELLERS)
    return next(bodies, None)


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
    are_people = doers.tag_ == "NNS" and (is_person_noun(doers) or is_speech_verb(doers.head))
    return doers if doers.ent_type_ == "ORG" or are_people else None


def _is_one_person(speaker: Token) -> bool:
    """Whether a name or a description is of one person: "Omar Ali", "a lieutenant", and no "Omar Ali and his men"."""
    if any(child.dep_ == "conj" and (is_person_noun(child) or child.ent_type_ == "PERSON") for child in speaker.rights):
        return False
    if speaker.ent_type_ or is_personal(speaker):
        return is_personal(speaker)
    return speaker.tag_ in {"NN", "NNP"} and is_person_noun(speaker) and not is_plural(speaker)


def _named_beside(pronoun: Token) -> Token | None:
    """The one person who is a subject before a pronoun in its sentence: "When Omar Ali first spoke, he said"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    named = [token for token in before if token.ent_type_ == "PERSON" and token.dep_ in {"nsubj", "nsubj:pass"}]
    is_told_of = any(token.head.dep_ == "ccomp" and token.head.head == pronoun.head for token in named)
    is_one = len(named) == 1 and _is_one_person(named[0]) and not is_told_of  # "Omar Ali fled, he said"
    is_one = (is_one or (len(named) == 1 and _is_aside_of_relative(pronoun))) and not is_medium(named[0])
    is_one = is_one and named[0].head != pronoun.head
    return named[0] if is_one else None


def _is_aside_of_relative(pronoun: Token) -> bool:
    """ "Omar Ali met the rebels, who, he said, were ready": it is Omar Ali who says so of them."""
    return relative_before(pronoun.sent, pronoun.i) > pronoun.sent.start


def is_medium(name: Token) -> bool:
    """ "the news channel Al Arabiya", though its name be taken for a person's."""
    return name.i > 0 and name.nbor(-1).lower_ in MEDIA
