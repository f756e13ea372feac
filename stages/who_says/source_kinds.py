"""What kind of source a phrase names."""

from spacy.tokens import Span, Token

from stages.naming.spans import AGENCIES, OUTLET_WORDS
from stages.words.modality import EVIDENCE_NOUNS
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

OFFICIALS = words_of("""
    official officials spokesman spokeswoman spokesperson spokesmen minister ministers president premier ambassador
    general colonel major captain officer officers commander police army military government ministry authorities
    state department embassy governor mayor judge prosecutor prosecutors court parliament senator lawmaker envoy
    regime administration office secretary pentagon kremlin diplomat diplomats troops command forces chief prefect
""")
GROUPS = words_of("""
    rebels rebel militants insurgents opposition activists taliban isis isil hezbollah hamas front movement brigade
    coalition committees committee group protesters fsa brotherhood party fighters defectors defector militia militias
    militiamen gunmen jihadists extremists separatists union unions tribe tribes haram
""")
# Words of the names of forces that no state commands: "the Free Syrian Army", "the National Liberation Front".
REBELS = words_of("free liberation resistance rebel rebels taliban houthi houthis separatist separatists insurgent")
MEMBERS = words_of("rebel defector deserter fighter militant insurgent protester mutineer gunman")  # one who is unnamed
MEDIA = words_of("media report reports newspapers press tv television channel radio newspaper outlet outlets daily "
                 "website blog magazine station correspondent reporter reporters journalist journalists")  # fmt: skip
NAMELESS = words_of("""
    source sources witness witnesses resident residents people person man woman observers analysts villager villagers
    activist activists survivor survivors soldier soldiers refugee refugees relative relatives doctor doctors others
    locals neighbour neighbours neighbor neighbors medic medics eyewitness eyewitnesses expert experts insiders
""")
DOCUMENTS = words_of("statement letter document documents report survey study communique communiqué memo cable "
                     "transcript translation decree resolution text tweet post message")  # fmt: skip
BODIES = words_of("observatory organisation organization watch amnesty council agency agencies committee union nations "
                  "un institute centre center commission association monitor group")  # fmt: skip
CHANNELS = words_of("jazeera arabiya bbc cnn weekly monthly fortnightly")
NAMING = frozenset({"flat", "appos", "compound", "nmod:desc", "conj", "amod", "punct"})
PRONOUNS = frozenset({"i", "we", "he", "she", "they", "him", "her", "them"})
VIDEO = EVIDENCE_NOUNS - {"report", "message"}


def kind_of_source(span: Span, head: Token) -> str:
    """One of the declared source kinds: by the head's word, then by the name in the phrase, then by its words."""
    words = {token.lower_ for token in span}
    word = head.lower_
    is_agency = ("agency" in words and words & {"news", "press"}) or words & AGENCIES
    is_body = not any(is_person_noun(token) for token in span)  # whatever its name was taken for
    decided = (
        ("video", words & VIDEO or word.removesuffix("s") in VIDEO),
        ("speaker", word in PRONOUNS),
        ("group", {"islamic", "state"} <= words),
        ("anonymous", word in MEMBERS and head.tag_ == "NN"),
        ("group", word in GROUPS or (words & REBELS and word in OFFICIALS and is_body)),
        ("anonymous", word in NAMELESS),
        ("agency", is_agency and is_body),
        ("organisation", words & BODIES and is_body),
        ("medium", words & (OUTLET_WORDS | CHANNELS) and is_body),
        ("person", any(token.ent_type_ == "PERSON" and _is_named(head, token) for token in span)),
        ("person", _is_person_elsewhere(span, head)),
        ("agency", is_agency),
        ("medium", word in MEDIA | OUTLET_WORDS),
        ("document", word in DOCUMENTS),
        ("official", word in OFFICIALS),
        ("organisation", word in BODIES),
    )
    return next((kind for kind, holds in decided if holds), None) or _by_words(span, head, words)


def _is_person_elsewhere(span: Span, head: Token) -> bool:
    """Whether a lone name is that of a person named in full before: "Omar Abana" and "Abana"."""
    is_alone = len(span) == 1 and head.pos_ == "PROPN" and not head.is_upper
    return is_alone and any(
        token.ent_type_ == "PERSON" and token.text == head.text and token.i and token.nbor(-1).ent_type_ == "PERSON"
        for token in head.doc[: head.i]
    )


def _by_words(span: Span, head: Token, words: set[str]) -> str:
    labels = {token.ent_type_ for token in span}
    decided = (
        ("organisation", words & BODIES),
        ("medium", words & OUTLET_WORDS),
        ("group", words & GROUPS),
        ("official", words & OFFICIALS),
        ("official", head.ent_type_ == "LOC" and head.text.isupper()),  # "SEOUL SAYS"
        ("organisation", "ORG" in labels or (head.pos_ == "PROPN" and head.text.isupper())),
        ("official", "LOC" in labels and head.pos_ == "PROPN"),
        ("person", head.pos_ == "PROPN"),
    )
    return next((kind for kind, holds in decided if holds), "anonymous")


def _is_named(head: Token, name: Token) -> bool:
    """Whether a name is that of the head, and not within what the head is of: "a guard at the King Hussein base"."""
    while name != head:
        if name.dep_ not in NAMING or name.head == name:
            return False
        name = name.head
    return True
