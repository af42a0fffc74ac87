"""Pages that promise: each sentence has a test that holds it, or tells and promises nothing."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

from guidance.texts.rules.markdown import plain_text, to_html

ROOT = Path(__file__).parents[2]


def table(name: str) -> dict[str, Any]:
    """Return the promises of a page, from the file beside this one."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def sentences(page: str) -> tuple[str, ...]:
    """The page as a reader meets it, cut at full stops; cells of a row stand in one sentence."""
    words = (ROOT / "guidance" / "content" / f"{page}.md").read_text(encoding="utf-8")
    text = plain_text(to_html(words.split("+++", 2)[2])).body.strip()
    return tuple(re.split(r"(?<=[.!?])\s", text))


def is_there(test: str) -> bool:
    """Whether a test stands where its name says: file::function."""
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
