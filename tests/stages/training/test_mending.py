"""Names of different corpora, brought to one convention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.training.mending import mended
from stages.training.names import LABELS, Named
from tests.stages.training.marking import marked

LANDS = frozenset({"US", "U.S.", "Chile", "Niger", "New Zealand"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ORG Chile] denied it", "[LOC Chile] denied it"),  # a land that acts is a place
        ("[ORG Bank of Chile] denied it", "[ORG Bank of Chile] denied it"),  # part of a longer name
        ("[ORG Chile's] envoy", "[LOC Chile]'s envoy"),
        ("[PERSON Ann’s] hat", "[PERSON Ann]’s hat"),
        ("[ORG Acme's] boss left [ORG Acme]", "[ORG Acme]'s boss left [ORG Acme]"),  # known without it elsewhere
        ("[ORG Biddy's] is shut", "[ORG Biddy's] is shut"),  # known with it only
        ("ENB[ORG 's] goal", "ENB[? 's] goal"),
        ("[PERSON Ann Lee] <[PERSON ann@acme.example]>", "[PERSON Ann Lee] <ann@acme.example>"),
        ("[PERSON Ann Lee@ACME]", "[PERSON Ann Lee@ACME]"),
        ("in [LOC the Alps]", "in the [LOC Alps]"),
        ("in [LOC The Hague]", "in [LOC The Hague]"),
        ("US troops in the [LOC US]", "[? US] troops in the [LOC US]"),  # what some data leave unmarked
        ("the [ORG US Army]", "the [ORG US Army]"),
        ("at the [ORG Rahman Museum]", "at the [LOC Rahman Museum]"),  # a site is a place
        (
            "the [ORG Kano Space Centre] and the [ORG Centre for Peace]",
            "the [LOC Kano Space Centre] and the [ORG Centre for Peace]",
        ),
        ("USA, Nigeria and USB", "USA, Nigeria and USB"),
        ("New Zealand wool", "[? New Zealand] wool"),
    ],
)
def test_one_convention(text: str, expected: str) -> None:
    assert mended([marked(text)], LANDS) == [marked(expected)]


@given(
    st.lists(st.tuples(st.sampled_from(["the Chile", "Chile's", "US", "the 's", "Ann", "’s"]), st.sampled_from(LABELS)))
)
def test_mending_twice_changes_nothing(parts: list[tuple[str, str]]) -> None:
    text, names = "", []
    for name, label in parts:
        names.append((len(text), len(text) + len(name), label))
        text += f"{name} "
    once = mended([Named(text, tuple(names))], LANDS)
    assert mended(once, LANDS) == once
