"""The forms by which words are looked up."""

import pytest

from stages.words.inflection import plural_of, singulars_of, verb_forms
from stages.words.vocab import split_hyphens

IRREGULAR = {"flee": ("fled",), "shoot": ("shot",), "take": ("took", "taken")}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("shell", {"shell", "shells", "shelled", "shelling"}),
        ("bomb", {"bomb", "bombs", "bombed", "bombing"}),
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("defect", {"defect", "defects", "defected", "defecting"}),
        ("raid", {"raid", "raids", "raided", "raiding"}),
        ("ambush", {"ambush", "ambushes", "ambushed", "ambushing"}),
        ("free", {"free", "frees", "freed", "freeing"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("defy", {"defy", "defies", "defied", "defying"}),
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("kidnap", {"kidnap", "kidnaps", "kidnapped", "kidnapping"}),
        ("gather", {"gather", "gathers", "gathered", "gathering"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("shoot", {"shoot", "shoots", "shot", "shooting"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
        ("quit", {"quit", "quits", "quitted", "quitting"}),
        ("lay", {"lay", "lays", "layed", "laying"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
    ],
)
def test_forms_of_a_verb(lemma: str, forms: set[str]) -> None:
    assert verb_forms(lemma, IRREGULAR) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("raid", "raids"),
        ("policeman", "policemen"),
        ("militiaman", "militiamen"),
        ("schoolchild", "schoolchildren"),
        ("clash", "clashes"),
        ("country", "countries"),
        ("convoy", "convoys"),
        ("crisis", "crises"),
        ("volley", "volleys"),
        ("air strike", "air strikes"),
    ],
)
def test_plural_of_a_noun(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural
    assert noun in singulars_of(plural)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("cease-fire", ("cease", "-", "fire")),
        ("air strike", ("air", "strike")),
        ("take ~ hostage", ("take", "~", "hostage")),
    ],
)
def test_phrases_are_cut_as_the_tokenizer_cuts(phrase: str, words: tuple[str, ...]) -> None:
    assert split_hyphens(phrase) == words
