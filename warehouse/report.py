"""The report: a folder of static pages over one warehouse, readable from disk without a network."""

from collections.abc import Callable
from pathlib import Path

from warehouse.site.catalogue import LISTINGS
from warehouse.site.defections import write_defections
from warehouse.site.overview import write_overview
from warehouse.site.pages import write_documents, write_entities, write_events
from warehouse.site.quality import write_quality
from warehouse.site.render import Site
from warehouse.site.rows import Reader
from warehouse.site.search import write_search
from warehouse.site.summary import write_summary

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


def write_report(database: Path, folder: Path, *, progress: Callable[[str], None] = lambda _: None) -> Path:
    """Write the report of a warehouse and return its first page; raises FileNotFoundError when there is no warehouse.

    Pages whose rows have not changed since the report was last written to `folder` are left as they are.
    """
    site = Site(folder)
    with Reader(database) as reader:
        for listing in LISTINGS:
            progress(listing.name)
            listing.write(site, reader)
        for name, write in PAGES:
            progress(name)
            write(site, reader)
    site.finish()
    return folder / "index.html"
