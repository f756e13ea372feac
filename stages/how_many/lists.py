"""Lists of people: who else is counted with the first, by the tree or by the words."""

from spacy.tokens import Doc, Span, Token

from stages.how_many.numerals import ordinal_of
from stages.how_many.quantities import quantities_in
from stages.how_many.quantity_words import BODIES, FUNCTION_WORDS
from stages.words.people import RELATIVES, is_noun, is_of_other_fate, is_person_noun, is_plural, is_thing
from stages.words.speech import is_saying, lemma_of

INDEFINITE = frozenset({"a", "an", "another", "one"})
MODIFIER_TAGS = frozenset({"JJ", "NN", "VB", "RB", "CD", "HY", "PO", "``", "''"})
THEIRS = frozenset({"their", "his", "her"})
COMPANIONS = THEIRS | {"including", "among", "as", "with", "not"}


def sentence_of(token: Token) -> Span:
    """The sentence of a token; the whole text where it has no boundaries."""
    doc = token.doc
    if doc.has_annotation("SENT_START"):
        return token.sent
    return doc[0 : len(doc)]


def is_modifier(token: Token) -> bool:
    """Whether a word may stand between a determiner and its noun."""
    if token.tag_:
        return token.tag_[:2] in MODIFIER_TAGS or token.lower_ in {"-", "'s"}
    if token.pos_:
        return token.pos_ in {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PART"} or token.lower_ == "-"
    is_word = token.is_alpha and token.lower_ not in FUNCTION_WORDS
    return is_word or token.lower_ in {"-", "'s", "’s"} or token.like_num or ordinal_of(token.lower_) is not None


def members_of(head: Token, *, with_companions: bool = False) -> list[Token]:
    """The other members of the list that the head opens: by the tree where there is one, else by the words."""
    doc = head.doc
    left_out = COMPANIONS - THEIRS if with_companions else COMPANIONS
    if doc.has_annotation("DEP"):
        return [member for member in _listed_behind(head) if _is_member(member, head, left_out)]
    return _members_by_words(head)


def _listed_behind(head: Token) -> list[Token]:
    """Conjuncts, and what a parser takes for appositions: "five generals, two colonels and a major".

    And his people, joined to what he is of: "a judge of the high court and his driver".
    """
    listed = set(head.conjuncts)
    beside = [child for child in head.head.rights if child.dep_ == head.dep_ == "obj" and _has_owner(child)]
    for child in [child for child in beside if child.i > head.i and _has_number(child) and list(child.conjuncts)]:
        listed |= {child, *child.conjuncts}  # read as two objects: "killing a mother, her three sons and a guest"
    for body in (child for child in head.rights if child.dep_ == "nmod" and not is_person_noun(child)):
        listed |= {member for member in body.conjuncts if is_person_noun(member) and _has_owner(member)}
    for body in (child for child in head.rights if child.dep_ == "nmod" and is_plural(child)):
        is_amount = head.lower_ in BODIES | {"members"} or head.tag_ == "CD"  # "hundreds of soldiers and two generals"
        of_many = body.conjuncts if is_amount else ()
        listed |= {member for member in of_many if _has_number(member) or _has_article(member)}
    for child in head.rights:
        is_member = _has_number(child) and (_has_number(head) or _has_owner(child))  # "a mother, her three sons and"
        if child.dep_ == "appos" and ((is_member and _is_continued(child)) or is_of_headline(head, child)):
            listed |= {child, *child.conjuncts}
    return sorted(member for member in listed if member.i > head.i)


def is_of_headline(first: Token, second: Token) -> bool:
    """ "General, two colonels defect": a comma for an "and" behind a bare word that opens a headline."""
    number = next((child for child in second.lefts if child.dep_ == "nummod"), None)
    is_bare = first.tag_ == "NN" and is_person_noun(first) and all(child.dep_ == "compound" for child in first.lefts)
    is_next = number is not None and number.left_edge.i == first.i + 2 and first.nbor(1).text == ","
    return is_bare and is_next and first.left_edge.i == sentence_of(first).start


def _has_owner(noun: Token) -> bool:
    return any(child.dep_ == "nmod:poss" and child.lower_ in THEIRS for child in noun.lefts)


def _is_continued(part: Token) -> bool:
    """Whether "and" goes on behind a part of a list; a comma or dash behind it all tells who the first were."""
    own = list(part.conjuncts)
    if not own:
        return any(member.i > part.i for member in part.head.conjuncts)
    end = max(token.i for member in own for token in member.subtree) + 1
    return end < len(part.doc) and part.doc[end].text not in {",", "-", "–", "—"}


def _has_number(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.lefts)


def _has_article(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in INDEFINITE for child in noun.lefts)


def _is_member(member: Token, head: Token, left_out: frozenset[str]) -> bool:
    """Whether a conjunct adds people of its own: not "and their families", not "including two children"."""
    has_article = any(child.dep_ == "det" for child in member.lefts)  # "a major" is taken for an adjective
    is_named = is_noun(member) or has_article or _has_number(member)  # "two Tunisians and one Libyan"
    is_either = member.like_num and head.like_num and any(child.lower_ == "or" for child in member.lefts)
    if is_either or is_thing(member) or not (is_named or member.like_num or member.pos_ == "NUM"):
        return False
    is_part = member.i + 1 < len(member.doc) and member.nbor(1).lower_ == "of"  # "Omar Ali and 14 of his men"
    is_age = member.like_num and head.ent_type_ == "PERSON" and not is_part  # "Omar Ali, 32, of Oslo"
    if is_of_other_fate(member, head) or is_age:
        return False
    if is_same_person(member, head):
        return False
    asides = {token.i for child in head.rights if _is_aside(child, member) for token in child.subtree}
    between = [token.lower_ for token in member.doc[head.i + 1 : member.i] if token.i not in asides]
    is_own_man = member.lower_ not in RELATIVES and not is_plural(member)  # "a colonel and his deputy"
    return (left_out - THEIRS if is_own_man else left_out).isdisjoint(between)


def _is_aside(child: Token, member: Token) -> bool:
    """ "two men, one of them a guard,", "two men, including a guard, and six others": what commas part off."""
    end = child.right_edge.i + 1
    opening = [token.lower_ for token in child.doc[end : end + 2]]
    is_part = any(word.lower_ == "including" for word in child.lefts) and opening == [",", "and"] and end < member.i
    return child.dep_ == "appos" or (is_part and not list(child.conjuncts))


def is_same_person(member: Token, head: Token) -> bool:
    """ "the former president and son of migrants", "Omar Ali, a colonel and son of": one man with two descriptions."""
    is_bare = not any(child.dep_ in {"det", "nmod:poss", "nummod", "compound"} for child in member.lefts)
    has_article = any(child.dep_ == "det" for child in head.lefts) and not is_plural(head)
    is_of = member.i + 1 < len(member.doc) and member.nbor(1).lower_ == "of"
    is_known = has_article or head.ent_type_ == "PERSON"
    return is_bare and is_known and is_of and member.tag_ == "NN" and not member.like_num


def _members_by_words(head: Token) -> list[Token]:
    """Without a tree: nouns with a number or article of their own that follow at once after "," or "and"."""
    doc, members, at = head.doc, [], head.i + 1
    sent = sentence_of(head)
    known = quantities_in(sent)
    while at < sent.end and doc[at].lower_ in {",", "and"}:
        while at < sent.end and doc[at].lower_ in {",", "and", "perhaps", "possibly"}:
            at += 1
        following = next((quantity for quantity in known if quantity.start == at and quantity.counts_people), None)
        noun = doc[following.head] if following is not None else _noun_at(doc, at, sent.end)
        if noun is None:
            break
        members.append(noun)
        at = max(noun.i, following.end - 1 if following is not None else 0) + 1
    return members


def _noun_at(doc: Doc, at: int, end: int) -> Token | None:
    """A person with an article, or people in the plural, at that place of a list."""
    reach = 6 if at < end and doc[at].lower_ in INDEFINITE else 2
    noun = next((token for token in doc[at : min(end, at + reach)] if is_person_noun(token)), None)
    if noun is None or reach == 6 or (is_plural(noun) and is_modifier(doc[at])):
        return noun
    return None


def first_of_list(start: int, doc: Doc) -> Token | None:
    """The first member of a list that a parser cut in two: "said a colonel and | four soldiers had deserted".

    `start` is where the phrase behind the "and" begins. The person before it stands there as the object of a verb of
    saying, which takes none.
    """
    if start < 2 or doc[start - 1].lower_ not in {"and", ","}:
        return None
    noun = doc[start - 2]
    is_told = noun.dep_ == "obj" and is_saying(noun.head) and lemma_of(noun.head) not in {"tell", "warn", "believe"}
    is_inside = noun.head.i >= start >= 3 and doc[start - 3].lower_ in INDEFINITE  # "a major and | 11 soldiers"
    is_headline = noun.head.i >= start and is_of_headline(noun, noun.head)  # "Colonel, | 30 soldiers quit"
    return noun if (is_told or is_inside or is_headline) and is_person_noun(noun) else None


def whole_of_part(start: int, doc: Doc) -> Token | None:
    """The people of whom a phrase behind "including" is a part, where a parser took the part for the whole."""
    if start < 2 or doc[start - 1].lower_ != "including":
        return None
    noun = doc[start - 3] if doc[start - 2].text == "," and start > 2 else doc[start - 2]
    return noun if is_person_noun(noun) else None
