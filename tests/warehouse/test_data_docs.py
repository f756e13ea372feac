"""Great Expectations' own pages, written beside the report."""

from pathlib import Path

from tests.warehouse.report_database import write_database
from warehouse.data_docs import write_data_docs


def test_data_docs_have_a_page_for_each_judged_table(tmp_path: Path) -> None:
    page = write_data_docs(write_database(tmp_path / "attest.duckdb", 6), tmp_path / "docs")
    judged = {path.stem for path in (tmp_path / "docs" / "expectations").glob("*.html")}
    assert page.is_file()
    assert judged >= {"claims", "events", "documents", "rejects"}
    assert len(list((tmp_path / "docs" / "validations").rglob("*.html"))) == len(judged)
