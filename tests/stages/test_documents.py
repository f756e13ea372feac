"""Rows of documents: every page is a document or a reject."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from schemas.raw_documents import RAW_DOCUMENTS
from stages.cleaning.languages import language_of
from stages.documents import clean_documents, document_of
from stages.raw_documents import Limits, Refusal
from tests.stages.small_pages import ARTICLE, HEADLINE, PAGE, outlets, phrases

FRENCH = (
    "Quarante soldats d'une garnison du nord ont quitté leur poste lundi et ont roulé vers la frontière, ont déclaré "
    "deux de leurs officiers. Le ministère de la défense a démenti toute désertion."
)
ARABIC = "غادر أربعون جنديا من حامية في الشمال مواقعهم يوم الاثنين وتوجهوا إلى الحدود، حسبما قال اثنان من ضباطهم."


def raw(text: str, **given: object) -> dict[str, object]:
    return {
        "document_id": "a" * 64,
        "uri": "page.txt",
        "media_type": "text/plain",
        "encoding": "utf-8",
        "text": text,
        "byte_count": len(text.encode()),
        "given_outlet": None,
        "given_title": None,
        "given_published_on": None,
        "received_at": datetime(2014, 3, 4, tzinfo=UTC),
        "batch_id": "one",
    } | given


def document(text: str, **given: object) -> Mapping[str, object]:
    made = document_of(raw(text, **given), phrases=phrases(), outlets=outlets(), limits=Limits())
    assert not isinstance(made, Refusal)
    return made


def test_a_page_becomes_a_document() -> None:
    made = document(PAGE)
    assert made["title"] == HEADLINE
    assert made["byline"] == "Ann Other"
    assert made["dateline"] == "BAMAKO, March 3"
    assert made["outlet"] == "The Example Herald"
    assert (made["published_on"], made["published_from"]) == (date(2014, 3, 3), "text")
    assert (made["title_start_char"], made["title_end_char"]) == (0, len(HEADLINE))
    assert made["language"] == "en"


def test_a_given_title_that_does_not_stand_in_the_text_has_no_place() -> None:
    made = document("\n\n".join(ARTICLE), given_title="Another headline")
    assert made["title"] == "Another headline"
    assert made["title_start_char"] is None


def test_nothing_is_guessed() -> None:
    made = document("\n\n".join(ARTICLE[1:]))
    assert [made[name] for name in ("title", "byline", "dateline", "outlet", "published_on", "published_from")] == [
        None
    ] * 6


@pytest.mark.parametrize(
    ("text", "reason_code", "detail"),
    [
        (FRENCH, "language_not_supported", "fr"),
        (ARABIC, "language_not_supported", "ar"),
        (f"Home\nNews\nSport\n{FRENCH}\nShare this", "language_not_supported", "fr"),  # an English frame
        ("Home\nNews\nSport\nSign in\nContact us", "no_article_text", None),
        ("They left.", "no_article_text", None),
        ("They have left.", "too_short", "3 words"),
    ],
)
def test_refusals(text: str, reason_code: str, detail: str | None) -> None:
    made = document_of(raw(text), phrases=phrases(), outlets=outlets(), limits=Limits())
    assert isinstance(made, Refusal)
    assert made.reason_code == reason_code
    assert detail is None or made.detail == detail


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army left the town on Friday, and no one has seen it since.", "en"),
        ("SANTIAGO, 5 JAN 90 -- THE GOVERNMENT HAS APPROVED A BILL THAT WILL BE SENT TO CONGRESS", "en"),  # capitals
        ("Net 1,329,000", "en"),  # too little to tell
        (FRENCH, "fr"),
        ("Die Armee hat am Freitag die Stadt verlassen, und niemand hat sie seither gesehen.", "de"),
        ("El ejército abandonó la ciudad el viernes y desde entonces nadie lo ha visto.", "es"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_rows_in_are_rows_out_and_rejects() -> None:
    texts = (PAGE, FRENCH, "Home\nNews\nSport")
    table = RAW_DOCUMENTS.of([raw(text, document_id=f"{number:064x}") for number, text in enumerate(texts)])
    made = clean_documents(table, phrases=phrases(), outlets=outlets(), limits=Limits())
    assert made.rows.num_rows == 1
    assert [reject.reason_code for reject in made.rejects] == ["language_not_supported", "no_article_text"]
    assert {reject.stage for reject in made.rejects} == {"documents"}


def test_an_article_longer_than_its_limit_is_refused() -> None:
    made = document_of(raw(PAGE), phrases=phrases(), outlets=outlets(), limits=Limits(max_char_count=100))
    assert isinstance(made, Refusal)
    assert (made.reason_code, made.detail[-32:]) == ("too_long", "text, more than the limit of 100")
