"""Verbs beside or below another whose doer a parser mistakes, and particles of verbs."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("Chad/NNP/1/nsubj gave/VBD/1/ROOT them/PRP/1/iobj hours/NNS/1/obj to/TO/5/mark leave/VB/3/acl ,/,/7/punct "
      "accusing/VBG/5/advcl spies/NNS/7/obj"),
     {"accusing": ("advcl", "gave")}, "Chad accuses"),
    (("Chad/NNP/1/nsubj told/VBD/1/ROOT them/PRP/1/obj to/TO/4/mark leave/VB/1/xcomp ,/,/6/punct "
      "singing/VBG/4/advcl songs/NNS/6/obj"),
     {"singing": ("advcl", "leave")}, "they were to sing"),
    (("It/PRP/1/nsubj freed/VBD/1/ROOT two/CD/3/nummod sailors/NNS/1/obj ,/,/5/punct detained/VBD/1/conj off/IN/7/case "
      "Goa/NNP/5/obj"),
     {"detained": ("acl", "sailors"), "Goa": ("obl", "detained")}, "the sailors were detained"),
    (("He/PRP/2/nsubj:pass was/VBD/2/aux:pass taken/VBN/2/ROOT to/IN/5/case a/DT/5/det doctor/NN/2/obl ,/,/7/punct "
      "held/VBN/2/conj for/IN/9/case hours/NNS/7/obl"),
     {"held": ("conj", "taken")}, "he was held, and no doctor"),
    (("It/PRP/1/nsubj expelled/VBD/1/ROOT envoys/NNS/1/obj ,/,/4/punct suspended/VBD/5/amod channels/NNS/1/obj "
      "and/CC/7/cc closed/VBD/1/conj ports/NNS/7/obj"),
     {"suspended": ("conj", "expelled"), "channels": ("obj", "suspended")}, "it suspended them"),
    ("Chad/NNP/1/nsubj took/VBD/1/ROOT in/IN/4/case 900/CD/4/nummod refugees/NNS/1/obl",
     {"refugees": ("obj", "took"), "in": ("compound:prt", "took")}, "they were taken in"),
    ("Chad/NNP/1/nsubj took/VBD/1/ROOT part/NN/1/obj in/IN/4/case talks/NNS/1/obl",
     {"talks": ("obl", "took")}, "what it took part in"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "reason"), TREES)
def test_second_verbs_and_particles(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected, reason


def test_a_verb_with_its_own_subject_is_no_participle() -> None:
    doc = mended(doc_of_tree(
        "a/DT/1/det move/NN/1/ROOT the/DT/3/det party/NN/4/nsubj denounced/VBN/1/acl:relcl"
    ))  # fmt: skip
    assert doc[4].tag_ == "VBD"
