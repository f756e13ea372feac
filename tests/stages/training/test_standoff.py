import gzip
import json
import re
from pathlib import Path

import pytest

import seeds
from stages.training.annotated import BadReport, Value, reports_in
from stages.training.standoff import corpora_in, digest_of, spelled_out

PROJECT = seeds.FOLDER.parent
FILES = sorted([*seeds.FOLDER.glob("training/standoff/*.txt"), *PROJECT.glob("tests/reports/standoff/*.txt")])
SHAPE = re.compile(
    r"|## [a-z0-9-]+ \| (-|\d{4}-\d\d-\d\d) \| \w+ \| [0-9a-f]{8}|\d+( \d+:\d*)?"
    r"|= \w+( \| (\w+=(\d+:\d+)?( ?< \d+ \d+:\d+)?|count=[\d.]+|status=\w+))+"
)
LINES = ["Rain fell.", "Gunmen killed  four guards. They fled to Rome, it says. "]
SENTENCES = ["Gunmen killed four guards.", "They fled to Rome, it says."]
REPORT = f"""## a-1 | - | wire | {digest_of(SENTENCES)}
1 0:27
= killing | trigger=7:13 | actor=0:6 | target=14:25 | count=4
1 28:
= displacement | trigger=5:9 | target=0:4 < 1 0:6 | destination=13:17 | status=possible | place=< 1 19:25
"""


def test_a_stand_off_report_gets_the_words_of_its_corpus() -> None:
    (report,) = reports_in(spelled_out(REPORT, {"wire": LINES}))
    assert [sentence for sentence, _ in report.sentences] == SENTENCES
    (killing,), (flight,) = (told for _, told in report.sentences)
    assert (killing.trigger, killing.count, killing.roles["target"]) == ("killed", (4, 4), Value("four guards", None))
    assert (flight.roles["target"], flight.roles["place"]) == (Value("They", "Gunmen"), Value(None, "guards"))
    assert (flight.status, corpora_in(REPORT)) == ("possible", {"wire"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (REPORT.replace("1 28:", "7"), "a-1: '7' is not in wire"),
        (REPORT.replace("14:25", "90:99"), "is not in wire"),
        (REPORT.replace("1 0:27", "1 0:26"), "a-1: wire does not hold the words that were annotated"),
        ("## a-1 | - | wire\n1\n", "a stand-off report opens with its id, day, corpus and digest"),
        ("1\n", "a stand-off report opens with"),
    ],
)
def test_other_words_than_were_annotated_are_told(text: str, said: str) -> None:
    with pytest.raises(BadReport, match=said):
        spelled_out(text, {"wire": LINES})


def test_several_reports_of_a_file_stay_apart() -> None:
    other = f"## a-2 | 1999-05-01 | wire | {digest_of(LINES[:1])}\n0\n"
    first, second = reports_in(spelled_out(REPORT + "\n" + other, {"wire": LINES}))
    assert (first.report_id, second.report_id, second.sentences) == ("a-1", "a-2", [("Rain fell.", [])])


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.parent.name}-{path.stem}" for path in FILES])
def test_every_stand_off_report_is_of_a_known_type_and_in_order(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    kinds = {line.split(" | ")[0].removeprefix("= ") for line in lines if line.startswith("=")}
    assert kinds <= set(seeds.load("event_types")["type_code"].to_pylist())
    assert [line for line in lines if not SHAPE.fullmatch(line)] == []
    ids = [line.split(" | ")[0] for line in lines if line.startswith("##")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.parent.name}-{path.stem}" for path in FILES])
def test_its_corpus_holds_the_words_that_were_annotated(path: Path, shared: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (name,) = corpora_in(text)
    with gzip.open(shared / "ner" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
        corpus = [json.loads(row)["text"] for row in rows]
    reports = list(reports_in(spelled_out(text, {name: corpus})))
    triggers = [each.trigger for report in reports for _, told in report.sentences for each in told]
    assert triggers
    assert [word for word in triggers if not word.strip()] == []
