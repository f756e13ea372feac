"""The hostile corpus as a folder: the files, names that are no names, sidecars that lie, links, pipes and devices."""

import os
import random
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.hostile.files import FILES
from tests.hostile.texts import TEXTS, story

WORD = "heliotrope"
REPORTS = 12  # one tiny file in so many tells something: a run that keeps nearly nothing is not published
OUTSIDE = f"The word of the night is {WORD}, and seven soldiers of the guard know it."
NAMES = (
    "'; drop table documents; --",
    '"; delete from claims; --',
    "$(touch owned)",
    "`id`",
    "%s%n%x",
    "{0}",
    "a..b",
    "-rf",
    "a\nb",
    "a\tb",
    "a\\b",
    "\u202etxt.exe",
    "\u200b",
    "con",
    "nul",
    "a" * 240,
    "é" * 110,
    " ",
    "~",
    "*",
    "[a-z]",
    "?",
    "**",
    "#1",
    "a#2",
    "<b>",
    "&amp;",
    "\x01",
    "\x7f",
    "http:--host.example-",
    "name=value",
    "data:,x",
    "\U0001f4a3",
    "\ue000",
)
SIDECARS = (
    "[]",
    "null",
    "{",
    '{"outlet": 5}',
    '{"outlet": {"a": 1}}',
    '{"published": "9999999-01-01"}',
    '{"published": 1e999}',
    '{"title": "' + "x" * 90_000 + '"}',
    "[" * 100_000,
    '{"uri": "../../etc/passwd"}',
    '{"published": "0000-00-00"}',
    '{"title": "\\ud800"}',
    "\x00",
    '{"outlet": null}',
    "9" * 5_000,
)


def write_items(folder: Path, tiny: int, *, seed: int = 0) -> list[Path]:
    """Write the corpus into `folder/in`, with the secret beside it; returns what was put there."""
    chance = random.Random(seed)  # noqa: S311 - the same corpus every time
    inputs = folder / "in"
    inputs.mkdir(parents=True)
    written: list[Path] = []
    for group in (*TEXTS, *FILES):
        home = inputs / group.__name__
        home.mkdir()
        for at, (name, content) in enumerate(group(chance)):
            path = home / f"{at:04}-{name}"
            path.write_bytes(content)
            written.append(path)
    written += [*_named(inputs / "names", chance), *_with_sidecars(inputs / "sidecars", chance)]
    written += _strange(inputs / "strange", folder)
    for at in range(tiny):
        home = inputs / "tiny" / f"{at // 1000:04}"
        home.mkdir(parents=True, exist_ok=True)
        path = home / f"{at}.txt"
        path.write_bytes(b"%d" % at if at % REPORTS else story(chance).encode())
        written.append(path)
    return written


def _named(home: Path, chance: random.Random) -> Iterator[Path]:
    home.mkdir()
    for name in NAMES:
        path = home / f"{name}.txt"
        path.write_text(story(chance), encoding="utf-8")
        yield path
    path = Path(os.fsdecode(os.fsencode(home) + b"/\xff\xfe.txt"))  # a name in no encoding
    path.write_text(story(chance), encoding="utf-8")
    yield path


def _with_sidecars(home: Path, chance: random.Random) -> Iterator[Path]:
    home.mkdir()
    for at, said in enumerate(SIDECARS):
        path = home / f"{at}.txt"
        path.write_text(story(chance), encoding="utf-8")
        (home / f"{at}.json").write_text(said, encoding="utf-8")
        yield path


def _strange(home: Path, outside: Path) -> Iterator[Path]:
    """Links out of the folder and in circles, pipes, sockets, and devices where the system allows them."""
    home.mkdir()
    secret = outside / "outside"
    secret.mkdir()
    (secret / "secret.txt").write_text(OUTSIDE, encoding="utf-8")
    (secret / "secret.json").write_text('{"outlet": "Heliotrope"}', encoding="utf-8")
    links = {
        "out.txt": secret / "secret.txt",
        "climbing.txt": Path("../../outside/secret.txt"),
        "folder": secret,
        "round": home,
        "up": outside,
        "self.txt": home / "self.txt",
        "gone.txt": home / "nothing.txt",
        "null.txt": Path("/dev/null"),
        "zero.txt": Path("/dev/zero"),
        "random.jsonl": Path("/dev/urandom"),
        "proc.txt": Path("/proc/self/environ"),
        "passwd.csv": Path("/etc/passwd"),
    }
    for name, target in links.items():
        (home / name).symlink_to(target)
        yield home / name
    for name in ("pipe.txt", "pipe.jsonl", "pipe.parquet", "pipe.warc.gz"):
        os.mkfifo(home / name)
        yield home / name
    (home / "page.txt").write_text("A page whose sidecar is a link to elsewhere.", encoding="utf-8")
    (home / "page.json").symlink_to(secret / "secret.json")
    yield home / "page.txt"
    with suppress(OSError), socket.socket(socket.AF_UNIX) as door:  # the path may be too long for one
        door.bind(str(home / "door.txt"))
        yield home / "door.txt"
    with suppress(OSError):  # only root may
        os.mknod(home / "zero-device.txt", 0o600 | 0o020000, os.makedev(1, 5))
        yield home / "zero-device.txt"
