"""Resources: what stages are handed by keyword, loaded once a process and version, each with what it depends on."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import spacy
from spacy.language import Language

import seeds
from pipelines.second_reader import SecondReader
from pipelines.settings import Settings
from pipelines.versions import code_version
from schemas.corrections import ACTIONS
from stages import STAGES
from stages.cleaning.outlets import Outlets
from stages.cleaning.phrases import Phrases
from stages.corrections import Corrections
from stages.naming.gazetteer import Gazetteer
from stages.naming.gazetteer_tables import gazetteer_tables
from stages.naming.ranks import RankLadder
from stages.parsing.language import scheme_of
from stages.raw_documents import Limits
from stages.stage import Stage
from stages.words.crosswalks import crosswalks_of
from stages.words.vocab import SEEDS as VOCAB_SEEDS
from stages.words.vocab import Vocab
from warehouse.corrections import corrections_in
from warehouse.gazetteer import gazetteer_in
from warehouse.models import altered_files
from warehouse.store import key_of

_loaded: dict[tuple[str, str], object] = {}  # by name and version
WORD_SEEDS = ("actors", "word_classes", "ranks", "places")


class NoModel(ValueError):
    """A language model that is not installed, or is none."""


@dataclass(frozen=True, slots=True)
class Resource:
    """How a resource is loaded, and the hash of what it is made from."""

    load: Callable[[Settings], object]
    version: Callable[[Settings], str]


def resources_for(stage: Stage, settings: Settings) -> dict[str, object]:
    """The stage's keyword arguments."""
    return {name: _resource(name, settings) for name in stage.uses}


def load_all(settings: Settings) -> None:
    """Load what the stages over batches are handed, before it is needed; raises what a resource raises."""
    for name in sorted({name for stage in STAGES if stage.per == "batch" for name in stage.uses}):
        _resource(name, settings)


def seed_version(stage: Stage, settings: Settings) -> str:
    """SHA-256 over the versions of the stage's resources."""
    return key_of(f"{name} {_version(name, settings)}" for name in stage.uses)


def _resource(name: str, settings: Settings) -> object:
    """What is loaded for one warehouse serves every other for which it would be made from the same."""
    version = _version(name, settings)
    if (name, version) not in _loaded:
        _loaded[name, version] = RESOURCES[name].load(settings)
    return _loaded[name, version]


@cache
def _version(name: str, settings: Settings) -> str:
    return RESOURCES[name].version(settings)


def of_seeds(*names: str) -> Callable[[Settings], str]:
    """The version of a resource made from seed files alone."""
    return lambda _: key_of(seeds.fingerprint(name) for name in names)


def _language_version(settings: Settings) -> str:
    if settings.model is None:
        return seeds.fingerprint("model")
    folder = Path(settings.model)
    if folder.is_dir():
        digest = hashlib.sha256()
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            digest.update(file.read_bytes())
        return digest.hexdigest()
    try:
        return f"{settings.model} {version(settings.model)}"
    except (PackageNotFoundError, ValueError) as error:
        raise NoModel(f"{settings.model}: no folder and no installed package of that name") from error


def language_of(settings: Settings) -> Language:
    """The language model; raises NoModel, or IncompatibleModel when it lacks what the stages read."""
    name = settings.model or str(seeds.MODEL)
    for file in altered_files(Path(name)):
        raise NoModel(
            f"{name}: {file} is not the file that the model's card gives the hash of; install the model again"
        )
    try:
        language = spacy.load(name)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise NoModel(f"{name}: no spaCy model that can be loaded: {str(error).splitlines()[0]}") from error
    scheme_of(language)
    return language


def _second_reader(_: Settings) -> object:
    """The network that reads claims a second time; raises NoModel when its files are not those of its card."""
    for file in altered_files(seeds.SECOND_READER):
        raise NoModel(
            f"{seeds.SECOND_READER}: {file} is not the file that the card gives the hash of; install attest again"
        )
    return SecondReader(seeds.SECOND_READER)


def _words(_: Settings) -> object:
    """The vocabulary without triggers and frames: what names are found with does not change with them."""
    return Vocab.of({name: seeds.load(name).slice(0, None if name in WORD_SEEDS else 0) for name in VOCAB_SEEDS})


def _gazetteer(settings: Settings) -> object:
    version = code_version(gazetteer_tables.__module__)
    return Gazetteer(*gazetteer_in(settings.root / "data", gazetteer_tables, version))


def _noted(kind: str | None) -> Resource:
    """What analysts noted of one kind of thing, or of all: a line about one kind makes nothing of another anew."""
    return Resource(
        lambda settings: Corrections.of(corrections_in(settings.root), kind),
        lambda settings: key_of(str(row) for row in Corrections.of(corrections_in(settings.root), kind).rows),
    )


RESOURCES: dict[str, Resource] = {
    "limits": Resource(
        lambda settings: Limits(settings.max_bytes, settings.max_chars),
        lambda settings: f"{settings.max_bytes} {settings.max_chars}",
    ),
    "phrases": Resource(lambda _: Phrases.of(seeds.load("boilerplate")), of_seeds("boilerplate")),
    "outlets": Resource(lambda _: Outlets.of(seeds.load("outlets")), of_seeds("outlets")),
    "language": Resource(language_of, _language_version),
    "ranks": Resource(lambda _: RankLadder.of(seeds.load("ranks")), of_seeds("ranks")),
    "vocab": Resource(lambda _: Vocab.of({name: seeds.load(name) for name in VOCAB_SEEDS}), of_seeds(*VOCAB_SEEDS)),
    "second_reader": Resource(_second_reader, of_seeds("second_reader")),
    "words": Resource(_words, of_seeds(*WORD_SEEDS)),
    "crosswalks": Resource(lambda _: crosswalks_of(seeds.load("event_types").to_pylist()), of_seeds("event_types")),
    "corrections": _noted(None),
    **{f"{kind}_corrections": _noted(kind) for kind in ACTIONS},
    "gazetteer": Resource(_gazetteer, of_seeds("places")),
}
