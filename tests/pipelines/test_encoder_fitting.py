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
WIDTH, INNER, PLACES = 24, 32, 48


def published(folder: Path, *, is_mpnet: bool = False, layers: int = 1) -> Path:
    """A folder of random weights under the names of published ones, of a BERT or of an MPNet."""
    torch = pytest.importorskip("torch")
    save_file = pytest.importorskip("safetensors.torch").save_file
    from pipelines.encoder_model import ATTENTION_HEADS, BUCKETS
    from pipelines.encoder_weights import ATTENTION, PARTS

    torch.manual_seed(5)
    weights = {"embeddings.LayerNorm.weight": torch.ones(WIDTH), "embeddings.LayerNorm.bias": torch.zeros(WIDTH)}
    for layer in range(layers):
        for part, name in (ATTENTION[is_mpnet] | PARTS).items():
            rows, columns = {"rise": (INNER, WIDTH), "fall": (WIDTH, INNER)}.get(part, (WIDTH, WIDTH))
            is_norm = part in {"attended", "mapped"}
            weight = torch.ones(WIDTH) if is_norm else torch.randn(rows, columns) * 0.1
            weights[f"encoder.layer.{layer}.{name}.weight"] = weight
            weights[f"encoder.layer.{layer}.{name}.bias"] = torch.zeros(rows)
    for name, rows in (("word", len(PIECES)), ("position", PLACES), ("token_type", 2)):
        weights[f"embeddings.{name}_embeddings.weight"] = torch.randn(rows, WIDTH)
    opening = {"[CLS]": "<s>", "[SEP]": "</s>"} if is_mpnet else {}
    if is_mpnet:
        weights["encoder.relative_attention_bias.weight"] = torch.randn(BUCKETS, ATTENTION_HEADS)
        del weights["embeddings.token_type_embeddings.weight"]
    folder.mkdir()
    save_file(weights, folder / "model.safetensors")
    (folder / "vocab.txt").write_text("".join(f"{opening.get(piece, piece)}\n" for piece in PIECES), encoding="utf-8")
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
    encoder, train = published(tmp_path / "bert"), corpus(tmp_path / "train.spacy")
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
