"""Every page is valid HTML, by the rules of html-validate."""

import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.node import node
from tests.project.test_links import site, walk

__all__ = ["site"]
CLI = Path(settings.BASE_DIR) / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")


@pytest.mark.parametrize("role", [None, "manager"])
def test_every_page_is_valid(site, people, client_of, tmp_path, role):
    pages = walk(client_of(role and getattr(people, role)))
    for address, page in pages.items():
        if page:
            name = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"
            (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [node(), str(CLI), "--config", str(RULES), "--formatter", "text", f"{tmp_path}/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout[-3000:], done.returncode) == ("", 0), done.stderr
