"""Who is blamed for an event: behind it, or by the verb before it, whatever the tree hangs them on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of
from stages.parsing.heads import case_of
from stages.words.time_heads import is_time
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

BLAME_REACH = 16  # tokens from an event to whom it is blamed on
BLAMED = {"blame": "on", "blamed": "on", "blaming": "on", "attributed": "to", "pinned": "on"}
# Verbs of the law name a charge, and a deed only where they say which: "charged with the murder of six nurses".
CHARGED = frozenset(
    {("charge", "with"), ("convict", "of"), ("indict", "for"), ("arrest", "for"), ("sentence", "for"), ("jail", "for"),
     ("try", "for")}
)  # fmt: skip

TELLING = words_of(
    "cited reported described mentioned confirmed announced investigated documented filmed seen witnessed"
)
JUDGING = frozenset({"accusation", "support", "rejection"})
FIXED = frozenset({"part", "place", "damage", "power", "control"})  # objects that make one verb with theirs


def blamed_after(noun: Token, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """ "five attacks since — blamed by officials on the rebels —": whoever is blamed, wherever the parser hung it."""
    doc, end = noun.doc, min(noun.i + BLAME_REACH, noun.sent.end)
    verb = next((token for token in doc[noun.i + 1 : end] if token.lower_ in BLAMED and token.tag_ == "VBN"), None)
    if verb is None or any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in doc[noun.i + 1 : verb.i]):
        return
    preposition = BLAMED[verb.lower_]
    heads = (token for token in doc[verb.i + 1 : end] if case_of(token) == preposition)
    blamed = next(heads, None)
    if blamed is not None:
        found["by"], shared["by"] = (blamed,), "blamed"


def accused_before(noun: Token, vocab: Vocab, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """ "blamed officers of the army for the murder": whoever the verb before accuses, wherever the deed was hung."""
    if "light_actor" in found or "by" in found:
        return
    preposition, doc = case_of(noun), noun.doc
    is_definite = any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)
    for verb in reversed(doc[max(noun.sent.start, noun.i - BLAME_REACH) : noun.i]):
        if not verb.tag_.startswith("VB"):
            continue
        lemmas = phrasal(verb, vocab)
        is_charged = is_definite and any((lemma, preposition) in CHARGED for lemma in lemmas)
        if is_charged or any(vocab.light_verbs.get((lemma, preposition or "")) == "accused" for lemma in lemmas):
            found["light_actor"] = verb_arguments(verb).get("object")
            shared["light_actor"] = f"light verb {verb.lower_}"
        return


def phrasal(verb: Token, vocab: Vocab) -> list[str]:
    """The lemmas of a verb, those with its particle or fixed object first: carry out, take part, carry."""
    bases = sorted(vocab.bases_of(verb.lower_))
    tails = [child.lower_ for child in verb.children if child.dep_ == "compound:prt" or child.lower_ in FIXED]
    following = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    tails += [following] if following in {"out", "off", "up"} and following not in tails else []
    return [f"{base} {tail}" for tail in tails for base in bases] + bases


def is_object_of_phrase(noun: Token) -> bool:
    """ "called off a rally": the object of a verb with its particle, which is not what somebody is called."""
    is_second = noun.dep_ == "xcomp" and noun.tag_.startswith("NN") and noun.i > noun.head.i
    return is_second and any(child.dep_ == "compound:prt" for child in noun.head.children)


def without_charge(span: Span, head: Token, vocab: Vocab, agents: frozenset[str]) -> Span:
    """Those accused without what they are accused of: "the rebels of theft"."""
    charge = next((token for token in span[1:] if token.lower_ == "of" and token.i > head.i), None)
    for case in span[1:-1]:
        if case.lower_ == "for" and case.i > head.i and is_time(case.nbor()):
            return span.doc[span.start : case.i]  # "blamed by Chad | for Friday's raid"
    if charge is None or not classes_of(charge.head, vocab).isdisjoint(agents):
        return span
    is_quoted = span.doc[charge.i - 1].is_quote and sum(token.is_quote for token in span) == 1
    return span.doc[span.start : charge.i - is_quoted]  # 'the so-called moderates | " of'


def is_judged(participle: Token, vocab: Vocab) -> bool:
    """ "a raid condemned by the envoy": whoever judges an event did not do it."""
    if participle.lower_ in TELLING:
        return True
    if participle.lower_ == "agreed":
        return False  # "a truce agreed to by both sides" is theirs
    senses = (sense for base in vocab.bases_of(participle.lower_) for sense in vocab.senses.get(base, ()))
    return any(sense.type_code in JUDGING and len(sense.words) == 1 for sense in senses)
