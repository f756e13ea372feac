"""Who says so: attributions of 84 articles, with their source, cue and content.

Our claims ask for the source of one event; here every clause is asked, whatever it tells of, and clauses with one
source in one sentence make one attribution. Attributions across sentences and those without words of their own for the
content are out of scope.
"""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipelines.resources import language_of
from stages.document import Document
from stages.parses import analysed
from stages.sources import source_of
from tests.benchmarks.figures import Measured, ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored

CLAUSES = frozenset({"VERB", "AUX"})


def run(options: Options) -> None:
    """Print how many contents are found, and how many of those have the right source."""
    records = records_of(options, "ev_polnear_dev")
    with options.settings("sources") as settings:
        language = language_of(settings)
        documents = [Document.plain(record["text"]) for record in records]
        predictions = [
            {"id": record["id"], "attributions": list(attributions_in(doc))}
            for record, (_, doc) in zip(records, analysed(documents, language), strict=True)
        ]
    figures = scored(options, "events_score.py", predictions, "ev_polnear_dev", "PRED")
    show(
        f"who says so: {len(records)} articles",
        [
            *ratios("content overlapping", figures["content_overlap"]),
            *ratios("content exact", figures["content_exact"]),
            Measured("source right, given the content", figures["source_right_given_content"] / 100),
        ],
    )


def attributions_in(doc: Doc) -> Iterator[dict[str, list[list[int]]]]:
    """The clauses of each sentence that share a source, and the source."""
    for sent in doc.sents:
        clauses: dict[tuple[int, int], list[Span]] = defaultdict(list)
        for token in sent:
            if token.pos_ in CLAUSES:
                source = source_of(token)
                if source is not None:
                    clause = doc[token.left_edge.i : token.right_edge.i + 1]
                    clauses[source.span.start_char, source.span.end_char].append(clause)
        for span, spans in clauses.items():
            content = [min(each.start_char for each in spans), max(each.end_char for each in spans)]
            yield {"source": [list(span)], "content": [content], "cue": []}
