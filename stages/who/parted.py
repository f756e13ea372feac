"""Roles kept apart: nobody is done to by himself through a pronoun, where it was is not where they went, and those
who flee are not the driven out."""

from stages.grammar.noun_phrases import content_head, is_number_only, phrase_of
from stages.parsing.heads import case_of
from stages.roles import Role, Roles
from stages.triggers import Trigger
from stages.who.coreference import other_antecedent_of
from stages.who_says.quotes import quote_around
from stages.words.people import is_person_noun, is_plural
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

ASKED = frozenset({"who", "whom"})  # who stands for nobody named: "it is unclear who did it"
ENVOYS = words_of("ambassador ambassadors envoy envoys consul consuls attaché attache delegate delegates")
DRIVEN = ("evacuat", "expuls", "deport", "displac", "evict", "transfer", "relocat", "resettle")


def parted(roles: Roles, vocab: Vocab) -> Roles:
    """The roles with a target that is not the actor again, and no destination that only says where."""
    by_name = {
        name: role
        for name, role in roles.by_name.items()
        if role.head.lower_ not in ASKED and not (name == "actor" and _is_left_open(role))
    }
    destination = by_name.get("destination")
    if "recipient" in by_name and destination is not None and destination.rule.endswith(": in"):
        by_name.pop("destination")  # "defected to the rebels in Kayin"
    elif destination is not None and destination.rule.endswith(": in") and _is_before_foes(destination):
        by_name.pop("destination")
    for name in ("destination", "recipient"):
        goal = by_name.get(name)
        if goal is not None and goal.head.dep_ == "nmod" and goal.head.head.lower_ in ENVOYS:
            by_name.pop(name)  # "the defection of the ambassador to France"
    actor, target = by_name.get("actor"), by_name.get("target")
    if actor is not None and target is not None and _is_taken_for(target, actor):
        by_name["target"] = _done_to(target, actor, vocab)
    if actor is not None and target is not None and _fights_itself(actor, target):
        pronoun = actor.filler
        by_name["actor"] = Role(phrase_of(pronoun), pronoun, pronoun, actor.rule)
    return Roles(by_name, roles.counted)


def _is_before_foes(destination: Role) -> bool:
    """ "fled before the militants in Mosul": where they came, and not where the others went."""
    above = destination.head.head
    beside = (above, *(child for child in above.rights if child.i < destination.head.i))
    return any(case_of(child) == "before" and is_person_noun(child) for child in beside)


def _is_left_open(actor: Role) -> bool:
    """ "They broke the door," he said: of whom a speaker says "they" is left open."""
    return actor.head.lower_ == "they" and quote_around(actor.head) is not None


def _is_taken_for(target: Role, actor: Role) -> bool:
    is_reflexive = target.filler.lower_.endswith(("self", "selves"))
    return actor.head.i == target.head.i and target.filler.i != target.head.i and not is_reflexive


def _fights_itself(actor: Role, target: Role) -> bool:
    """ "Hamas left. The town was calm until it fought Hamas men": whom a pronoun stands for is not who is fought."""
    is_pronoun = actor.filler.i != actor.head.i and actor.filler.tag_.startswith("PRP")
    return is_pronoun and any(token.text == actor.head.text for token in target.span)


def _done_to(target: Role, actor: Role, vocab: Vocab) -> Role:
    """ "The gunmen stopped the passengers and shot them": whom the pronoun means beside those who act."""
    pronoun = target.filler
    other = other_antecedent_of(pronoun, vocab, actor.head)
    if other is None:
        return Role(phrase_of(pronoun), pronoun, pronoun, target.rule)
    return Role(phrase_of(other), other, pronoun, target.rule)


def moved(roles: Roles, trigger: Trigger) -> Roles:
    """The roles with those who flee together as actors; a single person's flight is told as what befell him."""
    movers, doer = roles.get("target"), roles.get("actor")
    if trigger.sense.type_code == "killing" and "behind" in trigger.span.text.lower().split() and doer is not None:
        others = {name: role for name, role in roles.by_name.items() if name != "actor"}
        return Roles({**others, "target": doer}, roles.counted)  # "the raiders left five of their dead behind"
    is_driven = trigger.sense.frame in {"displace", "resettle"} or trigger.head.lower_.startswith(DRIVEN)
    if trigger.sense.type_code != "displacement" or movers is None or "actor" in roles.by_name or is_driven:
        return roles
    is_listed = any(child.dep_ == "conj" for child in movers.head.children)
    is_many = is_plural(content_head(movers.head)) or is_plural(movers.head)  # "thousands of Rohingya"
    if not (is_listed or is_many or is_number_only(movers.span)):
        return roles
    others = {name: role for name, role in roles.by_name.items() if name != "target"}
    return Roles({**others, "actor": movers}, roles.counted)
