"""Duplicates: documents that repeat another, found by MinHash signatures and whole sentences, proved on their words."""

import re
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa

from schemas.duplicates import DUPLICATES, SIGNATURES
from stages.naming.spelling import name_hash
from stages.stage import Made, id_of
from stages.stories import terms_of

SHINGLE = 5  # words
PERMUTATIONS, BAND = 128, 4  # 32 bands of 4: two texts with half of their shingles in common meet with p = .87
PASSAGE = 10  # words of the shortest sentence that counts as copied and not as a phrase
NEAR = 0.6  # of all shingles
WIRE = 0.5  # of the shorter's shingles; formulas of market news reach .4
FEW, NEAR_OF_FEW = 50, 0.9  # a text of so few shingles is half formula: more of it must be the same
LONGEST = 80  # words of a shared passage that are shown
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|\n+")
NEVER = date.max


class Words(NamedTuple):
    """The words of a text, folded, with where each stands; its shingles as hashes in order."""

    text: str
    words: list[str]
    spans: list[tuple[int, int]]
    shingles: list[int]


def sign_documents(documents: pa.Table) -> Made:
    """Signatures of `documents`, in their order."""
    fields = (documents[name].to_pylist() for name in ("document_id", "title", "text"))
    return Made(SIGNATURES.of([signature_of(*row) for row in zip(*fields, strict=True)]))


def signature_of(document_id: str, title: str | None, text: str) -> dict[str, object]:
    """One row of `signatures`."""
    from datasketch import MinHash  # with it comes scipy, half a second that few commands have a use for

    words = words_in(text)
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=int)
    if words.shingles:
        sketch.update_batch(sorted(set(words.shingles)))
    values = [int(value) for value in sketch.hashvalues]
    bands = range(0, PERMUTATIONS, BAND) if words.shingles else ()
    return {
        "document_id": document_id,
        "shingle_count": len(set(words.shingles)),
        "text_hash": id_of(*words.words),
        "bands": [f"{at}:{name_hash(repr(values[at : at + BAND])):x}" for at in bands],
        "passages": sorted({name_hash(" ".join(passage)) for passage in _passages(text)}),
        "minhash": values,
        "terms": [{"term": term, "count": count} for term, count in terms_of(title, text)],
    }


@lru_cache(maxsize=256)
def words_in(text: str) -> Words:
    """The words of a text and its shingles of five words; a shorter text is one shingle."""
    matches = list(WORD.finditer(text))
    words = [match[0].casefold().replace("’", "'") for match in matches]
    last = max(len(words) - SHINGLE + 1, min(len(words), 1))
    shingles = [zlib.crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(last)]
    return Words(text, words, [match.span() for match in matches], shingles)


def _passages(text: str) -> Iterable[list[str]]:
    for sentence in SENTENCE_END.split(text):
        words = [word.casefold().replace("’", "'") for word in WORD.findall(sentence)]
        if len(words) >= PASSAGE:
            yield words


def pair_duplicates(candidate_pairs: pa.Table, candidate_texts: pa.Table) -> Made:
    """The copies among `candidate_pairs` (document_id, other_document_id), proved on the words.

    `candidate_texts` has document_id, published_on and text. A document copies the earliest it shares enough with;
    days of publication decide what is early, unknown ones come last, then the id. What copies a copy copies the
    copy's original, and is as near as it is to the copy.
    """
    texts = {row["document_id"]: row for row in candidate_texts.to_pylist()}
    order = {key: (row["published_on"] or NEVER, key) for key, row in texts.items()}
    earlier: dict[str, set[str]] = {}
    pairs = zip(
        candidate_pairs["document_id"].to_pylist(), candidate_pairs["other_document_id"].to_pylist(), strict=True
    )
    for one, other in pairs:
        first, later = sorted((one, other), key=order.__getitem__)
        earlier.setdefault(later, set()).add(first)
    copied: dict[str, dict[str, object]] = {}
    for later in sorted(earlier, key=order.__getitem__):  # the originals of what it may copy are settled before it
        originals = {key: str(copied[key]["copies_document_id"]) for key in earlier[later] & copied.keys()}
        copy = _copy(later, sorted(earlier[later], key=order.__getitem__), texts, originals)
        if copy is not None:
            copied[later] = copy
    return Made(DUPLICATES.of([copied[key] for key in sorted(copied)]))


def _copy(
    later: str, earlier: list[str], texts: Mapping[str, dict[str, str]], originals: Mapping[str, str]
) -> dict[str, object] | None:
    """The copy a document is of the first it shares enough with; of that one's original where it is a copy itself."""
    words = words_in(texts[later]["text"])
    for first in earlier:
        other = words_in(texts[first]["text"])
        kind, similarity = kind_of(words, other)
        if kind is not None:
            return {
                "document_id": later,
                "copies_document_id": originals.get(first, first),
                "kind": kind,
                "similarity": round(similarity, 4),
                "shared_passage": shared_passage(words, other),
            }
    return None


def kind_of(one: Words, other: Words) -> tuple[str | None, float]:
    """How one text copies the other (exact, near, wire or not at all), and how nearly."""
    if one.words == other.words:
        return "exact", 1.0
    mine, others = set(one.shingles), set(other.shingles)
    common = len(mine & others)
    if common == 0:
        return None, 0.0
    similarity, contained = common / len(mine | others), common / min(len(mine), len(others))
    few = min(len(mine), len(others)) < FEW
    if similarity >= (NEAR_OF_FEW if few else NEAR):
        return "near", similarity
    return ("wire", contained) if contained >= WIRE and not few else (None, similarity)


def shared_passage(one: Words, other: Words) -> str | None:
    """The longest run of words the two have in common, as the first has it; at most 80 words."""
    places: dict[int, list[int]] = {}
    for at, shingle in enumerate(other.shingles):
        places.setdefault(shingle, []).append(at)
    best, best_at = 0, 0
    runs: dict[int, int] = {}
    for at, shingle in enumerate(one.shingles):
        runs = {place: runs.get(place - 1, 0) + 1 for place in places.get(shingle, ())}
        longest = max(runs.values(), default=0)
        if longest > best:
            best, best_at = longest, at - longest + 1
    if best == 0:
        return None
    length = min(best + SHINGLE - 1, LONGEST, len(one.words) - best_at)
    return one.text[one.spans[best_at][0] : one.spans[best_at + length - 1][1]]
