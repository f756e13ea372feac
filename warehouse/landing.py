"""Receiving items: every file once, every item as bytes, in batches of bounded size."""

import glob
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from schemas.landed import LANDED
from schemas.records import REJECTS, Reject, reject_rows
from warehouse.compression import bare_suffix
from warehouse.items import Item, refusal
from warehouse.readers import items_in, records_in, sidecar_of
from warehouse.remote import Unreachable, byte_counts_at, sidecars_among
from warehouse.store import Store, column_in, key_of

STANDARD_INPUT = "-"
PRUNED = "pruned"  # the reason of what was received once and dropped since: it is known, and not received again
PAGES = {".txt", ".html", ".htm"}  # one item a file
USUAL_BYTES = 4_000  # of a news item as a record


class NoSuchPath(ValueError):
    """An input that does not exist, said before anything starts."""


@dataclass(slots=True)
class Landing:
    """What one reception brought: batches written, items new, known already and refused."""

    batches: list[str] = field(default_factory=list)
    new: int = 0
    known: int = 0
    refused: int = 0


def files_in(inputs: Sequence[str]) -> list[str]:
    """Every file that the inputs name, folders and patterns resolved, sorted; raises NoSuchPath."""
    files: dict[str, None] = {}
    for name in inputs:
        found = [name] if name == STANDARD_INPUT else _remote(name) if "://" in name else _local(name)
        if not found:
            raise NoSuchPath(f"{name}: no such file, folder or pattern that matches one")
        files.update(dict.fromkeys(found))
    return list(files)


def expected_items(inputs: Sequence[str]) -> int:
    """About how many items the inputs hold, from the number and size of their files; 0 for standard input."""
    sizes = {name: Path(name).stat().st_size for name in files_in(inputs) if Path(name).is_file()}
    for address in (name for name in inputs if "://" in name):
        sizes |= byte_counts_at(address)
    return len(sizes) + sum(size // USUAL_BYTES for name, size in sizes.items() if bare_suffix(name) not in PAGES)


def _local(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        found = (str(file) for file in path.rglob("*") if not _is_hidden(file.relative_to(path)))
        return sorted(file for file in found if not Path(file).is_dir())
    if path.exists():
        return [name]
    return (
        sorted(
            file
            for match in glob.glob(name, recursive=True)  # noqa: PTH207 - absolute patterns too
            for file in _local(match)
        )
        if glob.has_magic(name)
        else []
    )


def _remote(name: str) -> list[str]:
    try:
        return list(byte_counts_at(name))
    except Unreachable as error:
        raise NoSuchPath(str(error)) from error


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class Reception:
    """What is to be received: the inputs, how many items a batch may hold and how many bytes an item."""

    inputs: Sequence[str]
    batch_size: int
    max_bytes: int
    standard_input: IO[bytes] | None = None


def land(reception: Reception, store: Store, received_at: datetime) -> Landing:
    """Receive every item that is not yet known, batch by batch; raises NoSuchPath."""
    return land_found(_received(reception), store, reception.batch_size, received_at)


def land_found(found: Iterable[Item | Reject], store: Store, batch_size: int, received_at: datetime) -> Landing:
    """Keep every item and refusal that is not yet known, batch by batch."""
    landing = Landing()
    items: list[Item] = []
    rejects: list[Reject] = []
    for each in _new_in(found, store, landing):
        (rejects if isinstance(each, Reject) else items).append(each)  # type: ignore[arg-type]
        if len(items) + len(rejects) >= batch_size:
            landing.batches.append(_write(store, items, rejects, received_at))
            items, rejects = [], []
    if items or rejects:
        landing.batches.append(_write(store, items, rejects, received_at))
    return landing


def has_new(reception: Reception, store: Store) -> bool:
    """Whether there is anything to receive; reads no further than the first such item. Raises NoSuchPath."""
    return next(_new_in(_received(reception), store, Landing()), None) is not None


def known_uris(store: Store) -> set[str]:
    """Every address that an item was received or refused from."""
    refused = [path for path in store.paths("rejects") if path.stem.startswith("batch=landed-")]
    return {str(uri) for (uri,) in column_in([*store.paths("landed"), *refused], "uri")}


def _received(reception: Reception) -> Iterator[Item | Reject]:
    return _found_in(files_in(reception.inputs), reception)


def _new_in(found: Iterable[Item | Reject], store: Store, landing: Landing) -> Iterator[Item | Reject]:
    """The items and refusals that are not yet known, counted in `landing`."""
    known = _Known.of(store)
    for item in found:
        each = item if isinstance(item, Reject) else known.doubled(item) or item
        if not known.add(each):
            landing.known += 1
        elif isinstance(each, Reject):
            landing.refused += 1
            yield each
        else:
            landing.new += 1
            yield each


def _found_in(files: Sequence[str], reception: Reception) -> Iterator[Item | Reject]:
    sidecars = sidecars_among(files)
    for path in files:
        if path == STANDARD_INPUT:
            if reception.standard_input is not None:
                yield from records_in(reception.standard_input, "stdin", reception.max_bytes)
        elif _leads_out(path, reception.inputs):
            yield refusal(path, "outside_input", "a link to a file outside the inputs")
        elif "://" in path or _is_plain_file(path):
            if path not in sidecars and not _is_sidecar(path):
                yield from items_in(path, reception.max_bytes)
        else:
            yield refusal(path, "not_a_file", "a device, pipe, socket or broken link")


def _leads_out(path: str, inputs: Sequence[str]) -> bool:
    """Whether a link that was found, not named, points to where no input is: what is sent in must not fetch files."""
    if "://" in path or path in inputs or not Path(path).is_symlink() or not Path(path).exists():
        return False
    target = Path(path).resolve()
    return not any(target.is_relative_to(Path(name).resolve()) for name in inputs if "://" not in name)


def _is_plain_file(path: str) -> bool:
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False


def _is_sidecar(path: str) -> bool:
    """Whether a .json file stands beside the page it speaks of."""
    if not path.endswith(".json"):
        return False
    siblings = Path(path).parent.glob(f"{glob.escape(Path(path).stem)}*")
    return any(Path(path) in sidecar_of(str(page)) for page in siblings if not page.name.endswith(".json"))


@dataclass(slots=True)
class _Known:
    """What was received before: documents, the addresses they came from, and refusals."""

    sources: set[tuple[str, str]]
    first_uri: dict[str, str]
    refusals: set[Reject]

    @classmethod
    def of(cls, store: Store) -> "_Known":
        pairs = [(str(a), str(b)) for a, b in column_in(store.paths("landed"), "document_id", "uri")]
        paths = [path for path in store.paths("rejects") if path.stem.startswith("batch=landed-")]
        refusals = {Reject(*row) for row in column_in(paths, *REJECTS.schema.names)}  # type: ignore[arg-type]
        pairs += [(str(each.document_id), str(each.uri)) for each in refusals if each.reason_code == PRUNED]
        return cls(set(pairs), dict(pairs), refusals)

    def add(self, found: Item | Reject) -> bool:
        """Whether the item or refusal is new; it is known from now on."""
        if isinstance(found, Reject):
            is_new = found not in self.refusals
            self.refusals.add(found)
            return is_new
        source = (found.document_id, found.uri)
        is_new = source not in self.sources
        self.sources.add(source)
        self.first_uri.setdefault(found.document_id, found.uri)
        return is_new

    def doubled(self, item: Item) -> Reject | None:
        """The refusal of bytes that were received from another address before."""
        first = self.first_uri.get(item.document_id)
        if first is None or first == item.uri:
            return None
        return refusal(item.uri, "same_bytes", f"the same bytes as {first}", item.content)


def _write(store: Store, items: list[Item], rejects: list[Reject], received_at: datetime) -> str:
    """Write one batch; its id follows from what is in it."""
    parts = [*(f"{item.document_id} {item.uri}" for item in items), *(str(reject) for reject in rejects)]
    batch_id = key_of(parts)[:16]
    rows: list[dict[str, object]] = [
        {
            "document_id": item.document_id,
            "uri": item.uri,
            "media_type": item.media_type,
            "charset": item.charset,
            "content": item.content,
            "byte_count": len(item.content),
            "given_outlet": item.outlet,
            "given_title": item.title,
            "given_published_on": item.published_on,
            "received_at": received_at,
            "batch_id": batch_id,
        }
        for item in items
    ]
    key = key_of(parts)
    store.write(REJECTS, f"landed-{batch_id}", reject_rows(rejects), key, staged=False)
    store.write(LANDED, batch_id, LANDED.of(rows), key, staged=False)
    return batch_id
