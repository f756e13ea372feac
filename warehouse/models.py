"""A language model's files against the hashes that its card gives."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

CARD = "meta.json"  # its `sha256` names every other file of the model


def altered_files(folder: Path) -> Iterator[str]:
    """The files that the model's card gives a hash for and that are gone or no longer have it; none without hashes."""
    card = folder / CARD
    try:
        said = json.loads(card.read_text(encoding="utf-8")) if card.is_file() else {}
        hashes = dict(said.get("sha256", {}))
    except (ValueError, TypeError, AttributeError):
        yield CARD
        return
    for name, digest in sorted(hashes.items()):
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield name
