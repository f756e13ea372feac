"""What the tests of the pipelines share."""

import os
from pathlib import Path

import pytest

from pipelines.resources import RESOURCES
from pipelines.settings import Settings


@pytest.fixture(scope="session")
def lender(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a warehouse whose compiled gazetteer the others borrow: one for all processes of the tests."""
    own = tmp_path_factory.getbasetemp()
    settings = Settings(warehouse=(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lender")
    RESOURCES["gazetteer"].load(settings)  # even where this process holds one: what is lent is its files
    return settings.root / "data"
