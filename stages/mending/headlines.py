"""Verbs of headlines that a small parser reads as plural nouns: "Navy chief switches sides"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, next_word, previous_word
from stages.parsing.heads import SUBJECTS
from stages.parsing.tags import TENSED
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.wordlists import words_of

OBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "PRP$"})
# Headline verbs that may be plural nouns, and what must follow them: nothing where anything may.
ACTS: dict[str, frozenset[str]] = {
    "breaks": words_of("ranks rank with"),
    "switches": words_of("sides side allegiance"),
    "changes": words_of("sides side allegiance"),
    "swaps": words_of("sides"),
    "joins": frozenset(),
    "quits": frozenset(),
    "deserts": frozenset(),
    "defects": frozenset(),
    "flees": frozenset(),
    "abandons": frozenset(),
}
# Words in -s that are no plurals: whatever stands behind them, they are verbs.
VERBS_ONLY = words_of("""
    abducts accuses admits agrees approves arrives besieges condemns denies departs deploys detains dismisses endorses
    evacuates executes expels extradites frees hails imposes indicts invades kills liberates mobilises mobilizes ousts
    overruns postpones praises ratifies recaptures recognises recognizes refuses repels resigns resumes retakes
    retaliates seizes sends suspends threatens topples urges vetoes welcomes withdraws
""")
# Verbs of headlines that are as often plurals: "strikes Gaza", "arrests 20", "bans a party".
VERBS_TOO = words_of("""
    ambushes arrests attacks backs bans blames bombs captures demands jails lifts orders pledges raids rejects releases
    sacks shells signs storms strikes surrenders targets vows
""")
SAYING = words_of("admits agrees denies refuses threatens urges")  # what follows may be a clause
SET_OFF = frozenset({"DT", "CD", "PRP$"})  # what opens another phrase
TIMES = words_of("after before as when while since until")


def make_headline_doer(word: Token) -> None:
    """In the headline "Three hurt as Moro bandits ambush truck" the bandits do it: they are no verb."""
    deed = next_word(word)
    name = previous_word(word)
    is_read_as_verb = word.tag_ in {"VBZ", "VBP", "VBD"} and is_person_noun(word) and word.lower_.endswith("s")
    if not is_read_as_verb or deed.head != word or deed.tag_ not in {"VB", "VBP", "VBD"} or name == word:
        return
    while name.dep_ in {"flat", "compound"} and name.head.i < name.i:
        name = name.head
    above, relation = (name.head, "advcl") if name.dep_ in {"obl", "nmod"} else (word.head, word.dep_)
    mark = next((child for child in name.lefts if child.dep_ == "case" and child.lower_ in TIMES), None)
    if above in {word, deed} or (relation == "advcl" and mark is None) or any(above == each for each in deed.subtree):
        above, relation = word.head, word.dep_
    if not hang(deed, *((deed, "ROOT") if above == word else (above, relation))):
        return
    for child in [child for child in word.children if child.i > deed.i or child.dep_ in {"punct", "mark", "advmod"}]:
        hang(child, deed)
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", word.lower_.removesuffix("s")
    if hang(word, deed, "nsubj") and name.tag_ in {"NNP", "NN", "JJ"} and name.right_edge.i == word.i - 1:
        hang(name, word, "compound")
    if mark is not None:
        hang(mark, deed, "mark")
    deed.tag_ = "VBP" if deed.tag_ == "VB" else deed.tag_


def make_headline_deed(word: Token) -> None:
    """In the headline "Three hurt as rebels storm police station" the rebels storm it, and no station."""
    doer, thing = previous_word(word), word.head
    is_inside = word.tag_ in {"VBP", "VBZ"} and word.dep_ in {"compound", "amod"} and thing.i > word.i
    is_opened = is_inside and doer.head == word and any(child.dep_ == "mark" for child in word.lefts)
    if is_opened and thing.dep_ == "obj" and hang(word, thing.head, "advcl"):
        hang(thing, word)  # "Nine killed as gunmen attack bus"
        return
    if not is_inside or doer.tag_ not in {"NNS", "NNPS"} or doer.head in {word, thing} or doer.dep_ == "compound":
        return
    mark = next((child for child in doer.lefts if child.dep_ == "case" and child.lower_ in TIMES), None)
    if mark is None or doer.head.tag_[:2] != "VB" or not hang(word, doer.head, "advcl"):
        return
    hang(mark, word, "mark")
    if hang(doer, word, "nsubj"):
        hang(thing, word, "obj")


def make_wounds(word: Token) -> None:
    """In the headline "Blast at shrine wounds dozens" the blast wounds them: no wounds are what it is at."""
    whom = next_word(word)
    event = word.head
    is_many = whom.tag_ == "CD" or whom.lower_ in {"dozens", "scores", "hundreds"}
    is_inside = word.lower_ in {"wounds", "hurts"} and word.tag_ == "NNS" and word.dep_ == "nmod" and is_many
    before = previous_word(word)
    if not is_inside or event.tag_ not in {"NN", "NNP"} or before.head != word:
        return
    if any(token.tag_ in TENSED for token in word.sent):
        return
    hang(before, event, "nmod")
    for child in [child for child in word.lefts if child.i < before.i]:
        hang(child, before)
    hang(word, word, "ROOT")
    word.tag_, word.pos_ = "VBZ", "VERB"
    if hang(event, word, "nsubj") and hang(whom, word, "obj"):
        for child in [child for child in whom.rights if child.dep_ == "nmod"]:
            hang(child, word, "obl")


def make_headline_verb(word: Token) -> None:
    """Make a verb of a word that a parser took for a plural, where a headline has such verbs."""
    make_headline_doer(word)
    make_headline_deed(word)
    make_wounds(word)
    if word.tag_ == "NNS" and word.lower_ in ACTS:
        _make_act(word)
    elif word.lower_ in VERBS_ONLY | VERBS_TOO and (word.tag_.startswith("NN") or word.dep_ in {"compound", "amod"}):
        _make_verb(word)
    elif word.lower_ == "shot" and word.tag_ == "NN":
        _make_shot_down(word)
    elif (
        word.tag_ == "CD" and word.dep_ in {"amod", "nummod"} and word.head.tag_ == "VBZ" and word.head.i == word.i - 1
    ):
        word.dep_ = "obj"  # "arrests 20"


def _make_verb(word: Token) -> None:
    """In the headline "Mali expels envoy" the verb may be read as a noun; where it may be one, by what follows it."""
    doer = previous_word(word)
    while doer.dep_ == "flat" and doer.head.i < doer.i:
        doer = doer.head
    is_doer = doer.tag_ in {"NN", "NNP"} or bool(doer.ent_type_) or is_person_noun(doer)
    if doer == word or not is_doer or doer.head not in {word, word.head}:
        return
    if word.lower_ in VERBS_TOO and not _is_act(word, doer):
        return
    lift(word)
    for child in [child for child in word.lefts if child.i < doer.i and child.dep_ in {"det", "amod", "compound"}]:
        hang(child, doer)
    hang(doer, word, "nsubj")
    word.tag_, word.pos_ = "VBZ", "VERB"


def _make_shot_down(word: Token) -> None:
    """In the headline "Army helicopter shot down near the port" the helicopter is what was shot."""
    doer = previous_word(word)
    behind = word.doc[word.i + 1 : min(word.i + 3, word.sent.end)]
    if doer.head != word or doer.dep_ != "compound" or len(behind) < 1 or behind[0].lower_ != "down":
        return
    if len(behind) > 1 and behind[1].tag_ in OBJECTS:
        return
    for child in [child for child in word.lefts if child.i < doer.i and child.dep_ in {"det", "amod", "compound"}]:
        hang(child, doer)
    hang(doer, word, "nsubj:pass")
    word.tag_, word.pos_ = "VBN", "VERB"
    behind[0].dep_ = "compound:prt"


def _is_act(word: Token, doer: Token) -> bool:
    """Whether a word that may be a plural opens what its doer does: no other verb does, and a new phrase follows."""
    following = next_word(word)
    is_set_off = following.tag_ in SET_OFF or bool(following.ent_type_)
    is_doer = bool(doer.ent_type_) or is_person_noun(doer) or doer.lower_ in COLLECTIVES
    comma = next((token.i for token in word.sent if token.text == "," and token.i > word.i), word.sent.end)
    main = word.doc[word.sent.start : comma]  # "Chad orders envoy out, closes border"
    return is_set_off and is_doer and not any(token.tag_ in TENSED for token in main)


def lift(word: Token) -> None:
    """Put a verb read as a part of its object, or as the subject of a later verb, where it governs them."""
    above = word.head
    if above == word or above.i < word.i or word.dep_ not in {"compound", "amod", "nmod", *SUBJECTS}:
        return
    is_described = above.dep_ in SUBJECTS and above.head.tag_ == "VBN"  # "detains a man accused of spying"
    top = above.head if is_described else above
    hang(word, *((word, "ROOT") if top.head == top else (top.head, top.dep_)))
    if above.pos_ in {"VERB", "AUX"}:
        is_time = any(child.dep_ in {"mark", "case"} and child.lower_ in TIMES for child in _beside(above))
        hang(above, word, "ccomp" if word.lower_ in SAYING else "advcl" if is_time else "parataxis")
        return
    for child in [child for child in above.lefts if child.i < word.i]:
        hang(child, word)
    hang(above, word, "obj")
    if top != above:
        hang(top, above, "acl")


def _beside(verb: Token) -> list[Token]:
    return [below for child in verb.lefts for below in (child, *child.lefts)]


def _make_act(word: Token) -> None:
    """In the headline "Navy chief switches sides" the verb may be read as a noun, and what he switches as its head."""
    doer = previous_word(word)
    following = next_word(word)
    if doer.text == "," and following.tag_ in OBJECTS:
        _join_to_verb(word)
    is_doer = doer.head in {word, word.head} and (is_person_noun(doer) or doer.lower_ in COLLECTIVES or doer.ent_type_)
    if (
        doer == word
        or not is_doer
        or doer.tag_ in {"NNS", "NNPS"}
        or following.lower_ not in _objects_of(word, following)
    ):
        return
    above = word.head
    if word.dep_ in {"compound", "nsubj", "nmod", "amod"} and above.i > word.i:  # "switches" describes "sides"
        hang(word, *((word, "ROOT") if above.head == above else (above.head, above.dep_)))
        for child in [child for child in above.lefts if child.i < doer.i]:
            hang(child, doer, "compound")
        hang(above, word, "obj")
    elif word.dep_ != "ROOT":
        for mark in [child for child in above.lefts if child.dep_ == "mark" and child.i < word.i]:
            hang(mark, word)
            word.dep_ = "advcl"
    for child in [child for child in word.lefts if child.i < doer.i and child.dep_ in {"det", "amod", "compound"}]:
        hang(child, doer)
    hang(doer, word, "nsubj")
    word.tag_, word.pos_ = "VBZ", "VERB"


def _objects_of(word: Token, following: Token) -> set[str]:
    """The words that may stand behind a headline's verb: its own objects, or whatever follows that can be one."""
    if ACTS[word.lower_]:
        return set(ACTS[word.lower_])
    return {following.lower_} if word.lower_ in {"defects", "flees"} or following.tag_ in OBJECTS else set()


def _join_to_verb(word: Token) -> None:
    """ "Commander breaks ranks, joins rebels": a second verb of the headline behind a comma."""
    first = next((token for token in word.sent if token.tag_ == "VBZ" and token.i < word.i), None)
    noun = word.head
    if first is not None and word.dep_ in {"compound", "nsubj"} and noun.i > word.i and hang(word, first, "conj"):
        hang(noun, word, "obj")
        word.tag_, word.pos_ = "VBZ", "VERB"
