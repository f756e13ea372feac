"""Verbs whose object does what their complement tells: "forced them to flee", "praised the crew for saving"."""

from collections.abc import Iterator

from spacy.tokens import Token

from stages.grammar.agreement import is_verbal
from stages.parsing.heads import SUBJECTS, case_of, obliques_of
from stages.parsing.neighbours import text_before
from stages.words.harms import LEFT_BEHIND
from stages.words.modality import ACQUITTING
from stages.words.people import is_next_of_many, is_person_noun
from stages.words.speech import lemma_of
from stages.words.time_heads import is_given_time, is_time
from stages.words.wordlists import words_of

OCCASIONS = words_of("after before since while as when because following by")
MOVING = frozenset({"retreating", "fleeing", "advancing"})  # before a noun these say what it does itself
# Verbs whose object does what their complement says: "forced them to flee".
OBJECT_CONTROL = words_of("""
    force forced forcing order ordered ordering urge urged urging ask asked asking tell told allow allowed
    allowing enable enabled help helped helping helps cause caused persuade persuaded invite invited compel compelled
    permit permitted lead led prompt prompted call called calling encourage encouraged see saw seen seeing catch caught
    leave left get got want wanted show showed shows showing send sent sending expect expected warn warned accuse
    accused accusing accuses suspect suspects suspected charged convicted prevented stopped barred kept blamed
    forces orders urges asks tells allows enables helps causes persuades invites compels permits leads prompts calls
    encourages expects warns telling persuading leading prompting require requires required requiring oblige
    obliges obliged commit commits committing instruct instructs instructed authorize authorizes authorized authorise
    authorises authorised advise advised advises advising remind reminded deter deters deterred deterring dissuade
    dissuaded discourage discouraged discourages prevent prevents preventing stop stops stopping keep keeps keeping bar
    bars beg begs begged implore implored press pressed pressing push pushed pushing train trained hire hired recruit
    recruited hiring recruiting assign assigned mobilise mobilised mobilising mobilize mobilized mobilizing
    deploy deployed deploying dispatch dispatched dispatching
    pressure pressured quote quoted quotes quoting convince convinces convinced
    talk talked talking coax coaxed trick tricked lure lured bully bullied coerce coerced goad goaded
    interdict interdicted prohibit prohibits prohibited restrain restrained ban banned forbid forbade enjoined
    watch watches watched watching hear heard
    bribe bribes bribed bribing pay pays paid paying offer offers offered offering incite incites incited inciting lures
    luring found find finds entice enticed tempt tempted drive drives drove driven driving gave give gives given giving
    convincing causing enabling compelling obliging inducing induced induce instructing requesting
""")


# Verbs whose object did what they are "for": "criticised the officer for shooting".
FOR_DEED = words_of("""
    blame blames blaming arrests jails punishes praises thanks fines sues
    criticize criticized criticizing criticise criticised criticising criticizes criticises condemn condemned
    condemning condemns denounce denounced denouncing praise praised praising thank thanked hail hailed commend
    commended fault faulted arrest arrested arresting detain detained jail jailed imprison imprisoned fine fined
    punish punished punishing mock mocked mocking deride derided deriding ridicule ridiculed ridiculing scold
    scolded scolding reprimand reprimanded lambast lambasted censure censured castigate castigated assail assailed
    sack sacked fire fired suspend suspended expel expelled reward rewarded indict indicted prosecute prosecuted
    sentence sentenced sue sued suing try tried rebuke rebuked berate berated chide chided slam slammed attack
    attacked blast blasted execute executes executed executing hang hanged shot kill killed murder murdered beat lynched
    stabbed whip whipped
""")


# Whom these verbs ask stands behind a preposition: "called on the council to impose sanctions".
SENT = words_of("sent ordered told hired paid trained dispatched deployed trying attempting")
HELD_FOR = frozenset({"suspected", "accused", "wanted", "charged"})  # "held a man on Monday suspected of theft"
EFFORTS = words_of("efforts effort bid bids attempt attempts plan plans campaign drive")
DECISIONS = words_of("""
    plot plots conspiracy scheme decision vote move moves plan plans offer promise pledge threat attempt attempts effort
    efforts bid
""")
ASKING = words_of("demand protest chant seek call try attempt")
CALLS = words_of("call calls demand demands request requests appeal appeals order orders pressure")
BELOW = frozenset({"acl:relcl", "advcl", "ccomp"})
STRIKING = words_of("""
    attack strike bomb shell storm hit raid ambush ram shoot stab fire open explode detonate blow crash target launch
    bombard invade drive plough plow set throw burst clash beat overrun charge mow assault fight torch slash respond
    retaliate
""")
SHOWING = words_of("show shows showed shown showing depict depicts depicted depicting")
ASKED_BY_PHRASE = {"call": ("on",), "appeal": ("to",), "plead": ("with",), "shout": ("at",)}
MINES = words_of("mine landmine bomb device explosive ied")
BLOWS = MINES | words_of("fire attack bombardment shelling assault shellfire gunfire ambush")


def asked_by(verb: Token) -> Token | None:
    """Whom a verb above asks for what a clause tells, where a preposition leads to him, or counts as the next."""
    counted = next((child for child in verb.rights if is_next_of_many(child)), None)
    if counted is not None:
        return counted
    if any(is_given_time(child) for child in verb.rights):  # "gave the rebels two days to leave"
        return next((child for child in verb.children if child.dep_ in {"iobj", "nsubj:pass"}), None)
    is_there = any(child.dep_ == "expl" for child in verb.lefts)  # "there are moves by the union to strike"
    links = {"obj", "nsubj"} if is_there else {"obj"}
    plan = next((child for child in verb.rights if child.dep_ in links and child.lower_ in DECISIONS), None)
    planner = _planner_of(plan) if plan is not None else None
    if planner is not None:
        return planner
    if verb.lower_ == "used":
        return next(iter(obliques_of(verb).get("by", ())), None)
    cases = ASKED_BY_PHRASE.get(lemma_of(verb), ())
    phrases = (child for child in verb.rights if child.dep_ == "obl" and case_of(child) in cases)
    return next((child for child in phrases if not is_time(child)), None)


def _planner_of(plan: Token) -> Token | None:
    """Whose plan it is: "a plot | by officers | to kill him", whatever the phrase was hung on."""
    planner = next(iter(obliques_of(plan).get("by", ())), None)
    behind = (child for child in plan.head.rights if child.i > plan.i and case_of(child) == "by")
    beside = next(behind, None)
    return planner or (beside if beside is not None and beside.left_edge.i == plan.i + 1 else None)


def _is_blow(suffered: Token) -> bool:
    """ "came under | fire", "drove into an | ambush", "hit a | mine"."""
    is_met = case_of(suffered) in {"under", "into", "over"} and suffered.lower_ in BLOWS
    return is_met or (suffered.dep_ == "obj" and suffered.lower_ in MINES)


def is_no_deed_of_subject(verb: Token) -> bool:
    """ "the island was used to shell the port", "a truck was destroyed, wounding three": things do not do it.

    Nor does who came under fire or hit a mine: "a patrol came under attack, wounding two".
    """
    above = verb.head
    if verb.lower_ in LEFT_BEHIND | {"leaving"} and any(_is_blow(each) for each in above.rights):
        return True
    subjects = [child for child in above.lefts if child.dep_ == "nsubj:pass"]
    is_used = above.lower_ == "used" and verb.tag_ == "VB" and asked_by(above) is None
    is_harm = verb.lower_ in LEFT_BEHIND | {"leaving"} and above.tag_ in {"VBN", "VBD"}
    is_harm = is_harm and all(child.dep_ != "mark" for child in verb.lefts)  # "forces were accused of killing ten"
    return bool(subjects) and (is_used or is_harm) and not any(is_person_noun(child) for child in subjects)


def blamed_for(verb: Token, governor: Token) -> tuple[Token, str] | None:
    """Whom the verb above blames, thanks or punishes for what an -ing form tells, clears of it or keeps from it."""
    marks = {child.lower_ for child in verb.lefts} if verb.tag_ == "VBG" else set()
    is_acquitted = "of" in marks and lemma_of(governor) in ACQUITTING
    is_kept = "from" in marks and lemma_of(governor) == "block"
    if not (is_acquitted or is_kept or ("for" in marks and governor.lower_ in FOR_DEED)):
        return None
    if governor.dep_ == "acl:relcl" and all(child.dep_ != "obj" for child in governor.children):
        return governor.head, "control"  # "the man police blame for killing two"
    return next(((child, "control") for child in governor.children if child.dep_ == "obj"), None)


def told_of_object(verb: Token) -> tuple[Token, str] | None:
    """ "jailed the envoy, accused of theft", "fired on villagers demanding water": of whom the clause right behind is.

    A passive participle behind a comma tells of the person before it; so does an -ing form of asking without one.
    """
    if verb.lower_ in HELD_FOR and verb.dep_ in {"advcl", "acl", "xcomp", "obl"} and verb.head.pos_ == "VERB":
        held = (child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i)
        return next(((child, "participle") for child in held if is_person_noun(child)), None)
    sent = verb.left_edge.nbor(-1) if verb.tag_ == "VB" and verb.left_edge.i > verb.sent.start else verb
    is_bare = all(child.dep_ not in SUBJECTS for child in sent.lefts)  # "that soldiers were trying to defect"
    if sent.dep_ == "acl" and sent.lower_ in SENT and is_bare and verb.left_edge.lower_ == "to":
        return sent.head, "control"  # "killed by policemen sent to arrest him", wherever the parser hung it
    is_set_off = text_before(verb) == ","
    last = verb.doc[max(verb.i - 1 - is_set_off, 0)]
    if verb.dep_ not in {"advcl", "parataxis", "xcomp"} or last.i <= verb.head.i:
        return None
    is_state = is_set_off and verb.tag_ == "VBN" and _is_bare(verb)
    if not is_state and (is_set_off or verb.tag_ != "VBG" or verb.lemma_ not in ASKING):
        return None
    whom = (child for child in verb.head.rights if child.dep_ in {"obj", "obl"} and child.right_edge.i >= last.i)
    person = next((child for child in whom if is_person_noun(child) and last in child.subtree), None)
    return (person, "participle") if person is not None else None


def told_before(clause: Token) -> Token | None:
    """ "executed three men it said had killed its leader": of whom it is said, right before who says it."""
    said = clause.head
    is_told = clause.dep_ == "ccomp" and said.dep_ == "parataxis" and clause.tag_ in {"VBN", "VBD"}
    if not is_told or said.left_edge.i <= said.sent.start or any(child.dep_ in SUBJECTS for child in clause.lefts):
        return None
    noun = said.left_edge.nbor(-1)
    is_object = noun.dep_ in {"obj", "obl", "nmod", "nsubj:pass"} and noun.pos_ in {"NOUN", "PROPN"}
    return noun if is_object and is_person_noun(noun) else None


def striking_before(verb: Token) -> Token | None:
    """ "named the bombers who struck a hotel, killing ten": the blow of the clause right before, and no namer's."""
    if verb.lower_ not in LEFT_BEHIND or text_before(verb) != ",":
        return None
    before = (token for token in reversed(verb.doc[verb.head.i + 1 : verb.i]) if token.dep_ in BELOW)
    near = next((token for token in before if lemma_of(token) in STRIKING and token.tag_ != "VBG"), None)
    is_set_off = (
        near is not None and near.dep_ == "acl:relcl" and "," in {near.left_edge.text, text_before(near.left_edge)}
    )
    # "charged at police, who opened fire, killing ten", but "attacked troops who had shelled it, killing ten"
    return None if lemma_of(verb.head) in STRIKING and not is_set_off else near


def does_harm(verb: Token) -> bool:
    """Whether an -ing form behind what was struck tells what the blow did, and not what the struck thing did."""
    is_behind = verb.dep_ == "acl" and verb.head.dep_ == "obj" and verb.tag_ == "VBG" and is_verbal(verb.head.head)
    is_led = any(child.dep_ == "mark" for child in verb.lefts)  # "acquitted two officers of killing her"
    return is_behind and not is_led and verb.lower_ in LEFT_BEHIND and verb.head.ent_type_ != "PERSON"


def _is_bare(participle: Token) -> bool:
    return all(
        child.dep_ not in {*SUBJECTS, "obj"} and not child.dep_.startswith("aux") for child in participle.children
    )


def shown(verb: Token, governor: Token) -> tuple[Token, str] | None:
    """ "a video claiming to show a colonel, calling on others to join": who is shown does it, and not the video."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "xcomp"}:
        return None
    before = (token for token in reversed(verb.doc[governor.i : verb.i]) if token.lower_ in SHOWING)
    showing = next((token for token in before if token == governor or governor.is_ancestor(token)), None)
    if showing is None:
        return None
    return next(((child, "shown") for child in showing.rights if child.dep_ == "obj" and child.i < verb.i), None)


def owners_of(plan: Token) -> Iterator[Token]:
    """Whose plan it is: "the army's bid to", "Coalition efforts to"; of an operation a name may say where."""
    for child in plan.lefts:
        is_name = child.dep_ == "compound" and child.text[:1].isupper() and child.ent_type_ != "LOC"
        if child.dep_ == "nmod:poss" or (is_name and plan.lower_ in EFFORTS):
            yield child


def named_by(what: Token) -> Token:
    """The name in "joined what he called the national guard"; any other word itself."""
    clauses = (child for child in what.rights if child.dep_ == "acl:relcl" and child.lemma_ in {"call", "term", "dub"})
    names = (child for clause in clauses for child in clause.rights if child.dep_ in {"obj", "xcomp"})
    return next(names, what) if what.lower_ == "what" else what


def plan_of(verb: Token) -> Token:
    """The plan that a verb carries out: the word right before its "to", wherever it was hung."""
    first = verb.left_edge
    before = first.nbor(-1) if first.i > verb.sent.start else verb.head
    return before if before.lower_ in EFFORTS and first.lower_ == "to" else verb.head


def is_asked_for(verb: Token) -> bool:
    """Whether a clause is what somebody asks for, and not what made him ask: "called for calm after shells hit"."""
    marks = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    is_told = any(child.dep_ in SUBJECTS for child in verb.children) or not marks.isdisjoint(OCCASIONS)
    return verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and not is_told)
