"""Who tells of an event by other verbs than those of saying: who counts, files, speaks of, calls for or blames."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.the_dead import is_counted_dead
from stages.grammar.voice import has_agent, has_own_clause
from stages.how_sure.markers import negations_on
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import opens_sentence
from stages.who_says.namesakes import namesake_of
from stages.words.people import is_person_noun
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

COUNTING = words_of("count record register tally verify document list")
FILING = words_of("file list register record book classify enter identify name")
PUTTING = words_of("""
    put puts putting raise raises raised raising revise revises revised lower lowers lowered ups upped estimate
    estimates estimated
""")
TALLIES = words_of("count tally toll estimate survey compilation")
GIVEN = words_of("toll tally figure number total count")
LOSSES = GIVEN | words_of("losses loss casualties dead wounded injured")
CERTAIN = words_of("adamant convinced")
SPEAKING = words_of("speak talk tell warn complain")  # "spoke of nearly 300 deserters"
NOTING = words_of("note mention recall reiterate")
BEFOREHAND = words_of("before when as after while")
SEEING = words_of("saw seen heard watched witnessed filmed see hear sees")
REPORTERS = words_of("reporter reporters journalist journalists correspondent correspondents photographer "
                     "witness witnesses crew observers monitors residents villagers")  # fmt: skip
BARE = frozenset({"VBN", "JJ"})
OPENING = words_of("after before when while although because since until")  # "after, according to Rome, he drew a gun"
HEARSAY = words_of("said reported believed thought rumoured rumored feared presumed")
BLAME_REACH = 10  # tokens from an event to "blamed by"


def tellers_of(token: Token, trigger: Token) -> Iterator[tuple[Token, str]]:
    """The verb above a token whose subject tells of the event in or below it, and the rule."""
    verb, relation = token.head, token.dep_
    if verb.lower_ in CERTAIN and relation == "ccomp":
        yield verb, "held by"  # "residents are adamant that soldiers shot them"
    if not verb.tag_.startswith("VB"):
        return
    lemma = lemma_of(verb)
    if relation == "advcl" and lemma in COUNTING and any(child.tag_ == "WRB" for child in token.lefts):
        yield verb, "counted by"  # "counted 60 men when they crossed"
    if _is_figure_of(token, verb, relation, lemma):
        yield verb, "counted by"
    if relation == "obl" and case_of(token) == "as" and lemma in FILING:
        yield verb, "filed by"
    if relation in {"ccomp", "xcomp", "obj"} and verb.lower_ in SEEING and _has_reporter(verb):
        yield verb, "seen by"
    if relation == "advcl" and lemma == "describe" and _is_seen_then(token, verb):
        yield verb, "described by"
    is_doing = token.dep_ == "obl" and token != trigger and case_of(token) == "of" and _is_deed_of(trigger, token)
    if lemma in SPEAKING and (is_doing or _is_said_dead(trigger, token)):
        yield verb, "spoken of by"  # "told of soldiers shooting young men"
    if token == trigger:
        yield from _namers_of(token, verb, relation, lemma)


def _is_said_dead(dead: Token, token: Token) -> bool:
    """ "spoke of 40 dead": wherever the number and "of" were hung."""
    return (
        token == dead
        and is_counted_dead(dead)
        and any(above.lower_ == "of" for above in dead.doc[dead.head.i + 1 : dead.i])
    )


def _is_figure_of(token: Token, verb: Token, relation: str, lemma: str) -> bool:
    """Whether a verb gives a number for what its dependent tells; nobody counts by "recorded footage"."""
    is_figure = (relation == "obl" and case_of(token) == "at") or (relation == "parataxis" and token.tag_ == "VBN")
    if is_figure and verb.lower_ in {"put", "puts"} and _has_losses(verb):
        return True  # "put its losses at one dead and two wounded"
    if relation == "nsubj:pass":  # "the toll was raised to 40 by the ministry"
        return _is_put(token) and any(child.dep_ == "obl:agent" for child in verb.rights)
    is_counted = lemma in COUNTING and (token.tag_ != "NN" or token.lower_ in GIVEN)
    return relation == "obj" and (_is_put(token) or is_counted)


def _has_losses(verb: Token) -> bool:
    return any(child.dep_ == "obj" and child.lower_ in LOSSES for child in verb.rights)


def _is_deed_of(deed: Token, doer: Token) -> bool:
    """Whether a participle says what a noun does or suffers: "soldiers going from house to house and shooting"."""
    first = deed.head if deed.dep_ == "conj" else deed
    is_form = deed.tag_ in {"VBG", "VBN"} or (deed.dep_ == "conj" and deed.tag_ == "VBD")
    return is_form and first.dep_ == "acl" and first.head == doer


def _namers_of(token: Token, verb: Token, relation: str, lemma: str) -> Iterator[tuple[Token, str]]:
    """Who only names an event: notes it, speaks of it, calls for it."""
    if relation == "obj" and lemma in NOTING:
        yield verb, "noted by"
    if relation == "obl" and token.pos_ == "NOUN":
        if case_of(token) == "of" and lemma in SPEAKING:
            yield verb, "spoken of by"
        is_named = any(child.dep_ in {"obj", "xcomp"} and child.i < token.i for child in verb.rights)
        if case_of(token) == "for" and lemma == "call" and _is_finite(verb) and not is_named:
            yield verb, "called for by"


def _has_reporter(verb: Token) -> bool:
    """ "An agency reporter saw soldiers fire": who is there to tell of it."""
    is_there = any(child.lower_ in REPORTERS for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    return is_there and not any(True for _ in negations_on(verb))


def _is_finite(verb: Token) -> bool:
    """No "rally calling for a release", no "agreed to call for talks"."""
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ == "aux" and child.tag_ != "TO" for child in verb.lefts)


def _is_put(noun: Token) -> bool:
    """ "State radio put the toll at 30", "raises the toll to 40": whoever puts it at a number says how many."""
    lemma = lemma_of(noun.head)
    is_given = (noun.lower_ in GIVEN and lemma == "give") or (noun.lower_ in {"death", "deaths"} and lemma == "claim")
    return is_given or (noun.lower_ in {"toll", "number", "tally", "dead"} and noun.head.lower_ in PUTTING)


def _is_seen_then(clause: Token, verb: Token) -> bool:
    """ "She described a bang before the gunfire began": what came before and after is told with it."""
    is_timed = any(child.lower_ in BEFOREHAND for child in clause.lefts if child.dep_ in {"mark", "advmod"})
    subjects = (child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    if any(case_of(child) == "as" for child in verb.rights):
        return False  # "described the march as a riot after police fired"
    return is_timed and clause.i > verb.i and any(is_person_noun(child) or child.ent_type_ for child in subjects)


def blamers_of(trigger: Token) -> Iterator[Token]:
    """ "five attacks since, blamed by the police on rebels": who blames somebody tells of it, wherever it was hung."""
    sent = trigger.sent
    for token in sent.doc[trigger.i + 1 : min(trigger.i + 1 + BLAME_REACH, sent.end - 1)]:
        is_next = token.nbor(-1) == trigger or token.nbor(-1).is_punct
        if token.lower_ == "blamed" and token.nbor(1).lower_ == "by" and is_next:
            yield from (child for child in token.rights if child.dep_ == "obl:agent")
        if token.pos_ in {"VERB", "AUX"}:
            return


def according_to(trigger: Token) -> Iterator[tuple[Token, str]]:
    """ "according to X" in the trigger's sentence."""
    sent = trigger.sent
    for token in sent[:-2]:
        if token.lower_ != "according" or token.nbor(1).lower_ != "to":
            continue
        named = token.head
        if named.i <= token.i + 1 or named.i >= sent.end or named.pos_ not in {"NOUN", "PROPN", "PRON"}:
            following = sent.doc[token.i + 2 : min(token.i + 10, sent.end)]
            named = next((word for word in following if word.pos_ in {"NOUN", "PROPN", "PRON"}), named)
        while named.dep_ in {"compound", "amod"} and named.i < named.head.i < sent.end:
            named = named.head
        if named.lower_ in TALLIES:
            named = next((child for child in named.rights if case_of(child) == "by"), named)  # "a count by doctors"
        if named.i > token.i and not (_is_of_other_clause(token, trigger) or _is_said_of(named, trigger)):
            yield namesake_of(named), "according to"


def _is_said_of(named: Token, trigger: Token) -> bool:
    """ "according to the results, which he denounced": what is said of the results, they do not say."""
    clauses = (child for child in named.rights if child.dep_ == "acl:relcl")
    clause = next((child for child in clauses if child == trigger or child.is_ancestor(trigger)), None)
    doers = [child.lower_ for child in clause.lefts if child.dep_ in NOUN_SUBJECTS] if clause is not None else []
    return bool(doers) and not {"who", "which", "that"} & set(doers)


def _is_hearsay_before(word: Token, trigger: Token) -> bool:
    """ "He is thought to have fled; his wife was held, according to": of the first part it is told who thinks so."""
    mark = next((token.i for token in word.doc[trigger.i : word.i] if token.text == ";"), None)
    part = word.doc[word.sent.start : trigger.i]
    return mark is not None and any(token.lower_ in HEARSAY and token.tag_ == "VBN" for token in part)


def _is_of_other_clause(word: Token, trigger: Token) -> bool:
    """ "the group, which according to the mayor has disarmed, attacked": what opens a clause is told of no other.

    Nor of what stands before it: "was held and according to the court had fled".
    """
    if trigger.i < word.i - 1:
        is_set_off = word.nbor(-1).text == ","
        before = word.nbor(-2) if is_set_off else word.nbor(-1)
        is_joined = before.dep_ == "cc" or before.lower_ in {"and", "or"}
        if is_joined or (is_set_off and before.lower_ in OPENING):
            return True
    is_parted = _is_hearsay_before(word, trigger)
    is_bound = word.i > word.sent.start and word.nbor(-1).text != ","  # ", where two died according to him"
    clauses = (token for token in word.ancestors if token.dep_ == "acl:relcl")
    clause = next((token for token in clauses if word.i < token.i or is_bound), None)
    return is_parted or (clause is not None and trigger.i != clause.i and clause not in trigger.ancestors)


def accusing_verb(deed: Token) -> Token | None:
    """The verb in "accused the police of torturing them"; none in "a man accused of torturing"."""
    if deed.tag_ != "VBG" or opens_sentence(deed) or deed.nbor(-1).lower_ != "of":
        return None
    verb = next((token for token in deed.ancestors if lemma_of(token) == "accuse"), None)
    is_said_by = verb is not None and (verb.tag_ not in BARE or has_agent(verb) or has_own_clause(verb))
    return verb if is_said_by and verb is not None and verb.i < deed.i else None
