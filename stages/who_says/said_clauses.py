"""Where a verb of saying stands to what it might tell: in a clause of time, before its own "that", cut off from it."""

from itertools import pairwise

from spacy.tokens import Span, Token

from stages.parsing.heads import NOUN_SUBJECTS, SUBJECTS
from stages.parsing.neighbours import ends_sentence, opens_sentence, text_before
from stages.parsing.tags import TENSED
from stages.who_says.speakers import DASHES, OPENINGS, is_time, speaker_of
from stages.words.time_heads import opens_day
from stages.words.wordlists import words_of

# Words that open a clause of when or why somebody spoke: "said as troops shelled the town".
CIRCUMSTANCES = words_of("when while as after before since although though because until once where despite during")
RELATIVES = frozenset({"who", "whose", "whom", "which", "where"})
MARKS = frozenset({"mark", "advmod", "case"})
FELT = words_of("horrified shocked saddened appalled outraged dismayed alarmed angered stunned sickened")
CHARGES = words_of("charge charges claim claims accusation accusations allegation allegations assertion")
SPANS = words_of("hours days weeks months minutes day hour week month")
NOT = frozenset({"not", "n't", "n’t", "never"})
TIMING = words_of("after before when while since until")
SPEAKING = words_of("speaking talking writing commenting responding reacting addressing testifying")


def is_timed(verb: Token, trigger: Token) -> bool:
    """ "was freed days after officials said": in a clause of time it covers nothing before it, nor what ";" parts."""
    if any(token.text == ";" or goes_on_otherwise(token) for token in verb.doc[verb.i : trigger.i]):
        return True
    subjects = (child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    words = (*verb.lefts, *(word for subject in subjects for word in subject.lefts))
    return any(word.lower_ in TIMING and word.dep_ in MARKS and trigger.i < word.i for word in words)


def goes_on_otherwise(token: Token) -> bool:
    """ "said it was urgent, however, the draft did not": with "however" the writer goes on."""
    is_inside = not opens_sentence(token) and not ends_sentence(token)
    return token.lower_ == "however" and is_inside and token.nbor(-1).text == "," and token.nbor(1).text == ","


def is_before_that(trigger: Token, verb: Token) -> bool:
    """Whether a word stands between a verb of saying and the "that" of what is said: "said during the siege that"."""
    clauses = (child for child in verb.rights if child.dep_ == "ccomp")
    marks = (mark.i for clause in clauses for mark in clause.lefts if mark.dep_ == "mark" and mark.lower_ == "that")
    return any(verb.i < trigger.i < mark for mark in marks)


def is_cut_off(clause: Token) -> bool:
    """Whether a clause has lost its subject to the verb of saying: "says the toll from the raid has risen"."""
    deps = {child.dep_ for child in clause.lefts}
    verb = clause.head
    has_thing = any(child.dep_ == "obj" and verb.i < child.i < clause.i for child in verb.children)
    return has_thing and clause.dep_ == "conj" and "aux" in deps and deps.isdisjoint({"cc", *NOUN_SUBJECTS})


def is_writers(clause: Token) -> bool:
    """ ", as mediators meet in Tripoli", ", a day after he fled": what stands beside the saying is the writer's."""
    words = [child.lower_ for child in clause.lefts if child.dep_ == "mark"]
    if any(child.lower_ == "where" for child in clause.lefts) and text_before(clause.left_edge) != "that":
        return "," in {clause.left_edge.text, text_before(clause.left_edge)}  # "told them in Rome, where he was held"
    is_set_off = "," in {clause.left_edge.text, text_before(clause.left_edge)}
    first = clause.left_edge.i - (clause.left_edge.text != ",")
    if is_set_off and opens_later(clause.doc[first : clause.i]):
        return True
    is_counted = words[:1] in (["after"], ["before"]) and any(c.dep_ == "obl:unmarked" for c in clause.lefts)
    is_beside = words[:1] in (["as"], ["while"]) or is_counted
    return is_set_off and is_beside and any(c.dep_ in NOUN_SUBJECTS for c in clause.lefts)


def is_aside(trigger: Token) -> bool:
    """ "said the driver, who was arrested, had blacked out": what commas set off behind a name is the writer's."""
    clause = next((token for token in (trigger, *trigger.ancestors) if token.dep_ == "acl:relcl"), None)
    if clause is None or not any(child.lower_ in {"who", "whom", "whose", "which"} for child in clause.lefts):
        return False
    rest = clause.doc[clause.i : clause.sent.end]
    behind = next((after for comma, after in pairwise(rest) if comma.text == ","), None)
    is_set_off = "," in {clause.left_edge.text, text_before(clause.left_edge)}
    return is_set_off and behind is not None and not clause.is_ancestor(behind)


def is_set_against(clause: Token) -> bool:
    """ "said talks would go on, even as troops shelled the town": the writer sets the shelling against what is said."""
    first = next((token for token in clause.subtree if not token.is_punct), clause)
    is_even_as = first.lower_ == "even" and first.i + 1 < first.sent.end and first.nbor(1).lower_ == "as"
    return clause.dep_ == "advcl" and is_even_as and text_before(first) == ","


def describes(verb: Token) -> bool:
    """ "a blast that the mayor described as": what is said is of the noun before it, the sentence is the writer's."""
    if verb.dep_ != "acl:relcl":
        return any(_is_charge(child) for child in verb.lefts)
    first = verb.left_edge  # "those they claim to defend"
    is_bound = not first.is_punct and first.i > verb.sent.start and first.nbor(-1) == verb.head
    is_bound = is_bound or _is_charge(verb.head)
    return is_bound or any(child.lower_ in {"that", "which", "who"} for child in verb.children)


def _is_charge(noun: Token) -> bool:
    """ "blamed the rebels, a charge their leader denied": what was told before is no saying of his."""
    return noun.lower_ in CHARGES and "," in {noun.left_edge.text, text_before(noun.left_edge)}


def relative_before(sent: Span, at: int) -> int:
    """Where the clause opens that an aside at a token breaks into: "the town, | whose men, a doctor said, had fled".

    The start of the sentence where it breaks into no such clause. Between dashes it tells of its own clause alone:
    "ten were held, | as 5,000 people – the union says – marched".
    """
    if at > sent.start and DASHES & {sent.doc[at - 1].text, sent.doc[at].text}:
        return next((token.i for token in reversed(sent.doc[sent.start : at]) if token.text in ",;"), int(sent.start))
    for token in reversed(sent.doc[sent.start : at]):
        first = token.nbor(-1) if token.i > sent.start and token.nbor(-1).tag_ == "IN" else token  # ", during which"
        if token.lower_ in RELATIVES and text_before(first) == ",":
            return int(token.i)
        if token.tag_ in TENSED:
            break
    return int(sent.start)


def is_told_first(clause: Token, verb: Token) -> bool:
    """ "Forty were hurt in the raid, he told reporters": a whole clause before the verb of saying."""
    is_whole = any(child.dep_ in SUBJECTS for child in clause.lefts)
    return (
        clause.i < verb.i
        and is_whole
        and not any(child.dep_ == "mark" or child.tag_ == "WRB" for child in clause.lefts)
    )


def is_asked_when(clause: Token, verb: Token) -> bool:
    """ "did not say when it had taken the town": of what is known they do not tell the day."""
    is_when = any(child.lower_ == "when" and child.dep_ == "advmod" for child in clause.lefts)
    is_unsaid = any(child.lower_ in NOT for child in verb.lefts)
    return is_when and is_unsaid and clause.i > verb.i and all(child.dep_ != "ccomp" for child in verb.children)


def felt_above(trigger: Token) -> Token | None:
    """ "said he was horrified by the raid that killed ten": what is felt of an event is said, and not that it was."""
    return next((token for token in trigger.ancestors if token.lower_ in FELT and token.i < trigger.i), None)


def is_bound(verb: Token) -> bool:
    """ "mines they say are run by thugs", "…, a charge it denies": bound to a noun, it says nothing of the sentence."""
    if any(_is_charge(child) for child in verb.lefts):
        return True
    is_led = text_before(verb.left_edge).isalpha() and verb.left_edge.tag_ == "PRP"
    return is_led and not ends_sentence(verb) and verb.nbor(1).tag_ in TENSED


def is_hours_after(noun: Token) -> bool:
    """ "said, just hours after they agreed on a truce": a span of time beside a verb of saying is the writer's."""
    is_apart = noun.lower_ in SPANS and noun.dep_ == "parataxis" and noun.i > noun.head.i
    return (
        is_apart
        and noun.nbor(1).lower_ in {"after", "before"}
        and "," in {noun.left_edge.text, text_before(noun.left_edge)}
    )


def opens_later(following: Span) -> bool:
    """ ", just hours after they agreed": behind a verb of saying it tells when, and not what."""
    first = next((token for token in following[1:5] if token.lower_ in SPANS), None)
    is_later = first is not None and not ends_sentence(first) and first.nbor(1).lower_ in {"after", "before"}
    return is_later and following[0].text == ","


def is_left_at(verb: Token, sent: Span) -> bool:
    """Whether a verb of saying ends its clause: ", he said," and ", the ministry said on Monday, even as"."""
    behind = sent.doc[verb.i + 1]
    if behind.text in OPENINGS:
        return True
    comma = next((token for token in sent.doc[verb.i + 1 : min(verb.i + 5, sent.end - 1)] if token.text == ","), None)
    is_day = comma is not None and (opens_day(behind) or behind.tag_ == "IN") and is_time(comma.nbor(-1))
    return is_day and comma is not None and comma.nbor(1).lower_ in CIRCUMSTANCES | {"even"}


def says_its_own(verb: Token, token: Token) -> bool:
    """ "ISIS claims the attack, FBI says the gunman had no link": what follows is said, and not what stands before.

    Nor is what stands before a clause of time: "promised to act after a paper said that".
    """
    speaker = speaker_of(verb)
    if speaker is not None and token.i < speaker.left_edge.i - 1:
        opening = verb.doc[speaker.left_edge.i - 1]
        if opening.lower_ in {";", "after", "when", "while", "because", "since", "before", "although"}:
            return True
    is_open = not ends_sentence(verb) and not verb.nbor(1).is_punct
    return is_open and any(child.dep_ == "ccomp" and child.left_edge.i == verb.i + 1 for child in verb.rights)


def is_of_speech_frame(trigger: Token) -> bool:
    """ "Speaking a week after the raid, the mayor said": what sets the scene of a speech is not what is said in it."""
    clause = next((token for token in trigger.ancestors if token.lower_ in SPEAKING), None)
    return (
        clause is not None and clause.dep_ == "advcl" and clause.i <= clause.sent.start + 1 and clause.i < clause.head.i
    )
