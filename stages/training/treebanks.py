"""Universal Dependencies treebanks (CoNLL-U) as spaCy Docs of a few sentences each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.vocab import Vocab

BREAK = "\n\n"  # what parts two blocks of a document at run time
SENTENCES = 8  # a Doc; long enough to learn sentence boundaries, short enough for batches of 1,000 words


class BadTreebank(ValueError):
    """A CoNLL-U line that does not hold ten columns, or a head outside its sentence."""


@dataclass(frozen=True)
class Word:
    """One syntactic word of a treebank; `head` is an index in the sentence, its own for the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True)
class Sentence:
    """One sentence of a treebank, and whether it opens a document or a paragraph."""

    words: tuple[Word, ...]
    opens_document: bool
    opens_paragraph: bool

    @property
    def text(self) -> str:
        return "".join(word.form + " " * word.space for word in self.words).rstrip()


def sentences_in(conllu: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U text, without empty nodes; the words of a contraction stay apart."""
    for block in conllu.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if words := _words_of([line.split("\t") for line in lines if not line.startswith("#")]):
            comments = [line for line in lines if line.startswith("#")]
            yield Sentence(
                words,
                opens_document=any(line.startswith("# newdoc") for line in comments),
                opens_paragraph=any(line.startswith("# newpar") and "block" not in line for line in comments),
            )


def _words_of(rows: list[list[str]]) -> tuple[Word, ...]:
    glued: dict[int, bool] = {}  # the words of a contraction, and whether a blank follows each
    words: list[Word] = []
    for row in rows:
        if len(row) != 10:
            raise BadTreebank(f"a CoNLL-U line holds {len(row)} columns instead of 10: {' '.join(row)[:60]!r}")
        number, form, lemma, pos, tag, morph, head, dep, _, misc = row
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            first, last = map(int, number.split("-"))
            glued |= dict.fromkeys(range(first, last), False) | {last: space}
        elif "." not in number:
            at = int(number)
            morph = "" if morph == "_" else morph
            root = int(head) == 0
            words.append(
                Word(
                    form=form.replace("\xa0", " ").replace(" ", ""),
                    lemma=lemma,
                    pos=pos,
                    tag=tag,
                    morph=morph,
                    head=at - 1 if root else int(head) - 1,
                    dep="ROOT" if root else dep,
                    space=glued.get(at, space),
                )
            )
    if any(not 0 <= word.head < len(words) for word in words):
        raise BadTreebank(f"a head lies outside its sentence: {' '.join(word.form for word in words)[:60]!r}")
    return tuple(words)


def passages_of(sentences: Iterator[Sentence], size: int = SENTENCES) -> Iterator[list[Sentence]]:
    """Runs of at most `size` sentences of one document."""
    passage: list[Sentence] = []
    for sentence in sentences:
        if passage and (sentence.opens_document or len(passage) == size):
            yield passage
            passage = []
        passage.append(sentence)
    if passage:
        yield passage


def doc_of(passage: list[Sentence], vocab: Vocab, *, ends_block: bool = False) -> Doc:
    """One Doc with gold tags, lemmas, heads and sentence starts.

    Paragraphs are parted by a token of two line breaks, which also closes a passage that ends a block.
    """
    words: list[Word] = []
    starts: list[bool] = []
    for position, sentence in enumerate(passage):
        if position and sentence.opens_paragraph:
            _break_after(words)
            starts.append(False)
        elif position:
            words[-1] = replace(words[-1], space=True)
        offset = len(words)
        words += [replace(word, head=word.head + offset) for word in sentence.words]
        starts += [index == 0 for index in range(len(sentence.words))]
    if ends_block:
        _break_after(words)
        starts.append(False)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        sent_starts=starts,  # type: ignore[arg-type]
    )


def _break_after(words: list[Word]) -> None:
    words[-1] = replace(words[-1], space=False)
    words.append(Word(BREAK, BREAK, "SPACE", "_SP", "", len(words) - 1, "dep", space=False))
