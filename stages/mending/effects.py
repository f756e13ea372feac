"""What a deed led to, hung by a small parser beside the deed: on those who waited there, or on what is said of them."""

from spacy.tokens import Token

from stages.mending.harms import STRIKING
from stages.parsing.hanging import hang, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.parsing.tags import FINITE
from stages.words.harms import HARMING
from stages.words.people import is_person_noun
from stages.words.speech import is_saying
from stages.words.wordlists import words_of

BLOWN = STRIKING | words_of("""
    blew blown blow exploded explode detonated crashed slammed ploughed plowed drove driven crept walked rammed set off
    landed went threw burst opened
""")
FLYING = words_of("slammed crashed ploughed plowed smashed tore ripped landed fell plunged rained thudded plummeted")
CAUSING = words_of(
    "have had has having see saw get got want wanted find found keep kept leave left hear heard make made"
)
OPENING = frozenset({"after", "when", "as", "before", "because", "since", "while"})


def mend_effects(verb: Token) -> None:
    """Who harms, what hits, and what describes whom."""
    if not verb.tag_.startswith("VB"):
        return
    _make_struck(verb)
    _lift_from_aim(verb)
    _join_parallel(verb)
    _open_hit(verb)
    _describe_object(verb)


def _make_struck(verb: Token) -> None:
    """In "The bomber struck outside a school" he struck, and was not struck."""
    own = {child.dep_ for child in verb.children}
    if verb.lower_ == "struck" and verb.tag_ == "VBN" and "nsubj" in own and not own & {"aux", "aux:pass"}:
        verb.tag_ = "VBD"


def _lift_from_aim(effect: Token) -> None:
    """In "blew himself up near men waiting to vote, killing ten" the bomber kills them, and no voters do."""
    aim = effect.head
    if effect.tag_ != "VBG" or effect.lower_ not in HARMING or effect.dep_ != "advcl" or text_before(effect) != ",":
        return
    is_beside = aim.dep_ == "advcl" and aim.tag_ in FINITE and aim.lower_ not in BLOWN and aim.head.lower_ in BLOWN
    if aim.i > effect.i or not (aim.tag_ == "VB" or (aim.tag_ == "VBG" and aim.dep_ == "acl") or is_beside):
        return
    main = next((token for token in aim.ancestors if token.lower_ in BLOWN and token.i < aim.i), None)
    between = [token for token in aim.ancestors if main is not None and token.i > main.i and token.lower_ in STRIKING]
    if main is not None and aim.lower_ not in STRIKING and not between and main.tag_ != "VBG":
        hang(effect, main)


def _join_parallel(deed: Token) -> None:
    """In "seizing a priest, who later died, and burning huts" those who seized him burn them."""
    link = next((child for child in deed.lefts if child.dep_ == "cc"), None)
    is_joined = deed.tag_ == "VBG" and deed.dep_ == "conj" and deed.head.tag_ != "VBG" and link is not None
    if not is_joined or link is None or text_before(link) != ",":
        return
    clause = next((token for token in deed.ancestors if token.dep_ == "acl:relcl"), None)
    if clause is None or clause.i > deed.i or any(child.dep_.startswith("aux") for child in deed.lefts):
        return
    above = next((token for token in clause.head.ancestors if token.tag_.startswith("VB")), None)
    if above is not None and above.tag_ == "VBG" and above.i < clause.i:
        hang(deed, above)


def _open_hit(verb: Token) -> None:
    """In "died after a rocket slammed into a house" the rocket hits it: "after" opens a clause and no phrase."""
    noun = verb.head
    case = next((child for child in noun.lefts if child.dep_ in {"case", "mark"}), None)
    is_inside = verb.dep_ == "acl" and verb.lower_ in FLYING and noun.i == verb.i - 1 and noun.dep_ in {"obl", "nmod"}
    if not is_inside or case is None or case.lower_ not in OPENING or noun.head == noun:
        return
    main = noun.head
    if hang(verb, main, "advcl") and hang(noun, verb, "nsubj"):
        hang(case, verb, "mark")
        verb.tag_ = "VBD"


def _describe_object(verb: Token) -> None:
    """In "urged him to redeploy soldiers withdrawn last year" they were withdrawn then: it is not what is asked."""
    above, people = verb.head, next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    is_inside = (
        verb.tag_ == "VBN" and verb.dep_ in {"ccomp", "xcomp"} and above.tag_ in {"VB", "VBG"} and people is not None
    )
    if not is_inside or people is None or people.i != verb.i - 1 or people.left_edge.i != above.i + 1:
        return
    has_own = any(child.dep_ in {"obj", "aux:pass", "nsubj:pass"} for child in above.children)
    is_bare = not any(child.dep_.startswith("aux") or child.dep_ == "mark" for child in verb.lefts)
    if has_own or not is_bare or above.lower_ in CAUSING or is_saying(above) or not is_person_noun(people):
        return
    if hang(people, above, "obj"):
        hang(verb, people, "acl")
        for child in [child for child in verb.rights if child.dep_ == "conj" and child.tag_ in FINITE]:
            hang(child, above)
