"""What a small parser leaves loose around people: their numbers, what was done to them, and who of them did what."""

from spacy.tokens import Doc

from stages.mending.asides import mend_asides
from stages.mending.counted import mend_counted
from stages.mending.effects import mend_effects
from stages.mending.parties import mend_parties
from stages.mending.titles import open_title


def mend_loose(doc: Doc) -> None:
    """Numbers and words before a noun, parties of an event behind its day, asides of a subject, and effects."""
    for word in list(doc):
        open_title(word)
        mend_counted(word)
        mend_parties(word)
        mend_asides(word)
        mend_effects(word)
