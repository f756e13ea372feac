# ruff: noqa: S311 (dice for texts, not for secrets)
from random import Random

import pytest

import seeds
from stages.training.corpus import Recipe, name_like, names_corpus
from stages.training.names import LABELS, Named
from stages.training.sentences import BadGrammar, Grammar, grammar_in, lands_of, person, with_lexicon, written

FAMILIES = ("arabic", "turkish", "iranian", "russian", "african", "latin", "asian", "western")
PLACES = {"city": ["Ostby"], "town": ["Vik"], "respelt": ["Tarqa"], "country": ["Norland"], "region": ["Uplands"]}
KNOWN = {"groups": ["Red Hand"], "outlets": ["Daily Gull"], "theatre": ["Sund"]}


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    texts = (
        (seeds.FOLDER / "training" / f"{name}.txt").read_text("utf-8")
        for name in ("people", "grammar", "sentences", "elsewhere")
    )
    parts: Grammar = {}
    for text in texts:
        parts |= grammar_in(text)
    return with_lexicon(parts, PLACES | KNOWN)


def small(text: str) -> Grammar:
    people = "".join(f"[given_{family}]\nAnn\n[family_{family}]\nLee\n" for family in FAMILIES)
    return with_lexicon(grammar_in(people + text), {})


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("[spot LOC]\nVik\n[s]\nin {spot}.", "s", Named("in Vik.", ((3, 6, "LOC"),))),
        ("[spot LOC]\nVik\n[unit ORG]\n{spot} Guard\n[s]\n{unit}", "s", Named("Vik Guard", ((0, 9, "ORG"),))),  # outer
        ("[spot LOC]\nthe Hague\n[s]\n{spot}", "s", Named("the Hague", ((4, 9, "LOC"),))),  # an article stays outside
        ("[spot LOC]\nVik\n[s]\n{spot_caps}", "s", Named("VIK", ((0, 3, "LOC"),))),
        ("[who]\nmen\n[sentence]\n{who} left", "sentence", Named("Men left", ())),  # a sentence opens with a capital
    ],
)
def test_expansion(text: str, slot: str, expected: Named) -> None:
    assert written(small(text), slot, Random(1)) == expected


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[a]\n[b]\nx", "is empty"),
        ("[a CITY]\nx", "unknown label"),
        ("[a]\n{b}", "nothing fills {b}"),
    ],
)
def test_a_broken_grammar_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(BadGrammar, match=complaint):
        small(text)


def test_a_line_before_the_first_section_is_refused() -> None:
    with pytest.raises(BadGrammar, match="before the first section"):
        grammar_in("loose line")


@pytest.mark.parametrize("slot", ["sentence", "elsewhere"])
def test_every_sentence_of_the_shipped_grammar_has_whole_names(grammar: Grammar, slot: str) -> None:
    dice = Random(3)
    for _ in range(2000):
        named = written(grammar, slot, dice)
        assert "{" not in named.text
        for start, end, label in named.names:
            assert label in LABELS
            assert named.text[start:end].strip() == named.text[start:end] != ""


def test_boilerplate_names_nobody(grammar: Grammar) -> None:
    dice = Random(3)
    assert not any(written(grammar, "boilerplate", dice).names for _ in range(500))


def test_the_same_dice_write_the_same(grammar: Grammar) -> None:
    first, second = (names_corpus([], grammar, Random(9), Recipe(passages=30)) for _ in range(2))
    assert first == second


def test_lands_are_names_and_no_templates(grammar: Grammar) -> None:
    lands = lands_of(grammar)
    assert {"US", "U.K.", "Yugoslavia"} <= lands
    assert not any("{" in land for land in lands)


def test_parts_of_a_person() -> None:
    people = small("")
    assert {person(people, Random(at), "family") for at in range(20)} <= {"Lee", "Le"}
    assert {person(people, Random(at), "given") for at in range(20)} == {"Ann"}
    assert all(" " in person(people, Random(at)) for at in range(20))


def test_a_copy_keeps_the_shape_of_initials(grammar: Grammar) -> None:
    assert all(name_like("ORG", "XYZ", grammar, Random(at)).isupper() for at in range(20))


def test_corpus_holds_the_real_texts_and_copies_of_them(grammar: Grammar) -> None:
    real = [Named("Ann left.", ((0, 3, "PERSON"),)), Named("  ", ())]
    recipe = Recipe(passages=0, replaced=1, capitals=0, ends_block=0)
    texts = names_corpus(real, grammar, Random(2), recipe)
    assert texts[0] == real[0]
    assert len(texts) == 2  # a blank text is left out
    assert texts[1].text.endswith(" left.")
