"""One word pair names a page: the name of an address is that of its template."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).resolve().parents[2]
APPS = ("guidance", "vacancies")
# Pages that answer with something else than a template of their own.
WITHOUT_TEMPLATE = (
    *("_move", "_order", "_tick", "_restore", "_vote", "_add"),
    *("_file", "_feed", "sitemap", "robots"),
)


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
