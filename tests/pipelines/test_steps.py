"""Steps: what is made again, what is not, and that the way to a warehouse does not show in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

import seeds
from pipelines import resources, steps
from pipelines.publishing import is_mirrored, is_published, mirror_published, publish
from pipelines.records import Records
from pipelines.scratch import lend_gazetteers, make_tables
from pipelines.settings import Settings
from pipelines.steps import CheckFailed, outstanding, run_step, step_of
from schemas import TABLES
from schemas.table import Table
from stages import STAGES
from stages.stage import Made, Stage
from warehouse.store import Store

MADE = tuple(stage.name for stage in STAGES)
ARRIVAL = {"batch_id", "received_at"}  # when and with what others an item came
PAGES = {
    "a.txt": """Colonel flees with his men

By A. Writer

2 July 2012

A colonel and twelve soldiers deserted their barracks in Idlib on Sunday and crossed into Turkey, a rebel spokesman
said. The army denied that any officer had left.
""",
    "b.txt": """Guns over Homs

3 July 2012

Shells killed nine civilians in Homs on Monday, activists said. Troops arrested at least thirty people in the old
town, and hundreds marched against the governor in Aleppo.
""",
    "c.txt": """Truce in the valley

5 July 2012

Rebels and the army agreed to a ceasefire in Zabadani on Wednesday. Some 400 families had fled the town since May,
the Red Crescent said, and two officers defected with them.
""",
    "d.txt": """Colonel and men cross border

3 July 2012

A Syrian colonel and about fifteen soldiers crossed into Turkey from Idlib province on Sunday, officials in Ankara
said. They were taken to a camp in Hatay.
""",
}


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(inbox: Path, lender: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Every table of those pages, to be looked at."""
    return make_tables([str(inbox)], settings_in(tmp_path_factory.mktemp("whole"), lender), MADE)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(warehouse=tmp_path / "warehouse")


@pytest.fixture
def store(whole: Store, settings: Settings) -> Store:
    """A copy of those tables, to be changed."""
    shutil.copytree(whole.root / "data", settings.root / "data", symlinks=True)
    return Store(settings.root)


@pytest.fixture
def changed_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the seeds to write to."""
    folder = tmp_path / "seeds"
    shutil.copytree(seeds.FOLDER, folder, ignore=shutil.ignore_patterns("articles", "training", "__pycache__"))
    monkeypatch.setattr(seeds, "FOLDER", folder)
    yield folder
    forget_seeds()


def forget_seeds() -> None:
    """Seeds change in these tests, as they never do within one run."""
    resources._loaded.clear()
    resources._version.cache_clear()
    seeds._load.cache_clear()


def settings_in(folder: Path, lender: Path) -> Settings:
    settings = Settings(warehouse=folder)
    lend_gazetteers(lender, settings.root / "data")
    return settings


def stage_of(name: str) -> Stage:
    return next(stage for stage in STAGES if stage.name == name)


def rows_of(store: Store, table: Table) -> list[str]:
    """Every row of a table but for how it arrived, in an order of its own."""
    kept = [column.name for column in table.stored if column.name not in ARRIVAL]
    return sorted(
        str(row)
        for batch in store.batches(table.name)
        for row in store.read(table.name, batch).select(kept).to_pylist()
    )


def waiting(store: Store, settings: Settings) -> list[str]:
    return [step.stage.name for step in outstanding(store, settings)]


def test_two_halves_make_what_the_whole_makes(inbox: Path, tmp_path: Path, whole: Store, lender: Path) -> None:
    in_halves = settings_in(tmp_path / "halves", lender)
    make_tables([str(inbox / "b.txt"), str(inbox / "d.txt")], in_halves, MADE)
    halves = make_tables([str(inbox)], in_halves, MADE)
    assert len(halves.batches()) == 2
    for table in (table for stage in STAGES for table in stage.makes):
        assert rows_of(whole, table) == rows_of(halves, table), table.name


def test_the_same_input_makes_the_same_bytes(inbox: Path, tmp_path: Path, whole: Store, lender: Path) -> None:
    again = make_tables([str(inbox)], settings_in(tmp_path / "again", lender), MADE)
    for name in (table.name for stage in STAGES for table in stage.makes if table.name != "raw_documents"):
        one, other = ([path.read_bytes() for path in store.paths(name)] for store in (whole, again))
        assert one == other, name


def test_what_is_current_is_not_made_again(store: Store, settings: Settings) -> None:
    assert waiting(store, settings) == []


@pytest.mark.parametrize(
    ("seed", "row", "first", "untouched"),
    [
        ("triggers", "outfox,verb,attack,,act_on,,\n", "coded_claims", ("documents", "parses")),
        ("ranks", "grand_vizier,grand vizier,,civil,,\n", "mentions", ("documents", "parses", "sentences")),
        ("boilerplate", None, "documents", ("raw_documents",)),
    ],
)
def test_a_changed_seed_redoes_what_depends_on_it(
    store: Store,
    settings: Settings,
    changed_seeds: Path,
    seed: str,
    row: str | None,
    first: str,
    untouched: tuple[str, ...],
) -> None:
    with (changed_seeds / f"{seed}.csv").open("a", encoding="utf-8") as lines:
        lines.write(row or (seeds.FOLDER / f"{seed}.csv").read_text(encoding="utf-8").splitlines()[-1] + "\n")
    forget_seeds()
    redone = waiting(store, settings)
    assert redone[0] == first
    assert not set(redone) & set(untouched)


def test_publishing_shows_what_is_stored(store: Store, settings: Settings) -> None:
    assert not is_published(store, settings)
    publish(store, settings)
    assert is_published(store, settings)


def test_the_mirror_follows_what_is_published(inbox: Path, settings: Settings) -> None:
    mirrored = settings.model_copy(update={"mirror": "memory://mirror"})
    store = make_tables([str(inbox)], settings, ("raw_documents",))
    publish(store, mirrored)
    assert (is_mirrored(store, settings), is_mirrored(store, mirrored)) == (True, False)
    mirror_published(store, mirrored)
    assert is_mirrored(store, mirrored)


def test_a_critical_failure_stages_nothing(store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = stage_of("sentences")

    def broken(parses: pa.Table, documents: pa.Table) -> Made:
        rows = sentences.function(parses, documents).rows
        position = rows.column_names.index("position")
        return Made(rows.set_column(position, "position", pa.array([-1] * rows.num_rows, pa.int32())))

    bad = Stage(broken, sentences.reads, sentences.makes)
    monkeypatch.setattr(steps, "code_version", lambda _: "broken")
    (batch,) = store.batches()
    step = step_of("sentences", batch)
    records = Records("r")
    with pytest.raises(CheckFailed, match=r"sentences: .*position.*rows fail"):
        records.add(run_step(type(step)(bad, batch), store, settings, "r"))
    assert [path for path in store.staged_files() if "sentences" in str(path)] == []


def test_every_stage_names_its_inputs() -> None:
    made = {table.name for stage in STAGES for table in stage.makes}
    assert made < TABLES.keys()


def test_a_correction_redoes_what_depends_on_it_and_reaches_the_events(
    inbox: Path, store: Store, settings: Settings
) -> None:
    (batch,) = store.batches()
    claims = store.read("claims", batch).to_pylist()
    header = "target_kind,target_id,action,field,expected,value,reason,author,noted_on"
    rejected = f"claim,{claims[0]['claim_id']},reject,,,,told of a film,R. Reader,2026-02-01"
    (settings.root / "corrections.csv").write_text(f"{header}\n{rejected}\n", encoding="utf-8")
    forget_seeds()
    assert waiting(store, settings) == ["claims", "corrections"]
    make_tables([str(inbox)], settings, MADE)
    forget_seeds()
    assert store.read("claims", batch).num_rows == len(claims) - 1
    (row,) = store.read("corrections", "corpus").to_pylist()
    assert row["outcome"] == "applied"
    assert claims[0]["claim_id"] not in store.read("event_claims", "corpus")["claim_id"].to_pylist()
    assert waiting(store, settings) == []
