"""Receiving items: every file once, every item as bytes, in batches of bounded size."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from schemas.landed import LANDED
from schemas.records import REJECTS, Reject, reject_rows
from warehouse.compression import SUFFIXES
from warehouse.finding import STANDARD_INPUT, files_in, strangeness_of
from warehouse.items import Item, refusal
from warehouse.readers import READERS, items_in, records_in, sidecar_of
from warehouse.remote import sidecars_among
from warehouse.store import Store, column_in, key_of

PRUNED = "pruned"  # the reason of what was received once and dropped since: it is known, and not received again
BATCH_BYTES = 64_000_000  # of the items that wait in memory for their batch to be full


@dataclass(slots=True)
class Landing:
    """What one reception brought: batches written, items new, known already and refused."""

    batches: list[str] = field(default_factory=list)
    new: int = 0
    known: int = 0
    refused: int = 0


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
    held = 0
    for each in _new_in(found, store, landing):
        if isinstance(each, Reject):
            rejects.append(each)
        else:
            items.append(each)
            held += len(each.content)
        if len(items) + len(rejects) >= batch_size or held >= BATCH_BYTES:
            landing.batches.append(_write(store, items, rejects, received_at))
            items, rejects, held = [], [], 0
    if items or rejects:
        landing.batches.append(_write(store, items, rejects, received_at))
    return landing


def has_new(reception: Reception, store: Store) -> bool:
    """Whether there is anything to receive; reads no further than the first such item. Raises NoSuchPath."""
    return next(_new_in(_received(reception), store, Landing()), None) is not None


def known_uris(store: Store) -> set[str]:
    """Every address that an item was received or refused from."""
    return {str(uri) for (uri,) in column_in([*store.paths("landed"), *_refused(store)], "uri")}


def _refused(store: Store) -> list[Path]:
    """The files of what was refused on receipt; not of a batch that broke off, which is received again."""
    whole = {f"batch=landed-{batch_id}" for batch_id in store.batches("landed")}
    files = [path for path in store.paths("rejects") if path.stem.startswith("batch=landed-")]
    return [path for path in files if path.stem in whole or (PRUNED,) in column_in([path], "reason_code")]


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
        elif strange := strangeness_of(path, reception.inputs):
            yield refusal(path, *strange)
        elif path not in sidecars and not _is_sidecar(path):
            yield from items_in(path, reception.max_bytes)


def _is_sidecar(path: str) -> bool:
    """Whether a .json file stands beside the page it speaks of."""
    if not path.endswith(".json"):
        return False
    bare = path.removesuffix(".json")
    pages = (f"{bare}{kind}{suffix}" for kind in ("", *READERS) for suffix in ("", *SUFFIXES))
    return any(os.path.lexists(page) and Path(path) in sidecar_of(page) for page in pages)


@dataclass(slots=True)
class _Known:
    """What was received before: documents, the addresses they came from, and refusals."""

    sources: set[tuple[str, str]]
    first_uri: dict[str, str]
    refusals: set[Reject]

    @classmethod
    def of(cls, store: Store) -> "_Known":
        pairs = [(str(a), str(b)) for a, b in column_in(store.paths("landed"), "document_id", "uri")]
        refusals = {Reject(*row) for row in column_in(_refused(store), *REJECTS.schema.names)}  # type: ignore[arg-type]
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
