"""Whether a verb is in the passive."""

from spacy.tokens import Token

from stages.grammar.agreement import is_verbal
from stages.parsing.heads import AGENTS, case_of
from stages.parsing.neighbours import previous_word
from stages.words.harms import HARMED
from stages.words.time_heads import is_time

SAID_TO_BE = frozenset({"reported", "said", "believed", "feared", "found", "confirmed", "presumed", "thought", "left"})
HELD_AS = frozenset({"captive", "hostage", "prisoner"})  # "held captive": what they are, and not whom
BUT_REACH = 14  # tokens
AIMED = frozenset({"at", "on", "into", "upon", "toward", "towards"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or a bare participle that is."""
    deps = {child.dep_ for child in verb.children}
    if has_object(verb):
        return False
    if not deps.isdisjoint({"nsubj:pass", "aux:pass"}) or (verb.tag_ == "VBN" and "cop" in deps):
        return True
    is_participle = verb.tag_ in {"VBN", "VBD", "JJ"} or (verb.lower_ == "shot" and verb.dep_ == "conj")
    if not is_participle or not deps.isdisjoint({"aux", "obj"}):
        return False
    is_counted = verb.tag_ == "VBN" and {"det", "nummod"} <= deps  # "the 14 killed included"
    below = {"acl", "amod", "advcl", *(["parataxis"] if verb.tag_ == "VBN" else [])}  # "freed ten men, held in May"
    is_said_of = _is_said_to_be(verb) or left_so(verb) is not None
    if is_counted or is_said_of or (verb.dep_ in below and "nsubj" not in deps):
        return True
    if verb.dep_ == "conj" and "nsubj" not in deps:
        is_same = verb.lower_ in {"shot", "hit", "put", "set", "hurt"}  # in the past as in the participle
        is_formed = verb.tag_ == "VBN" or ((is_same or verb.lower_ in HARMED) and verb.tag_ in {"NN", "VBD"})
        return is_formed and is_verbal(verb.head) and is_passive(verb.head)
    bare = {"obj", "nsubj", "aux"}
    is_joined = verb.lower_ in {"shot", "hit"} and any(
        child.dep_ == "conj" and child.tag_ == "VBN" and bare.isdisjoint(below.dep_ for below in child.children)
        for child in verb.children
    )  # "helicopter shot down and destroyed"
    is_counted = "nummod" in deps and "nsubj" not in deps  # the headline "THREE KILLED"
    is_perfect = verb.dep_ == "advcl" and verb.sent[0].lower_ == "had"  # "Had the army attacked, many would have died"
    is_done = is_perfect or is_said_of_pronoun(verb) or _is_of_object(verb)
    is_bare = (verb.tag_ == "VBN" and not is_done) or is_joined
    return is_counted or (is_bare and "nsubj" in deps and not _is_aimed(verb))


def left_so(verb: Token) -> Token | None:
    """The people of whom a participle at their end tells, joined to them by the parser: "ended with two men killed"."""
    people = verb.head
    is_joined = verb.dep_ == "conj" and people.pos_ == "NOUN" and people.i < verb.i and case_of(people) == "with"
    is_bare = is_joined and verb.tag_ in {"VBD", "VBN"} and not any(True for _ in verb.children)
    return people if is_bare and verb.nbor(-1).pos_ == "NOUN" else None


def is_said_of_pronoun(verb: Token) -> bool:
    """ "the girls | it kidnapped": a bare form behind a pronoun is active."""
    return any(child.dep_ == "nsubj" and child.tag_ == "PRP" for child in verb.lefts)


def _is_of_object(verb: Token) -> bool:
    """ "the hostages | the gunmen killed": a clause right behind a noun that brings its own doer."""
    doers = (child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_.startswith("NN"))
    return verb.dep_ == "acl:relcl" and any(doer.left_edge.i == verb.head.i + 1 for doer in doers)


def _is_said_to_be(verb: Token) -> bool:
    """ "ten people were reported killed", "the general stood accused"."""
    is_bare = verb.dep_ == "xcomp" and verb.tag_ == "VBN" and all(child.dep_ != "nsubj" for child in verb.children)
    above = verb.head
    is_seen = above.lemma_ in {"see", "watch", "find", "hear", "want"} and any(
        child.dep_ == "obj" for child in above.rights
    )
    first = above.head if above.dep_ == "conj" else above  # "were reported missing and feared killed"
    subjects = (*above.lefts, *first.lefts)
    is_told = {"nsubj:pass", "nsubj"} if any(child.lower_ == "with" for child in above.lefts) else {"nsubj:pass"}
    is_of_noun = above.dep_ == "acl" and above.head.tag_.startswith("NN")  # "a priest reported shot"
    is_said = above.lower_ in SAID_TO_BE and (is_of_noun or any(child.dep_ in is_told for child in subjects))
    is_left_so = above.lemma_ in {"remain", "stand"}  # "thousands remain displaced"
    return is_bare and (is_said or is_seen or is_left_so)  # "saw people run over"


def goes_on_to_object(verb: Token) -> bool:
    """ "they killed, wounded or captured 700 men": the object behind the last of a run of verbs is that of all."""
    joined = (child for child in verb.rights if child.dep_ == "conj" and child.tag_ in {"VBD", "VBN"})
    return any(
        all(token.tag_[:2] in {"VB", "CC", ","} for token in verb.doc[verb.i : child.i])
        and any(below.dep_ == "obj" for below in child.rights)
        for child in joined
    )


def _is_aimed(verb: Token) -> bool:
    """ "as guards shot at him": whatever the tagger made of it."""
    return verb.lower_ in {"shot", "fired"} and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in AIMED


def has_object(verb: Token) -> bool:
    """Whether a past form has an object behind it and no auxiliary, whatever its subject is called: "bombs killed"."""
    deps = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBD" and "aux:pass" not in deps and any(child.dep_ == "obj" for child in verb.rights)


def has_own_clause(verb: Token) -> bool:
    """Whether a verb joined to another has a subject or an auxiliary of its own: "was caught and is charged by"."""
    return any(child.dep_.startswith(("nsubj", "csubj", "aux")) for child in verb.children)


def has_agent(verb: Token) -> bool:
    """Whether "by" names who does it, and no subject of an active form: "the girls still held captive by rebels"."""
    is_done_by = any(child.dep_ in AGENTS or case_of(child) == "by" for child in verb.rights)
    return is_done_by and (verb.tag_ == "VBN" or all(child.dep_ != "nsubj" for child in verb.lefts))


def other_doer(verb: Token) -> Token | None:
    """ "were not killed by the rebels but by the army": by whom it was done, and not by whom it was not."""
    is_negated = any(child.lower_ in {"not", "n't", "n’t"} for child in (*verb.lefts, *verb.doc[verb.i : verb.i + 2]))
    behind = verb.doc[verb.i + 1 : min(verb.i + BUT_REACH, verb.sent.end)]
    for token in behind[1:] if is_negated else ():
        if token.lower_ == "by" and token.dep_ == "case" and token.nbor(-1).lower_ == "but":
            return token.head
    return None


def is_object(child: Token, verb: Token, *, passive: bool) -> bool:
    """Whether something is done to what stands around a verb: "freed ten", "ten freed", "called on outside powers"."""
    if child.dep_ in {"obj", "dobj"}:
        return not (child.lower_ in HELD_AS and child.i == verb.i + 1)
    if child.dep_ == "nummod":
        return passive and child.i < verb.i
    before = previous_word(child.left_edge) if child.dep_ == "obl" and child.i > verb.i else child
    is_behind = before.dep_ == "compound:prt" and before.head == verb and not passive
    return is_behind and case_of(child) is None and not is_time(child)
