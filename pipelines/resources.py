"""Resources: what stages are handed by keyword, loaded once a process, each with what it depends on."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import seeds
from pipelines.settings import Settings
from stages.stage import Stage
from warehouse.store import key_of


@dataclass(frozen=True, slots=True)
class Resource:
    """How a resource is loaded, and the hash of what it is made from."""

    load: Callable[[Settings], object]
    version: Callable[[Settings], str]


def resources_for(stage: Stage, settings: Settings) -> dict[str, object]:
    """The stage's keyword arguments."""
    return {name: _loaded(name, settings) for name in stage.uses}


def seed_version(stage: Stage, settings: Settings) -> str:
    """SHA-256 over the versions of the stage's resources."""
    return key_of(f"{name} {_version(name, settings)}" for name in stage.uses)


@cache
def _loaded(name: str, settings: Settings) -> object:
    return RESOURCES[name].load(settings)


@cache
def _version(name: str, settings: Settings) -> str:
    return RESOURCES[name].version(settings)


def of_seeds(*names: str) -> Callable[[Settings], str]:
    """The version of a resource made from seed files alone."""
    return lambda _: key_of(seeds.fingerprint(name) for name in names)


def model_path(settings: Settings) -> str:
    """The language model to load: the setting's, else the shipped one."""
    return settings.model or str(seeds.MODEL)


def _language_version(settings: Settings) -> str:
    if settings.model is None:
        return seeds.fingerprint("model")
    folder = Path(settings.model)
    if folder.is_dir():
        digest = hashlib.sha256()
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            digest.update(file.read_bytes())
        return digest.hexdigest()
    return f"{settings.model} {version(settings.model)}"


RESOURCES: dict[str, Resource] = {}
