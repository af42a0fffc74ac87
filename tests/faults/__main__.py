"""Plants faults and says which tests find them.

python -m tests.faults             prints a table of the faults and the tests that find them
python -m tests.faults ID …        plants each of these in a copy and runs the tests it names
python -m tests.faults --all       the same for every fault
python -m tests.faults ID -- ARGS  runs pytest with ARGS instead, such as "-m" "not slow" tests

The status is 1 where a fault was not found.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import django

from tests.faults.planting import Fault, FaultError, copied, faults, planted

FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+(?:\[.*?\])?)", re.MULTILINE)
QUICK = ("-x", "-q", "-p", "no:cacheprovider", "-n0")
# What pytest says of itself: some tests failed; it was interrupted; there were none.
FAILURES, STOPPED, NO_TESTS = 1, 2, 5
GIVEN = "PORTAL_TEST_TEMPLATE"


def finders(fault: Fault, root: Path, arguments: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the tests that fail with the fault planted in the copy at `root`, in their order.

    arguments: of pytest; without any, the tests that the fault names, up to the first failure.
    Raises FaultError where they cannot be run.
    """
    run = [sys.executable, "-m", "pytest", *(arguments or (*QUICK, *fault.tests))]
    if fault.database == "postgresql":
        run = [sys.executable, "-m", "tests.postgres", *run]
    env = {**os.environ, GIVEN: intact_template()}
    with planted(fault, root):
        done = subprocess.run(run, cwd=root, env=env, capture_output=True, text=True, check=False)
    if done.returncode == FAILURES or (done.returncode == STOPPED and "ERROR" in done.stdout):
        return tuple(FAILED.findall(done.stdout)) or ("collecting",)
    if done.returncode not in (0, NO_TESTS):
        raise FaultError(f"{fault.id}: the tests did not run.\n{done.stdout[-800:]}{done.stderr}")
    return ()


@cache
def intact_template() -> str:
    """Return the key of the template database that every copy shares: that of the whole product.

    So a fault in what loads shipped data needs a test that loads them itself.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    template = import_module("tests.template")
    with template.copied():
        return template.key()


def table(rows: Iterable[Fault]) -> str:
    """Return a table in Markdown: each fault, the promise that it breaks, who finds it."""
    lines = ["| fault | breaks | found by |", "|---|---|---|"]
    for fault in rows:
        found_by = ", ".join(f"`{test.removeprefix('tests/')}`" for test in fault.tests)
        where = " on PostgreSQL" if fault.database == "postgresql" else ""
        lines.append(f"| {fault.id} | {fault.breaks} | {found_by}{where} |")
    return "\n".join(lines)


def main(given: Sequence[str]) -> int:
    """Run the command; see the head of this file."""
    named, arguments = list(given), []
    if "--" in named:
        split = named.index("--")
        named, arguments = named[:split], named[split + 1 :]
    known = {fault.id: fault for fault in faults()}
    if unknown := [name for name in named if name not in {*known, "--all"}]:
        print(f"There is no fault “{unknown[0]}”. python -m tests.faults lists them.")
        return 2
    if not named:
        print(table(known.values()))
        return 0
    chosen = list(known.values()) if "--all" in named else [known[name] for name in named]
    with copied() as root:
        missed = sum(not _tell(fault, root, arguments) for fault in chosen)
    print(f"{len(chosen) - missed} of {len(chosen)} faults found.")
    return 1 if missed else 0


def _tell(fault: Fault, root: Path, arguments: Sequence[str]) -> bool:
    try:
        found = finders(fault, root, arguments)
    except FaultError as reason:
        print(reason, flush=True)
        return False
    print(f"{fault.id:28} {' '.join(found) if found else 'NOT FOUND'}", flush=True)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
