"""What every later stage may rely on in a language model, and models of the OntoNotes scheme brought to it.

Relations are those of Universal Dependencies (`nsubj:pass`, `obl:agent`), entity labels are PERSON, ORG and LOC.
This is the one place that knows other names for them.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

ENTITY_LABELS = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
}  # OntoNotes, CoNLL and our own; any other label (NORP, DATE …) is no name of a person, an organisation or a place

UNIVERSAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "case", "nmod"})  # a UD parser of English knows these
ONTONOTES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "prep"})  # a ClearNLP parser knows these

# ClearNLP relations that only have another name in UD; those that hang elsewhere are moved by `universal`.
RENAMED = {
    "acomp": "xcomp",
    "agent": "obl:agent",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "npmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "num": "nummod",
    "oprd": "xcomp",
    "partmod": "acl",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "case",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "rcmod": "acl:relcl",
    "relcl": "acl:relcl",
    "possessive": "case",
}
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class IncompatibleModel(ValueError):
    """A spaCy pipeline that lacks what the stages read: English, lemmas, tags, a parser of a known scheme, or names."""


def scheme_of(language: Language) -> str:
    """`universal` or `ontonotes`, by the labels of its parser; raises IncompatibleModel when a model lacks a part."""
    name = f"{language.lang}_{language.meta.get('name', '')}".strip("_")
    if language.lang != "en":
        raise IncompatibleModel(f"the model {name} is not of English")
    missing = [part for part in ("tagger", "parser", "ner") if part not in language.pipe_names]
    if missing:
        raise IncompatibleModel(f"the model {name} has no {' and no '.join(missing)}")
    if not set(language.pipe_names) & {"lemmatizer", "trainable_lemmatizer"}:
        raise IncompatibleModel(f"the model {name} has no lemmatizer")
    names = set(language.pipe_labels["ner"])
    if not {ENTITY_LABELS[label] for label in names & ENTITY_LABELS.keys()} >= {"PERSON", "ORG", "LOC"}:
        raise IncompatibleModel(f"the names of the model {name} are none of ours: {', '.join(sorted(names)[:5])}")
    relations = set(language.pipe_labels["parser"])
    if relations >= UNIVERSAL:
        return "universal"
    if relations >= ONTONOTES:
        return "ontonotes"
    raise IncompatibleModel(f"the relations of the model {name} are none of ours: {', '.join(sorted(relations)[:5])}")


def names_of(doc: Doc) -> list[Span]:
    """The names of a Doc of any known scheme, under our labels; spans of other kinds are left out."""
    return [
        Span(doc, ent.start, ent.end, label=ENTITY_LABELS[ent.label_])
        for ent in doc.ents
        if ent.label_ in ENTITY_LABELS
    ]


def relabelled(doc: Doc) -> Doc:
    """The Doc itself, its names under our labels and those of other kinds gone."""
    if any(ent.label_ != ENTITY_LABELS.get(ent.label_) for ent in doc.ents):
        doc.set_ents(names_of(doc))
    return doc


def universal(doc: Doc) -> Doc:
    """A copy of a ClearNLP parse with UD relations: prepositions hang on their nouns, copulas on their predicates.

    Names of persons keep their last word as head, which UD would give to the first.
    """
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    for token in doc:
        if token.dep_ in {"pobj", "pcomp"}:
            _lift_over_preposition(token, heads, deps)
    for token in doc:
        if token.dep_ in PREPOSITIONS and heads[token.i] == token.head.i and deps[token.i] in {"prep", "agent"}:
            deps[token.i] = "advmod"  # a preposition without a noun: "went on"
    for token in doc:
        _flatten_coordination(token, heads)
    for token in doc:
        if token.dep_ in {"attr", "acomp"} and token.head.lemma_ == "be":
            _lift_over_copula(token, heads, deps)
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=[RENAMED.get(dep, dep) for dep in deps],
        ents=_iob_of(doc),
    )


def _lift_over_preposition(token: Token, heads: list[int], deps: list[str]) -> None:
    """ "fled -prep-> to -pobj-> Turkey" becomes "fled -obl-> Turkey -case-> to"; so does "out of Homs"."""
    top = token.head
    prepositions = [top.i]
    while top.dep_ in PREPOSITIONS and top.head.dep_ in PREPOSITIONS:
        top = top.head
        prepositions.append(top.i)
    is_noun = token.dep_ == "pobj"
    if top.dep_ == "agent":
        relation = "obl:agent"
    elif top.head.pos_ in NOMINAL_POS:
        relation = "nmod" if is_noun else "acl"
    else:
        relation = "obl" if is_noun else "advcl"
    if top.dep_ == "ROOT" or top.head is top:
        heads[token.i], deps[token.i] = token.i, "ROOT"
    else:
        heads[token.i], deps[token.i] = top.head.i, relation
    for at in prepositions:
        heads[at], deps[at] = token.i, "case" if is_noun else "mark"


def _flatten_coordination(token: Token, heads: list[int]) -> None:
    """Conjuncts hang on the first of them, a conjunction on the conjunct that follows it."""
    if token.dep_ == "conj":
        first = token.head
        while first.dep_ == "conj":
            first = first.head
        heads[token.i] = first.i
    elif token.dep_ == "cc":
        following = [child.i for child in token.head.children if child.dep_ == "conj" and child.i > token.i]
        if following:
            heads[token.i] = following[0]


def _lift_over_copula(token: Token, heads: list[int], deps: list[str]) -> None:
    """ "was -attr-> officer" becomes "officer -cop-> was", and what hung on the copula hangs on the predicate."""
    be = token.head.i
    for at, head in enumerate(heads):
        if head == be and at != be:
            heads[at] = token.i
    heads[token.i] = token.i if heads[be] == be else heads[be]
    deps[token.i] = deps[be]
    heads[be], deps[be] = token.i, "cop"


def _iob_of(doc: Doc) -> list[str]:
    """The names as spaCy's constructor takes them, under our labels."""
    tags = ["O"] * len(doc)
    for name in names_of(doc):
        tags[name.start : name.end] = [f"I-{name.label_}"] * len(name)
        tags[name.start] = f"B-{name.label_}"
    return tags
