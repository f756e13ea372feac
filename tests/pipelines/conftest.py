"""What the tests of the pipelines share."""

from pathlib import Path

import pytest

from pipelines.resources import resources_for
from pipelines.settings import Settings
from stages import STAGES


@pytest.fixture(scope="session")
def lender(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a warehouse whose compiled gazetteer the others borrow."""
    settings = Settings(warehouse=tmp_path_factory.mktemp("lender"))
    resources_for(next(stage for stage in STAGES if stage.name == "mentions"), settings)
    return settings.root / "data"
