"""Full-text search without a server: which documents hold a word, in small files that a page loads when it is asked."""

import re
from array import array
from collections import defaultdict

from warehouse.site.listings import script_json
from warehouse.site.render import Site
from warehouse.site.rows import Reader
from warehouse.site.words import folded

WORD = re.compile(r"\w+")
SHARD = 2  # leading letters that choose a file: about 800 files for English, 100 KB each at 100,000 documents
LONGEST = 32  # letters of a word that count; longer ones are addresses and noise
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def write_search(site: Site, reader: Reader) -> None:
    """Write words/….js: for each word, the numbers of its documents in the listing's order."""
    shards: dict[str, dict[str, array[int]]] = defaultdict(dict)
    for number, row in enumerate(reader.each("document_texts")):
        for word in words_of(row["text"]):
            shards[word[:SHARD]].setdefault(word, array("I")).append(number)
    names = script_json(sorted(map(shard_of, shards)))
    site.text("words/all.js", f'attest.found("all", {names});\n')
    for prefix, postings in sorted(shards.items()):
        packed = {word: packed_of(numbers) for word, numbers in sorted(postings.items())}
        site.text(f"words/{shard_of(prefix)}.js", f'attest.found("{shard_of(prefix)}", {script_json(packed)});\n')


def words_of(text: str) -> set[str]:
    """The distinct words of a text as they are compared: folded, two letters or more."""
    return {word[:LONGEST] for word in WORD.findall(folded(text)) if len(word) >= SHARD}


def shard_of(prefix: str) -> str:
    """The name of the file for words that start so: their UTF-8 in hex, safe as a file name."""
    return prefix.encode().hex()


def packed_of(numbers: "array[int]") -> str:
    """Rising numbers as differences in base 36, joined by points."""
    before = 0
    parts = []
    for number in numbers:
        parts.append(base36(number - before))
        before = number
    return ".".join(parts)


def base36(number: int) -> str:
    """A whole number in base 36."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits
