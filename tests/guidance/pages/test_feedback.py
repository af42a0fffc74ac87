"""“Was this page useful?”: answered without a cookie, kept without who it was."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertTemplateUsed

from guidance.desk.services.desk import called_unhelpful
from guidance.models import Feedback
from guidance.pages.services.feedback import keep_answer, unhelpful_pages
from guidance.pages.services.publishing import withdraw
from tests.each import each
from tests.pages import Page, error_codes


@pytest.fixture
def page(make_page):
    return make_page("interviews", title="Interviews")


@pytest.fixture
def stranger():
    """A visitor whose forms are checked as a browser's are."""
    return Client(enforce_csrf_checks=True)


def answer(client, page, **answers):
    return client.post(f"/feedback/{page.pk}/", {"useful": "yes", "sentence": "", **answers})


def listed(editor, address) -> list[str]:
    """Return the sentences in a list of answers in the admin."""
    return Page(editor.get(address)).texts("#result_list .field-sentence")


def test_a_page_asks_whether_it_was_useful(client, page):
    shown = Page(client.get("/interviews/"))
    assert f"/feedback/{page.pk}/" in shown.actions
    (form,) = shown.all(f"form[action='/feedback/{page.pk}/']")
    assert {"useful", "sentence"} <= set(form.fields)
    assert "csrfmiddlewaretoken" not in form.fields


def test_feedback_create_keeps_the_answer_without_cookie_or_token(stranger, page):
    response = answer(stranger, page, useful="no", sentence="Say how long it takes.")
    assert response.status_code == 302
    assert response.cookies == {}
    kept = Feedback.objects.get()
    assert (kept.page, kept.useful, kept.sentence) == (page, False, "Say how long it takes.")
    assert {field.name for field in Feedback._meta.fields} == {
        "id",
        "page",
        "useful",
        "sentence",
        "given_on",
    }


def test_feedback_thanks_leads_back_to_the_page(client, page):
    response = client.post(f"/feedback/{page.pk}/", {"useful": "yes"}, follow=True)
    assertTemplateUsed(response, "guidance/pages/feedback_thanks.html")
    assert "/interviews/" in Page(response).links


def test_feedback_create_opens_by_itself(client, page):
    shown = Page(client.get(f"/feedback/{page.pk}/"))
    assert "“Interviews”" in shown.heading
    assert shown.actions == [f"/feedback/{page.pk}/"]


def test_feedback_create_wants_yes_or_no_and_loses_no_word(client, page):
    response = client.post(f"/feedback/{page.pk}/", {"sentence": "Where are the dates?"})
    shown = Page(response)
    assert response.status_code == 200
    assert shown.errors == {"useful"}
    assert shown.value("sentence") == "Where are the dates?"
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Write to jane.smith@nhs.net", "email address"),
        ("Ring 01632 960001", "phone number"),
        ("My number is 943 476 5919", "NHS number"),
        ("Ask Dr Jane Smith", "name"),
    ],
)
def test_feedback_create_refuses_personal_details(client, page, sentence, kind):
    response = answer(client, page, sentence=sentence)
    shown = Page(response)
    assert shown.errors == {"sentence"}
    assert error_codes(response.context["form"]) == {"sentence": {kind}}
    assert shown.value("sentence") == sentence
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("useful", ["maybe", "yes\x00", "'; --", "x" * 10_000])
def test_feedback_create_refuses_an_answer_that_was_not_offered(client, page, useful):
    assert answer(client, page, useful=useful).status_code == 200
    assert not Feedback.objects.exists()


def test_feedback_create_refuses_a_long_comment_and_keeps_it_in_the_form(client, page):
    shown = Page(answer(client, page, sentence="w" * 401))
    assert shown.errors == {"sentence"}
    assert shown.value("sentence") == "w" * 401


def test_feedback_create_shows_hostile_words_as_words(client, page):
    shown = Page(answer(client, page, useful="", sentence="<script>alert(1)</script>"))
    assert shown.value("sentence") == "<script>alert(1)</script>"
    assert shown.all("main script") == []


def test_feedback_create_throws_away_what_a_robot_sends(client, page):
    assert answer(client, page, website="https://spam.example").status_code == 302
    assert not Feedback.objects.exists()


def test_feedback_create_refuses_forms_of_other_websites(client, page):
    response = client.post(
        f"/feedback/{page.pk}/", {"useful": "no"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert response.status_code == 403
    assert not Feedback.objects.exists()


def test_feedback_create_takes_a_second_click_for_the_first(client, page):
    for _ in range(2):
        assert answer(client, page, sentence="Good").status_code == 302
    answer(client, page, sentence="Good as well")
    assert Feedback.objects.count() == 2


@pytest.mark.parametrize("name", ["page", "network", "site"])
def test_feedback_create_ends_a_flood(client, page, settings, name):
    settings.FEEDBACK_LIMITS = {**settings.FEEDBACK_LIMITS, name: 3}
    statuses = [answer(client, page, sentence=f"Flood {n}").status_code for n in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert Feedback.objects.count() == 3
    flood = answer(client, page)
    assertTemplateUsed(flood, "guidance/pages/feedback_flood.html")
    assert flood.cookies == {}


def test_a_flood_from_one_network_leaves_the_others_free(client, page, settings):
    settings.FEEDBACK_LIMITS = {**settings.FEEDBACK_LIMITS, "page": 1}
    address = f"/feedback/{page.pk}/"
    statuses = [
        client.post(address, {"useful": "yes"}, REMOTE_ADDR=network).status_code
        for network in ("192.0.2.1", "192.0.2.1", "192.0.2.2")
    ]
    assert statuses == [302, 429, 302]


@each("number", ["999999", "9" * 30])
def test_feedback_create_about_a_page_that_is_not_there(client, page, number):
    assert client.post(f"/feedback/{number}/", {"useful": "yes"}).status_code == 404


def test_feedback_create_about_a_withdrawn_page(client, page):
    withdraw(page)
    assert answer(client, page).status_code == 404
    assert client.get(f"/feedback/{page.pk}/thanks/").status_code == 404


def test_pages_called_unhelpful_come_worst_first(make_page):
    good, bad, worst = make_page("good"), make_page("bad"), make_page("worst")
    given = [(good, True, "Fine"), (bad, False, "Old"), (bad, True, ""), (worst, False, "")]
    for number, (page, useful, words) in enumerate([*given, (worst, False, "Wrong")]):
        keep_answer(page, useful=useful, sentence=words, network=str(number))
    found = unhelpful_pages(date.today())
    assert [(row, row.no, row.given, row.last_words) for row in found] == [
        (worst, 2, 2, "Wrong"),
        (bad, 1, 2, "Old"),
    ]
    assert not unhelpful_pages(date.today() + timedelta(days=1))


def test_editors_read_and_delete_answers(page, people, client_of):
    keep_answer(page, useful=False, sentence="Too long", network="a")
    row = Feedback.objects.get()
    editor = client_of(people.editor)
    assert listed(editor, reverse("admin:guidance_feedback_changelist")) == ["Too long"]
    change = reverse("admin:guidance_feedback_change", args=[row.pk])
    assert Page(editor.get(change)).text(".field-sentence .readonly") == "Too long"
    assert editor.post(change, {"sentence": "Mended"}).status_code == 403
    editor.post(reverse("admin:guidance_feedback_delete", args=[row.pk]), {"post": "yes"})
    assert not Feedback.objects.exists()


def test_the_desk_shows_what_was_called_unhelpful_in_words(page, people, client_of):
    keep_answer(page, useful=False, sentence="Too long", network="a")
    keep_answer(page, useful=True, sentence="", network="b")
    (row,) = called_unhelpful(date.today())
    assert row.facts == ("Not useful: 1 of 2 answers", "Last comment: Too long")
    assert "Too long" in listed(client_of(people.editor), row.address)
    assert not list(called_unhelpful(date.today() + timedelta(days=1)))
