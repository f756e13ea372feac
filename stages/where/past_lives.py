"""Places of somebody's past and of where he speaks: where a deserter was born, where exiles tell of a raid."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

LIVED = words_of("""
    bear serve command study live work train teach lead head graduate grow raise educate found own run represent settle
    reside retire manage govern attend spend
""")
BORN = words_of("born raised educated trained schooled")
FORMER = words_of("former formerly previously once ex ex-")
PAST = frozenset({"VBD", "VBN"})
MEETINGS = words_of("""
    conference briefing meeting summit rally speech interview hearing address ceremony forum assembly gathering
""")
ABROAD = words_of("exile refugee émigré emigre expatriate diaspora diplomat envoy ambassador court tribunal inquest")
AT_A_SEAT = words_of("""
    official activist group opposition figure campaigner analyst observer organisation organization lawyer expert leader
    spokesman spokeswoman minister president secretary adviser
""")
# Where governments, courts and the press of other countries' affairs sit.
SEATS = words_of("washington london paris geneva brussels moscow berlin rome vienna tokyo beijing ottawa madrid hague")
MARCHING = words_of("protest march rally demonstrate gather campaign picket protested marched rallied")
ENDED = words_of("killing killings death deaths murder assassination arrest capture execution")
EARLIER = frozenset({"after", "following", "since"})
DEMANDING = frozenset({"demand", "protest", "denounce", "condemn", "oppose"})
AGAINST = frozenset({"against", "over", "about", "for"})


def is_of_past(root: Token, head: Token) -> bool:
    """ "Colonel Daher, who was born in Latakia, deserted", "formerly commander in Basra": he deserted elsewhere."""
    below = takewhile(lambda token: not token.is_ancestor(head) and token != head, (root, *root.ancestors))
    return any(_is_born_before(token) or _is_past(token) for token in below)


def _is_born_before(clause: Token) -> bool:
    """ "Born in Aleppo, he defected"."""
    return clause.dep_ == "advcl" and clause.lower_ in BORN and clause.i < clause.head.i


def _is_past(clause: Token) -> bool:
    if clause.dep_ == "acl":
        return clause.lower_ in BORN and _is_one(clause.head)
    if "," not in {clause.left_edge.text, text_before(clause.left_edge)}:
        return False  # "soldiers who served in Homs"
    words = {child.lower_ for child in clause.lefts}
    if clause.dep_ == "appos":
        return not words.isdisjoint(FORMER) and _is_one(clause.head)
    is_copular = any(child.dep_ == "cop" and child.tag_ in PAST for child in clause.lefts)
    if clause.lower_ in {"lives", "lived", "live"} and any(
        word.lower_ == "whose" for child in clause.lefts for word in child.lefts
    ):
        return True  # "the rebels, whose leader lives in Doha"
    is_lived = clause.tag_ in PAST and lemma_of(clause) in LIVED
    return (
        clause.dep_ == "acl:relcl"
        and "who" in words
        and _is_one(clause.head)
        and (is_copular or is_lived or clause.lower_ in BORN)
    )


def _is_one(noun: Token) -> bool:
    """Whether somebody is one person: "the general", "Omar Aziz"."""
    return noun.ent_type_ == "PERSON" or (noun.tag_ in {"NN", "NNP"} and is_person_noun(noun))


def is_of_protest(root: Token, head: Token) -> bool:
    """ "marched in London against the war, in which 30,000 have died": they died where the war is."""
    clause = next((token for token in (head, *head.ancestors) if token.dep_ == "acl:relcl"), None)
    cause = head if clause is None else clause.head
    asked = cause.head if clause is not None and cause.dep_ == "nmod" else cause  # "demanded an end to the war, which"
    if asked.dep_ == "obj" and lemma_of(asked.head) in DEMANDING and clause is not None:
        return not asked.is_ancestor(root) and asked != root
    is_at = cause == head and case_of(cause) == "at"  # "in protest at the killing of a fisherman"
    if not (is_at or case_of(cause) in AGAINST) or cause == root or cause.is_ancestor(root):
        return False
    return not MARCHING.isdisjoint({cause.head.lower_, lemma_of(cause.head)})


def is_after_death(root: Token, head: Token) -> bool:
    """ "After the killing of its leader, the group attacked a base in Karachi": he was not killed there."""
    is_earlier = head.dep_ == "obl" and case_of(head) in EARLIER and head.lower_ in ENDED
    return is_earlier and head.i < head.head.i < root.i and head.head.is_ancestor(root)


def is_told_from(root: Token, verb: Token) -> bool:
    """ "Exiles in London said", "At a press conference in Tunis, the minister said": they speak there of elsewhere.

    Those who serve in a place tell of it: "Police in Lagos said", "In Homs, residents said".
    """
    above = list(takewhile(lambda token: token != verb, (root, *root.ancestors)))
    if not (is_speech_verb(verb) or lemma_of(verb) == "hear") or not above or root.i > verb.i:
        return False
    if above[-1].dep_ == "obl" and any(token.lower_ in MEETINGS for token in above):
        return True
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if subject is None or above[-1].dep_ not in {"obl", *NOUN_SUBJECTS}:
        return False
    lemma = subject.lower_ if subject.lower_ in AT_A_SEAT else subject.lower_.removesuffix("s")
    is_body = subject.ent_type_ == "ORG" and all(
        word.lower_ != "police" for word in subject.subtree
    )  # "the UN in Geneva"
    return lemma in ABROAD or ((lemma in AT_A_SEAT or is_body) and root.lower_ in SEATS)
