"""Which happenings of a sentence are one scene, so that the day and the place told of one are those of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from spacy.tokens import Token

from stages.happenings.in_sentences import Happening
from stages.parsing.heads import SUBJECTS, case_of
from stages.words.wordlists import words_of

T = TypeVar("T")

VIOLENT = words_of("killing wounding attack clash looting torture arrest abduction riot protest siege seizure")
HARM = words_of("killing wounding arrest abduction torture displacement")
ATTACKS = frozenset({"attack", "clash", "riot"})
TOGETHER = frozenset({"when", "as"})  # "were killed when rebels shelled the town"
WITHIN = frozenset({"in", "during", "by"})  # "killed in clashes"
APART = words_of("but while before after since for of without then later despite until from")
PERFECT = frozenset({"has", "have", "had"})
FARTHEST = 4  # words of the tree between two happenings of one scene


def shared_by_kin(own: Sequence[T | None], links: Mapping[int, Sequence[int]]) -> list[T | None]:
    """What each happening has itself, else what those nearest in kinship have, where they agree."""
    shared = list(own)
    for at, mine in enumerate(own):
        seen, near = {at}, list(links.get(at, ()))
        while mine is None and near:
            told = [each for each in (own[other] for other in near) if each is not None]
            if told:
                shared[at] = told[0] if all(each == told[0] for each in told) else None
                break
            seen |= set(near)
            near = [other for last in near for other in links.get(last, ()) if other not in seen]
    return shared


def kin_of(happenings: Sequence[Happening]) -> dict[int, list[int]]:
    """By its position, the positions of those happenings that are of one scene with it."""
    by_head = {each.trigger.head.i: at for at, each in enumerate(happenings)}
    links: dict[int, list[int]] = {}
    for at, each in enumerate(happenings):
        above = _scene_above(each, happenings, by_head)
        if above is not None and above != at:
            links.setdefault(at, []).append(above)
            links.setdefault(above, []).append(at)
    _join_siblings(happenings, links)
    return links


def _join_siblings(happenings: Sequence[Happening], links: dict[int, list[int]]) -> None:
    """ "rode in, burning huts and beating women": participles of one verb that is itself no happening."""
    tops = {
        at: _top_of(each.trigger.head) for at, each in enumerate(happenings) if each.trigger.sense.type_code in VIOLENT
    }
    for (first, top), (second, other) in pairwise(tops.items()):
        if top is not None and top == other and second not in links.get(first, ()):
            links.setdefault(first, []).append(second)
            links.setdefault(second, []).append(first)


def _top_of(head: Token) -> Token | None:
    token, steps = head, 0
    while steps < FARTHEST and (_is_participle(token) or _continues(token)):
        token, steps = token.head, steps + 1
    return token if token != head else None


def _scene_above(each: Happening, happenings: Sequence[Happening], by_head: Mapping[int, int]) -> int | None:
    if each.trigger.sense.type_code not in VIOLENT:
        return None
    token = each.trigger.head
    for _ in range(FARTHEST):
        above = token.head
        at = by_head.get(above.i)
        other = happenings[at] if at is not None else None
        if other is not None and other.trigger.sense.type_code not in VIOLENT:
            return None
        if not (_is_participle(token) or _continues(token) or _is_told_with(token, each, other)):
            return None
        if at is not None:
            return at
        token = above
    return None


def _words_before(verb: Token) -> set[str]:
    return {word.lower_ for child in verb.lefts for word in (child, *child.lefts) if child.dep_ not in SUBJECTS}


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def _is_participle(verb: Token) -> bool:
    """ "shelled the town, killing ten": what came of it."""
    is_below = verb.dep_ in {"advcl", "acl", "xcomp"} and verb.tag_ == "VBG" and verb.i > verb.head.i
    return is_below and not _has_subject(verb) and _words_before(verb).isdisjoint(APART)


def _continues(verb: Token) -> bool:
    """ "raided the camp and burned huts", "two were killed and ten wounded": told in one breath."""
    is_joined = verb.dep_ == "conj" and verb.tag_.startswith("VB") and verb.head.tag_.startswith("VB")
    words, above = _words_before(verb), _words_before(verb.head)
    is_of_one_time = (words & PERFECT) <= above and words.isdisjoint(APART | {"now"})
    is_passive = verb.tag_ == verb.head.tag_ == "VBN"
    return is_joined and is_of_one_time and (is_passive or not _has_subject(verb))


def _is_told_with(token: Token, each: Happening, other: Happening | None) -> bool:
    """Whether a clause or a phrase tells of what it hangs on: "when police fired", "in clashes"."""
    if token.dep_ == "advcl" and _has_subject(token):
        words = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "advmod"}}
        is_cause = "after" in words and other is not None and _is_harmed_by(other, each)
        return bool(words & TOGETHER) or is_cause
    if token.dep_ == "acl:relcl":
        return other is not None and other.trigger.sense.type_code in ATTACKS and other.trigger.sense.pos == "noun"
    if token.dep_ == "conj" and other is not None and _is_harm(each) and _is_harm(other):
        link = next((child for child in token.lefts if child.dep_ == "cc"), None)
        return link is not None and link.lower_ == "and" and link.nbor(-1).text != ","
    is_noun = token.tag_.startswith("NN")
    is_of_it = token.dep_ in {"obl", "nmod", "obl:agent"} and case_of(token) in WITHIN
    is_doing = token.dep_ == "nsubj" and other is not None and other.trigger.sense.type_code in HARM
    return is_noun and other is not None and (is_of_it or is_doing)


def _is_harmed_by(harm: Happening, deed: Happening) -> bool:
    return _is_harm(harm) and deed.trigger.sense.type_code in ATTACKS


def _is_harm(each: Happening) -> bool:
    return each.trigger.sense.type_code in {"killing", "wounding"}
