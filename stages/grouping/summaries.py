"""Summaries: one line that tells an event in words, made of its fields."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from stages.grouping.facts import Fact
from stages.naming.spelling import folded

Row = dict[str, object]
# Of these the number and the first words say who suffers it; of others, who does it.
SUFFERED = frozenset(("arrest", "abduction", "killing", "wounding", "torture", "release"))
DIRECTED = frozenset(("attack", "clash", "siege", "seizure", "looting", "sanction", "restriction", "aid", "support"))
LONGEST = 80  # characters of a party; a longer one is cut at a word
DANGLING = re.compile(r"(?:[,;]| (?:and|or|of|in|by|the|to)){1,20}+$")
CLAUSE = re.compile(r",? (?:who|which|that|whom|whose|as|when|after|while)\b.*")


def summary_of(row: Row, facts: Sequence[Fact]) -> str:
    """One line: type, number and people, who did it, place, days, status, reports."""
    counted = [fact for fact in facts if fact.is_counted and fact.status != "denied" and not fact.is_headline]
    actor, target = (
        _party(counted, text_of) or _party(facts, text_of)
        for text_of in (lambda fact: fact.actor_text, lambda fact: fact.target_text)
    )
    type_code = str(row["type_code"])
    main, by = (target, actor) if type_code in SUFFERED | DIRECTED else (actor or target, None)
    number = _number(row)
    head = type_code.replace("_", " ")
    if number is not None:
        head += f" of {number}" + (f" ({main})" if main else "")
    elif main is not None:
        head += f" {'on' if type_code == 'attack' else 'of' if type_code in SUFFERED | DIRECTED else 'by'} {main}"
    head += f" by {by}" if by and by != main else ""
    place = _place(row, facts)
    where = f" in {place}" if place and not folded(head).endswith(folded(place)) else ""
    when = f", {_span(row)}" if row["date_low"] else ""
    reports = f"{_several(row['claim_count'], 'claim')} in {_several(row['document_count'], 'document')}"
    return f"{head}{where}{when} ({row['status']}; {reports})"


def _party(facts: Sequence[Fact], text_of: Callable[[Fact], str | None]) -> str | None:
    """The words most claims use for it, asserted ones and those that name somebody before others."""
    told: Counter[str] = Counter()
    for fact in facts:
        words = _trimmed(text_of(fact) or "")
        if words and any(word not in STOP_WORDS for word in folded(words).split()):
            told[words] += 3 if fact.status == "asserted" and not fact.is_headline else 2
    if not told:
        return None
    counted = {words: sum(count for other, count in told.items() if _same(words, other)) for words in told}
    return min(told, key=lambda words: (-counted[words], -told[words], -_is_telling(words), -len(words), words))


def _same(one: str, other: str) -> bool:
    return folded(other) in folded(one)


def _is_telling(words: str) -> bool:
    """Whether there is more to it than one plain word."""
    return len(words.split()) > 1 or words[:1].isupper()


def _trimmed(text: str) -> str:
    """The words in one line, without a leading article and without the clause that follows."""
    words = CLAUSE.sub("", " ".join(text.split()))
    first, _, rest = words.partition(" ")
    words = rest if first.lower() in {"the", "a", "an"} and rest else words
    words = DANGLING.sub("", words)
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _place(row: Row, facts: Sequence[Fact]) -> str | None:
    """The name of the place in the gazetteer; what it does not know is left to the column `place_text`."""
    names = [fact.place.name for fact in facts if fact.place is not None and fact.place_id == row["place_id"]]
    return names[0] if names else None


def _number(row: Row) -> str | None:
    low, high = row["count_low"], row["count_high"]
    if low is None and high is None:
        return None
    if low == high:
        return str(low)
    return f"{low} to {high}" if low is not None and high is not None else f"{low} or more" if low else f"up to {high}"


def _several(count: object, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _span(row: Row) -> str:
    return str(row["date_low"]) if row["date_low"] == row["date_high"] else f"{row['date_low']} to {row['date_high']}"
