"""A small invented warehouse for the tests of the report: rows of every table, some of them hostile."""

from datetime import UTC, datetime
from typing import Any

from tests.warehouse.report_words import DROPPED, HOSTILE, KEPT, PLACES, RANKS, SAID, STATUSES, TYPES, day_of, key_of


class Rows:
    """The rows of an invented corpus of so many documents; each says one thing, three in a row say the same."""

    def __init__(self, documents: int, *, hostile: bool = False) -> None:
        self.documents = documents
        self.hostile = hostile

    def word(self, number: int, plain: str) -> str:
        """The plain word, or in a hostile corpus one that attacks the page."""
        return HOSTILE[number % len(HOSTILE)] if self.hostile else plain

    def raw_text(self, number: int) -> str:
        """What was received: a headline, a sentence that is kept, and a line that is not."""
        return f"{self.word(number, 'Colonel leaves')}\n\n{KEPT}{self.word(number, 'Nobody denied it.')}\n\n{DROPPED}\n"

    def raw_documents(self) -> list[dict[str, Any]]:
        """One received item a number."""
        return [
            {
                "document_id": key_of("document", n), "uri": self.word(n, f"https://outlet{n % 4}.example/{n}"),
                "media_type": "text/plain", "encoding": "utf-8", "text": self.raw_text(n),
                "byte_count": len(self.raw_text(n).encode()), "given_outlet": None, "given_title": None,
                "given_published_on": None, "batch_id": f"b{n * 3 // max(1, self.documents)}",
                "received_at": datetime(2026, 1, 5 + n * 3 // max(1, self.documents), tzinfo=UTC),
            }
            for n in range(self.documents)
        ]  # fmt: skip

    def landed(self) -> list[dict[str, Any]]:
        """The same items as bytes, and one that was refused."""
        kept = ("document_id", "uri", "media_type", "byte_count", "received_at", "batch_id")
        rows = [{name: row[name] for name in kept} for row in self.raw_documents()]
        refused = {**rows[-1], "document_id": key_of("refused")} if rows else None
        return [{**row, "content": b""} for row in (*rows, *([refused] if refused else []))]

    def document_rows(self) -> list[dict[str, Any]]:
        """One kept document for each."""
        return [self.document(n) for n in range(self.documents)]

    def document(self, n: int) -> dict[str, Any]:
        """The kept part of one item, and the map back."""
        raw = self.raw_text(n)
        title, body = raw.split("\n\n")[:2]
        at, end = len(title) + 2, len(title) + 2 + len(body)
        return {
            "document_id": key_of("document", n), "uri": self.word(n, f"https://outlet{n % 4}.example/{n}"),
            "outlet": self.word(n, f"Outlet {n % 4}"), "title": title, "title_start_char": 0,
            "title_end_char": len(title), "byline": self.word(n, "By A. Writer"), "dateline": None,
            "published_on": day_of(n), "published_from": "text", "language": "en", "text": f"{title}\n\n{body}",
            "pieces": [{"start_char": 0, "raw_start_char": 0, "length": end, "raw_length": end}],
            "blocks": [
                {"raw_start_char": 0, "raw_end_char": len(title), "is_kept": True, "kind": "headline", "reason": None},
                {"raw_start_char": at, "raw_end_char": end, "is_kept": True, "kind": "paragraph", "reason": None},
                {"raw_start_char": end + 2, "raw_end_char": len(raw) - 1, "is_kept": False, "kind": "furniture",
                 "reason": self.word(n, "subscription plea")},
            ],
            "kept_share": end / len(raw),
        }  # fmt: skip

    def claims(self) -> list[dict[str, Any]]:
        """One claim a document."""
        return [self.claim(n) for n in range(self.documents)]

    def span(self, n: int, role: str, words: str) -> dict[str, Any]:
        """The three columns of a role that quotes the sentence."""
        at = self.raw_text(n).index(KEPT) + KEPT.index(words)
        return {f"{role}_text": words, f"{role}_raw_start_char": at, f"{role}_raw_end_char": at + len(words)}

    def claim(self, n: int) -> dict[str, Any]:
        """What the sentence of one document says; three documents in a row tell of one event."""
        start = self.raw_text(n).index(KEPT)
        at = start + KEPT.index("left")
        group = n // 3
        is_defection = TYPES[group % len(TYPES)] == "defection"
        return {
            "claim_id": key_of("claim", n)[:32], "document_id": key_of("document", n),
            "type_code": TYPES[group % len(TYPES)], "trigger": "left", "trigger_raw_start_char": at,
            "trigger_raw_end_char": at + 4, "raw_start_char": start, "raw_end_char": start + len(KEPT) - 1,
            "sentence": KEPT.strip() + self.word(n, ""), "is_headline": False, "status": STATUSES[n % 4],
            **self.span(n, "source", "the river council"), "source_kind": "group",
            **self.span(n, "actor", SAID), **self.span(n, "target", "the army"),
            "ranks": ["colonel", "soldier"] if is_defection else [],
            "rank_codes": ["colonel", "soldier"] if is_defection else [],
            **self.span(n, "unit", "the army"), **self.span(n, "count", SAID),
            "count_low": 5 + n % 3, "count_high": None if n % 5 == 0 else 5 + n % 3, "is_total": False,
            **self.span(n, "place", "Deir Qanun"), "place_id": f"geonames:{group % len(PLACES)}",
            "destination_text": "Turkey" if n % 2 else None, **self.span(n, "date", "Monday"),
            "date_low": day_of(group), "date_high": day_of(group), "date_from": "weekday", "found": [
                {"field": "trigger", "rule": "trigger_left"}],
        }  # fmt: skip

    def mentions(self) -> list[dict[str, Any]]:
        """Two mentions a document: the place, and an organisation that overlaps with nothing."""
        rows = []
        for n in range(self.documents):
            for label, words in (("place", "Deir Qanun"), ("organisation", "river council")):
                is_place = label == "place"
                at = self.raw_text(n).index(KEPT) + KEPT.index(words)
                place = PLACES[n // 3 % len(PLACES)]
                rows.append({
                    "mention_id": key_of(label, n)[:32], "document_id": key_of("document", n), "label": label,
                    "text": words, "start_char": at, "end_char": at + len(words), "raw_start_char": at,
                    "raw_end_char": at + len(words), "gazetteer_id": f"geonames:{n // 3 % 3}" if is_place else None,
                    "place_precision": place[3] if is_place else None,
                    "entity_id": key_of("entity", n // 3 % 3 if is_place else "council"),
                })  # fmt: skip
        return rows

    def entities(self) -> list[dict[str, Any]]:
        """The places and the organisation."""
        places = [
            {
                "entity_id": key_of("entity", n), "kind": "place", "name": self.word(n, name), "other_names": [name],
                "rank_codes": [], "country_code": "SY", "latitude": latitude, "longitude": longitude,
                "gazetteer_id": f"geonames:{n}", "mention_count": 3, "document_count": 3,
            }
            for n, (name, latitude, longitude, _) in enumerate(PLACES)
        ]  # fmt: skip
        council = {
            "entity_id": key_of("entity", "council"), "kind": "organisation", "name": "river council",
            "other_names": [], "rank_codes": [], "mention_count": self.documents, "document_count": self.documents,
        }  # fmt: skip
        return [*places, council]

    def review_pairs(self) -> list[dict[str, Any]]:
        """Two places that may be one."""
        return [{"entity_id": key_of("entity", 0), "other_entity_id": key_of("entity", 1), "score": 0.7,
                 "reason": self.word(0, "alike but for one letter")}]  # fmt: skip

    def events(self) -> list[dict[str, Any]]:
        """One event for every three claims."""
        return [self.event(group) for group in range((self.documents + 2) // 3)]

    def event(self, group: int) -> dict[str, Any]:
        """One event and what its claims agree on."""
        claims = [self.claim(n) for n in range(group * 3, min(group * 3 + 3, self.documents))]
        highs = [claim["count_high"] for claim in claims]
        return {
            "event_id": key_of("event", group)[:32], "type_code": claims[0]["type_code"], "date_low": day_of(group),
            "date_high": day_of(group), "place_id": claims[0]["place_id"], "place_text": "Deir Qanun",
            "count_low": min(claim["count_low"] for claim in claims),
            "count_high": None if None in highs else max(highs), "counts_agree": False if len(claims) > 1 else None,
            "status": "asserted", "weakest_status": "denied", "denial_count": 1, "claim_count": len(claims),
            "document_count": len(claims), "outlet_count": len(claims), "first_reported_on": day_of(group * 3),
            "summary": self.word(group, f"{claims[0]['type_code']} at Deir Qanun"),
        }  # fmt: skip

    def event_claims(self) -> list[dict[str, Any]]:
        """Which claim tells of which event."""
        return [
            {
                "event_id": key_of("event", n // 3)[:32],
                "claim_id": key_of("claim", n)[:32],
                "rule": "same place and day",
            }
            for n in range(self.documents)
        ]

    def duplicates(self) -> list[dict[str, Any]]:
        """The second document copies the first."""
        if self.documents < 2:
            return []
        first, second = key_of("document", 0), key_of("document", 1)
        return [{"document_id": second, "copies_document_id": first, "kind": "near", "similarity": 0.9,
                 "shared_passage": KEPT}]  # fmt: skip

    def rejects(self) -> list[dict[str, Any]]:
        """Refused items, with and without an identity."""
        return [
            {"stage": "raw_documents", "document_id": None if n else key_of("refused"), "reason_code": reason,
             "batch_id": "b0" if n else "b2",
             "uri": self.word(n, f"broken-{n}.txt"), "detail": self.word(n + 1, f"detail {n}")}
            for n, reason in enumerate(("empty", "binary", "language_not_supported", "too_short"))
        ]  # fmt: skip

    def runs(self) -> list[dict[str, Any]]:
        """Three runs, one batch each."""
        return [
            {"run_id": f"run-{n}", "stage": stage, "batch_id": f"b{n}", "row_count_in": 10, "row_count": 9,
             "reject_count": 1 if stage == "raw_documents" else 0, "code_version": "c", "seed_version": "s",
             "model_version": None, "started_at": datetime(2026, 1, 5 + n, 6, tzinfo=UTC), "seconds": 1.5}
            for n in range(3) for stage in ("raw_documents", "documents", "claims")
        ]  # fmt: skip

    def checks(self) -> list[dict[str, Any]]:
        """Three checks in three runs; one warning fails in the last, and in a hostile corpus a critical one too."""
        names = (
            ("every span quotes its document", "critical"),
            ("most places are resolved", "warning"),
            ("volumes hold", "info"),
        )
        return [
            {"run_id": f"run-{n}", "table_name": "claims", "check_name": name, "severity": severity,
             "passed": not (n == 2 and (severity == "warning" or (self.hostile and severity == "critical"))),
             "row_count": self.documents, "failed_count": 3 if n == 2 else 0,
             "samples": [self.word(n, "0.52")] * (n == 2)}
            for n in range(3) for name, severity in names
        ]  # fmt: skip

    def bounds(self) -> list[dict[str, Any]]:
        """One bound, whose check has failed once."""
        return [{"measure_code": "unresolved_place_share", "table_name": "claims", "severity": "warning",
                 "sentence": "most places are resolved", "low": None, "high": 0.4, "min_rows": 5,
                 "source": self.word(0, "what was seen at first")}]  # fmt: skip

    def event_types(self) -> list[dict[str, Any]]:
        """The types used."""
        return [{"type_code": code, "mode": "", "label": code, "covers": code} for code in TYPES]

    def ranks(self) -> list[dict[str, Any]]:
        """A short ladder."""
        return [{"rank_code": code, "label": label, "branch": "army", "grade": grade} for code, label, grade in RANKS]
