"""One analysis of several: every word has the tag that most give it and hangs where most hang it."""

from collections import Counter
from collections.abc import Sequence
from operator import eq
from typing import TypeVar

T = TypeVar("T")
Arc = tuple[int, str]  # the place of the head in the sentence (the root's is its own) and the relation to it
Tree = Sequence[Arc]  # an arc for each word


def voted(trees: Sequence[Tree]) -> Tree:
    """The arcs that most trees have, the first tree deciding between equals.

    Sagae and Lavie (2006), Parser Combination by Reparsing, without weights. The heads are voted on before the
    relations, for two parsers that agree on the head and not on its name agree on what matters. Arcs that make no tree
    give way to the tree that has most of them.
    """
    arcs = [_arc(list(arcs)) for arcs in zip(*trees, strict=True)]
    return arcs if is_tree(arcs) else max(trees, key=lambda tree: sum(map(eq, tree, arcs)))


def most(votes: Sequence[T]) -> T:
    """The value with most votes; of several that have as many, the first voter's if it is one, else the earliest."""
    counts = Counter(votes)
    return max(counts, key=counts.__getitem__)


def _arc(arcs: Sequence[Arc]) -> Arc:
    head = most([head for head, _ in arcs])
    return head, most([relation for other, relation in arcs if other == head])


def is_tree(arcs: Tree) -> bool:
    """Whether one word is the root and every other leads up to it."""
    above = [head for head, _ in arcs]
    roots = [at for at, head in enumerate(above) if at == head]
    if len(roots) != 1:
        return False
    reached = set(roots)
    for start in range(len(arcs)):
        path: list[int] = []
        at = start
        while at not in reached:
            if at in path:
                return False
            path.append(at)
            at = above[at]
        reached.update(path)
    return True
