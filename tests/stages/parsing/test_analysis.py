from collections.abc import Iterator

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline.dep_parser import DEFAULT_PARSER_MODEL
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import seeds
from stages.parsing.analysis import BATCH, BATCH_CHARS, analyse, batches_of, is_in_capitals, settle_boundaries
from stages.parsing.language import IncompatibleModel

RELATIONS = ["nsubj", "nsubj:pass", "obj", "obl", "case", "nmod", "det", "punct", "ROOT"]
TEXTS = [
    "Two men left the town . They went to the coast .",
    "Nobody came .",
    "",
    "The road was cut . Tanks stood on it . A third sentence .",
]


@pytest.fixture(scope="module")
def language() -> Language:
    """A pipeline with random weights over one shared tok2vec: its parses are wrong, but always the same."""
    spacy.util.fix_random_seed(5)
    made = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    made.add_pipe("tok2vec")
    for name in ("senter", "tagger"):
        model = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
        made.add_pipe(name, config={"model": model})
    made.add_pipe("trainable_lemmatizer")
    parser = made.add_pipe("parser", config={"model": {**DEFAULT_PARSER_MODEL, "tok2vec": listener}})
    ner = made.add_pipe("ner")
    for label in RELATIONS:
        parser.add_label(label)  # type: ignore[attr-defined]
    for label in ("PERSON", "ORG", "LOC"):
        ner.add_label(label)  # type: ignore[attr-defined]
    made.initialize(lambda: list(examples(made)))
    return made


def examples(language: Language) -> Iterator[spacy.training.Example]:
    for text in TEXTS:
        words = text.split()
        if words:
            heads = [max(at - 1, 0) for at in range(len(words))]
            doc = Doc(
                language.vocab,
                words=words,
                tags=["NN"] * len(words),
                lemmas=[word.lower() for word in words],
                heads=heads,
                deps=["ROOT", *(RELATIONS[at % 8] for at in range(1, len(words)))],
                ents=["B-PERSON", *(["O"] * (len(words) - 1))],
            )
            yield spacy.training.Example(language.make_doc(doc.text), doc)


def analysed(language: Language, needs_parse: object = None) -> list[Doc]:
    return [doc for doc, _ in analyse(((text, None) for text in TEXTS), language, needs_parse)]  # type: ignore[arg-type]


def arcs(sentence: Span) -> list[tuple[int, str]]:
    return [(token.head.i, token.dep_) for token in sentence]


def is_even(sentence: Span) -> bool:
    return len(sentence) % 2 == 0


def test_a_parse_is_the_same_whichever_others_are_made(language: Language) -> None:
    whole, part = analysed(language), analysed(language, is_even)
    compared = 0
    for one, other in zip(whole, part, strict=True):
        assert [sentence.start for sentence in one.sents] == [sentence.start for sentence in other.sents]
        for left, right in zip(one.sents, other.sents, strict=True):
            if is_even(left):
                assert arcs(left) == arcs(right)
                compared += 1
            else:
                assert {dep for _, dep in arcs(right)} == {"dep"}
                assert {head for head, _ in arcs(right)} == {right.start}
    assert compared


def test_names_tags_and_text_do_not_depend_on_the_parse(language: Language) -> None:
    for one, other in zip(analysed(language), analysed(language, lambda _: False), strict=True):
        assert one.text == other.text
        assert [(token.tag_, token.lemma_, token.ent_iob_) for token in one] == [
            (token.tag_, token.lemma_, token.ent_iob_) for token in other
        ]


def test_every_text_comes_back_with_its_context(language: Language) -> None:
    pairs = list(analyse(((text, at) for at, text in enumerate(TEXTS)), language))
    assert [(doc.text, at) for doc, at in pairs] == list(zip(TEXTS, range(len(TEXTS)), strict=True))


def test_a_model_over_a_transformer_parses_whole_texts(language: Language) -> None:
    made = spacy.blank("en", vocab=language.vocab)
    for name in language.pipe_names:
        made.add_pipe(name, source=language)
    made.add_pipe("sentencizer", name="transformer", first=True)
    (doc, _), *_ = analyse([(TEXTS[0], None)], made, lambda _: False)
    assert doc.has_annotation("DEP")
    assert {token.dep_ for token in doc} != {"dep"}


def test_an_incompatible_model_is_refused() -> None:
    with pytest.raises(IncompatibleModel, match="no tagger"):
        list(analyse([("Nobody came.", None)], spacy.blank("en")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He left . "|We stay .', ["He left .", '"We stay .']),  # a straight quote that opens
        ('He left .| "|We stay .', ["He left .", '"We stay .']),
        ('"We stay .|" He left .', ['"We stay ."', "He left ."]),  # and one that closes
        ("He left . “|We stay .", ["He left .", "“We stay ."]),
        ("( We stay .|) He left .", ["( We stay .)", "He left ."]),
        ("He left .| We stay .", ["He left .", "We stay ."]),
        ('He left . "We stay .', ["He left .", '"We stay .']),  # a quote behind a full stop, which the splitter missed
        ('He said "We stay .', ['He said "We stay .']),
        ("The pro|-Vik men left .", ["The pro-Vik men left ."]),  # no sentence starts inside a word
        ("He met Gen.| Sow .", ["He met Gen. Sow ."]),  # nor behind a rank
        ("They speak of 31 . The town fell .", ["They speak of 31 .", "The town fell ."]),  # a number may be the last
    ],
)
def test_quotes_go_with_the_sentence_they_enclose(text: str, expected: list[str]) -> None:
    """A bar stands where the splitter cut."""
    parts = [spacy.blank("en").make_doc(part) for part in text.split("|")]
    words, spaces, starts = [], [], []
    for number, part in enumerate(parts):
        kept = [token for token in part if not token.is_space]
        words += [token.text for token in kept]
        spaces += [bool(token.whitespace_) for token in kept]
        if text.split("|")[min(number + 1, len(parts) - 1)].startswith(" "):
            spaces[-1] = True
        starts += [at == 0 for at in range(len(kept))]
    doc = Doc(Vocab(), words=words, spaces=spaces, sent_starts=starts)
    settle_boundaries(doc)
    assert [sentence.text.strip() for sentence in doc.sents] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEN MEN LEFT VIK, A WITNESS SAID", True),
        ("The UN and NATO left Vik", False),  # initials alone
        ("A 5 !", False),  # no words
        ("", False),
    ],
)
def test_texts_in_capitals(text: str, expected: bool) -> None:
    assert is_in_capitals(spacy.blank("en").make_doc(text)) is expected


def test_words_in_capitals_have_lemmas_in_lower_case() -> None:
    language = spacy.load(seeds.MODEL)
    text = "TEN SOLDIERS DEFECTED FROM THE ARMY, OFFICIALS SAID."
    (doc, _), *_ = analyse([(text, None)], language)
    assert {token.lemma_ for token in doc} >= {"soldier", "defect", "army", "say"}


@given(st.lists(st.integers(0, 3 * BATCH_CHARS // 2), max_size=200))
def test_texts_are_analysed_together_in_bounded_batches(lengths: list[int]) -> None:
    texts = [(" " * length, at) for at, length in enumerate(lengths)]
    batches = list(batches_of(texts))
    assert [pair for batch in batches for pair in batch] == texts
    for batch in batches:
        assert 0 < len(batch) <= BATCH
        assert len(batch) == 1 or sum(len(text) for text, _ in batch) <= BATCH_CHARS
