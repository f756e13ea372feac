"""Who does or suffers it, where a parser parts them from their verb by "themselves", by "which", "had" or a day."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import hang, previous_word, text_before, word_beside
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.harms import HARMED
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

THEMSELVES = words_of("himself herself itself themselves ourselves myself")
WOUNDED = frozenset({"wounded", "injured"})
SOME = words_of("others several many dozens scores hundreds two three four five six seven eight nine ten")
CAUSED = words_of("""
    shot executed hanged arrested detained jailed imprisoned beaten tortured flogged whipped murdered assassinated
    released freed expelled deported beheaded
""")  # "had two men wounded" is what befell somebody
HAVING = frozenset({"have", "has", "had"})
COMPASS = words_of("north south east west")
THEM = frozenset({"him", "her", "them"})
ASKING = frozenset({"asked", "applied", "appealed"})
QUOTES = frozenset({"'", "‘", '"', "“"})
SUFFERING = frozenset({"conj", "ccomp", "parataxis", "advcl"})


def mend_parted(doc: Doc) -> None:
    """Give verbs those who stand apart from them."""
    for word in doc:
        emphasise(word)
        part_wounded(word)
        open_which(word)
        count_wounded(word)
        free_from_side(word)
        free_from_day(word)
        close_relative(word)
        join_caused(word)
        turn_voice(word)
        level_gerund(word)


def emphasise(word: Token) -> None:
    """In "The rebels have themselves been accused" the rebels are accused: the word beside only stresses it."""
    verb = word.head
    if word.lower_ not in THEMSELVES or word.dep_ not in NOUN_SUBJECTS or word.i > verb.i:
        return
    have = verb.head
    is_perfect = verb.dep_ == "ccomp" and verb.tag_ == "VBN" and have.lower_ in HAVING and have.i == word.i - 1
    if is_perfect and hang(verb, *((verb, "ROOT") if have.head == have else (have.head, have.dep_))):
        for child in list(have.children):
            hang(child, verb, "nsubj:pass" if child.dep_ == "nsubj" else None)
        hang(have, verb, "aux")
    if any(child.dep_ in NOUN_SUBJECTS and child.i < word.i for child in verb.lefts):
        word.dep_ = "advmod"


def part_wounded(word: Token) -> None:
    """In "killed one and wounded others" one is killed, and the others are not: they are wounded, by the same."""
    others = word.head
    verb = others.head
    link, one = previous_word(word), word_beside(word, -2)
    if word.lower_ not in WOUNDED or word.dep_ != "amod" or others.dep_ != "obj" or others.i != word.i + 1:
        return
    is_pair = link.lower_ == "and" and one.tag_ == "CD" and one.head == others and one.i - 1 == verb.i
    if not is_pair or others.lower_ not in SOME or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return
    word.tag_, word.pos_ = verb.tag_, "VERB"
    hang(word, verb, "conj")
    hang(one, verb, "obj")
    hang(others, word, "obj")
    hang(link, word, "cc")


def count_wounded(word: Token) -> None:
    """In "killed four and injured several" several people are injured, and not made several."""
    verb = word.head
    is_behind = word.i == verb.i + 1 and word.lower_ in {"several", "many", "dozens", "scores", "others"}
    if is_behind and word.dep_ == "xcomp" and verb.lower_ in HARMED | {"shot", "executed"}:
        word.dep_ = "obj"


def free_from_side(side: Token) -> None:
    """In "Further east, in Ati, guards and youths opened fire" the guards do, and no side of the sky."""
    verb = side.head
    is_opening = side.lower_ in COMPASS and side.dep_ in NOUN_SUBJECTS and side.left_edge.i == side.sent.start
    noun = next((child for child in side.rights if child.dep_ in {"conj", "appos"}), None)
    if not is_opening or noun is None or not is_person_noun(noun) or not _is_set_off(noun):
        return
    relation = side.dep_
    side.dep_ = "advmod"
    hang(noun, verb, relation)
    places = [child for child in side.rights if child.dep_ in {"obl", "nmod"} and child.i < noun.i]
    for place in places:
        others = [token for token in place.subtree if token.dep_ == "conj" and noun.i < token.i < verb.i]
        hang(place, verb, "obl")
        for other in others:
            hang(other, noun)
            for link in [child for child in verb.lefts if child.dep_ == "cc"]:
                hang(link, other)


def open_which(noun: Token) -> None:
    """In "a clash in which six rebels, their chief among them, were killed" they are, and none of the clause before."""
    if noun.dep_ != "acl:relcl":
        return
    event = noun.head
    which = next((token for token in reversed(noun.doc[event.i : noun.i]) if token.tag_ == "WDT"), event)
    if which.i <= event.i or not is_person_noun(noun) or text_before(which) != "in":
        return
    verb = next((token for token in noun.doc[noun.i : noun.sent.end] if _is_suffered(token, noun)), None)
    if verb is None or not hang(verb, event, "acl:relcl"):
        return
    hang(noun, verb, "nsubj:pass")
    hang(which, verb, "obl")
    hang(which.nbor(-1), which, "case")


def _is_suffered(verb: Token, noun: Token) -> bool:
    """Whether a passive has no subject of its own, and follows a noun and what is set off behind it."""
    auxiliary = next((child for child in verb.lefts if child.dep_ == "aux:pass"), None)
    if verb.tag_ != "VBN" or auxiliary is None or verb.dep_ not in SUFFERING or verb.is_ancestor(noun):
        return False
    return text_before(auxiliary) == "," and not any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)


def _is_set_off(noun: Token) -> bool:
    return "," in {noun.left_edge.text, text_before(noun.left_edge)}


def free_from_day(noun: Token) -> None:
    """In "Last month, six guards who stole rifles were arrested" the guards are: the month is when."""
    time = noun.head
    verb = time.head
    is_apart = noun.dep_ in {"parataxis", "appos"} and is_time(time) and time.dep_ in NOUN_SUBJECTS
    if not is_apart or time.left_edge.i != time.sent.start or not is_person_noun(noun):
        return
    if noun.i > verb.i or not _is_set_off(noun):
        return
    relation = time.dep_
    time.dep_ = "obl:unmarked"
    hang(noun, verb, relation)
    relative = next((child for child in noun.rights if child.dep_ == "acl:relcl"), None)
    for other in [child for child in time.rights if child.dep_ == "conj" and child.i < verb.i]:
        if relative is not None and other.tag_ == relative.tag_:
            hang(other, relative)


def close_relative(verb: Token) -> None:
    """In "Six men who fled and joined rebels were detained" the men are: the rebels are whom they joined."""
    clause = first = verb.head
    auxiliary = next((child for child in verb.lefts if child.dep_ == "aux:pass"), None)
    if verb.dep_ != "ccomp" or auxiliary is None or auxiliary.tag_ not in {"VBD", "VBP", "VBZ"} or verb.i < clause.i:
        return
    while first.dep_ == "conj":
        first = first.head
    noun = first.head
    if first.dep_ != "acl:relcl" or not is_person_noun(noun) or any(child.dep_ == "mark" for child in verb.lefts):
        return
    taken = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_plain = not is_speech_verb(clause) and not any(child.dep_ == "obj" for child in clause.rights)
    if taken is not None and not (is_plain and taken.left_edge.i == clause.i + 1):
        return
    above = noun.head if noun.dep_ == "parataxis" else noun
    if above.dep_ != "ROOT" or not (above == noun or is_time(above)) or not hang(verb, verb, "ROOT"):
        return
    if taken is not None:
        hang(taken, clause, "obj")
    if above != noun:
        hang(above, verb, "obl:unmarked")
    openings = [child for child in noun.lefts if child.dep_ in {"obl", "obl:unmarked", "advmod"}]
    for child in [*openings, *(child for child in (*noun.rights, *above.rights) if child.i > verb.i)]:
        hang(child, verb)
    hang(noun, verb, "nsubj:pass")


def join_caused(verb: Token) -> None:
    """In "The commander had them shot" it is he who does it to them, whoever shoots."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.lower_ not in CAUSED | {"killed"}:
        return
    between = verb.nbor(-1) if verb.i > verb.sent.start else verb
    had = next((token for token in (*verb.ancestors, *verb.lefts) if _is_had(token, verb)), None)
    if had is None or between.tag_[:2] not in {"NN", "PR"} or (verb.lower_ == "killed" and between.lower_ not in THEM):
        return
    if had.head == verb:
        victim = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i > had.i), None)
        if victim is not None and any(child.dep_ in NOUN_SUBJECTS and child.i < had.i for child in verb.lefts):
            verb.tag_, victim.dep_ = "VBD", "obj"
        return
    own = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    victim = next((child for child in had.rights if child.dep_ == "obj"), own)
    if victim is None or verb.dep_ not in {"xcomp", "acl", "ccomp"} or not had.i < victim.i < verb.i:
        return
    if verb.head != had and verb.head not in victim.subtree:
        return
    above, relation = (verb, "ROOT") if had.head == had else (had.head, had.dep_)
    if hang(verb, above, relation):
        verb.tag_ = "VBD"
        for child in list(had.children):
            hang(child, verb)
        hang(had, verb, "aux")
        hang(victim, verb, "obj")


def _is_had(token: Token, verb: Token) -> bool:
    """Whether a verb may be that of "had them shot", and makes no perfect: "had shot them"."""
    return token.lower_ in HAVING and token.i < verb.i - 1


def turn_voice(verb: Token) -> None:
    """In "300 guards asked for leave" they ask, and the pilot of "Pilot 'granted asylum'" is given it."""
    if verb.tag_ != "VBN" or verb.dep_ != "ROOT" or any(child.dep_.startswith("aux") for child in verb.lefts):
        return
    subject = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    behind = verb.nbor(1).lower_ if verb.i + 1 < verb.sent.end else ""
    if subject is None or not is_person_noun(subject):
        return
    if verb.lower_ in ASKING and behind == "for" and subject.dep_ == "nsubj:pass":
        verb.tag_, subject.dep_ = "VBD", "nsubj"
    elif verb.lower_ in {"granted", "denied", "offered", "given"} and text_before(verb) in QUOTES:
        subject.dep_ = "nsubj:pass"


def level_gerund(word: Token) -> None:
    """In "accused of killing monks and burning farms" the farms are burned, by those who kill."""
    victim = word.head
    first = victim.head
    is_listed = word.tag_ == "VBG" and word.dep_ == "conj" and victim.dep_ == "obj" and victim.tag_[:2] == "NN"
    if not is_listed or first.tag_ != "VBG" or not any(child.dep_ == "cc" for child in word.lefts):
        return
    taken = next((child for child in first.rights if child.dep_ == "obj" and child.left_edge.i == word.i + 1), None)
    if taken is not None and hang(word, first, "conj"):
        hang(taken, word)
