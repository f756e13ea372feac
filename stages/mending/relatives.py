"""Clauses that describe a noun, whose deed a small parser gives to who tells of it or to who acts before."""

from spacy.tokens import Doc, Token

from stages.grammar.agreement import is_nominal
from stages.parsing.hanging import hang
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

PRONOUNS = frozenset({"who", "which", "that"})
TELLING = words_of("said says say claimed claims claim alleged allege alleges believe believes believed thought think")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = FINITE | {"VBN", "VBG", "VB"}
TELLERS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "POS", "HYPH"})
MOST_TELLERS = 6  # words that name who tells: "which the country's interior ministry said had"
DEMANDING = words_of("demanding protesting seeking chanting shouting calling opposing carrying waving awaiting waiting")
WRITING = words_of("wrote written write writes writing sent send sends sending")
CROWDS = words_of("""
    protesters protestors demonstrators marchers youths students villagers farmers workers strikers activists crowds
    residents miners teachers refugees prisoners inmates supporters opponents monks women people nurses rioters
""")


def mend_relatives(doc: Doc) -> None:
    """What is said of a noun behind it: by "which" and "who", and by -ing forms without a comma."""
    for word in doc:
        _lift_clause(word)
        _return_told(word)
        _describe_crowd(word)


def _lift_clause(whom: Token) -> None:
    """In "its envoy, Ana Ruiz, whom he accused" the clause says it of her: "whom" is no clause of its own."""
    clause = next((child for child in whom.rights if child.dep_ == "acl:relcl"), None)
    if whom.lower_ != "whom" or whom.dep_ != "acl:relcl" or clause is None:
        return
    if hang(clause, whom.head, "acl:relcl"):
        hang(whom, clause, "obj")


def _return_told(pronoun: Token) -> None:
    """In "the militia, which it said had killed ten" the militia killed them: "which" goes with what is said."""
    if pronoun.lower_ not in PRONOUNS or pronoun.tag_ not in {"WP", "WDT", "IN", "WP$"} or not pronoun.i:
        return
    telling = _telling_behind(pronoun)
    if telling is None or telling.i + 1 >= telling.sent.end:
        return
    opening = telling.nbor(1)
    verb = opening if opening.dep_ not in {"aux", "aux:pass", "cop"} else opening.head
    is_open = opening.tag_ in FINITE | {"VBN"} and verb.i <= opening.i + 4 and verb.tag_ in VERBAL
    has_other = any(child.dep_ in NOUN_SUBJECTS and child != pronoun and child.i > telling.i for child in verb.lefts)
    is_said_of = telling.dep_ == "acl:relcl" and is_nominal(telling.head)
    if is_open and is_said_of and not has_other and hang(verb, telling, "ccomp"):
        hang(pronoun, verb, "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.lefts) else "nsubj")


def _telling_behind(pronoun: Token) -> Token | None:
    """The verb of telling behind a relative pronoun and who tells: "which | it | said"."""
    doc, end = pronoun.doc, min(pronoun.sent.end, pronoun.i + MOST_TELLERS + 2)
    at = pronoun.i + 1
    while at < end and doc[at].tag_ in TELLERS and doc[at].lower_ not in TELLING:
        at += 1
    return doc[at] if pronoun.i + 1 < at < end and doc[at].lower_ in TELLING else None


def _describe_crowd(verb: Token) -> None:
    """In "fired on protesters demanding a vote" the protesters demand it, and not those who fired."""
    noun = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and noun == verb.head and case_of(noun) == "to":
        if verb.lower_ in DEMANDING and noun.head.lower_ in WRITING:
            hang(verb, noun.head, "advcl")  # "wrote to the mayor demanding a vote"
        return
    is_crowd = noun.tag_ == "NNS" and noun.lower_ in CROWDS and noun.dep_ in {"obj", "obl", "obl:agent", "nmod"}
    if verb.lower_ not in DEMANDING or verb.tag_ != "VBG" or verb.dep_ != "advcl" or not is_crowd:
        return
    doer = next((child for child in verb.head.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if doer is not None and doer.lower_ in CROWDS and noun.dep_ != "obl:agent":
        return  # "students met teachers demanding a vote"
    if verb.head.is_ancestor(noun) and is_person_noun(noun):
        hang(verb, noun, "acl")
