"""Trees from scores: always one, and always the best."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stages.parsing.trees import Scores, best_tree


@st.composite
def scores(draw: st.DrawFn) -> Scores:
    words = draw(st.integers(1, 5))
    numbers = st.floats(-4, 4, width=32).map(lambda number: round(number, 2))
    made: Scores = draw(arrays(np.float32, (words, words + 1), elements=numbers))
    return made


def is_tree(heads: Sequence[int]) -> bool:
    """Whether one word has no head and every other leads up to it."""

    def leads_up(word: int) -> bool:
        for _ in heads:
            word = heads[word - 1] if word else 0
        return word == 0

    return list(heads).count(0) == 1 and all(leads_up(word) for word in range(1, len(heads) + 1))


def likelihood(given_scores: Scores, heads: Sequence[int]) -> float:
    """The sum of the logarithms of how likely each head is among those that the word might have."""
    total = 0.0
    for word, head in enumerate(heads):
        others = np.delete(given_scores[word].astype(float), word + 1)
        total += float(given_scores[word, head]) - float(np.log(np.exp(others).sum()))
    return total


@given(scores())
def test_the_tree_is_the_best_of_all(given_scores: Scores) -> None:
    found = best_tree(given_scores)
    assert is_tree(found)
    trees = [heads for heads in product(range(len(found) + 1), repeat=len(found)) if is_tree(heads)]
    best = max(likelihood(given_scores, heads) for heads in trees)
    assert likelihood(given_scores, found) >= best - 1e-4


def test_the_likeliest_heads_are_taken_where_they_are_a_tree() -> None:
    assert best_tree(np.array([[0, 0, 5], [9, 0, 0]])) == [2, 0]


def test_a_circle_is_broken_where_it_costs_least() -> None:
    circle = np.array([[1, 0, 8, 0], [0, 8, 0, 3], [9, 0, 0, 0]])
    assert best_tree(circle) == [2, 3, 0]


def test_there_is_one_top() -> None:
    assert best_tree(np.array([[9, 0, 2], [9.5, 1, 0]])) == [2, 0]


def test_no_words_are_no_tree() -> None:
    assert best_tree(np.zeros((0, 1))) == []
