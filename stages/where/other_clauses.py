"""Places of clauses beside an event: what was not done, what another clause tells, where somebody spoke of it."""

from itertools import takewhile

from spacy.tokens import Token

from stages.grammar.control import FOR_DEED
from stages.naming.place_names import PLACE_LABELS
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.neighbours import text_before
from stages.triggers import Trigger
from stages.where.past_lives import is_after_death, is_of_past, is_of_protest, is_told_from
from stages.words.people import is_person_noun
from stages.words.speech import is_speech_verb, lemma_of
from stages.words.time_heads import is_time
from stages.words.wordlists import words_of

DEMANDING = frozenset({"demand", "protest", "denounce", "condemn", "urge", "call"})
HELD = words_of("seized abducted kidnapped captured arrested detained held taken imprisoned jailed")
FREED = words_of("freed freeing free released releasing release")  # "freed three nurses seized in Darfur"
CHARGED = words_of("accused suspected charged convicted wanted born based indicted held detained jailed imprisoned")
CONCLUDED = frozenset({"ceasefire", "agreement", "talks"})
TERMS = frozenset({"ceasefire", "agreement", "release", "withdrawal"})
TALKS = words_of("talk talks talked meet met meeting negotiation negotiations negotiate discussions discussed")
TOPIC = frozenset({"on", "about", "over", "regarding", "for"})
UNITS = words_of("minute minutes hour hours day days week weeks fortnight month months year years decade decades")
FLEEING = frozenset({"flee", "defect", "desert", "escape"})
COMING = words_of("came come comes coming followed follows follow")
FORERUN = words_of("wake aftermath after following followed follows follow before")
SPOKEN = frozenset({"appeal", "accusation", "threat", "rejection", "support", "concession", "talks", "agreement"})
BESIDE = frozenset({"while", "after", "before", "as", "when", "since", "because"})
AT_EASE = frozenset({"strike", "protest", "talks", "ceasefire", "resignation"})  # harm may be told of so
CONTRASTING = frozenset({"although", "though", "whereas"})
PICTURED = frozenset({"VBZ", "VBP", "VBG", "NN", "NNS", "NNP", "NNPS"})  # of a caption's verb, or of its noun alone
CAPTIONING = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", ",", ".", "HYPH"})
TOPIC_REACH = 8  # tokens between talks and what they are about


def is_talked_of(head: Token) -> bool:
    """ "met on Monday for talks on a truce", "withdrew on Monday under a truce": the day is that of the meeting."""
    case = case_of(head)
    before = head.doc[max(head.sent.start, head.i - TOPIC_REACH) : head.i]
    return case == "under" or (case in TOPIC and any(token.lower_ in TALKS for token in before))


def is_of_other_clause(root: Token, trigger: Trigger) -> bool:
    """ "Talks open in Addis, and the sides have agreed", "ten died; officials in Goma": clauses beside each other."""
    head = trigger.head
    between = root.doc[min(root.i, head.i) : max(root.i, head.i)]
    joints = (child.lower_ for token in root.ancestors if token.dep_ == "conj" for child in token.lefts)
    if head.is_ancestor(root) and not {"rather", "instead"}.isdisjoint(joints):
        return True  # "flew to Malta rather than bomb Benghazi"
    demand = next((token for token in head.ancestors if lemma_of(token) in DEMANDING), None)
    if demand is not None and demand.is_ancestor(head) and not demand.is_ancestor(root) and demand.dep_ == "advcl":
        return True  # "rallied in Oslo to demand an end to the strikes"
    is_reason = head.dep_ == "obl" and case_of(head) == "for" and head.head.lower_ in FOR_DEED
    is_topic = trigger.sense.type_code in TERMS and root.i < head.i and case_of(head) in TOPIC and is_talked_of(head)
    is_reason = is_reason and not head.is_ancestor(root)
    is_over = case_of(head) == "over" and head.tag_[:2] == "NN" and not head.is_ancestor(root)
    is_apart = is_of_sibling(root, head) or is_of_forerunner(root.i, head) or _is_of_contrast(root, head)
    is_apart = is_apart or is_of_caption(root.i, head)
    is_apart = is_apart or (trigger.sense.type_code in AT_EASE and _is_of_day(root, head))
    if is_over or is_reason or is_topic or is_apart:
        return True  # "a court in Cairo sentenced them for the murder", "flew to Oslo for talks on a truce"
    if root.i > head.i:
        marks = BESIDE if trigger.sense.type_code in SPOKEN else frozenset({"while"})
        is_now = any(is_of_now(token) or _is_of_but(token) for token in root.ancestors if not token.is_ancestor(head))
        return is_now or any(token.text == ";" for token in between) or _is_of_while(root, head, marks)
    clause = next((token for token in (head, *head.ancestors) if token.dep_ == "conj" and token.tag_[:2] == "VB"), None)
    if clause is None or clause.is_ancestor(root) or trigger.sense.type_code not in CONCLUDED:
        return False
    is_own = any(child.dep_.startswith("nsubj") for child in clause.lefts)
    is_opening = root.i < clause.head.i  # "In Homs troops fired and ten men died"
    return is_own and not is_opening and any(token.text == "," for token in between) and clause.head.is_ancestor(root)


def is_of_caption(at: int, head: Token) -> bool:
    """ "Women march for the pupils who were abducted by rebels, in Abuja, May 4": a picture's own place and day."""
    doc, sent = head.doc, head.sent
    is_described = any(token.dep_ == "acl:relcl" for token in (head, *head.ancestors))
    comma = next((token.i for token in doc[head.i : at + 1] if token.text == ","), None)
    is_now = sent.root.i < head.i and sent.root.tag_ in PICTURED
    if not is_described or comma is None or not is_now:
        return False
    return doc[comma + 1].tag_ == "IN" and all(token.tag_ in CAPTIONING for token in doc[comma + 1 : sent.end])


def _is_of_contrast(root: Token, head: Token) -> bool:
    """ "signed a truce at Sapa, although ten men have been shot since": they were shot elsewhere.

    So with "while the army shot ten", with "a day after the army shot ten", and with "settled there after fleeing".
    """
    clause = next((token for token in (head, *head.ancestors) if token.dep_ == "advcl"), None)
    if clause is None or clause.is_ancestor(root) or root.i > clause.i or root.i <= head.sent.start + 2:
        return False
    marks = {child.lower_: child for child in clause.lefts if child.dep_ in {"mark", "advmod"}}
    is_own = any(child.dep_ in NOUN_SUBJECTS for child in clause.lefts)
    is_counted = any(word in marks and text_before(marks[word]) in UNITS for word in ("after", "before"))
    is_later = "after" in marks and head == clause and root.head == clause.head and lemma_of(head) in FLEEING
    return is_later or not CONTRASTING.isdisjoint(marks) or (is_own and ("while" in marks or is_counted))


def _is_of_day(root: Token, head: Token) -> bool:
    """ "the strike shut shops on Sunday, when ten were shot in Homs": they were shot there that day."""
    for clause in (token for token in root.ancestors if token.dep_ in {"acl:relcl", "advcl"}):
        when = next((child for child in clause.lefts if child.lower_ == "when"), None)
        if when is not None and when.i > head.i + 2 and not clause.is_ancestor(head) and clause != head:
            return text_before(when) == "," and is_time(when.nbor(-2))
    return False


def is_of_now(verb: Token) -> bool:
    """Whether a joined verb tells what is now, after what was: "deserted in May and is now fighting in Homs"."""
    return verb.dep_ == "conj" and any(child.lower_ == "now" for child in verb.lefts)


def _is_of_but(verb: Token) -> bool:
    """ "the men were freed, but shelling goes on in Taiz": each has its own subject and place."""
    joints = {child.dep_ if child.dep_ != "cc" else child.lower_ for child in verb.lefts}
    return verb.dep_ == "conj" and "but" in joints and not joints.isdisjoint(NOUN_SUBJECTS)


def is_of_forerunner(at: int, head: Token) -> bool:
    """ "The march came in the wake of raids last night in Homs": what it followed has the day and the place."""
    verb = head.head
    is_coming = head.dep_.startswith("nsubj") and verb.lower_ in COMING and verb.i < at
    return is_coming and any(token.lower_ in FORERUN for token in head.doc[verb.i : at])


def _is_of_while(root: Token, head: Token, marks: frozenset[str]) -> bool:
    """ "two were shot, while in Irbil a bomb went off", "met after raids hit Irbil": each clause has its own place."""
    clauses = (token for token in root.ancestors if token.dep_ == "advcl" and not token.is_ancestor(head))
    return any(
        any(word.lower_ in marks for child in clause.lefts for word in (child, *child.lefts))
        and any(child.dep_.startswith("nsubj") for child in clause.lefts)
        for clause in clauses
        if clause.i > head.i
    )


def is_of_sibling(root: Token, head: Token) -> bool:
    """ "the war of 1980, and the war over Aouzou": what is said of a second event of the kind."""
    owner = root.head
    is_same = owner != head and owner.i > head.i and owner.lower_.rstrip("s") == head.lower_.rstrip("s")
    return is_same and owner.tag_[:2] == "NN" and any(child.dep_ in {"det", "nmod:poss"} for child in owner.lefts)


def is_of_described(root: Token, head: Token) -> bool:
    """ "a general accused of a coup in Amhara was shot", "arrested men who fled from Homs": where is not said."""
    below = takewhile(lambda token: not token.is_ancestor(head), (root, *root.ancestors))
    said = [token for token in below if token != head and is_person_noun(token.head)]  # no "strikes suspected to be"
    if is_of_past(root, head) or is_of_protest(root, head) or is_after_death(root, head):
        return True
    if any(_is_where(token) for token in (root, *root.ancestors) if token != head and not token.is_ancestor(head)):
        return True
    return any(
        (token.dep_ == "acl:relcl" and token.head.dep_ in {"obj", "nsubj:pass"})
        or (token.dep_ == "acl" and token.lower_ in CHARGED)
        or (token.dep_ == "acl" and token.lower_ in HELD and head.lower_ in FREED)
        or (token.dep_ == "acl:relcl" and any(child.lower_ == "had" and child.dep_ == "aux" for child in token.lefts))
        for token in said
    )


def _is_where(clause: Token) -> bool:
    """ "crossed into Chad, where they were received at a camp in Adre": what was done there later, and to them."""
    words = {child.lower_ for child in clause.lefts}
    is_of_place = clause.dep_ == "acl:relcl" and clause.head.ent_type_ == "LOC" and "where" in words
    return is_of_place and any(child.lower_ == "they" for child in clause.lefts if child.dep_ in NOUN_SUBJECTS)


def is_told_there(root: Token, head: Token) -> bool:
    """ "told reporters in Amman that troops had fired": they spoke there."""
    below = list(takewhile(lambda token: not token.tag_.startswith("VB"), (root, *root.ancestors)))
    verb = (below or [root])[-1].head  # a name may be read as a verb
    is_content = any(token.dep_ in {"ccomp", "parataxis"} and token.head == verb for token in (head, *head.ancestors))
    subjects = (child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS)
    is_person = any(child.ent_type_ == "PERSON" for child in subjects)  # "In Oslo, Ana Ruiz said that", not "residents"
    is_spoken = is_speech_verb(verb) and (root.i > verb.i or is_person)
    return is_content and (is_spoken or is_told_from(root, verb))


def place_of_where(verb: Token) -> Token | None:
    """The noun of a clause with "where": "China, where he defected", and no place of its own."""
    where = next((child for child in verb.children if child.lower_ == "where"), None)
    is_own = any(child.ent_type_ in PLACE_LABELS and case_of(child) == "in" for child in verb.rights)
    if where is None or where.i == verb.sent.start or is_own:
        return None
    before = where.nbor(-1) if where.nbor(-1).text != "," or where.i < 2 else where.nbor(-2)
    if before.ent_type_ in PLACE_LABELS:
        return before
    return verb.head if verb.dep_ in {"acl:relcl", "acl", "advcl"} else None
