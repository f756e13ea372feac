"""The second reader, run by ONNX Runtime: it reads each claim of the rules again, beside its sentence."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnxruntime

from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import Scores
from stages.second_reader.questions import Arrays, Labels

SENTENCE, CLAIM, PIECES, LABELS = "sentence.onnx.gz", "claim.onnx.gz", "pieces.txt", "labels.json"
SAID = {"type": "said_type", "status": "said_status", "count": "count", "point": "point", "null": "null"}


class SecondReader:
    """Two ONNX networks: one reads a sentence, the other what stands at a trigger of it; see `Reader`."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError where the folder does not hold what `write_reader` wrote."""
        self.labels = Labels.of(json.loads((folder / LABELS).read_text(encoding="utf-8")))
        self.pieces = WordPieces((folder / PIECES).read_text(encoding="utf-8").split("\n"))
        self._sentence, self._claim = _session(folder / SENTENCE), _session(folder / CLAIM)

    def sentence(self, arrays: Arrays) -> Scores:
        """Vectors (pieces x width) of a window."""
        values: Scores = np.asarray(self._sentence.run(None, arrays)[0])
        return values

    def claim(self, values: Scores, arrays: Arrays) -> Mapping[str, Scores]:
        """The scores of what stands at a trigger."""
        return dict(zip(SAID, self._claim.run(list(SAID.values()), {"values": values, **arrays}), strict=True))


def write_reader(folder: Path, sentence: bytes, claim: bytes, pieces: Sequence[str], labels: Labels) -> Path:
    """The networks, packed, their pieces, a line each, and their labels."""
    folder.mkdir(exist_ok=True)
    for name, network in ((SENTENCE, sentence), (CLAIM, claim)):
        (folder / name).write_bytes(gzip.compress(network, mtime=0))
    (folder / PIECES).write_text("\n".join(pieces), encoding="utf-8")
    (folder / LABELS).write_text(json.dumps(asdict(labels), indent=1), encoding="utf-8")
    return folder


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes
    network = gzip.decompress(path.read_bytes())
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
