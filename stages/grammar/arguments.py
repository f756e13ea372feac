"""What stands around a trigger, by function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Arguments:
    """What stands around a trigger: heads of phrases by function, and whether a verb is passive.

    Functions are subject, object, iobject, comp, the prepositions, and for nouns poss, compound and amod. `shared`
    names the functions that were not the trigger's own, with the way they were reached.
    """

    of: Mapping[str, tuple[Token, ...]]
    is_passive: bool = False
    shared: Mapping[str, str] | None = None

    def get(self, function: str) -> tuple[Token, ...]:
        """The heads at a function, in order."""
        return self.of.get(function, ())

    def way_to(self, function: str) -> str:
        """The function, with the way it was reached when it was shared."""
        way = (self.shared or {}).get(function)
        return f"{function} by {way}" if way else function
