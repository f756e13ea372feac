"""How well a model analyses gold texts: exact names, and the figures of a treebank."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from stages.training.names import LABELS, Named

SYNTAX_FIGURES = ("dep_uas", "dep_las", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "sents_f")
BATCH = 64


@dataclass(frozen=True)
class Ratio:
    """Precision, recall and their harmonic mean; none of them where nothing was found or nothing was there."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else None


def name_scores(texts: Sequence[Named], language: Language) -> dict[str, Ratio]:
    """Exact spans and labels over all texts: one ratio for `all`, one for each label."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for named, doc in zip(texts, language.pipe((named.text for named in texts), batch_size=BATCH), strict=True):
        predicted = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        gold = set(named.names)
        for counter, names in ((right, predicted & gold), (found, predicted), (wanted, gold)):
            counter.update(label for _, _, label in names)
            counter["all"] += len(names)
    return {label: Ratio(right[label], found[label], wanted[label]) for label in ("all", *LABELS)}


def syntax_scores(gold: Iterable[Doc], language: Language) -> dict[str, float]:
    """The share of words, or F1 of sentences, right on raw text; keys are those of SYNTAX_FIGURES."""
    scores = language.evaluate([Example(language.make_doc(doc.text), doc) for doc in gold], batch_size=BATCH)
    return {figure: float(scores[figure]) for figure in SYNTAX_FIGURES if scores.get(figure) is not None}


def sentence_by_sentence(gold: Iterable[Doc]) -> list[Doc]:
    """Every gold sentence as a Doc of its own, as the published figures of parsers are measured."""
    return [sentence.as_doc() for doc in gold for sentence in doc.sents if sentence.text.strip()]
