"""The words that tell of events, with their senses (a seed)."""

from schemas.columns import TEXT
from schemas.table import Column, Table

PARTS_OF_SPEECH = ("verb", "noun")

TRIGGERS = Table(
    "triggers",
    "One sense of one word or phrase that tells of an event.",
    (
        Column("trigger", TEXT, "Lemmas in order; ~ stands for up to ten words: take ~ hostage.", nullable=False),
        Column("pos", TEXT, "Part of speech of its head.", nullable=False, values=PARTS_OF_SPEECH),
        Column("type_code", TEXT, "The type of event.", nullable=False, codes="event_types.type_code"),
        Column("mode", TEXT, "The mode, where the words say it."),
        Column("frame", TEXT, "How its roles stand in a sentence.", nullable=False, codes="frames.frame"),
        Column("needs", TEXT, "What must all hold, separated by ;: object|of:@people|rebel. @ names a word class."),
        Column(
            "unless", TEXT, "What it is not: no one of these may hold; & joins what must hold together, as in a:x&b:y."
        ),
    ),
    key=("trigger", "pos", "type_code", "mode", "frame", "needs", "unless"),
    per="seed",
)
