"""Attributions: a verb of saying, who says it, and the words it covers, by the tree and by the order of words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.neighbours import text_before, text_behind
from stages.parsing.tags import TENSED
from stages.sentences import sents_of
from stages.who_says.closing_words import closings_in, end_of_part
from stages.who_says.said_clauses import (
    CIRCUMSTANCES,
    describes,
    goes_on_otherwise,
    is_cut_off,
    is_left_at,
    is_writers,
    opens_later,
    relative_before,
)
from stages.who_says.speakers import (
    EMPTY,
    HEARD,
    OPENINGS,
    is_telling,
    last_before_that,
    noun_after,
    speaker_of,
)
from stages.words.speech import is_named_said, is_saying, is_speech_verb, lemma_of
from stages.words.time_heads import opens_day
from stages.words.wordlists import words_of

KEY = "attributions"
INVERTED = frozenset({"reports", "reported", "says", "said", "writes", "wrote", "reckons", "estimates"})
THAT_REACH = 4  # tokens from "denied" to "that", with a day between
BY_HEARSAY = words_of("said reported reportedly believed thought rumoured rumored says")
HOLDING = frozenset({"maintain", "stress", "note"})  # verbs that take a thing as well as a clause
QUOTING = frozenset({"“", "„", "«", '"', "‘"})
MAX_TAIL = 14  # tokens that may follow a closing "she said": a day, a place, "in a statement"
URGING = words_of("urge accuse demand call vow refuse decline threaten promise blame condemn")
REASONS = words_of("because although though which since")  # "bombed it because, they said, rebels hid there"
FRAMES = frozenset({"as", "with", "while"})  # what these open at the head of a sentence, the writer tells


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens `start` to `end` are said by the phrase around token `source` with the verb of saying `verb`."""

    verb: int
    source: int
    start: int
    end: int
    rule: str


def attributions_in(doc: Doc) -> list[Attribution]:
    """The attributions of a document in order of their verbs; read once and kept with its analysis."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = [found for sent in sents_of(doc) for found in _attributions_of(sent)]
    kept: list[Attribution] = doc.user_data[KEY]
    return kept


def _attributions_of(sent: Span) -> Iterator[Attribution]:
    closing = {verb: Attribution(verb, source, frame_of(sent), first, "said at the end")
               for verb, source, first in closings_in(sent)}  # fmt: skip
    for found in _by_verbs(sent):
        end = closing.get(found.verb)
        is_inside = end is not None and end.source < found.source < found.verb and sent.doc[found.verb - 1].text != ","
        if end is None or (found.rule == "said at the end" and not is_inside):
            closing.pop(found.verb, None)
            yield found
    yield from closing.values()


def _by_verbs(sent: Span) -> Iterator[Attribution]:
    """The attributions by the tree, as far as the parser saw the verb."""
    for verb in sent:
        is_said = is_speech_verb(verb) and verb.tag_ != "VB"
        if not is_said and not _is_inverted(verb, sent):
            continue
        source = speaker_of(verb) if is_said else noun_after(verb)
        if source is not None and source.lower_ not in EMPTY:
            yield from _covered(verb, source, sent)


def _is_inverted(verb: Token, sent: Span) -> bool:
    """ ", reports Al Jazeera." at the end of a sentence, whatever the tagger made of it."""
    if verb.lower_ not in INVERTED or is_named_said(verb) or verb.i == sent.start or verb.i + 1 >= sent.end:
        return False
    is_led = verb.nbor(-1).text in OPENINGS and verb.nbor(1).tag_ in {"NNP", "DT", "CD"}
    return is_led and end_of_part(sent, verb.i) - verb.i <= MAX_TAIL


def _covered(verb: Token, source: Token, sent: Span) -> Iterator[Attribution]:
    """What a verb of saying covers: the words before it when it closes the sentence, else those after it."""
    edge = source.left_edge.i + (source.left_edge.text == ",")
    first = min(verb.i, edge if edge > sent.start else source.i)
    is_last = _closes(verb, source, sent) and not describes(verb)
    is_parted = first > sent.start and sent.doc[first - 1].text == ";"  # "Two died; the army denied shooting first"
    has_before = not is_parted and any(
        token.tag_ in TENSED or token.tag_ in {"VBN", "VBG"} for token in sent.doc[sent.start : first]
    )
    if is_last and has_before and first - sent.start > 2:
        yield Attribution(verb.i, source.i, min(frame_of(sent), first), first, "said at the end")
        return
    following = sent.doc[verb.i + 1 : min(verb.i + 1 + THAT_REACH, sent.end)]
    if lemma_of(verb) in {"say", "claim"} and _has_said_a_thing(verb):
        return
    if lemma_of(verb) in HOLDING and not any(child.dep_ == "ccomp" for child in verb.children):
        return  # "maintained their focus on the town"
    if not len(following) or not (is_saying(verb) or any(token.lower_ == "that" for token in following)):
        return
    is_middle = first > sent.start and sent.doc[first - 1].text in OPENINGS and is_left_at(verb, sent)
    if is_middle and not (first - 1 > sent.start and sent.doc[first - 2].lower_ in REASONS):
        yield Attribution(verb.i, source.i, relative_before(sent, first), first, "said in the middle")
    start, end = _content_start(verb, source, sent), _content_end(verb, sent)
    if start < end:
        yield Attribution(verb.i, source.i, start, end, "said before")


def _has_said_a_thing(verb: Token) -> bool:
    """ "said his piece", "said of the raid, which killed six": nothing is told."""
    if verb.doc[verb.i + 1 : verb.i + 2].text == "of":
        return True
    is_told = any(child.dep_ in {"ccomp", "parataxis"} or is_cut_off(child) for child in verb.children)
    things = (child for child in verb.rights if child.dep_ == "obj")  # "said 18, and not 43, were held": and no thing
    return not is_told and any(child.pos_ not in {"PRON", "NUM"} for child in things)


def frame_of(sent: Span) -> int:
    """Where an opening clause of the writer's ends, "As troops shelled the town,"; the sentence's start without one."""
    doc, start = sent.doc, sent.start
    opening = next((token for token in sent if token.is_alpha), None)
    if opening is None or opening.lower_ not in FRAMES:
        return start
    comma = next((token.i for token in sent if token.text == ","), start)
    is_clause = opening.lower_ == "with" or any(token.tag_ in TENSED for token in doc[start:comma])
    return comma if is_clause else start


def _content_start(verb: Token, source: Token, sent: Span) -> int:
    """Where what is said begins after the verb: at "that", a quotation mark, or the first clause that is no aside.

    "told a rally on Friday that", "said as he left the meeting that": whom, where and when is not what is said.
    """
    first = max(verb.i, last_before_that(source) if source.i > verb.i else verb.i) + 1
    is_heard = lemma_of(verb) in HEARD
    is_marked = source.i > verb.i or _is_aside(sent.doc[first : sent.end])
    for token in sent.doc[first : sent.end]:
        if token.text in QUOTING or _is_that(token, is_heard=is_heard):
            return token.i
        if not is_marked and token.tag_ in TENSED and not _is_circumstance(token, verb):
            return _opening_of(token, first)
        is_his = (
            token.lower_ in {"he", "she", "they"} and token.i > first and token.nbor(-1).tag_.startswith(("NN", "PRP"))
        )
        if is_heard and (is_his or (token.tag_ == "TO" and token.head.tag_ == "VB")):
            return token.i
    return sent.end if is_heard or is_marked else first


def _is_that(token: Token, *, is_heard: bool) -> bool:
    """Whether a "that" opens what is said; after whom it is told to, whatever the parser made of it."""
    return token.lower_ == "that" and (token.dep_ == "mark" or (is_heard and token.dep_ not in {*NOUN_SUBJECTS, "det"}))


def _is_aside(following: Span) -> bool:
    """ "he said when he left", "she said, not mentioning": what follows a verb of saying tells when and how."""
    words = [token for token in following[:3] if token.lower_ != "not"]
    is_doing = len(words) > 1 and words[0].text == "," and words[1].tag_ == "VBG"
    return is_doing or opens_later(following) or (bool(words) and words[0].lower_ in CIRCUMSTANCES)


def _opening_of(verb: Token, first: int) -> int:
    """Where the clause of a finite verb opens, as far left as the words that hang on its own verb go."""
    main = verb.head if verb.dep_ in {"aux", "aux:pass", "cop"} else verb
    return first if is_cut_off(main) else max(main.left_edge.i, first)


def _is_circumstance(token: Token, verb: Token) -> bool:
    """Whether a finite verb stands in a clause of time or cause that hangs on the verb of saying, or describes."""
    main = token.head if token.dep_ in {"aux", "aux:pass", "cop"} else token
    if main.dep_ == "acl:relcl":
        return True
    is_timed = False
    while main.dep_ == "advcl" and main.i > verb.i:
        is_timed = any(child.lower_ in CIRCUMSTANCES for child in main.lefts)
        main = main.head
    return is_timed and main.i == verb.i


def _content_end(verb: Token, sent: Span) -> int:
    """Where what is said ends: before somebody else's saying that is joined to it, "and others warned that"."""
    joined = (
        child
        for child in verb.rights
        if child.dep_ == "conj" and (is_speech_verb(child) or lemma_of(child) in URGING or _is_against(child))
        if {"cc", *NOUN_SUBJECTS} & {below.dep_ for below in child.lefts} > {"cc"}
    )
    told_beside = (child for child in verb.rights if child.dep_ in {"advcl", "ccomp"} and is_writers(child))
    end = min((_own_clause(verb, sent), *(child.left_edge.i for child in (*joined, *told_beside))))
    return min(end, verb.right_edge.i + 1) if describes(verb) else end  # "the man, who said it was so, was held"


def _own_clause(verb: Token, sent: Span) -> int:
    """Where the writer goes on, "; it is said to be", ", however, a draft did not"; the end of the sentence else."""
    for token in sent.doc[verb.i + 2 : sent.end - 2]:
        if goes_on_otherwise(token) or (token.lower_ == "even" and token.nbor(1).lower_ == "as"):
            return token.i  # "said talks would go on, even as troops shelled the town"
        if token.text == ";" and any(word.lower_ in BY_HEARSAY for word in sent.doc[token.i : sent.end]):
            return token.i
    return sent.end


def _is_against(clause: Token) -> bool:
    """ "claimed that he had fled, but the army dismissed it": what is set against the saying is the writer's."""
    return any(child.dep_ == "cc" and child.lower_ == "but" for child in clause.lefts)


def _closes(verb: Token, source: Token, sent: Span) -> bool:
    """Whether nothing said follows: only a day, a place or a hearer up to the end of the sentence."""
    is_finite = verb.tag_ in TENSED or any(child.dep_ == "aux" for child in verb.children) or not is_speech_verb(verb)
    is_finite = (is_finite or is_telling(verb)) and text_before(source.left_edge) not in CIRCUMSTANCES - {"as"}
    has_own = text_behind(verb) == "of" or any(child.dep_ == "xcomp" and child.i > verb.i for child in verb.children)
    if text_before(source.left_edge) == "as" and has_own:
        return False  # "workers walk out as prisoners tell of beatings"
    last = last_before_that(source) if source.i > verb.i else verb.i
    tail = sent.doc[last + 1 : end_of_part(sent, last + 1)]
    if not is_finite or len(tail) > MAX_TAIL or any(token.tag_ in TENSED or token.lower_ == "that" for token in tail):
        return False
    has_content = any(
        child.dep_ in {"ccomp", "obj"} or (child.dep_ == "conj" and child.tag_.startswith("VB"))
        for child in verb.children
        if last < child.i <= last + len(tail)
    )  # "The regime yielded, the council said, and promised to free them": more of what is said
    is_aside = not len(tail) or tail[0].tag_ in {"IN", "TO", "RB", "CC"} or not tail[0].is_alpha or opens_day(tail[0])
    return not has_content and (is_aside or lemma_of(verb) in HEARD)


def covering(token: Token) -> list[Attribution]:
    """The attributions that cover a token, the surest and nearest first."""
    order = {"said at the end": 0, "said in the middle": 1, "said before": 2}
    found = [each for each in attributions_in(token.doc) if each.start <= token.i < each.end]
    return sorted(found, key=lambda each: (order[each.rule], abs(each.verb - token.i)))
