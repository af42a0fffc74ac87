"""What the README says of the house: which part imports which, and what every data file holds.

`python -m tests.project.house` writes both anew into the README; `make check` holds the arrows, and
a test that the README is of today.
"""

import re
from itertools import takewhile
from pathlib import Path
from textwrap import fill

import grimp

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
MADE = "made by python -m tests.project.house"
NOT_PYTHON = (
    "guidance/**/*.toml",
    "kls_portal/**/*.toml",
    "vacancies/**/data/*.toml",
    "vacancies/management/*.toml",
    "kls_portal/documents/typst/*.typ",
    "static/js/*.js",
    "static/css/*.css",
    "deploy/*.[cs]*",
    "deploy/systemd/*.timer",
    "tests/**/*.toml",
)
_COMMENT = re.compile(r"(?:/\*|#|//|\"\"\"|   (?=\w))\s?(.*?)(?:\*/|\"\"\")?$")
_END = re.compile(r"\.\s|\s{2}")
APPS = ("vacancies", "guidance", "kls_portal")
GATHERING = {"urls", "admin", "models", "apps", "migrations"}
"""What an app has of its own on top of its parts; nothing imports it."""


def arrows(app: str) -> dict[str, set[str]]:
    """Return, for each folder and module of an app, those of the app that it imports."""
    graph = grimp.build_graph(app, include_external_packages=False)
    names = {
        child: child.split(".")[1] + ("" if graph.find_children(child) else ".py")
        for child in graph.find_children(app)
        if child.split(".")[1] not in GATHERING
    }
    return {
        names[part]: {
            names[other]
            for other in names
            if other != part
            and graph.direct_import_exists(importer=part, imported=other, as_packages=True)
        }
        for part in names
    }


def floors(below: dict[str, set[str]]) -> dict[str, int]:
    """Return the floor of each folder: 0 imports none, the others stand on what they import.

    Raises ValueError where folders import each other in a circle.
    """
    found: dict[str, int] = {}

    def floor(name: str, above: tuple[str, ...] = ()) -> int:
        if name in above:
            raise ValueError(f"A circle: {' → '.join([*above, name])}")
        if name not in found:
            heights = (floor(other, (*above, name)) for other in sorted(below[name]))
            found[name] = max(heights, default=-1) + 1
        return found[name]

    for name in sorted(below):
        floor(name)
    return found


def picture(app: str) -> str:
    """Return the floors of an app, the highest first, each part with those it imports; modules that
    import none share a line.
    """
    below = arrows(app)
    heights = floors(below)
    order = sorted(heights, key=lambda name: (-heights[name], name))
    modules = [name for name in order if name.endswith(".py") and not below[name]]
    width = max(map(len, order))
    lines = []
    for name in order:
        if name not in modules:
            imports = ", ".join(sorted(below[name], key=order.index)) or "none"
            lines.append((f"{heights[name]:>2}  {name:<{width}}  → ", imports))
    if modules:
        lines.append((" 0  ", f"{', '.join(modules)} → none"))
    return "\n".join(
        fill(words, 120, initial_indent=begin, subsequent_indent=" " * len(begin))
        for begin, words in lines
    )


def opening(file: Path) -> str:
    """Return the first sentence of the comment with which a file opens, "" without one."""
    lines = file.read_text(encoding="utf-8").removeprefix("#!/bin/sh\n").splitlines()
    comments = takewhile(bool, (_COMMENT.match(line) for line in lines))
    words = " ".join(comment[1].strip() for comment in comments)
    return _END.split(words, maxsplit=1)[0].rstrip(".")


def holdings() -> str:
    """Return a list of the files that are no Python, each with what it says of itself."""
    files = sorted({file for pattern in NOT_PYTHON for file in ROOT.glob(pattern)})
    return "\n".join(f"- `{file.relative_to(ROOT)}`: {opening(file)}" for file in files)


def blocks() -> dict[str, str]:
    """Return what stands between the marks of each name in the README."""
    pictures = "\n\n".join(f"{app}/\n{picture(app)}" for app in APPS)
    return {"house": f"```\n{pictures}\n```", "files": holdings()}


def written(words: str) -> str:
    """Return the README with its blocks as they are today."""
    for name, block in blocks().items():
        begin, end = f"<!-- {name}: {MADE} -->", f"<!-- /{name} -->"
        before, _, rest = words.partition(begin)
        words = f"{before}{begin}\n{block}\n{end}{rest.partition(end)[2]}"
    return words


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
