"""Which of those a pronoun may mean is likelier: who acts in a main clause, who "she" was, whom a bus carries."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.noun_phrases import classes_of
from stages.parsing.heads import SUBJECTS
from stages.who.meant import PLURAL, is_addressed, is_agent_before, is_told_of, teller_of
from stages.who.sexes import HE, SHE
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import is_speech_verb
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

STRIKING = words_of("shoot kill attack beat hit stab ambush bomb shell strike gun mow execute slaughter massacre")
HELPLESS = words_of("flee run sleep pray march walk queue wait work return leave try gather travel eat protest escape")
BELOW = frozenset({"compound", "flat", "appos", "nmod", "nmod:desc"})
CLAUSES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "csubj", "xcomp"})


def is_in_clause(token: Token, pronoun: Token) -> bool:
    """ "The army fled when rebels came. It": whom a clause below the sentence names is less likely meant.

    What somebody says is as good as the sentence itself.
    """
    verb = token.head
    while verb.dep_ == "conj":
        verb = verb.head
    is_earlier = token.sent.start != pronoun.sent.start
    return is_earlier and verb.dep_ in CLAUSES and not (verb.dep_ == "ccomp" and is_speech_verb(verb.head))


def is_meant_though_no_subject(token: Token, pronoun: Token) -> bool:
    """Whether "they" may mean those who are no subject: whoever acts by "by", is told, described or carried."""
    is_told = is_addressed(token, pronoun) or is_told_of(token, pronoun)
    return is_told or is_agent_before(token, pronoun) or is_carried(token, pronoun)


def is_plainly_meant(token: Token, pronoun: Token) -> bool:
    """Whether "they" are those who are told something, are described, or are struck as they do it: no others are."""
    return is_addressed(token, pronoun) or is_told_of(token, pronoun) or is_struck_as(token, pronoun)


def is_carried(token: Token, pronoun: Token) -> bool:
    """ "The bus took villagers to a school where they slept": where only one is many, they are meant."""
    is_done_to = token.dep_ == "obj" and token.tag_ == "NNS" and token.sent.start == pronoun.sent.start
    if not is_done_to or pronoun.dep_ not in SUBJECTS or not token.head.is_ancestor(pronoun):
        return False
    if is_struck_as(token, pronoun):
        return True
    doers = [child for child in token.head.lefts if child.dep_ in SUBJECTS]
    return bool(doers) and all(child.tag_ in {"NN", "NNP"} and not is_plural(child) for child in doers)


def is_struck_as(token: Token, pronoun: Token) -> bool:
    """ "soldiers shot the men as they fled": those who are shot flee."""
    clause = pronoun.head
    marks = {child.lower_ for child in clause.lefts if child.dep_ in {"mark", "advmod"}}
    is_clause = clause.dep_ == "advcl" and clause.head == token.head and not marks.isdisjoint({"as", "while"})
    return is_clause and token.dep_ == "obj" and token.head.lemma_ in STRIKING and clause.lemma_ in HELPLESS


def same_before(pronoun: Token, found: Token | None) -> Token | None:
    """The "she" of the sentence before, where no other person acts between: a text goes on about whom it was about."""
    word = pronoun.lower_
    sexes = HE if word in HE else SHE
    if word not in HE | SHE or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    same = (token for token in before if token.dep_ in SUBJECTS and token.lower_ in sexes and token.head.dep_ == "ROOT")
    earlier = next(same, None)
    if earlier is None or found is None or found.dep_ in SUBJECTS or found.i < earlier.i:
        return None
    return earlier


def is_accuser(token: Token, pronoun: Token) -> bool:
    """ "The monitors alleged that they had beaten captives": who alleges a deed has not done it."""
    verb = token.head
    is_alleging = token.dep_ in SUBJECTS and verb.lemma_ in {"allege", "accuse", "suspect"}
    others = (word for word in token.doc[verb.i : pronoun.i] if word.dep_ == "nsubj" and word.lower_ == "they")
    is_beside = pronoun.dep_ == "obj" and any(others)  # "that they had beaten them"
    return is_alleging and verb.is_ancestor(pronoun) and (pronoun.dep_ == "nsubj" or is_beside)


def is_met_by(token: Token, pronoun: Token) -> bool:
    """ "President Omar Haddad won. She met Haddad": nobody meets himself by name."""
    names = {token.text, *(child.text for child in token.children if child.dep_ in {"flat", "compound"})}
    named = (other for other in pronoun.sent if other.text in names and other.dep_ in {"obj", "obl"})
    subjects = {child.lower_ for other in named for child in other.head.lefts if child.dep_ in SUBJECTS}
    return token.ent_type_ == "PERSON" and pronoun.lower_ in subjects


def is_out_of_reach(token: Token, pronoun: Token) -> bool:
    """ "Baku points to trucks of the Red Cross. It": who only owns something is not what "it" goes on about."""
    is_earlier = pronoun.dep_ in SUBJECTS and token.sent.start != pronoun.sent.start
    return is_earlier and pronoun.lower_ not in PLURAL and token.dep_ in {"nmod", "obl"}


def noun_before(relative: Token, vocab: Vocab) -> Token | None:
    """Whom "who" means where the tree does not say: the person named or described before it, past asides of theirs."""
    start = relative.sent.start
    if relative.i - start < 2 or not (relative.nbor(-1).tag_.startswith("NN") or relative.nbor(-1).text == ","):
        return None  # "; who did it is unclear" asks
    before = (token for token in reversed(relative.doc[start : relative.i]) if token.tag_.startswith("NN"))
    token = next(before, None)
    while token is not None and token.dep_ in BELOW and token.head.i >= start and token.head.i < relative.i:
        if token.dep_ == "nmod" and (is_person_noun(token) or token.ent_type_ == "PERSON"):
            break
        token = token.head
    is_someone = token is not None and not classes_of(token, vocab).isdisjoint({"people", "agent", "armed", "side"})
    return token if is_someone else None


def is_called_it(group: Token, pronoun: Token) -> bool:
    """ "the cabinet says it will not talk until they disarm": who has been "it" in the sentence is not "they"."""
    between = pronoun.doc[group.i + 1 : pronoun.i] if group.sent == pronoun.sent else ()
    return any(word.lower_ == "it" and teller_of(word) == group for word in between)
