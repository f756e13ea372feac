"""What the tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("attest", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("attest")

SHARED = Path(__file__).parents[2] / "shared"

# Begun first, so that no process waits at the end.
LONGEST = ("test_end_to_end.py", "test_steps.py", "test_rows_in_browser.py", "test_report_in_browser.py",
           "test_accessibility_in_browser.py", "test_numbers_in_browser.py", "test_quality.py")  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; the others keep their order."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the development data are not beside this checkout")
    return SHARED
