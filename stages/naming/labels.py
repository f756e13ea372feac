"""What kind of name a name is: the model's word, weighed against what is known and what else the document says."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from stages.cleaning.outlets import Outlets
from stages.parsing.tags import HYPHENS
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

ARMED = frozenset({"militant", "rebel"})
STATELY = frozenset({"country", "capital"})  # "Seoul says"
LONGEST = 6  # tokens of a known name
PLACE_WORDS = words_of("in near at outside around across toward towards")
DANGLING = words_of("the a an and")
TOWARDS = words_of("to from of")
TAKING = words_of("""
    seized seize captured capture retook recaptured entered stormed besieged shelled overran overrun
    rock rocked rocks shake shook shakes grip gripped grips engulf engulfed
""")
TOWN_NOUNS = words_of(
    "province provinces governorate city town district countryside square suburb suburbs neighbourhood"
)
NO_NAMES = words_of("""
    bomb bombs blast blasts explosion explosions gunmen gunman shelling raid raids grenade bomber transcript interview
    video analysis timeline factbox marines
""")
QUALITIES = words_of("""
    led era linked backed style like run held type based born trained ruled controlled allied aligned supported owned
    sponsored loyal affiliated inspired appointed named ordered brokered mediated
""")  # "the Assad-led government"
HUMAN_TITLES = words_of(
    "mr mrs ms miss dr sir president minister general colonel captain major sheikh king prince mr. mrs. ms. dr. gen. "
    "col. capt. maj. lt. brig. sgt. spokesman spokeswoman leader"
)
KNOWN, COUNTRY, TOWN, TITLED, PLACED = 100, 30, 10, 3, 1  # votes, beside one for each time the model says so


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
    of what is known of groups, outlets, countries and capitals: a country that acts is a place all the same.
    """
    found = {
        (start, end): label
        for name in doc.ents
        for start, end, label in _run_apart(_with_syllable(_without_addresses(name), doc), doc)
        if start < end and not (end - start == 1 and doc[start].lower_ in NO_NAMES)
    }
    known = list(_known_in(doc, vocab))
    for span in known:
        for start, end in [place for place in found if place[0] < span.end and span.start < place[1]]:
            if end - start <= len(span):
                del found[start, end]
        if not any(start < span.end and span.start < end for start, end in found):
            found[span.start, span.end] = "ORG"
    for start, end in [name for name in found if name[1] - name[0] > 1]:
        towns = _row_of_towns(doc[start:end], vocab)
        if towns:
            del found[start, end]
            found |= {(town.start, town.end): "LOC" for town in towns}
    for town in _towns_in(doc, vocab):
        if not any(start < town.end and town.start < end for start, end in found):
            found[town.start, town.end] = "LOC"
    found |= _again(doc, found)
    votes = _votes(doc, found, vocab, outlets, {span.text.lower() for span in known})
    placed = {doc[start:end].text.lower() for start, end in found if _is_placed(doc, start, end)}
    persons = _last_words(doc, found, votes) - {name for name in placed if vocab.is_town(name)}
    return [
        Labelled(start, end, _label_of(doc[start:end], label, votes, persons))
        for (start, end), label in sorted(found.items())
    ]


def _without_addresses(name: Span) -> Labelled:
    """A name up to the first mail or web address in it, without an article of what follows; "Hpa-An" has none."""
    stop = next((token.i for token in name if token.like_email or token.like_url), name.end)
    while stop - name.start > 1 and name.doc[stop - 1].lower_ in DANGLING and name.doc[stop - 2].text not in HYPHENS:
        stop -= 1
    return Labelled(name.start, stop, name.label_)


def _with_syllable(name: Labelled, doc: Doc) -> Labelled:
    """A person's name with its last syllable, which some write small behind a hyphen: "Park Geun-|hye"."""
    last = doc[name.end + 1] if name.label == "PERSON" and name.end + 1 < len(doc) else None
    if last is None or doc[name.end].text not in HYPHENS or name.end - name.start == 1 or not last.text.islower():
        return name
    is_one = not doc[name.end].whitespace_ and not doc[name.end - 1].whitespace_ and last.text not in QUALITIES
    return Labelled(name.start, name.end + 2, name.label) if is_one else name


def _run_apart(name: Labelled, doc: Doc) -> Iterator[Labelled]:
    """A name, or the two that ran into each other at an article: "in Idlib | the Syrian Observatory said"."""
    inside = range(name.start + 1, name.end - 1)
    at = next((at for at in inside if doc[at].text == "the" and doc[at - 1].tag_ in {"NNP", "NNPS"}), None)
    if at is None or not doc[at + 1].text[:1].isupper():
        yield name
        return
    yield Labelled(name.start, at, "LOC" if _is_placed(doc, name.start, at) else name.label)
    yield Labelled(at + 1, name.end, name.label)


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


def _again(doc: Doc, found: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The places of one word that the model saw elsewhere in the document and missed here: in headlines above all."""
    named = {doc[start].text: label for (start, end), label in found.items() if end - start == 1 and label == "LOC"}
    inside = {at for start, end in found for at in range(start, end)}
    missed = (token for token in doc if token.text in named and token.tag_ in {"NNP", "NNPS"} and token.i not in inside)
    return {(token.i, token.i + 1): named[token.text] for token in missed if not _is_part_of_name(token)}


def _is_part_of_name(token: Token) -> bool:
    """ "Oslo-Bergen", "Lawan Abana": what a hyphen or another name stands beside may be no place by itself."""
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return any(other.lower_ in HYPHENS or other.tag_.startswith("NNP") for other in beside)


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
        if not STATELY.isdisjoint(vocab.classes_of(name.removeprefix("the "))):
            votes[name]["LOC"] += COUNTRY
        if vocab.is_town(name) and (end - start > 1 or _is_placed(doc, start, end)):  # many a town is a first name too
            votes[name]["LOC"] += TOWN
    return votes


def _is_placed(doc: Doc, start: int, end: int) -> bool:
    """Whether it stands where a town would: after "in" or "of", before "province", in brackets, or as a dateline."""
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    is_headed = after == ":" and bool(doc[start].is_sent_start)
    return (
        before in PLACE_WORDS | TOWARDS | TAKING or after in TOWN_NOUNS or is_headed or (before == "(" and after == ")")
    )


def _towns_in(doc: Doc, vocab: Vocab) -> Iterator[Span]:
    """Places that the seed knows, written with capitals; one of one word only where a place would stand."""
    for token in doc:
        if token.text[:1].isupper() and token.lower_ in vocab.towns:
            known = vocab.towns[token.lower_]
            lengths = range(min(LONGEST, len(doc) - token.i), 0, -1)
            spans = (doc[token.i : token.i + length] for length in lengths)
            span = next((span for span in spans if span.text.lower() in known), None)
            if span is not None and (len(span) > 1 or _is_placed(doc, span.start, span.end)):
                yield span


def _row_of_towns(name: Span, vocab: Vocab) -> list[Span]:
    """The towns that a name is a row of, as tags run into each other; none where it is a name of its own."""
    if name[0].lower_ not in vocab.towns or vocab.is_town(name.text.lower()):
        return []
    towns: list[Span] = []
    at = 0
    while at < len(name):
        known = vocab.towns.get(name[at].lower_, frozenset())
        length = next((n for n in range(len(name) - at, 0, -1) if name[at : at + n].text.lower() in known), 0)
        if not length:
            return []
        towns.append(name[at : at + length])
        at += length
    return towns


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
