"""What somebody is accused of, or was found not to have done."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.markers import Status
from stages.parsing.heads import case_of
from stages.parsing.neighbours import opens_sentence
from stages.words import modality
from stages.words.speech import lemma_of

INDICTED = {"indicted": "indict", "indict": "indict", "arraigned": "arraign"}
CHARGED = {
    "of": modality.ACCUSING,
    "with": frozenset({"charge"}),
    "for": frozenset({"indict", "charge", "arraign"}),
}
LISTED = frozenset({"NN", "JJ", "DT", ",", "CC"})  # tags of "torture, rape and the murder"
DEEDS = frozenset({"obj", "conj", "xcomp"})  # "of ordering the killing", "of seizing and beating them"


def of_guilt(trigger: Token) -> Iterator[Status]:
    """The status of a deed by what is said of the guilt of whoever is named for it."""
    yield from _accused_of(trigger)
    yield from _acquitted_of(trigger)
    if lemma_of(trigger) == "find" and any(_is_not_guilty(word) for word in trigger.rights):
        yield Status("denied", "not guilty", is_strong=True)


def _accused_of(trigger: Token) -> Iterator[Status]:
    """ "accused the police of torturing them", "charged with beating", "blamed for killing ten"."""
    if trigger.tag_ == "VBG" and trigger.dep_ in {"conj", "advcl"} and trigger.head.tag_ == "VBG":
        yield from _accused_of(trigger.head)  # "of seizing the jail, killing ten and injuring four"
    yield from _accused_of_noun(trigger.head if trigger.dep_ == "acl:relcl" else trigger)
    if trigger.tag_ != "VBG" or opens_sentence(trigger) or trigger.nbor(-1).lower_ not in {"of", "with", "for"}:
        return
    accusing = {"blame"} if trigger.nbor(-1).lower_ == "for" else modality.ACCUSING
    above = next((token for token in trigger.ancestors if lemma_of(token) in accusing), None)
    if above is not None and above.i < trigger.i:
        yield Status("unconfirmed", lemma_of(above))


def _accused_of_noun(trigger: Token) -> Iterator[Status]:
    """ "accused the police of torture", "charged with the murder of a priest", "indicted for the killing"."""
    deed = trigger
    while deed.dep_ == "conj" and deed.head.tag_.startswith("NN"):
        deed = deed.head
    yield from _accused_in_list(trigger)
    case = case_of(deed)
    if not trigger.tag_.startswith("NN") or case not in CHARGED:
        return
    above = deed.head.head if deed.dep_ == "nmod" and deed.head.dep_ in {"obj", "nsubj:pass"} else deed.head
    word = INDICTED.get(above.lower_, lemma_of(above))
    if above.tag_.startswith("VB") and above.i < trigger.i and word in CHARGED[case]:
        yield Status("unconfirmed", word)


def _accused_in_list(trigger: Token) -> Iterator[Status]:
    """ "accused the army of torture, rape and the murder of civilians": one of a list, wherever the parser hung it."""
    verb = next((token for token in trigger.ancestors if token.tag_.startswith("VB")), trigger)
    is_conj = trigger.dep_ == "conj" and trigger.tag_.startswith("NN")
    if not is_conj or lemma_of(verb) not in modality.ACCUSING or verb.i > trigger.i:
        return
    between = trigger.doc[verb.i : trigger.left_edge.i]
    is_listed = between[-1].text == "," or between[-1].lower_ == "and" or trigger.left_edge.dep_ in {"cc", "punct"}
    of = next((token for token in between if token.lower_ == "of"), None)
    if of is not None and is_listed and all(token.tag_[:2] in LISTED for token in trigger.doc[of.i + 1 : trigger.i]):
        yield Status("unconfirmed", lemma_of(verb))


def _acquitted_of(trigger: Token) -> Iterator[Status]:
    """ "acquitted two officers of killing her", "not guilty of the murder": they did not do it."""
    deed = trigger
    while not _is_under_of(deed) and deed.dep_ in DEEDS:
        deed = deed.head
    if deed.tag_ == "VBG" and any(child.lower_ in modality.WRONGLY for child in deed.head.lefts):
        yield Status("denied", "wrongly", is_strong=True)  # "wrongly convicted of killing her"
    if not _is_under_of(deed):
        return
    for above in (deed.head, deed.head.head):
        if lemma_of(above) in modality.ACQUITTING or _is_not_guilty(above):
            yield Status("denied", "not guilty", is_strong=True)
            return


def _is_under_of(deed: Token) -> bool:
    is_marked = any(child.dep_ == "mark" and child.lower_ == "of" for child in deed.lefts)
    return is_marked or (deed.tag_.startswith("NN") and case_of(deed) == "of")


def _is_not_guilty(word: Token) -> bool:
    if word.lower_ == "innocent":
        return True
    return word.lower_ == "guilty" and any(token.lower_ in {"not", "n't", "never"} for token in word.lefts)
