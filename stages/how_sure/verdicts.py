"""What is said of the truth of a whole clause: that it is beyond doubt, possible, untrue."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.granted import Link
from stages.how_sure.markers import Status, negations_on
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

DOUBTS = words_of(
    "doubt question secret surprise wonder mystery coincidence accident dispute denying disputing doubting"
)
DOUBTING = words_of("doubt question dispute")
LITTLE = words_of("no little few not n't n’t never without hardly scarcely")
CLAUSES = frozenset({"csubj", "csubj:pass", "ccomp", "acl", "acl:relcl", "advcl"})
OPEN = words_of("possible probable likely unlikely conceivable plausible doubtful uncertain")
UNTRUE = words_of("untrue false lie falsehood fabrication invention myth nonsense fiction impossible inconceivable")
SURE = frozenset({"is", "was", "'s", "’s", "be", "are"})


def is_beyond_doubt(link: Link) -> bool:
    """ "there is no doubt that", "it was no secret that", "no one doubted that": it is taken as so."""
    above = link.head
    if link.relation not in CLAUSES or link.token.i < above.i or not _has_that(link.token):
        return False
    is_doubt = above.lower_ in DOUBTS and above.tag_ in {"NN", "VBG"}
    is_negated = any(True for _ in negations_on(above))
    if is_doubt and (is_negated or any(child.lower_ in LITTLE for child in above.lefts)):
        return True
    is_there = above.head.lower_ in SURE and above.dep_ == "nsubj"  # "there was not much doubt that"
    if is_doubt and is_there and any(True for _ in negations_on(above.head)):
        return True
    is_negated = is_negated or any(child.lower_ == "few" for child in above.lefts)
    return is_negated and lemma_of(above) in DOUBTING and above.tag_.startswith("VB") and link.relation == "ccomp"


def verdict_on(link: Link) -> Iterator[Status]:
    """ "it is possible that", "it is unlikely that", "it is a lie that": what is said of the whole clause."""
    above = link.head
    is_doubt = above.lower_ in {"doubt", "doubts"} and above.tag_[:2] == "NN" and link.relation == "acl"
    if is_doubt and _has_that(link.token) and link.token.tag_ != "VB":
        yield Status("possible", "doubt that")
    has_it = any(child.lower_ == "it" for child in above.lefts) and any(child.dep_ == "cop" for child in above.lefts)
    if link.relation not in CLAUSES or not has_it or not _has_that(link.token):
        return
    is_negated = any(True for _ in negations_on(above))
    if above.lower_ in OPEN:
        yield Status("possible", f"it is said to be {above.lower_}", is_strong=True)
    if above.lower_ in UNTRUE and not is_negated:
        yield Status("denied", f"it is said to be {above.lower_}", is_strong=True)


def _has_that(verb: Token) -> bool:
    """Whether a clause is opened by "that", or by nothing but its subject."""
    marks = [child.lower_ for child in verb.lefts if child.dep_ == "mark"]
    return marks in ([], ["that"]) and verb.tag_ != "VBG"
