"""The listing of evaluations against gold: every figure that has been kept, with the counts it comes from."""

from collections.abc import Callable

from warehouse.site.listings import Cell, Field, Listing, plain
from warehouse.site.rows import Row

JUDGED_DAY = "cast(judged_at at time zone 'UTC' as date)"


def figure(name: str) -> Callable[[Row], Cell]:
    """A cell of precision, recall or F1, to three places."""
    return lambda row: Cell("") if row[name] is None else Cell(f"{row[name]:.3f}", float(row[name]))


SCORES = Listing(
    "scores",
    "Extraction against gold",
    (
        Field("judged", "Judged (UTC)", plain("judged_at"), "days", "tight", JUDGED_DAY),
        Field("gold", "Gold", plain("gold"), "choice", "item", "gold"),
        Field("measure", "Measure", plain("measure"), "choice", "wide", "measure"),
        Field("right", "Right", plain("right_count"), "", "number"),
        Field("predicted", "Predicted", plain("predicted_count"), "", "number"),
        Field("wanted", "Wanted", plain("wanted_count"), "", "number"),
        Field("precision", "Precision", figure("precision"), "", "number"),
        Field("recall", "Recall", figure("recall"), "", "number"),
        Field("f1", "F1", figure("f1"), "", "number"),
        Field("before", "F1 before", figure("f1_before"), "", "number"),
    ),
    "An evaluation compares what was read of annotated pages with the annotations: precision is right of predicted, "
    "recall right of wanted.",
)
