"""Mending: slips that a small parser makes again and again, put right where the words leave no doubt."""

from spacy.tokens import Doc, Token

from stages.people import is_person_noun
from stages.speech import is_saying, is_speech_verb, lemma_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
AUXILIARIES = frozenset({"be", "have", "do"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
HEARERS = frozenset({"tell", "warn", "believe", "write", "tweet"})  # verbs of saying that take persons as objects
ABOUT = frozenset({"over", "around", "about", "under", "some"})
TIMES = frozenset({"when", "after", "as", "while", "before", "because", "since", "once", "during"})
# Penn tags by their longest prefix; what is not here is X.
POS_OF_TAG = (
    ("NNP", "PROPN"), ("NN", "NOUN"), ("VB", "VERB"), ("MD", "AUX"), ("JJ", "ADJ"), ("RB", "ADV"), ("WRB", "ADV"),
    ("CD", "NUM"), ("DT", "DET"), ("WDT", "PRON"), ("IN", "ADP"), ("PRP", "PRON"), ("WP", "PRON"), ("CC", "CCONJ"),
    ("TO", "PART"), ("POS", "PART"), ("RP", "ADP"), ("_SP", "SPACE"), (",", "PUNCT"), (".", "PUNCT"), (":", "PUNCT"),
    ("``", "PUNCT"), ("''", "PUNCT"), ("-", "PUNCT"),
)  # fmt: skip


def mended(doc: Doc) -> Doc:
    """The Doc itself, with the slips put right.

    Words without a part of speech are given that of their tag, joint subjects are joined, infinitives that were hung on
    as phrases are clauses, and what is said at the end of a sentence leaves its clauses to what is said.
    """
    for token in doc:
        if not token.pos_:
            token.pos_ = pos_of(token)
    for verb in [token for token in doc if token.tag_ in FINITE]:
        _promote(verb)
    for number in [token for token in doc if token.tag_ == "CD"]:
        _place_number(number)
    for verb in [token for token in doc if token.pos_ in ("VERB", "AUX")]:
        _take_subject(verb)
        _join_subjects(verb)
        if _is_infinitive(verb) and verb.dep_ == "obl" and verb.head.pos_ == "VERB":
            verb.dep_ = "xcomp"  # "plan to march": what is planned, not where to
        _return_clauses(verb)
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
        is_headline = not links and other.left_edge.like_num and [token.text for token in between] in ([","], [])
        if (is_headline and first.right_edge.text == ",") or (
            len(links) == 1 and all(token in links or token.is_punct for token in between)
        ):
            for link in links:
                link.head = other
            other.head, other.dep_ = first, "conj"


def _take_subject(verb: Token) -> None:
    """In "said a colonel and ten men fled" the colonel may be read as the object of saying, which takes none."""
    if not is_saying(verb) or lemma_of(verb) in HEARERS:
        return
    for object_ in [child for child in verb.rights if child.dep_ == "obj"]:
        for clause in [child for child in verb.rights if child.dep_ in {"conj", "ccomp"} and child.i > object_.i]:
            subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
            if subject is None or not clause.tag_.startswith("VB"):
                continue
            between = verb.doc[object_.right_edge.i + 1 : subject.left_edge.i]
            links = [token for token in between if token.dep_ == "cc"]
            if len(links) != 1 or not all(token in links or token.is_punct for token in between):
                continue
            links[0].head, object_.head, object_.dep_ = subject, clause, subject.dep_
            subject.head, subject.dep_, clause.dep_ = object_, "conj", "ccomp"
            return


def _promote(verb: Token) -> None:
    """The main verb of a sentence that a parser took for a part of its own subject.

    "Fifty men led by a captain deserted" where "led" was read as the main verb, and "The families, some 80 people,
    fled" where there was none.
    """
    above = verb.head
    if verb.dep_ not in {"advcl", "acl", "conj", "ccomp", "parataxis"} or _has_own(verb):
        return
    if above.tag_ == "VBN" and verb.dep_ != "acl" and not any(child.dep_.startswith("aux") for child in above.children):
        subject = next((child for child in above.lefts if child.dep_ in SUBJECTS), None)
        is_by = any(child.dep_ == "obl:agent" and above.i < child.i < verb.i for child in above.children)
        if subject is not None and is_by:
            _make_main(verb, above, subject)
            above.head, above.dep_ = subject, "acl"
    elif verb.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN"}:
        noun = above.head if above.dep_ == "appos" else above
        if noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"} and verb.nbor(-1).text in {",", above.text}:
            _make_main(verb, noun, noun)


def _has_own(verb: Token) -> bool:
    """Whether a verb has a subject, a conjunction or an auxiliary of its own."""
    return any(
        child.dep_ in {*SUBJECTS, "mark", "cc", "aux", "aux:pass"} or child.tag_[:1] == "W" for child in verb.lefts
    )


def _make_main(verb: Token, above: Token, subject: Token) -> None:
    """Put a verb in the place of the word it hangs on, with a subject."""
    is_root, head, relation = above.head == above, above.head, above.dep_
    verb.head, verb.dep_ = (verb, "ROOT") if is_root else (head, relation)
    subject.head, subject.dep_ = verb, "nsubj"
    for child in [child for child in above.rights if child.i > verb.i]:
        child.head = verb


def _place_number(number: Token) -> None:
    """Numbers that a parser takes for adverbs, subjects of an adjective or objects of "over".

    "two died and seven injured", "18 wanted men", "killed over 100 men".
    """
    head = number.head
    verb = number.nbor(1) if number.i + 1 < len(number.doc) else number
    is_before = head in (verb, number.nbor(-1) if number.i else number) and number.dep_ in {
        "advmod",
        "punct",
        "dep",
        "obl",
    }
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and is_before:
        number.head, number.dep_ = verb, "nsubj:pass"
    elif number.dep_ in SUBJECTS and head.dep_ == "amod" and head.head.i > head.i:
        number.head, number.dep_ = head.head, "nummod"
        head.tag_ = "VBN" if head.tag_ == "VBD" else head.tag_
    over = number.nbor(-1) if number.i else number
    if number.dep_ != "nummod" or over.lower_ not in ABOUT or over.dep_ != "case" or over.head != head:
        return
    verb = head.head
    is_free = not any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in verb.children)
    if head.dep_ == "obl" and verb.i == over.i - 1 and is_free and is_person_noun(head):
        over.head, over.dep_, head.dep_ = number, "advmod", "obj"


def _return_clauses(verb: Token) -> None:
    """In "Four men died when guards fired, residents said" the clause in the middle tells of the death, not the saying.

    So it does where a parser hangs it on the verb of saying that closes the sentence.
    """
    if not is_speech_verb(verb) or not verb.tag_.startswith(tuple(FINITE)):
        return
    content = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if content is None:
        return
    for clause in [child for child in verb.lefts if child.dep_ == "advcl" and child.i > content.i]:
        opening = clause.left_edge
        if opening.lower_ in TIMES and opening.i > content.i:
            clause.head = content
