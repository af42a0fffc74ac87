"""A plugin of pytest: a mutant is met by code and tests that remember nothing of runs before.

mutmut forks the process that ran the tests once. What a product function cached there, and what a
test module worked out when it was imported, would hide the mutant. When mutmut notes which test
runs which function, a test also runs what its module ran when it was imported. Typst’s threads do
not outlive a fork, and who asks them waits for ever: a process of its own makes each PDF.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Generator

import pytest
import typst
from mutmut.state import state

from tests.mutants.running import PACKAGES

_COMPILE = """
import pickle, sys, typst
given, named = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(typst.compile(*given, **named))
"""


def _compile(*given: object, **named: object) -> bytes:
    made = subprocess.run(
        [sys.executable, "-c", _COMPILE],
        input=pickle.dumps((given, named)),
        capture_output=True,
        check=True,
    )
    return made.stdout


_STAYS: set[str] = set()
_IMPORTING: dict[str, set[str]] = {}
"""The functions that each test module runs when it is imported."""


def pytest_configure() -> None:
    """Before the first run, note what stays; before each later one, forget the rest."""
    if not _STAYS:
        typst.compile = _compile  # type: ignore[assignment]
        _STAYS.update(sys.modules)
        return
    for name in [n for n in sys.modules if n.startswith("tests.") and n not in _STAYS]:
        del sys.modules[name]
    _forget()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Note what the module runs when it is imported."""
    if not (_notes_are_taken() and isinstance(collector, pytest.Module)):
        return (yield)
    _forget()
    state()._stats.clear()
    report = yield
    _IMPORTING[collector.nodeid] = set(state()._stats)
    state()._stats.clear()
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the test run for itself what an earlier one left in a cache."""
    if _notes_are_taken():
        _forget()
        state()._stats.update(_IMPORTING.get(item.nodeid.partition("::")[0], ()))


def _notes_are_taken() -> bool:
    return os.environ.get("MUTANT_UNDER_TEST") == "stats"


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in PACKAGES:
            for value in list(vars(module).values()):
                if callable(forget := getattr(value, "cache_clear", None)):
                    forget()
