"""All figures of one evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stages.scoring.annotations import Annotations
from stages.scoring.articles import ArticleScores, articles_of
from stages.scoring.claims import ClaimScores, claims_of
from stages.scoring.figures import Figure
from stages.scoring.names import names_of


@dataclass(frozen=True, slots=True)
class Scores:
    """What was compared and how well it agrees; articles and names are null where gold has none."""

    found: Annotations
    gold: Annotations
    documents: int
    negatives: int
    claims: ClaimScores
    articles: ArticleScores | None
    names: dict[str, Figure] | None


def scores_of(
    found: Annotations, gold: Annotations, is_negative: Mapping[str, bool], raw_text: Mapping[str, str]
) -> Scores:
    """Compare over the documents that `is_negative` names.

    Types that the gold nowhere has but the pipeline codes are left to the caller to leave out.
    """
    gold = _within(gold, is_negative)
    found = _within(found, is_negative)
    return Scores(
        found=found,
        gold=gold,
        documents=len(is_negative),
        negatives=sum(is_negative.values()),
        claims=claims_of(found.statements, gold.statements, is_negative, gold.articles),
        articles=articles_of(found.articles, gold.articles, raw_text) if gold.articles else None,
        names=names_of(found.names, gold.names, gold.articles) if gold.names else None,
    )


def _within(annotations: Annotations, documents: Mapping[str, bool]) -> Annotations:
    return replace(
        annotations,
        statements=tuple(each for each in annotations.statements if each.document in documents),
        names=tuple(each for each in annotations.names if each.document in documents),
        articles=tuple(each for each in annotations.articles if each.document in documents),
    )
