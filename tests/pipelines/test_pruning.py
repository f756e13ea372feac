"""Pruning: what nothing cites goes, what is left is as if nothing else had ever come, and no stage is run for it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.pruning import groups_of, plan, staged_pruning
from pipelines.publishing import is_published, publish
from pipelines.scratch import lend_gazetteers, make_tables
from pipelines.settings import Settings
from pipelines.steps import outstanding
from schemas.records import RUNS
from schemas.table import Table
from stages import STAGES
from tests.rows import rows_of
from warehouse.landing import Reception, land
from warehouse.sql import ask
from warehouse.store import Store

MADE = tuple(stage.name for stage in STAGES)
ARRIVAL = {"batch_id", "received_at"}
NOW = datetime.now(UTC)
LATER, EARLIER = NOW + timedelta(days=1), NOW - timedelta(days=1)
PAGES = {
    "colonel.txt": """Colonel flees with his men

2 July 2012

A colonel and twelve soldiers deserted their barracks in Idlib on Sunday and crossed into Turkey, a rebel spokesman
said. The army denied that any officer had left.
""",
    "soup.txt": """Soup for a cold evening

4 July 2012

Chop two onions and a carrot, and let them soften in butter for ten minutes. Add stock, salt and a bay leaf, and
let it all simmer until the carrot is tender. Serve it with bread.
""",
    "truce.txt": """Truce in the valley

5 July 2012

Rebels and the army agreed to a ceasefire in Zabadani on Wednesday. Some 400 families had fled the town since May,
the Red Crescent said, and two officers defected with them.
""",
    "garden.txt": """What to plant in July

6 July 2012

Lettuce likes the shade at this time of the year, and beans still have the time to climb. Water in the morning,
and give the tomatoes a little more than you think they need.
""",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, lender: Path, pages: Path) -> Path:
    """A published warehouse of four batches, of one page each."""
    settings = settings_in(tmp_path_factory.mktemp("whole"), lender)
    for name in PAGES:
        store = make_tables(
            [str(pages / name)], settings, tuple(stage.name for stage in STAGES if stage.per == "batch")
        )
    publish(make_tables([], settings, MADE), settings)
    assert len(store.batches()) == 4
    return settings.root


@pytest.fixture
def settings(tmp_path: Path, whole: Path) -> Settings:
    """A copy of it."""
    shutil.copytree(whole, tmp_path / "warehouse", symlinks=True)
    return Settings(warehouse=tmp_path / "warehouse")


def settings_in(folder: Path, lender: Path) -> Settings:
    settings = Settings(warehouse=folder)
    lend_gazetteers(lender, settings.root / "data")
    return settings


def pruned(settings: Settings) -> Store:
    """The warehouse when everything has grown old, pruned and published."""
    store = Store(settings.root)
    staged_pruning(store, settings, LATER)
    assert {step.stage.per for step in outstanding(store, settings)} == {"corpus"}
    make_tables([], settings, MADE)
    publish(store, settings)
    return store


def lines_of(store: Store, table: Table) -> list[str]:
    """Every row of a table but for how it arrived, in an order of its own."""
    kept = [column.name for column in table.stored if column.name not in ARRIVAL]
    parts = [store.read(table.name, batch).select(kept).to_pylist() for batch in store.batches(table.name)]
    return sorted(str(row) for rows in parts for row in rows)


@pytest.mark.slow
def test_what_is_left_is_as_if_nothing_else_had_come(
    settings: Settings, tmp_path: Path, lender: Path, pages: Path
) -> None:
    store = pruned(settings)
    alone = settings_in(tmp_path / "alone", lender)
    other = make_tables([str(pages / "colonel.txt"), str(pages / "truce.txt")], alone, MADE)
    for table in (table for stage in STAGES for table in stage.makes):
        kept = [column.name for column in table.stored if column.name not in ARRIVAL]
        rows = [
            sorted(
                str(row)
                for batch in each.batches(table.name)
                for row in each.read(table.name, batch).select(kept).to_pylist()
            )
            for each in (store, other)
        ]
        assert rows[0] == rows[1], table.name
    assert len(store.batches()) == 1
    assert list(outstanding(store, settings)) == []
    assert is_published(store, settings)


@pytest.mark.slow
def test_what_went_stands_in_the_rejects_and_is_known(settings: Settings, pages: Path) -> None:
    store = pruned(settings)
    rows = ask(settings.database, "select uri, detail from rejects where reason_code = 'pruned'").to_pylist()
    assert sorted(Path(row["uri"]).name for row in rows) == ["garden.txt", "soup.txt"]
    assert "received" in rows[0]["detail"]
    landing = land(Reception([str(pages / name) for name in PAGES], 500, 1_000_000), store, NOW)
    assert (landing.new, landing.refused, landing.known) == (0, 0, 4)


@pytest.mark.slow
def test_nothing_that_an_event_cites_goes(settings: Settings) -> None:
    query = "select distinct document_id from claims join event_claims using (claim_id) order by 1"
    before = ask(settings.database, query).to_pylist()
    pruned(settings)
    assert ask(settings.database, query).to_pylist() == before != []


@pytest.mark.slow
def test_what_is_young_stays(settings: Settings) -> None:
    assert plan(Store(settings.root), settings, EARLIER).documents == 0
    assert plan(Store(settings.root), settings, LATER).documents == 2


@pytest.mark.slow
def test_nothing_goes_before_the_rest_is_published(settings: Settings) -> None:
    store = Store(settings.root)
    files = sorted(store.published.glob("*/batch=*.parquet"))
    staged_pruning(store, settings, LATER)
    assert sorted(store.published.glob("*/batch=*.parquet")) == files


@pytest.mark.slow
def test_old_records_of_runs_go_but_for_the_last(settings: Settings) -> None:
    store = Store(settings.root)
    for run_id in ("20200101T000000-a", "20200102T000000-b", "20200103T000000-c"):
        store.write(RUNS, run_id, rows_of(RUNS, {"run_id": run_id}), run_id, staged=False)
    assert staged_pruning(store, settings, NOW).runs == 2
    assert store.batches("runs") == ["20200103T000000-c"]


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ({}, []),
        ({"a": (10, 10)}, []),  # full
        ({"a": (2, 2)}, []),  # small, and alone
        ({"a": (2, 2), "b": (3, 3)}, [["a", "b"]]),
        ({"a": (10, 9)}, [["a"]]),  # it loses a row
        ({"a": (10, 0), "b": (2, 2)}, [["a", "b"]]),
        ({"a": (4, 4), "b": (4, 4), "c": (4, 4)}, [["a", "b"]]),  # c finds no company yet
        ({"a": (8, 8), "b": (4, 4), "c": (9, 9), "d": (4, 4)}, [["b", "d"]]),
    ],
)
def test_which_batches_become_one(sizes: dict[str, tuple[int, int]], groups: list[list[str]]) -> None:
    assert groups_of(sizes, 10) == groups
