"""What a verb does with an event: deals with it as done, waits for it, goes on with it."""

from stages.how_sure.granted import CLAUSAL, Link
from stages.words import modality
from stages.words.speech import lemma_of


def is_dealt_with(link: Link) -> bool:
    """ "vowed to avenge the massacre": dealt with as done; not "urged them to return to talks", "to call a strike"."""
    spared = frozenset({"call"}) if link.token.lower_ in modality.CALLED else modality.RETURNING
    is_verb = link.head.pos_ in {"VERB", "AUX"} and lemma_of(link.head) not in modality.CARRYING | spared
    return is_verb and link.relation in {"obj", "nsubj", "nsubj:pass", "obl"}


def is_expected(link: Link, lemma: str) -> bool:
    """ "expect more raids", "more raids should be expected": not "talks are expected to begin", which are planned."""
    is_of_noun = link.relation in {"obj", "nsubj:pass"} and link.token.pos_ == "NOUN"
    return lemma == "expect" and is_of_noun and all(child.dep_ not in CLAUSAL for child in link.head.rights)


def is_gone_on_with(link: Link) -> bool:
    """ "talks can go on", "the rally will go ahead"."""
    parts = {child.lower_ for child in link.head.rights if child.dep_ in {"compound:prt", "advmod"}}
    return link.relation == "nsubj" and lemma_of(link.head) == "go" and bool(parts & {"on", "ahead", "forward"})


def is_used_to(link: Link) -> bool:
    """ "will be used to shell the town", "would serve to free them"."""
    return link.relation == "advcl" and lemma_of(link.head) in {"use", "serve"}
