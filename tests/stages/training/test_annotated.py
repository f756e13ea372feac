from datetime import date

import pytest

import seeds
from stages.training.annotated import BadReport, Value, reports_in

REPORT = """## north-001 | 1994-05-03 | wire
Gunmen kill four police in Zawiya raid
= killing | trigger=kill | actor=Gunmen | target=four police | count=4 | place=Zawiya
They laid their arms down, at least ten of them, the ministry said.
= defection | trigger=laid ... down | actor=They < Gunmen | count=10.. | source=the ministry | status=planned
Nobody else was hurt.

## north-002 | - | radio
Calm returns
"""


def test_a_report_has_its_sentences_with_their_claims() -> None:
    first, second = reports_in(REPORT)
    assert (first.report_id, first.published_on, second.published_on) == ("north-001", date(1994, 5, 3), None)
    assert [len(told) for _, told in first.sentences] == [1, 1, 0]
    (killing,), (defection,), _ = (told for _, told in first.sentences)
    assert (killing.type_code, killing.status, killing.count) == ("killing", "asserted", (4, 4))
    assert killing.roles["actor"] == Value("Gunmen", None)
    assert (defection.trigger, defection.status, defection.count) == ("laid", "planned", (10, None))
    assert defection.roles["actor"] == Value("They", "Gunmen")


def test_the_text_says_where_each_sentence_starts() -> None:
    first, _ = reports_in(REPORT)
    text, starts = first.text()
    assert [text[start:].startswith(sentence) for start, (sentence, _) in zip(starts, first.sentences, strict=True)]
    assert text.startswith("Gunmen kill four police in Zawiya raid\n\nThey")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gunmen kill", "line 1: a report opens with ##"),
        ("## a | b | c", "line 1: no day"),
        ("## a | - | c\n= killing | trigger=kill", "line 2: a claim before any sentence"),
        ("## a | - | c\nA raid\n= attack | place=Rome", "line 3: a claim without a trigger"),
        ("## a | - | c\nA raid\n= attack | trigger=raid | count=many", "line 3: 'many' is no count"),
    ],
)
def test_a_line_that_is_none_is_told(text: str, said: str) -> None:
    with pytest.raises(BadReport, match=said):
        list(reports_in(text))


def test_every_annotation_of_the_seeds_is_of_the_sentence_above_it() -> None:
    types = set(seeds.load("event_types")["type_code"].to_pylist())
    for path in sorted((seeds.FOLDER / "training" / "annotated").glob("*.txt")):
        for report in reports_in(path.read_text(encoding="utf-8")):
            for sentence, told in report.sentences:
                for each in told:
                    here = [each.trigger, *(value.here for value in each.roles.values() if value.here)]
                    assert each.type_code in types
                    assert [words for words in here if words not in sentence] == [], report.report_id
