"""Phrases that a small parser reads as something else: subjects as phrases of time, what is "called" as a question."""

from spacy.tokens import Token

from stages.mending.clauses import has_finite
from stages.parsing.hanging import hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS, REGARDING
from stages.parsing.tags import FINITE
from stages.words.people import is_person_noun
from stages.words.speech import STATED, is_speech_verb, lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

HAPPENED = words_of("""
    landed fell died exploded erupted arrived fled escaped deserted defected withdrew crossed marched collapsed came
    went began mutinied rebelled resigned quit broke
""")  # what these tell is done to nobody
SEEING = words_of("see sees saw seen seeing hear heard hearing watch watched watching witness witnessed witnessing")
POSING = frozenset({"dress", "disguise", "pose", "serve", "work", "act"})
POSES = frozenset({"dressed", "disguised", "posing", "masquerading", "clad"})
GROUPS = words_of("government army military police militia junta regime opposition coalition navy force union party")
TIMES = frozenset({"after", "before", "since", "until", "as", "when", "while"})

SECOND = frozenset({"ccomp", "advcl", "conj", "parataxis", "xcomp"})  # clauses that may have lost their subject


def open_timed(noun: Token) -> None:
    """In "she came after her cousin had been shot" the cousin may be read as what she came after."""
    above = noun.head
    case = next((child for child in noun.lefts if child.dep_ == "case" and child.lower_ in TIMES), None)
    if case is None or noun.dep_ not in {"obl", "nmod", "obj"} or (case.lower_ == "as" and _is_pose(above)):
        return
    heads = (above, *above.ancestors)
    clauses = (each for head in heads for each in head.rights if each.dep_ in SECOND)
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


def mend_as(verb: Token) -> None:
    """Clauses and phrases that "as" opens."""
    _open_as(verb)
    _join_as(verb)
    _free_posing(verb)


def _join_as(verb: Token) -> None:
    """In "fled as the army and the rebels began the raid" both began it: "as" opens a clause and no phrase."""
    link = next((child for child in verb.lefts if child.dep_ == "cc"), None)
    second = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or link is None or second is None or second.i < link.i:
        return
    firsts = (child for child in verb.head.rights if child.dep_ == "obl" and child.right_edge.i == link.i - 1)
    first = next((child for child in firsts if child.left_edge.lower_ == "as"), None)
    if first is None or _is_pose(verb.head) or second.left_edge.i != link.i + 1:
        return
    is_group = first.lower_ in GROUPS or (first.tag_ == "NNS" and is_person_noun(first))
    if is_group and hang(first, verb, "nsubj"):
        hang(second, first, "conj")
        hang(link, second)
        hang(first.left_edge, verb, "mark")
        verb.dep_ = "advcl"


def _open_as(verb: Token) -> None:
    """In "urged calm as fire on the port hurt six" the fire hurt them: "as" opens a clause and no phrase."""
    own = {child.dep_ for child in verb.lefts}
    is_past = verb.tag_ == "VBN" and any(child.dep_ == "obj" for child in verb.rights)
    if verb.dep_ not in {"advcl", "acl"} or not (is_past or verb.tag_ in FINITE):
        return
    if own & {*NOUN_SUBJECTS, "mark", "cc", "expl", "aux:pass"}:
        return
    phrase: list[Token] = []
    for token in reversed(verb.doc[verb.sent.start + 1 : verb.left_edge.i]):
        if token.lower_ == "as" and token.dep_ == "case":
            break
        if token.is_punct or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return
        phrase.append(token)
    else:
        return
    noun, above = token.head, token.head.head
    is_role = _is_pose(above) or text_before(token) in {"such", "well", "far", "known"}
    is_noun = noun in phrase and noun.tag_ in {"NN", "NNS"} and above not in phrase
    if is_role or not is_noun or above.i > token.i or not hang(noun, verb, "nsubj"):
        return
    hang(token, verb, "mark")
    for other in phrase:
        if other.head.i < token.i:
            hang(other, noun, "nmod")
    verb.dep_ = "advcl"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" and "aux" not in own else verb.tag_


def _free_posing(verb: Token) -> None:
    """In "men dressed as guards killed two" the men killed them: "as guards" is how they were dressed."""
    pose = verb.head
    mark = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ == "as"), None)
    noun = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if mark is None or noun is None or pose.lower_ not in POSES or mark.i != pose.i + 1 or noun.i < mark.i:
        return
    wearer = (
        pose.head if pose.dep_ == "acl" else next((each for each in pose.lefts if each.dep_ in NOUN_SUBJECTS), None)
    )
    top = wearer if pose.dep_ == "acl" else pose
    if wearer is None or (pose.dep_ != "acl" and any(child.dep_.startswith("aux") for child in pose.lefts)):
        return  # "they were posing as guards"
    if top is None or top.dep_ not in {"ROOT", "ccomp", "conj", "parataxis"}:
        return
    above, relation = (verb if top.head == top else top.head), top.dep_
    if hang(verb, above, relation) and hang(wearer, verb, noun.dep_) and hang(pose, wearer, "acl"):
        hang(noun, pose, "obl")
        hang(mark, noun, "case")
        for child in [child for child in top.children if child.dep_ == "punct"]:
            hang(child, verb)


def _is_pose(verb: Token) -> bool:
    """ "men dressed as guards", "posing as guards": whom they look like, and who they are."""
    return verb.dep_ == "acl" or verb.lemma_ in POSING


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
    to = previous_word(noun)
    if noun.lower_ != "death" or to.lower_ != "to" or victim is None or to.i != verb.i + 1:
        return
    if not any(child.dep_ in {"obj", "aux:pass"} for child in verb.children):
        hang(victim, verb, "obj")


def see_done(verb: Token) -> None:
    """In "left after seeing his comrades shoot a child" the comrades shoot, and not whoever left."""
    seen = previous_word(verb)
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
