"""Clauses that open where a small parser sees none: what is said, what happened before or after, and what followed."""

from spacy.tokens import Token

from stages.mending.clauses import HEARERS, NOMINAL, TIMES
from stages.mending.effects import BLOWN
from stages.mending.people import ACTING
from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.harms import HARMING
from stages.words.people import is_person_noun
from stages.words.speech import is_saying, is_speech_verb, lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

OPENING_TIME = frozenset({"before", "after", "until", "since"})
# Verbs that have no passive: behind a noun they are its verb, and describe it to nobody.
HAPPENING = frozenset({"erupted", "raged", "flared", "occurred", "happened", "died", "arrived", "emerged", "ensued",
                       "exploded", "crashed", "collapsed", "detonated"})  # fmt: skip
SHARES = words_of("half third quarter fifth tenth most many dozen dozens hundred hundreds thousand thousands")
VERBAL = frozenset({"VERB", "AUX"})
BLAMING = frozenset({"blaming", "accusing", "denouncing", "condemning", "criticising", "criticizing"})
DONE = words_of("""
    shot hit struck slain killed wounded injured captured kidnapped murdered arrested executed hanged beheaded bombed
    shelled attacked abducted
""")


def _may_act(noun: Token) -> bool:
    """Whether a noun is of people, or the verb behind it one that nothing is done by: "a bomb exploded"."""
    return is_person_noun(noun) or any(child.lower_ in HAPPENING for child in noun.rights if child.dep_ == "acl")


def open_content(verb: Token) -> None:
    """In "witnesses said snipers shot at the crowd" the snipers may be read as what is said, shot at the crowd."""
    if not is_saying(verb) or lemma_of(verb) in HEARERS or verb.tag_ not in FINITE:
        return
    subject = next((child for child in verb.rights if child.dep_ == "obj" and _may_act(child)), None)
    clause = next((child for child in subject.rights if child.dep_ == "acl"), None) if subject is not None else None
    if subject is None or clause is None or clause.tag_ not in {"VBN", "VBD"} or clause.i != subject.i + 1:
        return
    is_followed = clause.lower_ in ACTING or any(child.dep_ in {"obl", "obj"} for child in clause.rights)
    is_passive = any(child.dep_ == "obl:agent" for child in clause.rights)
    if clause.lower_ in DONE and not is_followed and hang(clause, verb, "ccomp"):
        hang(subject, clause, "nsubj:pass")  # "The army says two men killed": what headlines say of the dead
        return
    if is_followed and not is_passive and hang(clause, verb, "ccomp") and hang(subject, clause, "nsubj"):
        clause.tag_ = "VBD"
        for effect in [child for child in subject.rights if child.dep_ == "acl" and child.i > clause.i]:
            hang(effect, clause, "advcl")
        for other in [child for child in verb.rights if child.dep_ == "conj" and child.i > clause.i]:
            if (
                other.tag_ == "VBD"
                and not is_saying(other)
                and not any(child.dep_ in NOUN_SUBJECTS for child in other.lefts)
            ):
                hang(other, clause)  # "says conscripts surrendered and asked for asylum"


def open_first(verb: Token) -> None:
    """In "The envoy and his aide defected, state radio said" the first clause may be read as a part of its subject."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    edge = subjects[-1].left_edge if subjects else verb
    if len(subjects) < 2 or not is_speech_verb(verb) or "," not in {edge.text, text_before(edge)}:
        return
    first, last = subjects[0], subjects[-1]
    people = [first, *first.conjuncts]
    clause = next((child for noun in people for child in noun.rights if child.dep_ == "acl" and child.i < last.i), None)
    if (
        clause is None
        or clause.tag_ not in {"VBN", "VBD"}
        or any(child.dep_ in NOUN_SUBJECTS for child in clause.lefts)
    ):
        return
    is_acting = clause.lower_ in ACTING or any(child.dep_ == "obj" for child in clause.rights)
    if hang(clause, verb, "ccomp") and hang(first, clause, "nsubj") and is_acting:
        clause.tag_ = "VBD"


def take_share(verb: Token) -> None:
    """In "More than half of them fled", "Up to a third deserted" the share is who does it."""
    if verb.tag_ not in FINITE | {"VBN"} or any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.lefts):
        return
    for child in verb.lefts:
        share, opening = (child, None) if child.dep_ == "obl" else (_measured(child), child)
        link = next((word for word in share.lefts if word.dep_ == "case"), None) if share is not None else None
        if share is None or link is None or share.i > verb.i or share.lower_ not in SHARES:
            continue
        if text_before(link) in {"more", "less", "fewer", "up"}:
            hang(share, verb, "nsubj")
            link.dep_ = "fixed"
            if opening is not None:
                hang(opening, share, "advmod")
            return


def _measured(word: Token) -> Token | None:
    """What "more than" or "up to" stands before, where it hangs on the adverb."""
    return next((child for child in word.rights if child.dep_ in {"obl", "nmod"}), None)


def take_describer(verb: Token) -> None:
    """In "when the army deserts" the army may be read as what describes a noun."""
    if verb.tag_ not in FINITE or any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.lefts):
        return
    noun = next((child for child in verb.lefts if child.dep_ == "compound" and child.tag_.startswith("NN")), None)
    if noun is None:
        return
    for child in [child for child in verb.lefts if child.i < noun.i and child.dep_ in {"det", "amod", "nmod:poss"}]:
        hang(child, noun)
    noun.dep_ = "nsubj"


def return_effect(verb: Token) -> None:
    """In "rebels took the square while the army regrouped, sealing off the roads" the army seals them off.

    A parser hangs what follows the comma on the main verb, though the nearest clause is the one it is said of.
    """
    for effect in [child for child in verb.rights if child.dep_ == "advcl" and child.tag_ == "VBG"]:
        if text_before(effect) != "," or any(child.dep_ in {"mark", *NOUN_SUBJECTS} for child in effect.lefts):
            continue
        nearer = [
            child
            for child in verb.rights
            if child.dep_ == "advcl" and verb.i < child.i < effect.i and child.tag_ in FINITE
        ]
        if not nearer or not any(child.dep_ in NOUN_SUBJECTS for child in nearer[-1].lefts):
            continue
        is_of_blow = effect.lower_ in HARMING and verb.lower_ in BLOWN and nearer[-1].lower_ not in BLOWN
        if is_of_blow:
            continue  # "struck as guards queued, killing ten"
        is_of_it = any(child.lower_ == "it" for child in nearer[-1].lefts)
        if not is_of_it and any(child.lower_ in TIMES | {"while"} for child in nearer[-1].lefts):
            hang(effect, nearer[-1])


def return_blame(word: Token) -> None:
    """In "said gunmen had burned the market, blaming the rebels" it is the speaker who blames."""
    if word.tag_ != "VBG" or word.dep_ not in {"advcl", "acl"} or word.lower_ not in BLAMING:
        return
    said = next((token for token in word.ancestors if token.dep_ == "ccomp" and token.i < word.i), None)
    if said is not None and is_saying(said.head) and said.head.i < said.i and word.nbor(-1).tag_ != "IN":
        hang(word, said.head, "advcl")


def return_culprit(verb: Token) -> None:
    """In "blamed a wave of blasts in the north on the rebels" the blasts are blamed on them, and were not on them."""
    thing = next((child for child in verb.rights if child.dep_ == "obj"), None)
    if not verb.lower_.startswith("blam") or thing is None or any(_is_on(child) for child in verb.rights):
        return
    blamed = [token for token in thing.subtree if _is_on(token) and (is_person_noun(token) or token.pos_ == "PROPN")]
    is_of_deeds = any(child.lower_ == "of" for below in thing.rights for child in below.lefts)
    if blamed and (is_of_deeds or not is_person_noun(thing)):
        hang(blamed[-1], verb, "obl")


def _is_on(phrase: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "on" for child in phrase.lefts)


def open_time(verb: Token) -> None:
    """In "shelled the town before the tanks came in" the tanks come: "before" opens a clause and no phrase."""
    is_loose = verb.dep_ in {"conj", "parataxis", "acl", "advcl"} and verb.tag_ in FINITE
    if (
        not is_loose
        or verb.left_edge.i == verb.sent.start
        or any(child.dep_ in {"cc", "mark", *NOUN_SUBJECTS} for child in verb.lefts)
    ):
        return
    phrase = verb.doc[verb.left_edge.i - 1]
    while phrase.dep_ in {"compound", "flat", "conj", "nmod"} and phrase.head.i < phrase.i:
        if any(child.lower_ in OPENING_TIME for child in phrase.lefts):
            break
        phrase = phrase.head
    mark = next((child for child in phrase.lefts if child.dep_ == "case" and child.lower_ in OPENING_TIME), None)
    is_before = phrase.right_edge.i == verb.left_edge.i - 1 and phrase.pos_ in NOMINAL
    if mark is None or not is_before or phrase.dep_ not in {"obl", "nmod"}:
        return
    above = next((token for token in phrase.ancestors if token.pos_ in VERBAL and token != verb), None)
    if above is not None and hang(verb, above, "advcl") and hang(phrase, verb, "nsubj"):
        hang(mark, verb, "mark")


def split_effect(verb: Token) -> None:
    """In "bombed the province killing many" the province is bombed: a noun with an article is no part of "many"."""
    last = verb.head
    place = verb.nbor(-1) if verb.i else verb
    is_inside = verb.tag_ == "VBG" and verb.dep_ in {"compound", "amod"} and last.i > verb.i and last.dep_ == "obj"
    has_article = place.dep_ == "compound" and any(child.dep_ == "det" for child in place.lefts)
    if not is_inside or place.head != last or not has_article:
        return
    main = last.head
    if hang(place, main, "obj") and hang(verb, main, "advcl"):
        hang(last, verb, "obj")


def free_verb(verb: Token) -> None:
    """In "condemned the raid on Friday and promised aid" the second verb does not describe what is promised."""
    thing = verb.head
    joint = previous_word(verb)
    is_after_time = is_time(thing.head) and not is_time(thing)
    is_verb = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_after_time)
    is_inside = is_verb and verb.dep_ == "amod" and verb.i < thing.i and thing.dep_ == "conj"
    main = thing.head.head if is_after_time else thing.head
    is_clause = main.tag_ in FINITE or (main.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in main.lefts))
    if not is_inside or joint.dep_ != "cc" or joint.head != thing or not is_clause:
        return
    if hang(verb, main, "conj") and hang(thing, verb, "obj"):
        hang(joint, verb)


def return_content(clause: Token) -> None:
    """In "said that they hold women captive and that many fled" the second "that" goes with the first."""
    has_that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    if clause.dep_ != "conj" or not has_that or clause.head.pos_ in VERBAL:
        return
    above = next((token for token in clause.head.ancestors if token.pos_ in VERBAL), None)
    if above is not None:
        hang(clause, above)
