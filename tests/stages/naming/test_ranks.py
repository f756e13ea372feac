"""Ranks: the ladder of the seed table, and where texts name its steps."""

import pytest
from spacy.tokens import Span

import seeds
from stages.naming.ranks import RankLadder, ranks_in, ranks_of
from tests.stages.parsed import untagged

LADDER = RankLadder.of(seeds.load("ranks"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a Libyan lieutenant colonel and six sergeants", ["lieutenant colonel", "sergeant"]),
        ("Lt. Col. Omar Hadi", ["lieutenant colonel"]),
        ("Lt.-Col. Omar Hadi", ["lieutenant colonel"]),
        ("Brig. Gen. Omar Hadi", ["brigadier general"]),
        ("Brig.-Gen. Omar Hadi", ["brigadier general"]),
        ("brigadier-general Omar Hadi", ["brigadier general"]),
        ("Maj. Gen. Omar Hadi", ["major general"]),
        ("Gen Omar Hadi", ["general"]),  # without the stop, in capitals only
        ("the gen Z", []),
        ("two colonels and a brigadier", ["colonel", "brigadier"]),
        ("major generals", ["major general"]),
        ("chiefs of staff", ["chief of staff"]),  # the plural inside
        ("attorneys general", ["attorney general"]),
        ("policemen and policewomen", ["policeman", "policewoman"]),
        ("three police officers", ["officer"]),
        ("army officers", ["officer"]),
        ("conscript soldiers", ["conscript", "soldier"]),
        ("a deputy oil minister", ["deputy minister"]),
        ("the ambassador to Iraq", ["ambassador"]),
        ("members of parliament and MPs", ["member of parliament", "member of parliament"]),
        ("a fighter pilot", ["pilot"]),
        ("Staff Sgt. Lee Wong", ["staff sergeant"]),
        ("an air vice marshal", ["air vice marshal"]),
        ("a general strike", []),  # no rank
        ("a major offensive", []),
        ("the crowd", []),
    ],
)
def test_ranks_in_a_phrase(text: str, labels: list[str]) -> None:
    doc = untagged(text)
    assert [rank.label for rank in ranks_in(doc[:], LADDER)] == labels


def test_grades_rise_up_the_ladder() -> None:
    order = ["private", "corporal", "sergeant", "lieutenant", "captain", "major", "lieutenant_colonel", "colonel"]
    order += ["brigadier_general", "major_general", "lieutenant_general", "general", "field_marshal"]
    grades = [LADDER.steps[code].grade for code in order]
    assert all(grade is not None for grade in grades)
    assert grades == sorted(set(grades), key=lambda grade: grade or 0)


def test_colonel_or_higher() -> None:
    higher = LADDER.at_least("colonel")
    assert {"colonel", "brigadier", "general", "admiral"} <= higher
    assert not {"major", "lieutenant_colonel", "soldier", "minister"} & higher


def test_kinds_of_people_have_no_grade() -> None:
    assert LADDER.steps["soldier"].grade is None
    assert LADDER.at_least("soldier") == {"soldier"}


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        LADDER.at_least("grand_poobah")


def test_nato_grades_and_heights_agree() -> None:
    for step in LADDER.steps.values():
        if step.nato_grade is None:
            assert step.grade is None
        else:
            kind, number = step.nato_grade.split("-")
            assert step.grade == int(number) + (10 if kind == "OF" else 0)


@pytest.mark.parametrize("code", sorted(LADDER.steps))
def test_every_label_is_found_as_itself(code: str) -> None:
    step = LADDER.steps[code]
    assert [rank.code for rank in ranks_in(untagged(f"the {step.label}")[1:], LADDER)] == [code]


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("Ten conscripts left.", "Ten conscripts", ["conscript"]),
        (
            "Ten men deserted, including two high-ranking officers, on Monday.",
            "Ten men",
            ["officer"],
        ),  # a part picked out
        ("Ten men deserted with two officers.", "Ten men", []),
    ],
)
def test_ranks_of_people_with_what_stands_beside_them(text: str, words: str, labels: list[str]) -> None:
    doc = untagged(text)
    span = doc.char_span(text.index(words), text.index(words) + len(words))
    assert span is not None
    assert [rank.label for rank in ranks_of(span, LADDER)] == labels


def test_a_title_before_a_name_is_the_rank_of_its_bearer() -> None:
    doc = untagged("Then Brig. Gen. Omar Hadi left.")
    doc.set_ents([Span(doc, 3, 5, label="PERSON")])
    assert [rank.code for rank in ranks_of(doc[3:5], LADDER)] == ["brigadier_general"]
