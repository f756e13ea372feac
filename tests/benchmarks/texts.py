"""Texts of benchmarks turned into our tables: through the whole pipeline, or as clean articles."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyarrow as pa

from pipelines.resources import resources_for
from pipelines.scratch import make_tables, rows_of, stages_for
from pipelines.settings import Settings
from schemas.documents import DOCUMENTS

BATCH = 100  # texts, so that a long benchmark shows its progress


class Text(NamedTuple):
    """A text of a benchmark, with what is known of it; `content` is HTML when `is_html`."""

    name: str
    content: str
    published_on: date | None = None
    uri: str | None = None
    is_html: bool = False


def received(
    texts: Sequence[Text], tables: Sequence[str], settings: Settings
) -> tuple[dict[str, pa.Table], dict[str, str]]:
    """Tables made by the pipeline from a feed of the texts, and the name of the text of each document_id."""
    with TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.jsonl"
        feed.write_text("".join(f"{json.dumps(_record_of(text))}\n" for text in texts), encoding="utf-8")
        store = make_tables([str(feed)], settings, tables)
    name_of = {text.uri or text.name: text.name for text in texts}
    landed = rows_of("landed", store)
    names = {
        document_id: name_of[uri]
        for document_id, uri in zip(landed["document_id"].to_pylist(), landed["uri"].to_pylist(), strict=True)
        if uri in name_of
    }
    return {table: rows_of(table, store) for table in tables}, names


def _record_of(text: Text) -> dict[str, str | None]:
    return {
        "uri": text.uri or text.name,
        "html" if text.is_html else "text": text.content,
        "published": text.published_on.isoformat() if text.published_on else None,
    }


def analysed(
    texts: Sequence[Text], tables: Sequence[str], settings: Settings
) -> tuple[dict[str, pa.Table], dict[str, str]]:
    """The same for texts that are articles or sentences already: nothing is decoded or cleaned."""
    made: dict[str, list[pa.Table]] = {table: [] for table in tables}
    for at in range(0, len(texts), BATCH):
        batch = _analysed(documents_of(texts[at : at + BATCH]), tables, settings)
        for table in tables:
            made[table].append(batch[table])
    return {table: pa.concat_tables(parts) for table, parts in made.items()}, {
        id_of_text(text): text.name for text in texts
    }


def _analysed(documents: pa.Table, tables: Iterable[str], settings: Settings) -> dict[str, pa.Table]:
    made = {"documents": documents}
    for stage in stages_for(list(tables)):
        if stage.name not in ("raw_documents", "documents"):
            result = stage.function(*(made[name] for name in stage.reads), **resources_for(stage, settings))
            made |= {stage.name: result.rows, **result.also}
    return made


def documents_of(texts: Iterable[Text]) -> pa.Table:
    """Texts as rows of `documents`, every character kept."""
    rows: list[dict[str, object]] = [
        {
            "document_id": id_of_text(text),
            "uri": text.uri or text.name,
            "published_on": text.published_on,
            "published_from": "metadata" if text.published_on else None,
            "language": "en",
            "text": text.content,
            "pieces": [
                {"start_char": 0, "raw_start_char": 0, "length": len(text.content), "raw_length": len(text.content)}
            ],
            "blocks": [],
            "kept_share": 1.0,
        }
        for text in texts
    ]
    return DOCUMENTS.of(rows)


def id_of_text(text: Text) -> str:
    """A document_id for a text that was never bytes."""
    return hashlib.sha256(f"{text.name}\n{text.content}".encode()).hexdigest()
