"""Every page is valid HTML, by the rules of html-validate."""

import re

import pytest

from tests.project.html_validate import html_problems
from tests.project.walk import walk


@pytest.mark.parametrize("role", [None, "manager"])
def test_every_page_is_valid(site, people, client_of, tmp_path, role):
    pages = walk(client_of(role and getattr(people, role)))
    for address, page in pages.items():
        if page:
            name = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"
            (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert html_problems(tmp_path) == ""
