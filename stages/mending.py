"""Mending: slips that a small parser makes again and again, put right where the words leave no doubt."""

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
AUXILIARIES = frozenset({"be", "have", "do"})
# Penn tags by their longest prefix; what is not here is X.
POS_OF_TAG = (
    ("NNP", "PROPN"), ("NN", "NOUN"), ("VB", "VERB"), ("MD", "AUX"), ("JJ", "ADJ"), ("RB", "ADV"), ("WRB", "ADV"),
    ("CD", "NUM"), ("DT", "DET"), ("WDT", "PRON"), ("IN", "ADP"), ("PRP", "PRON"), ("WP", "PRON"), ("CC", "CCONJ"),
    ("TO", "PART"), ("POS", "PART"), ("RP", "ADP"), ("_SP", "SPACE"), (",", "PUNCT"), (".", "PUNCT"), (":", "PUNCT"),
    ("``", "PUNCT"), ("''", "PUNCT"), ("-", "PUNCT"),
)  # fmt: skip


def mended(doc: Doc) -> Doc:
    """The Doc itself: words without a part of speech are given that of their tag, joint subjects are joined, and
    infinitives that were hung on as phrases are clauses."""
    for token in doc:
        if not token.pos_:
            token.pos_ = pos_of(token)
    for verb in [token for token in doc if token.pos_ in ("VERB", "AUX")]:
        _join_subjects(verb)
        if _is_infinitive(verb) and verb.dep_ == "obl" and verb.head.pos_ == "VERB":
            verb.dep_ = "xcomp"  # "plan to march": what is planned, not where to
    return doc


def pos_of(token: Token) -> str:
    """The universal part of speech that a Penn tag stands for."""
    pos = next((pos for prefix, pos in POS_OF_TAG if token.tag_.startswith(prefix)), "X")
    return "AUX" if pos == "VERB" and token.lemma_ in AUXILIARIES and token.dep_.startswith("aux") else pos


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.lefts)


def _join_subjects(verb: Token) -> None:
    """In "A colonel and ten soldiers fled" both nouns may be read as subjects: the second joins the first."""
    subjects = [token for token in verb.lefts if token.dep_ in SUBJECTS]
    if len(subjects) < 2:
        return
    first, *others = subjects
    for other in others:
        between = verb.doc[first.right_edge.i + 1 : other.left_edge.i]
        links = [token for token in between if token.dep_ == "cc"]
        if len(links) == 1 and all(token in links or token.is_punct for token in between):
            links[0].head = other
            other.head, other.dep_ = first, "conj"
