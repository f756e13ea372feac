"""How well names are found: exact and overlapping spans, inside the article and anywhere."""

from collections.abc import Iterable, Sequence

from stages.scoring.annotations import Article, Name
from stages.scoring.figures import Figure

LABELS = ("PERSON", "ORG", "LOC")


def names_of(found: Iterable[Name], gold: Sequence[Name], articles: Iterable[Article]) -> dict[str, Figure]:
    """Figures by what is measured, over the documents whose names are annotated; doubtful names count nowhere."""
    documents = {name.document for name in gold}
    kept = _distinct(name for name in found if name.document in documents and name.label in LABELS)
    article_of = {article.document: article for article in articles}
    inside = [name for name in kept if _is_inside(name, article_of.get(name.document))]
    wanted = [name for name in gold if not name.is_optional]
    doubtful = [name for name in gold if name.is_optional]
    figures = {
        "exact span, in the article": exact(inside, wanted, doubtful),
        "overlapping span, in the article": overlapping(inside, wanted, doubtful),
        "exact span, anywhere": exact(kept, wanted, doubtful),
        "overlapping span, anywhere": overlapping(kept, wanted, doubtful),
    }
    for label in LABELS:
        figures[label] = exact(
            [name for name in inside if name.label == label], [name for name in wanted if name.label == label], doubtful
        )
    return figures


def wrong_names(
    found: Iterable[Name], gold: Sequence[Name], articles: Iterable[Article]
) -> tuple[list[Name], list[Name]]:
    """The names inside articles that are false, and those that are missed, by exact span and label."""
    article_of = {article.document: article for article in articles}
    documents = {name.document for name in gold}
    inside = [
        name
        for name in _distinct(found)
        if name.document in documents and _is_inside(name, article_of.get(name.document))
    ]
    wanted = [name for name in gold if not name.is_optional]
    right = {name.exactly for name in wanted}
    seen = {name.exactly for name in inside}
    judged = _judged(inside, wanted, [name for name in gold if name.is_optional])
    return [name for name in judged if name.exactly not in right], [name for name in wanted if name.exactly not in seen]


def exact(found: Sequence[Name], wanted: Sequence[Name], doubtful: Sequence[Name]) -> Figure:
    """Names with the right span and label."""
    right = {name.exactly for name in wanted}
    judged = _judged(found, wanted, doubtful)
    return Figure(sum(name.exactly in right for name in judged), len(judged), len(wanted))


def overlapping(found: Sequence[Name], wanted: Sequence[Name], doubtful: Sequence[Name]) -> Figure:
    """Names with the right label that share a character with a gold one, one to one in document order."""
    judged = _judged(found, wanted, doubtful)
    left = list(wanted)
    right = 0
    for name in sorted(judged, key=lambda each: (each.document, each.start_char)):
        met = next((gold for gold in left if gold.label == name.label and name.meets(gold)), None)
        if met is not None:
            left.remove(met)
            right += 1
    return Figure(right, len(judged), len(wanted))


def _judged(found: Sequence[Name], wanted: Sequence[Name], doubtful: Sequence[Name]) -> list[Name]:
    """What counts: a name that meets a doubtful one only when it is exactly right."""
    right = {name.exactly for name in wanted}
    return [name for name in found if name.exactly in right or not any(name.meets(other) for other in doubtful)]


def _distinct(names: Iterable[Name]) -> list[Name]:
    return list({name.exactly: name for name in names}.values())


def _is_inside(name: Name, article: Article | None) -> bool:
    return article is None or article.holds(name.start_char, name.end_char)
