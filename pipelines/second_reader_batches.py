"""Lessons of the second reader as batches of tensors."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from pipelines.encoder_batches import UNKNOWN
from pipelines.encoder_model import MASKED
from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import NONE
from stages.second_reader.questions import Hints, Labels, Reading, Window, claim_arrays, sentence_arrays
from stages.training.lessons import Lesson, Question, Truth

SCALARS = ("type", "status")


def sentences_of(
    batch: Sequence[Lesson], labels: Labels, known: WordPieces, dropped: float, dice: Random
) -> dict[str, Tensor]:
    """The windows of a batch: their arrays, `mask` (windows x 1 x 1 x pieces), `is_word` (windows x words) and the
    truth, `true_words` (windows x words).

    That share of what the rules and the lexicon say is left out at random, so that the network learns to do without.
    """
    arrays = [
        sentence_arrays(lesson.window, labels, _thinned_hints(lesson.hints, lesson.window, dropped, dice), known)
        for lesson in batch
    ]
    made = {name: _padded([each[name] for each in arrays]) for name in arrays[0]}
    sizes = torch.tensor([lesson.size for lesson in batch])
    words = torch.tensor([len(lesson.window.tokens) for lesson in batch])
    is_there = torch.arange(int(sizes.max()))[None] < sizes[:, None]
    made["mask"] = (~is_there[:, None, None]).float() * MASKED
    made["is_word"] = torch.arange(int(words.max()))[None] < words[:, None]
    made["true_words"] = torch.full((len(batch), int(words.max())), UNKNOWN)
    for at, lesson in enumerate(batch):
        for place, token in enumerate(lesson.window.tokens[lesson.window.before :], start=lesson.window.before):
            made["true_words"][at, place] = labels.types.index(lesson.told.get(token.i, NONE))
    return made


def claims_of(
    asked: Sequence[tuple[int, Lesson, Question]],
    sentences: Mapping[str, Tensor],
    labels: Labels,
    dropped: float,
    dice: Random,
) -> dict[str, Tensor]:
    """What is asked of the windows of a batch, each question with its window's place there: their arrays, and the
    truth: `true_type`, `true_status`, `true_count` (1, 0 or -1 where not known), `right` (questions x roles x (words +
    1)) and `is_known` (questions x roles)."""
    shown = [_thinned_reading(question.reading, dropped, dice) for _, _, question in asked]
    arrays = [
        claim_arrays(lesson.window, labels, question.trigger, reading)
        for (_, lesson, question), reading in zip(asked, shown, strict=True)
    ]
    words = sentences["is_word"].shape[1]
    window = torch.tensor([at for at, _, _ in asked])
    made = {name: torch.tensor(np.array([each[name][0] for each in arrays])) for name in SCALARS}
    for name in ("marks", "trigger"):
        values = _padded([each[name] for each in arrays])
        made[name] = torch.cat([values, values.new_zeros(len(asked), words - values.shape[1], *values.shape[2:])], 1)
    made |= {"window": window, **{name: sentences[name][window] for name in ("pool", "mask", "is_word")}}
    return made | _truth([(lesson, question) for _, lesson, question in asked], shown, labels, words)


def _thinned_hints(hints: Hints, window: Window, dropped: float, dice: Random) -> Hints:
    """The hints on a window without those that are left out."""
    possible = {
        token.i: [name for name in sorted(hints.possible[token.i]) if dice.random() >= dropped]
        for token in window.tokens
        if token.i in hints.possible
    }
    return Hints(possible, {} if dice.random() < dropped else hints.told)


def _thinned_reading(reading: Reading | None, dropped: float, dice: Random) -> Reading | None:
    """A reading without what is left out of it."""
    if reading is None or dice.random() < dropped:
        return None
    marks = {name: mark for name, mark in reading.marks.items() if dice.random() >= dropped}
    return Reading(reading.type_code, reading.status, marks)


def _padded(arrays: Sequence[np.ndarray]) -> Tensor:
    """Arrays of one number of dimensions as one, filled up with nothing."""
    if arrays[0].ndim == 1:
        return pad_sequence([torch.from_numpy(each) for each in arrays], batch_first=True)
    rows, columns = (max(each.shape[axis] for each in arrays) for axis in (0, 1))
    made = np.zeros((len(arrays), rows, columns), dtype=arrays[0].dtype)
    for at, each in enumerate(arrays):
        made[at, : each.shape[0], : each.shape[1]] = each
    return torch.from_numpy(made)


def _truth(
    asked: Sequence[tuple[Lesson, Question]], shown: Sequence[Reading | None], labels: Labels, words: int
) -> dict[str, Tensor]:
    made = {
        "true_type": torch.zeros(len(asked), dtype=torch.long),
        "true_status": torch.full((len(asked),), UNKNOWN),
        "true_count": torch.full((len(asked),), -1.0),
        "right": torch.zeros(len(asked), len(labels.roles), words + 1),
        "is_known": torch.zeros(len(asked), len(labels.roles)),
    }
    for at, (lesson, question) in enumerate(asked):
        truth = question.truth
        made["true_type"][at] = labels.types.index(truth.type_code if truth is not None else NONE)
        if truth is not None:
            made["true_status"][at] = labels.statuses.index(truth.status)
            if shown[at] is not None and question.count != (None, None):
                made["true_count"][at] = float(question.count == truth.count)
            for role, place in _right_places(lesson, truth, labels, words):
                made["right"][at, role, place] = made["is_known"][at, role] = 1
    return made


def _right_places(lesson: Lesson, truth: Truth, labels: Labels, words: int) -> Iterator[tuple[int, int]]:
    """The roles and the places of the words that fill them rightly; nobody stands behind the last word."""
    place = {token.i: at for at, token in enumerate(lesson.window.tokens)}
    for at, role in enumerate(labels.roles):
        if role not in truth.fillers:
            yield at, words
        else:
            yield from ((at, place[token]) for token in truth.fillers[role] if token in place)
