"""What a verb does with an event: deals with it as done, waits for it, goes on with it, speaks of it as done."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.granted import CLAUSAL, Link, is_asked
from stages.how_sure.markers import Status, is_definite, modals_on
from stages.parsing.heads import case_of
from stages.words import modality
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

REQUESTS = frozenset({"request", "invitation", "behest", "urging", "insistence"})
DEEDS = words_of("""
    killing killings murder murders massacre massacres assassination bombing bombings shooting shootings shelling raid
    raids attack attacks ambush abduction abductions kidnapping kidnappings rape rapes torture death deaths
""")
CAUSING = words_of("""
    spark trigger fuel provoke prompt lead undermine hamper complicate deepen jeopardise jeopardize derail delay prove
    mark become inflame embolden weaken strengthen worsen plunge push harm represent signal
""")


def is_dealt_with(link: Link) -> bool:
    """ "vowed to avenge the massacre": dealt with as done; not "urged them to return to talks", "to call a strike"."""
    if (lemma_of(link.head), link.token.lower_) == ("cease", "fire"):
        return False
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


def is_at_request(noun: Token) -> bool:
    """ "will meet on Friday at the request of Japan": what was asked for was asked before."""
    return noun.lower_ in REQUESTS and case_of(noun) in {"at", "on"}


def of_circumstance(link: Link) -> Iterator[Status]:
    """ "will be stepped up, with bags outlawed", "their release would have led to": as unreal as the verb beside it."""
    if link.relation == "nsubj" and {"would", "have"} <= {child.lower_ for child in link.head.lefts}:
        yield Status("possible", "would have")
    is_with = any(child.dep_ == "mark" and child.lower_ == "with" for child in link.token.lefts)
    if is_with and link.relation == "advcl" and link.token.tag_ in {"VBN", "VBG"}:
        yield from modals_on(link.head)


def is_cause(link: Link) -> bool:
    """ "fear that the arrest of the envoy will spark protests": what is feared is what comes of it."""
    if case_of(link.token) == "over" and link.token.lower_ in DEEDS and is_definite(link.token):
        return True  # "threatened a strike over the killing of a worker"
    is_known = any(child.lower_ in {"the", "this"} or child.dep_ == "nmod:poss" for child in link.token.lefts)
    return link.relation == "nsubj" and is_known and lemma_of(link.head) in CAUSING


def is_fallen_through(link: Link) -> bool:
    """ "the hoped-for talks fell through": they were not held."""
    is_through = any(child.lower_ == "through" for child in link.head.rights)
    return link.relation == "nsubj" and lemma_of(link.head) == "fall" and is_through


def is_dealt_with_as_done(link: Link, lemma: str) -> bool:
    """ "met to discuss the killing of ten", "will debate the raid", "pleaded guilty to killing her": it was done."""
    is_talked_of = lemma in {"discuss", "debate"} and link.relation in {"obj", "nsubj:pass"}
    is_deed = link.token.lower_ in DEEDS and is_definite(link.token)
    return (is_talked_of and is_deed) or (lemma == "plead" and link.token.lower_ == "guilty")


def is_told_as_done(link: Link, lemma: str) -> bool:
    """ "told of ten officers to have fled", "asked who feeds them", "called it revenge for the refusal"."""
    is_perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in link.token.lefts)
    is_infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in link.token.lefts)
    is_called = lemma == "call" and link.relation in {"obl", "nmod"}
    named = (child for child in link.head.rights if child.dep_ in {"obj", "xcomp"} and child.i < link.token.i)
    return (is_perfect and is_infinitive) or (lemma == "ask" and is_asked(link)) or (is_called and any(named))
