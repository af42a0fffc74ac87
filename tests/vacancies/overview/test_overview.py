"""A vacancy's first page: its status, built from what features register."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils.timezone import localdate

from kls_portal.accounts.models import Membership
from kls_portal.accounts.permissions import RIGHTS, Action, Rights
from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.plans import new_plan
from vacancies.checks.services import checked, dismiss
from vacancies.induction.models import PlanQuestion
from vacancies.overview import views
from vacancies.posts.models import Vacancy
from vacancies.posts.overview import FILE, Entry, Notice, Overview, Waiting, overview
from vacancies.posts.rules import STAGES
from vacancies.recruiting.services.timeline import accept_proposal, mark_done


@pytest.fixture
def lines_of(people, reference_data):
    """Return a function that returns the lines of a vacancy."""

    def lines(vacancy):
        fetched = overview.fetched.get(pk=vacancy.pk)
        fetched.rights = RIGHTS["manager"].own
        return overview.lines_of(fetched, vacancy.changed.date())

    return lines


@pytest.fixture
def planned(dated, reference_data):
    """Return the dated vacancy with its proposal accepted."""
    accept_proposal(vacancy=Vacancy.objects.for_plan().get(pk=dated.pk))
    return dated


def test_every_entry_has_a_part_and_an_id_of_its_own(vacancy, lines_of):
    entries = [line for line in lines_of(vacancy) if isinstance(line, Entry)]
    assert {one.part for one in entries} <= {*STAGES, FILE}
    ids = [one.id for one in entries]
    assert len(ids) == len(set(ids)) > 15
    assert all(one.address for one in entries)


def test_what_a_role_may_not_do_is_not_offered(vacancy, people, lines_of, monkeypatch):
    pages = {
        action: reverse(f"vacancies:vacancy_{action}", args=[vacancy.pk])
        for action in (Action.SHARE, Action.DELETE)
    }
    for action, page in pages.items():
        rights = Rights(own=frozenset({Action.SEE, action}))
        monkeypatch.setitem(RIGHTS, Membership.Role.MANAGER, rights)
        offered = {line.address for line in lines_of(vacancy) if isinstance(line, Entry)}
        assert offered & set(pages.values()) == {page}


def test_what_a_feature_registers_stands_on_the_page(vacancy, as_manager, monkeypatch):
    mine = Overview()
    monkeypatch.setattr(views, "overview", mine)
    mine.register(
        lambda vacancy, today: [
            Entry("appoint", "done", "It is done", "/done/", "complete"),
            Entry("describe", "half", "Half", "/half/", "incomplete", "The other half."),
            Entry("describe", "read", "Read it", "/read/"),
            Notice("vacancies/recruiting/partials/filled.html", {"vacancy_id": vacancy.pk}),
            Waiting("answers", "2 answers", "/answers/"),
            Waiting("late", "Still to describe", "/too-late/", until="describe"),
        ]
    )
    page = as_manager.get(vacancy.get_absolute_url()).content.decode()
    assert "/too-late/" not in page
    assert "/outcome/reopen/" in page
    places = [page.index(f'href="/{name}/"') for name in ("answers", "half", "read", "done")]
    assert places == sorted(places)


def test_vacancy_detail_says_stage_next_step_dates_and_what_waits(
    planned, people, client_of, on_day
):
    plan = new_plan(people, vacancy=planned)
    PlanQuestion.objects.create(plan=plan, text="Where do I park?")
    on_day(date(2027, 2, 15))
    page = Page(client_of(people.manager).get(planned.get_absolute_url()))
    steps = [one.get("aria-current") for one in page.all(".portal-stepper__step")]
    assert steps == ["step", *(None for _ in list(STAGES)[1:])]
    assert page.all("#next")[0].get("data-step") == "approval"
    assert len(page.all("#next .nhsuk-button")) == len(page.all("main .nhsuk-button")) == 1
    assert len(page.all("#coming li")) == 3
    waits = {one.get("data-waits") for one in page.all("#waiting li")}
    assert waits == {"late", "questions", "starts"}
    assert page.all(f'main a[href="{plan.get_absolute_url()}"]')
    names = page.texts("main a, main button, main summary")
    assert len(names) < 60
    assert max(map(names.count, names)) <= 3


def test_nothing_is_late_on_the_day_a_vacancy_is_opened(vacancy, reference_data):
    opened = localdate(vacancy.created)
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=opened - timedelta(days=3))
    standing = overview.standing(Vacancy.objects.for_plan().get(pk=vacancy.pk), opened)
    assert standing.next.day < opened
    assert not standing.next.is_late


def test_vacancy_detail_folds_what_is_complete(planned, as_manager):
    for step_id in ("approval", "job-description"):
        mark_done(vacancy=Vacancy.objects.for_plan().get(pk=planned.pk), step_id=step_id)
    page = Page(as_manager.get(planned.get_absolute_url()))
    folded = {one.get("id"): one.get("open") is None for one in page.all("details[data-state]")}
    assert folded == {f"stage-{slug}": slug == "describe" for slug in STAGES}
    assert page.all("#next")[0].get("data-step") == "panel"


def test_points_that_are_a_must_wait_until_they_are_dismissed(
    vacancy, people, duties, lines_of, as_manager
):
    for text in ("Native English speaker", "French mother tongue"):
        make_criterion(vacancy, text, duties=duties)
    waiting = {one.id: one.words for one in lines_of(vacancy) if isinstance(one, Waiting)}
    page = as_manager.get(reverse("vacancies:draft_check", args=[vacancy.pk]))
    assert waiting["must"].startswith(f"{page.context['grades']['must']} ")
    for shown in checked(Vacancy.objects.for_draft().get(pk=vacancy.pk)).open:
        if shown.placed.finding.severity == "must":
            dismiss(vacancy=vacancy, placed=shown.placed, reason="A reason", person=people.manager)
    assert not [one for one in lines_of(vacancy) if isinstance(one, Waiting)]


def test_a_colleague_it_is_shared_with_has_no_entry_to_share_it(vacancy, people, client_of):
    vacancy.shared_with.add(people.colleague)
    address = reverse("vacancies:vacancy_detail", args=[vacancy.pk])
    share = reverse("vacancies:vacancy_share", args=[vacancy.pk])
    assert share not in client_of(people.colleague).get(address).content.decode()
    assert share in client_of(people.lead).get(address).content.decode()


def test_nothing_made_of_a_vacancy_is_kept_on_a_disk(vacancy, as_manager, monkeypatch):
    names = ("vacancy_detail", "draft_check", "question_list")
    addresses = [reverse(f"vacancies:{name}", args=[vacancy.pk]) for name in names]

    def look():
        for address in addresses:
            assert as_manager.get(address).status_code == 200

    look()
    make_criterion(vacancy, "Enjoys quixotic searches")
    kept = []
    monkeypatch.setattr(caches["pages"], "set", lambda *said, **more: kept.append(said))
    look()
    assert kept == []
