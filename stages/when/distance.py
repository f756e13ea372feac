"""How far a time expression stands from an event word: in the tree where there is one, else in words."""

from spacy.tokens import Token

from stages.grammar.agreement import is_known_by
from stages.when.clauses import (
    is_above_reason,
    is_counted_from,
    is_declared,
    is_in_aside,
    is_of_motive,
    is_of_named,
    is_of_participle,
    is_of_participle_behind,
    is_of_quality,
    is_of_relative,
    is_of_what_follows,
    is_remembered,
    is_said_apart,
    is_set_against,
    is_through_another,
    is_told_of_now,
)
from stages.when.own_days import (
    is_another,
    is_commemorated,
    is_defied,
    is_of_second,
    is_of_thwarted,
    is_open,
    is_second_relative,
)
from stages.where.other_clauses import is_of_now
from stages.words.people import is_person_noun
from stages.words.speech import is_saying, is_speech_verb, lemma_of

FARTHEST = 6.0  # steps; a clause up is 3.75, a clause up and a phrase down 4.75, two clauses apart more
FATAL = frozenset({"kill", "die", "wound", "injure", "hurt", "death", "injury"})
ENDED = frozenset({"death", "deaths", "killing", "killings"})  # "announced on Friday the death": the news has the day
CLAUSES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj"})
ENDING = frozenset({"lifted", "relaxed", "eased", "ended", "expired", "collapsed", "cancelled", "broken"})
SHARED = frozenset({"conj", "xcomp"})
NOMINAL = frozenset({"nmod", "obj", "obl", "nsubj", "nsubj:pass", "obl:agent", "compound", "appos", "nmod:poss"})
SPANS = frozenset({"hours", "days", "weeks", "months", "years", "nights"})
BESIDE = frozenset({"after", "before", "following", "ahead"})
SERVICES = frozenset({"prayer", "prayers", "mass", "sermon", "service", "services"})  # "after Friday prayers": on it
PREMODIFYING = frozenset({"nmod:poss", "compound", "nmod:desc", "nmod", "amod", "nmod:unmarked", "nummod", "det"})
CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "--", "and", "but", "while", "when", "after", "before", "because"})


def distance(trigger: Token, start: int, end: int) -> float:
    """Steps from the trigger to the expression over tokens `start` to `end`; above FARTHEST is too far."""
    doc = trigger.doc
    if not doc.has_annotation("DEP"):
        return _words_between(trigger, start, end)
    if _touches(trigger, start, end):
        return 0.0
    root = doc[start:end].root
    if (
        _dates_another(trigger, root)
        or is_of_motive(trigger, start)
        or is_of_what_follows(trigger, start)
        or is_of_quality(trigger, root)
        or is_of_participle(trigger, start)
        or is_of_relative(trigger, root)
        or _is_told_apart(trigger, start, end)
    ):
        return FARTHEST + 1
    up, down = path_of(trigger), path_of(root)
    common = next((token for token in up if token in down), None)
    if common is None:
        return FARTHEST + 1
    rising, falling = up[: up.index(common)], down[: down.index(common)]
    is_run_up = any(token.lower_ in SPANS and _is_led(token, "after") for token in (*rising[1:], common))
    is_outside = any(_is_of_subject(token) for token in rising)  # "soldiers who had fled gave up on Friday"
    is_of_other = [token.dep_ for token in falling[1:] if token.dep_ in SHARED] == ["xcomp", "conj"]
    is_of_other = is_of_other or is_of_second(rising, falling)
    is_news = rising[-1:] == [trigger] and trigger.dep_ == "obj" and is_speech_verb(common) and trigger.lower_ in ENDED
    is_outside = is_outside or any(is_told_of_now(token) for token in rising)
    is_since = doc[start].lower_ != "since" and any(_is_since(token) for token in rising)
    if (
        is_news
        or is_of_other
        or is_outside
        or is_run_up
        or is_since
        or _is_of_other_word(trigger, root, rising, falling, doc[end - 1])
    ):
        return FARTHEST + 1
    steps = sum(_cost(token) * 1.5 for token in rising) + sum(_falling_cost(token, trigger) for token in falling[1:])
    is_told = is_speech_verb(common) and any(token.dep_ in CLAUSES or token.dep_ == "xcomp" for token in rising)
    is_told = is_told and not is_declared(common, rising)
    return steps + 4 * is_told + abs(trigger.i - start) / 100


def _is_of_other_word(trigger: Token, root: Token, rising: list[Token], falling: list[Token], last: Token) -> bool:
    """Whether the way between an event and a date leads through what has, or needs, days of its own."""
    return (
        is_counted_from(rising)
        or is_through_another(rising, falling, last, trigger)
        or is_of_participle_behind(falling, trigger)
        or is_said_apart(rising)
        or _is_of_thing(root, falling, rising)
        or is_above_reason(rising, root.i)
        or is_commemorated(rising)
        or is_of_thwarted(rising)
        or is_defied(rising)
        or any(is_open(token) for token in rising)
        or any(is_another(token) for token in falling)
    )


def _is_since(verb: Token) -> bool:
    """ "was seized in May and his captors have asked for a ransom", "fled in May and is now at home".

    What has been done since, and what is now, is of no day before.
    """
    own = {child.dep_: child.lower_ for child in verb.lefts}
    is_since = "nsubj" in own and own.get("aux") in {"has", "have"}
    return verb.dep_ == "conj" and (is_since or is_of_now(verb))


def _is_of_subject(clause: Token) -> bool:
    """Whether a relative clause is of the people that a sentence goes on to tell of: "a man held in Yola was freed"."""
    if is_known_by(clause):
        return True
    words = {word.lower_ for child in clause.lefts for word in (child, *child.lefts)}
    is_person = is_person_noun(clause.head) or not words.isdisjoint({"who", "whose", "whom"})
    return clause.dep_ == "acl:relcl" and clause.head.dep_.startswith("nsubj") and is_person


def _is_led(token: Token, word: str) -> bool:
    """Whether a preposition leads a phrase: "after two days of clashes" the clashes have days of their own."""
    return any(child.dep_ == "case" and child.lower_ == word for child in token.lefts)


def _is_of_thing(root: Token, falling: list[Token], rising: list[Token]) -> bool:
    """Whether a date only says which thing another word names: "the candidates of the July 24 vote had vowed"."""
    is_before = root.dep_ in PREMODIFYING and root.head.i > root.i and len(falling) > 1
    is_across = any(token.dep_ in CLAUSES for token in rising)
    is_of_subject = root.dep_ == "nmod" and len(falling) > 1 and falling[1].dep_.startswith("nsubj")
    is_subject_of = is_before and falling[1].dep_ == "nsubj" and rising[:1] != [] and rising[0].tag_.startswith("NN")
    return (is_before and (len(falling) > 2 or is_across)) or (is_of_subject and is_across) or is_subject_of


def _is_told_apart(trigger: Token, start: int, end: int) -> bool:
    """Whether a date stands in an aside, names what an event follows, or is that of what came after it."""
    is_apart = is_in_aside(trigger, start, end) or is_remembered(trigger, start, end)
    is_behind_stop = any(token.text == ";" for token in trigger.doc[trigger.i : max(start, trigger.i)])
    return is_apart or is_behind_stop or _is_before_after(trigger, start)


def _is_before_after(trigger: Token, start: int) -> bool:
    """ "took effect on Friday after talks in Oslo", "took it on Friday after troops left": these were before."""
    word = next((child for child in trigger.lefts if child.dep_ in {"case", "mark"} and child.lower_ in BESIDE), None)
    is_cause = trigger.dep_ == "advcl" and lemma_of(trigger.head) in {"kill", "wound"}  # "killed after a mine blew up"
    return word is not None and start < word.i and trigger.dep_ in {"obl", "nmod", "advcl"} and not is_cause


def _touches(trigger: Token, start: int, end: int) -> bool:
    """Whether an expression stands right before a noun or right behind an event: "the 2001 attacks", "fled Monday"."""
    doc = trigger.doc
    if end <= trigger.i:
        between = doc[end : trigger.i]
        is_noun = trigger.tag_.startswith("NN") or trigger.pos_ == "NOUN"
        return is_noun and len(between) <= 2 and all(token.tag_[:2] in {"NN", "JJ"} for token in between)
    between = doc[trigger.i + 1 : start]
    root = doc[start:end].root
    if not between and root.dep_ in PREMODIFYING and root.head.i >= end:
        return False  # "are investigating Monday's raid"
    return len(between) <= 1 and all(token.lower_ in {"on", "in", "at", "last", "early", "late"} for token in between)


def _dates_another(trigger: Token, root: Token) -> bool:
    """Whether a time stands before the noun of another event: "left after a dawn raid", "followed a Monday raid"."""
    noun = root.head
    is_other = noun.i != trigger.i and noun.lower_ not in SERVICES
    is_before = is_other and root.i < noun.i and root.dep_ in {"compound", "amod", "nmod"}
    is_beside = any(child.dep_ == "case" and child.lower_ in BESIDE for child in noun.children)
    is_beside = is_beside or (noun.dep_ in {"obj", "nsubj:pass"} and lemma_of(noun.head) in {"follow", "precede"})
    return is_before and (is_beside or is_of_named(root, trigger))


def _is_of_earlier(token: Token, trigger: Token) -> bool:
    """ "sentenced after the army ousted him in 2013", "after a test in May": its own day, save for harm done by it."""
    if lemma_of(trigger) in FATAL or token.lower_ in SERVICES:
        return False
    words = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "case"}}
    if token.dep_ == "advcl":
        is_now = trigger.tag_ in {"VBZ", "VBP"} or any(child.lower_ in {"is", "are"} for child in trigger.lefts)
        return bool(words & {"after", "since", "before"}) or (is_now and token.tag_ == "VBD")
    return token.tag_.startswith("NN") and bool(words & BESIDE)


def _falling_cost(token: Token, trigger: Token) -> float:
    """A date inside another clause is that one's, unless the clause describes the event itself."""
    if _is_of_earlier(token, trigger):
        return FARTHEST
    if token.dep_ == "acl:relcl" and token.lower_ in ENDING:
        return FARTHEST  # "a curfew that was relaxed in May"
    is_on_trigger = token.head.i == trigger.i or (token.head.i == trigger.head.i and trigger.dep_ == "compound")
    if token.dep_ in CLAUSES and not is_on_trigger:
        return 3.5 if token.dep_ == "acl" and token.tag_ == "VBG" else FARTHEST
    if token.dep_ == "acl" and _has_subject(token) and token.tag_ in {"VBD", "VBZ", "VBP"}:
        return FARTHEST  # a clause of its own, whatever it was hung on
    is_apart = token.dep_ in {"ccomp", "parataxis"} or is_saying(token) or _is_unjoined(token)
    is_own = is_speech_verb(token) or is_set_against(token) or is_second_relative(token)
    is_apart = is_apart or (token.dep_ == "conj" and is_own)
    return FARTHEST if is_apart else _cost(token)


def path_of(token: Token) -> list[Token]:
    """A token and what it hangs on, from the nearest up."""
    return [token, *token.ancestors]


def _cost(token: Token) -> float:
    if token.dep_ in SHARED:
        return 0.5 if token.dep_ == "conj" and token.tag_ == "VBG" else 1.5  # "burning a boat and killing four"
    if _is_first_to(token):
        return 1.0
    if token.dep_ in CLAUSES:
        return 1.5 if token.tag_ == "VBG" and any(child.lower_ == "while" for child in token.lefts) else 2.5
    return 1.0 if token.dep_ in NOMINAL else 2.0


def _is_first_to(verb: Token) -> bool:
    """ "In May he became the highest official to quit": whoever is ranked by a deed has done it."""
    is_deed = verb.dep_ == "acl" and verb.tag_ == "VB" and verb.left_edge.lower_ == "to"
    ranks = (word for child in verb.head.lefts for word in (child, *child.lefts))
    return is_deed and any(word.tag_ in {"JJS", "RBS"} for word in ranks)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.lefts)


def _is_unjoined(verb: Token) -> bool:
    """Whether a clause that nothing joins was hung as if it were: "held a rally since it was allowed on Friday"."""
    deps = {child.dep_ for child in verb.lefts}
    return verb.dep_ == "conj" and bool(deps & {"nsubj", "nsubj:pass"}) and "cc" not in deps


def _words_between(trigger: Token, start: int, end: int) -> float:
    """Without a tree: a fifth of a step a word, two steps a clause."""
    first, last = (end, trigger.i) if end <= trigger.i else (trigger.i + 1, start)
    between = trigger.doc[first:last]
    marks = sum(token.lower_ in CLAUSE_MARKS for token in between)
    is_opening = start - trigger.sent.start <= 2 if trigger.doc.has_annotation("SENT_START") else start <= 2
    return len(between) / 5 + 2 * max(0, marks - is_opening)
