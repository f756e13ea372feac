"""The clock: the one place that asks the system for the time, and what is written where that was put back."""

from datetime import UTC, datetime, timedelta

STEP = timedelta(milliseconds=1)  # the journal's precision


def now() -> datetime:
    """This instant (UTC), as the system tells it."""
    return datetime.now(UTC)


def after(last: datetime | None) -> datetime:
    """This instant, or the one next to `last` where the system's clock stands behind it: what is written goes on."""
    current = now()
    return current if last is None or current > last else last + STEP
