"""Words that a small parser takes for others: verbs as adjectives, prepositions as particles, participles as verbs."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, next_word, previous_word
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

VERBS_TOO = frozenset({"free", "empty", "secure", "clear", "close", "open", "house"})
TAKING = words_of("take takes took taken taking")
STATEMENTS = frozenset({"claims", "reports", "charges", "calls", "demands", "rumours", "rumors", "offers", "threats"})
TURMOIL = frozenset({"fighting", "rioting", "shelling", "bombing", "looting", "shooting", "infighting"})
UPROAR = frozenset({"rioting", "infighting"})  # "after fighting for days" is what somebody did
AMID = frozenset({"in", "during", "amid", "despite"})
DEMANDING = frozenset(
    {"demand", "insist", "urge", "ask", "request", "propose", "recommend", "suggest", "require", "order"}
)
PARTICLES = frozenset({"over", "up", "back", "down", "out"})
BESIDE = frozenset({"neighboring", "neighbouring", "surrounding", "bordering", "adjoining"})


def make_demanded(word: Token) -> None:
    """In "demanded that Chad hand over the five" Chad is to hand them over: a bare form behind "that" is a verb."""
    that = next((child for child in word.lefts if child.lower_ == "that"), None)
    name = word.nbor(-1) if word.i else word
    is_demand = word.dep_ == "ccomp" and word.tag_ == "NN" and word.head.lemma_ in DEMANDING
    if not is_demand or that is None or name.head != word or name.dep_ not in {"compound", "amod", "nmod"}:
        return
    word.tag_, word.pos_ = "VB", "VERB"
    that.dep_, name.dep_ = "mark", "nsubj"
    behind = next_word(word)
    thing = behind.head
    if behind.dep_ == "case" and behind.lower_ in PARTICLES and thing.head == word:
        thing.dep_, behind.dep_ = "obj", "compound:prt"
        hang(behind, word)


def mend_gerund(word: Token) -> None:
    """An -ing form that is an adjective or a noun."""
    _make_adjective(word)
    _make_noun(word)


def _make_noun(word: Token) -> None:
    """In "two were killed in fighting near Homs" nobody is told to fight: it is what they were killed in."""
    mark = next((child for child in word.lefts if child.dep_ in {"mark", "case"}), None)
    is_bare = all(child.dep_ in {"obl", "obl:unmarked", "punct", "mark", "case", "conj"} for child in word.children)
    is_begun = word.lower_ in UPROAR and mark is not None and mark.lower_ in {"after", "before", "since"}
    is_within = word.lower_ in TURMOIL and mark is not None and mark.lower_ in AMID
    if mark is None or not (is_within or is_begun) or not is_bare:
        return
    word.tag_, word.pos_, word.lemma_, mark.dep_ = "NN", "NOUN", word.lower_, "case"
    word.dep_ = "nmod" if word.head.pos_ in {"NOUN", "PROPN"} else "obl"
    for child in [child for child in word.rights if child.dep_ == "obl"]:
        child.dep_ = "nmod"


def _make_adjective(word: Token) -> None:
    """In "talks in neighbouring Chad" the adjective may be read as what the talks do to Chad."""
    name = next((child for child in word.rights if child.dep_ == "obj" and child.i == word.i + 1), None)
    preposition = next((child for child in word.lefts if child.dep_ in {"mark", "case"}), None)
    if word.lower_ not in BESIDE or name is None or preposition is None or preposition.i != word.i - 1:
        return
    hang(name, word.head, "nmod" if word.head.pos_ in {"NOUN", "PROPN"} else "obl")
    for child in [child for child in word.rights if child != name]:
        hang(child, name.head)
    preposition.dep_ = "case"
    hang(preposition, name)
    hang(word, name, "amod")
    word.tag_, word.pos_ = "JJ", "ADJ"


def mend_read(word: Token) -> None:
    """Words read as others whatever they are hung on: claims, quotations, names and peoples."""
    make_statement(word)
    make_quoted(word)
    make_name(word)
    make_national(word)


def make_statement(word: Token) -> None:
    """In "denies claims that it fired" the claims are denied: the verb before may be read as what claims."""
    verb = previous_word(word)
    is_stated = word.lower_ in STATEMENTS and word.tag_ == "VBZ" and word.dep_ in {"ROOT", "ccomp", "conj", "advcl"}
    is_told = verb.head == word and verb.dep_.startswith("nsubj") and verb.tag_ in {"VBZ", "VBD", "VBP"}
    if not is_stated or not is_told:
        return
    hang(verb, *((verb, "ROOT") if word.head == word else (word.head, word.dep_)))
    for child in [child for child in word.children if child.dep_ in {"conj", "punct", "advcl", "parataxis"}]:
        hang(child, verb)
    for child in [child for child in word.children if child.dep_ == "ccomp"]:
        child.dep_ = "acl"
    word.tag_, word.pos_, word.lemma_ = "NNS", "NOUN", word.lower_.removesuffix("s")
    hang(word, verb, "obj")


def make_quoted(word: Token) -> None:
    """In "quotes the mayor as urging voters to stay" the mayor urges them: "urging" is no quality of the voters."""
    noun, verb = word.head, word.head.head
    mark = previous_word(word)
    is_before = word.tag_ == "VBG" and word.dep_ == "amod" and noun.i > word.i and mark.lower_ == "as"
    if is_before and verb.lemma_ in {"quote", "cite", "report"} and mark.head == noun and hang(word, verb, "advcl"):
        word.pos_ = "VERB"
        hang(noun, word, "obj")
        mark.dep_ = "mark"
        hang(mark, word)
        for child in [child for child in verb.rights if child.i > noun.i and child.dep_ in {"advcl", "xcomp"}]:
            hang(child, word, "xcomp")


def make_national(word: Token) -> None:
    """In "two Saudis and one Libyan fled" the Libyan is somebody, and no quality of anybody."""
    is_one = any(child.lower_ in {"a", "an", "another", "one"} and child.i < word.i for child in word.children)
    if word.tag_ == "JJ" and word.text[:1].isupper() and is_one and word.dep_ in {*NOUN_SUBJECTS, "obj", "conj"}:
        word.tag_, word.pos_ = "NN", "NOUN"


def make_infinitive(word: Token) -> None:
    """In "began to free 40 prisoners" the word after "to" is a verb, though it may be an adjective elsewhere."""
    noun, to = word.head, word.nbor(-1) if word.i else word
    is_before_number = word.i + 1 < noun.i and word.nbor(1).tag_ == "CD"
    if word.lower_ not in VERBS_TOO or word.dep_ != "amod" or to.tag_ not in {"TO", "IN"} or not is_before_number:
        return
    be = next((child for child in noun.lefts if child.dep_ == "cop" and child.i == to.i - 1), None)
    if to.lower_ == "to" and be is not None:
        _give_place(word, noun, [child for child in noun.children if child.i <= be.i or child.dep_ == "punct"])
        be.dep_ = "aux"
    elif to.lower_ != "to" or noun.dep_ not in {"obl", "nmod"} or not hang(word, noun.head, "xcomp"):
        return
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_
    hang(noun, word, "obj")
    hang(to, word, "mark")


def _give_place(word: Token, noun: Token, others: list[Token]) -> None:
    """In "was to free 40 prisoners" the verb stands where the prisoners did, with all that stood beside them."""
    word.head, word.dep_ = (word, "ROOT") if noun.head == noun else (noun.head, noun.dep_)
    for other in others:
        hang(other, word)


def make_name(word: Token) -> None:
    """In "the rebels and their leader Said Nuri agreed" Said is a name: the verb has no capital inside a sentence."""
    content = next((child for child in word.rights if child.dep_ == "ccomp"), None)
    subject = next((child for child in word.lefts if child.dep_ == "nsubj"), None)
    name = next((child for child in content.lefts if child.dep_ == "nsubj"), None) if content is not None else None
    if word.text != "Said" or content is None or subject is None or name is None or name.left_edge.i != word.i + 1:
        return
    post = word.nbor(-1)
    if name.tag_ not in {"NNP", "NN"} or post.tag_ != "NN" or subject not in {post, post.head}:
        return
    content.head, content.dep_ = (content, "ROOT") if word.head == word else (word.head, word.dep_)
    for child in [child for child in word.children if child != content]:
        hang(child, content)
    if post != subject:
        hang(name, subject, "conj")
        for child in [child for child in post.lefts if child.dep_ == "cc"]:
            hang(child, name)
    hang(post, name, "nmod:desc")
    hang(word, name, "flat")
    word.tag_, word.pos_, word.lemma_ = "NNP", "PROPN", word.text


def mend_particle(word: Token) -> None:
    """Particles read as prepositions, and the other way about."""
    make_particle(word)
    make_preposition(word)


def make_preposition(particle: Token) -> None:
    """In "sank off Libya" the particle is the preposition of the place behind it."""
    place = particle.nbor(1) if particle.i + 1 < len(particle.doc) else particle
    is_bare = particle.dep_ != "case" and not any(child.dep_ == "case" for child in place.lefts)
    if place.ent_type_ == "LOC" and place.head == particle.head and place.dep_ == "obl" and is_bare:
        hang(particle, place, "case")


def make_particle(word: Token) -> None:
    """In "has taken in 900 people" they are taken in: "in" goes with the verb, and is no preposition of theirs."""
    people, verb = word.head, previous_word(word)
    is_behind = word.lower_ == "in" and word.dep_ == "case" and verb.lower_ in TAKING and people.head == verb
    if not is_behind or people.dep_ != "obl" or not (is_person_noun(people) or people.tag_ == "CD"):
        return
    is_counted = people.tag_ == "CD" or any(child.dep_ in {"nummod", "amod"} for child in people.lefts)
    if is_counted and not any(child.dep_ in {"obj", "aux:pass"} for child in verb.children):
        people.dep_ = "obj"
        hang(word, verb, "compound:prt")
        word.tag_, word.pos_ = "RP", "ADP"
