"""The words around a number: what opens or rounds it, and what makes it no number of people."""

import re
from collections.abc import Sequence

from stages.words.wordlists import words_of

# Words before a number, longest first; what they leave open is the annotation guide's.
OPEN_ABOVE = (
    "no fewer than", "not fewer than", "no less than", "not less than", "at the least", "upwards of", "upward of",
    "in excess of", "a minimum of", "well over", "far more than", "much more than", "slightly more than", "just over",
    "slightly over", "at least", "more than", "greater than", "over", "above", "exceeding", "as few as", "beyond",
)  # fmt: skip
OPEN_BELOW = (
    "no more than", "not more than", "fewer than", "less than", "a maximum of", "as many as", "at most", "just under",
    "up to", "close to", "close on", "nearly", "almost", "under", "approaching", "not quite", "maximum of",
)  # fmt: skip
ABOUT = (
    "approximately", "an estimated", "a total of", "an additional", "an initial", "estimated", "roughly", "around",
    "about", "some", "circa", "only", "just", "exactly", "perhaps", "maybe", "possibly", "another", "a further",
    "further", "additional", "a reported", "a combined", "an unprecedented", "a record", "a mere", "anywhere",
)  # fmt: skip
# By their first word, longest first.
BEFORE: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _opening, _phrases in (("above", OPEN_ABOVE), ("below", OPEN_BELOW), ("about", ABOUT)):
    for _words in map(str.split, _phrases):
        BEFORE.setdefault(_words[0], []).append((tuple(_words), _opening))
for _forms in BEFORE.values():
    _forms.sort(key=lambda form: -len(form[0]))
YEAR = re.compile(r"(1[5-9]|20)\d\d")
AFTER = (
    (("or", "more"), "above"), (("and", "counting"), "above"), (("-", "plus"), "above"), (("plus",), "above"),
    (("or", "fewer"), "below"), (("or", "less"), "below"), (("or", "so"), "about"), (("odd",), "about"),
    (("-", "odd"), "about"), (("at", "least"), "above"), (("at", "most"), "below"),
)  # fmt: skip

MONTHS = words_of(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
NO_PEOPLE_AFTER = MONTHS | {"%", "am", "pm", "a.m.", "p.m.", "gmt", "/"}
LABELLED = words_of(
    "no no. number issue page chapter version flight article resolution room highway route unit group order section "
    "part volume vol game round day phase point channel station type model act protocol paragraph aged age ages "
    "$ £ € us$ a$ c$ ¥ usd eur mh ss"
)
STRONG = frozenset({"strong", "member", "man", "person", "men", "soldier", "woman"})
SKIPPED = frozenset(
    {"of", "the", "his", "her", "its", "their", "these", "those", "our", "'s", "’s", "-", "“", '"', "‘", "'"}
)
AUXILIARIES = words_of("have has had were was are is be been being will would may might could")
SUFFERED = words_of(
    "killed dead wounded injured arrested detained missing displaced kidnapped abducted captured imprisoned executed "
    "defected deserted died fled hurt shot hanged beheaded massacred jailed released freed hospitalised hospitalized "
    "slain martyred drowned evacuated captive prisoner hostage others more"
)
VERB_ONLY = SUFFERED - {"missing", "wounded", "injured", "captured", "others"}
INFLICTED = words_of(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring arrest arrests arrested "
    "arresting detain detained detaining displace displaced displacing leave leaves left leaving execute executed "
    "executing capture captured capturing free freed freeing claim claimed"
)
FUNCTION_WORDS = words_of(
    "and or but nor if as at by for from in into of on onto to with without after before since until while when who "
    "whom whose which that this these those he she it they we you i him her them us his its their our my there here "
    "not no than then so because do did does up down out off over under about said says say told that's during near"
)
# Amounts that mean people when no noun follows: "dozens were arrested".
BODIES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
RISES = words_of("rise rises rose risen increase increased grow grew grown climb climbed jump jumped revised")
TOLLS = frozenset({"toll", "tally", "tolls"})
NUMBERED = words_of("""
    dead displaced killed wounded injured victims casualties deaths missing fatalities people civilians children women
    prisoners detainees hostages protesters refugees
""")
TOLL_LINKS = words_of("to at of is was reached hit passed topped exceeded stood")
PASSED = frozenset({"passed", "topped", "exceeded"})  # what is then more
TOLL_REACH = 24  # tokens between a toll and its number, which the event and its place may fill
DAYS = words_of("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight")


def closing_at(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """What words behind a number leave open, and how many they are: "or more"."""
    found = ((opening, len(phrase)) for phrase, opening in AFTER if tuple(words[at : at + len(phrase)]) == phrase)
    return next(found, (None, 0))


def is_year_of_date(words: Sequence[str], at: int) -> bool:
    """ "on May 2, 2003 soldiers", "in 2004 the man": no 2003 soldiers."""
    is_day = at >= 3 and words[at - 1] == "," and words[at - 2].isdigit() and words[at - 3] in MONTHS
    return is_day or (words[at - 1 : at] == ["in"] and words[at + 1 : at + 2] == ["the"])
