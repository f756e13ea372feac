"""What the tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("attest", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("attest")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the development data are not beside this checkout")
    return SHARED
