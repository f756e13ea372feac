"""A second reader that says what a test wants, and documents read with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc

from schemas.columns import STATUSES
from stages.claims import claims_in
from stages.document import Document
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import Scores
from stages.second_reader.questions import Arrays, Labels
from stages.second_reader.reading import ReadAgain, read_again
from tests.stages.frozen import doc_of, ladder, vocab

ROLES = ("source", "actor", "target", "recipient", "place", "destination", "date")
LABELS = Labels(
    ("none", "killing", "attack", "wounding", "arrest", "defection"),
    STATUSES,
    ROLES,
    (*ROLES, "count"),
    ("nsubj", "obj"),
)
PIECES = WordPieces(["[CLS]", "[SEP]", "[UNK]"])
CALM = "The ministry raised the quota in accord with the law."
SURE = 9.0  # a score beside which nothing else is likely
UNLIKELY = 1.6  # above another score, five times as likely


@dataclass
class Stub:
    """Says of every trigger the same, and keeps what it was asked.

    `fillers` are the words' places by role, None for nobody; the other roles are left to the rules, but those of
    `unlikely`, which the stub takes to be nobody's five times of six.
    """

    kind: str | None = None
    status: str = "asserted"
    is_count_right: bool = True
    fillers: Mapping[str, int | None] = field(default_factory=dict)
    unlikely: frozenset[str] = frozenset()
    labels: Labels = LABELS
    pieces: WordPieces = PIECES
    asked: list[Arrays] = field(default_factory=list)

    def sentence(self, arrays: Arrays) -> Scores:
        """A number for each piece."""
        return np.zeros((len(arrays["ids"]), 1), dtype=np.float32)

    def claim(self, values: Scores, arrays: Arrays) -> Mapping[str, Scores]:
        """What the test wants, or what the rules are said to have read."""
        assert arrays["pool"].shape == (len(arrays["trigger"]), len(values))
        self.asked.append(arrays)
        words = len(arrays["trigger"])
        point, null = np.zeros((len(ROLES), words), dtype=np.float32), np.zeros(len(ROLES), dtype=np.float32)
        for at, role in enumerate(ROLES):
            heads = arrays["marks"][:, len(LABELS.marks) + LABELS.marks.index(role)]
            filler = self.fillers.get(role, int(heads.argmax()) if heads.any() else None)
            if filler is None:
                null[at] = SURE
            else:
                point[at, filler] = SURE
            if role in self.unlikely:
                null[at] = SURE + UNLIKELY
        shown = int(arrays["type"][0]) - 1
        kind = shown if self.kind is None else LABELS.types.index(self.kind)
        return {
            "type": _sure_of(kind, len(LABELS.types)),
            "status": _sure_of(STATUSES.index(self.status), len(STATUSES)),
            "count": np.array([SURE if self.is_count_right else -SURE], dtype=np.float32),
            "point": point,
            "null": null,
        }


def read(text: str, reader: Stub, *, is_alone: bool = False) -> tuple[ReadAgain, list[dict[str, object]]]:
    """A frozen text, with a sentence of no event behind it, read by the rules and then by the stub, and the rows of the
    claims."""
    doc = doc_of(text) if is_alone else Doc.from_docs([doc_of(text), doc_of(CALM)])
    document = Document.plain(doc.text)
    claims = claims_in(doc, document, vocab=vocab(), ranks=ladder())
    made = read_again(claims, doc, document, reader=reader, vocab=vocab(), ranks=ladder())
    return made, [claim.row(document) for claim in made.claims]


def _sure_of(at: int, count: int) -> Scores:
    return np.eye(count, dtype=np.float32)[at] * SURE
