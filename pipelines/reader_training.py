"""The second reader fitted to the annotated reports, and put in the place of the old one with its card."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import seeds
from pipelines.fitting import run_apart
from pipelines.training import ENCODER_FILES, ENCODER_PACKAGES, NoTorch
from stages.training.annotated import reports_in
from stages.training.standoff import corpora_in, spelled_out
from warehouse.corpora import place_model, read_rows, read_texts, require, size_of, write_meta, write_texts

REPORTS = seeds.FOLDER / "training" / "annotated"
STAND_OFF = seeds.FOLDER / "training" / "standoff"
NOTES = seeds.FOLDER / "training" / "reader.md"


def train_reader(
    encoder: Path, out: Path, steps: int | None, ner: Path | None = None, model: Path = seeds.MODEL
) -> Path:
    """Fit the second reader to the reports as the model and the rules read them, with `ner`, a folder of the corpora
    that the stand-off reports are of, to these as well; raises NoCorpus, BadReport or NoTorch.

    Whatever fails, the reader at `out` stays as it was until the last step.
    """
    require([encoder / name for name in ENCODER_FILES])
    if any(find_spec(name) is None for name in ENCODER_PACKAGES):
        raise NoTorch("the second reader is fitted with PyTorch: install attest with its extra `train`")
    texts = reports_of(ner)
    with TemporaryDirectory(prefix="attest-train-") as folder:
        made = Path(folder) / "second_reader"
        paths = write_texts(texts, Path(folder) / "reports")
        given = [str(encoder), str(model), [str(path) for path in paths], str(made), {"steps": steps}]
        run_apart("pipelines.second_reader_fitting", given)
        facts = {**amounts_of(texts), "bytes": size_of(made)}
        write_meta(made, {"attest": facts}, card_of(facts, NOTES.read_text(encoding="utf-8")))
        return place_model(made, out)


def reports_of(ner: Path | None) -> list[str]:
    """Every file of annotated reports, those that stand off with the words of the corpora in a folder."""
    own = list(read_texts(REPORTS).values())
    return own if ner is None else own + spelled_out_of(STAND_OFF, ner)


def spelled_out_of(folder: Path, ner: Path) -> list[str]:
    """The files of a folder of stand-off reports with the words of their corpora; raises NoCorpus or BadReport."""
    files = read_texts(folder).values()
    names = sorted({name for text in files for name in corpora_in(text)})
    corpora = {name: [str(row["text"]) for row in read_rows(ner / f"{name}.jsonl.gz")] for name in names}
    return [spelled_out(text, corpora) for text in files]


def amounts_of(texts: Iterable[str]) -> dict[str, int]:
    """How many reports, sentences and claims it is fitted to."""
    reports = [report for text in texts for report in reports_in(text)]
    sentences = [told for report in reports for _, told in report.sentences]
    return {"reports": len(reports), "sentences": len(sentences), "claims": sum(map(len, sentences))}


def card_of(facts: dict[str, int], notes: str) -> str:
    """The README beside the network."""
    fitted = f"{facts['reports']:,} reports of {facts['sentences']:,} sentences with {facts['claims']:,} claims"
    return f"# The second reader\n\nFitted to {fitted}; {facts['bytes'] / 1e6:.1f} MB on disk.\n\n{notes.strip()}\n"
