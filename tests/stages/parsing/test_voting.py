"""The vote on trees: majorities, ties and what makes no tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.parsing.voting import Tree, is_tree, voted

FIRST: Tree = [(1, "nsubj"), (1, "ROOT"), (1, "obj")]
SECOND: Tree = [(1, "nsubj"), (1, "ROOT"), (0, "nmod")]
THIRD: Tree = [(1, "nsubj:pass"), (1, "ROOT"), (0, "nmod")]
# 0 under 1, 1 under 2 and 2 under 0 have two votes each; so has 4 under 3, which the first lacks.
ROUND: list[Tree] = [
    [(1, "a"), (2, "a"), (3, "a"), (3, "ROOT"), (0, "a")],
    [(3, "a"), (2, "a"), (0, "a"), (3, "ROOT"), (3, "a")],
    [(1, "a"), (3, "a"), (0, "a"), (3, "ROOT"), (3, "a")],
]


@pytest.mark.parametrize(
    ("trees", "expected", "why"),
    [
        ([FIRST], FIRST, "one parser decides alone"),
        ([FIRST, SECOND], FIRST, "the first decides between two"),
        ([FIRST, SECOND, THIRD], SECOND, "two heads against one, and two relations against one"),
        ([THIRD, FIRST, SECOND], SECOND, "whoever comes first"),
        (
            [[(1, "a"), (1, "ROOT"), (1, "x")], [(1, "b"), (1, "ROOT"), (1, "y")], [(1, "c"), (1, "ROOT"), (1, "y")]],
            [(1, "a"), (1, "ROOT"), (1, "y")],
            "the head by all, its name by those who have that head",
        ),
        (ROUND, ROUND[1], "the arcs of the most run in a circle: the first of the trees that have most of them"),
    ],
)
def test_most_parsers_decide(trees: list[Tree], expected: Tree, why: str) -> None:
    assert list(voted(trees)) == list(expected), why


@pytest.mark.parametrize(
    ("heads", "expected"),
    [((0,), True), ((1, 1), True), ((0, 1), False), ((1, 0), False), ((1, 2, 0, 3), False), ((3, 0, 1, 3), True)],
)
def test_a_tree_has_one_root_that_all_lead_up_to(heads: tuple[int, ...], expected: bool) -> None:
    assert is_tree([(head, "dep") for head in heads]) is expected


@st.composite
def trees(draw: st.DrawFn, size: int) -> Tree:
    """A tree over so many words: each word in a drawn order hangs on one drawn before it."""
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for at in range(1, size):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    return [(heads[at], draw(st.sampled_from(["nsubj", "obj", "obl"]))) for at in range(size)]


@given(st.integers(1, 7).flatmap(lambda size: st.lists(trees(size), min_size=1, max_size=5)))
def test_a_vote_is_always_a_tree_and_of_arcs_that_somebody_gave(given_trees: list[Tree]) -> None:
    made = voted(given_trees)
    assert is_tree(made)
    assert all(arc in arcs for arc, arcs in zip(made, map(set, zip(*given_trees, strict=True)), strict=True))
