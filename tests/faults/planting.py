"""A fault: a place in the source, what it becomes, and a copy of the product that has it.

Faults stand in faults.toml. A fault is found by the words it stands behind (`anchor`), so a file
that moves keeps its fault.
"""

import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(__file__).with_name("faults.toml")
SOURCE = ("kls_portal", "guidance", "vacancies", "templates", "static")
# What a copy shares with the checkout, as links.
SHARED = (".venv", "node_modules", "var")


class FaultError(Exception):
    """A fault cannot be planted; the message says which and why."""


@dataclass(frozen=True)
class Fault:
    """One fault.

    breaks: the promise that is broken, a sentence. anchor, planted: source text before and after.
    tests: paths of tests to look in first. database: "postgresql" where only that can show it.
    """

    id: str
    breaks: str
    anchor: str
    planted: str
    tests: tuple[str, ...]
    database: str = "sqlite"


def faults() -> tuple[Fault, ...]:
    """Return every fault, in the order of the file."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["fault"]
    return tuple(Fault(**{**row, "tests": tuple(row["tests"])}) for row in rows)


def place_of(fault: Fault, root: Path = ROOT) -> Path:
    """Return the one file below `root` that holds the anchor.

    Raises FaultError where it occurs more or less than once.
    """
    found = [path for path, text in _source(root) for _ in range(text.count(fault.anchor))]
    if len(found) != 1:
        raise FaultError(f"{fault.id}: its anchor stands in {len(found)} places, not in 1.")
    return found[0]


@contextmanager
def copied() -> Iterator[Path]:
    """Yield a folder with a copy of the checkout, for one fault after another."""
    with TemporaryDirectory(prefix="kls-fault-") as folder:
        copy_to(Path(folder))
        yield Path(folder)


@contextmanager
def planted(fault: Fault, root: Path) -> Iterator[None]:
    """Within the block, the copy at `root` has the fault. Raises FaultError."""
    path = place_of(fault, root)
    text, status = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(text.replace(fault.anchor, fault.planted), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")
        # As if it had never changed: what Python compiled of it before is still right.
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@cache
def _source(root: Path) -> list[tuple[Path, str]]:
    """Return the files of the product, each with its text before any fault."""
    paths = [path for top in SOURCE for path in sorted((root / top).rglob("*"))]
    kinds = {".py", ".toml", ".html", ".txt", ".js", ".css", ".typ"}
    return [(path, path.read_text(encoding="utf-8")) for path in paths if path.suffix in kinds]


def copy_to(root: Path, shared: Iterable[str] = SHARED) -> None:
    """Copy the checkout to `root`, with links to what is `shared`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    for name in shared:
        if (ROOT / name).exists():
            (root / name).symlink_to((ROOT / name).resolve())
