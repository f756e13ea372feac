"""Words that describe a noun where a small parser sees the clause's own verb, and the other way about."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import hang, next_word, opens_sentence, previous_word, text_before, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

DESCRIBING = words_of("""
    blamed accused suspected wanted held attacked captured arrested hit struck killed targeted besieged led backed
    supported trained armed freed released charged convicted jailed detained kidnapped abducted seized sought wounded
    injured shot bombed shelled ordered sent asked told forced hired imposed declared announced signed agreed reached
    brokered adopted introduced issued proclaimed launched
""")
LINKS = words_of("by for of with in on to at near over during from under outside")
WASTED = words_of("looted torched smashed ransacked burned burnt attacked vandalised vandalized damaged destroyed")
NEVER_VERBS = words_of("""
    earthquake quake tsunami cyclone hurricane typhoon refugee drought war famine cholera ebola tornado
""")
DEMANDS = words_of("demands calls threats claims charges reports offers requests appeals attacks strikes raids")
PAST = frozenset({"VBD", "VBZ", "VBP"})
BESIDE_CLAUSE = frozenset({"advmod", "vocative", "discourse", "dep", "dislocated", "obl:unmarked", "advcl"})
BEFORE_VERB = frozenset({"aux", "aux:pass", "advmod", "obl:unmarked", "cop"})


def mend_descriptions(doc: Doc) -> None:
    """What describes a noun, and what is a verb of its own."""
    for word in doc:
        make_demands(word)
        make_victims(word)
        part_wasted(word)
        make_object_of_asking(word)
        open_with_name(word)
        join_first_name(word)
    for verb in [token for token in doc if token.tag_.startswith("VB")]:
        return_main(verb)
        describe_still(verb)
        describe_behind(verb)
        part_listed(verb)


def open_with_name(name: Token) -> None:
    """In "Hijab, a native of Aleppo, was named" Hijab is named: a name that opens a sentence may be read as an adverb.

    What stands between its commas describes it, though a parser may take that for who does it, or hang the name there.
    """
    is_read_otherwise = name.dep_ in BESIDE_CLAUSE and name.ent_type_ == "PERSON" and opens_sentence(name.left_edge)
    verb = next((above for above in name.ancestors if above.tag_.startswith("VB")), None) if is_read_otherwise else None
    if verb is None or verb.i < name.i:
        return
    start = name.i + 1
    while start < verb.i and name.doc[start].ent_type_ == "PERSON" and name.doc[start].ent_iob_ == "I":
        start += 1
    own = {child for child in verb.lefts if child.dep_ in BEFORE_VERB}
    end = verb.i - 1
    while end > start and name.doc[end] in own:
        end -= 1
    described = name.doc[start + 1 : end]
    if name.doc[start].text != "," or name.doc[end].text != "," or any(token.text == "," for token in described):
        return
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if subject is not None and subject not in described:
        return
    is_passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    if hang(name, verb, "nsubj:pass" if is_passive else "nsubj"):
        for word in [token for token in described if token.head not in described]:
            hang(word, name, "appos")


def join_first_name(name: Token) -> None:
    """In "Chile, Peru and Cuba offered aid" Chile offers it too: the first of a list may be read as called upon."""
    verb, comma = name.head, next_word(name)
    is_apart = name.dep_ in BESIDE_CLAUSE and name.ent_type_ in {"LOC", "ORG", "PERSON"} and opens_sentence(name)
    if not is_apart or comma.text != "," or not verb.tag_.startswith("VB"):
        return
    second = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if second is None or second.left_edge.i != comma.i + 1 or second.ent_type_ != name.ent_type_:
        return
    others = [child for child in second.rights if child.dep_ == "conj" and child.ent_type_]
    if others and others[-1].right_edge.i < verb.i and hang(name, verb, second.dep_):
        for other in (second, *others):
            hang(other, name, "conj")


def return_main(verb: Token) -> None:
    """In "The group blamed for the raid said it would stop" the group says so, and nobody is said to blame."""
    lefts = {child.dep_ for child in verb.lefts}
    is_bare = verb.lower_ in DESCRIBING and verb.tag_ in {"VBD", "VBN"} and not any(d.startswith("aux") for d in lefts)
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    following = next_word(verb)
    if not is_bare or subject is None or following.lower_ not in LINKS or subject.right_edge.i != verb.i - 1:
        return
    main = next((child for child in verb.rights if _is_told_of(child)), None)
    above = verb.head
    if main is None and above.i > verb.i and verb.dep_ in {"ccomp", "advcl"} and _is_bare(above, verb):
        hang(subject, above, "nsubj")
        hang(verb, subject, "acl")
        verb.tag_ = "VBN"
    if main is None or subject.tag_ in {"PRP", "WP", "WDT"}:
        return
    hang(main, *((main, "ROOT") if verb.head == verb else (verb.head, verb.dep_)))
    for child in [child for child in verb.children if child.i > main.i or child.dep_ == "mark"]:
        hang(child, main)
    is_done_to = any(child.dep_ == "aux:pass" for child in main.lefts)
    if hang(subject, main, "nsubj:pass" if is_done_to else "nsubj") and hang(verb, subject, "acl"):
        verb.tag_ = "VBN"


def _is_bare(main: Token, verb: Token) -> bool:
    """Whether a verb that a clause before it hangs on is finite, without a subject of its own or a comma before it."""
    own = {child.dep_ for child in main.lefts}
    is_open = main.tag_ in PAST and own.isdisjoint({*NOUN_SUBJECTS, "expl", "csubj", "mark"})
    return is_open and verb.right_edge.i == main.i - 1 and verb.right_edge.text != ","


def _is_told_of(clause: Token) -> bool:
    """Whether a clause behind tells what the subject did: finite, with no subject, link or comma of its own."""
    own = {child.dep_ for child in clause.lefts}
    auxiliary = next((child for child in clause.lefts if child.dep_.startswith("aux")), clause)
    is_finite = auxiliary.tag_ in PAST | {"MD"} and clause.dep_ in {"advcl", "ccomp", "conj", "parataxis", "xcomp"}
    is_open = own.isdisjoint({*NOUN_SUBJECTS, "mark", "cc", "expl", "csubj"})
    opening = clause.left_edge
    return is_finite and is_open and opening.text != "," and text_before(opening) not in {",", "and", "or", "but", '"'}


def describe_still(verb: Token) -> None:
    """In "headed for platforms still burning after a raid" the platforms burn, and not those who headed for them."""
    word, noun = previous_word(verb), word_beside(verb, -2)
    is_still = word.lower_ == "still" and word.head == verb and verb.tag_ in {"VBG", "VBN"} and verb.dep_ == "advcl"
    is_behind = noun.tag_ in {"NN", "NNS", "NNP", "NNPS"} and noun.dep_ in {"obl", "obj", "nmod"}
    if is_still and is_behind and verb.head.is_ancestor(noun):
        hang(verb, noun, "acl")


def describe_behind(verb: Token) -> None:
    """In "will free two sailors, detained off Goa in May, as a gesture" they were detained: nobody detains May."""
    noun = word_beside(verb, -2)
    is_bare = verb.lower_ in DESCRIBING and verb.tag_ in {"VBD", "VBN"} and text_before(verb) == ","
    is_loose = verb.dep_ in {"conj", "advcl", "parataxis"} and noun.dep_ in {"obj", "obl", "nmod"}
    own = {child.dep_ for child in verb.lefts} | {child.dep_ for child in verb.rights if child.dep_ in {"cc", "conj"}}
    if not (is_bare and is_loose and is_person_noun(noun)) or next_word(verb).lower_ not in LINKS | {"off"}:
        return
    is_done_to = any(child.dep_ == "aux:pass" for child in verb.head.lefts)
    if own & {*NOUN_SUBJECTS, "aux", "aux:pass", "cc", "conj", "mark"} or is_done_to or not hang(verb, noun, "acl"):
        return
    verb.tag_ = "VBN"
    for child in [child for child in verb.rights if child.dep_ == "obj" and any(c.dep_ == "case" for c in child.lefts)]:
        child.dep_ = "obl"


def part_listed(word: Token) -> None:
    """In "expelled ten envoys, suspended channels and closed the port" the channels were suspended then."""
    thing = word.head
    verb = thing.head
    is_inside = (
        word.dep_ == "amod" and word.tag_ in {"VBD", "VBN"} and thing.dep_ == "obj" and verb.i < word.i < thing.i
    )
    first = next((child for child in verb.rights if child.dep_ == "obj" and child.i < word.i), None)
    is_first = text_before(word) == "," and all(child.i >= word.i or child.is_punct for child in thing.lefts)
    if is_inside and first is not None and first != thing and is_first and hang(word, verb, "conj"):
        hang(thing, word, "obj")
        word.tag_, word.pos_ = "VBD", "VERB"


def make_object_of_asking(noun: Token) -> None:
    """In "asked Chad to send troops" Chad is asked: there is nothing else that it was asked."""
    verb = noun.head
    deps = {child.dep_ for child in verb.rights if child != noun}
    if noun.dep_ == "iobj" and "xcomp" in deps and "obj" not in deps:
        noun.dep_ = "obj"


def make_demands(word: Token) -> None:
    """In "rejected opposition demands for a vote" the demands are rejected: what is done to is no verb."""
    first = next((child for child in word.lefts if child.dep_ in {*NOUN_SUBJECTS, "compound"}), None)
    is_read_as_verb = word.tag_ == "VBZ" and word.dep_ in {"obj", "obl", "nmod"} and word.lower_ in DEMANDS
    if not is_read_as_verb or word.head.i > word.i or first is None or first.right_edge.i != word.i - 1:
        return
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", word.lower_.removesuffix("s")
    first.dep_ = "compound"
    behind = next_word(word)
    if behind.dep_ == "case" and behind.head.head == word.head and behind.head.dep_ == "obl":
        hang(behind.head, word, "nmod")


def part_wasted(word: Token) -> None:
    """In "burned cars and looted shops" the shops were looted then: nobody burns looted shops."""
    shops, joint = word.head, text_before(word)
    cars = shops.head
    verb = cars.head
    is_inside = word.dep_ == "amod" and word.lower_ in WASTED and shops.dep_ == "conj" and word.i < shops.i
    is_bare = joint == "and" and cars.dep_ == "obj" and verb.tag_ in {"VBD", "VBN"} and verb.i < cars.i
    is_bare = is_bare and shops.tag_ in {"NNS", "NN"} and not any(child.dep_ == "det" for child in shops.lefts)
    if not is_inside or not is_bare or verb.lower_ == word.lower_:
        return
    joints = [child for child in shops.lefts if child.dep_ == "cc"]
    word.tag_, word.pos_ = "VBD", "VERB"
    if hang(word, verb, "conj") and hang(shops, word, "obj"):
        for child in joints:
            hang(child, word)


def make_victims(word: Token) -> None:
    """In "aid to earthquake victims" nobody is to do anything: "earthquake" is no verb."""
    victims = next((child for child in word.rights if child.dep_ == "obj" and child.i == word.i + 1), None)
    to = next((child for child in word.lefts if child.dep_ in {"mark", "case"} and child.i == word.i - 1), None)
    if word.lower_ not in NEVER_VERBS or word.tag_ != "VB" or victims is None or to is None:
        return
    before = previous_word(to)
    owner = before if before.tag_ in {"NN", "NNS"} and before != to else word.head
    relation = "nmod" if owner.tag_.startswith("NN") else "obl"
    others = [child for child in word.children if child not in {victims, to}]
    if hang(victims, owner, relation):
        for child in others:
            hang(child, victims)
        word.tag_, word.pos_, to.dep_ = "NN", "NOUN", "case"
        hang(to, victims)
        hang(word, victims, "compound")
