"""Gold records, as the lines of the gold files have them, in the shape of annotations."""

from collections.abc import Iterable, Mapping

from stages.scoring.annotations import Annotations, Article, Name, Statement

Record = Mapping[str, object]
# Coded by the pipeline, but annotated by none of the gold sets unless a claim of theirs says so.
RARELY_ANNOTATED = frozenset({"support", "rejection", "restriction", "concession", "cooperation"})


def annotations_of(claims: Iterable[Record], names: Iterable[Record], bodies: Iterable[Record]) -> Annotations:
    """The records of claims, names and bodies together; raises KeyError naming a missing field."""
    return Annotations(
        tuple(statement_of(record) for record in claims),
        tuple(name_of(record) for record in names),
        tuple(article_of(record) for record in bodies),
    )


def statement_of(record: Record) -> Statement:
    """A record of a claim."""
    return Statement(
        document=str(record["doc"]),
        type_code=str(record["type"]),
        start_char=_whole(record["start"]),
        end_char=_whole(record["end"]),
        trigger=_text(record.get("trigger")),
        status=_text(record.get("status")),
        source=_text(record.get("source")),
        actor=_text(record.get("actor")),
        target=_text(record.get("target")),
        recipient=_text(record.get("recipient")),
        ranks=tuple(str(rank) for rank in _listed(record.get("ranks"))),
        count_low=_count(record.get("count_low")),
        count_high=_count(record.get("count_high")),
        place=_text(record.get("place")),
        destination=_text(record.get("destination")),
        date_text=_text(record.get("date_text")),
        date=_text(record.get("date")),
        is_optional=bool(record.get("optional")),
        others=_spans(record.get("alts")),
    )


def record_of(statement: Statement) -> dict[str, object]:
    """The other way round: the line of a file that other scorers of this format read."""
    return {
        "doc": statement.document,
        "type": statement.type_code,
        "trigger": statement.trigger,
        "start": statement.start_char,
        "end": statement.end_char,
        "status": statement.status,
        **{slot: statement.text_of(slot) for slot in ("source", "actor", "target", "recipient")},
        "ranks": list(statement.ranks),
        "count_low": statement.count_low,
        "count_high": statement.count_high,
        **{slot: statement.text_of(slot) for slot in ("place", "destination", "date_text", "date")},
    }


def name_of(record: Record) -> Name:
    """A record of a name."""
    return Name(
        str(record["doc"]),
        _whole(record["start"]),
        _whole(record["end"]),
        str(record["label"]),
        bool(record.get("optional")),
    )


def article_of(record: Record) -> Article:
    """A record of an article's place on its page."""
    return Article(str(record["doc"]), _text(record.get("title")), _spans(record["body"]))


def annotated(found: Iterable[Statement], gold: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements of types that the gold annotates."""
    left_out = RARELY_ANNOTATED - {statement.type_code for statement in gold}
    return tuple(statement for statement in found if statement.type_code not in left_out)


def _text(value: object) -> str | None:
    return str(value) if value else None


def _whole(value: object) -> int:
    return int(str(value))


def _count(value: object) -> int | None:
    return None if value is None else _whole(value)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _spans(value: object) -> tuple[tuple[int, int], ...]:
    return tuple((_whole(span[0]), _whole(span[1])) for span in _listed(value) if isinstance(span, list))
