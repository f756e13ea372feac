"""What is said of a noun behind it, and verbs and times that a parser hangs on somebody else."""

import pytest
from spacy.tokens import Doc, Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


def _named(tree: str, *names: tuple[int, int, str]) -> Doc:
    doc = doc_of_tree(tree)
    doc.set_ents([Span(doc, start, end, label) for start, end, label in names])
    return mended(doc)


def test_who_is_said_to_have_done_it_does_it() -> None:
    doc = mended(doc_of_tree(
        "Chad/NNP/1/nsubj blamed/VBD/1/ROOT rebels/NNS/1/obj ,/,/6/punct which/WDT/6/obj it/PRP/6/nsubj "
        "said/VBD/2/acl:relcl had/VBD/8/aux killed/VBN/6/ccomp ten/CD/8/obj"
    ))  # fmt: skip
    assert (doc[4].dep_, doc[4].head.text) == ("nsubj", "killed")


@pytest.mark.parametrize(
    ("noun", "head", "reason"),
    [("protesters", "protesters", "a crowd demands"), ("palaces", "stormed", "no palaces demand")],
)
def test_a_crowd_demands_what_is_told_behind_it(noun: str, head: str, reason: str) -> None:
    doc = doc_of_tree(f"Men/NNS/1/nsubj stormed/VBD/1/ROOT {noun}/NNS/1/obj demanding/VBG/1/advcl bread/NN/3/obj")
    assert mended(doc)[3].head.text == head, reason


def test_the_first_of_a_list_behind_a_phrase_acts_too() -> None:
    doc = _named(
        "In/IN/1/case May/NNP/6/obl ,/,/3/punct Chad/NNP/1/conj and/CC/5/cc Niger/NNP/1/conj signed/VBD/6/ROOT "
        "it/PRP/6/obj",
        (3, 4, "LOC"), (5, 6, "LOC"),
    )  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (3, 5)] == [("nsubj", "signed"), ("conj", "Chad")]


def test_both_act_behind_as() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj fled/VBD/1/ROOT as/IN/4/case the/DT/4/det army/NN/1/obl and/CC/7/cc rebels/NNS/7/nsubj "
        "fought/VBD/1/conj"
    ))  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (4, 6)] == [("nsubj", "fought"), ("conj", "army")]


def test_said_is_a_name_inside_a_sentence() -> None:
    doc = mended(doc_of_tree(
        "Their/PRP$/1/nmod:poss leader/NN/2/nsubj Said/VBD/2/ROOT Nuri/NNP/4/nsubj agreed/VBD/2/ccomp to/TO/6/mark "
        "go/VB/4/xcomp"
    ))  # fmt: skip
    assert (doc[2].tag_, doc[4].dep_, doc[3].head.text) == ("NNP", "ROOT", "agreed")


def test_what_was_to_be_done_is_a_verb() -> None:
    doc = mended(doc_of_tree(
        "Chad/NNP/5/nsubj was/VBD/5/cop to/IN/5/case free/JJ/5/amod ten/CD/5/nummod men/NNS/5/ROOT ././5/punct"
    ))  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (0, 3, 5)] == [
        ("nsubj", "free"), ("ROOT", "free"), ("obj", "free"),
    ]  # fmt: skip


def test_over_is_no_part_of_the_number_of_those_handed_over() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj handed/VBD/1/ROOT over/RB/3/advmod ten/CD/1/obj captured/VBN/1/advcl men/NNS/4/obj "
        "to/IN/7/case us/PRP/4/obl"
    ))  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (2, 5, 7)] == [
        ("compound:prt", "handed"), ("obj", "handed"), ("obl", "handed"),
    ]  # fmt: skip


def test_the_week_before_a_post_is_when() -> None:
    doc = mended(doc_of_tree(
        "Last/JJ/1/amod week/NN/3/compound army/NN/3/compound chief/NN/5/nmod:desc Omar/NNP/5/compound Sow/NNP/6/nsubj "
        "quit/VBD/6/ROOT"
    ))  # fmt: skip
    assert (doc[1].dep_, doc[1].head.text) == ("obl:unmarked", "quit")


def test_a_day_after_something_is_no_day_of_its_doer() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj fled/VBD/1/ROOT a/DT/3/det day/NN/7/obl:unmarked after/IN/6/case each/DT/6/det "
        "side/NN/3/nmod accused/VBD/1/advcl him/PRP/7/obj"
    ))  # fmt: skip
    assert (doc[6].dep_, doc[6].head.text) == ("nsubj", "accused")


def test_what_is_ruled_out_is_no_clause_that_out_opens() -> None:
    doc = mended(doc_of_tree(
        "Chad/NNP/1/nsubj ruled/VBD/1/ROOT out/RP/3/mark sending/VBG/1/xcomp troops/NNS/3/obj"
    ))  # fmt: skip
    assert (doc[2].dep_, doc[2].head.text) == ("compound:prt", "ruled")


def test_a_group_before_which_has_done_it() -> None:
    doc = mended(doc_of_tree(
        "The/DT/1/det refusal/NN/7/nsubj of/IN/4/case the/DT/4/det junta/NN/1/nmod which/WDT/6/nsubj "
        "killed/VBD/1/acl:relcl hurt/VBD/7/ROOT us/PRP/7/obj"
    ))  # fmt: skip
    assert doc[6].head.text == "junta"


def test_who_is_accused_of_two_things_has_done_both() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj accused/VBD/1/ROOT men/NNS/1/obj of/IN/4/mark burning/VBG/2/acl homes/NNS/4/obj and/CC/8/cc "
        "of/IN/8/mark killing/VBG/1/conj ten/CD/8/obj"
    ))  # fmt: skip
    assert (doc[8].dep_, doc[8].head.text) == ("conj", "burning")


def test_a_second_clause_is_no_part_of_what_describes_the_first_noun() -> None:
    doc = mended(doc_of_tree(
        "Ten/CD/1/nummod captives/NNS/1/ROOT exchanged/VBN/1/acl ,/,/6/punct but/CC/6/cc fighting/NN/6/nsubj "
        "continues/VBZ/2/conj"
    ))  # fmt: skip
    assert doc[6].head.text == "captives"


def test_a_noun_is_no_auxiliary() -> None:
    doc = mended(doc_of_tree("Clashes/NNS/1/aux:pass continued/VBN/1/ROOT in/IN/3/case Goma/NNP/1/obl"))
    assert (doc[0].dep_, doc[1].tag_) == ("nsubj", "VBD")


def test_a_meeting_is_between_those_behind_its_place() -> None:
    doc = _named(
        "It/PRP/1/nsubj followed/VBD/1/ROOT a/DT/3/det meeting/NN/1/obj in/IN/5/case Lima/NNP/3/nmod "
        "between/IN/7/case envoys/NNS/1/obl",
        (5, 6, "LOC"),
    )
    assert doc[7].head.text == "meeting"


def test_whose_leader_acts_in_the_clause_of_whose() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj joined/VBD/1/ROOT a/DT/3/det band/NN/1/obj whose/WP$/5/nmod:poss leader/NN/3/conj "
        "surrendered/VBD/1/parataxis guns/NNS/6/obj"
    ))  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (5, 6)] == [("nsubj", "surrendered"), ("acl:relcl", "band")]


def test_numbers_count_the_dead_and_the_wounded() -> None:
    doc = mended(doc_of_tree(
        "They/PRP/1/nsubj had/VBD/1/ROOT losses/NNS/1/obj of/IN/4/case 12/CD/5/compound dead/JJ/1/obl and/CC/7/cc "
        "30/CD/8/nsubj wounded/JJ/1/xcomp"
    ))  # fmt: skip
    assert [(doc[at].dep_, doc[at].head.text) for at in (4, 7, 8)] == [
        ("nummod", "dead"), ("nummod", "wounded"), ("conj", "dead"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (("He/PRP/1/nsubj wept/VBD/3/ccomp ,/,/1/punct said/VBD/3/ROOT Amina/NNP/13/nsubj:pass ,/,/7/punct "
          "whose/WP$/7/nmod:poss son/NN/4/appos ,/,/10/punct a/DT/10/det guard/NN/7/appos ,/,/7/punct "
          "was/VBD/13/aux:pass hurt/VBN/3/ccomp"),
         {"Amina": ("nsubj", "said"), "son": ("nsubj:pass", "hurt"), "hurt": ("acl:relcl", "Amina")}),
        (("The/DT/1/det mayor/NN/6/nsubj:pass ,/,/4/punct whose/WP$/4/nmod:poss son/NN/1/appos was/VBD/6/aux:pass "
          "shot/VBN/6/ROOT ,/,/8/punct left/VBN/6/conj for/IN/10/case Rome/NNP/8/obl"),
         {"mayor": ("nsubj", "left"), "son": ("nsubj:pass", "shot"), "shot": ("acl:relcl", "mayor")}),
        (("The/DT/1/det mayor/NN/6/nsubj:pass ,/,/4/punct whose/WP$/4/nmod:poss son/NN/1/appos was/VBD/6/aux:pass "
          "shot/VBN/6/ROOT in/IN/8/case Rome/NNP/6/obl"),
         {"shot": ("ROOT", "shot")}),  # no other verb is left for the mayor
    ],
)  # fmt: skip
def test_whose_son_it_was_done_to(tree: str, expected: dict[str, tuple[str, str]]) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected
