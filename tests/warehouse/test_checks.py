"""The sentences that must hold of all tables together: each finds what breaks it, and nothing in a sound world."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.rows import Row, document_id, stored
from warehouse.quality import checks_over
from warehouse.selects import select_in, selects_in

CHECKS = Path(__file__).parents[2] / "warehouse" / "checks"

# What was received: a menu, a headline, and one sentence in which an apostrophe was misread as three characters.
MENU = "Home | News"
RAW = f"{MENU}\nTwo officers flee\nA colonel and his aide left the army\nat Qasr, the mayorâ€™s office said on Monday."
TEXT = "Two officers flee\n\nA colonel and his aide left the army\nat Qasr, the mayor’s office said on Monday."
TITLE, BODY = TEXT.split("\n\n")
REPAIRED = TEXT.index("’")
RAW_TITLE, RAW_BODY, RAW_REPAIRED = RAW.index("Two"), RAW.index("A colonel"), RAW.index("â€™")
BODY_AT = TEXT.index("A colonel")
HERE = document_id("here")


def piece(start_char: int, raw_start_char: int, length: int, raw_length: int) -> Row:
    """One run of clean characters and the raw ones it stands for."""
    return {
        "start_char": start_char, "raw_start_char": raw_start_char, "length": length, "raw_length": raw_length,
    }  # fmt: skip


PIECES = [
    piece(0, RAW_TITLE, len(TITLE), len(TITLE)),
    piece(BODY_AT, RAW_BODY, REPAIRED - BODY_AT, REPAIRED - BODY_AT),
    piece(REPAIRED, RAW_REPAIRED, 1, 3),
    piece(REPAIRED + 1, RAW_REPAIRED + 3, len(TEXT) - REPAIRED - 1, len(TEXT) - REPAIRED - 1),
]
BLOCKS = [
    {"raw_start_char": 0, "raw_end_char": RAW_TITLE - 1, "is_kept": False, "kind": "furniture", "reason": "menu"},
    {"raw_start_char": RAW_TITLE, "raw_end_char": RAW_BODY - 1, "is_kept": True, "kind": "headline", "reason": None},
    {"raw_start_char": RAW_BODY, "raw_end_char": len(RAW), "is_kept": True, "kind": "paragraph", "reason": None},
]


def raw_span(words: str, role: str = "") -> Row:
    """Where words stand in the raw text."""
    start = RAW.index(words)
    return {f"{role}raw_start_char": start, f"{role}raw_end_char": start + len(words)}


def mention(words: str, **more: Any) -> Row:
    """A mention of words that were not repaired."""
    start = TEXT.index(words)
    return {
        "document_id": HERE, "text": words, "start_char": start, "end_char": start + len(words), **raw_span(words),
    } | more  # fmt: skip


def world() -> dict[str, list[Row]]:
    """A sound world: one document kept, one refused, one claim and its event."""
    sentence = {"raw_start_char": RAW_BODY, "raw_end_char": len(RAW), "document_id": HERE}
    received = {"document_id": HERE, "received_at": datetime(2012, 8, 10, tzinfo=UTC)}
    return {
        "landed": [received, {"document_id": document_id("empty")}],
        "raw_documents": [received | {"text": RAW}],
        "documents": [
            {"document_id": HERE, "text": TEXT, "pieces": PIECES, "blocks": BLOCKS, "published_on": date(2012, 8, 7)}
        ],
        "rejects": [{"stage": "raw_documents", "document_id": document_id("empty"), "reason_code": "empty"}],
        "parses": [{"document_id": HERE}],
        "sentences": [
            {"document_id": HERE, "text": TITLE, "start_char": 0, "end_char": len(TITLE), **raw_span(TITLE)},
            {"text": BODY, "start_char": BODY_AT, "end_char": len(TEXT), **sentence},
        ],
        "mentions": [
            mention("Qasr"),
            mention("army\nat", text="army at"),  # a blank may stand for a line break
            {
                "document_id": HERE, "text": "mayor’s", "start_char": TEXT.index("mayor"), "end_char": REPAIRED + 2,
                "raw_start_char": RAW.index("mayor"), "raw_end_char": RAW_REPAIRED + 4,
            },
        ],
        "claims": [
            {
                **sentence, "sentence": BODY.replace("\n", " "), "trigger": "left", **raw_span("left", "trigger_"),
                "source_text": "the mayor’s office", "source_raw_start_char": RAW.index("the mayor"),
                "source_raw_end_char": RAW.index(" said"), "actor_text": "A colonel and his aide",
                **raw_span("A colonel and his aide", "actor_"), "place_text": "Qasr", **raw_span("Qasr", "place_"),
                "rank_codes": ["colonel"], "date_low": date(2012, 8, 6), "date_high": date(2012, 8, 6),
            }
        ],
        "entities": [{"entity_id": "e", "rank_codes": ["colonel"]}],
        "events": [{"claim_count": 1}],
        "event_claims": [{"event_id": "events_event_id_0", "claim_id": "claims_claim_id_0"}],
    }  # fmt: skip


def broken_in(folder: Path, **changes: Any) -> dict[str, int]:
    """The sentences that break when rows of the world change: of a table, `rows=` or changes to its last row."""
    tables = world()
    for name, change in changes.items():
        tables[name] = change if isinstance(change, list) else [*tables[name][:-1], tables[name][-1] | change]
    rows = checks_over(stored(folder, tables), "run")
    return {row["check_name"]: row["failed_count"] for row in rows if not row["passed"]}


def test_nothing_breaks_in_a_sound_world(tmp_path: Path) -> None:
    assert broken_in(tmp_path) == {}


CASES: list[tuple[str, dict[str, Any]]] = [
    ("every_landed_item_is_decoded_or_refused", {"rejects": []}),
    ("every_raw_document_is_kept_or_refused", {"raw_documents": world()["raw_documents"] + [{}]}),
    ("every_document_is_parsed_or_refused", {"parses": []}),
    (
        "no_document_is_both_kept_and_refused",
        {"rejects": [*world()["rejects"], {"stage": "documents", "document_id": HERE, "reason_code": "too_short"}]},
    ),
    ("every_document_quotes_its_raw_text", {"raw_documents": {"text": RAW.replace("colonel", "general")}}),
    ("every_mention_quotes_its_document", {"mentions": {"text": "the mayor"}}),
    ("every_mention_points_into_the_raw_text", {"mentions": {"raw_start_char": RAW.index("mayor") + 1}}),
    ("every_mention_points_into_the_raw_text", {"mentions": {"raw_end_char": RAW_REPAIRED + 1}}),
    ("every_sentence_quotes_its_document", {"sentences": {"text": BODY[1:]}}),
    ("every_sentence_points_into_the_raw_text", {"sentences": {"raw_end_char": len(RAW) - 1}}),
    ("every_claim_stands_in_a_sentence", {"claims": {"raw_start_char": RAW_BODY + 2}}),
    ("every_claim_stands_in_a_sentence", {"claims": {"sentence": "A colonel left."}}),
    ("every_claim_holds_its_trigger", {"claims": {"trigger": "deserted"}}),
    ("every_span_of_a_claim_quotes_the_raw_text", {"claims": {"trigger_raw_end_char": RAW.index("left") + 3}}),
    ("every_span_of_a_claim_quotes_the_raw_text", {"claims": {"actor_text": "The colonel"}}),
    ("every_text_of_a_claim_has_its_place", {"claims": {"place_raw_start_char": None}}),
    (
        "no_claim_comes_from_a_dropped_block",
        {"documents": {"blocks": [block | {"is_kept": False} for block in BLOCKS]}},
    ),
    ("no_claim_is_dated_after_its_publication", {"claims": {"date_low": date(2012, 8, 9), "date_high": None}}),
    ("every_rank_of_a_claim_is_on_the_ladder", {"claims": {"rank_codes": ["colonel", "grand_vizier"]}}),
    ("every_rank_of_an_entity_is_on_the_ladder", {"entities": {"rank_codes": ["grand_vizier"]}}),
    ("every_event_has_the_claims_it_counts", {"events": {"claim_count": 2}}),
    ("every_event_has_the_claims_it_counts", {"event_claims": []}),
    ("every_claim_is_of_the_type_of_its_event", {"events": {"type_code": "protest"}}),
    ("no_copy_is_copied", {"duplicates": [{"document_id": HERE, "copies_document_id": HERE}]}),
    (
        "no_document_is_published_after_it_was_received",
        {"raw_documents": {"received_at": datetime(2012, 8, 1, tzinfo=UTC)}},
    ),
    ("every_correction_is_applied", {"corrections": [{"outcome": "guard_failed"}]}),
    ("no_two_sentences_overlap", {"sentences": [*world()["sentences"], {**world()["sentences"][1]}]}),
]


@pytest.mark.parametrize(("check", "changes"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_breaks_a_sentence_is_found(tmp_path: Path, check: str, changes: dict[str, Any]) -> None:
    assert select_in(CHECKS / f"{check}.sql").purpose in broken_in(tmp_path, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"claims": {"date_low": date(2012, 8, 9), "date_high": None, "status": "planned"}},  # it may lie ahead
        {"claims": {"date_low": date(2012, 8, 9), "date_high": None, "status": "possible"}},
        {  # they call today for what is to be done then
            "claims": {"date_low": date(2012, 8, 9), "date_high": None, "type_code": "appeal"},
            "events": {"type_code": "appeal"},
        },
        {"claims": {"date_low": date(2012, 8, 8), "date_high": None}},  # the day has begun in another time zone
        {"claims": {"date_low": None, "date_high": None}},
        {"claims": {"place_text": None, "place_raw_start_char": None, "place_raw_end_char": None}},
    ],
)
def test_what_is_allowed_breaks_nothing(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert broken_in(tmp_path, **changes) == {}


def test_every_sentence_has_a_case() -> None:
    assert {select.name for select in selects_in(CHECKS)} == {check for check, _ in CASES}


def test_failing_rows_are_counted_and_sampled(tmp_path: Path) -> None:
    claims = [world()["claims"][0] | {"rank_codes": [f"rank{n}"]} for n in range(7)]
    rows = checks_over(stored(tmp_path, world() | {"claims": claims}), "run")
    (row,) = [row for row in rows if row["check_name"] == "every rank code of a claim is on the ladder"]
    assert (row["row_count"], row["failed_count"], len(row["samples"])) == (7, 7, 5)


def test_only_fresh_batches_are_judged_row_by_row(tmp_path: Path) -> None:
    """What spans batches, such as a key that two of them hold, is judged over all."""
    bad = world()["claims"][0] | {"rank_codes": ["grand_vizier"]}
    tables = world() | {"claims": [bad]}
    old, new = stored(tmp_path / "old", tables), stored(tmp_path / "new", tables)
    renamed = {name: paths[0].rename(paths[0].with_name(_batch_file(name))) for name, paths in new.items()}
    paths = {name: [*old[name], renamed[name]] for name in old}
    ranks, keys = "every rank code of a claim is on the ladder", "claim_id is unique over all batches"
    for fresh, judged in ((None, 2), (["1"], 1), ([], 0)):
        rows = {row["check_name"]: row for row in checks_over(paths, "run", fresh=fresh)}
        assert (rows[ranks]["row_count"], rows[ranks]["failed_count"]) == (judged, judged)
        assert rows[keys]["failed_count"] == 1
        refused = rows["every item received is decoded, or refused with a reason"]
        assert (refused["row_count"], refused["failed_count"]) == (2 * judged, 0)


def _batch_file(table: str) -> str:
    return "batch=raw_documents-1.parquet" if table == "rejects" else "batch=1.parquet"
