"""Pages to test with; `guidance_pages` of tests/conftest.py loads all that are shipped."""

from datetime import date

import pytest

from guidance.models import Page
from guidance.services import place, publish


@pytest.fixture
def make_page(db):
    """Return a function that publishes a page; what is left out is filled in."""

    def make(slug: str, parent: Page | None = None, **given) -> Page:
        words = {
            "title": given.pop("title", slug.replace("-", " ").capitalize()),
            "summary": given.pop("summary", f"All about {slug}."),
            "body": given.pop("body", f"<p>The text of {slug}.</p>"),
            "based_on": given.pop("based_on", ""),
        }
        page = Page(
            order=given.pop("order", 0),
            last_reviewed=given.pop("last_reviewed", date(2026, 11, 22)),
            next_review=given.pop("next_review", date(2127, 11, 22)),
            **given,
        )
        place(page, parent=parent, slug=slug)
        publish(page, **words)
        return page

    return make
