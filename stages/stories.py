"""Stories: articles about one affair, by the rare words they share."""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

import pyarrow as pa
from spacy.lang.en.stop_words import STOP_WORDS

from schemas.duplicates import STORIES
from stages.stage import Made, id_of

MOST = 120  # words of an article that are kept
OF_TITLE = 2  # how often a word of the headline counts besides its place in the text
TOGETHER = 0.1  # mean cosine of the articles of two stories that become one; .08 to .14 are as good on dated news
WORD = re.compile(r"[^\W\d_][\w’'-]*")
POSSESSIVE = re.compile(r"['’]s?$")


def terms_of(title: str | None, text: str) -> list[tuple[str, int]]:
    """The commonest words of an article, without function words, with their counts."""
    counts: Counter[str] = Counter(_words(text))
    for word in _words(title or ""):
        counts[word] += OF_TITLE
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _words(text: str) -> list[str]:
    words = (POSSESSIVE.sub("", word.lower()) for word in WORD.findall(text))
    return [word for word in words if len(word) > 2 and word not in STOP_WORDS]


def group_documents(related_pairs: pa.Table, current_articles: pa.Table) -> Made:
    """`stories`: every document of `current_articles` in one, whatever the order of the rows.

    Average linkage over `related_pairs` (document_id, other_document_id, similarity): two stories become one as long
    as the mean similarity of their articles is enough; pairs that are not listed count as none.
    """
    ids = sorted(current_articles["document_id"].to_pylist())
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for row in related_pairs.to_pylist():
        links[row["document_id"]][row["other_document_id"]] = row["similarity"]
        links[row["other_document_id"]][row["document_id"]] = row["similarity"]
    rows: list[dict[str, object]] = []
    for members in _linked(ids, links):
        story_id = id_of("story", min(members))
        rows += [
            {"document_id": member, "story_id": story_id, "cohesion": _cohesion(member, members, links)}
            for member in members
        ]
    return Made(STORIES.of(sorted(rows, key=lambda row: str(row["document_id"]))))


def _cohesion(member: str, members: list[str], links: Mapping[str, Mapping[str, float]]) -> float | None:
    if len(members) == 1:
        return None
    return round(sum(links[member].get(other, 0.0) for other in members) / (len(members) - 1), 4)


def _linked(ids: list[str], links: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Groups of average linkage; the closest are joined first, ties by id."""
    members = {document_id: [document_id] for document_id in ids}
    sums = {document_id: dict(links[document_id]) for document_id in ids if document_id in links}
    queue = [(-similarity, one, other) for one in sums for other, similarity in sums[one].items() if one < other]
    heapq.heapify(queue)
    while queue:
        negative, one, other = heapq.heappop(queue)
        if one not in members or other not in members:
            continue
        mean = sums[one][other] / (len(members[one]) * len(members[other]))
        if mean < TOGETHER:
            continue
        if mean < -negative - 1e-12:
            heapq.heappush(queue, (-mean, one, other))
            continue
        _join(one, other, members, sums)
        for near, total in sums[one].items():
            mean = total / (len(members[one]) * len(members[near]))
            if mean >= TOGETHER:
                heapq.heappush(queue, (-mean, min(one, near), max(one, near)))
    return list(members.values())


def _join(one: str, other: str, members: dict[str, list[str]], sums: dict[str, dict[str, float]]) -> None:
    members[one] += members.pop(other)
    for near, total in sums.pop(other).items():
        sums[near].pop(other)
        if near != one:
            sums[one][near] = sums[one].get(near, 0.0) + total
            sums[near][one] = sums[one][near]
