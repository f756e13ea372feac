"""Subjects that an aside parts from their verb: "men, some on foot, attacked", "when men, about ten of them, came"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, text_before, text_behind
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.tags import FINITE
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.wordlists import words_of

SOME = frozenset({"some", "others", "many", "most", "several", "all"})
TOWNS = words_of("city town village suburb district port hamlet settlement township resort neighbourhood neighborhood")


def mend_asides(word: Token) -> None:
    """Asides are no members of a list, and the verb behind them is that of the subject before."""
    _set_apart(word)
    _join_in_headline(word)
    _describe_town(word)
    _join_after_including(word)
    if word.tag_ in FINITE | {"VBN"}:
        _return_to_clause(word)
        _free_subject(word)


def _set_apart(some: Token) -> None:
    """In "Rebels, some on horses, others on foot, raided it" some and others are the rebels, and not beside them."""
    if some.lower_ not in SOME or some.i < some.sent.start + 2 or text_before(some) != ",":
        return
    behind = some.nbor(1) if some.i + 1 < some.sent.end else some
    verb = next((token for token in some.ancestors if token.tag_.startswith("VB")), None)
    is_phrase = behind.tag_ == "IN" and behind.lower_ != "of" and verb is not None and verb.i > some.i
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None) if verb is not None else None
    if not is_phrase or verb is None or subject is None or not is_person_noun(subject) or subject.tag_ != "NNS":
        return
    if subject.i > some.i or any(token.dep_ == "cc" for token in verb.doc[subject.i + 1 : some.i]):
        return
    if some.dep_ == "det" and some.head.i > some.i:
        other = some.head
        for child in [child for child in other.lefts if child.i < some.i]:
            hang(child, some)
    if hang(some, subject, "appos"):
        some.dep_ = "appos"


def _describe_town(kind: Token) -> None:
    """In "died in Sumy, a city in northern Ukraine, on Friday" the city is Sumy: it is no second place of a death."""
    if kind.lower_ not in TOWNS or kind.dep_ == "appos":
        return
    article = kind.left_edge.nbor(1) if kind.left_edge.text == "," else kind.left_edge
    if article.lower_ not in {"a", "an"} or text_before(article) != ",":
        return
    comma = article.nbor(-1)
    name = comma.nbor(-1) if comma.i > kind.sent.start else comma
    while name.dep_ in {"flat", "compound"} and name.head.ent_type_ == "LOC":
        name = name.head
    if name.ent_type_ == "LOC" and name.tag_ == "NNP" and kind.head.i < article.i:
        hang(kind, name, "appos")


def _join_in_headline(second: Token) -> None:
    """In "Army, Foreign Fighters Shoot Ten" both do: no comma behind the second sets it apart."""
    first = second.head
    is_beside = second.dep_ == "appos" and second.tag_ in {"NNS", "NNPS"} and is_person_noun(second)
    is_first = first.dep_ in NOUN_SUBJECTS and first.left_edge.i == first.sent.start and first.head.i > second.i
    if not is_beside or not is_first or text_behind(first) != "," or second.right_edge.i != first.head.i - 1:
        return
    is_set_apart = second.right_edge.text == "," or any(child.dep_ == "det" for child in second.lefts)
    if not is_set_apart and (is_person_noun(first) or first.lower_ in COLLECTIVES):
        second.dep_ = "conj"


def _join_after_including(second: Token) -> None:
    """In "Two men, including a guard, and six others fell, police say" the two fell too, and say nothing."""
    verb, opening = second.head, second.left_edge
    link = opening if opening.dep_ == "cc" else second.doc[opening.i - 1] if opening.i else opening
    if second.dep_ not in NOUN_SUBJECTS or link.lower_ != "and" or link.i < second.sent.start + 4:
        return
    if text_before(link) != "," or not verb.tag_.startswith("VB"):
        return
    last = link.nbor(-2)
    part = next((token for token in (last, *last.ancestors) if case_of(token) == "including"), last)
    first = part.head
    is_apart = case_of(part) == "including" and first.i < part.i and first.tag_ in {"NNS", "NNP", "NN"}
    is_free = first.dep_ in NOUN_SUBJECTS and first.head != verb and first.left_edge.i in {second.sent.start, first.i}
    if is_apart and (is_free or first.left_edge.i == second.sent.start) and hang(first, verb, second.dep_):
        hang(second, first, "conj")
        hang(link, second, "cc")


def _return_to_clause(verb: Token) -> None:
    """In "died when gunmen, about ten, raided it" the gunmen raided it: they are no clause of their own."""
    gunmen = next((child for child in (*verb.lefts, *verb.head.rights) if _is_bare_clause(child)), None)
    if gunmen is None or gunmen.i > verb.i or "," not in {text_before(verb.left_edge), text_before(verb)}:
        return
    if any(child.dep_ in {*NOUN_SUBJECTS, "cc", "mark"} and child.i > gunmen.i for child in verb.lefts):
        return
    if verb.dep_ not in {"conj", "parataxis", "advcl", "ccomp"} or verb.head != gunmen.head:
        return
    above = gunmen.head
    if hang(gunmen, verb, "nsubj") and hang(verb, above, "advcl"):
        for child in [child for child in gunmen.lefts if child.tag_ == "WRB" or child.lower_ in {"after", "as"}]:
            hang(child, verb, "advmod" if child.tag_ == "WRB" else "mark")


def _is_bare_clause(noun: Token) -> bool:
    has_opening = any(child.tag_ == "WRB" or child.dep_ == "mark" for child in noun.lefts)
    return noun.dep_ == "advcl" and noun.tag_ == "NNS" and is_person_noun(noun) and has_opening


def _free_subject(verb: Token) -> None:
    """In "After its capture by rebels, residents of Gao fled" the residents flee, and captured nothing."""
    opening = next((child for child in verb.lefts if child.dep_ == "obl" and child.i < verb.i), None)
    auxiliary = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    if opening is None or opening.left_edge.i != verb.sent.start or auxiliary.tag_ not in FINITE:
        return
    if any(child.dep_ in {*NOUN_SUBJECTS, "expl", "csubj"} for child in verb.lefts):
        return
    inside = [token for token in opening.subtree if token.dep_ in {"conj", "appos"} and token.i > opening.i]
    for noun in inside:
        is_set_off = "," in {noun.left_edge.text, text_before(noun.left_edge)}
        is_last = noun.right_edge.i in {auxiliary.i - 1, auxiliary.left_edge.i - 1}
        has_link = any(child.dep_ == "cc" for child in noun.lefts)
        is_people = (
            is_person_noun(noun) or noun.lower_ in COLLECTIVES or noun.lower_.removesuffix("ies") + "y" in COLLECTIVES
        )
        if not is_set_off or not is_last or has_link or not is_people or noun.tag_ != "NNS":
            continue
        relation = "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.lefts) else "nsubj"
        if hang(noun, verb, relation):
            return
