"""Words that only refer to an event told elsewhere: "the names of those killed", "in breach of the ban"."""

from spacy.tokens import Token

from stages.grammar.arguments import Arguments
from stages.parsing.heads import case_of, obliques_of
from stages.what.mere_words import is_mere_quality
from stages.what.unreal import is_hurt_before, is_uncounted
from stages.words.time_heads import TIME_WORDS
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

STANDING = words_of("""
    banned outlawed sanctioned advanced negotiated occupied ousted deposed exiled annexed convicted jailed imprisoned
    wanted seized confiscated stolen looted accused disbanded disarmed wrecked ruined shattered gutted
""")
BREACHES = words_of("""
    violation violations breach breaches contravention defiance violator violators evasion enforcement implementation
""")
BREAKING = words_of("violate break breach contravene evade defy flout circumvent bypass skirt bust enforce implement")
SET_FREE = words_of("released freed arrested detained jailed")
KNOWN = words_of("the this that these those his her its their our whose")


def is_bare_reference(head: Token, arguments: Arguments) -> bool:
    """ "the names of those killed", "the occupied city": a participle on a pronoun, or of a standing state."""
    is_state = head.dep_ == "amod" and (head.lower_ in STANDING or is_hurt_before(head))
    if (
        is_mere_quality(head)
        or _is_known_by(head)
        or _is_of_shelter(head)
        or (is_state and head.tag_ in {"VBN", "JJ", "VBD"})
    ):
        return True
    if head.dep_ == "acl" and is_uncounted(head.head):
        return True
    objects = arguments.get("object")
    meant = [token for token in objects if token.head != head and case_of(token) != "among"]
    is_those = any(token.lower_ in {"those", "these"} for token in meant)
    words = {child.dep_: child.lower_ for child in head.children}
    is_nominal = words.get("det") == "those" and "obj" not in words and head.dep_ in {"nsubj", "nsubj:pass", "obj"}
    is_those = is_nominal or (head.dep_ == "acl" and is_those)
    return is_those and not {"by", "in", "on", "at", "near"} & obliques_of(head).keys()


def _is_known_by(participle: Token) -> bool:
    """ "the released policemen have not spoken": who is meant, where no number, place or day is told with it."""
    noun = participle.head
    is_whole = case_of(noun) == "of" and noun.head.tag_ in {"CD", "DT", "JJ"}
    top = noun.head if is_whole else noun  # "two of the freed men"
    if participle.dep_ != "amod" or participle.lower_ not in SET_FREE or not top.dep_.startswith("nsubj"):
        return False
    lefts = list(noun.lefts)
    is_known = any(child.lower_ in KNOWN and child.dep_ in {"det", "nmod:poss"} for child in lefts)
    is_told = any(child.dep_ == "nummod" or child.like_num or child.lower_ in TIME_WORDS for child in lefts)
    return is_known and not is_told and not any(participle.children)


def _is_of_shelter(participle: Token) -> bool:
    """ "a camp for displaced people": what the camp is for, where nobody is counted."""
    noun = participle.head
    is_kind = participle.dep_ == "amod" and participle.lower_ in {"displaced", "uprooted"}
    is_owned = noun.dep_ == "compound" or (case_of(noun) == "for" and noun.dep_ == "nmod")  # "a displaced persons camp"
    return is_kind and is_owned and not any(child.dep_ == "nummod" for child in noun.lefts)


def is_kept_or_broken(head: Token, vocab: Vocab) -> bool:
    """ "in violation of the sanctions", "to enforce the ban", "for breaking an embargo"."""
    if head.dep_ == "obj":
        return not BREAKING.isdisjoint(vocab.bases_of(head.head.lower_))
    return case_of(head) == "of" and head.head.lower_ in BREACHES
