"""The main job as a user runs it: a fresh folder, the bundled corpus, the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import seeds
from pipelines.scratch import lend_gazetteers, make_tables
from pipelines.settings import Settings
from schemas import TABLES
from tests.readme import README, queries_in, result_of
from tests.stores import DERIVED, assert_same
from warehouse.sql import answer
from warehouse.store import Store

BATCH = 17  # items: three batches
Answer = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty home folder: nothing may be left in it."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """The warehouse of one run over the bundled corpus, in three batches by two worker processes."""
    folder = tmp_path_factory.mktemp("fresh") / "warehouse"
    words = ("--warehouse", str(folder), "--batch-size", str(BATCH), "--workers", "2")
    run = attest(home, "run", str(seeds.ARTICLES), *words)
    assert run.returncode == 0, run.stderr
    assert "claims" in run.stdout
    assert "report" in run.stdout
    return folder


def attest(home: Path, *words: str, given: str | None = None) -> Answer:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "ATTEST_"))}
    return subprocess.run(  # noqa: S603 - the project's own command
        [sys.executable, "-m", "pipelines", *words],
        env=kept | {"HOME": str(home)},
        capture_output=True,
        text=True,
        input=given,
        timeout=600,
        check=False,
    )


def ask(warehouse: Path, query: str) -> list[dict[str, object]]:
    """What `attest sql` prints, without a process for each question."""
    rows: list[dict[str, object]] = json.loads(answer(warehouse / "attest.duckdb", query, "json"))
    return rows


def test_the_readme_shows_what_is_there(warehouse: Path) -> None:
    shown = queries_in(README.read_text(encoding="utf-8"))
    assert len(shown) >= 3
    for query, result in shown:
        assert result == result_of(query, warehouse / "attest.duckdb"), "python -m tests.readme WAREHOUSE renews it"


def test_worker_processes_change_no_byte(warehouse: Path, tmp_path: Path) -> None:
    settings = Settings(warehouse=tmp_path, batch_size=BATCH)
    lend_gazetteers(warehouse / "data", settings.root / "data")
    alone = make_tables([str(seeds.ARTICLES)], settings, DERIVED)
    assert_same(Store(warehouse), alone)


def test_every_item_is_a_document_or_a_reject(warehouse: Path) -> None:
    (row,) = ask(
        warehouse,
        "select (select count(*) from documents) as kept, "
        "(select count(distinct coalesce(document_id, uri)) from rejects where stage <> 'coded_claims') as refused, "
        "(select list_sort(list(distinct reason_code)) from rejects) as reasons",
    )
    assert int(str(row["kept"])) + int(str(row["refused"])) == 50  # 47 pages, and three records in one file
    assert {"language_not_supported", "truncated"} <= set(row["reasons"])  # type: ignore[call-overload]


def test_every_span_quotes_its_raw_text(warehouse: Path) -> None:
    (row,) = ask(
        warehouse,
        "select count(*) as mentions, count(*) filter (where substr(raw_documents.text, raw_start_char + 1, "
        "raw_end_char - raw_start_char) = mentions.text) as quoted "
        "from mentions join raw_documents using (document_id)",
    )
    assert int(str(row["mentions"])) > 300
    assert int(str(row["quoted"])) >= 0.97 * int(str(row["mentions"]))  # all but repaired and HTML-escaped characters


@pytest.mark.parametrize(
    "mart",
    [
        "defections",
        "defections_by_rank",
        "tolls_by_day",
        "events_by_week",
        "who_says_what",
        "disagreements",
        "quality_by_run",
    ],
)
def test_every_mart_has_rows(warehouse: Path, mart: str) -> None:
    (row,) = ask(warehouse, f"select count(*) as row_count from {mart}")
    assert int(str(row["row_count"])) > 0


def test_articles_are_found_by_words(home: Path, warehouse: Path) -> None:
    query = "select title from search('defected colonel') limit 3"
    asked = attest(home, "sql", query, "--format", "json", "--warehouse", str(warehouse))
    assert asked.returncode == 0, asked.stderr
    found = json.loads(asked.stdout)
    assert found
    assert found == ask(warehouse, query)


def test_a_page_about_something_else_claims_nothing(warehouse: Path) -> None:
    rows = ask(
        warehouse,
        "select uri, count(claim_id) as claims from documents left join claims using (document_id) "
        "where regexp_matches(uri, 'aubergine|patchnotes|frost-attack|touchline|tradewind') group by uri",
    )
    assert len(rows) == 5
    assert sum(int(str(row["claims"])) for row in rows) <= 1


def test_a_second_run_brings_nothing_new(home: Path, warehouse: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (warehouse / "data").rglob("*.parquet")}
    database = (warehouse / "attest.duckdb").stat().st_ino
    again = attest(home, "run", str(seeds.ARTICLES), "--warehouse", str(warehouse))
    assert (again.returncode, "Nothing new" in again.stdout) == (0, True), again.stderr
    assert {path: path.stat().st_mtime_ns for path in (warehouse / "data").rglob("*.parquet")} == before
    assert (warehouse / "attest.duckdb").stat().st_ino == database


def test_the_tables_explain_themselves(home: Path, warehouse: Path) -> None:
    listed = attest(home, "tables", "--warehouse", str(warehouse)).stdout
    assert all(name in listed for name in TABLES if name != "landed")
    assert "defections" in listed
    columns = attest(home, "tables", "claims", "--warehouse", str(warehouse)).stdout
    assert "trigger_raw_start_char" in columns


@pytest.mark.slow
def test_the_published_tables_pass_their_checks(home: Path, warehouse: Path) -> None:
    checked = attest(home, "check", "--warehouse", str(warehouse))
    assert checked.returncode == 0, checked.stderr
    assert "checks held" in checked.stdout


def test_exports_carry_their_provenance(home: Path, warehouse: Path, tmp_path: Path) -> None:
    exported = attest(home, "export", str(tmp_path / "out"), "--warehouse", str(warehouse))
    assert exported.returncode == 0, exported.stderr
    written = sorted(path.suffix for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert {".csv", ".parquet", ".geojson"} <= set(written)


def test_nothing_is_left_outside_the_warehouse(home: Path, warehouse: Path) -> None:
    assert warehouse.exists()
    left = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    assert left == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["run", "no-such-folder"], "no-such-folder: no such file"),
        (["sql", "select 1", "--warehouse", "nowhere"], "nothing has been published"),
        (["rebuild", "nothing"], "nothing: attest makes"),
        (["serve", "in"], "either --every or --cron"),
    ],
)
def test_errors_are_one_sentence(home: Path, tmp_path: Path, words: list[str], sentence: str) -> None:
    where = [] if "--warehouse" in words else ["--warehouse", str(tmp_path / "warehouse")]
    said = attest(home, *words, *where)
    assert said.returncode == 1
    assert sentence in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1
