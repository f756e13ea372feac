"""Fitting an encoder: a BERT of a few weights learns one sentence and is exported; only where PyTorch is installed."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from pipelines.encoder import EncoderParser

WORDS = ["Two", "men", "left", "the", "town", "."]
HEADS = [1, 2, 2, 4, 2, 2]
RELATIONS = ["nummod", "nsubj", "ROOT", "det", "obj", "punct"]
TAGS = ["CD", "NNS", "VBD", "DT", "NN", "."]
POS = ["NUM", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
PIECES = ["[CLS]", "[SEP]", "[UNK]", "two", "men", "left", "the", "town", ".", "سل"]
WIDTH, INNER, PLACES = 24, 32, 16


def bert(folder: Path) -> Path:
    """A folder of random weights under the names of published ones."""
    torch = pytest.importorskip("torch")
    save_file = pytest.importorskip("safetensors.torch").save_file
    torch.manual_seed(5)
    square = {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"}
    matrices = {f"encoder.layer.0.{name}": (WIDTH, WIDTH) for name in square}
    matrices |= {"encoder.layer.0.intermediate.dense": (INNER, WIDTH), "encoder.layer.0.output.dense": (WIDTH, INNER)}
    weights = {f"{name}.weight": torch.randn(*shape) * 0.1 for name, shape in matrices.items()}
    weights |= {f"{name}.bias": torch.zeros(shape[0]) for name, shape in matrices.items()}
    for name in ("embeddings", "encoder.layer.0.attention.output", "encoder.layer.0.output"):
        weights |= {f"{name}.LayerNorm.weight": torch.ones(WIDTH), f"{name}.LayerNorm.bias": torch.zeros(WIDTH)}
    for name, rows in (("word", len(PIECES)), ("position", PLACES), ("token_type", 2)):
        weights[f"embeddings.{name}_embeddings.weight"] = torch.randn(rows, WIDTH)
    folder.mkdir()
    save_file(weights, folder / "model.safetensors")
    (folder / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    return folder


def corpus(path: Path) -> Path:
    """One annotated sentence, many times, some of them without parts of speech."""
    vocab = spacy.blank("en").vocab
    starts: list[bool | int | None] = [True, *[False] * 5]
    docs = [
        Doc(vocab, words=WORDS, tags=TAGS, pos=POS if at % 3 else None, heads=HEADS, deps=RELATIONS, sent_starts=starts)
        for at in range(60)
    ]
    DocBin(docs=docs).to_disk(path)
    return path


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # PyTorch's exporter has many
def test_an_encoder_learns_a_sentence_and_is_read_without_pytorch(tmp_path: Path) -> None:
    encoder, train = bert(tmp_path / "bert"), corpus(tmp_path / "train.spacy")
    from pipelines.encoder_fitting import Recipe, fit_encoder

    recipe = Recipe(epochs=60, pieces=120, rate=2e-3, reader_rate=2e-2)
    for name in ("one", "other"):
        fit_encoder(encoder, train, tmp_path / name, recipe)
    parser = EncoderParser(spacy.blank("en").vocab).from_disk(tmp_path / "one")
    doc = parser(Doc(parser.vocab, words=WORDS, sent_starts=[True, *[False] * 5]))
    assert [(token.head.i, token.dep_, token.tag_, token.pos_) for token in doc] == list(
        zip(HEADS, RELATIONS, TAGS, POS, strict=True)
    )
    assert "سل" not in (tmp_path / "one" / "pieces.txt").read_text(encoding="utf-8")
    for name in ("network.onnx.gz", "labels.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
