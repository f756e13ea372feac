"""Clauses joined to the verb they are joined to, and subjects that stand behind a word of time."""

import pytest
from spacy.tokens import Span

from stages.mending.slips import mended
from tests.stages.parsed import doc_of_tree

TREES = [
    (("Troops/NNS/1/nsubj killed/VBD/1/ROOT guards/NNS/5/nsubj and/CC/4/cc rebels/NNS/2/conj seized/VBD/1/ccomp "
      "Bory/NNP/5/obj"),
     {"guards": ("obj", "killed"), "rebels": ("nsubj", "seized"), "seized": ("conj", "killed"),
      "and": ("cc", "seized")}, "the guards were killed, and took nothing"),
    (("Police/NNS/1/nsubj held/VBD/1/ROOT men/NNS/1/obj and/CC/4/cc lawyers/NNS/2/conj filed/VBD/1/advcl "
      "suits/NNS/5/obj"),
     {"lawyers": ("conj", "men")}, "a verb that may take a clause is left as it is"),
    (("Police/NNS/1/nsubj detained/VBD/1/ROOT men/NNS/1/obj and/CC/4/cc lawyers/NNS/2/conj filed/VBD/1/advcl "
      "suits/NNS/5/obj"),
     {"lawyers": ("nsubj", "filed"), "filed": ("conj", "detained")}, "the lawyers were not detained"),
    (("Medics/NNS/1/nsubj said/VBD/1/ROOT guards/NNS/5/nsubj and/CC/4/cc rebels/NNS/2/conj seized/VBD/1/ccomp "
      "Bory/NNP/5/obj"),
     {"guards": ("nsubj", "seized"), "rebels": ("conj", "guards")}, "what is said"),
    (("They/PRP/1/nsubj criticised/VBD/1/ROOT him/PRP/1/obj for/IN/4/mark voting/VBG/1/advcl "
      "and/CC/6/cc called/VBD/4/conj"),
     {"called": ("conj", "criticised")}, "whoever criticised him called"),
    ("They/PRP/1/nsubj kept/VBD/1/ROOT shooting/VBG/1/xcomp and/CC/4/cc looting/VBG/2/conj",
     {"looting": ("conj", "shooting")}, "two gerunds"),
    (("They/PRP/2/nsubj:pass were/VBD/2/aux accused/VBN/2/ROOT of/IN/4/mark ordering/VBG/2/advcl raids/NNS/4/obj "
      "and/CC/7/cc resigned/VBD/4/conj"),
     {"resigned": ("conj", "accused")}, "the passive is finite too"),
    (("She/PRP/1/nsubj came/VBD/1/ROOT after/IN/3/case men/NNS/1/obl had/VBD/6/aux been/VBN/6/aux:pass "
      "shot/VBN/1/ccomp"),
     {"men": ("nsubj:pass", "shot"), "shot": ("advcl", "came"), "after": ("mark", "shot")}, "the men were shot"),
    ("She/PRP/1/nsubj left/VBD/1/ROOT after/IN/3/case dinner/NN/1/obl and/CC/6/cc had/VBD/6/aux slept/VBN/1/conj",
     {"dinner": ("obl", "left")}, "she slept"),
    (("He/PRP/1/nsubj told/VBD/1/ROOT us/PRP/1/iobj talks/NNS/1/obj had/VBD/5/aux failed/VBN/1/ccomp"),
     {"talks": ("nsubj", "failed")}, "what failed"),
    ("He/PRP/1/nsubj told/VBD/1/ROOT reporters/NNS/1/obj rebels/NNS/4/nsubj fled/VBD/1/ccomp",
     {"reporters": ("obj", "told")}, "who was told"),
    ("It/PRP/1/nsubj fell/VBD/1/ROOT days/NNS/4/nmod:unmarked after/IN/4/case men/NNS/1/obj mutinied/VBD/1/advcl",
     {"men": ("nsubj", "mutinied"), "after": ("mark", "mutinied")}, "they mutinied"),
    (("It/PRP/1/nsubj denied/VBD/1/ROOT claims/NNS/1/obj by/IN/4/case papers/NNS/2/nmod that/WDT/7/obj men/NNS/7/nsubj "
      "fled/VBD/4/acl:relcl"),
     {"fled": ("acl", "claims"), "that": ("mark", "fled")}, "what is claimed"),
    (("It/PRP/1/nsubj banned/VBD/1/ROOT plays/NNS/1/obj by/IN/4/case men/NNS/2/nmod that/WDT/7/obj police/NNS/7/nsubj "
      "detained/VBD/4/acl:relcl"),
     {"detained": ("acl:relcl", "men")}, "who was detained"),
    ("He/PRP/1/nsubj shot/VBD/1/ROOT himself/PRP/1/obj and/CC/5/cc two/CD/5/nummod men/NNS/1/conj",
     {"men": ("conj", "himself")}, "the men were shot too"),
    ("He/PRP/1/nsubj shot/VBD/1/ROOT himself/PRP/1/obj and/CC/5/cc men/NNS/5/nsubj fled/VBD/1/conj",
     {"fled": ("conj", "shot")}, "the men fled"),
    (("He/PRP/1/nsubj joined/VBD/1/ROOT what/WP/1/obj he/PRP/4/nsubj called/VBD/2/acl:relcl the/DT/6/det "
      "uprising/NN/4/obj"),
     {"uprising": ("obj", "joined"), "called": ("acl", "uprising")}, "he joined the uprising"),
    (("He/PRP/1/nsubj told/VBD/1/ROOT a/DT/3/det crowd/NN/1/obj that/WDT/6/obj men/NNS/6/nsubj "
      "fled/VBD/3/acl:relcl"),
     {"fled": ("ccomp", "told"), "that": ("mark", "fled")}, "what the crowd was told"),
    (("Rebels/NNS/1/nsubj downed/VBD/1/ROOT it/PRP/1/obj as/IN/5/mark it/PRP/5/nsubj landed/VBD/1/advcl ,/,/7/punct "
      "killing/VBG/5/advcl ten/CD/7/obj"),
     {"killing": ("advcl", "downed")}, "the shot killed them"),
    (("Men/NNS/1/nsubj fled/VBD/1/ROOT as/IN/4/mark troops/NNS/4/nsubj fired/VBD/1/advcl ,/,/6/punct "
      "killing/VBG/4/advcl ten/CD/6/obj"),
     {"killing": ("advcl", "fired")}, "the troops killed them"),
    (("They/PRP/1/nsubj suspended/VBD/1/ROOT it/PRP/1/obj and/CC/5/cc threatened/VBN/5/amod sanctions/NNS/2/conj"),
     {"threatened": ("conj", "suspended"), "sanctions": ("obj", "threatened")}, "they threatened"),
    (("Delegations/NNS/0/ROOT of/IN/2/case sides/NNS/0/nmod met/VBD/0/acl in/IN/5/case Oslo/NNP/3/obl"),
     {"met": ("ROOT", "met"), "Delegations": ("nsubj", "met")}, "they met"),
    (("Men/NNS/0/ROOT of/IN/2/case honour/NN/0/nmod arrested/VBN/0/acl in/IN/5/case Oslo/NNP/3/obl"),
     {"arrested": ("acl", "Men")}, "a participle describes them"),
    (("Rebels/NNS/1/nsubj fired/VBD/4/ccomp ,/,/1/punct he/PRP/4/nsubj said/VBD/4/ROOT ,/,/6/punct "
      "killing/VBG/4/advcl ten/CD/6/obj"),
     {"killing": ("advcl", "fired")}, "the speaker kills nobody"),
    (("Rebels/NNS/1/nsubj fired/VBD/4/ccomp ,/,/1/punct he/PRP/4/nsubj said/VBD/4/ROOT ,/,/6/punct "
      "denying/VBG/4/advcl it/PRP/6/obj"),
     {"denying": ("advcl", "said")}, "the speaker denies"),
    ("Marines/NNS/1/nsubj killed/VBN/1/ROOT drug/NN/3/compound lord/NN/1/obl yesterday/NN/1/obl:unmarked",
     {"lord": ("obj", "killed")}, "whom they killed"),
    ("Marines/NNS/1/nsubj fought/VBD/1/ROOT in/IN/3/case streets/NNS/1/obl",
     {"streets": ("obl", "fought")}, "where they fought"),
    (("He/PRP/1/nsubj quit/VBD/1/ROOT in/IN/4/case a/DT/4/det film/NN/1/obl shown/VBN/4/acl and/CC/7/cc "
      "urged/VBD/5/conj"),
     {"urged": ("conj", "quit")}, "he urged"),
    (("Colonels/NNS/0/ROOT and/CC/2/cc families/NNS/0/conj escaped/VBD/0/conj to/IN/5/case Oslo/NNP/3/obl"),
     {"escaped": ("ROOT", "escaped"), "Colonels": ("nsubj", "escaped")}, "they escaped"),
    (("He/PRP/1/nsubj left/VBD/1/ROOT after/IN/3/mark seeing/VBG/5/advcl men/NNS/3/obj shoot/VBP/1/parataxis "
      "boys/NNS/5/obj"),
     {"men": ("nsubj", "shoot"), "shoot": ("ccomp", "seeing"), "seeing": ("advcl", "left")}, "the men shoot"),
    ("He/PRP/1/nsubj saw/VBD/1/ROOT men/NNS/1/obj and/CC/4/cc fled/VBD/1/conj",
     {"fled": ("conj", "saw"), "men": ("obj", "saw")}, "he fled"),
    ("They/PRP/1/nsubj fired/VBD/1/ROOT after/IN/3/case shells/NNS/1/obl landed/VBN/3/acl there/RB/4/advmod",
     {"landed": ("advcl", "fired"), "shells": ("nsubj", "landed")}, "the shells landed"),
    ("They/PRP/1/nsubj met/VBD/1/ROOT after/IN/3/case talks/NNS/1/obl held/VBN/3/acl there/RB/4/advmod",
     {"held": ("acl", "talks")}, "the talks were held"),
    (("They/PRP/1/nsubj shot/VBD/1/ROOT a/DT/3/det major/NN/1/obj of/IN/5/case police/NN/3/nmod and/CC/8/cc "
      "his/PRP$/8/nmod:poss driver/NN/5/conj"),
     {"driver": ("conj", "major")}, "his driver"),
    ("Two/CD/0/ROOT army/NN/2/compound officers/NNS/3/nsubj crossed/VBD/3/ROOT",
     {"Two": ("nummod", "officers")}, "a number is no clause of its own"),
    (("In/IN/1/case Homs/NNP/7/obl ,/,/3/punct men/NNS/1/appos in/IN/5/case masks/NNS/3/nmod all/RB/7/advmod "
      "seized/VBD/7/ROOT it/PRP/7/obj"),
     {"men": ("appos", "Homs")}, "another word stands between"),
    (("He/PRP/1/nsubj ordered/VBD/1/ROOT the/DT/3/det unit/NN/1/obj to/TO/5/mark fire/VB/1/advcl"),
     {"fire": ("xcomp", "ordered")}, "what was ordered"),
    (("Men/NNS/5/nsubj of/IN/3/case Infantry/NNP/3/compound Battalion/NNP/0/nmod 7/CD/0/appos fled/VBD/5/ROOT"),
     {"7": ("flat", "Battalion")}, "the name of the battalion"),
    (("They/PRP/1/nsubj defected/VBD/1/ROOT and/CC/3/cc swore/JJ/4/amod allegiance/NN/1/obj to/IN/6/case "
      "him/PRP/4/nmod"),
     {"swore": ("conj", "defected"), "allegiance": ("obj", "swore")}, "nothing is sworn by itself"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "read", "reason"), TREES, ids=[reason for *_, reason in TREES])
def test_clauses_hang_on_their_verbs(tree: str, read: dict[str, tuple[str, str]], reason: str) -> None:
    found = {token.text: (token.dep_, token.head.text) for token in mended(doc_of_tree(tree))}
    assert {word: found[word] for word in read} == read, reason


def test_a_man_described_twice_is_one() -> None:
    doc = doc_of_tree(
        "Omar/NNP/12/nsubj Tal/NNP/0/flat ,/,/4/punct a/DT/4/det general/NN/0/appos and/CC/7/cc a/DT/7/det "
        "friend/NN/0/conj of/IN/10/case the/DT/10/det president/NN/7/nmod ,/,/0/punct fled/VBD/12/ROOT"
    )
    doc.set_ents([Span(doc, 0, 2, "PERSON")])
    assert mended(doc)[7].dep_ == "appos"


def test_men_behind_a_town_are_no_name_of_it() -> None:
    doc = doc_of_tree(
        "In/IN/1/case Homs/NNP/6/obl ,/,/3/punct men/NNS/1/appos in/IN/5/case masks/NNS/3/nmod seized/VBD/6/ROOT "
        "it/PRP/6/obj"
    )
    doc.set_ents([Span(doc, 1, 2, "LOC")])
    found = mended(doc)[3]
    assert (found.dep_, found.head.text) == ("nsubj", "seized")


@pytest.mark.parametrize(
    ("tree", "tag", "reason"),
    [
        ("He/PRP/2/nsubj:pass was/VBD/2/aux:pass held/VBN/2/ROOT and/CC/4/cc handed/VBD/2/conj over/RP/4/compound:prt",
         "VBN", "handed over by others"),
        ("They/PRP/2/nsubj:pass were/VBD/2/aux:pass held/VBN/2/ROOT and/CC/4/cc died/VBD/2/conj", "VBD", "they died"),
        ("They/PRP/1/nsubj stopped/VBD/1/ROOT and/CC/3/cc handed/VBD/1/conj it/PRP/3/obj over/RP/3/compound:prt",
         "VBD", "they hand it over"),
    ],
)  # fmt: skip
def test_a_passive_is_shared(tree: str, tag: str, reason: str) -> None:
    assert next(token.tag_ for token in mended(doc_of_tree(tree)) if token.dep_ == "conj") == tag, reason
