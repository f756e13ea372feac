"""Words hung apart from the neighbours they belong to."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("Rebels/NNS/1/nsubj downed/VBD/1/ROOT a/DT/3/det supply/NN/1/obj jet/NN/1/obl ././1/punct"),
         4, ("obj", "downed"), "the jet is downed"),
        (("Rebels/NNS/1/nsubj gave/VBD/1/ROOT the/DT/3/det boy/NN/1/obj bread/NN/1/obj ././1/punct"),
         3, ("obj", "gave"), "no boy is a kind of bread"),
        (("Men/NNS/1/nsubj raided/VBD/1/ROOT the/DT/3/det farm/NN/1/obj of/IN/5/case guards/NNS/3/nmod who/WP/7/nsubj "
          "fled/VBD/3/acl:relcl ././1/punct"),
         7, ("acl:relcl", "farm"), "only somebody named is sure to be meant"),
        (("He/PRP/1/nsubj said/VBD/1/ROOT troops/NNS/4/nsubj had/VBD/4/aux left/VBN/1/ccomp and/CC/6/cc "
          "dismissed/VBN/4/conj talk/NN/6/obj of/IN/9/case defeat/NN/7/nmod ././1/punct"),
         6, ("conj", "said"), "the speaker dismisses it"),
        (("He/PRP/1/nsubj said/VBD/1/ROOT troops/NNS/4/nsubj had/VBD/4/aux left/VBN/1/ccomp and/CC/6/cc "
          "dismissed/VBN/4/conj guards/NNS/6/obj ././1/punct"),
         6, ("conj", "left"), "troops may dismiss guards"),
        (("Police/NNS/1/nsubj held/VBD/1/ROOT his/PRP$/3/nmod:poss father/NN/1/obj (/-LRB-/5/punct 71/CD/3/nummod "
          ")/-RRB-/5/punct ,/,/9/punct his/PRP$/9/nmod:poss wife/NN/1/parataxis and/CC/12/cc his/PRP$/12/nmod:poss "
          "sons/NNS/9/conj ././1/punct"),
         9, ("conj", "father"), "the wife is held too"),
        (("A/DT/1/det guard/NN/3/compound shot/VBN/3/amod men/NNS/3/ROOT ././3/punct"),
         1, ("nsubj", "shot"), "a sentence has a verb"),
        (("Guard/NN/2/compound shot/VBN/2/amod men/NNS/2/ROOT ././2/punct"),
         2, ("ROOT", "men"), "a heading need not have one"),
        (("Ten/CD/2/nsubj:pass were/VBD/2/aux:pass hurt/VBN/8/ccomp ,/,/5/punct the/DT/5/det mayor/NN/2/parataxis "
          ",/,/7/punct Sow/NNP/2/obl:agent said/VBD/8/ROOT ././8/punct"),
         7, ("obl:agent", "hurt"), "a comma is wanting behind him"),
        (("Ten/CD/2/nsubj:pass were/VBD/2/aux:pass hurt/VBN/9/ccomp ,/,/5/punct the/DT/5/det mayor/NN/2/parataxis "
          ",/,/7/punct Sow/NNP/2/obl:agent ,/,/2/punct said/VBD/9/ROOT ././9/punct"),
         7, ("appos", "mayor"), "he is the mayor"),
        (("Ho/NNP/1/nsubj:pass defected/VBD/1/ROOT ././1/punct"),
         0, ("nsubj", "defected"), "nobody is defected"),
    ],
)  # fmt: skip
def test_neighbours_that_belong_together(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.dep_, found.head.text) == expected, reason
