"""What a stage is: a pure function from tables to a table, and the record the pipeline runs it by."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pyarrow as pa

from schemas.records import Reject
from schemas.table import Table

__all__ = ["Made", "Reject", "Stage", "id_of"]


@dataclass(frozen=True, slots=True)
class Made:
    """What a stage made: its rows, what it refused, and further tables it made on the way."""

    rows: pa.Table
    rejects: list[Reject] = field(default_factory=list)
    also: Mapping[str, pa.Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """How the pipeline runs a stage.

    `reads` names the tables passed as positional arguments, in order; `makes` the tables made, the first of which
    names the stage; `uses` the resources passed by keyword; `per` says whether it runs over a batch or the corpus.
    """

    function: Callable[..., Made]
    reads: tuple[str, ...]
    makes: tuple[Table, ...]
    uses: tuple[str, ...] = ()
    per: Literal["batch", "corpus"] = "batch"

    @property
    def name(self) -> str:
        """The table it is named for."""
        return self.makes[0].name


def id_of(*parts: object) -> str:
    """A key made of what identifies a row: 24 hex digits of SHA-256 over the parts."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
