# ruff: noqa: S311 (dice for texts, not for secrets)
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stages.training.spellings import respelt, unaccented


def test_articles_vary() -> None:
    made = {respelt("al-Rifai", Random(seed)) for seed in range(200)}
    assert {"al-Rifai", "Al-Rifai", "el-Rifai", "ar-Rifai"} <= made


@given(st.integers())
def test_a_name_keeps_its_first_letter(seed: int) -> None:
    assert respelt("Mahmoud", Random(seed)).startswith("M")


def test_accents_go_from_some_and_stay_on_others() -> None:
    assert {unaccented("Yıldız Gómez", Random(seed)) for seed in range(50)} == {"Yıldız Gómez", "Yildiz Gomez"}
