"""`attest explain`: from an id to the words and rules behind a row."""

from pathlib import Path

import pytest

from pipelines.explaining import explanation_of
from tests.rows import Row, database_of, document_id
from warehouse.explanations import UnknownId, subject_of

SENTENCE = "Five pilots fled to Wadi Sahl on Monday."
EVENT = "event000aaa"
CLAIMS: list[Row] = [
    {
        "claim_id": f"claim{n}aaa", "document_id": document_id(n), "type_code": "defection", "status": "asserted",
        "trigger": "fled", "trigger_raw_start_char": 112, "trigger_raw_end_char": 116, "raw_start_char": 100,
        "raw_end_char": 140, "sentence": SENTENCE, "actor_text": "Five pilots", "actor_raw_start_char": 100,
        "actor_raw_end_char": 111, "count_text": "Five", "count_raw_start_char": 100, "count_raw_end_char": 104,
        "count_low": low, "count_high": low, "destination_text": "Wadi Sahl", "destination_raw_start_char": 120,
        "destination_raw_end_char": 129,
        "found": [{"field": "trigger", "rule": "flee (verb, leaves)"}, {"field": "actor", "rule": "subject of fled"}],
    }
    for n, low in enumerate((5, 7))
]  # fmt: skip
TABLES: dict[str, list[Row]] = {
    "documents": [
        {"document_id": document_id(0), "title": "Pilots\u202e gone", "outlet": "The Valley Post",
         "text": "Those 7th Regiment of the 9th Division left."},
        {"document_id": document_id(1), "outlet": "River Radio"},
        {"document_id": document_id(2)},
    ],
    "claims": CLAIMS,
    "events": [{"event_id": EVENT, "type_code": "defection", "counts_agree": False, "claim_count": 2}],
    "event_claims": [
        {"event_id": EVENT, "claim_id": "claim0aaa", "rule": "first told here"},
        {"event_id": EVENT, "claim_id": "claim1aaa", "rule": "with claim0aaa: the same day"},
    ],
    "duplicates": [{"document_id": document_id(1), "copies_document_id": document_id(0), "kind": "wire"}],
    "mentions": [
        {
            "mention_id": "m", "document_id": document_id(0), "label": "place", "text": "Wadi Sahl",
            "raw_start_char": 120, "raw_end_char": 129, "gazetteer_id": "geonames:1", "place_precision": "city",
            "place_rule": "name, country of the document; rather than Wadi Sahl (town, EG)", "place_score": 0.91,
        },
        *(
            {
                "mention_id": f"m{n}", "document_id": document_id(n), "label": "person", "text": "Amal Darwish",
                "rank_code": rank,
            }
            for n, rank in enumerate(("captain", "colonel", "general"))
        ),
        *(
            {
                "mention_id": f"u{at}", "document_id": document_id(0), "label": "organisation", "kind": "unit",
                "text": text, "start_char": at, "end_char": at + len(text),
            }
            for at, text in ((6, "7th Regiment"), (26, "9th Division"))
        ),
    ],
    "entities": [
        {"entity_id": "person0", "kind": "person", "name": "Amal Darwish", "other_names": ["Amaal Darwish"],
         "corrected": ["made one with Amaal Darwish, by R. Reader: seen on film"]},
        {"entity_id": "person1", "kind": "person", "name": "Amal Darwich"},
        {"entity_id": "unit7", "kind": "unit", "name": "7th Regiment"},
        {"entity_id": "unit9", "kind": "unit", "name": "9th Division"},
        {"entity_id": "place1", "kind": "place", "name": "Wadi Sahl", "gazetteer_id": "geonames:1"},
    ],
    "entity_forms": [
        {"form_id": "person:amal darwish", "entity_id": "person0", "rule": "a form of its own", "score": 1.0},
        {"form_id": "person:amaal darwish", "entity_id": "person0", "rule": "a spelling of Amal Darwish", "score": 0.9},
        {"form_id": "organisation:7th regiment", "entity_id": "unit7"},
        {"form_id": "organisation:9th division", "entity_id": "unit9"},
        {"form_id": "place:@geonames:1", "entity_id": "place1"},
    ],
    "review_pairs": [{"entity_id": "person0", "other_entity_id": "person1", "score": 0.6, "reason": "last names"}],
    "rejects": [{"stage": "documents", "document_id": document_id("refused"), "reason_code": "too_short"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two claims of one event that disagree on a number, the second in a wire copy."""
    return database_of(tmp_path_factory.mktemp("warehouse"), TABLES)


def lines_for(database: Path, given: str, claim_id: str | None = None) -> str:
    """The explanation as a pipe gets it."""
    return "\n".join(line.plain for line in explanation_of(database, given, claim_id))


@pytest.mark.parametrize(
    ("given", "kind", "key"),
    [
        (document_id(0), "document", document_id(0)),
        (document_id(1)[:10], "document", document_id(1)),  # the beginning will do while it is one document's alone
        ("claim1aaa", "claim", "claim1aaa"),
        ("claim1aaa\r\n", "claim", "claim1aaa"),  # as it comes from a file of lines
        ("event", "event", EVENT),
    ],
)
def test_an_id_or_its_beginning_names_one_thing(database: Path, given: str, kind: str, key: str) -> None:
    assert subject_of(database, given) == (kind, key)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("claim", "more than one id begins so: claim claim0aaa, claim claim1aaa"),
        ("cla", "no document, claim, event or entity has this id"),  # too short to mean one
        ("' or true --", "no document, claim, event or entity has this id"),
        (document_id("refused"), "the document was refused by documents: too_short"),
    ],
)
def test_an_id_of_nothing_or_of_several_is_said_in_one_sentence(database: Path, given: str, said: str) -> None:
    with pytest.raises(UnknownId, match=said):
        subject_of(database, given)


@pytest.mark.parametrize(
    "line",
    [
        "sentence       Five pilots »fled« to Wadi Sahl on Monday.",
        "trigger        “fled” [112–116]  · flee (verb, leaves)",
        "actor          “Five pilots” [100–111]  · subject of fled",
        "= 5",
        "Wadi Sahl (city)  · “Wadi Sahl” is geonames:1",
        "event          event000aaa  · first told here",
    ],
)
def test_a_claim_shows_its_words_its_offsets_and_its_rules(database: Path, line: str) -> None:
    assert line in lines_for(database, "claim0aaa")


@pytest.mark.parametrize(
    "line",
    [
        "count          5 (1); 7 (1)  · they disagree",
        "actor          Five pilots (2)",
        "put here       with claim0aaa: the same day",
        f"copies         {document_id(0)}  · wire",
    ],
)
def test_an_event_shows_why_each_claim_is_in_it_and_where_they_differ(database: Path, line: str) -> None:
    assert line in lines_for(database, EVENT)


def test_a_document_shows_each_of_its_claims_and_no_trick_of_its_title(database: Path) -> None:
    told = lines_for(database, document_id(0))
    assert "Pilots[U+202E] gone" in told
    assert told.count("sentence ") == 1


def test_one_claim_of_a_document_is_shown_alone_and_another_document_s_refused(database: Path) -> None:
    assert lines_for(database, document_id(0), "claim0aaa") == lines_for(database, "claim0aaa")
    with pytest.raises(UnknownId, match="no claim of the document"):
        explanation_of(database, document_id(0), "claim1aaa")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("person0", "amaal darwish  · a spelling of Amal Darwish (0.90)"),
        ("person0", "captain  · 1 documents: The Valley Post"),  # the rank of a copy is not told again
        ("person0", "general  · 1 documents: outlets unknown"),
        ("person0", "Amal Darwich (person1)  · last names (0.60)"),
        ("person0", "corrected      made one with Amaal Darwish, by R. Reader: seen on film"),
        ("unit7", "is part of     9th Division  · “7th Regiment of the 9th Division”, in 1 documents"),
        ("unit9", "has part       7th Regiment"),
        ("place1", "name, country of the document; rather than Wadi Sahl (town, EG), at least 0.91 [mention m]"),
        ("claim0aaa", "by name, country of the document; rather than Wadi Sahl (town, EG) (0.91) [mention m]"),
    ],
)
def test_an_entity_and_a_place_say_why(database: Path, given: str, said: str) -> None:
    assert said in lines_for(database, given)


def test_an_entity_has_no_claims(database: Path) -> None:
    with pytest.raises(UnknownId, match="an entity has no claims"):
        explanation_of(database, "person0", "claim0aaa")
