"""A component of the shipped model: weights that are kept by halves on disk."""

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

SINGLE_PRECISION = "single_precision"


class SinglePrecision:
    """The last component: it turns weights that were stored by half precision into those that are reckoned with."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """The Doc as it is."""
        return doc

    def from_disk(self, *_: object, **__: object) -> "SinglePrecision":
        """Every weight of the components loaded before, as 32-bit floats; nothing of its own is stored."""
        cast_weights(self.language, np.float16, np.float32)
        return self


@Language.factory(SINGLE_PRECISION)
def single_precision(nlp: Language, name: str) -> SinglePrecision:  # noqa: ARG001 - spaCy gives it
    """The component for one pipeline."""
    return SinglePrecision(nlp)


def cast_weights(language: Language, old: type[np.floating[Any]], new: type[np.floating[Any]]) -> None:
    """All weights of one precision in another."""
    for _, component in language.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            for name in node.param_names:
                if node.has_param(name) and node.get_param(name).dtype == old:
                    node.set_param(name, node.get_param(name).astype(new))
