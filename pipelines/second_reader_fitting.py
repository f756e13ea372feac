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
from pipelines.encoder_fitting import VOCABULARY, descend, optimizer_of, rates_of, tell
from pipelines.encoder_model import Encoder
from pipelines.second_reader_batches import tensors_of
from pipelines.second_reader_model import NOBODY, ReaderNetwork
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

    epochs: float = 5
    steps: int | None = None  # at most
    pieces: int = 2800  # a batch, at most
    rate: float = 2.5e-4  # of the encoder
    reader_rate: float = 1e-3
    rising: float = 0.08  # share of the steps in which the rates rise; then they fall to a fiftieth
    dropped: float = 0.12  # share of the hints that are left out
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

    known = WordPieces((encoder / VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1])
    labels = labels_of(list(dict.fromkeys(seeds.load("event_types")["type_code"].to_pylist())))
    texts = [report for path in reports for report in reports_in(path.read_text(encoding="utf-8"))]
    lessons = lessons_in(texts, spacy.load(model), labels, known)
    torch.manual_seed(recipe.seed)
    network = ReaderNetwork(Encoder.pretrained(encoder), labels)
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


def loss_of(said: Mapping[str, Tensor], batch: Mapping[str, Tensor]) -> Tensor:
    """The weighted sum of mean negative log-likelihoods: of a sentence's words, of a trigger's type and status, of the
    fillers of its roles, and of whether the rules count it rightly."""
    loss = said["words"].sum() * 0
    is_sentence = (batch["true_words"] >= 0).any(1)
    if is_sentence.any():
        words = cross_entropy(said["words"].float().flatten(0, 1), batch["true_words"].flatten(), reduction="sum")
        loss = loss + WEIGHTS["words"] * words / is_sentence.sum()
    for kind in ("type", "status"):
        true = batch[f"true_{kind}"]
        if (true >= 0).any():
            loss = loss + WEIGHTS[kind] * cross_entropy(said[kind].float(), true)
    is_claim = batch["is_known"].any(1)
    if is_claim.any():
        right = (pointed(said, batch) + batch["right"].clamp(min=TINY).log()).logsumexp(-1)
        loss = loss - WEIGHTS["roles"] * (right * batch["is_known"]).sum() / is_claim.sum()
    is_counted = batch["true_count"] >= 0
    if is_counted.any():
        said_count, true_count = said["count"][:, 0].float()[is_counted], batch["true_count"][is_counted]
        loss = loss + WEIGHTS["count"] * binary_cross_entropy_with_logits(said_count, true_count)
    return loss


def pointed(said: Mapping[str, Tensor], batch: Mapping[str, Tensor]) -> Tensor:
    """The log-likelihood of every word, and last of nobody, as the filler of each role."""
    words = said["point"].float().masked_fill(~batch["is_word"][:, None], NOBODY)
    return torch.cat([words, said["null"].float()[..., None]], -1).log_softmax(-1)


def _fit(
    network: ReaderNetwork, lessons: Sequence[Lesson], known: WordPieces, labels: Labels, recipe: Recipe
) -> ReaderNetwork:
    dice = Random(recipe.seed)  # noqa: S311
    kept = [each for each in lessons if _is_kept(each) or dice.random() < recipe.others]
    steps = min(int(len(batches_in(kept, recipe.pieces, dice)) * recipe.epochs), recipe.steps or sys.maxsize)
    optimizer = optimizer_of(network, network.encoder, recipe.rate, recipe.reader_rate)
    rates = rates_of(optimizer, recipe.rising, steps)
    network.train()
    step = 0
    while step < steps:
        for batch in batches_in(kept, recipe.pieces, dice)[: steps - step]:
            given = tensors_of(batch, labels, known, recipe.dropped, dice)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(network(given), given)
            descend(network, loss, optimizer, rates)
            step += 1
            tell(step, steps, loss)
    network.eval()
    return network


def _is_kept(lesson: Lesson) -> bool:
    """Whether a lesson is of a sentence, of an annotated trigger or of one that the rules took."""
    return lesson.trigger is None or lesson.truth is not None or lesson.reading is not None


if __name__ == "__main__":
    encoder, model, reports, out, recipe = json.loads(sys.argv[1])
    fit_reader(Path(encoder), Path(model), [Path(each) for each in reports], Path(out), Recipe(**recipe))
