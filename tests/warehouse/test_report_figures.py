"""The figures of the report: how rows are summed, drawn and judged."""

from array import array
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rows import document_id, views_over
from warehouse.site.catalogue import number
from warehouse.site.charts import Bar, bars, series_class, ticks_up_to
from warehouse.site.defections import counted_by, months_of, persons_of
from warehouse.site.marks import Span, pieces_of
from warehouse.site.overview import columns_of
from warehouse.site.pages import ROLES, aspects_of, links_of
from warehouse.site.rows import Reader
from warehouse.site.search import base36, packed_of, words_of


@pytest.mark.parametrize(
    ("top", "ticks"),
    [(0, [0, 1]), (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (7, [0, 2, 4, 6, 8]), (1234, [0, 500, 1000, 1500])],
)
def test_ticks_are_round_and_reach_the_top(top: float, ticks: list[float]) -> None:
    assert ticks_up_to(top) == ticks


@given(st.floats(min_value=0.01, max_value=1e9))
def test_ticks_always_reach_the_top_in_few_steps(top: float) -> None:
    ticks = ticks_up_to(top)
    assert ticks[-1] >= top
    assert len(ticks) <= 7


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["kept", "person", "trigger"])))


@given(st.text(max_size=40), SPANS)
def test_pieces_join_to_the_text_and_quote_every_span(text: str, drawn: list[tuple[int, int, str]]) -> None:
    spans = [Span(start, end, kind, str(number)) for number, (start, end, kind) in enumerate(drawn)]
    pieces = pieces_of(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    for span in spans:
        if span.start < span.end <= len(text):
            assert "".join(piece.text for piece in pieces if span in piece.spans) == text[span.start : span.end]
            assert sum(span in piece.starts for piece in pieces) == 1


def event(**changes: object) -> dict[str, object]:
    """An event of defection with a day and a number, changed as told."""
    day = date(2012, 5, 3)
    return {
        "count_low": 5, "count_high": 5, "date_low": day, "date_high": day, "is_dated": True,
        "first_reported_on": None, "unit_texts": [], **changes,
    }  # fmt: skip


TOLD = {"status": "asserted", "type_code": "defection", "is_total": False}
DAY = date(2012, 5, 3)


@pytest.mark.parametrize(
    ("given", "low", "high"),
    [
        ([({}, {}), ({"count_low": 3, "count_high": 9}, {})], 8, 14),
        ([({"count_high": None}, {})], 5, 5),  # open above adds its least to both: the page says how many are open
        ([({"count_low": None}, {})], 0, 5),
        ([({"count_low": None, "count_high": None}, {})], 0, 0),  # no number adds nothing
        ([({}, {}), ({}, {"is_total": True})], 5, 5),  # a running total counts those before it
        ([({}, {}), ({}, {"status": "denied"})], 5, 5),
        ([({}, {}), ({"date_low": date(2012, 1, 1)}, {})], 5, 5),  # of no known month
        ([({}, {}), ({"date_low": DAY + timedelta(days=1), "date_high": None}, {})], 10, 10),
    ],
)
def test_curve_sums_what_is_certain_and_what_is_possible(
    given: list[tuple[dict[str, object], dict[str, object]]], low: int, high: int, tmp_path: Path
) -> None:
    plain = {"type_code": "defection", "count_low": 5, "count_high": 5, "date_low": DAY, "date_high": DAY}
    ids = [f"{number:024x}" for number in range(len(given))]
    rows = {
        "events": [{**plain, "event_id": key, **event} for key, (event, _) in zip(ids, given, strict=True)],
        "claims": [{**TOLD, "claim_id": key, **claim} for key, (_, claim) in zip(ids, given, strict=True)],
        "event_claims": [{"event_id": key, "claim_id": key} for key in ids],
    }
    with Reader(views_over(tmp_path, rows)) as reader:
        last = reader.rows("defections_cumulative")[-1]
    assert (last["low"], last["high"]) == (low, high)


def test_months_between_are_kept_and_lead_to_their_events() -> None:
    columns = months_of([event(date_low=day, date_high=day) for day in (date(2011, 11, 9), date(2012, 1, 1))])
    assert [(column.label, column.height) for column in columns] == [("2011-11", 1), ("2011-12", 0), ("2012-01", 1)]
    assert columns[0].parts[0][2] == (
        "events.html#type=defection&told=said+to+have+happened&dated=yes&from=2011-11-01&to=2011-11-30"
    )


def test_an_event_of_an_unknown_month_stands_in_that_of_its_report() -> None:
    vague = event(date_low=date(2012, 1, 1), date_high=date(2012, 12, 31), is_dated=False)
    assert months_of([vague]) == []
    (column,) = months_of([{**vague, "first_reported_on": date(2013, 2, 3)}])
    assert (column.label, column.parts[0][0]) == ("2013-02", "reported, day unknown")
    assert "dated=no&reported-from=2013-02-01&reported-to=2013-02-28" in column.parts[0][2]


def test_units_are_counted_by_events_and_lead_to_them() -> None:
    rows = [event(unit_texts=["Fifth Corps", "Army; North"]), event(unit_texts=["Fifth Corps"]), event()]
    assert counted_by(rows, "unit") == [
        ("Fifth Corps", 2, "events.html#type=defection&told=said+to+have+happened&unit=Fifth+Corps"),
        ("Army; North", 1, "events.html#type=defection&told=said+to+have+happened&unit=Army%2C+North"),
    ]


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        ([date(2012, 1, 2), date(2012, 1, 16)], ["2012-01-02", "2012-01-09", "2012-01-16"]),  # the empty week stays
        ([date(2008, 1, 7), date(2012, 1, 2)], None),  # four years are drawn by month
    ],
)
def test_weeks_are_columns_until_they_are_too_many(days: list[date], labels: list[str] | None) -> None:
    rows = [{"week": day, "type_code": "clash", "event_count": 1} for day in days]
    columns = columns_of(rows, ["clash"])
    assert sum(column.height for column in columns) == len(days)
    if labels is None:
        assert len(columns) == 49
    else:
        assert [column.label for column in columns] == labels


def test_series_beyond_the_colours_share_the_grey() -> None:
    names = [f"type {n}" for n in range(9)]
    assert [series_class(names, name) for name in (names[0], names[6], names[7])] == [
        "series-0",
        "series-6",
        "series-other",
    ]


def test_chart_escapes_its_labels() -> None:
    drawn = bars("<b>", [Bar('"><script>', (("<i>", 2, 'x"onload="y'),))], ["<i>"])
    assert "<script>" not in drawn
    assert 'onload="' not in drawn
    assert "<b>" not in drawn


SAID = dict.fromkeys(
    ("status", "count_low", "count_high", "date_low", "date_high", "place_text", "place_id", "source_text")
)


@pytest.mark.parametrize(
    ("heading", "claims", "verdict"),
    [
        ("Place", [{"place_text": "Homs"}, {"place_text": "Homs"}], "agree"),
        ("Place", [{"place_text": "Homs", "place_id": "1"}, {"place_text": "Hims", "place_id": "1"}], "agree"),
        ("Place", [{"place_text": "Homs"}, {"place_text": "Hama"}], "differ"),  # unresolved names are not one place
        ("Place", [{"place_text": "Homs"}, {}], "one answer"),  # silence is no consent
        ("Place", [{}], "none says"),
        ("Count", [{"count_low": 45}, {"count_low": 50, "count_high": 50}], "agree"),  # 50 is at least 45
        ("Count", [{"count_low": 4, "count_high": 4}, {"count_low": 2, "count_high": 2}], "differ"),
        ("Source", [{"source_text": "residents"}, {"source_text": "an officer"}], "several"),
    ],
)
def test_agreement_is_told_from_silence(heading: str, claims: list[dict[str, object]], verdict: str) -> None:
    aspects = {aspect["heading"]: aspect for aspect in aspects_of([{**SAID, **claim} for claim in claims])}
    assert aspects[heading]["verdict"] == verdict


@given(st.sets(st.integers(0, 10**6), max_size=50))
def test_postings_unpack_to_what_was_packed(numbers: set[int]) -> None:
    at, unpacked = 0, []
    for step in packed_of(array("I", sorted(numbers))).split(".") if numbers else []:
        at += int(step, 36)
        unpacked.append(at)
    assert unpacked == sorted(numbers)
    assert all(int(base36(number), 36) == number for number in numbers)


def test_words_are_compared_without_accents_and_case() -> None:
    assert words_of("Général, GENERAL a I-95") == {"general", "95"}


def test_open_number_sorts_before_none_and_after_nothing() -> None:
    cells = [number({"count_low": low, "count_high": high}) for low, high in ((None, None), (None, 5), (2, None))]
    assert [cell.sort for cell in cells] == [-1, 0, 2]


@pytest.mark.parametrize(
    ("mention", "is_linked"),
    [
        ({}, True),
        ({"raw_start_char": 90, "raw_end_char": 94}, False),  # the same name in another sentence may be another
        ({"entity_id": None}, False),
        ({"text": "Hama"}, False),
    ],
)
def test_role_leads_to_the_entity_its_sentence_names(mention: dict[str, object], is_linked: bool) -> None:
    roles = {f"{role}_text": None for role in ROLES}
    claim = {**roles, "place_text": "Homs, Syria", "raw_start_char": 0, "raw_end_char": 50}
    named = {"text": "Homs", "entity_id": "ab" * 8, "raw_start_char": 20, "raw_end_char": 24, **mention}
    assert links_of(claim, [named]) == ({"place": f"entities/{'ab' * 8}.html"} if is_linked else {})


@pytest.mark.parametrize(
    ("sentence", "rank", "named"),
    [
        ("Ten soldiers led by Captain Rana Qasim defected.", "captain", [("Rana Qasim", True)]),
        ("Ten soldiers accompanied by their own Captain Rana Qasim fled.", "captain", [("Rana Qasim", True)]),
        ("Ten soldiers under fire, led by Captain Rana Qasim, fled.", "captain", []),  # the claim's actor ends before
        ("Ten soldiers led by Captain Rana Qasim defected.", "major", []),  # the claim knows of no captain
        ("Ten soldiers fled from Captain Rana Qasim.", "captain", []),
        ("Rana Qasim and others defected.", "captain", [("Rana Qasim", False)]),
    ],
)
def test_who_led_the_defectors_is_named_as_their_leader(
    sentence: str, rank: str, named: list[tuple[str, bool]], tmp_path: Path
) -> None:
    start = sentence.index("Rana Qasim")
    actor = "Ten soldiers" if sentence.startswith("Ten") else "Rana Qasim and others"
    document = {"document_id": document_id("one")}
    rows = {
        "raw_documents": [{**document, "text": sentence}],
        "mentions": [{**document, "label": "person", "text": "Rana Qasim", "rank_code": "captain",
                      "raw_start_char": start, "raw_end_char": start + len("Rana Qasim")}],
        "claims": [{**document, "claim_id": "c", "type_code": "defection", "rank_codes": ["soldier", rank],
                    "actor_text": actor, "actor_raw_start_char": 0, "actor_raw_end_char": len(actor),
                    "raw_start_char": 0, "raw_end_char": len(sentence)}],
    }  # fmt: skip
    with Reader(views_over(tmp_path, rows)) as reader:
        found = persons_of(reader.rows("defectors"))
    assert [(person["name"], person["is_leader"]) for person in found] == named
