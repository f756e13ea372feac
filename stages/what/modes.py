"""The mode of an attack from the arms it is told with, where the trigger itself does not say it."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from stages.parsing.heads import obliques_of
from stages.triggers import Trigger
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

MODE_OF = {
    "explosive_arm": "explosives",
    "heavy_arm": "heavy-weapons",
    "air_arm": "aerial",
    "firearm": "firearms",
}
WITH = ("with", "using", "by", "from")
OF = {"n_act": ("of",)}  # "a barrage of rockets"; the downing of a helicopter is not done with it
WIELDING = {"fire", "use", "launch", "shoot", "wield", "drive", "detonate", "lob", "drop"}
CARRIED = words_of("bomber bombers ied ieds landmine landmines grenade grenades")
PLANTED = words_of(
    "roadside car truck suicide parcel nail pipe homemade vehicle buried motorcycle magnetic sticky hidden"
)
GUNSHIPS = words_of("destroyer destroyers warship warships frigate frigates battleship battleships cruiser cruisers")
LADEN = {"load", "pack", "lade", "laden", "fill", "stuff", "rig"}


def mode_of(trigger: Trigger, vocab: Vocab) -> str | None:
    """The mode the seed gives; of an attack without one, that of the arms named as its means or as what strikes.

    "attacked a base with mortars", "rammed a truck packed with explosives into a gate", "a helicopter raid". Tanks
    and gunships fire no small arms, whatever the seed says of firing.
    """
    mode = trigger.sense.mode
    if mode == "aerial" and _is_of_ships(trigger):
        return "heavy-weapons"
    if trigger.sense.type_code != "attack" or mode not in {None, "firearms", "heavy-weapons"}:
        return mode
    found = next(_modes_of(_means_of(trigger), vocab), None)
    if any(phrase.lower_ == "air" for phrase in obliques_of(trigger.head).get("from", ())):
        return "aerial"  # "bombarded it from the air"
    if mode == "heavy-weapons":
        return _of_heavy(trigger, vocab)
    return found if mode is None or found in {"heavy-weapons", "aerial"} else mode


def _of_heavy(trigger: Trigger, vocab: Vocab) -> str:
    """The mode of a verb of striking by what strikes: "was hit by a bullet", "a roadside bomb hit"."""
    is_verb = trigger.sense.pos == "verb"
    by, subjects = trigger.arguments.get("by"), trigger.arguments.get("subject") if is_verb else ()
    modes = set(_modes_of(by, vocab))
    if "firearms" in modes:
        return "firearms"
    if "aerial" in modes | set(_modes_of(subjects, vocab)):
        return "aerial"
    return "explosives" if is_verb and any(_is_planted(word) for word in (*by, *subjects)) else "heavy-weapons"


def _is_planted(word: Token) -> bool:
    """ "a roadside bomb hit", "was struck by a suicide bomber": no bomb that falls or is fired."""
    if word.lower_ in CARRIED:
        return True
    return word.lower_ in {"bomb", "bombs"} and any(child.lower_ in PLANTED for child in word.lefts)


def _is_of_ships(trigger: Trigger) -> bool:
    """ "a strike on the rig by four destroyers": a bare strike by what has guns and no wings."""
    words = {"strike"} if len(trigger.span) == 1 else set()
    doers = (*trigger.arguments.get("by"), *trigger.arguments.get("light_actor"))
    return not words.isdisjoint(trigger.sense.words) and any(doer.lower_ in GUNSHIPS for doer in doers)


def _modes_of(words: Iterable[Token], vocab: Vocab) -> Iterator[str]:
    for word in words:
        for part in word.lower_.split("-"):
            yield from (mode for code, mode in MODE_OF.items() if code in vocab.classes_of(part))


def _means_of(trigger: Trigger) -> Iterator[Token]:
    """The words that say with what: those of the trigger, what strikes, the means, and what the doer fires."""
    head = trigger.head
    yield from (token for token in trigger.span if token != head)
    named = trigger.arguments.get
    yield from (*named("compound"), *named("amod"))
    if not trigger.sense.frame.startswith("n_"):
        yield from named("subject")
    if trigger.sense.mode is not None:  # "shells were fired at": what is fired, not what is shot down
        objects = (item for item in named("object") if item.dep_ != "obl")  # and no helicopter that is fired on
        yield from (word for item in objects for word in _with_conjuncts(item))
    phrases = obliques_of(head, named("object"))  # "attacked a post with rifles"
    means = [phrase for case in (*WITH, *OF.get(trigger.sense.frame, ())) for phrase in phrases.get(case, ())]
    for phrase in means:
        yield from _with_conjuncts(phrase)
    for owner in (head, *named("subject"), *named("object"), *named("by")):
        yield from _borne_by(owner)


def _borne_by(owner: Token) -> Iterator[Token]:
    """What those who attack fire, and what the vehicle they drive is laden with."""
    for clause in owner.children:
        if clause.lemma_ in WIELDING and clause.tag_ == "VBG" and clause.dep_ in {"acl", "advcl"}:
            yield from (word for child in clause.children if child.dep_ == "obj" for word in _with_conjuncts(child))
        if clause.lemma_ in LADEN:
            yield from (*obliques_of(clause).get("with", ()), *obliques_of(owner).get("with", ()))


def _with_conjuncts(head: Token) -> Iterator[Token]:
    span: Span = head.doc[head.left_edge.i : head.i + 1]
    yield from reversed([token for token in span if token == head or token.dep_ in {"compound", "amod"}])
    for child in head.children:
        if child.dep_ == "conj":
            yield from _with_conjuncts(child)
