"""Clauses that a small parser hangs on the wrong word: main verbs, second clauses, and what is said at the end."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.people import is_person_noun
from stages.words.speech import is_saying, is_speech_verb, lemma_of
from stages.words.wordlists import words_of

HEARERS = frozenset({"tell", "warn", "believe", "write", "tweet"})  # verbs of saying that take persons as objects
TIMES = frozenset({"when", "after", "as", "while", "before", "because", "since", "once", "during"})
OFFERING = frozenset({"offered", "promised", "pledged", "announced", "demanded", "imposed", "sought", "ordered"})
WORDED = frozenset({"threatened", "imposed", "demanded", "urged", "condemned", "denounced", "rejected", "announced"})
VIOLENT = words_of(
    "raided attacked bombed shelled struck hit sank fired shot seized captured destroyed stormed ambushed"
)
ARMED = words_of("police army troops soldiers rebels guerrillas militia forces navy they he she it who")
NOMINAL = frozenset({"NOUN", "PROPN"})


def promote(verb: Token) -> None:
    """The main verb of a sentence that a parser took for a part of its own subject.

    "Fifty men led by a captain deserted" where "led" was read as the main verb, and "The families, some 80 people,
    fled" where there was none.
    """
    above = verb.head
    if verb.dep_ not in {"advcl", "acl", "conj", "ccomp", "parataxis"} or _has_own(verb):
        return
    if above.tag_ == "VBN" and verb.dep_ != "acl" and not any(child.dep_.startswith("aux") for child in above.children):
        subject = next((child for child in above.lefts if child.dep_ in NOUN_SUBJECTS), None)
        is_by = any(child.dep_ == "obl:agent" and above.i < child.i < verb.i for child in above.children)
        if subject is not None and is_by:
            _make_main(verb, above, subject)
            hang(above, subject, "acl")
    elif verb.dep_ == "conj" and verb.tag_ == "VBD" and above.dep_ == "ROOT" and is_person_noun(above):
        _make_main(verb, above, above)  # "Two colonels and their families escaped"
    elif verb.dep_ == "acl" and above.pos_ in NOMINAL:
        is_set = above.dep_ == "nmod" and not is_person_noun(above) and is_person_noun(above.head)
        noun = above.head if above.dep_ == "appos" or is_set else above  # "Guards at the gate fired"
        is_behind = text_before(verb) in {",", *(each.lower_ for each in (above, *above.conjuncts))}
        is_behind = is_behind or (
            verb.tag_ == "VBD" and verb.i > 0 and noun.is_ancestor(verb.nbor(-1))
        )  # "Men of both sides met"
        if noun.dep_ == "ROOT" and noun.pos_ in NOMINAL and is_behind:
            edge = above.left_edge
            is_label = ":" in {edge.text, text_before(edge)}  # "Goma: ten officers deserted"
            _make_main(verb, noun, above if is_label else noun)
            if is_label:
                hang(noun, verb, "parataxis")
        else:
            _open_clause(verb, above)


def _has_own(verb: Token) -> bool:
    """Whether a verb has a subject, a conjunction or an auxiliary of its own."""
    own = {*NOUN_SUBJECTS, "mark", "cc", "aux", "aux:pass"}
    return any(child.dep_ in own or child.tag_[:1] == "W" for child in verb.lefts)


def has_finite(verb: Token) -> bool:
    """Whether an auxiliary makes a verb a main one: "has criticised", "was accused"."""
    return any(child.dep_.startswith("aux") and child.tag_ in FINITE for child in verb.lefts)


def _make_main(verb: Token, above: Token, subject: Token) -> None:
    """Put a verb in the place of the word it hangs on, with a subject."""
    is_root, head, relation = above.head == above, above.head, above.dep_
    hang(verb, *((verb, "ROOT") if is_root else (head, relation)))
    hang(subject, verb, "nsubj")
    for child in [child for child in above.rights if child.i > verb.i]:
        hang(child, verb)


def _open_clause(verb: Token, noun: Token) -> None:
    """In "took the town, and thousands of people fled" the people are not taken: the comma opens a clause of theirs."""
    first = noun.head
    link = next((child for child in noun.lefts if child.dep_ == "cc" and child.lower_ in {"and", "but"}), None)
    main = first.head
    if noun.dep_ != "conj" or link is None or link.i < 1 or text_before(link) != "," or main.pos_ != "VERB":
        return
    if first.dep_ not in {"obj", "obl"} or first.i > noun.i or verb.head != noun:
        return
    hang(verb, main, "conj")
    hang(noun, verb, "nsubj")
    hang(link, verb)


def take_subject(verb: Token) -> None:
    """In "said a colonel and ten men fled" the colonel may be read as the object of saying, which takes none."""
    has_hearer = any(child.dep_ == "iobj" for child in verb.rights)  # "told reporters on Tuesday his talks broke down"
    if not is_saying(verb) or (lemma_of(verb) in HEARERS and not has_hearer):
        return
    for object_ in [child for child in verb.rights if child.dep_ == "obj"]:
        for clause in [child for child in verb.rights if child.dep_ in {"conj", "ccomp"} and child.i > object_.i]:
            subject = next((child for child in clause.lefts if child.dep_ in NOUN_SUBJECTS), None)
            if subject is None:
                _take_left(object_, clause)
                continue
            if not clause.tag_.startswith("VB"):
                continue
            between = verb.doc[object_.right_edge.i + 1 : subject.left_edge.i]
            links = [token for token in between if token.dep_ == "cc"]
            if len(links) != 1 or not all(token in links or token.is_punct for token in between):
                continue
            hang(links[0], subject)
            if hang(object_, clause, subject.dep_) and hang(subject, object_, "conj"):
                clause.dep_ = "ccomp"
            return


def _take_left(noun: Token, clause: Token) -> None:
    """In "said ten men, including a general, had fled" those between the commas part the men from what they did."""
    between = noun.doc[noun.right_edge.i + 1 : clause.left_edge.i]
    own = {child.dep_ for child in clause.lefts}
    is_told = clause.tag_ in FINITE or bool(own & {"aux", "aux:pass"})
    if clause.dep_ == "ccomp" and is_told and "mark" not in own and all(token.text == "," for token in between):
        hang(noun, clause, "nsubj:pass" if "aux:pass" in own else "nsubj")


def return_clauses(verb: Token) -> None:
    """In "Four men died when guards fired, residents said" the clause in the middle tells of the death, not the saying.

    So it does where a parser hangs it on the verb of saying that closes the sentence.
    """
    if not is_speech_verb(verb) or verb.tag_ not in FINITE:
        return
    content = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    _return_deeds(verb, content)
    if content is None:
        return
    for clause in [child for child in verb.lefts if child.dep_ == "advcl" and child.i > content.i]:
        opening = clause.left_edge
        is_effect = clause.tag_ == "VBG" and opening.i in {clause.i, clause.i - 1} and text_before(opening) == ","
        if opening.i > content.i and (opening.lower_ in TIMES or is_effect):
            hang(clause, content)


def _return_deeds(verb: Token, before: Token | None) -> None:
    """In "They seized arms, police said on Friday, and held two" the second deed is told with the first.

    So it is in "The ministry said that jets hit a depot, and also raided a camp": no ministry raids.
    """
    speaker = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS), None)
    told = (child for child in verb.rights if child.dep_ == "ccomp")
    behind = next((child for child in told if any(each.dep_ in NOUN_SUBJECTS for each in child.lefts)), None)
    for deed in [child for child in verb.rights if child.dep_ == "conj" and child.tag_ in FINITE | {"VBN"}]:
        if speaker is None or is_speech_verb(deed) or any(child.dep_ in NOUN_SUBJECTS for child in deed.lefts):
            continue
        is_parted = text_before(deed.left_edge) == "," or deed.left_edge.text == ","
        if before is not None and is_parted and text_before(speaker.left_edge) == "," and before.i < speaker.i < verb.i:
            hang(deed, before, "conj")
        elif behind is not None and deed.lower_ in VIOLENT and speaker.lower_ not in ARMED:
            hang(deed, behind, "conj")


def give_speaker(verb: Token) -> None:
    """In "They fled with two trucks, the spokesman, Omar Said, told us" he speaks, and is no part of the flight."""
    last = previous_word(verb)
    last = last.nbor(-1) if last.text == "," and last.i > verb.sent.start else last
    content = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    has_speaker = any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.children)
    if content is None or has_speaker or not is_speech_verb(verb) or verb.tag_ not in FINITE:
        return
    within = [last, *(token for token in last.ancestors if token.i > content.i)]
    speakers = [
        noun
        for noun in within
        if "," in {noun.left_edge.text, text_before(noun.left_edge)}
        and noun.right_edge.i <= verb.i
        and is_person_noun(noun)
    ]
    if speakers:
        hang(speakers[-1], verb, "nsubj")


def return_object(verb: Token) -> None:
    """In "killing six men, doctors and residents said" the six men say nothing: they are what the killing is of."""
    if not is_speech_verb(verb) or verb.tag_ not in FINITE:
        return
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    first = subject.left_edge if subject is not None else verb
    deed = first.nbor(-1) if first.i > verb.sent.start else verb
    if subject is None or deed.tag_ != "VBG" or any(child.dep_ == "obj" for child in deed.children):
        return
    speaker = next((child for child in subject.rights if child.dep_ == "conj"), None)
    if speaker is None or not is_person_noun(subject) or text_before(speaker.left_edge) != ",":
        return
    for other in [child for child in subject.rights if child.i > speaker.i]:
        hang(other, speaker)
    if hang(speaker, verb, "nsubj"):
        hang(subject, deed, "obj")


def join_gerund(word: Token) -> None:
    """In "arresting men and looting shops" the shops are looted: the word behind "and" is a verb as the first is."""
    noun, joint = word.head, previous_word(word)
    verb = noun.head.head if noun.dep_ == "conj" else word
    is_before = word.dep_ in {"compound", "amod"} and word.i + 1 == noun.i and word.lower_.endswith("ing")
    if not is_before or joint.dep_ != "cc" or verb.tag_ != "VBG" or noun.head.dep_ != "obj" or noun.tag_ != "NNS":
        return
    if hang(word, verb, "conj") and hang(noun, word, "obj"):
        word.tag_, word.pos_ = "VBG", "VERB"
        hang(joint, word)


def join_list(verb: Token) -> None:
    """In "The rector, five priests, and two women were killed" the first of the list may be read as a sentence."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ROOT" or first.pos_ not in NOMINAL or first.i > verb.i:
        return
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    link = next((child for child in verb.lefts if child.dep_ == "cc" and child.lower_ == "and"), None)
    if subject is None or link is None or link.i > subject.left_edge.i or first.tag_.startswith("VB"):
        return
    hang(verb, verb, "ROOT")
    for child in [child for child in first.rights if child.i > verb.i]:
        hang(child, verb)
    for child in [child for child in first.rights if child.dep_ == "list"]:
        child.dep_ = "conj"
    if hang(first, verb, subject.dep_):
        hang(subject, first, "conj")
        hang(link, subject)


def join_verb(word: Token) -> None:
    """In "landed and requested political asylum" the second verb may be read as a participle before its object."""
    noun, link = word.head, previous_word(word)
    is_near = noun.i > word.i + 1 or word.lower_ in WORDED  # "suspended its seat and threatened sanctions"
    is_before = word.dep_ == "amod" and noun.i > word.i and is_near and noun.pos_ in NOMINAL
    if (
        not is_before
        or link.dep_ != "cc"
        or link.lower_ not in {"and", "but"}
        or (link.i and link.nbor(-1).tag_.startswith("JJ"))
    ):
        return
    above = [verb for verb in noun.ancestors if verb.pos_ == "VERB" and verb.i < word.i]
    is_offer = word.lower_ in OFFERING  # "urged them to come to talks and offered food aid"
    main = next((verb for verb in above if not (is_offer and verb.tag_ == "VB")), None)
    if main is None or main.tag_ in {"VBG", "VB"} or not hang(word, main, "conj"):
        return
    word.tag_, word.pos_ = "VBN" if main.tag_ == "VBN" else "VBD", "VERB"
    hang(noun, word, "obj")
    hang(link, word)
