"""Who stands where around a verb: subject, object and the rest, whatever the voice and however far they are shared."""

from __future__ import annotations

from spacy.tokens import Token

from stages.grammar.agreement import (
    RELATIVES,
    agent_after,
    is_controlled,
    is_finite,
    is_impersonal,
    is_opening,
    is_said_without_subject,
    is_verbal,
    noun_meant,
    noun_of_relative,
    said_of,
    subject_before,
    subject_of_absolute,
)
from stages.grammar.arguments import Arguments
from stages.grammar.control import (
    CALLS,
    OBJECT_CONTROL,
    asked_by,
    blamed_for,
    does_harm,
    is_no_deed_of_subject,
    named_by,
    owners_of,
    plan_of,
    shown,
    striking_before,
    told_before,
    told_of_object,
)
from stages.grammar.partners import partner_of
from stages.grammar.sharing import share_object, shared_agent
from stages.grammar.voice import has_object, is_object, is_passive, left_so, other_doer
from stages.parsing.heads import (
    AGENTS,
    OBLIQUES,
    SUBJECTS,
    case_and_phrase,
    case_of,
    nearest_of_list,
    obliques_of,
    opener_of_list,
    relation_of,
)
from stages.words.modality import REACTING
from stages.words.people import is_doer
from stages.words.speech import lemma_of
from stages.words.time_heads import is_given_time, is_time


def verb_arguments(verb: Token, *, passive: bool | None = None) -> Arguments:
    """The functions around a verb: the subject of an active or the agent of a passive is `subject`.

    `passive` overrules what the form says, for verbs that have no passive and those that have nothing but an object.
    """
    passive = is_passive(verb) if passive is None else passive
    found: dict[str, tuple[Token, ...]] = {}
    shared: dict[str, str] = {}
    _own_arguments(verb, found, passive=passive)
    _relativized(verb, found, shared)
    doer, undergoer = _inherited(verb, passive=passive)
    for function, reached in (("subject", doer), ("object", undergoer)):
        if function not in found and reached is not None:
            found[function], shared[function] = (reached[0],), reached[1]
    if "object" not in found and not passive:
        share_object(verb, found, shared)
    if "subject" not in found and not passive and (is_finite(verb) or verb.tag_ == "VBN"):
        subject = subject_before(verb)
        if subject is not None:
            found["subject"], shared["subject"] = (subject,), "order"
    if "subject" not in found and passive:
        agent = agent_after(verb) or shared_agent(verb)
        if agent is not None:
            found["subject"], shared["subject"] = (agent,), "order"
    for function, heads in obliques_of(verb, found.get("object", ())).items():
        found.setdefault(function, heads)
    _of_gerund(verb, found, shared)
    return Arguments(found, passive, shared)


def _of_gerund(verb: Token, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """ "the stabbing to death of a farmer by a herder": an -ing form is of its object, by its subject."""
    if "object" not in found and "of" in found and verb.lower_.endswith("ing") and not is_passive(verb):
        found["object"], shared["object"] = found["of"], "of"
        if shared.get("subject") == "control":
            del found["subject"]  # "arrest mayor after shooting of reporter"
        if "subject" not in found and "by" in found:
            found["subject"], shared["subject"] = found["by"], "by"


def _own_arguments(verb: Token, found: dict[str, tuple[Token, ...]], *, passive: bool) -> None:
    for child in verb.children:
        if is_opening(child, verb):
            continue
        if (child.dep_ == "nsubj:pass" and not has_object(verb)) or (child.dep_ == "nsubj" and passive):
            found["object"] = (*found.get("object", ()), child)
        elif (child.dep_ in SUBJECTS and not child.dep_.startswith("csubj")) or (
            child.dep_ == "expl" and child.tag_ == "PRP"
        ):
            found["subject"] = (*found.get("subject", ()), child)
        elif child.dep_ == "iobj":
            found["iobject"] = (child,)
        elif relation_of(child) in {"ccomp", "xcomp"}:
            found["comp"] = (*found.get("comp", ()), child)
        elif is_object(child, verb, passive=passive):
            found["object"] = (*found.get("object", ()), named_by(child))
        elif child.dep_ in AGENTS or (passive and child.dep_ in OBLIQUES and case_and_phrase(child)[0] == "by"):
            agent = other_doer(verb) or case_and_phrase(child)[1]
            found["subject"] = (*found.get("subject", ()), agent)
            found["by"] = (*found.get("by", ()), agent)


def _relativized(verb: Token, found: dict[str, tuple[Token, ...]], shared: dict[str, str]) -> None:
    """A relative pronoun stands for the noun its clause modifies; a missing object does too."""
    clause = verb
    while clause.dep_ == "conj" and is_verbal(clause.head):
        clause = clause.head
    if clause.dep_ == "ccomp" and any(head.lower_ in RELATIVES for head in found.get("subject", ())):
        clause = clause.head  # "the militia, which it said had killed ten"
    told = noun_meant(clause.head) if is_said_without_subject(clause) else told_before(clause)
    if clause == verb and told is not None:
        function = "object" if is_passive(clause) else "subject"
        found[function], shared[function] = (opener_of_list(told),), "relative clause"
        return
    noun = opener_of_list(noun_meant(clause))
    if clause.dep_ not in {"acl:relcl", "relcl"} or noun == clause or ";" in clause.doc[noun.i : clause.i].text:
        return
    is_resolved = False
    for function in ("subject", "object"):
        if any(head.lower_ in RELATIVES for head in found.get(function, ())):
            others = tuple(head for head in found[function] if head.lower_ not in RELATIVES)
            found[function] = others or tuple(noun for _ in found[function])
            if others:
                continue  # "the raids that they say killed ten men"
            shared[function] = "relative clause"
            is_resolved = True
    has_pronoun = any(token.lower_ in RELATIVES | {"where", "when"} for token in clause.children)
    has_pronoun |= any(token.lower_ == "whose" for child in clause.lefts for token in child.lefts)
    if not is_resolved and not has_pronoun and "object" not in found and found.get("subject") and clause == verb:
        found["object"], shared["object"] = (noun,), "relative clause"


Reached = tuple[Token, str] | None


def _inherited(verb: Token, *, passive: bool) -> tuple[Reached, Reached]:
    """Doer and undergoer that a verb shares with what it hangs on."""
    reached = _understood_subject(verb)
    return (None, reached) if passive else (reached, None)


def _understood_subject(verb: Token) -> Reached:
    """The noun that a clause without a subject speaks of."""
    head, reached = verb.head, None
    if head == verb or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    if verb.lower_ == "fighting" and lemma_of(head) in {"kill", "die", "wound", "injure"}:
        return None  # "were killed in fighting"
    is_of_many = verb.dep_ == "acl" and verb.tag_ == "VBN" and head.tag_ == "NNS"  # "was among ten men killed"
    if (people := left_so(verb)) is not None:
        reached = (people, "participle")
    elif not is_verbal(head) or head.lower_ == "those" or is_of_many:
        reached = _of_noun(verb)
    elif verb.dep_ == "conj":
        partner = partner_of(verb)
        reached = None if partner is None else _of_governor(partner, "coordination")
    elif verb.dep_ == "acl" and not _is_led(verb):  # "they were on site preparing to leave"
        reached = (head, "participle") if is_doer(head) else _of_governor(head, "control")
    elif (told := told_of_object(verb)) is not None:
        reached = told
    elif is_controlled(verb) and not is_no_deed_of_subject(verb):
        reach = "participle" if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text in {",", "by"} else "control"
        near = striking_before(verb) or head
        reached = subject_of_absolute(verb) or blamed_for(verb, head) or shown(verb, head) or _of_governor(near, reach)
    return reached


def _of_noun(verb: Token) -> Reached:
    """Of whom a clause on a noun speaks: the noun, the owner of a plan, or whoever became or did what it is."""
    head = verb.head
    if verb.dep_ == "acl" and head.dep_ == "xcomp" and lemma_of(head.head) == "become":
        return _of_governor(head.head, "control")  # "has become the first envoy to defect"
    if verb.dep_ == "acl" and _is_led(verb) and not is_doer(head):
        return _of_plan(plan_of(verb))
    if does_harm(verb):
        return _of_governor(head.head, "control")  # "bombed the town killing ten"
    way = {"acl": "participle", "amod": "participle", "acl:relcl": "relative clause", "relcl": "relative clause"}
    noun = head if verb.dep_ == "amod" else said_of(verb)
    return (nearest_of_list(noun, verb), way[verb.dep_]) if verb.dep_ in way else None


def _is_led(verb: Token) -> bool:
    return any(child.dep_ in {"mark", "case"} and child.lower_ in {"to", "for", "of", "in"} for child in verb.children)


def _of_plan(noun: Token) -> Reached:
    """Who acts on a plan: its owner, or the subject above: "claimed responsibility for shooting"."""
    for owner in (*owners_of(noun), *(head for case in ("by", "from") for head in obliques_of(noun).get(case, ()))):
        return owner, "possessive"
    if is_given_time(noun):
        given = (
            child for child in noun.head.children if child.dep_ in {"iobj", "obj", "nsubj:pass"} and child.i < noun.i
        )
        return next(((child, "control") for child in given), None)
    is_under_verb = is_verbal(noun.head) and noun.head != noun and noun.dep_ in {"obj", "obl", "nsubj:pass"}
    if case_of(noun) == "for" and noun.head.tag_ == "JJ":  # "it is vital for both sides to meet"
        return noun, "control"
    is_refused = noun.lower_ in CALLS and lemma_of(noun.head) in {"reject", "refuse", "dismiss", "ignore"}
    is_reacting = lemma_of(noun.head) in REACTING and not is_refused  # "rejected calls to resign"
    if is_under_verb and not is_time(noun) and not is_reacting:  # "ended days of fighting"
        return _of_governor(noun.head, "control")
    return None


def _of_governor(governor: Token, way: str) -> Reached:
    """What a governing verb's clause is about: its object under verbs that make others act, else its subject."""
    asked = asked_by(governor) if way == "control" else None
    if asked is not None:
        return asked, way
    if way == "control" and governor.lower_ in OBJECT_CONTROL:
        for child in governor.children:
            if child.dep_ in {"obj", "iobj", "nsubj:pass"}:
                return noun_of_relative(child, governor), way
        if governor.dep_ == "acl:relcl" and governor.left_edge.lower_ not in RELATIVES:
            return noun_meant(governor), way  # "a man they suspect of killing two"
    subjects = [] if is_impersonal(governor) else [child for child in governor.children if _is_subject(child)]
    named = [child for child in subjects if not is_opening(child, governor)]  # "CAIRO - Police jailed two and shot"
    behind = subject_before(governor) if subjects and not named else None  # "CAIRO - Police" read as one phrase
    for child in named or ([behind] if behind is not None else subjects):
        return noun_of_relative(child, governor), way
    return _understood_subject(governor)


def _is_subject(child: Token) -> bool:
    return child.dep_ in {*SUBJECTS, "expl"} and not child.dep_.startswith("csubj")
