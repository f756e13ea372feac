"""Second subjects that a small parser sees where there is a list, or a place named within the first."""

from itertools import pairwise

from spacy.tokens import Token

from stages.grammar.phrase_trims import YEAR
from stages.mending.openings import HAPPENING
from stages.parsing.hanging import hang, next_word, previous_word, text_before, text_behind
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

VERBS = words_of("speak accuse deny flee seize denounce condemn besiege arrive")  # nouns of other languages only


def make_past(verb: Token) -> None:
    """In "Fighting erupted between them" the verb may be read as a participle of what erupted."""
    has_auxiliary = any(child.dep_.startswith("aux") for child in verb.lefts)
    if verb.lower_ in HAPPENING and verb.tag_ == "VBN" and verb.dep_ == "acl" and not has_auxiliary:
        verb.tag_ = "VBD"


def return_doer(verb: Token) -> None:
    """In "Tanks shelled the town and snipers shot at boys" nobody shelled snipers: they shoot."""
    auxiliary = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    noun = previous_word(auxiliary)
    struck = noun.head
    has_own = any(child.dep_ in NOUN_SUBJECTS for child in verb.children)
    is_clause = verb.tag_ in {"VBD", "VBN"} and verb.dep_ in {"conj", "xcomp", "ccomp"} and not has_own
    is_listed = noun.dep_ == "conj" and noun.tag_ == "NNS" and is_person_noun(noun) and struck.head == verb.head
    if not is_clause or not is_listed or struck.dep_ != "obj" or is_person_noun(struck):
        return
    if hang(noun, verb, "nsubj:pass" if auxiliary.dep_ == "aux:pass" else "nsubj"):
        verb.dep_, verb.tag_ = "conj", "VBD" if auxiliary == verb else verb.tag_
        for child in [child for child in noun.lefts if child.dep_ == "cc"]:
            hang(child, verb)


def make_present(verb: Token) -> None:
    """In "Authorities in Chad say a bomb went off" the verb may be read as an infinitive, though it has a subject."""
    _free_bare(verb)
    deps = {child.dep_ for child in verb.lefts}
    content = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    is_telling = verb.tag_ == "NN" and verb.lower_ in {"report", "claim"} and content is not None
    if is_telling and "nsubj" in deps and deps.isdisjoint({"cop", "det", "amod"}):
        verb.tag_, verb.pos_ = "VBP", "VERB"  # "State media report that he was seized"
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and "nsubj" in deps and deps.isdisjoint({"aux", "aux:pass", "mark"}):
        verb.tag_ = "VBP"


def _free_bare(verb: Token) -> None:
    """In "Elders speak of ten dead" the elders speak: the word is no noun that they describe."""
    people = previous_word(verb)
    is_read_so = verb.tag_ == "NN" and verb.lower_ in VERBS and verb.dep_ == "ROOT" and people.head == verb
    if is_read_so and people.tag_ in {"NNS", "NNPS"} and people.dep_ in {"compound", "amod", "nsubj"}:
        verb.tag_, verb.pos_, people.dep_ = "VBP", "VERB", "nsubj"
        for child in [child for child in verb.rights if child.dep_ == "nmod"]:
            child.dep_ = "obl"


def join_subjects(verb: Token) -> None:
    """In "A colonel and ten soldiers fled" both nouns may be read as subjects: the second joins the first."""
    _join_compound(verb)
    subjects = [token for token in verb.lefts if token.dep_ in NOUN_SUBJECTS]
    if len(subjects) < 2:
        return
    first, *others = subjects
    for other in others:
        if _is_name_of_place(other, first):
            continue
        opening = next((token for token in other.subtree if not token.is_punct), other)
        if {first.right_edge.text, text_before(opening)} & {":", ";"}:
            first.dep_ = "dislocated"  # "Ministry: rebels committed a massacre" has whose word it is before the colon
            return
        own = opening if opening.dep_ == "cc" else None  # "two colonels and | seven others"
        between = verb.doc[first.right_edge.i + 1 : opening.i + (own is not None)]
        links = [token for token in between if token.dep_ == "cc"]
        is_counted = not links and opening.like_num and [token.text for token in between] in ([","], [])
        is_counted = is_counted or (not links and _is_of_list(first, other))
        if (is_counted and "," in {first.right_edge.text, text_before(opening)}) or (
            len(links) == 1 and all(token in links or token.is_punct for token in between)
        ):
            for link in links:
                hang(link, other)
            hang(other, first, "conj")


def _join_compound(verb: Token) -> None:
    """In "Hundreds of riot police fled" it is hundreds of police: nothing parts the riot from them."""
    subjects = [token for token in verb.lefts if token.dep_ in NOUN_SUBJECTS]
    for first, second in pairwise(subjects):
        word = first.right_edge
        is_beside = word.i + 1 == second.left_edge.i == second.i and word.dep_ in {"nmod", "obl"}
        is_beside = is_beside and (word.tag_ == "NN" or (word.tag_ == "NNP" and second.tag_ == "NNS"))
        if is_beside and second.tag_ in {"NN", "NNS"} and hang(second, word.head, "nmod"):
            for child in [child for child in word.lefts if child.dep_ in {"case", "det", "amod"}]:
                hang(child, second)
            hang(word, second, "compound")


def _is_of_list(first: Token, other: Token) -> bool:
    """Whether people behind a comma are second of three or more: "A priest, a nun and four workers were freed"."""
    words = {child.lower_ for child in other.head.lefts if child.dep_.startswith(("aux", "cop"))}
    has_third = any(child.dep_ == "conj" and is_person_noun(child) for child in other.rights)
    is_people = is_person_noun(first) and is_person_noun(other) and not (first.ent_type_ or other.ent_type_)
    return has_third and is_people and words.isdisjoint({"was", "is", "has"})


def _is_name_of_place(other: Token, first: Token) -> bool:
    """Whether a second subject only named a place within the first, and is hung on it: "a man in the port, Juba,"."""
    comma = other.left_edge.i if other.left_edge.text == "," else other.left_edge.i - 1
    noun = other.doc[comma - 1] if comma > first.i + 1 else first
    is_name = other.ent_type_ == "LOC" and other.doc[comma].text == "," and first.is_ancestor(noun)
    return is_name and hang(other, noun, "appos")


def return_subject(verb: Token) -> None:
    """In "The mayor, Ana Ruiz, sacked after a coup, has been detained" the mayor is detained, and no sacking."""
    aside = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if aside is None or aside.tag_ not in {"VBN", "VBD"} or any(child.dep_.startswith("aux") for child in aside.lefts):
        return
    nouns = [child for child in aside.lefts if child.dep_ in NOUN_SUBJECTS]
    if not nouns or text_before(aside) != "," or verb.doc[aside.right_edge.i].text != ",":
        return
    first, *others = nouns
    relation = aside.dep_
    if hang(first, verb, relation):
        hang(aside, first, "acl")
        aside.tag_ = "VBN"
        for other in others:
            hang(other, first, "appos")


def make_shot(number: Token) -> None:
    """In the headline "Five shot near a market" the five are shot: no shots are counted before a place."""
    shot = number.head
    following = next_word(shot)
    if shot.lower_ != "shot" or shot.tag_ != "NN" or shot.i != number.i + 1 or number.lower_ in {"one", "1"}:
        return
    if shot.dep_ == "ROOT" and (following.tag_ in {"IN", "RB"} or following.lower_ == "dead"):
        shot.tag_, shot.pos_, number.dep_ = "VBN", "VERB", "nsubj:pass"
        for child in [child for child in shot.rights if child.dep_ == "nmod"]:
            child.dep_ = "obl"


def return_guarded(verb: Token) -> None:
    """In "after soldiers manning it fled" the soldiers flee, and "it" is what they manned."""
    thing = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if thing is None or thing.lower_ not in {"it", "them"} or thing.i < verb.sent.start + 2:
        return
    deed = thing.nbor(-1)
    people = deed.nbor(-1)
    is_clause = deed.tag_ == "VBG" and people.head == deed and people.dep_ in NOUN_SUBJECTS
    if not is_clause or verb.tag_ != "VBD" or people.tag_ != "NNS":
        return
    above, relation = deed.head, deed.dep_
    is_root = above == deed
    if not verb.is_ancestor(deed) and not is_root:
        hang(verb, above, relation)
    for child in [child for child in deed.lefts if child.dep_ == "mark"]:
        hang(child, verb)
    if hang(thing, deed, "obj") and hang(people, verb, "nsubj"):
        hang(deed, people, "acl")


def free_after_place(verb: Token) -> None:
    """In "In Simferopol, armed men in masks seized the hall" the men are no name of the town: they act.

    So are "soldiers and gunmen" of "In Kidal, soldiers and gunmen opened fire".
    """
    place = next((child for child in verb.lefts if child.dep_ == "obl"), None)
    is_opening = place is not None and (place.left_edge.i == verb.sent.start or text_before(place.left_edge) == ",")
    if place is None or not is_opening or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return
    inside = [child for child in place.rights if child.dep_ in {"appos", "conj"}]
    noun = inside[0] if inside else verb
    if noun == verb or any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        return
    is_named = noun.dep_ == "appos" or "," in {noun.left_edge.text, text_before(noun.left_edge)}
    is_beside = place.right_edge == inside[-1].right_edge and place.right_edge.i == verb.i - 1
    if not is_named or not is_beside or place.ent_type_ != "LOC" or len(inside) > 1 + (inside[-1].dep_ == "conj"):
        return
    if is_person_noun(noun) and noun.tag_ in {"NNS", "NN"} and hang(noun, verb, "nsubj"):
        for other in inside[1:]:
            hang(other, noun)


def free_after_time(verb: Token) -> None:
    """In "On 3 May, ten envoys, all of them Danes, left" and "In 1971 Chad and Niger left" nobody is part of a date."""
    opening = next((child for child in verb.lefts if child.dep_ == "obl"), None)
    auxiliary = next((child for child in verb.lefts if child.dep_.startswith("aux")), verb)
    is_told = auxiliary.tag_ in {"VBD", "VBZ", "VBP"} and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
    if opening is None or opening.left_edge.i != verb.sent.start or not is_told:
        return
    if any(child.dep_ in {*NOUN_SUBJECTS, "expl", "csubj"} for child in verb.lefts):
        return
    relation = "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.lefts) else "nsubj"
    _free_after_comma(opening, verb, auxiliary, relation)
    _free_after_year(opening, verb, auxiliary, relation)


def _free_after_comma(opening: Token, verb: Token, auxiliary: Token, relation: str) -> None:
    inside = {"appos", "nmod:unmarked", "conj"} if opening.tag_ == "CD" else {"appos"}
    noun = next((child for child in opening.rights if child.dep_ in inside and child.tag_ != "CD"), None)
    if (
        noun is None
        or noun.tag_[:2] != "NN"
        or is_time(noun)
        or "," not in {noun.left_edge.text, text_before(noun.left_edge)}
    ):
        return
    for other in [child for child in opening.rights if child.dep_ == "conj" and child.i > noun.i]:
        hang(other, noun)  # "On May 3, Assam Rifles and police left"
    edge = next_word(noun.right_edge) if text_behind(noun.right_edge) == "," else noun.right_edge
    if edge.i == auxiliary.i - 1 and hang(noun, verb, relation):
        for child in [child for child in opening.rights if child.i > noun.i and child.is_punct]:
            hang(child, verb)


def _free_after_year(opening: Token, verb: Token, auxiliary: Token, relation: str) -> None:
    link, year = opening.left_edge, opening.left_edge.nbor(1)
    is_year = YEAR.fullmatch(year.text) is not None and year.head == opening and year.i < opening.i
    is_led = link.lower_ in {"in", "by", "since"} and link.head == opening and opening.tag_ in {"NNP", "NNPS"}
    if is_year and is_led and opening.right_edge.i == auxiliary.i - 1 and hang(year, verb, "obl"):
        hang(link, year)
        opening.dep_ = relation


def return_name(verb: Token) -> None:
    """In "Girls taken by the group Harakat in May were freed" the girls are freed: the name is the group's."""
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    name = next((child for child in subjects if child.ent_type_ in {"ORG", "PERSON"}), None)
    if name is None or name.i <= verb.sent.start + 1:
        return
    kind = name.nbor(-1)
    clause = kind.head
    noun = clause.head
    is_inside = kind.tag_ == "NN" and kind.dep_ in {"obl:agent", "obl", "obj"} and clause.dep_ == "acl"
    if not is_inside or kind.head == verb or noun.i > clause.i or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    relation = name.dep_
    if noun.head not in {name, verb}:
        return
    noun.head, noun.dep_ = verb, relation
    hang(name, kind, "appos")
