"""What stands within a denial and is not denied, and what nobody saw: the bombing in which somebody denies a part."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.markers import Status, negations_on
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.words.modality import INVOLVEMENT
from stages.words.people import is_nobody
from stages.words.speech import STATED, lemma_of
from stages.words.wordlists import words_of

DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})
RELATIVE = frozenset({"acl:relcl", "advcl:relcl"})
PRONOUNS = frozenset({"who", "whom", "which", "that", "where"})
OPEN_NOUNS = words_of("what anyone anybody anything nobody nothing someone somebody something one no any")
SEEING = frozenset({"see", "witness", "hear", "watch", "notice"})


def is_known_in_denial(trigger: Token) -> bool:
    """ "denied a role in the blast that killed nine", "denied that men who had fled were shot": they had been killed.

    What describes somebody, or names the deed in which somebody denies his part, is not denied with the rest.
    """
    token, is_known = trigger, False
    while token.head != token and not (lemma_of(token) in DENYING and token.tag_.startswith("VB")):
        is_known = is_known or _is_description(token) or _is_shared_deed(token)
        token = token.head
    return is_known and lemma_of(token) in DENYING


def _is_description(clause: Token) -> bool:
    """Whether a clause says which men or deeds are meant: no "it was the army that shot", no "anyone who shot"."""
    noun = clause.head
    words = {child.lower_ for child in clause.lefts if child.lower_ != "that" or child.dep_ in NOUN_SUBJECTS}
    is_relative = clause.dep_ in RELATIVE and not words.isdisjoint(PRONOUNS)  # no "claims by the mayor that it fled"
    is_clause = is_relative or (clause.dep_ == "acl" and clause.tag_ == "VBN" and "that" not in words)
    is_told = lemma_of(noun).removesuffix("s") in STATED  # "denied reports published in Oslo that"
    if not is_clause or is_told or not OPEN_NOUNS.isdisjoint({noun.lower_, *(word.lower_ for word in noun.lefts)}):
        return False
    above = {child.lower_ for child in noun.head.lefts} if noun.dep_.startswith("nsubj") else set()
    is_cleft = any(child.dep_ == "cop" for child in noun.lefts) and case_of(noun) is None
    return not (is_cleft or "there" in above)


def _is_shared_deed(deed: Token) -> bool:
    """Whether a deed is one in which somebody denies his part, or behind which he denies to be."""
    share = deed.head
    if any(child.dep_ == "cop" for child in deed.lefts):
        return case_of(deed) == "behind"
    is_owned = any(child.dep_ in {"nmod:poss", "amod", "compound"} for child in share.lefts)
    is_part = share.lower_ in INVOLVEMENT and deed.dep_ == "nmod" and case_of(deed) in {"in", "for"}
    return is_part and share.dep_ in {"obj", "ccomp"} and not is_owned


def unseen(trigger: Token) -> Iterator[Status]:
    """ "did not see the police beat them", "nobody saw them come": whether it came about is left open."""
    clause = trigger.head if trigger.dep_ == "acl" and trigger.head.dep_ == "obj" else trigger
    verb = clause.head
    if verb == clause or clause.dep_ not in {"ccomp", "xcomp", "obj"} or lemma_of(verb) not in SEEING:
        return
    is_of_noun = clause == trigger and clause.dep_ == "obj"  # "did not see the killing": it may be known
    is_asked = any(child.tag_ == "WRB" or child.lower_ in {"who", "what"} for child in trigger.lefts)
    is_nobodys = any(is_nobody(child) for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    if (is_nobodys or any(True for _ in negations_on(verb))) and not (is_of_noun or is_asked):
        yield Status("possible", f"not {lemma_of(verb)}")
