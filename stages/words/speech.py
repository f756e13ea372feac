"""Verbs of saying."""

from spacy.tokens import Token

from stages.words import modality
from stages.words.wordlists import words_of

# Verbs whose clause is what somebody says; nothing else can follow them.
SAYING_LEMMAS = words_of(
    "say tell add state insist allege claim argue maintain note explain warn stress assert "
    "testify state "
                         "reiterate reaffirm remark recount write tweet believe reckon")  # fmt: skip
SPEECH_LEMMAS = SAYING_LEMMAS | words_of("""
    report announce confirm reveal admit acknowledge declare describe suggest quote cite estimate recall contend
    comment reply respond emphasize emphasise indicate disclose concede deny dispute predict broadcast publish
    post relate mention observe complain conclude inform fear learn
""")
# Verbs that announce the words quoted beside them.
QUOTING_LEMMAS = SPEECH_LEMMAS | words_of("""
    ask shout chant cry plead joke quip wonder call think continue query lament roar scoff fume exclaim retort counter
    boast grumble
""")
# Nouns that a "that" clause fills.
STATED = words_of("claim report rumour rumor allegation statement denial suggestion assertion accusation fear news")
STATED_REACH = 8  # tokens between such a noun and its clause
ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("es", "e"),
)  # fmt: skip
KNOWN = frozenset().union(*(words for words in vars(modality).values() if isinstance(words, frozenset)))
IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write", "written": "write",
    "thought": "think", "thinks": "think", "denied": "deny", "denies": "deny", "shown": "show", "showed": "show",
    "cried": "cry", "quipped": "quip", "admitted": "admit", "begged": "beg",
    "plotted": "plot", "plotting": "plot", "planned": "plan", "planning": "plan",
}  # fmt: skip


def lemma_of(token: Token) -> str:
    """The lemma, from the model where it gives one, else from the form of a verb of saying."""
    word = token.lower_
    if word in IRREGULAR:
        return IRREGULAR[word]
    lemma = token.lemma_.lower()
    if lemma not in KNOWN and word.endswith(("ing", "ed")):
        # the model has "pledg" for "pledging" and "sparke" for "sparking"
        stems = (lemma.removesuffix("e"), f"{lemma}e", word.removesuffix("d"), word.removesuffix("ed"))
        lemma = next((stem for stem in stems if stem in KNOWN), lemma)
    if lemma and lemma != token.text:
        return lemma
    for ending, stem in ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) + stem in QUOTING_LEMMAS:
            return word.removesuffix(ending) + stem
    return word


def is_verb(token: Token) -> bool:
    """Whether the tagger calls it a verb; true where there are no tags."""
    if token.tag_:
        return token.tag_.startswith("VB") or _is_read_as_noun(token)
    return not token.pos_ or token.pos_ == "VERB"


def _is_read_as_noun(token: Token) -> bool:
    """ "State media report that two died": the verb, where the parser has read a media report."""
    if token.lower_ != "report" or token.i == 0:
        return False
    around = [each.lower_ for each in token.doc[token.i - 1 : token.i + 2]]
    return around == ["media", "report", "that"] and all(child.dep_ != "det" for child in token.lefts)


def is_saying(token: Token) -> bool:
    """Whether what follows the verb can only be what is said."""
    return is_verb(token) and lemma_of(token) in SAYING_LEMMAS and not is_named_said(token)


def is_speech_verb(token: Token) -> bool:
    """Whether the word is a verb of saying."""
    is_told = lemma_of(token) in SPEECH_LEMMAS or _is_assured(token)
    is_name = _is_surname(token) or is_named_said(token)
    return is_verb(token) and is_told and not is_withheld(token) and not is_name


def _is_surname(token: Token) -> bool:
    """ "the party's chief, Omar Said, was held": a name that closes an aside, whatever the tagger made of it."""
    around = token.doc[max(token.i - 1, 0) : token.i + 2]
    is_name = token.text.istitle() and {each.ent_type_ for each in around[:2]} == {"PERSON"}
    return is_name and around[-1].text == ","


def is_named_said(token: Token) -> bool:
    """ "kidnapped Qaboos Said", "a merchant, Said Hassan": a verb has no capital where other words have none."""
    if token.text != "Said" or token.i == token.sent.start:
        return False
    return any(word.is_alpha and word.is_lower and word.tag_[:2] in {"VB", "NN", "JJ"} for word in token.sent)


def _is_assured(verb: Token) -> bool:
    """ "was assured by his aides that": they say so."""
    return lemma_of(verb) == "assure" and any(child.dep_ == "obl:agent" for child in verb.rights)


def is_withheld(verb: Token) -> bool:
    """ "denied the rebels a safe haven": what is not given, and nothing that is said."""
    objects = [child for child in verb.children if child.dep_ in {"obj", "iobj"}]
    is_from = any(child.dep_ == "iobj" for child in objects)
    return (len(objects) > 1 or is_from) and lemma_of(verb) == "deny"


def is_quoting_verb(token: Token) -> bool:
    """Whether the word may announce direct speech."""
    return is_verb(token) and lemma_of(token) in QUOTING_LEMMAS and not is_named_said(token)


def head_above(token: Token) -> Token:
    """The word above; a "that" clause hung on the wrong noun is hung on the claim or report named before it.

    "denied claims by the mayor that he had fled": the clause is the claims', not the mayor's.
    """
    mark = next((child for child in token.children if child.lower_ == "that" and child.i < token.i), None)
    if mark is None or not token.dep_.startswith("acl") or token.head.lemma_.lower() in STATED:
        return token.head
    before = token.doc[max(token.sent.start, mark.i - STATED_REACH) : mark.i]
    stated = [word for word in before if word.pos_ == "NOUN" and lemma_of(word).removesuffix("s") in STATED]
    if mark.dep_ != "mark" and not (stated and any(word.lower_ == "by" for word in token.doc[stated[-1].i : mark.i])):
        return token.head
    return stated[-1] if stated else token.head
