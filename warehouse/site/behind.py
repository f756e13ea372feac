"""Where the rows stand behind a figure on quality: those it counts, and those it is a share or mean of."""

from dataclasses import dataclass
from urllib.parse import urlencode

from warehouse.site.words import label_of

Asked = tuple[str, dict[str, str]]  # a listing, and what its filters are asked

RECEIVED: Asked = ("received", {})
DOCUMENTS: Asked = ("documents", {})
CLAIMS: Asked = ("claims", {})
PLACED: Asked = ("claims", {"placed": "yes"})
EVENTS: Asked = ("events", {})
COMMONEST = "commonest_type_share"
FIGURES: dict[str, tuple[Asked, Asked | None]] = {
    "received_count": (RECEIVED, None),
    "document_count": (DOCUMENTS, None),
    "claim_count": (CLAIMS, None),
    "mentions_per_sentence": (("documents", {"sort": "-names"}), ("documents", {"sort": "-sentences"})),
    "kept_share": (("documents", {"sort": "kept"}), DOCUMENTS),
    "words_per_document": (("documents", {"sort": "-words"}), DOCUMENTS),
    "refused_share": (("received", {"outcome": "refused"}), RECEIVED),
    "foreign_share": (("received", {"reason": "language not supported"}), RECEIVED),
    "undated_share": (("documents", {"dated": "no"}), DOCUMENTS),
    "unpublished_share": (("documents", {"dated": "no"}), DOCUMENTS),
    "unknown_outlet_share": (("documents", {"outlet": "unknown"}), DOCUMENTS),
    "copied_share": (("documents", {"copied": "yes"}), DOCUMENTS),
    "documents_without_claims_share": (("documents", {"telling": "no"}), DOCUMENTS),
    "claims_per_document": (CLAIMS, DOCUMENTS),
    "no_actor_share": (("claims", {"unsaid": "who"}), CLAIMS),
    "no_count_share": (("claims", {"unsaid": "number"}), CLAIMS),
    "no_place_share": (("claims", {"unsaid": "place"}), CLAIMS),
    "unresolved_share": (("claims", {"unsaid": "which place"}), PLACED),
    "unresolved_place_share": (("claims", {"unsaid": "which place"}), PLACED),
    "no_date_share": (("claims", {"unsaid": "day"}), CLAIMS),
    "undated_claim_share": (("claims", {"unsaid": "day"}), CLAIMS),
    "no_source_share": (("claims", {"unsaid": "source"}), CLAIMS),
    "roleless_claim_share": (("claims", {"unsaid": "who and to whom"}), CLAIMS),
    COMMONEST: (CLAIMS, CLAIMS),
    "claims_per_event": (("events", {"sort": "-claims"}), EVENTS),
}


@dataclass(frozen=True)
class Behind:
    """The addresses of the rows that a figure counts and of those it is taken over; empty where none are listed."""

    counted: str = ""
    over: str = ""


def behind(figure: str, *, batch_id: str = "", commonest: str = "") -> Behind:
    """Where the rows of a figure stand, of one batch or of all; `commonest` is the type that most claims are of."""
    counted, over = FIGURES[figure]
    more = {"type": label_of(commonest)} if figure == COMMONEST else {}
    return Behind(_address(counted, batch_id, more), _address(over, batch_id, {}) if over else "")


def _address(asked: Asked, batch_id: str, more: dict[str, str]) -> str:
    page, given = asked
    chosen = {**given, **({"batch": batch_id} if batch_id else {}), **more}
    return f"{page}.html#{urlencode(chosen)}" if chosen else f"{page}.html"
