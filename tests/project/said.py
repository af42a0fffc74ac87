"""Every string of the application that people read, with where it is: pages, messages, data."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NO_TEXT = (
    "*/migrations/*",
    "guidance/content/resources.toml",  # names of others
    "guidance/content/synonyms.toml",
    "guidance/desk/writing_advice.py",  # the words that it advises against
    "guidance/search/words.py",  # words that a search leaves out
    "kls_portal/gallery*.py",
    "kls_portal/readability.*",
    "vacancies/drafting/rules/links.py",  # words that link nothing
    "vacancies/*/data/*words.toml",  # what rules and the reader look for
    "vacancies/evaluation/data/copied_wording.toml",
    "vacancies/reading/data/patterns.toml",
    "kls_portal/personal_data/*.toml",
)
"""What holds words to look for, or nothing that people read."""
NO_KEYS = {"example", "source", "address", "pattern"}
"""What is quoted from others, or is looked for."""
SAID = re.compile(r"[A-Za-z’]{2,} \S|^[A-Z][a-z]+\b")
CODE = re.compile(r"\\[bswd.]|\(\?|\|\w|^(?:SELECT|INSERT|UPDATE|DELETE|DROP|WITH) |^<!DOCTYPE")
COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<(style|script)\b.*?</\1>", re.S)
TAG = re.compile(r"{%.*?%}|<!?[a-zA-Z/][^>]*>", re.S)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
NAMED = re.compile(r"\b(?:aria-label|alt|placeholder|title)=\"([^\"]+)\"")


@cache
def said() -> tuple[tuple[str, str], ...]:
    """Return (place, text) of every string: place is a file below the repository."""
    return tuple(_read())


def _read() -> Iterator[tuple[str, str]]:
    for pattern in ("templates/**/*", "kls_portal/**/*", "guidance/**/*", "vacancies/**/*"):
        for path in sorted(ROOT.glob(pattern)):
            read = READ.get(path.suffix)
            name = path.relative_to(ROOT).as_posix()
            if read and not any(fnmatch(name, one) for one in NO_TEXT):
                yield from ((name, text) for text in read(path.read_text(encoding="utf-8")))


def of_python(code: str) -> Iterator[str]:
    """Yield the strings of a module without its docstrings; `{…}` for a value within one."""
    tree = ast.parse(code)
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left_out.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            left_out.update(id(part) for part in node.values)
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "{…}" for p in node.values)
            text = "".join(map(str, parts))
        else:
            text = getattr(node, "value", "") if isinstance(node, ast.Constant) else ""
        text = " ".join(text.split()) if isinstance(text, str) else ""
        if SAID.search(text) and not CODE.search(text):
            yield text


def of_template(text: str) -> Iterator[str]:
    """Yield the text of a template between its tags, and the words in them."""
    text = COMMENT.sub("", text)
    yield from NAMED.findall(text)
    for tag in re.findall(r"{%.*?%}", text, re.S):
        yield from (one for pair in QUOTED.findall(tag) for one in pair if SAID.search(one))
    plain = re.sub(r"{{.*?}}", "{…}", TAG.sub("\n", text), flags=re.S)
    yield from (" ".join(part.split()) for part in plain.split("\n\n") if SAID.search(part))


def of_toml(text: str) -> Iterator[str]:
    """Yield the texts of a file of data."""
    yield from _texts(tomllib.loads(text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in NO_KEYS:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and SAID.search(value):
        yield " ".join(value.split())


READ = {".py": of_python, ".html": of_template, ".txt": of_template, ".toml": of_toml}
