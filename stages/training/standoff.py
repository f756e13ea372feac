"""Annotated reports whose texts are elsewhere: of each sentence the line of a corpus, of each value its characters.

    ## gmb-004 | - | gmb | 9f86d081
    312
    = killing | trigger=29:35 | actor=0:9 | target=36:47 | count=4
    313 0:120
    = attack | trigger=4:10 | actor=0:3 < 1 0:9

The third field of a header names the corpus, the fourth is what its sentences digest to. A sentence is a whole line, or
its characters from:to; "< 1 0:9" says whom words stand for, characters of the report's first sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from stages.training.annotated import CLAIM, HEADER, MEANT, ROLES, BadReport

DIGEST = 8  # characters of the hexadecimal SHA-256
SPANS = frozenset({"trigger", *ROLES})


def corpora_in(text: str) -> set[str]:
    """The names of the corpora that a file of stand-off reports needs."""
    return {_header(line)[1] for line in text.splitlines() if line.startswith(HEADER)}


def spelled_out(text: str, corpora: Mapping[str, Sequence[str]]) -> str:
    """A file of stand-off reports as one of annotated reports, with the words of its corpora.

    Raises BadReport where a corpus does not hold the words that were annotated.
    """
    return "".join("\n".join(_report(lines, corpora)) + "\n\n" for lines in _reports(text))


def digest_of(sentences: Sequence[str]) -> str:
    """What the sentences of a report digest to."""
    return sha256("\n".join(sentences).encode()).hexdigest()[:DIGEST]


def _reports(text: str) -> Iterator[list[str]]:
    """The lines of each report, the first its header."""
    lines: list[str] = []
    for line in (line for line in text.splitlines() if line.strip()):
        if line.startswith(HEADER) and lines:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _report(lines: Sequence[str], corpora: Mapping[str, Sequence[str]]) -> Iterator[str]:
    report_id, corpus, digest = _header(lines[0])
    sentences: list[str] = []
    yield lines[0]
    for line in lines[1:]:
        try:
            if line.startswith(CLAIM):
                yield _claim(line, sentences)
            else:
                sentences.append(_sentence(line, corpora[corpus]))
                yield sentences[-1]
        except (ValueError, LookupError) as error:
            raise BadReport(f"{report_id}: {line!r} is not in {corpus}") from error
    if digest_of(sentences) != digest:
        raise BadReport(f"{report_id}: {corpus} does not hold the words that were annotated")


def _header(line: str) -> tuple[str, str, str]:
    """The report's id, its corpus and its digest."""
    try:
        report_id, _, corpus, digest = (part.strip() for part in line.removeprefix(HEADER).split("|"))
    except ValueError as error:
        raise BadReport(f"{line!r}: a stand-off report opens with its id, day, corpus and digest") from error
    return report_id, corpus, digest


def _sentence(line: str, texts: Sequence[str]) -> str:
    number, _, span = line.partition(" ")
    return " ".join(_words(texts[int(number)], span or "0:").split())


def _claim(line: str, sentences: Sequence[str]) -> str:
    kind, *parts = line.split(" | ")
    values = [part.split("=", 1) for part in parts]
    return " | ".join([kind, *(f"{name}={_value(name, value, sentences)}" for name, value in values)])


def _value(name: str, value: str, sentences: Sequence[str]) -> str:
    if name not in SPANS:
        return value
    here, _, meant = (part.strip() for part in value.partition(MEANT))
    words = _words(sentences[-1], here) if here else ""
    if not meant:
        return words
    number, span = meant.split(" ")
    return f"{words} {MEANT} {_words(sentences[int(number) - 1], span)}".strip()


def _words(text: str, span: str) -> str:
    start, end = (int(part) if part else None for part in span.split(":"))
    words = text[start:end]
    if not words:
        raise LookupError(span)
    return words
