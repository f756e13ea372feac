"""Laws of text that remembers where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages.cleaning.mojibake import unmangled
from stages.cleaning.pieces import BLOCK_BREAK, MappedText, Piece, joined, mapped, raw_span_of

TEXTS = st.text(max_size=200)
# What UTF-8 becomes when it is read as Windows-1252, as old feeds did; bytes that 1252 lacks are left out.
MANGLED = st.text(max_size=60).map(lambda text: text.encode("utf-8", "ignore").decode("cp1252", "ignore"))


def assert_quotes(text: MappedText, raw: str) -> None:
    """Every piece lies inside both texts, in order, and quotes the raw text where the lengths agree."""
    at = 0
    for piece in text.pieces:
        assert piece.start_char >= at
        assert piece.end_char <= len(text.text)
        assert piece.raw_end_char <= len(raw)
        if piece.is_quote:
            own = text.text[piece.start_char : piece.end_char]
            assert own == raw[piece.raw_start_char : piece.raw_end_char]
        at = piece.end_char


@given(TEXTS | MANGLED)
def test_repaired_text_quotes_the_raw_text(raw: str) -> None:
    assert_quotes(unmangled(raw), raw)


@given(TEXTS, st.data())
def test_a_part_quotes_what_the_whole_quotes(raw: str, data: st.DataObject) -> None:
    start_char = data.draw(st.integers(0, len(raw)))
    end_char = data.draw(st.integers(start_char, len(raw)))
    part = mapped(raw).part(start_char, end_char)
    assert part.text == raw[start_char:end_char]
    assert_quotes(part, raw)


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=5))
def test_joined_parts_keep_their_places(parts: list[str]) -> None:
    raw = "".join(parts)
    whole = mapped(raw)
    at, cut = 0, []
    for part in parts:
        cut.append(whole.part(at, at + len(part)))
        at += len(part)
    text = joined(cut)
    assert text.text == BLOCK_BREAK.join(parts)
    assert_quotes(text, raw)


@pytest.mark.parametrize(
    ("mangled", "repaired"),
    [
        ("Itâ€™s over", "It’s over"),  # three characters for one
        ("the cafÃ© was hit", "the café was hit"),  # two for one
        ("a naïve café “quote”", "a naïve café “quote”"),  # foreign letters that were read rightly
        ("plain text", "plain text"),
    ],
)
def test_mojibake(mangled: str, repaired: str) -> None:
    assert unmangled(mangled).text == repaired


def test_a_repair_stands_for_all_the_characters_it_replaces() -> None:
    text = unmangled("Homsâ€™ people")
    assert text.raw_span(4, 5) == (4, 7)
    assert text.raw_span(6, 12) == (8, 14)


def test_a_span_of_nothing_but_a_block_break_has_no_place() -> None:
    text = joined([mapped("one"), mapped("two")])
    with pytest.raises(ValueError, match="stand for nothing"):
        raw_span_of(text.pieces, 3, 5)


def test_an_entity_is_taken_whole() -> None:
    pieces = (Piece(0, 0, 4, 4), Piece(4, 4, 1, 5), Piece(5, 9, 4, 4))  # "Tom &amp; Ann"
    assert raw_span_of(pieces, 4, 5) == (4, 9)
    assert raw_span_of(pieces, 3, 9) == (3, 13)
