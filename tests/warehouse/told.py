"""Events and their documents as the tests of marts tell them."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.rows import Row, document_id, views_over
from warehouse.sql import ask

MONDAY, TUESDAY, SUNDAY = date(2012, 8, 6), date(2012, 8, 7), date(2012, 8, 12)
ONE, TWO, THREE = (document_id(name) for name in ("one", "two", "three"))
DOCUMENTS = [
    {"document_id": ONE, "outlet": "Gazette", "published_on": MONDAY, "uri": "one.html"},
    {"document_id": TWO, "outlet": "Herald", "published_on": TUESDAY, "uri": "two.html"},
    {"document_id": THREE, "outlet": "Mirror", "published_on": TUESDAY, "uri": "three.html"},
]


def told(event_id: str, *claims: Row, **event: Any) -> dict[str, list[Row]]:
    """One event with its claims, which take their type from it."""
    type_code = event.get("type_code", "killing")
    rows = [
        {"claim_id": f"{event_id}{n}", "document_id": DOCUMENTS[n % 3]["document_id"], "type_code": type_code} | claim
        for n, claim in enumerate(claims)
    ]
    return {
        "claims": rows,
        "events": [{"event_id": event_id, "type_code": type_code, "claim_count": len(rows)} | event],
        "event_claims": [{"event_id": event_id, "claim_id": row["claim_id"]} for row in rows],
    }


def answers(folder: Path, query: str, *parts: dict[str, list[Row]], **more: list[Row]) -> list[Row]:
    """What a question gets over those events and rows."""
    tables: dict[str, list[Row]] = {"documents": DOCUMENTS, **more}
    for part in parts:
        for name, rows in part.items():
            tables[name] = [*tables.get(name, []), *rows]
    return ask(views_over(folder, tables), query).to_pylist()
