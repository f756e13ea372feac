from datetime import date

import pytest

from schemas.mentions import MENTIONS
from stages.scoring.annotations import Name
from stages.scoring.rows import iso_of, names_in

KEY = "a" * 64


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (date(2012, 2, 15), date(2012, 2, 15), "2012-02-15"),
        (date(2012, 2, 1), date(2012, 2, 29), "2012-02"),
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2012, 2, 14), date(2012, 2, 15), None),  # a night is no day of the calendar
        (date(2012, 1, 1), date(2012, 2, 29), None),
        (date(2012, 2, 1), None, None),
        (None, None, None),
    ],
)
def test_ranges_that_are_a_day_a_month_or_a_year(low: date | None, high: date | None, expected: str | None) -> None:
    assert iso_of(low, high) == expected


def test_names_are_those_of_known_documents() -> None:
    place = {"mention_id": "1", "document_id": KEY, "label": "place", "text": "Homs", "start_char": 0, "end_char": 4}
    place |= {"raw_start_char": 7, "raw_end_char": 11}
    rows = [place, place | {"label": "date"}, place | {"document_id": "b" * 64}]
    assert list(names_in(MENTIONS.of(rows), {KEY: "a.txt"})) == [Name("a.txt", 7, 11, "LOC")]
