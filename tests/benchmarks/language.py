"""The language model: syntax and names on test sets it never saw, and words a second at each speed."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Span

import seeds
from pipelines.fitting import use_openblas
from pipelines.scratch import make_tables, rows_of
from pipelines.training import measure
from stages.parses import blocks_of
from stages.parsing.analysis import analyse
from stages.words.vocab import SEEDS, Vocab
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.benchmarks.scraped import names_of_scraped, syntax_of_scraped
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
WIRES = "bulk_reuters.jsonl.gz"


def run(options: Options) -> None:
    """Print every figure of the model card, those of badly scraped text, and the speeds on one core."""
    use_openblas()
    start = time.process_time()
    language = spacy.load(options.model or seeds.MODEL)
    loaded = time.process_time() - start
    figures = measure(language, options.shared / "treebanks", options.shared / "ner")
    for kind in ("syntax", "names"):
        lines = [
            Measured(f"{corpus} {figure}", value, FLOORS.get((corpus, figure)))
            for corpus, row in figures[kind].items()
            for figure, value in row.items()
            if value is not None
        ]
        show(f"{kind}, share right or F1", lines)
    scraped = [
        *syntax_of_scraped(language, options.shared / "treebanks"),
        *names_of_scraped(language, options.shared / "ner"),
    ]
    show("badly scraped text, share right or F1", scraped)
    rows = list(islice(read_rows(options.shared / "ner" / "redocred.jsonl.gz"), options.limit or TEXTS))
    speeds = [Measured(name, speed) for name, speed in speeds_of(language, [str(row["text"]) for row in rows])]
    show("speed", [Measured("CPU seconds to load", loaded, SECONDS_TO_LOAD, is_ceiling=True), *speeds])
    wires = list(islice(read_rows(options.bench / "data" / WIRES), options.limit or TEXTS))
    with options.settings("language") as settings:
        store = make_tables([str(seeds.ARTICLES)], settings, ["documents"])
        articles = rows_of("documents", store)["text"].to_pylist()
    for name, texts in (("wires of every kind", [str(row["text"]) for row in wires]), ("the bundled corpus", articles)):
        show(f"two speeds: {name}", [Measured(*figure) for figure in two_speeds_of(language, texts)])


def two_speeds_of(language: Language, texts: list[str]) -> Iterator[tuple[str, float]]:
    """What a parse of only the sentences that matter would save, by the trigger words of the seeds.

    Claims and mentions are the same only when the neighbours of such sentences and those with numbers are parsed too.
    """
    vocab = Vocab.of({name: seeds.load(name) for name in SEEDS})
    blocks = [(block, None) for text in texts for block in blocks_of(text)]

    def has_trigger(sentence: Span) -> bool:
        return vocab.has_trigger(token.lower_ for token in sentence)

    docs = [doc for doc, _ in analyse(blocks, language)]
    words = sum(map(len, docs))
    everything = seconds_of(lambda: analyse(blocks, language))
    with_triggers = seconds_of(lambda: analyse(blocks, language, has_trigger))
    yield "words a second, everything parsed", words / everything
    yield "words a second, sentences with a trigger word parsed", words / with_triggers
    yield "times as fast", everything / with_triggers
    chosen = needed = 0
    for doc in docs:
        sentences = list(doc.sents)
        holds = [has_trigger(sentence) for sentence in sentences]
        for at, sentence in enumerate(sentences):
            chosen += len(sentence) * holds[at]
            needed += len(sentence) * (any(holds[max(at - 1, 0) : at + 2]) or has_number(sentence))
    yield "share of words in such sentences", chosen / words
    yield "share of words that claims and mentions need parsed", needed / words


def has_number(sentence: Span) -> bool:
    """Whether a sentence may hold a count of people."""
    return any(token.like_num or token.tag_ == "CD" for token in sentence)


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
