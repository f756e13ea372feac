"""Who acts in front of asides: those who are suspected to be others, most of whom are so, who speak in a video."""

from spacy.tokens import Doc, Token

from stages.parsing.hanging import hang, next_word, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import TENSED
from stages.words.harms import HARMING
from stages.words.people import is_person_noun
from stages.words.wordlists import words_of

TAKEN_FOR = words_of("suspected believed thought alleged said reported known understood presumed")
SHARES = words_of("most some many all both half several none")
PROMPTING = words_of("prompting leading causing forcing provoking")
SHOOTING = words_of("open fire shoot attack respond retaliate intervene charge storm bomb shell react")
MOVES = words_of("""
    step move charge claim decision allegation accusation plan idea demand policy measure practice tactic offer
    proposal statement assertion suggestion ban law
""")


def mend_beside(doc: Doc) -> None:
    """What an aside says of those who act, and the steps that others judge."""
    for word in doc:
        return_suspects(word)
        return_whole(word)
        open_step(word)
        open_aside(word)
        return_prompted(word)


def return_suspects(suspected: Token) -> None:
    """In "gunmen suspected to be herders raided it" the gunmen raid it, whatever they are thought to be."""
    people = next((child for child in suspected.lefts if child.dep_ in NOUN_SUBJECTS), None)
    deed = next((child for child in suspected.rights if child.tag_ in TENSED | {"VBN"}), None)
    is_guess = suspected.lower_ in TAKEN_FOR and suspected.tag_ in {"VBN", "VBD"} and people is not None
    if not is_guess or people is None or deed is None or people.i != suspected.i - 1:
        return
    taken = next((child for child in deed.lefts if child.dep_ == "nsubj"), None)
    if next_word(suspected).lower_ != "to" or next_word(next_word(suspected)).lower_ != "be" or taken is None:
        return
    has_aux = any(child.dep_.startswith("aux") for child in suspected.lefts)
    above, relation = (deed, "ROOT") if suspected.head == suspected else (suspected.head, suspected.dep_)
    first = [child for child in suspected.lefts if child != people]
    if has_aux or not hang(deed, above, relation) or not hang(people, deed, "nsubj"):
        return
    hang(suspected, people, "acl")
    hang(taken, suspected, "xcomp")
    for child in [child for child in deed.lefts if suspected.i < child.i < taken.i]:
        hang(child, taken, "cop" if child.lower_ == "be" else child.dep_)
    for child in (*first, *[child for child in suspected.rights if child.i > deed.i]):
        hang(child, deed)
    deed.tag_, suspected.tag_ = "VBD" if deed.tag_ == "VBN" else deed.tag_, "VBN"


def return_whole(clause: Token) -> None:
    """In "took ten hostages, most of them nuns, who were freed" the hostages are freed, and not most of them."""
    part = clause.head
    is_aside = clause.dep_ == "acl:relcl" and part.dep_ == "appos" and part.i < clause.i
    shares = (child for child in part.lefts if child.lower_ in SHARES)
    if is_aside and any(below.lower_ == "them" for share in shares for below in share.rights):
        hang(clause, part.head)


def open_step(step: Token) -> None:
    """In "bans women, a step rights groups condemned" the groups condemn the step, and are no women."""
    people = step.head
    while people.dep_ == "compound" and people.i > step.i:
        people = people.head
    verb = people.head
    is_inside = step.lower_ in MOVES and step.dep_ in {"compound", "amod"} and people.dep_ == "nsubj"
    article = step.nbor(-1) if step.i else step
    is_opened = article.lower_ in {"a", "an"} and text_before(article) in {",", "—", "–", "-"}
    is_behind = verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and people.i < verb.i and verb.head.i < step.i
    if not is_inside or not is_opened or not is_behind or any(child.dep_ == "obj" for child in verb.rights):
        return
    above = verb.head
    if hang(step, above, "parataxis") and hang(verb, step, "acl:relcl"):
        for child in [child for child in people.lefts if child.i < article.i]:
            hang(child, above, "dep")
        hang(article, step, "det")


def open_aside(verb: Token) -> None:
    """In "In a video shared on Telegram, a gang leader who hid, threatened war" the leader threatens it."""
    is_bare = verb.tag_ in {"VBD", "VBZ"} and verb.dep_ == "ROOT" and text_before(verb) == ","
    if not is_bare or any(child.dep_ in {*NOUN_SUBJECTS, "expl"} for child in verb.children):
        return
    opener = next((child for child in verb.lefts if child.dep_ == "obl"), None)
    named = (token for token in opener.subtree if token.dep_ == "appos") if opener is not None else ()
    leader = next((token for token in named if is_person_noun(token) and _is_set_off(token)), None)
    if leader is not None and any(child.dep_ == "acl:relcl" for child in leader.rights):
        hang(leader, verb, "nsubj")


def _is_set_off(noun: Token) -> bool:
    first = next((token for token in noun.subtree if not token.is_punct), noun)
    return text_before(first) == ","


def return_prompted(verb: Token) -> None:
    """In "threw stones, prompting police to open fire, killing two" the police kill them, and are not killed."""
    if verb.lower_ not in HARMING | {"leaving"} or verb.dep_ != "advcl" or text_before(verb) != ",":
        return
    prompting = (child for child in (verb.head, *verb.head.children) if child.lower_ in PROMPTING and child.i < verb.i)
    prompted = next(prompting, None)
    below = (child for child in prompted.subtree if child.tag_ == "VB") if prompted is not None else ()
    deed = next((child for child in below if child.lower_ in SHOOTING and child.i < verb.i), None)
    if deed is not None and deed.right_edge.i >= verb.i - 5:
        hang(verb, deed)
