"""The happenings of a sentence: its triggers with their roles, each learning from those it is one happening with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from stages.grammar.agreement import is_verbal
from stages.grammar.noun_phrases import classes_of
from stages.grammar.the_dead import is_held_dead
from stages.happenings.causes import is_meanwhile, is_next_clause, is_reason, without_causes
from stages.happenings.merging import merged
from stages.naming.place_names import Places
from stages.parsing.heads import SUBJECTS, case_of, with_conjuncts
from stages.roles import OF_ANOTHER, Role, Roles, roles_of
from stages.triggers import Trigger, triggers_in
from stages.where.site_phrases import Site, word_before
from stages.where.sites import site_of
from stages.who.departures import with_force_left, with_founded, with_landing, with_refuge, with_side
from stages.who.fighters import with_fighters
from stages.who.losses import is_loss_of
from stages.who.other_side import FACING, is_sufferer, killer_in, with_other_side
from stages.who.parted import moved, parted
from stages.who.struck import members_of_series, with_struck, without_effects
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

GOING_IN = frozenset({"flee"})
VIOLENT = frozenset({"attack", "clash", "killing", "riot", "looting", "torture"})
EFFECTS = frozenset({"killing", "wounding", "looting", "attack"})
SUFFERED = frozenset({"killing", "wounding", "arrest", "abduction", "torture"})
DEEDS = SUFFERED | {"seizure", "looting"}
LINKS = words_of("in by during following after from through when as with since because")
JUDGING = frozenset({"accusation", "support", "rejection"})  # are of events too: "condemned the killings"
SUSPECTED = words_of("suspect suspects mastermind masterminds")  # "arrested a suspect in the bombing"


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger with its roles, and the place it shares with the event it is part of."""

    trigger: Trigger
    roles: Roles
    site: Site | None = None


def happenings_in(sent: Span, vocab: Vocab, topics: frozenset[str], places: Places) -> list[Happening]:
    """The happenings of a sentence in order: effects take the doer and the place of the attack they are effects of."""
    triggers = triggers_in(sent, vocab, topics)
    heads = {trigger.head.i: trigger.sense.type_code for trigger in triggers}
    told = [
        (trigger, with_destination(without_events(roles, trigger, heads), trigger, vocab, places))
        for trigger in triggers
        for roles in (moved(parted(roles_of(trigger, vocab), vocab), trigger),)
    ]
    found = [
        Happening(trigger, with_struck(trigger, roles))
        for trigger, roles in merged(without_causes(without_effects(told)))
    ]
    by_head = {each.trigger.head.i: each for each in found}
    victims = {
        role.head.i
        for each in found
        if each.trigger.sense.type_code in SUFFERED and (role := each.roles.get("target")) is not None
    }
    linked = [_linked(each, by_head, vocab, places) for each in found]
    linked = [_without_victim(each, found_before, victims) for each, found_before in zip(linked, found, strict=True)]
    linked = [_with_repelled(_with_doer_around(each, by_head), by_head) for each in linked]
    events = frozenset(by_head)
    linked = [replace(each, roles=with_other_side(each.trigger, each.roles, events, vocab)) for each in linked]
    linked = [replace(each, roles=with_fighters(each.trigger, each.roles, events, vocab)) for each in linked]
    return [_with_departure(each, vocab) for each in linked]


def with_destination(roles: Roles, trigger: Trigger, vocab: Vocab, places: Places) -> Roles:
    """The roles with the place named right after a verb of going, where the tree gives none."""
    if roles.get("destination") is not None or not vocab.frames[trigger.sense.frame].roles["destination"]:
        return roles
    name = next(iter(places.within(trigger.end, trigger.end + 6)), None)
    if name is None or trigger.sense.pos != "verb" or word_before(name) not in {"to", "into", "in", "across", "toward"}:
        return with_refuge(roles, trigger, vocab)
    between = name.doc[trigger.end : name.start]
    if any(token.tag_.startswith("VB") or token.is_punct or token.lower_ == "according" for token in between):
        return roles
    site = roles.get("place")
    if any(each.i >= trigger.end for each in trigger.arguments.get("object")) and word_before(name) == "in":
        return roles
    is_within = site is not None and name.root.head.i == site.head.i  # "fled a prison in Chad"
    if is_within or (trigger.sense.frame not in GOING_IN and word_before(name) == "in"):
        return roles
    role = Role(name, name.root, name.root, f"{trigger.sense.frame}: order")
    return Roles({**roles.by_name, "destination": role}, roles.counted)


def without_events(roles: Roles, trigger: Trigger, heads: dict[int, str]) -> Roles:
    """The roles without targets that are events themselves, save protests that are attacked."""
    kept = {}
    for name, role in roles.by_name.items():
        type_code = heads.get(role.head.i) if role.head.i != trigger.head.i else None
        is_attacked = type_code == "protest" and trigger.sense.type_code in SUFFERED | {"attack", "restriction"}
        is_joined = name == "recipient" and trigger.sense.type_code == "defection"
        is_undone = (type_code, trigger.sense.type_code) in {("abduction", "release"), ("restriction", "concession")}
        is_judging = trigger.sense.type_code in JUDGING and trigger.sense.pos == "verb"
        is_judged = is_judging and name == "target" and role.head.tag_.startswith("NN")
        if type_code is None or is_attacked or is_joined or is_undone or is_judged or name == "actor":
            kept[name] = role
    return Roles(kept, roles.counted)


def _linked(each: Happening, by_head: dict[int, Happening], vocab: Vocab, places: Places) -> Happening:
    if each.trigger.sense.type_code not in EFFECTS:
        return each
    cause = _cause_of(each, by_head)
    if cause is None:
        return _without_event_actor(each, by_head)
    roles = dict(each.roles.by_name)
    actor = cause.roles.get("actor")
    own = roles.get("actor")
    is_replaced = own is None or own.head.i in by_head or "munition" in classes_of(own.head, vocab)
    is_told = any(child.lower_ == "who" for child in each.trigger.head.lefts)  # "stones at police, who opened fire"
    is_sufferer_too = own is not None and is_sufferer(own, each.trigger, cause.trigger, cause.roles.get("target"))
    is_replaced |= is_sufferer_too and not is_told
    if is_replaced:
        roles.pop("actor", None)
        is_sided = cause.trigger.sense.type_code == "clash"  # either side may have killed
        is_sided |= each.trigger.sense.frame == "lose" and cause.trigger.sense.pos == "verb"  # "stormed it, losing two"
        if actor is not None and actor.head != each.trigger.head and not is_sided and not _is_target(roles, actor):
            roles["actor"] = replace(actor, rule=f"{actor.rule}{OF_ANOTHER}{cause.trigger.span.text}")
        killer = killer_in(cause.trigger, each.trigger, roles.get("target"), vocab)
        if killer is not None and not _is_target(roles, killer):
            roles.setdefault("actor", killer)
    site = site_of(cause.trigger, cause.roles, vocab, places)
    return replace(each, roles=Roles(roles, each.roles.counted), site=site)


def _without_victim(each: Happening, before: Happening, victims: set[int]) -> Happening:
    """The happening without an actor it took from another event, where that actor is among those killed or hurt."""
    actor = each.roles.get("actor")
    if actor is None or actor == before.roles.get("actor") or actor.head.i not in victims:
        return each
    roles = {name: role for name, role in each.roles.by_name.items() if name != "actor"}
    return replace(each, roles=Roles(roles, each.roles.counted))


def _with_doer_around(each: Happening, by_head: dict[int, Happening]) -> Happening:
    """ "police arrested ten people in house-to-house raids": whoever does the deed around a raid carries it out."""
    trigger = each.trigger
    if trigger.sense.type_code != "attack" or trigger.sense.pos != "noun" or each.roles.get("actor") is not None:
        return each
    if word_before(trigger.span) not in {"in", "during"} or trigger.head.head.lower_ in SUSPECTED:
        return each
    deed = next((by_head[above.i] for above in trigger.head.ancestors if above.i in by_head), None)
    is_backed = deed is not None and deed.trigger.sense.type_code == "support"  # "backed the rebels in raids"
    doer = deed.roles.get("target" if is_backed else "actor") if deed is not None else None
    if (
        deed is None
        or doer is None
        or deed.trigger.sense.type_code not in DEEDS | {"support"}
        or deed.trigger.sense.pos != "verb"
    ):
        return each
    role = replace(doer, rule=f"{doer.rule}{OF_ANOTHER}{deed.trigger.span.text}")
    return replace(each, roles=Roles({**each.roles.by_name, "actor": role}, each.roles.counted))


def _with_repelled(each: Happening, by_head: dict[int, Happening]) -> Happening:
    """ "the army repelled a rebel attack": it fought with those who attacked."""
    if each.trigger.sense.type_code != "clash" or each.trigger.sense.pos != "verb" or each.roles.get("target"):
        return each
    attacks = (by_head[noun.i] for noun in each.trigger.arguments.get("object") if noun.i in by_head)
    foe = next((attack.roles.get("actor") for attack in attacks if attack.trigger.sense.type_code == "attack"), None)
    if foe is None:
        return each
    role = replace(foe, rule=f"{each.trigger.sense.frame}: who attacked, {foe.rule}")
    return replace(each, roles=Roles({**each.roles.by_name, "target": role}, each.roles.counted))


def _is_target(roles: dict[str, Role], actor: Role) -> bool:
    """Whether an actor of another event is among those who suffer this one: "30 rebels died as rebels attacked"."""
    target = roles.get("target")
    is_named = target is not None and actor.head.lower_ in {token.lower_ for token in with_conjuncts(target.head)}
    return is_named or is_loss_of(target, actor)


def _without_event_actor(each: Happening, by_head: dict[int, Happening]) -> Happening:
    actor = each.roles.get("actor")
    if actor is None or actor.head.i not in by_head or actor.head.i == each.trigger.head.i:
        return each
    roles = {name: role for name, role in each.roles.by_name.items() if name != "actor"}
    return replace(each, roles=Roles(roles, each.roles.counted))


def _cause_of(each: Happening, by_head: dict[int, Happening]) -> Happening | None:
    """The attack that an effect is the effect of: its subject, "in" or "by" it, or the clause around it."""
    for token in _near(each, by_head):
        cause = by_head.get(token.i)
        if cause is None or cause is each or cause.trigger.sense.type_code not in VIOLENT:
            continue
        if each.trigger.sense.type_code == "killing" or _differ(each, cause):
            return cause
    return None


def _differ(each: Happening, cause: Happening) -> bool:
    return cause.trigger.sense.type_code != each.trigger.sense.type_code


def _is_of_one_cause(other: Token, by_head: dict[int, Happening]) -> bool:
    """Whether what is joined to an effect may have its cause: "was shot and shops were shut after mourners clashed"."""
    effect = by_head.get(other.i)
    is_harm = effect is not None and effect.trigger.sense.type_code in EFFECTS
    return is_harm or not any(child.dep_ in SUBJECTS for child in other.lefts)


def _near(each: Happening, by_head: dict[int, Happening]) -> list[Token]:
    """Where a cause may stand around an effect, nearest first."""
    head = each.trigger.head
    siblings = [other for other in head.conjuncts if is_verbal(other) and _is_of_one_cause(other, by_head)]
    siblings += [head.head] if is_held_dead(head) else []
    near = [token for function in ("subject", "by") for token in each.trigger.arguments.get(function)]
    near += [member for token in near for member in members_of_series(token)]
    near += [
        child
        for sibling in (head, *siblings)
        for child in sibling.children
        if (child.dep_ == "advcl" and all(c.lower_ != "while" and c.dep_ != "obl:unmarked" for c in child.lefts))
        or (child.dep_ in {"obl", "nmod", "obl:agent"} and case_of(child) in LINKS)
    ]
    near += [child for clause in near if clause.dep_ == "advcl" for child in clause.children if child.dep_ == "obj"]
    is_of_thing = head.dep_ == "advcl" and any(child.lower_ in {"that", "which"} for child in head.lefts)
    is_of_thing = is_of_thing or is_next_clause(head) or is_meanwhile(head) or is_reason(head)
    is_below = head.dep_ in {"advcl", "acl", "acl:relcl", "conj", "xcomp"} and not is_of_thing
    if is_below or (head.dep_ == "nmod" and case_of(head) in {"with", "of"}):
        near.append(head.head)
    if head.dep_ == "advcl" and head.head.lemma_ in FACING:
        near += [word for word in head.head.subtree if word.dep_ in {"obj", "nmod"} and word.i < head.i]
    if head.dep_ == "parataxis" and any(child.dep_ == "nsubj" and child.lower_ == "that" for child in head.lefts):
        near += reversed(head.doc[head.sent.start : head.i])  # "five attacks - blamed on rebels - that have killed"
    is_of_struck = head.dep_ == "acl:relcl" and head.head.dep_ in {"obl", "nmod", "obj"}
    return [*near, head.head.head] if is_of_struck else near


def _with_departure(each: Happening, vocab: Vocab) -> Happening:
    """A defection with the force that is left and the place that is gone to, where its own words name neither."""
    if each.trigger.sense.type_code != "defection":
        return each
    left = with_force_left(each.roles, each.trigger, vocab)
    joined = with_founded(with_side(left, vocab), each.trigger)
    return replace(each, roles=with_landing(joined, each.trigger, vocab))
