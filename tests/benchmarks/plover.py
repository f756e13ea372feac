"""Event types of single sentences: PLOVER's own examples, and the unit tests of PETRARCH with their CAMEO codes."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import seeds
from pipelines.settings import Settings
from stages.scoring.figures import Figure
from tests.benchmarks.figures import Measured, show
from tests.benchmarks.options import Options
from tests.benchmarks.scorers import Record, records_of
from tests.benchmarks.texts import Text, analysed

FLOORS = {"plover_gsr_dev": 0.65, "petr_unit": 0.75}
# CAMEO's root codes as PLOVER has them; a public statement (01) is no PLOVER event, and roots above 20 are no CAMEO.
PLOVER_OF_ROOT = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "RETREAT",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
ARTICLE = re.compile(r"^(?:The|An?|Some|Many|Several|Hundreds|Thousands)\b")  # capitals of no name
PRONOUN = re.compile(r"^(?:it|its|he|him|his|she|her)\b", re.IGNORECASE)
PARTIES = ("actor", "target", "recipient", "place")
FUTURE = frozenset({"will", "would", "shall", "about"})
YIELDED = ("080", "081", "082", "083", "085")  # concessions, which PLOVER keeps apart from withdrawals


def run(options: Options) -> None:
    """Print how often the type of a sentence is among those found, and those found are right."""
    with options.settings("plover") as settings:
        for name, floor in FLOORS.items():
            records = records_of(options, name)
            wanted = {record["id"]: types_wanted(record) for record in records}
            judged = [record for record in records if wanted[record["id"]] is not None]
            found = types_found(judged, settings, codes_by_verbs if name == "petr_unit" else codes_of)
            gold = {name: types or set() for name, types in wanted.items()}
            figure = figure_of(found, gold, judged)
            show(
                f"{name}: types of {len(judged)} sentences",
                [
                    Measured("precision", figure.precision),
                    Measured("recall", figure.recall),
                    Measured("F1", figure.f1, floor),
                ],
            )
            if options.errors:
                _show_errors(judged, found, gold, options.errors)


def types_wanted(record: Record) -> set[str] | None:
    """The PLOVER types of a record; null when its codes are none that PLOVER has."""
    if "event_v2" in record:
        return {record["event_v2"]}
    if record["kind"] not in ("events", "noevents"):
        return None
    types = {type_of_code(event["code"] or event["root"]) for event in record["gold"]}
    return {code for code in types if code} if types != {None} else None


def type_of_code(code: str) -> str | None:
    """The PLOVER type of a CAMEO code; null for public statements and made-up codes."""
    return "CONCEDE" if code[:3] in YIELDED else PLOVER_OF_ROOT.get(code[:2])


Claims = list[dict[str, Any]]


def types_found(
    records: list[Record], settings: Settings, codes_in: Callable[[Claims], Iterable[str | None]]
) -> Mapping[str, set[str]]:
    """The PLOVER types of our claims, by record, as `codes_in` reads the codes of the claims of one."""
    tables, name_of = analysed([Text(record["id"], record["text"]) for record in records], ["claims"], settings)
    claims: dict[str, Claims] = defaultdict(list)
    for claim in tables["claims"].to_pylist():
        claims[name_of[claim["document_id"]]].append(claim)
    return {name: {code.partition(":")[0] for code in codes_in(rows) if code} for name, rows in claims.items()}


def codes_of(claims: Claims) -> Iterable[str | None]:
    """The codes as they are: PLOVER's own examples are coded by its own book."""
    return (claim["plover_code"] for claim in claims)


def codes_by_verbs(claims: Claims) -> Iterable[str | None]:
    """The codes that PETRARCH's tests can hold, which code a verb between two sides of its dictionaries.

    A noun for an event is a part of what its verb says there and no event beside it; a denied verb has a code of its
    own or none; nameless crowds and what only a pronoun names ("its embassy") are no sides. What "will" happen, or "is
    about to", has the code of the verb, where PLOVER has AGREE or THREATEN: such a claim stands here as its type.
    """
    sided = [claim for claim in claims if is_between_sides(claim)]
    by_verbs = [claim for claim in sided if is_by_verb(claim)]
    types = {(row["type_code"], row["mode"] or ""): row["plover_code"] for row in seeds.load("event_types").to_pylist()}
    for claim in by_verbs or sided:
        if claim["status"] == "denied":
            continue
        is_future = claim["status"] == "planned" and not FUTURE.isdisjoint(rule_of(claim, "status").split())
        plain = types.get((claim["type_code"], claim["mode"] or ""), types[claim["type_code"], ""])
        yield plain if is_future else claim["plover_code"]


def is_between_sides(claim: Mapping[str, Any]) -> bool:
    """Whether the sides that a claim tells of may be two actors: one has a name, and PETRARCH resolves no pronouns."""
    actor, target = claim["actor_text"], claim["target_text"]
    if not any(claim[f"{party}_text"] and is_named(claim[f"{party}_text"]) for party in PARTIES):
        return False
    return (actor is None or is_named(actor)) and (target is None or not PRONOUN.match(target))


def is_by_verb(claim: Mapping[str, Any]) -> bool:
    """Whether a verb tells of the event: by itself, or of a noun, as in "launched an offensive", "promised aid"."""
    is_promised = claim["status"] == "planned" and claim["plover_code"] != "REQUEST"  # calls have claims of their own
    return is_promised or "light verb" in rule_of(claim, "actor") or "(verb" in rule_of(claim, "trigger")


def rule_of(claim: Mapping[str, Any], field: str) -> str:
    """The rule that found a field of a claim."""
    return next((str(found["rule"]) for found in claim["found"] if found["field"] == field), "")


def is_named(actor: str) -> bool:
    """Whether an actor has a name: PETRARCH codes the actors of its dictionaries, and no nameless crowds."""
    return re.search("[A-Z]", ARTICLE.sub("", actor)) is not None


def figure_of(found: Mapping[str, set[str]], gold: Mapping[str, set[str]], records: list[Record]) -> Figure:
    """Types right, found and wanted over all records."""
    names = [record["id"] for record in records]
    right = sum(len(found.get(name, set()) & gold[name]) for name in names)
    return Figure(right, sum(len(found.get(name, ())) for name in names), sum(len(gold[name]) for name in names))


def _show_errors(records: list[Record], found: Mapping[str, set[str]], gold: Mapping[str, set[str]], most: int) -> None:
    wrong = [record for record in records if found.get(record["id"], set()) != gold[record["id"]]]
    missed = Counter(code for record in wrong for code in gold[record["id"]] - found.get(record["id"], set()))
    print("missed:", dict(missed.most_common()))
    for record in wrong[:most]:
        print(f"  {sorted(gold[record['id']])} {sorted(found.get(record['id'], ()))} {record['text']}")
