"""What "and" joins: verbs that a parser hangs on a clause they do not go with, and speakers on what they speak of."""

from spacy.tokens import Token

from stages.how_sure.granted import has_subject
from stages.mending.clauses import has_finite
from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.wordlists import words_of

BLAMING = words_of("accused blamed condemned denounced criticised criticized urged")
CHARGING = BLAMING | words_of("""
    demanded called vowed warned threatened promised pledged appealed offered praised rejected
""")
SPEAKERS = words_of("authorities officials sources medics media monitors")
LAST = 10  # tokens that may follow who says so: a day, a hearer, a place
IN_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$"})
NOW = frozenset({"VBZ", "VBP"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def level_joint(verb: Token) -> None:
    """In "failed to stop and began shooting", "fined for voting and resigned": a past form goes with a past form."""
    above = verb.head
    is_followed = any(child.dep_ in {"obj", "obl"} for child in verb.rights)  # "refused to yield and called on them"
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and is_followed and above.tag_ == "VB")
    is_said_of = above.tag_ == "VBN" and above.dep_ == "acl" and verb.tag_ == "VBD"  # "in a film shown there and urged"
    is_said_of = is_said_of and not has_finite(above)  # "reports that they had come and seized it"
    if verb.dep_ != "conj" or not is_past or not (above.tag_ in {"VB", "VBG"} or is_said_of) or has_subject(verb):
        return
    is_bare = any(child.dep_ == "mark" and child.lower_ == "to" for child in above.lefts)
    if (
        is_bare
        or is_said_of
        or (above.tag_ == "VBG" and not any(child.dep_.startswith("aux") for child in above.lefts))
    ):
        is_main = (token for token in above.ancestors if token.tag_ in FINITE or has_finite(token))
        main = next((token for token in is_main if token.i < above.i), None)
        if main is not None and any(child.dep_ == "cc" for child in verb.lefts):
            hang(verb, main)


def level_tense(verb: Token) -> None:
    """In "denies that it built a plant and accuses the allies" whoever denies accuses: both are told as of now."""
    above = verb.head
    is_now = verb.dep_ == "conj" and verb.tag_ in NOW and above.tag_ == "VBD" and not has_subject(verb)
    if not is_now or any(child.dep_.startswith("aux") for child in above.lefts):
        return
    is_told = (token for token in above.ancestors if token.tag_ in NOW and token.i < above.i)
    main = next((token for token in is_told if any(child.dep_ in NOUN_SUBJECTS for child in token.lefts)), None)
    if main is not None and main.tag_ == verb.tag_ and any(child.dep_ == "cc" for child in verb.lefts):
        hang(verb, main)


def join_object(noun: Token) -> None:
    """In "killing himself and two officers" the officers may be joined to the killing.

    And in "killed a brigadier of the services and his driver" the driver to the services.
    """
    owner = noun.head.head
    is_his = any(child.dep_ == "nmod:poss" and child.lower_ in {"his", "her"} for child in noun.lefts)
    if is_his and noun.head.dep_ == "nmod" and is_person_noun(owner) and not is_person_noun(noun.head):
        hang(noun, owner)
        return
    verb = noun.head
    link = noun.left_edge
    before = next((child for child in verb.rights if child.dep_ == "obj" and child.right_edge.i == link.i - 1), None)
    before = before or _object_before(link, verb)
    is_phrase = noun.tag_ in {"NNS", "NNP"} or any(child.dep_ in {"det", "nummod", "nmod:poss"} for child in noun.lefts)
    is_joined = noun.tag_[:2] == "NN" and is_phrase and verb.tag_[:2] == "VB" and link.dep_ == "cc"
    if is_joined and before is not None and not any(child.dep_ in NOUN_SUBJECTS for child in noun.children):
        hang(noun, before)


def _object_before(link: Token, verb: Token) -> Token | None:
    """The object right before "and" of a verb joined to another: "seized a geologist and killed his driver | and"."""
    last = previous_word(link)
    noun = next((token for token in (last, *last.ancestors) if token.dep_ == "obj" and token.head.dep_ == "conj"), None)
    is_own = noun is not None and noun.head.head == verb and noun.right_edge == last
    return noun if is_own and noun is not None and is_person_noun(noun) else None


def return_charge(verb: Token) -> None:
    """In "denied that money had been paid and accused the rebels" whoever denies accuses, and not the money."""
    said = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBN"} or said.dep_ != "ccomp" or has_subject(verb):
        return
    is_apart = any(child.dep_ == "aux:pass" or child.lower_ == "had" or child.dep_ == "cop" for child in said.lefts)
    is_charge = verb.lower_ in (CHARGING if is_apart else BLAMING)
    is_charge = is_charge and not any(child.dep_.startswith("aux") for child in verb.lefts)
    has_object = any(child.dep_ in {"obj", "obl", "ccomp", "xcomp"} for child in verb.rights)
    speaker = said.head
    is_told = is_speech_verb(speaker) and speaker.tag_ in FINITE
    if is_charge and has_object and is_told and hang(verb, speaker):
        verb.tag_ = "VBD"


def join_speakers(verb: Token) -> None:
    """In "wounding nine people, police and witnesses said" the police are not wounded: both say so."""
    if not is_speech_verb(verb) or verb.tag_ not in FINITE or verb.i - verb.sent.start < 6:
        return
    doc, last = verb.doc, verb.nbor(-1)
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    second = subject if subject is not None else _end_of_list(last)
    if second is None or second.right_edge.i != verb.i - 1 or any(child.dep_ == "conj" for child in second.rights):
        return
    link = next((child for child in second.lefts if child.dep_ == "cc"), None) or doc[second.left_edge.i - 1]
    at = link.i - 1
    while at > verb.sent.start and doc[at].tag_ in IN_PHRASE:
        at -= 1
    first = doc[link.i - 1]
    is_listed = link.lower_ == "and" and doc[at].text == "," and at < first.i
    is_told = any(token.tag_ in VERBAL for token in doc[verb.sent.start : at])
    if not (is_listed and is_told and _may_speak(first) and _may_speak(second)) or first == second.head == verb:
        return
    for token in doc[at + 1 : first.i]:
        if token.head.i <= at or token.head.i > first.i:
            hang(token, first, "compound")
    if hang(first, verb, "nsubj") and hang(second, first, "conj"):
        hang(link, second, "cc")


def _end_of_list(last: Token) -> Token | None:
    """The member of a list that ends with a word."""
    return next((token for token in (last, *last.ancestors) if token.dep_ == "conj" and token.right_edge == last), None)


def _may_speak(noun: Token) -> bool:
    return bool(is_person_noun(noun) or noun.lower_ in COLLECTIVES | SPEAKERS or noun.ent_type_ in {"PERSON", "ORG"})


def set_apart_some(noun: Token) -> None:
    """In "three officers quit, among them a major" the major is one of them, and not what they quit."""
    first, verb = noun.left_edge, noun.head
    if (
        noun.dep_ != "obj"
        or first.i - 2 <= verb.i
        or text_before(first) != "them"
        or text_before(first.nbor(-1)) != "among"
    ):
        return
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if subject is not None:
        hang(noun, subject, "appos")


def open_saying(verb: Token) -> None:
    """In "shot six men at a church, a local chief said by phone" the chief is not shot: he tells of it."""
    speaker = verb.head
    is_bare = verb.dep_ == "acl" and verb.tag_ in {"VBD", "VBN"} and verb.i == speaker.i + 1 and is_speech_verb(verb)
    is_set_off = speaker.dep_ in {"conj", "appos"} and "," in {speaker.left_edge.text, text_before(speaker.left_edge)}
    if not is_bare or not is_set_off or not _may_speak(speaker):
        return
    root = verb.sent.root
    if root.tag_ not in VERBAL or root.i > verb.i:
        return
    if verb.sent.end - verb.i > LAST or verb.lower_ == "told" or not root.is_ancestor(verb):
        return
    hang(verb, verb, "ROOT")
    if hang(root, verb, "ccomp") and hang(speaker, verb, "nsubj"):
        verb.tag_ = "VBD"
