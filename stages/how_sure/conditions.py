"""What an event hangs on: conditions at the head of a sentence, "unless", and what anyone at all would do."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.how_sure.markers import Status, hedges_on, is_going_on, is_inverted, modals_on
from stages.parsing.heads import SUBJECTS, case_of
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

UNLESS_REACH = 8  # tokens
OFFERS = words_of("""
    offer promise pay reward pardon guarantee grant give urge encourage appeal bounty bounties rewards amnesty amnesties
    pardons money asylum cash payments payment protection jobs immunity clemency leniency mercy passage
""")
PROMISING = words_of("offer promise guarantee")  # "offered jobs to officers who defected"
TO = frozenset({"to", "for"})
WHEN = frozenset({"when", "until"})
TO_COME = frozenset({"will", "would", "shall", "'ll", "’ll"})
WOULD = TO_COME | {"could", "might", "may"}
FACING = words_of("face risk get receive lose forfeit deserve")
VOWING = words_of("""
    vow promise pledge threaten plan intend agree swear determine decide want order urge vowed vowing promised pledged
    threatened threatening ordered urged
""")
ANYBODY = words_of("adult person people those anyone anybody whoever someone offender offenders defendant minor child")
ANYONE = words_of("no any anyone anybody whoever everyone everybody")


def conditioned(trigger: Token) -> Iterator[Status]:
    """The status of an event that only comes about on a condition, or by nobody in particular."""
    yield from _conditioned(trigger)
    yield from _unless(trigger)
    yield from _of_anyone(trigger)
    yield from _offered(trigger)
    yield from _awaited_by(trigger)
    yield from _of_what_may_be(trigger)
    yield from _of_those_who(trigger)
    yield from _until_then(trigger)


def _conditioned(trigger: Token) -> Iterator[Status]:
    """A clause that "if" opens at the head of its sentence, up to the comma, wherever the parser hung the "if"."""
    sent = trigger.sent
    if any(is_inverted(token) for token in (trigger, *trigger.ancestors)):
        yield Status("possible", "had")
    opening = next((token for token in sent if token.is_alpha), None)
    is_turned = opening is not None and _is_turned(opening)
    if opening is not None and (opening.lower_ in {"if", "unless"} or is_turned):
        commas = (
            token.i for token in sent[:-1] if token.text == "," and token.nbor(1).lower_ not in {"to", "or", "and"}
        )
        comma = next(commas, sent.end)
        above = (token for token in trigger.ancestors if comma < token.i < trigger.i)
        is_meant = any(child.tag_ == "MD" for token in above for child in token.lefts)  # "should take steps to pay"
        is_expected = comma + 1 < sent.end and sent.doc[comma + 1].lower_ == "expect"  # "If it falls, expect an exodus"
        is_under_way = any(is_going_on(token) for token in trigger.ancestors if token.i < comma)
        if (trigger.i < comma and not is_under_way) or (trigger.tag_ == "VB" and is_meant) or is_expected:
            yield Status("possible", opening.lower_)


def _is_turned(opening: Token) -> bool:
    """ "Should they attack, ...", "Were they to surrender, the siege would end": a condition told by order alone."""
    sent = opening.sent
    if "?" in sent.text or opening.lower_ not in {"should", "had", "were"}:
        return False
    return opening.lower_ == "should" or any(token.lower_ in WOULD for token in sent)


def _unless(trigger: Token) -> Iterator[Status]:
    """A verb behind an "unless" with only its subject between, whatever the parser hung there."""
    if trigger.tag_ not in {"VBZ", "VBP"}:
        return
    for word in reversed(trigger.doc[max(trigger.sent.start, trigger.i - UNLESS_REACH) : trigger.i]):
        if word.lower_ == "unless":
            yield Status("possible", "unless")
        if word.tag_.startswith("VB") or word.is_punct:
            return


def _of_anyone(trigger: Token) -> Iterator[Status]:
    """ "no soldier who deserts", "before anyone is freed": what nobody in particular does may never happen."""
    is_ahead = any(child.tag_ == "MD" for child in trigger.children)
    is_any = trigger.tag_ == "NN" and any(child.lower_ in {"any", "every"} for child in trigger.lefts)
    if is_any and trigger.dep_ in SUBJECTS and any(child.tag_ == "MD" for child in trigger.head.lefts):
        yield Status("possible", "any would")  # "any attack on the base would be met with force"
    named = (child for child in trigger.children if child.dep_ in {*SUBJECTS, "obj"})
    if not is_ahead and any(child.lower_ in {"anyone", "anybody"} for child in named):
        yield Status("possible", "anyone")
    if trigger.dep_ == "acl" and trigger.tag_ in {"VBN", "VBD"} and _is_anyone_who_would(trigger.head):
        yield Status("possible", "anyone would")  # "an adult found guilty could be jailed"
    if trigger.dep_ == "acl:relcl" and trigger.tag_ not in {"VBD", "VBN", "VBG"}:
        words = [trigger.head, *(child for child in trigger.head.lefts if child.dep_ == "det")]
        if any(word.lower_ in ANYONE for word in words):
            yield Status("possible", "anyone who")


def _of_those_who(trigger: Token) -> Iterator[Status]:
    """ "soldiers who desert will be shot", "officers who mutiny face the firing squad": whoever may yet do so."""
    people, main = trigger.head, trigger.head.head
    if trigger.dep_ != "acl:relcl" or people.dep_ not in {*SUBJECTS, "obj"} or people.tag_ not in {"NNS", "DT"}:
        return
    is_told = trigger.tag_ != "VBP" or any(child.dep_.startswith("aux") for child in trigger.lefts)
    is_some = any(child.dep_ in {"det", "nummod", "nmod:poss"} and child.lower_ not in ANYONE for child in people.lefts)
    is_meant = any(child.tag_ == "MD" for child in main.lefts) or (lemma_of(main) in FACING and main.tag_ == "VBP")
    if is_meant and not is_told and not is_some:
        yield Status("possible", "those who")


def _until_then(trigger: Token) -> Iterator[Status]:
    """ "vowed to protest until the president resigned": what they wait for has not come."""
    main = trigger.head
    is_until = trigger.dep_ == "advcl" and any(child.lower_ == "until" for child in trigger.lefts)
    if not is_until or main.i > trigger.i or main.tag_ != "VB":
        return
    is_vowed = main.dep_ in {"xcomp", "acl"} and lemma_of(main.head) in VOWING
    if is_vowed or any(child.lower_ in TO_COME for child in main.lefts):
        yield Status("possible", "until it happens")


def _is_anyone_who_would(people: Token) -> bool:
    """ "an adult who", "anyone who" with "could" or "would" behind: nobody in particular."""
    is_open = people.lower_ in ANYBODY or any(child.lower_ == "any" for child in people.lefts)
    is_meant = any(child.tag_ == "MD" and child.lower_ != "will" for child in people.head.lefts)
    return is_open and is_meant and people.dep_ in SUBJECTS


def _of_what_may_be(trigger: Token) -> Iterator[Status]:
    """ "it may have been a strike that killed ten", "whether this was a raid that killed them": done if it was one."""
    named = trigger.head
    is_one = any(child.dep_ == "cop" for child in named.lefts) and any(
        child.lower_ in {"a", "an"} for child in named.lefts
    )
    if trigger.dep_ != "acl:relcl" or not is_one:
        return
    yield from (*modals_on(named), *hedges_on(named))
    if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in named.lefts):
        yield Status("possible", "whether it was")


def _offered(trigger: Token) -> Iterator[Status]:
    """ "offered bounties to pilots who desert", "a pardon open to all who surrender": whoever may yet do so."""
    people, relation = trigger.head, trigger.dep_
    is_promised = trigger.tag_ == "VBD" and lemma_of(trigger.head.head) in PROMISING
    is_present = is_promised or trigger.tag_ in {"VBP", "VBZ"} or trigger.lower_ == "lay"  # of "lie", a parser thinks
    is_told = not is_present or any(child.dep_.startswith("aux") for child in trigger.lefts)
    if relation != "acl:relcl" or is_told or people.tag_ not in {"NNS", "DT"} or case_of(people) not in TO:
        return
    is_open = not any(child.dep_ in {"det", "nummod", "nmod:poss"} and child.lower_ != "any" for child in people.lefts)
    above = people.head
    told = (*above.children, *(above.head.children if above.dep_ == "xcomp" else ()))  # "remains open to all who"
    things = (child.lower_ for child in told if child.dep_ in {"obj", *SUBJECTS})
    givers = {above.lemma_.lower(), above.lower_, *things}
    if is_open and not givers.isdisjoint(OFFERS):
        yield Status("possible", "offered to those who")


def _awaited_by(trigger: Token) -> Iterator[Status]:
    """ "the talks will resume once the rebels have left": what something still to come waits for is to come too."""
    main, own = trigger.head, {child.lower_ for child in trigger.lefts}
    is_perfect = not own.isdisjoint({"have", "has", "had"})
    is_waited_for = trigger.dep_ == "advcl" and ("once" in own or (is_perfect and not own.isdisjoint(WHEN)))
    if is_waited_for and any(child.lower_ in TO_COME for child in main.lefts) and trigger.i > main.i:
        yield Status("planned", "what will come waits for")
