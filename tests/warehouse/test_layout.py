"""The layout: an older warehouse is made current or rebuilt from raw, a later one is refused, neither is misread."""

import json
from pathlib import Path

import pyarrow as pa
import pytest

from schemas import TABLES
from schemas.table import Table
from stages import STAGES
from tests.rows import rows_of
from warehouse.layout import LAYOUT, RECEIVED, LaterLayout, OldLayout, make_current, refuse_later, shape_of
from warehouse.lock import locked
from warehouse.store import Store, write_parquet

# Of the tables that no stage makes again, for each layout: whoever changes a column of theirs so that an older version
# would misread it raises LAYOUT, and adds a line here; whoever adds a nullable column renews the last line.
SHAPES = {1: "d8b5f8b871e5b8ee7ba142c9ee19411859b027ff5d9b5258907ba67e1186dd31"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A warehouse as 0.1.0 wrote it: without a record of its layout, and with other columns."""
    store = Store(tmp_path)
    landed = rows_of(TABLES["landed"], count=2)
    write_parquet(
        landed.drop_columns(["given_title"]).append_column("colour", pa.array(["red"] * 2)), path(store, "landed")
    )
    write_parquet(rows_of(TABLES["claims"]).drop_columns(["count_low"]), path(store, "claims"))
    write_parquet(rows_of(TABLES["sentences"]), path(store, "sentences"))
    write_parquet(pa.table({"a": [1]}), path(store, "actors_of_old"))
    return store


def path(store: Store, table: str) -> Path:
    return store.path_of(table, "b")


def test_an_older_warehouse_is_made_current(store: Store) -> None:
    assert len(make_current(store.root)) == 3
    rows = store.read("landed", "b")
    assert rows.schema.names == TABLES["landed"].schema.names
    assert rows["given_title"].to_pylist() == [None, None]
    assert not path(store, "claims").exists()  # made again from what was received
    assert not path(store, "actors_of_old").exists()
    assert path(store, "sentences").exists()
    assert make_current(store.root) == []


def test_whoever_writes_makes_it_current_and_says_so(store: Store) -> None:
    with locked(store.root):
        assert store.read("landed", "b").schema.names == TABLES["landed"].schema.names
    assert (store.root / "data" / "layout.json").exists()


def test_a_column_that_cannot_be_read_is_named(store: Store) -> None:
    landed = rows_of(TABLES["landed"])
    position = landed.column_names.index("byte_count")
    write_parquet(landed.set_column(position, "byte_count", pa.array(["many"])), path(store, "landed"))
    with pytest.raises(OldLayout, match="byte_count cannot be read"):
        make_current(store.root)
    write_parquet(landed.drop_columns(["content"]), path(store, "landed"))
    with pytest.raises(OldLayout, match="without content"):
        make_current(store.root)


@pytest.mark.parametrize("layout", [LAYOUT + 1, 99, "two"])
def test_a_later_warehouse_is_refused(layout: object, store: Store) -> None:
    before = path(store, "landed").read_bytes()
    (store.root / "data" / "layout.json").write_text(json.dumps({"layout": layout, "tables": "x"}), encoding="utf-8")
    with pytest.raises(LaterLayout, match="later version"):
        refuse_later(store.root)
    with pytest.raises(LaterLayout), locked(store.root):
        pass
    assert path(store, "landed").read_bytes() == before


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
def test_a_broken_record_is_as_none(text: str, store: Store) -> None:
    (store.root / "data" / "layout.json").write_text(text, encoding="utf-8")
    assert make_current(store.root)


def test_a_damaged_file_is_left_to_whoever_reads_it(store: Store) -> None:
    path(store, "landed").write_bytes(b"PAR1 no more")
    make_current(store.root)
    assert path(store, "landed").read_bytes() == b"PAR1 no more"


def test_the_layout_is_raised_with_the_tables() -> None:
    received: dict[str, Table] = {name: TABLES[name] for name in ("landed", "rejects", "runs", "checks")}
    assert shape_of(received) == SHAPES[LAYOUT]


def test_what_cannot_be_made_again_is_fitted_and_never_removed() -> None:
    made = {table.name for stage in STAGES for table in stage.makes}
    assert set(RECEIVED) == TABLES.keys() - made
