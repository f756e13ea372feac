"""Clauses that describe a noun, whose deed a small parser gives to who tells of it or to who acts before."""

from spacy.tokens import Doc, Token

from stages.grammar.agreement import is_nominal
from stages.parsing.hanging import ends_sentence, hang, previous_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS, case_of
from stages.parsing.tags import TENSED
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

PRONOUNS = frozenset({"who", "which", "that"})
TELLING = words_of("said says say claimed claims claim alleged allege alleges believe believes believed thought think")
VERBAL = TENSED | {"VBN", "VBG", "VB"}
TELLERS = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "CD", "POS", "HYPH"})
MOST_TELLERS = 6  # words that name who tells: "which the country's interior ministry said had"
DEMANDING = words_of("demanding protesting seeking chanting shouting calling opposing carrying waving awaiting waiting")
WRITING = words_of("wrote written write writes writing sent send sends sending")
GROUPS = words_of("""
    junta army militia military government regime group party movement front coalition alliance rebels police force
    forces faction guerrillas militias band gang cell brigade battalion
""")
MEASURES = words_of("number group series lot handful couple dozens hundreds thousands majority half third rest part")
CROWDS = words_of("""
    protesters protestors demonstrators marchers youths students villagers farmers workers strikers activists crowds
    residents miners teachers refugees prisoners inmates supporters opponents monks women people nurses rioters
    soldiers troops mutineers conscripts relatives families veterans
""")


def mend_relatives(doc: Doc) -> None:
    """What is said of a noun behind it: by "which" and "who", and by -ing forms without a comma."""
    for word in doc:
        _lift_clause(word)
        _return_group(word)
        _join_charges(word)
        _part_clause(word)
        _open_whose(word)
        _part_whose(word)
        _return_told(word)
        _describe_crowd(word)


def _lift_clause(whom: Token) -> None:
    """In "its envoy, Ana Ruiz, whom he accused" the clause says it of her: "whom" is no clause of its own."""
    clause = next((child for child in whom.rights if child.dep_ == "acl:relcl"), None)
    if whom.lower_ != "whom" or whom.dep_ != "acl:relcl" or clause is None:
        return
    if hang(clause, whom.head, "acl:relcl"):
        hang(whom, clause, "obj")


def _return_group(clause: Token) -> None:
    """In "the refusal of the junta which seized power" the junta seized it, and no refusal did."""
    pronoun = next((child for child in clause.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if clause.dep_ != "acl:relcl" or pronoun is None or pronoun.lower_ not in PRONOUNS or pronoun.i < 1:
        return
    group, above = pronoun.nbor(-1), clause.head
    is_inside = group.dep_ == "nmod" and group.head == above and case_of(group) == "of"
    is_thing = not is_person_noun(above) or pronoun.lower_ == "which"
    if is_inside and group.lower_ in GROUPS and is_thing and above.lower_ not in MEASURES:
        hang(clause, group)


def _join_charges(verb: Token) -> None:
    """In "accused the two of selling arms and of having staged raids" the two staged them too."""
    mark = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    is_second = verb.dep_ == "conj" and mark is not None and mark.lower_ in {"of", "for"} and text_before(mark) == "and"
    if not is_second or mark is None or "VBG" not in {verb.tag_, mark.nbor(1).tag_}:
        return
    firsts = (child for above in (verb.head, *verb.head.rights) for child in above.rights)
    for first in firsts:
        is_like = first.dep_ in {"acl", "advcl"} and first.tag_ == "VBG" and first.i < mark.i
        if is_like and first.left_edge.lower_ == mark.lower_ and hang(verb, first):
            return


def _part_clause(verb: Token) -> None:
    """In "700 captives exchanged, but fighting goes on in Ta'iz" the fighting is no part of what the captives met."""
    described, link = verb.head, next((child for child in verb.lefts if child.dep_ == "cc"), None)
    is_bare = described.dep_ == "acl" and described.tag_ == "VBN" and described.head.dep_ == "ROOT"
    has_subject = any(child.dep_ in NOUN_SUBJECTS for child in verb.lefts)
    if verb.dep_ == "conj" and is_bare and has_subject and link is not None and verb.tag_ in TENSED:
        hang(verb, described.head, "conj")


def _open_whose(whose: Token) -> None:
    """In "met a band whose leader, known as X, surrendered ten guns" the leader does, and no one who met them."""
    leader = whose.head
    if whose.lower_ != "whose" or leader.i < whose.i or whose.i < 2 or leader.dep_ in NOUN_SUBJECTS:
        return
    owner = whose.nbor(-2) if text_before(whose) == "," else whose.nbor(-1)
    after = [token for token in whose.sent if token.i > leader.i]
    verb = next((token for token in after if token.tag_ in TENSED), None)
    aside = [token for token in after if verb is not None and token.i < verb.left_edge.i]
    if verb is None or verb.dep_ not in {"parataxis", "conj", "advcl", "ccomp"} or not is_nominal(owner):
        return
    is_set_off = not aside or (aside[0].text == "," and "," in {aside[-1].text, verb.left_edge.text})
    has_own = any(child.dep_ in {"cc", "mark", *NOUN_SUBJECTS} for child in verb.lefts)
    if is_set_off and not has_own and hang(verb, owner, "acl:relcl"):
        hang(leader, verb, "nsubj")


def _part_whose(whose: Token) -> None:
    """In "said Ana, whose son, a guard, was hurt" the son is hurt, and is the guard; neither Ana nor a guard is."""
    son = whose.head
    if whose.lower_ != "whose" or son.i < whose.i or text_before(whose) != ",":
        return
    first = next((token for token in whose.sent if token.i > son.i and token.tag_ in TENSED), None)
    verb = first.head if first is not None and first.dep_.startswith("aux") else first
    if first is None or verb is None:
        return
    owner = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS and child.i < whose.i), None)
    aside = son.doc[son.i + 1 : first.i]
    is_set_off = not aside or aside[0].text == "," == aside[-1].text
    if owner is None or not is_set_off or not is_nominal(owner):
        return
    if verb.head == verb:
        later = (each for each in verb.rights if each.dep_ in {"advcl", "conj", "ccomp", "parataxis"})
        main = next((each for each in later if text_before(each) == "," and each.tag_ in {"VBD", "VBN", "VBZ"}), None)
        if main is None:
            return
        hang(main, main, "ROOT")
        main.tag_ = "VBD" if main.tag_ == "VBN" else main.tag_
    elif verb.dep_ == "ccomp" and verb.head.i == owner.left_edge.i - 1:
        main = verb.head
    else:
        return
    relation = owner.dep_
    if hang(owner, main, "nsubj") and hang(verb, owner, "acl:relcl") and hang(son, verb, relation):
        for each in [each for each in aside if each.dep_ in {"conj", "appos", *NOUN_SUBJECTS} and each.head.i < son.i]:
            hang(each, son, "appos")


def _return_told(pronoun: Token) -> None:
    """In "the militia, which it said had killed ten" the militia killed them: "which" goes with what is said."""
    if pronoun.lower_ not in PRONOUNS or pronoun.tag_ not in {"WP", "WDT", "IN", "WP$"} or not pronoun.i:
        return
    telling = _telling_behind(pronoun)
    if telling is None or ends_sentence(telling):
        return
    opening = telling.nbor(1)
    verb = opening if opening.dep_ not in {"aux", "aux:pass", "cop"} else opening.head
    is_open = opening.tag_ in TENSED | {"VBN"} and verb.i <= opening.i + 4 and verb.tag_ in VERBAL
    has_other = any(child.dep_ in NOUN_SUBJECTS and child != pronoun and child.i > telling.i for child in verb.lefts)
    is_said_of = telling.dep_ == "acl:relcl" and is_nominal(telling.head)
    if is_open and is_said_of and not has_other and hang(verb, telling, "ccomp"):
        hang(pronoun, verb, "nsubj:pass" if any(child.dep_ == "aux:pass" for child in verb.lefts) else "nsubj")


def _telling_behind(pronoun: Token) -> Token | None:
    """The verb of telling behind a relative pronoun and who tells: "which | it | said"."""
    doc, end = pronoun.doc, min(pronoun.sent.end, pronoun.i + MOST_TELLERS + 2)
    at = pronoun.i + 1
    while at < end and doc[at].tag_ in TELLERS and doc[at].lower_ not in TELLING:
        at += 1
    return doc[at] if pronoun.i + 1 < at < end and doc[at].lower_ in TELLING else None


def _describe_crowd(verb: Token) -> None:
    """In "fired on protesters demanding a vote" the protesters demand it, and not those who fired."""
    noun = previous_word(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and noun == verb.head and case_of(noun) == "to":
        if verb.lower_ in DEMANDING and noun.head.lower_ in WRITING:
            hang(verb, noun.head, "advcl")  # "wrote to the mayor demanding a vote"
        return
    is_crowd = noun.tag_ == "NNS" and noun.lower_ in CROWDS and noun.dep_ in {"obj", "obl", "obl:agent", "nmod"}
    if verb.lower_ not in DEMANDING or verb.tag_ != "VBG" or verb.dep_ != "advcl" or not is_crowd:
        return
    doer = next((child for child in verb.head.lefts if child.dep_ in NOUN_SUBJECTS), None)
    if doer is not None and doer.lower_ in CROWDS and noun.dep_ != "obl:agent":
        return  # "students met teachers demanding a vote"
    if verb.head.is_ancestor(noun) and is_person_noun(noun):
        hang(verb, noun, "acl")
