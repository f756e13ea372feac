"""The rules' claims as they stand after the second reader has read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from stages.claim import Claim
from stages.dates import DateExpression
from stages.grammar.noun_phrases import is_number_only
from stages.naming.place_names import Places
from stages.naming.ranks import RankLadder
from stages.parsing.heads import case_of
from stages.roles import OF_ANOTHER
from stages.second_reader.fillers import (
    SITES,
    Filler,
    counted_role,
    filler_at,
    give,
    set_count,
    set_ranks,
    told,
    withhold,
)
from stages.second_reader.opinions import NONE, Opinion
from stages.second_reader.questions import Labels, Reading, head_among, tokens_between
from stages.words.crosswalks import codes_of
from stages.words.vocab import Vocab

# From which probability on the second reader is followed where it differs from the rules, and below which a filler of
# the rules is withheld. Chosen on the reports that its weights were not fitted to and on the annotated pages, whose
# figures flatter it therefore: `python -m tests.benchmarks reports` and `gold`.
NO_EVENT = 0.5
NO_EVENT_OF = {
    "defection": 0.9,  # none may be lost lightly
    # What the rules find of these by a word alone was none two times of three.
    **dict.fromkeys(("agreement", "aid", "concession", "cooperation"), 0.25),
    **dict.fromkeys(("deployment", "displacement", "seizure", "withdrawal"), 0.25),
}
OTHER_TYPE = 0.6
OTHER_STATUS = 0.85
OTHER_FILLER = 0.6
OPEN_FILLER = 0.95
DOUBTED_FILLER = {
    **dict.fromkeys(("target", "recipient", "date", "source"), 0.2),
    **dict.fromkeys(("place", "destination"), 0.02),
    "actor": 0.05,
}
DOUBTED_GUESS = 0.35  # of a place far off in the tree, and of who did what another clause tells of
DOUBTED_COUNT = 0.4
KINDRED = (  # readers of the same words take one for the other; soldiers defect in words of every type
    {"attack", "killing", "wounding", "clash", "torture", "riot"},
    {"defection", "withdrawal", "displacement", "concession", "resignation"},
    {"seizure", "resignation", "sanction", "accusation"},
    {"deployment", "seizure", "attack", "withdrawal"},
    {"protest", "riot", "strike"},
    {"arrest", "abduction"},
    {"agreement", "concession", "aid", "support", "cooperation", "release"},
)
OTHER_SIDES = {("clash", "target")}  # who fight each other are one role to some readers and two to others
HEDGED = "unconfirmed"  # of words that say so, like "claims that" and "accuses of", which the rules know better
HERE = frozenset({"actor", "target", "recipient", "destination", "date"})  # roles sought in the sentence itself
PEOPLE = ("actor", "target", "recipient")
OPENED = frozenset({"actor", "target"})  # roles that are filled where the rules leave them open
NAMING = frozenset({"appos", "flat", "compound", "nmod:desc", "amod"})


@dataclass(frozen=True, slots=True)
class Lookups:
    """What fillers are made with: the places and dates of the sentence, the words and the ranks."""

    places: Places
    dates: Sequence[DateExpression]
    vocab: Vocab
    ranks: RankLadder


def reading_of(claim: Claim, doc: Doc, labels: Labels) -> Reading:
    """What the rules read, as the second reader is shown it."""
    marks = {}
    for name in labels.marks:
        tokens = tokens_of(claim, name, doc)
        head = head_among(tokens)
        if head is not None:
            marks[name] = ([token.i for token in tokens], head.i)
    return Reading(claim.type_code, claim.status, marks)


def tokens_of(claim: Claim, role: str, doc: Doc) -> list[Token]:
    """The tokens of a role's words."""
    quote = claim.quotes.get(role)
    return tokens_between(doc, quote.start_char, quote.end_char) if quote is not None else []


def is_doubted(claim: Claim, opinion: Opinion) -> bool:
    """Whether the second reader takes it for no event."""
    return opinion.types[NONE] > NO_EVENT_OF.get(claim.type_code, NO_EVENT)


def revise(claim: Claim, opinion: Opinion, doc: Doc, lookups: Lookups, taken: Set[str] = frozenset()) -> None:
    """Change a claim where the second reader is sure of something else, and withhold what it doubts.

    `taken` are the types of other claims at the same words, of which it may not become one.
    """
    kind = opinion.best_type()
    is_kindred = kind == "defection" or any({kind, claim.type_code} <= family for family in KINDRED)
    is_other = is_kindred and kind not in {claim.type_code, *taken} and opinion.types[kind] > OTHER_TYPE
    if is_other:
        claim.type_code, claim.mode = kind, None
        claim.trigger = claim.trigger._replace(rule=told(opinion.types[kind]))
    status = opinion.best_status()
    if status != claim.status != HEDGED and opinion.statuses[status] > OTHER_STATUS:
        claim.status, claim.status_rule = status, told(opinion.statuses[status])
    given = set(claim.quotes)
    changed = dict(_revised_roles(claim, opinion, doc, lookups))
    counted = counted_role(claim.type_code)
    if counted in changed and (counted in given or "count" not in given):
        set_count(claim, changed[counted], "the second reader's")
    elif "count" in claim.quotes and opinion.is_count_right < DOUBTED_COUNT:
        withhold(claim, "count", doc, opinion.is_count_right)
    if is_other or ("actor" in changed and claim.type_code == "defection"):
        set_ranks(claim, head_among(tokens_of(claim, "actor", doc)), lookups.ranks)
    claim.codes = codes_of(claim.type_code, claim.mode, claim.status, claim.status_rule, lookups.vocab.crosswalks)


def _revised_roles(claim: Claim, opinion: Opinion, doc: Doc, lookups: Lookups) -> Iterator[tuple[str, Token | None]]:
    """The roles that were changed, with the heads that they have now. A place is doubted but never changed: the nearer
    of two is better known to the rules."""
    for role in opinion.fillers:
        tokens = tokens_of(claim, role, doc)
        own = head_among(tokens)
        head, likelihood = opinion.best_filler(role)
        filler = filler_at(role, head, told(likelihood), lookups.places, lookups.dates) if head is not None else None
        if head is None or filler is None:
            is_surer = False
        elif own is None:
            is_surer = role in OPENED and likelihood > OPEN_FILLER and _is_somebody(head, filler)
        elif head.i == own.i or _is_same(role, tokens, head, filler) or _is_with_others(own):
            continue
        else:
            is_surer = role not in SITES and likelihood > OTHER_FILLER
        if head is not None and filler is not None and is_surer:
            if may_fill(role, head, claim, opinion, doc):
                give(claim, role, filler)
                yield role, head
        elif own is not None and _is_doubted_filler(claim, role, own, opinion):
            withhold(claim, role, doc, opinion.of_filler(role, own) or 0)
            yield role, None


def _is_somebody(head: Token, filler: Filler) -> bool:
    """Whether the words say who, and not only "they" or "hundreds", nor "no soldiers"."""
    return head.pos_ != "PRON" and not is_number_only(filler.span) and filler.span[0].lower_ != "no"


def _is_with_others(own: Token) -> bool:
    """ "he and six others had fled": whom the pronoun means is not all of them."""
    return own.pos_ == "PRON" and any(child.dep_ == "conj" for child in own.rights)


def _is_doubted_filler(claim: Claim, role: str, own: Token, opinion: Opinion) -> bool:
    """Whether a filler of the sentence itself is unlikely; of one that is meant from elsewhere the second reader sees
    too little."""
    likelihood = opinion.of_filler(role, own)
    is_judged = is_here(own, opinion) and (claim.type_code, role) not in OTHER_SIDES
    is_guess = claim.is_place_far if role == "place" else role == "actor" and OF_ANOTHER in claim.quotes[role].rule
    return is_judged and likelihood is not None and likelihood < (DOUBTED_GUESS if is_guess else DOUBTED_FILLER[role])


def _is_same(role: str, own: Sequence[Token], head: Token, filler: Filler) -> bool:
    """Whether the rules' filler and the second reader's are one: their words meet, one is said of the other, or the
    second reader's only stands for somebody or some place that the rules have named."""
    if head.pos_ == "PRON" or any(filler.span.start <= token.i < filler.span.end for token in own):
        return True
    if role in SITES and not any(token.pos_ == "PROPN" for token in filler.span):
        return True
    tops = {token.i for token in own}
    return any(_leads_to(token, {head.i}) for token in own) or _leads_to(head, tops)


def _leads_to(token: Token, others: Set[int]) -> bool:
    """Whether a word names what another does: "the chief of staff, Alex Badeh"."""
    while token.dep_ in NAMING and token.head.i != token.i:
        token = token.head
        if token.i in others:
            return True
    return False


def may_fill(role: str, head: Token, claim: Claim, opinion: Opinion, doc: Doc) -> bool:
    """Whether a role may go to a head: it is in the sentence, where it has to be, is nobody of another role, and is
    no place where a source sits."""
    if role == "source" and head.ent_type_ == "LOC" and case_of(head) in {"from", "in", "at"}:
        return False  # "a report from Kailali"
    others = (token.i for other in PEOPLE if other != role for token in tokens_of(claim, other, doc))
    return (is_here(head, opinion) or role not in HERE) and (role not in PEOPLE or head.i not in set(others))


def is_here(token: Token, opinion: Opinion) -> bool:
    """Whether a word stands in the sentence itself, and not before it."""
    return token.i >= opinion.window.tokens[opinion.window.before].i
