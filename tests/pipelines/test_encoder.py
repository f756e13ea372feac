"""The parser of the shipped model: what it makes of sentences, odd ones too, and its way to the disk and back."""

from pathlib import Path
from typing import cast

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import seeds
from pipelines.encoder import BLANK, EncoderParser, NoNetwork
from pipelines.network import BEYOND, MOST_PIECES, ROOT, Network
from tests.stages.model import shipped


@pytest.fixture(scope="module")
def parser() -> EncoderParser:
    """The shipped parser by itself."""
    return EncoderParser(spacy.blank("en").vocab).from_disk(seeds.MODEL / "parser")


def doc_of(parser: EncoderParser, *sentences: str) -> Doc:
    """Sentences of words parted by blanks, parsed."""
    words = [word for sentence in sentences for word in sentence.split(" ")]
    starts = [at == 0 for sentence in sentences for at in range(len(sentence.split(" ")))]
    return parser(Doc(parser.vocab, words=words, sent_starts=cast("list[bool | int | None]", starts)))


def arcs_of(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(token.text, token.tag_, token.dep_, token.head.text) for token in doc]


def test_a_sentence_has_tags_heads_and_relations(parser: EncoderParser) -> None:
    assert arcs_of(doc_of(parser, "Three officers were shot by their own men .")) == [
        ("Three", "CD", "nummod", "officers"),
        ("officers", "NNS", "nsubj:pass", "shot"),
        ("were", "VBD", "aux:pass", "shot"),
        ("shot", "VBN", "ROOT", "shot"),
        ("by", "IN", "case", "men"),
        ("their", "PRP$", "nmod:poss", "men"),
        ("own", "JJ", "amod", "men"),
        ("men", "NNS", "obl:agent", "shot"),
        (".", ".", "punct", "shot"),
    ]


def test_capitals_hide_nothing(parser: EncoderParser) -> None:
    plain = doc_of(parser, "Three officers were shot by their own men .")
    shouted = doc_of(parser, "THREE OFFICERS WERE SHOT BY THEIR OWN MEN .")
    assert [(token.head.i, token.dep_) for token in shouted] == [(token.head.i, token.dep_) for token in plain]


def test_a_tree_depends_on_its_sentence_alone(parser: EncoderParser) -> None:
    first, second = "The general fled to Jordan .", "He took two aides with him ."
    both = doc_of(parser, first, second)
    alone = [arc for sentence in (first, second) for arc in arcs_of(doc_of(parser, sentence))]
    assert arcs_of(both) == alone


def test_blanks_hang_on_the_word_before(parser: EncoderParser) -> None:
    doc = parser(Doc(parser.vocab, words=["\n", "They", "fled", "\n\n"], sent_starts=[True, False, False, False]))
    assert [(token.dep_, token.head.i) for token in doc] == [(BLANK, 1), ("nsubj", 2), (ROOT, 2), (BLANK, 2)]


def test_blanks_alone_are_a_sentence(parser: EncoderParser) -> None:
    doc = parser(Doc(parser.vocab, words=["\n", "\n"], sent_starts=[True, False]))
    assert [token.head.i for token in doc] == [0, 0]


def test_a_sentence_of_any_length_is_one_tree(parser: EncoderParser) -> None:
    doc = doc_of(parser, " ".join(["Homs", "9", ";"] * MOST_PIECES))
    assert [token.dep_ for token in doc].count(ROOT) == 1
    assert {token.head.head.dep_ for token in doc if token.dep_ == BEYOND} <= {ROOT, BEYOND}
    assert len(list(doc.sents)) == 1


def test_it_comes_back_from_the_disk_as_it_was(parser: EncoderParser, tmp_path: Path) -> None:
    parser.to_disk(tmp_path / "parser")
    again = EncoderParser(spacy.blank("en").vocab).from_disk(tmp_path / "parser")
    network, other = cast("Network", parser.network), cast("Network", again.network)
    assert (other.onnx, other.pieces.pieces, other.labels) == (network.onnx, network.pieces.pieces, network.labels)
    for name in ("network.onnx.gz", "pieces.txt", "labels.json"):
        assert (tmp_path / "parser" / name).read_bytes() == (seeds.MODEL / "parser" / name).read_bytes()


def test_a_parser_without_a_network_says_so() -> None:
    vocab = spacy.blank("en").vocab
    with pytest.raises(ValueError, match="no network") as raised:
        EncoderParser(vocab)(Doc(vocab, words=["They", "fled"], sent_starts=[True, False]))
    assert isinstance(raised.value, NoNetwork)


def test_the_shipped_model_parses_by_it() -> None:
    made: Language = shipped()
    assert isinstance(made.get_pipe("parser"), EncoderParser)
