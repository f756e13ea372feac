"""The rules over trees hold on whatever a parser makes of a sentence."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from schemas.columns import SOURCE_KINDS, STATUSES
from stages.claims import claims_in
from stages.counts import count_of, counts_in
from stages.dates import date_of, dates_in
from stages.document import Document
from stages.sources import source_of
from stages.status import status_of
from tests.stages.frozen import analyses, doc_of, ladder, vocab
from tests.stages.parsed import STRINGS

WORDS = [
    ("soldiers", "NNS"), ("said", "VBD"), ("killed", "VBN"), ("that", "IN"), ("not", "RB"), ("will", "MD"), ("“", "``"),
    ("”", "''"), ("12", "CD"), ("dozens", "NNS"), ("of", "IN"), ("video", "NN"), ("claiming", "VBG"), ("to", "TO"),
    ("show", "VB"), ("according", "VBG"), ("Omar", "NNP"), ("Monday", "NNP"), ("reports", "NNS"),
    (",", ","), ("he", "PRP"),
    ("denied", "VBD"), ("attack", "NN"), ("if", "IN"), ("and", "CC"), ("since", "IN"), ("2011", "CD"), ("?", "."),
    ("fled", "VBD"), ("wounded", "VBN"), ("when", "WRB"), ("killing", "VBG"), ("more", "JJR"), ("than", "IN"),
]  # fmt: skip
RELATIONS = [
    "nsubj", "obj", "obl", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "nmod", "amod", "case", "mark", "aux",
    "advmod", "det", "punct", "parataxis", "compound", "appos", "obl:agent", "nsubj:pass",
]  # fmt: skip
POS = {"N": "NOUN", "V": "VERB", "C": "NUM", "P": "PRON", "M": "AUX", "R": "ADV"}


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """A sentence of up to 14 words, each hung on one before it."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    heads = [0] + [draw(st.integers(0, at - 1)) for at in range(1, len(words))]
    deps = ["ROOT"] + [draw(st.sampled_from(RELATIONS)) for _ in words[1:]]
    return Doc(
        STRINGS,
        words=[word for word, _ in words],
        tags=[tag for _, tag in words],
        pos=["PROPN" if tag == "NNP" else POS.get(tag[0], "X") for _, tag in words],
        lemmas=[word for word, _ in words],
        heads=heads,
        deps=deps,
    )


@given(trees())
def test_every_token_has_a_status_and_sources_stay_in_the_text(doc: Doc) -> None:
    for token in doc:
        assert status_of(token).code in STATUSES
        source = source_of(token)
        if source is not None:
            assert source.kind in SOURCE_KINDS
            assert 0 <= source.span.start < source.span.end <= len(doc)


@given(trees())
def test_counts_and_dates_stay_in_the_text(doc: Doc) -> None:
    dates = dates_in(doc[:], None)
    for token in doc:
        count = count_of(token)
        assert count is None or 0 <= count.start < count.end <= len(doc)
        assert date_of(token, dates) in [None, *dates]
    for count in counts_in(doc[:]):
        assert count.low is None or count.high is None or count.low <= count.high


def misread(doc: Doc, random: Random) -> Doc:
    """The Doc with some of its words hung elsewhere, or by another relation, as a parser that errs would."""
    heads, deps = [token.head.i for token in doc], [token.dep_ for token in doc]
    for token in doc:
        if deps[token.i] == "ROOT" or random.random() > 0.15:
            continue
        near = [other.i for other in token.sent if not lies_under(other.i, token.i, heads)]
        heads[token.i], deps[token.i] = random.choice(near), random.choice(RELATIONS)
    return Doc(
        STRINGS,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=heads,
        deps=deps,
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "" for token in doc],
    )


def lies_under(lower: int, upper: int, heads: list[int]) -> bool:
    """Whether one word hangs on another, or on what hangs on it."""
    while lower != upper and heads[lower] != lower:
        lower = heads[lower]
    return lower == upper


def quoted(row: dict[str, object], name: str, doc: Doc) -> Span | None:
    """The words a slot quotes, by its offsets."""
    return doc.char_span(int(str(row[f"{name}_raw_start_char"])), int(str(row[f"{name}_raw_end_char"])))


@given(st.sampled_from(sorted(analyses())), st.randoms(use_true_random=False))
def test_a_misread_sentence_costs_no_document(text: str, random: Random) -> None:
    doc = misread(doc_of(text), random)
    document = Document.plain(text)
    for claim in claims_in(doc, document, vocab=vocab(), ranks=ladder()):
        row = claim.row(document)
        assert row["status"] in STATUSES
        for name in ("actor", "target", "recipient", "place", "source", "count", "date"):
            if row[f"{name}_text"] is not None:
                span = quoted(row, name, doc)
                assert span is not None
                assert span.text == row[f"{name}_text"]
