import pytest

from stages.scoring.annotations import Article
from stages.scoring.articles import articles_of, body_figure

TEXT = "Menu\nTwo men left.\nShare"


@pytest.mark.parametrize(
    ("found", "figure"),
    [
        (((5, 18),), (11, 11, 11)),  # blanks do not count
        (((0, 18),), (11, 15, 11)),  # the menu taken in
        (((5, 8), (8, 18)), (11, 11, 11)),  # in pieces
        ((), (0, 0, 11)),
    ],
)
def test_characters_of_the_body(found: tuple[tuple[int, int], ...], figure: tuple[int, int, int]) -> None:
    made = body_figure(found, [(5, 18)], TEXT)
    assert (made.right, made.predicted, made.wanted) == figure


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Two men left", 1),
        ("two men left.", 1),  # case and full stops do not count
        ("Menu", 0),
        (None, 0),
    ],
)
def test_headlines(title: str | None, right: int) -> None:
    gold = Article("a.txt", "Two men left.", ((5, 18),))
    scores = articles_of([Article("a.txt", title, ((5, 18),))], [gold], {"a.txt": TEXT})
    assert (scores.titles_right, scores.titles_wanted) == (right, 1)


def test_a_refused_page_has_no_body() -> None:
    scores = articles_of([], [Article("a.txt", "Two men left.", ((5, 18),))], {"a.txt": TEXT})
    assert scores.worst_f1 == 0.0
    assert scores.titles_wanted == 0
