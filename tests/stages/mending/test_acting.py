"""Who acts and whom it is done to, where the tree says otherwise and the words leave no doubt."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("treated/VBD/0/ROOT victims/NNS/0/obj of/IN/3/case torture/NN/1/nmod at/IN/5/case hands/NNS/0/obl "
          "of/IN/7/case guards/NNS/3/nmod"), 7, ("hands", "nmod"), "they are the hands of the guards"),
        (("hit/VBN/0/ROOT by/IN/4/case a/DT/4/det mob/NN/4/compound stones/NNS/0/obl throwing/VBG/0/advcl"),
         3, ("stones", "compound"), "no word stands between that the mob could do"),
        (("hit/VBN/0/ROOT by/IN/5/case a/DT/5/det mob/NN/4/compound throwing/VBG/5/amod stones/NNS/0/obl"),
         3, ("hit", "obl"), "the mob throws them, and hits"),
        ("guards/NNS/1/nsubj:pass asked/VBN/1/ROOT for/IN/3/case leave/NN/1/obl", 0, ("asked", "nsubj"), "they ask"),
        (("guards/NNS/2/nsubj:pass were/VBD/2/aux:pass asked/VBN/2/ROOT for/IN/4/case leave/NN/2/obl"),
         0, ("asked", "nsubj:pass"), "they are asked"),
        ("Police/NNS/1/nsubj attacked/VBD/1/ROOT with/IN/3/case bombs/NNS/1/obl", 0, ("attacked", "nsubj:pass"),
         "a headline"),
        ("Police/NNS/1/nsubj attacked/VBD/1/ROOT with/IN/3/case bombs/NNS/1/obl ././1/punct", 0,
         ("attacked", "nsubj"), "a sentence tells of what the police did"),
        ("Court/NNP/1/compound sitting/VBG/2/nsubj jailed/VBD/2/ROOT ten/CD/2/obj", 0, ("jailed", "nsubj"),
         "the court jails them"),
        (("dozens/NNS/0/ROOT of/IN/2/case serving/VBG/0/acl and/CC/4/cc retired/VBD/0/conj guards/NNS/2/obj"),
         5, ("dozens", "nmod"), "the guards serve"),
        ("SHELL/NN/1/nsubj HITS/VBZ/1/ROOT BREAD/NN/3/compound QUEUE/NN/1/appos", 3, ("HITS", "obj"), "it is hit"),
        (("ended/VBD/0/ROOT revolt/NN/0/nsubj when/WRB/4/advmod Karu/NNP/4/nsubj fled/VBD/0/advcl ,/,/6/punct "
          "set/VBD/0/conj fires/NNS/6/obj"), 6, ("ended", "conj"), "nobody is said to end in front of the verb"),
        (("revolt/NN/1/nsubj ended/VBD/1/ROOT when/WRB/4/advmod rebels/NNS/4/nsubj fled/VBD/1/advcl ,/,/6/punct "
          "set/VBD/1/conj fires/NNS/6/obj"), 6, ("fled", "conj"), "the rebels set them"),
        (("accused/VBD/0/ROOT guards/NNS/0/obj of/IN/3/mark beating/VBG/0/advcl men/NNS/3/obj and/CC/6/cc "
          "police/NNS/4/conj of/IN/8/mark killing/VBG/6/acl others/NNS/8/obj"), 6, ("guards", "conj"),
         "the police are accused, and not beaten"),
        (("clerk/NN/5/nsubj whom/WP/3/nsubj men/NNS/3/nsubj accuse/NN/5/nsubj has/VBZ/5/aux fled/VBN/5/ROOT"),
         3, ("clerk", "acl:relcl"), "they accuse the clerk"),
        (("truce/NN/1/nsubj agreed/VBD/1/ROOT by/IN/3/case Chad/NNP/1/obl:agent and/CC/6/cc Niger/NNP/6/nsubj "
          "began/VBD/1/conj"), 5, ("Chad", "conj"), "both agreed it"),
    ],
)  # fmt: skip
def test_those_who_act_are_where_the_words_put_them(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.head.text, found.dep_) == expected, reason
