"""What the tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("attest", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("attest")

SHARED = Path(__file__).parents[2] / "shared"

LONGEST = ("test_end_to_end.py", "test_steps.py", "test_rows_in_browser.py")  # begun first, so that no process waits


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; the others keep their order."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the development data are not beside this checkout")
    return SHARED
