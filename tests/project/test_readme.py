"""What the READMEs name is there: paths, make targets and commands."""

import re
from pathlib import Path

from django.core.management import get_commands
from django.urls import get_resolver

from tests.each import each

ROOT = Path(__file__).resolve().parents[2]
READMES = (
    "README.md",
    "guidance/README.md",
    "vacancies/README.md",
    "deploy/README.md",
    "tests/README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
# Made by the portal or the reader, so not in the repository.
MADE = {"var/", "node_modules/", "data/"}
# The second parts of an address, as in `/vacancies/<id>/dates/`.
ADDRESSES = {
    "dates/",
    "purpose/",
    "delete/",
    "copy/",
    "withdraw/",
    "<n>/",
    "import/confirm/",
    "weights/",
    "evidence/<factor>/",
}
CODE = re.compile(r"`([^`\n]+)`")
TREE_LINE = re.compile(r"^( *)([\w./-]+)(?: {2,}|$)", re.M)
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
ENDINGS = ("py", "md", "toml", "css", "js", "html", "sh", "example", "typ", "in", "txt", "png")
PATH = re.compile(rf"\.?[\w-]+(?:[./*-][\w*<>-]+)*(?:/|\.(?:{'|'.join(ENDINGS)}))")


def texts(readme: str) -> tuple[str, list[str]]:
    """The text of a README without its blocks, and the blocks."""
    whole = (ROOT / readme).read_text(encoding="utf-8")
    parts = re.split(r"^```\w*$", whole, flags=re.M)
    return "".join(parts[::2]), parts[1::2]


def paths_in(readme: str) -> set[str]:
    """Every path in code, image, or tree of a README."""
    text, blocks = texts(readme)
    named = {code for code in CODE.findall(text) if PATH.fullmatch(code)}
    named.update(path for path in CODE.findall(text) if re.match(r"\.(?!venv/)\S*/\S+$", path))
    named.update(IMAGE.findall(text))
    for block in blocks:
        named.update(_tree(block))
    return named - MADE - ADDRESSES


def _tree(block: str) -> set[str]:
    """The paths of a tree that is drawn by indents; nothing of a block of commands."""
    found, above = set(), ""
    for indent, name in TREE_LINE.findall(block):
        if not name.endswith("/"):
            continue
        above = above if indent else name
        found.add(f"{above}{name}" if indent else name)
    return found


def is_there(path: str, readme: str) -> bool:
    """Whether a path is there, from the root, or beside the README, or beneath it."""
    pattern = re.sub(r"<[^>]*>", "*", path).rstrip("/")
    home = (ROOT / readme).parent
    # Files are named shortly after their package or app: `views/pages.py`, `urls.py`.
    near = {"README.md": ("vacancies", "templates")}.get(readme, ())
    homes = [ROOT, home, *(ROOT / name for name in near)]
    if home != ROOT:
        homes += [folder for folder in home.iterdir() if folder.is_dir()]
    return any(any(base.glob(pattern)) for base in homes)


@each("readme", READMES)
def test_every_path_is_there(readme):
    named = paths_in(readme)
    assert named
    assert sorted(path for path in named if not is_there(path, readme)) == []


@each("readme", READMES)
def test_every_make_target_is_there(readme):
    text, blocks = texts(readme)
    named = set(re.findall(r"`make ([a-z-]+)", text))
    named.update(re.findall(r"^make ([a-z-]+)", "\n".join(blocks), re.M))
    assert named <= TARGETS
    assert named or readme != "README.md"


@each("readme", ["README.md", "deploy/README.md"])
def test_every_command_of_manage_py_is_there(readme):
    text, blocks = texts(readme)
    named = set(re.findall(r"manage\.(?:py|sh) ([a-z_]+)", "\n".join([text, *blocks])))
    assert len(named) > 2
    assert named <= set(get_commands())


def test_a_path_that_is_not_there_is_noticed():
    assert not is_there("kls_portal/nosuch.py", "README.md")
    assert is_there("kls_portal/nav.py", "README.md")
    assert is_there("kls_portal/documents/typst/*.typ", "README.md")


@each("app", ["vacancies", "guidance"])
def test_every_view_of_a_table_of_addresses_has_an_address(app):
    names = {one.name or "" for one in flatten(get_resolver().url_patterns)}
    rows = re.findall(r"^\| `/[^|]*\|([^|]*)\|", texts(f"{app}/README.md")[0], re.M)
    views = {one for row in rows for one in re.findall(r"`([a-z]+_[a-z_]*…?)`", row)}
    assert len(views) > 5
    missing = {one for one in views if not any(fits(name, one) for name in names)}
    assert missing == set()


def fits(name: str, view: str) -> bool:
    """Whether a view of a README is this one, or “duty_…” one of several of which it is part."""
    return name.startswith(view[:-1]) if view.endswith("…") else name == view


def flatten(patterns: list) -> list:
    """Return the addresses of a list, those of included ones too."""
    return [
        one
        for pattern in patterns
        for one in (
            flatten(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]
        )
    ]
