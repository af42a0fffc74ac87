"""Updates, as pages and as an Atom feed."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from guidance.news.models import Update
from guidance.news.services import feed_entries, page_changes, tags_of_updates
from guidance.register.services import sources_of
from guidance.texts.rendering import render
from kls_portal.answers import Answer, page
from kls_portal.public import public, public_page
from kls_portal.reference.facts import shown_facts

PER_PAGE = 20
CHANGES_SHOWN = 10
FEED_ID = "urn:uuid:0c1f3d4a-8a0e-4a3c-9a0d-7b4f8d6c2e11"


@public_page
@page
def update_list(request: HttpRequest) -> Answer:
    tags = list(tags_of_updates())
    asked = request.GET.get("tag", "")
    tag = next((tag for tag in tags if tag.slug == asked), None)
    updates = Update.objects.published()
    if asked:
        updates = updates.filter(tags=tag) if tag else updates.none()
    return {
        "tags": tags,
        "tag": tag,
        "asked": asked,
        "page": Paginator(updates, PER_PAGE).get_page(request.GET.get("page")),
        "changes": [] if asked else page_changes()[:CHANGES_SHOWN],
    }


@public_page
@page
def update_detail(request: HttpRequest, slug: str) -> Answer:
    update = get_object_or_404(Update.objects.published(), slug=slug)
    facts = shown_facts(update.body)
    body = render(update.body, facts=facts)
    return {"update": update, "body": body, **sources_of(body.numbers, [], facts)}


@public
@require_safe
def update_feed(request: HttpRequest) -> HttpResponse:
    """Return updates and major changes of pages as an Atom feed. Ids are permanent."""
    site = request.build_absolute_uri("/")[:-1]
    feed = Atom1Feed(
        title=f"Updates – {settings.SITE_NAME}",
        subtitle="News, and what changed in the guidance",
        link=site + reverse("guidance:update_list"),
        feed_url=site + reverse("guidance:update_feed"),
        feed_guid=FEED_ID,
        author_name=settings.SITE_NAME,
        description="",
        language="en-GB",
    )
    for entry in feed_entries(site):
        feed.add_item(**entry)
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response
