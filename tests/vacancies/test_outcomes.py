"""What came of a vacancy: numbers by round and channel, filled, opened again."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.vacancies.conftest import TODAY
from tests.vacancies.questions import address, choose, page_of
from tests.vacancies.typed import NO_ROW_HAS_IT, seen, shown
from vacancies.models import AdvertChoice, ChannelOutcome, Outcome, Vacancy
from vacancies.services.outcomes import reopen, rounds_of
from vacancies.services.timeline_changes import mark_done

OPENED, FILLED = date(2026, 10, 1), date(2026, 11, 2)


def save(client, vacancy, **typed):
    url = address(vacancy, "outcome_edit")
    return client.post(url, {"seen": seen(client, url), **typed})


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
    page = page_of(as_manager, address(vacancy, "outcome_detail"))
    assert "Not filled yet." not in page
    assert "1 person accepted." in page
    Outcome.objects.update(filled_on=FILLED)
    page = page_of(as_manager, address(vacancy, "outcome_detail"))
    assert "1 person accepted." not in page


def test_outcome_detail_of_a_new_vacancy_knows_nothing_and_stores_nothing(vacancy, as_manager):
    page = page_of(as_manager, address(vacancy, "outcome_detail"))
    assert "Not filled yet." in page
    assert "Applications: Not known" in page
    page_of(as_manager, address(vacancy, "outcome_edit"))
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
    page = page_of(as_manager, address(vacancy, "outcome_detail"))
    for words in ("It took 32 days", "Applications: 12", "Ask LIS-PROFESSION again"):
        assert words in page


def test_outcome_edit_sent_twice_is_kept_once(vacancy, as_manager):
    url = address(vacancy, "outcome_edit")
    token = seen(as_manager, url)
    for _ in range(2):
        assert as_manager.post(url, {"applications": "3", "seen": token}).status_code == 302
    assert Outcome.objects.get().applications == 3


def test_outcome_edit_in_two_windows_overwrites_nothing(vacancy, as_manager):
    url = address(vacancy, "outcome_edit")
    stale = seen(as_manager, url)
    as_manager.post(url, {"applications": "3", "seen": stale})
    page = as_manager.post(url, {"applications": "5", "seen": stale}).content.decode()
    assert "saved in another window" in page
    assert 'value="5"' in page
    assert Outcome.objects.get().applications == 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"applications": "-1"}, "Applications must be between 0 and 99,999"),
        ({"applications": NO_ROW_HAS_IT}, "Applications must be between 0 and 99,999"),
        ({"applications": "9" * 5_000}, "Applications must be a whole number"),
        ({"views": "10000000"}, "Views of the advert must be between 0 and 9,999,999"),
        ({"shortlisted": "many"}, "People shortlisted must be a whole number"),
        (
            {"applications": "3", "shortlisted": "4"},
            "People shortlisted must not be more than applications, 3",
        ),
        (day(TODAY + timedelta(days=1)), "23 November 2026 or earlier"),
        (day(OPENED - timedelta(days=1)), "must not be before the advert opened, 1 October 2026"),
        ({"again": "x" * 20_000}, "5,000 characters or fewer"),
        ({"again": "Ask ash@example.com"}, "looks like an email address"),
    ],
)
def test_outcome_edit_says_what_is_wrong_and_loses_nothing(vacancy, as_manager, typed, sentence):
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=OPENED)
    response = save(as_manager, vacancy, offered="0", **typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert "There is a problem" in page
    assert shown(page, sentence)
    assert all(shown(page, value) for value in typed.values())
    assert not Outcome.objects.exclude(applications=None).exists()


def test_outcome_channel_edit_counts_by_channel_and_sums_are_said(
    vacancy, as_manager, reference_data
):
    choose(vacancy, "nhs-jobs", "linkedin")
    save(as_manager, vacancy, applications="12")
    for code, number in (("nhs-jobs", "7"), ("linkedin", "2")):
        url = address(vacancy, "outcome_channel_edit", code)
        answers = {"applications": number, "shortlisted": "1", "seen": seen(as_manager, url)}
        for _ in range(2):
            assert as_manager.post(url, answers).status_code == 302
    assert ChannelOutcome.objects.count() == 2
    page = page_of(as_manager, address(vacancy, "outcome_detail"))
    assert "add up to 9 applications of 12. Nobody knows where the other 3 came from." in page
    assert "add up to 2 people shortlisted. The total is not given." in page


def test_outcome_channel_edit_refuses_what_cannot_be(vacancy, as_manager, reference_data):
    choose(vacancy, "linkedin")
    url = address(vacancy, "outcome_channel_edit", "linkedin")
    answers = {"applications": "2", "shortlisted": "3", "seen": seen(as_manager, url)}
    page = as_manager.post(url, answers).content.decode()
    assert "People shortlisted must not be more than applications, 2" in page
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
    as_manager.post(url, {"applications": "2", "seen": seen(as_manager, url)})
    AdvertChoice.objects.all().delete()
    assert "LinkedIn" in page_of(as_manager, address(vacancy, "outcome_detail"))
    assert as_manager.get(url).status_code == 200


def test_a_filled_vacancy_says_so_on_its_page_and_in_the_list(filled, as_manager):
    page = page_of(as_manager, address(filled, "vacancy_detail"))
    assert "Filled" in page
    assert "Open it again" in page
    assert "Filled" in page_of(as_manager, "/vacancies/")
    reopen(vacancy=filled)
    assert "Filled" not in page_of(as_manager, address(filled, "vacancy_detail"))
    assert "Filled" not in page_of(as_manager, "/vacancies/")


def test_outcome_reopen_begins_a_new_round_and_keeps_the_numbers(filled, as_manager):
    url = address(filled, "outcome_reopen")
    page = page_of(as_manager, url)
    assert "Do you want to open this vacancy again?" in page
    assert "What is ticked in the checklists stays done" in page
    assert Outcome.objects.count() == 1
    page = as_manager.post(url, follow=True).content.decode()
    assert "You opened the vacancy again." in page
    page = as_manager.post(url, follow=True).content.decode()
    assert "This vacancy is open already." in page
    assert [one.round for one in Outcome.objects.all()] == [2, 1]
    page = page_of(as_manager, address(filled, "outcome_detail"))
    for words in ("Not filled yet.", "Round 1, as it was", "It took 32 days", "Applications: 12"):
        assert words in page


def test_outcome_reopen_opens_the_steps_of_the_timeline_again(filled, reference_data):
    mark_done(vacancy=filled, step_id="opens")
    assert filled.step_dates.exclude(done_at=None).exists()
    reopen(vacancy=filled)
    assert not filled.step_dates.exclude(done_at=None).exists()


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
    page = as_manager.post(url, {"applications": "13", "seen": stale}).content.decode()
    assert "saved in another window" in page
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


@pytest.mark.parametrize("name", ["outcome_detail", "outcome_edit", "outcome_reopen"])
def test_the_outcome_of_another_organisation_is_not_there(other_vacancy, as_manager, name):
    assert as_manager.get(address(other_vacancy, name)).status_code == 404
