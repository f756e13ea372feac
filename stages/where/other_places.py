"""Names in a sentence that are no place of its event: of words, of whose a thing is, of where people come from."""

from __future__ import annotations

from spacy.tokens import Span, Token

from stages.grammar.noun_phrases import classes_of
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.roles import Roles
from stages.triggers import Trigger
from stages.where.containers import KINDS
from stages.where.far_sites import FOR_CONTROL
from stages.where.other_clauses import UNITS
from stages.where.site_phrases import AREAS
from stages.who.fillers import WORDS_SENT
from stages.who.misplaced import OWN_ADJECTIVES
from stages.words.people import is_person_noun
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

BEARERS = frozenset({"people", "aircraft", "vehicle", "munition", "weapon"})  # what bears a place's name elsewhere
BURDENS = words_of(
    "pressure hold grip impact effect focus views view report statement policy talks influence sanctions"
)
OUSTING = words_of("""
    oust ousts ousted ousting expel expels expelled expelling drive drives drove driven driving dislodge dislodged
    dislodging flush flushed flushing clear cleared clearing evict evicted evicting
""")
SHAKEN = words_of("""
    rock rocks rocked rocking grip grips gripped gripping shake shakes shook shaken sweep sweeps swept engulf engulfs
    engulfed hit hits mar marred marring plague plagued paralyse paralysed paralyzed convulse convulsed
""")
ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
GROUNDS = words_of("""
    island islands sidelines margins border frontier coast outskirts ship
    monday tuesday wednesday thursday friday saturday sunday
""")
TROUBLES = words_of("situation crisis crises conflict conflicts war violence fighting future unrest transition")
MEANWHILE = frozenset({"before", "after", "as", "while", "when", "until"})
ON_THE_SPOT = frozenset({"deployment", "attack", "killing", "wounding", "arrest", "looting", "clash", "displacement"})
BEFALLING = frozenset({"killing", "wounding", "attack", "abduction", "protest", "riot", "looting"})
HAVING = frozenset({"have", "see", "witness", "suffer"})
LEAVING = words_of("left leave leaves leaving fled flee fleeing quit abandoned abandon abandoning")
QUOTES = frozenset({'"', "“", "”", "``", "''"})
ENVOYS = words_of("ambassador consul envoy diplomat attache attaché representative charge chargé secretary")
WAR_PLACES = frozenset({"zone", "zones"})
NATIONALS = words_of("citizen citizens national nationals")
WIDESPREAD = words_of("nationwide countrywide worldwide")
MISSIONS = frozenset({"embassy", "consulate", "mission", "legation"})  # "at Peru's embassy"
GOING = words_of("fly go come travel return rush drive sail march walk ride")
JAILS = words_of("prison jail barracks camp detention custody")
FROM_THERE = frozenset({"abduction", "arrest", "displacement", "withdrawal"})


def is_of_words(trigger: Trigger, carrier: Token, case: str | None) -> bool:
    """ "condemned the raid in Houla", "officials in Goma accused": the place of that or of those, not of the words."""
    owner, verb = carrier.head, trigger.head
    is_meeting = owner.dep_ == "obl" and case_of(owner) in {"at", "in", "during"}  # "at a briefing in Geneva"
    is_force = owner.dep_ == "nsubj" and trigger.sense.type_code == "rejection"  # "marines in Goma refused"
    is_setting = (owner.head == verb and (is_meeting or is_force)) or is_way_there(carrier, verb)
    before = carrier.doc[max(carrier.left_edge.i - 1, 0)]
    is_behind = before.dep_ == "obj" and before.head == verb  # whatever the parser hung it on
    is_judged = case == "of" and owner == verb and trigger.sense.pos == "noun"  # "criticism of China"
    return (
        is_judged or case == "on" or (trigger.sense.pos == "verb" and (is_behind or (owner != verb and not is_setting)))
    )


def is_way_there(carrier: Token, verb: Token) -> bool:
    """ "flew to Lima and asked the premier for help": whoever goes somewhere does there what is told next."""
    gone = carrier.head
    is_next = verb.dep_ == "conj" and verb.head == gone and verb.tag_ == gone.tag_
    is_gone = gone.lemma_ in GOING and carrier.dep_ == "obl" and case_of(carrier) in {"to", "into"}
    return is_next and is_gone and all(child.dep_ not in NOUN_SUBJECTS for child in verb.lefts)


def is_of_topic(root: Token, trigger: Trigger) -> bool:
    """ "talks on the crisis in Mali", "on Mali": what they are about; "talks on a truce in Mali" may be held there."""
    if trigger.sense.type_code != "talks":
        return False
    between = [token for token in (root, *root.ancestors) if trigger.head.is_ancestor(token)]
    topic = next((token for token in between if case_of(token) in ABOUT and token.lower_ not in GROUNDS), None)
    return topic is not None and (topic == root or any(token.lower_ in TROUBLES for token in between))


def was_left(carrier: Token, trigger: Trigger) -> bool:
    """Whether people are taken or gone from a place: "seized from a bus in Goma", and no "man from Goma"."""
    owner = carrier.head
    is_home = owner != trigger.head and (owner.ent_type_ == "PERSON" or is_person_noun(owner))
    is_said = owner.lower_ in WORDS_SENT  # "left on orders from the capital"
    is_nation = text_before(carrier.left_edge) in NATIONALS  # "abducted citizens from Chad"
    is_taken = trigger.sense.type_code == "abduction" and trigger.sense.pos == "verb"
    if trigger.sense.type_code == "release" and carrier.lower_ in JAILS:
        return True  # "freed 300 convicts from Sile prison"
    return trigger.sense.type_code in FROM_THERE and not (is_said or is_nation) and (is_taken or not is_home)


def is_way(carrier: Token, trigger: Trigger) -> bool:
    """ "shot as they drove from Homs to Hama": somewhere between the two."""
    behind = (child for child in (*carrier.rights, *carrier.head.rights) if child.i > carrier.i)
    return carrier.head != trigger.head and any(case_of(child) == "to" for child in behind)


def is_posting(root: Token, roles: Roles) -> bool:
    """ "The consul in Armenia has quit": where an envoy is posted says nothing of where he acts."""
    actor = roles.get("actor")
    envoys = (token for token in root.ancestors if token.lemma_ in ENVOYS)
    return any((actor is not None and token == actor.head) or token.dep_ == "nsubj" for token in envoys)


def is_of_word_behind(place: Span, vocab: Vocab) -> bool:
    """ "a Hong Kong-flagged ship", "U.S. and South Korean drills": a name that says whose a thing is."""
    doc, end = place.doc, place.end
    is_bound = end < len(doc) and doc[end].text in {"-", "–"} and not doc[end - 1].whitespace_
    is_second = place.start > 1 and doc[place.start - 1].text in {"-", "–"} and not doc[place.start - 1].whitespace_
    return (
        is_bound
        or _is_of_war(place, vocab)
        or (is_second and place.root.dep_ == "compound")
        or (place.root.dep_ in {"compound", "amod"} and place.text.lower() in OWN_ADJECTIVES)
        or (place.root.dep_ in {"compound", "amod"} and place.root.head.lower_ in {"regime", "leadership", "rule"})
        or (place.root.dep_ == "nmod:poss" and place.root.head.lower_ in MISSIONS)
    )


def is_in_title(place: Span, head: Token) -> bool:
    """ "the treaty "Ending the War in Chad" was signed": part of a name in quotation marks."""
    doc, first, last = place.doc, place.start, place.end
    marks = [token.i for token in place.sent if token.text in QUOTES]
    opened = [at for at in marks if at < first]
    closed = [at for at in marks if at >= last]
    if len(opened) % 2 == 0 or not closed or opened[-1] < head.i < closed[0] or place.sent.text.isupper():
        return False
    first, last = opened[-1], closed[0]
    words = [token for token in doc[first:last] if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}]
    return len(words) > 1 and all(word.text[:1].isupper() for word in words)


def _is_of_war(place: Span, vocab: Vocab) -> bool:
    """ "a raid in the Gulf war": a war that bears no country's name may be fought elsewhere."""
    doc, end = place.doc, place.end
    is_war = end + 1 < len(doc) and doc[end].lower_ == "war" and doc[end + 1].lower_ not in WAR_PLACES
    return is_war and "country" not in vocab.classes_of(place.root.lower_)


def is_of_another(carrier: Token, root: Token, case: str | None, trigger: Trigger, vocab: Vocab) -> bool:
    """Whether a name belongs to people ("the Homs fighters") or to another thing ("control of Libya")."""
    is_opening = root.i == root.sent.start + 1 and root.nbor().tag_ == "CD"  # "In Tartus 24 women were freed"
    is_town = carrier.lower_ in {"community", "communities"} and case in {"in", "at"}  # "at Zugu community"
    if carrier != root and not (is_opening or is_town) and not classes_of(carrier, vocab).isdisjoint(BEARERS):
        return True
    above = carrier.head
    things = {child.lower_ for child in above.children if child.dep_ == "obj"}  # "put pressure | on Chad"
    if case == "on" and not BURDENS.isdisjoint({above.lower_, *things}):
        return True
    if case == "of" and above.lower_ in FOR_CONTROL and case_of(above) == "for" and above.head == trigger.head:
        return False  # "the battle for control of the town"
    is_area = "place" in vocab.classes_of(above.lower_) or above.lower_ in KINDS | AREAS
    return case == "of" and above != trigger.head and not is_area


def is_done_there(root: Token, trigger: Trigger) -> bool:
    """Whether the verb before has a place as its object: "defended Kobani and killed dozens"."""
    verb = root.head
    if trigger.sense.type_code in {"sanction", "agreement", "resignation"}:
        return False
    is_had = trigger.head.dep_ == "obj" and trigger.head.head == verb and trigger.sense.type_code in BEFALLING
    if root.dep_ == "nsubj" and is_had:
        return verb.lemma_ in HAVING  # "Gulu has had ten killings"
    above = [trigger.head, *trigger.head.ancestors]
    is_meanwhile = root.dep_ == "obj" and any(token.head == verb and _is_beside_deed(token) for token in above)
    if is_meanwhile and trigger.sense.type_code in ON_THE_SPOT and verb.lower_ not in LEAVING and verb.i > root.i - 4:
        return True  # "shelled the town before the militias came in"
    if (
        root.dep_ == "obj"
        and trigger.head.head == verb
        and trigger.head.dep_ == "nsubj"
        and trigger.sense.pos == "noun"
    ):
        return verb.lower_ in SHAKEN  # "explosions shook Aden"
    is_before = root.dep_ == "obj" and trigger.head.dep_ == "conj" and trigger.head.head == verb
    return is_before and verb.tag_.startswith("VB") and verb.lower_ not in LEAVING


def _is_beside_deed(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(child.lower_ in MEANWHILE for child in clause.lefts)


def is_of_later_clause(place: Span, trigger: Trigger) -> bool:
    """Whether a name behind a deed says where something of another time is: "two days after", "and now leads"."""
    doc, verb = place.doc, trigger.head
    if place.start < trigger.end:
        return False
    between = doc[trigger.end : place.start]
    if any(token.lower_ in {"after", "before", "into"} and token.nbor(-1).lower_ in UNITS for token in between):
        return True
    above = next((token for token in place.root.ancestors if token.tag_ in {"VBD", "VBZ", "VBP"}), verb)
    is_joined = above.dep_ == "conj" and above.head == verb and verb.i < above.i < place.start
    return is_joined and {verb.tag_, above.tag_} in ({"VBD", "VBZ"}, {"VBD", "VBP"})


def is_of_other_news(place: Span, trigger: Trigger) -> bool:
    """ "Bombs kill four in Cauca; rebels free engineer": a headline's parts tell of other places, save of the hurt."""
    doc, head = place.doc, trigger.head
    if any(child.lower_ in WIDESPREAD for child in head.lefts):
        return place.root.dep_ in {"nmod", "conj"} and place.root.head != head
    first, last = sorted((head.i, place.root.i))
    is_apart = any(token.text == ";" for token in doc[first:last]) and place.sent[-1].text not in {".", "?", "!"}
    is_result = trigger.sense.type_code in {"killing", "wounding"} or trigger.end == head.sent.end  # "two freed"
    return is_apart and (place.root.i > head.i or not is_result)


def is_oust(trigger: Trigger, place: Span) -> bool:
    """ "an operation to oust the rebels from Idlib": where they are driven from is where it happens."""
    return any(token.lower_ in OUSTING for token in place.doc[trigger.start : place.start])
