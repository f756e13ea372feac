"""What the words before an event make of it, wherever the parser hung it: open, untrue, rumoured, demanded."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.beside_denials import is_known_in_denial
from stages.how_sure.dealings import is_cause
from stages.how_sure.granted import Link
from stages.how_sure.kept import is_kept
from stages.how_sure.markers import Status, is_either_way, modal_before, negations_on
from stages.parsing.neighbours import opens_sentence
from stages.words import modality
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

WHETHER_REACH = 18  # tokens
DENIAL_REACH = 8  # tokens: "denied on Saturday claims by foreign channels that"
DENYING_THAT = words_of("deny refute rebut debunk")
DISMISSING = words_of("dismiss reject ridicule scorn")  # "dismissed as lies reports that"
TOLD = words_of(
    "report reports claim claims rumour rumours rumor rumors talk allegation allegations news story stories"
)
RUMOURS = words_of("rumour rumours rumor rumors allegation allegations claim claims speculation")
FALSE = words_of(
    "false untrue baseless unfounded groundless wrong fabricated lies lie nonsense inaccurate incorrect bogus "
    "fabrication fabrications invention inventions fiction propaganda hoax myth"
)
JUDGING = words_of("call describe dismiss label be brand")
PLOTTING = words_of("plotting conspiring scheming campaigning plotted conspired")
DEMANDS = words_of("demand call request insistence proposal recommendation order appeal")
KNOWN = words_of("the this these that those")
ORDERING = words_of("require commit oblige urge order ask instruct request press want advise invite call")
ASKED_REACH = 7  # tokens
BETWEEN = ("DT", "JJ", "NN", "PRP", "CD", "POS")  # tags of those who are asked: "requires all member states to"
SENT = words_of("call appeal order demand request instruction invitation plea")  # to those who are to do it
FEARED = words_of("fear fears feared fearing afraid worried")
LOOMING = words_of("loom looms loomed looming")
LOOM_REACH, WITHOUT_REACH = 9, 4  # tokens
SHARED_REACH = 14  # tokens
BY_REACH = 5  # tokens


def whether_before(trigger: Token) -> Iterator[Status]:
    """ "whether" before a verb, with no other clause opened between, whatever the parser made of it."""
    is_finite = trigger.tag_ in {"VBD", "VBZ", "VBP"} or any(True for _ in modal_before(trigger))
    is_open = trigger.tag_ in {"NN", "NNS"} and not any(child.lower_ in KNOWN for child in trigger.lefts)
    for at in range(trigger.i - 1, max(trigger.sent.start, trigger.i - WHETHER_REACH) - 1, -1):
        word = trigger.doc[at]
        if word.lower_ == "whether" and (is_finite or is_open) and not is_either_way(word, trigger):
            yield Status("possible", "whether")
        if word.lower_ in {"that", "who", "which", "and", "but", "after", "whether"}:
            return


def said_to_be_untrue(trigger: Token) -> Iterator[Status]:
    """ "denied on Sunday reports that ... had": the verb of the clause that the nearest "that" before it is in."""
    at = next((at for at in range(trigger.i - 1, trigger.sent.start, -1) if trigger.doc[at].lower_ == "that"), None)
    is_given = trigger.dep_ == "amod"  # "will free the abducted girls"
    if (
        at is None
        or is_given
        or is_known_in_denial(trigger)
        or trigger.i - at > WHETHER_REACH
        or any(token.text in ",;" for token in trigger.doc[at : trigger.i])
    ):
        return
    before = (trigger.doc[i] for i in range(at - 1, max(trigger.sent.start, at - DENIAL_REACH) - 1, -1))
    verb = next((token for token in before if token.tag_.startswith("VB") or token.text in ",;"), None)
    beside = [token for token in trigger.doc[at : trigger.i + 1] if token.head == verb]
    if verb is None or any(is_speech_verb(token) or token.dep_ == "conj" for token in beside):
        return  # "denied that they had attacked and said they were resting"
    is_told = any(token.lower_ in TOLD for token in trigger.doc[verb.i : at])
    is_denying = lemma_of(verb) in DENYING_THAT or (lemma_of(verb) in DISMISSING and is_told)
    if is_denying and not any(True for _ in negations_on(verb)):
        yield Status("denied", lemma_of(verb))


def said_to_be_false(trigger: Token) -> Iterator[Status]:
    """ "Reports that they had fled were false": what is said of the report is said of all that it tells."""
    for token in trigger.ancestors:
        is_beside = token.dep_ == "appos" and token.head.dep_ == "nsubj"  # "Army: talk of raids is nonsense"
        verdict = token.head.head if is_beside else token.head
        if token.dep_ == "ccomp":  # "know that claims that they fled are false", hung beside what is said of them
            verdict = next(
                (child for child in verdict.rights if child.dep_ == "ccomp" and child.i > trigger.i), verdict
            )
        if token.lower_ not in TOLD or token.dep_ not in {"nsubj", "nsubj:pass", "obj", "appos", "ccomp"}:
            continue
        is_judged = verdict.lower_ in FALSE and not any(True for _ in negations_on(verdict))
        behind = any(child.dep_ in {"xcomp", "obl", "obj"} and child.lower_ in FALSE for child in verdict.rights)
        if is_judged or (behind and lemma_of(verdict) in JUDGING | {"turn", "prove"}):
            yield Status("denied", verdict.lower_, is_strong=True)
            return


def unconfirmed_above(trigger: Token) -> Iterator[Status]:
    """ "There was no independent confirmation of the attack": it is left open, and not denied."""
    for token in trigger.ancestors:
        if token.lower_ in {"confirmation", "verification"} and any(True for _ in negations_on(token)):
            yield Status("unconfirmed", "no confirmation", is_strong=True)
            return


def not_there(trigger: Token) -> Iterator[Status]:
    """ "There was not a single shot fired": what is not there was not done."""
    verb = trigger.head.head if trigger.dep_ == "acl" else trigger
    is_existential = any(child.dep_ == "expl" and child.lower_ == "there" for child in verb.lefts)
    has_own = any(child.dep_ in {"nsubj", "nsubj:pass", "mark", "advmod"} for child in trigger.lefts)
    if trigger.dep_ == "acl" and is_existential and trigger.head.dep_ == "nsubj" and not has_own:
        yield from negations_on(verb)


def rumoured_before(trigger: Token) -> Iterator[Status]:
    """ "there were rumours on Tuesday that they had fired": wherever the parser hung the clause."""
    is_given = trigger.dep_ == "amod"  # "claims that it will free the abducted girls"
    is_apart = trigger.dep_ == "conj" and trigger.head.dep_ == "ROOT"  # "denies claims that it fired and accuses them"
    is_apart = is_apart or any(child.lower_ in {"may", "might", "could"} for child in trigger.lefts)
    if not trigger.tag_.startswith("VB") or is_given or is_apart:
        return
    doc, start = trigger.doc, trigger.sent.start
    at = next((at for at in range(trigger.i - 1, start, -1) if doc[at].lower_ == "that"), None)
    if at is None or trigger.i - at > WHETHER_REACH or any(token.text in ",;" for token in doc[at : trigger.i]):
        return
    for token in reversed(doc[max(start, at - DENIAL_REACH) : at]):
        if token.tag_.startswith("VB") or token.text in ",;":
            return
        if token.lower_ in RUMOURS:
            yield Status("unconfirmed", token.lower_)
            return


def demanded_before(trigger: Token) -> Iterator[Status]:
    """ "its demand on Monday that Chad free the prisoners": a bare form after "that", wherever the clause was hung."""
    subject = next((child for child in trigger.lefts if child.dep_ == "nsubj" and child.lower_ != "that"), None)
    doc, start = trigger.doc, trigger.sent.start
    at = next((at for at in range(trigger.i - 1, start, -1) if doc[at].lower_ == "that"), None)
    is_bare = trigger.tag_ in {"VB", "VBP", "NN", "JJ"} and subject is not None and subject.tag_ in {"NN", "NNP"}
    if at is None or not is_bare or any(token.tag_ == "MD" or token.text in ",;" for token in doc[at : trigger.i]):
        return
    for token in reversed(doc[max(start, at - DENIAL_REACH) : at]):
        if token.tag_.startswith("VB") or token.text in ",;":
            return
        if token.lower_.removesuffix("s") in DEMANDS:
            yield Status("planned", token.lower_.removesuffix("s"))
            return


def asked_for_before(trigger: Token) -> Iterator[Status]:
    """ "calls to step down", "requires states to inspect": right behind what is wanted, wherever the parser hung it."""
    doc, start, at = trigger.doc, trigger.sent.start, trigger.i - 1
    while at > start and (doc[at].tag_ == "RB" or doc[at].is_quote):
        at -= 1
    if trigger.tag_ != "VB" or at <= start or doc[at].lower_ != "to":
        return
    meant = lemma_of(doc[at - 1])
    if doc[at - 1].tag_.startswith("VB") and doc[at - 1] != trigger.head and meant in modality.PLANNING:
        yield Status("planned", f"{meant} to")  # "jailed for planning to desert"
        return
    if doc[at - 1].lower_ in PLOTTING:
        yield Status("possible", f"{meant} to")
        return
    wanted = _noun_with(doc[at - 1])
    noun = lemma_of(wanted).removesuffix("s")
    is_purpose = (at - 2 >= start and doc[at - 2].lower_ == "in") or is_kept(wanted)  # "in order to"
    if wanted.tag_ in {"NN", "NNS"} and not is_purpose and noun in modality.NOUN_STATUS["planned"] | modality.DECIDING:
        yield Status("planned", f"{noun} to")
        return
    for token in reversed(doc[max(start, at - ASKED_REACH) : at]):
        if token.tag_.startswith("VB") and lemma_of(token) in ORDERING and token.i < at - 1:
            yield Status("planned", lemma_of(token))
        is_sent = token.lower_ in {"to", "on", "for"} and token.i > start
        if is_sent and lemma_of(token.nbor(-1)).removesuffix("s") in SENT and token.nbor(-1).tag_ in {"NN", "NNS"}:
            yield Status("planned", lemma_of(token.nbor(-1)))  # "calls to their members to march"
        if not token.tag_.startswith(BETWEEN):
            return


def asked_for_again(trigger: Token) -> Iterator[Status]:
    """ "a call for a truce and for the resumption of talks": wanted like the first, wherever the parser hung it."""
    doc, start = trigger.doc, trigger.sent.start
    for noun in (trigger, *trigger.ancestors):
        first = noun.left_edge.i
        is_joined = (
            noun.dep_ == "conj" and first > start + 1 and [t.lower_ for t in doc[first : first + 2]] == ["and", "for"]
        )
        if is_joined:
            before = doc[max(start, first - SHARED_REACH) : first]
            wanted = next((token.nbor(-1) for token in before[1:] if token.lower_ == "for"), None)
            lemma = lemma_of(wanted).removesuffix("s") if wanted is not None else ""
            if lemma in SENT or lemma == "ask":
                yield Status("planned", lemma)
        if noun.dep_ not in {"nmod", "conj"}:
            return


def _noun_with(noun: Token) -> Token:
    """The noun that a "by" phrase behind it is of: the moves of "moves by some neighbours to reach"."""
    doc, first = noun.doc, max(noun.sent.start + 1, noun.i - BY_REACH)
    at = next((at for at in range(noun.i - 1, first - 1, -1) if doc[at].lower_ == "by"), None)
    is_run = at is not None and all(token.tag_[:2] in {"NN", "JJ", "DT"} for token in doc[at + 1 : noun.i])
    return doc[at - 1] if at is not None and is_run else noun


def feared_before(trigger: Token) -> Iterator[Status]:
    """ "fearing that any man caught there will be killed": wherever the parser hung the clause."""
    doc = trigger.doc
    if is_cause(Link(trigger, trigger.dep_, trigger.head)):
        return
    for at in range(trigger.i - 1, max(trigger.sent.start, trigger.i - WHETHER_REACH), -1):
        if doc[at].lower_ == "that" and doc[at - 1].lower_ in FEARED:
            yield Status("possible", "fear that", is_strong=True)
        if doc[at].lower_ in {"that", "who", "which", "but", "after"} or doc[at].text in ",;":
            return


def looming_after(trigger: Token) -> Iterator[Status]:
    """ "as war between the two continued to loom": it has not come."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + 1 + LOOM_REACH, trigger.sent.end)]:
        if token.is_punct:
            return
        if token.lower_ in LOOMING and trigger.tag_ in {"NN", "NNS", "VBG"}:
            yield Status("possible", "loom")
            return


def or_single_before(trigger: Token) -> Iterator[Status]:
    """ "without a clash or a single shot being fired": what "without" shares with the second."""
    doc, start = trigger.doc, trigger.sent.start
    before = doc[max(start, trigger.i - SHARED_REACH) : trigger.i]
    at = next((token.i for token in before if token.lower_ == "without"), None)
    is_shared = at is not None and any(
        token.lower_ == "or" and token.nbor(1).lower_ in {"a", "any", "single", "even"} for token in doc[at : trigger.i]
    )
    if is_shared and not any(
        token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.text in ",;" for token in doc[at : trigger.i]
    ):
        yield Status("denied", "without or")


def lacking(trigger: Token) -> Iterator[Status]:
    """ "without a clash", "without firing": what does not happen, and no "men without badges surrounded"."""
    before = trigger.doc[max(trigger.sent.start, trigger.i - WITHOUT_REACH) : trigger.i]
    without = next((token for token in before if token.lower_ == "without"), None)
    if without is None or any(token.is_punct for token in before):
        return
    shot = trigger.nbor(-1).lower_ if not opens_sentence(trigger) else ""
    is_passive = shot in {"being", "shot"} and trigger.tag_ in {"VBN", "VBD"}  # "without a shot (being) fired"
    if is_passive or without.head.i >= trigger.i or not without.head.tag_.startswith("NN"):
        yield Status("denied", "without")
