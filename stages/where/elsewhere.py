"""Places of a sentence that are elsewhere than its event: where the hurt were taken, where a source sits."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from stages.grammar.agreement import is_known_by
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.triggers import Trigger
from stages.what.comments import is_as_told
from stages.where.grounds import is_before_deed, is_of_deed
from stages.words.modality import ACQUITTING
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb
from stages.words.time_heads import MONTHS
from stages.words.wordlists import words_of

SPOKEN = frozenset({"appeal", "accusation", "threat", "rejection", "support", "concession", "talks"})
CASUALTY_TYPES = frozenset({"wounding", "killing"})
CARRYING = words_of("""
    taken carried brought rushed transferred transported admitted treated ferried airlifted flown buried take carry
    bring rush transfer transport admit treat ferry airlift bury
""")
KEEPING = words_of("admitted treated buried admit treat bury")
POSTED = words_of("source spokesman spokeswoman diplomat correspondent reporter analyst expert consul ambassador envoy")
RULERS = words_of("government court authority authorities ministry embassy prosecutor judge parliament")
GROUPS = words_of("qaida qaeda qa'ida qa’ida")  # "al-Qaida in Iraq" is the name of a group
ARMS = words_of("drone drones rocket rockets missile missiles shells rifle rifles bomber bombers")
SUPERLATIVES = frozenset({"closest", "nearest"})
CAUSES = words_of("""
    protest protesting condemn condemning denounce denouncing oppose opposing mark marking commemorate demand demanding
    support supporting call calling
""")
ANSWERED = frozenset({"avenge", "avenging", "commemorate", "commemorating"})
MEMBERS = words_of("countries nations states powers governments members allies backers")
RANK_REACH = 4  # tokens from "one" to the "oldest" of which it is one
ACTING = words_of("negotiate mediate broker demand urge condemn accuse deny reject threaten vow warn")
WHY = words_of("protest response retaliation reaction revenge solidarity connection")
SINCE = frozenset({"since", "following", "until"})
AWAY = words_of("monitored issued published printed headquartered signed brokered negotiated concluded mediated")
SENTENCING = words_of("sentence convict jail imprison try fine charge indict") | ACQUITTING  # courts do, where they sit
HOMES = frozenset({"living", "based"})


def is_afield(root: Token, trigger: Trigger) -> bool:
    """Whether the place a name's head gives is that of another deed, person or thing of the sentence."""
    head = trigger.head
    below = list(takewhile(lambda token: token != head and not token.is_ancestor(head), (root, *root.ancestors)))
    if not below:
        return _is_dateline(root)
    top, common = below[-1], below[-1].head
    return (
        (trigger.sense.type_code in CASUALTY_TYPES and common != head and _is_brought(common, top))
        or _is_before_reason(root, head)
        or is_of_deed(root, head)
        or is_before_deed(root, head)
        or any(_is_cause(token, trigger) or _is_member(token) for token in below)
        or _is_said_apart(root, head)
        or _is_of_clause_before(root, head)
        or _is_of_accuser(root, head)
        or _is_of_bearers(root, trigger)
        or _is_of_group(root)
        or (root.dep_ == "compound" and root.head.lower_ in ARMS)  # "12 Tehran drones"
        or (case_of(root) == "to" and root.doc[root.left_edge.i - 1].lower_ in SUPERLATIVES)
        or (trigger.sense.type_code not in SPOKEN and any(token.lower_ == "speaking" for token in below))
        or _is_of_some(root)
        or _is_of_answered(root, head)
        or _is_container(root)
        or any(is_known_by(token) and not token.is_ancestor(root) for token in (head, *head.ancestors))
        or any(_is_apart(token, root, head) for token in below)
    )


def _is_container(root: Token) -> bool:
    """ "the Paris suburb of Trappes": Trappes, and not all of Paris."""
    behind = (child for child in root.head.rights if child.dep_ == "nmod" and child.ent_type_ == "LOC")
    return root.dep_ == "compound" and any(case_of(child) == "of" for child in behind)


def _is_of_some(root: Token) -> bool:
    """ "500 people were held, 300 of them in Minsk": where some were says not where all were."""
    firsts = (root.left_edge, root.head.left_edge)  # "one of them in the province of Hama"
    return any(
        first.i > 1 and first.nbor(-1).lower_ in {"them", "whom"} and first.nbor(-2).lower_ == "of" for first in firsts
    )


def _is_of_answered(root: Token, head: Token) -> bool:
    """ "attacked the base in retaliation for strikes last week in Kunduz": where the strikes were."""
    between = root.doc[head.i + 1 : root.left_edge.i] if root.i > head.i else ()
    answer = next((token for token in between if token.lower_ in WHY), None)
    return answer is not None and answer.nbor(1).lower_ in {"for", "to"} and text_before(answer) == "in"


def _is_cause(verb: Token, trigger: Trigger) -> bool:
    """ "marched in Oslo to protest the war in Iraq", "to avenge the raid on Kalma": what a deed is for is elsewhere."""
    is_aim = verb.dep_ in {"advcl", "xcomp", "acl"} and verb.tag_ in {"VB", "VBG"}
    causes = CAUSES | ANSWERED if trigger.sense.type_code == "protest" else ANSWERED
    return is_aim and verb.lower_ in causes


def is_of_speaker_behind(root: Token, head: Token) -> bool:
    """ "killing ten people, activists in Beirut said": they speak there."""
    above = [root, *root.ancestors]
    subject = next((token for token in above if token.dep_ == "nsubj"), None)
    return subject is not None and subject.i > head.i and is_speech_verb(subject.head) and subject.head != head


def _is_brought(verb: Token, place: Token) -> bool:
    """ "The wounded were taken to a hospital in Goma": where they were brought."""
    is_aim = any(token.lower_ in {"to", "into"} for token in verb.doc[verb.i : place.i])
    return verb.lower_ in CARRYING and verb.i < place.i and (is_aim or verb.lower_ in KEEPING)


def _is_apart(token: Token, root: Token, head: Token) -> bool:
    """Whether a word between a place and what it has in common with an event has the place for itself."""
    is_ranked = token.dep_ == "appos" and token != root and _is_ranked(token)  # "one of the holiest in Islam, was hit"
    is_told = is_as_told(token) and not token.is_ancestor(head)  # "sent aid as agreed in Oslo"
    is_acting = token == root and token.dep_ == "nsubj" and token.head.lemma_ in ACTING  # "after Chile negotiated"
    is_why = token != root and token.lower_ in WHY and case_of(token) == "in" and token.head.i < token.i
    # "held at home amid an uproar in Israel", "their worst blow since the fall of Homs", "a deal signed in Oslo"
    is_beside = token != root and case_of(token) in SINCE | {"amid"}
    is_beside |= token.dep_ == "acl" and token.lower_ in AWAY
    if is_ranked or is_told or is_acting or is_why or is_beside:
        return True  # "quit in protest at the siege of Homs"
    is_subject = token.dep_.startswith("nsubj") and token.head != head
    if is_subject and token.head.dep_ in {"conj", "parataxis"} and head.i < root.i < token.head.i:
        return True  # "left in June, and a unit in Idlib deserted"
    if is_subject and token != root:
        lives = any(child.lower_ in HOMES and child.is_ancestor(root) for child in token.rights)
        is_court = token.head.lemma_ in SENTENCING and not _is_joined_to(token.head, head)
        if token.lemma_.lower() in POSTED or lives or is_court:
            # "a source in Niamey counted the men as they crossed", "A court in Oslo tried ten for the riots"
            return True
        if token.lower_ in RULERS and token.head.dep_ == "advcl" and not token.head.is_ancestor(head):
            return True  # "fled to Oslo after the government in Caracas sought him"
    is_coming = token.dep_ == "acl:relcl" and any(child.lower_ in {"will", "would"} for child in token.lefts)
    return is_coming and not token.is_ancestor(head)  # "agreed on the plan of an envoy who will arrive in Damascus"


def _is_joined_to(verb: Token, head: Token) -> bool:
    """Whether a deed is the verb's own or one joined to it."""
    return head == verb or (head.dep_ == "conj" and head.head == verb)


def _is_of_accuser(root: Token, head: Token) -> bool:
    """ "In Oslo, the envoy accused the army of a massacre": the words were said there.

    Those who live in a place tell of what was done there: "In Homs, residents accused the army of a massacre".
    """
    verb = root.head
    is_charged = verb.lemma_ in {"accuse", "blame"} and root.dep_ == "obl" and verb != head and verb.is_ancestor(head)
    subjects = (child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    below = (token for token in (head, *head.ancestors) if token.head == verb)
    is_beneath = any(token.dep_ in {"obl", "obj", "advcl", "xcomp"} for token in below)
    return is_charged and is_beneath and any(child.tag_ in {"NN", "NNP"} for child in subjects)


def _is_of_bearers(root: Token, trigger: Trigger) -> bool:
    """ "mourners carrying ten bodies passed the fort in Homs": where the dead are carried, save where from."""
    verb = trigger.head.head
    is_borne = trigger.sense.frame == "n_body" and trigger.head.dep_ in {"obj", "nsubj:pass"}
    is_borne = is_borne and (verb.lower_ in CARRYING or verb.lemma_ in CARRYING)
    return is_borne and case_of(root) != "from" and root not in trigger.head.subtree


def _is_ranked(noun: Token) -> bool:
    """Whether an apposition only ranks what it stands beside among others of a place."""
    words = [word for word in noun.subtree if word.i <= noun.i + RANK_REACH]
    return (noun.lower_ == "one" or noun.left_edge.lower_ == "the") and any(
        word.tag_ in {"JJS", "RBS"} for word in words
    )


def _is_before_reason(root: Token, head: Token) -> bool:
    """ "were carried to Rastan because the clinic arrests people": where they came is not where these are arrested."""
    clauses = (token for token in (head, *head.ancestors) if token.dep_ == "advcl")
    clause = next(clauses, None)
    if clause is None or clause.is_ancestor(root):
        return False
    words = {child.dep_: child.lower_ for child in clause.lefts}
    return words.get("mark") == "because" and any(name.startswith("nsubj") for name in words)


def _is_said_apart(root: Token, head: Token) -> bool:
    """ "said that ten fled from Homs and that two were shot": each that is said has a place of its own."""
    clauses = (token for token in (head, *head.ancestors) if token.dep_ == "conj" and token.tag_.startswith("VB"))
    clause = next(clauses, None)
    is_apart = clause is not None and any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)
    return clause is not None and is_apart and not clause.is_ancestor(root)


def _is_of_clause_before(root: Token, head: Token) -> bool:
    """ "is the first since the attacks in Oslo, and the two sides spoke of trade": they spoke elsewhere."""
    above = (token for token in (head, *head.ancestors) if token.dep_ == "conj" and not token.is_ancestor(root))
    clause = next((token for token in above if any(child.dep_ in NOUN_SUBJECTS for child in token.lefts)), None)
    path = takewhile(lambda token: clause is not None and token != clause.head, (root, *root.ancestors))
    return clause is not None and any(token.dep_ == "obl" and case_of(token) in SINCE for token in path)


def _is_member(token: Token) -> bool:
    """ "several countries, including Peru and Chile", "donors including Peru": who they are, and not where."""
    is_people = token.ent_type_ != "" and is_person_noun(token.head)
    return case_of(token) == "including" and (token.head.lower_ in MEMBERS or is_people)


def _is_dateline(root: Token) -> bool:
    """ "ACCRA, May 3, 2009 - Pirates seize a tanker": where it was written."""
    sent = root.sent
    has_more = root.i == sent.start and root.i + 2 < sent.end
    return has_more and root.nbor(1).text == "," and root.nbor(2).lower_.rstrip(".") in MONTHS


def _is_of_group(root: Token) -> bool:
    first = root.doc[root.left_edge.i]
    start = first.i + 1 if first.lower_ == "in" else first.i
    return start > 1 and root.doc[start - 1].lower_ == "in" and root.doc[start - 2].lower_ in GROUPS
