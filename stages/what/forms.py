"""Whether a word stands as the verb or the noun that a sense asks for, as far as the tagger can be trusted."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.the_dead import is_counted_dead, is_held_dead
from stages.parsing.neighbours import text_before
from stages.words.time_heads import is_month_name
from stages.words.vocab import Sense, Vocab

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOMINAL = frozenset({"nsubj", "csubj", "nsubj:pass", "obj", "obl", "nmod", "conj"})


def is_told_by_verb(token: Token, sense: Sense, vocab: Vocab) -> bool:
    if token.tag_ == "VBG" and token.dep_ in {"amod", "compound"}:
        return False
    if token.tag_ not in VERBS and token.i and token.nbor(-1).tag_ in {"TO", "MD"} and token.text == sense.words[0]:
        return True  # "began to free": a bare form after "to"
    if token.tag_.startswith("VB"):
        return not (token.tag_ == "VBG" and token.dep_ in {"compound", "nmod", "obj", "nsubj"} and _has_article(token))
    if token.tag_ in {"NN", "NNS", "NNP", "JJ", "IN", "RP"}:
        has_subject = any(child.dep_.startswith("nsubj") for child in token.children) and not _is_predicate(token)
        is_participle = token.dep_ in {"amod", "acl"} and token.lower_.endswith(("ed", "en"))
        is_also_noun = any(other.pos == "noun" for other in vocab.senses.get(sense.words[0], ()))
        return (
            is_participle
            or is_held_dead(token)
            or (has_subject and not is_also_noun)
            or (has_subject and token.dep_ == "ROOT")
        )
    return False


def _is_predicate(token: Token) -> bool:
    """ "has been a main target": a noun that says what the subject is."""
    return any(child.dep_ in {"cop", "det"} for child in token.children)


def _has_article(token: Token) -> bool:
    return any(child.dep_ in {"det", "nmod:poss", "amod"} for child in token.children)


def is_told_by_noun(token: Token, sense: Sense, vocab: Vocab) -> bool:
    if token.tag_.startswith("NN"):
        return not is_month_name(token)
    if token.tag_ == "VBG":
        is_argument = token.dep_ in NOMINAL and token.head.tag_ != "VBG"
        is_argument = is_argument or _is_setting(token) or any(child.dep_ == "nmod" for child in token.children)
        return _has_article(token) or is_argument
    if sense.frame == "n_toll" and is_counted_dead(token):
        return True
    others = vocab.senses.get(sense.words[0], ())  # "dead" is a verb of tolls that are clauses, and of no others
    if not token.tag_.startswith("VB") and all(each.pos == "noun" or each.frame == "find_dead" for each in others):
        return len(token.text) > 6 and token.tag_ in {"JJ", "RB", "FW", "RBR", "CD"}
    return (
        token.tag_ in {"JJ", "VBN", "VBD", "CD"}
        and sense.frame in {"n_toll", "n_body"}
        and not any(child.dep_.startswith(("nsubj", "aux")) for child in token.children)
        and token.dep_ not in {"amod", "acl", "acl:relcl"}
    )


def _is_setting(word: Token) -> bool:
    """ "were hurt in fighting at a mine": no clause of what those who were hurt did."""
    is_bare = not any(child.dep_ in {"obj", "nsubj"} for child in word.children)
    return word.dep_ == "advcl" and text_before(word) == "in" and is_bare
