"""Runs the mutants of an area in a copy of the product, with mutmut."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

from tests.faults.planting import ROOT, copy_to
from tests.mutants.areas import Area, sampled

FOLDER = ROOT / "var" / "mutants"
PACKAGES = ["kls_portal", "guidance", "vacancies"]
# What the tests read beside the packages.
READ = ["deploy", "manage.py", "static", "templates"]
# The same examples of each property every time, and nothing remembered of other runs.
OPTIONS = ["--hypothesis-seed=0", "-p", "no:cacheprovider", "-p", "tests.mutants.fresh"]
# What mutmut notes of a mutant: the status of its pytest (1: a test failed, 2: one could not even
# be collected, 3: pytest itself broke), or a number of its own.
KILLED = {1, 2, 3}
OUT_OF_TIME = {-24, 24, 152}
NO_TESTS = {5, 33}
SURVIVED = {0} | NO_TESTS


class MutantsError(Exception):
    """Mutants cannot be run; the message says why."""


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test kills. place: file and function. tested: whether any test runs it."""

    mutant: str
    place: str
    before: str
    after: str
    tested: bool


@dataclass(frozen=True)
class Result:
    """What became of the mutants of an area."""

    area: str
    killed: int
    survivors: tuple[Survivor, ...]

    @property
    def tried(self) -> int:
        """How many mutants were tried."""
        return self.killed + len(self.survivors)


def run(area: Area, *, go_on: bool = False) -> Result:
    """Try the sample of an area.

    go_on: in the copy of the run before, brought up to date, those alone that it left, that lived
    or whose function is another one now. Raises MutantsError.
    """
    folder = FOLDER / area.name
    if go_on and folder.exists():
        _bring_up_to_date(folder)
    else:
        _lay_out(folder)
    _tell(area, folder)
    sample = _sample(area, folder)
    known = _statuses(folder)
    if left := [mutant for mutant in sample if known.get(mutant) in {None} | SURVIVED]:
        _mutmut(folder, left)
        known = _statuses(folder)
    return _result(area, folder, {mutant: known.get(mutant) for mutant in sample})


def _lay_out(folder: Path) -> None:
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    copy_to(folder, shared=())
    (folder / "mutants").mkdir()
    (folder / "mutants" / "node_modules").symlink_to((ROOT / "node_modules").resolve())


def _bring_up_to_date(folder: Path) -> None:
    for name in READ:
        rmtree(folder / name, ignore_errors=True)
        rmtree(folder / "mutants" / name, ignore_errors=True)
    copy_to(folder, shared=())
    # mutmut copies code and tests, and leaves data and templates as they are.
    for name in (*PACKAGES, *READ):
        if (folder / name).is_dir():
            there = folder / "mutants" / name
            copytree(folder / name, there, ignore=ignore_patterns("*.py"), dirs_exist_ok=True)
    # Which test runs what is found out anew.
    (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)


def _tell(area: Area, folder: Path) -> None:
    """Write what mutmut must know of the area."""
    left_out = ["-k", f"not ({' or '.join(area.without)})"] if area.without else []
    told = {
        "source_paths": PACKAGES,
        "only_mutate": area.files,
        "also_copy": READ,
        "pytest_add_cli_args": OPTIONS + left_out,
        "pytest_add_cli_args_test_selection": area.tests_in(folder),
    }
    rows = "".join(f"{name} = {json.dumps(value)}\n" for name, value in told.items())
    ours = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(f"{ours}\n[tool.mutmut]\n{rows}", encoding="utf-8")


def _sample(area: Area, folder: Path) -> list[str]:
    found = json.loads(_python(folder, "names"))
    mutants = [
        mutant for path in found for mutant in found[path] if area.holds(path, place_of(mutant))
    ]
    return sampled(mutants, area.sample)


def place_of(mutant: str) -> str:
    """Return the file and the function that a mutant changes, such as `order.Order.first`."""
    place = mutant.partition("__mutmut_")[0].replace(".xǁ", ".").replace(".x_", ".")
    return ".".join(place.split(".")[-2:]).replace("ǁ", ".")


def _python(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "tests.mutants.inside", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MutantsError(done.stderr)
    return done.stdout


def _mutmut(folder: Path, mutants: list[str]) -> None:
    mutmut = Path(sys.executable).with_name("mutmut")
    log = folder / "mutmut.log"
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "pycache"),
    }
    with log.open("a", encoding="utf-8") as told:
        done = subprocess.run(
            [mutmut, "run", *mutants],
            cwd=folder,
            env=surroundings,
            stdout=told,
            stderr=told,
            check=False,
        )
    if done.returncode:
        raise MutantsError(f"mutmut stopped; {log} says why.")


def _statuses(folder: Path) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for notes in (folder / "mutants").rglob("*.py.meta"):
        found.update(json.loads(notes.read_text(encoding="utf-8"))["exit_code_by_key"])
    return found


def _result(area: Area, folder: Path, statuses: dict[str, int | None]) -> Result:
    if odd := {m: s for m, s in statuses.items() if s not in KILLED | OUT_OF_TIME | SURVIVED}:
        raise MutantsError(f"{len(odd)} mutants of {area.name} were not tried to the end: {odd}")
    alive = [mutant for mutant, status in statuses.items() if status in SURVIVED]
    changes = json.loads(_python(folder, "changes", *alive))
    survivors = [
        Survivor(mutant, place_of(mutant), *changes[mutant], statuses[mutant] not in NO_TESTS)
        for mutant in alive
    ]
    return Result(area.name, len(statuses) - len(alive), tuple(survivors))
