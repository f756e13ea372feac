"""Ranks and kinds of people in arms or office, as a ladder, and where a text names them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
from spacy.tokens import Span, Token

from stages.how_many.lists import first_of_list, sentence_of
from stages.words.people import is_noun
from stages.words.wordlists import words_of

WORD = re.compile(r"[^\W_]+(?:['’/][^\W_]+)*")
INCLUDING_REACH = 4  # tokens between the people and "including"
# Words that are a rank only as a noun of their own: "a major offensive", "the general strike", "private homes".
AMBIGUOUS = words_of("general major private captain corporal marine official detective specialist recruit guard judge "
                     "pilot premier spy commander inspector marshal navigator president minister governor")  # fmt: skip
CORPS = words_of("presidential national republican revolutionary royal imperial coast home civil palace border")
NO_RANK_AFTER = words_of("strike strikes assembly election elections public offensive council amnesty population power "
                         "powers operation operations reform reforms attack attacks blow role part project programme "
                         "program sector property company companies hospital city cities assault battle battles road "
                         "roads town towns secretary post manager staff media statement sources visit")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank over tokens `start` to `end`, as the ladder has it; `grade` is null for kinds of people and posts."""

    code: str
    label: str
    branch: str
    nato_grade: str | None
    grade: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the ladder."""

    code: str
    label: str
    branch: str
    nato_grade: str | None
    grade: int | None


@dataclass(frozen=True, slots=True)
class RankLadder:
    """The ladder of ranks: `steps` by code, `forms` by first word, longest form first.

    Made of the seed table `ranks` by `RankLadder.of`, held by the coder's vocabulary, and given to `ranks_of`.
    """

    steps: Mapping[str, Step]
    forms: Mapping[str, Sequence[tuple[tuple[str, ...], str, bool]]]

    @classmethod
    def of(cls, ranks: pa.Table) -> "RankLadder":
        """The ladder of the seed table."""
        steps: dict[str, Step] = {}
        forms: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
        for row in ranks.to_pylist():
            code = row["rank_code"]
            steps[code] = Step(code, row["label"], row["branch"], row["nato_grade"], row["grade"])
            for form in [row["label"], *(row["forms"] or "").split("|")]:
                for words in _inflected(tuple(WORD.findall(form.lower()))):
                    forms[words[0]].append((words, code, form[:1].isupper()))
        return cls(steps, {first: sorted(group, key=lambda item: -len(item[0])) for first, group in forms.items()})

    def at_least(self, code: str) -> frozenset[str]:
        """The codes of that grade or higher: "colonel or higher"; raises KeyError for an unknown code."""
        least = self.steps[code].grade
        if least is None:
            return frozenset((code,))
        return frozenset(step.code for step in self.steps.values() if step.grade is not None and step.grade >= least)


def ranks_in(span: Span, ladder: RankLadder) -> list[Rank]:
    """The ranks and kinds of people that a span names, in order: the longest form at each place."""
    pieces = list(_pieces(span))
    found: list[Rank] = []
    at = 0
    while at < len(pieces):
        match = _form_at(pieces, at, ladder)
        if match is None:
            at += 1
            continue
        words, code = match
        tokens = [token for _, token in pieces[at : at + len(words)]]
        if _is_rank(tokens):
            step = ladder.steps[code]
            place = (tokens[0].i, tokens[-1].i + 1)
            found.append(Rank(step.code, step.label, step.branch, step.nato_grade, step.grade, *place))
        at += len(words)
    return found


def ranks_of(span: Span, ladder: RankLadder) -> list[Rank]:
    """The ranks of people that a phrase names, and those beside it: a title before a name, what "a number" is of, the
    first of a list that a parser cut off, and the part that "including" picks out."""
    doc = span.doc
    start, end = span.start, span.end
    if doc[start].ent_type_ == "PERSON":
        titles = [rank for rank in ranks_in(doc[max(0, start - 4) : start], ladder) if rank.end == start]
        start = min([rank.start for rank in titles], default=start)
    sent_end = sentence_of(doc[start]).end
    while start > 0 and (doc[start - 1].like_num or doc[start - 1].tag_ == "CD"):
        start -= 1
    first = first_of_list(start, doc)
    if first is not None:
        start = first.left_edge.i
    if end < sent_end and doc[end].lower_ == "of":
        end = next((at for at in range(end + 1, sent_end) if _ends_phrase(doc[at])), sent_end)
    found = ranks_in(doc[start:end], ladder)
    for at in range(end, min(end + INCLUDING_REACH, sent_end)):
        is_among = doc[at].lower_ == "among" and at + 1 < sent_end and doc[at + 1].lower_ == "them"
        if doc[at].lower_ == "including" or is_among:
            stop = next((later for later in range(at + 1, sent_end) if doc[later].text in {",", ".", ";"}), at + 1)
            found += ranks_in(doc[at + 1 : stop], ladder)
            break
    return found


def _ends_phrase(token: Token) -> bool:
    """Whether a word cannot stand inside "a number of officers and policemen"."""
    return token.is_punct or token.tag_.startswith(("V", "M", "W")) or token.tag_ in {"IN", "TO", "PRP"}


def _inflected(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A form and its plural: the last word's, or that of the noun before "of", "in" or "general"."""
    if not words:
        return
    yield words
    at = next((at - 1 for at, word in enumerate(words) if at and word in {"of", "in"}), len(words) - 1)
    if words[-1] == "general" and len(words) == 2 and words[0] in {"attorney", "consul", "secretary", "inspector"}:
        at = 0
    plural = _plural(words[at])
    if plural is not None:
        yield (*words[:at], plural, *words[at + 1 :])


def _plural(word: str) -> str | None:
    if word.endswith("men") or (word.endswith("s") and not word.endswith("ss")):
        return None
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    if word.endswith("y") and word[-2] not in "aeo":
        return word.removesuffix("y") + "ies"
    return word + ("es" if word.endswith(("s", "ch")) else "s")


def _pieces(span: Span) -> Iterator[tuple[str, Token]]:
    """The words of a span with their tokens; "Brig.-Gen." gives two, hyphens and stops none."""
    for token in span:
        for word in WORD.findall(token.text):
            yield word, token


def _form_at(pieces: Sequence[tuple[str, Token]], at: int, ladder: RankLadder) -> tuple[tuple[str, ...], str] | None:
    for words, code, is_capitalised in ladder.forms.get(pieces[at][0].lower(), ()):
        written = [word for word, _ in pieces[at : at + len(words)]]
        if [word.lower() for word in written] != list(words) or (is_capitalised and not written[0][:1].isupper()):
            continue
        first, last = pieces[at][1], pieces[at + len(words) - 1][1]
        if all(token.text != "," for token in first.doc[first.i : last.i]):  # "of the 5th Brigade, General Haddad"
            return words, code
    return None


def _is_rank(tokens: Sequence[Token]) -> bool:
    """Whether words that fit a rank are one: a noun, or a title before a name."""
    last = tokens[-1]
    if len(tokens) > 1 and last.lower_ == "guard" and tokens[0].lower_ in CORPS:
        return tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in {
            "a",
            "one",
            "another",
        }  # "the presidential guard" is a force
    if len(tokens) > 1 or last.lower_.rstrip("s") not in AMBIGUOUS:
        return True
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.lower_ in NO_RANK_AFTER and not last.lower_.endswith("s"):
        return False
    before = last.nbor(-1) if last.i else None
    if last.lower_ == "guard" and before is not None and before.lower_ in CORPS:
        return False  # the presidential guard is a force
    is_bare = following is None or not is_noun(following)
    if (
        last.tag_ == "JJ"
        and is_bare
        and before is not None
        and (before.lower_ in {"a", "an", "one"} or before.like_num)
    ):
        return True  # "two colonels and a general", whatever the tagger says
    is_title = last.text[:1].isupper() and following is not None and following.text[:1].isupper()
    return is_title or not (last.tag_ or last.pos_) or is_noun(last)
