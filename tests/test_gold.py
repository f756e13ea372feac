"""The gold of the bundled corpus: every span quotes its page, every code is known, nothing contradicts itself."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import seeds
from schemas.columns import STATUSES

GOLD = Path(__file__).parent / "gold"
Row = dict[str, Any]


@cache
def rows_of(name: str) -> tuple[Row, ...]:
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def pages() -> dict[str, str]:
    """The decoded text of every page that has gold, by file name."""
    return {row["doc"]: (seeds.ARTICLES / row["doc"]).read_bytes().decode(row["encoding"]) for row in rows_of("index")}


def sentence_of(claim: Row) -> str:
    return pages()[claim["doc"]][claim["start"] : claim["end"]]


@pytest.mark.parametrize("name", ["gold", "body", "entities"])
def test_gold_speaks_of_indexed_pages_only(name: str) -> None:
    assert {row["doc"] for row in rows_of(name)} <= set(pages())


def test_codes_of_the_claims_are_known() -> None:
    claims = rows_of("gold")
    assert {claim["type"] for claim in claims} <= set(seeds.load("event_types")["type_code"].to_pylist())
    assert {claim["status"] for claim in claims} <= set(STATUSES)


def test_sentence_of_a_claim_is_trimmed_and_stays_in_one_line() -> None:
    for claim in rows_of("gold"):
        sentence = sentence_of(claim)
        assert sentence
        assert sentence == sentence.strip()
        assert "\n" not in sentence


@pytest.mark.parametrize("field", ["trigger", "actor", "target", "recipient", "place", "destination", "date_text"])
def test_words_of_a_claim_stand_in_its_sentence(field: str) -> None:
    astray = [claim for claim in rows_of("gold") if claim[field] and claim[field] not in sentence_of(claim)]
    assert not astray


def test_source_of_a_claim_stands_in_its_page() -> None:
    assert not [claim for claim in rows_of("gold") if claim["source"] and claim["source"] not in pages()[claim["doc"]]]


def test_counts_run_from_low_to_high() -> None:
    ranges = [(claim["count_low"], claim["count_high"]) for claim in rows_of("gold")]
    closed = [(low, high) for low, high in ranges if low is not None and high is not None]
    assert all(low <= high for low, high in closed)
    assert len(closed) < len(ranges)  # some claims give no number, and null must not read as nought


def test_only_planned_or_possible_claims_are_dated_after_their_page() -> None:
    published = {row["doc"]: row["published"] for row in rows_of("index")}
    late = [claim for claim in rows_of("gold") if claim["date"] and claim["date"] > published[claim["doc"]]]
    assert {claim["status"] for claim in late} <= {"planned", "possible"}


def test_claims_lie_within_the_article() -> None:
    body = {row["doc"]: row["body"] for row in rows_of("body")}
    for claim in rows_of("gold"):
        assert any(start <= claim["start"] and claim["end"] <= end for start, end in body[claim["doc"]])


def test_article_ranges_are_in_order_and_hold_the_headline() -> None:
    for row in rows_of("body"):
        text = pages()[row["doc"]]
        offsets = [offset for span in row["body"] for offset in span]
        assert offsets == sorted(offsets)
        assert offsets[-1] <= len(text)
        assert row["title"] in "\n".join(text[start:end] for start, end in row["body"])


def test_names_quote_their_page() -> None:
    for name in rows_of("entities"):
        assert pages()[name["doc"]][name["start"] : name["end"]] == name["text"]
        assert name["label"] in {"PERSON", "ORG", "LOC"}


def test_pages_about_nothing_of_the_kind_carry_no_claims() -> None:
    negatives = {row["doc"] for row in rows_of("index") if row["negative"]}
    assert negatives
    assert not negatives & {claim["doc"] for claim in rows_of("gold")}


def test_every_other_page_carries_claims() -> None:
    positives = {row["doc"] for row in rows_of("index") if not row["negative"]}
    assert positives == {claim["doc"] for claim in rows_of("gold")}
