"""The words of a sentence that tell of events, each in the sense it has there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from stages.grammar.arguments import Arguments
from stages.grammar.clauses import verb_arguments
from stages.grammar.governors import CARRIERS
from stages.grammar.nominals import noun_arguments
from stages.grammar.noun_phrases import classes_of
from stages.grammar.voice import goes_on_to_object, has_agent, is_passive, is_said_of_pronoun
from stages.parsing.tags import TENSED
from stages.what.comments import is_attributive, is_deed, is_need
from stages.what.concrete import is_concrete
from stages.what.forms import is_told_by_noun, is_told_by_verb
from stages.what.phrase_objects import with_inner_object
from stages.what.senses import Setting, is_sense
from stages.words.time_heads import is_time
from stages.words.vocab import Sense, Vocab

GAP = 10  # words that ~ in a trigger may stand for
GENERIC = frozenset({"agreement", "talks", "attack", "accusation", "deployment"})
PEOPLE = frozenset({"people", "armed", "name", "number", "side", "pronoun", "prisoner", "displaced"})
PATIENTS = frozenset({"killing", "wounding", "arrest", "abduction", "torture", "displacement"})
LEFT_SO = frozenset({"dead", "wounded", "injured"})
NO_TOPICS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event: tokens `start` to `end`, their head, their sense and what stands around them."""

    start: int
    end: int
    head: Token
    sense: Sense
    arguments: Arguments

    @property
    def span(self) -> Span:
        """The words."""
        return self.head.doc[self.start : self.end]


def triggers_in(sent: Span, vocab: Vocab, topics: frozenset[str] = NO_TOPICS) -> list[Trigger]:
    """The triggers of a sentence in order; the longest phrase wins, then the first sense of the seed that fits."""
    setting = Setting(sent, vocab, topics)
    found: list[Trigger] = []
    taken: set[int] = set()
    for start, end, words, senses in sorted(_candidates(sent, vocab), key=lambda match: (-match[2], match[0])):
        if words == 1 and start in taken:
            continue
        trigger = next(_fitting(sent.doc[start:end], senses, setting), None)
        if trigger is not None and trigger.head.i not in taken:
            found.append(trigger)
            taken.update(range(start, end))
    told = _without_compounds(sorted(found, key=lambda trigger: trigger.start))
    return [trigger for trigger in told if is_concrete(trigger.head, trigger.sense, trigger.arguments, vocab)]


def possible_types(sent: Span, vocab: Vocab) -> Iterator[tuple[Token, str]]:
    """The heads of words that the lexicon has as triggers, with their types, whatever their sense in the sentence."""
    for start, end, _, senses in _candidates(sent, vocab):
        for sense in senses:
            yield _head_of(sent.doc[start:end], sense), sense.type_code


def _candidates(sent: Span, vocab: Vocab) -> Iterator[tuple[int, int, int, list[Sense]]]:
    """Matches as (start, end, number of words, senses in the seed's order)."""
    doc, end = sent.doc, sent.end
    for token in sent:
        by_span: dict[tuple[int, int], list[Sense]] = {}
        for lemma in vocab.bases.get(token.lower_, ()):
            for sense in vocab.senses.get(lemma, ()):
                stop = token.i + 1 if len(sense.words) == 1 else _phrase_end(sense, token, end, vocab)
                if stop is not None and _is_in_form(sense, doc[token.i : stop], vocab):
                    by_span.setdefault((stop, len(sense.words) - ("~" in sense.words)), []).append(sense)
        for (stop, words), senses in by_span.items():
            # "left dead" has no gap for anybody to stand in
            yield token.i, stop, words, sorted(senses, key=lambda sense: ("~" in sense.words, sense.order))


def _phrase_end(sense: Sense, token: Token, end: int, vocab: Vocab) -> int | None:
    """Where a phrase of several words ends that starts at a token; None where the words do not follow."""
    doc, at, gap = token.doc, token.i + 1, 0
    for word in sense.words[1:]:
        if word == "~":
            gap = GAP
            continue
        stop = min(end, at + gap + 1)
        while at < stop and word not in vocab.bases_of(doc[at].lower_) and doc[at].lower_ != word:
            is_aim = doc[at].tag_ == "VB" and doc[at - 1].tag_ == "TO"
            is_joined = doc[at].tag_ == "CC" and doc[at - 1].text == ","  # "fell to shells, and the others to bullets"
            if is_aim or is_joined or doc[at].tag_ in TENSED:
                return None  # "deserted and joined their units", "forced to come out": no gap of one deed
            at += 1
        if at >= stop:
            return None
        at, gap = at + 1, 0
    is_bound = at < end and doc[at].text == "-" and not doc[at - 1].whitespace_ and not doc[at].whitespace_
    return None if is_bound else at  # "kills off-duty guard"


def _is_in_form(sense: Sense, span: Span, vocab: Vocab) -> bool:
    """Whether the words have the part of speech of the sense, as far as the tagger can be trusted."""
    first = span[0] if sense.pos == "verb" else span[-1]
    if len(sense.words) > 1:
        is_named = first.tag_ == "NN" and first.i and first.nbor(-1).dep_ == "det" and first.text[-3:] != "ing"
        is_counted = first.tag_ == "NNS" and any(child.dep_ == "nummod" for child in first.lefts)  # "three ships out"
        is_noun = first.tag_.startswith("NN") and (first.dep_ in {"compound", "amod", "nmod"} or is_named or is_counted)
        is_dated = sense.type_code in {"attack", "deployment"} and span[-1].dep_ == "case" and is_time(span[-1].head)
        is_other = is_noun or is_dated or is_attributive(first, span) or is_need(sense.words, span)
        return not (is_deed(first) if sense.pos == "noun" else is_other)
    if first.ent_type_ in {"PERSON", "ORG"} and first.text[:1].isupper() and not first.is_sent_start:
        return False
    return is_told_by_verb(first, sense, vocab) if sense.pos == "verb" else is_told_by_noun(first, sense, vocab)


def _fitting(span: Span, senses: list[Sense], setting: Setting) -> Iterator[Trigger]:
    """The senses that hold at a span, in the seed's order."""
    vocab = setting.vocab
    cached: dict[str, Arguments] = {}
    for sense in senses:
        head = _head_of(span, sense)
        voice = _voice_of(head, span, sense, vocab)
        key = f"{sense.pos} {voice}"
        if key not in cached:
            is_noun, passive = sense.pos == "noun", voice == "passive"
            cached[key] = noun_arguments(head, vocab) if is_noun else verb_arguments(head, passive=passive)
        arguments = with_inner_object(cached[key], span, sense)
        if is_sense(sense, head, span, arguments, setting) and _is_on_people(sense, arguments, vocab):
            yield Trigger(span.start, span.end, head, sense, arguments)


def _head_of(span: Span, sense: Sense) -> Token:
    """The word of a trigger on which its roles hang: the last of a noun phrase, the verb of a verb phrase."""
    if sense.pos == "noun" or len(span) == 1:
        return span[-1]
    return span.root if span.root.tag_.startswith("VB") or span[0].dep_ == "cop" else span[0]


def _voice_of(head: Token, span: Span, sense: Sense, vocab: Vocab) -> str:
    """Active or passive; a verb that always has an object and shows none is passive, one that takes none is active."""
    if sense.pos == "noun":
        return ""
    if head.lower_ == "left" and head.i + 1 < len(head.doc) and head.nbor(1).lower_ in LEFT_SO:
        return "passive"  # "ended with six guards left dead"
    if head.lower_ == "held" and has_agent(head):
        return "passive"  # "the girls still held captive by the rebels"
    is_never_bare = sense.type_code == "defection" or "~" in sense.words  # "left 50 dead", "conscripts slipped away"
    if vocab.frames[sense.frame].is_intransitive or is_never_bare:
        is_shared = head.dep_ == "conj" and head.tag_ == "VBN" and is_passive(head)
        has_passive = is_shared or any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in head.children)
        return "passive" if has_passive else "active"
    if is_passive(head):
        return "passive"
    own = [child for child in head.children if child.tag_ == "JJ" and span.start < child.i < span.end]
    children = {
        child.dep_ for child in head.children if child not in own or any(each.dep_ == "obj" for each in child.rights)
    }
    things = {"building", "aircraft"} if "down" in sense.words else {"building"}
    struck = (each for each in head.children if each.dep_ == "nsubj" and classes_of(each, vocab) & things)
    is_struck = sense.type_code == "attack" and any(True for _ in struck)
    is_bare = (
        head.tag_ in {"VBN", "VBD", "JJ"}
        and ("nsubj" in children or (head.dep_ == "conj" and is_passive(head.head)))
        and children.isdisjoint({"obj", "iobj", "xcomp", "ccomp", "aux"})
        and not (head.dep_ == "acl:relcl" or goes_on_to_object(head) or is_said_of_pronoun(head))
    )
    is_suffered = sense.type_code in PATIENTS | {"release"} or is_struck  # "six dead as hospital bombed"
    return "passive" if is_bare and is_suffered and sense.frame == "act" else "active"


def _is_on_people(sense: Sense, arguments: Arguments, vocab: Vocab) -> bool:
    """Whether what is killed, hurt, arrested or tortured is people, where the text says what it is."""
    is_done_to = sense.pos == "verb" and sense.frame in {"act", "displace", "resettle"}
    if not is_done_to or sense.type_code not in PATIENTS or not arguments.get("object"):
        return True
    taken = PEOPLE | {"vehicle", "aircraft"} if sense.type_code == "abduction" else PEOPLE
    return any(not classes_of(head, vocab).isdisjoint(taken) for head in arguments.get("object"))


def _is_in(word: Token, found: list[Trigger], sense: Sense) -> bool:
    """Whether a word is one of another trigger's, of the same type and mode and with a verb of its own."""
    return any(
        each.start <= word.i < each.end
        and each.sense.pos == "verb"
        and (each.sense.type_code, each.sense.mode) == (sense.type_code, sense.mode)
        for each in found
    )


def _without_compounds(found: list[Trigger]) -> list[Trigger]:
    """Without the words that only modify another event noun ("bomb attack"), or another noun ("protest movement")."""
    by_head = {trigger.head.i: trigger for trigger in found}  # "executed eleven deserters" tells of their death
    dropped = {each.start for each in found if each.sense.frame == "n_defector" and each.head.head.i in by_head}
    for trigger in found:
        head = trigger.head
        if trigger.sense.pos == "noun" and head.dep_ == "conj" and _is_in(head.head, found, trigger.sense):
            dropped.add(trigger.start)  # "fired tear gas and rubber bullets"
        if trigger.sense.pos != "noun" or head.dep_ not in {"compound", "nmod:desc", "amod"} or head.head.i <= head.i:
            continue
        above = by_head.get(head.head.i)
        if above is None:
            is_carried = head.head.lower_ in CARRIERS or head.head.lower_.startswith("operation")
            dropped |= set() if is_carried else {trigger.start}
            continue
        kinds = above.sense.type_code, trigger.sense.type_code
        is_general = kinds[0] in GENERIC and kinds[0] != kinds[1] and kinds != ("agreement", "cooperation")
        dropped.add(above.start if is_general else trigger.start)  # "an extradition treaty" is the treaty
    return [trigger for trigger in found if trigger.start not in dropped]
