"""What came of a vacancy: numbers by round and channel, filled, opened again."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.each import each
from tests.pages import Page
from tests.vacancies.conftest import TODAY
from tests.vacancies.questions import address, choose
from tests.vacancies.typed import NO_ROW_HAS_IT, seen
from vacancies.models import AdvertChoice, ChannelOutcome, Outcome, Vacancy
from vacancies.recruiting.services.outcomes import reopen, rounds_of
from vacancies.recruiting.services.timeline import mark_done

OPENED, FILLED = date(2026, 10, 1), date(2026, 11, 2)


def save(client, vacancy, **typed):
    url = address(vacancy, "outcome_edit")
    return client.post(url, {"version_token": seen(client, url), **typed})


def detail(client, vacancy):
    return Page(client.get(address(vacancy, "outcome_detail")))


def totals_in(page):
    """The numbers given in each round of the page, the latest first."""
    return [set(re.findall(r"\d+", part.text_content())) for part in page.all("[data-totals]")]


def days_in(page):
    """How many days each round took that has an end."""
    return [one.get("data-days") for one in page.all("[data-days]")]


def said_in(response):
    return [str(message) for message in response.context["messages"]]


def day(value, name="filled_on"):
    return {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


@pytest.fixture
def filled(vacancy):
    """A vacancy filled after 32 days."""
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=OPENED)
    vacancy.refresh_from_db()
    Outcome.objects.create(vacancy=vacancy, filled_on=FILLED, applications=12, accepted=1)
    return vacancy


@pytest.mark.parametrize("by_channel", [False, True])
def test_nobody_is_said_to_be_missing_where_somebody_accepted(
    vacancy, as_manager, reference_data, by_channel
):
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=OPENED)
    row = Outcome.objects.create(vacancy=vacancy, accepted=None if by_channel else 1)
    if by_channel:
        channel = choose(vacancy, "nhs-jobs")[0].channel
        ChannelOutcome.objects.create(outcome=row, channel=channel, accepted=1)
    page = detail(as_manager, vacancy)
    assert "not-filled" not in page.ids
    assert [one.get("data-accepted") for one in page.all("[data-accepted]")] == ["1"]
    Outcome.objects.update(filled_on=FILLED)
    assert detail(as_manager, vacancy).all("[data-accepted]") == []


def test_outcome_detail_of_a_new_vacancy_knows_nothing_and_stores_nothing(vacancy, as_manager):
    page = detail(as_manager, vacancy)
    assert "not-filled" in page.ids
    assert totals_in(page) == [set()]
    as_manager.get(address(vacancy, "outcome_edit"))
    assert not Outcome.objects.exists()


def test_outcome_edit_keeps_numbers_and_the_days_are_worked_out(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=OPENED)
    numbers = {"views": "900", "applications": "12", "shortlisted": "4", "offered": "2"}
    response = save(
        as_manager,
        vacancy,
        **numbers,
        accepted="1",
        again="Ask LIS-PROFESSION again",
        **day(FILLED),
    )
    assert response.status_code == 302
    page = detail(as_manager, vacancy)
    assert days_in(page) == ["32"]
    assert totals_in(page) == [{"900", "12", "4", "2", "1"}]
    assert "Ask LIS-PROFESSION again" in page.text()


def test_a_post_may_be_filled_before_the_day_its_advert_was_to_open(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=TODAY + timedelta(days=35))
    assert save(as_manager, vacancy, **day(TODAY)).status_code == 302
    assert days_in(detail(as_manager, vacancy)) == []


def test_outcome_edit_sent_twice_is_kept_once(vacancy, as_manager):
    url = address(vacancy, "outcome_edit")
    token = seen(as_manager, url)
    for _ in range(2):
        assert (
            as_manager.post(url, {"applications": "3", "version_token": token}).status_code == 302
        )
    assert Outcome.objects.get().applications == 3


def test_outcome_edit_in_two_windows_overwrites_nothing(vacancy, as_manager):
    url = address(vacancy, "outcome_edit")
    stale = seen(as_manager, url)
    as_manager.post(url, {"applications": "3", "version_token": stale})
    page = Page(as_manager.post(url, {"applications": "5", "version_token": stale}))
    assert page.errors == {""}
    assert page.value("applications") == "5"
    assert Outcome.objects.get().applications == 3


@each(
    "typed, numbers",
    [
        (
            {"applications": "-1", "views": "10000000", "again": "x" * 20_000},
            {"applications": "0 99,999", "views": "0 9,999,999", "again": "5,000"},
        ),
        (
            {"applications": NO_ROW_HAS_IT, "shortlisted": "many", "again": "Ask ash@example.com"},
            {"applications": "0 99,999", "shortlisted": "", "again": ""},
        ),
        ({"applications": "9" * 5_000}, {"applications": ""}),
        (
            {"applications": "3", "shortlisted": "4", **day(TODAY + timedelta(days=1))},
            {"shortlisted": "3", "filled_on": "23 2026"},
        ),
        (day(OPENED - timedelta(days=1)), {"filled_on": "1 2026"}),
    ],
)
def test_outcome_edit_says_what_is_wrong_and_loses_nothing(vacancy, as_manager, typed, numbers):
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=OPENED)
    page = Page(save(as_manager, vacancy, offered="0", **typed))
    assert page.errors == set(numbers)
    for field, said in numbers.items():
        assert " ".join(re.findall(r"\d[\d,]*", page.error(field))).startswith(said)
    assert {name: page.value(name) for name in typed} == typed
    assert not Outcome.objects.exclude(applications=None).exists()


def test_outcome_channel_edit_counts_by_channel_and_sums_are_said(
    vacancy, as_manager, reference_data
):
    choose(vacancy, "nhs-jobs", "linkedin")
    save(as_manager, vacancy, applications="12")
    for code, number in (("nhs-jobs", "7"), ("linkedin", "2")):
        url = address(vacancy, "outcome_channel_edit", code)
        answers = {
            "applications": number,
            "shortlisted": "1",
            "version_token": seen(as_manager, url),
        }
        for _ in range(2):
            assert as_manager.post(url, answers).status_code == 302
    assert ChannelOutcome.objects.count() == 2
    said = detail(as_manager, vacancy).texts("[data-unreconciled]")
    assert [re.findall(r"\d+", sentence) for sentence in said] == [["9", "12", "3"], ["2"]]


def test_outcome_channel_edit_refuses_what_cannot_be(vacancy, as_manager, reference_data):
    choose(vacancy, "linkedin")
    url = address(vacancy, "outcome_channel_edit", "linkedin")
    answers = {"applications": "2", "shortlisted": "3", "version_token": seen(as_manager, url)}
    assert Page(as_manager.post(url, answers)).errors == {"shortlisted"}
    assert not ChannelOutcome.objects.exclude(applications=None).exists()


def test_outcome_channel_edit_of_a_channel_not_in_the_plan_is_not_there(
    vacancy, other_vacancy, as_manager, reference_data
):
    choose(other_vacancy, "linkedin")
    for code in ("linkedin", "nhs-jobs", "no-such-channel"):
        url = address(vacancy, "outcome_channel_edit", code)
        assert as_manager.get(url).status_code == 404


def test_numbers_of_a_channel_outlive_its_place_in_the_plan(vacancy, as_manager, reference_data):
    choose(vacancy, "linkedin")
    url = address(vacancy, "outcome_channel_edit", "linkedin")
    as_manager.post(url, {"applications": "2", "version_token": seen(as_manager, url)})
    AdvertChoice.objects.all().delete()
    assert url in detail(as_manager, vacancy).links
    assert as_manager.get(url).status_code == 200


def test_a_filled_vacancy_says_so_on_its_page_and_in_the_list(filled, as_manager):
    def statuses(url):
        return Page(as_manager.get(url)).statuses

    page = Page(as_manager.get(address(filled, "vacancy_detail")))
    assert "filled" in page.statuses
    assert address(filled, "outcome_reopen") in page.links
    assert "filled" in statuses("/vacancies/")
    reopen(vacancy=filled)
    assert "filled" not in statuses(address(filled, "vacancy_detail"))
    assert "filled" not in statuses("/vacancies/")


def test_outcome_reopen_begins_a_new_round_and_keeps_the_numbers(filled, as_manager):
    url = address(filled, "outcome_reopen")
    page = Page(as_manager.get(url))
    assert page.actions == [""]
    assert "ticks-stay" in page.ids
    assert Outcome.objects.count() == 1
    first, second = (as_manager.post(url, follow=True) for _ in range(2))
    assert Page(first).banner == "success"
    assert said_in(first) != said_in(second), "it says that the vacancy is open already"
    assert [one.round for one in Outcome.objects.all()] == [2, 1]
    page = detail(as_manager, filled)
    assert "not-filled" in page.ids
    assert days_in(page) == ["32"]
    assert totals_in(page) == [set(), {"12", "1"}], "the round before is as it was"


def test_outcome_reopen_opens_the_steps_of_the_timeline_again(filled, reference_data):
    mark_done(vacancy=filled, step_id="opens")
    assert filled.plan.step_dates.exclude(done_at=None).exists()
    reopen(vacancy=filled)
    assert not filled.plan.step_dates.exclude(done_at=None).exists()


def test_a_new_round_counts_from_its_own_opening(filled):
    reopen(vacancy=filled)
    Outcome.objects.filter(round=2).update(filled_on=date(2026, 11, 20))
    assert rounds_of(filled)[0].days is None
    Vacancy.objects.filter(pk=filled.pk).update(opens_on=date(2026, 11, 10))
    filled.refresh_from_db()
    assert [one.days for one in rounds_of(filled)] == [10, 32]


def test_saving_from_a_page_of_the_round_before_asks_first(filled, as_manager):
    url = address(filled, "outcome_edit")
    stale = seen(as_manager, url)
    reopen(vacancy=filled)
    assert Page(as_manager.post(url, {"applications": "13", "version_token": stale})).errors == {""}
    assert [one.applications for one in Outcome.objects.all()] == [None, 12]


def test_outcome_detail_asks_the_same_for_one_or_many_channels_and_rounds(
    filled, as_manager, reference_data
):
    url = address(filled, "outcome_detail")
    choose(filled, "nhs-jobs")
    ChannelOutcome.objects.create(
        outcome=Outcome.objects.get(), channel=AdvertChoice.objects.get().channel
    )
    as_manager.get(url)
    with CaptureQueriesContext(connection) as few:
        as_manager.get(url)
    reopen(vacancy=filled)
    choose(filled, "ip-jobs", "linkedin", "social")
    with CaptureQueriesContext(connection) as many:
        as_manager.get(url)
    assert len(many) == len(few) < 10
