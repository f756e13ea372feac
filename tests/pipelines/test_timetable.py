"""Timetables as people write them."""

from datetime import timedelta

import pytest

from pipelines.timetable import BadSchedule, Timetable, timetable_of


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("30m", timedelta(minutes=30)),
        ("6h", timedelta(hours=6)),
        ("1d", timedelta(days=1)),
        (" 45s ", timedelta(seconds=45)),
    ],
)
def test_intervals(text: str, interval: timedelta) -> None:
    assert timetable_of(text, None) == Timetable(interval=interval)


@pytest.mark.parametrize("text", ["", "30", "m", "0m", "-5m", "1.5h", "30 minutes", "9" * 20 + "d"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(BadSchedule, match="is no interval"):
        timetable_of(text, None)


def test_an_interval_shorter_than_a_run_is_refused() -> None:
    with pytest.raises(BadSchedule, match="too short"):
        timetable_of("5s", None)


@pytest.mark.parametrize("text", ["0 6 * * *", "*/15 * * * mon-fri", " @daily "])
def test_cron_expressions(text: str) -> None:
    assert timetable_of(None, text) == Timetable(cron=text.strip())


@pytest.mark.parametrize("text", ["", "daily", "61 * * * *", "* * *", "0 6 * * * * * *", "$(date)"])
def test_what_is_no_cron_expression(text: str) -> None:
    with pytest.raises(BadSchedule, match="is no cron expression"):
        timetable_of(None, text)


@pytest.mark.parametrize(("every", "cron"), [(None, None), ("30m", "0 6 * * *")])
def test_one_schedule_is_given(every: str | None, cron: str | None) -> None:
    with pytest.raises(BadSchedule, match="either"):
        timetable_of(every, cron)
