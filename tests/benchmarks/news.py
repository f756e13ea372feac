"""Real news that nothing is fitted to, annotated standing off from its text (`tests/reports/standoff`)."""

from collections.abc import Iterator

from pipelines.reader_training import spelled_out_of
from stages.training.annotated import Report, reports_in
from tests.benchmarks.options import PROJECT, Options
from tests.benchmarks.reports import measure

REPORTS = PROJECT / "tests" / "reports" / "standoff"


def run(options: Options) -> None:
    """Print the figures over all its reports, or those whose names begin as is asked for; raises NoCorpus."""
    measure("news", list(_reports(options)), options)


def _reports(options: Options) -> Iterator[Report]:
    for text in spelled_out_of(REPORTS, options.shared / "ner"):
        for report in reports_in(text):
            if not options.documents or report.report_id.startswith(options.documents):
                yield report
