import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from stages.parsing.tokenizer import adapt_tokenizer, rank_spellings

LANGUAGE = adapt_tokenizer(spacy.blank("en"))


def tokens(text: str) -> list[str]:
    return [token.text for token in LANGUAGE.make_doc(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brig.-Gen. Ali", "Brig.-Gen.|Ali"),  # a double rank with a hyphen is one word
        ("Lt.-Col Hasan", "Lt.-Col|Hasan"),  # as British papers leave the last full stop out
        ("Maj.Gen. Ali", "Maj.|Gen.|Ali"),  # two ranks without a blank
        ("LT. COL. ALI", "LT.|COL.|ALI"),  # in capitals
        ("Gen.-Maj. Ivanov", "Gen.-Maj.|Ivanov"),  # the other order
        ("Rifa’i and Sana'a", "Rifa’i|and|Sana'a"),  # an apostrophe within a name
        ("Sa’d’s men", "Sa’d|’s|men"),  # within it, and a possessive
        ("Qa'im's mayor", "Qa'im|'s|mayor"),
        ("the rebels’ war", "the|rebels|’|war"),
        ("he didn’t", "he|did|n’t"),
        ("war—including “the army”—ended", "war|—|including|“|the|army|”|—|ended"),  # dashes without blanks
        ("talks--failed", "talks|--|failed"),
        ("in 1991–1994", "in|1991–1994"),  # a range of years stays
        ("the Party[XYZ]said", "the|Party|[|XYZ|]|said"),  # brackets without blanks
        ("claimed” the", "claimed|”|the"),  # a glued quote
        ("said “no”he", "said|“|no|”|he"),
        ("the front.But then", "the|front|.|But|then"),  # a full stop without a blank behind it
        ("U.S. and U.N. forces", "U.S.|and|U.N.|forces"),
        ("• Tanks", "•|Tanks"),  # a bullet
        ("(Wire) -Troops left", "(|Wire|)|-|Troops|left"),
        ("al-Badri", "al|-|Badri"),  # as the treebanks have it
        ("a T-72 and a MiG-23", "a|T-72|and|a|MiG-23"),
        ("www.example.org/a-b", "www.example.org/a-b"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split("|")


def test_an_abbreviated_rank_is_known_by_its_full_name() -> None:
    assert LANGUAGE.make_doc("Col. Amin")[0].norm_ == "colonel"


def test_every_spelling_is_made_of_its_tokens() -> None:
    assert all("".join(parts) == spelling for spelling, parts in rank_spellings().items())


@given(st.text(max_size=80))
def test_no_character_is_lost(text: str) -> None:
    assert LANGUAGE.make_doc(text).text == text


def test_a_foreign_tokenizer_is_refused() -> None:
    language = spacy.blank("en")
    language.tokenizer = str.split  # type: ignore[assignment]
    with pytest.raises(TypeError, match="tokenizer"):
        adapt_tokenizer(language)
