"""Who says so: the source the text names for an event, through the tree, quotes and neighbouring sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from stages.document import Document
from stages.modality import EVIDENCE_NOUNS
from stages.quotes import Quoted, quote_around
from stages.source_kinds import kind_of_source
from stages.speech import is_speech_verb, lemma_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
SAID = frozenset({"ccomp", "obj", "xcomp", "parataxis", "acl", "csubj", "nsubj:pass", "obl", "advcl", "dep"})
# Verbs whose bare object is what they say happened: "announced the ceasefire", "denied involvement".
ANNOUNCING = frozenset(
    ["announce", "report", "confirm", "deny", "claim", "reveal", "disclose", "admit", "acknowledge", "declare", "dispute", "describe", "denounce", "document", "allege", "broadcast"])  # fmt: skip
SHOWING = frozenset(["show", "purport", "depict", "capture", "appear", "feature", "portray", "claim", "document", "reveal"])
LEFT_OUT = frozenset({"acl:relcl", "acl", "appos", "parataxis", "advcl", "punct", "cc:preconj", "ccomp"})
MAX_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Source:
    """Whom the text names for an event, what kind of source that is, and how it was found."""

    span: Span
    kind: str
    rule: str


def source_of(trigger: Token, document: Document | None = None) -> Source | None:  # noqa: ARG001
    """The source of what a trigger tells: the nearest verb of saying above it, then quotes, then "according to"."""
    for head, rule in (*_speakers_above(trigger), *_evidence_above(trigger), *_according_to(trigger)):
        return _source(head, rule)
    quoted = quote_around(trigger)
    if quoted is not None:
        speaker = _speaker_of_quote(trigger.doc, quoted)
        if speaker is not None:
            return _source(*speaker)
    labelled = _label_before(trigger)
    return _source(labelled, "label before a colon") if labelled is not None else None


def _source(head: Token, rule: str) -> Source:
    span = phrase_of(head)
    return Source(span, kind_of_source(span, head), rule)


def phrase_of(head: Token) -> Span:
    """The noun phrase of a source without clauses, asides and what follows a comma."""
    kept = [token for token in head.subtree if _belongs(token, head)]
    start = min((token.i for token in kept), default=head.i)
    end = max((token.i for token in kept), default=head.i) + 1
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in {"by", "to", "from", "with", "as", "and"}):
        start += 1
    for at in range(head.i + 1, end):
        if doc[at].text in {",", "“", '"', "(", "–", "—", ":"}:
            end = at
            break
    end = min(end, start + MAX_TOKENS)
    return doc[start : max(end, head.i + 1)]


def _belongs(token: Token, head: Token) -> bool:
    while token.i != head.i:
        if token.dep_ in LEFT_OUT or (token.dep_ == "case" and token.head.i == head.i):
            return False
        if token.dep_ == "nmod" and not any(
            child.lower_ in {"of", "for", "in", "at", "'s"} for child in token.children
        ):
            return False
        token = token.head
    return True


def _speakers_above(trigger: Token) -> Iterator[tuple[Token, str]]:
    """The subjects of the verbs of saying in whose content the trigger stands, nearest first."""
    token = trigger
    while True:
        for child in token.children:
            if child.dep_ in {"parataxis", "ccomp", "dep", "advcl"} and is_speech_verb(child) and child.i > token.i:
                if child.dep_ == "parataxis" or _is_aside(child):
                    yield from _speaker(child, "said beside")
        if token.head.i == token.i:
            return
        head, relation = token.head, token.dep_
        if relation in SAID and is_speech_verb(head) and _says(head, relation, token):
            yield from _speaker(head, "said that")
        token = head


def _is_aside(verb: Token) -> bool:
    """ "as Reuters reported"; and a verb of saying behind a comma."""
    return any(child.lower_ == "as" for child in verb.children)


def _says(verb: Token, relation: str, token: Token) -> bool:
    """Whether what stands in that relation to a verb of saying is what is said."""
    if relation == "obj":
        return lemma_of(verb) in ANNOUNCING and token.pos_ in {"NOUN", "PROPN"}
    if relation in {"obl", "advcl", "acl"}:
        responsible = any(child.dep_ == "obj" and child.lower_ == "responsibility" for child in verb.children)
        return lemma_of(verb) == "claim" and responsible
    if relation == "nsubj:pass":
        return lemma_of(verb) in ANNOUNCING
    return True


def _speaker(verb: Token, rule: str) -> Iterator[tuple[Token, str]]:
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in {"it", "there", "that", "this", "which"}:
        yield subject, f"{rule}: {lemma_of(verb)}"


def subject_of(verb: Token) -> Token | None:
    """Who does the verb: its subject, its agent, that of the verb it is joined to, or the noun it describes."""
    agents = [child for child in verb.children if child.dep_ == "obl:agent"]
    is_passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    if agents:
        return agents[0]
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if subjects and not is_passive:
        subject = subjects[0]
        is_relative = subject.lower_ in {"who", "which", "that"} and verb.dep_ in {"acl:relcl", "acl"}
        return verb.head if is_relative else subject
    if is_passive:
        return None
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head)
    if verb.dep_ in {"acl", "acl:relcl"}:
        return verb.head
    return None


def _evidence_above(trigger: Token) -> Iterator[tuple[Token, str]]:
    """A video, photograph or report that shows or tells of the event."""
    token = trigger
    while token.head.i != token.i:
        head = token.head
        if token.dep_ in {"acl", "acl:relcl", "nmod", "amod"} and lemma_of(head).rstrip("s") in EVIDENCE_NOUNS:
            if token.dep_ != "nmod" or any(child.lower_ in {"of", "that"} for child in token.children):
                yield head, f"shown in: {head.lower_}"
        if lemma_of(head) in SHOWING and token.dep_ in {"obj", "xcomp", "ccomp"}:
            shower = subject_of(head)
            if shower is not None and lemma_of(shower).rstrip("s") in EVIDENCE_NOUNS:
                yield shower, f"shown in: {shower.lower_}"
        token = head


def _according_to(trigger: Token) -> Iterator[tuple[Token, str]]:
    """ "according to X" in the trigger's sentence."""
    for token in trigger.sent:
        if token.lower_ != "according" or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "to":
            continue
        named = next((above for above in (token.head, *token.children) if above.i > token.i + 1), None)
        head = named if named is not None else _next_noun(token.doc, token.i + 2)
        if head is not None:
            yield head, "according to"


def _next_noun(doc: Doc, at: int) -> Token | None:
    return next((token for token in doc[at : at + 8] if token.pos_ in {"NOUN", "PROPN"}), None)


def _speaker_of_quote(doc: Doc, quoted: Quoted) -> tuple[Token, str] | None:
    """The speaker of direct speech: beside the quote in its sentences, else in the sentence before or after."""
    for span, rule in ((quoted.around(doc), "quoted beside"), (quoted.next_to(doc), "quoted nearby")):
        verbs = [token for token in span if is_speech_verb(token) and not quoted.start <= token.i < quoted.end]
        for verb in sorted(verbs, key=lambda verb: min(abs(verb.i - quoted.end), abs(quoted.start - verb.i))):
            for subject, _ in _speaker(verb, rule):
                if not quoted.start <= subject.i < quoted.end:
                    return subject, f"{rule}: {lemma_of(verb)}"
    return None


def _label_before(trigger: Token) -> Token | None:
    """ "Monitors: 30 dead in raid": a name or a word for a source that a colon sets before the sentence."""
    sent = trigger.sent
    for token in sent[:6]:
        if token.text == ":" and token.i < trigger.i and token.i > sent.start:
            head = sent.doc[sent.start : token.i].root
            is_source = head.ent_type_ in {"ORG", "PERSON"} or kind_of_source(phrase_of(head), head) in {
                "agency",
                "video",
            }
            return head if is_source else None
    return None
