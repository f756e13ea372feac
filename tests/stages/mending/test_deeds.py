"""Headlines whose deed was read as something else, names cut at a hyphen, and what was said to have been damaged."""

import pytest

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

# Each word as word/tag/head/relation, heads counted from 0; then relations and heads of some words once mended.
TREES = [
    ("Army/NN/2/nsubj airstrike/RB/0/amod kills/VBZ/2/ROOT 12/CD/2/obj",
     {"Army": ("compound", "airstrike"), "airstrike": ("nsubj", "kills")}, "an airstrike is no adverb"),
    (("Israeli/JJ/5/nsubj airstrike/RB/0/advmod on/IN/4/case Gaza/NNP/4/compound house/NN/0/obl "
      "kills/VBZ/5/ROOT ten/CD/5/obj"),
     {"Israeli": ("amod", "airstrike"), "airstrike": ("nsubj", "kills"), "house": ("obl", "airstrike")},
     "nor whose it is"),
    ("They/PRP/1/nsubj flew/VBD/1/ROOT home/RB/1/advmod",
     {"home": ("advmod", "flew")}, "other adverbs stay"),
    (("Rebel/NN/1/compound attack/NN/1/ROOT on/IN/4/case airport/NN/4/compound wounds/NNS/1/nmod "
      "three/CD/6/nummod soldiers/NNS/1/obl:unmarked"),
     {"attack": ("nsubj", "wounds"), "airport": ("nmod", "attack"), "soldiers": ("obj", "wounds")}, "it wounds them"),
    ("Doctors/NNS/1/nsubj treat/VBP/1/ROOT head/NN/3/compound wounds/NNS/1/obj",
     {"wounds": ("obj", "treat")}, "there is another verb"),
    ("Rebels/NNS/1/nsubj seize/VBP/1/ROOT town/NN/1/obj ,/,/5/punct kill/VB/5/compound mayor/NN/2/conj",
     {"kill": ("conj", "seize"), "mayor": ("obj", "kill")}, "two deeds"),
    ("Rebels/NNS/1/nsubj seize/VBP/1/ROOT town/NN/1/obj ,/,/5/punct air/NN/5/compound base/NN/2/conj",
     {"base": ("conj", "town")}, "two things seized"),
    ("Rebel/NN/1/compound rocket/NN/2/compound attack/NN/3/nsubj kills/VBZ/3/ROOT ten/CD/3/obj",
     {"Rebel": ("compound", "attack")}, "whose attack it is"),
    (("Residents/NNS/1/nsubj said/VBD/1/ROOT the/DT/5/det shelling/VBG/5/amod damaged/VBN/5/amod "
      "houses/NNS/1/obj"),
     {"damaged": ("ccomp", "said"), "shelling": ("nsubj", "damaged"), "houses": ("obj", "damaged")},
     "nobody says houses"),
    (("Residents/NNS/1/nsubj repaired/VBD/1/ROOT the/DT/5/det partly/RB/4/advmod damaged/VBN/5/amod "
      "houses/NNS/1/obj"),
     {"damaged": ("amod", "houses")}, "houses are repaired"),
    ("SYRIA/NNP/4/nsubj :/:/2/punct officers/NNS/0/appos ,/,/0/punct defect/VBP/4/ROOT",
     {"officers": ("appos", "SYRIA")}, "one phrase behind the label is left"),
    ("SYRIA/NNP/5/nsubj :/:/2/punct Army/NNP/0/appos ,/,/0/punct policemen/NNS/5/nsubj defect/VBP/5/ROOT",
     {"Army": ("nsubj", "defect"), "policemen": ("conj", "Army"), "SYRIA": ("dislocated", "defect")}, "a list defects"),
    (("Bashar/NNP/6/nsubj al/NNP/0/flat -/HYPH/3/punct Assad/NNP/5/nmod:poss 's/POS/3/case gang/NN/0/list "
      "fled/VBD/6/ROOT"),
     {"gang": ("nsubj", "fled"), "Bashar": ("nmod:poss", "gang"), "Assad": ("flat", "Bashar")},
     "one name owns the gang"),
    (("They/PRP/1/nsubj met/VBD/1/ROOT in/IN/3/mark neighbouring/VBG/1/advcl Chad/NNP/3/obj on/IN/6/case "
      "Monday/NNP/3/obl"),
     {"Chad": ("obl", "met"), "neighbouring": ("amod", "Chad"), "Monday": ("obl", "met")}, "it is an adjective"),
    (("It/PRP/1/nsubj said/VBD/1/ROOT men/NNS/1/obj ,/,/5/punct including/IN/5/case two/CD/2/nmod ,/,/1/punct "
      "had/VBD/8/aux fled/VBN/1/ccomp"),
     {"men": ("nsubj", "fled")}, "who fled"),
    ("They/PRP/1/nsubj raid/VBP/1/ROOT homes/NNS/1/obj and/CC/5/cc arrest/NN/5/compound soldiers/NNS/2/conj",
     {"arrest": ("conj", "raid"), "soldiers": ("obj", "arrest")}, "whom they arrest"),
    ("They/PRP/1/nsubj sign/VBP/1/ROOT lists/NNS/1/obj and/CC/5/cc arrest/NN/5/compound warrants/NNS/2/conj",
     {"warrants": ("conj", "lists")}, "papers are signed"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "read", "reason"), TREES, ids=[reason for *_, reason in TREES])
def test_deeds_and_names_are_put_together(tree: str, read: dict[str, tuple[str, str]], reason: str) -> None:
    doc = mended(doc_of_tree(tree))
    found = {token.text: (token.dep_, token.head.text) for token in doc}
    assert {word: found[word] for word in read} == read, reason
