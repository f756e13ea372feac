"""Who says so: the source the text names for an event, through the tree, quotes and neighbouring sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.how_sure.markers import claims_nothing, negations_on
from stages.parsing.heads import SUBJECTS, case_of
from stages.parsing.neighbours import text_behind
from stages.who_says.attributions import covering, frame_of
from stages.who_says.claimants import claimant_of
from stages.who_says.evidence import evidence_above, shown_in, video_before
from stages.who_says.labels import label_before, label_behind, signature_of
from stages.who_says.meant_speakers import CITED, resolved_speaker
from stages.who_says.other_tellers import according_to, accusing_verb, blamers_of, tellers_of
from stages.who_says.quotes import Quoted, is_quoted, quote_around
from stages.who_says.said_clauses import (
    is_asked_when,
    is_before_that,
    is_bound,
    is_hours_after,
    is_of_speech_frame,
    is_set_against,
    is_timed,
    is_told_first,
    is_writers,
    relative_before,
    says_its_own,
)
from stages.who_says.source_kinds import kind_of_source
from stages.who_says.source_phrases import phrase_of
from stages.who_says.speakers import EMPTY, HEARD, is_clause, last_told, speaker_of
from stages.who_says.untold import BESIDE, is_untold_by
from stages.words.harms import HURT
from stages.words.people import is_nobody, is_person_noun
from stages.words.speech import STATED, head_above, is_quoting_verb, is_speech_verb, lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

SAID = frozenset({"ccomp", "obj", "xcomp", "parataxis", "acl", "csubj", "nsubj:pass", "obl", "advcl", "dep"})
# Verbs whose bare object is what they say happened: "reported the deaths", "denied involvement".
TELLING = words_of("report confirm deny reveal disclose admit acknowledge dispute describe document allege broadcast")
REBUTTING = words_of("dismiss reject refute rebut ridicule")
GRANTED = words_of("access entry passage permission visa visas bail asylum request requests aid food water care")
LANDS = words_of("country nation state city town")  # "the country registered 300 killings"
CLAIMED, CITING = "claimed responsibility", "according to"

UNNAMED, QUOTED = "speaker", "quoted"  # the first is the kind of a pronoun


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the text names for an event, what kind of source that is, and how it was found."""

    span: Span
    kind: str
    rule: str


def source_of(trigger: Token, doer: Token | None = None) -> Source | None:
    """The source of what a trigger tells; `doer` is who does it, who is the source only where nobody else tells of it.

    In order: a verb of saying above it, one that closes its sentence, a video or report that shows it, "according
    to", the speaker of the direct speech around it, a verb of saying before it, a label before a colon.
    """
    # "denied that it would free the abducted girls": nobody is asked whether they were abducted
    is_told = any(child.dep_.startswith("aux") for child in trigger.lefts)  # "have held, ..., the group said"
    if trigger.dep_ == "amod" and trigger.tag_ == "VBN" and not (is_told or _is_counted_and_said(trigger)):
        shown = ((phrase_of(noun), noun, rule) for noun, rule in shown_in(trigger))
        return next((Source(span, kind_of_source(span, noun), rule) for span, noun, rule in shown), None)
    own, is_one, unnamed = None, False, None
    # "Two captains announced that they had joined, a spokesman said": he tells of all of it
    closing = {each.source for each in covering(trigger) if each.rule == "said at the end"}
    for head, rule in _candidates(trigger):
        if is_untold_by(head, rule, trigger):
            continue
        named = resolved_speaker(head)
        is_own = head.lower_ == "it" and named == head and doer is not None and doer.tag_ not in {"NNS", "NNPS"}
        if is_own and doer is not None and doer.i < head.i and doer.pos_ in {"NOUN", "PROPN"}:
            span = phrase_of(doer)  # "after it said it had seized": whom both mean
            return Source(span, kind_of_source(span, doer), rule)
        is_cited = rule == CITING and named.lower_ in CITED
        if (named.lower_ in EMPTY and not is_cited) or is_nobody(named) or (is_one and named.tag_ == "NNS"):
            is_one = is_one or named.lower_ == "it"
            continue
        named = last_told(named)
        if is_time(named) or is_clause(named):
            continue
        span = phrase_of(named)
        source = Source(span, kind_of_source(span, named), rule)
        is_doer = doer is not None and span.start <= doer.i < span.end
        if source.kind == UNNAMED:
            unnamed = unnamed or source  # "he stated that, the ministry said": who has a name says more
            continue
        if unnamed is not None and not rule.startswith((*BESIDE, QUOTED) if is_quoted(unnamed.span.root) else BESIDE):
            return own or unnamed
        if span[0].tag_ != "IN" and (not is_doer or rule == CLAIMED):
            is_of_all = head.i in closing or rule.startswith("said beside")
            return source if own is None or is_of_all else own
        own = own or (source if span[0].tag_ != "IN" else None)  # "their envoy | at the council"
    return own or unnamed


def _is_counted_and_said(participle: Token) -> bool:
    """ "Buses left with 300 freed prisoners, a witness said": how many were freed is told with the rest.

    Those who are hurt are told of wherever they are counted: "received 30 bodies and 100 wounded people".
    """
    is_counted = any(child.dep_ == "nummod" for child in participle.head.children)
    is_hurt = participle.lower_ in HURT
    return is_counted and (is_hurt or any(each.rule == "said at the end" for each in covering(participle)))


def _candidates(trigger: Token) -> Iterator[tuple[Token, str]]:
    if is_of_speech_frame(trigger):
        return
    doc = trigger.doc
    around = covering(trigger)
    claimant = claimant_of(trigger)
    if claimant is not None:
        yield claimant, CLAIMED
    yield from ((blamer, "blamed by") for blamer in blamers_of(trigger))
    yield from _speakers_above(trigger)
    yield from ((doc[each.source], _told(doc, each.rule, each.verb)) for each in around if each.rule != "said before")
    yield from _accusers(trigger)
    yield from evidence_above(trigger)
    yield from according_to(trigger)
    quoted = quote_around(trigger)
    if quoted is not None:
        yield from signature_of(doc, quoted)
        yield from _speakers_of(doc, quoted)
    yield from ((doc[each.source], _told(doc, each.rule, each.verb)) for each in around if each.rule == "said before")
    yield from video_before(trigger)
    yield from label_before(trigger)
    yield from label_behind(trigger)


def _accusers(trigger: Token) -> Iterator[tuple[Token, str]]:
    """Who says so in "accused the police of torturing them", wherever the parser hung the gerund."""
    if trigger.tag_ == "VBG" and trigger.dep_ in {"conj", "advcl"} and trigger.head.tag_ == "VBG":
        yield from _accusers(trigger.head)  # "of storming the jail, killing nine and wounding ten"
    verb = accusing_verb(trigger)
    if verb is not None:
        yield from _speaker(verb, "accused by")


def _told(doc: Doc, rule: str, verb: int) -> str:
    return f"{rule}: {lemma_of(doc[verb])}"


def _speakers_above(trigger: Token) -> Iterator[tuple[Token, str]]:
    """The subjects of the verbs of saying in whose content the trigger stands, nearest first."""
    token, frame_end = trigger, frame_of(trigger.sent)
    while True:
        for child in token.children:
            if trigger.i < frame_end <= child.i or trigger.i < relative_before(child.sent, child.left_edge.i):
                continue
            is_aside = child.dep_ == "parataxis" or any(below.lower_ == "as" for below in child.children)
            is_aside = is_aside and not is_bound(child)
            if is_aside and is_speech_verb(child) and child.i > token.i and not _has_content(child):
                yield from _speaker(child, "said beside")
        if token.head.i == token.i or is_set_against(token) or is_hours_after(token):
            return
        head, relation = head_above(token), token.dep_
        if relation == "obj" and head.dep_ in {"obl", "obl:agent"} and head.tag_ == "NN":
            head = head.head  # "confirmed by name the release"
        is_said = relation in SAID and is_speech_verb(head) and _says(head, relation, token)
        is_framed = trigger.i < frame_end <= head.i  # "With tanks in the city, men fled, they said"
        is_framed = is_framed or (trigger.i < head.i and trigger.i < relative_before(head.sent, head.i))
        if is_said and not is_framed and not is_before_that(trigger, head) and not is_timed(head, trigger):
            yield from _speaker(head, "said that")
        is_rebutted = relation == "obj" and lemma_of(head) in REBUTTING and lemma_of(token).removesuffix("s") in STATED
        if is_rebutted:
            yield from _speaker(head, "rebutted by")
        for verb, rule in tellers_of(token, trigger):
            yield from _tellers(verb, rule)
        token = head


def _has_content(verb: Token) -> bool:
    """Whether what a verb beside says is a clause or thing of its own: "the agency concluded that"."""
    has_own = any(child.dep_ in {"ccomp", "obj", "xcomp"} and child.i > verb.i for child in verb.children)
    return text_behind(verb) == "of" or (has_own and lemma_of(verb) not in HEARD)  # "as prisoners tell of beatings"


def _says(verb: Token, relation: str, token: Token) -> bool:
    """Whether what stands in that relation to a verb of saying is what is said."""
    lemma = lemma_of(verb)
    is_other = says_its_own(verb, token) if token.i < verb.i else is_writers(token)  # ", while state media blamed"
    if _says_nothing(verb, lemma) or (relation == "ccomp" and is_other):
        return False
    if lemma == "claim" and token.lower_ in {"responsibility", "credit"}:
        return True
    if relation in {"obj", "nsubj:pass"}:
        if lemma == "announce":  # who announces his own deed is its actor, a spokesman is a source
            speaker = speaker_of(verb)
            return speaker is not None and any(token.ent_type_ == "PERSON" for token in speaker.subtree)
        is_told = lemma in TELLING and not (lemma == "deny" and token.lower_ in GRANTED)
        return is_told and (token.pos_ in {"NOUN", "PROPN"} or token.lower_ == "what")
    if relation in {"obl", "advcl", "acl"}:
        is_claimed = lemma == "claim" and any(child.lower_ in {"responsibility", "credit"} for child in verb.children)
        return is_claimed or (relation == "advcl" and (is_told_first(token, verb) or is_asked_when(token, verb)))
    is_doing = relation == "ccomp" and token.tag_ == "VBG" and token.i > verb.i and token.nbor(-1).text == ","
    return not is_doing or any(child.dep_ in SUBJECTS for child in token.children)  # "he said, cutting off a reporter"


def _says_nothing(verb: Token, lemma: str) -> bool:
    """ "did not confirm the raid", "declined to say if": the event is not what they tell."""
    if verb.dep_ == "xcomp" and lemma_of(verb.head) in {"decline", "refuse"}:
        return True
    if lemma == "describe":
        return any(child.dep_ in {"obl", "xcomp"} and case_of(child) == "as" for child in verb.children)
    return claims_nothing(verb) or (lemma == "confirm" and any(True for _ in negations_on(verb)))


def _tellers(verb: Token, rule: str) -> Iterator[tuple[Token, str]]:
    """ "Hospital staff counted 27 bodies": who counts says how many, no country that has them."""
    found = _speaker(verb, rule)
    yield from (each for each in found if each[0].ent_type_ != "LOC" and each[0].lower_ not in LANDS)


def _speaker(verb: Token, rule: str) -> Iterator[tuple[Token, str]]:
    subject = speaker_of(verb)
    if subject is not None and (subject.lower_ not in EMPTY or subject.lower_ == "it"):
        yield subject, f"{rule}: {lemma_of(verb)}"


def _speakers_of(doc: Doc, quoted: Quoted) -> Iterator[tuple[Token, str]]:
    """The speaker of direct speech: beside the quotation, else in the sentence before, else after.

    A few words quoted within a sentence are no speech that another sentence could give to anybody.
    """
    is_whole = all(token.is_punct for token in doc[doc[quoted.start].sent.start : quoted.start])
    for span, rule in ((quoted.around(doc), "quoted beside"), (quoted.before(doc), "quoted after"),
                       (quoted.after(doc), "quoted before")):  # fmt: skip
        if rule != "quoted beside" and not is_whole:
            return
        verbs = [token for token in span if is_quoting_verb(token) and not quoted.holds(token.i)]
        for verb in sorted(verbs, key=lambda verb: min(abs(verb.i - quoted.end), abs(quoted.start - verb.i))):
            for subject, told in _speaker(verb, rule):
                is_mute = lemma_of(verb) == "continue" and not (subject.ent_type_ or is_person_noun(subject))
                if not is_mute and not quoted.holds(subject.i) and subject.pos_ in {"NOUN", "PROPN", "PRON"}:
                    yield subject, told
