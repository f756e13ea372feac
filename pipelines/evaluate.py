"""`attest evaluate`: the pipeline over annotated documents, and how well its rows agree with the annotations."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from pipelines.commands import settings_of
from pipelines.publishing import publish_scores
from pipelines.scoreboard import claim_figures, show_errors, show_scores
from pipelines.scratch import make_tables, rows_of, scratch_settings
from stages.scoring.annotations import Annotations, Statement
from stages.scoring.records import annotated, annotations_of
from stages.scoring.rows import articles_in, names_in, statements_in
from stages.scoring.scores import Scores, scores_of
from warehouse import clock
from warehouse.gold import Gold, NoGold, Record, read_gold
from warehouse.store import Store

TABLES = ("documents", "mentions", "claims")
BYTE_ORDER_MARK = "\ufeff"


def evaluate(
    gold: Path,
    documents: list[str],
    model: str | None = None,
    errors: int = 0,
    scratch: Path | None = None,
    warehouse: Path | None = None,
) -> Scores:
    """Run over the annotated documents among `documents`, print the figures and `errors` wrong answers of each kind.

    `scratch` is a folder to keep the tables in, so that the next evaluation makes only what has changed; `warehouse`
    one whose report shows the figures over time. Raises NoGold, NoSuchPath, NoModel.
    """
    annotations = read_gold(gold)
    with scratch_settings(model, scratch) as settings:
        _pages_in(annotations, make_tables(documents, settings, ()))
        store = make_tables(documents, settings, TABLES)
        scores, raw_text = compared(annotations, store)
    show_scores(scores)
    if errors:
        show_errors(scores, raw_text, errors)
    if warehouse is not None:
        publish_scores(settings_of(warehouse), str(gold), counts_of(scores), clock.now())
    return scores


def counts_of(scores: Scores) -> dict[str, tuple[int, int, int]]:
    """The figures that are kept over time: right, found and wanted by what is measured."""
    figures = dict(claim_figures(scores.claims))
    if scores.articles is not None:
        figures["characters of the body"] = scores.articles.body
    if scores.names is not None:
        figures["names"] = scores.names["exact span, in the article"]
    return {name: (figure.right, figure.predicted, figure.wanted) for name, figure in figures.items()}


def compared(gold: Gold, store: Store) -> tuple[Scores, dict[str, str]]:
    """The scores over the annotated documents that were received, and the raw text of each; raises NoGold."""
    contents, pages = _contents(store), _pages_in(gold, store)
    raw_text = {name: _decoded(contents[name][1], str(page.get("encoding") or "utf-8")) for name, page in pages.items()}
    name_of = {contents[name][0]: name for name in pages}
    wanted = annotations_of(gold.claims, gold.names, gold.bodies)
    found = Annotations(
        annotated(found_statements(store, name_of), wanted.statements),
        tuple(names_in(rows_of("mentions", store), name_of)),
        tuple(articles_in(rows_of("documents", store), name_of)),
    )
    is_negative = {name: bool(page["negative"]) for name, page in pages.items()}
    return scores_of(found, wanted, is_negative, raw_text), raw_text


def found_statements(store: Store, name_of: dict[str, str]) -> Iterable[Statement]:
    """The stored claims of the documents that `name_of` names, in the shape of annotations."""
    return statements_in(rows_of("claims", store), name_of)


def _pages_in(gold: Gold, store: Store) -> dict[str, Record]:
    """The annotated documents that were received, by name; raises NoGold when there are none."""
    names = _contents(store).keys()
    pages = {str(page["doc"]): page for page in gold.pages if page["doc"] in names}
    if not pages:
        example = gold.pages[0]["doc"] if gold.pages else "none"
        raise NoGold(f"none of the {len(gold.pages)} annotated documents, such as {example}, is among those given")
    return pages


def _contents(store: Store) -> dict[str, tuple[str, bytes]]:
    """The document_id and bytes of what was received, by the last part of its address."""
    rows: Sequence[dict[str, object]] = rows_of("landed", store).select(["document_id", "uri", "content"]).to_pylist()
    return {PurePath(str(row["uri"])).name: (str(row["document_id"]), bytes(row["content"])) for row in rows}  # type: ignore[call-overload]


def _decoded(content: bytes, encoding: str) -> str:
    """The raw text that gold offsets count; a byte-order mark is not counted."""
    return content.decode(encoding, errors="replace").removeprefix(BYTE_ORDER_MARK)
