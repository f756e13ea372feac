"""The analysis of texts at two speeds: names and tags everywhere, a dependency parse where it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from stages.parsing.language import relabelled, scheme_of, universal
from stages.parsing.tokenizer import RANK_NORMS

Context = TypeVar("Context")

PARSED = [
    TAG,
    POS,
    HEAD,
    DEP,
]  # what a parser settles; that of our own model settles tags too, see pipelines/encoder.py
BATCH = 64  # texts analysed together, at most
BATCH_CHARS = 200_000  # their characters, at most: vectors take some 3 KB for each
STOPS = frozenset({".", "!", "?"})
OPENING, CLOSING, STRAIGHT = frozenset("“‘([«"), frozenset("”)]»"), '"'
TITLES = frozenset(RANK_NORMS) - {"Jr.", "Sr."}
FIRST_WORDS = frozenset({"The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "But", "Two", "Three"})
WHOLE = frozenset({"transformer", "curated_transformer"})  # their parsers need the vectors of a whole text
UNPARSED = "dep"  # the relation of every word of a sentence that was not parsed, all hanging on its first


def analyse(
    texts: Iterable[tuple[str, Context]], language: Language, needs_parse: Callable[[Span], bool] | None = None
) -> Iterator[tuple[Doc, Context]]:
    """Each text with its Doc; only sentences of which `needs_parse` is true get a dependency parse (default: all).

    Every sentence is parsed by itself, so that its parse is the same whichever others are parsed. A model without a
    sentence splitter of its own, of the OntoNotes scheme or over a transformer parses everything.
    """
    is_universal = scheme_of(language) == "universal"
    if not is_universal or "senter" not in language.pipe_names or not WHOLE.isdisjoint(language.pipe_names):
        convert = relabelled if is_universal else universal
        for group in batches_of(texts):
            for doc, context in language.pipe(group, as_tuples=True, batch_size=BATCH):
                yield convert(doc), context
        return
    parser: Any = language.get_pipe("parser")
    for group in batches_of(texts):
        batch = list(language.pipe(group, as_tuples=True, batch_size=BATCH, disable=["parser"]))
        for doc, _ in batch:
            settle_boundaries(doc)
        _lemmatize_lowered([doc for doc, _ in batch if is_in_capitals(doc)], language)
        sentences = [
            sentence for doc, _ in batch for sentence in doc.sents if needs_parse is None or needs_parse(sentence)
        ]
        docs = (alone(sentence, is_tagged=True) for sentence in sentences)
        parses = parser.pipe(docs, batch_size=256)
        parsed = dict(zip(((id(sentence.doc), sentence.start) for sentence in sentences), parses, strict=True))
        for doc, context in batch:
            _attach(doc, parsed)
            yield relabelled(doc), context


def batches_of(texts: Iterable[tuple[str, Context]]) -> Iterator[list[tuple[str, Context]]]:
    """The texts in their order, in lists that are bounded in number and in characters, so that memory is."""
    batch: list[tuple[str, Context]] = []
    chars = 0
    for text, context in texts:
        if batch and (len(batch) == BATCH or chars + len(text) > BATCH_CHARS):
            yield batch
            batch, chars = [], 0
        batch.append((text, context))
        chars += len(text)
    if batch:
        yield batch


def is_in_capitals(doc: Doc) -> bool:
    """Whether most words of two letters or more are in capitals, as on an upper-case wire."""
    words = [token for token in doc if token.is_alpha and len(token) > 1]
    return 2 * sum(token.is_upper for token in words) > len(words)


def _lemmatize_lowered(docs: Sequence[Doc], language: Language) -> None:
    """Lemmas of all words but names as if they were in lower case, since no edit of capitals was ever learnt."""
    if not docs or not {"tok2vec", "trainable_lemmatizer"} <= set(language.pipe_names):
        return
    lowered: Iterable[Doc] = [
        Doc(doc.vocab, words=[token.lower_ for token in doc], spaces=[bool(token.whitespace_) for token in doc])
        for doc in docs
    ]
    for name in ("tok2vec", "trainable_lemmatizer"):
        pipe: Any = language.get_pipe(name)
        lowered = pipe.pipe(lowered, batch_size=BATCH)
    for doc, low in zip(docs, lowered, strict=True):
        for token, lower in zip(doc, low, strict=True):
            if token.is_upper and not token.ent_type_:
                token.lemma_ = lower.lemma_


def settle_boundaries(doc: Doc) -> None:
    """A sentence takes the quote or bracket that opens it and leaves the one that closes the sentence before.

    A quote that opens behind a full stop starts a sentence; what is glued to a word does not, nor what follows a rank.
    """
    for token, following in pairwise(doc):
        before = doc[token.i - 1] if token.i else None
        if token.text in TITLES and following.text[:1].isupper():
            following.is_sent_start = False  # "Lt. Col. | Omar Sow"
        elif _ends_in_figure(token, before) and following.text in FIRST_WORDS:
            following.is_sent_start = True  # "others speak of 31. | The next day"
        is_detached = before is None or bool(before.whitespace_) or before.is_space
        opens = token.text in OPENING or (token.text == STRAIGHT and is_detached and not token.whitespace_)
        closes = token.text in CLOSING or (token.text == STRAIGHT and not is_detached)
        if opens and following.is_sent_start and not following.is_space:
            token.is_sent_start, following.is_sent_start = True, False
        elif opens and before is not None and before.text in STOPS and not following.is_space:
            token.is_sent_start = True
        elif closes and token.is_sent_start and before is not None:
            token.is_sent_start, following.is_sent_start = False, True
        elif following.is_sent_start and not token.whitespace_ and token.text[-1:].isalnum():
            following.is_sent_start = False


def _ends_in_figure(token: Token, before: Token | None) -> bool:
    return token.text == "." and before is not None and before.text.isdigit() and not before.is_sent_start


def alone(sentence: Span, *, is_tagged: bool) -> Doc:
    """The sentence as a Doc of its own, with the vectors that the shared tok2vec gave it and, if asked, its tags."""
    alone = Doc(
        sentence.doc.vocab,
        words=[token.text for token in sentence],
        spaces=[bool(token.whitespace_) for token in sentence],
        tags=[token.tag_ for token in sentence] if is_tagged else None,
        pos=[token.pos_ for token in sentence] if is_tagged else None,
        sent_starts=[at == 0 for at in range(len(sentence))],
    )
    alone.tensor = sentence.doc.tensor[sentence.start : sentence.end]
    return alone


def _attach(doc: Doc, parsed: dict[tuple[int, int], Doc]) -> None:
    """Tags, heads and relations of the parsed sentences put into the Doc; the others are flat and keep their tags."""
    array: Any = doc.to_array(PARSED)
    unparsed = doc.vocab.strings.add(UNPARSED)
    for sentence in doc.sents:
        alone = parsed.get((id(doc), sentence.start))
        part = array[sentence.start : sentence.end]
        if alone is not None:
            part[:] = alone.to_array(PARSED)
        else:
            for at in range(len(part)):
                part[at, 2:] = ((-at) % 2**64, unparsed)
    doc.from_array(PARSED, array)
