"""Who claims responsibility for an event."""

from spacy.tokens import Token

from stages.how_sure.markers import claims_nothing
from stages.parsing.heads import NOUN_SUBJECTS
from stages.who_says.speakers import speaker_of
from stages.words.people import is_nobody
from stages.words.speech import lemma_of
from stages.words.wordlists import words_of

DEEDS = words_of("""
    attack bombing bomb blast explosion raid ambush shooting assault killing assassination murder kidnapping abduction
    massacre beheading strike
""")
CLAIM_REACH = 10  # tokens from "responsibility" to the event claimed


def claimant_of(trigger: Token) -> Token | None:
    """Who claims responsibility for the event, by the words before it: "the militants claim responsibility for"."""
    if trigger.dep_ == "obj" and trigger.lower_.removesuffix("s") in DEEDS and lemma_of(trigger.head) == "claim":
        return None if claims_nothing(trigger.head) else speaker_of(trigger.head)  # "claimed the attack"
    doc, first = trigger.doc, trigger.sent.start
    for at in range(trigger.i - 1, max(first, trigger.i - CLAIM_REACH), -1):
        if doc[at].lower_ in {"responsibility", "credit"} and doc[at - 1].lower_.startswith("claim"):
            verb = doc[at - 1]
            if claims_nothing(verb) or _is_told_beside(trigger, verb):
                return None
            speaker = speaker_of(verb) if verb.tag_.startswith("VB") else None
            before = (token for token in reversed(doc[first : verb.i]) if token.pos_ in {"NOUN", "PROPN", "PRON"})
            claimant = speaker or next(before, None)
            return None if claimant is None or is_nobody(claimant) else claimant
    return None


def _is_told_beside(trigger: Token, claiming: Token) -> bool:
    """ "for which they claimed responsibility and in which ten died": a clause of its own beside the claim."""
    joined = claiming.conjuncts
    return any(
        clause in joined and any(child.dep_ in NOUN_SUBJECTS for child in clause.lefts)
        for clause in (trigger, *trigger.ancestors)
    )
