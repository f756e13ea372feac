"""How many people a phrase counts: exact, open above or below, vague, summed over a list, or a running total."""

from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Span, Token

from stages.how_many.lists import INDEFINITE, first_of_list, is_modifier, members_of, sentence_of, whole_of_part
from stages.how_many.numerals import ordinal_of
from stages.how_many.quantities import Quantity, quantities_in
from stages.words.people import COLLECTIVES, CONTAINERS, GRADED, is_noun, is_person_noun, is_plural, is_thing
from stages.words.wordlists import words_of

ONE = frozenset(
    {"a", "an", "the", "this", "that", "another", "one", "my", "his", "her", "its", "their", "our", "former"}
)
HIS = frozenset({"his", "her"})
NOT_ONE = words_of("no any every each all some most many what which these those")
SINGULAR_PRONOUNS = words_of("i he she me him her my his myself himself herself someone somebody")
# What opens a clause with a time of its own: the hostages they had held since August, the largest rally since then.
OTHER_CLAUSE = frozenset(
    ("they", "he", "she", "it", "we", "what", "which", "largest", "biggest", "worst", "first", "bringing", "raising")
)
TOTAL_CUES = (("so", "far"), ("to", "date"), ("since",), ("in", "total"), ("altogether",), ("overall",))


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `low` and `high` are null where the words leave them open; the words are tokens `start` to `end`."""

    low: int | None
    high: int | None
    start: int
    end: int
    is_total: bool
    head: int
    rule: str


def counts_in(sent: Span) -> list[Count]:
    """Every number of people in a sentence, in order; things, money, ages and times are left out."""
    counted = [
        (None if whole_of_part(quantity.start, sent.doc) else count_of(sent.doc[quantity.head]))
        or _plain(quantity, sent)
        for quantity in quantities_in(sent)
        if quantity.counts_people
    ]
    ordinals = [count for token in sent if (count := _ordinal(token)) is not None and count.is_total]
    found: list[Count] = []
    for count in sorted([*counted, *ordinals], key=lambda count: (count.start, -count.end)):
        if not found or count.start >= found[-1].end:
            found.append(count)
    return found


def count_of(head: Token, *, with_companions: bool = False) -> Count | None:
    """The number of people that a noun, name, pronoun or number stands for; None where the words give none.

    A list is summed over its members ("a colonel and four soldiers" is 5), a bare plural is no number, and a member
    of unknown number leaves the whole unknown. With companions "a colonel and his driver" are two: whoever is killed
    with him counts, whoever flees with him has not deserted.
    """
    sent = sentence_of(head)
    known = {quantity.head: quantity for quantity in quantities_in(sent)}
    own = _own_count(head, known, sent)
    if own is None:
        return None
    whole = whole_of_part(own.start, head.doc)
    if whole is not None and all(child.dep_ != "acl:relcl" for child in head.rights):
        return _own_count(whole, known, sent)  # not of "including one who was beheaded"
    first = first_of_list(own.start, head.doc)
    if first is not None and (count := _own_count(first, known, sent)) is not None:
        return _sum(count, [(head, own), *((member, _own_count(member, known, sent)) for member in members_of(head))])
    members = members_of(head, with_companions=with_companions)
    return _sum(own, [(member, _own_count(member, known, sent)) for member in members]) if members else own


def count_alone(head: Token) -> Count | None:
    """The number of one member of a list, without the others."""
    sent = sentence_of(head)
    return _own_count(head, {quantity.head: quantity for quantity in quantities_in(sent)}, sent)


def _own_count(head: Token, known: dict[int, Quantity], sent: Span) -> Count | None:
    """What the head counts without its companions in a list."""
    quantity = known.get(head.i) or _holding(head, known) or _of_whole(head)
    if quantity is not None:
        return None if is_thing(head) else _plain(quantity, sent)
    ordinal = _ordinal(head)
    if ordinal is not None:
        return ordinal
    if head.lower_ in SINGULAR_PRONOUNS:
        return Count(1, 1, head.i, head.i + 1, False, head.i, "pronoun")
    held = _held(head, known) or _in_apposition(head, known)
    if held is not None:
        return _plain(held, sent)
    return _single(head)


def _of_whole(head: Token) -> Quantity | None:
    """The number of the whole of which one is a part: "one of three men killed" tells of three."""
    number = next((child for child in head.lefts if child.dep_ == "nummod" and child.i > 1), None)
    if number is None or number.nbor(-1).lower_ != "of" or not is_person_noun(head) or number.nbor(-2).lower_ != "one":
        return None
    return next((each for each in quantities_in(head.doc[number.i : head.i + 1]) if each.head == head.i), None)


def _holding(head: Token, known: dict[int, Quantity]) -> Quantity | None:
    """The quantity whose own words hold the head: "dozens" of "dozens of soldiers", or a number without a noun."""
    for quantity in known.values():
        if quantity.start <= head.i < quantity.end and quantity.counts_people:
            return quantity
    return None


def _held(head: Token, known: dict[int, Quantity]) -> Quantity | None:
    """The number inside a container: "a group of 20 soldiers", "the deaths of six men", "a 500-strong force"."""
    if head.lower_ not in CONTAINERS:
        return None
    doc = head.doc
    if head.i + 1 < len(doc) and doc[head.i + 1].lower_ == "of":
        for quantity in known.values():
            if head.i < quantity.start <= head.i + 3 and quantity.counts_people:
                return quantity
    return None


def _in_apposition(head: Token, known: dict[int, Quantity]) -> Quantity | None:
    """The number that an apposition gives a plural: "their families, some 110 people,"."""
    if not is_plural(head):
        return None
    beside = (known.get(child.i) for child in head.children if child.dep_ == "appos")
    return next((quantity for quantity in beside if quantity is not None and quantity.counts_people), None)


def _plain(quantity: Quantity, sent: Span) -> Count:
    total = quantity.is_total or _is_cumulative(quantity, sent)
    return Count(quantity.low, quantity.high, quantity.start, quantity.end, total, quantity.head, quantity.rule)


def _is_cumulative(quantity: Quantity, sent: Span) -> bool:
    """Whether the sentence says that the number has grown over time, or calls it a toll."""
    doc = sent.doc
    words = (token.lower_ for token in doc[quantity.end : sent.end])
    after = list(
        takewhile(lambda word: word not in OTHER_CLAUSE and not word.endswith("iest"), words)
    )  # "the deadliest raid since"
    for cue in TOTAL_CUES:
        if any(tuple(after[at : at + len(cue)]) == cue for at in range(len(after))):
            return True
    before = [token.lower_ for token in doc[max(sent.start, quantity.start - 8) : quantity.start]]
    return any(word in {"toll", "tally"} for word in before)


def _ordinal(head: Token) -> Count | None:
    """A running total told by an ordinal: "the 12th envoy to quit"; "the second man" is one man."""
    if not is_person_noun(head) or is_plural(head) or head.lower_ in GRADED:
        return None
    doc, at = head.doc, head.i - 1
    while at >= 0 and head.i - at <= 5 and is_modifier(doc[at]):
        number = ordinal_of(doc[at].lower_)
        if number is not None and at + 1 <= head.i:
            is_total = number > 1 and _is_followed_by_deed(head)
            value = number if is_total else 1
            return Count(value, value, at, at + 1 if is_total else head.i + 1, is_total, head.i, "ordinal")
        at -= 1
    return None


def _is_followed_by_deed(head: Token) -> bool:
    """ "to defect", "who has defected", "killed this year"; in the past only a headline's, which has no article."""
    following = head.doc[head.i + 1 : head.i + 7]
    words = [token.lower_ for token in following]
    if not words or words[0] in {"to", "who", "that"}:
        return bool(words)
    is_headline = following[0].tag_ == "VBD" and all(child.dep_ != "det" for child in head.lefts)
    is_deed = following[0].tag_ == "VBN" or is_headline
    return is_deed and not {"since", "year", "month", "week", "far"}.isdisjoint(words)


def _single(head: Token) -> Count | None:
    """One person: a singular noun with a determiner, a title, or a person's name."""
    is_people = head.tag_ == "NNPS" and any(child.dep_ == "det" for child in head.lefts)  # "the Danes"
    if head.ent_type_ == "PERSON" and not is_people and not (head.tag_ == "NNS" and is_person_noun(head)):
        return Count(1, 1, head.i, head.i + 1, False, head.i, "name")
    determiner = _determiner(head)
    is_one = head.lower_ in {"youth", "guard"} and determiner is not None and determiner.lower_ in INDEFINITE | HIS
    if not is_one and (is_plural(head) or not is_person_noun(head) or head.lower_ in COLLECTIVES):
        return None
    if determiner is None:
        is_bare = is_noun(head)
        rule = "name" if head.tag_ == "NNP" else "singular"
        return Count(1, 1, head.i, head.i + 1, False, head.i, rule) if is_bare else None
    if determiner.lower_ in NOT_ONE:
        return None
    rule = "article" if determiner.lower_ in INDEFINITE else "definite"
    return Count(1, 1, determiner.i, head.i + 1, False, head.i, rule)


def _determiner(head: Token) -> Token | None:
    doc, at = head.doc, head.i - 1
    while at >= 0 and head.i - at <= 8:
        token = doc[at]
        if token.is_sent_start and token.lower_ not in ONE | NOT_ONE and not is_modifier(token):
            return None
        if token.lower_ in ONE | NOT_ONE:
            return token
        if not is_modifier(token):
            return None
        at -= 1
    return None


def _sum(own: Count, members: list[tuple[Token, Count | None]]) -> Count | None:
    """The count of a whole list; a bare plural shares the number before it ("500 women and girls")."""
    whole = own
    for member, count in members:
        if count is None and own.high == 1 and is_plural(member):
            return None
        if count is None and own.rule != "name":
            continue
        low, high, is_total = (count.low, count.high, count.is_total) if count is not None else (1, 1, False)
        whole = replace(
            whole,
            low=None if whole.low is None or low is None else whole.low + low,
            high=None if whole.high is None or high is None else whole.high + high,
            end=max(whole.end, member.i + 1),
            rule="sum",
            is_total=whole.is_total or is_total,
        )
    return whole
