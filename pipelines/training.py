"""The steps of training: corpora converted, the parts fitted, the whole measured and packaged with its card."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import seeds
from pipelines.fitting import fit_apart, run_apart
from pipelines.packing import cast_weights, strings_of
from stages.parsing.tokenizer import adapt_tokenizer
from stages.training.card import markdown_of, name_row
from stages.training.corpus import Recipe, names_corpus
from stages.training.mending import mended
from stages.training.names import Named, doc_of, named_of
from stages.training.passages import Shares, syntax_corpus
from stages.training.reports import report_sentences
from stages.training.scores import name_scores, sentence_by_sentence, syntax_scores
from stages.training.sentences import Grammar, grammar_in, lands_of, with_lexicon
from stages.training.treebanks import Sentence, passages_of, sentences_in
from stages.training.treebanks import doc_of as gold_doc_of
from stages.training.verbs import verb_sentences
from warehouse.corpora import (
    gazetteer_lexicon,
    is_there,
    place_model,
    read_gzip,
    read_rows,
    require,
    seed_lexicon,
    size_of,
    write_docs,
    write_meta,
    write_strings,
)  # fmt: skip

RECIPES = seeds.FOLDER / "training"
PARTS = ("syntax", "names")
ENCODER_FILES = ("model.safetensors", "vocab.txt")
ENCODER_PACKAGES = ("torch", "safetensors", "onnx")
TREEBANKS = ("en_ewt", "en_gum")
FURTHER_TREEBANKS = ("en_pud", "en_gentle")  # for testing only
NAMES = ("ewt", "gum")
TIMES = 3  # each of their texts counts so often: they alone are marked throughout as the names of news are
FURTHER_NAMES = ("crossner", "redocred")
HELD_OUT_NAMES = ("gmb",)  # for testing only
SPLIT_NAMES = "re3d"  # the last fifth of its texts is for testing
META = {
    "lang": "en",
    "name": "attest_news",
    "version": "1.0.0",
    "description": "English news of conflict: sentences, tags, morphology, lemmas, Universal Dependencies and names.",
    "author": "attest",
    "license": "CC BY-SA 4.0",
}


@dataclass(frozen=True)
class Plan:
    """How long and on how much to train; a test makes it small. `changes` overrides settings of all configs."""

    recipe: Recipe = field(default_factory=Recipe)
    shares: Shares = field(default_factory=Shares)
    encoder: Path | None = None  # a folder of pretrained weights, for a parser of its own
    reports: int = 11  # sentences of every template of annotated reports, for the encoder
    changes: dict[str, Any] = field(default_factory=dict)
    seed: int = 20  # of the syntax corpora and of the fits of syntax and names
    names_seed: int = 5  # of the name corpus
    steps: int | None = None  # of the encoder, at most

    @classmethod
    def of(cls, steps: int | None, encoder: Path | None) -> "Plan":
        """The recipe, with a parser over an encoder or without; broken off after so many steps, it is judged at least
        twice on the way.
        """
        if steps is None:
            return cls(encoder=encoder)
        changes = {"training.max_steps": steps, "training.eval_frequency": min(500, max(1, steps // 2))}
        return cls(encoder=encoder, changes=changes, steps=steps)


class NoTorch(ValueError):
    """What fitting an encoder needs is not installed."""


def corpora_of(treebanks: Path, ner: Path, plan: Plan) -> list[Path]:
    """The files that training and its measurement need; those of further test sets may be absent."""
    pretrained = [plan.encoder / name for name in ENCODER_FILES] if plan.encoder else []
    banks = [treebanks / f"{name}-{split}.conllu.gz" for name in TREEBANKS for split in ("train", "dev", "test")]
    names = [f"{name}_{split}" for name in NAMES for split in ("train", "dev", "test")]
    return banks + pretrained + [ner / f"{name}.jsonl.gz" for name in (*names, *FURTHER_NAMES, SPLIT_NAMES)]


def convert(treebanks: Path, ner: Path, scratch: Path, plan: Plan) -> dict[str, int]:
    """Training and development Docs as files; the number of words of each part. Raises NoCorpus or NoTorch before any
    work.
    """
    require(corpora_of(treebanks, ner, plan))
    if plan.encoder and any(find_spec(name) is None for name in ENCODER_PACKAGES):
        raise NoTorch(
            "an encoder is fitted with PyTorch: install attest with its extra `train`, or leave off --encoder"
        )
    language = adapt_tokenizer(spacy.blank("en"))
    language.to_disk(scratch / "tokenizer")
    syntax = _syntax_docs(treebanks, language, plan, 0)
    reports = _syntax_docs(treebanks, language, plan, plan.reports) if plan.encoder else []
    names_dice = Random(plan.names_seed)  # noqa: S311
    grammar = _grammar()
    real = mended(_training_names(ner), lands_of(grammar))
    names = names_corpus(real, grammar, names_dice, plan.recipe)
    names_dice.shuffle(names)
    return {
        "words_of_syntax": write_docs(syntax, scratch / "syntax-train.spacy"),
        "words_of_reports": write_docs(reports, scratch / "reports-train.spacy"),
        "words_of_names": write_docs(_named_docs(names, language), scratch / "names-train.spacy"),
        "words_of_syntax_dev": write_docs(_gold_docs(treebanks, "dev", language), scratch / "syntax-dev.spacy"),
        "words_of_names_dev": write_docs(
            _named_docs([text for name in NAMES for text in _names(ner, f"{name}_dev")], language),
            scratch / "names-dev.spacy",
        ),
    }


def fit_part(name: str, scratch: Path, plan: Plan) -> Path:
    """One of PARTS, trained by its config in `seeds/training`."""
    train_path, dev_path = scratch / f"{name}-train.spacy", scratch / f"{name}-dev.spacy"
    changes = {"system.seed": plan.seed, **plan.changes}
    return fit_apart(RECIPES / f"{name}.cfg", train_path, dev_path, scratch / "tokenizer", scratch / name, changes)


def fit_parser(scratch: Path, plan: Plan) -> Path | None:
    """The parser over the plan's encoder; none without one."""
    if plan.encoder is None:
        return None
    out = scratch / "parser"
    recipe = {"seed": plan.seed, "steps": plan.steps}
    run_apart("pipelines.encoder_fitting", [str(plan.encoder), str(scratch / "reports-train.spacy"), str(out), recipe])
    return out


def measure(language: Language, treebanks: Path, ner: Path) -> dict[str, Any]:
    """Every figure of the card, on test sets that nothing was trained on; absent test sets are left out."""
    gold = _gold_docs(treebanks, "test", language)
    syntax = {"EWT and GUM": syntax_scores(gold, language)}
    syntax["EWT and GUM, sentence by sentence"] = syntax_scores(sentence_by_sentence(gold), language)
    for name in (*TREEBANKS, *FURTHER_TREEBANKS):
        path = treebanks / f"{name}-test.conllu.gz"
        if is_there(path):
            docs = [gold_doc_of(passage, language.vocab) for passage in passages_of(sentences_in(read_gzip(path)))]
            syntax[name] = syntax_scores(docs, language)
    tests = {f"{name}_test": _names(ner, f"{name}_test") for name in NAMES}
    tests |= {name: _names(ner, name) for name in HELD_OUT_NAMES if is_there(ner / f"{name}.jsonl.gz")}
    tests[f"{SPLIT_NAMES}, last fifth"] = _fifths(_names(ner, SPLIT_NAMES))[1]
    with language.select_pipes(enable="ner"):
        names = {name: name_row(name_scores(texts, language)) for name, texts in tests.items()}
    return {"syntax": syntax, "names": names}


def package(language: Language, facts: dict[str, Any], made: Path, out: Path) -> Path:
    """The model with its card, its weights by half precision, put in the place of the old one in one step."""
    language.meta.update(META)
    language.config["paths"] = dict.fromkeys(language.config["paths"])  # those of this machine say nothing elsewhere
    cast_weights(language, np.float32, np.float16)
    language.to_disk(made)
    write_strings(made, strings_of(language))
    meta = {**language.meta, "attest": {**facts, "bytes": size_of(made)}}
    write_meta(made, meta, markdown_of(meta, _text_of("notes.md")))
    return place_model(made, out)


def _text_of(name: str) -> str:
    return (RECIPES / name).read_text(encoding="utf-8")


def _grammar() -> Grammar:
    written: Grammar = {}
    for name in ("people", "grammar", "sentences", "elsewhere"):
        written |= grammar_in(_text_of(f"{name}.txt"))
    return with_lexicon(written, gazetteer_lexicon() | seed_lexicon())


def _passages(treebanks: Path, split: str) -> list[list[Sentence]]:
    texts = (read_gzip(treebanks / f"{name}-{split}.conllu.gz") for name in TREEBANKS)
    return [passage for text in texts for passage in passages_of(sentences_in(text))]


def _syntax_docs(treebanks: Path, language: Language, plan: Plan, reports: int) -> list[Doc]:
    """Passages of the treebanks, sentences of verbs, and so many of every template of reports, well shuffled."""
    dice = Random(plan.seed)  # noqa: S311
    syntax = syntax_corpus(_passages(treebanks, "train"), dice, plan.shares)
    verbs, frames = (_text_of(f"{name}.txt") for name in ("verbs", "frames"))
    syntax += [[sentence] for sentence in verb_sentences(verbs, frames)]
    syntax += [[sentence] for sentence in report_sentences(_text_of("reports.txt"), _grammar(), dice, reports)]
    dice.shuffle(syntax)
    share = plan.recipe.ends_block
    return [gold_doc_of(passage, language.vocab, ends_block=dice.random() < share) for passage in syntax]


def _gold_docs(treebanks: Path, split: str, language: Language) -> list[Doc]:
    return [gold_doc_of(passage, language.vocab) for passage in _passages(treebanks, split)]


def _names(ner: Path, name: str) -> list[Named]:
    rows = (named_of(row) for row in read_rows(ner / f"{name}.jsonl.gz"))
    return [named for named in rows if named.text.strip()]


def _fifths(texts: list[Named]) -> tuple[list[Named], list[Named]]:
    """The first four fifths and the last; cut in order, since neighbours are parts of one document."""
    at = len(texts) * 4 // 5
    return texts[:at], texts[at:]


def _training_names(ner: Path) -> list[Named]:
    """The development texts are among them, so that the state that is best on those is the last."""
    splits = [f"{name}_{split}" for name in NAMES for split in ("train", "dev")]
    texts = [text for split in splits for text in _names(ner, split)] * TIMES
    for name in FURTHER_NAMES:
        texts += _names(ner, name)
    return texts + _fifths(_names(ner, SPLIT_NAMES))[0]


def _named_docs(texts: Iterable[Named], language: Language) -> list[Doc]:
    return [doc_of(named, language.tokenizer) for named in texts]
