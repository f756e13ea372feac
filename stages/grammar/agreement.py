"""Finite verbs and their subjects where the tree gives none."""

from spacy.tokens import Token

from stages.parsing.heads import BESIDE, KILLINGS, NOUN_SUBJECTS, case_of, nearest_of_list
from stages.words.people import RELATIVES as KIN
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

TELLINGS = words_of("broadcast telecast report statement video footage interview study survey article tally film list")
DASHES = frozenset({":", "—", "–", "--", "---", "-"})
JUDGED = frozenset({"condemned", "denounced", "criticised", "criticized", "deplored"})  # "raid on a town condemned"
RELATIVES = frozenset({"who", "which", "that", "whom"})
SUPPORTERS = words_of("supporter supporters lawyer lawyers attorney friend friends colleague colleagues")
SKIPPED_TAGS = frozenset({"RB", "RBR", "MD", "VBZ", "VBP", "VBD", "TO", "``", "''"})


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb, or an adjective or noun used as a predicate with a subject."""
    return token.tag_.startswith("VB") or any(child.dep_.startswith(("nsubj", "cop")) for child in token.children)


def is_nominal(token: Token) -> bool:
    """Whether a token can head a noun phrase."""
    return token.tag_.startswith("NN") or token.tag_ in {"PRP", "CD", "DT"} or token.pos_ in {"NOUN", "PROPN", "PRON"}


def is_finite(verb: Token) -> bool:
    """Whether a verb stands in a finite form or has an auxiliary that does."""
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    return any(child.dep_.startswith("aux") and child.tag_ in {"MD", "VBD", "VBZ", "VBP"} for child in verb.children)


def agent_after(word: Token) -> Token | None:
    """The noun of a "by" that follows within a few words with no verb between, whatever the tree says."""
    doc, end = word.doc, min(word.i + 9, word.sent.end)
    for token in doc[word.i + 1 : end]:
        if token.tag_.startswith("VB") or token.lower_ in BESIDE or token.is_punct:
            return None
        if token.lower_ in KILLINGS and word.tag_.startswith("VB"):
            return None  # "was arrested over the killing of a judge by gunmen": they killed him
        if token.lower_ == "by" and token.nbor(-1).lower_ in TELLINGS:
            return None  # "announced his defection in a video broadcast by the network"
        if token.lower_ == "by":
            head = token.head
            while head.dep_ in {"compound", "nmod:desc", "amod"} and head.head.i > head.i:
                head = head.head
            is_near = token.i < head.i <= token.i + 8
            return head if is_near and is_nominal(head) else noun_run_after(token)
    return None


def noun_run_after(preposition: Token) -> Token | None:
    """The last noun of the run right behind a preposition: forces in "by pro-government forces firing shells"."""
    found = None
    for token in preposition.doc[preposition.i + 1 : min(preposition.i + 8, preposition.sent.end)]:
        if token.tag_.startswith("NN"):
            found = token
        elif token.tag_ == "POS":
            continue
        elif found is not None or not (token.tag_ in {"DT", "JJ", "HYPH", "CD", "PRP$"} or token.text == "-"):
            break
    return found


def joined_after(noun: Token) -> Token | None:
    """The noun after the next "and", whatever the tree joins it to: "between the army and the rebels"."""
    doc, end = noun.doc, min(noun.i + 6, noun.sent.end)
    conjunction = next((token for token in doc[noun.i + 1 : end] if token.lower_ == "and"), None)
    if conjunction is None or any(token.tag_.startswith("VB") for token in doc[noun.i + 1 : conjunction.i]):
        return None
    return next((token for token in doc[conjunction.i + 1 : noun.sent.end] if token.tag_.startswith("NN")), None)


def is_opening(noun: Token, verb: Token) -> bool:
    """Whether a name only opens the sentence: "Syria: Generals defect", "BERLIN (AP) — Police said"."""
    between = noun.doc[noun.i + 1 : max(verb.i, noun.i + 1)]
    colon = next((token.i for token in between if token.text == ":"), verb.i)
    if any(child.dep_.startswith("nsubj") and colon < child.i < verb.i for child in verb.children):
        return True
    doc, start = noun.doc, noun.sent.start
    if noun.i - start > 6 or any(token.tag_[:2] not in {"NN", "CD", ",", "-L", "IN"} for token in doc[start : noun.i]):
        return False
    for token in doc[noun.i + 1 : min(noun.i + 14, verb.i)]:
        if token.text in DASHES and doc[token.i - 1].whitespace_:  # no hyphen of a name
            return True
        if not (token.tag_.startswith(("NN", "CD")) or token.is_punct or token.text in {"al", "de"}):
            return False
    return False


def _opening_of_aside(token: Token) -> int | None:
    """Where an aside opens that a dash or comma closes: "the army - along with militias - has bombed"."""
    if token.text not in {"-", "–", "—", "--", ","}:
        return None
    start = max(token.sent.start, token.i - 16)
    return next((at for at in range(token.i - 2, start, -1) if token.doc[at].text == token.text), None)


def subject_before(verb: Token) -> Token | None:
    """The noun that stands right before a finite verb, auxiliaries and adverbs aside; None where another word does."""
    at = verb.i - 1
    start = verb.sent.start
    while at >= start:
        token = verb.doc[at]
        if token.ent_type_ == "PERSON" and token.i == start:
            return token  # "Haddad defects to Chad", though the name be taken for another word
        if token.tag_ in SKIPPED_TAGS or token.dep_ in {"aux", "aux:pass", "advmod", "cop"}:
            at -= 1
            continue
        opening = _opening_of_aside(token)
        if opening is not None and at == token.i:
            at = opening - 1
            continue
        if is_nominal(token) and not any(child.dep_ == "case" for child in token.children):
            return token
        return None
    return None


def noun_of_relative(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, that of its clause or the one before it; other words themselves."""
    if subject.lower_ not in RELATIVES:
        return subject
    if verb.dep_ in {"acl:relcl", "relcl"}:
        return said_of(verb)
    before = subject.nbor(-2 if subject.i > 1 and subject.nbor(-1).is_punct else -1) if subject.i else subject
    return before if is_nominal(before) else subject


def said_of(clause: Token) -> Token:
    """What a clause behind a place is said of: in "the attack in Nice, which killed 80" not Nice."""
    place = clause.head
    while place.dep_ in {"conj", "appos", "flat"} and place.ent_type_ == "LOC":
        place = place.head
    is_where = place.ent_type_ == "LOC" and place.dep_ in {"nmod", "obl"} and case_of(place) in {"in", "at", "near"}
    is_set = is_where and is_nominal(place.head) and not place.head.ent_type_
    is_judged = clause.lower_ in JUDGED and case_of(place) in {"on", "against"} and is_nominal(place.head)
    return place.head if is_set or is_judged else kin_behind(clause)


def kin_behind(clause: Token) -> Token:
    """Of whom a participle is said that stands behind somebody's kin: "the mother of a boy shot dead"."""
    kin, before = clause.head, clause.nbor(-1) if clause.i else clause
    is_said_of_kin = clause.dep_ == "acl" and clause.tag_ == "VBN" and kin.lower_ in KIN
    is_of = before.dep_ == "nmod" and before.head == kin and case_of(before) == "of" and before.pos_ != "NUM"
    return before if is_said_of_kin and is_of else kin


def _agreeing(noun: Token, clause: Token) -> Token:
    """The noun that agrees with its clause in number: the men in "men of President Ali, who were killed"."""
    forms = {child.lower_ for child in clause.lefts if child.dep_.startswith(("aux", "cop"))}
    if any(child.dep_ == "conj" for child in noun.rights) or clause.left_edge.lower_ not in {"who", ","}:
        return noun
    owner = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else noun
    if forms & {"were", "are", "have"} and noun.ent_type_ == "PERSON":
        return owner if owner.tag_ == "NNS" else _before_of(noun, "NNS")
    return _before_of(noun, "NN") if forms & {"was", "is", "has"} and noun.tag_ == "NNS" else noun


def _before_of(noun: Token, tag: str) -> Token:
    """The noun of that tag right before the "of" of a phrase; the noun itself without one."""
    doc, first = noun.doc, max(noun.sent.start, noun.i - 6)
    at = next((at for at in range(noun.i - 1, first, -1) if doc[at].lower_ == "of"), None)
    return doc[at - 1] if at is not None and doc[at - 1].tag_ == tag else noun


def noun_meant(clause: Token) -> Token:
    """Whom a relative clause is said of: in "officers were the ones who shot him" the ones are the officers."""
    noun = _agreeing(nearest_of_list(said_of(clause), clause), clause)
    who = next((child for child in clause.lefts if child.lower_ == "who"), None)
    named = who.nbor(-2) if who is not None and who.i > 1 and who.nbor(-1).text == "," else noun
    if named.ent_type_ == "PERSON" and not (noun.ent_type_ == "PERSON" or is_person_noun(noun)):
        return named.head if named.dep_ in {"flat", "compound"} else named  # "a faction led by Omar Ali, who fled"
    is_body = noun.ent_type_ in {"ORG", "LOC"} or (noun.tag_ == "NN" and not is_person_noun(noun))
    if who is not None and is_body and (member := _member_of(noun)) is not None:
        return member
    if who is not None and noun.lower_ in KIN | SUPPORTERS and (whose := _whose_kin(noun, who, clause)) is not None:
        return whose
    is_stand_in = noun.lower_ in {"one", "ones"} and any(child.dep_ == "cop" for child in noun.children)
    meant = next((child for child in noun.lefts if child.dep_ == "nsubj"), noun)
    return meant if is_stand_in else noun


def _whose_kin(kin: Token, who: Token, clause: Token) -> Token | None:
    """ "the wife of Samir Haddad, who was shot": the one named right before "who", where the verb is of one."""
    last = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    is_of_many = any(child.lower_ in {"are", "were", "have"} for child in clause.lefts)
    top = last
    while top.dep_ in {"flat", "compound"} or (top.ent_iob_ == "I" and top.head.ent_type_ == top.ent_type_):
        top = top.head
    is_one = top.ent_type_ == "PERSON" or (top.tag_ == "NN" and is_person_noun(top))
    return top if is_one and not is_of_many and kin.is_ancestor(top) else None


def _member_of(body: Token) -> Token | None:
    """Who a "who" behind a body or a place is: "lawmaker Omar Ali from the Unity Movement, who was shot"."""
    if case_of(body) not in {"of", "from", "in", "with", "at"}:
        return None
    people = (body.head, *(child for child in body.head.rights if child.i < body.i))
    return next((each for each in people if each.ent_type_ == "PERSON" or is_person_noun(each)), None)


def subject_of_absolute(verb: Token) -> tuple[Token, str] | None:
    """ "despite rebels repeatedly shelling the road": the noun right before the -ing form does it."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    at = verb.i - 1
    while at > 0 and (verb.doc[at].pos_ == "ADV" or (verb.doc[at].dep_ == "cc" and verb.doc[at - 1].pos_ == "ADV")):
        at -= 1
    noun = verb.doc[at]
    while noun.dep_ in {"conj", "flat"} and noun.head.i < noun.i:
        noun = noun.head
    is_named = case_of(noun) in {"despite", "with", "without"} and noun.pos_ in {"NOUN", "PROPN", "PRON"}
    return (noun, "order") if is_named else None


def is_impersonal(verb: Token) -> bool:
    """ "it is wise to leave": a clause is its subject, and nobody is named."""
    return any(child.dep_ == "csubj" for child in verb.children)


def is_controlled(verb: Token) -> bool:
    """Whether a clause without a subject may share that of the verb it hangs on."""
    if verb.dep_ in {"xcomp", "advcl", "dep", "list"}:
        return True
    is_infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
    is_loose = verb.dep_ in {"ccomp", "parataxis"} and not is_finite(verb) and verb.head.i < verb.i
    return is_loose or (is_infinitive and verb.dep_ in {"csubj", "acl", "obl"})


def is_known_by(participle: Token) -> bool:
    """ "A man held in Yola was freed": who the people are of whom the sentence tells another thing."""
    people = participle.head
    is_bare = participle.dep_ == "acl" and participle.tag_ in {"VBN", "VBD"} and is_person_noun(people)
    return is_bare and people.dep_ in NOUN_SUBJECTS and people.head.pos_ == "VERB"


def is_said_without_subject(clause: Token) -> bool:
    """ "the militia, which it said had killed ten": a finite clause without a subject has that of the relative one."""
    said = clause.head
    if clause.dep_ != "ccomp" or said.dep_ != "acl:relcl" or not is_finite(clause):
        return False
    if any(child.dep_ in {*NOUN_SUBJECTS, "mark", "expl"} for child in clause.lefts):
        return False
    is_bare = any(child.tag_ == "PRP" for child in said.lefts)  # "a man they said had shot ten"
    return is_bare or any(child.lower_ in RELATIVES for verb in (said, clause) for child in verb.lefts)
