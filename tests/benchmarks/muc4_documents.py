"""What is known of a wire of MUC-4 beside its claims: who is named in it, and in how full a form."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from stages.words.vocab import Vocab

IRREGULAR = frozenset({"rebel", "militant"})
WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


class NamedSpan(NamedTuple):
    """A person or an organisation where it stands in the raw text."""

    label: str
    text: str
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document beside its claims."""

    names: tuple[NamedSpan, ...]

    def meeting(self, start_char: int, end_char: int, label: str) -> list[NamedSpan]:
        """The names of a label that share a character with a span."""
        return [
            name
            for name in self.names
            if name.label == label and name.start_char < end_char and start_char < name.end_char
        ]

    def in_full(self, name: NamedSpan) -> str:
        """The fullest name that the document has for a person: the keys name "Ana Ruiz Soto" for "Ruiz" too."""
        words = WORD.findall(name.text.lower())
        fuller = (
            " ".join(other.text.split())
            for other in self.names
            if other.label == name.label and is_part(words, WORD.findall(other.text.lower()))
        )
        return max(fuller, key=len, default=name.text)

    def armed_group(self, vocab: Vocab) -> list[str]:
        """The one armed group that the document names most often, if any."""
        counts = Counter(
            " ".join(name.text.split())
            for name in self.names
            if name.label == "organisation" and vocab.classes_of(" ".join(name.text.lower().split())) & IRREGULAR
        )
        return [name for name, _ in counts.most_common(1)]


def is_part(words: list[str], whole: list[str]) -> bool:
    """Whether words stand in others in their order: the parts of one name."""
    rest = iter(whole)
    return all(word in rest for word in words)
