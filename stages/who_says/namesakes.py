"""The person behind a post: the name beside "the chief of staff", wherever a parser hung it."""

from spacy.tokens import Token

from stages.parsing.neighbours import next_word
from stages.words.people import is_person_noun


def namesake_of(subject: Token) -> Token:
    """The person behind a post: "the chief of staff, Omar Ali," and "Omar Ali, the chief of staff,"."""
    if subject.pos_ != "NOUN" and (subject.ent_type_ or subject.pos_ != "PROPN"):
        return subject
    for child in subject.rights:
        is_its_own = child.left_edge.i == subject.i + 1 and not is_person_noun(subject)  # "the rights group Foro Sur"
        if child.dep_ == "appos" and _is_person(child) and not is_its_own:
            return child
    behind = next_word(subject)
    if behind.ent_type_ == "PERSON" and behind.head == subject.head != behind and behind.dep_ == subject.dep_:
        return behind  # "said Colonel | Omar Ali"
    doc, first = subject.doc, subject.left_edge.i
    named = doc[first - 2] if first - 2 >= subject.sent.start and doc[first - 1].text == "," else None
    is_his = any(child.tag_ == "PRP$" for child in subject.lefts)
    is_post = _ends_at_comma(subject) or (
        subject.tag_ == "NN" and not any(child.dep_ == "det" for child in subject.lefts)
    )
    return named if named is not None and named.ent_type_ == "PERSON" and is_post and not is_his else subject


def is_personal(name: Token) -> bool:
    """Whether a word or one of those that it is named with is of a person's name: the rank of "Maj. Omar Ali"."""
    return name.ent_type_ == "PERSON" or any(is_personal(child) for child in name.rights if child.dep_ == "flat")


def _is_person(name: Token) -> bool:
    """Whether a name in apposition is a person's, or one that no label settles."""
    labels = {token.ent_type_ for token in name.doc[name.left_edge.i : name.right_edge.i + 1]}
    return "PERSON" in labels or (name.pos_ == "PROPN" and labels == {""})


def _ends_at_comma(noun: Token) -> bool:
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and (noun.doc[after].text == "," or noun.right_edge.text == ",")
