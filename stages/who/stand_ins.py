"""Numbers and pronouns that stand in for people named beside them: "three of whom", "she was the fourth envoy to"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Token

from stages.grammar.clauses import verb_arguments
from stages.grammar.noun_phrases import classes_of, content_head
from stages.parsing.heads import case_of, obliques_of
from stages.parsing.neighbours import text_before
from stages.triggers import Trigger
from stages.who.meant import SPOKESMEN
from stages.words.people import is_person_noun, is_plural
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

SHARES = words_of("all both some none number many")  # "some of them" says neither who nor how many
DYING = frozenset({"die", "perish"})
BECOMING = frozenset({"become", "remain"})
TELLERS = SPOKESMEN | words_of(
    "aides adviser advisor relative relatives friend friends office secretary source sources"
)
LEAVING = frozenset({"defection", "resignation"})
DECLINING = frozenset({"submit", "tender", "hand"})  # a source who "handed in his resignation" resigns himself
BODY = words_of("body bodies corpse corpses head heads throat throats remains")
RUNNING = words_of("fled flee fleeing retreated retreat retreating withdrew withdraw withdrawing")
SET_UPON = ("on", "at", "against")  # "opened fire on the guards, wounding two"


def of_whom(number: Token, vocab: Vocab) -> Token | None:
    """The people of whom a number is a part: "treated 45 fighters, three of whom died"."""
    is_part = any(child.dep_ == "nmod" and child.lower_ == "whom" for child in number.rights)
    at = number.i - 1
    if not is_part or at <= number.sent.start or number.doc[at].text != ",":
        return None
    before = number.doc[at - 1]
    if before.tag_ == "NNP" and number.lower_ == "both" and number.head.dep_ == "acl:relcl":
        return number.head.head  # "Athens and Sparta, both of whom"
    return before if before.tag_ == "NNS" and _is_people(before, vocab) else None


def of_them(part: Token, vocab: Vocab) -> Token | None:
    """The people of the same sentence of whom a share is meant: "surrounded the rebels and killed some of them"."""
    if part.lower_ not in SHARES or not any(child.lower_ == "them" and case_of(child) == "of" for child in part.rights):
        return None
    doers = {child.i for child in part.head.children if child.dep_ == "nsubj"}
    before = (token for token in part.doc[part.sent.start : part.i] if token.tag_ in {"NNS", "NNPS"})
    others = [token for token in before if token.i not in doers and is_plural(token)]
    others = [token for token in others if classes_of(token, vocab).isdisjoint({"munition", "weapon"})]
    joint = part.head.head if part.head.dep_ == "conj" else None
    done_to = (token for token in others if token.dep_ == "obj" and token.head == joint)  # "pursued the remnants"
    return next(done_to, None) or next((token for token in reversed(others) if _is_people(token, vocab)), None)


def thing_judged(pronoun: Token) -> Token | None:
    """What "it" is behind a first word on the same: "expressed support for the raid and praised it"."""
    verb = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "obj" or verb.dep_ != "conj" or verb.head.i > verb.i:
        return None
    before = [child for child in verb.head.rights if child.i < verb.i and child.tag_ in {"NN", "NNP"}]
    told_for = (child for child in before if child.dep_ == "obl" and case_of(child) in {"for", "of"})
    inner = (each for child in before if child.dep_ == "obj" for each in obliques_of(child).get("for", ()))
    plain = (child for child in before if child.dep_ == "obj")
    return next(told_for, None) or next(inner, None) or next(plain, None)


def thing_of_pronoun(pronoun: Token, vocab: Vocab) -> Token | None:
    """What is looted or burned by a pronoun: "homes were razed; residents say soldiers torched them"."""
    start = pronoun.doc[pronoun.sent.start - 1].sent.start if pronoun.sent.start else 0
    for token in reversed(pronoun.doc[start : pronoun.i]):
        is_named = token.dep_ in {"obj", "nsubj:pass"} and token.tag_ in {"NN", "NNS"}
        if is_named and is_plural(token) == (pronoun.lower_ == "them") and not _is_people(token, vocab):
            return token
    return None


def is_own_loss(trigger: Trigger) -> bool:
    """ "fled, leaving ten dead": those who run leave their own."""
    verb = trigger.head
    is_left = trigger.sense.words[0] == "leave" and all(token.lower_ != "behind" for token in trigger.span)
    return is_left and verb.dep_ == "advcl" and verb.head.lower_ in RUNNING


def whose_body(head: Token, trigger: Trigger) -> Token:
    """The one whose body it is: "the head of the fighter", "the bodies of ten men"."""
    whose = next(iter(obliques_of(head).get("of", ())), head)
    is_chief = head.lower_ in {"head", "heads"} and not (is_person_noun(whose) or whose.ent_type_ == "PERSON")
    if trigger.sense.type_code in {"killing", "abduction", "torture"} and head.lower_ in BODY and not is_chief:
        return whose
    return head  # "the head of security"


def whole_of(number: Token, verb: Token, vocab: Vocab) -> Token | None:
    """Those of whom a bare number tells a further part: "killed two of the guards and wounded five"."""
    above = verb.head
    if verb.dep_ not in {"conj", "advcl"} or above == verb:
        return None
    arguments = verb_arguments(above)
    place = "subject" if above.lemma_ in DYING else "object"
    heads = [*arguments.get(place), *(head for case in SET_UPON for head in obliques_of(above).get(case, ()))]
    for head in heads if verb.dep_ == "conj" or not arguments.is_passive else ():
        noun = of_them(head, vocab) or content_head(head)
        if noun.i < number.i and is_plural(noun) and noun.tag_ != "CD" and _is_people(noun, vocab):
            return noun
    return whole_of(number, above, vocab) if verb.dep_ == "conj" else None


def _is_people(noun: Token, vocab: Vocab) -> bool:
    return not classes_of(noun, vocab).isdisjoint({"people", "armed", "side"})


def predicate_of(pronoun: Token, verb: Token) -> Token | None:
    """The noun that says who a pronoun is: in "She was the fourth envoy to quit" the envoy quits."""
    noun = verb.head
    is_said = verb.dep_ in {"acl", "acl:relcl"} and pronoun.head == noun and noun.tag_ == "NN"
    return noun if is_said and any(child.dep_ == "cop" for child in noun.lefts) else None


def one_of_many(people: Token, verb: Token) -> Token:
    """ "One of the envoys to resign, Omar Sow", "she is one of many to resign": the one; others themselves."""
    part = people.head
    is_one = part.lower_ == "one" and part.i < people.i and people.dep_ == "nmod" and is_plural(people)
    is_aim = verb.dep_ == "acl" and verb.head == people and any(child.tag_ == "TO" for child in verb.lefts)
    if not is_one or not is_aim:
        return people
    named = (child for child in part.rights if child.dep_ == "appos" and child.i > verb.i)
    is_said = part.dep_ == "xcomp" and part.head.lemma_ in BECOMING
    is_said = is_said or any(child.dep_ == "cop" for child in part.lefts)
    above = part.head if part.dep_ == "xcomp" else part
    subjects = (child for child in above.lefts if is_said and child.dep_ == "nsubj")
    return next(chain(named, subjects), people)


def stood_for(heads: Iterable[Token], trigger: Trigger) -> Iterator[Token]:
    """Who is meant by each of the words that stand where a doer or victim is sought."""
    for head in filter(None, map(_set_right, heads)):
        yield announced_for(one_of_many(_named_one(among_those(_of_town(head))), trigger.head), trigger)


def _set_right(head: Token) -> Token | None:
    """ "killed not by rebels but by guards", "the rebels, not the army, who": the other; None where none is named."""
    before = {child.lower_ for child in head.lefts} | {text_before(head.left_edge)}
    if "not" not in before:
        return head
    if head.dep_ in {"conj", "appos", "nmod"} and head.head.i < head.i and head.head.tag_.startswith("NN"):
        return head.head
    others = (child for child in head.rights if child.dep_ in {"conj", "appos"})
    return next((child for child in others if any(c.lower_ == "but" for c in child.lefts)), None)


def _of_town(name: Token) -> Token:
    """ "Tulsa, Okla., police officer Ann Low": who is from a town named with its state; others themselves."""
    behind = (child for child in name.rights if child.dep_ == "appos" and child.tag_ == "NN" and is_person_noun(child))
    person = next((child for child in behind if "," in (child.left_edge.text, text_before(child.left_edge))), None)
    if person is None or name.ent_type_ != "LOC":
        return name
    between = name.doc[name.i + 1 : person.i]
    return person if any(token.ent_type_ == "LOC" for token in between) and between[0].text == "," else name


def _named_one(one: Token) -> Token:
    """ "One, a lieutenant, died": who the one is; others themselves."""
    said = (child for child in one.rights if child.dep_ == "appos" and child.tag_ == "NN" and is_person_noun(child))
    return next(said, one) if one.lower_ == "one" else one


def announced_for(teller: Token, trigger: Trigger) -> Token:
    """ "The minister's aide announced his defection": whose aide it is defects; others themselves."""
    if teller.lower_ not in TELLERS or trigger.sense.type_code not in LEAVING:
        return teller
    owned = (child for token in trigger.span for child in token.lefts if child.dep_ == "nmod:poss")
    if trigger.head.lemma_ in DECLINING or not any(child.lower_ in {"his", "her", "their"} for child in owned):
        return teller
    whose = (child for child in teller.children if child.dep_ == "nmod:poss" or case_of(child) in {"for", "of", "to"})
    return next((each for each in whose if each.tag_ == "PRP$" or _is_one(each)), teller)


def _is_one(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (is_person_noun(token) and not is_plural(token))


def among_those(those: Token) -> Token:
    """ "Two clerks were among those killed", "Among those killed were two clerks": who they are; others themselves."""
    if those.lower_ != "those" or case_of(those) != "among":
        return those
    named = (child for child in (*those.children, those.head) if child.tag_.startswith("NN"))
    return next((each for each in named if each == those.head or each.dep_.startswith("nsubj")), those)
