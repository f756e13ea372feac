"""Corrections: what analysts noted, applied to the claims the machine coded, and what became of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from schemas.claims import CLAIMS
from schemas.corrections import CORRECTION_OUTCOMES, CORRECTIONS, typed
from schemas.table import conform
from stages.stage import Made, Reject, id_of
from stages.words.crosswalks import Crosswalks, codes_of

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Correction:
    """One noted correction."""

    correction_id: str
    target_id: str
    action: str
    field: str | None
    expected: str | None
    value: str | None
    reason: str
    author: str

    @property
    def is_rejection(self) -> bool:
        """Whether the claim is left out."""
        return self.action == "reject"

    @property
    def whose(self) -> str:
        """Who says so, and why."""
        return f"by {self.author}: {self.reason}"

    def outcome(self, outcome: str, found: object = None) -> Row:
        """What became of it, with the value that was found."""
        return {
            "correction_id": self.correction_id,
            "target_id": self.target_id,
            "outcome": outcome,
            "found_value": written(found),
        }


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything noted of one kind of thing, as rows with their ids and by target, in the order of the file."""

    rows: Sequence[Row]
    by_target: Mapping[str, Sequence[Correction]]

    @classmethod
    def of(cls, noted: pa.Table, kind: str | None = None) -> "Corrections":
        """The corrections of a table in the shape of CORRECTIONS_FILE; the same one noted twice counts once."""
        rows = {id_of(*row.values()): row for row in noted.to_pylist() if kind in (None, row["target_kind"])}
        by_target: dict[str, list[Correction]] = defaultdict(list)
        for correction_id, row in rows.items():
            kept = {name: row[name] for name in Correction.__slots__ if name in row}
            by_target[row["target_id"]].append(Correction(correction_id, **kept))
        return cls([{"correction_id": key, **row} for key, row in rows.items()], by_target)

    def __iter__(self) -> Iterator[Correction]:
        return (correction for noted in self.by_target.values() for correction in noted)


def correct_claims(coded_claims: pa.Table, *, claim_corrections: Corrections, crosswalks: Crosswalks) -> Made:
    """`claims`, with `correction_outcomes`: amended ones say so, rejected ones are refused with the reason."""
    noted_of = claim_corrections.by_target
    if noted_of.keys().isdisjoint(coded_claims["claim_id"].to_pylist()):
        unchanged = pa.nulls(coded_claims.num_rows, CLAIMS.column("corrected").type)
        as_coded = conform(coded_claims.append_column("corrected", unchanged), CLAIMS)
        return Made(as_coded, also={"correction_outcomes": CORRECTION_OUTCOMES.empty()})
    kept: list[Row] = []
    rejects: list[Reject] = []
    outcomes: list[Row] = []
    for row in coded_claims.to_pylist():
        corrected, rejection, of_it = corrected_claim(row, noted_of.get(row["claim_id"], ()))
        outcomes += of_it
        if rejection is None:
            kept.append(_with_codes(corrected, row, crosswalks))
        else:
            detail = f"claim {row['claim_id']}, {rejection.whose}"
            rejects.append(Reject("claims", row["document_id"], None, "rejected_by_analyst", detail))
    return Made(CLAIMS.of(kept), rejects, {"correction_outcomes": CORRECTION_OUTCOMES.of(outcomes)})


def _with_codes(corrected: Row, coded: Row, crosswalks: Crosswalks) -> Row:
    """The claim with the codes that follow from its type, mode and status, where one of these was changed."""
    if all(corrected[field] == coded[field] for field in ("type_code", "mode", "status")):
        return corrected
    rules = {found["field"]: found["rule"] for found in coded["found"]}  # type: ignore[attr-defined]
    rule = str(rules.get("status")) if corrected["status"] == coded["status"] else "noted"
    mode = None if corrected["mode"] is None else str(corrected["mode"])
    codes = codes_of(str(corrected["type_code"]), mode, str(corrected["status"]), rule, crosswalks)
    return {**corrected, **dict(zip(("plover_code", "cameo_code", "acled_code"), codes, strict=True))}


def corrected_claim(row: Row, noted: Sequence[Correction]) -> tuple[Row, Correction | None, list[Row]]:
    """The claim as corrected, the correction that rejects it if one does, and what became of each."""
    amended, said = {**row, "corrected": None}, list[str]()
    outcomes: dict[str, Row] = {}
    rejection: Correction | None = None
    for correction in noted:
        found = None if correction.field is None else written(amended[correction.field])
        holds = found == correction.expected or (correction.is_rejection and correction.field is None)
        outcomes[correction.correction_id] = correction.outcome("applied" if holds else "guard_failed", found)
        if holds and correction.is_rejection:
            rejection = rejection or correction
        elif holds and correction.field is not None:
            amended[correction.field] = typed(correction.field, correction.value, CLAIMS.column(correction.field))
            change = f"{correction.field}: {found or 'none'} became {correction.value or 'none'}"
            said.append(f"{change}, {correction.whose}")
    if not _in_order(amended):
        undone = [each for each in noted if not each.is_rejection]
        outcomes |= {
            each.correction_id: each.outcome("contradicts", outcomes[each.correction_id]["found_value"])
            for each in undone
            if outcomes[each.correction_id]["outcome"] == "applied"
        }
        amended, said = {**row, "corrected": None}, []
    return {**amended, "corrected": said or None}, rejection, list(outcomes.values())


def record_corrections(
    correction_outcomes: pa.Table,
    place_outcomes: pa.Table,
    entity_outcomes: pa.Table,
    event_outcomes: pa.Table,
    *,
    corrections: Corrections,
) -> Made:
    """`corrections`: everything noted, with what became of it; what nothing has met has no target."""
    told = (correction_outcomes, place_outcomes, entity_outcomes, event_outcomes)
    met = {row["correction_id"]: row for outcomes in told for row in outcomes.to_pylist()}
    missing = {"outcome": "unknown_target", "found_value": None}
    rows = [
        row | {name: met.get(str(row["correction_id"]), missing)[name] for name in missing} for row in corrections.rows
    ]
    return Made(CORRECTIONS.of(sorted(rows, key=lambda row: str(row["correction_id"]))))


def written(value: object) -> str | None:
    """A value as corrections.csv writes it: days in ISO 8601, yes and no as true and false, nothing as null."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _in_order(row: Row) -> bool:
    """Whether no low of the claim is above its high."""
    pairs = [(row[low], row[high]) for low, high in CLAIMS.ordered]
    return all(low is None or high is None or low <= high for low, high in pairs)  # type: ignore[operator]
