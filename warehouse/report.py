"""The report: a folder of static pages over one warehouse, readable from disk without a network."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb

from warehouse.site.catalogue import CLAIMS, ENTITIES, EVENTS
from warehouse.site.defections import write_defections
from warehouse.site.evaluations import SCORES
from warehouse.site.intake import DOCUMENTS, RECEIVED, REJECTS, WORK
from warehouse.site.listings import script_json
from warehouse.site.overview import write_overview
from warehouse.site.pages import write_documents, write_entities, write_events
from warehouse.site.quality import write_quality
from warehouse.site.render import POLICY, Site
from warehouse.site.rows import Query, Reader
from warehouse.site.search import write_search
from warehouse.site.summary import write_summary

LISTINGS = (EVENTS, CLAIMS, DOCUMENTS, ENTITIES, REJECTS, RECEIVED, WORK, SCORES)
PAGES: tuple[tuple[str, Callable[[Site, Reader], None]], ...] = (
    ("overview", write_overview),
    ("defections", write_defections),
    ("quality", write_quality),
    ("summary", write_summary),
    ("search", write_search),
    ("document pages", write_documents),
    ("event pages", write_events),
    ("entity pages", write_entities),
)
ONE_ROW = ("document_pages", "event_pages", "entity_pages")  # queries of which a page shows one row
BANNERED = ("overview", "quality", "summary")


def write_report(database: Path, folder: Path, *, progress: Callable[[str], None] = lambda _: None) -> Path:
    """Write the report of a warehouse and return its first page; raises FileNotFoundError when there is no warehouse,
    and OSError when another version has built it.

    Pages whose rows have not changed since the report was last written to `folder` are left as they are.
    """
    try:
        _write_all(database, folder, progress)
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise OSError(f"{database}: built by another version of attest; `attest build` makes it again") from error
    return folder / "index.html"


def _write_all(database: Path, folder: Path, progress: Callable[[str], None]) -> None:
    with _alone_in(folder), Reader(database) as reader:
        site = Site(folder)
        for listing in LISTINGS:
            progress(listing.name)
            listing.write(site, reader)
        for name, write in PAGES:
            progress(name)
            write(site, reader)
        site.text("queries.js", f"window.attestQueries = {script_json(statements())};\n")
        site.finish()


def statements() -> dict[str, str]:
    """The queries that pages share, by name: each page asks for its own row of them."""
    return {name: Query(name).text for name in ONE_ROW}


def write_banners(database: Path, folder: Path) -> None:
    """Write again only the pages that say whether something failed or got worse; the others stay as they are.

    Raises OSError, also where the database is damaged.
    """
    try:
        with _alone_in(folder), Reader(database) as reader:
            site = Site(folder)
            SCORES.write(site, reader)
            for name, write in PAGES:
                if name in BANNERED:
                    write(site, reader)
            site.finish(whole=False)
    except duckdb.Error as error:
        raise OSError(f"{database}: cannot be read: {error}") from error


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process writes there: `attest report` and a run may come together."""
    folder.mkdir(parents=True, exist_ok=True)
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


class _Pages(SimpleHTTPRequestHandler):
    """Files of a report, to this machine only, with the pages' policy as a header too."""

    def send_head(self) -> object:  # type: ignore[override]
        host = (self.headers["Host"] or "").rpartition(":")[0]
        if host not in {"127.0.0.1", "localhost"}:  # a foreign name that resolves to this machine
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def list_directory(self, _: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def server_of(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of a report's folder on the loopback address; port 0 takes a free one. `serve_forever` starts it."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Pages, directory=str(folder)))
