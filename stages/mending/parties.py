"""Who an event is done to and by, where a day or a town stands between: "the arrest on Friday of ten men by police"."""

from spacy.tokens import Token

from stages.parsing.hanging import hang
from stages.parsing.heads import case_of
from stages.words.people import is_person_noun
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

DONE_TO = words_of("""
    abduction kidnapping kidnap killing murder assassination execution lynching beheading shooting massacre slaughter
    arrest detention imprisonment release rescue disappearance death deaths killings arrests abductions kidnappings
    murders executions capture seizure torture rape beating wounding expulsion deportation evacuation defection
    demolition burning destruction looting razing torching eviction confiscation
    surrender recapture bombing shelling ambush arrival departure resignation dismissal ouster
""")
BETWEEN = words_of("in on at near of last this outside inside during")
REACH = 14  # tokens from an event to the "of" behind its day and its place
PHRASES = frozenset({"nmod", "obl"})


def mend_parties(word: Token) -> None:
    """The people behind "of" and "by" go with the event before the day and the place."""
    if word.lower_ in {"of", "by"} and word.dep_ in {"case", "mark"} and word.i > word.sent.start + 2:
        _return_people(word)


def _return_people(link: Token) -> None:
    people = link.head
    is_people = people.i > link.i and (is_person_noun(people) or people.ent_type_ in {"PERSON", "ORG", "NORP"})
    is_counted = people.tag_ in {"NNS", "NNPS", "NNP"} and any(child.dep_ == "nummod" for child in people.lefts)
    if not (is_people or is_counted) or people.dep_ not in PHRASES or people.head.lower_ in DONE_TO:
        return
    event = _event_before(link)
    if event is None or event == people.head or any(_is_of(child) for child in event.rights) != (link.lower_ == "by"):
        return
    if not hang(people, event, "nmod"):
        return
    for phrase in [child for child in event.head.rights if event.i < child.i < link.i and child.dep_ in PHRASES]:
        hang(phrase, event, "nmod")  # the day is that of the event, too
    if event.tag_ == "VBG" and any(child.dep_ == "det" for child in event.lefts):
        event.tag_, event.pos_ = "NN", "NOUN"


def _is_of(child: Token) -> bool:
    return case_of(child) == "of" and not is_time(child)


def _event_before(link: Token) -> Token | None:
    """The event from which only days and places, each behind its preposition, part a link."""
    at = link.i - 1
    while at > max(link.sent.start, link.i - REACH):
        word = link.doc[at]
        if word.lower_ in DONE_TO and word.tag_ in {"NN", "NNS", "VBG"}:
            opening = word.nbor(1)
            is_set_apart = opening.i < link.i and opening.lower_ in BETWEEN
            return word if is_set_apart and not (word.tag_ == "VBG" and not _has_article(word)) else None
        is_inside = word.tag_[:2] in {"IN", "NN", "CD", "DT", "JJ"} or word.tag_ in {"POS", "HYPH"}
        if not is_inside or word.is_punct or (is_person_noun(word) and link.lower_ == "of"):
            return None
        at -= 1
    return None


def _has_article(event: Token) -> bool:
    return any(child.dep_ == "det" for child in event.lefts)
