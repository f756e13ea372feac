"""Which named place "the city", "the province" or "the country" means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from stages.parsing.neighbours import ends_sentence
from stages.words.vocab import Vocab
from stages.words.wordlists import words_of

DEFINITE = words_of("""
    city town village province region country capital area district neighbourhood neighborhood island camp enclave
    territory port
""")
SETTLED = frozenset({"city", "town", "village", "port", "capital"})
KINDS = SETTLED | words_of("province governorate state region district county camp island enclave neighbourhood")
# Parts of a town, and what bears a place's name without being one.
SITES = words_of("""
    square street road avenue bridge airport base mosque church university hospital palace market hotel gate circle
    river mountain mountains desert sea gulf border province governorate state region district county
""")
# What is said of a place that has been named; "nearby", "other" and "second" would tell of another.
EPITHETS = words_of("""
    border besieged embattled strategic northern southern eastern western central coastal mountain oil port key rebel
    held controlled opposition government troubled war torn ravaged occupied restive historic ancient tiny small
    beleaguered surrounded
""")
RULING = words_of("make demand declare send sign accept reject agree refuse invade order annex offer insist conquer")
COUNTRIES = frozenset({"country", "nation"})
CALLED = words_of("capital region territory camp island enclave port")  # mean a place only that has been called so
MEDIA = words_of("radio television tv newspaper daily station stations channel")
VAGUE = words_of("area district neighbourhood neighborhood")  # mean what was named just before
JUST = 2  # sentences before
KIND_REACH = 3  # tokens between a name and the word for its kind


def described_in(doc: Doc, names: Sequence[Span], vocab: Vocab) -> dict[int, Span]:
    """For each definite word for a kind of place the name before it that it stands for; the rest stay words.

    A name that the text has called by that word is preferred, the latest first; then for a town the name written
    most often so far, for any other kind the latest. Those that are CALLED are only a name that was called one.
    """
    called = {name.start: _kinds_of(name) for name in names}
    described: dict[int, Span] = {}
    for token in doc:
        if token.lower_ in DEFINITE and is_definite(token):
            is_country = token.lower_ in COUNTRIES  # "the U.S. envoy ... in the country" is in another
            before = (name for name in names if name.end <= token.i and not _is_of_medium(name))
            first = _start_of_sentence_before(token, JUST) if token.lower_ in VAGUE else 0
            earlier = [name for name in before if name.start >= first and not (is_country and _is_of_other(name))]
            found = _told_last(token, earlier, called, vocab) or _antecedent(token.lower_, earlier, called, vocab)
            if found is not None:
                described[token.i] = found
    return described


def _told_last(word: Token, earlier: Sequence[Span], called: Mapping[int, frozenset[str]], vocab: Vocab) -> Span | None:
    """The one town in which the same sentence or the one before it sets something: "In Tal, men ... shelled the town".

    None for other kinds of place, and where two towns are named.
    """
    if word.lower_ not in SETTLED - {"capital"}:
        return None
    first = _start_of_sentence_before(word, 1)
    towns = [
        name
        for name in earlier
        if name.start >= first
        and _may_be_town(name, called[name.start])
        and "country" not in vocab.classes_of(name.text.lower())
    ]
    near = [name for name in towns if name.start >= word.sent.start] or towns
    is_set = len({name.text for name in near}) == 1 and near[0].start > 0
    return near[0] if is_set and word.doc[near[0].start - 1].lower_ in {"in", "at"} else None


def _start_of_sentence_before(word: Token, back: int) -> int:
    """Where the sentence so many before the word's own begins."""
    start = int(word.sent.start)
    for _ in range(back):
        start = int(word.doc[start - 1].sent.start) if start else 0
    return start


def is_definite(head: Token) -> bool:
    """Whether a noun stands with "the" or "this" and nothing else that says which."""
    modifiers = [
        child
        for child in head.children
        if child.dep_ in {"amod", "compound", "nmod", "nmod:poss", "acl:relcl"} and not _is_epithet(child, head)
    ]
    behind = head.nbor(1).lower_ if not ends_sentence(head) else ""
    return (
        not modifiers
        and behind not in {"around", "near", "between", "along"}
        and any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in head.children)
    )


def _is_of_other(name: Span) -> bool:
    return name.root.dep_ in {"compound", "amod"} and name.root.head.tag_.startswith("NN")


def _is_of_medium(name: Span) -> bool:
    """ "Beirut radio": where those who tell of it sit."""
    return any(token.lower_ in MEDIA for token in name.doc[name.end : name.end + 1])


def _is_epithet(word: Token, head: Token) -> bool:
    """Whether a word before a noun describes a place and does not tell it from others: border in "the border town"."""
    return word.i < head.i and word.lower_ in EPITHETS


def _antecedent(kind: str, earlier: Sequence[Span], called: Mapping[int, frozenset[str]], vocab: Vocab) -> Span | None:
    is_country = kind in COUNTRIES
    fitting = [name for name in earlier if is_country == ("country" in vocab.classes_of(name.text.lower()))]
    same = [name for name in fitting if kind in called[name.start]]
    if same:
        return same[-1]
    if kind in CALLED:
        return None
    if kind in SETTLED:
        fitting = [name for name in fitting if _may_be_town(name, called[name.start])]
        counts = Counter(name.text.lower() for name in fitting)
        most = max(counts.values(), default=0)
        fitting = [name for name in fitting if counts[name.text.lower()] == most]
    elif not is_country:
        fitting = [name for name in fitting if not name.text.isupper()]  # the town of a dateline
    return fitting[-1] if fitting else None


def _may_be_town(name: Span, kinds: frozenset[str]) -> bool:
    words = {token.lower_ for token in name} | {token.lower_ for token in name.doc[name.end : name.end + 1]}
    if name.root.dep_ == "nsubj" and name.root.head.lemma_ in RULING:
        return False  # "Sparta demanded that the city be razed"
    if any(child.lower_ == "the" and child.i == name.start - 1 for child in name.root.lefts):
        return False  # "an attack on the Falls"
    if name.root.dep_ == "compound" and name.root.head.lower_ in SITES:
        return False  # "across the Minutka traffic circle"
    return SITES.isdisjoint(words) and (not kinds or not SETTLED.isdisjoint(kinds))


def _kinds_of(name: Span) -> frozenset[str]:
    """What kind of place the words beside a name call it: "the city of Goma", "Idlib province", "Bunia, a town"."""
    doc, sent = name.doc, name.sent
    after = doc[name.end : min(name.end + 1, sent.end)]
    found = {token.lower_ for token in after}
    before = [token.lower_ for token in doc[max(sent.start, name.start - KIND_REACH) : name.start]]
    found |= {word for at, word in enumerate(before) if set(before[at + 1 :]) <= {"of", "the", ",", "-"}}
    behind = doc[name.end : min(name.end + KIND_REACH + 4, sent.end)]
    if len(behind) > 2 and behind[0].text == "," and behind[1].lower_ in {"a", "an", "the"}:
        found |= {token.lower_ for token in behind[2:]}
    return frozenset(found & KINDS)


def is_owning(word: Token) -> bool:
    """ "the country's second city": what lies in the country says more, and has no name."""
    return word.dep_ == "nmod:poss" and word.lower_ in COUNTRIES
