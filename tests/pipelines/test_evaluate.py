"""Evaluation from end to end: pages in a folder, gold beside them, figures out."""

from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from pipelines.evaluate import evaluate
from pipelines.scratch import lend_gazetteers
from stages.scoring.figures import Figure
from stages.scoring.records import record_of
from stages.scoring.scores import Scores
from warehouse.gold import NoGold, write_records
from warehouse.scores import scores_in

ARTICLE = """Colonel and ten soldiers desert in Tabka

TABKA, 3 March 2013 - A colonel and ten soldiers deserted from the army in Tabka on Sunday, a rebel spokesman said.

Government troops arrested six villagers in Mansura and shelled the town of Safira, killing four people.

The defence ministry denied that any officer had defected.
"""
RECIPE = """Lentil soup for a cold evening

Rinse the lentils under cold water, then leave them in a bowl while the onions brown slowly in the pan.

Stir in the cumin, add the stock and let the soup simmer gently for forty minutes before you serve it.
"""
TITLE = "Colonel and ten soldiers desert in Tabka"
MISSED = {"doc": "lost.txt", "type": "protest", "trigger": "marched", "start": 0, "end": 40, "status": "asserted"}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Two evaluations of the same pages: against one missed claim, and against what the first one found."""

    first: Scores
    perfect: Scores
    gold: Path
    printed: str


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory, lender: Path) -> Evaluation:
    folder = tmp_path_factory.mktemp("evaluation")
    pages, gold, scratch = folder / "pages", folder / "gold", folder / "scratch"
    pages.mkdir()
    gold.mkdir()
    lend_gazetteers(lender, scratch / "data")
    (pages / "news.txt").write_text(ARTICLE, encoding="utf-8")
    (pages / "soup.txt").write_text(RECIPE, encoding="utf-8")
    (pages / "lost.txt").write_bytes(bytes(range(256)) * 8)
    negative = {"news.txt": False, "soup.txt": True, "lost.txt": False, "elsewhere.txt": False}
    bodies = {"news.txt": (TITLE, len(ARTICLE)), "soup.txt": ("Lentil soup for a cold evening", len(RECIPE))}
    write_records(gold / "index.jsonl", [{"doc": name, "negative": value} for name, value in negative.items()])
    write_records(
        gold / "body.jsonl",
        [{"doc": name, "title": title, "body": [[0, length]]} for name, (title, length) in bodies.items()],
    )
    write_records(gold / "gold.jsonl", [MISSED])
    with redirect_stdout(StringIO()) as printed:
        first = evaluate(gold, [str(pages)], None, 5, scratch)
        write_records(gold / "gold.jsonl", [record_of(each) for each in first.claims.found])
        perfect = evaluate(gold, [str(pages)], None, 0, scratch, warehouse=folder)
    return Evaluation(first, perfect, gold, printed.getvalue())


def test_documents_that_were_not_given_are_not_judged(evaluation: Evaluation) -> None:
    assert (evaluation.first.documents, evaluation.first.negatives) == (3, 1)


def test_a_page_that_was_refused_counts_as_missed(evaluation: Evaluation) -> None:
    claims = evaluation.first.claims
    assert [each.document for each in claims.missed_claims] == ["lost.txt"]
    assert claims.detection.figure == Figure(0, len(claims.found), 1)


def test_claims_are_found_in_the_article_and_not_in_the_recipe(evaluation: Evaluation) -> None:
    claims = evaluation.first.claims
    assert {"defection", "arrest"} <= {each.type_code for each in claims.found}
    assert claims.false_in == {"soup.txt": 0}
    for each in claims.found:
        assert each.trigger is not None
        assert each.trigger in ARTICLE[each.start_char : each.end_char]


def test_what_was_found_against_itself_is_a_perfect_sheet(evaluation: Evaluation) -> None:
    claims = evaluation.perfect.claims
    for figure in (
        claims.detection.figure,
        claims.strict.figure,
        claims.roles,
        claims.record,
        *claims.of_type.values(),
    ):
        assert figure.precision == figure.recall == 1.0
    assert all(slot.accuracy == 1.0 for slot in claims.slots.values() if slot.wanted)
    assert not any(slot.filled for slot in claims.slots.values())


def test_the_article_is_found(evaluation: Evaluation) -> None:
    articles = evaluation.first.articles
    assert articles is not None
    assert articles.body.f1 == 1.0
    assert articles.titles_right == 2


def test_the_figures_are_kept_where_asked_for(evaluation: Evaluation) -> None:
    kept = {row["measure"]: row for row in scores_in(evaluation.gold.parent).to_pylist()}
    for measure in ("strict type", "whole record"):
        assert kept[measure]["right_count"] == kept[measure]["predicted_count"] == kept[measure]["wanted_count"] > 0
    assert kept["characters of the body"]["wanted_count"] > 0


def test_the_figures_are_printed_as_plain_text(evaluation: Evaluation) -> None:
    assert "3 documents, 1 of them negative; 1 gold claims (0 optional)" in evaluation.printed
    for line in ("who did what to whom", "whole record", "characters of the body", "missed claims: 1 of 1"):
        assert line in evaluation.printed
    assert "\x1b" not in evaluation.printed


def test_gold_of_other_documents_is_said_in_a_sentence(evaluation: Evaluation, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(NoGold, match=r"none of the 4 annotated documents, such as news\.txt, is among those given"):
        evaluate(evaluation.gold, [str(tmp_path)], None, 0, evaluation.gold.parent / "other")
