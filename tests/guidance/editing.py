"""What an editor does: publishes words, sends the form of a page, and gets a form of the admin."""

from django.http import HttpResponse
from django.urls import reverse

from guidance.desk.admin.history import state_of
from guidance.models import Page, Revision
from guidance.pages.services.drafts import publish_draft, save_draft
from guidance.search.answer import Result, answer
from tests.pages import error_codes

PUBLISHING = {"_publish": "yes"}
LATER = "2127-01-02T09:00"
LIST = "/admin/guidance/page/"
NO_RESOURCES = {"resource_links-TOTAL_FORMS": 0, "resource_links-INITIAL_FORMS": 0}


def form(page: Page | None = None, **given) -> dict:
    """Return good answers; for a stored page, as its form would send them just now."""
    return {
        "version_token": state_of(Page.objects.get(pk=page.pk)) if page else "",
        "title": "Interviews",
        "summary": "All about them.",
        "body": "<p>Ask fairly.</p>",
        "based_on": "",
        "note": "",
        "change_note": "",
        "publish_at": "",
        "unpublish_at": "",
        "deputy": "",
        "review_months": "",
        "parent": "",
        "slug": "interviews",
        "order": 10,
        "owner": "",
        "last_reviewed": "2025-11-22",
        "next_review": "2127-11-22",
        **NO_RESOURCES,
        **given,
    }


def publish(page: Page, *, author=None, **given) -> Revision:
    """Publish words at once, and return the live revision."""
    save_draft(page, author=author, **given)
    return publish_draft(page, by=author) if page.draft else page.live


def change_address(page: Page) -> str:
    return reverse("admin:guidance_page_change", args=[page.pk])


def errors_of(response: HttpResponse) -> set[str]:
    """Return the names of the fields of a form of the admin with an error, "" for the whole form.

    Those of the rows beneath it begin with the name of the row.
    """
    return set(codes_of(response))


def codes_of(response: HttpResponse) -> dict[str, set[str | None]]:
    """Return the codes of the errors of a form of the admin by the names of their fields."""
    assert response.status_code == 200, response.headers
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    rows = [form for formset in formsets for form in formset.forms]
    found = error_codes(response.context["adminform"].form)
    for row in rows:
        codes = error_codes(row)
        found |= {row.add_prefix(name) if name else row.prefix: codes[name] for name in codes}
    for formset in formsets:
        if whole := formset.non_form_errors():
            found[formset.prefix] = {error.code for error in whole.as_data()}
    return found


def said_in(response: HttpResponse) -> list[str]:
    """Return the messages above a page of the admin."""
    return [str(message) for message in response.context["messages"]]


def stored(page: Page) -> Page:
    """Return a page as it is stored now."""
    return Page.objects.get(pk=page.pk)


def search(text: str) -> list[Result]:
    """Return the pages that the search shows for a question."""
    return answer(text).results
