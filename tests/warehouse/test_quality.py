"""Tables judged by what they declare, each alone and all together."""

import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import TABLES
from schemas.table import Table
from tests.rows import document_id, rows_of, stored
from warehouse.quality import checks_over, judge, sample_of, sentence_of

CLAIMS, DOCUMENTS, EVENTS, MENTIONS = (TABLES[name] for name in ("claims", "documents", "events", "mentions"))


def failed(table: Table, *overrides: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """The sentences that rows break, each with the positions of the rows."""
    verdict = judge(table, rows_of(table, *overrides), "run")
    return {result.sentence: result.failing for result in verdict.results if not result.passed}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_valid_rows_of_every_table_pass(table: Table) -> None:
    rows = rows_of(table, count=3)
    verdict = judge(table, rows, "run")
    assert [result.sentence for result in verdict.results if not result.passed] == []
    assert verdict.kept.equals(rows)
    assert TABLES["checks"].of(verdict.checks).num_rows == len(verdict.results)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_no_rows_break_nothing(table: Table) -> None:
    assert all(result.passed for result in judge(table, table.empty(), "run").results)


@pytest.mark.parametrize(
    ("table", "rows", "broken"),
    [
        (CLAIMS, [{}, {"type_code": "picnic"}], {"type_code is a known event_types.type_code": (1,)}),
        (
            CLAIMS,
            [{"status": "rumoured"}, {}],
            {"status is one of asserted, unconfirmed, denied, possible, planned": (0,)},
        ),
        (CLAIMS, [{"count_low": 5, "count_high": 3}, {}], {"count_low is at most count_high": (0,)}),
        (CLAIMS, [{"count_low": 5, "count_high": None}, {}], {}),  # open above
        (CLAIMS, [{"count_low": -1}], {"count_low is at least 0": (0,)}),
        (
            CLAIMS,
            [{"date_low": date(2012, 8, 7), "date_high": date(2012, 8, 6)}],
            {"date_low is at most date_high": (0,)},
        ),
        (CLAIMS, [{"claim_id": "a"}, {"claim_id": "b"}, {"claim_id": "a"}], {"claim_id is unique": (0, 2)}),
        (
            MENTIONS,
            [{"rank_code": None}, {"rank_code": "grand_vizier"}],
            {"rank_code is a known ranks.rank_code": (1,)},
        ),
        (MENTIONS, [{"latitude": 91.0, "longitude": 0.0}], {"latitude is between -90 and 90": (0,)}),
        (DOCUMENTS, [{}, {"document_id": "no hash"}], {"document_id has the form ^[0-9a-f]{64}$": (1,)}),
        (DOCUMENTS, [{"kept_share": 1.5}], {"kept_share is between 0 and 1": (0,)}),
        (DOCUMENTS, [{"published_on": date(1812, 1, 1)}], {"published_on is at least 1900-01-01": (0,)}),
        (  # one row may break several sentences
            EVENTS,
            [{"claim_count": 0, "status": "sure"}],
            {
                "status is one of asserted, unconfirmed, denied, possible, planned": (0,),
                "claim_count is at least 1": (0,),
            },
        ),
    ],
)
def test_a_broken_rule_is_found_where_it_is_broken(
    table: Table, rows: list[dict[str, Any]], broken: dict[str, tuple[int, ...]]
) -> None:
    assert failed(table, *rows) == broken


def test_a_key_of_several_columns_is_unique_together() -> None:
    same, other = (
        {"stage": "documents", "run_id": "r", "batch_id": "b"},
        {"stage": "claims", "run_id": "r", "batch_id": "b"},
    )
    assert failed(TABLES["runs"], same, other, same) == {"run_id, stage, batch_id are unique together": (0, 2)}


def test_a_critical_failure_is_said_in_one_sentence() -> None:
    verdict = judge(CLAIMS, rows_of(CLAIMS, {"claim_id": "c1", "count_low": -4}, {}), "run")
    assert verdict.is_critical
    assert verdict.sentence == (
        "claims: count_low is at least 0: 1 of 2 rows fail, for example claim_id c1, count_low -4"
    )


def test_a_warning_stops_nothing_and_its_row_is_refused_with_the_reason() -> None:
    old = {"document_id": document_id("old"), "uri": "old.txt", "published_on": date(1812, 1, 1)}
    verdict = judge(DOCUMENTS, rows_of(DOCUMENTS, old, {}), "run")
    assert not verdict.is_critical
    assert verdict.sentence == ""
    assert verdict.kept["document_id"].to_pylist() == [document_id(1)]
    (reject,) = verdict.rejects
    assert (reject.stage, reject.document_id, reject.uri) == ("documents", document_id("old"), "old.txt")
    assert reject.reason_code == "failed_check"
    assert reject.detail == f"published_on is at least 1900-01-01 (document_id {document_id('old')})"


COUNTS = st.none() | st.integers(-3, 9)


@settings(max_examples=8)
@given(st.lists(st.tuples(COUNTS, COUNTS), max_size=8))
def test_every_row_is_kept_or_refused(counts: list[tuple[int | None, int | None]]) -> None:
    """And a kept row breaks nothing: judging what was kept refuses nobody."""
    rows = rows_of(EVENTS, *({"count_low": low, "count_high": high} for low, high in counts), count=0)
    verdict = judge(EVENTS, rows, "run")
    kept = verdict.kept["event_id"].to_pylist()
    refused = [rows["event_id"][position].as_py() for position in verdict.failing]
    assert sorted(kept + refused) == sorted(rows["event_id"].to_pylist())
    assert len(verdict.rejects) == len(refused)
    assert not judge(EVENTS, verdict.kept, "run").failing


def test_great_expectations_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*address: object) -> None:
        raise AssertionError(f"reached for the network: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    judge(DOCUMENTS, rows_of(DOCUMENTS, count=2), "run")
    assert list(tmp_path.iterdir()) == []


def test_a_sample_is_short() -> None:
    assert len(sample_of({"sentence": "word " * 500})) == 200


def test_a_sentence_without_an_example() -> None:
    check = {"table_name": "events", "check_name": "it holds", "failed_count": 2, "row_count": 3, "samples": []}
    assert sentence_of(check) == "events: it holds: 2 of 3 rows fail"


def checks_named(rows: list[dict[str, Any]], test: Callable[[dict[str, Any]], bool]) -> set[tuple[str, str]]:
    """Table and sentence of the checks that a test picks."""
    return {(row["table_name"], row["check_name"]) for row in rows if test(row)}


def test_no_tables_at_all_break_nothing() -> None:
    rows = checks_over({}, "run")
    assert checks_named(rows, lambda row: not row["passed"]) == set()
    assert TABLES["checks"].of(rows).num_rows == len(rows)


def test_a_figure_out_of_bounds_is_a_failed_check(tmp_path: Path) -> None:
    documents = [{"document_id": document_id(n), "kept_share": 0.01} for n in range(30)]
    rows = checks_over(stored(tmp_path, {"documents": documents}), "run")
    found = {row["severity"]: row for row in rows if row["check_name"] in KEPT_SHARES}
    assert set(found) == {"warning", "critical"}
    assert not any(row["passed"] for row in found.values())
    assert found["critical"]["samples"] == ["0.01"]


KEPT_SHARES = ("the mean share of text kept lies where news pages lie", "some of the text is kept")
