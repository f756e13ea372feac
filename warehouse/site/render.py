"""Templates to pages: everything escaped, one content security policy, written only when changed."""

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from warehouse.site import words
from warehouse.site.rows import Query
from warehouse.store import write_bytes

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
ASSETS = ("style.css", "script.js", "statement.js", "explore.js", "document.js", "icon.svg")
MANIFEST = "pages.json"

# No inline script or style, nothing from elsewhere, no form that leaves, no frame, no plug-in.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'"
)
NAVIGATION = (
    ("index.html", "Overview"),
    ("events.html", "Events"),
    ("claims.html", "Claims"),
    ("documents.html", "Documents"),
    ("entities.html", "Entities"),
    ("defections.html", "Defections"),
    ("rejects.html", "Rejects"),
    ("quality.html", "Quality"),
)


def environment() -> Environment:
    """Jinja2 with escaping always on, hostile characters made visible, and undefined names an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        label=words.label_of, shown=words.shown, measure=words.measure_of, cut=words.cut, brief=words.brief,
        seconds=words.seconds_of,
    )  # fmt: skip
    made.globals.update(
        policy=POLICY,
        navigation=NAVIGATION,
        range_of=words.range_of,
        days_of=words.days_of,
        rule_of=words.rule_of,
        share_of=words.share_of,
        address_of=words.address_of,
        page_of=words.page_of,
        query=Query,
    )
    return made


class Site:
    """A report's folder. Pages whose inputs and templates are unchanged are left as they stand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages: dict[str, str] = {}
        self._environment = environment()
        folder.mkdir(parents=True, exist_ok=True)
        self._before = _written_before(folder / MANIFEST)

    @cached_property
    def version(self) -> str:
        """Hash of the code, templates and queries of the report."""
        files = sorted(
            path for path in HERE.rglob("*") if path.suffix in {".py", ".sql", ".html", ".css", ".js", ".svg", ".csv"}
        )
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()

    def wants(self, path: str, rows: object) -> bool:
        """Whether a page is to be written, because it does not stand or the rows it shows have changed."""
        digest = self._pages[path] = self._digest(rows)
        return not self._is_current(path, digest)

    def page(self, path: str, template: str, **context: Any) -> None:
        """Write one page from its template, unless it is known to stand with the same context."""
        if path not in self._pages and not self.wants(path, context):
            return
        root = "../" * path.count("/")
        text = self._environment.get_template(template).render(root=root, here=path, **context)
        self._write(path, text)

    def text(self, path: str, text: str) -> None:
        """Write one file as it is given, unless it stands already."""
        if self.wants(path, text):
            self._write(path, text)

    def finish(self, *, whole: bool = True) -> None:
        """Copy style and scripts, note what stands, and remove pages that a whole report no longer wants."""
        for name in ASSETS:
            self.text(name, (HERE / name).read_text("utf-8"))
        if not whole:
            self._pages = {**self._before, **self._pages}
        for path in self._before.keys() - self._pages.keys():
            if ".." not in path:
                (self.folder / path).unlink(missing_ok=True)
        self._write(MANIFEST, json.dumps(self._pages, indent=0, sort_keys=True))

    def _digest(self, context: object) -> str:
        digest = hashlib.sha256(self.version.encode())
        digest.update(repr(context).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def _is_current(self, path: str, digest: str) -> bool:
        return self._before.get(path) == digest and (self.folder / path).is_file()

    def _write(self, path: str, text: str) -> None:
        write_bytes(self.folder / path, text.encode("utf-8", "replace"))


def _written_before(manifest: Path) -> dict[str, str]:
    """The pages that stand and the hashes of what they show; none, so that all are written, where that is unknown."""
    try:
        before = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return before if isinstance(before, dict) else {}
