"""The training texts of names, put together: real texts, copies of them with other names, and written passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from stages.training.names import Named, in_capitals, with_names_replaced
from stages.training.sentences import Grammar, person, written
from stages.training.spellings import Dice

# What stands in for an organisation of several words, and for one of a single word.
LONG_ORGANISATIONS = ("unit", "agency", "group", "group", "body", "outlet", "company")
SHORT_PLACES = ("city", "respelt", "town", "country", "settlement")
LONG_PLACES = ("facility", "area", "settlement", "province_name", "water")


@dataclass(frozen=True)
class Recipe:
    """Shares and amounts of the name corpus; the figures are those of the model card."""

    passages: int = 6500  # written, of one to four sentences
    elsewhere: float = 0.25  # share of written passages that are of other things than conflict
    replaced: float = 0.5  # share of real texts that get a copy with other names
    capitals: float = 0.08  # share of all texts that get a copy in capitals
    headline_capitals: float = 0.04  # share of written passages whose first block stands in capitals
    boilerplate: float = 0.35  # share of written passages that hold page furniture
    ends_block: float = 0.4  # share of all texts that end in an empty line, as blocks do at run time


def names_corpus(real: Sequence[Named], grammar: Grammar, dice: Dice, recipe: Recipe) -> list[Named]:
    """Every real text, copies with other names, written passages, and copies of all kinds in capitals; not shuffled."""
    texts = [named for named in real if named.text.strip()]
    texts += [
        with_names_replaced(named, lambda label, old: name_like(label, old, grammar, dice))
        for named in list(texts)
        if named.names and dice.random() < recipe.replaced
    ]
    texts += [passage(grammar, dice, recipe) for _ in range(recipe.passages)]
    texts += [in_capitals(named) for named in texts if dice.random() < recipe.capitals]
    return [
        Named(f"{named.text.rstrip()}\n\n", named.names) if dice.random() < recipe.ends_block else named
        for named in texts
    ]


def name_like(label: str, old: str, grammar: Grammar, dice: Dice) -> str:
    """Another name of the same label and about the same shape."""
    is_short = " " not in old.strip()
    if label == "PERSON":
        return person(grammar, dice, dice.choice(("family", "family", "given")) if is_short else "whole")
    if label == "LOC":
        return written(grammar, dice.choice(SHORT_PLACES if is_short else LONG_PLACES), dice).text
    if is_short and old.isupper() and len(old) <= 5:
        return written(grammar, "acronym", dice).text
    for _ in range(8):
        new = written(grammar, dice.choice(LONG_ORGANISATIONS), dice).text
        if (" " in new) is not is_short:
            break
    return new


def passage(grammar: Grammar, dice: Dice, recipe: Recipe) -> Named:
    """One to four written sentences, some in blocks of their own, some with page furniture around them."""
    slot = "elsewhere" if dice.random() < recipe.elsewhere else "sentence"
    sentences = [written(grammar, slot, dice) for _ in range(dice.randint(1, 4))]
    if dice.random() < recipe.headline_capitals:
        sentences[0] = in_capitals(sentences[0])
    if dice.random() < recipe.boilerplate:
        at = dice.randint(0, len(sentences))
        sentences.insert(at, written(grammar, "boilerplate", dice))
    whole = sentences[0]
    for sentence in sentences[1:]:
        ends = whole.text.endswith((".", "!", "?", '"', "”", "’"))
        whole = joined(whole, " " if ends and dice.random() < 0.75 else "\n\n", sentence)
    return whole


def joined(first: Named, between: str, second: Named) -> Named:
    """Two texts as one."""
    shift = len(first.text) + len(between)
    moved = tuple((start + shift, end + shift, label) for start, end, label in second.names)
    return Named(first.text + between + second.text, first.names + moved)
