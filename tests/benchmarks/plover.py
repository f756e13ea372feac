"""Event types of single sentences: PLOVER's own examples, and the unit tests of PETRARCH with their CAMEO codes."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

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
SIGNED = "057"  # signing a formal agreement stands under diplomatic cooperation in CAMEO, and under AGREE in PLOVER
ARTICLE = re.compile(r"^(?:The|An?|Some|Many|Several|Hundreds|Thousands)\b")  # capitals of no name
YIELDED = ("080", "081", "082", "083", "085")  # concessions, which PLOVER keeps apart from withdrawals


def run(options: Options) -> None:
    """Print how often the type of a sentence is among those found, and those found are right."""
    with options.settings("plover") as settings:
        for name, floor in FLOORS.items():
            records = records_of(options, name)
            wanted = {record["id"]: types_wanted(record) for record in records}
            judged = [record for record in records if wanted[record["id"]] is not None]
            found = types_found(judged, settings, is_named if name == "petr_unit" else bool)
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
    if code == SIGNED:
        return "AGREE"
    return "CONCEDE" if code[:3] in YIELDED else PLOVER_OF_ROOT.get(code[:2])


def types_found(records: list[Record], settings: Settings, is_kept: Callable[[str], bool]) -> Mapping[str, set[str]]:
    """The PLOVER types of our claims, by record, without those of actors that are not kept."""
    tables, name_of = analysed([Text(record["id"], record["text"]) for record in records], ["claims"], settings)
    found: dict[str, set[str]] = defaultdict(set)
    for document_id, code, actor in zip(
        *(tables["claims"][column].to_pylist() for column in ("document_id", "plover_code", "actor_text")), strict=True
    ):
        if code and (actor is None or is_kept(actor)):
            found[name_of[document_id]].add(code.partition(":")[0])
    return found


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
