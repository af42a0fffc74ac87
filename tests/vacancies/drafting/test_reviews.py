"""Reviewers without an account: they read a frozen version, and their answers land at its lines."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from tests.pages import Page
from tests.vacancies.versions import freeze
from vacancies.drafting.services.reviews import (
    AGREEMENT,
    KEPT_DAYS,
    purge_review_answers,
    review_questions,
)
from vacancies.models import Duty, ReviewAnswer, Vacancy, VacancyLink
from vacancies.posts.services import make_vacancy_link


@pytest.fixture
def duties(vacancy):
    texts = ("Answers enquiries", "Teaches searching")
    return [
        Duty.objects.create(vacancy=vacancy, text=text, place=place, key=uuid.uuid4())
        for place, text in enumerate(texts)
    ]


@pytest.fixture
def version(vacancy, duties):
    return freeze(vacancy)


@pytest.fixture
def link_of(vacancy, people, version):
    """Makes a link for a kind of reviewer; gives its token."""

    def make(kind="hr", number=version.number):
        return make_vacancy_link(
            vacancy=vacancy, kind=kind, person=people.manager, days=30, version=number
        )

    return make


def detail(token):
    return reverse("vacancies:review_detail", args=[token])


def about(token, what):
    return reverse("vacancies:review_answer", args=[token, what])


def say(token, what, client=None, **typed):
    return (client or Client()).post(about(token, what), {"text": "Who decides?", **typed})


def own(vacancy, page, *rest):
    return reverse(f"vacancies:{page}", args=[vacancy.pk, *rest])


@pytest.mark.parametrize("kind", review_questions())
def test_a_reviewer_reads_the_version_and_the_questions_made_for_them(
    vacancy, duties, link_of, kind
):
    token = link_of(kind)
    duties[0].text = "Runs a bakery"
    duties[0].save()
    response = Client().get(detail(token))
    html, page = response.content.decode(), Page(response)
    assert "Answers enquiries" in html, "as it was frozen"
    assert "Runs a bakery" not in html
    assert set(review_questions()[kind]) <= set(page.ids)
    others = set().union(*review_questions().values()) - set(review_questions()[kind])
    assert not others & set(page.ids)
    assert about(token, f"duty-{duties[1].pk}") in page.links
    assert not page.all("[type=search]")
    for hidden in ("manager@", str(vacancy.key)):
        assert hidden not in html
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


def test_a_comment_lands_at_its_duty_and_in_the_inbox_and_outlives_other_edits(
    vacancy, duties, link_of, as_manager
):
    token = link_of()
    what = f"duty-{duties[1].pk}"
    assert say(token, what)["Location"] == f"{detail(token)}?pressed={what}#{what}"
    duties[0].delete()
    Duty.objects.filter(pk=duties[1].pk).update(text="Teaches searching and reading")
    for page in (own(vacancy, "draft_detail"), own(vacancy, "duty_list")):
        assert [one.get("data-said") for one in Page(as_manager.get(page)).all("[data-said]")] == [
            what
        ]
    inbox = as_manager.get(own(vacancy, "review_list"))
    assert [one.about for one in inbox.context["waiting"]] == [what]
    assert "Teaches searching<" in inbox.content.decode(), "as it was then"
    overview = Page(as_manager.get(vacancy.get_absolute_url()))
    assert overview.all("[data-waits=reviews]")
    duties[1].delete()
    assert len(as_manager.get(own(vacancy, "review_list")).context["waiting"]) == 1


def test_an_answer_is_dealt_with_and_waits_again(vacancy, link_of, as_manager):
    say(link_of(), "hr-terms")
    answer = ReviewAnswer.objects.get()
    page = own(vacancy, "review_settle", answer.pk)
    for settled, waiting in (("yes", 0), ("yes", 0), ("no", 1)):
        as_manager.post(page, {"settled": settled})
        assert ReviewAnswer.objects.waiting().count() == waiting


def test_an_agreement_gives_a_role_and_no_name(vacancy, version, link_of, as_manager):
    token = link_of("staff-side")
    for role in ("", "Jane Pemberton", "jane.pemberton@nhs.net"):
        response = say(token, AGREEMENT, agrees="yes", role=role, text="")
        assert "role" in response.context["form"].errors
    assert not ReviewAnswer.objects.exists()
    say(token, AGREEMENT, agrees="yes", role="Staff side lead", text="")
    answer = ReviewAnswer.objects.get()
    assert answer.given_at.date() == now().date()
    assert (answer.agrees, answer.role) == (True, "Staff side lead")
    shown = Page(as_manager.get(own(vacancy, "version_detail", version.number)))
    assert shown.all("[data-said=agreement]")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", "text"),
        ("Dr Patel knows", "text"),
        ("Her NHS number is 943 476 5919", "text"),
        ("She is diabetic", "text"),
        ("x" * 2_001, "text"),
    ],
)
def test_what_should_not_be_written_is_asked_about(link_of, text, field):
    response = say(link_of(), "hr-fair", text=text)
    assert field in response.context["form"].errors
    assert not ReviewAnswer.objects.exists()


def test_any_script_is_kept_and_shown_as_typed(link_of, vacancy, as_manager):
    text = "<script>alert(1)</script> العربية \u202eabc 😀"
    token = link_of()
    say(token, "hr-fair", text=text)
    assert ReviewAnswer.objects.get().text == text
    for client, page in ((Client(), detail(token)), (as_manager, own(vacancy, "review_list"))):
        html = client.get(page).content.decode()
        assert "<script>alert(1)" not in html
        assert "العربية" in html


def test_sent_again_after_going_back_it_is_given_once_and_two_tabs_both_count(link_of):
    token = link_of()
    for text in ("First", "First", "Second"):
        say(token, "hr-fair", text=text)
    assert [one.text for one in ReviewAnswer.objects.all()] == ["First", "Second"]


def test_a_flood_is_refused(link_of, monkeypatch):
    monkeypatch.setattr("vacancies.drafting.views.versions.MOST_ANSWERS", 1)
    token = link_of()
    say(token, "hr-fair")
    assert "text" in say(token, "hr-fair", text="More").context["form"].errors
    assert ReviewAnswer.objects.count() == 1


@pytest.mark.parametrize("what", ["duty-0", "duty-999999999999999999999", "je-vague", "x" * 300])
def test_what_is_not_in_the_version_is_not_there(link_of, what):
    assert say(link_of(), what).status_code == 404
    assert not ReviewAnswer.objects.exists()


def test_no_link_opens_what_another_kind_does(vacancy, people, link_of):
    other = make_vacancy_link(vacancy=vacancy, kind="leaver", person=people.manager, days=30)
    assert Client().get(detail(other)).status_code == 404
    assert Client().get(f"/vacancies/leaver/{link_of()}/").status_code == 404
    token = link_of()
    VacancyLink.objects.update(revoked_at=now())
    gone = say(token, "hr-fair", text="Kept <b>nowhere</b>")
    assert gone.status_code == 404
    assert "Kept &lt;b&gt;nowhere" in gone.content.decode()
    assert gone.headers["Referrer-Policy"] == "no-referrer"


def test_an_offer_needs_a_version_and_opens_the_newest(vacancy, duties, as_manager, client):
    page = own(vacancy, "review_offer", "hr")
    assert as_manager.get(page).status_code == 302
    freeze(vacancy)
    number = freeze(vacancy).number
    for kind in ("panel", "leaver", "no-such"):
        assert as_manager.post(own(vacancy, "review_offer", kind)).status_code == 302
    assert not VacancyLink.objects.exists()
    shown = as_manager.post(page, {"days": "30"})
    assert VacancyLink.objects.get().version == number
    assert shown.context["address"] in shown.context["email"]
    assert client.get(shown.context["address"]).context["version"].number == number


def test_an_answer_of_another_vacancy_cannot_be_settled(vacancy, link_of, people, as_manager):
    say(link_of(), "hr-terms")
    other = Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Other"
    )
    page = own(other, "review_settle", ReviewAnswer.objects.get().pk)
    assert as_manager.post(page, {"settled": "yes"}).status_code == 404


def test_an_answer_is_deleted_on_its_day(link_of):
    say(link_of(), "hr-terms")
    assert ReviewAnswer.objects.get().purge_on == localdate() + timedelta(days=KEPT_DAYS)
    assert not list(purge_review_answers(now()))
    assert len(list(purge_review_answers(now() + timedelta(days=KEPT_DAYS)))) == 1
    assert not ReviewAnswer.objects.exists()


def test_an_answer_holds_what_the_privacy_page_names():
    columns = {field.name for field in ReviewAnswer._meta.concrete_fields} - {"id"}
    said = {"about", "words", "text", "agrees", "role", "kind", "version"}
    assert columns == said | {"key", "given_at", "settled_at", "purge_on"}
