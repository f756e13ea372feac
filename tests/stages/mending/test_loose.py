"""Numbers before a noun, the people an event is done to, asides of a subject, effects, and capitals throughout."""

import pytest
from spacy.tokens import Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("No/DT/4/det fewer/JJR/3/advmod than/IN/1/fixed ten/CD/4/nummod men/NNS/6/nsubj:pass were/VBD/6/aux:pass "
      "shot/VBN/6/ROOT"),
     {"No": ("advmod", "fewer"), "fewer": ("advmod", "ten")}, "ten or more, and nobody denied"),
    ("They/PRP/1/nsubj shot/VBD/1/ROOT no/DT/3/det fewer/JJR/1/obj than/IN/6/case ten/CD/6/nummod men/NNS/1/obl",
     {"men": ("obj", "shot"), "fewer": ("advmod", "ten")}, "the men were shot"),
    ("No/DT/1/det men/NNS/3/nsubj:pass were/VBD/3/aux:pass shot/VBN/3/ROOT", {"No": ("det", "men")}, "none"),
    ("It/PRP/1/nsubj fired/VBD/1/ROOT 30/CD/4/nummod Orel/NNP/4/nsubj drones/VBZ/1/obj",
     {"Orel": ("compound", "drones"), "30": ("nummod", "drones")}, "nothing drones"),
    (("The/DT/6/nsubj:pass would/MD/3/aux -/HYPH/1/punct be/VB/6/aux:pass bomber/NN/6/nsubj:pass was/VBD/6/aux:pass "
      "shot/VBN/6/ROOT"),
     {"The": ("det", "bomber"), "be": ("amod", "bomber")}, "who wants to be one"),
    (("It/PRP/1/nsubj gave/VBD/1/ROOT a/DT/3/det toll/NN/1/obj of/IN/5/case six/CD/3/nmod dead/JJ/1/advcl"),
     {"dead": ("nmod", "toll"), "six": ("nummod", "dead")}, "six dead are the toll"),
    (("The/DT/1/det murder/NN/7/nsubj in/IN/3/case June/NNP/1/nmod of/IN/6/case six/CD/6/nummod nuns/NNS/3/nmod "
      "shocked/VBD/7/ROOT us/PRP/7/obj"),
     {"nuns": ("nmod", "murder")}, "the nuns are not those of June"),
    (("They/PRP/1/nsubj met/VBD/1/ROOT in/IN/4/case the/DT/4/det spring/NN/1/obl of/IN/6/case Adel/NNP/4/nmod"),
     {"Adel": ("nmod", "spring")}, "no event"),
    (("Men/NNS/6/nsubj ,/,/2/punct some/DT/0/conj on/IN/4/case foot/NN/2/nmod ,/,/0/punct raided/VBD/6/ROOT "
      "it/PRP/6/obj"),
     {"some": ("appos", "Men")}, "some of the men"),
    (("Army/NN/3/nsubj ,/,/2/punct Rebels/NNS/0/appos Shoot/VBP/3/ROOT Ten/CD/3/obj"),
     {"Rebels": ("conj", "Army")}, "both shoot"),
    (("Two/CD/1/nummod men/NNS/12/nsubj ,/,/5/punct including/VBG/5/case a/DT/5/det cook/NN/1/nmod ,/,/9/punct "
      "and/CC/9/cc boys/NNS/9/nsubj fell/VBD/12/ccomp ,/,/9/punct police/NNS/1/conj say/VBP/12/ROOT"),
     {"men": ("nsubj", "fell"), "boys": ("conj", "men")}, "the two fell too"),
    (("Ten/CD/1/nsubj died/VBD/1/ROOT when/WRB/3/advmod gunmen/NNS/1/advcl ,/,/5/punct masked/VBN/3/acl ,/,/1/punct "
      "raided/VBD/1/conj Jos/NNP/7/obj"),
     {"gunmen": ("nsubj", "raided"), "raided": ("advcl", "died")}, "the gunmen raided it"),
    (("After/IN/2/case its/PRP$/2/nmod:poss fall/NN/7/obl to/IN/4/case rebels/NNS/2/nmod ,/,/6/punct "
      "families/NNS/4/conj fled/VBD/7/ROOT"),
     {"families": ("nsubj", "fled")}, "the families fled"),
    (("He/PRP/1/nsubj struck/VBD/1/ROOT near/IN/3/case men/NNS/1/obl waiting/VBG/3/acl to/TO/6/mark vote/VB/4/xcomp "
      ",/,/8/punct killing/VBG/6/advcl ten/CD/8/obj"),
     {"killing": ("advcl", "struck")}, "no voters kill"),
    (("It/PRP/1/nsubj came/VBD/1/ROOT ,/,/3/punct seizing/VBG/1/advcl a/DT/5/det nun/NN/3/obj ,/,/8/punct "
      "who/WP/8/nsubj died/VBD/5/acl:relcl ,/,/11/punct and/CC/11/cc burning/VBG/8/conj huts/NNS/11/obj"),
     {"burning": ("conj", "seizing")}, "who seized her burned them"),
    (("Ten/CD/1/nsubj died/VBD/1/ROOT after/IN/4/case a/DT/4/det shell/NN/1/obl crashed/VBN/4/acl into/IN/7/case "
      "huts/NNS/5/obl"),
     {"shell": ("nsubj", "crashed"), "crashed": ("advcl", "died")}, "the shell hits them"),
    (("They/PRP/1/nsubj want/VBP/1/ROOT to/TO/3/mark send/VB/1/xcomp soldiers/NNS/5/nsubj withdrawn/VBN/3/ccomp "
      "in/IN/7/case May/NNP/5/obl"),
     {"soldiers": ("obj", "send"), "withdrawn": ("acl", "soldiers")}, "they were withdrawn then"),
    (("They/PRP/1/nsubj want/VBP/1/ROOT to/TO/3/mark see/VB/1/xcomp soldiers/NNS/5/nsubj withdrawn/VBN/3/ccomp"),
     {"withdrawn": ("ccomp", "see")}, "what they want to see"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "read", "reason"), TREES, ids=[reason for *_, reason in TREES])
def test_what_is_left_loose_is_returned(tree: str, read: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in read} == read, reason


def test_a_verb_in_capitals_is_no_part_of_a_name() -> None:
    doc = doc_of_tree(
        "Bandits/NNS/0/ROOT Invade/NNP/0/flat Gusau/NNP/0/flat Market/NNP/0/list ,/,/5/punct Kill/JJ/0/list "
        "Two/CD/7/nummod Traders/NNS/5/obj"
    )
    doc.set_ents([Span(doc, 0, 3, "PERSON")])
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc)}
    assert [found[word] for word in ("Bandits", "Market", "Kill", "Traders")] == [
        ("nsubj", "Invade"), ("obj", "Invade"), ("conj", "Invade"), ("obj", "Kill"),
    ]  # fmt: skip
    assert not doc.ents
