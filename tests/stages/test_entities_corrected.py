"""Entities as analysts correct them: forms made one, parted, and corrections that do not fit."""

import pytest

from stages.stage import id_of
from tests.stages.linking import form, groups, linked
from tests.stages.noted import noted

RASHID, RASHEED, OTHER = form("Rana Rashid", count=3), form("Rana R. Rasheed"), form("Omar Qasim")


def entity_of(row):
    """The id the machine gives to an entity whose first mention that is."""
    return id_of("entity", row["first_mention_id"])


def test_analysts_make_two_persons_one():
    merge = noted("entity", entity_of(OTHER), "merge", "name", "Omar Qasim", entity_of(RASHID))
    made = linked([RASHID, OTHER], corrections=[merge])
    assert groups(made) == [{"Omar Qasim", "Rana Rashid"}]
    (entity,) = made.rows.to_pylist()
    assert entity["corrected"] == ["made one with Rana Rashid, by R. Reader: seen on film"]
    assert "made one with Omar Qasim, by R. Reader: seen on film" in made.also["entity_forms"]["rule"].to_pylist()
    assert made.also["entity_outcomes"]["outcome"].to_pylist() == ["applied"]


def test_analysts_part_a_form_from_a_person():
    one = linked([RASHID, RASHEED])
    assert one.rows.num_rows == 1
    split = noted("entity", entity_of(RASHID), "split", "name", one.rows["name"][0].as_py(), "Rana R. Rasheed")
    made = linked([RASHID, RASHEED, OTHER], corrections=[split])
    assert groups(made) == [{"Omar Qasim"}, {"Rana R. Rasheed"}, {"Rana Rashid"}]
    assert sum(row["corrected"] is not None for row in made.rows.to_pylist()) == 2


@pytest.mark.parametrize(
    ("correction", "outcomes"),
    [
        (("merge", "Nobody", entity_of(RASHID)), ["guard_failed"]),
        (("merge", "Omar Qasim", "gone"), ["unknown_value"]),
        (("merge", "Omar Qasim", entity_of({"first_mention_id": "first Front"})), ["contradicts"]),  # a group
        (("split", "Omar Qasim", "Omar Qasem"), ["unknown_value"]),  # no form of it
        (("split", "Omar Qasim", "Omar Qasim"), ["unknown_value"]),  # all there is of it
    ],
)
def test_a_correction_that_does_not_fit_changes_no_entity(correction, outcomes):
    rows = [RASHID, OTHER, form("Front", label="organisation")]
    action, expected, value = correction
    made = linked(rows, corrections=[noted("entity", entity_of(OTHER), action, "name", expected, value)])
    assert made.rows == linked(rows).rows
    assert made.also["entity_outcomes"]["outcome"].to_pylist() == outcomes


def test_a_pair_that_analysts_made_one_is_not_for_review():
    rows = [form("Nizar Habib"), form("Nazar Habib")]
    assert linked(rows).also["review_pairs"].num_rows == 1
    merge = noted("entity", entity_of(rows[0]), "merge", "name", "Nizar Habib", entity_of(rows[1]))
    assert linked(rows, corrections=[merge]).also["review_pairs"].num_rows == 0
