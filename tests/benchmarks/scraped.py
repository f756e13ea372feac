"""The language model on text as bad scraping leaves it: in capitals, as headlines, without full stops, on one line."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from spacy.language import Language

from stages.training.casing import as_headline, in_capitals, without_final_stop
from stages.training.corpus import joined
from stages.training.names import Named, named_of
from stages.training.names import in_capitals as names_in_capitals
from stages.training.scores import name_scores, syntax_scores
from stages.training.treebanks import Sentence, doc_of, passages_of, sentences_in
from tests.benchmarks.figures import Measured
from warehouse.corpora import read_gzip, read_rows

TREEBANK = "en_pud-test"  # half news, and nothing was trained on it
NAMES = "gmb"  # newswire, and nothing was trained on it
TEXTS = 1500
TOGETHER = 10  # texts or sentences of an article on one line
CHANGES = {
    "as printed": lambda sentence: sentence,
    "in capitals": in_capitals,
    "as headlines": as_headline,
    "without full stops": without_final_stop,
}
SHOWN = {"dep_uas": "UAS", "dep_las": "LAS", "tag_acc": "tags"}


def syntax_of_scraped(language: Language, treebanks: Path) -> Iterator[Measured]:
    """Shares of words right, sentence by sentence, and F1 of boundaries in articles on one line."""
    sentences = list(sentences_in(read_gzip(treebanks / f"{TREEBANK}.conllu.gz")))
    for name, change in CHANGES.items():
        scores = syntax_scores([doc_of([change(sentence)], language.vocab) for sentence in sentences], language)
        yield from (Measured(f"sentences {name}, {label}", scores[key]) for key, label in SHOWN.items())
    for name in ("as printed", "in capitals", "without full stops"):
        changed = [on_one_line(CHANGES[name](sentence)) for sentence in sentences]
        articles = [doc_of(passage, language.vocab) for passage in passages_of(iter(changed), TOGETHER)]
        yield Measured(f"articles on one line {name}, sentence F1", syntax_scores(articles, language)["sents_f"])


def on_one_line(sentence: Sentence) -> Sentence:
    """The sentence with nothing that parts it from the one before."""
    return replace(sentence, opens_document=False, opens_paragraph=False)


def names_of_scraped(language: Language, ner: Path) -> Iterator[Measured]:
    """F1 of exact names."""
    texts = [named_of(row) for row in islice(read_rows(ner / f"{NAMES}.jsonl.gz"), TEXTS)]
    lines = [together(texts[at : at + TOGETHER]) for at in range(0, len(texts), TOGETHER)]
    changed = {
        "as printed": texts,
        "in capitals": [names_in_capitals(text) for text in texts],
        "without full stops": [without_stop(text) for text in texts],
        "on one line": lines,
        "on one line in capitals": [names_in_capitals(line) for line in lines],
    }
    with language.select_pipes(enable="ner"):
        for name, of_kind in changed.items():
            yield Measured(f"names {name}, F1", name_scores(of_kind, language)["all"].f1 or 0.0)


def without_stop(named: Named) -> Named:
    """The text without the full stop that ends it, unless that is part of a name."""
    text = named.text.rstrip()
    is_free = text.endswith(".") and all(end < len(text) for _, end, _ in named.names)
    return Named(text[:-1], named.names) if is_free else named


def together(texts: list[Named]) -> Named:
    """The texts one behind the other on one line."""
    whole = texts[0]
    for text in texts[1:]:
        whole = joined(whole, " ", text)
    return whole
