"""The picture of the house: which folder imports which, floor by floor.

`python -m tests.project.house` writes it anew into the README; `make check` holds the arrows, and
a test that the picture is of today.
"""

from itertools import groupby
from pathlib import Path

import grimp

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- house: made by python -m tests.project.house -->", "<!-- /house -->"
APPS = ("vacancies", "guidance", "kls_portal")
GATHERING = {"urls", "admin", "models", "apps", "management", "migrations", "templatetags"}


def arrows(app: str) -> dict[str, set[str]]:
    """Return, for each folder of an app, the folders of the app that it imports."""
    graph = grimp.build_graph(app, include_external_packages=False)
    folders = {child for child in graph.find_children(app) if child.split(".")[1] not in GATHERING}
    folders = {folder for folder in folders if graph.find_children(folder)}
    return {
        folder.split(".")[1]: {
            other.split(".")[1]
            for other in folders
            if other != folder
            and graph.direct_import_exists(importer=folder, imported=other, as_packages=True)
        }
        for folder in folders
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
    """Return the floors of an app, the highest first, each folder with those it imports."""
    below = arrows(app)
    heights = floors(below)
    order = sorted(heights, key=lambda name: (-heights[name], name))
    width = max(map(len, order))
    lines = []
    for height, names in groupby(order, key=heights.get):
        for name in names:
            imports = sorted(below[name], key=order.index)
            lines.append(f"{height:>2}  {name:<{width}}  → {', '.join(imports) or 'none'}")
    return "\n".join(lines)


def block() -> str:
    """Return what stands between the marks in the README."""
    pictures = "\n\n".join(f"{app}/\n{picture(app)}" for app in APPS)
    return f"{BEGIN}\n```\n{pictures}\n```\n{END}"


if __name__ == "__main__":
    words = README.read_text(encoding="utf-8")
    before, _, rest = words.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(before + block() + after, encoding="utf-8")
