"""The report as a folder: every page there, every link kept, nothing hostile let through, nothing written twice."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.warehouse.report_database import write_database
from tests.warehouse.report_words import HOSTILE, key_of
from warehouse.report import write_report
from warehouse.site import rows
from warehouse.site.listings import shared
from warehouse.site.render import POLICY
from warehouse.site.rows import QUERIES, READ_ONLY, Query, Reader


class Page(HTMLParser):
    """What a page holds: its ids, links, scripts, and every attribute and element it uses."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.elements: set[str] = set()
        self.policies: list[str] = []
        self.inline = ""
        self._open = ""
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._open = tag
        self.elements.add(tag)
        self.attributes |= given.keys()
        self.ids.add(given.get("id", ""))
        self.names.add(given.get("name", ""))
        self.links += [given[name] for name in ("href", "src") if name in given]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser calls it so
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in {"script", "style"}:
            self.inline += data


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "hostile"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of an invented warehouse, once of honest words and once of hostile ones."""
    base = tmp_path_factory.mktemp("report")
    database = write_database(base / "attest.duckdb", 30, hostile=request.param)
    return write_report(database, base / "report").parent


def pages_of(folder: Path) -> Iterator[tuple[Path, Page]]:
    """Every page of a report, parsed."""
    for file in sorted(folder.rglob("*.html")):
        yield file, Page(file)


def test_every_row_has_its_page(folder: Path) -> None:
    assert len(list((folder / "documents").iterdir())) == 30
    assert len(list((folder / "events").iterdir())) == 10
    assert len(list((folder / "entities").iterdir())) == 4


def test_an_entity_s_page_shows_the_first_of_countless_mentions_and_counts_all(tmp_path: Path) -> None:
    with Reader(write_database(tmp_path / "attest.duckdb", 700)) as reader:
        entities = reader.rows("entity_pages")
    named = max(entities, key=lambda entity: entity["mention_total"])
    assert (len(named["mentions"]), len(named["claims"])) == (300, 300)
    assert named["mention_total"] == sum(word["word_count"] for word in named["words"] if word["kind"] == "form") == 700
    assert sum(month["mention_count"] for month in named["months"]) == 700
    assert [mention["published_on"] for mention in named["mentions"]] == sorted(
        mention["published_on"] for mention in named["mentions"]
    )


def test_every_link_leads_to_a_page_and_a_place_in_it(folder: Path) -> None:
    pages = {file.resolve(): page for file, page in pages_of(folder)}
    followed = 0
    for file, page in pages.items():
        for link in page.links:
            if link.startswith(("http:", "https:")):
                continue
            target, _, fragment = link.partition("#")
            aim = (file.parent / unquote(target)).resolve() if target else file
            assert aim.is_file(), f"{file.name}: {link}"
            if "=" in fragment:  # a choice of rows
                assert dict(parse_qsl(fragment)).keys() - {"sort"} <= pages[aim].names, f"{file.name}: {link}"
            elif fragment:
                assert fragment in pages[aim].ids, f"{file.name}: {link}"
            followed += 1
    assert followed > 1000


def test_every_page_carries_the_policy_and_nothing_inline(folder: Path) -> None:
    for file, page in pages_of(folder):
        assert page.policies == [POLICY], file.name
        assert page.inline == "", file.name
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"], file.name
        assert not page.elements & {"iframe", "object", "embed", "base", "img", "style"}, file.name
        assert not [link for link in page.links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)]


def test_no_data_file_holds_mark_up_or_a_hidden_turn(folder: Path) -> None:
    for file in [*folder.glob("rows/*.js"), *folder.glob("words/*.js")]:
        text = file.read_bytes()
        assert text.isascii(), file.name
        assert b"<" not in text, file.name
        assert b"\\u202e" not in text, file.name


def test_rows_of_a_listing_are_all_in_its_files(folder: Path) -> None:
    (file,) = folder.glob("rows/claims-*.js")
    call = re.fullmatch(r"attest\.add\(0, (.*)\);\n", file.read_text("utf-8"))
    assert call is not None
    rows, words = json.loads(f"[{call[1]}]")
    assert len(rows) == 30
    assert len(words) == len(rows[0])


CELLS = st.sampled_from(["", "asserted", ["5", 5.0], ["event", None, "events/0a.html"]])


@given(st.lists(st.tuples(CELLS, CELLS, st.text(max_size=3)).map(list), max_size=9))
def test_cells_that_repeat_stand_once_and_are_read_back(cells: list[list[object]]) -> None:
    packed, words = shared(cells)
    read = [[words[at][cell] if isinstance(cell, int) else cell for at, cell in enumerate(row)] for row in packed]
    assert read == cells
    assert all(len(each) < len(cells) for each in words if each)


def test_summary_tells_the_run_to_machines_and_people(folder: Path) -> None:
    told = json.loads((folder / "summary.json").read_text("utf-8"))
    assert (told["totals"]["document_count"], told["totals"]["reject_count"]) == (30, 4)
    assert {row["reason_code"] for row in told["rejects"]} >= {"empty", "binary"}
    assert told["failed_checks"][-1]["severity"] == "warning"
    words = (folder / "summary.md").read_text("utf-8")
    assert "30 documents" in words
    assert "most places are resolved" in words


def test_nothing_is_written_again_when_nothing_is_new(tmp_path: Path) -> None:
    database = write_database(tmp_path / "attest.duckdb", 9)
    write_report(database, tmp_path / "report")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "report").rglob("*.html")}
    write_report(database, tmp_path / "report")
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_a_new_batch_rebuilds_the_pages_it_touches_and_no_others(tmp_path: Path) -> None:
    write_report(write_database(tmp_path / "one.duckdb", 9), tmp_path / "report")
    documents = tmp_path / "report" / "documents"
    before = {file.name: file.stat().st_ino for file in documents.iterdir()}
    write_report(write_database(tmp_path / "two.duckdb", 9), tmp_path / "report")
    assert {file.name: file.stat().st_ino for file in documents.iterdir()} == before
    with duckdb.connect(str(tmp_path / "two.duckdb")) as connection:
        connection.execute("update documents set title = 'Another' where document_id = ?", [key_of("document", 4)])
        connection.execute("delete from documents where document_id = ?", [key_of("document", 8)])
    write_report(tmp_path / "two.duckdb", tmp_path / "report")
    after = {file.name: file.stat().st_ino for file in documents.iterdir()}
    assert before.keys() - after.keys() == {f"{key_of('document', 8)[:16]}.html"}
    assert [name for name in after if after[name] != before[name]] == [f"{key_of('document', 4)[:16]}.html"]


def test_an_empty_warehouse_has_a_report(tmp_path: Path) -> None:
    page = write_report(write_database(tmp_path / "attest.duckdb", 0), tmp_path / "report")
    assert "No event has a day yet" in page.read_text("utf-8")


def test_a_missing_warehouse_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="attest run"):
        write_report(tmp_path / "attest.duckdb", tmp_path / "report")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A small invented warehouse, open for reading."""
    with Reader(write_database(tmp_path_factory.mktemp("rows") / "attest.duckdb", 6)) as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(file.stem for file in QUERIES.glob("*.sql")))
def test_query_is_one_described_select_that_runs(name: str, reader: Reader) -> None:
    asked = Query(name)
    assert asked.purpose.endswith(".")
    assert len(duckdb.extract_statements(asked.text)) == 1
    body = re.sub(r"'[^']*'|--.*", "", asked.text)
    assert body == body.lower()
    assert isinstance(reader.rows(name), list)


@pytest.mark.parametrize("gathered", [1, 2, 3, 1000])
def test_rows_gathered_in_parts_are_all_the_rows_once(
    gathered: int, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "GATHERED", gathered)
    parts = sorted(row["document_id"] for row in reader.in_parts("document_pages", "document_id", "documents"))
    assert parts == sorted(row["document_id"] for row in reader.each("document_pages"))


@pytest.mark.parametrize("value", [*HOSTILE, key_of("event", 0)[:32]])
def test_shown_statement_of_one_row_runs_and_cannot_be_broken_out_of(value: str, reader: Reader) -> None:
    with duckdb.connect(str(reader.database), read_only=True, config=READ_ONLY) as connection:
        found = connection.execute(Query("event_pages").where("event_id", value)).fetchall()
    assert len(found) == (value == key_of("event", 0)[:32])


def test_a_database_of_another_version_is_named(tmp_path: Path) -> None:
    database = write_database(tmp_path / "attest.duckdb", 3)
    with duckdb.connect(str(database)) as connection:
        connection.execute("drop view first_runs")
    with pytest.raises(OSError, match=r"attest\.duckdb: built by another version of attest; `attest build`"):
        write_report(database, tmp_path / "report")
