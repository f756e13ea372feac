"""Which number of a sentence counts the people of an event."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.counts import Count, count_alone, count_of, counts_in
from stages.grammar.noun_phrases import content_head
from stages.happenings.company import running_total, with_those_led
from stages.how_many.totals import risen_to
from stages.parsing.heads import case_of
from stages.parsing.neighbours import text_before
from stages.triggers import Trigger
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

COUNTED_TYPES = words_of("""
    defection protest riot strike arrest release abduction killing wounding torture displacement resignation
""")
MANY_TYPES = words_of("attack accusation sanction deployment withdrawal support rejection")  # one alone is no number
ONE_BY_ONE = frozenset(
    {"defection", "killing", "abduction", "release", "arrest", "displacement", "wounding", "torture", "resignation"}
)
SUFFERED = frozenset({"killing", "wounding", "arrest", "abduction", "release"})
FATES = words_of(
    "killed dead wounded injured hurt maimed captured arrested detained kidnapped missing killing wounding"
)
DEATHS, WOUNDS = words_of("killed dead killing"), words_of("wounded injured hurt maimed wounding injuring")
LIVES = frozenset({"life", "lives"})  # "claimed more than 70 lives"
LABELS = frozenset({"n_toll", "n_body", "n_refugee", "state_patient"})


def count_for(counted: Token | None, trigger: Trigger, sent: Span) -> tuple[Count, Span] | None:
    """The number of people of an event, with its words: that of the role counted, else one beside a noun trigger."""
    type_code = trigger.sense.type_code
    if type_code in MANY_TYPES:
        count = count_of(counted) if counted is not None and trigger.sense.pos == "verb" else None
        is_theirs = count is not None and counted is not None and _is_of_many(count, content_head(counted))
        return (count, sent.doc[count.start : count.end]) if count is not None and is_theirs else None
    if type_code not in COUNTED_TYPES or (type_code in SUFFERED and _is_one_of_fates(trigger.head)):
        return None
    is_numbered = trigger.sense.pos == "noun" and any(child.dep_ == "nummod" for child in trigger.head.children)
    is_lives = not LIVES.isdisjoint(trigger.sense.words)
    is_beside = counted is None or trigger.sense.frame in LABELS or is_numbered or is_lives
    count = _beside(trigger, sent) if is_beside else _right_before(trigger, counted, sent)
    if type_code == "defection" or (type_code in ONE_BY_ONE and trigger.sense.pos == "verb"):
        count = running_total(trigger) or count
    if count is None and counted is not None:
        is_said_of = trigger.head.dep_ == "amod" and trigger.head.head == counted  # "a kidnapped general and two men"
        is_said_of |= trigger.sense.frame == "n_defector"  # "six deserters and eight soldiers died"
        count = count_alone(counted) if is_said_of else count_of(counted, with_companions=type_code in SUFFERED)
        if count is not None and type_code in {*SUFFERED, "defection"}:
            count = with_those_led(count, trigger, counted)
        if count is not None and (count.low, count.high) == (1, 1) and type_code not in ONE_BY_ONE:
            count = None
    if count is None and counted is not None and type_code in {*SUFFERED, "defection"}:
        count = risen_to(counted)  # "the number of people killed has passed 3,500"
    if count is None or _is_of_another(count, counted, trigger.head):
        return None
    return count, sent.doc[count.start : count.end]


def _is_of_another(count: Count, counted: Token | None, verb: Token) -> bool:
    """ "300 of the 900 detained", "one of the missing girls": so many are not; nor is a long name of two one."""
    if count.rule == "name" and counted is not None and _is_with_another(counted):
        return True
    whole = verb.head
    is_part = case_of(whole) == "of" and whole.head.tag_ == "CD"
    is_whole = is_part and (verb.dep_ == "amod" or (verb.dep_ == "acl" and count.low != 1))
    return is_whole and count.start <= whole.head.i < whole.i


def _is_one_of_fates(head: Token) -> bool:
    """ "killed or wounded forty guards", "40 were killed and injured": how many suffered the one is not said."""
    fates = [head, *(head.conjuncts if head.tag_.startswith(("VB", "JJ")) else ())]
    joints = [fate.i for fate in fates for child in fate.lefts if child.lower_ == "or" and child.dep_ == "cc"]
    joined = {fate.lower_ for fate in fates if joints and fate.i <= joints[-1]}
    is_either = head.lower_ in joined and len(joined & FATES) > 1
    return is_either or any(_are_parts(*sorted((head, fate), key=lambda token: token.i)) for fate in fates[1:])


def _are_parts(first: Token, second: Token) -> bool:
    """Whether two fates, which nobody suffers at once, divide one number: "killed and injured"."""
    is_near = second.i - first.i == 2 and first.nbor(1).lower_ == "and"
    one, other = first.lower_ in DEATHS, second.lower_ in DEATHS
    return is_near and one != other and {first.lower_, second.lower_} <= DEATHS | WOUNDS


def _beside(trigger: Trigger, sent: Span) -> Count | None:
    """A number that stands on the trigger itself, or follows a toll: "20 wounded", "the toll rose to 30"."""
    for count in counts_in(sent):
        is_of_lives = sent.doc[count.head].lower_ in LIVES and trigger.start <= count.head < trigger.end
        is_on = count.head == trigger.head.i or is_of_lives or trigger.start <= count.end <= trigger.start + 1
        is_after = (
            trigger.sense.frame == "n_toll" and 0 < count.start - trigger.end <= 8 and "toll" in trigger.span.text
        )
        is_of = (
            trigger.sense.frame in LABELS and count.start == trigger.end + 1 and sent.doc[trigger.end].lower_ == "of"
        )
        if is_on or is_after or is_of:
            return count
    return None


def _right_before(trigger: Trigger, counted: Token | None, sent: Span) -> Count | None:
    """ "hundreds injured and close to 7,000 arrested": the number right before, where the tree gives it to another."""
    if trigger.head.tag_ == "VBN" and counted is not None and counted.i > trigger.head.i:
        opening = (count for count in counts_in(sent) if count.start == sent.start and count.end == trigger.head.i)
        return next(opening, None)  # "2 injured, thousands flee"
    is_bare = trigger.head.tag_ == "VBN" and trigger.head.dep_ == "conj" and text_before(trigger.head)[-1:].isdigit()
    number = trigger.head.nbor(-1) if is_bare else None
    if number is None or counted is None or number.head in (counted, trigger.head) or counted.i > number.i:
        return None
    return next((count for count in counts_in(sent) if count.end == trigger.head.i), None)


def _is_of_many(count: Count, counted: Token) -> bool:
    """Whether a number is of several people: an article, a name or "one man" tells who, and not how many."""
    is_inside = count.start <= counted.i < count.end
    is_own = is_inside or (count.head == counted.i and (is_person_noun(counted) or counted.tag_ in {"CD", "NNPS"}))
    is_name = counted.ent_type_ == "PERSON" and not any(
        child.dep_ == "conj" and child.like_num for child in counted.rights
    )
    return is_own and not is_name and ((count.low or 0) > 1 or (count.high or 0) > 1)


def _is_with_another(name: Token) -> bool:
    """ "the minister Ana Ruiz and General Omar Ali" read as one long name: how many they are is left open."""
    inside = [token for token in name.subtree if token.i < name.i]
    joints = [token.i for token in inside if token.lower_ == "and"]
    return any(token.ent_type_ == "PERSON" and token.i < joint for joint in joints for token in inside)
