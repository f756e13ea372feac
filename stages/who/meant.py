"""Who may be meant by a pronoun, beside whom it is said: no one who speaks of another, no paper, neither of two."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of
from stages.grammar.person_phrases import name_of_token
from stages.parsing.heads import SUBJECTS
from stages.parsing.neighbours import opens_sentence
from stages.who.sexes import SHE, WOMEN
from stages.who_says.quotes import Quoted
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import is_speech_verb
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

CRYING = words_of("shout chant yell scream cry sing shouting")
SINGULAR = words_of("he she him her his himself herself")
ADDRESSING = {"obj": words_of("warn tell urge order ask"), "iobj": words_of("warn urge order ask")}
PLURAL, NEUTRAL = words_of("they them their themselves"), words_of("it its itself")
SPEAKERS = words_of("i we me us my our you your")
WHERE = frozenset({"place", "site", "building"})
# Whoever suffers these has done what is told behind "after" or "because".
PUNISHING = words_of("""
    suspend sack fire dismiss replace remove arrest detain jail expel demote execute shoot hang catch capture kill beat
    fine evict
""")
SPOKESMEN = words_of("""
    spokesman spokeswoman spokesperson lawyer attorney aide brother sister son father wife family neighbour neighbor
    friend cousin colleague relative uncle aunt nephew niece doctor teacher classmate
""")
TOLLS = words_of("casualties casualty deaths losses fatalities")
ONE = frozenset({"one", "another"})
SUFFERING = words_of("died sustained suffered succumbed collapsed bled")


def is_shared(pronoun: Token, earlier: Token) -> bool:
    """ "He says police shot the man as he ran": of two of one kind named, either may be meant."""
    between = pronoun.doc[earlier.i + 1 : pronoun.i]
    return pronoun.lower_ in {"he", "she"} and any(
        token.dep_ in {"obj", "nsubj:pass"} and is_person_noun(token) and not is_plural(token) for token in between
    )


def speaks_after(token: Token, pronoun: Token) -> bool:
    """ "He was detained, Colonel Haddad said", "said Colonel Haddad. He died": who tells of another is not he."""
    name = ("flat", "compound", "nmod:desc")
    speaker = next((word for word in (token, *token.ancestors) if word.dep_ not in name), token)
    is_last = speaker.dep_ == "nsubj" and is_speech_verb(speaker.head) and speaker.head.i < speaker.i
    if is_last and (pronoun.dep_ == "nsubj:pass" or pronoun.head.lower_ in SUFFERING):
        return True
    after = pronoun.doc[pronoun.i + 1 : pronoun.sent.end]
    speakers = (word for word in after if word.ent_type_ and word.dep_ == "nsubj" and is_speech_verb(word.head))
    names = {other.text for word in speakers for other in word.subtree if other.ent_type_ == word.ent_type_}
    return any(part.text in names and part.ent_type_ for part in token.subtree)


def speaks_it(token: Token, quoted: Quoted) -> bool:
    """Whether somebody outside a quotation speaks: he is never the "he" of his own words."""
    return not quoted.holds(token.i) and token.dep_ in SUBJECTS and is_speech_verb(token.head)


def is_someone(noun: Token, vocab: Vocab) -> bool:
    """Whether a noun names one person: "the colonel", "the President", and no paper called "the Monitor"."""
    is_title = noun.tag_ != "NNP" or not vocab.classes_of(noun.lower_).isdisjoint({"official", "armed", "regime"})
    names = (child for child in noun.rights if child.dep_ in {"flat", "appos", "list"})
    is_named = noun.tag_ == "NNP" and any(child.ent_type_ == "PERSON" and child.i < noun.i + 4 for child in names)
    return (is_person_noun(noun) and is_title) or is_named  # "Gen | Omar Sow"


def doer_of(reflexive: Token) -> Token | None:
    """Who does it to himself: "shot ten people before killing himself"."""
    doer = next(iter(verb_arguments(reflexive.head).get("subject")), None) if reflexive.head.pos_ == "VERB" else None
    return doer if doer is not None and doer.pos_ in {"NOUN", "PROPN"} else None


def doers_upon(pronoun: Token) -> tuple[Token, ...]:
    """ "The president sacked the general, accusing him": whoever does it to him is not himself meant."""
    is_done_to = pronoun.dep_ == "obj" and pronoun.head.pos_ == "VERB"
    return verb_arguments(pronoun.head).get("subject") if is_done_to else ()


def doer_ahead(pronoun: Token) -> Token | None:
    """ "Fearing that they would be shot, the men fled": whoever fears, sees or knows it is named behind."""
    clauses = (token for token in pronoun.ancestors if token.dep_ == "advcl" and token.head.i > token.i)
    clause = next(clauses, None)
    is_thinking = clause is not None and clause.tag_ == "VBG" and clause.i <= pronoun.sent.start + 1
    if clause is None or not is_thinking or pronoun.dep_ not in SUBJECTS or pronoun.lower_ not in PLURAL | SINGULAR:
        return None
    named = (child for child in clause.head.lefts if child.dep_ in SUBJECTS and child.i > pronoun.i)
    doer = next((child for child in named if child.tag_.startswith("NN")), None)
    if doer is None:
        return None
    is_many = is_plural(doer) or any(child.dep_ == "conj" for child in doer.children)
    return doer if is_many == (pronoun.lower_ in PLURAL) else None


def is_accused(token: Token, pronoun: Token) -> bool:
    """ "its envoy, Ana Ruiz, whom he accused", "the militia, which it said": who is described does not tell it."""
    clause = pronoun.head
    is_inside = clause.dep_ == "acl:relcl" and pronoun.dep_ in SUBJECTS and not opens_sentence(pronoun)
    if not is_inside or pronoun.nbor(-1).lower_ not in {"who", "whom", "which"}:
        return False
    noun = clause.head
    beside = token.nbor(1).text == "," and noun.left_edge.i in {token.i + 1, token.i + 2}
    return token == noun or beside or (noun.dep_ == "appos" and token == noun.head)


def is_beside(token: Token, pronoun: Token) -> bool:
    """Whether those a word names stand beside "they" in another part: in "they hold the girls" no girls hold."""
    is_earlier = pronoun.dep_ in SUBJECTS and token.i < pronoun.sent.start
    return is_earlier and any(other.dep_ == "obj" and other.lower_ == token.lower_ for other in pronoun.sent)


def is_addressed(token: Token, pronoun: Token) -> bool:
    """ "warned the militants that the army would act if they fired": those who are told are meant in what is said."""
    is_told = token.head.lemma_ in ADDRESSING.get(token.dep_, ())
    return is_told and token.sent.start == pronoun.sent.start and token.head.is_ancestor(pronoun)


def is_told_of(token: Token, pronoun: Token) -> bool:
    """ "14 deserters who said that officers had beaten them": a pronoun in the clause that describes them."""
    return token.is_ancestor(pronoun) and any(
        _describes(clause) and clause.is_ancestor(pronoun) and pronoun.head != clause for clause in token.rights
    )


def _describes(clause: Token) -> bool:
    """ "youths demanding the trial of a minister whom they accuse": an -ing form describes them too."""
    return clause.dep_ == "acl:relcl" or (clause.dep_ == "acl" and clause.tag_ == "VBG")


def spoken_for(pronoun: Token) -> Token | None:
    """ "A spokesman for Haddad said he had fled": of whom someone speaks who only speaks for others, or one of many."""
    for verb in pronoun.ancestors:
        speaker = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        is_her = speaker is not None and speaker.lower_ in WOMEN and pronoun.lower_ in SHE  # a wife may mean herself
        if speaker is None or is_her or not is_speech_verb(verb):
            continue
        if speaker.lower_ in ONE:
            return speaker  # "one of them said he had been beaten": no one else is near
        if speaker.lower_ not in SPOKESMEN:
            continue
        named = [child for child in speaker.children if child.dep_ in {"nmod", "nmod:poss", "compound"}]
        persons = (child for child in named if child.ent_type_ == "PERSON")
        others = (child for child in named if child.tag_ == "NN" and is_person_noun(child))
        return next(chain(persons, others), None)
    return None


def teller_of(pronoun: Token) -> Token | None:
    """Whom "it" means in "the ministry said it would impose sanctions": whoever says so of itself."""
    is_whose = pronoun.dep_ == "nmod:poss" and pronoun.head.dep_ == "nsubj"  # "says its inquiry has begun"
    said = pronoun.head if is_whose else pronoun
    verb = said.head.head
    if said.dep_ != "nsubj" or said.head.dep_ != "ccomp" or pronoun.i < verb.i or not is_speech_verb(verb):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    is_one = subject.ent_type_ == "ORG" or not (is_plural(subject) or is_person_noun(subject))
    return subject if is_one else None


def is_cry(name: Token) -> bool:
    """ "shouted "Allahu Akbar"": what somebody shouts is nobody's name."""
    return name.dep_ in {"obj", "ccomp", "xcomp", "appos", "obl", "parataxis"} and name.head.lemma_ in CRYING


def is_theirs(token: Token, pronoun: Token) -> bool:
    """ "Her cousin sat beside the chair; her arrest": whoever has a cousin is meant, and not the cousin."""
    owners = SINGULAR if pronoun.lower_ in SINGULAR else PLURAL
    if token.dep_ == "obj" and any(doer.head == token.head for doer in doers_upon(pronoun)):
        return False  # "sacked his deputy, accusing him"
    return any(child.dep_ == "nmod:poss" and child.lower_ in owners for child in token.children)


def is_state(name: Token, vocab: Vocab) -> bool:
    """Whether a place can act: a country, and "the North" of one."""
    span = name_of_token(name)
    word = span.text.lower().removeprefix("the ") if span is not None else name.lower_
    return word in {"north", "south"} or "country" in vocab.classes_of(word)


def are_states(name: Token, vocab: Vocab) -> bool:
    """ "Chad and Niger": states that act together."""
    return is_state(name, vocab) and any(child.dep_ == "conj" for child in name.rights)


def is_agent_before(token: Token, pronoun: Token) -> bool:
    """ "It was announced by Qatar and Egypt. They urged": who does it in the sentence before."""
    is_apart = token.sent.start != pronoun.sent.start or pronoun.head.dep_ == "conj"
    return token.dep_ == "obl:agent" and is_apart and pronoun.dep_ != "nsubj:pass"  # whom the army shot it did not take


def is_toll(noun: Token) -> bool:
    """ "There were 90 casualties. They took the town": a toll takes nothing."""
    return noun.lower_ in TOLLS


def is_never_meant(noun: Token) -> bool:
    """Whether no later pronoun means a word: "we", what somebody cries, "no soldier"."""
    words = {child.lower_ for child in noun.lefts}
    is_called = "being" in words and bool(words & {"a", "an"})  # "suspected him of being a spy"
    return is_speaker(noun) or is_cry(noun) or is_called or "no" in words


def is_speaker(token: Token) -> bool:
    """Whether a word is a pronoun of the first or second person, and not the US."""
    return token.lower_ in SPEAKERS and token.text != "US"


def is_owner(token: Token, pronoun: Token) -> bool:
    """ "Omar's grip weakens as envoys desert him": who owns something may be meant in another clause."""
    is_object = pronoun.dep_ == "obj" and pronoun.lower_ in SINGULAR and token.sent.start == pronoun.sent.start
    return is_object and token.dep_ == "nmod:poss" and token.ent_type_ == "PERSON" and token.head.head != pronoun.head


def punished_before(pronoun: Token) -> Token | None:
    """ "sacked the general after he was accused": whoever is sacked is accused."""
    clause, verb = pronoun.head, pronoun.head.head
    marks = {child.lower_ for child in clause.lefts if child.dep_ == "mark"}
    is_behind = clause.dep_ == "advcl" and verb.i < clause.i and not marks.isdisjoint({"after", "because", "when"})
    if not is_behind or pronoun.dep_ not in {"nsubj", "nsubj:pass"} or verb.lemma_ not in PUNISHING:
        return None
    objects = (child for child in verb.rights if child.dep_ == "obj" and child.i < clause.i)
    objects = (child for child in objects if is_plural(child) == (pronoun.lower_ in PLURAL))
    return next((child for child in objects if is_person_noun(child) or child.ent_type_ == "PERSON"), None)


def struck_before(pronoun: Token, vocab: Vocab) -> Token | None:
    """ "rolled into the town after shelling it": what the clause above goes into or takes."""
    clause, verb = pronoun.head, pronoun.head.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "obj" or clause.dep_ != "advcl" or verb.i > clause.i:
        return None
    heads = (child for child in verb.rights if child.dep_ in {"obj", "obl"} and child.i < clause.i)
    return next((head for head in heads if not classes_of(head, vocab).isdisjoint(WHERE)), None)
