"""Feeds of any size: a public corpus where it is at hand, else sentences of the bundled corpus put together anew."""

import gzip
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

import seeds

BULK = "bulk_reuters.jsonl.gz"  # 19,043 stories: business news, in which few sentences tell of conflict
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“‘])")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DIGITS = re.compile(r"\d")
FIRST_DAY, DAYS = date(1990, 1, 1), 12_000  # the days over which recombined documents are spread
USUAL, SHORT = (8, 18), (2, 4)  # sentences of a document


def conflict_feed(folder: Path, count: int, *, short: bool = False) -> Path:
    """A feed of so many recombined documents; half or more of the sentences tell of conflict."""
    kind = "short" if short else "usual"
    return _written(folder / f"{kind}-{count}.jsonl", recombined(count, SHORT if short else USUAL))


def plain_feed(folder: Path, count: int, bench: Path) -> Path:
    """A feed of so many business stories; recombined documents where the public corpus is absent or too small."""
    source = bench / "data" / BULK
    if not source.exists():
        return conflict_feed(folder, count)
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        stories = [json.loads(line) for line in islice(lines, count)]
    more = recombined(count - len(stories), USUAL)
    return _written(folder / f"plain-{count}.jsonl", iter([*map(_record_of, stories), *more]))


def with_one_changed(feed: Path) -> Path:
    """The same feed, with a sentence more in one record in the middle."""
    lines = feed.read_text(encoding="utf-8").splitlines()
    record = json.loads(lines[len(lines) // 2])
    record["text"] += "\n\nA spokesman said on Friday that three officers had since defected."
    lines[len(lines) // 2] = json.dumps(record)
    changed = feed.with_name(f"changed-{feed.name}")
    changed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return changed


def recombined(count: int, sizes: tuple[int, int]) -> Iterator[dict[str, str]]:
    """Documents of sentences drawn from the bundled corpus; numbers and years differ, the same in every run."""
    choice = random.Random(count)  # noqa: S311 - the same corpus in every run
    for number in range(count):
        published = FIRST_DAY + timedelta(days=choice.randrange(DAYS))
        drawn = [
            _varied(sentence, published, choice) for sentence in choice.sample(sentences(), choice.randint(*sizes))
        ]
        blocks = [" ".join(drawn[at : at + 3]) for at in range(0, len(drawn), 3)]
        title = " ".join(choice.choice(sentences()).split()[:8]).rstrip(".,;:”")
        yield {
            "uri": f"recombined/{number}",
            "outlet": f"Outlet {choice.randrange(200)}",
            "published": published.isoformat(),
            "title": title,
            "text": "\n\n".join([title, *blocks]),
        }


@cache
def sentences() -> list[str]:
    """The English sentences of the bundled articles that are plain text."""
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(seeds.ARTICLES.glob("*.txt")))
    blocks = (" ".join(block.split()) for text in texts for block in text.split("\n\n"))
    found = (sentence.strip() for block in blocks for sentence in SENTENCE_END.split(block))
    return list(dict.fromkeys(each for each in found if len(each.split()) > 7 and " the " in each and each[-1] in ".”"))


def _varied(sentence: str, published: date, choice: random.Random) -> str:
    dated = YEAR.sub("YYYY", sentence)
    return DIGITS.sub(lambda _: str(choice.randint(1, 9)), dated).replace("YYYY", str(published.year))


def _record_of(story: dict[str, str]) -> dict[str, str]:
    text = f"{story.get('title', '')}\n\n{story.get('dateline', '')} {story['text']}"
    return {"uri": f"bulk/{story['id']}", "published": story["date"], "text": text}


def _written(path: Path, records: Iterator[dict[str, str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(record)}\n" for record in records)
    return path
