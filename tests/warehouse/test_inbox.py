"""The inbox: files are taken whole and once, and nothing outside it is read."""

import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.records import Reject
from warehouse.inbox import Arrival, Inbox, Look, NoInbox
from warehouse.items import Item
from warehouse.landing import Landing, land_found
from warehouse.store import Store, column_in

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG_AGO = NOW.timestamp() - 3600


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    (tmp_path / "in").mkdir()
    return Inbox(tmp_path / "in", tmp_path / "warehouse")


def put(inbox: Inbox, name: str, text: str = "Ten soldiers deserted.", at: float = LONG_AGO) -> Path:
    path = inbox.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def names(arrivals: list[Arrival]) -> list[str]:
    return [arrival.name for arrival in arrivals]


def given(inbox: Inbox) -> tuple[list[Item | Reject], list[Arrival]]:
    taken: list[Arrival] = []
    return list(inbox.items(inbox.look(NOW).ready, 10_000, taken)), taken


def receive(inbox: Inbox, is_recorded: bool = True) -> Landing:
    taken: list[Arrival] = []
    store = Store(inbox.root)
    landing = land_found(inbox.items(inbox.look(NOW).ready, 10_000, taken), store, 500, NOW)
    if is_recorded:
        inbox.record(taken)
    return landing


@pytest.mark.parametrize(
    ("name", "age", "is_ready"),
    [
        ("page.txt", 60, True),
        ("page.txt", 3, False),  # it may still be written to
        ("page.txt", -3, False),  # the other machine's clock runs ahead a little
        ("page.txt", -9e8, True),  # a clock that is wrong by decades does not keep a file waiting
        ("page.txt.part", 60, False),
        ("page.HTML.CRDOWNLOAD", 9e9, False),
        ("deep/er/page.html", 60, True),
    ],
)
def test_what_is_ready(name: str, age: float, is_ready: bool, inbox: Inbox) -> None:
    put(inbox, name, at=NOW.timestamp() - age)
    look = inbox.look(NOW)
    assert (names(look.ready), names(look.waiting)) == (([name], []) if is_ready else ([], [name]))


def test_hidden_files_are_not_looked_at(inbox: Inbox) -> None:
    put(inbox, ".page.txt.Xy12")
    put(inbox, ".sync/page.txt")
    assert inbox.look(NOW) == Look()


def test_a_file_is_taken_once(inbox: Inbox) -> None:
    put(inbox, "a.txt")
    put(inbox, "b.txt", "Two officers defected.")
    assert receive(inbox).new == 2
    assert (receive(inbox).new, inbox.look(NOW).taken) == (0, 2)


def test_a_file_that_changed_is_taken_again(inbox: Inbox) -> None:
    put(inbox, "a.txt")
    receive(inbox)
    put(inbox, "a.txt", "Eleven soldiers deserted.")
    assert receive(inbox).new == 1


def test_nothing_is_lost_or_doubled_when_a_run_ends_before_it_records(inbox: Inbox) -> None:
    put(inbox, "a.txt")
    put(inbox, "b.exe")
    assert (receive(inbox, is_recorded=False).new, receive(inbox).new, receive(inbox).new) == (1, 0, 0)
    store = Store(inbox.root)
    assert len(list(column_in(store.paths("landed"), "uri"))) == 1
    assert len(list(column_in(store.paths("rejects"), "uri"))) == 1


def test_a_page_waits_for_its_sidecar_to_settle_and_is_read_with_it(inbox: Inbox) -> None:
    put(inbox, "a.txt")
    put(inbox, "a.json", '{"uri": "https://news.example/1", "published": "2014-05-01"}', at=NOW.timestamp())
    assert names(inbox.look(NOW).waiting) == ["a.txt"]
    os.utime(inbox.folder / "a.json", (LONG_AGO, LONG_AGO))
    (item,), _ = given(inbox)
    assert isinstance(item, Item)
    assert (item.uri, str(item.published_on)) == ("https://news.example/1", "2014-05-01")


def test_a_sidecar_waits_for_its_page_for_an_hour(inbox: Inbox) -> None:
    put(inbox, "a.json", "{}", at=NOW.timestamp() - 60)
    assert names(inbox.look(NOW).waiting) == ["a.json"]
    put(inbox, "a.json", "{}", at=NOW.timestamp() - 3700)
    (refused,), _ = given(inbox)
    assert isinstance(refused, Reject)
    assert refused.reason_code == "unsupported_type"


def test_items_have_the_address_of_the_file_not_of_its_copy(inbox: Inbox) -> None:
    put(inbox, "in/r.jsonl", '{"text": "One."}\n{"text": "Two."}\nno json\n')
    found, _ = given(inbox)
    assert [each.uri for each in found] == [f"{inbox.folder}/in/r.jsonl#{number}" for number in (1, 2, 3)]
    assert not (inbox.root / "data" / "inbox" / "reading").exists()


def link_to_file(folder: Path, outside: Path) -> None:
    (folder / "bad.txt").symlink_to(outside / "secret.txt")


def link_to_folder(folder: Path, outside: Path) -> None:
    (folder / "bad").symlink_to(outside, target_is_directory=True)


def link_to_nothing(folder: Path, outside: Path) -> None:
    (folder / "bad.txt").symlink_to(outside / "gone.txt")


def link_that_climbs(folder: Path, _: Path) -> None:
    (folder / "bad.txt").symlink_to("../outside/secret.txt")


def pipe(folder: Path, _: Path) -> None:
    os.mkfifo(folder / "bad.txt")


def unix_socket(folder: Path, _: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "bad.txt"))


@pytest.mark.parametrize("make", [link_to_file, link_to_folder, link_to_nothing, link_that_climbs, pipe, unix_socket])
def test_what_is_no_file_is_refused_and_not_read(make: Callable[[Path, Path], None], inbox: Inbox) -> None:
    outside = inbox.folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Nobody may read this.", encoding="utf-8")
    make(inbox.folder, outside)
    (refused,), taken = given(inbox)
    assert isinstance(refused, Reject)
    assert refused.reason_code in {"outside_input", "not_a_file"}
    assert len(taken) == 1
    assert (receive(inbox).refused, receive(inbox).refused) == (1, 0)


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_link_put_in_place_after_the_look_is_not_followed(is_folder: bool, inbox: Inbox) -> None:
    """Who may write to the inbox must not get at what only the runner may read."""
    put(inbox, "sub/a.txt")
    outside = inbox.folder.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("Nobody may read this.", encoding="utf-8")
    look = inbox.look(NOW)
    swapped = inbox.folder / "sub" if is_folder else inbox.folder / "sub" / "a.txt"
    swapped.rename(inbox.folder.parent / "moved")
    swapped.symlink_to(outside if is_folder else outside / "a.txt")
    taken: list[Arrival] = []
    (refused,) = inbox.items(look.ready, 10_000, taken)
    assert isinstance(refused, Reject)
    assert (refused.reason_code, taken) == ("outside_input", [])


@pytest.mark.parametrize("text", ["Ten soldiers deserted. More follows.", "Six"])
def test_a_file_that_changes_after_the_look_waits(text: str, inbox: Inbox) -> None:
    put(inbox, "a.txt")
    look = inbox.look(NOW)
    put(inbox, "a.txt", text, at=NOW.timestamp())
    taken: list[Arrival] = []
    assert list(inbox.items(look.ready, 10_000, taken)) == []
    assert taken == []


def test_a_file_that_goes_after_the_look_is_nothing(inbox: Inbox) -> None:
    path = put(inbox, "a.txt")
    look = inbox.look(NOW)
    path.unlink()
    assert list(inbox.items(look.ready, 10_000, [])) == []


def test_a_page_that_is_too_large_is_refused_without_reading(inbox: Inbox) -> None:
    with put(inbox, "a.txt").open("ab") as page:
        page.truncate(10**12)  # a terabyte of nothing
    os.utime(inbox.folder / "a.txt", (LONG_AGO, LONG_AGO))
    (refused,), _ = given(inbox)
    assert isinstance(refused, Reject)
    assert refused.reason_code == "too_large"


def test_a_name_in_no_encoding_is_taken_once(inbox: Inbox) -> None:
    path = os.fsencode(inbox.folder) + b"/\xff\xfe.txt"
    with open(path, "wb") as page:  # noqa: PTH123 - a path as bytes
        page.write(b"Ten soldiers deserted.")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert (receive(inbox).new, receive(inbox).new, inbox.look(NOW).taken) == (1, 0, 1)


def test_an_inbox_that_is_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoInbox, match="no folder"):
        Inbox(tmp_path / "nowhere", tmp_path).look(NOW)
