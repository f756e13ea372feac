"""How well claims are found and told: detection, types, who did what to whom, whole records."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stages.scoring.annotations import Article, Statement
from stages.scoring.figures import Figure, SlotFigure
from stages.scoring.likeness import is_same
from stages.scoring.matching import Matched, matched
from stages.scoring.slots import slots_of

ROLES = ("actor", "target")
RECORD = ("actor", "target", "source", "place", "destination", "recipient")


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """The figures of claims; `false_in` counts the claims of each document that tells of nothing of the kind."""

    found: tuple[Statement, ...]
    wanted: tuple[Statement, ...]
    detection: Matched
    strict: Matched
    defections: Figure
    roles: Figure
    record: Figure
    of_type: dict[str, Figure]
    slots: dict[str, SlotFigure]
    defection_slots: dict[str, SlotFigure]
    false_in: dict[str, int]
    outside_body: int

    @property
    def false_claims(self) -> list[Statement]:
        """What the pipeline found and gold neither has nor doubts, in order."""
        right = {pair.found for pair in (*self.detection.pairs, *self.detection.doubtful)}
        return [statement for at, statement in enumerate(self.found) if at not in right]

    @property
    def missed_claims(self) -> list[Statement]:
        """What gold has and the pipeline did not find, in order."""
        seen = {pair.wanted for pair in self.detection.pairs}
        return [each for at, each in enumerate(self.wanted) if at not in seen and not each.is_optional]


def claims_of(
    found: Sequence[Statement], gold: Sequence[Statement], is_negative: Mapping[str, bool], articles: Iterable[Article]
) -> ClaimScores:
    """Compare the claims found with gold ones, over the documents that `is_negative` names."""
    found = tuple(statement for statement in found if statement.document in is_negative)
    wanted = tuple(statement for statement in gold if statement.document in is_negative)
    detection = matched(found, wanted, is_strict=False)
    strict = matched(found, wanted, is_strict=True)
    defected, defection_pairs = _of_type("defection", found, wanted)
    article_of = {article.document: article for article in articles}
    false_in = Counter(statement.document for statement in found)
    return ClaimScores(
        found=found,
        wanted=wanted,
        detection=detection,
        strict=strict,
        defections=defected.figure,
        roles=_told(strict, found, wanted, ROLES),
        record=_told(strict, found, wanted, RECORD, is_whole=True),
        of_type={
            type_code: _of_type(type_code, found, wanted)[0].figure
            for type_code in sorted({statement.type_code for statement in (*found, *wanted)})
        },
        slots=slots_of([(found[pair.found], wanted[pair.wanted]) for pair in detection.pairs]),
        defection_slots=slots_of(defection_pairs),
        false_in={document: false_in[document] for document in sorted(is_negative) if is_negative[document]},
        outside_body=sum(
            not article_of[each.document].touches(each.start_char, each.end_char)
            for each in found
            if each.document in article_of
        ),
    )


def _of_type(
    type_code: str, found: Sequence[Statement], wanted: Sequence[Statement]
) -> tuple[Matched, list[tuple[Statement, Statement]]]:
    """The statements of one type matched among themselves, and the pairs."""
    found = [statement for statement in found if statement.type_code == type_code]
    wanted = [statement for statement in wanted if statement.type_code == type_code]
    result = matched(found, wanted, is_strict=True)
    return result, [(found[pair.found], wanted[pair.wanted]) for pair in result.pairs]


def _told(
    strict: Matched,
    found: Sequence[Statement],
    wanted: Sequence[Statement],
    slots: Sequence[str],
    *,
    is_whole: bool = False,
) -> Figure:
    """How many statements of the right type tell the slots right; the whole record has count and status too."""
    right = sum(is_told(found[pair.found], wanted[pair.wanted], slots, is_whole=is_whole) for pair in strict.pairs)
    return Figure(right, strict.figure.predicted, strict.figure.wanted)


def is_told(found: Statement, gold: Statement, slots: Iterable[str], *, is_whole: bool = False) -> bool:
    """Whether every slot is empty in both or stands for one thing in both."""
    if not all(is_same(found.text_of(slot), gold.text_of(slot)) for slot in slots):
        return False
    return not is_whole or (found.count == gold.count and found.status == gold.status)
