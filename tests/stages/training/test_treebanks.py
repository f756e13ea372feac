import pytest
import spacy

from stages.training.treebanks import BadTreebank, doc_of, passages_of, sentences_in

LANGUAGE = spacy.blank("en")


def row(number: str, form: str, head: int, dep: str, misc: str = "_", lemma: str = "_") -> str:
    return "\t".join([number, form, lemma, "NOUN", "NN", "Number=Sing", str(head), dep, "_", misc])


TEXT = "\n".join(
    [
        "# newdoc id = one",
        "# newpar id = one-p1",
        "# text = Troops don't fire.",
        row("1", "Troops", 4, "nsubj", lemma="troops"),
        "2-3\tdon't" + "\t_" * 8,
        row("2", "do", 4, "aux"),
        row("3", "n't", 4, "advmod"),
        row("4", "fire", 0, "root", "SpaceAfter=No"),
        row("4.1", "empty", 0, "_"),
        row("5", ".", 4, "punct"),
        "",
        "# newpar id = one-p2",
        row("1", "Quiet", 0, "root", "SpaceAfter=No"),
        row("2", ".", 1, "punct"),
        "",
        "# newdoc id = two",
        row("1", "Other", 0, "root"),
        "",
    ]
)


def test_words_of_a_contraction_stay_together_and_empty_nodes_go() -> None:
    first = next(sentences_in(TEXT))
    assert first.text == "Troops don't fire."
    assert [word.head for word in first.words] == [3, 3, 3, 3, 3]
    assert [word.dep for word in first.words][3] == "ROOT"


def test_a_passage_never_spans_documents() -> None:
    passages = list(passages_of(sentences_in(TEXT), size=5))
    assert [[sentence.text for sentence in passage] for passage in passages] == [
        ["Troops don't fire.", "Quiet."],
        ["Other"],
    ]


def test_a_passage_has_at_most_its_size() -> None:
    assert [len(passage) for passage in passages_of(sentences_in(TEXT), size=1)] == [1, 1, 1]


def test_doc_parts_paragraphs_by_a_token_of_line_breaks() -> None:
    passage = next(passages_of(sentences_in(TEXT)))
    doc = doc_of(passage, LANGUAGE.vocab, ends_block=True)
    assert doc.text == "Troops don't fire.\n\nQuiet.\n\n"
    assert [sentence.text for sentence in doc.sents] == ["Troops don't fire.\n\n", "Quiet.\n\n"]
    assert doc[5].head.text == "."
    assert doc[0].head.text == "fire"
    assert doc[0].lemma_ == "troops"
    assert doc[6].head.text == "Quiet"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("1\tonly\tthree", "3 columns"),
        (row("1", "lost", 7, "nsubj"), "outside its sentence"),
    ],
)
def test_what_is_no_treebank_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(BadTreebank, match=complaint):
        list(sentences_in(text))
