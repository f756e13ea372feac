"""Sources: a table of parsed sentences, each with the reason it stands there."""

import pytest

from schemas.columns import SOURCE_KINDS
from stages.sources import source_of
from tests.stages.parsed import Case, cases_in

CASES = list(cases_in("sources.conllu"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reason} ({case.expected})")
def test_source_of_an_event(case: Case) -> None:
    source = source_of(case.doc[case.trigger])
    assert ("none" if source is None else f"{source.span.text};{source.kind}") == case.expected


def test_every_kind_is_declared() -> None:
    kinds = {source.kind for case in CASES if (source := source_of(case.doc[case.trigger]))}
    assert kinds <= set(SOURCE_KINDS)
