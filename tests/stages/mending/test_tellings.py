"""Who tells and what is told, where a verb of saying was hung on the wrong word."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("Men/NNS/1/nsubj caught/VBD/1/ROOT in/IN/4/case the/DT/4/det raid/NN/1/obl told/VBD/1/advcl how/WRB/8/advmod "
      "they/PRP/8/nsubj fled/VBD/5/ccomp"),
     {"Men": ("nsubj", "told"), "caught": ("acl", "Men"), "told": ("ROOT", "told")}, "the men tell"),
    (("Men/NNS/1/nsubj caught/VBD/1/ROOT two/CD/3/nummod boys/NNS/1/obj said/VBD/1/advcl police/NNS/4/nsubj"),
     {"caught": ("ROOT", "caught")}, "they caught the boys"),
    (("Herders/NNS/1/nsubj camped/VBD/5/ccomp near/IN/4/case the/DT/4/det river/NN/1/obl said/VBD/5/ROOT "
      "raiders/NNS/7/nsubj came/VBD/5/ccomp"),
     {"Herders": ("nsubj", "said"), "camped": ("acl", "Herders")}, "the herders say so"),
    (("Herders/NNS/1/nsubj camped/VBD/7/ccomp near/IN/4/case the/DT/4/det river/NN/1/obl ,/,/1/punct "
      "police/NNS/7/nsubj said/VBD/7/ROOT"),
     {"Herders": ("nsubj", "camped")}, "the police say so"),
    (("Radio/NN/2/nsubj ,/,/2/punct heard/VBN/6/advcl in/IN/4/case Rome/NNP/2/obl ,/,/6/punct reported/VBD/6/ROOT "
      "that/IN/9/mark men/NNS/9/nsubj fled/VBD/6/ccomp"),
     {"Radio": ("nsubj", "reported"), "heard": ("acl", "Radio")}, "the radio reports"),
    (("Lund/NNP/0/ROOT last/JJ/2/amod night/NN/0/appos called/VBN/2/acl for/IN/5/case talks/NNS/3/obl"),
     {"Lund": ("nsubj", "called"), "night": ("obl:unmarked", "called"), "called": ("ROOT", "called")}, "Lund called"),
    (("Lund/NNP/0/ROOT last/JJ/2/amod night/NN/0/appos bombed/VBN/2/acl by/IN/5/case rebels/NNS/3/obl:agent"),
     {"bombed": ("acl", "night")}, "the rebels bombed it"),
    (("Reports/NNS/0/ROOT from/IN/4/case the/DT/3/det north/NN/4/nsubj spoke/VBD/0/nmod of/IN/6/case raids/NNS/4/nmod "
      "near/IN/8/case Gao/NNP/4/obl"),
     {"Reports": ("nsubj", "spoke"), "north": ("nmod", "Reports"), "raids": ("obl", "spoke"), "Gao": ("nmod", "raids")},
     "the reports speak, and the raids are near the town"),
    (("He/PRP/1/nsubj spoke/VBD/1/ROOT of/IN/3/case raids/NNS/1/obl in/IN/6/case an/DT/6/det interview/NN/1/obl"),
     {"interview": ("obl", "spoke")}, "where he spoke"),
    (("Police/NNS/1/nsubj believed/VBD/1/ROOT he/PRP/3/nsubj robbed/VBD/1/ccomp it/PRP/3/obj ,/,/7/punct "
      "then/RB/7/advmod fled/VBD/1/parataxis"),
     {"fled": ("conj", "robbed")}, "he is believed to have fled too"),
    (("Police/NNS/1/nsubj believed/VBD/1/ROOT he/PRP/3/nsubj robbed/VBD/1/ccomp it/PRP/3/obj ,/,/7/punct "
      "they/PRP/7/nsubj fled/VBD/1/parataxis"),
     {"fled": ("parataxis", "believed")}, "they fled"),
    (("Media/NNS/1/nsubj reported/VBD/1/ROOT ,/,/3/punct citing/VBG/1/advcl aides/NNS/3/obj ,/,/9/punct that/IN/9/mark "
      "two/CD/9/nsubj:pass suspects/VBZ/9/nsubj:pass held/VBN/1/conj"),
     {"held": ("ccomp", "reported"), "two": ("nummod", "suspects")}, "what they reported"),
    (("He/PRP/1/nsubj met/VBD/1/ROOT accusations/NNS/1/obj that/WDT/5/mark troops/NNS/5/nsubj fired/VBD/2/acl:relcl"),
     {"fired": ("acl", "accusations")}, "what they are accused of"),
    (("He/PRP/1/nsubj denied/VBD/1/ROOT guns/NNS/1/obj that/WDT/5/obj troops/NNS/5/nsubj fired/VBD/2/acl:relcl"),
     {"fired": ("acl:relcl", "guns")}, "which guns"),
    (("Nobody/NN/1/nsubj claimed/VBD/1/ROOT responsibility/NN/6/nsubj ,/,/6/punct but/CC/5/cc officials/NNS/2/conj "
      "blamed/VBD/1/ccomp rebels/NNS/6/obj"),
     {"responsibility": ("obj", "claimed"), "officials": ("nsubj", "blamed"), "blamed": ("conj", "claimed")},
     "the officials blame"),
    (("The/DT/1/det military/JJ/1/ROOT neither/CC/3/cc:preconj confirmed/VBN/1/acl nor/CC/5/cc denied/VBN/3/conj "
      "it/PRP/5/obj"),
     {"military": ("nsubj", "confirmed"), "confirmed": ("ROOT", "confirmed")}, "it confirms nothing"),
    ("It/PRP/2/nsubj has/VBZ/2/aux ruled/VBN/2/ROOT out/RP/2/compound:prt sending/VBG/2/advcl troops/NNS/4/obj",
     {"sending": ("xcomp", "ruled")}, "what is ruled out"),
    ("It/PRP/1/nsubj ruled/VBD/1/ROOT ,/,/3/punct sending/VBG/1/advcl troops/NNS/3/obj",
     {"sending": ("advcl", "ruled")}, "troops are sent"),
    ("Chad/NNP/1/nsubj threatens/VBZ/1/ROOT to/TO/3/mark close/VB/4/amod Ounianga/NNP/1/obj",
     {"close": ("xcomp", "threatens"), "Ounianga": ("obj", "close")}, "the town would be closed"),
    ("Blast/NN/1/nsubj kills/VBZ/1/ROOT five/CD/4/nummod :/:/4/punct police/NNS/1/obj",
     {"five": ("obj", "kills"), "police": ("parataxis", "kills")}, "the police say so"),
    (("Six/CD/1/nsubj died/VBD/4/ccomp ,/,/1/punct police/NNS/4/nsubj said/VBD/4/ROOT ,/,/8/punct when/WRB/8/advmod "
      "gunmen/NNS/8/nsubj attacked/VBD/4/ccomp"),
     {"attacked": ("advcl", "died")}, "when they died"),
    (("Six/CD/1/nsubj died/VBD/4/ccomp ,/,/1/punct police/NNS/4/nsubj said/VBD/4/ROOT when/WRB/8/advmod "
      "they/PRP/8/nsubj:pass were/VBD/8/aux:pass asked/VBN/4/advcl"),
     {"asked": ("advcl", "said")}, "when the police said so"),
    (("He/PRP/1/nsubj denied/VBD/1/ROOT reports/NNS/1/obj that/IN/6/mark jets/NNS/6/nsubj had/VBD/6/aux come/VBN/2/acl "
      "and/CC/8/cc bombed/VBD/6/conj it/PRP/8/obj"),
     {"bombed": ("conj", "come")}, "the jets are said to have bombed it"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "expected", "reason"), TREES)
def test_who_tells_and_what(tree: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in expected} == expected, reason
