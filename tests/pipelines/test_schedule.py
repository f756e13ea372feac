"""Schedules as people write them."""

from datetime import timedelta

import pytest

from pipelines.schedule import BadSchedule, interval_of, serve
from pipelines.settings import Settings


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
    assert interval_of(text) == interval


@pytest.mark.parametrize("text", ["", "30", "m", "0m", "-5m", "1.5h", "30 minutes", "9" * 20 + "d"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(BadSchedule, match="is no interval"):
        interval_of(text)


@pytest.mark.parametrize(("every", "cron"), [(None, None), ("30m", "0 6 * * *")])
def test_one_schedule_is_given(every: str | None, cron: str | None) -> None:
    with pytest.raises(BadSchedule, match="either"):
        serve(["in"], Settings(), every, cron)
