from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.scoring.annotations import Statement
from stages.scoring.matching import matched, paired

GOLD = Statement("a.txt", "killing", 0, 100, trigger="killed", status="asserted", actor="the army")
types = st.sampled_from(["killing", "attack", "protest", "talks"])
statements = st.lists(
    st.builds(
        Statement,
        st.sampled_from(["a.txt", "b.txt"]),
        types,
        st.integers(0, 60),
        st.integers(61, 120),
        is_optional=st.booleans(),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("changes", "strictly", "in_family"),
    [
        ({}, 1, 1),
        ({"type_code": "attack"}, 0, 1),  # one family: found, with the wrong type
        ({"type_code": "talks"}, 0, 0),
        ({"document": "b.txt"}, 0, 0),
        ({"start_char": 40, "end_char": 140}, 1, 1),  # sixty of a hundred characters
        ({"start_char": 60, "end_char": 160}, 0, 0),  # forty of a hundred
        ({"start_char": 90, "end_char": 100}, 1, 1),  # the shorter one counts
    ],
)
def test_what_is_the_same_statement(changes: dict[str, object], strictly: int, in_family: int) -> None:
    found = replace(GOLD, **changes)  # type: ignore[arg-type]
    assert matched([found], [GOLD], is_strict=True).figure.right == strictly
    assert matched([found], [GOLD], is_strict=False).figure.right == in_family


def test_a_headline_printed_twice_may_be_found_at_either_place() -> None:
    gold = replace(GOLD, others=((500, 600),))
    assert matched([replace(GOLD, start_char=510, end_char=600)], [gold], is_strict=True).figure.right == 1


@pytest.mark.parametrize(
    ("better", "why"),
    [
        ({"trigger": "killed"}, "the trigger"),
        ({"trigger": None, "actor": "the army"}, "the actor, when no trigger is known"),
    ],
)
def test_the_better_of_two_is_taken(better: dict[str, object], why: str) -> None:
    worse = replace(GOLD, trigger="died" if "actor" not in better else None, actor="rebels")
    pairs = paired([worse, replace(worse, **better)], [GOLD], is_strict=True)  # type: ignore[arg-type]
    assert [pair.found for pair in pairs] == [1], why


def test_a_doubtful_statement_is_neither_asked_for_nor_punished() -> None:
    doubtful = replace(GOLD, is_optional=True)
    found = matched([GOLD], [doubtful], is_strict=True).figure
    missed = matched([], [doubtful], is_strict=True).figure
    assert (found.right, found.predicted, found.wanted) == (0, 0, 0)
    assert (missed.precision, missed.recall) == (1.0, 1.0)


@given(statements, statements)
def test_pairs_are_one_to_one(found: list[Statement], gold: list[Statement]) -> None:
    pairs = paired(found, gold, is_strict=False)
    assert len({pair.found for pair in pairs}) == len({pair.wanted for pair in pairs}) == len(pairs)


@given(statements)
def test_gold_against_itself_is_perfect(gold: list[Statement]) -> None:
    figure = matched(gold, gold, is_strict=True).figure
    assert figure.precision == figure.recall == 1.0
