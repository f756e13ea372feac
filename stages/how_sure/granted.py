"""Steps up the tree from an event, and the events that stand beside what is said as known, whatever is said."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from stages.how_sure.markers import Status, hedges_on, modals_on, negations_on
from stages.parsing.heads import SUBJECTS, case_of
from stages.words import modality
from stages.words.speech import lemma_of
from stages.words.time_heads import is_given_time, is_time

WAYS = frozenset({"way", "door", "path", "road"})
CLAUSAL = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass"})
SOUGHT = frozenset({"talk", "talks", "meeting", "release", "withdrawal", "extradition", "arrest", "detention"})
FIRST = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
FIGHTING = frozenset({"fighting", "clash", "clashes", "war", "violence", "unrest", "conflict", "hostilities", "riots"})
ANSWERS = frozenset({"revenge", "vengeance", "retaliation", "reprisal", "reprisals", "retribution"})
INQUIRIES = frozenset({"inquiry", "enquiry", "investigation", "probe", "inquest", "investigations", "inquiries"})
BESIDE = ("in", "for", "over", "after", "during", "since", "before", "amid", "following")


class Link(NamedTuple):
    """One step up the tree: a word, its relation, and the word above."""

    token: Token
    relation: str
    head: Token


def is_taken_for_granted(noun: Token) -> bool:
    """ "charged in the killings", "no casualties in the attack": a known event beside what is said of another thing."""
    children = {(child.dep_, child.lower_) for child in noun.children if child.i < noun.i}
    return ("det", "the") in children and any(("case", word) in children for word in BESIDE)


def is_share_of_known(link: Link) -> bool:
    """ "denies any involvement in the bombing": the bombing was, where nobody is named whose involvement it is."""
    share = link.head
    if link.relation == "obl" and lemma_of(link.head) == "deny":  # wherever the parser hung the bombing
        share = next((child for child in link.head.rights if child.dep_ == "obj"), share)
    is_owned = any(child.dep_ in {"nmod:poss", "amod", "compound"} for child in share.lefts)
    return (
        share.lower_ in modality.INVOLVEMENT and share.dep_ == "obj" and lemma_of(share.head) == "deny" and not is_owned
    )


def is_start_of_known(link: Link) -> bool:
    """ "deny having started the fighting": there was fighting, whoever began it."""
    is_known = link.token.lower_ in FIGHTING and any(child.lower_ == "the" for child in link.token.lefts)
    is_start = lemma_of(link.head) in modality.STARTING and link.relation == "obj" and link.head.dep_ in CLAUSAL
    return is_known and is_start and lemma_of(link.head.head) == "deny"


def is_set_beside(link: Link) -> bool:
    """ "denied the rumours after a man had shot two": a clause of time; "had planned to attack but withdrew"."""
    if link.relation == "conj" and link.token.tag_ == "VBD" and link.head.tag_ == "VB":
        return True
    is_clause = link.relation in {"ccomp", "advcl", "dep"} and has_subject(link.token)
    return is_clause and link.head.i < link.token.i and link.token.left_edge.lower_ in {"after", "when", "while"}


def is_there_beside(link: Link) -> bool:
    """ "has not confirmed a deal, and there were raids": what there is stands on its own."""
    is_noun = link.token.pos_ in {"NOUN", "PROPN"}
    return link.relation == "conj" and is_noun and any(child.lower_ == "there" for child in link.token.lefts)


def is_related(link: Link) -> bool:
    """ "to face charges related to the murders", "vowed revenge for them": what answers them is wanted, not they."""
    if link.relation == "nmod" and link.head.lower_ in modality.PARTS:  # "his alleged role in the raid": the role is
        owner = next((child for child in link.head.lefts if child.dep_ == "nmod:poss"), None)
        return owner is None or owner.pos_ == "PRON"
    if link.head.lower_ in INQUIRIES and case_of(link.token) in {"into", "of"}:
        return True
    answers = (link.head, *(child for child in link.head.rights if child.dep_ == "obj"))
    if case_of(link.token) == "for" and any(answer.lower_ in ANSWERS for answer in answers):
        return True
    return lemma_of(link.head) in {"related", "relate", "link", "connect"} and link.relation == "obl"


def is_uttered(link: Link) -> bool:
    """ "I want to express my solidarity", "asked why they had fired": done by saying it, or asked about as done."""
    speakers = {child.lower_ for child in link.head.lefts if child.dep_ in SUBJECTS}
    is_asked_why = lemma_of(link.head) == "ask" and any(child.tag_ == "WRB" for child in link.token.lefts)
    is_said = lemma_of(link.token) in modality.UTTERED and link.relation == "xcomp" and bool(speakers & {"i", "we"})
    return is_asked_why or is_said


def is_asked(link: Link) -> bool:
    """Whether a clause asks who did it, when, where or why: that it was done is known."""
    is_clause = link.relation in {"csubj", "csubj:pass", "ccomp"}
    return is_clause and any(child.lower_ in {"who", "why", "how", "when", "where"} for child in link.token.lefts)


def is_come_to(link: Link) -> bool:
    """ "if we come to an agreement", "would agree to a truce": coming or agreeing to it is concluding it."""
    if lemma_of(link.head) == "agree":
        return case_of(link.token) in {"to", "on"}
    is_concluded = lemma_of(link.token) in modality.CONCLUDED and case_of(link.token) == "to"
    return is_concluded and lemma_of(link.head) in {"come", "get", "return"}


def is_way_to(link: Link) -> bool:
    """ "can open the way to talks", "may pave the way for a truce": as open as the way is."""
    is_opened = case_of(link.token) in {"to", "for"} and lemma_of(link.head) in {"open", "pave", "clear"}
    return is_opened and any(child.dep_ == "obj" and child.lower_ in WAYS for child in link.head.rights)


def still_open(found: list[Status]) -> list[Status]:
    """What bears on an event taken for granted all the same: a plan, a possibility, an outright denial."""
    return [status for status in found if status.code in {"planned", "possible"} or status.rule in modality.DENYING]


def has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def is_told_of(verb: Token) -> bool:
    """ "insists that it has been working": what is or was, and no wish "that it be done"."""
    forms = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    return verb.tag_ in {"VBD", "VBZ"} or bool(
        forms & {"has", "have", "had", "was", "were", "is", "are", "did", "does"}
    )


def is_set_for_day(verb: Token) -> bool:
    """ "called a strike for Monday": it is still to come."""
    return any(child.dep_ in {"obl", "nmod"} and case_of(child) == "for" and is_time(child) for child in verb.rights)


def is_prepared(link: Link, lemma: str) -> bool:
    """ "set the stage for fighting", "paved the way for a ceasefire", wherever the parser hung the event."""
    verb = link.head.head if lemma in modality.STAGES else link.head
    things = {child.lower_ for child in verb.children if child.dep_ == "obj"}
    is_for = any(child.dep_ == "case" and child.lower_ == "for" for child in link.token.children)
    return is_for and lemma_of(verb) in {"set", "pave", "prepare", "clear"} and bool(things & modality.STAGES)


def is_yet_to_be(link: Link) -> bool:
    """ "the decision to free them": what a noun says is to come, and no "first deal to bring aid"."""
    noun, verb = link.head, link.token
    if is_given_time(noun):
        return True
    is_to = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    is_counted = any(child.lower_ in FIRST or child.ent_type_ == "ORDINAL" for child in noun.lefts)
    return is_to and not is_counted and noun.lower_ in modality.DECIDING


def rebutted(link: Link) -> Iterator[Status]:
    """ "contrary to claims that", "despite rumours of": what the writer sets aside."""
    if _is_contradicted(link.head):
        yield Status("denied", "contrary to", is_strong=True)


def _is_contradicted(noun: Token) -> bool:
    """Whether a noun is of claims or rumours that the words before it contradict."""
    if lemma_of(noun).removesuffix("s") not in modality.REBUTTED:
        return False
    before = noun.doc[max(0, noun.i - 7) : noun.i]
    words = {token.lower_ for token in before}
    return bool(words & {"contrary", "false", "untrue", "baseless"}) or {"no", "truth"} <= words


def contradicted_above(trigger: Token) -> Token | None:
    """The claims or rumours of an event that the writer or speaker contradicts."""
    return next((token for token in trigger.ancestors if token.tag_.startswith("NN") and _is_contradicted(token)), None)


def is_given(link: Link) -> bool:
    """A participle before its noun tells of what has happened: "will free the abducted girls"."""
    return link.relation == "amod" and link.token.tag_ == "VBN"


def told_of(link: Link) -> Iterator[Status]:
    """ "denied what the papers wrote about a mutiny": all that the words in between told of."""
    what, verb = link.head, link.head.head
    is_object = what.lower_ == "what" and what.dep_ == "obj" and link.token.dep_ == "acl:relcl"
    if is_object and lemma_of(verb) in modality.DENYING and not any(True for _ in negations_on(verb)):
        yield Status("denied", f"{lemma_of(verb)} what", is_strong=True)


def shown(link: Link) -> Iterator[Status]:
    """Something that only claims to show the event: "a video purporting to show", "unconfirmed reports of"."""
    lemma = lemma_of(link.head)
    if lemma in {"purport", "claim", "say"} and any(
        child.dep_ in CLAUSAL and child.tag_ == "VB" and lemma_of(child) in {"show", "depict"}
        for child in link.head.children
    ):
        yield Status("unconfirmed", f"{lemma} to show")
    if link.head.pos_ == "NOUN" and lemma.removesuffix("s") in modality.EVIDENCE_NOUNS:
        yield from (found for found in hedges_on(link.head) if found.code == "unconfirmed")


def sought_or_unsaid(link: Link, lemma: str, *, is_negated: bool) -> Iterator[Status]:
    """ "seeks a truce", "did not say they had shot it down": nobody says that it came about."""
    is_asked = any(child.tag_ == "WRB" for child in link.token.lefts)
    is_asked = is_asked or any(child.lower_ in {"what", "who"} and child.dep_ == "nsubj" for child in link.token.lefts)
    if (
        lemma in {"say", "claim", "believe", "think", "suppose"}
        and is_negated
        and link.relation == "ccomp"
        and not is_asked
    ):
        yield Status("possible", f"not {lemma}")
    if lemma in modality.SUFFERING and is_negated and link.relation == "obj":
        yield Status("possible", f"not {lemma}")
    if lemma == "seek" and is_negated and link.relation == "obj":
        yield Status("denied", "not seek")
    if lemma == "seek" and link.relation == "obj" and lemma_of(link.token) in modality.CONCLUDED | SOUGHT:
        yield Status("planned", "seek")


def of_purpose(link: Link) -> Iterator[Status]:
    """ "should take steps to free them": what is only meant with what is still to be done."""
    if link.relation == "advcl" and any(child.dep_ == "mark" and child.lower_ == "to" for child in link.token.lefts):
        yield from modals_on(link.head)
    carried = link.head.head if link.relation == "acl" and link.head.dep_ == "obj" else link.head
    is_infinitive = link.token.tag_ == "VB" and any(child.lower_ == "to" for child in link.token.lefts)
    is_infinitive = is_infinitive and lemma_of(link.token) not in {"support", "back", "help", "assist"}  # by being sent
    if is_infinitive and link.relation in {"advcl", "acl", "xcomp"} and lemma_of(carried) in modality.SENDING:
        yield Status("planned", f"{lemma_of(carried)} to")
