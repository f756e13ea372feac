"""Who stands where around a noun that tells of an event, and the verb that says the event took place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from stages.grammar.agreement import TELLINGS, agent_after, noun_run_after
from stages.grammar.arguments import Arguments
from stages.grammar.blame import BLAMED, accused_before, blamed_after, is_judged
from stages.grammar.clauses import verb_arguments
from stages.grammar.governors import CARRIERS, Governor, governor_of
from stages.grammar.noun_doers import beside, doers_of, is_of_whole, meant_by_whose, shared_owner, split_sides
from stages.grammar.noun_phrases import MEASURES, classes_of
from stages.parsing.heads import case_of, obliques_of, with_conjuncts
from stages.parsing.neighbours import next_word
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

WRONGS = words_of("crimes atrocities abuses attacks raids bombings violations massacres")  # their owners do them
MEDIATED = words_of("mediated brokered hosted sponsored chaired facilitated overseen monitored supervised backed")
UNDOING = words_of("crush smash disperse suppress quell quash ban halt stop foil thwart prevent repel repulse disrupt")
ASIDE = frozenset({"appos", "nmod", "parataxis"})
KINDS = {"compound": "by", "amod": None, "nmod": None, "nmod:desc": None}  # "by a coalition raid": "by" is the raid's
TOLD_BY = frozenset({"announced", "reported", "confirmed", "declared"})
PARTIES = frozenset({"people", "personname", "side", "agent", "armed", "state", "organisation"})
SET_OFF = frozenset({"-", "–", "—", "--", ":", "("})


def _agent_behind(noun: Token, found: Mapping[str, tuple[Token, ...]]) -> Token | None:
    """Who does it by the order of the words, where the tree names nobody and nobody only mediates."""
    if case_of(noun) in {"of", "with"} and noun.head.lower_ in {"accused", "charged", "suspected", "convicted"}:
        return None  # "was accused of genocide by a prosecutor"
    is_mediated = any(child.lower_ in MEDIATED for child in noun.children)
    return None if "by" in found or "between" in found or is_mediated else agent_after(noun)


def _is_teller(doer: Token, noun: Token) -> bool:
    """ "announced his defection in a video by activists": the video is theirs, wherever they were hung."""
    before = doer.left_edge.nbor(-1) if doer.left_edge.i > noun.i + 1 else noun
    return before != noun and before.lower_ in TELLINGS and doer.left_edge.lower_ == "by"


def noun_arguments(noun: Token, vocab: Vocab) -> Arguments:
    """The functions around a noun: its own, those its coordinates share, and those of the light verb above it."""
    found: dict[str, tuple[Token, ...]] = {}
    shared: dict[str, str] = {}
    _modifiers(noun, vocab, found)
    _own_obliques(noun, found)
    _participles(noun, vocab, found, shared)
    if "by" not in found:
        blamed_after(noun, found, shared)
    agent = _agent_behind(noun, found)
    if agent is not None:
        found["by"], shared["by"] = (agent,), "order"
    for sibling in _coordinates(noun):
        for function, heads in obliques_of(sibling).items():
            if function not in found and function not in {"in", "on_"}:
                found[function], shared[function] = heads, "coordination"
    if "between" in found:
        shared["between"] = shared["between2"] = "between"
    _from_governor(noun, vocab, found, shared)
    if any(_is_teller(doer, noun) for doer in found.get("by", ())):
        del found["by"]
    for function, head, way in doers_of(noun, vocab):
        if function not in found:
            found[function], shared[function] = (head,), way
    accused_before(noun, vocab, found, shared)
    split_sides(noun, found, vocab)
    return Arguments({key: heads for key, heads in found.items() if heads}, False, shared)


def _modifiers(noun: Token, vocab: Vocab, found: dict[str, tuple[Token, ...]]) -> None:
    owner, name = shared_owner(noun), beside(noun, vocab)
    if owner is not None:
        found["by" if noun.head.lower_ in WRONGS else "poss"] = (meant_by_whose(owner),)
    if name is not None:
        found["compound"] = (name,)
    for child in noun.children:
        if child.dep_ in {"nmod:poss", "poss"} and child.nbor(1).text not in {'"', "”"}:
            if not is_of_whole(child, noun):
                found["poss"] = (meant_by_whose(child),)
        elif child.dep_ in ASIDE and child.i > noun.i and _is_set_off(child) and child.ent_type_ != "ORG":
            found["appos"] = (*found.get("appos", ()), child)
        elif child.dep_ in KINDS and child.i < noun.i and case_of(child) in {None, KINDS[child.dep_]}:
            if child.i > 1 and noun.doc[child.i - 1].text == "-" and noun.doc[child.i - 2].lower_ in {"anti", "pro"}:
                continue  # nobody of an anti-tax march is a tax
            if child.tag_ == "NN" and child.nbor(1).text == "-" and "case" in {part.dep_ for part in child.subtree}:
                continue  # "house-to-house raids"
            function = "amod" if child.tag_.startswith("JJ") else "compound"
            found[function] = (*found.get(function, ()), child)


def _is_set_off(child: Token) -> bool:
    """Whether a dash, a colon or a bracket opens a phrase: "three defections - two colonels and a general"."""
    first = child.left_edge
    is_opened = first.text in SET_OFF or (first.i > 0 and first.nbor(-1).text in SET_OFF)
    return is_opened and child.tag_.startswith("NN")


def _own_obliques(noun: Token, found: dict[str, tuple[Token, ...]]) -> None:
    for owner in (noun, *_measures(noun)):
        for function, heads in obliques_of(owner).items():
            if owner == noun or all(head.i > noun.i for head in heads):
                found.setdefault(function, heads)
    _right_after(noun, found)
    infinitives = tuple(child for child in noun.children if child.dep_ in {"acl", "xcomp"} and child.tag_ == "VB")
    if infinitives:
        found.setdefault("to", infinitives)


def _right_after(noun: Token, found: dict[str, tuple[Token, ...]]) -> None:
    """ "the murder of governor Ana Ruiz shocked": what stands right behind a preposition, wherever it was hung."""
    word = next_word(noun)
    is_case = word.lower_ in {"of", "with", "against", "from", "on"} and word.lower_ not in found
    if is_case and (head := noun_run_after(word)) is not None:
        found[word.lower_] = (head,)


def _measures(noun: Token) -> Iterator[Token]:
    """What measures a noun: numbers in "growing numbers of mutinies among soldiers"."""
    measure = noun.head
    if noun.dep_ in {"nmod", "obl"} and case_of(noun) == "of" and measure.lower_ in MEASURES:
        yield measure


def _participles(noun: Token, vocab: Vocab, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """ "raids carried out by the army", "attacks blamed on rebels": the participle names who did it."""
    for child in (*noun.children, *_hung_above(noun)):
        is_participle = child.tag_.startswith("VB") or child.lower_ in BLAMED
        if child.dep_ not in {"acl", "acl:relcl"} or not is_participle:
            continue
        obliques = obliques_of(child)
        if child.tag_ == "VBG" and any(each.dep_ == "nsubj" and each.tag_ != "WDT" for each in child.lefts):
            continue  # "claims that men have been training on their soil"
        if child.lower_ in MEDIATED:
            found["mediator"] = obliques.get("by", ())
            continue
        blamed = obliques.get(BLAMED.get(child.lower_, ""), ())
        is_undone = not vocab.bases_of(child.lower_).isdisjoint(UNDOING)
        is_deed = child.tag_ in {"VBN", "VBD"} and not (is_undone or is_judged(child, vocab))
        agents = blamed or (obliques.get("by", ()) if is_deed else ())
        if not agents and child.tag_ == "VBN":
            agents = tuple(
                head for verb in child.children if verb.dep_ == "xcomp" for head in obliques_of(verb).get("by", ())
            )
        if agents and "by" not in found:
            found["by"], shared["by"] = agents, "participle"
        for function in ("on", "against", "with", "between", "in", "at", "to"):
            if function not in found and obliques.get(function) and obliques[function] != blamed:
                found[function], shared[function] = obliques[function], "participle"


def _hung_above(noun: Token) -> Iterator[Token]:
    """The participle right behind a noun that was hung on what stands before: "ten men in raids carried out by"."""
    following = next_word(noun)
    if following.tag_ == "VBN" and following.dep_ == "acl" and following.head.i < noun.i:
        yield following
        return
    if noun.dep_ == "nmod" and noun.head.lower_ in CARRIERS and case_of(noun) == "of":
        yield from (child for child in noun.head.rights if 0 < child.i - noun.i <= 2 and child.tag_ == "VBN")


def _coordinates(noun: Token) -> Iterator[Token]:
    """The later members of the list a noun opens, and the head of the list it stands in.

    A member with an article or a preposition of its own shares nothing: "the raid on a bank and the arrest of ten men".
    """
    for member in with_conjuncts(noun):
        if member != noun and not any(child.dep_ in {"det", "case"} for child in member.lefts):
            yield member
    if noun.dep_ == "conj":
        yield from (member for member in with_conjuncts(noun.head) if member != noun)


def _from_governor(noun: Token, vocab: Vocab, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    governor = governor_of(noun, vocab)
    if governor is None:
        return
    found["governor"] = (governor.verb,)
    sides = tuple(_sides_below(governor.verb, vocab)) if governor.link in {"subject", "object"} else ()
    if sides:
        found.setdefault("between", sides)
    if governor.role is None:
        return
    _shared_obliques(noun, governor, found, shared)
    if governor.role == "none":
        return
    arguments = verb_arguments(governor.verb)
    if governor.role == "accused":
        found["light_actor"], shared["light_actor"] = arguments.get("object"), f"light verb {governor.verb.lower_}"
        return
    way = f"light verb {governor.verb.lower_}"
    subject = (
        arguments.get("subject") if governor.link == "object" or not arguments.is_passive else arguments.get("object")
    )
    if governor.link == "by":
        subject = arguments.get("object") or arguments.get("subject")
    if governor.link == "to" and governor.role == "target" and arguments.get("object") and not arguments.is_passive:
        found["light_actor"], shared["light_actor"] = subject, way  # "the guards subjected them to beatings"
        subject = arguments.get("object")
    subject = tuple(head for head in subject if head != noun)
    key = f"light_{governor.role}"
    found[key], shared[key] = subject, way


def _sides_below(verb: Token, vocab: Vocab) -> Iterator[Token]:
    """ "clashes broke out in the town of Kidal between herders and soldiers": the sides, behind the place as well."""
    for child in verb.rights:
        if child.dep_ in {"obl", "nmod"}:
            sides = (child, *child.rights) if case_of(child) != "between" else (child,)
            yield from (side for side in sides if case_of(side) == "between" and _is_party(side, vocab))


def _is_party(noun: Token, vocab: Vocab) -> bool:
    return not classes_of(noun, vocab).isdisjoint(PARTIES) and any(child.dep_ == "conj" for child in noun.rights)


def _shared_obliques(
    noun: Token, governor: Governor, found: dict[str, tuple[Token, ...]], shared: dict[str, str]
) -> None:
    """What hangs on the light verb and belongs to the event: "launched an attack on", "broke out between"."""
    functions = {"object": ("against", "on", "with", "to", "by", "at"), "subject": ("between", "against", "with")}
    obliques = obliques_of(governor.verb)
    if governor.link == "object" and governor.verb.lower_ in BLAMED and "by" not in found:
        found["by"], shared["by"] = obliques.get(BLAMED[governor.verb.lower_], ()), "blamed"
    is_owned = any(child.dep_ == "nmod:poss" for child in noun.lefts) and governor.verb.lower_ in TOLD_BY
    if governor.role != "actor" or is_owned:
        obliques.pop("by", None)  # whoever condemns an attack did not carry it out, nor who announces that of another
    for function in functions.get(governor.link, ()):
        heads = tuple(head for head in obliques.get(function, ()) if head != noun)
        if heads and function not in found:
            found[function], shared[function] = heads, "light verb"
