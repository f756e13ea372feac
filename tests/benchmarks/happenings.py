"""Happenings that several annotated pages tell: each should become an event of its own, and none merge with another."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePath

import pyarrow as pa

from pipelines.scoreboard import console_of
from pipelines.scratch import make_tables, rows_of
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.gold import sets_of
from tests.benchmarks.options import Options
from warehouse.gold import read_gold


def run(options: Options) -> None:
    """Print how many happenings have an event that all of their pages share, and which events mix two."""
    sets = sets_of(options)
    with options.settings("gold") as settings:
        store = make_tables([str(path) for _, pages in sets.values() for path in pages], settings, ["event_claims"])
        document_of = _names(rows_of("landed", store))
        claims = rows_of("claims", store)
        members = _documents_of_events(rows_of("event_claims", store), claims, document_of)
    for title, names in (("development pages", ("seeds", "pages")), ("bundled corpus", ("bundled",))):
        group_of = {
            str(page["doc"]): str(page["group"])
            for name in names
            for page in read_gold(sets[name][0]).pages
            if page.get("group")
        }
        _show_groups(title, group_of, members)


def _names(landed: pa.Table) -> dict[str, str]:
    rows = zip(landed["document_id"].to_pylist(), landed["uri"].to_pylist(), strict=True)
    return {document_id: PurePath(uri).name for document_id, uri in rows}


def _documents_of_events(links: pa.Table, claims: pa.Table, name_of: Mapping[str, str]) -> dict[str, set[str]]:
    """The documents whose claims each event has."""
    rows = zip(claims["claim_id"].to_pylist(), claims["document_id"].to_pylist(), strict=True)
    document_of = {claim_id: name_of[document_id] for claim_id, document_id in rows}
    members: dict[str, set[str]] = defaultdict(set)
    for event_id, claim_id in zip(links["event_id"].to_pylist(), links["claim_id"].to_pylist(), strict=True):
        members[event_id].add(document_of[claim_id])
    return members


def _show_groups(title: str, group_of: Mapping[str, str], members: Mapping[str, set[str]]) -> None:
    documents: dict[str, set[str]] = defaultdict(set)
    for document, group in group_of.items():
        documents[group].add(document)
    several = {group: names for group, names in documents.items() if len(names) > 1}
    best = {
        group: max((len(names & found) for found in members.values()), default=0) for group, names in several.items()
    }
    mixed = [found for found in members.values() if len({group_of[name] for name in found & group_of.keys()}) > 1]
    show(
        f"happenings told by several pages: {title}",
        [
            Measured("with an event of two pages or more", sum(count > 1 for count in best.values()), len(several)),
            Measured("with an event of all their pages", sum(best[group] == len(several[group]) for group in several)),
            Measured("events that mix two happenings", len(mixed), 0, is_ceiling=True),
        ],
    )
    console = console_of()
    for group, names in several.items():
        console.print(f"  {group}: {best[group]} of {len(names)} pages in one event", highlight=False)
    for found in mixed:
        console.print(f"  mixed: {', '.join(sorted(found & group_of.keys()))}", highlight=False)
