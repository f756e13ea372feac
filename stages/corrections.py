"""Corrections: what analysts noted, applied to the claims the machine coded, and what became of each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from schemas.claims import CLAIMS
from schemas.corrections import CORRECTION_OUTCOMES, CORRECTIONS, typed
from schemas.table import conform
from stages.stage import Made, Reject, id_of

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


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything noted, as rows with their ids and by claim, in the order of the file."""

    rows: Sequence[Row]
    by_claim: Mapping[str, Sequence[Correction]]

    @classmethod
    def of(cls, noted: pa.Table) -> "Corrections":
        """The corrections of a table in the shape of CORRECTIONS_FILE; the same one noted twice counts once."""
        rows = {id_of(*row.values()): row for row in noted.to_pylist()}
        by_claim: dict[str, list[Correction]] = defaultdict(list)
        for correction_id, row in rows.items():
            kept = {name: row[name] for name in Correction.__slots__ if name in row}
            by_claim[row["target_id"]].append(Correction(correction_id, **kept))
        return cls([{"correction_id": key, **row} for key, row in rows.items()], by_claim)


def correct_claims(coded_claims: pa.Table, *, corrections: Corrections) -> Made:
    """`claims`, with `correction_outcomes`: amended ones say so, rejected ones are refused with the reason."""
    if corrections.by_claim.keys().isdisjoint(coded_claims["claim_id"].to_pylist()):
        unchanged = pa.nulls(coded_claims.num_rows, CLAIMS.column("corrected").type)
        as_coded = conform(coded_claims.append_column("corrected", unchanged), CLAIMS)
        return Made(as_coded, also={"correction_outcomes": CORRECTION_OUTCOMES.empty()})
    kept: list[Row] = []
    rejects: list[Reject] = []
    outcomes: list[Row] = []
    for row in coded_claims.to_pylist():
        noted = corrections.by_claim.get(row["claim_id"], ())
        corrected, rejection, of_it = corrected_claim(row, noted)
        outcomes += of_it
        if rejection is None:
            kept.append(corrected)
        else:
            detail = f"claim {row['claim_id']}, by {rejection.author}: {rejection.reason}"
            rejects.append(Reject("claims", row["document_id"], None, "rejected_by_analyst", detail))
    return Made(CLAIMS.of(kept), rejects, {"correction_outcomes": CORRECTION_OUTCOMES.of(outcomes)})


def corrected_claim(row: Row, noted: Sequence[Correction]) -> tuple[Row, Correction | None, list[Row]]:
    """The claim as corrected, the correction that rejects it if one does, and what became of each."""
    amended, said = {**row, "corrected": None}, list[str]()
    outcomes: dict[str, Row] = {}
    rejection: Correction | None = None
    for correction in noted:
        found = None if correction.field is None else written(amended[correction.field])
        holds = found == correction.expected or (correction.is_rejection and correction.field is None)
        outcomes[correction.correction_id] = _outcome(correction, "applied" if holds else "guard_failed", found)
        if holds and correction.is_rejection:
            rejection = rejection or correction
        elif holds and correction.field is not None:
            amended[correction.field] = typed(correction.field, correction.value, CLAIMS.column(correction.field))
            change = f"{correction.field}: {found or 'none'} became {correction.value or 'none'}"
            said.append(f"{change}, by {correction.author}: {correction.reason}")
    if not _in_order(amended):
        undone = [each for each in noted if not each.is_rejection]
        outcomes |= {
            each.correction_id: _outcome(each, "contradicts", outcomes[each.correction_id]["found_value"])
            for each in undone
            if outcomes[each.correction_id]["outcome"] == "applied"
        }
        amended, said = {**row, "corrected": None}, []
    return {**amended, "corrected": said or None}, rejection, list(outcomes.values())


def record_corrections(correction_outcomes: pa.Table, *, corrections: Corrections) -> Made:
    """`corrections`: everything noted, with what became of it; what no batch has met has no target."""
    met = {row["correction_id"]: row for row in correction_outcomes.to_pylist()}
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


def _outcome(correction: Correction, outcome: str, found: object) -> Row:
    return {
        "correction_id": correction.correction_id,
        "claim_id": correction.target_id,
        "outcome": outcome,
        "found_value": found,
    }


def _in_order(row: Row) -> bool:
    """Whether no low of the claim is above its high."""
    pairs = [(row[low], row[high]) for low, high in CLAIMS.ordered]
    return all(low is None or high is None or low <= high for low, high in pairs)  # type: ignore[operator]
