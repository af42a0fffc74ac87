"""Pages, updates and networks to test with; `guidance_pages` of tests/conftest.py loads all that
are shipped.
"""

from datetime import date

import pytest

from guidance.models import ExternalResource, Network, Page, Tag, Update
from guidance.pages.services.placing import place
from tests.guidance.editing import publish


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


@pytest.fixture
def make_update(db):
    """Return a function that makes a published update; what is left out is filled in."""

    def make(title: str, *tags: str, **given) -> Update:
        row = Update.objects.create(
            title=title,
            slug=title.lower().replace(" ", "-"),
            summary=given.pop("summary", f"All about {title}."),
            body=given.pop("body", f"<p>The text of {title}.</p>"),
            published_on=given.pop("published_on", date(2026, 11, 20)),
            is_published=given.pop("is_published", True),
        )
        for tag in tags:
            row.tags.add(Tag.objects.get_or_create(name=tag, slug=tag.lower())[0])
        return row

    return make


@pytest.fixture
def make_network(db):
    """Return a function that lists a network; what is left out is filled in."""

    def make(name: str, *topics: str, **given) -> Network:
        resource = ExternalResource.objects.create(
            code=name.lower(),
            name=name,
            publisher=f"Makers of {name}",
            use="To ask.",
            url=given.pop("url", "www.a.example"),
            confirmed=given.pop("address_confirmed", True),
        )
        row = Network.objects.create(
            resource=resource,
            kind="list",
            region=given.pop("region", "UK"),
            what_for=f"What {name} does.",
            who_may_join="Anybody.",
            how_to_join="Write to them.",
            **given,
        )
        for topic in topics:
            row.topics.add(Tag.objects.get_or_create(name=topic, slug=topic.lower())[0])
        return row

    return make
