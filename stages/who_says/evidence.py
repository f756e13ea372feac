"""Videos, photographs and reports that a sentence names as showing or telling of an event."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.parsing.tags import TENSED
from stages.who_says.said_clauses import CIRCUMSTANCES
from stages.who_says.source_kinds import VIDEO
from stages.who_says.speakers import speaker_of
from stages.words.modality import EVIDENCE_NOUNS
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

SHOWING = words_of("show purport depict capture appear feature portray claim document reveal")
LEADING = words_of("lead spark prompt trigger provoke fuel cause")  # "a video led to arrests": it shows none
OPENING_REACH = 3  # tokens from the head of a sentence to "video" of "In the video"


def evidence_above(trigger: Token) -> Iterator[tuple[Token, str]]:
    """A video, photograph or report that shows or tells of the event."""
    token = trigger
    while token.head.i != token.i:
        head, relation = token.head, token.dep_
        if relation == "advcl" and any(child.lower_ in CIRCUMSTANCES for child in token.lefts):
            return  # "released footage of a drill as he threatened"
        is_looked_at = relation == "nmod" and token != trigger and trigger.dep_ == "amod"  # "a photo of a beheaded man"
        is_told = relation in {"acl", "acl:relcl", "amod"} or (
            relation == "nmod" and any(child.lower_ in {"of", "that"} for child in token.children)
        )
        if is_told and not is_looked_at and _is_evidence(head) and not _is_medium_of_saying(head):
            yield head, f"shown in: {head.lower_}"
        if lemma_of(head) in SHOWING and relation in {"obj", "xcomp", "ccomp"}:
            shower = speaker_of(head)
            if shower is not None and _is_evidence(shower):
                yield shower, f"shown in: {shower.lower_}"
        token = head


def shown_in(participle: Token) -> Iterator[tuple[Token, str]]:
    """ "A photo released by rebels claiming to show the severed head": the photo, whoever released it."""
    above = list(participle.ancestors)
    at = next((at for at, token in enumerate(above) if token.lower_ in {"show", "shows", "showing", "showed"}), None)
    if at is not None and above[at - 1].dep_ == "obj" and above[0].head == above[at]:
        yield from ((token, f"shown in: {token.lower_}") for token in above[at:] if _is_evidence(token))


def _is_evidence(token: Token) -> bool:
    is_none = any(child.lower_ in {"no", "any"} for child in token.children)
    return token.pos_ == "NOUN" and not is_none and lemma_of(token).removesuffix("s") in EVIDENCE_NOUNS


def _is_medium_of_saying(noun: Token) -> bool:
    """ "said in a report that": the speaker is the source, the report only where he says it."""
    return noun.dep_ == "obl" and is_speech_verb(noun.head)


def video_before(trigger: Token) -> Iterator[tuple[Token, str]]:
    """A video named before the event in its sentence, with a verb of showing or "of" between, or "In the video"."""
    sent = trigger.sent
    before = sent.doc[sent.start : trigger.i]
    videos = [token for token in before if token.pos_ == "NOUN" and lemma_of(token).removesuffix("s") in VIDEO]
    if not videos:
        return
    between = sent.doc[videos[-1].i + 1 : trigger.i]
    is_of = between[:1].text == "of" and not any(
        token.tag_ in TENSED or token.lower_ in CIRCUMSTANCES for token in between
    )
    if videos[-1].dep_ == "nsubj" and lemma_of(videos[-1].head) in LEADING and videos[-1].head.is_ancestor(trigger):
        return
    if is_of or any(lemma_of(token) in SHOWING for token in between):
        yield videos[-1], "shown in a video named before"
    elif sent[0].lower_ == "in" and videos[0].i - sent.start <= OPENING_REACH:
        yield videos[0], "shown in a video named before"
