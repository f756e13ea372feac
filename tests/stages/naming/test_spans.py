"""Names of persons and organisations with rank, post and kind."""

import pytest
from spacy.tokens import Doc, Span

import seeds
from stages.naming.ranks import RankLadder
from stages.naming.spans import NameSpan, kind_of, names_in
from tests.stages.parsed import untagged

LADDER = RankLadder.of(seeds.load("ranks"))


def named(text: str, *names: tuple[str, str]) -> tuple[Doc, list[NameSpan]]:
    """The names of a text in which a model has marked these."""
    doc = untagged(text)
    spans = []
    for words, label in names:
        start = text.index(words)
        span = doc.char_span(start, start + len(words), label=label)
        assert span is not None
        spans.append(Span(doc, span.start, span.end, label=label))
    doc.set_ents(spans)
    return doc, names_in(doc, LADDER)


@pytest.mark.parametrize(
    ("text", "marked", "name", "rank", "post"),
    [
        ("Capt. Omar Hadi spoke.", "Omar Hadi", "Omar Hadi", "captain", "Capt."),
        ("Brig. Gen. Omar Hadi spoke.", "Omar Hadi", "Omar Hadi", "brigadier_general", "Brig. Gen."),
        ("Colonel Omar Hadi spoke.", "Colonel Omar Hadi", "Omar Hadi", "colonel", "Colonel"),  # the rank was marked too
        ("President Omar Hadi spoke.", "Omar Hadi", "Omar Hadi", "president", "President"),
        ("Foreign Minister Omar Hadi spoke.", "Omar Hadi", "Omar Hadi", "minister", "Foreign Minister"),
        ("Then Mr Omar Hadi spoke.", "Omar Hadi", "Omar Hadi", None, "Mr"),
        ("He met Omar Hadi, head of the mission, there.", "Omar Hadi", "Omar Hadi", None, "head of the mission"),
        ("He met Omar Hadi, and left.", "Omar Hadi", "Omar Hadi", None, None),
        ("Omar Hadi's house burned.", "Omar Hadi's", "Omar Hadi", None, None),  # without the possessive
    ],
)
def test_persons(text: str, marked: str, name: str, rank: str | None, post: str | None) -> None:
    doc, (found,) = named(text, (marked, "PERSON"))
    assert doc[found.start : found.end].text == name
    assert (found.rank.code if found.rank is not None else None) == rank
    given = found.post.text if found.post is not None else None
    assert given == post or (given is not None and post is not None and given.endswith(post))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He left the 17th Regiment there.", "17th Regiment", "unit"),
        ("He left the 9th Mountain Troops Brigade there.", "9th Mountain Troops Brigade", "unit"),
        ("He left the Fourth Armoured Division there.", "Fourth Armoured Division", "unit"),
        ("He joined the Hawks Battalion there.", "Hawks Battalion", "unit"),
        ("The Petra news agency said so.", "Petra news agency", "agency"),
        ("He met people of Unit 450 there.", "Unit 450", "unit"),
    ],
)
def test_organisations_by_their_words(text: str, name: str, kind: str) -> None:
    doc, (found,) = named(text)
    assert (doc[found.start : found.end].text, found.label, found.kind) == (name, "organisation", kind)


def test_words_outweigh_the_model() -> None:
    _, (found,) = named("The Petra news agency said so.", ("Petra", "LOC"))
    assert found.label == "organisation"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Reuters", "agency"),
        ("Free Syrian Army", "group"),
        ("Muslim Brotherhood", "group"),
        ("Ministry of Defence", "state"),
        ("Syrian Army", "state"),
        ("Radio Sawa", "outlet"),
        ("Acme", None),
    ],
)
def test_kind_of_an_organisation(name: str, kind: str | None) -> None:
    assert kind_of(untagged(name)[:]) == kind


def test_an_unknown_label_is_left_out() -> None:
    _, found = named("He paid on Monday.", ("Monday", "DATE"))
    assert found == []
