"""How well the article is found on its page: characters of the body, and headlines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stages.scoring.annotations import Article, Span
from stages.scoring.figures import Figure
from stages.scoring.likeness import likeness

SAME_TITLE = 0.8  # share of words in common


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """Characters of all bodies together, the F1 of each document's, and headlines."""

    body: Figure
    f1_of: dict[str, float]
    titles_right: int
    titles_wanted: int

    @property
    def mean_f1(self) -> float:
        """The mean over documents; 0 without any."""
        return sum(self.f1_of.values()) / max(1, len(self.f1_of))

    @property
    def worst_f1(self) -> float:
        """The lowest of any document; 0 without any."""
        return min(self.f1_of.values(), default=0.0)


def articles_of(found: Iterable[Article], gold: Sequence[Article], raw_text: Mapping[str, str]) -> ArticleScores:
    """Compare the articles found with gold ones; `raw_text` is each document's raw text.

    A document for which nothing was found has an empty body, and its headline is not asked for.
    """
    found_of = {article.document: article for article in found}
    figures, titles_right, titles_wanted = {}, 0, 0
    for article in gold:
        mine = found_of.get(article.document)
        text = raw_text[article.document]
        figures[article.document] = body_figure(mine.body if mine else (), article.body, text)
        if article.title and mine:
            titles_wanted += 1
            titles_right += likeness(mine.title or "", article.title) >= SAME_TITLE
    total = Figure(
        sum(figure.right for figure in figures.values()),
        sum(figure.predicted for figure in figures.values()),
        sum(figure.wanted for figure in figures.values()),
    )
    return ArticleScores(total, {name: figure.f1 for name, figure in figures.items()}, titles_right, titles_wanted)


def body_figure(found: Iterable[Span], gold: Iterable[Span], text: str) -> Figure:
    """Characters that are no blanks, by their positions in the raw text."""
    here, there = _visible(found, text), _visible(gold, text)
    return Figure(len(here & there), len(here), len(there))


def _visible(spans: Iterable[Span], text: str) -> set[int]:
    return {at for start, end in spans for at in range(start, min(end, len(text))) if not text[at].isspace()}
