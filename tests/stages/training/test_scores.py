import pytest
import spacy

from stages.training.card import markdown_of, name_row
from stages.training.names import Named
from stages.training.scores import Ratio, name_scores, sentence_by_sentence
from stages.training.treebanks import Sentence, Word, doc_of


def test_names_count_only_with_exact_span_and_label() -> None:
    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "LOC", "pattern": "Vik"}, {"label": "ORG", "pattern": "Red Cap"}, {"label": "LOC", "pattern": "Ann"}]
    )
    texts = [
        Named("Ann left Vik.", ((0, 3, "PERSON"), (9, 12, "LOC"))),  # one right, one under the wrong label
        Named("The Red Cap left.", ((0, 11, "ORG"),)),  # one too short
    ]
    scores = name_scores(texts, language)
    assert scores["all"] == Ratio(1, 3, 3)
    assert scores["LOC"] == Ratio(1, 2, 1)
    assert scores["PERSON"] == Ratio(0, 0, 1)
    assert name_row(scores)["f1"] == pytest.approx(1 / 3)
    assert name_row(scores)["PERSON"] == 0


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (Ratio(1, 2, 4), (0.5, 0.25, 1 / 3)),
        (Ratio(0, 0, 2), (None, 0, 0)),  # nothing found: precision is unknown
        (Ratio(0, 0, 0), (None, None, None)),
    ],
)
def test_ratios(ratio: Ratio, expected: tuple[float | None, float | None, float | None]) -> None:
    assert (ratio.precision, ratio.recall, ratio.f1) == expected


def test_sentences_come_one_by_one() -> None:
    word = Word("Go", "go", "VERB", "VB", "", 0, "ROOT", space=True)
    passage = [Sentence((word,), opens_document=True, opens_paragraph=True)] * 2
    doc = doc_of(passage, spacy.blank("en").vocab)
    assert [one.text.strip() for one in sentence_by_sentence([doc])] == ["Go", "Go"]


def test_the_card_shows_every_figure_and_leaves_unknown_ones_empty() -> None:
    meta = {
        "lang": "en",
        "name": "x",
        "version": "1",
        "description": "A model.",
        "attest": {
            "words_of_syntax": 1200,
            "words_of_reports": 1500,
            "words_of_names": 34,
            "seed": 5,
            "bytes": 2_500_000,
            "syntax": {"bank": {"dep_uas": 0.5}},
            "names": {"wire": {"f1": 0.75, "precision": None, "recall": 1.0, "PERSON": 0.1, "ORG": 0.2, "LOC": 0.3}},
        },
    }
    card = markdown_of(meta, "## Notes\n")
    assert card.startswith("# en_x 1\n")
    assert "| bank | 0.500 |  |" in card
    assert "| wire | 0.750 |  | 1.000 | 0.100 | 0.200 | 0.300 |" in card
    assert "1,200 words of syntax (1,500 for the encoder), 34 of names, seed 5" in card
    assert "2.5 MB" in card
    assert card.endswith("## Notes\n")
