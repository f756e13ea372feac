"""Articles from HTML: 181 pages of the article-extraction benchmark, whatever their language."""

import gzip
from pathlib import Path

import seeds
from stages.cleaning.html_body import clean_html
from stages.cleaning.phrases import Phrases
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored

FLOOR = 0.953  # trafilatura's own .958 less .005


def run(options: Options) -> None:
    """Print the shingle figures."""
    records = records_of(options, "web_aeb")
    phrases = Phrases.of(seeds.load("boilerplate"))
    predictions = [
        {"id": record["id"], "text": body_of(content_of(options.bench / record["path"]), phrases)} for record in records
    ]
    limit = ("--limit", str(options.limit)) if options.limit else ()
    figures = scored(options, "web_score.py", predictions, "aeb", "PRED", "--json", *limit)
    shingle = figures["shingle"]
    show(
        f"articles from HTML: {len(records)} pages",
        [
            Measured("shingle precision", shingle["P"]),
            Measured("shingle recall", shingle["R"]),
            Measured("shingle F1", shingle["F1"], FLOOR),
            Measured("bag of words F1", figures["bag"]["F1"]),
        ],
    )


def body_of(page: str, phrases: Phrases) -> str:
    """The article without its headline, which the gold of this benchmark does not count as text."""
    cleaned, _ = clean_html(page, phrases=phrases)
    kept = [verdict for verdict in cleaned.verdicts if verdict.is_kept and verdict.kind != "headline"]
    return "\n\n".join(verdict.block.text for verdict in kept)


def content_of(path: Path) -> str:
    """A page, decompressed."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return content.decode("utf-8", errors="replace")
