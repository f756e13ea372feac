"""Those who do or suffer it, parted from their verb."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("Rebels/NNS/3/nsubj were/VBD/3/aux:pass themselves/PRP/3/nsubj:pass shelled/VBN/3/ROOT ././3/punct"),
         2, ("advmod", "shelled"), "the rebels are, and the word only stresses it"),
        (("Themselves/PRP/1/nsubj shelled/VBD/1/ROOT ././1/punct"),
         0, ("nsubj", "shelled"), "there is nobody else"),
        (("Gangs/NNS/1/nsubj killed/VBD/1/ROOT three/CD/5/nummod and/CC/4/cc wounded/JJ/5/amod others/NNS/1/obj "
          "././1/punct"),
         4, ("conj", "killed"), "the others are wounded, not killed"),
        (("Gangs/NNS/1/nsubj killed/VBD/1/ROOT old/JJ/4/amod and/CC/3/cc wounded/JJ/5/amod men/NNS/1/obj ././1/punct"),
         5, ("obj", "killed"), "wounded people may be killed"),
        (("He/PRP/1/nsubj saw/VBD/1/ROOT a/DT/3/det raid/NN/1/obj in/IN/6/case which/WDT/6/det guards/NNS/3/acl:relcl "
          ",/,/6/punct too/RB/6/advmod ,/,/6/punct were/VBD/11/aux:pass shot/VBN/1/conj ././1/punct"),
         6, ("nsubj:pass", "shot"), "the guards are shot, and not he"),
        (("Last/JJ/1/amod year/NN/7/nsubj:pass ,/,/3/punct guards/NNS/1/parataxis who/WP/5/nsubj stole/VBD/3/acl:relcl "
          "were/VBD/7/aux:pass jailed/VBN/7/ROOT ././7/punct"),
         3, ("nsubj:pass", "jailed"), "the year is when"),
        (("Men/NNS/0/ROOT who/WP/2/nsubj fled/VBD/0/acl:relcl and/CC/4/cc hid/VBD/2/conj were/VBD/6/aux:pass "
          "held/VBN/4/ccomp ././0/punct"),
         0, ("nsubj:pass", "held"), "nobody else is there to be held"),
        (("Men/NNS/0/ROOT who/WP/2/nsubj joined/VBD/0/acl:relcl rebels/NNS/5/nsubj:pass were/VBD/5/aux:pass "
          "held/VBN/2/ccomp ././0/punct"),
         3, ("obj", "joined"), "whom they joined is not held"),
        (("Killing/VBG/0/ROOT monks/NNS/0/obj and/CC/3/cc burning/VBG/1/conj farms/NNS/0/obj ././0/punct"),
         4, ("obj", "burning"), "farms are burned"),
        (("Gangs/NNS/1/nsubj injured/VBD/1/ROOT several/JJ/1/xcomp ././1/punct"),
         2, ("obj", "injured"), "several people are"),
        (("Further/RBR/1/advmod east/RB/7/nsubj ,/,/4/punct in/IN/4/case Ati/NNP/1/obl ,/,/6/punct guards/NNS/1/conj "
          "fled/VBD/7/ROOT ././7/punct"),
         6, ("nsubj", "fled"), "the guards flee, and no side of the sky"),
        (("Troops/NNS/1/nsubj have/VBP/1/ROOT themselves/PRP/4/nsubj:pass been/VBN/4/aux:pass accused/VBN/1/ccomp "
          "././1/punct"),
         0, ("nsubj:pass", "accused"), "the troops are accused"),
        (("He/PRP/1/nsubj had/VBD/1/ROOT them/PRP/1/obj shot/VBN/1/xcomp ././1/punct"),
         0, ("nsubj", "shot"), "he does it, whoever shoots"),
        (("He/PRP/1/nsubj had/VBD/1/ROOT the/DT/3/det mayor/NN/1/obj arrested/VBN/3/acl ././1/punct"),
         3, ("obj", "arrested"), "the mayor is arrested"),
        (("He/PRP/3/nsubj had/VBD/3/aux monks/NNS/3/nsubj jailed/VBN/3/ROOT ././3/punct"),
         2, ("obj", "jailed"), "monks are jailed"),
        (("Chad/NNP/1/nsubj had/VBD/1/ROOT men/NNS/1/obj wounded/VBN/2/acl ././1/punct"),
         0, ("nsubj", "had"), "that befell it"),
        (("Six/CD/1/nummod guards/NNS/2/nsubj:pass asked/VBN/2/ROOT for/IN/4/case leave/NN/2/obl ././2/punct"),
         1, ("nsubj", "asked"), "they ask for it"),
        (("Pilot/NN/2/nsubj '/''/2/punct granted/VBN/2/ROOT asylum/NN/2/obj '/''/2/punct"),
         0, ("nsubj:pass", "granted"), "it is given to him"),
    ],
)  # fmt: skip
def test_who_is_parted_from_a_verb(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason
