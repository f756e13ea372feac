"""Whether a date that an event might reach is of another clause or thing: of what came later, of a vote."""

from itertools import takewhile

from spacy.tokens import Span, Token

from stages.grammar.control import FOR_DEED
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.when.forms import MONTHS
from stages.where.other_clauses import HELD
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

YEAR_DIGITS = 4
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
BESIDE = frozenset({"after", "before"})
# What is put before the public has the day on which it was, and not that of what it shows.
CHARGING = frozenset({"accuse", "blame", "condemn", "suspect", "criticise", "criticize", "denounce", "charge"})
SHOWN = words_of("uploaded posted published aired broadcast circulated shared screened televised")
DECLARING = frozenset({"announce", "declare"})
OWN = words_of("he she they it i we")
MOTIVES = words_of("retaliation response revenge reprisal reaction vengeance retribution reply answer")
SINCE = frozenset({"since", "following", "until"})
DASHES = frozenset({"-", "–", "—", "--"})
REMEMBERED = frozenset({"wake", "aftermath", "anniversary", "background", "backdrop"})
VOTES = frozenset({"election", "vote", "poll", "referendum", "summit", "anniversary"})


def is_through_another(rising: list[Token], falling: list[Token], last: Token, trigger: Token) -> bool:
    """Whether the way down to a date, whose last word is given, leads through what has a day of its own."""
    if any(_opens(falling[0], token) and trigger.i < falling[0].i for token in falling[1:]):
        return True
    is_of_vote = len(falling) > 1 and falling[1].lower_.rstrip("s") in VOTES  # "a boycott of April's elections"
    is_later = last.lower_ == "later" and any(token.tag_.startswith("VB") for token in falling[1:])
    is_later = is_later or any(_is_telling(token) for token in falling)
    is_of_vote = is_of_vote and falling[0].i < falling[1].i
    return is_later or is_of_vote or _is_of_clause_before(rising, falling)


def _is_telling(clause: Token) -> bool:
    """ "As the minister announced on Monday, Norway will send aid": the word was given on that day."""
    is_as = any(child.dep_ == "mark" and child.lower_ == "as" for child in clause.lefts)
    return clause.dep_ == "advcl" and is_as and (is_speech_verb(clause) or lemma_of(clause) in DECLARING)


def _is_of_clause_before(rising: list[Token], falling: list[Token]) -> bool:
    """ "is the first since the attacks of last year, and the two sides spoke of trade": they spoke on another day.

    Nor is it a day of what is said of something in a clause below: "sent aid, adding to what it has paid since 2012".
    """
    is_apart = any(
        token.dep_ == "conj" and any(child.dep_ in NOUN_SUBJECTS for child in token.lefts) for token in rising
    )
    below = {token.dep_ for token in falling[1:]}
    is_deep = {"acl:relcl", "advcl"} <= below and not rising[1:]
    is_since = any(case_of(token) == "since" for token in falling[1:])  # "the worst loss since the fall of Homs in May"
    return is_deep or is_since or (is_apart and any(_is_led_since(token) for token in falling[1:]))


def _is_led_since(token: Token) -> bool:
    return token.dep_ == "obl" and case_of(token) in SINCE


def _opens(root: Token, verb: Token) -> bool:
    """ "sailed in, and on Monday took the fort": a date between the "and" and its verb is that verb's alone."""
    is_joined = verb.dep_ == "conj" and verb.tag_.startswith("VB") and root.i < verb.i
    return is_joined and any(child.dep_ == "cc" and child.i < root.i for child in verb.lefts)


def is_counted_from(rising: list[Token]) -> bool:
    """Whether the trigger is what a date is counted from, or took days of its own to end on it.

    "fled on Monday, two days after snipers fired", "took the town on Monday after a six-week siege".
    """
    return any(
        (word.lower_ in BESIDE and word.i and _is_unit(word.nbor(-1)))
        or (_is_unit(word) and word.nbor(1).lower_ in BESIDE)
        or (word.lower_ == "after" and word.dep_ == "case" and any(_is_unit(below) for below in token.lefts))
        for token in rising
        for word in _before(token)
    )


def _before(token: Token) -> list[Token]:
    return [word for child in token.lefts for word in (child, *child.lefts)]


def _is_unit(word: Token) -> bool:
    return word.lower_.removesuffix("s") in UNITS


def is_of_participle(trigger: Token, start: int) -> bool:
    """ "girls seized by rebels two years ago were freed", "taken in May to be freed": a participle has its own days."""
    doc = trigger.doc
    if start >= trigger.i or start < 1 or doc[start - 1].is_punct:
        return False
    clauses = (token for token in (doc[start - 1], *doc[start - 1].ancestors) if token.dep_ in {"acl", "acl:relcl"})
    clause = next(clauses, None)
    is_inside = clause is not None and clause.is_ancestor(trigger) and trigger.left_edge.lower_ != "to"
    return clause is not None and clause.tag_ == "VBN" and clause != trigger and not is_inside


def is_of_participle_behind(falling: list[Token], trigger: Token) -> bool:
    """ "clashes with an army raised in May", "fires in a video posted on Monday": what lies behind has the day."""
    return any(
        token.i > trigger.i
        and text_before(token) != ","
        and (
            (token.tag_ == "VBN" and trigger.tag_.startswith("VB") and token.dep_ in {"acl", "advcl"})
            or (token.tag_ == "VBN" and token.dep_ == "acl" and token.head not in {trigger, trigger.head})
            or (token.lower_ in SHOWN and token.dep_ in {"acl", "advcl", "xcomp"})
        )
        for token in falling[1:]
    )


def is_of_relative(trigger: Token, root: Token) -> bool:
    """ "freed two men they had seized in May": the month right behind a relative clause is that of the clause."""
    at = root.i - 2 if root.i > 1 and root.nbor(-1).dep_ == "case" else root.i - 1
    verb = root.doc[max(at, 0)]
    is_long_ago = root.text.lower() in MONTHS or _is_year(root)
    held = next((token for token in (verb, *verb.ancestors) if token.lower_ in HELD and token.dep_[:3] == "acl"), None)
    if held is not None and held.right_edge.i == at and trigger.is_ancestor(held):
        return is_long_ago  # "freed eleven men seized in Basra in March"
    is_past = any(child.lower_ == "had" for child in verb.lefts)
    return verb.dep_ == "acl:relcl" and is_past and is_long_ago and verb != trigger and trigger.is_ancestor(verb)


def has_year(words: Span) -> bool:
    """Whether a year is written out."""
    return any(_is_year(word) for word in words)


def _is_year(word: Token) -> bool:
    return len(word.text) == YEAR_DIGITS and word.text.isdigit()


def is_of_named(root: Token, trigger: Token) -> bool:
    """ "ended with the 1884 treaty", "blamed for the 2008 raids": a year before a noun says which."""
    noun = root.head
    return (
        _is_year(root) and case_of(noun) in {"with", "by", "over", "to", "of", "for"} and noun not in trigger.ancestors
    )


def is_of_quality(trigger: Token, root: Token) -> bool:
    """ "attacked over the recently ended truce": the time says which truce."""
    word = root.head
    return word.dep_ == "amod" and word.tag_ in {"VBN", "JJ"} and word.i > root.i and trigger not in {word, word.head}


def is_said_apart(rising: list[Token]) -> bool:
    """ "said that ten fled on Monday and that two were shot": each that is said has days of its own."""
    return any(token.dep_ == "conj" and any(child.lower_ == "that" for child in token.lefts) for token in rising)


def is_set_against(clause: Token) -> bool:
    """ "refused the terms, but the king signed them in May": with "but" and a subject of its own it has its own day."""
    words = {child.dep_: child.lower_ for child in clause.lefts}
    return words.get("cc") in {"but", "while", "yet"} and ("nsubj" in words or "nsubj:pass" in words)


def is_declared(verb: Token, rising: list[Token]) -> bool:
    """ "announced on Monday that he was joining the rebels": he joins them by saying so."""
    clause = rising[-1]
    words = {child.dep_: child.lower_ for child in clause.lefts}
    is_under_way = words.get("aux") in {"is", "are", "was", "were", "am"} and clause.tag_ == "VBG"
    return lemma_of(verb) in DECLARING and words.get("nsubj") in OWN and is_under_way


def is_in_aside(trigger: Token, start: int, end: int) -> bool:
    """Whether a date stands between dashes and the event outside: "the party - in power since 1963 - fired"."""
    sent, doc = trigger.sent, trigger.doc
    before = [
        token.i for token in doc[sent.start : start] if token.text in DASHES and token.i and token.nbor(-1).whitespace_
    ]
    after = [token.i for token in doc[end : sent.end] if token.text in DASHES and token.whitespace_]
    return len(before) % 2 == 1 and bool(after) and not before[-1] < trigger.i < after[0]


def is_of_motive(trigger: Token, start: int) -> bool:
    """Whether a date is of what an event answers: "an assault in retaliation for air strikes this month".

    And the other way round: "shelled it on Monday in retaliation for a raid" says nothing of the day of the raid.
    """
    if start < trigger.i:
        answered = [trigger, *takewhile(lambda above: above.tag_[:2] != "VB", trigger.ancestors)]
        return any(_is_answered(token, start) for token in answered)
    between = trigger.doc[trigger.i + 1 : start]
    return any(token.lower_ in MOTIVES for token in between) and not any(token.text in ",;" for token in between[-1:])


def _is_answered(token: Token, start: int) -> bool:
    """Whether a phrase is led by "in retaliation for", and an expression stands before that."""
    cases = (child for child in token.lefts if child.lower_ in {"for", "to"} and child.i > start + 1)
    return any(case.nbor(-1).lower_ in MOTIVES for case in cases)


def is_of_what_follows(trigger: Token, start: int) -> bool:
    """ "after talks in Lima, ahead of a visit to Quito next week": what comes then has the day."""
    words = [token.lower_ for token in trigger.doc[trigger.i + 1 : max(start, trigger.i + 1)]]
    return any(words[at : at + 2] == ["ahead", "of"] for at in range(len(words))) and words[-1] != ","


def is_remembered(trigger: Token, start: int, end: int) -> bool:
    """Whether a date names what an event follows: "invaded it in the wake of the May 2001 attacks"."""
    before = [token.lower_ for token in trigger.doc[max(trigger.sent.start, start - 3) : end]]
    is_named = any(before[at + 1 : at + 2] == ["of"] and before[at] in REMEMBERED for at in range(len(before)))
    return is_named and end < trigger.sent.end and trigger.doc[end].tag_.startswith("NN") and trigger.i < start


def is_above_reason(rising: list[Token], day: int) -> bool:
    """ "on Friday praised the crew for saving", "accused the army on Friday of a massacre": the words have a day.

    Behind a clause it is that of the deed, wherever it hangs: "accused the army of burning ten villages last month".
    So is a year: "were charged over the killing of a priest in 2009".
    """
    rising = [token for token in rising if not (token.i < day and _is_year(token.doc[day]))]
    return any(
        (
            (token.dep_ == "obl" and token.head.lower_ in FOR_DEED)
            or (token.dep_ == "advcl" and token.tag_ == "VBG" and day < token.i)
            or (token.dep_ in {"obl", "nmod"} and lemma_of(token.head) in CHARGING)
        )
        and any(
            child.lower_ in {"for", "over"} | ({"of"} if lemma_of(token.head) in CHARGING else set())
            for child in token.lefts
        )
        for token in rising
    )


def is_told_of_now(clause: Token) -> bool:
    """ "begins on Tuesday for a guard, who was convicted": what is now has the day, and not what was.

    Nor has what had been: "was joined in May by men who had fled".
    """
    if clause.dep_ != "acl:relcl" or not any(child.lower_ in {"was", "were", "had"} for child in clause.lefts):
        return False
    verb = next((token for token in clause.head.ancestors if token.tag_.startswith("VB")), clause)
    words = {child.lower_ for child in verb.lefts}
    own = {child.lower_ for child in clause.lefts}
    if "had" in own and own & {"who", "which", "where"}:
        return verb.tag_ in {"VBD", "VBN"} and "had" not in words
    return verb.tag_ in {"VBZ", "VBP"} or bool(words & {"is", "are", "will"})
