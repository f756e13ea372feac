"""What the words beside an event say is still to be done: about to, in order to, is to, commanded."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.markers import Status
from stages.parsing.heads import NOUN_SUBJECTS, SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.words import modality
from stages.words.speech import lemma_of
from stages.words.time_heads import is_given_time
from stages.words.wordlists import words_of

PENALTIES = words_of("execution deportation expulsion extradition eviction arrest hanging detention dismissal")
ORDERS = words_of("order orders instructions command commands")
AIMS = words_of("way aim goal solution answer option alternative purpose objective priority choice")
WISHES = words_of("aim goal purpose objective priority demand wish condition")
HELD = words_of("hold meet host open start begin launch convene stage resume attend sign")
SUGGESTING = frozenset({"suggest", "propose", "recommend"})
PURSUITS = {(word, link) for link, words in (
    ("on", "focused focussed focusing concentrating concentrated bent intent set keen"), ("at", "aimed aiming"),
) for word in words.split()}  # fmt: skip


def yet_to_be_done(trigger: Token) -> Iterator[Status]:
    """What is imminent, arranged, meant or commanded, and not told as done."""
    yield from _imminent(trigger)
    yield from _yet_to_come(trigger)
    yield from _bound(trigger)
    yield from _purposed(trigger)
    yield from _aimed_at(trigger)
    yield from _commanded(trigger)
    yield from _listed(trigger)
    yield from _headlined(trigger)
    yield from _suggested(trigger)
    yield from _given_time(trigger)
    yield from _held_later(trigger)
    yield from _faced(trigger)
    yield from _decreed(trigger)


def _faced(trigger: Token) -> Iterator[Status]:
    """ "four officers face execution", "facing deportation": not yet."""
    is_bare = trigger.dep_ == "obj" and all(child.dep_ != "det" for child in trigger.lefts)
    if is_bare and lemma_of(trigger.head) == "face" and trigger.lower_ in PENALTIES:
        yield Status("planned", "face")


def _decreed(trigger: Token) -> Iterator[Status]:
    """ "sentenced to be hanged", "orders were given to shell it", "a warrant for the arrest of": not yet."""
    verb, words = trigger.head, {child.lower_ for child in trigger.lefts}
    is_to = "to" in words and trigger.tag_ in {"VB", "VBN"} and trigger.dep_ in {"xcomp", "advcl", "acl"}
    if is_to and "be" in words and lemma_of(verb) in {"sentence", "condemn"}:
        yield Status("planned", f"{lemma_of(verb)} to")
    subjects = {child.lower_ for child in verb.lefts if child.dep_ == "nsubj:pass"}
    if is_to and lemma_of(verb) in {"give", "issue"} and subjects & ORDERS:
        yield Status("planned", "orders to")
    first = trigger.left_edge
    before = first.nbor(-1).lower_ if first.i > trigger.sent.start else ""
    if trigger.tag_ == "NN" and case_of(trigger) == "for" and before in {"warrant", "warrants"}:
        yield Status("planned", "warrant for")


def _held_later(trigger: Token) -> Iterator[Status]:
    """ "supports the talks that will be held in May": still to come, whatever stands above."""
    clauses = (child for child in trigger.rights if child.dep_ == "acl:relcl" and lemma_of(child) in {*HELD, "take"})
    if trigger.tag_.startswith("NN") and any(
        word.lower_ in {"will", "shall", "'ll"} for clause in clauses for word in clause.lefts
    ):
        yield Status("planned", "will be held")


def _given_time(trigger: Token) -> Iterator[Status]:
    """ "gave the garrison two days to surrender": what there is time for."""
    is_below = trigger.dep_ in {"xcomp", "advcl"} and trigger.tag_ == "VB"
    if is_below and any(is_given_time(child) for child in trigger.head.rights):
        yield Status("planned", "time to")


def _suggested(trigger: Token) -> Iterator[Status]:
    """ "suggested that Chad stop the raids", "suggested they hold talks and free him": a bare form is a wish."""
    deed = trigger if trigger.tag_.startswith("VB") else trigger.head
    if trigger.dep_ == "xcomp" and trigger.tag_ == "VBG":
        deed = trigger.head
    is_bare = deed.tag_ in {"VB", "VBP"} and not any(child.dep_.startswith("aux") for child in deed.lefts)
    while deed.dep_ == "conj" and deed.head.tag_ in {"VB", "VBP"}:
        deed = deed.head
    is_wished = deed.head.tag_ in {"VBD", "VBN"} and lemma_of(deed.head) in SUGGESTING
    is_below = deed.dep_ in {"ccomp", "conj"} and deed.i > deed.head.i
    if is_bare and is_wished and is_below and not any(child.lower_ == "to" for child in deed.lefts):
        yield Status("planned", f"{lemma_of(deed.head)} that")


def _listed(trigger: Token) -> Iterator[Status]:
    """ "offered to end the siege, free the captives and pay": one of a list of infinitives under a single "to"."""
    verb = trigger.head
    is_bare = trigger.dep_ in {"conj", "advcl"} and trigger.tag_ in {"VB", "VBP"} and text_before(trigger) == ","
    own = {child.dep_ for child in trigger.lefts}
    if not is_bare or own & {"nsubj", "aux", "mark", "cc"} or lemma_of(verb) not in modality.PLANNING:
        return
    is_finite = verb.tag_ in {"VBD", "VBZ"} or any(child.dep_ == "conj" for child in trigger.rights)
    before = (child for child in verb.rights if child.i < trigger.i)
    if is_finite and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in before):
        yield Status("planned", f"{lemma_of(verb)} to")


def _headlined(trigger: Token) -> Iterator[Status]:
    """ "54 soldiers to die", "Talks to go on despite clash": what a headline without a finite verb announces."""
    sent = trigger.sent
    deed = trigger if trigger.tag_ == "VB" else next((child for child in trigger.rights if child.tag_ == "VB"), None)
    is_ahead = deed is not None and deed.dep_ == "acl" and text_before(deed) == "to" and deed.head.tag_ in {"NNS", "NN"}
    is_open = deed is not None and deed.head.dep_ in {"ROOT", "appos", "nsubj"} and case_of(deed.head) is None
    if deed is not None and deed.dep_ == "ROOT" and text_before(deed) == "to":
        is_ahead = is_open = any(child.dep_ in SUBJECTS for child in deed.lefts)
    if any(token.lower_ == "among" for token in sent):
        return  # "General among 120 to flee": those who have fled
    if is_ahead and is_open and not any(token.tag_ in {"VBD", "VBZ", "MD"} or token.text == "." for token in sent):
        yield Status("planned", "to, of a headline")


def _imminent(trigger: Token) -> Iterator[Status]:
    """ "is about to attack", "about to sign a truce": not yet."""
    is_signed = trigger.dep_ == "obj" and lemma_of(trigger.head) in modality.CARRYING
    doc, at = trigger.doc, (trigger.head.i if is_signed else trigger.i) - 1
    while at > trigger.sent.start and (doc[at].lower_ == "be" or doc[at].tag_ == "RB"):
        at -= 1
    if at > trigger.sent.start and doc[at].lower_ == "to" and doc[at - 1].lower_ == "about":
        yield Status("planned", "about to")


def _yet_to_come(trigger: Token) -> Iterator[Status]:
    """ "has yet to attack", "have yet to sign a truce", "has yet to agree to talks": not so far."""
    is_under = trigger.dep_ in {"obj", "obl"} and lemma_of(trigger.head) in modality.CARRYING
    deed = trigger.head if is_under else trigger
    to = next((child for child in deed.lefts if child.lower_ == "to" and child.dep_ == "mark"), None)
    if deed.tag_ in {"VB", "VBN"} and to is not None and text_before(to) == "yet":
        yield Status("denied", "yet to", is_strong=True)


def _bound(trigger: Token) -> Iterator[Status]:
    """ "is to hand over", "were to be freed on Monday", "was to hold talks": arranged, and not yet done."""
    is_held = trigger.dep_ == "obj" and trigger.tag_.startswith("NN") and lemma_of(trigger.head) in HELD
    is_led = trigger.dep_ == "obj" and trigger.head.lower_ == "led" and text_before(trigger.head) == "have"
    is_held |= is_led or (
        trigger.dep_.startswith("nsubj") and trigger.head.tag_ == "VB"
    )  # "the truce was to take effect"
    doc, at = trigger.doc, (trigger.head.i if is_held else trigger.i) - 1
    while at > trigger.sent.start and doc[at].lower_ in {"be", "been", "have", "also", "then", "soon", "now"}:
        at -= 1
    is_to = at > trigger.sent.start + 1 and doc[at].lower_ == "to" and trigger.lower_ != "blame"
    if is_to and doc[at - 1].text == "," and doc[at + 1].lower_ == "be" and trigger.tag_ == "VBN":
        yield Status("planned", "to be")  # "six bodies, to be handed over"
    if is_to and doc[at - 1].lower_ == "due":
        at -= 1
    if is_to and doc[at - 1].lower_ in {"is", "are", "was", "were"} and doc[at - 1].tag_.startswith("VB"):
        yield Status("planned", f"{doc[at - 1].lower_} to")


def _purposed(trigger: Token) -> Iterator[Status]:
    """ "in order to free them", "now is the time to attack", "bent on taking it": meant, and not told as done."""
    before = [token.lower_ for token in trigger.doc[max(trigger.sent.start, trigger.i - 3) : trigger.i]]
    if before[1:] in (["something", "to"], ["anything", "to"], ["nothing", "to"]):
        yield Status("possible", " ".join(before[1:]))  # "if they do nothing to ban it"
    is_said_of = trigger.i > 1 and trigger.nbor(-2).dep_ == "acl"  # "groups focused on supporting them" do so
    if tuple(before[1:]) in PURSUITS and trigger.tag_ == "VBG" and not (is_said_of and before[1] != "aimed"):
        yield Status("planned", " ".join(before[1:]))
    if before in (["in", "order", "to"], ["is", "time", "to"], ["the", "time", "to"]):
        yield Status("planned", " ".join(before[1:]))


def _aimed_at(trigger: Token) -> Iterator[Status]:
    """ "the only way is sending troops", "their priorities are a truce and the pulling out of troops": an aim."""
    first = trigger.head if trigger.dep_ == "nmod" and trigger.head.lower_ == "cessation" else trigger
    while first.dep_ == "conj" and first.head.tag_.startswith(("NN", "VBG")):
        first = first.head
    subject = next((child for child in first.lefts if child.dep_ in NOUN_SUBJECTS), None)
    aim = "" if subject is None else subject.lemma_.lower()
    is_noun = first.tag_.startswith("NN") and any(child.dep_ == "cop" for child in first.lefts)
    if (first.tag_ == "VBG" and aim in AIMS) or (is_noun and aim in WISHES):
        yield Status("planned", f"the {aim} is")


def _commanded(trigger: Token) -> Iterator[Status]:
    """ "Kill them and burn their houses": what is told to be done at the head of a sentence."""
    verb = trigger
    while verb.dep_ == "conj" and verb.tag_ == "VB":
        verb = verb.head
    is_opening = verb.tag_ == "VB" and verb.dep_ == "ROOT" and verb.i - verb.sent.start <= 1
    if is_opening and not any(child.dep_.startswith(("nsubj", "aux", "mark")) for child in verb.children):
        yield Status("planned", "imperative")
