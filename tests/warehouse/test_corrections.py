"""corrections.csv: read whole or refused with file, line and reason."""

from datetime import date
from pathlib import Path

import pytest

from schemas.corrections import CORRECTIONS_FILE, BadCorrection
from warehouse.corrections import FILE, corrections_in

HEADER = ",".join(column.name for column in CORRECTIONS_FILE)
GOOD = "claim,a1,amend,status,asserted,denied,the army denies it,R. Reader,2026-02-01"


def write(folder: Path, *lines: str) -> Path:
    """The file in its folder."""
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return folder


def test_what_is_noted_is_read_in_order(tmp_path: Path) -> None:
    other = 'claim,a2,reject,,,,"a film, not an event",R. Reader,2026-02-02'
    first, second = corrections_in(write(tmp_path, HEADER, GOOD, other)).to_pylist()
    assert (first["value"], first["noted_on"]) == ("denied", date(2026, 2, 1))
    assert (second["field"], second["expected"], second["reason"]) == (None, None, "a film, not an event")


@pytest.mark.parametrize(
    "line",
    [
        "claim,a1,amend,mode,,aerial,r,a,2026-02-01",
        "place,m1,amend,gazetteer_id,LY,,r,a,2026-02-01",  # no place at all
        "entity,e1,merge,name,R. Qasim,e2,r,a,2026-02-01",
        "entity,e1,split,name,R. Qasim,Rana Qasim,r,a,2026-02-01",
        "event,v1,merge,count_low,31,v2,r,a,2026-02-01",
        "event,v1,split,,,c1|c2,r,a,2026-02-01",
    ],
)
def test_what_can_be_corrected(tmp_path: Path, line: str) -> None:
    (row,) = corrections_in(write(tmp_path, HEADER, line)).to_pylist()
    assert row["target_kind"] == line.partition(",")[0]


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert corrections_in(tmp_path).num_rows == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("claim,a1,amend,status,asserted,perhaps,r,a,2026-02-01", "line 2: status is one of asserted"),
        ("claim,a1,amend,status,asserted,,r,a,2026-02-01", "line 2: status cannot be empty"),
        ("claim,a1,amend,count_low,5,many,r,a,2026-02-01", "line 2: .*many"),
        ("claim,a1,amend,count_low,5,-1,r,a,2026-02-01", "line 2: count_low is not below 0"),
        ("claim,a1,amend,sentence,x,y,r,a,2026-02-01", "line 2: field is one of"),  # the words stay the document's
        ("claim,a1,reject,colour,x,,r,a,2026-02-01", "line 2: .*no column 'colour'"),
        ("claim,a1,merge,,,,r,a,2026-02-01", "line 2: what can be done to a claim is: reject, amend"),
        ("claim,a1,drop,,,,r,a,2026-02-01", "line 2: action is one of reject, amend, merge, split"),
        ("claim,a1,amend,type_code,attack,assault,r,a,2026-02-01", "line 2: type_code has no 'assault'"),
        ("claim,a1,amend,mode,,airborne,r,a,2026-02-01", "line 2: mode has no 'airborne'"),
        ("place,m1,amend,text,Tripoli,LY,r,a,2026-02-01", "line 2: field is gazetteer_id"),
        ("entity,e1,merge,kind,person,e2,r,a,2026-02-01", "line 2: field is name"),
        ("entity,e1,split,name,R. Qasim,,r,a,2026-02-01", "line 2: value says what to split"),
        ("event,v1,merge,colour,red,v2,r,a,2026-02-01", "line 2: .*no column 'colour'"),
        ("claim,a1,reject,,,,,a,2026-02-01", "line 2: reason cannot be empty"),
        ("claim,a1,reject,,,,r,a,yesterday", "line 2: .*yesterday"),
        ("claim,a1,reject", "line 2: there are not as many values"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(BadCorrection, match=said):
        corrections_in(write(tmp_path, HEADER, line))


def test_another_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadCorrection, match="the first line must be target_kind,"):
        corrections_in(write(tmp_path, "claim,what", GOOD))
