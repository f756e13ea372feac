import pytest

from stages.scoring.annotations import Article, Statement
from stages.scoring.records import annotated, article_of, record_of, statement_of

RECORD = {
    "doc": "a.txt", "type": "defection", "trigger": "fled", "start": 3, "end": 40, "status": "asserted",
    "source": "an officer", "actor": "two pilots", "target": None, "recipient": "", "ranks": ["pilot"], "count_low": 2,
    "count_high": 2, "place": None, "destination": "Jordan", "date_text": None, "date": None,
}  # fmt: skip


def test_a_record_of_a_claim_comes_back() -> None:
    assert record_of(statement_of(RECORD)) == {**RECORD, "recipient": None}


def test_a_missing_field_is_named() -> None:
    with pytest.raises(KeyError, match="end"):
        statement_of({"doc": "a.txt", "type": "defection", "start": 3})


def test_doubt_and_further_places_are_read() -> None:
    statement = statement_of({**RECORD, "optional": True, "alts": [[50, 80]]})
    assert statement.is_optional
    assert statement.spans == ((3, 40), (50, 80))


def test_a_record_of_an_article() -> None:
    assert article_of({"doc": "a.txt", "title": None, "body": [[0, 9]]}) == Article("a.txt", None, ((0, 9),))


def test_types_that_gold_does_not_annotate_are_left_out() -> None:
    support, aid = Statement("a.txt", "support", 0, 9), Statement("a.txt", "aid", 0, 9)
    assert annotated([support, aid], []) == (aid,)
    assert annotated([support, aid], [support]) == (support, aid)
