"""The handover: a secret link, ten answers, and their use by the manager."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from tests.pages import Page
from tests.vacancies.links import handover_link
from tests.vacancies.typed import seen
from vacancies.induction.services.plans import log_change
from vacancies.models import HandoverAnswers, InductionPlan, Vacancy, VacancyLink
from vacancies.retention.services.handover import KEPT_DAYS, purge_handover_answers

ANSWERS = {
    "contacts": "Education team, about courses",
    "beyond": "Keeps the archive",
    "unfinished": "Stock check of the stack",
    "decisions": "Which books to discard",
}


@pytest.fixture
def vacancy(people, reference_data):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Librarian"
    )


@pytest.fixture
def manager(client_of, people):
    return client_of(people.manager)


@pytest.fixture
def link(vacancy, people):
    """The address of an open link."""
    return f"/vacancies/leaver/{handover_link(vacancy, people.manager)}/"


def answered(vacancy, **changed):
    values = {**ANSWERS, **changed}
    return HandoverAnswers.objects.create(
        vacancy=vacancy, purge_on=localdate() + timedelta(days=KEPT_DAYS), **values
    )


def made_plan(vacancy, people):
    return InductionPlan.objects.create(
        organisation=people.northfield,
        vacancy=vacancy,
        created_by=people.manager,
        title="Librarian",
        starts_on=date(2027, 1, 11),
        purge_on=date(2027, 8, 1),
    )


def page(vacancy, rest=""):
    return f"/vacancies/{vacancy.pk}/handover/{rest}"


def test_handover_answers_are_saved_by_whoever_has_the_link(client, vacancy, link):
    response = client.post(link, {**ANSWERS, "version_token": seen(client, link)})
    assert "saved" in Page(response).ids
    assert not response.cookies
    assert vacancy.handover_answers.beyond == "Keeps the archive"


def keep_offered(response):
    """Whether the page asks if the words should be kept."""
    return bool(Page(response).all("[name=keep_words]"))


def test_handover_answers_shows_nothing_else_and_is_kept_by_nobody(client, vacancy, link):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="A secret purpose")
    response = client.get(link)
    assert "A secret purpose" not in response.content.decode()
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_handover_answers_of_a_closed_or_expired_link_are_not_found(client, vacancy, link, manager):
    manager.post(page(vacancy, "link/"), {"close": "yes"})
    assert client.get(link).status_code == 404
    VacancyLink.objects.update(revoked_at=None, expires_at=now() - timedelta(seconds=1))
    assert client.get(link).status_code == 404


def test_handover_answers_give_back_what_was_typed_into_a_closed_link(client, vacancy, link):
    VacancyLink.objects.update(revoked_at=now())
    response = client.post(link, {"rules": "Knock twice\n<b>", "version_token": "x"})
    html = response.content.decode()
    assert response.status_code == 404
    assert "Knock twice<br>&lt;b&gt;" in html
    assert not HandoverAnswers.objects.exists()


def test_handover_answers_say_who_reads_them_and_until_when(client, vacancy, link):
    response = client.get(link)
    page = Page(response)
    assert "who-reads" in page.ids
    day = response.context["form"].instance.purge_on
    assert f"{day.day} {day:%B %Y}" in page.text("#until-when")


def test_handover_answers_refuse_a_password_and_keep_the_words(client, vacancy, link):
    response = client.post(link, {"access": "password: Summer27", "rules": "Knock twice"})
    assert "access" in Page(response).errors
    assert Page(response).value("rules") == "Knock twice"
    assert not HandoverAnswers.objects.exclude(rules="").exists()


def test_handover_answers_ask_about_private_words_once(client, vacancy, link):
    typed = {"contacts": "Help desk, 01632 960 145", "version_token": seen(client, link)}
    assert keep_offered(client.post(link, typed))
    client.post(link, {**typed, "keep_words": "on"})
    assert vacancy.handover_answers.contacts == typed["contacts"]


def test_words_that_were_kept_are_not_asked_about_again(client, vacancy, link):
    answered(vacancy, contacts="Cancer team\r\nHelp desk")
    typed = {
        "contacts": "Cancer team\r\nHelp desk",
        "rules": "Knock",
        "version_token": seen(client, link),
    }
    assert "saved" in Page(client.post(link, typed)).ids
    changed = {**typed, "contacts": "Cancer team", "version_token": seen(client, link)}
    assert keep_offered(client.post(link, changed))


def test_two_windows_lose_no_answer(client, vacancy, link, manager):
    opened = seen(client, link)
    manager.post(page(vacancy, "answers/"), {"rules": "First", "version_token": opened})
    response = client.post(link, {"rules": "Second", "version_token": opened})
    assert "First" in [one.stored for one in response.context["form"].changed_meanwhile]
    assert Page(response).value("rules") == "Second"
    assert HandoverAnswers.objects.get().rules == "First"


def test_handover_link_is_shown_once_and_closes_the_one_before(manager, vacancy, link, client):
    html = manager.post(page(vacancy, "link/"), {"days": "30"}).content.decode()
    assert "/vacancies/leaver/" in html
    assert client.get(link).status_code == 404
    assert "/vacancies/leaver/" not in manager.get(page(vacancy, "link/")).content.decode()


def test_handover_detail_makes_facts_of_the_draft_once(manager, vacancy):
    answered(vacancy)
    chosen = {
        "facts": [
            "beyond:Keeps the archive",
            "contacts:Education team, about courses",
            "decisions:Which books to discard",
        ]
    }
    for _ in range(2):
        assert manager.post(page(vacancy), chosen).status_code == 302
    vacancy.refresh_from_db()
    assert [duty.text for duty in vacancy.duties.all()] == ["Keeps the archive"]
    assert vacancy.relationships == "Education team, about courses"
    assert vacancy.decides == "Which books to discard"


def test_handover_detail_says_what_each_line_would_become(manager, vacancy):
    answered(vacancy)
    html = Page(manager.get(page(vacancy)))
    kinds = {}
    for line in ("Keeps the archive", "Education team, about courses", "Which books to discard"):
        (label,) = [one for one in html.texts("label") if one.endswith(f": {line}")]
        kinds[line] = label.removesuffix(line)
    assert len(set(kinds.values())) == 3, "each becomes something else"


def test_handover_detail_makes_tasks_of_the_plan_once(manager, vacancy, people):
    answered(vacancy)
    plan = made_plan(vacancy, people)
    for _ in range(2):
        manager.post(page(vacancy), {"tasks": ["unfinished:Stock check of the stack"]})
    (task,) = plan.changes.all()
    assert task.text.endswith(": Stock check of the stack")


def test_handover_detail_says_what_found_no_room_and_what_was_there(manager, vacancy):
    answered(vacancy)
    Vacancy.objects.filter(pk=vacancy.pk).update(relationships="a" * 4_990)
    chosen = {"facts": ["beyond:Keeps the archive", "contacts:Education team, about courses"]}
    for counted in (["1", "0"], ["0", "0", "1"]):
        response = manager.post(page(vacancy), chosen, follow=True)
        done, refused = (str(message) for message in response.context["messages"])
        assert re.findall(r"\d+", done) == counted, "facts, tasks, there already"
        assert "“Education team, about courses”" in refused


def test_handover_detail_cuts_no_line(manager, vacancy, people):
    answered(vacancy, beyond="b" * 2_001, unfinished="c" * 300)
    plan = made_plan(vacancy, people)
    chosen = {"facts": [f"beyond:{'b' * 2_001}"], "tasks": [f"unfinished:{'c' * 300}"]}
    html = Page(manager.post(page(vacancy), chosen))
    assert html.errors == {"facts", "tasks"}
    assert "2,000" in html.error("facts")
    assert "300" in html.error("tasks")
    assert not vacancy.duties.exists()
    assert not plan.changes.exists()


def test_handover_detail_puts_tasks_into_the_part_of_the_plan_in_which_they_are_due(
    manager, vacancy, people
):
    answered(vacancy, access="Badge desk", returns="Annual figures")
    plan = made_plan(vacancy, people)
    manager.post(page(vacancy), {"tasks": ["access:Badge desk", "returns:Annual figures"]})
    assert {task.text: task.group for task in plan.changes.all()} == {
        "Get access: Badge desk": "week-one",
        "Prepare the return: Annual figures": "month-one",
    }


def test_handover_detail_without_a_plan_offers_to_make_one(manager, vacancy):
    answered(vacancy)
    html = Page(manager.get(page(vacancy)))
    plan = reverse("vacancies:plan_create", query={"vacancy": vacancy.pk})
    assert html.addresses("#no-plan") == [plan]
    assert not html.all("[name=tasks]")


def test_handover_detail_asks_for_at_least_one_line(manager, vacancy):
    answered(vacancy)
    assert Page(manager.post(page(vacancy))).errors


def test_answers_are_deleted_on_their_day_and_not_before(vacancy):
    row = answered(vacancy)
    assert list(purge_handover_answers(now())) == []
    HandoverAnswers.objects.filter(pk=row.pk).update(purge_on=localdate())
    assert list(purge_handover_answers(now())) == ["Deleted the handover answers of 1 post."]
    assert list(purge_handover_answers(now())) == []


def test_what_falls_due_before_the_first_day_goes_to_the_manager_and_the_rest_on_its_day(
    manager, vacancy, people
):
    typed = ("Renew the journals by 4 January 2027", "Renew the desk by 4 March 2027")
    answered(vacancy, contracts="\n".join(typed))
    plan = made_plan(vacancy, people)
    assert [day.isoformat() for _, day in manager.get(page(vacancy)).context["gap"]] == [
        "2027-01-04"
    ]
    manager.post(page(vacancy), {"tasks": [f"contracts:{words}" for words in typed]})
    assert [(one.owner, one.group, str(one.due_on)) for one in plan.changes.all()] == [
        ("line-manager", "before-day-one", "2027-01-04"),
        ("starter", "month-one", "2027-03-04"),
    ]
    was, plan.starts_on = plan.starts_on, date(2027, 4, 5)
    log_change(plan=plan, was=was, by="line-manager")
    assert {(one.owner, one.group) for one in plan.changes.all()} == {
        ("line-manager", "before-day-one")
    }
