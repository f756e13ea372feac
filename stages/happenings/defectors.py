"""Defectors: the ranks of those who leave, as the phrase, the apposition or an earlier mention gives them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from stages.grammar.noun_phrases import phrase_of
from stages.happenings.in_sentences import Happening
from stages.naming.ranks import Rank, RankLadder, ranks_in, ranks_of
from stages.parsing.heads import case_of
from stages.who.coreference import antecedent_of
from stages.words.people import is_person_noun
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

LED = frozenset({"led", "headed", "commanded", "accompanied"})
SIDED = frozenset({"loyal", "allied", "opposed", "aligned", "affiliated", "backed"})
KIN = words_of(
    "brother sister friend ally confidant son daughter wife husband father cousin nephew uncle aide adviser bodyguard "
    "driver spokesman"
)
TITLES = frozenset({"compound", "nmod:desc", "amod", "flat"})
LEADER_REACH = 8  # tokens from "led by" to the end of the leader's rank


def ranks_of_defectors(happening: Happening, vocab: Vocab, ladder: RankLadder) -> list[Rank]:
    """The ranks of those who act, of whom a pronoun among them stands for, and of those who are led along."""
    actor = happening.roles.get("actor")
    if actor is None:
        return []
    found = _ranks_of_phrase(actor.span, ladder)
    if actor.span[0].tag_ == "PRP":
        named = antecedent_of(actor.span[0], vocab)
        found = [*(_ranks_of_phrase(phrase_of(named), ladder) if named is not None else ()), *found]
    among = actor.head.head
    if actor.head.dep_ == "nmod" and case_of(actor.head) == "among" and is_person_noun(among):
        found = [*ranks_of(phrase_of(among, is_listed=False), ladder), *found]  # "two generals among the men who fled"
    counted = happening.roles.counted
    is_named = counted is happening.trigger.head  # "is a deserter" tells no rank
    if counted is not None and not is_named and counted.i not in {actor.head.i, actor.filler.i}:
        found = [*found, *ranks_of(phrase_of(counted), ladder)]
    return found


def _ranks_of_phrase(span: Span, ladder: RankLadder) -> list[Rank]:
    sided = next((token.i for token in span if token.lower_ in SIDED), len(span.doc))  # "men loyal to the governor"
    own = [rank for rank in ranks_of(span, ladder) if not _is_owner(span.doc[rank.end - 1], span)]
    own = [rank for rank in own if rank.end <= sided]
    found = [*own, *_of_leader(span, ladder)]
    return found or next((ranks for ranks in _beside(span.root, ladder) if ranks), [])


def _is_owner(word: Token, span: Span) -> bool:
    """ "a minister of the president's own sect", "President Sow's cousin": no president defects."""
    named = word.head if word.dep_ in TITLES and word.i < word.head.i else word
    is_of_kin = named.dep_ == "nmod" and case_of(named) == "of" and named.head.lower_ in KIN
    return (named.dep_ == "nmod:poss" or is_of_kin) and span.start <= named.head.i < span.end


def _of_leader(span: Span, ladder: RankLadder) -> list[Rank]:
    """ "forty soldiers led by a captain": the captain goes with them."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].lower_ not in LED or doc[end + 1].lower_ != "by":
        return []
    return ranks_in(doc[end + 2 : min(end + LEADER_REACH, len(doc))], ladder)[:1]


def _beside(head: Token, ladder: RankLadder) -> Iterator[list[Rank]]:
    """For a person by name: what stands in apposition, then the rank before the same name elsewhere in the text."""
    if head.ent_type_ != "PERSON" and not is_person_noun(head):
        return
    appositions = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        appositions.append(head.head)
    for described in (phrase_of(other, is_listed=False) for other in appositions):
        yield [rank for rank in ranks_in(described, ladder) if not _is_owner(described.doc[rank.end - 1], described)]
    if head.ent_type_ != "PERSON":
        return  # "his brother, a captain in the guard"
    surname = next((ent[-1].text for ent in head.doc.ents if ent.start <= head.i < ent.end), head.text)
    for ent in head.doc.ents:
        if ent.label_ == "PERSON" and ent[-1].text == surname:
            before = ranks_in(head.doc[max(0, ent.start - 4) : ent.end], ladder)
            yield [rank for rank in before if rank.end >= ent.start]
