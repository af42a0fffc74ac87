"""The arrows only point down, read from the source of every module.

urls → views, admin, management → forms, services → models → pure packages. Pure packages know
neither Django nor anything of the site. The site knows neither app, and no app knows the other.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).resolve().parents[2]
SITE, APPS = "kls_portal", ("guidance", "vacancies")
RULES = (
    "vacancies.job_evaluation",
    "vacancies.checks",
    "vacancies.selection",
    "vacancies.checklists",
    "vacancies.drafting",
    "vacancies.reading",
    "vacancies.retention",
    "vacancies.timeline",
    "vacancies.advertising",
)
DOCUMENTS = "kls_portal.documents"
PURE = (
    *RULES,
    "vacancies.exports",
    DOCUMENTS,
    "kls_portal.personal_data",
    "kls_portal.readability",
    "guidance.archive",
    "guidance.link_check",
    "kls_portal.word_changes",
)

# Height of each part; a part imports nothing that stands higher, and pure packages stand at 0.
HEIGHTS = {
    "guidance": 0,
    "guidance.querysets": 1,
    "guidance.models": 1,
    "guidance.search": 2,
    "guidance.search.synonyms": 0,
    "guidance.search.words": 0,
    "guidance.forms": 3,
    "guidance.services": 3,
    "guidance.admin": 4,
    "guidance.management": 4,
    "guidance.views": 4,
    "guidance.migrations": 5,
    "guidance.apps": 5,
    "guidance.urls": 5,
    **dict.fromkeys(PURE, 0),
    "vacancies": 0,
    "vacancies.models": 1,
    "vacancies.forms": 2,
    "vacancies.services": 2,
    "vacancies.admin": 3,
    "vacancies.management": 3,
    "vacancies.views": 3,
    "vacancies.migrations": 4,
    "vacancies.apps": 4,
    "vacancies.urls": 4,
}
# Parts of one height that still do not know each other.
APART = [("vacancies.services", "vacancies.forms"), ("vacancies.forms", "vacancies.services")]
# Pages that answer with something else than a template of their own.
WITHOUT_TEMPLATE = (
    *("_move", "_order", "_tick", "_restore", "_vote", "_add"),
    *("_file", "_feed", "sitemap", "robots"),
)


def modules() -> list[str]:
    """The dotted names of every module of the site and its apps."""
    files = [path for top in (SITE, *APPS) for path in (ROOT / top).rglob("*.py")]
    return sorted(".".join(_parts(path)) for path in files)


def _parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


@cache
def imports(module: str) -> frozenset[str]:
    """Everything a module imports, wherever in the file: modules, and names of modules."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(name for node in ast.walk(tree) for name in _imported(node, module))


def _imported(node: ast.AST, module: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{module} imports by dots; write the whole name"
        for alias in node.names:
            yield f"{node.module}.{alias.name}"


def part_of(name: str) -> str | None:
    """The longest part of HEIGHTS that a dotted name belongs to."""
    found = [part for part in HEIGHTS if name == part or name.startswith(f"{part}.")]
    return max(found, key=len, default=None)


def within(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def test_every_module_is_read():
    assert {"vacancies.models.vacancy", "guidance.views.pages", "kls_portal.forms.base"} <= set(
        modules()
    )
    assert "vacancies.models.Vacancy" in imports("vacancies.views.vacancies")


@pytest.mark.parametrize("module", [m for m in modules() if within(m, APPS)])
def test_arrows_only_point_down(module):
    part = part_of(module)
    upward = {
        name
        for name in imports(module)
        if (other := part_of(name)) and (HEIGHTS[other] > HEIGHTS[part] or (part, other) in APART)
    }
    assert not upward


@pytest.mark.parametrize("module", [m for m in modules() if within(m, PURE)])
def test_pure_packages_know_neither_django_nor_the_site(module):
    strangers = {
        name
        for name in imports(module)
        if within(name, ("django", SITE, *APPS)) and not within(name, PURE)
    }
    assert not strangers


@pytest.mark.parametrize("module", [m for m in modules() if within(m, RULES)])
def test_rules_know_no_exports(module):
    assert not {name for name in imports(module) if within(name, ("vacancies.exports", DOCUMENTS))}


@pytest.mark.parametrize("module", modules())
def test_site_and_apps_keep_to_themselves(module):
    top = module.split(".")[0]
    others = tuple(app for app in APPS if app != top)
    assert not {name for name in imports(module) if within(name, others)}


@pytest.mark.parametrize("app", APPS)
def test_every_page_has_the_template_of_its_name(app):
    names = {pattern.name for pattern in _patterns(get_resolver(f"{app}.urls"))}
    pages = {name for name in names if name and not name.endswith(WITHOUT_TEMPLATE)}
    assert pages
    missing = {name for name in pages if not (ROOT / "templates" / app / f"{name}.html").exists()}
    assert not missing


def _patterns(resolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from _patterns(entry)
