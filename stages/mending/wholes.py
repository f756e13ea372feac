"""Who a clause is of, where a small parser takes a part or an aside for the whole: "six men, two of them boys, in"."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb

PLURAL = frozenset({"NNS", "NNPS"})


def mend_wholes(doc: Doc) -> None:
    """Speakers behind an aside, subjects of what came after an aside, and clauses of time that open a sentence."""
    for noun in [token for token in doc if token.tag_.startswith("NN")]:
        return_aside(noun)
    for word in doc:
        join_members(word)
    for verb in [token for token in doc if token.tag_.startswith("VB")]:
        return_having(verb)
        free_when(verb)
        open_after_which(verb)
        join_then(verb)
        part_clause(verb)
        return_to_doers(verb)
        promote_told(verb)


def return_aside(boys: Token) -> None:
    """In "the killing of six people, two of them boys, a group said" the group says so, and no boys."""
    part = next((child for child in boys.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if part is None or not any(child.lower_ in {"them", "whom"} for child in part.rights):
        return
    comma = (
        part.left_edge if part.left_edge.text == "," or part.left_edge.i == boys.sent.start else part.left_edge.nbor(-1)
    )
    people = comma.nbor(-1) if comma.i > boys.sent.start else boys
    if comma.text != "," or people.tag_ not in {"NNS", "NN"} or not hang(boys, people, "appos"):
        return
    part.dep_ = "nmod"
    last = boys.right_edge
    verb = last.nbor(1) if last.i + 1 < boys.sent.end else boys
    speaker = next((child for child in boys.rights if child.dep_ == "appos" and child.right_edge == last), None)
    has_subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
    if speaker is not None and is_speech_verb(verb) and not has_subject:
        hang(speaker, verb, "nsubj")


def return_having(aside: Token) -> None:
    """In "the forces, having entered the village, were fired upon" the forces were fired upon."""
    subject = next((child for child in aside.lefts if child.dep_ in NOUN_SUBJECTS), None)
    having = next((child for child in aside.lefts if child.lower_ == "having"), None)
    is_set_off = aside.tag_ == "VBN" and subject is not None and having is not None and text_before(having) == ","
    if not is_set_off or subject is None or aside.head == aside:
        return
    above = aside.head
    behind = (child for child in above.rights if child.i > aside.i and child.dep_ in {"ccomp", "conj", "advcl"})
    verb = next((child for child in behind if _is_open(child)), above if _is_open(above) else None)
    if verb is None or verb.i < aside.i:
        return
    marks = [child for child in aside.lefts if child.dep_ == "mark"]
    relation = "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.lefts) else "nsubj"
    if verb != above:
        verb.dep_ = aside.dep_
    if hang(subject, verb, relation) and hang(aside, verb, "advcl"):
        for mark in marks:
            hang(mark, verb)


def _is_open(verb: Token) -> bool:
    """Whether a verb behind a comma is told and has no subject of its own."""
    opening = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    is_told = opening.tag_ in FINITE and verb.tag_ in FINITE | {"VBN"}
    return is_told and not any(child.dep_ in {*NOUN_SUBJECTS, "mark", "cc"} for child in verb.lefts)


def free_when(verb: Token) -> None:
    """In "Since May, when riots broke out, ten have been killed" the killing is told, and the riots are of its date."""
    when = next((child for child in verb.lefts if child.lower_ == "when"), None)
    if verb.dep_ != "ROOT" or when is None or text_before(when) != ",":
        return
    before = [child for child in verb.lefts if child.right_edge.i < when.i and child.dep_.startswith("obl")]
    behind = (child for child in verb.rights if child.dep_ in {"advcl", "ccomp", "parataxis", "conj"})
    main = next((child for child in behind if any(each.dep_ in NOUN_SUBJECTS for each in child.lefts)), None)
    if not before or main is None or any(child.dep_ in {"mark", "cc"} for child in main.lefts):
        return
    if text_before(main.left_edge) != "," and main.left_edge.text != ",":
        return
    hang(main, main, "ROOT")
    hang(verb, main, "advcl")
    for child in before:
        hang(child, main)


def open_after_which(verb: Token) -> None:
    """In "shelled it, after which troops entered" the troops enter: "which" is what they came after."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    which = next((child for child in subjects if child.lower_ == "which"), None)
    link = which.nbor(-1) if which is not None and which.i > verb.sent.start else None
    if which is None or link is None or len(subjects) < 2 or link.lower_ not in {"after", "before", "during"}:
        return
    which.dep_, link.dep_ = "obl", "case"
    hang(link, which)


def join_then(verb: Token) -> None:
    """In "said men entered the village and shot two, then burned it" the men burned it, and not who says so."""
    above = verb.head
    then = next((child for child in verb.lefts if child.lower_ == "then"), None)
    is_joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and is_speech_verb(above) and then is not None
    if not is_joined or then is None or text_before(then) != "," or is_speech_verb(verb):
        return
    told = next((child for child in above.rights if child.dep_ == "ccomp" and child.i < verb.i), None)
    has_own = any(child.dep_ in {*NOUN_SUBJECTS, "cc"} for child in verb.lefts)
    if told is not None and told.tag_ == "VBD" and not has_own:
        hang(verb, told, "conj")


def part_clause(verb: Token) -> None:
    """In "Rebels kill nine; 26 guards wounded in Jos" who wounded them is not told: a semicolon parts two headlines."""
    above, subject = verb.head, next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_inside = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "advcl"} and above.tag_.startswith("VB")
    if is_inside and subject is not None and above.i < verb.i:
        before = verb.doc[above.i : verb.left_edge.i + 1]
        verb.dep_ = "parataxis" if any(token.text == ";" for token in before) else verb.dep_


def return_to_doers(verb: Token) -> None:
    """In "were shot by men hiding in a mosque, who used them as shields" those who shot used them."""
    who = next((child for child in verb.lefts if child.lower_ == "who"), None)
    shot = verb.head
    doers = [child for child in shot.rights if child.dep_ == "obl:agent" and child.i < verb.i]
    is_loose = verb.dep_ in {"advcl:relcl", "advcl"} and who is not None and text_before(who) == ","
    if is_loose and shot.tag_ == "VBN" and len(doers) == 1 and hang(verb, doers[0], "acl:relcl"):
        verb.dep_ = "acl:relcl"


def promote_told(verb: Token) -> None:
    """In "A video that leaked in May, showing the raid, led to arrests" the video led to them."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return
    noun = verb.sent.root
    is_joined = noun.tag_ in {"NN", "NNS"} and (verb.head == noun or verb.head.tag_ == "VBG")
    is_told_of = any(child.dep_ == "acl:relcl" and child.i < verb.i for child in noun.rights)
    has_own = any(child.dep_ in {*NOUN_SUBJECTS, "cc", "mark"} for child in verb.lefts)
    if is_joined and is_told_of and not has_own and text_before(verb) == ",":
        hang(verb, verb, "ROOT")
        hang(noun, verb, "nsubj")


def join_members(noun: Token) -> None:
    """In "fought with Abu Sayyaf gunmen" they fought with the gunmen: the name before them says whose they are."""
    name = previous_word(noun)
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    is_people = noun.text.islower() and noun.lower_.endswith(("s", "men")) and is_person_noun(noun)
    is_beside = name.ent_type_ == "ORG" and name.tag_ == "NNP" and name.right_edge.i == noun.i - 1
    if not (is_people and is_beside):
        return
    if noun.tag_ == "VBZ" and noun.dep_ in NOUN_SUBJECTS and name.head == noun:
        noun.tag_, noun.pos_, noun.lemma_ = "NNS", "NOUN", noun.lower_.removesuffix("s")
        name.dep_ = "compound"
    elif noun.tag_ == "NNS" and noun.dep_ == "obj" and name.dep_ == "obl" and name.head == noun.head:
        noun.dep_ = name.dep_
        for child in [child for child in name.lefts if child.dep_ == "case"]:
            hang(child, noun)
        hang(name, noun, "compound")
    else:
        return
    for child in [child for child in name.lefts if child.dep_ in {"amod", "nummod", "det"}]:
        hang(child, noun)
