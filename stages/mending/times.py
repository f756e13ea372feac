"""Days that a small parser takes for a part of what stands before them: "visited Ankara Saturday"."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import ends_sentence, hang, opens_sentence, previous_word, text_before, text_behind
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.words.speech import is_speech_verb
from stages.words.time_heads import MONTHS, is_given_time, is_time
from stages.words.wordlists import words_of

WEEKDAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")
PARTS_OF_DAY = words_of("night morning afternoon evening")
COUNTED = frozenset({"after", "before"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
STRETCHES = words_of("day spring summer autumn fall winter night week weekend month year")
NEAR = frozenset({"last", "this", "next", "same", "following", "previous"})
NAMED = words_of("black bloody good palm easter ash super holy free")  # "Palm Sunday" and "Super Tuesday" are no days
INSIDE = frozenset({"flat", "compound", "appos", "conj", "nmod", "nmod:desc", "nmod:unmarked", "list", "dep"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})


def free_days(doc: Doc) -> None:
    """Hang each day that stands bare behind a noun on the verb whose day it is, and free what was hung on a time."""
    for token in doc:
        _free_day(token)
        _free_stretch(token)
        _free_from_quality(token)
        _open_night(token)
        _open_stretch(token)
        _part_month(token)
        _grant_time(token)
    for token in doc:
        if token.tag_ in {"VBD", "VBZ", "VBP"}:
            _count_from(token)
    for token in doc:
        if token.dep_ == "obl:unmarked" and is_time(token):
            _free_clause(token)
            _return_time(token)


def _free_day(day: Token) -> None:
    """In "a blast near the mayor's convoy Sunday killed two" the day is when: it is hung on the verb above."""
    if day.lower_ not in WEEKDAYS or not day.text[:1].isupper() or text_before(day) in NAMED:
        return
    if opens_sentence(day) or any(child.dep_ in {"case", "nummod", "amod", "det"} for child in day.lefts):
        return
    if not ends_sentence(day) and day.nbor(1).tag_ in {"POS", "CD", "NN", "NNS", "NNP", "HYPH"}:
        return
    before = day.nbor(-1)
    if before.head == day and before.dep_ in {"compound", "flat"} and before.pos_ in NOMINAL:
        _give_place(day, before)
    elif day.dep_ == "obj" and before == day.head and before.tag_ in {"VBN", "VBD", "VBG"}:
        day.dep_ = "obl:unmarked"  # "issued Sunday"
    elif day.dep_ in NOUN_SUBJECTS and before.pos_ in NOMINAL:
        _give_subject(day, before)
    elif day.head.i > day.i or day.dep_ not in INSIDE or before.pos_ not in NOMINAL:
        return
    else:
        _leave(day, day.head)
    _return_list(day)


def _free_stretch(time: Token) -> None:
    """In "deserted last autumn" the autumn is when, and nothing that anybody deserts."""
    verb = time.head
    is_near = any(child.lower_ in NEAR for child in time.lefts)
    if time.dep_ == "obj" and time.lower_ in STRETCHES and is_near and time.left_edge.i == verb.i + 1:
        time.dep_ = "obl:unmarked"


def _free_from_quality(time: Token) -> None:
    """In "struck a school of displaced families on Monday" it was struck then: "displaced" stands before the noun."""
    quality = time.head
    noun = quality.head
    is_hung_so = time.dep_ == "obl" and is_time(time) and quality.dep_ == "amod" and quality.i < noun.i < time.i
    above = (token for token in noun.ancestors if token.pos_ == "VERB" and token.dep_ not in {"acl", "amod"})
    verb = next(above, None) if is_hung_so else None
    if verb is not None and verb.i < time.i:
        hang(time, verb)


def _open_night(time: Token) -> None:
    """In "On Sunday night security forces raided it" the night is when, and says nothing of the forces."""
    noun, day = time.head, time.nbor(-1) if time.i else time
    case = next((child for child in noun.lefts if child.dep_ == "case" and child.i == day.i - 1), None)
    is_inside = time.lower_ in PARTS_OF_DAY and time.dep_ == "compound" and noun.dep_ in NOUN_SUBJECTS
    if is_inside and case is not None and day.lower_ in WEEKDAYS and hang(time, noun.head, "obl"):
        hang(case, time)
        hang(day, time, "compound")


def _open_stretch(time: Token) -> None:
    """In "Last week army chief Omar Sow resigned" the week is when, and no part of his post."""
    near = previous_word(time)
    is_opening = near.lower_ in NEAR and near.tag_ in {"JJ", "DT"} and (opens_sentence(near) or near.is_title)
    if time.lower_ not in STRETCHES or time.dep_ != "compound" or not is_opening or text_behind(time) in POSSESSIVE:
        return
    noun = time.head
    while noun.dep_ in {"compound", "nmod:desc", "amod"} and noun.head.i > noun.i:
        noun = noun.head
    if noun.dep_ in NOUN_SUBJECTS and noun.left_edge == near and hang(time, noun.head, "obl:unmarked"):
        hang(near, time, "amod")


def _grant_time(time: Token) -> None:
    """In "gave the town three days to surrender" the town has three days, and it is the town that should surrender."""
    verb = time.head
    if time.dep_ not in {"obj", "obl:unmarked"} or not is_given_time(time):
        return
    time.dep_ = "obj"
    for child in verb.rights:
        if child.tag_ == "VB" and child.left_edge.i == time.i + 1 and child.left_edge.lower_ == "to":
            hang(child, time, "acl")


def _part_month(name: Token) -> None:
    """In "In July Omar Sow, a colonel, fled" the month is when, and no part of who fled."""
    verb = name.head
    case = next((child for child in name.lefts if child.dep_ == "case" and child.lower_ in {"in", "since"}), None)
    month = case.nbor(1) if case is not None else name
    is_inside = name.dep_ == "obl" and name.ent_type_ == "PERSON" and month.ent_type_ != "PERSON"
    if (
        case is None
        or not is_inside
        or name.i > verb.i
        or month.lower_.rstrip(".") not in MONTHS
        or not name.is_ancestor(month)
    ):
        return
    if not hang(month, verb, "obl"):
        return
    hang(case, month)
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i > name.i), None)
    name.dep_ = "nsubj"
    if subject is not None and text_before(subject.left_edge) == ",":
        name.dep_ = subject.dep_
        hang(subject, name, "appos")


def _count_from(verb: Token) -> None:
    """In "warned them on Monday, a day after his general threw in his lot" the general does, and no day does."""
    _count_after(verb)
    time, subject = ([child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS] + [None, None])[:2]
    after = next((child for child in subject.lefts if child.dep_ == "case"), None) if subject is not None else None
    if time is None or after is None or not is_time(time) or after.i != time.i + 1 or after.lower_ not in COUNTED:
        return
    time.dep_, verb.dep_ = "obl:unmarked", "advcl" if verb.dep_ in {"conj", "parataxis"} else verb.dep_
    hang(after, verb, "mark")


def _count_after(verb: Token) -> None:
    """In "freed him a day after each side accused the other" each side does, and it is no day of a side's."""
    times = [c for c in verb.lefts if c.dep_ in {"obl:unmarked", "obl", *NOUN_SUBJECTS} and is_time(c)]
    phrases = [phrase for time in times for phrase in (*time.rights, *verb.lefts) if phrase.left_edge.i == time.i + 1]
    phrase = next((phrase for phrase in phrases if phrase.dep_ in {"nmod", "obl"} and case_of(phrase) in COUNTED), None)
    others = (child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child not in times)
    if phrase is None or phrase.right_edge.i != verb.i - 1 or any(True for _ in others):
        return
    after = next(child for child in phrase.lefts if child.dep_ == "case")
    if hang(phrase, verb, "nsubj"):
        hang(after, verb, "mark")
        for time in times:
            time.dep_ = "obl:unmarked"
        verb.dep_ = "advcl" if verb.dep_ in {"conj", "parataxis"} else verb.dep_


def _free_clause(time: Token) -> None:
    """In "signed a treaty last month that binds them" the treaty binds them, and not the month."""
    verb = time.head
    things = (child for child in verb.rights if child.dep_ == "obj" and child.i < time.i)
    thing = next((child for child in things if child.tag_.startswith("NN")), None)
    clause = next((child for child in time.rights if child.dep_ == "acl:relcl"), None)
    if thing is not None and clause is not None and any(child.lower_ in {"that", "which"} for child in clause.lefts):
        hang(clause, thing)


def _return_time(time: Token) -> None:
    """In "said last week Chad had agreed" it was said last week: the agreement begins behind the time."""
    clause = time.head
    teller = clause.head
    is_content = clause.dep_ == "ccomp" and teller.i < time.i < clause.i and is_speech_verb(teller)
    subject = next((child for child in clause.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if not is_content or subject is None or time.left_edge.i != teller.i + 1:
        return
    if subject.left_edge.i == time.right_edge.i + 1 and clause.left_edge == time.left_edge:
        hang(time, teller)


def _give_place(day: Token, noun: Token) -> None:
    """In "near the convoy Sunday" the convoy may be read as what names the day: it takes the day's place."""
    head, relation = day.head, day.dep_
    if head == day or not hang(noun, head, relation):
        return
    for child in [child for child in day.children if child != noun]:
        hang(child, noun)
    _leave(day, noun)


def _give_subject(day: Token, last: Token) -> None:
    """In "said a blast near the convoy Sunday killed two" no day kills, but what the phrase before it is of."""
    verb, noun = day.head, last
    while noun.dep_ in {"nmod", "compound", "nmod:poss", "flat", "appos", "conj"} and noun.head.i >= day.sent.start:
        noun = noun.head
    is_free = not any(child.dep_ in NOUN_SUBJECTS and child != day for child in verb.lefts)
    if noun.head == verb or (is_free and noun.dep_ in {"obj", "obl"} and hang(noun, verb, day.dep_)):
        day.dep_ = "obl:unmarked"


def _leave(day: Token, noun: Token) -> None:
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None or not hang(day, verb, "obl:unmarked"):
        return
    for child in [child for child in day.rights if child.dep_ in {"acl", "acl:relcl", "nmod", "obl", "advcl"}]:
        hang(child, noun if child.dep_ != "advcl" else verb)


def _return_list(day: Token) -> None:
    """In "in notes issued Sunday, Ankara and the rebels said" those behind the comma speak, and are no days."""
    members = [child for child in day.rights if child.dep_ in {"conj", "appos"} and child.pos_ in NOMINAL]
    verb = next((above for above in day.ancestors if above.pos_ == "VERB" and above.i > day.i), None)
    if not members or verb is None or "," not in {members[0].left_edge.text, text_before(members[0].left_edge)}:
        return
    if any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts) or members[-1].right_edge.i >= verb.i:
        return
    first, *others = members
    if not hang(first, verb, "nsubj"):
        return
    for other in others:
        hang(other, first, "conj")
    for comma in [child for child in first.lefts if child.text == ","]:
        hang(comma, verb)
