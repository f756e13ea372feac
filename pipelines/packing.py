"""What keeps the shipped model small: weights by half precision, and no words but those that its parts name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

SINGLE_PRECISION = "single_precision"
LEMMATIZER = "trainable_lemmatizer"
MORPHOLOGIZER = "morphologizer"


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


def strings_of(language: Language) -> list[str]:
    """What the components name by hash: labels and the ends of words that lemmas are made by. The words of the training
    texts, which spaCy would store too, are met again or not.
    """
    found = {label for labels in language.pipe_labels.values() for label in labels}
    if MORPHOLOGIZER in language.pipe_names:
        features = {part for label in language.pipe_labels[MORPHOLOGIZER] for part in label.split("|")}
        found |= features | {side for feature in features for side in feature.split("=")}
    if LEMMATIZER in language.pipe_names:
        lemmatizer: Any = language.get_pipe(LEMMATIZER)
        found |= set(_strings_in(lemmatizer.label_data["trees"]))
    return sorted(found - {""})


def _strings_in(trees: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for tree in trees:
        yield from (tree[name] for name in ("orig", "subst") if name in tree)
