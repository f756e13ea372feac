import pytest

from stages.parsing.word_pieces import FIGURES, LOWER, MIXED, MOST, SIGNS, TITLE, UPPER, WordPieces, shape_of

KNOWN = WordPieces(
    ["[CLS]", "[SEP]", "[UNK]", "defect", "##or", "##ors", "al", "-", "asad", "'", "d", ".", "##ed", "as"]
)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("defect", ["defect"]),
        ("Defectors", ["defect", "##ors"]),  # the longest piece first
        ("DEFECTED", ["defect", "##ed"]),
        ("al-Asad", ["al", "-", "asad"]),
        ("Ásàd", ["asad"]),
        ("as'd", ["as", "'", "d"]),
        ("qat", ["[UNK]"]),
        ("al-qat", ["al", "-", "[UNK]"]),
        ("", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),  # an accent without a letter
        ("." * 60, ["."] * MOST),
    ],
)
def test_pieces_of_a_word(word: str, pieces: list[str]) -> None:
    assert [KNOWN.pieces[number] for number in KNOWN.of(word)] == pieces


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("fled", LOWER), ("Homs", TITLE), ("I", TITLE), ("U.S.", TITLE), ("FSA", UPPER), ("14th", LOWER),
        ("14", FIGURES), ("McCain", MIXED), ("al-Asad", MIXED), ("—", SIGNS), ("", SIGNS), ("حمص", MIXED),
    ],
)  # fmt: skip
def test_shape_of_a_word(word: str, shape: int) -> None:
    assert shape_of(word) == shape
