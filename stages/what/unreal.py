"""Events that are spoken of and did not happen: refused, played, of any such kind."""

from __future__ import annotations

from spacy.tokens import Token

from stages.parsing.heads import case_of
from stages.parsing.neighbours import next_word, opens_sentence
from stages.words.wordlists import words_of

TIMES = words_of("""
    monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april may june
    july august september october november december week month year overnight night morning weekend dawn
""")
SELF = ("self", "selves")
MOCK = words_of("mock simulated fictional fictitious hypothetical virtual imaginary staged")
STOCKS = words_of("shipment consignment cargo delivery purchase sale theft cache stock stockpile arsenal load supply")
POSING = words_of("pose represent constitute present remain become see counter deter face contain assess")
DANGERS = words_of("""
    any military nuclear missile security terrorist terror grave growing existential serious major potential real
    biggest greatest prime main perceived common ongoing constant credible such
""")  # "the missile threat from the north" is a danger; a bomb threat or a death threat was made
POWERS = words_of("strong powerful large big close near numerous mighty heavy able sufficient long-range equipped")
UTTERING = words_of("make issue receive send carry deliver reiterate repeat utter voice retract withdraw drop get")
FACING = words_of("deal respond react cope meet confront address end eliminate remove reduce increase neutralise fend")
UNSAID = words_of("word nothing anything little silence silent")
KNOWN_BY = frozenset({"det", "nummod", "nmod:poss"})  # "the raid", "two raids", "Monday's raid"
SAFE = words_of("protect protects protecting protection guard guarding defend defending shield safe safety secure")
WISHES = words_of("condolences condolence sympathy sympathies thoughts prayers hearts")
TIPS = words_of("information tip tips tipoff tip-off tip-offs details evidence clues clue anyone reward")
STANDS = frozenset({"support", "rejection", "threat", "concession", "accusation", "appeal"})
SEEING = words_of("see view interpret construe perceive read understand portray")
DEBATES = words_of("debate controversy discussion speculation")
NAMING = words_of("call describe label brand term dub view regard")
METHODS = words_of("method methods tactic tactics means way ways tool tools technique techniques")
GAMES = words_of("""
    game games drill drills exercise exercises simulation simulations manoeuvres maneuvers rehearsal training course
    courses
""")


def is_said_of_a_kind(verb: Token) -> bool:
    """ "a fungus which attacks the roots", "anyone who flees his home": the present tense says what such a one does."""
    if _is_of_methods(verb):
        return True
    relative = verb.head if verb.dep_ == "conj" else verb
    if relative.dep_ == "advcl" and any(child.lower_ == "you" for child in relative.lefts):
        return any(child.lower_ in {"when", "if", "whenever"} for child in relative.lefts)
    is_relative = relative.dep_ == "acl:relcl"
    if is_relative and any(child.lower_ in {"can", "could"} for child in verb.lefts):  # "missiles that can hit Guam"
        return not any(child.lower_ == "have" for child in verb.lefts)
    is_present = is_relative and verb.tag_ in {"VBZ", "VBP"}
    return is_present and not any(child.dep_.startswith(("aux", "nsubj:pass")) for child in verb.children)


def is_refused(head: Token) -> bool:
    """ "soldiers who refuse to fire", "tribesmen opposed to the president": nothing was done."""
    behind = next_word(head)
    if head.lower_ == "opposed" and head.dep_ in {"acl", "amod"} and behind.lower_ == "to":
        return True
    words = {child.lower_ for child in head.lefts}
    if head.dep_ == "advcl" and "would" in words and words & {"not", "n't"}:  # "shot because they would not kill"
        return True
    return head.head.lower_.startswith("refus") and head.dep_ in {"xcomp", "obl", "ccomp", "advcl", "acl"}


def is_guarded_against(head: Token) -> bool:
    """ "to keep families safe from attacks", "protect the village from raids": what may come, and no raid that was."""
    marks = {child.lower_ for child in head.lefts if child.dep_ == "mark"}
    if head.tag_ == "VBG" and head.head.lower_ in {"guard", "guards", "guarded", "guarding"}:
        return "against" in marks  # "must guard against cracking down on refugees"
    if case_of(head) not in {"from", "against"} or any(child.dep_ in KNOWN_BY for child in head.lefts):
        return False
    verb = head.head
    return verb.lower_ in SAFE | {"free"} or any(
        child.lower_ in SAFE for child in verb.children if child.dep_ != "nsubj"
    )


def is_condoled(head: Token) -> bool:
    """ "our hearts go out to those who were injured": wished well, where no number or day tells more."""
    clause = head.head if head.dep_ == "conj" else head
    is_wishing = any(token.lower_ in WISHES for token in head.doc[head.sent.start : head.i])
    is_counted = any(child.dep_ == "nummod" for child in clause.head.children)
    is_dated = any(token.lower_ in TIMES for token in head.doc[clause.head.i : head.sent.end])
    return is_wishing and clause.dep_ in {"acl", "acl:relcl"} and not (is_counted or is_dated)


def is_of_life_dates(verb: Token) -> bool:
    """ "Samir Haddad (born 1970; died 2014)": when somebody lived, and nothing of how he died."""
    before = [token.text for token in verb.doc[verb.sent.start : verb.i]]
    opening = max((at for at, text in enumerate(before) if text in {"(", "[", ")", "]"}), default=None)
    if verb.lower_ != "died" or opening is None or before[opening] in {")", "]"}:
        return False
    return before[-1] in {"(", "[", ";", ",", "–", "-"} or "born" in before[opening:]


def _is_of_methods(verb: Token) -> bool:
    """ "the methods the regime is using to kill": how such deeds are done, and none that was."""
    using = verb.head
    is_aim = verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"} and using.lemma_ in {"use", "employ", "adopt"}
    return is_aim and using.dep_ == "acl:relcl" and using.head.lower_ in METHODS


def is_near_miss(head: Token) -> bool:
    """ "we almost died", "was nearly killed", "nearly provoked a war": it did not come to it."""
    tellers = [head, head.head] if head.dep_ == "obj" else [head]
    return any(
        not opens_sentence(token) and token.nbor(-1).lower_ in {"almost", "nearly"} and token.tag_.startswith("VB")
        for token in tellers
    )


def is_done_to_self(head: Token, type_code: str) -> bool:
    """ "handcuffed herself to him", "tried to kill himself": done by nobody to another."""
    if type_code == "attack" and head.lemma_ == "turn":  # "turned the gun on himself"
        return any(child.lower_.endswith(SELF) for child in head.rights)
    is_deed = type_code in {"arrest", "abduction"} or (
        type_code in {"killing", "wounding"} and head.tag_ in {"VB", "VBG"}
    )
    return is_deed and any(
        child.dep_ == "obj"
        and child.lower_.endswith(SELF)
        and not any(other.dep_ == "conj" for other in child.children)  # "killed himself and three guards"
        for child in head.children
    )


def is_opined(head: Token, type_code: str) -> bool:
    """ "agreed that it was a good idea": of one mind, and nothing settled between them."""
    if type_code != "agreement" or not head.lower_.startswith("agree"):
        return False
    clauses = [child for child in head.rights if child.dep_ == "ccomp"]
    words = {token.tag_ for clause in clauses for token in (clause, *clause.lefts)}
    return bool(words & {"VBD", "VBZ", "VBP"}) and "MD" not in words


def is_to_be_rewarded(head: Token) -> bool:
    """ "information leading to the arrest of the gunmen": what is hoped for, and money offered for it."""
    above = head.head.head if head.dep_ == "conj" else head.head
    is_led_to = above.lower_ in {"leading", "leads", "lead"} and above.dep_ in {"acl", "acl:relcl"}
    return is_led_to and above.head.lower_ in TIPS


def is_judged_so(head: Token, type_code: str) -> bool:
    """ "was seen as a rebuff of the plan", "a debate about the refusal to act": what others make of another deed."""
    if type_code not in STANDS:
        return False
    is_seen = case_of(head) == "as" and head.head.lemma_ in SEEING
    return is_seen or (case_of(head) in {"about", "over"} and head.head.lower_.removesuffix("s") in DEBATES)


def is_named_so(head: Token) -> bool:
    """ "called the raid a reprisal", "called it a raid": what somebody calls an event told before."""
    if head.dep_ == "xcomp" and head.head.lemma_ in NAMING:
        return any(child.dep_ == "obj" and child.lower_ in {"it", "this", "that"} for child in head.head.rights)
    is_known = any(child.lower_ in {"the", "this"} for child in head.lefts) and head.dep_ == "obj"
    names = any(child.dep_ in {"xcomp", "obl"} and child.i > head.i for child in head.head.children)
    return is_known and names and head.head.lemma_ in NAMING and not any(child.i > head.i for child in head.children)


def is_played(head: Token) -> bool:
    """ "the war games included attacks against a mock base": an exercise, and nothing that happened."""
    if any(token.lower_ in MOCK for token in (head, *head.subtree) if token.dep_ == "amod"):
        return True
    acted = head.head  # "includes repelling an attack", "includes reacting to attacks"
    verb = acted.head if acted.tag_ == "VBG" and acted.dep_ in {"obj", "xcomp", "ccomp"} else acted
    if head.dep_ != "obj" and not (head.dep_ == "obl" and verb != acted):
        return False
    subjects = (child for child in verb.children if child.dep_.startswith("nsubj"))
    named = (token.lower_ for subject in subjects for token in (subject, *subject.rights))
    is_part = verb.lemma_ in {"include", "involve"} and any(name in GAMES for name in named)
    return is_part or verb.lemma_ in {"simulate", "rehearse", "practise", "practice"}


def is_danger(head: Token) -> bool:
    """ "is a grave threat to peace", "ready for any threat": a danger, and nothing that anyone uttered."""
    is_said_of = any(child.dep_ == "cop" for child in head.children)
    is_listed = head.dep_ == "conj" and any(child.dep_ == "cop" for child in head.head.children)
    is_said_of = is_said_of or (head.dep_ == "obj" and head.head.lemma_ in POSING)
    if is_said_of or is_listed or _is_towards(head):
        return True
    is_posed = any(child.dep_ == "acl:relcl" and child.lemma_ in POSING for child in head.rights)
    return is_posed or any(child.lower_ in DANGERS for child in head.lefts)


def _is_towards(head: Token) -> bool:
    """ "the threat to the city", "dealt with the threat of an invasion": what hangs over it, and nobody uttered it."""
    is_told = any(child.lower_ in {"bomb", "death", "terror"} for child in head.lefts)
    if head.lower_ != "threat" or is_told or (head.dep_ == "obj" and head.head.lemma_ in UTTERING):
        return False
    is_faced = case_of(head) in {"with", "to", "against"} and head.head.lemma_ in FACING
    is_met = head.dep_ in {"obj", "nsubj:pass"} and head.head.lemma_ in FACING
    is_to = any(child.dep_ in {"nmod", "obl"} and case_of(child) == "to" for child in head.rights)
    return is_to or is_faced or is_met


def is_within_power(head: Token) -> bool:
    """ "strong enough to prevent an invasion", "capable of hitting the port": what could be done."""
    if head.tag_ == "VBG" and head.i > 1 and (head.nbor(-2).lower_, head.nbor(-1).lower_) == ("capable", "of"):
        return True
    verb = head if head.tag_ == "VB" else head.head
    return verb.tag_ == "VB" and any(
        above.lower_ in POWERS and any(child.lower_ in {"enough", "sufficiently"} for child in above.children)
        for above in (verb.head, verb.head.head)
    )


def is_of_any(head: Token) -> bool:
    """ "an attack on a ship is a cause for war": of any such event, where no day is named."""
    has_article = any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in head.children)
    return has_article and not any(token.lower_ in TIMES for token in head.subtree)


def is_stored(head: Token) -> bool:
    """ "a shipment of cluster bombs": arms that are sent, sold or kept, and not used."""
    return case_of(head) == "of" and head.head.lower_.removesuffix("s") in STOCKS


def is_unsaid(head: Token) -> bool:
    """ "has not said a word about a truce": nobody says that there is one."""
    return case_of(head) in {"about", "of", "on"} and head.head.lower_ in UNSAID


def is_empty_toll(head: Token) -> bool:
    """ "the toll could rise", the heading "2. Casualties": of the dead it tells nothing."""
    if all(token == head or token.is_punct or token.tag_ == "LS" for token in head.sent):
        return True
    verb = head.head
    is_ahead = verb.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.lefts)
    return head.dep_ == "nsubj" and is_ahead and verb.lemma_ in {"rise", "climb", "increase", "grow", "mount"}


def is_hurt_before(participle: Token) -> bool:
    """ "arrested injured men": their wounds only say which men, where no number counts them."""
    noun = participle.head
    is_counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return participle.lower_ in {"injured", "wounded"} and not is_counted and noun.dep_ in {"obj", "obl", "nmod"}


def is_uncounted(people: Token) -> bool:
    """ "exaggerate the number of people killed": how many is not said."""
    number = people.head
    is_number = number.lower_ == "number" and number.dep_ == "obj" and case_of(people) == "of"
    is_number = is_number and any(child.lower_ == "the" for child in number.lefts)
    return is_number and not any(token.tag_ == "CD" for token in number.sent.doc[number.i : number.sent.end])
