"""Isolation: a document that a stage fails on is refused alone, and the rest of its batch goes on."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from schemas.table import ContractError, UnknownCode
from stages.stage import Made, Reject, Stage
from warehouse.items import printable

OURS = (ContractError, UnknownCode, MemoryError)  # a rule that is wrong, or a machine too small: no document's fault
MAX_FAILED_SHARE = 0.5  # of a batch; where a stage fails on more, the stage is what is broken


def made_by(stage: Stage, inputs: Sequence[pa.Table], resources: Mapping[str, object]) -> Made:
    """What the stage makes of its inputs, with a `stage_failed` refusal for each document that it raises on.

    Raises what the stage raises where it works over the corpus, breaks a contract, or fails on most of a batch.
    """
    try:
        return stage.function(*inputs, **resources)
    except OURS:
        raise
    except Exception as error:
        ids = inputs[0]["document_id"].unique().to_pylist() if stage.per == "batch" else []
        if not ids:
            raise
        parts = _parts_of(stage, inputs, resources, ids, error)
        failed = sum(reject.reason_code == "stage_failed" for part in parts for reject in part.rejects)
        if len(ids) > 1 and failed > len(ids) * MAX_FAILED_SHARE:
            raise
        return _joined(stage, parts)


def _parts_of(
    stage: Stage, inputs: Sequence[pa.Table], resources: Mapping[str, object], ids: list[str], error: Exception
) -> list[Made]:
    """The results of ever smaller halves of documents that failed together with that error."""
    if len(ids) == 1:
        return [Made(stage.makes[0].empty(), [_refusal(stage, inputs[0], ids[0], error)])]
    parts: list[Made] = []
    for half in (ids[: len(ids) // 2], ids[len(ids) // 2 :]):
        some = [rows.filter(pc.is_in(rows["document_id"], pa.array(half))) for rows in inputs]
        try:
            parts.append(stage.function(*some, **resources))
        except OURS:
            raise
        except Exception as inner:
            parts += _parts_of(stage, some, resources, half, inner)
    return parts


def _refusal(stage: Stage, rows: pa.Table, document_id: str, error: Exception) -> Reject:
    uris = rows["uri"].to_pylist() if "uri" in rows.column_names else []
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    return Reject(stage.name, document_id, uris[0] if uris else None, "stage_failed", printable(detail))


def _joined(stage: Stage, parts: Sequence[Made]) -> Made:
    also = {
        table.name: pa.concat_tables([part.also.get(table.name, table.empty()) for part in parts])
        for table in stage.makes[1:]
    }
    rejects = [reject for part in parts for reject in part.rejects]
    return Made(pa.concat_tables([part.rows for part in parts]), rejects, also)
