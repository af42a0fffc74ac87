"""Whether the tests take enough branches of our own code: python -m tests.covered (make coverage).

Reads what `coverage run` measured, prints every file that is not wholly covered, and the figure of
the whole source and of the packages that know no Django. The status is 1 where one is too low.
"""

import os
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from coverage import Coverage

WHOLE, PURE = 95, 98
"""The least per cent of statements and branches."""
PROJECT = Path(__file__).parent.parent / "pyproject.toml"
CONTRACT = "Pure packages know no Django"


def pure_files() -> list[str]:
    """Return patterns for the files of the packages that the import contract keeps pure."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]
    pure = next(one for one in contracts["contracts"] if one["name"] == CONTRACT)
    root = PROJECT.parent
    modules = (name.replace(".", "/") for name in pure["source_modules"])
    paths = [
        found.relative_to(root).with_suffix("").as_posix()
        for module in modules
        for found in (*sorted(root.glob(module)), *sorted(root.glob(f"{module}.py")))
    ]
    return [pattern for path in paths for pattern in (f"{path}/*", f"{path}.py")]


def too_low(shares: Iterable[tuple[str, float, float]]) -> bool:
    """Print each (name, share, least share) in per cent; return whether any is too low."""
    lacking = False
    for name, share, least in shares:
        lacking |= share < least
        print(f"{name}: {share:.1f} per cent, at least {least}")
    return lacking


def main() -> int:
    """Run the command; see the head of this file."""
    measured = Coverage()
    measured.combine()
    measured.save()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        pure = measured.report(include=pure_files(), file=nowhere)
    whole = measured.report()
    return int(too_low((("Whole source", whole, WHOLE), ("Pure packages", pure, PURE))))


if __name__ == "__main__":
    sys.exit(main())
