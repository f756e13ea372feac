"""Two people with a description each, and lists of people that a parser cuts in two."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "expected", "reason"),
    [
        (("Mota/NNP/11/nsubj:pass ,/,/3/punct a/DT/3/det clerk/NN/0/appos at/IN/5/case Volvo/NNP/3/nmod ,/,/8/punct "
          "and/CC/8/cc Rahim/NNP/5/conj ,/,/0/punct were/VBD/11/aux:pass seized/VBN/11/ROOT"),
         ("Mota", "conj"), "the verb says that there are two"),
        (("Mota/NNP/11/nsubj:pass ,/,/3/punct a/DT/3/det clerk/NN/0/appos at/IN/5/case Volvo/NNP/3/nmod ,/,/8/punct "
          "and/CC/8/cc Saab/NNP/5/conj ,/,/0/punct was/VBD/11/aux:pass seized/VBN/11/ROOT"),
         ("Volvo", "conj"), "one man, and two firms"),
    ],
)  # fmt: skip
def test_the_second_of_two_who_are_described_joins_the_first(tree: str, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[8]
    assert (found.head.text, found.dep_) == expected, reason


@pytest.mark.parametrize(
    ("auxiliary", "expected", "reason"),
    [("were", "conj", "three kinds of people"), ("was", "nsubj:pass", "one man who is described")],
)
def test_people_behind_a_comma_are_a_list_where_the_verb_is_of_many(auxiliary: str, expected: str, reason: str) -> None:
    doc = doc_of_tree(
        f"A/DT/1/det priest/NN/9/nsubj:pass ,/,/4/punct a/DT/4/det nun/NN/9/nsubj:pass and/CC/7/cc two/CD/7/nummod "
        f"clerks/NNS/4/conj {auxiliary}/VBD/9/aux:pass freed/VBN/9/ROOT"
    )
    assert mended(doc)[4].dep_ == expected, reason


def test_people_behind_the_object_of_a_second_verb_are_done_to_by_it() -> None:
    doc = doc_of_tree(
        "They/PRP/1/nsubj seized/VBD/1/ROOT a/DT/3/det clerk/NN/1/obj and/CC/5/cc killed/VBD/1/conj "
        "his/PRP$/7/nmod:poss driver/NN/5/obj and/CC/10/cc two/CD/10/nummod guards/NNS/1/conj"
    )
    assert mended(doc)[10].head.text == "driver"


def test_two_posts_with_a_name_each_are_two_people() -> None:
    doc = doc_of_tree(
        "A/DT/1/det premier/NN/10/nsubj:pass ,/,/3/punct Ruiz/NNP/1/appos ,/,/1/punct and/CC/9/cc a/DT/7/det "
        "consul/NN/9/nsubj ,/,/1/punct were/VBD/10/aux:pass seized/VBN/10/ROOT"
    )
    found = mended(doc)[7]
    assert (found.dep_, found.head.text) == ("conj", "premier")
