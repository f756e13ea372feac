import pytest

from stages.scoring.annotations import Article, Name
from stages.scoring.names import names_of, wrong_names

GOLD = (Name("a.txt", 10, 20, "PERSON"), Name("a.txt", 30, 40, "ORG"), Name("a.txt", 50, 60, "LOC", is_optional=True))
ARTICLE = Article("a.txt", None, ((5, 100),))


@pytest.mark.parametrize(
    ("found", "exact", "overlapping"),
    [
        (Name("a.txt", 10, 20, "PERSON"), (1, 1), (1, 1)),
        (Name("a.txt", 6, 20, "PERSON"), (0, 1), (1, 1)),  # the title taken in
        (Name("a.txt", 10, 20, "ORG"), (0, 1), (0, 1)),
        (Name("a.txt", 50, 60, "LOC"), (0, 0), (0, 0)),  # doubtful: counts nowhere
        (Name("a.txt", 0, 4, "LOC"), (0, 0), (0, 0)),  # in the menu
        (Name("b.txt", 10, 20, "PERSON"), (0, 0), (0, 0)),  # in a page without annotated names
        (Name("a.txt", 10, 20, "DATE"), (0, 0), (0, 0)),
    ],
)
def test_one_found_name(found: Name, exact: tuple[int, int], overlapping: tuple[int, int]) -> None:
    figures = names_of([found], GOLD, [ARTICLE])
    for measure, (right, predicted) in (("exact", exact), ("overlapping", overlapping)):
        figure = figures[f"{measure} span, in the article"]
        assert (figure.right, figure.predicted, figure.wanted) == (right, predicted, 2)


def test_wrong_names_are_listed() -> None:
    false = Name("a.txt", 6, 20, "PERSON")
    assert wrong_names([false, GOLD[1]], GOLD, [ARTICLE]) == ([false], [GOLD[0]])


def test_names_outside_the_article_count_anywhere() -> None:
    assert names_of([Name("a.txt", 0, 4, "LOC")], GOLD, [ARTICLE])["exact span, anywhere"].predicted == 1


def test_the_same_name_twice_counts_once() -> None:
    assert names_of([GOLD[0], GOLD[0]], GOLD, [ARTICLE])["PERSON"].precision == 1.0
