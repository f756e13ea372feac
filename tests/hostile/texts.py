"""Texts and pages that are made to break what reads them, each with a word on how."""

import random
import unicodedata
from collections.abc import Iterator
from encodings.aliases import aliases

STORY = (
    "Twelve soldiers left the garrison at Port {name} on Monday and joined the opposition, a monitor said. "
    "Two officers, among them a colonel, were killed when the base was shelled, according to residents. "
    "The army denied the report and said its units “remain loyal” in the café quarter."
)
UNITS = (*tuple('x1 \n.(éا一-@&<\t"'), "a ", "1,", "A. ", "killed ")
BEGINNINGS = (
    "<!--",
    "<script>",
    "<style>",
    "<![CDATA[",
    "<!DOCTYPE ",
    "<a href='",
    "<title>",
    "<textarea>",
    "<p ",
    "&#",
)
REFERENCES = ("&#0;", "&#xD800;", "&#1114112;", f"&#{'9' * 20};", "&nbsp;", "&bogus;", "&amp;amp;", "&lt;script&gt;")
ODD = (  # characters that are not seen, turn the direction, combine without end or are none
    *map(chr, range(32)),
    "\x7f", "\x80", "\x85", "\xad", "\u034f", "\u061c", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e",
    "\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2066", "\u2067",
    "\u2068", "\u2069", "\u3000", "\ufeff", "\ufff9", "\ufffc", "\ufffd", "\uffff", "\ue000", "\U000e0001",
    "\U000e0041", "\U0010ffff", "\u0301", "\u20dd", "\u0e47", "\U0001f468\u200d\U0001f469", "\u06dd",
)  # fmt: skip
Named = Iterator[tuple[str, bytes]]  # a file name without its number, and what the file holds


def story(chance: random.Random) -> str:
    """An ordinary report that no other item repeats."""
    return STORY.format(name="".join(chance.choices("abcdefghij", k=8)).title())


def characters(chance: random.Random) -> Named:
    """A report with each of the odd characters in it, once and often."""
    for char in ODD:
        for often in (1, 7, 500):
            text = story(chance)
            at = chance.randrange(len(text))
            yield "odd.txt", f"{text[:at]}{char * often}{text[at:]}".encode()
        yield "every.txt", char.join(story(chance)).encode()


def encodings(chance: random.Random) -> Named:
    """The same kind of text in every encoding that Python writes, declared rightly, wrongly or not at all."""
    for codec in sorted(set(aliases.values())):
        text = unicodedata.normalize("NFKD", story(chance)).encode("ascii", "ignore").decode()
        try:
            written = text.encode(codec)
        except (LookupError, UnicodeError, ValueError):
            continue
        yield f"{codec}.txt", written
        head = f'<html><head><meta charset="{codec}"><title>A report</title></head><body><p>'.encode()
        yield f"{codec}.html", head + written + b"</p></body></html>"
        yield "wrong.html", head + story(chance).encode("utf-16") + b"</p>"


def long_lines(chance: random.Random) -> Named:
    """A megabyte without an end of line, and a megabyte of nothing but ends of lines."""
    for unit in (
        "x",
        "1",
        " ",
        "\n",
        "a ",
        ".",
        "1,",
        "(",
        '"',
        "é",
        "\u0627",
        "\u4e00",
        "-",
        "@",
        "A. ",
        "killed ",
        "&",
        "<",
        "\t",
    ):
        yield "line.txt", (story(chance) + unit * (1_000_000 // len(unit.encode()))).encode()
        yield "line.html", (f"<p>{story(chance)}</p><p>" + unit * (200_000 // len(unit.encode()))).encode()
    yield "words.txt", " ".join(story(chance) for _ in range(8_000)).encode()


def markup(chance: random.Random) -> Named:
    """Pages that are deep, endless, unclosed or full of what is no text."""
    for depth in (100, 5_000, 100_000):
        for tag in ("div", "table><tr><td", "span", "blockquote", "ul><li", "b", "font", "section", "svg", "select"):
            closing = f"</{tag.split('>', maxsplit=1)[0]}>"
            yield "deep.html", (f"<html><body>{f'<{tag}>' * depth}{story(chance)}{closing * depth}").encode()
            yield "open.html", f"<html><body><p>{story(chance)}</p>{f'<{tag}>' * depth}".encode()
    for beginning in (
        "<!--",
        "<script>",
        "<style>",
        "<![CDATA[",
        "<!DOCTYPE ",
        "<a href='",
        "<title>",
        "<textarea>",
        "<p ",
        "&#",
    ):
        yield "unclosed.html", f"<html><body><p>{story(chance)}</p>{beginning}{'x' * 50_000}".encode()
    for reference in (
        "&#0;",
        "&#xD800;",
        "&#1114112;",
        "&#99999999999999999999;",
        "&nbsp;",
        "&bogus;",
        "&amp;amp;",
        "&lt;script&gt;",
    ):
        yield "references.html", f"<html><body><p>{story(chance)}{reference * 3_000}</p>".encode()
    attributes = " ".join(f"a{at}='{at}'" for at in range(20_000))
    yield "attributes.html", f"<html><body><p {attributes}>{story(chance)}</p>".encode()
    yield "tags.html", ("<html><body>" + "".join(f"<x{at}>{at}" for at in range(30_000)) + story(chance)).encode()


def figures(chance: random.Random) -> Named:
    """Numbers and dates beyond every bound."""
    numbers = (
        "9" * 400,
        "1e999",
        "-5",
        "0",
        "1,0,0,0",
        "10^400",
        "½",
        "٣٤",
        "MMMMMM",
        "1.000.000.000.000.000",
        "0x1F",
        "∞",
        "²³",
        "million million",
        "hundred " * 60 + "thousand",
    )
    days = (
        "31 February 2012",
        "32 March",
        "0/0/0000",
        "13/13/13",
        "29 February 99999",
        "January 0, 0000",
        "1 January 10000",
        "2012-99-99",
        "9" * 60,
        "the 99th of May",
        "Monday " * 50,
        "yesterday's tomorrow",
        "0001-01-01",
        "9999-12-31",
    )
    for number in numbers:
        yield (
            "number.txt",
            f"At least {number} soldiers defected, {number} people were killed. {story(chance)}".encode(),
        )
    for day in days:
        yield (
            "day.txt",
            f"Published {day}\n\nOn {day} ten defected; by {day} they were back. {story(chance)}".encode(),
        )


TEXTS = (characters, encodings, long_lines, markup, figures)
