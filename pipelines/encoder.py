"""The parser of the shipped model: tags and trees by a contextual encoder, one sentence at a time."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from pipelines.network import Labels, Network

FACTORY = "encoder_parser"
NETWORK, PIECES, LABELS = "network.onnx.gz", "pieces.txt", "labels.json"  # in the component's folder
SETTLED = [TAG, POS, HEAD, DEP]
BLANK = "dep"  # the relation of a token of blanks to the word before it


class NoNetwork(ValueError):
    """A parser that was made and never loaded."""


class EncoderParser:
    """A spaCy component over a Network. Sentences are read one by one, so that a tree depends on its sentence alone."""

    def __init__(self, vocab: Vocab, network: Network | None = None) -> None:
        self.vocab = vocab
        self.network = network

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations."""
        return tuple(self.network.labels["deps"]) if self.network else ()

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, whose sentences are known, with tags, parts of speech, heads and relations; raises NoNetwork."""
        array: Any = doc.to_array(SETTLED)
        for sentence in doc.sents:
            self._settle(sentence, array[sentence.start : sentence.end])
        doc.from_array(SETTLED, array)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002 - spaCy gives it
        """The Docs, one by one."""
        return map(self, stream)

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """The figures of spaCy's own parser, for its `evaluate`."""
        scores: dict[str, Any] = parser_score(list(examples), **settings)
        return scores

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002 - spaCy gives it
        """The network, packed, its pieces, a line each, and its labels; raises NoNetwork."""
        network, folder = self._network(), Path(path)
        folder.mkdir(exist_ok=True)
        (folder / NETWORK).write_bytes(gzip.compress(network.onnx, mtime=0))
        (folder / PIECES).write_text("\n".join(network.pieces.pieces), encoding="utf-8")
        (folder / LABELS).write_text(json.dumps(network.labels, indent=1), encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "EncoderParser":  # noqa: ARG002
        """What `to_disk` wrote."""
        folder = Path(path)
        labels: Labels = json.loads((folder / LABELS).read_text(encoding="utf-8"))
        pieces = (folder / PIECES).read_text(encoding="utf-8").split("\n")
        self.network = Network(gzip.decompress((folder / NETWORK).read_bytes()), pieces, labels)
        return self

    def _network(self) -> Network:
        if self.network is None:
            raise NoNetwork("the parser has no network: load the model from its folder")
        return self.network

    def _settle(self, sentence: Span, rows: NDArray[np.uint64]) -> None:
        """What is settled of every token, put into its row; a token of blanks keeps its tag."""
        words = [at for at, token in enumerate(sentence) if not token.is_space]
        above = words[0] if words else 0
        for at, token in enumerate(sentence):
            if token.is_space:
                rows[at, 2:] = _offset(above, at), self._number(BLANK)
            else:
                above = at
        for at, word in zip(words, self._network().read([sentence[at].text for at in words]), strict=True):
            tag, pos, relation = map(self._number, (word.tag, word.pos, word.relation))
            rows[at] = tag, pos, _offset(words[word.head], at), relation

    def _number(self, label: str) -> int:
        return self.vocab.strings.add(label)


@Language.factory(FACTORY)
def encoder_parser(nlp: Language, name: str) -> EncoderParser:  # noqa: ARG001 - spaCy gives it
    """A component without a network, until it is loaded."""
    return EncoderParser(nlp.vocab)


def _offset(head: int, at: int) -> int:
    """As spaCy counts heads: from the word on, below nothing from the top."""
    return (head - at) % 2**64
