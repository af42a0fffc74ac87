"""Approval by somebody without an account: a secret, expiring, revocable link to one text."""

from datetime import timedelta
from functools import partial
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertTemplateUsed

from guidance.desk.admin.desk import NO_TEXT
from guidance.models import ApprovalAnswer, ApprovalLink, Page
from guidance.pages.services.approvals import MOST_ANSWERS, answer, make_link
from guidance.pages.services.drafts import publish_draft, save_draft
from tests.each import each
from tests.guidance.editing import said_in
from tests.pages import Page as Shown

WORDS = {"title": "Interviews", "summary": "All about them.", "body": "<p>zebra</p>"}


@pytest.fixture
def page(make_page) -> Page:
    page = make_page("interviews", body="<p>giraffe</p>")
    save_draft(page, **WORDS)
    return page


@pytest.fixture
def link(page) -> ApprovalLink:
    return make_link(page.draft, days=7, label="Workforce team")


@pytest.fixture
def address(link) -> str:
    return f"/approval/{link[1]}/"


def made(page: Page) -> str:
    return reverse("admin:guidance_page_approval", args=[page.pk])


def form(**given) -> dict:
    return {"verdict": "approve", "comment": "", "said_by": "", "key": str(uuid4()), **given}


def text_shown(shown: Shown) -> str:
    """Return whether a page marks its text as "live", "draft" or "past"."""
    return shown.all(".guidance-preview")[0].get("data-shown")


def answers_on(shown: Shown) -> list[tuple[str, str]]:
    """Return the verdict of each answer on a page, and all that is said of it."""
    verdicts = [answer.get("data-answer") for answer in shown.all("[data-answer]")]
    return list(zip(verdicts, shown.texts("[data-answer]"), strict=True))


# the page behind the link


def test_a_link_shows_the_draft_without_an_account(client, address):
    response = client.get(address)
    shown = Shown(response)
    assert response.status_code == 200
    assert shown.texts(".guidance-body") == ["zebra"]
    assert text_shown(shown) == "draft"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies


def test_an_answer_lands_on_the_record_of_the_page(client, editor, page, link, address):
    response = client.post(address, form(comment="Well said", said_by="Workforce"))
    assert response.headers["Location"].partition("?")[0] == address
    assert response.headers["Location"].endswith("#answers")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    record = editor.get(reverse("admin:guidance_page_change", args=[page.pk]))
    for shown in (Shown(client.get(address)), Shown(record)):
        (answered,) = answers_on(shown)
        assert answered[0] == "approved"
        assert "Workforce" in answered[1]
        assert "Well said" in answered[1]
    history = Shown(editor.get(reverse("admin:guidance_page_history", args=[page.pk])))
    (answered,) = answers_on(history)
    assert (answered[0], "Workforce" in answered[1]) == ("approved", True)


def test_no_cookie_is_asked_for_and_none_is_given(client, address):
    client = type(client)(enforce_csrf_checks=True)
    response = client.post(address, form())
    assert response.status_code == 302
    assert not response.cookies
    assert ApprovalAnswer.objects.get().is_approval


@each(
    "given, errors",
    [
        ({"verdict": ""}, {"verdict"}),
        ({"verdict": "x"}, {"verdict"}),
        ({"verdict": "comment"}, {"comment"}),
        ({"verdict": "comment", "comment": " \u200b"}, {"comment"}),
        ({"comment": "x" * 4001}, {"comment"}),
        ({"said_by": "x" * 101}, {"said_by"}),
        ({"key": "x"}, {""}),
    ],
)
def test_a_fault_is_told_and_nothing_typed_is_lost(client, address, given, errors):
    response = client.post(address, form(**{"comment": "", "said_by": "Typed", **given}))
    assert response.status_code == 200
    shown = Shown(response)
    assert shown.errors == errors
    assert shown.value("said_by") == given.get("said_by", "Typed")
    assert not ApprovalAnswer.objects.exists()


def test_an_answer_sent_twice_is_one(client, address):
    for _ in range(2):  # going back makes a new page
        key = Shown(client.get(address)).value("key")
        assert client.post(address, form(comment="Once", key=key)).status_code == 302
    assert ApprovalAnswer.objects.count() == 1


def test_a_flood_ends(client, link, address):
    for _ in range(MOST_ANSWERS):
        answer(link[0], key=uuid4(), is_approval=False, comment="Again")
    shown = Shown(client.post(address, form(comment="One more")))
    assert shown.errors == {""}
    assert shown.value("comment") == "One more"
    assert ApprovalAnswer.objects.count() == MOST_ANSWERS


def test_hostile_words_are_shown_as_text(client, editor, page, address):
    client.post(address, form(comment="<script>alert(1)</script>", said_by="<b>"))
    record = editor.get(reverse("admin:guidance_page_change", args=[page.pk]))
    for shown in (Shown(record), Shown(client.get(address))):
        (answered,) = answers_on(shown)
        assert "<script>alert(1)</script>" in answered[1]
        assert "<b>" in answered[1]
        assert shown.all("[data-answer] script, [data-answer] b") == []


@pytest.mark.parametrize("close", ["wrong", "long", "expired", "revoked", "deleted"])
def test_a_link_that_does_not_open_says_nothing_more(client, link, address, close):
    row, token = link
    if close == "wrong":
        address = f"/approval/{token[::-1]}/"
    elif close == "long":
        address = f"/approval/{'x' * 5000}/"
    elif close == "expired":
        ApprovalLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif close == "revoked":
        row.revoke()
    else:
        row.delete()
    sent = form()
    for send in (client.get, partial(client.post, data=sent)):
        response = send(address)
        assert response.content == send("/approval/nothing/").content
        assert response.status_code == 404
        assertTemplateUsed(response, "guidance/pages/approval_closed.html")
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert not ApprovalAnswer.objects.exists()


def test_a_changed_draft_leaves_the_link_with_its_text(client, editor, page, link, address):
    save_draft(page, **WORDS | {"body": "<p>lion</p>"})
    shown = Shown(client.get(address))
    assert shown.texts(".guidance-body") == ["zebra"]
    assert "changed-since" in shown.ids
    client.post(address, form())
    assert ApprovalAnswer.objects.get().link.revision.body == "<p>zebra</p>"
    record = Shown(editor.get(reverse("admin:guidance_page_change", args=[page.pk])))
    assert [one.get("data-shown") for one in record.all(".portal-links > li")] == ["past"]


def test_a_published_text_is_said_to_be_on_the_site(client, page, address):
    publish_draft(page)
    shown = Shown(client.get(address))
    assert text_shown(shown) == "live"
    assert "changed-since" not in shown.ids


# making and closing


def test_an_editor_makes_a_link_and_sees_its_address_once(editor, page, client, settings):
    settings.SITE_ADDRESS = "https://portal.example"
    response = editor.post(made(page), {"days": "14", "label": "Workforce"})
    assert "no-store" in response.headers["Cache-Control"]
    (made_address,) = Shown(response).addresses(".portal-address")
    token = made_address.removeprefix("https://portal.example/approval/").removesuffix("/")
    assert client.get(f"/approval/{token}/").status_code == 200
    shown = editor.get(reverse("admin:guidance_page_change", args=[page.pk])).content.decode()
    assert "Workforce" in Shown(shown).text(".portal-links > li")
    assert token not in shown
    assert token not in repr(ApprovalLink.objects.values())


@each("sent", [{}, {"days": "0"}, {"days": "x"}, {"days": "14", "label": "x" * 101}])
def test_a_link_that_cannot_be_is_refused(editor, page, sent):
    response = editor.post(made(page), sent, follow=True)
    assert response.status_code == 200
    assert len(Shown(response).all(".messagelist .error")) == 1
    assert not ApprovalLink.objects.exists()


def test_without_a_draft_there_is_nothing_to_approve(editor, page):
    publish_draft(page)
    assert said_in(editor.post(made(page), {"days": "14"}, follow=True)) == [NO_TEXT]


def test_an_editor_closes_a_link(editor, page, link, address, client):
    close = reverse("admin:guidance_page_approval_close", args=[page.pk, link[0].pk])
    assert editor.get(close).status_code == 405
    editor.post(close)
    assert client.get(address).status_code == 404
    other = reverse("admin:guidance_page_approval_close", args=[page.pk, 999_999])
    assert editor.post(other).status_code == 404


def test_only_editors_make_and_close_links(people, client_of, page, link):
    close = reverse("admin:guidance_page_approval_close", args=[page.pk, link[0].pk])
    for target in (made(page), close):
        assert client_of(people.manager).post(target, {"days": "14"}).status_code == 302
    assert ApprovalLink.objects.get().state == "open"


def test_who_said_it_is_forgotten_after_a_year(link):
    said = answer(link[0], key=uuid4(), is_approval=True, comment="Well said", said_by="Ann")
    call_command("purge_expired")
    assert ApprovalAnswer.objects.get().said_by == "Ann"
    ApprovalAnswer.objects.update(made_at=timezone.now() - timedelta(days=366))
    out = StringIO()
    call_command("purge_expired", stdout=out)
    said.refresh_from_db()
    assert (said.said_by, said.comment) == ("", "Well said")
    assert len(out.getvalue().splitlines()) == 1, "the command says what it forgot"
