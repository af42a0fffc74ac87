"""Every version of a page: kept, shown, compared, previewed, restored."""

import re

import pytest
from django.urls import reverse

from guidance.desk.admin.history import LIVE_ALREADY
from guidance.models import Page
from guidance.pages.services.drafts import publish_draft, save_draft
from guidance.pages.services.publishing import withdraw
from kls_portal.operation.site_version import invalidate_public_cache
from tests.guidance.editing import publish, said_in
from tests.pages import Page as Shown

WORDS = {"title": "Interviews", "summary": "All about them.", "body": "<p>zebra lion</p>"}


@pytest.fixture
def page(make_page) -> Page:
    return make_page("interviews", body="<p>giraffe lion</p>")


def address(name: str, *args: int) -> str:
    return reverse(f"admin:guidance_page_{name}", args=args)


def shown(client, *asked) -> str:
    response = client.get(*asked)
    assert response.status_code == 200
    return response.content.decode()


def main_of(html: str) -> str:
    return re.search(r"<main.*?</main>", html, re.DOTALL)[0]


def test_history_shows_every_version_who_when_and_which_is_live(editor, page, people):
    first = page.live
    publish(page, **WORDS, author=people.editor, note="Fresh", is_major=True, change_note="Animals")
    draft = save_draft(page, **WORDS | {"body": "<p>ape</p>"}, note="Apes next")
    text = shown(editor, address("history", page.pk))
    history = Shown(text)
    versions = history.all(".portal-history tbody tr")
    assert [version.get("data-shown") for version in versions] == ["draft", "live", "past"]
    apes, fresh, _ = history.texts(".portal-history tbody tr")
    assert "Apes next" in apes
    for words in ("Fresh", "Animals", str(people.editor)):
        assert words in fresh
    assert f'action="{address("restore", page.pk, first.pk)}"' in text
    for kept in (page.live, draft):
        assert address("restore", page.pk, kept.pk) not in text
    # Each version but the oldest is compared with the one before it.
    compare = f"{address('differences', page.pk)}?from="
    compared = [link for link in history.addresses(".portal-history") if link.startswith(compare)]
    assert compared == [
        f"{compare}{page.live_id}&to={draft.pk}",
        f"{compare}{first.pk}&to={page.live_id}",
    ]


def test_the_history_needs_few_queries(editor, page, django_assert_max_num_queries):
    for number in range(10):
        publish(page, **WORDS | {"title": f"Title {number}"})
    with django_assert_max_num_queries(16):
        shown(editor, address("history", page.pk))


def last_words(text: Shown, tag: str) -> list[str]:
    """Return the last word of each run that came (ins) or went (del)."""
    return [words.split()[-1] for words in text.texts(f".portal-changes {tag}")]


def test_differences_are_told_by_words_and_not_by_colour_alone(editor, page):
    first, second = page.live, publish(page, **WORDS)
    asked = {"from": first.pk, "to": second.pk}
    text = Shown(shown(editor, address("differences", page.pk), asked))
    assert "giraffe" in last_words(text, "del")
    assert "zebra" in last_words(text, "ins")
    marks = [text.text(f".portal-changes {tag} span") for tag in ("del", "ins")]
    assert len({"", *marks}) == 3, "words tell the two apart"
    asked = {"from": second.pk, "to": first.pk}
    back = Shown(shown(editor, address("differences", page.pk), asked))
    assert "giraffe" in last_words(back, "ins")


def test_two_texts_that_are_the_same_are_said_to_be(editor, page):
    asked = {"from": page.live_id, "to": page.live_id}
    ids = Shown(shown(editor, address("differences", page.pk), asked)).ids
    assert ids & {"no-difference", "only-form"} == {"no-difference"}


def test_bold_type_alone_is_a_difference(editor, page):
    bold = publish(page, **page.live.words() | {"body": "<p><strong>giraffe</strong> lion</p>"})
    asked = {"from": page.revisions.last().pk, "to": bold.pk}
    ids = Shown(shown(editor, address("differences", page.pk), asked)).ids
    assert ids & {"no-difference", "only-form"} == {"only-form"}


@pytest.mark.parametrize("asked", [{}, {"from": "x", "to": "1"}, {"from": "²", "to": "-1"}])
def test_versions_that_are_not_there_cannot_be_compared(editor, page, asked):
    assert editor.get(address("differences", page.pk), asked).status_code == 404


def test_versions_of_another_page_are_not_there(editor, page, make_page):
    other = make_page("other").live
    asked = {"from": page.live_id, "to": other.pk}
    assert editor.get(address("differences", page.pk), asked).status_code == 404
    assert editor.get(address("preview", page.pk, other.pk)).status_code == 404
    assert editor.post(address("restore", page.pk, other.pk)).status_code == 404


def test_any_version_is_restored_as_a_draft(editor, people, page, client):
    first = page.live
    publish(page, **WORDS)
    response = editor.post(address("restore", page.pk, first.pk))
    assert response.headers["Location"] == address("change", page.pk)
    page = Page.objects.get(pk=page.pk)
    assert (page.draft.body, page.draft.author) == ("<p>giraffe lion</p>", people.editor)
    assert page.revisions.count() == 3
    assert "zebra" in shown(client, "/interviews/")
    assert "giraffe" in shown(editor, address("change", page.pk))


def test_restoring_what_readers_see_makes_no_draft(editor, page):
    response = editor.post(address("restore", page.pk, page.live_id), follow=True)
    assert said_in(response) == [LIVE_ALREADY]
    assert Page.objects.get().draft is None


def test_restoring_and_previewing_are_for_editors(editor, people, client_of, page):
    first = page.live
    publish(page, **WORDS)
    assert editor.get(address("restore", page.pk, first.pk)).status_code == 405
    manager = client_of(people.manager)
    assert manager.post(address("restore", page.pk, first.pk)).status_code == 302
    assert manager.get(address("preview", page.pk, first.pk)).status_code == 302
    assert Page.objects.get(pk=page.pk).draft is None


# preview


@pytest.mark.parametrize("path", ["recruiting/interviews", "recruiting", "contact"])
def test_a_preview_looks_exactly_like_the_page(editor, guidance_pages, path):
    page = Page.objects.get(path=path)
    body = page.live.body + "<h2>New</h2><table><tr><th>A</th></tr><tr><td>zebra</td></tr></table>"
    draft = save_draft(page, **page.live.words() | {"title": "New title", "body": body})
    preview = main_of(shown(editor, address("preview", page.pk, draft.pk)))
    assert "zebra" in preview
    assert "zebra" not in shown(editor, page.get_absolute_url())
    publish_draft(page)
    invalidate_public_cache()
    assert main_of(shown(editor, page.get_absolute_url())) == preview


def test_a_preview_is_marked_and_kept_by_nobody(editor, page):
    draft = save_draft(page, **WORDS)
    response = editor.get(address("preview", page.pk, draft.pk))
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    marks = [
        Shown(text).all(".guidance-preview")[0].get("data-shown")
        for text in (response, shown(editor, address("preview", page.pk, page.live_id)))
    ]
    assert marks == ["draft", "live"]
    assert not Shown(response).title.startswith("Interviews"), "the title says that it is a draft"


def test_a_page_that_was_never_live_is_previewed_at_its_place(editor, make_page):
    top = make_page("top", title="The top")
    inner = make_page("inner", top)
    withdraw(inner)
    draft = save_draft(inner, **WORDS)
    text = shown(editor, address("preview", inner.pk, draft.pk))
    assert "zebra lion" in main_of(text)
    assert 'href="/top/"' in text
