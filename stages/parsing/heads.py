"""The relations of Universal Dependencies that the coder reads, and the prepositions of phrases."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from stages.parsing.neighbours import text_before
from stages.words.people import is_person_noun
from stages.words.time_heads import is_time

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "nsubjpass"})
NOUN_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})  # those that are no clauses
AGENTS = frozenset({"obl:agent", "agent"})
OBLIQUES = frozenset({"obl", "nmod", "obl:tmod", "obl:npmod", "obl:unmarked", "obl:agent"})
# Prepositions of more than one word by their parts, and spellings that are one preposition here.
COMPOUND_CASES = {
    ("out", "of"): "from",
    ("away", "from"): "from",
    ("on", "to"): "onto",
    ("because", "of"): "because",
    ("according", "to"): "according",
    ("such", "as"): "like",
    ("next", "to"): "near",
    ("close", "to"): "near",
    ("in", "front", "of"): "near",
    ("as", "well", "as"): "and",
    ("along", "with"): "with",
    ("together", "with"): "with",
    ("up", "to"): "to",
    ("outside", "of"): "outside",
    ("inside", "of"): "in",
    ("off", "of"): "from",
    ("from", "over"): "from",
    ("from", "across"): "from",
    ("from", "around"): "from",
    ("from", "inside"): "from",
    ("from", "within"): "from",
    ("from", "throughout"): "from",
    ("as", "of"): "since",
    ("due", "to"): "because",
    ("prior", "to"): "before",
}
BEFORE = frozenset({"front", "vicinity", "proximity"})  # nouns that make a preposition with "in" and "of"
REASONS = frozenset({"because", "despite", "according"})  # "left because of the raids on villages"
NEARNESS = frozenset({"closest", "nearest", "close", "near", "adjacent", "next"})
BESIDE = frozenset({"amid", "despite", "after", "before", "during", "following", "since"})
KILLINGS = frozenset({"killing", "murder", "assassination", "death", "kidnapping", "abduction", "rape", "shooting"})
BORDERS = frozenset({"border", "borders", "frontier"})
SPELLINGS = {"towards": "toward", "onto": "on", "within": "in", "inside": "in", "amongst": "among", "upon": "upon"}

# Verbs that say what somebody is taken for: "is considered a deserter".
REGARDING = frozenset({"consider", "regard", "brand", "declare", "label", "call", "treat", "denounce", "deem"})


def case_of(token: Token) -> str | None:
    """The preposition of a phrase, lower case: "out of" is from, "towards" is toward; None where there is none."""
    cases = [child for child in token.children if child.dep_ == "case" and child.i < token.i and child.lower_ != "'s"]
    if not cases:
        before = token.nbor(-1) if token.i and token.tag_ == "CD" else token
        is_its = before.dep_ == "case" and before.head.head == token  # "of two of them", hung on "them" by the parser
        return before.lower_ if is_its else None
    words: list[str] = []
    for case in cases:
        words.append(case.lower_)
        words.extend(child.lower_ for child in case.children if child.dep_ == "fixed")
    joined = COMPOUND_CASES.get(tuple(words))
    last = joined or (words[0] if len(words) > 2 and words[0] in {"from", "to", "in"} else words[-1])
    return SPELLINGS.get(last, last)


def relation_of(token: Token) -> str:
    """The relation of a word to its head; what is "ruled out" in an -ing form is a complement."""
    is_behind = token.tag_ == "VBG" and token.head.lemma_ == "rule" and text_before(token) == "out"
    return "xcomp" if is_behind and token.dep_ == "advcl" else token.dep_


def with_conjuncts(head: Token) -> list[Token]:
    """A head and the heads it is coordinated with, in order."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i:
            found.extend(with_conjuncts(child))
    return found


def nearest_of_list(noun: Token, clause: Token) -> Token:
    """The member of a list that stands right before the clause said of it, or the first where it is said of all."""
    nearest = next((member for member in reversed(with_conjuncts(noun)) if member.i < clause.i), noun)
    is_of_many = any(child.dep_.startswith("aux") and child.lower_ in {"were", "are", "have"} for child in clause.lefts)
    is_one = nearest.tag_ in {"NN", "NNP"} and any(child.lower_ in {"a", "an", "one"} for child in nearest.lefts)
    is_named = nearest.tag_ == "NNP" and nearest.ent_type_ in {"LOC", "ORG", "PERSON"}
    is_post = nearest.tag_ in {"NN", "NNP"} and is_person_noun(nearest)  # "the premier and his deputy, who were"
    if not is_of_many or not (is_one or is_named or is_post):
        return nearest  # "committees and soldiers who defected"
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head  # "Qatar and Egypt, which are mediating"
    return noun  # "two Saudis and one Libyan, who were arrested"


def opener_of_list(noun: Token) -> Token:
    """The first of a list of people that a clause at its end is said of: "a captain and two conscripts who refused"."""
    first = noun.head
    is_listed = noun.dep_ == "conj" and first.i < noun.i and is_person_noun(noun) and is_person_noun(first)
    is_of_all = _is_numbered(first) and (_is_numbered(noun) or noun.tag_ == "NNS" == first.tag_)
    return first if is_listed and is_of_all else noun


def _is_numbered(noun: Token) -> bool:
    return any(child.dep_ == "nummod" or child.lower_ in {"a", "an"} for child in noun.lefts)


def obliques_of(head: Token, also: Iterable[Token] = ()) -> dict[str, tuple[Token, ...]]:
    """The prepositional phrases of a head by preposition; then those a parser may have hung on its objects."""
    found: dict[str, list[Token]] = {}
    for owner in (head, *also):
        beside = [child for child in owner.rights if child.dep_ == "advmod" and child.lower_ in NEARNESS]
        for child in (*owner.children, *(phrase for adverb in beside for phrase in adverb.rights)):
            if child.dep_ in OBLIQUES:
                case, phrase = case_and_phrase(child)
                case = case or _particle_before(child)
                if case == "with" and _is_of_border(child):
                    continue
                if case is not None and (owner == head or case not in found):
                    found.setdefault(case, []).append(phrase)
    said = found.pop("according", [])
    for case, phrases in list(found.items()):
        for phrase in phrases if case not in REASONS else ():
            _nested(phrase, found)
    if said:
        found["according"] = said  # where a source is, nothing else need be
    return {case: tuple(heads) for case, heads in found.items()}


def _particle_before(phrase: Token) -> str | None:
    """The preposition that was read as a particle of the verb: "were taken | off | a bus"."""
    first = phrase.left_edge
    before = first.nbor(-1) if phrase.dep_ == "obl" and first.i > phrase.head.i else phrase
    return before.lower_ if before.dep_ == "compound:prt" and before.head == phrase.head else None


def _is_of_border(phrase: Token) -> bool:
    """ "fighting near the border with Chad": the border is with Chad, whatever the parser hung it on."""
    first = phrase.left_edge
    return first.i > 0 and first.nbor(-1).lower_ in BORDERS


def case_and_phrase(oblique: Token) -> tuple[str | None, Token]:
    """The preposition and the head of a phrase; "in front of" is one, though its noun be read as the head."""
    case = case_of(oblique)
    if case == "in" and oblique.lower_ in BEFORE:
        inner = next((child for child in oblique.children if child.dep_ == "nmod" and case_of(child) == "of"), None)
        if inner is not None:
            return "near", inner
    if case == "at" and oblique.lower_ in {"hand", "hands"}:
        whose = (child for child in oblique.children if case_of(child) == "of" or child.dep_ == "nmod:poss")
        owner = next(whose, None)
        return ("by", owner) if owner is not None else (case, oblique)  # "died at the hands of the police"
    if case == "to" and text_before(oblique.left_edge) in NEARNESS:
        return "near", oblique  # "rolled into the town closest to the capital"
    return case, oblique


def _nested(phrase: Token, found: dict[str, list[Token]]) -> None:
    """Phrases that hang on another phrase though they may belong to the head: "fire with a handgun on protesters"."""
    for child in phrase.children:
        if child.dep_ == "nmod":
            case = case_of(child)
            is_border = case == "with" and _is_of_border(child)
            is_apart = is_border or (
                case == "by" and case_of(phrase) in BESIDE | {"to", "over", "with", "for"}
            )  # "declared a truce amid a raid by"
            # "clashes erupted after a march against the tax": nobody clashed with the tax
            is_apart = is_apart or (case == "against" and case_of(phrase) in BESIDE and _is_event(phrase))
            if case is not None and case not in {"of", "between"} and case not in found and not is_apart:
                found[case] = [child]
                _nested(child, found)


def _is_event(noun: Token) -> bool:
    """Whether a phrase names no time: a "march" is a month only with a capital."""
    return not is_time(noun) or noun.text == "march"


def predicated_of(head: Token) -> Iterator[Token]:
    """Of whom a state is said: "six are in custody", "six remain captive", "six who died in custody"."""
    has_copula = any(child.dep_ == "cop" for child in head.children)
    above = head if has_copula else head.head
    if above.tag_.startswith("NN") and not has_copula:
        yield above
    if has_copula or above.lemma_ in {"remain", "stay", "die"}:
        yield from (child for child in above.children if child.dep_ in {"nsubj", "nsubj:pass"})


def described_by(noun: Token) -> Iterator[Token]:
    """Whom a noun is said to be: "he is a deserter", "the pilot is considered a deserter"."""
    verb = noun.head
    if any(child.dep_ == "cop" for child in noun.children):
        yield from (child for child in noun.children if child.dep_ == "nsubj")
    elif verb.lemma_ in REGARDING and noun.dep_ in {"xcomp", "obj", "obl"}:
        passive = [child for child in verb.children if child.dep_ == "nsubj:pass"]
        objects = [child for child in verb.children if child.dep_ == "obj" and child != noun]
        is_headline = verb.dep_ == "ROOT" and not any(child.dep_.startswith("aux") for child in verb.lefts)
        named = [child for child in verb.lefts if child.dep_ == "nsubj" and is_headline]  # "Pilot called a deserter"
        yield from passive or objects or named
