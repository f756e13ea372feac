from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from stages.parsing.language import IncompatibleModel, names_of, relabelled, scheme_of, universal

VOCAB = Vocab()


def ontonotes(rows: str, ents: str = "") -> Doc:
    """A hand-built ClearNLP parse; a row is form/lemma/pos/head/relation, heads counted from 0."""
    cells = [row.split("/") for row in rows.split()]
    return Doc(
        VOCAB,
        words=[cell[0] for cell in cells],
        lemmas=[cell[1] for cell in cells],
        pos=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        deps=[cell[4] for cell in cells],
        ents=ents.split() or None,
    )


def arcs(doc: Doc) -> list[str]:
    return [f"{token.text} {token.dep_} {token.head.text}" for token in doc]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (  # the object of a preposition hangs on the verb, the preposition on it
            "They/they/PRON/1/nsubj fled/flee/VERB/1/ROOT to/to/ADP/1/prep Turkey/Turkey/PROPN/2/pobj",
            ["They nsubj fled", "fled ROOT fled", "to case Turkey", "Turkey obl fled"],
        ),
        (  # passive subject, auxiliary and agent
            "He/he/PRON/2/nsubjpass was/be/AUX/2/auxpass shot/shoot/VERB/2/ROOT by/by/ADP/2/agent men/man/NOUN/3/pobj",
            ["He nsubj:pass shot", "was aux:pass shot", "shot ROOT shot", "by case men", "men obl:agent shot"],
        ),
        (  # under a noun it is a modifier of the noun; an object is obj
            "took/take/VERB/0/ROOT parts/part/NOUN/0/dobj of/of/ADP/1/prep Homs/Homs/PROPN/2/pobj",
            ["took ROOT took", "parts obj took", "of case Homs", "Homs nmod parts"],
        ),
        (  # two prepositions
            "came/come/VERB/0/ROOT out/out/ADP/0/prep of/of/ADP/1/prep hiding/hiding/NOUN/2/pobj",
            ["came ROOT came", "out case hiding", "of case hiding", "hiding obl came"],
        ),
        (  # a preposition without a noun
            "went/go/VERB/0/ROOT in/in/ADP/0/prep",
            ["went ROOT went", "in advmod went"],
        ),
        (  # a clause behind a preposition
            "left/leave/VERB/0/ROOT after/after/ADP/0/prep killing/kill/VERB/1/pcomp him/he/PRON/2/dobj",
            ["left ROOT left", "after mark killing", "killing advcl left", "him obj killing"],
        ),
        (  # the predicate heads a clause with a copula
            "He/he/PRON/1/nsubj was/be/AUX/1/ROOT captain/captain/NOUN/1/attr",
            ["He nsubj captain", "was cop captain", "captain ROOT captain"],
        ),
        (  # conjuncts hang on the first, the conjunction on what follows it
            "A/a/PROPN/0/ROOT B/b/PROPN/0/conj and/and/CCONJ/1/cc C/c/PROPN/1/conj",
            ["A ROOT A", "B conj A", "and cc C", "C conj A"],
        ),
        (
            "men/man/NOUN/0/ROOT who/who/PRON/2/nsubj fled/flee/VERB/0/relcl",
            ["men ROOT men", "who nsubj fled", "fled acl:relcl men"],
        ),
    ],
)
def test_relations_of_the_other_scheme(rows: str, expected: list[str]) -> None:
    assert arcs(universal(ontonotes(rows))) == expected


def test_conversion_keeps_text_lemmas_and_names_under_our_labels() -> None:
    doc = ontonotes(
        "Syrians/Syrian/PROPN/1/nsubj left/leave/VERB/1/ROOT Homs/Homs/PROPN/1/dobj Monday/Monday/PROPN/1/npadvmod",
        "B-NORP O B-GPE B-DATE",
    )
    made = universal(doc)
    assert made.text == doc.text
    assert [token.lemma_ for token in made] == ["Syrian", "leave", "Homs", "Monday"]
    assert [(ent.text, ent.label_) for ent in made.ents] == [("Homs", "LOC")]


def test_names_of_other_schemes() -> None:
    doc = Doc(VOCAB, words=["Ann", "of", "Acme", "in", "Oslo"], ents=["B-PER", "O", "B-ORG", "O", "B-FAC"])
    assert [(name.text, name.label_) for name in names_of(doc)] == [("Ann", "PERSON"), ("Acme", "ORG"), ("Oslo", "LOC")]


PARTS = ("tagger", "parser", "ner", "lemmatizer")


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("PERSON", "PERSON"),
        ("PER", "PERSON"),  # CoNLL
        ("GPE", "LOC"),  # OntoNotes: a state or town that acts
        ("FAC", "LOC"),
        ("NORP", None),  # a nationality is no organisation
        ("MISC", None),
        ("DATE", None),  # dates are found by rules
    ],
)
def test_a_name_bears_one_of_our_labels_or_is_none(label: str, ours: str | None) -> None:
    doc = relabelled(Doc(VOCAB, words=["Ann", "left"], ents=[f"B-{label}", "O"]))
    assert [ent.label_ for ent in doc.ents] == ([] if ours is None else [ours])


def model(
    relations: list[str], names: list[str], parts: tuple[str, ...] = PARTS, language_code: str = "en"
) -> Language:
    """A pipeline with these labels and no weights."""
    language = spacy.blank(language_code)
    for part in parts:
        pipe = language.add_pipe("trainable_lemmatizer" if part == "lemmatizer" else part)
        for label in {"parser": relations, "ner": names}.get(part, []):
            pipe.add_label(label)  # type: ignore[attr-defined]
    return language


UNIVERSAL = ["nsubj", "nsubj:pass", "obj", "obl", "case", "nmod"]
NAMES = ["PERSON", "ORG", "LOC"]


def test_schemes_are_told_by_their_labels() -> None:
    assert scheme_of(model(UNIVERSAL, NAMES)) == "universal"
    assert scheme_of(model(["nsubj", "nsubjpass", "dobj", "pobj", "prep"], ["PERSON", "ORG", "GPE"])) == "ontonotes"


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [
        (([], [], ()), "no tagger and no parser and no ner"),
        ((UNIVERSAL, NAMES, ("parser", "ner", "lemmatizer")), "no tagger"),
        ((UNIVERSAL, NAMES, ("tagger", "parser", "ner")), "no lemmatizer"),
        ((UNIVERSAL, NAMES, PARTS, "de"), "not of English"),
        ((UNIVERSAL, ["GENE", "DRUG"]), "names of the model"),
        ((["sb", "oa"], NAMES), "relations of the model"),  # the German scheme
    ],
)
def test_a_model_that_lacks_something_is_refused(labels: tuple[Any, ...], complaint: str) -> None:
    with pytest.raises(IncompatibleModel, match=complaint):
        scheme_of(model(*labels))
