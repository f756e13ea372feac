"""Written and annotated reports of conflict: templates of dependency trees, filled by dice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stages.training.sentences import Grammar, person
from stages.training.spellings import Dice
from stages.training.treebanks import BadTreebank, Sentence, Word
from stages.training.verbs import forms_of

Templates = Mapping[str, Sequence[str]]
NAMES = {"town": "city", "land": "country"}  # slots of names of places, and the sections of the grammar they are in
VERBS = "harm"  # the section of verbs
NO_BLANK = frozenset({",", ".", ":", "-"})  # what follows the word before without a blank
QUOTES = {"``": "“", "''": "”"}  # by their tags
CURLY = 0.5  # share of sentences with curly quotation marks
VOWELS = tuple("aeiou")


@dataclass(frozen=True)
class Node:
    """A word of a phrase: its form, lemma and tag, the place of its head in the phrase (its own for the phrase's head)
    and its relation.
    """

    form: str
    lemma: str
    tag: str
    head: int
    relation: str


def templates_in(text: str) -> dict[str, list[str]]:
    """The sections of a file of reports; raises BadTreebank at a line before the first."""
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = found.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("# "):
            if lines is None:
                raise BadTreebank(f"a line before the first section: {line[:60]!r}")
            lines.append(line)
    return found


def report_sentences(text: str, grammar: Grammar, dice: Dice, copies: int) -> Iterator[Sentence]:
    """So many sentences of every template, without parts of speech and morphology, which the templates do not state."""
    templates = templates_in(text)
    for line in templates["report"]:
        for _ in range(copies):
            yield _sentence(_phrase(line, templates, grammar, dice), is_curly=dice.random() < CURLY)


def _phrase(line: str, templates: Templates, grammar: Grammar, dice: Dice) -> list[Node]:
    """One template with its slots filled; the heads count within the whole phrase."""
    parts: list[list[Node]] = []
    links: list[tuple[int, str]] = []
    for token in line.split(" "):
        cell = token.split("|")
        if len(cell) not in (3, 5):
            raise BadTreebank(f"a token of a report holds {len(cell)} fields instead of 3 or 5: {token!r}")
        is_slot = len(cell) == 3
        parts.append(
            _filler(cell[0].strip("{}"), templates, grammar, dice)
            if is_slot
            else [Node(cell[0], cell[1], cell[2], 0, "root")]
        )
        links.append((int(cell[-2]) - 1, cell[-1]))
    starts = [sum(map(len, parts[:at])) for at in range(len(parts))]
    heads = [start + _head_of(part) for start, part in zip(starts, parts, strict=True)]
    made: list[Node] = []
    for part, start, (head, relation) in zip(parts, starts, links, strict=True):
        for at, node in enumerate(part):
            if node.head != at:
                made.append(replace(node, head=node.head + start))
            else:
                own = node.relation if node.relation != "root" else relation
                made.append(replace(node, head=heads[head] if head >= 0 else start + at, relation=own))
    return made


def _head_of(phrase: Sequence[Node]) -> int:
    return next(at for at, node in enumerate(phrase) if node.head == at)


def _filler(slot: str, templates: Templates, grammar: Grammar, dice: Dice) -> list[Node]:
    """The phrase that a slot becomes: a name, a number, a verb in the form asked for, or one of its section."""
    name, _, tag = slot.partition(":")
    if name == VERBS:
        verb = dice.choice(templates[VERBS])
        return [Node(forms_of(verb)[tag], verb.split()[0], tag, 0, "root")]
    if name == "digits":
        number = str(dice.randint(2, 99) if dice.random() < 0.7 else dice.randint(100, 999))
        return [Node(number, number, "CD", 0, "root")]
    if name in NAMES:
        return _name(_plain(lambda: dice.choice(grammar[NAMES[name]].expansions)))
    if name in ("given", "surname", "bare"):
        return _name(_plain(lambda: person(grammar, dice, "given" if name == "given" else "family").split(" ")[-1]))
    if name not in templates:
        raise BadTreebank(f"no section fills the slot {slot!r} of a report")
    return _phrase(dice.choice(templates[name]), templates, grammar, dice)


def _plain(draw: Callable[[], str]) -> str:
    """A name of letters and blanks only, since others are cut into tokens that a template does not know."""
    while not (name := draw()).replace(" ", "").isalpha():
        pass
    return name


def _name(name: str) -> list[Node]:
    words = name.split()
    last = len(words) - 1
    return [Node(word, word, "NNP", last, "root" if at == last else "compound") for at, word in enumerate(words)]


def _sentence(nodes: Sequence[Node], *, is_curly: bool) -> Sentence:
    words: list[Word] = []
    for at, node in enumerate(nodes):
        follows = nodes[at + 1] if at + 1 < len(nodes) else None
        form = QUOTES.get(node.tag, node.form) if is_curly else node.form
        if form in ("a", "A") and follows is not None and follows.form.lower().startswith(VOWELS):
            form += "n"
        is_apart = follows is not None and follows.form not in NO_BLANK and follows.tag != "''"
        words.append(
            Word(
                form=form if at else form[:1].upper() + form[1:],
                lemma=node.lemma,
                pos="",
                tag=node.tag,
                morph="",
                head=node.head,
                dep="ROOT" if node.head == at else node.relation,
                space=is_apart and node.form != "-" and node.tag != "``",
            )
        )
    return Sentence(tuple(words), opens_document=True, opens_paragraph=False)
