"""The flow `train`: from treebanks and annotated names to the model folder with its card."""

from pathlib import Path
from tempfile import TemporaryDirectory

from prefect import flow, task

from pipelines.fitting import assembled
from pipelines.training import Plan, convert, fit_part, measure, package, parts_of

# Tasks are given paths and small records only, because Prefect hashes what it passes on.
convert_task = task(name="convert")(convert)
fit_task = task(name="fit", task_run_name="fit {name}")(fit_part)


@flow(name="train", validate_parameters=False)
def train(treebanks: Path, ner: Path, out: Path, plan: Plan | None = None) -> Path:
    """Train every part, measure the whole on the test sets, and put it in the place of the model at `out`.

    Raises NoCorpus when a file is missing. Whatever fails, the model at `out` stays as it was until the last step.
    """
    plan = plan or Plan()
    with TemporaryDirectory(prefix="attest-train-") as folder:
        scratch = Path(folder)
        words = convert_task(treebanks, ner, scratch, plan)
        parts = {name: fit_task(name, scratch, plan) for name in parts_of(plan)}
        language = assembled(parts.pop("syntax"), parts.pop("names"), list(parts.values()))
        facts = {**words, "seed": plan.seed, **measure(language, treebanks, ner)}
        return package(language, facts, scratch / "model", out)
