"""What comes in: an item with its bytes, or a refusal with its reason."""

import email.utils
import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from schemas.records import Reject

TEXT, HTML = "text/plain", "text/html"


@dataclass(frozen=True, slots=True)
class Item:
    """One news item as bytes, with what its container or sidecar says of it."""

    uri: str
    media_type: str
    content: bytes
    charset: str | None = None
    outlet: str | None = None
    title: str | None = None
    published_on: date | None = None

    def __post_init__(self) -> None:
        for name in ("uri", "outlet", "title"):
            said = getattr(self, name)
            if said is not None:
                object.__setattr__(self, name, printable(said))

    @property
    def document_id(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()

    def given(self, said: dict[str, object]) -> "Item":
        """The item with what a sidecar or a record says of it."""
        published = day_of(said.get("published"))
        return replace(
            self,
            uri=text_of(said.get("uri")) or self.uri,
            outlet=text_of(said.get("outlet")) or self.outlet,
            title=text_of(said.get("title")) or self.title,
            published_on=published or self.published_on,
        )


def refusal(uri: str, reason_code: str, detail: str, content: bytes | None = None) -> Reject:
    """An item refused before it became a document."""
    document_id = None if content is None else hashlib.sha256(content).hexdigest()
    return Reject("landed", document_id, printable(uri), reason_code, printable(detail))


def printable(text: str) -> str:
    """The text with lone surrogates, which no table can hold, as escapes: a file name in no known encoding has them."""
    return text.encode("utf-8", "backslashreplace").decode()


def text_of(value: object) -> str | None:
    """A given value as text; null for nothing, blanks and anything that is no text or number."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def day_of(value: object) -> date | None:
    """A given publication date as a day: ISO 8601 or the form of e-mail headers; null for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
