"""Whether a phrase may stand at a place of a frame for a role: who can act, what can be done to, where one can go."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.noun_phrases import DEEDS, phrase_of
from stages.how_sure.markers import claims_nothing, negations_on
from stages.naming.named_sites import ROADS
from stages.naming.place_names import is_named_battle
from stages.parsing.heads import case_of
from stages.parsing.neighbours import ends_sentence, text_before
from stages.triggers import Trigger
from stages.who.misplaced import OWN_ADJECTIVES, is_asked_for, is_misplaced
from stages.who.weapons import MEANS, is_weapon
from stages.words.people import is_nobody, is_person_noun
from stages.words.vocab import Place, Vocab
from stages.words.wordlists import words_of

ONLY_PEOPLE = frozenset({"compound", "amod"})
NO_AGENTS = frozenset({"munition", "disease", "nature", "document", "plan", "accord", "idea", "market"})
AGENTS = frozenset({"people", "agent", "side", "personname", "name", "armed", "regime", "state", "militarything",
                    "aircraft", "vehicle", "uprising", "organisation"})  # fmt: skip
NAMED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"})  # a noun's place, whatever its tag
PLAIN_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP"})
NO_FILLERS = words_of("""
    that which this what there much more nothing something anything ground control gains responsibility place
    air sky feud feuds goal aim intention view purpose objective hope random will
""")
THREATENED = words_of("""
    vengeance revenge retaliation reprisal reprisals retribution action actions war strike strikes sanctions attack
    attacks consequences measures force violence response boycott resumption renewal raid raids offensive escalation
    bombing bombardment shelling invasion blockade embargo
""")
STOPPING = frozenset({"stop", "halt", "end", "thwart", "prevent"})
ODDS = words_of("wishes wish will advice odds backdrop orders background")  # "fought on against the odds"
CENTRES = words_of("center centre square camp compound block")
WORDS_SENT = words_of("order orders letter message call calls pressure request requests instructions warning warnings")
CARRIED_BY = words_of("car cars truck trucks van vans bus minibus motorcycle motorbike lorry vehicle tanker bicycle")
BURSTING = ("explo", "bomb", "deton", "blew", "blow")
HAVING = ("verb had", "verb have", "verb has", "verb having")
EDGES = words_of("border frontier coast outskirts edge front fronts frontline war")
EXTENTS = words_of("national nationwide major general several many few other some private")  # "a national strike"
TROUBLES = ("ment", "ence", "ion", "ing", "ity", "war", "wars", "conflict", "famine", "hunger", "poverty", "regime")
ENDING = words_of("stop stops stopped stopping halt halts halted halting end ends ended ending")
DEALING = words_of("negotiating negotiate negotiates negotiated mediating mediated brokered brokering discussed")
ANNOUNCED = frozenset({"ceasefire", "talks", "release", "arrest"})
STRUCK = frozenset({"attack", "killing", "wounding", "abduction", "looting", "torture", "clash"})
HARM = frozenset({"killing", "wounding", "arrest", "abduction", "torture"})
HARM_TO_END = HARM | {"riot", "looting"}  # who stops a riot is no rioter
MOUTHPIECES = words_of("spokesman spokeswoman spokesperson spokesmen statement communique radio television agency bbc")
BY_OTHERS = HARM | words_of("attack clash siege seizure deployment withdrawal looting release ceasefire")
LABELS = words_of("terrorist terrorists terror suicide")
PARTIES = words_of("""
    enemy enemies adversary adversaries side sides parties powers factions nations rivals neighbours neighbors foes
    belligerent belligerents combatant combatants reinforcements
""")
NO_DOERS = words_of("""
    armor armour door floor color colour harbor terror error mirror motor rumor humor horror honor favor corridor paper
    water river number power letter order border matter winter summer computer weather danger anger hunger disaster
    shelter chapter quarter factor vector sector visor tremor minor major labor behavior flavor border murder disorder
    encounter theater theatre wrist wrists fist fists list lists twists
""")  # plain nouns that end as doers do
EFFORTS = words_of("effort attempt bid endeavour endeavor")
OCCASIONS = words_of("""
    event events occasion occasions celebration celebrations festivity festivities time times year
    years night dawn eve moment stage start end beginning distance range height sea angle altitude approach way return
    arrival departure landing takeoff
""")  # "the attack at a festival" says when and where, and not on whom


def is_fit(place: Place, role: str, head: Token, trigger: Trigger, classes: frozenset[str], vocab: Vocab) -> bool:
    """Whether a filler may stand at a place of a frame for a role."""
    if (place.needs is not None and place.needs not in classes) or _is_where(
        place, role, head, trigger, classes, vocab
    ):
        return False
    is_struck = place.needs == "building" and trigger.sense.type_code == "attack"  # "the embassy blast"
    if place.function in ONLY_PEOPLE and not is_struck and (classes.isdisjoint(AGENTS) or head.lower_ in EXTENTS):
        return False
    if _is_misplaced(place, role, head, trigger, classes):
        return False
    if role == "destination":
        return not classes.isdisjoint({"place", "site", "building", "placename", "name"})
    is_fought_with = trigger.sense.frame in {"act_on", "threaten"} or trigger.sense.type_code == "clash"
    is_means = role == "target" and is_fought_with and not classes.isdisjoint(MEANS)
    is_means = is_means and not (place.function in {"on", "at"} and "aircraft" in classes)  # "fired on a helicopter"
    is_clause = head.tag_ in PLAIN_VERBS and head.dep_ not in NAMED and not is_person_noun(head)
    is_mutual = role == "target" and head.lower_ in {"each", "one"} and any(c.dep_ == "fixed" for c in head.children)
    is_unfit = (
        is_mutual
        or is_means
        or is_clause
        or is_nobody(head)
        or (role == "actor" and _is_of_none(head))
        or is_misplaced(place.function, role, head, trigger)
    )
    is_mutual = head.lower_ == "each" and head.nbor(1).lower_ == "other" if not ends_sentence(head) else False
    is_mutual |= head.lower_ in {"other", "another"} and text_before(head) in {"each", "one"}
    if is_unfit or is_mutual or head.lower_ in NO_FILLERS:
        return False
    return role != "actor" or not (
        is_weapon(place, head, classes, vocab)
        or _is_announcer(place, head, trigger, classes)
        or _is_thing(head, classes)
    )


def _is_of_none(head: Token) -> bool:
    """ "has not been claimed by any group": nobody did. "Efforts to free them": efforts do not."""
    if head.lower_.removesuffix("s") in EFFORTS:
        return True
    is_any = any(child.lower_ == "any" and child.dep_ == "det" for child in head.lefts)
    return claims_nothing(head.head) or (is_any and any(True for _ in negations_on(head.head)))


def _is_misplaced(place: Place, role: str, head: Token, trigger: Trigger, classes: frozenset[str]) -> bool:
    """ "called for peace on the peninsula", "a truck attack", "refuge from harassment", "escaped from jail in Chad"."""
    way, is_light = trigger.arguments.way_to(place.function), place.function == "light_actor"
    # "urged them to end the killings"
    ending = way.rsplit(" ", 1)[-1] if is_light else ""
    is_of_others = trigger.sense.type_code in HARM_TO_END or (
        ending == "ending" and trigger.sense.type_code == "protest"
    )
    is_ended = is_of_others and ending in ENDING
    is_ended |= trigger.sense.type_code in {"strike", "clash"} and ending == "end" and _has_no_owner(trigger)
    is_ended |= trigger.sense.type_code == "siege" and ending.startswith(("break", "brok"))
    is_ended = is_ended or (trigger.sense.type_code == "release" and ending in DEALING)  # "negotiates the release of"
    if is_light and trigger.sense.type_code in {"attack", "killing"}:
        is_to_stop = _is_to_stop(trigger.head.head)
        is_called = "light verb call" in way  # "in what he called a terror attack"
        return is_ended or is_to_stop or is_called or (role == "actor" and _is_only_had(place, trigger))
    if role == "actor":
        is_label = place.function in ONLY_PEOPLE and (head.tag_ == "CD" or head.lower_ in LABELS)
        is_label |= head.left_edge.text in {
            "Near",
            "Outside",
        }  # "Near Gao, strikes hit a depot", whatever the tree says
        is_machine = "vehicle" in classes and "aircraft" not in classes
        # "the 2002 bombings", "a terrorist attack", "the town had two attacks", "the Battle of the Narrows"
        is_label |= is_ended or (place.function == "of" and is_named_battle(trigger.head))
        return is_label or (place.function == "compound" and is_machine) or _is_only_had(place, trigger)
    if role in {"place", "destination"}:
        return _is_misplaced_goal(place, role, head, trigger, classes)
    if trigger.sense.frame == "accuse" and place.function == "on":
        return head.head != trigger.head  # "condemned the attack on the convoy" blames no convoy
    is_deed = trigger.sense.type_code == "clash" and head.lower_ in DEEDS  # "fought back against the attacks"
    if is_deed or trigger.sense.frame == "threaten":
        return is_deed or (place.function == "object" and head.lower_ in THREATENED)  # "threatened reprisals"
    is_asked = head.head == trigger.head and not classes.isdisjoint(AGENTS)
    # "requested Tomahawks": nobody is asked
    is_wanted = place.needs == "name" and all(child.dep_ != "xcomp" for child in trigger.head.rights)
    is_wanted |= (place.function in {"against", "on"} and not is_asked) or is_asked_for(place.function, head, trigger)
    return trigger.sense.frame == "call" and is_wanted


def _is_misplaced_goal(place: Place, role: str, head: Token, trigger: Trigger, classes: frozenset[str]) -> bool:
    """ "left on orders from the capital", "fled their homes in the valley": no place they left, and none they go to."""
    if role == "place":
        is_sent = head.head.lower_ in WORDS_SENT
        is_fled = trigger.sense.type_code == "displacement" and "armed" in classes and "placename" not in classes
        return place.function in {"from", "out"} and (is_sent or is_fled or _is_trouble(head, classes))
    is_left = any(each.i >= trigger.end for each in trigger.arguments.get("object"))
    is_opening = trigger.sense.pos == "verb" and head.i < trigger.start and head.dep_ == "obl"
    is_elsewhere = is_left or is_opening or case_of(head.head) == "from"  # "In the north, troops advanced"
    case = next((child for child in head.lefts if child.dep_ == "case"), None)
    is_elsewhere |= case is not None and text_before(case) == ","  # "fled from Rastan, in the province of Homs"
    return place.function == "in" and is_elsewhere


def _is_to_stop(verb: Token) -> bool:
    """ "troops sent to stop attacks": they carry out none."""
    return verb.lower_ in STOPPING and verb.dep_ == "advcl" and verb.tag_ == "VB"


def _is_only_had(place: Place, trigger: Trigger) -> bool:
    """Whether a verb of having links a noun and its subject: it makes a party to talks, and no doer of a deed."""
    is_had = place.function == "light_actor" and trigger.arguments.way_to("light_actor").endswith(HAVING)
    return is_had and trigger.sense.type_code not in {"talks", "agreement"}


def _is_where(place: Place, role: str, head: Token, trigger: Trigger, classes: frozenset[str], vocab: Vocab) -> bool:
    """ "exploded in the centre of the town", "a Gulf attack": a place acts only if a country or a seat of power."""
    if role == "target":
        is_blamed = (
            place.function == "on" and head.head != trigger.head and head.head.lower_[:4] == "blam"
        )  # "blamed the raid on rebels"
        if is_blamed or (place.function == "against" and head.lower_ in ODDS):
            return True
        is_occasion = place.function in {"at", "on"} and head.lower_ in OCCASIONS
        is_edge = place.function == "on" and head.text in EDGES  # "fired at soldiers on the border"
        is_edge |= place.function == "on" and head.lower_ in ROADS and trigger.sense.pos == "noun"
        is_town = place.function == "at" and head.ent_type_ == "LOC" and trigger.sense.pos == "noun"
        is_town = is_town and "building" not in classes  # "the attack at Tobruk" was not on all of it
        return is_occasion or is_edge or is_town or (place.function == "in" and head.lower_ in CENTRES)
    is_named = place.function == "compound" and "placename" in classes
    is_agent = head.lower_ in OWN_ADJECTIVES or not vocab.classes_of(head.lower_).isdisjoint(AGENTS)
    return role == "actor" and is_named and not is_agent


def _has_no_owner(trigger: Trigger) -> bool:
    """ "a deal to end the strike" is not that of the strikers, "voted to end their strike" is."""
    is_to_end = any(verb.tag_ == "VB" for verb in trigger.arguments.get("governor"))
    return is_to_end and all(child.dep_ != "nmod:poss" for child in trigger.head.lefts)


def _is_trouble(head: Token, classes: frozenset[str]) -> bool:
    """Whether a word is what people flee and not where from: "seeking refuge from harassment"."""
    is_place = not classes.isdisjoint({"place", "site", "building", "placename", "name", "armed", "militarything"})
    return not is_place and head.lower_.endswith(TROUBLES)


def _is_thing(head: Token, classes: frozenset[str]) -> bool:
    """Whether a head cannot act: a plain noun of no class of agents, and of no form that agents have."""
    if head.lower_ in CARRIED_BY and any(token.lower_.startswith(BURSTING) for token in head.sent):
        return True  # "a car packed with explosives blew up"
    if not classes.isdisjoint(AGENTS) or is_person_noun(head) or head.lower_ in PARTIES | {"both"}:
        return False
    is_agent_form = head.lower_.endswith(("er", "ers", "or", "ors", "ian", "ians", "ists", "ants", "men"))
    is_agent_form = is_agent_form and head.lower_ not in NO_DOERS
    is_unknown = classes.isdisjoint({"pronoun", "number", "weapon", "munition", "placename"}) and not is_agent_form
    return is_unknown or not classes.isdisjoint(NO_AGENTS)


def _is_announcer(place: Place, head: Token, trigger: Trigger, classes: frozenset[str]) -> bool:
    """Whether a person only announces what others do, a source and no actor, or ends it."""
    way = trigger.arguments.way_to(place.function)
    is_reached = place.function == "light_actor" or way.endswith(" control")  # "a spokesman threatened to bomb"
    if is_reached and head.lower_ in MOUTHPIECES and trigger.sense.type_code in BY_OTHERS:
        return True
    verbs = trigger.arguments.get("governor") if place.function == "light_actor" else ()
    is_ended = trigger.sense.type_code in {"protest", "strike"} and any(verb.lemma_ == "end" for verb in verbs)
    if is_ended and not classes.isdisjoint({"police", "force", "regime", "official"}):
        return True  # "the police ended the protest"
    is_said = any(verb.lemma_.startswith(("announc", "declar", "report")) for verb in verbs)
    if is_said and trigger.sense.type_code in STRUCK:
        return True  # "officials announced an attack on the town"
    if trigger.sense.type_code not in ANNOUNCED:
        return False
    is_person = "personname" in classes or any(token.ent_type_ == "PERSON" for token in phrase_of(head))
    is_teller = head.lower_ in MOUTHPIECES | {"chief", "he", "she"}
    return is_said and (is_person or is_teller)
