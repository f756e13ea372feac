"""Clauses that hang on the wrong word, put right: tables of trees as they were read, and of what they become."""

import pytest
from spacy.tokens import Doc

from stages.mending.slips import mended
from tests.stages.parsed import STRINGS

# The words as form/tag/relation/place of the head, counted from 1, what is looked at afterwards, and why.
READ = [
    (
        "They/PRP/nsubj/2 fled/VBD/ccomp/7 with/IN/case/4 men/NNS/obl/2 ,/,/punct/2 guards/NNS/obj/2 said/VBD/ROOT/7",
        {"guards": ("nsubj", "said")},
        "who speaks last is no part of the flight",
    ),
    (
        "They/PRP/nsubj/2 fled/VBD/ccomp/6 with/IN/case/4 men/NNS/obl/2 ,/,/punct/2 said/VBD/ROOT/6 Okoro/NNP/nsubj/6",
        {"men": ("obl", "fled")},
        "somebody else speaks",
    ),
    (
        "Goma/NNP/ROOT/1 :/:/punct/4 ten/CD/nummod/4 officers/NNS/appos/1 deserted/VBD/acl/4",
        {"deserted": ("ROOT", "deserted"), "officers": ("nsubj", "deserted"), "Goma": ("parataxis", "deserted")},
        "a label names the place of a sentence",
    ),
    (
        "Police/NNS/nsubj/2 say/VBP/ROOT/2 two/CD/nummod/4 men/NNS/obj/2 killed/VBD/acl/4",
        {"killed": ("ccomp", "say"), "men": ("nsubj:pass", "killed")},
        "the dead of a headline",
    ),
    (
        "He/PRP/nsubj/2 said/VBD/ROOT/2 men/NNS/nsubj/4 fled/VBD/ccomp/2 blaming/VBG/advcl/4 hunger/NN/obj/5",
        {"blaming": ("advcl", "said")},
        "whoever tells of it blames",
    ),
    (
        "He/PRP/nsubj/2 said/VBD/ROOT/2 men/NNS/nsubj/4 fled/VBD/ccomp/2 shouting/VBG/advcl/4 loudly/RB/advmod/5",
        {"shouting": ("advcl", "fled")},
        "whoever flees shouts",
    ),
    (
        "arresting/VBG/ROOT/1 men/NNS/obj/1 and/CC/cc/5 looting/NN/compound/5 shops/NNS/conj/2",
        {"looting": ("conj", "arresting"), "shops": ("obj", "looting")},
        "what is looted is not arrested",
    ),
    (
        "arresting/VBG/ROOT/1 men/NNS/obj/1 and/CC/cc/5 hunting/NN/compound/5 dogs/NNS/conj/1",
        {"hunting": ("compound", "dogs")},
        "no second object of the same verb",
    ),
    (
        "Hundreds/NNS/nsubj/5 of/IN/case/3 riot/NN/nmod/1 police/NNS/nsubj/5 fled/VBD/ROOT/5",
        {"police": ("nmod", "Hundreds"), "riot": ("compound", "police"), "of": ("case", "police")},
        "it is hundreds of police",
    ),
    (
        "They/PRP/nsubj/2 freed/VBD/ROOT/2 28/CD/nummod/4 captured/VBD/conj/2 men/NNS/obj/4 in/IN/case/7 May/NNP/obl/4",
        {"men": ("obj", "freed"), "28": ("nummod", "men"), "captured": ("amod", "men")},
        "the men are captives who are freed",
    ),
    (
        "They/PRP/nsubj/2 freed/VBD/ROOT/2 28/CD/nummod/4 captured/VBN/amod/5 men/NNS/obj/2",
        {"28": ("nummod", "men"), "captured": ("amod", "men")},
        "the number counts the men",
    ),
    (
        "They/PRP/nsubj/2 failed/VBD/ROOT/2 to/TO/mark/4 stop/VB/xcomp/2 and/CC/cc/6 began/VBD/conj/4",
        {"began": ("conj", "failed")},
        "a past form goes with no infinitive",
    ),
    (
        "They/PRP/nsubj/2 want/VBP/ROOT/2 to/TO/mark/4 stop/VB/xcomp/2 and/CC/cc/6 rest/VB/conj/4",
        {"rest": ("conj", "stop")},
        "two infinitives go together",
    ),
    (
        (
            "He/PRP/nsubj/2 denied/VBD/ROOT/2 that/IN/mark/6 they/PRP/nsubj:pass/6 were/VBD/aux:pass/6 paid/VBN/ccomp/2"
            " and/CC/cc/8 warned/VBD/conj/6 rebels/NNS/obj/8"
        ),
        {"warned": ("conj", "denied")},
        "whoever denies warns, and not those who were paid",
    ),
    (
        (
            "He/PRP/nsubj/2 said/VBD/ROOT/2 that/IN/mark/5 they/PRP/nsubj/5 came/VBD/ccomp/2 and/CC/cc/7"
            " robbed/VBD/conj/5"
            " men/NNS/obj/7"
        ),
        {"robbed": ("conj", "came")},
        "of two past forms either may be meant",
    ),
    (
        (
            "Bombs/NNS/nsubj/2 hit/VBD/ccomp/11 Jos/NNP/obj/2 ,/,/punct/5 killing/VBG/advcl/2 nine/CD/obj/5 ,/,/punct/8"
            " police/NNS/conj/6 and/CC/cc/10 witnesses/NNS/conj/6 said/VBD/ROOT/11"
        ),
        {"police": ("nsubj", "said"), "witnesses": ("conj", "police")},
        "two speak, and neither is killed",
    ),
    (
        (
            "Men/NNS/nsubj/2 shot/VBD/ccomp/11 one/NN/obj/2 who/WP/nsubj/5 fled/VBD/acl:relcl/3 ,/,/punct/7"
            " monks/NNS/obj/5 and/CC/cc/10 the/DT/det/10 mayor/NN/nsubj/11 said/VBD/ROOT/11"
        ),
        {"monks": ("nsubj", "said"), "mayor": ("conj", "monks")},
        "the first of two who speak is no part of the clause before",
    ),
    (
        (
            "Bombs/NNS/nsubj/2 hurt/VBD/ccomp/9 guards/NNS/obj/2 ,/,/punct/5 cooks/NNS/conj/3 and/CC/cc/7"
            " maids/NNS/conj/3"
            " officials/NNS/nsubj/9 said/VBD/ROOT/9"
        ),
        {"cooks": ("conj", "guards"), "maids": ("conj", "guards")},
        "somebody else speaks of a list",
    ),
    (
        "They/PRP/nsubj/2 urged/VBD/ROOT/2 calm/NN/obj/2 as/IN/case/5 fire/NN/obl/2 wounded/VBD/advcl/2 six/CD/obj/6",
        {"fire": ("nsubj", "wounded"), "as": ("mark", "wounded")},
        "as opens a clause, and what it opens acts there",
    ),
    (
        "Men/NNS/ROOT/1 dressed/VBN/acl/1 as/IN/mark/5 guards/NNS/nsubj/5 killed/VBD/advcl/2 two/CD/obj/5",
        {"Men": ("nsubj", "killed"), "guards": ("obl", "dressed"), "killed": ("ROOT", "killed")},
        "whom they look like is not who they are",
    ),
    (
        "Men/NNS/nsubj/2 posing/VBG/ROOT/2 as/IN/mark/5 guards/NNS/nsubj/5 shot/VBD/advcl/2 two/CD/obj/5",
        {"Men": ("nsubj", "shot"), "guards": ("obl", "posing"), "posing": ("acl", "Men")},
        "the shooting is what is told, and the pose says of whom",
    ),
    (
        (
            "They/PRP/nsubj/2 seized/VBD/ccomp/5 ,/,/punct/2 police/NNS/nsubj/5 said/VBD/ROOT/5 Friday/NNP/obl/5"
            " ,/,/punct/9 and/CC/cc/9 held/VBD/conj/5 two/CD/obj/9"
        ),
        {"held": ("conj", "seized")},
        "the second deed is told with the first",
    ),
    (
        (
            "Aides/NNS/nsubj/2 said/VBD/ROOT/2 jets/NNS/nsubj/4 hit/VBD/ccomp/2 docks/NNS/obj/4 and/CC/cc/7"
            " raided/VBD/conj/2 camps/NNS/obj/7"
        ),
        {"raided": ("conj", "hit")},
        "whoever speaks raids no camps",
    ),
    (
        (
            "Troops/NNS/nsubj/2 said/VBD/ROOT/2 men/NNS/nsubj/4 fled/VBD/ccomp/2 and/CC/cc/6 shot/VBD/conj/2"
            " two/CD/obj/6"
        ),
        {"shot": ("conj", "said")},
        "troops may have shot them",
    ),
    (
        "Two/CD/nsubj/2 died/VBD/ROOT/2 in/IN/mark/4 fighting/VBG/advcl/2 near/IN/case/6 Gao/NNP/obl/4",
        {"fighting": ("obl", "died"), "in": ("case", "fighting"), "Gao": ("nmod", "fighting")},
        "what they died in, and nothing that they did",
    ),
    (
        "Fire/NN/nsubj/2 killed/VBD/ROOT/2 at/IN/case/4 least/JJS/nmod/6 a/DT/det/6 dozen/CD/obl/2",
        {"dozen": ("obj", "killed")},
        "the dozen are killed, and are no place of it",
    ),
    (
        (
            "It/PRP/nsubj/2 hit/VBD/ROOT/2 ,/,/punct/4 killing/VBG/advcl/2 as/RB/advmod/6 many/JJ/obl/4 as/IN/case/9"
            " 12/CD/nummod/9 people/NNS/obl/4"
        ),
        {"people": ("obj", "killing"), "many": ("advmod", "12")},
        "those killed are as many, and stand for no place",
    ),
]


def tree_of(read: str) -> Doc:
    """A Doc from words written as form/tag/relation/place of the head."""
    rows = [word.split("/") for word in read.split()]
    words, tags, deps, heads = zip(*rows, strict=True)
    return Doc(STRINGS, words=list(words), tags=list(tags), deps=list(deps), heads=[int(head) - 1 for head in heads])


@pytest.mark.parametrize(("read", "expected", "reason"), READ, ids=lambda each: str(each)[:40])
def test_a_clause_is_hung_where_it_belongs(read: str, expected: dict[str, tuple[str, str]], reason: str) -> None:
    doc = mended(tree_of(read))
    found = {token.text: (token.dep_, token.head.text) for token in doc if token.text in expected}
    assert found == expected, reason
