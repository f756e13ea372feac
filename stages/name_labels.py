"""What kind of name a name is: the model's word, weighed against what is known and what else the document says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span

from stages.outlets import Outlets
from stages.vocab import Vocab
from stages.wordlists import words_of

ARMED = frozenset({"militant", "rebel"})
LONGEST = 6  # tokens of a known name
PLACE_WORDS = words_of("in near at outside around across toward towards")
HUMAN_TITLES = words_of(
    "mr mrs ms miss dr sir president minister general colonel captain major sheikh king prince mr. mrs. ms. dr. gen. "
    "col. capt. maj. lt. brig. sgt. spokesman spokeswoman leader"
)
KNOWN, COUNTRY, TITLED, PLACED = 100, 30, 3, 1  # votes, beside one for each time the model says so


def mark_names(doc: Doc, vocab: Vocab, outlets: Outlets | None = None) -> None:
    """Put the names of `labelled_names` in place of the model's, as PERSON, ORG and LOC."""
    doc.set_ents([Span(doc, *name) for name in labelled_names(doc, vocab, outlets)])


class Labelled(NamedTuple):
    """A name over tokens `start` to `end`, with its label."""

    start: int
    end: int
    label: str


def labelled_names(doc: Doc, vocab: Vocab, outlets: Outlets | None = None) -> list[Labelled]:
    """The names of a document, in order: the model's, those of known groups besides, each under its likeliest label.

    A name has one label throughout a document: the one with the most votes of the model, of the words before it, and
    of what is known of groups, outlets and countries: a country that acts is a place all the same.
    """
    found = {(start, end): label for start, end, label in map(_without_addresses, doc.ents) if start < end}
    known = list(_known_in(doc, vocab))
    for span in known:
        for start, end in [place for place in found if place[0] < span.end and span.start < place[1]]:
            if end - start <= len(span):
                del found[start, end]
        if not any(start < span.end and span.start < end for start, end in found):
            found[span.start, span.end] = "ORG"
    votes = _votes(doc, found, vocab, outlets, {span.text.lower() for span in known})
    persons = _last_words(doc, found, votes)
    return [
        Labelled(start, end, _label_of(doc[start:end], label, votes, persons))
        for (start, end), label in sorted(found.items())
    ]


def _without_addresses(name: Span) -> Labelled:
    """A name up to the first mail or web address in it, which is none of a person, organisation or place."""
    stop = next((token.i for token in name if token.like_email or token.like_url), name.end)
    return Labelled(name.start, stop, name.label_)


def _known_in(doc: Doc, vocab: Vocab) -> Iterator[Span]:
    """Armed groups that the vocabulary knows, written with capitals; one word that opens a sentence is left alone."""
    opens = [token.text[:1].isupper() for token in doc]  # looked at once: most words can neither open nor end a name
    at = 0
    while at < len(opens):
        lengths = range(min(LONGEST, len(opens) - at), 0, -1) if opens[at] else ()
        length = next((each for each in lengths if opens[at + each - 1] and _is_known(doc, at, each, vocab)), 0)
        if length:
            yield doc[at : at + length]
        at += length or 1


def _is_known(doc: Doc, at: int, length: int, vocab: Vocab) -> bool:
    span = doc[at : at + length]
    if length == 1 and (span[0].is_sent_start or (span[0].tag_ and not span[0].tag_.startswith("NNP"))):
        return False
    return not ARMED.isdisjoint(vocab.classes.get(span.text.lower(), frozenset()))


def _votes(
    doc: Doc, found: Mapping[tuple[int, int], str], vocab: Vocab, outlets: Outlets | None, known: set[str]
) -> dict[str, Counter[str]]:
    """For each name, lower case, the votes for each label."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (start, end), label in found.items():
        name = doc[start:end].text.lower()
        votes[name][label] += 1
        before = doc[start - 1] if start else None
        if before is not None and before.lower_ in HUMAN_TITLES:
            votes[name]["PERSON"] += TITLED
        if before is not None and before.lower_ in PLACE_WORDS:
            votes[name]["LOC"] += PLACED
        is_outlet = outlets is not None and end - start > 1 and outlets.named(doc[start:end].text) is not None
        if name in known or is_outlet:
            votes[name]["ORG"] += KNOWN
        if "country" in vocab.classes_of(name.removeprefix("the ")):
            votes[name]["LOC"] += COUNTRY
    return votes


def _last_words(doc: Doc, found: Mapping[tuple[int, int], str], votes: Mapping[str, Counter[str]]) -> frozenset[str]:
    """The last words of the full names of persons."""
    return frozenset(
        doc[end - 1].lower_
        for start, end in found
        if end - start > 1 and votes[doc[start:end].text.lower()].most_common(1)[0][0] == "PERSON"
    )


def _label_of(span: Span, label: str, votes: Mapping[str, Counter[str]], persons: frozenset[str]) -> str:
    counted = votes[span.text.lower()]
    best, count = counted.most_common(1)[0]
    if len(span) == 1 and span[0].lower_ in persons and best != "ORG":
        return "PERSON"
    surname = votes.get(span[-1].lower_)
    if len(span) > 1 and surname is not None and best == "LOC" and surname["PERSON"] > counted["LOC"]:
        return "PERSON"
    return best if count > counted[label] else label
