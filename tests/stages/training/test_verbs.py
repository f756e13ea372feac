import pytest

import seeds
from stages.training.treebanks import BadTreebank
from stages.training.verbs import forms_of, verb_sentences

FRAMES = "They|they|PRP|2|nsubj _|_|VBD|0|root .|.|.|2|punct\n_|_|VBG|2|amod men|man|NNS|0|root"


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("defect", "defects defecting defected defected"),
        ("seize", "seizes seizing seized seized"),
        ("defy", "defies defying defied defied"),
        ("deploy", "deploys deploying deployed deployed"),
        ("crush", "crushes crushing crushed crushed"),
        ("kidnap", "kidnaps kidnapping kidnapped kidnapped"),  # the last letter is doubled
        ("gas", "gasses gassing gassed gassed"),
        ("flee fled fled", "flees fleeing fled fled"),
        ("slay slew slain", "slays slaying slew slain"),
        ("overrun overran overrun", "overruns overrunning overran overrun"),
    ],
)
def test_forms(line: str, forms: str) -> None:
    made = forms_of(line)
    assert [made[tag] for tag in ("VBZ", "VBG", "VBD", "VBN")] == forms.split()


def test_a_verb_stands_in_every_frame() -> None:
    first, second = verb_sentences("# a comment\nslay slew slain\n", FRAMES)
    assert (first.text, second.text) == ("They slew.", "Slaying men")
    assert first.words[1].lemma == second.words[0].lemma == "slay"
    assert first.words[0].head == 1


def test_a_frame_with_a_field_missing_is_refused() -> None:
    with pytest.raises(BadTreebank, match="4 fields"):
        list(verb_sentences("flee", "_|_|VB|0"))


def test_shipped_frames_are_trees() -> None:
    texts = ((seeds.FOLDER / "training" / f"{name}.txt").read_text("utf-8") for name in ("verbs", "frames"))
    for made in verb_sentences(*texts):
        roots = [at for at, word in enumerate(made.words) if word.head == at]
        assert len(roots) == 1
        for at in range(len(made.words)):
            seen = {at}
            while (at := made.words[at].head) not in seen:
                seen.add(at)
            assert at == roots[0]
