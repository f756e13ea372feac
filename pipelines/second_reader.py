"""The second reader, run by ONNX Runtime: it reads each claim of the rules again, beside its sentence."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import onnxruntime

from stages.parsing.word_pieces import WordPieces
from stages.second_reader.opinions import Scores
from stages.second_reader.questions import Arrays, Labels

NETWORK, PIECES, LABELS = "network.onnx.gz", "pieces.txt", "labels.json"
CLAIM = {"type": "said_type", "status": "said_status", "count": "count", "point": "point", "null": "null"}


class SecondReader:
    """An ONNX network with the inputs of `stages.second_reader.questions.arrays_of` and the outputs of `Reader`."""

    def __init__(self, onnx: bytes, pieces: Sequence[str], labels: Labels) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes
        self.onnx, self.pieces, self.labels = onnx, WordPieces(pieces), labels
        self._session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])

    @classmethod
    def from_disk(cls, folder: Path) -> "SecondReader":
        """What `to_disk` wrote."""
        labels = Labels.of(json.loads((folder / LABELS).read_text(encoding="utf-8")))
        pieces = (folder / PIECES).read_text(encoding="utf-8").split("\n")
        return cls(gzip.decompress((folder / NETWORK).read_bytes()), pieces, labels)

    def to_disk(self, folder: Path) -> Path:
        """The network, packed, its pieces, a line each, and its labels."""
        folder.mkdir(exist_ok=True)
        (folder / NETWORK).write_bytes(gzip.compress(self.onnx, mtime=0))
        (folder / PIECES).write_text("\n".join(self.pieces.pieces), encoding="utf-8")
        (folder / LABELS).write_text(json.dumps(asdict(self.labels), indent=1), encoding="utf-8")
        return folder

    def claim(self, arrays: Arrays) -> Mapping[str, Scores]:
        """The scores of what stands at the trigger."""
        return dict(zip(CLAIM, self._session.run(list(CLAIM.values()), arrays), strict=True))
