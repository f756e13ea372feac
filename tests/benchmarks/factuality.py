"""How sure: tokens of events with a value from -3 (certainly not) to 3 (certainly)."""

from spacy.language import Language
from spacy.tokens import Doc

from pipelines.resources import language_of
from stages.status import status_of
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import Record, records_of, scored

# Everything said to be a fact has these mean errors.
ALL_FACTS = {"ev_factuality_uw_dev": 0.78, "ev_factuality_meantime_dev": 0.32}
# The medians of each status over the training half of the first; an attributed event counts as any other.
VALUE_OF = {"asserted": 3.0, "unconfirmed": 2.0, "possible": 1.4, "planned": 2.2, "denied": -1.2}


def run(options: Options) -> None:
    """Print the mean absolute error and the correlation."""
    with options.settings("factuality") as settings:
        language = language_of(settings)
        for name, plain in ALL_FACTS.items():
            records = records_of(options, name)
            predictions = [{"id": record["id"], "facts": facts_in(record, language)} for record in records]
            figures = scored(options, "events_score.py", predictions, name, "PRED")
            show(
                f"{name}: {figures['n']} events",
                [
                    Measured("mean absolute error", figures["MAE"], plain, is_ceiling=True),
                    Measured("correlation", figures["r"]),
                ],
            )


def facts_in(record: Record, language: Language) -> list[tuple[int, float]]:
    """The value of each event token, from its status in the tree."""
    doc = language(Doc(language.vocab, words=record["tokens"]))
    return [(at, VALUE_OF[status_of(doc[at]).code]) for at, _ in record["facts"]]
