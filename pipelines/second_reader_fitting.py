"""Fitting the second reader to annotated reports, in a process of its own; needs PyTorch, see the extra `train`."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.language import Language
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

import seeds
from pipelines.encoder_batches import batches_in
from pipelines.encoder_fitting import descend, optimizer_of, rates_of, tell
from pipelines.encoder_weights import pieces_of, pretrained
from pipelines.second_reader_batches import claims_of, sentences_of
from pipelines.second_reader_model import LAYERS, NOBODY, ReaderNetwork
from schemas.columns import STATUSES
from stages.claims import claims_in
from stages.document import Document
from stages.naming.ranks import RankLadder
from stages.parses import analysed
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import NONE
from stages.second_reader.questions import Labels
from stages.training.annotated import ROLES, Report, reports_in
from stages.training.lessons import Lesson, lessons_of
from stages.words.vocab import SEEDS, Vocab

RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "amod", "acl", "acl:relcl", "advcl", "ccomp",
    "xcomp", "conj", "ROOT", "parataxis", "compound", "appos", "case", "det", "nummod", "advmod", "aux", "aux:pass",
    "cop", "mark", "cc", "punct", "flat", "iobj", "csubj", "compound:prt", "obl:tmod", "obl:unmarked", "expl", "fixed",
)  # fmt: skip
WEIGHTS = {"words": 0.25, "type": 1.0, "status": 0.7, "roles": 0.35, "count": 0.3}  # in the loss
TINY = 1e-9  # in place of nothing, which has no logarithm


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to fit; the figures are those of the model card."""

    epochs: float = 3.3
    steps: int | None = None  # at most
    pieces: int = 2000  # a batch of windows, at most
    rate: float = 8e-5  # of the encoder
    reader_rate: float = 6e-4
    rising: float = 0.08  # share of the steps in which the rates rise; then they fall to a fiftieth
    dropped: float = 0.15  # share of the hints that are left out
    others: float = 0.35  # share of the lexicon's words that neither rules nor annotation take, shown as no event
    seed: int = 1


def labels_of(event_types: Sequence[str]) -> Labels:
    """What the second reader tells apart."""
    return Labels((NONE, *event_types), STATUSES, ROLES, (*ROLES, "count"), RELATIONS)


def fit_reader(encoder: Path, model: Path, reports: Sequence[Path], out: Path, recipe: Recipe) -> Path:
    """The folder of the second reader, fitted to files of annotated reports as a model and the rules read them.

    The seed decides everything random. Each fifty steps print a line to standard error.
    """
    from pipelines.second_reader_export import export

    known = WordPieces(pieces_of(encoder))
    labels = labels_of(list(dict.fromkeys(seeds.load("event_types")["type_code"].to_pylist())))
    texts = [report for path in reports for report in reports_in(path.read_text(encoding="utf-8"))]
    lessons = lessons_in(texts, spacy.load(model), labels, known)
    torch.manual_seed(recipe.seed)
    network = ReaderNetwork(pretrained(encoder, LAYERS), labels)
    return export(_fit(network, lessons, known, labels, recipe), known, labels, out)


def lessons_in(reports: Sequence[Report], language: Language, labels: Labels, known: WordPieces) -> list[Lesson]:
    """The lessons of all reports."""
    vocab = Vocab.of({name: seeds.load(name) for name in SEEDS})
    ranks = RankLadder.of(seeds.load("ranks"))
    documents = [document_of(report) for report in reports]
    found: list[Lesson] = []
    for report, (document, doc) in zip(reports, analysed(documents, language), strict=True):
        claims = claims_in(doc, document, vocab=vocab, ranks=ranks)
        found.extend(lessons_of(report, doc, claims, labels, known, vocab))
    return found


def document_of(report: Report) -> Document:
    """A report as a document under its headline."""
    text, _ = report.text()
    piece = (0, 0, len(text), len(text))
    title = len(report.sentences[0][0])
    return Document(
        report.report_id, text, (piece,), published_on=report.published_on, title_start_char=0, title_end_char=title
    )


def loss_of(network: ReaderNetwork, sentences: Mapping[str, Tensor], claims: Mapping[str, Tensor] | None) -> Tensor:
    """The weighted sum of mean negative log-likelihoods: of a sentence's words, of a trigger's type and status, of the
    fillers of its roles, and of whether the rules count it rightly."""
    values = network.sentences(network.encoder.piece(sentences["ids"]), sentences)
    words = network.types_of_words(values, sentences["pool"]).float().flatten(0, 1)
    told = cross_entropy(words, sentences["true_words"].flatten(), reduction="sum") / len(values)
    loss = WEIGHTS["words"] * told
    if claims is None:
        return loss
    said = network.claims(values[claims["window"]], claims)
    loss = loss + WEIGHTS["type"] * cross_entropy(said["type"].float(), claims["true_type"])
    if (claims["true_status"] >= 0).any():
        loss = loss + WEIGHTS["status"] * cross_entropy(said["status"].float(), claims["true_status"])
    is_claim = claims["is_known"].any(1)
    if is_claim.any():
        right = (pointed(said, claims) + claims["right"].clamp(min=TINY).log()).logsumexp(-1)
        loss = loss - WEIGHTS["roles"] * (right * claims["is_known"]).sum() / is_claim.sum()
    is_counted = claims["true_count"] >= 0
    if is_counted.any():
        said_count, true_count = said["count"][:, 0].float()[is_counted], claims["true_count"][is_counted]
        loss = loss + WEIGHTS["count"] * binary_cross_entropy_with_logits(said_count, true_count)
    return loss


def pointed(said: Mapping[str, Tensor], claims: Mapping[str, Tensor]) -> Tensor:
    """The log-likelihood of every word, and last of nobody, as the filler of each role."""
    words = said["point"].float().masked_fill(~claims["is_word"][:, None], NOBODY)
    return torch.cat([words, said["null"].float()[..., None]], -1).log_softmax(-1)


def _fit(
    network: ReaderNetwork, lessons: Sequence[Lesson], known: WordPieces, labels: Labels, recipe: Recipe
) -> ReaderNetwork:
    dice = Random(recipe.seed)  # noqa: S311
    for vectors in (network.encoder.piece, network.encoder.place):
        vectors.weight.requires_grad_(False)
    steps = min(int(len(batches_in(lessons, recipe.pieces, dice)) * recipe.epochs), recipe.steps or sys.maxsize)
    optimizer = optimizer_of(network, network.encoder, recipe.rate, recipe.reader_rate)
    rates = rates_of(optimizer, recipe.rising, steps)
    network.train()
    step = 0
    while step < steps:
        for batch in batches_in(lessons, recipe.pieces, dice)[: steps - step]:
            sentences = sentences_of(batch, labels, known, recipe.dropped, dice)
            asked = [
                (at, lesson, question)
                for at, lesson in enumerate(batch)
                for question in lesson.questions
                if question.truth is not None or question.reading is not None or dice.random() < recipe.others
            ]
            claims = claims_of(asked, sentences, labels, recipe.dropped, dice) if asked else None
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network, sentences, claims)
            descend(network, loss, optimizer, rates)
            step += 1
            tell(step, steps, loss)
    network.eval()
    return network


if __name__ == "__main__":
    encoder, model, reports, out, recipe = json.loads(sys.argv[1])
    fit_reader(Path(encoder), Path(model), [Path(each) for each in reports], Path(out), Recipe(**recipe))
