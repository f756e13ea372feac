"""Headlines with capitals throughout, whose verbs a small parser takes for names: "Gunmen Storm Village, Kill Ten"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, opens_sentence
from stages.words.people import COLLECTIVES, is_person_noun
from stages.words.wordlists import words_of

# Verbs of headlines about people in the plural: they have no -s.
DEEDS = words_of("""
    storm kill abduct murder attack raid invade ambush shoot seize burn kidnap arrest whisk behead execute capture
    rescue repel overrun loot torch raze besiege wound injure free bomb
""")
LINKS = frozenset({"and", "&", ","})
MOST_BEFORE = 3  # words of the doers: "Unknown Armed | Gunmen"
NOMINAL = ("NN", "JJ", "CD", "VB")


def open_title(first: Token) -> None:
    """In "Gunmen Storm Gusau Village, Whisk Away Ten" gunmen storm it: what is written as a name acts all the same."""
    if not opens_sentence(first) or not _has_capitals(list(first.sent)):
        return
    sent = first.sent
    verb = next((token for token in sent[1 : MOST_BEFORE + 1] if token.lower_ in DEEDS), None)
    doers = verb.nbor(-1) if verb is not None else first
    is_many = (is_person_noun(doers) and doers.lower_.endswith(("s", "men"))) or doers.lower_ in COLLECTIVES
    if verb is None or not is_many or verb.tag_ in {"VBP", "VBD", "VBZ"} or not _has_object(verb):
        return
    if any(not token.tag_.startswith(NOMINAL) for token in sent.doc[first.i : verb.i]):
        return
    root = sent.root
    hang(verb, verb, "ROOT")
    if root != verb:
        hang(root, verb, "parataxis")  # at once, for a tree is a sentence
    _make_deed(verb)
    for word in sent.doc[first.i : verb.i]:
        hang(word, verb if word == doers else doers, "nsubj" if word == doers else "compound")
    doers.tag_, doers.pos_ = "NNS", "NOUN"
    _take_object(verb)
    second = _second_behind(verb)
    if second is not None and hang(second, verb, "conj"):
        _make_deed(second)
        _take_object(second)
        thing = next((child for child in second.rights if child.dep_ == "obj"), second)
        for other in [token for token in sent if token.dep_ == "conj" and token.head.i < second.i < token.i]:
            hang(other, thing)


def _has_capitals(tokens: list[Token]) -> bool:
    words = [token for token in tokens if token.is_alpha and len(token) > 3]
    return len(words) > 2 and all(word.text[0].isupper() for word in words) and not all(word.is_upper for word in words)


def _has_object(verb: Token) -> bool:
    behind = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    behind = behind.nbor(1) if behind.lower_ == "away" and behind.i + 1 < verb.sent.end else behind
    return behind != verb and behind.tag_.startswith(NOMINAL)


def _make_deed(verb: Token) -> None:
    """No name goes across a verb: "Bandits Kill" is nobody."""
    doc = verb.doc
    doc.set_ents([name for name in doc.ents if not name.start <= verb.i < name.end])
    verb.tag_, verb.pos_, verb.lemma_ = "VBP", "VERB", verb.lower_


def _second_behind(verb: Token) -> Token | None:
    """A second deed behind a comma or "and"."""
    for token in verb.doc[verb.i + 2 : verb.sent.end]:
        if token.lower_ in DEEDS and token.nbor(-1).lower_ in LINKS and _has_object(token):
            return token if token.tag_ not in {"VBD", "VBZ"} else None
    return None


def _take_object(verb: Token) -> None:
    """The nouns right behind a deed are what it is done to; the last of them is their head."""
    at, run = verb.i + 1, []
    if at < verb.sent.end and verb.doc[at].lower_ == "away":
        hang(verb.doc[at], verb, "compound:prt")
        at += 1
    while at < verb.sent.end and verb.doc[at].tag_.startswith(NOMINAL):
        run.append(verb.doc[at])
        at += 1
    if not run:
        return
    thing = run[-1]
    hang(thing, verb, "obj")
    thing.tag_ = "NN" if thing.tag_.startswith("VB") else thing.tag_
    for word in run[:-1]:
        hang(word, thing, "nummod" if word.tag_ == "CD" else "compound")
