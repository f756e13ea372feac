"""attest.duckdb: what it holds, what it says of itself, and how it takes the place of the old one."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas import NOTED_TABLES, SEED_TABLES, TABLES
from schemas.ddl import shown
from schemas.records import REJECTS, Reject, reject_rows
from tests.rows import database_of, document_id, stored, views_over
from warehouse.database import FOLDER, build, in_order, sql_files
from warehouse.selects import Select, selects_in
from warehouse.store import Store

ARTICLES = [
    ("Colonel defects", "A colonel and his son have defected to Jordan. The colonel spoke on Monday."),
    ("Market reopens", "Traders at the old market sold bread again. Nobody was defecting, a clerk joked."),
    ("Colonels meet", "Two colonels met the governor."),
    (None, "Soup of lentils, with lemon."),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of four articles."""
    documents = [
        {"document_id": document_id(n), "title": title, "text": text, "outlet": f"Outlet {n}"}
        for n, (title, text) in enumerate(ARTICLES)
    ]
    return database_of(tmp_path_factory.mktemp("warehouse"), {"documents": documents})


def rows_in(database: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What a plain reader gets: no extension, no setting, read-only."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query, list(values)).fetchall()


def test_every_declared_table_is_there_with_its_columns(database: Path) -> None:
    found = rows_in(
        database, "select table_name, list(column_name order by column_index) from duckdb_columns() group by 1"
    )
    columns = {name: names for name, names in found}  # noqa: C416 - pairs of a list
    for table in (*TABLES.values(), *SEED_TABLES.values(), *NOTED_TABLES.values()):
        assert columns[table.name] == [column.name for column in shown(table)]


@pytest.mark.parametrize(
    ("things", "name"),
    [
        ("duckdb_tables()", "table_name"),
        ("duckdb_views()", "view_name"),
        ("duckdb_columns()", "table_name, column_name"),
    ],
)
def test_everything_has_its_sentence(database: Path, things: str, name: str) -> None:
    silent = f"select {name} from {things} where not internal and schema_name = 'main' and comment is null"
    assert rows_in(database, silent) == []


@pytest.mark.parametrize("folder", ["views", "marts", "queries"])
def test_every_view_and_question_runs_on_an_empty_warehouse(folder: str, tmp_path: Path) -> None:
    empty = views_over(tmp_path, {})
    for select in selects_in(FOLDER / folder):
        assert rows_in(empty, select.body) == [], select.name


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "colonel",
            ["Colonels meet", "Colonel defects"],
        ),  # singular and plural are one word; it fills the shorter more
        ("defected colonel", ["Colonel defects", "Colonels meet", "Market reopens"]),
        ("defects", ["Colonel defects", "Market reopens"]),
        ("lentil", [None]),  # the article says lentils
        ("DÉFECTED", ["Colonel defects", "Market reopens"]),  # neither case nor accents matter
        ("defectors", ["Colonel defects", "Market reopens"]),  # a form no article has, of a stem they have
        ("helicopter", []),
        ("the of and", []),  # words without weight
        ("'; drop table claims; --", []),
        ("", []),
    ],
)
def test_search_ranks_documents_by_words(database: Path, words: str, titles: list[str | None]) -> None:
    assert [title for (title,) in rows_in(database, "select title from search(?)", words)] == titles


def test_a_snippet_shows_the_words_where_they_stand(tmp_path: Path) -> None:
    text = "Nothing of note.\n\n" * 40 + "At noon a colonel deserted.\n\n" + "More followed. " * 40
    database = database_of(tmp_path, {"documents": [{"text": text, "title": "A day"}]})
    ((snippet,),) = rows_in(database, "select snippet from search('colonels deserting')")
    assert "At noon a colonel deserted. More" in snippet
    assert len(snippet) <= 200


def test_a_snippet_is_of_the_body_where_the_body_has_the_words(tmp_path: Path) -> None:
    text = "Mayor flees\n\nThe town slept. The colonel had left."
    document = {"text": text, "title": "Mayor flees", "title_start_char": 0, "title_end_char": 11}
    database = database_of(tmp_path, {"documents": [document]})
    snippets = [rows_in(database, "select snippet from search(?)", words) for words in ("colonel", "mayor")]
    assert snippets == [[("The town slept. The colonel had left.",)]] * 2


def test_a_reader_needs_no_extension(database: Path) -> None:
    """Not even to search: in a fresh process in which none may be loaded."""
    code = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=True, config={"
        "'autoload_known_extensions': 'false', 'autoinstall_known_extensions': 'false'}); "
        "print(c.execute(\"select count(*) from search('colonel')\").fetchone()[0], "
        "c.execute('select count(*) from documents').fetchone()[0])"
    )
    done = subprocess.run([sys.executable, "-c", code, database], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "2 4\n"


def test_what_the_corpus_knows_is_joined_to_each_row(tmp_path: Path) -> None:
    old, new, other = (document_id(name) for name in ("old", "new", "other"))
    received = [
        {"document_id": old, "uri": "a.html", "received_at": datetime(2012, 8, 1, tzinfo=UTC)},
        {"document_id": new, "uri": "a.html", "received_at": datetime(2012, 8, 2, tzinfo=UTC)},
        {"document_id": other, "uri": "b.html"},
    ]
    documents = [{"document_id": row["document_id"], "uri": row["uri"]} for row in received]
    database = views_over(tmp_path, {"raw_documents": received, "documents": documents})
    assert rows_in(database, "select superseded_by from raw_documents") == [(new,), (None,), (None,)]
    assert rows_in(database, "select is_current from documents") == [(False,), (True,), (True,)]


def test_a_refusal_knows_its_batch_by_its_file_even_when_nothing_could_be_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    refused = [Reject("landed", None, name, "empty", None) for name in ("a.txt", "b.txt")]
    for batch_id, reject in zip(("1f", "2f"), refused, strict=True):
        store.write(REJECTS, f"landed-{batch_id}", reject_rows([reject]), "key", staged=False)
    database = tmp_path / "attest.duckdb"
    build({"rejects": store.paths("rejects")}, database, seed_rows={})
    assert rows_in(database, "select uri, batch_id from rejects order by uri") == [("a.txt", "1f"), ("b.txt", "2f")]


def test_a_rebuild_takes_the_place_of_the_old_and_leaves_nothing_beside(tmp_path: Path) -> None:
    database = database_of(tmp_path, {"documents": [{}]})
    with duckdb.connect(str(database), read_only=True) as reader:
        assert database_of(tmp_path, {"documents": [{}, {}]}) == database
        assert reader.sql("select count(*) from documents").fetchall() == [(1,)]  # an open reader keeps the old one
    assert rows_in(database, "select count(*) from documents") == [(2,)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["attest.duckdb", "data"]


def test_a_build_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    database = database_of(tmp_path, {"documents": [{}]})
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"no Parquet")
    with pytest.raises(duckdb.Error):
        build({"documents": [broken]}, database, seed_rows={})
    assert rows_in(database, "select count(*) from documents") == [(1,)]


def test_what_an_interrupted_build_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "attest.duckdb.tmp").write_bytes(b"half a database")
    (tmp_path / "attest.duckdb.tmp.wal").write_bytes(b"half a log")
    assert rows_in(database_of(tmp_path, {"documents": [{}]}), "select count(*) from documents") == [(1,)]


def test_the_same_files_give_the_same_tables(tmp_path: Path) -> None:
    paths = stored(tmp_path / "data", {"claims": [{"sentence": f"Sentence {n}."} for n in range(2000)]})
    for name in ("one", "two"):
        build(paths, tmp_path / f"{name}.duckdb", seed_rows={})
    query = "select * from claims"
    assert rows_in(tmp_path / "one.duckdb", query) == rows_in(tmp_path / "two.duckdb", query)


def test_views_come_after_what_they_read() -> None:
    selects = {
        name: Select(name, name, {}, f"select * from {reads}")
        for name, reads in (("a", "b"), ("b", "c"), ("c", "claims"))
    }
    assert [select.name for select in in_order(selects)] == ["c", "b", "a"]


def test_the_contract_names_marts_that_are_there() -> None:
    marts = {path.stem for path in sql_files() if path.parent.name == "marts"}
    assert marts >= {
        "defections", "defections_by_rank", "tolls_by_day", "events_by_week", "who_says_what", "disagreements",
        "quality_by_run",
    }  # fmt: skip


def test_days_and_instants_stay_what_they_are(tmp_path: Path) -> None:
    instant = datetime(2012, 8, 6, 23, 30, tzinfo=UTC)
    database = views_over(
        tmp_path, {"raw_documents": [{"received_at": instant}], "documents": [{"published_on": date(2012, 8, 6)}]}
    )
    assert rows_in(database, "select epoch_ms(received_at) from raw_documents") == [(int(instant.timestamp() * 1000),)]
    assert rows_in(database, "select published_on from documents") == [(date(2012, 8, 6),)]
