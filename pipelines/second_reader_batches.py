"""Lessons of the second reader as batches of tensors."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from pipelines.encoder_batches import UNKNOWN
from pipelines.encoder_model import MASKED
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import NONE
from stages.second_reader.questions import Hints, Labels, Reading, arrays_of
from stages.training.lessons import Lesson

SCALARS = ("type", "status")


def tensors_of(
    batch: Sequence[Lesson], labels: Labels, known: WordPieces, dropped: float, dice: Random
) -> dict[str, Tensor]:
    """The inputs of a batch and the truth: `true_words` (lessons x words), `true_type`, `true_status`, `true_count` (1,
    0 or -1 where not known), `right` (lessons x roles x (words + 1)) and `is_known` (lessons x roles).

    That share of what the rules and the lexicon say is left out at random, so that the network learns to do without.
    """
    shown = [_thinned(lesson, dropped, dice) for lesson in batch]
    arrays = [
        arrays_of(lesson.window, labels, hints, known, lesson.trigger, reading)
        for lesson, (hints, reading) in zip(batch, shown, strict=True)
    ]
    made = {name: _padded([each[name] for each in arrays]) for name in arrays[0] if name not in SCALARS}
    made |= {name: torch.tensor(np.array([each[name][0] for each in arrays])) for name in SCALARS}
    sizes = torch.tensor([len(each["ids"]) for each in arrays])
    is_there = torch.arange(int(sizes.max()))[None] < sizes[:, None]
    made["mask"] = (~is_there[:, None, None]).float() * MASKED
    words = torch.tensor([len(lesson.window.tokens) for lesson in batch])
    made["is_word"] = torch.arange(int(words.max()))[None] < words[:, None]
    return made | _truth(batch, [reading for _, reading in shown], labels, int(words.max()))


def _thinned(lesson: Lesson, dropped: float, dice: Random) -> tuple[Hints, Reading | None]:
    """The hints and the reading of a lesson without those that are left out."""
    hints, reading = lesson.hints, lesson.reading
    tokens = [token.i for token in lesson.window.tokens]
    possible = {
        at: [name for name in sorted(hints.possible[at]) if dice.random() >= dropped]
        for at in tokens
        if at in hints.possible
    }
    told = {} if dice.random() < dropped else hints.told
    if reading is not None and dice.random() < dropped:
        reading = None
    if reading is not None:
        marks = {name: mark for name, mark in reading.marks.items() if dice.random() >= dropped}
        reading = Reading(reading.type_code, reading.status, marks)
    return Hints(possible, told), reading


def _padded(arrays: Sequence[np.ndarray]) -> Tensor:
    """Arrays of one number of dimensions as one, filled up with nothing."""
    if arrays[0].ndim == 1:
        return pad_sequence([torch.from_numpy(each) for each in arrays], batch_first=True)
    rows, columns = (max(each.shape[axis] for each in arrays) for axis in (0, 1))
    made = np.zeros((len(arrays), rows, columns), dtype=arrays[0].dtype)
    for at, each in enumerate(arrays):
        made[at, : each.shape[0], : each.shape[1]] = each
    return torch.from_numpy(made)


def _truth(batch: Sequence[Lesson], shown: Sequence[Reading | None], labels: Labels, words: int) -> dict[str, Tensor]:
    made = {
        "true_words": torch.full((len(batch), words), UNKNOWN),
        "true_type": torch.full((len(batch),), UNKNOWN),
        "true_status": torch.full((len(batch),), UNKNOWN),
        "true_count": torch.full((len(batch),), -1.0),
        "right": torch.zeros(len(batch), len(labels.roles), words + 1),
        "is_known": torch.zeros(len(batch), len(labels.roles)),
    }
    for at, lesson in enumerate(batch):
        if lesson.told is not None:
            for place, token in enumerate(lesson.window.tokens[lesson.window.before :], start=lesson.window.before):
                made["true_words"][at, place] = labels.types.index(lesson.told.get(token.i, NONE))
        elif lesson.truth is None:
            made["true_type"][at] = labels.types.index(NONE)
        else:
            made["true_type"][at] = labels.types.index(lesson.truth.type_code)
            made["true_status"][at] = labels.statuses.index(lesson.truth.status)
            if shown[at] is not None and lesson.count != (None, None):
                made["true_count"][at] = float(lesson.count == lesson.truth.count)
            for role, place in _right_places(lesson, labels, words):
                made["right"][at, role, place] = made["is_known"][at, role] = 1
    return made


def _right_places(lesson: Lesson, labels: Labels, words: int) -> Iterator[tuple[int, int]]:
    """The roles and the places of the words that fill them rightly; nobody stands behind the last word."""
    place = {token.i: at for at, token in enumerate(lesson.window.tokens)}
    fillers = lesson.truth.fillers if lesson.truth is not None else {}
    for at, role in enumerate(labels.roles):
        if role not in fillers:
            yield at, words
        else:
            yield from ((at, place[token]) for token in fillers[role] if token in place)
