"""Subjects that a small parser cuts short, joins to what is not theirs, or does not see at all."""

from spacy.tokens import Span, Token

from stages.mending.bare_verbs import make_bare_verb
from stages.mending.deeds import free_doer, join_deed, join_label, join_name, make_deed, make_effect, open_told
from stages.mending.headlines import make_headline_verb
from stages.mending.qualities import return_quality, return_side
from stages.parsing.hanging import ends_sentence, hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import TENSED
from stages.words.people import is_person_noun, is_plural
from stages.words.speech import is_speech_verb
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

NOMINAL = frozenset({"NOUN", "PROPN"})
BESIDE = frozenset({"including", "with"})  # what these add to the people of a clause
TIMES = frozenset({"when", "after", "as", "while", "before"})
OPENING = frozenset({"in", "at", "near", "outside"})
MAX_OPENING = 8  # tokens from the head of a sentence to the comma behind its place
# Verbs whose participle describes nobody: "soldiers fled" is a clause.
ACTING = words_of("""
    fled deserted defected mutinied escaped surrendered rebelled absconded joined abandoned crossed called vowed agreed
    refused met arrived clashed marched rallied protested gathered
""")


def mend_people(sent: Span) -> None:
    """Mend the subjects of one sentence."""
    _open_place(sent)
    for word in sent:
        make_deed(word)
        make_effect(word)
        join_deed(word)
        free_doer(word)
        open_told(word)
        join_label(word)
        join_name(word)
        make_headline_verb(word)
        make_bare_verb(word)
        if word.tag_ in {"NN", "JJ"}:
            _make_infinitive(word)
        if word.dep_ in {"amod", "compound"}:
            _split_list(word)
        if word.dep_ == "conj":
            _make_apposition(word)
            _return_saying(word)
            _join_first(word)
        if word.dep_ == "acl":
            _make_main(word)
        if word.dep_ == "advcl":
            _return_report(word)
        if word.dep_ == "acl:relcl":
            _return_relative(word)
        _close_relative(word)
        _make_event(word)
        return_quality(word)
        return_side(word)
        if word.dep_ == "nmod:unmarked" and is_time(word):
            _return_time(word)


def _make_infinitive(word: Token) -> None:
    """In "had planned to desert" the word after "to" is a verb, though it is a noun elsewhere."""
    to = previous_word(word)
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
    if _is_second_description(first, other):
        other.dep_ = "appos"
        return
    names = {first.ent_type_ == "PERSON", other.ent_type_ == "PERSON"}
    described = first if other.ent_type_ == "PERSON" else other
    is_one = is_person_noun(described) and not is_plural(described) and described.ent_type_ == ""
    is_set_off = "," in {other.left_edge.text, text_before(other.left_edge)}
    if names != {True, False} or not is_one or not is_set_off:
        return
    members = [child for child in first.children if child.dep_ == "conj"]
    if len(members) == 1 and not any(token.dep_ == "cc" for token in (*first.children, *other.children)):
        other.dep_ = "appos"


def _is_second_description(name: Token, noun: Token) -> bool:
    """ "Tlas, a general and a friend of the president, fled": one man described twice."""
    beside = any(child.dep_ == "appos" and name.i < child.i < noun.i for child in name.children)
    has_article = any(child.lower_ in {"a", "an"} for child in noun.lefts) and is_person_noun(noun)
    return beside and has_article and name.ent_type_ == "PERSON" and not noun.ent_type_


def _return_saying(verb: Token) -> None:
    """In "denied that its men had attacked and said they were resting" those who deny say it, not the men.

    Nor do the men in "said its men would be freed and asked for calm": what is past is not joined to what will be.
    """
    content = verb.head
    if content.dep_ != "ccomp" or not is_speech_verb(content.head) or is_speech_verb(content):
        return
    is_later = verb.tag_ == "VBD" and any(child.tag_ == "MD" for child in content.lefts)
    if (is_later or is_speech_verb(verb)) and not any(child.dep_ in NOUN_SUBJECTS for child in verb.children):
        hang(verb, content.head, "conj")


def _join_first(verb: Token) -> None:
    """In "A pilot and his wife sought refuge, residents said" the pilot may be read as who is said, alone."""
    first = verb.head
    main = first.head
    second = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    link = second.left_edge.nbor(-1) if second is not None and second.left_edge.i > verb.sent.start else verb
    link = second.left_edge if second is not None and second.left_edge.dep_ == "cc" else link
    is_split = first.dep_ in NOUN_SUBJECTS and first.pos_ in NOMINAL and verb.tag_ == "VBD" and main.i > verb.i
    if second is None or not is_split or link.lower_ != "and" or text_before(link) == ",":
        return
    other = next((child for child in main.lefts if child.dep_ in NOUN_SUBJECTS and child.i > verb.i), None)
    opening = next((token for token in verb.doc[verb.i : main.i] if token.lower_ in TIMES), None)
    if is_speech_verb(main) and other is not None:
        hang(verb, main, "ccomp")
    elif opening is not None and is_person_noun(opening.head) and main.dep_ == "ROOT":
        hang(verb, verb, "ROOT")
        hang(opening.head, main, "nsubj")
        hang(main, verb, "advcl")
        hang(opening, main)
    else:
        return
    hang(first, verb, "nsubj")
    hang(second, first, "conj")
    hang(link, second, "cc")


def _return_report(verb: Token) -> None:
    """In "Two officers were said to be hiding" the officers hide, whoever says so."""
    said = verb.head
    is_to = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.lefts)
    if is_to and is_speech_verb(said) and any(child.dep_ == "nsubj:pass" for child in said.lefts):
        verb.dep_ = "xcomp"


def _make_main(verb: Token) -> None:
    """In "On Monday, a sergeant and two privates fled" the verb may be read as a participle, and the men as all."""
    noun = first = verb.head
    while first.dep_ == "conj" or (first.dep_ == "nmod" and any(child.lower_ in BESIDE for child in first.lefts)):
        first = first.head
    is_all = first.dep_ == "ROOT" and first.pos_ in NOMINAL and is_person_noun(first)
    is_aimed = verb.lower_ == "fired" and not ends_sentence(verb) and verb.nbor(1).lower_ in {"on", "at", "into"}
    if not (is_aimed or verb.lower_ in ACTING) or not is_all or verb.i < noun.i:
        return
    if any(token.tag_ in TENSED and not verb.is_ancestor(token) for token in verb.sent):
        return
    taken = [child for child in first.children if child.i > verb.i or child.dep_ == "obl"]
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    hang(first, verb, "nsubj")
    for child in [*taken, *(each for each in first.lefts if each.dep_ == "nmod" and each.right_edge.text == ",")]:
        hang(child, verb, "obl" if child.dep_ == "nmod" else child.dep_)


def _return_relative(verb: Token) -> None:
    """In "two pilots from Adra who had planned to leave" it is the pilots who plan."""
    place = verb.head
    if place.ent_type_ != "LOC" or not any(
        child.lower_ == "who" and child.dep_ in NOUN_SUBJECTS for child in verb.lefts
    ):
        return
    people = next((above for above in place.ancestors if above.i < place.i and is_person_noun(above)), None)
    if people is not None:
        hang(verb, people)


def _return_time(noun: Token) -> None:
    """In "Last month twelve officers left" the month is when they left, no part of them."""
    people = noun.head
    if noun.i < people.i and people.dep_ in NOUN_SUBJECTS and people.head.pos_ in {"VERB", "AUX"}:
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
    if noun.pos_ not in NOMINAL or noun.dep_ not in NOUN_SUBJECTS or not hang(place, verb, "obl"):
        return
    for token in doc[comma + 1 : noun.i]:
        if token.head.i < comma:
            hang(token, noun, "compound")
    hang(sent[0], place, "case")


def _close_relative(noun: Token) -> None:
    """In "A general who had led the garrison fled" it is the general who flees, not the garrison as he says."""
    if noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL:
        return
    clause = next((child for child in noun.rights if child.dep_ == "acl:relcl"), None)
    main = next((child for child in clause.rights if child.dep_ == "ccomp"), None) if clause is not None else None
    if clause is None or main is None or main.tag_ not in TENSED or not is_person_noun(noun):
        return
    taken = next((child for child in main.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_plain = not any(child.dep_ in {"mark", "obj"} or child.text == "," for child in (*main.lefts, *clause.rights))
    if taken is None or not is_plain or is_speech_verb(clause) or taken.left_edge.i != clause.i + 1:
        return
    hang(main, main, "ROOT")
    hang(noun, main, "nsubj")
    hang(taken, clause, "obj")
    for child in [child for child in (*noun.rights, *clause.rights) if child.i > main.i]:
        hang(child, main)


def _make_event(word: Token) -> None:
    """In "Army shelling kills ten" the shelling is a noun, for the army describes it."""
    is_described = any(child.dep_ in {"compound", "amod", "nmod:poss"} for child in word.lefts)
    if word.dep_ == "csubj" and word.tag_ == "VBG" and is_described:
        word.tag_, word.pos_, word.dep_ = "NN", "NOUN", "nsubj"
