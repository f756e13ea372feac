"""Status by scope: a table of parsed sentences, each with the reason it stands there."""

import pytest

from stages.status import status_of
from tests.stages.parsed import Case, cases_in

CASES = list(cases_in("status.conllu"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reason} ({case.doc[case.trigger].text})")
def test_status_of_an_event(case: Case) -> None:
    assert status_of(case.doc[case.trigger]).code == case.expected


def test_every_status_has_cases() -> None:
    codes = [case.expected for case in CASES]
    assert min(codes.count(code) for code in ("asserted", "unconfirmed", "denied", "possible", "planned")) >= 10


def test_a_status_tells_the_word_that_gave_it() -> None:
    rules = {status_of(case.doc[case.trigger]).rule for case in CASES}
    assert {"not", "reportedly", "may", "will", "deny"} <= rules
