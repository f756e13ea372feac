"""Verbs and nouns of saying."""

from spacy.tokens import Token

from stages.wordlists import words_of

SPEECH_LEMMAS = words_of("""
    say tell report announce claim state add confirm reveal admit acknowledge declare describe explain note insist
    stress warn argue assert allege suggest write quote cite estimate believe think recall recount testify maintain
    contend comment remark reply respond reiterate emphasize emphasise indicate show disclose concede deny dispute
    accuse predict stated broadcast publish tweet post relate mention observe complain conclude inform brief
    document register record count verify
""")
# What a speaker says without a clause: verbs that only announce the words quoted beside them.
QUOTING_LEMMAS = SPEECH_LEMMAS | words_of(
    "ask continue begin shout chant cry ring plead joke quip ask wonder vow call promise"
)
ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""), ("es", "e"),
)  # fmt: skip
IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write", "written": "write",
    "thought": "think", "thinks": "think", "denied": "deny", "denies": "deny", "shown": "show", "showed": "show",
    "cried": "cry", "began": "begin", "rang": "ring", "quipped": "quip", "admitted": "admit",
}  # fmt: skip


def lemma_of(token: Token) -> str:
    """The lemma, from the model where it gives one, else from the form of a verb of saying."""
    if token.lemma_ and token.lemma_ != token.text:
        return token.lemma_.lower()
    word = token.lower_
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, stem in ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) + stem in QUOTING_LEMMAS:
            return word.removesuffix(ending) + stem
    return word


def is_speech_verb(token: Token) -> bool:
    """Whether the word is a verb of saying, by tag where there is one."""
    if token.tag_ and not token.tag_.startswith("VB"):
        return False
    if token.pos_ and not token.tag_ and token.pos_ != "VERB":
        return False
    return lemma_of(token) in QUOTING_LEMMAS
