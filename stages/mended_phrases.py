"""Phrases that a small parser reads as something else: subjects as phrases of time, what is "called" as a question."""

from spacy.tokens import Token

from stages.hanging import hang
from stages.heads import NOUN_SUBJECTS, REGARDING
from stages.mended_clauses import FINITE, has_finite
from stages.speech import STATED, is_speech_verb, lemma_of
from stages.time_heads import is_time
from stages.wordlists import words_of

HAPPENED = words_of("""
    landed fell died exploded erupted arrived fled escaped deserted defected withdrew crossed marched collapsed came
    went began mutinied rebelled resigned quit broke
""")  # what these tell is done to nobody
SEEING = words_of("see sees saw seen seeing hear heard hearing watch watched watching witness witnessed witnessing")
TIMES = frozenset({"after", "before", "since", "until", "as", "when", "while"})


def open_timed(noun: Token) -> None:
    """In "she came after her cousin had been shot" the cousin may be read as what she came after."""
    above = noun.head
    case = next((child for child in noun.lefts if child.dep_ == "case" and child.lower_ in TIMES), None)
    if case is None or noun.dep_ not in {"obl", "nmod", "obj"}:
        return
    clauses = (child for child in above.rights if child.dep_ in {"ccomp", "advcl", "conj", "parataxis"})
    clause = next((child for child in clauses if child.left_edge.i == noun.right_edge.i + 1), None)
    own_clause = next((child for child in noun.rights if child.dep_ == "acl" and child.lower_ in HAPPENED), None)
    if own_clause is not None and own_clause.i == noun.i + 1:
        clause = own_clause  # "returned fire after shells landed"
        hang(clause, above)
    elif clause is None or not clause.tag_.startswith("VB") or not (clause.tag_ in FINITE or has_finite(clause)):
        return
    own = {child.dep_ for child in clause.lefts}
    if own & {*NOUN_SUBJECTS, "mark", "cc", "expl"}:
        return
    clause.dep_ = "advcl"
    hang(noun, clause, "nsubj:pass" if "aux:pass" in own else "nsubj")
    hang(case, clause, "mark")


def set_nearby(word: Token) -> None:
    """In "fled to nearby villages" nobody nearbies villages."""
    noun = next((child for child in word.rights if child.dep_ == "obj"), None)
    if word.lower_ != "nearby" or noun is None or not noun.tag_.startswith("NN"):
        return
    above = word.head
    if hang(noun, above, "obl"):
        for child in [child for child in word.lefts if child.lower_ in {"to", "in", "from"}]:
            hang(child, noun, "case")
        hang(word, noun, "amod")
        word.pos_, word.tag_ = "ADJ", "JJ"


def name_called(what: Token) -> None:
    """In "joined what he called the revolution" the revolution is joined."""
    called = next((child for child in what.rights if child.dep_ == "acl:relcl"), None)
    if what.lower_ != "what" or called is None or lemma_of(called) not in REGARDING | {"describe"}:
        return
    named = next((child for child in called.rights if child.dep_ in {"obj", "xcomp"} and child.pos_ != "VERB"), None)
    if named is None or what.head == what:
        return
    hang(named, what.head, what.dep_)
    for child in [child for child in what.children if child.dep_ == "case"]:
        hang(child, named)
    hang(what, named, "det")
    hang(called, named, "acl")


def fill_content(verb: Token) -> None:
    """In "reports that men had fled" the clause is what is reported: nobody fled from reports."""
    that = next((child for child in verb.lefts if child.lower_ == "that" and child.dep_ == "obj"), None)
    if that is None or verb.dep_ != "acl:relcl":
        return
    above = verb.head.head
    if lemma_of(above) == "tell" and verb.head.dep_ in {"obj", "iobj"} and above.i < verb.head.i:
        that.dep_ = "mark"
        hang(verb, above, "ccomp")  # "told a conference in Amman that men had fled"
        return
    told = verb.head.head if any(child.lower_ in {"by", "from", "in"} for child in verb.head.lefts) else verb.head
    if lemma_of(told).removesuffix("s") in STATED and any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts):
        that.dep_ = "mark"
        hang(verb, told, "acl")  # "claims by the channels that men had fled"


def make_object(noun: Token) -> None:
    """In "marines killed drug lord Ana Ruiz" the name may be read as a phrase without its preposition."""
    verb = noun.head
    own = {child.dep_ for child in verb.children}
    has_case = any(child.dep_ in {"case", "mark"} for child in noun.lefts)
    is_first = noun.dep_ == "obl" and not has_case and noun.i > verb.i and noun.tag_[:2] == "NN" and not is_time(noun)
    is_free = own.isdisjoint({"obj", "aux:pass", "ccomp", "xcomp", "cop"})
    is_active = verb.tag_ in FINITE | {"VBN"} and "nsubj" in own and is_free
    if is_first and is_active and noun.left_edge.i == verb.i + 1:
        noun.dep_ = "obj"


def return_victim(noun: Token) -> None:
    """In "stabbed to death a girl" the girl may be read as what the death does: she is stabbed."""
    verb, victim = noun.head, next((child for child in noun.rights if child.dep_ == "obj"), None)
    to = noun.nbor(-1) if noun.i > noun.sent.start else noun
    if noun.lower_ != "death" or to.lower_ != "to" or victim is None or to.i != verb.i + 1:
        return
    if not any(child.dep_ in {"obj", "aux:pass"} for child in verb.children):
        hang(victim, verb, "obj")


def see_done(verb: Token) -> None:
    """In "left after seeing his comrades shoot a child" the comrades shoot, and not whoever left."""
    seen = verb.nbor(-1) if verb.i > verb.sent.start else verb
    seeing = seen.head
    is_seen = seen.dep_ == "obj" and seeing.lower_ in SEEING and seeing.i < seen.i
    if verb.tag_ not in {"VB", "VBP", "VBG"} or not is_seen or any(c.dep_ in NOUN_SUBJECTS for c in verb.lefts):
        return
    if seeing.head == verb:
        before = [token for token in verb.sent if token.i < seeing.i and token.tag_ in FINITE]
        if not before or not hang(seeing, before[-1], "advcl"):
            return
    if hang(verb, seeing, "ccomp"):
        hang(seen, verb, "nsubj")


def take_name(verb: Token) -> None:
    """In "shelled Sarajevo for three days" the name may be read as an adjective said of the gunners."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass", "cop"} for child in verb.children)
    for given in [child for child in verb.rights if child.dep_ == "iobj"]:
        if is_free and not is_speech_verb(verb) and not any(child.dep_ in {"ccomp", "xcomp"} for child in verb.rights):
            given.dep_ = "obj"  # what is given to nobody is the object
    is_name = following.ent_type_ and following.dep_ in {"xcomp", "advmod"}
    if following.head == verb and is_name and is_free:
        following.dep_, following.tag_, following.pos_ = "obj", "NNP", "PROPN"
