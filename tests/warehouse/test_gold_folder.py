from pathlib import Path

import pytest

from warehouse.gold import NoGold, read_gold, write_records

PAGE = {"doc": "a.txt", "negative": False}
CLAIM = {"doc": "a.txt", "type": "arrest", "start": 0, "end": 9, "status": "asserted"}


def test_a_folder_without_names_and_bodies_is_enough(tmp_path: Path) -> None:
    write_records(tmp_path / "index.jsonl", [PAGE])
    write_records(tmp_path / "gold.jsonl", [CLAIM])
    gold = read_gold(tmp_path)
    assert (gold.pages, gold.claims, gold.bodies, gold.names) == ([PAGE], [CLAIM], [], [])


@pytest.mark.parametrize(
    ("index", "said"),
    [
        (None, "index.jsonl"),  # no such file
        ('{"doc": "a.txt"}\n', "line 1: the field negative is missing"),
        ('\n{"doc"\n', "line 2: no JSON"),  # blank lines count
        ("[]\n", "line 1: an object"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, index: str | None, said: str) -> None:
    write_records(tmp_path / "gold.jsonl", [CLAIM])
    if index is not None:
        (tmp_path / "index.jsonl").write_text(index, encoding="utf-8")
    with pytest.raises(NoGold, match=said):
        read_gold(tmp_path)
