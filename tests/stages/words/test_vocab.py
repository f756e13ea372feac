"""The lexicon holds together: every frame, type, class and verb that one seed names stands in another."""

from itertools import chain

import pytest

import seeds
from stages.words.vocab import UNIONS, Condition, Place
from tests.stages.frozen import vocab

MODEL_CLASSES = {
    "personname",
    "name",
    "number",
    "placename",
    "people",
    "org",
}  # told by names and numbers, not by words
FUNCTIONS = {
    "subject", "object", "iobject", "comp", "near", "before", "after", "governor", "voice", "count", "number",
    "compound", "amod", "poss", "light_actor",
}  # fmt: skip


def classes_known() -> set[str]:
    kinds = set(seeds.load("actors")["kind"].to_pylist()) | set(seeds.load("word_classes")["class_code"].to_pylist())
    return kinds | set(UNIONS) | MODEL_CLASSES


def test_every_trigger_has_a_known_frame_and_type() -> None:
    types = {row["type_code"] for row in seeds.load("event_types").to_pylist()}
    for row in seeds.load("triggers").to_pylist():
        assert row["frame"] in vocab().frames, row["trigger"]
        assert row["type_code"] in types, row["trigger"]


def test_every_mode_of_a_trigger_has_its_crosswalk() -> None:
    for row in seeds.load("triggers").to_pylist():
        assert (row["type_code"], row["mode"] or "") in vocab().crosswalks, row["trigger"]


def test_every_class_in_a_condition_is_known() -> None:
    known = classes_known()
    for senses in vocab().senses.values():
        for sense in senses:
            for condition in chain(sense.needs, *sense.unless):
                assert condition.classes <= known, (sense.trigger, condition.classes - known)


def test_every_place_of_a_condition_is_a_function_or_a_preposition() -> None:
    for senses in vocab().senses.values():
        for sense in senses:
            for condition in chain(sense.needs, *sense.unless):
                assert all(place in FUNCTIONS or place.isalpha() for place in condition.places), sense.trigger


def test_every_type_is_told_by_some_trigger() -> None:
    told = {row["type_code"] for row in seeds.load("triggers").to_pylist()}
    assert told == {row["type_code"] for row in seeds.load("event_types").to_pylist()}


def test_every_plover_type_but_none_is_reached() -> None:
    reached = {str(crosswalk.plover).split(":")[0] for crosswalk in vocab().crosswalks.values() if crosswalk.plover}
    assert reached >= {
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "ACCUSE", "REQUEST", "REJECT",
        "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "places", "words", "classes"),
    [
        ("object:@people|rebel", ("object",), {"rebel"}, {"people"}),
        ("object|of:@place", ("object", "of"), set(), {"place"}),
        ("near:@sport|wage", ("near",), {"wage"}, {"sport"}),
    ],
)
def test_conditions_read_their_notation(
    written: str, places: tuple[str, ...], words: set[str], classes: set[str]
) -> None:
    condition = Condition.of(written)
    assert (condition.places, condition.words, condition.classes) == (places, words, classes)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("object", Place("object", None, None)),
        ("to@side", Place("to", "side", None)),
        ("object>of", Place("object", None, "of")),
    ],
)
def test_places_of_frames_read_their_notation(written: str, expected: Place) -> None:
    assert Place.of(written) == expected


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("policemen", "police"),
        ("rebels", "armed"),
        ("helicopters", "aircraft"),
        ("mortars", "munition"),
        ("villages", "place"),
        ("ministers", "official"),
        ("refugees", "displaced"),
        ("taliban", "militant"),
        ("russian", "nationality"),
        ("government", "regime"),
    ],
)
def test_words_have_their_classes(word: str, code: str) -> None:
    assert code in vocab().classes_of(word)
