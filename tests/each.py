"""One test of many cases: what hundreds of items prove, at the price of one."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def each(names: str, cases: Iterable[Any]) -> Callable[[Test], Test]:
    """Let a test run once, with each of the cases in turn; it fails with all that fail.

    names: of the arguments that a case gives, with commas between. It is for pure rules, and for
    what a page shows or refuses: what one case leaves behind, the next one meets.
    """
    given, cases = names.split(", "), list(cases)

    def decorate(test: Test) -> Test:
        @wraps(test)
        def of_all(**others: Any) -> None:
            assert cases, f"no case of {names}"
            failed = []
            for case in cases:
                values = case if len(given) > 1 else (case,)
                try:
                    test(**dict(zip(given, values, strict=True)), **others)
                except (Exception, pytest.fail.Exception) as error:
                    failed.append(f"{case!r:.200}: {type(error).__name__}: {error}")
            if failed:
                pytest.fail("\n".join([f"{len(failed)} of {len(cases)} cases:", *failed]))

        asked = inspect.signature(test)
        rest = [one for name, one in asked.parameters.items() if name not in given]
        of_all.__signature__ = asked.replace(parameters=rest)
        return of_all

    return decorate
