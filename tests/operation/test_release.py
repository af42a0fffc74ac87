"""The version of the code changes with whatever a stored page or value was made of."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from kls_portal.operation.site_version import READ, digest_of, release


@pytest.fixture
def tree(tmp_path):
    for name in (
        "kls_portal/views.py",
        "templates/base.html",
        "vacancies/profiles/data/profiles.toml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "requirements.txt").write_text("Django==5.2.19")
    (tmp_path / "staticfiles.json").write_text("{}")
    return tmp_path


def of(tree):
    return digest_of(tree, tree / "staticfiles.json")


@pytest.mark.parametrize(
    "name",
    [
        *("kls_portal/views.py", "templates/base.html", "vacancies/profiles/data/profiles.toml"),
        *("requirements.txt", "staticfiles.json", "guidance/new.py"),
    ],
)
def test_every_file_counts(tree, name):
    before = of(tree)
    assert of(tree) == before
    (tree / name).parent.mkdir(exist_ok=True)
    (tree / name).write_text("changed")
    assert of(tree) != before


def test_a_renamed_file_counts_and_a_compiled_one_does_not(tree):
    before = of(tree)
    (tree / "kls_portal/__pycache__").mkdir()
    (tree / "kls_portal/__pycache__/views.pyc").write_text("compiled")
    assert of(tree) == before
    (tree / "kls_portal/views.py").rename(tree / "kls_portal/pages.py")
    assert of(tree) != before


def test_the_files_of_this_release_are_there():
    assert all((settings.BASE_DIR / name).exists() for name in READ)
    assert len(release()) == 16


def test_nobody_else_opens_the_stored_pages():
    """What goes through `kls_portal.public` carries the version of the code; nothing goes past."""
    allowed = {f"kls_portal/{name}.py" for name in ("public", "operation/site_version")}
    allowed |= {f"kls_portal/operation/{name}.py" for name in ("readiness", "store")}
    for top in ("kls_portal", "guidance", "vacancies"):
        for path in (settings.BASE_DIR / top).rglob("*.py"):
            place = str(path.relative_to(settings.BASE_DIR))
            assert place in allowed or not opens_pages(path), place


def opens_pages(path: Path) -> bool:
    imported = [
        (node.module, name.name)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    ]
    return ("django.core.cache", "caches") in imported or (
        "kls_portal.operation.site_version",
        "pages",
    ) in imported
