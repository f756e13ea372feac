"""The language model: syntax and names on test sets it never saw, and words a second at each speed."""

import gc
import time
from collections.abc import Callable, Iterable
from functools import partial

import spacy
from spacy.language import Language
from spacy.tokens import Span

import seeds
from pipelines.fitting import use_openblas
from pipelines.training import measure
from stages.analysis import analyse
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from warehouse.corpora import read_rows

FLOORS = {
    ("EWT and GUM, sentence by sentence", "dep_uas"): 0.86,
    ("EWT and GUM, sentence by sentence", "dep_las"): 0.82,
    ("ewt_test", "f1"): 0.65,
    ("gum_test", "f1"): 0.78,
    ("gmb", "f1"): 0.74,
}
SHARES = (10, 20, 40)  # per cent of the sentences that get a parse
SECONDS_TO_LOAD = 2.0
TEXTS = 300


def run(options: Options) -> None:
    """Print every figure of the model card, and the speeds on one core."""
    use_openblas()
    start = time.perf_counter()
    language = spacy.load(options.model or seeds.MODEL)
    loaded = time.perf_counter() - start
    figures = measure(language, options.shared / "treebanks", options.shared / "ner")
    for kind in ("syntax", "names"):
        lines = [
            Measured(f"{corpus} {figure}", value, FLOORS.get((corpus, figure)))
            for corpus, row in figures[kind].items()
            for figure, value in row.items()
            if value is not None
        ]
        show(f"{kind}, share right or F1", lines)
    rows = read_rows(options.shared / "ner" / "redocred.jsonl.gz")
    texts = [str(row["text"]) for _, row in zip(range(options.limit or TEXTS), rows, strict=False)]
    speeds = [Measured(name, speed) for name, speed in speeds_of(language, texts)]
    show("speed", [Measured("seconds to load", loaded, SECONDS_TO_LOAD, is_ceiling=True), *speeds])


def speeds_of(language: Language, texts: list[str]) -> Iterable[tuple[str, float]]:
    """Words a CPU second of each path."""
    words = sum(len(language.make_doc(text)) for text in texts)
    pairs = [(text, None) for text in texts]
    with language.select_pipes(enable="ner"):
        yield "words a second, names only", words / seconds_of(lambda: language.pipe(texts))
    yield "words a second, everything", words / seconds_of(lambda: analyse(pairs, language))
    for share in SHARES:
        seconds = seconds_of(partial(analyse, pairs, language, partial(is_chosen, share)))
        yield f"words a second, {share} % of the sentences parsed", words / seconds


def is_chosen(share: int, sentence: Span) -> bool:
    """Whether a sentence is among so many per cent, by where it starts."""
    return sentence.start * 37 % 100 < share


def seconds_of(work: Callable[[], Iterable[object]]) -> float:
    """CPU seconds that using up the work takes."""
    gc.collect()
    start = time.process_time()
    for _ in work():
        pass
    return time.process_time() - start
