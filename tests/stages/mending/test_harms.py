"""Who is harmed by what, and who acts, where a parser takes a part of the clause for the whole."""

import pytest
from spacy.tokens import Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("It/PRP/1/nsubj fell/VBD/1/ROOT ,/,/3/punct killing/VBG/1/advcl a/DT/5/det boy/NN/3/obj aged/JJ/5/acl 9/CD/6/obj "
      "and/CC/9/cc injuring/VBG/7/conj two/CD/7/conj"),
     {"injuring": ("conj", "killing"), "two": ("obj", "injuring")}, "two are injured, and none is of that age"),
    (("It/PRP/1/nsubj killed/VBD/1/ROOT a/DT/3/det girl/NN/1/obj aged/JJ/1/advcl 9/CD/4/obj and/CC/7/cc "
      "wounded/JJ/5/conj ten/CD/4/xcomp"),
     {"wounded": ("conj", "killed"), "ten": ("obj", "wounded")}, "the same in the past"),
    ("A/DT/1/det man/NN/4/nsubj aged/JJ/1/acl 60/CD/2/obj was/VBD/5/aux:pass held/VBN/5/ROOT",
     {"60": ("obj", "aged")}, "an age alone"),
    (("Men/NNS/1/nsubj burned/VBD/1/ROOT huts/NNS/1/obj ,/,/5/punct and/CC/5/cc mortar/VB/1/conj fire/NN/5/obj "
      "killed/VBD/1/advcl ten/CD/7/obj"),
     {"mortar": ("compound", "fire"), "fire": ("nsubj", "killed"), "killed": ("conj", "burned")}, "no verb"),
    ("Men/NNS/3/nsubj and/CC/2/cc women/NNS/0/conj mortar/VBP/3/ROOT bricks/NNS/3/obj",
     {"mortar": ("ROOT", "mortar")}, "masons"),
    (("Blast/NN/1/nsubj kills/VBZ/1/ROOT six/CD/4/nummod a/DT/4/det week/NN/6/nmod:unmarked "
      "after/IN/6/case truce/NN/1/obl"),
     {"six": ("obj", "kills"), "week": ("nmod:unmarked", "truce")}, "six are killed, and no weeks"),
    ("It/PRP/1/nsubj kills/VBZ/1/ROOT six/CD/4/nummod a/DT/4/det week/NN/1/obl:unmarked",
     {"six": ("nummod", "week")}, "a rate"),
    ("One/CD/5/nummod ,/,/0/punct Lu/NNP/0/appos ,/,/0/punct was/VBD/5/aux:pass freed/VBN/5/ROOT",
     {"One": ("nsubj:pass", "freed")}, "who is freed"),
    (("They/PRP/1/nsubj laid/VBD/1/ROOT mines/NNS/1/obj under/IN/5/case a/DT/5/det police/NN/1/obl jeep/VBP/5/acl "
      "in/IN/8/case Jos/NNP/6/obl"),
     {"jeep": ("obl", "laid"), "police": ("compound", "jeep"), "Jos": ("nmod", "jeep")}, "a jeep is no verb"),
    (("Six/CD/1/nummod men/NNS/4/nmod ,/,/4/punct two/CD/5/nsubj died/VBD/4/ROOT boys/NNS/4/parataxis"),
     {"boys": ("parataxis", "died")}, "no part of them is named"),
    (("Police/NNS/1/nsubj shot/VBD/9/ccomp men/NNS/1/obj ,/,/4/punct two/CD/7/nsubj of/IN/6/case them/PRP/4/nmod "
      "boys/NNS/1/parataxis ,/,/9/punct she/PRP/10/nsubj said/VBD/10/ROOT"),
     {"boys": ("appos", "men"), "two": ("nmod", "boys")}, "some of the men"),
    (("Men/NNS/3/nsubj ,/,/3/punct having/VBG/3/aux left/VBN/7/csubj ,/,/3/punct were/VBD/7/aux:pass then/RB/7/advmod "
      "shot/VBN/7/ROOT"),
     {"Men": ("nsubj:pass", "shot"), "left": ("advcl", "shot")}, "who left is shot"),
    (("On/IN/1/case Monday/NNP/5/obl ,/,/1/punct when/WRB/5/advmod riots/NNS/5/nsubj began/VBD/5/ROOT ,/,/9/punct "
      "six/CD/8/nummod men/NNS/9/nsubj died/VBD/5/advcl"),
     {"died": ("ROOT", "died"), "began": ("advcl", "died"), "Monday": ("obl", "died")}, "they died on Monday"),
    (("They/PRP/1/nsubj shelled/VBD/1/ROOT it/PRP/1/obj ,/,/7/punct after/IN/7/mark "
      "which/WDT/7/nsubj troops/NNS/7/nsubj "
      "entered/VBD/1/advcl"),
     {"which": ("obl", "entered"), "after": ("case", "which")}, "the troops enter"),
    (("Women/NNS/1/nsubj said/VBD/1/ROOT men/NNS/3/nsubj entered/VBD/1/ccomp it/PRP/3/obj ,/,/7/punct then/RB/7/advmod "
      "burned/VBD/1/conj huts/NNS/7/obj"),
     {"burned": ("conj", "entered")}, "the women burned nothing"),
    (("Men/NNS/1/nsubj killed/VBD/1/ROOT ten/CD/1/obj ;/:/4/punct guards/NNS/5/nsubj wounded/VBN/1/acl in/IN/7/case "
      "Jos/NNP/5/obl"),
     {"wounded": ("parataxis", "killed")}, "another headline"),
    (("He/PRP/2/nsubj:pass was/VBD/2/aux:pass shot/VBN/2/ROOT by/IN/4/case men/NNS/2/obl:agent "
      ",/,/7/punct who/WP/7/nsubj "
      "fled/VBD/2/advcl:relcl"),
     {"fled": ("acl:relcl", "men")}, "the men fled"),
    (("A/DT/1/det film/NN/1/ROOT that/WDT/3/nsubj leaked/VBD/1/acl:relcl ,/,/5/punct showing/VBG/3/advcl it/PRP/5/obj "
      ",/,/1/punct led/VBD/5/conj to/IN/10/case riots/NNS/8/obl"),
     {"film": ("nsubj", "led"), "led": ("ROOT", "led")}, "the film led to them"),
    (("Two/CD/1/nsubj hurt/VBN/1/ROOT as/IN/3/case Moro/NNP/1/obl bandits/VBZ/1/conj ambush/VBP/4/xcomp a/DT/7/det "
      "bus/NN/5/obj"),
     {"bandits": ("nsubj", "ambush"), "ambush": ("advcl", "hurt"), "as": ("mark", "ambush")}, "bandits are no verb"),
    (("Two/CD/1/nsubj hurt/VBN/1/ROOT as/IN/3/case rebels/NNS/1/advcl storm/VBP/6/compound police/NN/6/compound "
      "station/NN/1/obl"),
     {"rebels": ("nsubj", "storm"), "station": ("obj", "storm"), "storm": ("advcl", "hurt")}, "no storm station"),
    (("In/IN/1/case Jos/NNP/3/nmod ,/,/1/punct guards/NNS/3/ROOT fired/VBN/3/acl on/IN/6/case men/NNS/4/obl"),
     {"guards": ("nsubj", "fired"), "Jos": ("obl", "fired")}, "nobody was fired"),
    (("Nine/CD/1/nsubj died/VBD/1/ROOT and/CC/4/cc six/CD/4/nsubj suffered/JJ/5/amod injuries/NNS/1/obj"),
     {"suffered": ("conj", "died"), "injuries": ("obj", "suffered")}, "the six suffered them"),
    (("Police/NNS/1/nsubj fired/VBD/1/ROOT at/IN/3/case men/NNS/1/obl trying/VBG/3/acl to/TO/6/mark march/VB/4/xcomp "
      ",/,/8/punct demanding/VBG/1/advcl bread/NN/8/obj"),
     {"demanding": ("acl", "men")}, "no police demand bread"),
    (("A/DT/1/det man/NN/1/ROOT on/IN/5/case a/DT/4/det bike/NN/5/amod shot/NN/1/nmod and/CC/7/cc killed/VBD/1/conj "
      "him/PRP/7/obj"),
     {"man": ("nsubj", "shot"), "bike": ("nmod", "man"), "killed": ("conj", "shot")}, "the man shot him"),
    ("Police/NNS/1/compound arrest/NN/2/compound suspects/NNS/2/ROOT",
     {"Police": ("nsubj", "arrest"), "suspects": ("obj", "arrest")}, "a headline without -s"),
    ("Police/NNS/1/compound arrest/NN/2/compound figures/NNS/3/nsubj rose/VBD/3/ROOT",
     {"arrest": ("compound", "figures")}, "there is a verb"),
    ("Blast/NN/4/nsubj at/IN/3/case market/NN/3/compound wounds/NNS/0/nmod dozens/NNS/4/ROOT",
     {"Blast": ("nsubj", "wounds"), "dozens": ("obj", "wounds"), "market": ("nmod", "Blast")}, "dozens are wounded"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "read", "reason"), TREES, ids=[reason for *_, reason in TREES])
def test_who_is_harmed_by_whom(tree: str, read: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in read} == read, reason


def test_a_name_before_its_members_says_whose_they_are() -> None:
    doc = doc_of_tree("They/PRP/1/nsubj fought/VBD/1/ROOT with/IN/3/case Moro/NNP/1/obl gunmen/NNS/1/obj")
    doc.set_ents([Span(doc, 3, 4, "ORG")])
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc)}
    assert found["gunmen"] == ("obl", "fought")
    assert found["Moro"] == ("compound", "gunmen")


def test_those_who_strike_do_the_harm() -> None:
    tree = (
        "Men/NNS/1/nsubj attacked/VBD/1/ROOT trucks/NNS/1/obj carrying/VBG/2/acl rice/NN/3/obj ,/,/6/punct "
        "killing/VBG/3/advcl ten/CD/6/obj"
    )
    assert mended(doc_of_tree(tree))[6].head.text == "attacked"
    other = tree.replace("carrying/VBG/2/acl rice", "shelling/VBG/2/acl rice")
    assert mended(doc_of_tree(other))[6].head.text == "shelling"
