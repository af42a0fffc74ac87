"""Areas of the code that are mutated, and which of their mutants are tried."""

import fnmatch
import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).with_name("areas.toml")


@dataclass(frozen=True)
class Area:
    """One area; areas.toml says what each part means."""

    name: str
    code: tuple[str, ...]
    tests: tuple[str, ...]
    sample: int
    without: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The patterns of its files."""
        return tuple(pattern.partition(":")[0] for pattern in self.code)

    def holds(self, path: str, function: str) -> bool:
        """Whether a function of the file at `path` belongs to it."""
        for pattern in self.code:
            files, _, functions = pattern.partition(":")
            if fnmatch.fnmatch(path, files) and fnmatch.fnmatch(function, functions or "*"):
                return True
        return False

    def tests_in(self, root: Path) -> list[str]:
        """Return the paths of its tests below `root`."""
        found = {path for pattern in self.tests for path in root.glob(pattern)}
        return sorted(path.relative_to(root).as_posix() for path in found)


def areas() -> tuple[Area, ...]:
    """Return every area, in the order of the file."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["areas"]
    return tuple(
        Area(
            name,
            tuple(row["code"]),
            tuple(row["tests"]),
            row["sample"],
            tuple(row.get("without", ())),
        )
        for name, row in rows.items()
    )


def least_score() -> float:
    """Return the share of mutants that must be killed, of 1."""
    return float(tomllib.loads(DATA.read_text(encoding="utf-8"))["least_score"])


def sampled(mutants: Iterable[str], size: int) -> list[str]:
    """Return `size` of the mutants, the same ones each time, or all where there are fewer.

    Each has its place by its file, function and number alone: a change elsewhere, or a package that
    moves, leaves it in the sample or out of it.
    """
    seed = tomllib.loads(DATA.read_text(encoding="utf-8"))["seed"]

    def place(mutant: str) -> bytes:
        return hashlib.sha256(f"{seed} {'.'.join(mutant.split('.')[-2:])}".encode()).digest()

    return sorted(mutants, key=place)[:size]
