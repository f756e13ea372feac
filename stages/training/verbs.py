"""Annotated short sentences for verbs that treebanks hardly know, so that their forms get the right lemma."""

from collections.abc import Iterator

from stages.training.treebanks import BadTreebank, Sentence, Word
from stages.words.wordlists import words_of

VOWELS = "aeiou"
SLOT = "_"


def forms_of(line: str) -> dict[str, str]:
    """The forms of a verb by tag; `line` is the base form, followed by past and participle if irregular."""
    base, *irregular = line.split()
    past, participle = irregular if len(irregular) == 2 else (_with_ed(base), _with_ed(base))
    return {
        "VB": base,
        "VBP": base,
        "VBZ": _with_s(base),
        "VBG": _with_ing(base),
        "VBD": past,
        "VBN": participle,
    }


DOUBLED = words_of("bar expel gas gun hit kidnap overrun patrol quit rebel repel shut stab strip swap teargas trap")


def _stem(base: str) -> str:
    return base + base[-1] if base in DOUBLED else base


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return _stem(base) + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return _stem(base) + "es"
    return base + "s"


def verb_sentences(verbs: str, frames: str) -> Iterator[Sentence]:
    """Every verb in every frame, without parts of speech and morphology, which the frames do not state."""
    lines = [line for line in frames.splitlines() if line.strip() and not line.startswith("# ")]
    for verb in verbs.splitlines():
        if verb.strip() and not verb.startswith("#"):
            forms = forms_of(verb)
            for line in lines:
                yield _filled(line, verb.split()[0], forms)


def _filled(frame: str, lemma: str, forms: dict[str, str]) -> Sentence:
    cells = [token.split("|") for token in frame.split(" ")]
    words: list[Word] = []
    for at, cell in enumerate(cells):
        if len(cell) != 5:
            raise BadTreebank(f"a frame's token holds {len(cell)} fields instead of 5: {'|'.join(cell)!r}")
        form, base, tag, head, dep = cell
        is_verb = form == SLOT
        shown = forms[tag] if is_verb else form
        words.append(
            Word(
                form=shown if at else shown[:1].upper() + shown[1:],
                lemma=lemma if is_verb else base,
                pos="",
                tag=tag,
                morph="",
                head=at if head == "0" else int(head) - 1,
                dep="ROOT" if head == "0" else dep,
                space=at + 1 < len(cells) and cells[at + 1][0] not in (".", ","),
            )
        )
    return Sentence(tuple(words), opens_document=True, opens_paragraph=False)
