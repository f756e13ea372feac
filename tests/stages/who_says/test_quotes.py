"""Direct speech, across sentences and paragraphs."""

import pytest

from stages.who_says.quotes import quote_around, quotes_in
from tests.stages.parsed import untagged


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said: "We took the base today." Then he left.', ['"We took the base today."']),
        ("He said: “We took the base today.” Then he left.", ["“We took the base today.”"]),
        ("He said: ‘We took the base today.’ Then he left.", ["‘We took the base today.’"]),
        ('A "so-called" truce began.', []),  # a word in quotation marks
        ("The army’s men left the town’s centre.", []),  # apostrophes
        ("“We took the base. We will stay here.", ["“We took the base. We will stay here."]),  # never closed
        (
            "“We took the base today.\n\n“And we will stay here,” he said.",
            ["“We took the base today.\n\n", "“And we will stay here,”"],
        ),  # a paragraph that opens again
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    doc = untagged(text)
    assert [doc[quoted.start : quoted.end].text.strip() for quoted in quotes_in(doc)] == [q.strip() for q in quotes]


def test_the_quotation_around_a_word() -> None:
    doc = untagged('He said: "We took the base today." Then he left.')
    inside = next(token for token in doc if token.text == "took")
    outside = next(token for token in doc if token.text == "left")
    quoted = quote_around(inside)
    assert quoted is not None
    assert quoted.holds(inside.i)
    assert quote_around(outside) is None
