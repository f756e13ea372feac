"""The kind of a name, by the model, by what is known and by the rest of the document."""

import pytest
from spacy.tokens import Doc, Span

import seeds
from stages.cleaning.outlets import Outlets
from stages.naming.labels import labelled_names, mark_names
from stages.words.vocab import SEEDS, Vocab
from tests.stages.parsed import untagged

VOCAB = Vocab.of({name: seeds.load(name) for name in SEEDS})
OUTLETS = Outlets.of(seeds.load("outlets"))


def marked(text: str, *ents: tuple[str, str]) -> Doc:
    """A text in which a model has marked these words, each at its next place."""
    doc, at, spans = untagged(text), 0, []
    for words, label in ents:
        at = text.index(words, at)
        span = doc.char_span(at, at + len(words))
        assert span is not None
        spans.append(Span(doc, span.start, span.end, label=label))
        at += len(words)
    doc.set_ents(spans)
    return doc


@pytest.mark.parametrize(
    ("text", "ents", "names"),
    [
        ("Troops left Aden.", [("Aden", "LOC")], [("Aden", "LOC")]),  # nothing speaks against the model
        ("He fought Abu Sayyaf there.", [("Abu Sayyaf", "LOC")], [("Abu Sayyaf", "ORG")]),  # a known group
        ("He fought Abu Sayyaf there.", [], [("Abu Sayyaf", "ORG")]),  # which the model has missed
        ("He told Al Jazeera so.", [("Al Jazeera", "PERSON")], [("Al Jazeera", "ORG")]),  # a known outlet
        ("It asked Jordan for help.", [("Jordan", "ORG")], [("Jordan", "LOC")]),  # a country, though it acts
        (
            "Ann Jordan spoke. Jordan left.",
            [("Ann Jordan", "PERSON"), ("Jordan", "LOC")],
            [("Ann Jordan", "PERSON"), ("Jordan", "PERSON")],
        ),  # unless a person bears its name
        ("Write to a.sallah@example.org now.", [("a.sallah@example.org", "PERSON")], []),  # an address names nobody
        (
            "Sallah Press http://example.org/x",
            [("Sallah Press http://example.org/x", "ORG")],
            [("Sallah Press", "ORG")],
        ),
        ("Shells fell on Baba Amr.", [("Baba Amr", "PERSON")], [("Baba Amr", "LOC")]),  # a known district
        ("They marched to Azaz.", [], [("Azaz", "LOC")]),  # a known town that the model has missed
        ("Azaz: two men fled.", [], [("Azaz", "LOC")]),
        ("Marea laughed.", [("Marea", "PERSON")], [("Marea", "PERSON")]),  # nothing says that she is a town
        (
            "tags Khan Shaykhun Binnish rain",
            [("Khan Shaykhun Binnish", "PERSON")],
            [("Khan Shaykhun", "LOC"), ("Binnish", "LOC")],
        ),  # tags that run into each other
        ("In Idlib the rain fell.", [("Idlib the", "LOC")], [("Idlib", "LOC")]),
        ("Rebels fled.", [], []),  # a common noun that opens a sentence
        ("the rebels fled to Aden", [], [("Aden", "LOC")]),
        (
            "Mr Sallah spoke. Sallah left. Then Sallah returned.",
            [("Sallah", "LOC"), ("Sallah", "LOC"), ("Sallah", "PERSON")],
            [("Sallah", "PERSON"), ("Sallah", "PERSON"), ("Sallah", "PERSON")],
        ),  # one label throughout, and a title weighs more than the model
        (
            "They live in Sallah. Sallah is old. Then Sallah burned.",
            [("Sallah", "LOC"), ("Sallah", "PERSON"), ("Sallah", "LOC")],
            [("Sallah", "LOC"), ("Sallah", "LOC"), ("Sallah", "LOC")],
        ),
        (
            "Omar Sallah spoke. Later Sallah left.",
            [("Omar Sallah", "PERSON"), ("Sallah", "LOC")],
            [("Omar Sallah", "PERSON"), ("Sallah", "PERSON")],
        ),  # the last word of a person's full name
        (
            "They left Omar Sallah. Sallah spoke. Sallah left.",
            [("Omar Sallah", "LOC"), ("Sallah", "PERSON"), ("Sallah", "PERSON")],
            [("Omar Sallah", "PERSON"), ("Sallah", "PERSON"), ("Sallah", "PERSON")],
        ),  # and the full name of a person called by its last word
    ],
)
def test_labels(text: str, ents: list[tuple[str, str]], names: list[tuple[str, str]]) -> None:
    doc = marked(text, *ents)
    found = labelled_names(doc, VOCAB, OUTLETS)
    assert [(doc[name.start : name.end].text, name.label) for name in found] == names


def test_marking_puts_them_in_the_place_of_the_model() -> None:
    doc = marked("He fought Abu Sayyaf in Aden.", ("Abu Sayyaf", "LOC"), ("Aden", "LOC"))
    mark_names(doc, VOCAB)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Abu Sayyaf", "ORG"), ("Aden", "LOC")]


def test_marking_twice_changes_nothing() -> None:
    doc = marked("Mr Sallah fought Abu Sayyaf in Aden.", ("Sallah", "LOC"), ("Aden", "PERSON"))
    mark_names(doc, VOCAB, OUTLETS)
    once = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    mark_names(doc, VOCAB, OUTLETS)
    assert [(ent.start, ent.end, ent.label_) for ent in doc.ents] == once
