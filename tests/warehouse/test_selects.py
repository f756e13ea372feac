"""SQL files: the sentence, the notes and the statement."""

from pathlib import Path

import pytest

from warehouse.selects import select_in

FILE = """-- Claims by the day they tell of
-- day: The day they tell of.
-- severity: critical
select
    date_low as day,  -- the earliest
    count(*) as claim_count
from claims
group by day
"""


def written(folder: Path, text: str) -> Path:
    """A file of that text."""
    path = folder / "claims_by_day.sql"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_a_name_a_sentence_notes_and_a_statement(tmp_path: Path) -> None:
    select = select_in(written(tmp_path, FILE))
    assert (select.name, select.purpose) == ("claims_by_day", "Claims by the day they tell of")
    assert select.notes == {"day": "The day they tell of.", "severity": "critical"}
    assert select.body.startswith("select\n")
    assert {"claims", "date_low", "claim_count"} <= select.words


@pytest.mark.parametrize("text", ["", "select 1\n", "\n-- late\nselect 1\n", "--\nselect 1\n"])
def test_a_file_that_does_not_say_what_it_is_for_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="the first line is no comment"):
        select_in(written(tmp_path, text))
