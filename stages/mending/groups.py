"""Two people named with a description each, of whom a parser hangs the second on the description of the first."""

from spacy.tokens import Token

from stages.parsing.hanging import hang, text_before
from stages.parsing.heads import NOUN_SUBJECTS
from stages.words.people import is_person_noun, is_plural
from stages.words.wordlists import words_of

OF_MANY = words_of("were are have")


def join_described(verb: Token) -> None:
    """In "Sané, a reporter with the Post, and Diop, his driver, were seized" both were, as the verb says."""
    _join_posts(verb)
    subjects = [child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS]
    is_of_many = any(child.dep_.startswith(("aux", "cop")) and child.lower_ in OF_MANY for child in verb.lefts)
    if not subjects or not is_of_many or not _is_one(subjects[0]):
        return
    first, *others = subjects
    if others and not (len(others) == 1 and _is_described(others[0])):
        return
    members = [token for token in first.subtree if token.i > first.i and token.dep_ == "conj" and _is_other(token)]
    member = next((token for token in reversed(members) if token.head != first or others), None)
    is_joined = any(token.head == first for token in members) and not others
    if member is None or is_joined or not (member.head == first or hang(member, first, "conj")):
        return
    if member.ent_type_ == "PERSON":
        member.tag_, member.pos_ = "NNP", "PROPN"
    for child in [child for child in (*first.rights, *others) if child.dep_ in {"appos", *NOUN_SUBJECTS}]:
        if child.i > member.i:
            hang(child, member, "appos")


def _join_posts(verb: Token) -> None:
    """In "The premier, Ana Ruiz, and the consul, Omar Sow, were seized" both were, and he is the consul."""
    first = next((child for child in verb.lefts if child.dep_ in NOUN_SUBJECTS), None)
    auxiliary = next((child for child in verb.lefts if child.dep_.startswith("aux") and child.lower_ in OF_MANY), None)
    if first is None or auxiliary is None or not is_person_noun(first):
        return
    others = [child for child in (*auxiliary.lefts, *verb.lefts) if child.dep_ in NOUN_SUBJECTS and child.i > first.i]
    second = next((child for child in others if _is_behind_and(child)), None)
    if second is not None and is_person_noun(second) and hang(second, first, "conj"):
        for link in [child for child in auxiliary.lefts if child.dep_ == "cc"]:
            hang(link, second)
    for name in [child for child in first.rights if child.dep_ == "conj" and child.ent_type_ == "PERSON"]:
        posts = (child for child in first.rights if child.dep_ == "conj" and child.i < name.i and is_person_noun(child))
        post = next((each for each in posts if any(child.dep_ == "cc" for child in each.lefts)), None)
        is_behind = post is not None and not post.ent_type_ and not any(child.dep_ == "cc" for child in name.lefts)
        if post is not None and is_behind and name.doc[post.i + 1].text == "," and name.i <= post.i + 4:
            hang(name, post, "appos")


def _is_behind_and(noun: Token) -> bool:
    opening = next((token for token in noun.subtree if not token.is_punct), noun)
    return "and" in {opening.lower_, text_before(opening)}


def _is_described(noun: Token) -> bool:
    """Whether a second subject only says who the name before its comma is: "and Rahim, the brother of the mayor,"."""
    opening = next((token for token in noun.subtree if not token.is_punct), noun)
    name = opening.nbor(-2) if opening.i > opening.sent.start + 1 else noun
    return text_before(opening) == "," and name.dep_ in {"conj", "flat"} and _is_named(name) and not noun.ent_type_


def _is_one(noun: Token) -> bool:
    """Whether a subject is one person that is described behind a comma."""
    is_person = noun.ent_type_ == "PERSON" or is_person_noun(noun) or noun.tag_ == "NNP"
    is_set_off = any(child.dep_ in {"appos", "acl", "acl:relcl"} and child.i > noun.i for child in noun.children)
    return is_person and is_set_off and not is_plural(noun) and noun.tag_[:2] == "NN"


def _is_other(token: Token) -> bool:
    """Whether a word joined by "and" behind a comma is a second person: a name, or a noun with a word before it."""
    link = next((child for child in token.lefts if child.dep_ == "cc" and child.lower_ == "and"), None)
    is_described = is_person_noun(token) and any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in token.lefts)
    is_person = _is_named(token) or is_described
    return link is not None and text_before(link) == "," and is_person


def _is_named(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.tag_ == "NNP"
