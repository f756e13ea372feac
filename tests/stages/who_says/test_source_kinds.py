"""What kind of source a phrase names."""

import pytest

from tests.stages.frozen import rows_of


@pytest.mark.parametrize(
    ("text", "source", "kind", "reason"),
    [
        ("A nurse from Juba hospital said on Monday that rebels had burned two wards.", "A nurse from Juba hospital",
         "anonymous", "a place within the phrase makes nobody an official"),
        ("The Free Syrian Army said it had captured a base near Homs.", "The Free Syrian Army", "group",
         "no state's army"),
        ("One rebel said that troops had shelled the mosque.", "One rebel", "anonymous", "one man without a name"),
        ("The rebels said that troops had shelled the mosque.", "The rebels", "group", "all of them"),
        ("Relief agencies say that 2,000 people have fled Bor.", "Relief agencies", "organisation", "several bodies"),
        ("The army said that rebels had shelled the mosque.", "The army", "official", "a state's army"),
    ],
)  # fmt: skip
def test_kind_of_a_source(text: str, source: str, kind: str, reason: str) -> None:
    row = rows_of(text)[0]
    assert (row["source_text"], row["source_kind"]) == (source, kind), reason
