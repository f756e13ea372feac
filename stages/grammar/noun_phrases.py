"""A noun phrase as a role's text: its words without relative clauses, asides, and the number before it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.person_phrases import (
    ORG_LABELS,
    PERSON_LABELS,
    PLACE_LABELS,
    is_unknown_name,
    name_of_token,
    named_after,
    with_edges,
)
from stages.grammar.phrase_edges import NUMBERS, is_quantifier, trimmed
from stages.how_many.lists import is_same_person
from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence
from stages.words.harms import CASUALTIES
from stages.words.people import RELATIVES, is_of_other_fate, is_person_noun
from stages.words.time_heads import is_time_head
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

KEPT = frozenset({"det", "amod", "compound", "flat", "flat:name", "flat:foreign", "nummod", "nmod:poss", "nmod:desc",
                  "fixed", "goeswith", "det:predet", "nmod:npmod", "nmod:unmarked", "list", "name", "poss", "nn",
                  "nummod:gov", "cc:preconj", "compound:prt"})  # fmt: skip
# Words that count or measure what follows "of".
MEASURES = words_of("""
    numbers truckload truckloads busload busloads boatload boatloads
    third thirds quarter quarters fifth fifths tenth
    number group groups handful couple dozen dozens score scores hundred hundreds thousand thousands million
    millions lot lots majority series string wave spate flood round rounds total half most many some several more
    all part bulk rest pair ten tens bunch crowd crowds band few each any one two three four five six seven eight
    nine flurry set range first last remainder array both none member members rank ranks flow deluge
""")
PRONOUNS = words_of("""
    all some many most several both none others everyone anyone nobody
    anybody everybody somebody someone
    i we they he she it who them him her us me you this that these those which himself herself themselves itself
    each other another
""")
FOLLOWERS = words_of("fighters militants members gunmen supporters militiamen rebels activists insurgents guerrillas")
BONDS = words_of("loyal allied opposed led commanded headed backed aligned affiliated")
BOND_REACH = 12  # tokens
ENCLOSING = words_of("wall walls fence gate gates perimeter barrier barriers")
TIME = frozenset({"time"})
DEEDS = words_of("""
    arrest arrests killing killings murder murders bombing bombings kidnapping kidnappings abduction abductions raid
    raids detention detentions torture assassination assassinations disappearance disappearances execution executions
    destruction sabotage looting harassment attack attacks ambush ambushes clash clashes
""")


def content_head(head: Token) -> Token:
    """The noun that a measuring noun measures: soldiers in "a number of soldiers"."""
    if head.lower_ in MEASURES or (head.tag_ == "CD" and head.like_num):
        for child in head.children:
            if child.dep_ in {"nmod", "obl"} and child.i > head.i and case_of(child) in {"of", "among"}:
                measured = content_head(child)
                return head if measured.lower_ in NUMBERS else measured  # "hundreds of thousands fled"
        following = head.doc[head.i + 1 : head.i + 2]
        is_of = following and following[0].lower_ == "of" and following[0].dep_ != "mark"
        if is_of and following[0].head.i > head.i:
            return content_head(following[0].head)
    return head


def classes_of(head: Token, vocab: Vocab) -> frozenset[str]:
    """The word classes of a phrase by its head, by its name, and by the model's label."""
    head = content_head(head)
    if is_time_head(head):
        return TIME
    found = vocab.classes_of(head.lower_) | _of_words_before(head, vocab)
    span = name_of_token(head)
    if span is not None:
        found |= vocab.classes.get(span.text.lower().removeprefix("the "), frozenset())
        found |= {"name"} | _of_label(head.ent_type_) | _of_description(head, vocab)
    elif head.tag_ in {"NNP", "NNPS"} or (not found and is_unknown_name(head)):
        found |= {"name"}
    if head.tag_ == "CD" or head.lower_ in NUMBERS:
        found |= {"number", "people"}
    if head.lower_ in PRONOUNS:
        found |= {"pronoun"}
    elif is_person_noun(head):
        found |= {"people"}
    if head.tag_ == "JJ" and any(child.dep_ == "det" and child.lower_ == "the" for child in head.children):
        found |= {"people"}
    return found


def _of_words_before(head: Token, vocab: Vocab) -> frozenset[str]:
    """The classes of a noun with the word before it ("power line"), and of a name's title ("Minister Orlov")."""
    before = head.nbor(-1) if head.i else head
    is_part = before.head == head and before.dep_ in {"compound", "amod", "nmod"}
    found = vocab.classes_of(f"{before.lower_} {head.lower_}") if is_part else frozenset()
    return found.union(*(vocab.classes_of(child.lower_) for child in head.children if child.dep_ == "nmod:desc"))


def _of_description(name: Token, vocab: Vocab) -> frozenset[str]:
    """The classes of what a person is said to be: "Manaf Tlas, a general in the Guard"."""
    described = (
        child for child in name.children if child.dep_ == "appos" and child.i > name.i and is_person_noun(child)
    )
    return frozenset().union(*(vocab.classes_of(child.lower_) for child in described))


def _of_label(label: str) -> set[str]:
    if label in PERSON_LABELS:
        return {"people", "personname", "official", "person_convict", "agent"}
    if label in ORG_LABELS:
        return {"organisation", "org", "side", "agent"}
    return {"place", "state", "placename", "agent"} if label in PLACE_LABELS else set()


def phrase_of(head: Token, *, is_listed: bool = True, with_family: bool = True) -> Span:
    """The phrase of a head: determiners, modifiers, names, "of" phrases, and with `is_listed` its coordinates.

    Without `with_family` the families of those named are left out: "33 soldiers and their families" are soldiers.
    """
    kept = {head.i}
    _gather(head, kept, is_listed=is_listed)
    doc = head.doc
    name = name_of_token(head)
    if name is not None:
        kept.update(range(name.start, name.end))
    person = named_after(head) if is_person_noun(head) else None
    if person is not None:
        return person
    if not with_family:
        kept -= {token.i for at in kept if _is_family(head.doc[at]) for token in head.doc[at].subtree}
    start = end = head.i
    while start - 1 in kept or (start - 2 in kept and _is_bridge(doc[start - 1])):
        start -= 1
    while end + 1 in kept or (end + 2 in kept and _is_bridge(doc[end + 1])):
        end += 1
    inner = content_head(head)
    if not start <= inner.i <= end:
        return phrase_of(inner, is_listed=is_listed, with_family=with_family)
    return with_edges(trimmed(doc[start : end + 1], head), head)


def is_number_only(span: Span) -> bool:
    """Whether a phrase says how many and not who: "hundreds", "at least 11"."""
    return (
        all(is_quantifier(token) or token.lower_ in {"others", "people"} for token in span)
        and any(token.lower_ in NUMBERS or token.like_num for token in span)
        and "people" not in span.text.lower()
    )


def _is_bridge(token: Token) -> bool:
    return token.is_punct or token.lower_ in {"and", "or", "'s", "’s", "perhaps", "also", "now", "even", "then"}


def _gather(head: Token, kept: set[int], *, is_listed: bool) -> None:
    for child in head.children:
        if child.dep_ in KEPT or _is_cut_name(child, head) or _is_bond(child, head):
            kept.update(token.i for token in child.subtree)
        elif child.dep_ in {"nmod", "obl"} and child.i > head.i and case_of(child) == "of" and not _is_gerundial(child):
            _keep_inside(child, kept, is_listed=is_listed)
        elif child.dep_ == "nmod" and child.lower_ in {"law", "arms"} and child.left_edge.text == "-":
            kept.update(token.i for token in child.subtree)  # "his brother-in-law"
        elif child.dep_ == "nmod" and _is_of_group(child, head):
            _keep_inside(child, kept, is_listed=False)
        elif child.dep_ == "nmod" and child.i < head.i and case_of(child) is None:
            kept.update(token.i for token in child.subtree)
        elif (
            is_listed
            and child.dep_ == "appos"
            and any(
                other.dep_ == "conj" and other.i > child.right_edge.i and _is_coordinate(other, head)
                for other in head.rights
            )
        ):
            kept.update(token.i for token in child.subtree)  # "the rector, a priest, and two women"
        elif is_listed and child.dep_ == "conj" and child.i > head.i and _is_coordinate(child, head):
            _keep_inside(child, kept, is_listed=is_listed)
        elif (
            (child.dep_ == "acl" and child.i < head.i)
            or (
                child.dep_ == "advmod"
                and child.i < head.i
                and child.lower_ in {"anti", "pro", "most", "top", "so", "-"}
            )
            or (child.is_punct and child.lower_ in {"-", "–", "'", "’", "/"})
        ):
            kept.add(child.i)


def _is_cut_name(child: Token, head: Token) -> bool:
    """ "Boko Haram | militants free ten": a name read as the subject of its members, or as another."""
    if child.dep_ == "appos":
        return child.left_edge.i == head.i + 1 and child.tag_ == "NNP" and not child.left_edge.is_punct
    is_before = child.dep_ == "nsubj" and child.ent_type_ in ORG_LABELS and child.right_edge.i == head.i - 1
    return is_before and head.tag_ == "NNS" and all(other.dep_ != "cop" for other in head.lefts)


def _is_of_group(child: Token, head: Token) -> bool:
    """ "fighters from Islamic State", "the wall around the embassy": whose they are is part of who they are."""
    if head.lower_ in ENCLOSING:
        return case_of(child) == "around"
    is_right_behind = child.left_edge.i == head.i + 1 and case_of(child) == "from"
    return is_right_behind and child.ent_type_ in ORG_LABELS and head.lower_ in FOLLOWERS


def _is_bond(child: Token, head: Token) -> bool:
    """ "forces loyal to the governor", "men led by a captain": which ones they are."""
    following = child.doc[child.i + 1].lower_ if not ends_sentence(child) else ""
    is_side = child.dep_ in {"acl", "amod"} and child.i == head.i + 1 and child.lower_ in BONDS
    return is_side and following in {"to", "by", "with"} and child.right_edge.i - child.i <= BOND_REACH


def _is_family(token: Token) -> bool:
    return token.lower_ in RELATIVES and any(child.lower_ in {"their", "his", "her"} for child in token.children)


def _is_gerundial(child: Token) -> bool:
    """ "the rebels of killing civilians": no part of the rebels' name."""
    before = child.doc[max(0, child.left_edge.i) : child.i + 1]
    return any(token.tag_ == "VBG" for token in before)


def _keep_inside(child: Token, kept: set[int], *, is_listed: bool) -> None:
    kept.add(child.i)
    links = (token for token in child.children if token.dep_ in {"case", "cc", "punct"} and token.i < child.i)
    kept.update(part.i for token in links for part in token.subtree)  # "Iran, | as well as | Syria"
    _gather(child, kept, is_listed=is_listed)


def _is_coordinate(child: Token, head: Token) -> bool:
    """Whether a conjunct is another member and no clause or aside."""
    if child.tag_.startswith("VB") and not child.ent_type_:
        return False
    if any(token.dep_.startswith(("nsubj", "cop", "aux")) or token.lower_ == "but" for token in child.children):
        return False
    first = child.left_edge
    behind = first.nbor(1) if first.text == "," else first
    is_clause = behind != first and behind.tag_ == "VBG" and behind.dep_ == "amod"
    if (child.lower_ in DEEDS and head.lower_ not in DEEDS) or is_clause:
        return False  # "the bombing of villages and arrests of students", "sealed the town, putting up roadblocks"
    is_deed = (
        first.lower_ in CASUALTIES and first.tag_ in {"VBN", "VBD"} and first.dep_ == "amod" and child.lower_ in NUMBERS
    )
    is_described = head.ent_type_ == "PERSON" and is_same_person(child, head)  # "Omar Ali, a colonel and son of"
    if is_of_other_fate(child, head) or is_deed or is_described:
        return False  # "killed ten men and injured scores"
    return all(token.lower_ != "including" for token in child.doc[head.i + 1 : child.i])
