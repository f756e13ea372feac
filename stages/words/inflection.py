"""The forms of English verbs and nouns, so that a word is found by looking it up and not by a lemmatizer."""

from collections.abc import Mapping

from stages.words.wordlists import words_of

VOWELS = "aeiou"
PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "life": "lives",
    "knife": "knives",
    "thief": "thieves",
    "half": "halves",
    "crisis": "crises",
    "foot": "feet",
}
ENDINGS = tuple(sorted(PLURALS, key=len, reverse=True))
DOUBLED = words_of("""
    admit allot commit compel concur confer defer deter emit expel incur infer occur omit patrol permit prefer
    propel quell rebel recur refer regret repel submit transmit transfer
""")


def plural_of(noun: str) -> str:
    """The regular or known irregular plural: policeman, policemen; party, parties."""
    for ending in ENDINGS:
        if noun.endswith(ending) and (len(noun) == len(ending) or ending in {"man", "woman", "child", "wife"}):
            return noun[: -len(ending)] + PLURALS[ending]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def singulars_of(word: str) -> tuple[str, ...]:
    """What a lower-case form may be the plural of, itself first."""
    found = [word]
    for singular, plural in PLURALS.items():
        if word.endswith(plural):
            found.append(word[: -len(plural)] + singular)
    if word.endswith("ies") and len(word) > 4:
        found.append(word[:-3] + "y")
    if word.endswith("es") and len(word) > 3:
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        found.append(word[:-1])
    return tuple(found)


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Every form of a verb: shell, shells, shelled, shelling."""
    forms = {lemma, _third(lemma), _with_ending(lemma, "ing")}
    forms.update(irregular.get(lemma) or (_past(lemma),))
    if lemma == "be":
        forms.add("being")
    return frozenset(forms)


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith("o"):
        return lemma + "es"  # goes, vetoes
    return plural_of(lemma) if lemma not in PLURALS else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return _with_ending(lemma, "ed")


def _with_ending(lemma: str, ending: str) -> str:
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
        return lemma[:-1] + ending
    return lemma + lemma[-1] + ending if _doubles(lemma) else lemma + ending


def _doubles(lemma: str) -> bool:
    """Whether the last consonant doubles: ban, banned; defect, defected."""
    if len(lemma) < 3 or lemma[-1] in VOWELS + "wxyhc" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return lemma.endswith("quit")
    vowels = sum(letter in VOWELS for letter in lemma)
    return vowels == 1 or lemma in DOUBLED or lemma.endswith(("kidnap", "backtrack"))
