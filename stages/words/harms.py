"""Words of harm: what is done to people and to things, in the forms in which clauses tell of it."""

from stages.words.wordlists import words_of

HURT = words_of("killed wounded injured hurt maimed")
HURTING = words_of("killing wounding injuring hurting maiming")
HARMED = HURT | words_of("arrested detained abducted kidnapped captured")
HARMING = HURTING | words_of("arresting detaining abducting kidnapping capturing destroying damaging burning")
LEFT_BEHIND = HURTING | {"destroying", "damaging"}  # "the raid, killing ten"
CASUALTIES = HARMED | {"dead", "missing"}
