"""What is said of an event told elsewhere: what it means, and who suffers by it."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from stages.how_many.numerals import ordinal_of
from stages.how_sure.markers import claims_nothing
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import opens_sentence
from stages.words.wordlists import words_of

WHERE = ("in", "across", "near", "around", "at", "outside", "into", "throughout")
SAPPING = words_of("thinn lost los deplet weaken crippl plagu hit sapp drain erod reduc decimat dogg rock shak shook")
ANSWERS = words_of("retaliation revenge reprisal response reply answer protest line keeping vain breach violation")
NOBODY = words_of("one nobody none anybody")
TOPICS = words_of("phenomenon issue question problem subject idea notion topic law definition history concept theme")
WRITINGS = words_of("book books novel film movie documentary play expert experts historian essay memoir series")
NO_ASKED = words_of("we i it this that there what matter problem situation question issue")
TRACES = words_of("crater hole gash scar mark trail plume")
UTTERANCES = words_of("accusation accusations warning warnings threat threats criticism demand demands appeal appeals")
CIRCUMSTANCES = frozenset({"amid", "as", "after", "before"})
OPENING = words_of("open begin start resume reopen convene")
UNMARKED = frozenset({"obl:unmarked", "obl:tmod", "obl:npmod"})
AHEAD = words_of("due set scheduled expected likely planned about")
ENDINGS = ("ed", "e", "s", "es", "ing")


def is_commented_on(head: Token) -> bool:
    """ "the offensive is a symptom", "defections become important": something is said of the event, not that it was."""
    if not head.dep_.startswith("nsubj"):
        return False
    predicate = head.head
    if predicate.lower_ in AHEAD or (predicate.tag_ == "VB" and any(c.lower_ in AHEAD for c in predicate.lefts)):
        return False  # "Talks are due to resume"
    if predicate.dep_ == "xcomp" and predicate.pos_ == "ADJ":
        predicate = predicate.head  # "the offer remains open"
    has_copula = any(child.dep_ == "cop" for child in predicate.children) and case_of(predicate) not in WHERE
    behind = {word.lower_ for child in predicate.rights for word in (child, *child.lefts)}
    is_bare = head.lower_ in UTTERANCES and not any(child.dep_ == "nmod" for child in head.rights)
    if is_bare and predicate.lemma_ == "come" and not behind.isdisjoint(CIRCUMSTANCES):
        return True  # "the accusation came amid rumours"
    return has_copula or predicate.lemma_ in {"become", "remain", "seem", "mean", "represent", "prove"}


def is_felt(head: Token) -> bool:
    """ "desertions have thinned the brigade", "lost ten men to desertion": a force is said to have suffered by it."""
    verb = head.head.head if head.dep_ == "nmod" and head.head.dep_ == "obj" else head.head
    is_doing = head.dep_ == "nsubj" or case_of(head) in {"by", "to", "through"}
    return is_doing and any(verb.lower_ in {stem, *(stem + end for end in ENDINGS)} for stem in SAPPING)


def is_means(head: Token) -> bool:
    """ "an insurgency using suicide attacks and abductions": how it is fought, where no more is told."""
    first = head.head if head.dep_ == "conj" else head
    is_used = first.dep_ == "obj" and first.head.lower_ in {"using", "employing"} and head.tag_ == "NNS"
    own = {child.dep_ for child in (*head.children, *first.children, *first.head.rights)}
    return is_used and own.isdisjoint({"det", "nummod", "nmod", "acl:relcl", "nmod:poss", "obl"})


def is_attributive(first: Token, span: Span) -> bool:
    """ "the adopted resolution": a participle that only says which."""
    is_inside = first.tag_ == "VBN" and first.dep_ == "amod" and first.head in span and not opens_sentence(first)
    return is_inside and first.nbor(-1).tag_ in {"DT", "PRP$", "JJ", "RB", "IN", "POS"}


def is_deed(verb: Token) -> bool:
    """ "a drone struck a truck" is no drone strike: what a noun was looked for in is a verb with its subject."""
    return verb.tag_ == "VBD" and any(child.dep_ == "nsubj" for child in verb.lefts)


def is_predicated(head: Token) -> bool:
    """ "The protests are now in the suburbs", "this is the third raid in a week": where or which in a row it was."""
    if any(child.dep_ == "cop" for child in head.lefts):
        return any(child.dep_ == "amod" and ordinal_of(child.lower_) is not None for child in head.lefts)
    return head.dep_ == "nsubj" and case_of(head.head) in WHERE and head.head.lower_ not in ANSWERS


def is_recalled(head: Token) -> bool:
    """ "There was no confirmation of the attacks", "it is the ninth raid of the year": said of what was told before."""
    is_told = any(case_of(child) in {"by", "on", "against", "in", "at", "near"} for child in head.rights)
    is_told = is_told or any(child.dep_ == "acl:relcl" for child in head.rights)
    if is_told or any(child.dep_ in {"compound", "nummod"} for child in head.lefts):
        return False
    is_whose = any(case_of(child) == "of" for child in head.rights)
    is_known = any(child.lower_ in {"the", "this", "these"} and child.dep_ == "det" for child in head.lefts)
    return (is_known and not is_whose and _is_unvouched(head)) or _is_nth(head)


def _is_unvouched(head: Token) -> bool:
    """ "no confirmation of the attacks", "nobody claimed responsibility for it", "no group has claimed the attack"."""
    above = head.head
    if head.dep_ == "obj" and above.lower_.startswith("claim"):
        return claims_nothing(above)
    is_of_word = case_of(head) == "of" and above.lower_ in {"confirmation", "verification", "corroboration"}
    is_claim = case_of(head) == "for" and above.lower_ == "responsibility" and above.head.lower_.startswith("claim")
    is_none = is_of_word and any(child.lower_ == "no" for child in above.lefts)
    return is_none or (is_claim and claims_nothing(above.head))


def _is_nth(head: Token) -> bool:
    """ "It was the third attack this month", "this was a vile attack": what is said of the event that "it" was."""
    is_of_it = any(child.dep_ == "nsubj" and child.lower_ in {"it", "this", "that"} for child in head.lefts)
    is_one = any(child.dep_ == "cop" for child in head.lefts) and head.tag_ == "NN"
    is_judged = any(child.lower_ in {"a", "an"} for child in head.lefts) and all(c.is_punct for c in head.rights)
    is_nth = any(ordinal_of(child.lower_) is not None for child in head.lefts)
    return is_of_it and is_one and (is_nth or (is_judged and any(child.dep_ == "amod" for child in head.lefts)))


def is_spoken_of(head: Token) -> bool:
    """ "the phenomenon of defections", "since the protests began": the event is a topic, or dates another."""
    case, above = case_of(head), head.head
    if (case == "of" and above.lower_ in TOPICS) or (case in {"on", "about"} and above.lower_ in WRITINGS):
        return True
    clause = head.head
    is_begun = head.dep_.startswith("nsubj") and clause.lemma_ in {"begin", "start", "erupt"}
    return is_begun and any(child.dep_ == "mark" and child.lower_ == "since" for child in clause.children)


def is_state_of_hurt(wounded: Token) -> bool:
    """ "some of the wounded are in danger", "water for the wounded": how those are who were told of before."""
    is_part = case_of(wounded) == "of" and wounded.dep_ in {"nmod", "obl"}
    top = wounded.head if is_part else wounded
    is_predicated = top.dep_ in NOUN_SUBJECTS and any(child.dep_ == "cop" for child in top.head.children)
    return (is_predicated and top.lower_ != "number") or case_of(wounded) == "for"


def is_traced(event: Token) -> bool:
    """ "the blast left a crater": what an event that was told of did to the ground, where no place is named with it."""
    verb = event.head
    traces = any(child.dep_ == "obj" and child.lower_.removesuffix("s") in TRACES for child in verb.rights)
    is_bare = not any(child.dep_ in {"nmod", "acl", "compound", "nmod:poss"} for child in event.children)
    return event.dep_ in NOUN_SUBJECTS and traces and is_bare and any(child.lower_ == "the" for child in event.lefts)


def is_need(words: Sequence[str], span: Span) -> bool:
    """'said: "We must hurry"', "said that the matter must be studied": a need, and nobody is called upon."""
    is_quoted = any(token.is_quote or token.text == ":" for token in span)
    return words[-1] == "must" and (is_quoted or span[-2].lower_ in NO_ASKED)


def is_maxim(verb: Token) -> bool:
    """ "warned that nobody can win the war": what nobody can do is threatened to nobody."""
    said = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    words = {child.dep_: child for child in said.lefts} if said is not None else {}
    subject, modal = words.get("nsubj"), words.get("aux")
    return subject is not None and subject.lower_ in NOBODY and modal is not None and modal.tag_ == "MD"


def is_as_told(verb: Token) -> bool:
    """ "sent aid as agreed in Oslo": how it was done, and nothing that its doer agreed to."""
    has_subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.children)
    is_as = any(child.dep_ in {"mark", "case", "advmod"} and child.lower_ == "as" for child in verb.lefts)
    return verb.dep_ == "advcl" and is_as and not has_subject and verb.tag_ in {"VBN", "VBD"}


def opening_times(verb: Token) -> list[Token]:
    """The times without a preposition at which something opens: "are set to open next week"."""
    return [child for child in verb.rights if child.dep_ in UNMARKED] if verb.lemma_ in OPENING else []
