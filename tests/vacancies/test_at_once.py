"""Two people work on the same at the very same moment: nothing is lost, doubled, or half done.

Each has a connection of their own, so this needs a database that takes two writers.
"""

import uuid
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, connections, transaction
from django.urls import reverse

from guidance.models import Page
from guidance.pages.services.placing import place
from tests.guidance.editing import publish
from tests.vacancies.conftest import write_advert
from tests.vacancies.links import handover_link
from tests.vacancies.plans import new_plan
from tests.vacancies.profile_files import GOOD, as_csv
from tests.vacancies.sections import POST, address
from tests.vacancies.typed import seen
from vacancies.drafting.services.ordered import DOWN, UP, add_duty, move
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.induction.services.plans import erase_plan, finish_plan
from vacancies.induction.services.tasks import InductionTasks
from vacancies.models import (
    AdvertText,
    DeletedPlanStats,
    FactorEvidence,
    InductionPlan,
    Profile,
    ThemeVote,
    Tick,
    Vacancy,
    VacancyLink,
)
from vacancies.posts.rules import RefusedError
from vacancies.posts.services import open_vacancy
from vacancies.profiles.services.importing import import_profiles
from vacancies.retention.services.peers import propose_theme, vote

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory refuses a second connection."
    ),
]
KEY = uuid.UUID(int=1)


def at_once(act: Callable, *given) -> list:
    """Call `act` with each of two things, at the same moment; return what came of each."""
    start = Barrier(len(given))

    def one(value):
        try:
            connection.ensure_connection()
            start.wait(30)
            return act(value)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(given)) as pool:
        return list(pool.map(one, given))


def while_another_saves(first: Callable[[], object], second: Callable[[], object]) -> Future:
    """Let `second` begin after `first` was done and before it is stored; return what came of it.

    `second` goes as far as it can: until it waits for the transaction of `first`, or to its end.
    """

    def other():
        try:
            return second()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            future = pool.submit(other)
            while not (future.done() or somebody_waits()):
                wait([future], timeout=0.01)
        wait([future])
    return future


def somebody_waits() -> bool:
    """Whether another connection waits for a lock that this one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks"
            " WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]


def test_two_duties_added_at_once_have_a_place_each(vacancy):
    def added(text):
        return lambda: add_duty(vacancy=vacancy, text=text, key=KEY)

    second = while_another_saves(added("Answers enquiries"), added("Teaches searching"))
    assert second.result().place == 2
    assert list(vacancy.duties.order_by("pk").values_list("place", flat=True)) == [1, 2]


def test_two_duties_moved_at_once_are_both_moved(vacancy):
    a, b, c = (
        add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
        for text in ("Answers enquiries", "Teaches searching", "Buys books")
    )

    def moved(duty, direction):
        return lambda: move(vacancy=vacancy, rows=[duty], direction=direction)

    while_another_saves(moved(c, UP), moved(a, DOWN)).result()
    assert [*vacancy.duties.order_by("place")] == [c, a, b]
    assert {*vacancy.duties.values_list("place", flat=True)} == {1, 2, 3}


def test_a_post_saved_while_another_window_saves_it_is_asked_about(vacancy, as_manager):
    url = address(vacancy)
    answers = {**POST, "place": "Ours", "version_token": seen(as_manager, url)}

    def theirs():
        assert Vacancy.objects.filter(pk=vacancy.pk).update(place="Theirs")

    response = while_another_saves(theirs, lambda: as_manager.post(url, answers)).result()
    vacancy.refresh_from_db()
    assert (response.status_code, vacancy.place) == (200, "Theirs")


def test_the_first_words_of_an_advert_saved_in_two_windows_are_asked_about(vacancy, as_manager):
    url = reverse("vacancies:advert_edit", args=[vacancy.pk])
    answers = {"overview": "Ours", "version_token": seen(as_manager, url)}

    def theirs():
        Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        write_advert(vacancy, overview="Theirs")

    response = while_another_saves(theirs, lambda: as_manager.post(url, answers)).result()
    assert (response.status_code, AdvertText.objects.get().overview) == (200, "Theirs")


def test_a_plan_that_somebody_finishes_takes_no_more_ticks(people, reference_data):
    plan = new_plan(people)
    second = while_another_saves(
        lambda: finish_plan(plan=plan, by="lead"),
        lambda: InductionTasks(plan, "starter").tick("D1"),
    )
    assert isinstance(second.exception(), RefusedError)
    assert not Tick.objects.exists()


def test_a_vacancy_opened_twice_is_one(people):
    def opened(_):
        return open_vacancy(
            person=people.manager, organisation=people.northfield, key=KEY, title="Librarian"
        )[0]

    assert len(set(at_once(opened, 1, 2))) == 1
    assert Vacancy.objects.count() == 1


def test_evidence_saved_twice_is_one_row_of_one_of_the_two(vacancy):
    def saved(text):
        save_evidence(vacancy=vacancy, factor="F1", text=text, duties=[], level=3)

    at_once(saved, "Theirs", "Ours")
    assert FactorEvidence.objects.get().text in {"Theirs", "Ours"}


def test_a_task_ticked_twice_is_ticked_once(people, reference_data):
    plan = new_plan(people)
    at_once(lambda by: InductionTasks(plan, by).tick("D1"), "line-manager", "starter")
    assert Tick.objects.count() == 1


def test_a_plan_made_twice_is_one(people, reference_data):
    assert len(set(at_once(lambda _: new_plan(people, key=KEY), 1, 2))) == 1
    assert InductionPlan.objects.count() == 1


def test_two_texts_published_are_both_kept_and_the_last_is_shown(people):
    page = Page(last_reviewed=date(2026, 11, 22), next_review=date(2127, 11, 22))
    place(page, parent=None, slug="a-page")
    publish(page, title="A page", summary="Of it.", body="<p>First.</p>")

    def published(title):
        mine = Page.objects.get(pk=page.pk)
        return publish(mine, title=title, summary="Of it.", body=f"<p>{title}.</p>").pk

    made = at_once(published, "Theirs", "Ours")
    page.refresh_from_db()
    assert page.revisions.filter(pk__in=made).count() == 2
    assert page.live_id in made


def test_a_profile_imported_twice_is_stored_once_and_the_other_is_told(reference_data):
    def imported(_):
        return bool(import_profiles(as_csv(GOOD), "profiles.csv", agreed=True).bad)

    assert sorted(at_once(imported, 1, 2)) == [False, True]
    assert Profile.objects.filter(code=GOOD["code"]).count() == 1


def test_a_vote_cast_twice_counts_once(people):
    theme = propose_theme(person=people.manager, text="Working alone", key=KEY)
    at_once(lambda _: vote(theme=theme, person=people.colleague), 1, 2)
    assert ThemeVote.objects.filter(theme=theme, user=people.colleague).count() == 1


def test_of_two_links_to_the_handover_one_stays_open(vacancy, people):
    tokens = at_once(lambda by: handover_link(vacancy, by), people.manager, people.lead)
    assert len(set(tokens)) == 2
    assert VacancyLink.objects.open().count() == 1


def test_a_plan_erased_twice_is_counted_once(people, reference_data):
    plan = new_plan(people)
    traces = at_once(
        lambda _: erase_plan(plan=plan, reason=DeletedPlanStats.Reason.values[0]), 1, 2
    )
    assert sum(trace is not None for trace in traces) == 1
    assert DeletedPlanStats.objects.count() == 1
    assert not InductionPlan.objects.exists()
