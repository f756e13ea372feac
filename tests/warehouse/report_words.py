"""The words of the invented warehouse of the tests of the report, some of them hostile, and its keys and days."""

from datetime import date, timedelta
from hashlib import sha256

HOSTILE = (
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "javascript:alert(1)",
    "\u202eevil\u2066 text\u2069",
    '=HYPERLINK("http://x.example","y")',
    "</title></textarea><svg/onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "'; drop table claims; --",
)
KEPT = "A colonel and four soldiers left the army at Deir Qanun on Monday, the river council said. "
DROPPED = "Subscribe now and never miss a story."
SAID = "A colonel and four soldiers"
PLACES = (("Deir Qanun", 34.9, 40.2, "city"), ("Wadi Sahl", 33.4, 36.3, "province"), ("Syria", 35.0, 38.0, "country"))
TYPES = ("defection", "killing", "protest", "clash", "arrest", "attack", "displacement", "talks", "aid")
STATUSES = ("asserted", "unconfirmed", "denied", "possible")
RANKS = (
    ("general", "general", 19),
    ("colonel", "colonel", 15),
    ("soldier", "soldier", 1),
    ("officer", "officer", None),
)


def key_of(*parts: object) -> str:
    """A made-up key: the hash of its parts."""
    return sha256("/".join(map(str, parts)).encode()).hexdigest()


def day_of(number: int) -> date:
    """A day of 2012, by number."""
    return date(2012, 1, 2) + timedelta(days=number % 300)
