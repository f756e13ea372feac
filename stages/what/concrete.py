"""Whether a trigger tells of an event, or only refers to one told elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.arguments import Arguments
from stages.grammar.governors import Governor, governor_of
from stages.grammar.noun_phrases import classes_of
from stages.how_sure.markers import negations_on
from stages.parsing.heads import REGARDING, case_of, obliques_of, predicated_of
from stages.parsing.neighbours import text_before
from stages.what.comments import (
    WHERE,
    is_as_told,
    is_commented_on,
    is_felt,
    is_maxim,
    is_means,
    is_predicated,
    is_recalled,
    is_spoken_of,
    is_state_of_hurt,
    is_traced,
    opening_times,
)
from stages.what.habits import is_habit
from stages.what.mere_words import is_mere_word
from stages.what.powers import is_liable, is_only_in_power
from stages.what.references import is_bare_reference, is_kept_or_broken
from stages.what.unknowns import is_of_unknown_number
from stages.what.unreal import (
    TIMES,
    is_condoled,
    is_danger,
    is_done_to_self,
    is_empty_toll,
    is_guarded_against,
    is_judged_so,
    is_named_so,
    is_near_miss,
    is_of_any,
    is_of_life_dates,
    is_opined,
    is_played,
    is_refused,
    is_said_of_a_kind,
    is_stored,
    is_to_be_rewarded,
    is_unsaid,
    is_within_power,
)
from stages.words.time_heads import is_time_head
from stages.words.vocab import Sense, Vocab
from stages.words.wordlists import words_of

REFERRING = words_of("this that these those such any its their the both each either")
LEAST_WORDS = 3  # of a headline
WHO = ("by", "of", "between", "among", "against", "on", "poss", "from", "light_actor", "light_target", "with", "to",
       "mediator")  # fmt: skip
MORE = ("by", "of", "between", "among", "against", "on", "from", "with")
OWN_WHO = tuple(function for function in WHO if not function.startswith("light"))
# "in violation of the sanctions": what is in force is broken, not made.
IN_FORCE = frozenset({"sanction", "restriction", "agreement"})
DEMONSTRATIVES = words_of("this that these those such")
KIND = ("compound", "amod")
TELLING = frozenset({"people", "side", "agent", "placename", "place", "site", "building", "vehicle", "aircraft", "name",
                     "number", "protester", "uprising"})  # fmt: skip
PLACES = frozenset({"place", "placename", "site", "building", "name"})
NAMELESS = words_of("others it its this that their they these those his her our my them")
OWN = words_of("his her my our")
DEEDS = frozenset({"attack", "clash", "killing", "wounding", "displacement", "looting", "support"})
SUBJECT_MATTERS = frozenset({"aid", "talks", "cooperation", "support", "clash", "agreement"})
HARMS = frozenset({"killing", "wounding", "arrest", "abduction", "torture"})
ALWAYS = frozenset({"n_toll", "n_body", "n_refugee", "n_swap", "state_patient", "n_victims"})


def is_concrete(head: Token, sense: Sense, arguments: Arguments, vocab: Vocab) -> bool:
    """Whether something is told of the event.

    A verb tells; a noun does with someone who does or suffers it, with a verb that says it took place, with a place, a
    day or a number. A noun that refers back ("the attack", "such defections") needs more than its kind.
    """
    if sense.pos == "verb":
        is_general = sense.type_code in DEEDS and is_said_of_a_kind(head)
        is_general = is_general or _is_of_nobody(head, sense, arguments) or is_habit(head)
        return not (_is_unreal(head, sense) or is_general or is_bare_reference(head, arguments))
    if _is_always_told(head, sense, vocab):
        return not _is_unreal(head, sense)
    is_bare = sense.frame in {"state_held", "n_defector"}
    if is_bare or _is_unreal(head, sense) or _is_named_only(head, sense, arguments, vocab):
        return False
    who = _has(WHO, arguments, vocab)
    governor = governor_of(head, vocab)
    is_light = governor is not None and governor.role is not None
    if is_commented_on(head):
        is_gone = sense.type_code == "defection" and _has(("to",), arguments, vocab)
        return not is_of_any(head) and (_has(MORE, arguments, vocab) or is_gone or _is_set(head, None, vocab))
    if _is_demonstrative(head):
        who = _has(OWN_WHO, arguments, vocab)
    if _is_referring(head):
        is_told = _is_set(head, governor if is_light else None, vocab) or (is_light and _has_effect(head, governor))
        return who or is_told or _is_part_of_told(head, vocab)
    is_held = sense.frame == "n_protest" and any(child.dep_ in {"acl", "acl:relcl"} for child in head.children)
    is_told = (
        is_held or is_light or _is_set(head, governor, vocab) or _is_part_of_told(head, vocab) or _is_fragment(head)
    )
    is_suffered = sense.type_code == "defection" and is_felt(head)
    own = sense.words if sense.type_code in SUBJECT_MATTERS or sense.words[0] == "military" else ()
    kinds = (each for function in KIND for each in arguments.get(function) if each.lower_ not in own)
    kinds = (each for each in kinds if sense.type_code != "cooperation" or each.text[:1].isupper())  # no "police work"
    is_of_kind = any(not classes_of(each, vocab).isdisjoint(TELLING) for each in kinds)  # no "military aid" alone
    return who or is_told or is_suffered or is_of_kind


def _is_unreal(head: Token, sense: Sense) -> bool:
    """Whether what is spoken of did not happen: played, refused, guarded against, wished, opined, hoped for."""
    if (
        is_played(head)
        or (head.lower_ == "protest" and text_before(head) == "in")  # "resigned in protest at the killings"
        or is_near_miss(head)
        or is_guarded_against(head)
        or is_within_power(head)
        or is_only_in_power(head, sense.type_code)
    ):
        return True
    if sense.pos == "verb":
        is_done = is_refused(head) or is_condoled(head) or is_done_to_self(head, sense.type_code)
        is_done = is_done or is_of_unknown_number(head) or is_of_life_dates(head)
        is_said = is_opined(head, sense.type_code) or (sense.type_code == "agreement" and is_as_told(head))
        return is_done or is_said or (sense.type_code == "threat" and is_maxim(head)) or _is_let_be(head, sense)
    is_growing = sense.frame == "n_toll" and is_empty_toll(head)
    is_growing = is_growing or (sense.words[0] == "the" and sense.frame == "n_toll" and is_state_of_hurt(head))
    return is_growing or is_judged_so(head, sense.type_code) or (sense.type_code == "threat" and is_danger(head))


def _is_let_be(head: Token, sense: Sense) -> bool:
    """ "would not oppose the move", "did not object": nothing is turned down."""
    is_own = "not" in sense.words or "no" in sense.words
    return sense.type_code == "rejection" and not is_own and any(True for _ in negations_on(head))


def _is_of_nobody(head: Token, sense: Sense, arguments: Arguments) -> bool:
    """ "with intent to kill": an infinitive under a noun that names neither who nor whom."""
    is_bare = sense.type_code in HARMS and head.tag_ == "VB" and head.dep_ in {"acl", "nmod", "obl"}
    return is_bare and not (arguments.get("subject") or arguments.get("object") or arguments.is_passive)


def _is_named_only(head: Token, sense: Sense, arguments: Arguments, vocab: Vocab) -> bool:
    """Whether the event is a topic, what is protested against, what is kept or broken, or arms in store."""
    is_in_force = sense.type_code in IN_FORCE and is_kept_or_broken(head, vocab)
    is_topic = is_spoken_of(head) or is_liable(head) or is_mere_word(head)
    is_topic = is_topic or (sense.type_code == "attack" and (is_stored(head) or is_traced(head)))
    is_topic = is_topic or is_recalled(head) or is_named_so(head) or is_to_be_rewarded(head) or is_means(head)
    return is_in_force or is_habit(head) or is_topic or _is_protested(head, arguments, vocab)


def _is_always_told(head: Token, sense: Sense, vocab: Vocab) -> bool:
    """A toll, a truce, an exchange; a state that is said of somebody; deserters by their number."""
    is_held = sense.frame == "state_held" and any("people" in classes_of(each, vocab) for each in predicated_of(head))
    # "the third defector" says nothing of the others
    is_counted = sense.frame == "n_defector" and (head.tag_ == "NNS" or _is_introduced(head))
    is_truce = sense.type_code == "ceasefire" and not (is_unsaid(head) or is_habit(head))
    return is_held or is_counted or sense.frame in ALWAYS or is_truce


def _is_introduced(head: Token) -> bool:
    """ "A deserter told": one is told of for the first time, and it is not what becomes of any such one."""
    has_article = any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in head.lefts)
    is_general = head.dep_.startswith("nsubj") and (
        head.head.tag_ in {"VBZ", "VBP"} or any(child.tag_ == "MD" for child in head.head.children)
    )
    is_likened = case_of(head) in {"as", "like", "for"} and head.head.lemma_ not in REGARDING
    is_denied = any(child.lower_ == "not" for child in head.lefts)  # "a man of peace, not a defector"
    return has_article and not (is_general or is_likened or is_denied)


def _is_part_of_told(head: Token, vocab: Vocab) -> bool:
    """ "killed in clashes", "five days of fighting": told with an event, or measured; not "caught up in the siege"."""
    is_of = case_of(head) == "of" or any(child.dep_ == "mark" and child.lower_ == "of" for child in head.lefts)
    if is_of and head.head.lower_.rstrip("s") in {"day", "week", "month", "year", "hour", "night"}:
        return head.lower_ not in {"slaughter", "bloodshed", "violence"}
    is_within = case_of(head) in {"in", "during", "by", "amid"} and head.dep_ in {"obl", "nmod", "obl:agent"}
    return is_within and any(base in vocab.senses for base in vocab.bases_of(head.head.lower_) - {"catch"})


def _is_protested(head: Token, arguments: Arguments, vocab: Vocab) -> bool:
    """ "a protest against police brutality": a cause, where nobody and no day is named."""
    above = vocab.bases_of(head.head.lower_)
    is_cause = case_of(head) in {"against", "over", "about"} and any(
        sense.type_code == "protest" for base in above for sense in vocab.senses.get(base, ())
    )
    has_article = any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in head.children)
    return is_cause and not has_article and not _has(MORE, arguments, vocab)


def _is_demonstrative(head: Token) -> bool:
    return any(child.lower_ in DEMONSTRATIVES and not child.dep_.startswith("nsubj") for child in head.children)


def _is_referring(head: Token) -> bool:
    return any(
        child.lower_ in REFERRING and child.dep_ in {"det", "amod", "nmod:poss", "det:predet"}
        for child in head.children
    )


def _has(functions: tuple[str, ...], arguments: Arguments, vocab: Vocab) -> bool:
    for function in functions:
        for filler in arguments.get(function):
            if filler.lower_ in NAMELESS and not (function == "poss" and filler.lower_ in OWN):
                continue
            if any(child.dep_ == "det" and child.lower_ in {"these", "those", "this"} for child in filler.children):
                continue
            if not classes_of(filler, vocab).isdisjoint(TELLING):
                return True
    return False


def _has_effect(head: Token, governor: Governor | None) -> bool:
    """ "the shelling damaged homes": the verb says what the event did."""
    if governor is None or head.dep_ != "nsubj":
        return False
    return any(child.dep_ == "obj" and child.lower_ not in {"toll", "place"} for child in governor.verb.children)


def _is_set(head: Token, governor: Governor | None, vocab: Vocab) -> bool:
    """Whether a day, a number or a place stands with the noun, or with the verb that says it took place."""
    if any(child.dep_ == "nummod" or child.lower_ in TIMES for child in head.children):
        return True
    phrases = dict(obliques_of(head))
    if governor is not None:
        phrases |= {case: heads for case, heads in obliques_of(governor.verb).items() if case not in phrases}
    named = [other for case in WHERE for other in phrases.get(case, ())]
    if any(other != head and not classes_of(other, vocab).isdisjoint(PLACES) for other in named):
        return True
    timed = [other for case, heads in phrases.items() if case != "since" for other in heads]
    timed += opening_times(governor.verb) if governor is not None else []
    is_over_place = case_of(head) == "under" and head.head.tag_ == "NNP"  # "Kampala under curfew"
    return is_over_place or any(other.lower_ in TIMES or is_time_head(other) for other in timed) or is_predicated(head)


def _is_fragment(head: Token) -> bool:
    """A noun that is a sentence of its own: a headline or a list, and no bare heading ("4. Abductions")."""
    if sum(token.is_alpha for token in head.sent) < LEAST_WORDS:
        return False
    token = head
    while token.dep_ in {"conj", "appos", "list"} and token.head != token:
        token = token.head
    return token.dep_ == "ROOT"
