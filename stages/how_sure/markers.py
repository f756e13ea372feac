"""Negation, modals, hedges and conditions that stand on a word itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from stages.how_sure.idle import is_idle
from stages.parsing.heads import SUBJECTS
from stages.parsing.neighbours import text_before
from stages.words import modality
from stages.words.not_one import is_not_one
from stages.words.people import is_nobody
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.wordlists import words_of

NEGATING = frozenset({"advmod", "det", "case", "mark", "neg", "cc:preconj"})
HEDGING = frozenset({"advmod", "amod", "obl", "nmod", "case", "compound", "dep"})
SKIPPED = frozenset({"RB", "VB", "VBN", "VBG", "VBZ", "VBP", "VBD"})
ASKING = frozenset({"investigate", "ask", "wonder", "know", "see", "check", "determine", "examine", "decide", "probe"})
CARRIERS = frozenset(
    ["be", "been", "being", "have", "has", "had", "not", "n't", "also", "soon", "now", "then", "still", "be"]
)
THREATENING = frozenset({"threaten", "warn", "vow"})
GOING_ON = frozenset({"continue", "persist"})
SETTLED = words_of("agreement pledge promise assurance decision announcement vow plan demand order undertaking")
KNOWN = frozenset({"long", "regularly", "previously", "annually", "already"})  # "a regularly scheduled drill"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
NEEDFUL = words_of("important vital essential crucial imperative necessary critical urgent")


@dataclass(frozen=True, slots=True)
class Status:
    """A status, and the words or the rule that gave it; a strong one outweighs what stands below it."""

    code: str
    rule: str
    is_strong: bool = False


def hedges_on(token: Token) -> Iterator[Status]:
    """Adverbs and adjectives: reportedly, alleged, possible, planned; and "suspected to have been"."""
    for child in token.children:
        word = child.lower_
        if child.dep_ == "acl" and lemma_of(child) in modality.ACCUSING and child.tag_ == "VBN":
            yield Status("unconfirmed", word)
        if child.dep_ not in HEDGING:
            continue
        if word in modality.HEDGING_ADVERBS or (child.i < token.i and word in modality.HEDGING_ADJECTIVES):
            yield Status("unconfirmed", word)
        elif word in modality.POSSIBLE_ADVERBS or (child.dep_ == "amod" and word in modality.POSSIBLE_ADJECTIVES):
            yield Status("possible", word)
        elif (
            child.dep_ == "amod"
            and word in modality.PLANNED_ADJECTIVES
            and token.pos_ != "VERB"
            and not any(below.lower_ in KNOWN for below in child.children)  # "its long-threatened invasion"
        ):
            yield Status("planned", word)


def negations_on(token: Token) -> Iterator[Status]:
    """Negation of a word or of its subject; "no fewer than" and "not only" deny nothing."""
    for child in token.children:
        word = child.lower_
        if word in modality.NEGATIONS and child.dep_ in NEGATING and not is_idle(child):
            yield Status("denied", f"will {word}" if _is_ahead(token) else word)
        if word == "longer" and child.i and child.nbor(-1).lower_ == "no":
            yield Status("denied", "no longer")
        if child.dep_ in SUBJECTS:
            if word in modality.NO_ONE or is_not_one(child):
                yield Status("denied", "nobody" if word not in modality.NO_ONE else word)
            for below in child.children:
                is_negative = below.lower_ in {"no", "neither"} and below.dep_ in {"det", "cc:preconj"}
                if is_negative and not is_idle(below):
                    yield Status("denied", below.lower_)
    if any(child.lower_ == "neither" and child.i < token.i for other in token.conjuncts for child in other.lefts):
        yield Status("denied", "neither")  # "neither confirmed nor denied", hung on the second


def is_definite(noun: Token) -> bool:
    """ "the blast", "that raid", "Friday's attack": one that is known of."""
    owners = any(child.dep_ == "nmod:poss" for child in noun.lefts)
    return noun.tag_ in {"NN", "NNS"} and (owners or any(child.lower_ in DEFINITE for child in noun.lefts))


def claims_nothing(verb: Token) -> bool:
    """ "Nobody claimed responsibility", "the rebels have not claimed the raid": they are not said to have done it."""
    doers = (child for child in verb.lefts if child.dep_ in SUBJECTS)
    is_claim = verb.lower_.startswith("claim")
    return is_claim and (any(True for _ in negations_on(verb)) or any(is_nobody(child) for child in doers))


def _is_ahead(verb: Token) -> bool:
    """ "will not leave": who says so refuses."""
    return any(child.dep_ == "aux" and child.lower_ in {"will", "wo", "’ll", "'ll", "would"} for child in verb.children)


def is_either_way(whether: Token, trigger: Token) -> bool:
    """ "Whether by design or not, this was an attack": so it was, either way."""
    sent = whether.sent
    comma = next((token for token in sent.doc[whether.i : trigger.i] if token.text == ","), None)
    is_opening = whether.lower_ == "whether" and whether.i - sent.start <= 1 and comma is not None
    return is_opening and any(token.lower_ == "or" for token in sent.doc[whether.i : comma.i if comma else whether.i])


def conditions_on(token: Token) -> Iterator[Status]:
    """If and whether before a clause; and a main clause that an "if" clause conditions, or that threatens "unless"."""
    is_negated = any(True for _ in negations_on(token))  # "will not attack unless": that they will is denied
    is_unless = any(word.lower_ == "unless" for word in token.doc[token.i : token.sent.end])
    if is_unless and _is_ahead(token) and not is_negated:
        yield Status("planned", "will unless")
    is_uttered = lemma_of(token) in THREATENING and not any(child.tag_ == "MD" for child in token.lefts)
    for child in token.children:
        if is_uttered and child.dep_ == "advcl" and child.i > token.i:
            continue  # "threatens to close it if": the threat is made
        is_open = child.lower_ in modality.CONDITIONS and not (is_either_way(child, token) or is_going_on(token))
        if child.dep_ in {"mark", "advmod", "case"} and is_open and child.i < token.i:
            yield Status("possible", child.lower_)
        if child.dep_ == "mark" and child.lower_ in {"until", "before"} and _is_present(token):
            yield Status("possible", f"{child.lower_}, present tense")
        # "investigating if a second car was involved", "will not attack unless"
        is_moot = lemma_of(token) in ASKING or (is_unless and is_negated)
        if child.dep_ == "advcl" and not is_moot and (_has_if(child) or is_inverted(child)):
            yield Status("possible", "on condition")


def _has_if(clause: Token) -> bool:
    """Whether "if" or "unless" opens a clause, and not "even if"."""
    marks = (child for child in clause.children if child.dep_ == "mark" and child.lower_ in {"if", "unless"})
    return any(text_before(mark) != "even" for mark in marks)


def is_going_on(verb: Token) -> bool:
    """ "if the raids continue": there are raids already, whatever the condition."""
    return lemma_of(verb) in GOING_ON and not any(child.tag_ == "MD" for child in verb.lefts)


def is_inverted(verb: Token) -> bool:
    """ "had they taken part in a raid": a condition told by the order of its words."""
    first, second = verb.left_edge, verb.left_edge.nbor(1) if verb.left_edge.i < verb.i else verb
    is_led = first.lower_ in {"had", "should"} and first.dep_ == "aux" and first.head == verb
    return is_led and verb.dep_ == "advcl" and any(word.dep_.startswith("nsubj") for word in (second, second.head))


def _is_present(verb: Token) -> bool:
    forms = {child.tag_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    is_able = any(child.tag_ == "MD" and child.lower_ == "can" for child in verb.children)
    return verb.tag_ in {"VBP", "VBZ"} or not forms.isdisjoint({"VBP", "VBZ"}) or is_able


def modals_on(token: Token) -> Iterator[Status]:
    """Will is planned; may, could and would are possible, but "said he would" tells of a plan."""
    for child in token.children:
        if child.dep_ in {"mark", "advmod"} and child.lower_ == "due" and token.tag_.startswith("VB"):
            yield Status("planned", "due to")
        is_modal = child.dep_ in {"aux", "aux:pass"} and not (_is_hyphenated(child) or _is_had(child, token))
        if is_modal and (found := _modal(child, token)) is not None:
            yield found


def modal_before(token: Token) -> Iterator[Status]:
    """A modal just before a verb, with only "be", "have" and adverbs between, whatever the parser made of it."""
    at = token.i - 1
    while at >= 0 and token.i - at <= 4:
        word = token.doc[at]
        if not (_is_hyphenated(word) or _is_had(word, token)) and (
            word.tag_ == "MD" or word.lower_ in modality.PLANNED_AUXILIARIES
        ):
            found = _modal(word, token)
            if found is not None:
                yield found
            return
        if word.lower_ not in CARRIERS and word.tag_ != "RB":
            return
        at -= 1


def _is_hyphenated(word: Token) -> bool:
    """ "58 would-be deserters were shot": no modal of the shooting."""
    return word.i + 1 < len(word.doc) and word.nbor(1).text == "-"


def _is_had(word: Token, verb: Token) -> bool:
    """ "they'd agreed": had done so, and not "they'd be freed"."""
    is_short = word.lower_ in {"'d", "’d"} and verb.tag_ == "VBN"
    return is_short and all(between.lower_ != "be" for between in verb.doc[word.i : verb.i])


def _modal(auxiliary: Token, verb: Token) -> Status | None:
    word = auxiliary.lower_
    if word == "must" and any(child.lower_ == "have" for child in verb.children):
        return Status("possible", "must have")  # a guess at what has happened
    if word in modality.PLANNED_AUXILIARIES:
        return Status("planned", word)
    if word == "should" and verb.dep_ == "ccomp" and lemma_of(verb.head) in modality.DEMANDING:
        return Status("planned", lemma_of(verb.head))
    is_past = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.lefts)  # "would have killed him"
    if word in {"would", "'d", "’d"} and not is_past and _is_told_ahead(verb):
        return Status("planned", word)
    is_sensed = word in {"could", "can"} and lemma_of(verb) in {"hear", "see", "feel", "watch"}
    is_open = word in modality.POSSIBLE_AUXILIARIES and not (is_sensed or (word == "would" and _is_later(verb)))
    return Status("possible", word) if is_open else None


def _is_later(verb: Token) -> bool:
    """ "would later be arrested", "would die in prison eleven years later": told as done, from long after."""
    is_said = verb.dep_ not in {"ROOT", "conj", "acl:relcl"} or _is_told_ahead(verb)
    words = {token.lower_ for token in verb.sent}
    is_late = any(child.lower_ == "later" and child.dep_ in {"advmod", "obl:unmarked"} for child in verb.children)
    return is_late and not is_said and words.isdisjoint({"if", "unless", "have", "said", "says"})


def _is_told_ahead(verb: Token) -> bool:
    """ "said the men would be freed": the future seen from a past telling, with no "if" beside it."""
    if any(token.lower_ in {"if", "unless"} for token in verb.sent):
        return False
    if any(child.lower_ == "rather" for child in verb.children):
        return False  # "said they would rather flee than fight"
    if any(child.dep_ in SUBJECTS and child.lower_ in modality.GROWTH for child in verb.lefts):
        return False  # "said an increase in attacks would threaten supplies"
    if verb.dep_ in {"acl", "acl:relcl", "ccomp"} and lemma_of(verb.head).removesuffix("s") in SETTLED:
        return True  # "an agreement that they would invade"
    above = [verb.head, *([verb.head.head] if verb.dep_ in {"xcomp", "conj"} else [])]
    is_known = any(token.lower_ in {"knew", "learned", "learnt", "realised", "realized"} for token in above)
    return is_known or any(is_speech_verb(token) and token.tag_ in {"VBD", "VBN", "VBG"} for token in above)


def needed_before(trigger: Token) -> Iterator[Status]:
    """ "It is vital for both sides to withdraw", "it is important that they meet": asked for, and not done."""
    verb = trigger.head if trigger.dep_ == "conj" else trigger
    above = verb.head.head if verb.dep_ == "acl" else verb.head
    has_copula = any(child.dep_ == "cop" for child in above.children)
    if above.lower_ in NEEDFUL and has_copula and verb.tag_ in {"VB", "VBP"} and verb != above:
        yield Status("planned", f"{above.lower_} to")
