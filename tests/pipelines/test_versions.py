"""Code versions: a change in a module that a stage reaches is a change of the stage."""

from pathlib import Path

import pytest

from pipelines import versions


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "stages" / "when").mkdir(parents=True)
    (tmp_path / "schemas").mkdir()
    sources = {
        "stages/claims.py": "from stages.counts import count_in\nfrom stages.when.forms import FORMS\nimport re\n",
        "stages/counts.py": "from stages import numerals\nfrom schemas.claims import CLAIMS\n",
        "stages/when/__init__.py": "",
        "stages/when/forms.py": "from stages.when import calendar\n",
        "stages/when/calendar.py": "from stages.when.frames import NOON\n",
        "stages/when/frames.py": "NOON = 12\n",
        "stages/when/spans.py": "LONG = 9\n",
        "stages/numerals.py": "TEN = 10\n",
        "stages/places.py": "HOMS = 1\n",
        "schemas/claims.py": "CLAIMS = 1\n",
    }
    for name, source in sources.items():
        (tmp_path / name).write_text(source)
    monkeypatch.setattr(versions, "PROJECT", tmp_path)
    return tmp_path


def version_of(module: str) -> str:
    versions.code_version.cache_clear()
    versions._imports_of.cache_clear()
    return versions.code_version(module)


@pytest.mark.parametrize(
    ("changed", "is_other"),
    [
        ("stages/claims.py", True),
        ("stages/counts.py", True),  # imported
        ("stages/numerals.py", True),  # imported by what is imported, as a name of its package
        ("schemas/claims.py", True),  # the promise changed
        ("stages/when/forms.py", True),  # imported from a folder
        ("stages/when/calendar.py", True),  # imported within it, as a name of the folder
        ("stages/when/frames.py", True),  # imported within it by its full name
        ("stages/when/spans.py", False),  # only beside what is imported
        ("stages/places.py", False),  # nothing leads there
    ],
)
def test_a_stage_is_what_it_imports(project: Path, changed: str, is_other: bool) -> None:
    before = version_of("stages.claims")
    (project / changed).write_text((project / changed).read_text() + "MORE = 1\n")
    assert (version_of("stages.claims") != before) is is_other


def test_circles_end(project: Path) -> None:
    (project / "stages/numerals.py").write_text("from stages.counts import count_in\n")
    assert version_of("stages.numerals") != version_of("stages.places")
