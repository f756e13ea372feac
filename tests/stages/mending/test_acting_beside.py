"""Who acts in front of asides."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree


@pytest.mark.parametrize(
    ("tree", "at", "expected", "reason"),
    [
        (("men/NNS/1/nsubj suspected/VBD/1/ROOT to/TO/5/mark be/VB/5/aux:pass rebels/NNS/5/nsubj hit/VBD/1/xcomp "
          "it/PRP/5/obj"), 0, ("hit", "nsubj"), "the men hit it"),
        (("men/NNS/2/nsubj:pass were/VBD/2/aux:pass suspected/VBN/2/ROOT to/TO/5/mark be/VB/5/cop rebels/NNS/2/xcomp"),
         0, ("suspected", "nsubj:pass"), "they only are suspected"),
        (("took/VBD/0/ROOT monks/NNS/0/obj ,/,/6/punct some/DT/6/nmod of/IN/5/case them/PRP/3/nmod nuns/NNS/1/appos "
          "who/WP/9/nsubj:pass were/VBD/9/aux:pass freed/VBN/6/acl:relcl"), 9, ("monks", "acl:relcl"),
         "all of them are freed"),
        (("bans/VBZ/0/ROOT women/NNS/0/obj ,/,/0/punct a/DT/6/det step/NN/6/compound rights/NNS/6/compound "
          "groups/NNS/7/nsubj condemned/VBD/0/advcl"), 7, ("step", "acl:relcl"), "they condemn the step"),
        (("In/IN/1/case tape/NN/11/obl from/IN/3/case Gao/NNP/1/nmod ,/,/7/punct a/DT/7/det gang/NN/7/compound "
          "leader/NN/3/appos who/WP/9/nsubj hid/VBD/7/acl:relcl ,/,/1/punct threatened/VBD/11/ROOT war/NN/11/obj"),
         7, ("threatened", "nsubj"), "the leader does"),
        (("mobs/NNS/1/nsubj rose/VBD/1/ROOT ,/,/3/punct prompting/VBG/1/advcl police/NNS/3/obj to/TO/6/mark "
          "shoot/VB/3/xcomp ,/,/8/punct killing/VBG/3/advcl two/CD/8/obj"), 8, ("shoot", "advcl"),
         "the police kill them"),
    ],
)  # fmt: skip
def test_asides_leave_those_who_act_where_they_are(tree: str, at: int, expected: tuple[str, str], reason: str) -> None:
    found = mended(doc_of_tree(tree))[at]
    assert (found.head.text, found.dep_) == expected, reason
