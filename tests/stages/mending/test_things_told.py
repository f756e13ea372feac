"""What is told of a thing, hung on another by a parser."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("He/PRP/1/nsubj told/VBD/1/ROOT radio/NN/6/nsubj:pass the/DT/4/det camp/NN/6/nsubj:pass was/VBD/6/aux:pass "
          "shelled/VBN/1/ccomp"),
         2, ("iobj", "told"), "the radio hears it"),
        (("He/PRP/1/nsubj arrested/VBD/1/ROOT ministers/NNS/1/obj ,/,/4/punct accused/VBN/1/advcl of/IN/6/case "
          "graft/NN/4/obl"),
         4, ("acl", "ministers"), "those arrested are accused"),
        (("He/PRP/1/nsubj seized/VBD/1/ROOT towns/NNS/1/obj ,/,/4/punct accused/VBN/1/advcl of/IN/6/case "
          "graft/NN/4/obl"),
         4, ("advcl", "seized"), "no town is accused"),
        (("Mayor/NN/0/ROOT who/WP/2/nsubj fled/VBD/0/acl:relcl ,/,/4/punct affirmed/VBN/2/advcl that/IN/7/mark "
          "it/PRP/7/nsubj fell/VBD/4/ccomp"),
         0, ("nsubj", "affirmed"), "the mayor affirms it"),
        (("It/PRP/1/nsubj hit/VBD/1/ROOT a/DT/4/det school/NN/4/compound housing/NN/1/obj families/NNS/4/obj"),
         3, ("obj", "hit"), "the school is hit"),
        (("It/PRP/1/nsubj hit/VBD/1/ROOT a/DT/5/det hall/NN/5/compound housing/NN/5/compound families/NNS/1/obj"),
         3, ("obj", "hit"), "the hall is hit"),
        (("It/PRP/1/nsubj hit/VBD/1/ROOT a/DT/4/det public/JJ/4/amod housing/NN/5/compound block/NN/1/obj"),
         5, ("obj", "hit"), "no building before it"),
        (("It/PRP/1/nsubj burned/VBD/1/ROOT upwards/NNS/1/obj of/IN/5/case 80/CD/5/nummod huts/NNS/2/nmod"),
         5, ("obj", "burned"), "the huts burn"),
        (("It/PRP/1/nsubj hit/VBD/1/ROOT displaced/VBN/3/amod families/NNS/1/obj on/IN/5/case Monday/NNP/2/obl"),
         5, ("obl", "hit"), "it hit them then"),
        (("Shelling/VBG/7/advcl by/IN/2/case troops/NNS/0/obl:agent killed/VBD/0/advcl ten/CD/3/obj ,/,/7/punct "
          "aides/NNS/7/nsubj said/VBD/7/ROOT"),
         0, ("nsubj", "killed"), "the shelling killed them"),
        (("Shelling/NN/5/nsubj by/IN/2/case troops/NNS/0/nmod on/IN/4/case camps/NNS/2/nmod killed/VBD/5/ROOT"),
         4, ("nmod", "Shelling"), "the camps are shelled"),
    ],
)  # fmt: skip
def test_what_is_told_hangs_on_its_thing(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason


def test_a_headline_noun_with_a_doer_and_an_object_is_a_verb() -> None:
    doc = mended(doc_of_tree("Nomads/NNP/1/nsubj raid/NN/1/ROOT camp/NN/1/obj"))
    assert doc[1].tag_ == "VBP"
