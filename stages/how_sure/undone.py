"""What did not come about: done to nobody, stopped short of, escaped, kept from, voted against, called off."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.idle import is_idle
from stages.how_sure.markers import Status, negations_on
from stages.parsing.heads import case_of
from stages.words import modality
from stages.words.people import is_nobody
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

BARRING = words_of("but except other save apart besides")
CLOSE = words_of("close near")
VERGES = words_of("verge brink cusp edge")
ESCAPING = words_of("escape evade elude dodge")
ESCAPED = words_of("execution assassination abduction kidnapping arrest capture deportation extradition lynching death")
DISSUADING = words_of("keep kept dissuade dissuaded dissuades deter deterred discourage restrain hold held talk")
OPPOSING = words_of("oppose argue campaign advise speak lobby protest rally")
ONE_OFF = words_of("""
    attack march rally demonstration raid invasion meeting summit visit talks election elections execution parade strike
    assault referendum
""")
CARRIED_OUT = words_of("deportation execution extradition expulsion eviction hanging")
HALTING = words_of("stop halt halted block")
GIVING_UP = words_of("abandon drop scrap cancel shelve shelved renounce withdraw forgo")
PLANS = words_of("plan plans threat threats bid attempt attempts idea proposal intention mission")


def undone(trigger: Token) -> Iterator[Status]:
    """The status of what was done to nobody, or given up, missed or prevented before it was done."""
    yield from _to_nobody(trigger)
    yield from _short_of(trigger)
    yield from _nearly(trigger)
    yield from _escaped(trigger)
    yield from _dissuaded_from(trigger)
    yield from _opposed(trigger)
    yield from _called_off(trigger)
    yield from _given_up(trigger)
    yield from _halted(trigger)


def _to_nobody(trigger: Token) -> Iterator[Status]:
    """ "killed no one", "arrested nobody", "took no hostages", "freed none of them": not done."""
    if not trigger.tag_.startswith("VB"):
        return
    for thing in trigger.rights:
        if thing.dep_ != "obj" or not is_nobody(thing) or any(is_idle(child) for child in thing.lefts):
            continue
        behind = trigger.doc[thing.i + 1 : min(thing.i + 3, trigger.sent.end)]
        if not any(_is_barring(token) for token in behind):
            yield Status("denied", "nobody")


def _is_barring(word: Token) -> bool:
    """ "killed no one but the guard": and no "killed no one but arrested ten"."""
    return word.lower_ in BARRING and not (word.dep_ == "cc" and word.head.tag_.startswith("VB"))


def _deed_of(trigger: Token) -> Token:
    """The verb that holds or makes an event: the imposing of "imposing sanctions"."""
    is_held = trigger.dep_ == "obj" and _is_gerund(trigger.head) and lemma_of(trigger.head) in modality.CARRYING
    return trigger.head if is_held else trigger


def _is_gerund(verb: Token) -> bool:
    """Whether a verb is in its -ing form, whatever the tagger made of it."""
    return verb.tag_.startswith("VB") and verb.lower_.endswith("ing")


def _is_marked(deed: Token, *words: str) -> bool:
    """Whether one of those prepositions stands before a deed."""
    return any(child.dep_ in {"mark", "case"} and child.lower_ in words for child in deed.lefts)


def _short_of(trigger: Token) -> Iterator[Status]:
    """ "stopped short of attacking", "fell short of imposing sanctions": not done."""
    deed = _deed_of(trigger)
    around = (deed.head, *deed.head.children)
    is_short = any(word.lower_ == "short" and word.i < deed.i for word in around)
    is_denied = any(True for verb in (deed.head, deed.head.head) for _ in negations_on(verb))
    verbs = {lemma_of(deed.head), lemma_of(deed.head.head)}
    if is_short and not is_denied and _is_marked(deed, "of") and verbs & {"stop", "fall", "pull", "halt"}:
        yield Status("denied", "short of")


def _nearly(trigger: Token) -> Iterator[Status]:
    """ "came close to capturing the capital", "on the verge of retaking the town": not quite, or not yet."""
    deed = _deed_of(trigger)
    above = deed.head
    if _is_gerund(deed) and _is_marked(deed, "of") and above.lower_ in VERGES:
        yield Status("possible", f"{above.lower_} of")
    is_within = case_of(above) in {"within", "in"}  # "came within hours of capturing it"
    if _is_gerund(deed) and _is_marked(deed, "of") and is_within and above.head.lower_ == "came":
        yield Status("denied", "within reach of")
    near = next((word for word in (above, *above.children) if word.lower_ in CLOSE and word.i < deed.i), None)
    if near is not None and _is_gerund(deed) and _is_marked(deed, "to"):
        is_missed = lemma_of(near.head) == "come" and near.head.tag_ in {"VBD", "VBN"}
        yield Status("denied" if is_missed else "possible", "close to")


def _escaped(trigger: Token) -> Iterator[Status]:
    """ "narrowly escaped being kidnapped", "escaped execution", "dodged arrest": not suffered."""
    verb = trigger.head
    if lemma_of(verb) not in ESCAPING:
        return
    is_being = trigger.dep_ in {"xcomp", "advcl", "ccomp"} and any(child.lower_ == "being" for child in trigger.lefts)
    is_bare = (
        trigger.dep_ == "obj" and trigger.lower_ in ESCAPED and all(child.dep_ != "det" for child in trigger.lefts)
    )
    if (is_being or is_bare) and not any(True for _ in negations_on(verb)):
        yield Status("denied", lemma_of(verb))


def _dissuaded_from(trigger: Token) -> Iterator[Status]:
    """ "kept the crowd from marching", "talked them out of attacking": not done."""
    deed = _deed_of(trigger)
    verb = deed.head if deed.head.tag_.startswith("VB") else deed.head.head
    is_kept = (
        bool({verb.lower_, lemma_of(verb)} & DISSUADING) and _is_gerund(deed) and _is_marked(deed, "from", "of", "out")
    )
    is_whom = any(child.dep_ in {"obj", "nsubj:pass"} for child in verb.children)
    is_whom = is_whom or any(child.lower_ == "back" for child in verb.rights)  # "held back from attacking"
    if is_kept and is_whom and (_is_marked(deed, "from") or lemma_of(verb) == "talk"):
        yield Status("denied", f"{verb.lower_} from")


def _opposed(trigger: Token) -> Iterator[Status]:
    """ "voted against imposing sanctions", "is opposed to sending troops", "argued against it": not done yet."""
    deed = _deed_of(trigger)
    paper, verb = deed.head, deed.head
    if deed.dep_ == "acl" and case_of(paper) == "against" and lemma_of(paper.head) == "vote":
        yield Status("denied", "vote against")  # "voted against a bill imposing sanctions"
    if not _is_gerund(deed) or deed.dep_ not in {"advcl", "obl", "xcomp"}:
        return
    if _is_marked(deed, "against") and lemma_of(verb) == "vote":
        yield Status("denied", "vote against")
    is_against = _is_marked(deed, "against") and lemma_of(verb) in OPPOSING
    if is_against or (_is_marked(deed, "to") and verb.lower_ == "opposed"):
        yield Status("possible", f"{verb.lower_}, against")


def _called_off(trigger: Token) -> Iterator[Status]:
    """ "called off its attack on the town", "called off Sunday's march": it was not made."""
    verb = trigger.head
    is_off = trigger.dep_ in {"obj", "nsubj:pass"} and any(child.lower_ == "off" for child in verb.rights)
    if is_off and lemma_of(verb) == "call" and trigger.lower_ in ONE_OFF and not _is_lasting(trigger):
        yield Status("denied", "call off")


def _given_up(trigger: Token) -> Iterator[Status]:
    """ "abandoned plans to attack", "dropped his plan to resign", "called off plans for a raid": it was not made."""
    deed = _deed_of(trigger)
    plans = deed.nbor(-2) if deed.i - deed.sent.start > 1 and deed.nbor(-1).lower_ == "to" else deed.head
    giving_up = plans.head
    if plans.lower_ not in PLANS or plans.dep_ not in {"obj", "nsubj:pass"} or plans.i > deed.i:
        return
    is_off = lemma_of(giving_up) == "call" and any(child.lower_ == "off" for child in giving_up.rights)
    is_off = is_off or bool({lemma_of(giving_up), giving_up.lower_} & GIVING_UP)
    is_told = giving_up.tag_ in {"VBD", "VBN", "VBZ"} and not any(child.tag_ == "MD" for child in giving_up.lefts)
    if is_told and is_off and not any(True for _ in negations_on(giving_up)):
        yield Status("denied", "plans given up")


def _halted(trigger: Token) -> Iterator[Status]:
    """ "stopped the deportation of two priests", "halted the execution": it was not carried out."""
    is_object = trigger.dep_ in {"obj", "nsubj:pass"} and trigger.lower_ in CARRIED_OUT
    if is_object and {lemma_of(trigger.head), trigger.head.lower_} & HALTING:
        yield Status("denied", "halted")


def _is_lasting(noun: Token) -> bool:
    """ "called off a three-week strike": one that has gone on for a time; "called off its strike": one under way."""
    is_under_way = noun.lower_ == "strike" and not any(
        child.dep_ == "nmod:poss" and child.ent_type_ for child in noun.lefts
    )
    return is_under_way or case_of(noun) is not None
