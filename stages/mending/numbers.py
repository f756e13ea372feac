"""Numbers that a small parser hangs on the wrong word: on participles, adverbs, or the verb itself."""

from spacy.tokens import Token

from stages.mending.clauses import has_finite
from stages.mending.counted import count_as_many
from stages.parsing.hanging import hang, next_word, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.harms import HARMED, HARMING
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

GIVING = words_of("hand handed hands handing turn turned turns turning give gave gives giving take took takes taking")
STATES = words_of("dead wounded injured")
MORE = frozenset({"more", "less", "fewer"})
UNITS = words_of("battalion brigade regiment division squadron corps company platoon battery squad")
MEASURED = frozenset({"$", "€", "£", "families", "households"})
ABOUT = frozenset({"over", "around", "about", "under", "some"})


def place_number(number: Token) -> None:
    """Numbers that a parser takes for adverbs, subjects of an adjective or objects of "over".

    "two died and seven injured", "18 wanted men", "killed over 100 men".
    """
    _return_particle(number)
    _count_dead(number)
    head = number.head
    verb = number.nbor(1) if number.i + 1 < len(number.doc) else number
    noun = verb.nbor(1) if verb.i + 1 < len(number.doc) else verb
    if verb.tag_ == "VBN" and noun.tag_ == "NNS" and noun.head == verb and noun.dep_ == "obj" and verb.i < noun.i:
        _count_noun(number, verb, noun)
    elif _is_description(number, verb, noun):
        _describe(number, verb, noun)
    elif _is_loose(number, verb):
        _describe_object(number, verb)
    elif _is_left_out(number, verb):
        hang(number, verb, "nsubj:pass")
        verb.tag_, verb.pos_ = "VBN", "VERB"
    elif number.dep_ in {*NOUN_SUBJECTS, "nummod"} and head.dep_ == "amod" and number.i < head.i < head.head.i:
        hang(number, head.head, "nummod")
        head.tag_ = "VBN" if head.tag_ == "VBD" else head.tag_
    elif head.lower_ in MORE and number.dep_ in {"obl", "nmod"} and text_before(number) == "than":
        hang(number, head.head, head.dep_)  # "wounding more than 150"
        hang(head, number, "advmod")
    count_as_many(number)
    _count_least(number)
    over = number.nbor(-1) if number.i else number
    is_about = number.dep_ == "obl" and over.lower_ in ABOUT and head.i == over.i - 1
    if is_about and head.tag_.startswith("VB"):
        number.dep_, over.dep_ = "obj", "advmod"  # "wounding about 200"
        return
    if number.dep_ != "nummod" or over.lower_ not in ABOUT or over.dep_ != "case" or over.head != head:
        return
    verb = head.head
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    if head.dep_ == "obl" and verb.i == over.i - 1 and is_free and is_person_noun(head):
        hang(over, number, "advmod")
        head.dep_ = "obj"


def count_first(number: Token) -> bool:
    """In "Two army lieutenants crossed" the first word counts them, and is no clause of its own."""
    sent = number.sent
    if number.head != number or number.i != sent.start or any(number.children) or number.i + 2 >= len(number.doc):
        return False
    nouns = (token for token in number.doc[number.i + 1 : number.i + 5] if token.left_edge.i == number.i + 1)
    noun = next((token for token in nouns if token.tag_ == "NNS"), None)
    return noun is not None and hang(number, noun, "nummod")


def name_by(number: Token) -> bool:
    """In "soldiers of Infantry Battalion 285 defected" the number is the name of the battalion."""
    unit = previous_word(number)
    is_number = number.tag_ == "CD" and number.text.isdigit() and number.dep_ in {"appos", "nummod", "nmod", "dep"}
    if not is_number or unit.lower_ not in UNITS or unit.tag_ not in {"NNP", "NN"}:
        return False
    return unit.is_title and number.head.i < number.i and hang(number, unit, "flat")


def count_up_to(number: Token) -> bool:
    """In "killing up to 30 people" the people are killed: "up to" goes with their number."""
    noun, at = number.head, number.i
    if number.dep_ != "nummod" or noun.dep_ != "obl" or at < number.sent.start + 3:
        return False
    up, to, verb = number.nbor(-2), number.nbor(-1), number.nbor(-3)
    if (up.lower_, to.lower_) != ("up", "to") or noun.head != verb or not verb.tag_.startswith("VB"):
        return False
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    if not is_free or not is_person_noun(noun):
        return False
    noun.dep_ = "obj"
    return hang(to, number, "advmod") and hang(up, number, "advmod")


def count_close(number: Token) -> bool:
    """In "said close to 90 men had fled" the men fled: "close to" goes with their number."""
    noun = number.head if number.dep_ == "nummod" else number
    first = noun.nbor(-1) if noun.lower_ == "to" else noun.left_edge
    if first.lower_ != "to" or first.i < number.sent.start + 2 or noun.dep_ not in {"obl", "nmod"}:
        return False
    close, verb = first.nbor(-1), first.nbor(-2)
    is_counted = is_person_noun(noun) or noun == number or noun.lower_ in MEASURED
    if close.lower_ != "close" or noun.head not in (close, verb) or not is_counted:
        return False
    behind = noun.right_edge.i + 1
    deed = next((token for token in number.sent.doc[behind : behind + 3] if token.pos_ == "VERB"), None)
    own = {child.dep_ for child in deed.lefts} if deed is not None else {*NOUN_SUBJECTS}
    if deed is not None and (deed.tag_ in FINITE or has_finite(deed)) and own.isdisjoint(NOUN_SUBJECTS):
        hang(noun, deed, "nsubj:pass" if "aux:pass" in own else "nsubj")
    elif verb.tag_.startswith("VB") and not any(child.dep_ in {"obj", "nsubj:pass"} for child in verb.children):
        hang(noun, verb, "obj")
    else:
        return False
    return hang(close, number, "advmod") and hang(first, close, "fixed")


def _count_least(number: Token) -> None:
    """In "killed at least a dozen" they are killed, and "at least" goes with their number."""
    noun = number.head if number.dep_ == "nummod" else number
    verb, doc = noun.head, noun.doc
    is_people = is_person_noun(noun) or (noun == number and verb.lower_ in HARMED | HARMING)
    if noun.dep_ != "obl" or not is_people or verb.i >= number.i or not verb.tag_.startswith("VB"):
        return
    words = [token.lower_ for token in doc[verb.i + 1 : number.i]]
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    is_least = words[:2] == ["at", "least"] and words[2:] in ([], ["a"])
    if (is_least or words in (["no", "fewer", "than"], ["no", "less", "than"])) and is_free:
        noun.dep_ = "obj"
        for child in [child for child in noun.lefts if child.lower_ in {"at", "least"}]:
            child.dep_ = "advmod"


def _count_noun(number: Token, participle: Token, noun: Token) -> None:
    """In "by two hired gunmen" the number counts the gunmen, and the participle describes them."""
    above = number.head
    if not hang(noun, number.head, number.dep_):
        return
    for child in [child for child in number.lefts if child.dep_ == "case"]:
        hang(child, noun)
    hang(number, noun, "nummod")
    hang(participle, noun, "amod")
    for child in [child for child in participle.rights if child.i > noun.i and above.pos_ == "VERB"]:
        hang(child, above)


def _is_description(number: Token, verb: Token, noun: Token) -> bool:
    """Whether a participle between a number and its noun was read as a verb: "arrested 18 wanted men"."""
    is_joined = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and noun.tag_ == "NNS"
    is_content = verb.dep_ in {"ccomp", "obj"} and verb.head.i == number.i - 1 and is_person_noun(noun)
    return number.head == verb and (is_joined or is_content)


def _describe(number: Token, verb: Token, noun: Token) -> None:
    """In "released 28 captured men on Friday" nobody was captured on Friday: the men are released, and captives."""
    above = verb.head
    others = [child for child in verb.lefts if child != number]
    if noun.head != verb or any(child.dep_ in {"cc", *NOUN_SUBJECTS} or child.text == "," for child in others):
        return
    for child in [child for child in verb.rights if child != noun]:
        hang(child, above)
    if hang(noun, above, "obj"):
        hang(number, noun, "nummod")
        hang(verb, noun, "amod")
        verb.tag_ = "VBN"


def _count_dead(number: Token) -> None:
    """In "put its losses at 12 dead and 30 wounded" the numbers count them."""
    state = next_word(number)
    if state.lower_ not in STATES or state.tag_ != "JJ" or number.head != state or number.dep_ == "nummod":
        return
    if any(child.dep_.startswith(("cop", "aux")) for child in state.children):
        return  # "12 were dead"
    number.dep_ = "nummod"
    link = number.nbor(-1) if number.i else number
    first = link.nbor(-1) if link.lower_ == "and" and link.i else number
    if first.lower_ in STATES and hang(state, first, "conj"):
        hang(link, state)


def _return_particle(number: Token) -> None:
    """In "handed over 23 soldiers" they are handed over, and are not more than 23; nor are "captured men to us"."""
    over = number.nbor(-1) if number.i > number.sent.start + 1 else number
    verb = over.nbor(-1) if over != number else number
    if over.lower_ != "over" or verb.lower_ not in GIVING or over.dep_ not in {"advmod", "case"}:
        return
    if hang(over, verb, "compound:prt"):
        over.tag_ = "RP"
    noun = number.head
    for participle in [child for child in noun.lefts if child.dep_ == "amod" and child.tag_ == "VBN"]:
        for child in [child for child in participle.rights if child.i > noun.i]:
            hang(child, verb)


def _is_loose(number: Token, participle: Token) -> bool:
    """Whether a participle behind a number that a verb is done to was read as a clause: "freed 23 | captured men"."""
    is_clause = participle.dep_ in {"advcl", "acl", "xcomp", "conj"} and participle.tag_ in {"VBN", "VBD"}
    is_object = number.dep_ == "obj" and participle.head in {number, number.head} and number.head.i < number.i
    noun = next((child for child in participle.rights if child.dep_ == "obj"), None)
    is_bare = noun is not None and noun.tag_ == "NNS" and noun.left_edge.i == participle.i + 1 and is_person_noun(noun)
    return is_clause and is_object and is_bare and not any(child.dep_ in {"cc", "mark"} for child in participle.lefts)


def _describe_object(number: Token, participle: Token) -> None:
    """In "freed 23 captured government soldiers" the soldiers are freed, and nobody is captured by their freeing."""
    verb = number.head
    noun = next(child for child in participle.rights if child.dep_ == "obj")
    for child in [child for child in participle.rights if child != noun]:
        hang(child, verb)
    if hang(noun, verb, "obj"):
        hang(number, noun, "nummod")
        hang(participle, noun, "amod")
        participle.tag_ = "VBN"


def _is_left_out(number: Token, verb: Token) -> bool:
    """Whether a number before a joint participle is its subject: "three were killed and more than ten wounded"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "JJ"} or not verb.lower_.endswith("ed"):
        return False
    above = verb.head
    is_passive = above.tag_ == "VBN" and any(child.dep_ == "nsubj:pass" for child in above.children)
    is_near = number.head in (verb, above, number.nbor(-1) if number.i else number)
    is_loose = number.dep_ in {"advmod", "punct", "dep", "obl", "conj"} or number.head == verb
    return is_near and is_loose and (is_passive or verb.tag_ == "VBN")
