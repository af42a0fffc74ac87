"""Approval by somebody without an account: a secret, expiring, revocable link to one text."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from guidance.models import ApprovalAnswer, ApprovalLink, Page
from guidance.services import publish_draft, save_draft
from guidance.services.approvals import MOST_ANSWERS, answer, make_link

WORDS = {"title": "Interviews", "summary": "All about them.", "body": "<p>zebra</p>"}


@pytest.fixture
def editor(people, client_of):
    """The signed-in client of an editor."""
    return client_of(people.editor)


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


# the page behind the link


def test_a_link_shows_the_draft_without_an_account(client, address):
    response = client.get(address)
    text = response.content.decode()
    assert response.status_code == 200
    assert "zebra" in text
    assert "A draft, for your approval" in text
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies


def test_an_answer_lands_on_the_record_of_the_page(client, editor, page, link, address):
    response = client.post(address, form(comment="Well said", said_by="Workforce"))
    assert response.headers["Location"] == f"{address}#answers"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "Well said" in client.get(address).content.decode()
    shown = editor.get(reverse("admin:guidance_page_change", args=[page.pk])).content.decode()
    assert re.search(r"<strong>Approved</strong> by Workforce", shown)
    assert "Well said" in shown
    history = editor.get(reverse("admin:guidance_page_history", args=[page.pk])).content.decode()
    assert "Approved by Workforce" in history


def test_no_cookie_is_asked_for_and_none_is_given(client, address):
    client = type(client)(enforce_csrf_checks=True)
    response = client.post(address, form())
    assert response.status_code == 302
    assert not response.cookies
    assert ApprovalAnswer.objects.get().is_approval


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"verdict": ""}, "Say whether you approve the text"),
        ({"verdict": "x"}, "Select"),
        ({"verdict": "comment"}, "Write your comments, or approve the text"),
        ({"verdict": "comment", "comment": " \u200b"}, "Write your comments, or approve the text"),
        ({"comment": "x" * 4001}, "4000 characters"),
        ({"said_by": "x" * 101}, "100"),
        ({"key": "x"}, "Open this page again"),
    ],
)
def test_a_fault_is_told_and_nothing_typed_is_lost(client, address, given, said):
    response = client.post(address, form(**{"comment": "", "said_by": "Typed", **given}))
    assert response.status_code == 200
    assert said in response.content.decode()
    assert given.get("said_by", "Typed") in response.content.decode()
    assert not ApprovalAnswer.objects.exists()


def test_an_answer_sent_twice_is_one(client, address):
    sent = form(comment="Once")
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 302
    assert ApprovalAnswer.objects.count() == 1


def test_a_flood_ends(client, link, address):
    for _ in range(MOST_ANSWERS):
        answer(link[0], key=uuid4(), is_approval=False, comment="Again")
    response = client.post(address, form(comment="One more"))
    assert "has taken as many answers as it can" in response.content.decode()
    assert "One more" in response.content.decode()
    assert ApprovalAnswer.objects.count() == MOST_ANSWERS


def test_hostile_words_are_shown_as_text(client, editor, page, address):
    client.post(address, form(comment="<script>alert(1)</script>", said_by="<b>"))
    shown = editor.get(reverse("admin:guidance_page_change", args=[page.pk])).content.decode()
    for text in (shown, client.get(address).content.decode()):
        assert "<script>alert" not in text
        assert "&lt;script&gt;" in text


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
    for response in (client.get(address), client.post(address, form())):
        text = response.content.decode()
        assert response.status_code == 404
        assert "This link does not open" in text
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    other = client.get("/approval/nothing/").content.decode()
    assert text == other
    assert not ApprovalAnswer.objects.exists()


def test_a_changed_draft_leaves_the_link_with_its_text(client, editor, page, link, address):
    save_draft(page, **WORDS | {"body": "<p>lion</p>"})
    text = client.get(address).content.decode()
    assert "zebra" in text
    assert "lion" not in text
    assert "Editors have changed their draft since." in text
    client.post(address, form())
    assert ApprovalAnswer.objects.get().link.revision.body == "<p>zebra</p>"
    shown = editor.get(reverse("admin:guidance_page_change", args=[page.pk])).content.decode()
    assert "the draft has changed since" in shown


def test_a_published_text_is_said_to_be_on_the_site(client, page, address):
    publish_draft(page)
    assert "This text is on the site" in client.get(address).content.decode()


# making and closing


def test_an_editor_makes_a_link_and_sees_its_address_once(editor, page, client, settings):
    settings.SITE_ADDRESS = "https://portal.example"
    response = editor.post(made(page), {"days": "14", "label": "Workforce"})
    assert "no-store" in response.headers["Cache-Control"]
    token = re.search(r'href="https://portal.example/approval/([^/]+)/"', response.content.decode())
    assert client.get(f"/approval/{token[1]}/").status_code == 200
    shown = editor.get(reverse("admin:guidance_page_change", args=[page.pk])).content.decode()
    assert "Workforce" in shown
    assert token[1] not in shown
    assert token[1] not in repr(ApprovalLink.objects.values())


@pytest.mark.parametrize(
    "sent", [{}, {"days": "0"}, {"days": "x"}, {"days": "14", "label": "x" * 101}]
)
def test_a_link_that_cannot_be_is_refused(editor, page, sent):
    response = editor.post(made(page), sent, follow=True)
    assert response.status_code == 200
    assert 'class="error"' in response.content.decode()
    assert not ApprovalLink.objects.exists()


def test_without_a_draft_there_is_nothing_to_approve(editor, page):
    publish_draft(page)
    response = editor.post(made(page), {"days": "14"}, follow=True)
    assert "There is no draft to approve." in response.content.decode()


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


def test_who_said_it_is_forgotten_after_a_year(link, capsys):
    said = answer(link[0], key=uuid4(), is_approval=True, comment="Well said", said_by="Ann")
    call_command("purge_expired")
    assert ApprovalAnswer.objects.get().said_by == "Ann"
    ApprovalAnswer.objects.update(made_at=timezone.now() - timedelta(days=366))
    call_command("purge_expired")
    said.refresh_from_db()
    assert (said.said_by, said.comment) == ("", "Well said")
    assert "Approvals: who gave them was forgotten, 1." in capsys.readouterr().out
