"""The training passages of syntax: of treebanks, some sentence by sentence, and copies as bad scraping leaves them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stages.training.casing import as_headline, in_capitals, without_final_stop
from stages.training.spellings import Dice
from stages.training.treebanks import Sentence


@dataclass(frozen=True)
class Shares:
    """Shares of the passages that are treated so; the figures are those of the model card."""

    apart: float = 0.5  # every sentence becomes a Doc of its own: the parser is given its sentences at run time
    run_on: float = 0.5  # no empty line between paragraphs
    capitals: float = 0.08  # get a copy in capitals
    headlines: float = 0.05  # give four copies of sentences as headlines
    unstopped: float = 0.08  # get a copy in which every sentence is a block without a final full stop


def syntax_corpus(passages: Iterable[list[Sentence]], dice: Dice, shares: Shares) -> list[list[Sentence]]:
    """Every passage and its copies; not shuffled."""
    made: list[list[Sentence]] = []
    for whole in passages:
        is_run_on = dice.random() < shares.run_on
        passage = [replace(sentence, opens_paragraph=False) for sentence in whole] if is_run_on else whole
        if dice.random() < shares.apart:
            made += [[sentence] for sentence in passage]
        else:
            made.append(passage)
        if dice.random() < shares.capitals:
            made.append([in_capitals(sentence) for sentence in passage])
        if dice.random() < shares.headlines:
            made += [[as_headline(sentence)] for sentence in passage[:4]]
        if dice.random() < shares.unstopped:
            made.append([replace(without_final_stop(sentence), opens_paragraph=True) for sentence in passage])
    return made
