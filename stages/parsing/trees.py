"""Trees of dependencies from the scores that a parser gives to every possible head."""

import numpy as np
from numpy.typing import NDArray

ONE_ROOT = 1e6  # taken off the scores of the root, so that it heads one word and no second where one will do

Scores = NDArray[np.floating]
Heads = NDArray[np.intp]


def best_tree(scores: Scores) -> list[int]:
    """The head of every word: the place of its column in `scores` (words x the root and the words), 0 for the one top.

    The tree of the highest sum of log-likelihoods (Chu and Liu 1965, Edmonds 1967).
    """
    words = len(scores)
    likely = np.full((words + 1, words + 1), -np.inf)  # of each row's head, the root's own row among them
    likely[1:] = scores
    likely[np.arange(words + 1), np.arange(words + 1)] = -np.inf  # nothing hangs on itself
    heads = likely.argmax(axis=1)
    if np.count_nonzero(heads[1:] == 0) == 1 and not _cycle_in(heads):
        return [int(head) for head in heads[1:]]
    peak = likely[1:].max(axis=1, keepdims=True)
    likely[1:] -= peak + np.log(np.exp(likely[1:] - peak).sum(axis=1, keepdims=True))
    likely[1:, 0] -= ONE_ROOT
    return [int(head) for head in _spanning(likely)[1:]]


def _spanning(likely: Scores) -> Heads:
    """The best head of every node but the first; a cycle is taken for one node, until there is none."""
    heads: Heads = likely.argmax(axis=1)
    cycle = _cycle_in(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(likely)), inside)
    kept = likely[inside, heads[inside]]
    entering = likely[np.ix_(inside, outside)] - kept[:, None]  # what it costs to break the cycle at each node
    leaving = likely[np.ix_(outside, inside)]
    joined = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    joined[:-1, :-1] = likely[np.ix_(outside, outside)]
    joined[-1, :-1], joined[:-1, -1] = entering.max(axis=0), leaving.max(axis=1)
    above = _spanning(joined)
    for at, head in enumerate(above[:-1]):
        if at:
            heads[outside[at]] = inside[leaving[at].argmax()] if head == len(outside) else outside[head]
    broken = int(entering[:, above[-1]].argmax())
    heads[inside[broken]] = outside[above[-1]]
    return heads


def _cycle_in(heads: Heads) -> list[int]:
    """The nodes of a cycle, the first of all; none where everything leads up to node 0."""
    reached = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        at = start
        while at not in reached:
            if at in path:
                return path[path.index(at) :]
            path.append(at)
            at = int(heads[at])
        reached.update(path)
    return []
