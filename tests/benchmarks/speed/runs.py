"""Figures of whole runs: against the bare model, stage by stage, again, and with one thing changed."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import seeds
from tests.benchmarks.speed.bench import Bench
from tests.benchmarks.speed.feeds import with_one_changed
from tests.benchmarks.speed.figure import Figure, further_cost
from tests.benchmarks.speed.spent import Failed, Spent, spent_by

SPEED = "tests.benchmarks.speed"
TRIGGER = "outfox,verb,attack,,act_on,,\n"


def against_the_model(bench: Bench) -> Iterator[Figure]:
    """(a) CPU of the bare model over the cleaned text, by that of the whole run in as many processes: one."""
    for kind, text in (("plain", "business news"), ("conflict", "conflict news")):
        few, many = bench.size.usual // 4, bench.size.usual
        _, started = bench.run(kind, few)
        folder, whole = bench.run(kind, many)
        model = spent_by(str(folder), folder=folder / "bare", module=f"{SPEED}.bare")
        bare = json.loads(model.output.splitlines()[-1])
        further = further_cost((few, started.cpu), (many, whole.cpu))
        yield Figure(f"(a) {text}: model / whole, per further document", bare["cpu"] / many / further, "", 0.9, False)
        yield Figure(f"(a) {text}: model / whole, start-up of both counted", model.cpu / whole.cpu, "", None, False)
        yield Figure(f"(a) {text}: words a second of CPU, whole run", bare["tokens"] / whole.cpu, "", None, False)


def by_stage(bench: Bench) -> Iterator[Figure]:
    """(b) Each stage's share of the seconds of a run, and what is no stage's."""
    folder, whole = bench.run("plain", bench.size.usual)
    rows = bench.ask(folder, "select stage, sum(seconds) from runs group by stage order by sum(seconds) desc")
    for stage, seconds in rows:
        if seconds / whole.seconds >= 0.01:
            yield Figure(f"(b) {stage}", 100 * seconds / whole.seconds, "%")
    rest = whole.seconds - sum(seconds for _, seconds in rows)
    yield Figure("(b) start, receiving, checks of the whole, database, report", 100 * rest / whole.seconds, "%")


def nothing_new(bench: Bench) -> Iterator[Figure]:
    """(c) Seconds of CPU of a run that finds nothing new."""
    again = _again(bench)
    yield Figure(f"(c) nothing new among {bench.size.short:,}", again.cpu, "s CPU", 3.0)


def one_changed(bench: Bench) -> Iterator[Figure]:
    """(d) The same with one document changed: what it costs beyond (c)."""
    again, (folder, first) = _again(bench), bench.run("short", bench.size.short)
    feed = with_one_changed(bench.feed("short", bench.size.short))
    copy = _copied(folder, "changed")
    changed = spent_by("run", str(feed), "--warehouse", str(copy), "--workers", "1", folder=copy)
    yield Figure(f"(d) one changed among {bench.size.short:,}, beyond (c)", changed.cpu - again.cpu, "s CPU", 3.0)
    yield Figure("(d) one changed / the first run", changed.cpu / first.cpu)
    shutil.rmtree(copy)


def triggers_changed(bench: Bench) -> Iterator[Figure]:
    """(e) A changed trigger lexicon: claims and what comes behind them, by the first run."""
    folder, first = bench.run("conflict", bench.size.usual)
    copy, changed_seeds = _copied(folder, "reseeded"), bench.folder / "seeds"
    shutil.copytree(seeds.FOLDER, changed_seeds, ignore=shutil.ignore_patterns("training", "__pycache__"))
    with (changed_seeds / "triggers.csv").open("a", encoding="utf-8") as lines:
        lines.write(TRIGGER)
    feed = str(bench.feed("conflict", bench.size.usual))
    words = [str(changed_seeds), "run", feed, "--warehouse", str(copy), "--workers", "1"]
    again = spent_by(*words, folder=copy, module=f"{SPEED}.reseeded")
    remade = {row[0] for row in bench.ask(copy, "select stage from runs where run_id = (select max(run_id) from runs)")}
    if remade & {"raw_documents", "documents", "parses", "sentences", "mentions"}:
        raise Failed(f"a changed trigger made {sorted(map(str, remade))} again")
    yield Figure("(e) triggers changed / the first run", again.cpu / first.cpu)
    shutil.rmtree(copy)


def memory(bench: Bench) -> Iterator[Figure]:
    """(g) Memory of the largest process, by the number of documents."""
    peaks = {count: bench.run("plain", count)[1].peak for count in bench.size.growing}
    for count, peak in peaks.items():
        yield Figure(f"(g) peak at {count:,} documents", peak / 1024, "GiB", 1.5)
    counts = sorted(peaks)
    yield Figure(f"(g) peak at {counts[-1]:,} / at {counts[0]:,}", peaks[counts[-1]] / peaks[counts[0]], "", 1.3)


def two_workers(bench: Bench) -> Iterator[Figure]:
    """(h) One worker process against two, by the clock: of the steps alone, and of the whole run.

    The clock needs two free cores. CPU does not: with none lost between two workers, two free cores halve the steps.
    """
    count = bench.size.paired
    batch = max(50, count // 10)
    (one, alone), (two, both) = (bench.run("conflict", count, workers=n, batch=batch) for n in (1, 2))
    query = (
        "select epoch(max(started_at) - min(started_at)) from runs "
        "where stage in ('raw_documents', 'documents', 'parses', 'sentences', 'mentions', 'coded_claims', 'claims')"
    )
    steps = [bench.ask(folder, query)[0][0] for folder in (one, two)]
    yield Figure("(h) steps: one worker / two, by the clock", steps[0] / steps[1], "", 1.7, False)
    yield Figure("(h) whole run: one worker / two, by the clock", alone.seconds / both.seconds, "", None, False)
    yield Figure("(h) whole run: CPU of one worker / of two", alone.cpu / both.cpu, "", None, False)
    yield Figure("(h) bare model: two processes / one, texts a second", _side_by_side(bench, one), "", None, False)


def _side_by_side(bench: Bench, folder: Path) -> float:
    """How many times as much two processes of the bare model read as one does: what the second core is worth."""

    def seconds(name: str) -> float:
        model = spent_by(str(folder), folder=bench.folder / name, module=f"{SPEED}.bare")
        return float(json.loads(model.output.splitlines()[-1])["seconds"])

    alone = seconds("bare-alone")
    with ThreadPoolExecutor(2) as pool:
        return 2 * alone / max(pool.map(seconds, ("bare-left", "bare-right")))


def prefect(bench: Bench) -> Iterator[Figure]:
    """What the whole run costs beyond the same steps in a plain loop."""
    few = bench.size.usual // 4
    costs: list[float] = []
    for count in (few, bench.size.usual):
        _, whole = bench.run("plain", count)
        folder = bench.warehouse(f"loop-{count}")
        plain = spent_by(str(bench.feed("plain", count)), str(folder), folder=folder, module=f"{SPEED}.unscheduled")
        costs.append(whole.cpu - plain.cpu)
    many = bench.size.usual
    beyond = further_cost((few, costs[0]), (many, costs[1]))
    further = further_cost((few, bench.run("plain", few)[1].cpu), (many, whole.cpu))
    yield Figure("(p) Prefect: start-up of the flow and its server", costs[0], "s CPU")
    yield Figure("(p) Prefect: share of each further document", 100 * beyond / further, "%", 5.0)


def _again(bench: Bench) -> Spent:
    folder, _ = bench.run("short", bench.size.short)
    words = ["run", str(bench.feed("short", bench.size.short)), "--warehouse", str(folder)]
    return bench.once("again", lambda: spent_by(*words, folder=folder / "again"))


def _copied(folder: Path, name: str) -> Path:
    copy = folder.with_name(f"{folder.name}-{name}")
    shutil.copytree(folder, copy, symlinks=True)
    return copy


def over_the_corpus(bench: Bench) -> Iterator[Figure]:
    """Stages over the corpus: their CPU for each document as documents grow, and the memory of their process."""
    folder, _ = bench.run("short", bench.size.short)
    costs: dict[int, float] = {}
    for times in bench.size.multiples:
        scratch = bench.folder / f"corpus-{times}"
        spent = spent_by(str(folder), str(scratch), str(times), folder=scratch, module=f"{SPEED}.corpus")
        seen = json.loads(spent.output.splitlines()[-1])
        count = times * bench.size.short
        costs[times] = sum(seconds for seconds, _ in seen["stages"].values()) / count * 1_000
        yield Figure(f"(k) stages over the corpus at {count:,}, a document", costs[times], "ms CPU")
        yield Figure(f"(k) their memory at {count:,}", seen["peak"] / 1024, "GiB", 1.5)
        shutil.rmtree(scratch)
