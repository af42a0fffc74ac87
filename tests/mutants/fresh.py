"""A plugin of pytest: a mutant is met by code and tests that remember nothing of runs before.

mutmut forks the process that ran the tests once. What a product function cached there, and what a
test module worked out when it was imported, would hide the mutant.
"""

import sys

from tests.mutants.running import PACKAGES

_STAYS: set[str] = set()


def pytest_configure() -> None:
    """Before the first run, note what stays; before each later one, forget the rest."""
    if not _STAYS:
        _STAYS.update(sys.modules)
        return
    for name in [n for n in sys.modules if n.startswith("tests.") and n not in _STAYS]:
        del sys.modules[name]
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in PACKAGES:
            for value in list(vars(module).values()):
                if callable(forget := getattr(value, "cache_clear", None)):
                    forget()
