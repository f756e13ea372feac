"""Receiving: what inputs name is found, and received once."""

import json
from pathlib import Path

import fsspec
import pytest

from tests.warehouse.receiving import PAGE, landed, reasons, receive
from warehouse.finding import NoSuchPath, files_in
from warehouse.landing import Reception, has_new
from warehouse.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "warehouse")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    return path


def test_nothing_is_received_twice(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text(PAGE)
    (folder / "b.txt").write_text(PAGE)
    first = receive(store, folder)
    assert (first.new, first.refused, reasons(store)) == (1, 1, ["same_bytes"])
    again = receive(store, folder)
    assert (again.new, again.known, again.refused, again.batches) == (0, 2, 0, [])
    assert not has_new(Reception([str(folder)], 3, 100_000), store)


def test_new_content_at_an_old_address_is_a_new_document(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text(PAGE)
    receive(store, folder)
    (folder / "a.txt").write_text(PAGE.replace("Ten", "Twelve"))
    assert receive(store, folder).new == 1
    assert len({row["uri"] for row in landed(store)}) == 1


def test_standard_input_holds_records(store: Store) -> None:
    lines = b"\n".join(json.dumps({"text": f"{PAGE} {n}"}).encode() for n in range(2))
    assert receive(store, "-", standard_input=lines).new == 2
    assert [row["uri"] for row in landed(store)] == ["stdin#1", "stdin#2"]


def test_batches_follow_from_their_content(folder: Path, tmp_path: Path) -> None:
    for n in range(7):
        (folder / f"{n}.txt").write_text(f"{PAGE} {n}")
    stores = [Store(tmp_path / name) for name in ("one", "two")]
    for store in stores:
        receive(store, folder)
    one, two = (store.paths("landed") for store in stores)
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


@pytest.mark.parametrize("name", ["nowhere", "nothing-*.txt"])
def test_a_path_that_does_not_exist_is_an_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"no such file"):
        files_in([str(tmp_path / name)])


def test_remote_files_are_read_like_local_ones(store: Store) -> None:
    system = fsspec.filesystem("memory")
    for name in ("a.txt", "b.html"):
        system.pipe_file(f"/pages/{name}", PAGE.encode() + name.encode())
    assert receive(store, "memory://pages").new == 2
    assert {row["uri"] for row in landed(store)} == {"memory:///pages/a.txt", "memory:///pages/b.html"}


@pytest.mark.parametrize("name", ["nothing://bucket/x", "memory://none"])
def test_a_remote_path_that_cannot_be_listed_is_an_error(name: str) -> None:
    with pytest.raises(NoSuchPath):
        files_in([name])


def test_patterns_and_folders_become_files(folder: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html", ".hidden.txt"):
        (folder / name).write_text(PAGE)
    assert [Path(name).name for name in files_in([str(folder / "*.txt"), str(folder)])] == ["a.txt", "b.txt", "c.html"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(store: Store, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the key is under the mat", encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "same.txt").symlink_to(folder / "page.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    receive(store, folder)
    assert [row["content"] for row in landed(store)] == [PAGE.encode()]
    assert reasons(store) == ["outside_input", "same_bytes"]
    assert receive(store, folder / "out.txt").new == 1  # named by the user, it is an input


def test_a_linked_folder_is_refused_and_nothing_behind_it_is_read(store: Store, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "secret.txt").write_text("the key is under the mat", encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "out").symlink_to(tmp_path / "private")
    (folder / "round").symlink_to(folder)
    for inputs in ([folder], [folder / "**" / "*"], [folder / "*"], [folder / "*" / "*.txt"]):
        receive(store, *inputs)
    assert [row["content"] for row in landed(store)] == [PAGE.encode()]
    assert set(reasons(store)) == {"linked_folder", "outside_input", "same_bytes"}
    assert receive(store, folder / "out").new == 1  # named by the user, it is an input


def test_large_items_do_not_wait_for_a_full_batch(store: Store, folder: Path) -> None:
    for at in range(3):
        (folder / f"{at}.txt").write_bytes(b"%d" % at * 40_000_000)
    assert len(receive(store, folder, max_bytes=50_000_000).batches) == 2


def test_a_reception_that_broke_off_is_taken_up_with_the_same_batches(store: Store, folder: Path) -> None:
    for name in ("a.txt", "b.pdf", "c.txt", "d.txt"):
        (folder / name).write_text(f"{PAGE} {name}", encoding="utf-8")
    whole = receive(store, folder)
    store.path_of("landed", whole.batches[0]).unlink()  # as when it ends between the two files of a batch
    assert receive(store, folder).batches == whole.batches[:1]
    assert reasons(store) == ["unsupported_type"]
