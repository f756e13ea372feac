"""What tags and marks stand for: parts of speech, verbs with a tense, hyphens."""

from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
TENSED = FINITE | {"MD"}
HYPHENS = frozenset({"-", "‐", "‑"})
AUXILIARIES = frozenset({"be", "have", "do"})
# Penn tags by their longest prefix; what is not here is X.
POS_OF_TAG = (
    ("NNP", "PROPN"), ("NN", "NOUN"), ("VB", "VERB"), ("MD", "AUX"), ("JJ", "ADJ"), ("RB", "ADV"), ("WRB", "ADV"),
    ("CD", "NUM"), ("DT", "DET"), ("WDT", "PRON"), ("IN", "ADP"), ("PRP", "PRON"), ("WP", "PRON"), ("CC", "CCONJ"),
    ("TO", "PART"), ("POS", "PART"), ("RP", "ADP"), ("_SP", "SPACE"), (",", "PUNCT"), (".", "PUNCT"), (":", "PUNCT"),
    ("``", "PUNCT"), ("''", "PUNCT"), ("-", "PUNCT"),
)  # fmt: skip


def pos_of(token: Token) -> str:
    """The universal part of speech that a Penn tag stands for."""
    pos = next((pos for prefix, pos in POS_OF_TAG if token.tag_.startswith(prefix)), "X")
    return "AUX" if pos == "VERB" and token.lemma_ in AUXILIARIES and token.dep_.startswith("aux") else pos


def with_parts_of_speech(doc: Doc) -> Doc:
    """The Doc itself; words that its model gave no part of speech have that of their tags."""
    for token in doc:
        if not token.pos_:
            token.pos_ = pos_of(token)
    return doc
