"""Whatever a document holds, every stage up to the claims reads it, and what it says stands in the raw text."""

import hashlib
from datetime import UTC, datetime
from functools import cache

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings

import seeds
from pipelines.resources import RESOURCES
from pipelines.settings import Settings
from schemas.landed import LANDED
from stages import STAGES
from stages.cleaning.html_body import clean_html
from stages.cleaning.page import clean_text
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from stages.stage import Reject
from tests.hostile.strategies import pages, reports
from tests.stages.cleaning.test_pieces import assert_quotes
from tests.stages.small_pages import ARTICLE, HEADLINE, phrases

UP_TO = [stage for stage in STAGES if stage.per == "batch"]
SPANS = {"mentions": ("raw_start_char", "raw_end_char"), "sentences": ("raw_start_char", "raw_end_char")}
SPANS |= {"claims": ("trigger_raw_start_char", "trigger_raw_end_char")}
FEW = settings(max_examples=60, suppress_health_check=list(HealthCheck))
FEWER = settings(FEW, max_examples=12)
MANY = settings(FEW, max_examples=3_000)
CITIES = {
    "geonameid": pa.int64(), "name": pa.string(), "country_code": pa.string(), "admin1_code": pa.string(),
    "latitude": pa.float64(), "longitude": pa.float64(), "population": pa.int64(),
    "alternate_names": pa.list_(pa.string()),
}  # fmt: skip


@cache
def resource(name: str) -> object:
    """What stages are handed; of the gazetteer only the places of the seed."""
    if name != "gazetteer":
        return RESOURCES[name].load(Settings())
    cities = pa.table({column: pa.array([], kind) for column, kind in CITIES.items()})
    divisions = pa.table({column: pa.array([], pa.string()) for column in ("place_id", "name", "country_code")})
    return Gazetteer(*gazetteer_tables(seeds.load("places"), cities, divisions))


def chained(content: bytes, media_type: str) -> tuple[dict[str, pa.Table], list[Reject]]:
    """The tables that one document makes, and what was refused on the way."""
    row = {
        "document_id": hashlib.sha256(content).hexdigest(), "uri": "in/page", "media_type": media_type,
        "content": content, "byte_count": len(content), "received_at": datetime(2014, 3, 4, tzinfo=UTC),
        "batch_id": "a",
    }  # fmt: skip
    tables = {"landed": LANDED.of([row])}
    rejects: list[Reject] = []
    for stage in UP_TO:
        made = stage.function(*(tables[name] for name in stage.reads), **{name: resource(name) for name in stage.uses})
        tables |= {stage.name: made.rows, **made.also}
        rejects += made.rejects
    return tables, rejects


def assert_kept_or_refused(content: bytes, media_type: str) -> None:
    """One document or one refusal, and every span inside the raw text."""
    tables, rejects = chained(content, media_type)
    refused = [reject for reject in rejects if reject.reason_code != "no_event"]  # that one is of a claim
    assert tables["documents"].num_rows + len(refused) == 1
    assert tables["parses"].num_rows == tables["documents"].num_rows
    for name, (start, end) in SPANS.items():
        for row in tables[name].to_pylist():
            raw = tables["raw_documents"]["text"][0].as_py()
            assert 0 <= row[start] < row[end] <= len(raw), (name, row)
            assert raw[row[start] : row[end]].strip(), (name, row)


def assert_cleaned(raw: str) -> None:
    """The clean text stands in the raw text, and cleaning it again changes nothing."""
    cleaned = clean_text(raw, phrases=phrases())
    assert_quotes(cleaned.text, raw)
    assert clean_text(cleaned.text.text, phrases=phrases()).text.text == cleaned.text.text
    assert 0.0 <= cleaned.kept_share <= 1.0


def assert_page_cleaned(raw: str) -> None:
    """The visible text and the clean one stand in the source."""
    cleaned, _ = clean_html(raw, phrases=phrases())
    assert_quotes(cleaned.page, raw)
    assert_quotes(cleaned.text, raw)


@FEW
@given(reports())
def test_any_text_is_cleaned_once_and_for_all(raw: str) -> None:
    assert_cleaned(raw)


@FEW
@given(pages())
def test_any_page_is_cleaned(raw: str) -> None:
    assert_page_cleaned(raw)


@FEWER
@given(reports())
@example("At least ²³ soldiers defected, ²³ people were killed.")  # figures that are no decimal digits
def test_any_report_is_coded_or_refused(raw: str) -> None:
    assert_kept_or_refused("\n\n".join([HEADLINE, *ARTICLE, raw]).encode("utf-8", "surrogatepass"), "text/plain")


@FEWER
@given(pages())
def test_any_page_is_coded_or_refused(raw: str) -> None:
    page = f"<html><body><h1>{HEADLINE}</h1><p>{'</p><p>'.join(ARTICLE)}</p>{raw}</body></html>"
    assert_kept_or_refused(page.encode("utf-8", "surrogatepass"), "text/html")


@pytest.mark.slow
@MANY
@given(reports())
def test_thousands_of_texts_are_cleaned_once_and_for_all(raw: str) -> None:
    assert_cleaned(raw)


@pytest.mark.slow
@MANY
@given(pages())
def test_thousands_of_pages_are_cleaned(raw: str) -> None:
    assert_page_cleaned(raw)


@pytest.mark.slow
@settings(FEW, max_examples=400)
@given(reports())
def test_hundreds_of_reports_are_coded_or_refused(raw: str) -> None:
    assert_kept_or_refused("\n\n".join([HEADLINE, *ARTICLE, raw]).encode("utf-8", "surrogatepass"), "text/plain")
