"""Phrases that a small parser hangs on the wrong word: sides and bids, hours and aims, and who acts after a retreat."""

from spacy.tokens import Doc, Token

from stages.mending.openings import HAPPENING, OPENING_TIME
from stages.parsing.hanging import ends_sentence, hang, previous_word, text_before, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.speech import is_speech_verb
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

FIGHTING = words_of("clashes fighting battles skirmishes exchanges violence shelling")
EFFORTS = words_of("effort bid attempt move drive push")
SPANS = words_of("minutes hours days weeks months years")
# What nobody has done to him: behind a noun it is what the noun did.
GONE = HAPPENING | words_of("""
    retreated fled withdrew withdrawn advanced resigned marched protested arrived returned escaped rallied gathered
    clashed fought entered defected deserted abdicated vanished
""")
DEEDS = words_of("looting burning torching killing wounding injuring kidnapping abducting destroying damaging robbing")
MEETINGS = words_of("""
    meeting meetings talks summit negotiations discussions conference encounter clashes clash fighting battles battle
    agreement deal truce ceasefire swap exchange
""")
RULING = words_of("rule rules ruled ruling")
BURNING = frozenset({"ablaze", "alight", "afire"})


def mend_attachments(doc: Doc) -> None:
    """What hangs where the words beside it leave no doubt that it does not belong."""
    for word in doc:
        return_between(word)
        return_behind(word)
        part_reported(word)
        return_effort(word)
        make_phrase(word)
        join_hyphen(word)
        part_hours(word)
        return_sides(word)
        return_particle(word)
        make_subject(word)
    for verb in [token for token in doc if token.tag_.startswith("VB")]:
        return_purpose(verb)
        open_after(verb)
        set_ablaze(verb)
        open_deed(verb)
        return_holder(verb)


def return_behind(phrase: Token) -> None:
    """In "shot by unidentified men in Homs" the men are there: no phrase behind a noun says of what kind it is."""
    quality = phrase.head
    noun = quality.head
    is_hung_so = phrase.dep_ == "obl" and quality.dep_ == "amod" and quality.i < noun.i < phrase.left_edge.i
    is_joined = is_hung_so and quality.i + 1 < noun.i and quality.nbor(1).text == "-"  # "rebel-held"
    if is_hung_so and not is_joined and not is_time(phrase) and noun.right_edge.i >= phrase.i:
        hang(phrase, noun, "nmod")


def return_sides(sides: Token) -> None:
    """In "clashes broke out in the town of Gao between the army and rebels" the clashes are between them."""
    above = sides.head
    case = next((child for child in sides.lefts if child.dep_ == "case"), None)
    is_inside = case is not None and case.lower_ == "between" and case.i > sides.sent.start
    if is_inside and case is not None and _return_meeting(sides, case.nbor(-1)):
        return
    is_between = sides.dep_ == "nmod" and case is not None and case.lower_ == "between" and sides.ent_type_ != "LOC"
    if not is_between or above.i > sides.i or case is None or case.nbor(-1).ent_type_ != "LOC":
        return
    verb = next((each for each in above.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    is_place = above.ent_type_ == "LOC" or any(child.ent_type_ == "LOC" for child in above.rights)
    if verb is not None and verb.i < sides.i and is_place and above.dep_ in {"obl", "nmod"}:
        hang(sides, verb, "obl")


def _return_meeting(sides: Token, place: Token) -> bool:
    """In "spoke after a meeting in Lima between the two" the meeting is between them."""
    while place.dep_ in {"flat", "compound"} and place.ent_type_ == "LOC":
        place = place.head
    noun = place.head
    is_there = place.ent_type_ == "LOC" and place.dep_ == "nmod" and noun.lower_ in MEETINGS and noun.i < place.i
    return is_there and sides.dep_ in {"obl", "nmod"} and hang(sides, noun, "nmod")


def make_subject(noun: Token) -> None:
    """In "but clashes continued" the clashes continue: a noun is no auxiliary."""
    verb = noun.head
    is_loose = noun.dep_.startswith("aux") and noun.tag_ in {"NN", "NNS"} and noun.i < verb.i
    if is_loose and not any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        noun.dep_ = "nsubj"
        verb.tag_ = "VBD" if verb.tag_ == "VBN" and verb.i == noun.i + 1 else verb.tag_


def return_particle(out: Token) -> None:
    """In "ruled out sending troops" it is ruled out: "out" opens no clause of sending."""
    verb = previous_word(out)
    if out.lower_ == "out" and out.dep_ in {"mark", "case"} and verb.lower_ in RULING and out.head.head == verb:
        hang(out, verb, "compound:prt")


def open_deed(verb: Token) -> None:
    """In "went on a rampage in Lome, looting shops" they loot shops: looting is no kind of shops."""
    things = verb.head
    is_inside = verb.tag_ == "VBG" and verb.dep_ in {"compound", "amod"} and verb.lower_ in DEEDS and verb.i < things.i
    if not is_inside or text_before(verb) != "," or things.tag_ not in {"NNS", "NN"} or things.head == things:
        return
    main = things.head if things.head.pos_ in {"VERB", "AUX"} else things.head.head
    if any(child.dep_ in {"case", "det"} and child.i < verb.i for child in things.lefts) or main.i > verb.i:
        return
    if main.pos_ in {"VERB", "AUX"} and hang(verb, main, "advcl"):
        hang(things, verb, "obj")


def return_holder(verb: Token) -> None:
    """In "Gunmen holding ten nurses demanded money" the gunmen demand it: a bare -ing form is no sentence's verb."""
    lefts = {child.dep_: child for child in verb.lefts}
    subject = lefts.get("nsubj")
    if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "ccomp"} and subject is not None and subject.tag_ == "NNS":
        above = verb.head  # "Gunmen holding nuns | demanded money", read as what their holding them does
        has_own = any(child.dep_ in NOUN_SUBJECTS for child in above.lefts) or "aux" in lefts
        if above.i > verb.i and not has_own and hang(subject, above, "nsubj"):
            hang(verb, subject, "acl")
        return
    if verb.tag_ != "VBG" or verb.dep_ != "ROOT" or subject is None or is_speech_verb(verb) or "aux" in lefts:
        return
    main = next((child for child in verb.rights if child.dep_ == "ccomp" and child.tag_ in {"VBD", "VBZ"}), None)
    held = next((child for child in main.lefts if child.dep_ == "nsubj"), None) if main is not None else None
    if main is None or held is None or held.left_edge.i != verb.i + 1 or held.right_edge.i >= main.i:
        return
    hang(main, main, "ROOT")
    for child in [child for child in verb.rights if child.i > main.i]:
        hang(child, main)
    if hang(held, verb, "obj") and hang(subject, main, "nsubj"):
        hang(verb, subject, "acl")


def part_hours(hours: Token) -> None:
    """In "imposed a curfew hours after the raid" a curfew is imposed, and no hours."""
    thing = previous_word(hours)
    behind = hours.nbor(1).lower_ if not ends_sentence(hours) else ""
    verb = hours.head
    is_one = thing.dep_ == "compound" and thing.head == hours and thing.tag_ in {"NN", "NNS"} and not is_time(thing)
    if hours.lower_ not in SPANS or not is_one or behind not in {"after", "before", "later", "earlier"}:
        return
    relation = hours.dep_
    if relation in {"obj", "obl", "nsubj:pass"} and hang(thing, verb, relation):
        for child in [child for child in hours.lefts if child != thing]:
            hang(child, thing)
        hours.dep_ = "obl:unmarked"


def open_after(verb: Token) -> None:
    """In "Men retreated from the port after rebels shelled it" the rebels shelled it, and the men retreated."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return
    gone = next((child for child in subject.rights if child.dep_ == "acl" and child.lower_ in GONE), None)
    doer = verb.nbor(-1)
    while doer.dep_ in {"flat", "compound", "conj"} and doer.head.i < doer.i:
        doer = doer.head
    case = next((child for child in doer.lefts if child.dep_ == "case"), None)
    if gone is None or case is None or case.lower_ not in OPENING_TIME | {"when", "as"} or not gone.is_ancestor(doer):
        return
    if any(child.dep_.startswith("aux") for child in (*gone.lefts, *verb.lefts)):
        return
    hang(gone, *((gone, "ROOT") if verb.head == verb else (verb.head, verb.dep_)))
    gone.tag_ = "VBD"
    for child in [child for child in verb.children if child.dep_ in {"mark", "cc"} and child.i < subject.left_edge.i]:
        hang(child, gone)
    if hang(subject, gone, "nsubj") and hang(verb, gone, "advcl") and hang(doer, verb, "nsubj"):
        hang(case, verb, "mark")


def set_ablaze(verb: Token) -> None:
    """In "shops were looted and cars set ablaze" the cars set nothing: they burn."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    following = verb.nbor(1).lower_ if not ends_sentence(verb) else ""
    is_bare = verb.lower_ == "set" and all(child.dep_ not in {"obj", "aux"} for child in verb.children)
    if subject is not None and is_bare and following in BURNING:
        verb.tag_, subject.dep_ = "VBN", "nsubj:pass"


def return_between(sides: Token) -> None:
    """In "A truce between Chad and Libyan rebels lasted" the rebels last nothing: it is between them."""
    verb = sides.head
    case = next((child for child in sides.lefts if child.dep_ == "case"), None)
    if sides.dep_ not in NOUN_SUBJECTS or case is None or case.lower_ != "between" or case.i <= verb.sent.start:
        return
    noun = case.nbor(-1)
    first = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i < sides.i), None)
    if first is not None and (first == noun or first.is_ancestor(noun)):
        hang(sides, noun, "nmod")


def part_reported(sides: Token) -> None:
    """In "with clashes reported between two clans" the clashes are between them, and report nothing."""
    verb = sides.head
    event = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    case = next((child for child in sides.lefts if child.dep_ == "case"), None)
    is_between = case is not None and case.lower_ == "between" and sides.dep_ in {"obl", "nmod"}
    if not is_between or event is None or verb.lower_ != "reported" or event.lower_ not in FIGHTING:
        return
    hang(sides, event, "nmod")
    opening = next((child for child in event.lefts if child.dep_ == "case" and child.lower_ in {"with", "amid"}), None)
    if opening is not None and verb.dep_ == "advcl" and hang(event, verb.head, "obl"):
        hang(verb, event, "acl")
        verb.tag_ = "VBN"


def return_effort(noun: Token) -> None:
    """In "flew between the camps in a bid to end it" the bid is that of who flew, and not of the camps."""
    case = next((child for child in noun.lefts if child.dep_ == "case"), None)
    is_effort = noun.lower_ in EFFORTS and noun.dep_ == "nmod" and case is not None and case.lower_ == "in"
    if not is_effort or not any(child.tag_ == "VB" for child in noun.rights):
        return
    verb = next((above for above in noun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is not None and verb.i < noun.i:
        hang(noun, verb, "obl")


def return_purpose(verb: Token) -> None:
    """In "held the hall for ten days to protest" they held it to protest: no days are to do anything."""
    days = verb.head
    to = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    is_span = days.dep_ in {"obl", "obl:unmarked"} and is_time(days) and days.lower_ != "time"
    if verb.tag_ == "VB" and verb.dep_ == "acl" and is_span and to is not None and to.lower_ == "to":
        hang(verb, days.head, "advcl")


def make_phrase(name: Token) -> None:
    """In "suspended aid to Chad" the name is no clause that describes the aid."""
    if name.dep_ == "acl" and name.tag_ in {"NNP", "NNPS"} and any(child.dep_ == "case" for child in name.lefts):
        name.dep_ = "nmod"


def join_hyphen(noun: Token) -> None:
    """In "repulsed two Libyan counter-attacks" one thing is repulsed: what a hyphen joins is one word."""
    first, hyphen = word_beside(noun, -2), previous_word(noun)
    if hyphen.text != "-" or hyphen.whitespace_ or first == noun:
        return
    is_beside = first.head == noun.head != noun and first.dep_ == noun.dep_ and not first.whitespace_
    if not is_beside or first.tag_ not in {"NN", "NNS"} or not noun.tag_.startswith("NN"):
        return
    for child in list(first.lefts):
        hang(child, noun)
    hang(first, noun, "compound")
    hang(hyphen, noun, "punct")
