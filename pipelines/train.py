"""The flow `train`: from treebanks and annotated names to the model folder with its card."""

from pathlib import Path
from tempfile import TemporaryDirectory

from prefect import flow, task

from pipelines.fitting import assembled
from pipelines.training import PARTS, Plan, convert, fit_parser, fit_part, measure, package

# Tasks are given paths and small records only, because Prefect hashes what it passes on.
convert_task = task(name="convert")(convert)
fit_task = task(name="fit", task_run_name="fit {name}")(fit_part)
fit_parser_task = task(name="fit the parser")(fit_parser)


@flow(name="train", validate_parameters=False)
def train(treebanks: Path, ner: Path, out: Path, plan: Plan | None = None) -> Path:
    """Train every part, measure the whole on the test sets, and put it in the place of the model at `out`.

    Raises NoCorpus when a file is missing, NoTorch when an encoder cannot be fitted. Whatever fails, the model at `out`
    stays as it was until the last step.
    """
    plan = plan or Plan()
    with TemporaryDirectory(prefix="attest-train-") as folder:
        scratch = Path(folder)
        words = convert_task(treebanks, ner, scratch, plan)
        syntax, names = (fit_task(name, scratch, plan) for name in PARTS)
        language = assembled(syntax, names, fit_parser_task(scratch, plan))
        facts = {**words, "seed": plan.seed, **measure(language, treebanks, ner)}
        return package(language, facts, scratch / "model", out)
