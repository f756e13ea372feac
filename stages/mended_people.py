"""Subjects that a small parser cuts short, joins to what is not theirs, or does not see at all."""

from spacy.tokens import Span, Token

from stages.hanging import hang, text_before
from stages.people import COLLECTIVES, is_person_noun, is_plural
from stages.speech import is_speech_verb
from stages.time_heads import is_time
from stages.wordlists import words_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
OPENING = frozenset({"in", "at", "near", "outside"})
OBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "PRP$"})
MAX_OPENING = 8  # tokens from the head of a sentence to the comma behind its place
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Verbs whose participle describes nobody: "soldiers fled" is a clause.
ACTING = words_of("fled deserted defected mutinied escaped surrendered rebelled absconded joined abandoned crossed")
# Headline verbs that may be plural nouns, and what must follow them: nothing where anything may.
ACTS: dict[str, frozenset[str]] = {
    "breaks": words_of("ranks rank with"),
    "switches": words_of("sides side allegiance"),
    "changes": words_of("sides side allegiance"),
    "swaps": words_of("sides"),
    "joins": frozenset(),
    "quits": frozenset(),
    "deserts": frozenset(),
    "defects": frozenset(),
    "flees": frozenset(),
    "abandons": frozenset(),
}


def mend_people(sent: Span) -> None:
    """Mend the subjects of one sentence."""
    _open_place(sent)
    for word in sent:
        if word.tag_ == "NNS" and word.lower_ in ACTS:
            _make_finite(word)
        if word.tag_ in {"NN", "JJ"}:
            _make_infinitive(word)
        if word.dep_ in {"amod", "compound"}:
            _split_list(word)
        if word.dep_ == "conj":
            _make_apposition(word)
            _return_saying(word)
        if word.dep_ == "acl":
            _make_main(word)
        if word.dep_ == "advcl":
            _return_report(word)
        if word.dep_ == "acl:relcl":
            _return_relative(word)
        if word.dep_ == "nmod:unmarked" and is_time(word):
            _return_time(word)


def _make_finite(word: Token) -> None:
    """In the headline "Navy chief switches sides" the verb may be read as a noun, and what he switches as its head."""
    doer = word.nbor(-1) if word.i > word.sent.start else word
    following = word.nbor(1) if word.i + 1 < word.sent.end else word
    if doer.text == "," and following.tag_ in OBJECTS:
        _join_to_verb(word)
    is_doer = doer.head in {word, word.head} and (is_person_noun(doer) or doer.lower_ in COLLECTIVES or doer.ent_type_)
    if (
        doer == word
        or not is_doer
        or doer.tag_ in {"NNS", "NNPS"}
        or following.lower_ not in _objects_of(word, following)
    ):
        return
    above = word.head
    if word.dep_ in {"compound", "nsubj", "nmod", "amod"} and above.i > word.i:  # "switches" describes "sides"
        hang(word, *((word, "ROOT") if above.head == above else (above.head, above.dep_)))
        for child in [child for child in above.lefts if child.i < doer.i]:
            hang(child, doer, "compound")
        hang(above, word, "obj")
    elif word.dep_ != "ROOT":
        for mark in [child for child in above.lefts if child.dep_ == "mark" and child.i < word.i]:
            hang(mark, word)
            word.dep_ = "advcl"
    for child in [child for child in word.lefts if child.i < doer.i and child.dep_ in {"det", "amod", "compound"}]:
        hang(child, doer)
    hang(doer, word, "nsubj")
    word.tag_, word.pos_ = "VBZ", "VERB"


def _objects_of(word: Token, following: Token) -> set[str]:
    """The words that may stand behind a headline's verb: its own objects, or whatever follows that can be one."""
    if ACTS[word.lower_]:
        return set(ACTS[word.lower_])
    return {following.lower_} if word.lower_ == "defects" or following.tag_ in OBJECTS else set()


def _join_to_verb(word: Token) -> None:
    """ "Commander breaks ranks, joins rebels": a second verb of the headline behind a comma."""
    first = next((token for token in word.sent if token.tag_ == "VBZ" and token.i < word.i), None)
    noun = word.head
    if first is not None and word.dep_ in {"compound", "nsubj"} and noun.i > word.i and hang(word, first, "conj"):
        hang(noun, word, "obj")
        word.tag_, word.pos_ = "VBZ", "VERB"


def _make_infinitive(word: Token) -> None:
    """In "had planned to desert" the word after "to" is a verb, though it is a noun elsewhere."""
    to = word.nbor(-1) if word.i > word.sent.start else word
    if to.tag_ != "TO" or to.head != word or to.dep_ != "mark" or word.dep_ not in {"obl", "nmod", "obj"}:
        return
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_
    word.dep_ = "xcomp" if word.head.pos_ == "VERB" else "acl"


def _split_list(first: Token) -> None:
    """In "a corporal and two privates fled" the corporal may be read as an adjective of the privates."""
    last, sent = first.head, first.sent
    link = first.nbor(1) if first.i + 2 < sent.end else first
    following = link.nbor(1) if link != first else first
    is_list = link.lower_ == "and" and following.tag_ in {"CD", "DT"} and last.i > following.i
    if (
        not is_list
        or not is_person_noun(first)
        or is_plural(first)
        or not is_person_noun(last)
        or following.head != last
    ):
        return
    before = [child for child in last.lefts if child.i < first.i]
    if not any(child.dep_ == "det" for child in before):
        return
    hang(first, *((first, "ROOT") if last.head == last else (last.head, last.dep_)))
    first.tag_, first.pos_ = "NN", "NOUN"
    hang(last, first, "conj")
    hang(link, last, "cc")
    for child in before:
        hang(child, first)


def _make_apposition(other: Token) -> None:
    """In "a community leader, Luis Bonilla," and the reverse the two are one person, for nothing joins them."""
    first = other.head
    names = {first.ent_type_ == "PERSON", other.ent_type_ == "PERSON"}
    described = first if other.ent_type_ == "PERSON" else other
    is_one = is_person_noun(described) and not is_plural(described) and described.ent_type_ == ""
    is_set_off = "," in {other.left_edge.text, text_before(other.left_edge)}
    if names != {True, False} or not is_one or not is_set_off:
        return
    members = [child for child in first.children if child.dep_ == "conj"]
    if len(members) == 1 and not any(token.dep_ == "cc" for token in (*first.children, *other.children)):
        other.dep_ = "appos"


def _return_saying(verb: Token) -> None:
    """In "denied that its men had attacked and said they were resting" those who deny say it, not the men."""
    content = verb.head
    if not is_speech_verb(verb) or content.dep_ != "ccomp" or is_speech_verb(content):
        return
    if is_speech_verb(content.head) and not any(child.dep_ in SUBJECTS for child in verb.children):
        hang(verb, content.head, "conj")


def _return_report(verb: Token) -> None:
    """In "Two officers were said to be hiding" the officers hide, whoever says so."""
    said = verb.head
    is_to = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.lefts)
    if is_to and is_speech_verb(said) and any(child.dep_ == "nsubj:pass" for child in said.lefts):
        verb.dep_ = "xcomp"


def _make_main(verb: Token) -> None:
    """In "On Monday, a sergeant and two privates fled" the verb may be read as a participle, and the men as all."""
    noun = first = verb.head
    while first.dep_ == "conj" or (first.dep_ == "nmod" and any(child.lower_ == "including" for child in first.lefts)):
        first = first.head
    is_all = first.dep_ == "ROOT" and first.pos_ in NOMINAL and is_person_noun(first)
    if verb.lower_ not in ACTING or not is_all or verb.i < noun.i:
        return
    if any(token.tag_ in FINITE and not verb.is_ancestor(token) for token in verb.sent):
        return
    rights = [child for child in first.children if child.i > verb.i]
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    hang(first, verb, "nsubj")
    for child in rights:
        hang(child, verb)
    for child in [child for child in first.lefts if child.dep_ == "obl"]:
        hang(child, verb)


def _return_relative(verb: Token) -> None:
    """In "two pilots from Adra who had planned to leave" it is the pilots who plan."""
    place = verb.head
    if place.ent_type_ != "LOC" or not any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in verb.lefts):
        return
    people = next((above for above in place.ancestors if above.i < place.i and is_person_noun(above)), None)
    if people is not None:
        hang(verb, people)


def _return_time(noun: Token) -> None:
    """In "Last month twelve officers left" the month is when they left, no part of them."""
    people = noun.head
    if noun.i < people.i and people.dep_ in SUBJECTS and people.head.pos_ in {"VERB", "AUX"}:
        hang(noun, people.head, "obl:unmarked")


def _open_place(sent: Span) -> None:
    """In "In Kati, junta troops burned houses" the place may be read as a part of the name of the troops."""
    start, doc = sent.start, sent.doc
    comma = next((token.i for token in sent[:MAX_OPENING] if token.text == ","), start)
    if sent[0].lower_ not in OPENING or comma < start + 2:
        return
    names = doc[start + 1 : comma]
    place = names.root
    if any(token.ent_type_ != "LOC" for token in names) or place.head.i < comma:
        return
    noun = place.head
    verb = noun.head
    if noun.pos_ not in NOMINAL or noun.dep_ not in SUBJECTS or not hang(place, verb, "obl"):
        return
    for token in doc[comma + 1 : noun.i]:
        if token.head.i < comma:
            hang(token, noun, "compound")
    hang(sent[0], place, "case")
