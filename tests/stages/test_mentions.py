"""Mentions of one document: rows that quote its text."""

from datetime import date

import pyarrow as pa
import pytest
from spacy.tokens import Doc, Span

import seeds
from schemas.mentions import MENTIONS
from stages.cleaning.outlets import Outlets
from stages.document import Document
from stages.mentions import find_mentions, mentions_in
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from stages.naming.ranks import RankLadder
from stages.words.vocab import SEEDS, Vocab
from tests.stages.noted import corrections_of
from tests.stages.parsed import untagged

TEXT = (
    "Col. Omar Hadi of the 4th Armoured Division fled to Homs on Monday with 12 soldiers, the Petra news agency said."
)
Row = dict[str, object]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The seed places, without cities and subdivisions."""
    cities = pa.table(
        {
            "geonameid": pa.array([], pa.int64()), "name": pa.array([], pa.string()),
            "country_code": pa.array([], pa.string()), "admin1_code": pa.array([], pa.string()),
            "latitude": pa.array([], pa.float64()), "longitude": pa.array([], pa.float64()),
            "population": pa.array([], pa.int64()), "alternate_names": pa.array([], pa.list_(pa.string())),
        }
    )  # fmt: skip
    divisions = pa.table({name: pa.array([], pa.string()) for name in ("place_id", "name", "country_code")})
    return Gazetteer(*gazetteer_tables(seeds.load("places"), cities, divisions))


@pytest.fixture(scope="module")
def resources(gazetteer: Gazetteer) -> dict[str, object]:
    """What the stage uses."""
    return {
        "vocab": Vocab.of({name: seeds.load(name) for name in SEEDS}),
        "ranks": RankLadder.of(seeds.load("ranks")),
        "gazetteer": gazetteer,
        "outlets": Outlets.of(seeds.load("outlets")),
    }


def marked() -> Doc:
    """The text as a model might mark it."""
    doc = untagged(TEXT)
    ents = []
    for words, label in (("Omar Hadi", "PERSON"), ("Homs", "LOC"), ("Petra", "LOC")):
        span = doc.char_span(TEXT.index(words), TEXT.index(words) + len(words))
        assert span is not None
        ents.append(Span(doc, span.start, span.end, label=label))
    doc.set_ents(ents)
    return doc


@pytest.fixture
def rows(resources: dict[str, object]) -> list[Row]:
    """The mentions of the text."""
    document = Document.plain(TEXT, published_on=date(2012, 6, 21))
    return mentions_in(marked(), document, **resources)  # type: ignore[arg-type]


def test_what_is_mentioned(rows: list[Row]) -> None:
    assert [(row["label"], row["text"], row.get("kind")) for row in rows] == [
        ("person", "Omar Hadi", None),
        ("organisation", "4th Armoured Division", "unit"),
        ("place", "Homs", "city"),
        ("date", "Monday", "weekday"),
        ("count", "12", None),
        ("organisation", "Petra news agency", "agency"),
    ]


def test_a_person_has_rank_and_post(rows: list[Row]) -> None:
    assert (rows[0]["rank_code"], rows[0]["role_text"]) == ("colonel", "Col.")


def test_a_place_is_resolved(rows: list[Row]) -> None:
    assert (rows[2]["gazetteer_id"], rows[2]["country_code"]) == ("sy-homs", "SY")


def test_dates_and_counts_have_their_ranges(rows: list[Row]) -> None:
    assert (rows[3]["date_low"], rows[3]["date_high"]) == (date(2012, 6, 18), date(2012, 6, 18))
    assert (rows[4]["count_low"], rows[4]["count_high"]) == (12, 12)


def test_every_row_quotes_its_document(rows: list[Row]) -> None:
    for row in rows:
        assert TEXT[slice(row["start_char"], row["end_char"])] == row["text"]
        assert (row["raw_start_char"], row["raw_end_char"]) == (row["start_char"], row["end_char"])
    assert MENTIONS.of(rows).num_rows == len({row["mention_id"] for row in rows})


def test_an_unknown_day_of_publication_leaves_the_weekday_open(resources: dict[str, object]) -> None:
    rows = mentions_in(marked(), Document.plain(TEXT), **resources)  # type: ignore[arg-type]
    assert [(row["date_low"], row["date_high"]) for row in rows if row["label"] == "date"] == [(None, None)]


def test_the_stage_reads_stored_parses(resources: dict[str, object]) -> None:
    document_id = "a" * 64
    parses = pa.table({"document_id": [document_id], "doc": [marked().to_bytes()]})
    pieces = [{"start_char": 0, "raw_start_char": 7, "length": len(TEXT), "raw_length": len(TEXT)}]
    documents = pa.Table.from_pylist(
        [
            {
                "document_id": document_id, "text": TEXT, "pieces": pieces, "outlet": None, "byline": None,
                "dateline": None, "published_on": None, "title_start_char": None, "title_end_char": None,
            }
        ]
    )  # fmt: skip
    used = {"words" if name == "vocab" else name: resource for name, resource in resources.items()}
    made = find_mentions(parses, documents, **used, place_corrections=corrections_of())  # type: ignore[arg-type]
    assert made.rejects == []
    assert made.rows["raw_start_char"].to_pylist() == [start + 7 for start in made.rows["start_char"].to_pylist()]
