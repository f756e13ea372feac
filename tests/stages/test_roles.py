"""Roles by frame: who acts, on whom, with whom and where to."""

from datetime import date

import pytest

from tests.stages.frozen import rows_of
from tests.stages.role_cases import ROLES


@pytest.mark.parametrize(("text", "type_code", "roles"), ROLES)
def test_roles_by_frame(text: str, type_code: str, roles: dict[str, str]) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    found = {name: row[f"{name}_text"] for name in ("actor", "target", "recipient", "destination")}
    assert {name: words for name, words in found.items() if words is not None} == roles


@pytest.mark.parametrize(("text", "type_code", "roles"), ROLES)
def test_every_role_quotes_its_text_and_says_how_it_was_found(text: str, type_code: str, roles: dict[str, str]) -> None:
    row = next(row for row in rows_of(text) if row["type_code"] == type_code)
    found = row["found"]
    assert isinstance(found, list)
    for name in roles:
        assert text[row[f"{name}_raw_start_char"] : row[f"{name}_raw_end_char"]] == row[f"{name}_text"]  # type: ignore[misc]
        assert any(each["field"] == name and each["rule"] for each in found)


def test_who_is_asked_for_is_no_one() -> None:
    row = next(row for row in rows_of("It is unclear who carried out the killings.") if row["type_code"] == "killing")
    assert row["actor_text"] is None


def test_the_centre_of_a_town_is_where_a_bomb_went_off_and_no_target() -> None:
    row = next(row for row in rows_of("A bus bomb blew up in the centre of Bogota.") if row["type_code"] == "attack")
    assert (row["target_text"], row["place_text"]) == (None, "the centre of Bogota")


def test_soldiers_in_the_streets_are_no_protest() -> None:
    assert not [row for row in rows_of("Soldiers were in the streets of Sofia.") if row["type_code"] == "protest"]


def test_of_two_groups_in_a_list_each_has_its_own_count() -> None:
    rows = rows_of("The shooting left at least 40 people dead and hundreds of others injured.")
    assert [(row["count_low"], row["count_high"]) for row in rows if row["type_code"] == "killing"] == [(40, None)]


def test_a_day_to_come_dates_what_is_agreed_and_not_the_agreement() -> None:
    text = "The rival Koreas have agreed to hold reunions next month."
    (row,) = rows_of(text, date(2015, 9, 15))
    assert (row["status"], row["date_text"]) == ("asserted", None)


def test_what_is_told_to_be_done_is_not_done() -> None:
    assert [row["status"] for row in rows_of("Kill them and spit in their faces.")] == ["planned"]
