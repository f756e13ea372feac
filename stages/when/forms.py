"""How news writes dates: the patterns, each with the name of what settles its days."""

import re
from typing import NamedTuple

from stages.words.wordlists import numbered

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for names in ("monday tuesday wednesday thursday friday saturday sunday", "mon tue wed thu fri sat sun")
    for name, number in numbered(names).items()
} | {"tues": 1, "thur": 3, "thurs": 3}
NUMBERS = numbered("zero one two three four five six seven eight nine ten eleven twelve") | {
    "a": 1, "an": 1, "couple of": 2, "a couple of": 2, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20,
}  # fmt: skip
_TENTHS = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = numbered(f"zeroth {_TENTHS} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
                    f"eighteenth nineteenth twentieth") | {"thirtieth": 30, "thirty-first": 31} | {
    f"twenty-{word}": 20 + number for number, word in enumerate(_TENTHS.split(), start=1)
}  # fmt: skip
# Feasts that have a day of the month, and feasts that move.
FEASTS = {
    "new year eve": (12, 31), "new year day": (1, 1), "new year": (1, 1), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "may day": (5, 1),
    "valentine day": (2, 14), "easter": None, "easter sunday": None, "easter monday": None, "good friday": None,
    "palm sunday": None, "ramadan": None, "eid": None, "eid al-fitr": None, "eid al-adha": None, "ashura": None,
}  # fmt: skip

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)(?![a-z])"
)
YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)(?![\d%:]|[.,]\d|st|nd|rd|th)"
NEAR_YEAR = r" (?:of )?(?P<near_year>last|this) year"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|:\d)"
TO_MONTH, TO_DAY = MONTH.replace("<month>", "<to_month>"), DAY.replace("<day>", "<to_day>")
LINK = r"(?:to|until|till|through|and)"
DAY_IN_WORDS = rf"(?P<day>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
PART = (
    r"(?:(?P<part>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|[Mm]id|(?:the )?(?:end|beginning|start|middle) of"
    r"|(?:the )?(?:first|second|third|fourth|last|final) (?:days|week|half|quarter) of)[ -]?(?:in )?)?"
)
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|"
    r"Sun)\b\.?)(?![a-z])"
)
CLOCK = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|midnight|noon|midday|dawn)\b)?"
NUMBER = (
    r"(?P<number>\d+|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"sixteen|eighteen|twenty|(?:a )?couple of))"
)
VAGUE_NUMBER = r"(?:few|several|some|many|couple of)"
ROUGH = (
    r"(?:(?:[Aa]bout|[Aa]round|[Aa]lmost|[Nn]early|[Ss]ome|[Oo]ver|[Mm]ore than|[Jj]ust|[Aa]t "
    r"least|[Aa]pproximately|[Ll]ess than) )?"
)
UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?\b"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
BEGAN = (
    r"(?:began|begun|started|erupted|broke out|took power|took office|came to power|took over|"
    r"was (?:toppled|overthrown|ousted|deposed)|seized power|took up arms|rose up|rebelled|fell|ended"
    r"|invaded(?: [A-Z][\w’'-]+)?)"
)

EVENT = (
    r"(?:coup|elections?|run-?off|vote|referendum|invasion|uprising|revolution|revolt|takeover|ouster|overthrow|crackdown|ceasefire"
    r"|truce|outbreak of (?:the )?\w+|start of (?:the )?\w+|fall of (?:the )?\w+)"
)
WITHIN = r"(?: (?:in|across) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"


class Form(NamedTuple):
    """One way to write a date: what settles it (`rule`), and its pattern over a sentence's text."""

    rule: str
    pattern: re.Pattern[str]


def _form(rule: str, pattern: str) -> Form:
    return Form(rule, re.compile(r"(?<![\w$£€#.,/-])" + pattern))


# In order of precedence: at one place the first form that fits wins.
FORMS = (
    _form("iso day", r"(?P<year>(?:1[4-9]|20)\d\d)-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
    _form(
        "feast",
        r"(?:[Tt]his |[Ll]ast |(?P<year_2>(?:1[4-9]|20)\d\d) )?"
        r"(?P<feast>New Year(?:['’]?s)? (?:Eve|Day)|Christmas(?: Eve| Day)?|Boxing Day|May Day"
        r"|Valentine['’]?s Day|Easter(?: Sunday| Monday)?|Good Friday|Palm Sunday|Ramadan|Eid al-(?:Fitr|Adha)|Eid"
        rf"|Ashura)(?![\w-])(?:,? {YEAR})?",
    ),
    _form("figures", r"(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"),
    _form("day range", rf"(?:[Ff]rom|[Bb]etween) {DAY} {MONTH} {LINK} {TO_DAY} {TO_MONTH},? {YEAR}"),
    _form("day range", rf"(?:[Ff]rom|[Bb]etween) {MONTH} {DAY} {LINK} {TO_MONTH} {TO_DAY},? {YEAR}"),
    _form("day range", rf"{DAY} {MONTH} ?[-–] ?{TO_DAY} {TO_MONTH}(?:,? {YEAR})?"),
    _form("day range", rf"{MONTH} {DAY} ?[-–] ?{TO_MONTH} {TO_DAY}(?:,? {YEAR})?"),
    _form(
        "day range",
        rf"(?:{WEEKDAY},? )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: ?[-–] ?| to | and )(?P<to_day>[0-3]?\d)"
        rf"(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? {YEAR})?",
    ),
    _form(
        "day range",
        rf"{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: ?[-–] ?| to | and )(?P<to_day>[0-3]?\d)"
        rf"(?![\d:])(?:st|nd|rd|th)?(?:,? {YEAR})?",
    ),
    _form(
        "day",
        rf"(?:[Tt]he )?(?:[Mm]orning of |[Nn]ight of |[Ee]vening of )?(?:{WEEKDAY},? )?(?:[Tt]he "
        rf")?{DAY}(?: of)? {MONTH}(?:,? {YEAR}|{NEAR_YEAR})?{CLOCK}",
    ),
    _form(
        "day",
        rf"(?:[Tt]he |[Ll]ast )?(?:[Mm]orning of |[Nn]ight of |[Ee]vening of )?(?:{WEEKDAY},? )?{MONTH} "
        rf"(?:the )?{DAY}(?:,? {YEAR}|{NEAR_YEAR})?{CLOCK}",
    ),
    _form("day", rf"{MONTH} (?:the )?{DAY_IN_WORDS}(?:,? {YEAR})?{CLOCK}"),
    _form("day", rf"(?:[Tt]he )?{DAY_IN_WORDS} of {MONTH}(?:,? {YEAR})?{CLOCK}"),
    _form(
        "month range",
        rf"{MONTH}(?: (?P<from_year>(?:1[4-9]|20)\d\d))?(?: ?[-–] ?| to | and | until )(?P<to_month>January|"
        rf"February|March|April|May|June|July|August|September|October|November|December)(?:,? {YEAR})",
    ),
    _form("month", rf"{PART}{MONTH}(?:,| of)? {YEAR}"),
    _form("last month name", rf"{PART}{MONTH}(?: of)? (?P<which>last|this|next) (?P<unit>year)"),
    _form("last month name", rf"(?:{PART})(?P<which>[Ll]ast|[Tt]his|[Nn]ext) {MONTH}"),
    _form("month alone", rf"{PART}{MONTH}(?P<told_year>(?: of)? (?:that|the same) year)?"),
    _form("season", rf"(?:[Tt]he )?(?:(?:early|late|mid)[ -])?{SEASON}(?: of)? {YEAR}"),
    _form("season", rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext) {SEASON}"),
    _form("year range", r"(?P<year>(?:1[4-9]|20)\d\d) ?[-–] ?(?P<to_year>(?:1[4-9]|20)\d\d|\d\d)(?![\d-])"),
    _form("year range", r"(?P<year>(?:1[4-9]|20)\d\d) to (?P<to_year>(?:1[4-9]|20)\d\d)(?!\d)"),
    _form("decade", rf"(?:[Tt]he )?{PART}(?P<year>(?:1[4-9]|20)\d0)s\b"),
    _form("year", rf"{PART}{YEAR}(?![\w$-])"),
    _form(
        "weekday range",
        rf"(?:[Bb]etween )?{WEEKDAY}(?: and | to |[-–]| until )(?P<to_weekday>(?:Mon|Tues|Wednes|"
        rf"Thurs|Fri|Satur|Sun)day)(?![a-z])",
    ),
    _form("weekday of week", rf"(?:[Ee]arly |[Ll]ate )?{WEEKDAY}{CLOCK} (?:of )?(?P<which>last|this|next) week\b"),
    _form("weekday", rf"(?:[Aa]fter |[Ff]ollowing |[Dd]uring )?{WEEKDAY} prayers\b"),
    _form(
        "weekday",
        rf"(?:(?:[Ee]arly|[Ll]ate|[Oo]vernight) (?:on )?)?(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|"
        rf"[Tt]his coming|[Tt]he following) )?{WEEKDAY}{CLOCK}",
    ),
    _form(
        "near day",
        r"(?:[Ee]arly |[Ll]ate |[Ee]arlier |[Ll]ater )?(?P<word>[Tt]he day before yesterday|[Tt]he "
        r"day after tomorrow|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his "
        r"(?:morning|afternoon|evening)|[Oo]vernight)\b" + CLOCK,
    ),
    _form("ago", rf"{ROUGH}{NUMBER} {UNIT} (?:ago|earlier this week|back)\b"),
    _form("vague ago", rf"(?:[Aa] )?(?:{VAGUE_NUMBER}|\w+) {UNIT} ago\b"),
    _form(
        "near stretch",
        r"(?:(?P<part>[Ee]arlier|[Ll]ater|[Ss]o far|[Ll]ate|[Ee]arly|[Tt]he end of|[Tt]he start of) )?"
        r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he previous|[Tt]he past|[Tt]he coming) (?P<unit>week|weekend|month|"
        r"year|decade|century)\b(?!-)",
    ),
    _form("near stretch", r"[Tt]he (?:start|beginning|end) of the (?P<unit>week|month|year)\b"),
    _form("first months", rf"[Tt]he first {NUMBER} months of (?:the|(?P<which>this|last)) year\b"),
    _form("first months", rf"[Tt]he first {NUMBER} months of {YEAR}"),
    _form("weekend", r"(?:(?:[Oo]ver|[Dd]uring|[Aa]t) )?[Tt]he weekend\b"),
    _form(
        "past stretch",
        rf"(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin) )?the (?:past|last|previous|preceding)"
        rf" (?:{NUMBER}|(?P<vague>{VAGUE_NUMBER})) {UNIT}",
    ),
    _form(
        "coming stretch",
        rf"(?:(?:[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring) )?the (?:next|coming|following) (?:(?:{NUMBER}|{VAGUE_NUMBER})"
        rf" )?(?:hours|days|weeks|months|years)\b",
    ),
    _form(
        "recent",
        r"(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the )?(?:most )?(?:recent|past|last) (?:hours|days|weeks|"
        r"months|years|times)\b",
    ),
    _form(
        "anaphoric",
        r"(?:(?P<step>(?:[Tt]he |[Tt]hat )(?:very )?(?:following|next|previous|same|preceding)|[Tt]hat)"
        r" (?P<unit>day|night|morning|evening|afternoon|week|month|year)|[Tt]he (?P<unit_2>day|week|month|year)"
        r" (?P<step_2>before(?! last)|after)"
        r"|(?:(?:[Aa]bout|[Jj]ust|[Oo]nly) )?"
        rf"{NUMBER} (?P<unit_3>day|week|month|year|hour)s? (?P<step_3>later|earlier|before|after that))\b",
    ),
    _form(
        "duration",
        r"(?<!time )(?!(?:[Ff]or|[Ii]n|[Aa]fter) an? (?:hour|day|week|month|year)(?: of |-))"
        r"(?![Ii]n (?:hours|days|weeks|months|years|decades)\b)"  # "the worst attack in years"
        rf"(?:[Ff]or|[Aa]fter(?! {ROUGH}(?:[\w-]+ )?(?:hours|days|weeks|months|years|decades) of\b)"
        rf"|[Ii]n(?! the (?:year|month|week|day)\b)|[Ww]ithin|(?<!of )(?<!to )[Oo]ver(?= (?:\w+ )?(?:days|weeks)\b)|"
        rf"[Ii]n the space of(?: just)?) {ROUGH}(?:{NUMBER}|{VAGUE_NUMBER}|"
        rf"the)? ?(?:hours|days|weeks|months|years|decades|hour|day|week|month|year)\b",
    ),
    _form(
        "time of day",
        r"(?:(?:[Bb]y|[Aa]t|[Bb]efore|[Aa]fter|[Ii]n) )?(?:(?:the )?(?:early|late)[ -](?:hours|morning|"
        r"afternoon|evening|night)|(?:the )?mid-?(?:morning|afternoon)|dawn|daybreak|dusk|nightfall|midnight|"
        r"midday|noon)\b(?!-)",  # "a dusk-to-dawn curfew"
    ),
    _form("time of day", r"(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) in the (?:day|week|month|year)\b"),
    _form("time of day", r"[Ii]n the (?:morning|afternoon|evening)\b"),
    _form(
        "time of day",
        r"(?:(?:[Bb]y|[Aa]t|[Bb]efore|[Aa]fter) )?(?:(?:about|around|approximately|roughly"
        r"|(?:just|shortly) (?:before|after)) )?"
        r"(?:[01]?\d(?:[:.][0-5]\d)? ?(?:[ap]m\b|[ap]\.m\.|[AP]M\b|[AP]\.M\.)"
        r"|[0-2]?\d[:.]?[0-5]\d ?(?:local time|GMT|hours|hrs)\b)(?: (?:local time|GMT))?",
    ),
    _form("since then", r"[Ss]ince then\b"),
    _form("soon", r"(?:[Rr]ecently|(?<![Aa]s )[Ss]oon(?! after)|[Cc]urrently|[Ii]mminently)\b"),
)
SINCE = re.compile(
    rf"(?P<word>[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Uu]p to|[Uu]p until|[Aa]s of|[Bb]efore|[Aa]head of|[Ss]tarting"
    r"|[Bb]eginning)"
    rf"(?P<happening> (?:the |its |his |their |her )?(?:[\w’'-]+ ){{1,5}}{BEGAN}{WITHIN}"
    rf"| (?:the|an?) (?:[\w-]+ ){{0,3}}{EVENT}{WITHIN})?(?: (?:in|on|from|at|back in|late in|early in))?$"
)
SINCE_THE = re.compile(r"[Ss]ince (?:the|its|his|her|their)$")  # "since the 2021 coup"
FROM = re.compile(r"(?P<word>[Bb]etween|[Ff]rom)$")
