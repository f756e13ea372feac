"""Components of the shipped model: further parsers that vote with the first, and weights kept by halves on disk."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from stages.parsing.analysis import alone
from stages.parsing.tags import pos_of
from stages.parsing.voting import most, voted

FURTHER_PARSERS = "further_parsers"
SINGLE_PRECISION = "single_precision"
VOTED = [TAG, HEAD, DEP]
BATCH = 256  # sentences parsed together


class FurtherParsers:
    """Taggers and parsers with vectors of their own, which vote with those before them on each word's tag and head."""

    def __init__(self, vocab: Vocab, parsers: Sequence[Language] = ()) -> None:
        self.vocab = vocab
        self.parsers = list(parsers)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, parsed anew by the vote."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs, whose analyses so far are the first vote; every sentence is analysed by itself."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            sentences = [sentence for doc in docs for sentence in doc.sents]
            others = [self._analysed(sentences, parser, batch_size) for parser in self.parsers]
            for votes in zip(sentences, *others, strict=True):
                _settle(votes)
            yield from docs

    def _analysed(self, sentences: Sequence[Span], parser: Language, batch_size: int) -> list[Span]:
        docs = (alone(sentence, is_tagged=False) for sentence in sentences)
        return [doc[:] for doc in parser.pipe(docs, batch_size=batch_size)]

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """A folder for each parser, numbered from 1. Words and tokenizer are those of the pipeline around it."""
        Path(path).mkdir(exist_ok=True)
        for number, parser in enumerate(self.parsers, start=1):
            parser.to_disk(Path(path) / str(number), exclude=[*exclude, "vocab", "tokenizer"])

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "FurtherParsers":
        """The parsers of a folder, in the order of their numbers."""
        folders = sorted(Path(path).iterdir(), key=lambda folder: int(folder.name))
        self.parsers = [spacy.load(folder, vocab=self.vocab, exclude=[*exclude, "tokenizer"]) for folder in folders]
        return self


class SinglePrecision:
    """The last component: it turns weights that were stored by half precision into those that are reckoned with."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The Doc as it is."""
        return doc

    def from_disk(self, *_: object, **__: object) -> "SinglePrecision":
        """Every weight of the components loaded before, as 32-bit floats; nothing of its own is stored."""
        cast_weights(self.language, np.float16, np.float32)
        return self


@Language.factory(FURTHER_PARSERS)
def further_parsers(nlp: Language, name: str) -> FurtherParsers:  # noqa: ARG001 - spaCy gives it
    """A component without parsers, until it is loaded or given some."""
    return FurtherParsers(nlp.vocab)


@Language.factory(SINGLE_PRECISION)
def single_precision(nlp: Language, name: str) -> SinglePrecision:  # noqa: ARG001 - spaCy gives it
    """The component for one pipeline."""
    return SinglePrecision(nlp)


def cast_weights(language: Language, old: type[np.floating[Any]], new: type[np.floating[Any]]) -> None:
    """All weights of one precision in another, those of further parsers among them."""
    for _, component in language.pipeline:
        if isinstance(component, FurtherParsers):
            for parser in component.parsers:
                cast_weights(parser, old, new)
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            for name in node.param_names:
                if node.has_param(name) and node.get_param(name).dtype == old:
                    node.set_param(name, node.get_param(name).astype(new))


def _settle(votes: Sequence[Span]) -> None:
    """The voted tags, heads and relations put into the Doc of the first voter's sentence."""
    sentence = votes[0]
    tree = voted([[(token.head.i - vote.start, token.dep_) for token in vote] for vote in votes])
    doc = sentence.doc
    array: Any = doc.to_array(VOTED)
    for at, (head, relation) in enumerate(tree):
        tag = most([vote[at].tag for vote in votes])
        array[sentence.start + at] = (tag, (head - at) % 2**64, doc.vocab.strings.add(relation))
    outvoted = [token for token in sentence if token.tag != array[token.i][0]]
    doc.from_array(VOTED, array)
    for token in outvoted:
        token.pos_ = pos_of(token)
