"""Names in `mentions`: of the war in Syria and Iraq, of English of every kind, and of the test sets of the model."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from pipelines.settings import Settings
from stages.training.names import Named, named_of
from stages.training.scores import Ratio
from tests.benchmarks.figures import Measured, ratios, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import records_of, scored
from tests.benchmarks.texts import Text, analysed
from warehouse.corpora import read_gzip, read_rows

CORPORA = {"re3d": None, "uner_ewt": 0.65}  # floors
TEST_SETS = {"ewt_test": 0.65, "gum_test": 0.78, "gmb": 0.74}  # floors
LABEL_OF = {"person": "PERSON", "organisation": "ORG", "place": "LOC"}
OPENING = 60  # letters of a text by which it is found in its treebank
Spans = list[tuple[int, int, str]]


def run(options: Options) -> None:
    """Print exact spans, those of `CORPORA` trimmed of articles and possessives."""
    with options.settings("names") as settings:
        for corpus, floor in CORPORA.items():
            records = records_of(options, f"ner_{corpus}")
            texts = [Text(record["id"], record["text"]) for record in records]
            predictions = [{"id": name, "ents": names} for name, names in names_of(texts, settings).items()]
            figures = scored(options, "ner_score.py", predictions, corpus, "PRED", "--json")
            lines = ratios("all", figures["trim_nomisc"], floor)
            for label in ("PER", "ORG", "LOC"):
                lines += ratios(label, figures["by_label"][label])
            show(f"names of {corpus}: {len(texts)} documents", lines)
        for name, floor in TEST_SETS.items():
            rows = islice(read_rows(options.shared / "ner" / f"{name}.jsonl.gz"), options.limit)
            gold = [named for named in map(named_of, rows) if named.text.strip()]
            found = names_of([Text(str(at), named.text) for at, named in enumerate(gold)], settings)
            lines = figures_of(name, gold, [found[str(at)] for at in range(len(gold))], floor)
            if name == "gum_test":
                kinds = kinds_of(gold, options.shared / "treebanks" / "en_gum-test.conllu.gz")
                for kind in sorted(set(kinds)):
                    chosen = [at for at in range(len(gold)) if kinds[at] == kind]
                    part = [found[str(at)] for at in chosen]
                    lines += figures_of(f"{name}, {kind}", [gold[at] for at in chosen], part, None)[-1:]
            show(f"names of {name}: {len(gold)} texts", lines)


def names_of(texts: Sequence[Text], settings: Settings) -> dict[str, Spans]:
    """The persons, organisations and places among the mentions of each text, by its name."""
    tables, name_of = analysed(texts, ["mentions"], settings)
    found: dict[str, Spans] = {text.name: [] for text in texts}
    for row in tables["mentions"].to_pylist():
        if row["label"] in LABEL_OF:
            span = (row["raw_start_char"], row["raw_end_char"], LABEL_OF[row["label"]])
            found[name_of[row["document_id"]]].append(span)
    return found


def figures_of(name: str, gold: Sequence[Named], found: Sequence[Spans], floor: float | None) -> list[Measured]:
    """Precision, recall and F1 of exact spans."""
    pairs = [(set(named.names), set(spans)) for named, spans in zip(gold, found, strict=True)]
    right, predicted, wanted = (
        sum(map(len, sets)) for sets in ([g & f for g, f in pairs], [f for _, f in pairs], [g for g, _ in pairs])
    )
    ratio = Ratio(right, predicted, wanted)
    note = f"({wanted} names)"
    return [
        Measured(f"{name} precision", ratio.precision or 0.0),
        Measured(f"{name} recall", ratio.recall or 0.0),
        Measured(f"{name} F1", ratio.f1 or 0.0, floor, note=note),
    ]


def kinds_of(gold: Sequence[Named], treebank: Path) -> list[str]:
    """What kind of text each is part of (news, court …), by the names of GUM's documents."""
    documents = dict(letters_of_documents(read_gzip(treebank)))
    kinds: list[str] = []
    for named in gold:
        opening = letters_of(named.text)[:OPENING]
        names = [name for name, letters in documents.items() if opening in letters]
        kinds.append(names[0].split("_")[1] if len(names) == 1 else kinds[-1])  # "Introduction." stands in several
    return kinds


def letters_of_documents(conllu: str) -> Iterator[tuple[str, str]]:
    """The name and the letters of each document of a treebank."""
    for part in re.split(r"^# newdoc id = ", conllu, flags=re.MULTILINE)[1:]:
        lines = re.findall(r"^# text = (.*)$", part, flags=re.MULTILINE)
        yield part.split("\n", 1)[0].strip(), "".join(map(letters_of, lines))


def letters_of(text: str) -> str:
    """The text without blanks and punctuation."""
    return re.sub(r"\W+", "", text)
