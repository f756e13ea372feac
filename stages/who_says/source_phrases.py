"""The words that name a source, without clauses, asides and what follows a comma."""

from spacy.tokens import Span, Token

from stages.words.modality import EVIDENCE_NOUNS
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.time_heads import is_time_head
from stages.words.wordlists import words_of

LEFT_OUT = frozenset(
    {"acl:relcl", "acl", "appos", "parataxis", "advcl", "punct", "cc:preconj", "ccomp", "obl", "xcomp", "nsubj", "cop"}
)
KEPT_CASES = words_of("of for in at from with 's ’s ' ’")
BREAKS = frozenset({",", "“", '"', "(", "–", "—", ":", "--", "[", ")", "]", ";"})
LEADING = words_of("by to from with as and but that said says")
TIMES = words_of("after before when while since as")  # "a day | after | the envoy"
TITLED = frozenset({"Says", "Say", "Said"})  # "Alliance | Says" ends a headline
MAX_TOKENS = 14


def phrase_of(head: Token) -> Span:
    """The noun phrase of a source; of a video or a report only the noun itself with its adjectives."""
    is_bare = lemma_of(head).removesuffix("s") in EVIDENCE_NOUNS
    kept = [token.i for token in head.subtree if _belongs(token, head, is_bare=is_bare)]
    doc, start, end = head.doc, min(kept, default=head.i), max(kept, default=head.i) + 1
    while start and head.dep_ == "compound" and doc[start - 1].dep_ == "amod" and doc[start - 1].head == head.head:
        start -= 1  # "Iranian | media report that", where the verb was read as a noun
    for at in range(head.i, start, -1):
        is_dateline = doc[at - 1].text == "-" and at > 1 and bool(doc[at - 2].whitespace_)
        if (
            is_dateline
            or doc[at - 1].text in BREAKS
            or doc[at - 1].is_sent_start is None
            or doc[at - 1].lower_ in TIMES
        ):
            start = at
            break
    while start < head.i and (
        not any(char.isalnum() for char in doc[start].text)
        or doc[start].lower_ in LEADING
        or is_speech_verb(doc[start])
    ):
        start += 1
    while end - 1 > head.i and is_time_head(doc[end - 1]):
        end -= 1  # "the agency yesterday"
    while end + 1 < len(doc) and doc[end].text == "-" and not (doc[end].whitespace_ or doc[end - 1].whitespace_):
        end += 2  # "Kim Jong-un", wherever the parser hung the last part
    for at in range(head.i + 1, end):
        if doc[at].text in BREAKS and not _is_in_list(doc[at], head):
            end = at
            break
    start = _behind_lost_comma(doc[start:end])
    if end - start > MAX_TOKENS:
        start = max(start, head.i - MAX_TOKENS + 1)
        end = min(end, start + MAX_TOKENS)
    named = _with_whole_name(doc[start : max(end, head.i + 1)], head)
    is_past = named[-1].lower_ in {"today", "yesterday"} or named[-1].text in TITLED
    return named[:-1] if len(named) > 1 and is_past else named


def _is_in_list(comma: Token, head: Token) -> bool:
    """Whether a comma stands within a list of those who speak: "two generals, a colonel and ten men"."""
    members = [child for child in head.rights if child.dep_ == "conj" and is_person_noun(child)]
    is_closed = any(word.lower_ == "and" for member in members for word in member.lefts)
    return comma.text == "," and is_closed and any(member.left_edge.i - 1 <= comma.i < member.i for member in members)


def _behind_lost_comma(phrase: Span) -> int:
    """Where the speaker begins in "in the city of Homs | the Observatory said", with a comma lost."""
    for token in reversed(phrase[2:]):
        if token.lower_ == "the" and token.tag_ == "DT" and token.nbor(-1).tag_.startswith("NN"):
            return token.i
    return phrase.start


def _with_whole_name(span: Span, head: Token) -> Span:
    """The phrase with all of the name in which its head stands, however its words were parsed."""
    doc = span.doc
    name = next((each for each in span.sent.ents if each.start <= head.i < each.end), None)
    if name is None or (span.start <= name.start and name.end <= span.end):
        return span
    if any(token.text in BREAKS or (token.text == "-" and token.nbor(-1).whitespace_) for token in name[1:]):
        return span  # "ROME - Prosecutors" is no name
    is_opened = name.start < span.start and name.start > 0 and doc[name.start - 1].lower_ == "the"
    return doc[min(span.start, name.start - is_opened) : max(span.end, name.end)]


def _is_name_of(token: Token, head: Token) -> bool:
    """A name set right behind what it names: "the opposition | Congress Party", "the agency | SANA"."""
    is_right_behind = token.head.i == head.i and token.left_edge.i == head.i + 1
    return token.dep_ == "appos" and token.tag_ in {"NNP", "NNPS"} and is_right_behind


def _belongs(token: Token, head: Token, *, is_bare: bool) -> bool:
    while token.i != head.i:
        if token.dep_ == "obl" and token.head.dep_ == "amod" and head.i < token.head.i < token.i:
            token = token.head.head  # "officials | close to the talks"
            continue
        is_own = token.head.i == head.i
        if (token.dep_ in LEFT_OUT and not _is_name_of(token, head)) or (token.dep_ == "case" and is_own):
            return False
        if token.dep_ == "advmod" and is_own and token.i > head.i:
            return False  # "neighbours | there"
        if token.dep_ == "nmod" and is_bare:
            return False
        if token.dep_ == "nmod" and not any(child.lower_ in KEPT_CASES for child in token.children):
            return False
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            return False
        token = token.head
    return True
