"""The advert plan of a vacancy: channels offered, chosen, changed, taken out."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import TODAY
from tests.vacancies.induction_pages import KINDS
from tests.vacancies.questions import address, choose
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, seen, shown
from vacancies.management.reference_data import load_reference_data
from vacancies.models import AdvertCase, AdvertChannel, AdvertChoice, Vacancy
from vacancies.recruiting.services.advert_plan import plan_of

pytestmark = pytest.mark.usefixtures("reference_data")
SENT_ON = ("sent_on_day", "sent_on_month", "sent_on_year")
NOT_BEYOND = "PL3"
"""The rule that some channel reaches people outside the NHS."""


def plan_address(vacancy):
    return address(vacancy, "advert_plan_detail")


def plan_page(client, vacancy, **query):
    return Page(client.get(plan_address(vacancy), query))


def offered_on(page):
    """The codes of the channels that there are to choose."""
    return [one.get("value") for one in page.all("[name=channels]")]


def rules_in(page):
    """The rules of what there is to look at."""
    return [one.get("data-rule") for one in page.all("[data-rule]")]


def reminders_in(client, vacancy):
    return plan_page(client, vacancy).texts("[data-reminder]")


def test_chosen_channels_come_with_the_vacancy_and_the_longest_lead(
    vacancy, django_assert_num_queries
):
    choose(vacancy, "lis-medical", "ip-jobs", "nhs-jobs")
    fetched = Vacancy.objects.for_plan().get()
    with django_assert_num_queries(0):
        found = plan_of(fetched)
    assert [choice.channel.id for choice in found.choices] == ["nhs-jobs", "lis-medical", "ip-jobs"]
    assert found.longest.id == "ip-jobs"


def test_the_same_channel_twice_is_there_once(vacancy):
    choose(vacancy, "linkedin", "linkedin")
    assert len(plan_of(vacancy).choices) == 1


def test_the_plan_asks_for_the_interview_date_only_while_there_is_none(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(interview_on=None)
    assert "8 March 2127" not in plan_page(as_manager, vacancy).text()
    without = reminders_in(as_manager, vacancy)
    Vacancy.objects.filter(pk=vacancy.pk).update(interview_on=date(2127, 3, 8))
    given = reminders_in(as_manager, vacancy)
    assert len(given) == len(without)
    (before, after) = next(pair for pair in zip(without, given, strict=True) if len(set(pair)) > 1)
    assert "8 March 2127" in after
    assert before != after


def test_an_editors_correction_and_withdrawal_outlive_loading(vacancy):
    AdvertChannel.objects.filter(code="ip-jobs").update(cost="£400", cost_confirmed=True)
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    load_reference_data()
    assert AdvertChannel.objects.get(code="ip-jobs").cost == "£400"
    assert not AdvertChannel.objects.get(code="nlpn").in_use


def test_advert_plan_detail_offers_the_channels_of_the_band(vacancy, as_manager):
    page = plan_page(as_manager, vacancy)
    assert "no-band" in page.ids
    every = offered_on(page)
    assert "careers-events" in every
    Vacancy.objects.filter(pk=vacancy.pk).update(band="7")
    page = plan_page(as_manager, vacancy)
    assert "of-the-band" in page.ids
    assert set(offered_on(page)) < set(every)
    assert "careers-events" not in offered_on(page)
    page = plan_page(as_manager, vacancy, all="1")
    assert offered_on(page) == every


def test_channels_join_and_leave_the_plan_by_ticks_in_one_form(vacancy, as_manager):
    url = plan_address(vacancy)
    first = as_manager.post(url, {"channels": ["nhs-jobs", "linkedin"], "was": ""}, follow=True)
    assert [line.get("data-answer") for line in Page(first).all("[data-answer]")] == ["channels"]
    page = Page(first)
    assert {one.get("value") for one in page.all("[name=channels][checked]")} == {
        "nhs-jobs",
        "linkedin",
    }
    was = page.value("was")
    AdvertChoice.objects.filter(channel__code="linkedin").update(sent_by="Library manager")
    choose(vacancy, "ip-jobs")  # In another window.
    as_manager.post(url, {"channels": ["lis-profession"], "was": was})
    codes = set(AdvertChoice.objects.values_list("channel__code", flat=True))
    assert codes == {"linkedin", "ip-jobs", "lis-profession"}, "planned ones stay"


def test_a_channel_that_is_not_offered_cannot_be_ticked(vacancy, as_manager):
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    for code in ("nlpn", "no-such-channel", "\x00"):
        response = as_manager.post(plan_address(vacancy), {"channels": [code]})
        assert error_codes(response.context["form"]).keys() == {"channels"}
    assert not AdvertChoice.objects.exists()


def test_a_channel_no_longer_offered_stays_in_the_plan(vacancy, as_manager):
    (choice,) = choose(vacancy, "nlpn")
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    assert f"channel-{choice.pk}" in plan_page(as_manager, vacancy).ids


def test_advert_plan_detail_says_when_texts_must_be_ready(vacancy, as_manager):
    choose(vacancy, "nhs-jobs", "ip-jobs")
    page = plan_page(as_manager, vacancy)
    name = AdvertChannel.objects.get(code="ip-jobs").name
    assert f"7 working days, for {name}" in page.text("#longest-lead")
    assert page.addresses("#longest-lead") == [address(vacancy, "dates_edit")]
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=date(2027, 1, 11))
    page = plan_page(as_manager, vacancy)
    assert "Wednesday 30 December 2026" in page.text("#longest-lead")


def test_advert_plan_detail_says_what_is_late_and_what_is_sent(vacancy, as_manager):
    choice = choose(vacancy, "nhs-jobs")[0]
    opens = TODAY + timedelta(days=1)
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=opens)
    row = f"#channel-{choice.pk}"
    assert plan_page(as_manager, vacancy).status(row) == "late"
    AdvertChoice.objects.filter(pk=choice.pk).update(sent_on=TODAY)
    page = plan_page(as_manager, vacancy)
    assert page.status(row) == "sent"
    assert "23 November 2026" in page.text(row)


def test_advert_choice_edit_keeps_who_when_and_what_it_costs(vacancy, as_manager):
    choice = choose(vacancy, "ip-jobs")[0]
    url = address(vacancy, "advert_choice_edit", choice.pk)
    answers = {
        "send_on_day": "4",
        "send_on_month": "1",
        "send_on_year": "2027",
        "sent_by": "Library manager",
        "cost": "£1,250.00",
        "cost_code": "LIB1",
        "note": "Ask for an invoice.",
        "version_token": seen(as_manager, url),
    }
    assert as_manager.post(url, answers).status_code == 302
    choice.refresh_from_db()
    assert (choice.send_on, choice.cost, choice.cost_code) == (date(2027, 1, 4), 1250, "LIB1")
    page = plan_page(as_manager, vacancy)
    for words in ("4 January 2027", "Library manager", "£1250.00", "Ask for an invoice."):
        assert words in page.text(f"#channel-{choice.pk}")
    assert "PL4" in rules_in(page), "nobody has written why the post needs it"


@each(
    "typed, codes",
    [
        (
            {
                "cost": "-1",
                "sent_on_day": "1",
                "sent_on_month": "1",
                "sent_on_year": "2099",
                "send_on_day": "30",
                "send_on_month": "2",
                "send_on_year": "2027",
                "note": "x" * 20_000,
                "sent_by": "x" * 101,
            },
            {
                "cost": "min_value",
                "sent_on": "max_value",
                "send_on": "invalid",
                "note": "max_length",
                "sent_by": "max_length",
            },
        ),
        (
            {"cost": NO_ROW_HAS_IT, "note": "Ring 07700 900123"},
            {"cost": "max_value", "note": "phone number"},
        ),
        ({"cost": "much"}, {"cost": "invalid"}),
        ({"cost": "NaN"}, {"cost": "invalid"}),
    ],
)
def test_advert_choice_edit_says_what_is_wrong_and_loses_nothing(vacancy, as_manager, typed, codes):
    url = address(vacancy, "advert_choice_edit", choose(vacancy, "linkedin")[0].pk)
    answers = {"cost_code": "Stays", "version_token": seen(as_manager, url), **typed}
    response = as_manager.post(url, answers)
    page = Page(response)
    assert page.errors == set(codes)
    found = error_codes(response.context["form"])
    assert [field for field, code in codes.items() if code not in found[field]] == []
    assert {name: page.value(name) for name in answers} == {
        **answers,
        "version_token": page.value("version_token"),
    }


def test_advert_choice_edit_in_two_windows_overwrites_nothing(vacancy, as_manager):
    choice = choose(vacancy, "linkedin")[0]
    url = address(vacancy, "advert_choice_edit", choice.pk)
    stale = seen(as_manager, url)
    AdvertChoice.objects.update(note="From the first window")
    response = as_manager.post(url, {"note": "From the second", "version_token": stale})
    assert Page(response).errors == {""}
    (there,) = response.context["form"].changed_meanwhile
    assert there.stored == "From the first window"
    assert AdvertChoice.objects.get().note == "From the first window"


def test_advert_choice_edit_has_the_text_to_copy(vacancy, as_manager):
    linkedin, nhs_jobs = (
        Page(as_manager.get(address(vacancy, "advert_choice_edit", choice.pk)))
        for choice in choose(vacancy, "linkedin", "nhs-jobs")
    )
    assert "copy-linkedin" in linkedin.ids
    assert address(vacancy, "nhs_jobs_pack") in nhs_jobs.links


def test_advert_choice_remove_asks_first(vacancy, as_manager):
    url = address(vacancy, "advert_choice_remove", choose(vacancy, "linkedin")[0].pk)
    assert Page(as_manager.get(url)).actions == [""]
    assert AdvertChoice.objects.exists()
    assert as_manager.post(url).status_code == 302
    assert not AdvertChoice.objects.exists()
    assert as_manager.post(url).status_code == 404


def test_a_choice_of_another_vacancy_is_not_there(vacancy, other_vacancy, as_manager):
    choice = choose(other_vacancy, "linkedin")[0]
    for page in ("advert_choice_edit", "advert_choice_remove"):
        assert as_manager.get(address(vacancy, page, choice.pk)).status_code == 404


def test_advert_case_edit_keeps_the_reasons_and_opening_it_stores_nothing(vacancy, as_manager):
    url = address(vacancy, "advert_case_edit")
    token = seen(as_manager, url)
    assert not AdvertCase.objects.exists()
    reasons = "\n".join(ODD_TEXTS.values())
    answers = {"reasons": reasons, "signed_by": "Library manager", "version_token": token}
    assert as_manager.post(url, answers).status_code == 302
    assert as_manager.post(url, answers).status_code == 302
    assert AdvertCase.objects.get().signed_by == "Library manager"
    page = as_manager.get(url).content.decode()
    assert all(shown(page, text) for text in ODD_TEXTS.values())


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ("x" * 20_000, "max_length"),
        ("The last librarian had an illness", "health"),
        ("NHS number 943 476 5919", "NHS number"),
    ],
)
def test_advert_case_edit_says_what_is_wrong_and_loses_nothing(vacancy, as_manager, reasons, code):
    url = address(vacancy, "advert_case_edit")
    response = as_manager.post(url, {"reasons": reasons, "version_token": seen(as_manager, url)})
    assert Page(response).errors == {"reasons"}
    assert error_codes(response.context["form"]) == {"reasons": {code}}
    assert Page(response).value("reasons") == reasons
    assert not AdvertCase.objects.exclude(reasons="").exists()


@pytest.mark.parametrize("name", ["advert_plan_file", "advert_case_file"])
def test_the_papers_are_files_of_their_kind(vacancy, as_manager, name):
    choose(vacancy, "nhs-jobs", "ip-jobs")
    for kind in ("pdf", "docx"):
        response = as_manager.get(address(vacancy, name, kind))
        content_type, start = KINDS[kind]
        assert response["Content-Type"] == content_type
        assert response.content.startswith(start)
        assert "no-store" in response["Cache-Control"]


def test_vacancy_detail_says_how_far_the_plan_is(vacancy, as_manager):
    def status():
        page, link = Page(as_manager.get(vacancy.get_absolute_url())), plan_address(vacancy)
        (task,) = [item for item in page.all("main li") if item.cssselect(f"[href='{link}']")]
        return task.cssselect("[data-status]")[0].get("data-status")

    assert status() == "not-started"
    choose(vacancy, "nhs-jobs")
    assert status() == "incomplete"
    choose(vacancy, "lis-profession")
    assert status() == "complete"


def test_advert_plan_detail_asks_the_same_for_one_or_many_channels(vacancy, as_manager):
    url = address(vacancy, "advert_plan_detail")
    choose(vacancy, "nhs-jobs")
    as_manager.get(url)
    with CaptureQueriesContext(connection) as few:
        as_manager.get(url)
    choose(vacancy, "ip-jobs", "linkedin", "social", "kfh-list")
    AdvertChoice.objects.update(cost=Decimal(1))
    with CaptureQueriesContext(connection) as many:
        as_manager.get(url)
    assert len(many) == len(few) < 10


def test_an_editor_adds_a_channel_that_managers_may_choose(people, client_of, vacancy, as_manager):
    answers = {"code": "club", "name": "Library club", "audience": "Friends", "cost": "Free"}
    more = {"lead_days": "2", "place": "1", "bands": " 4, 5;8A ", "in_use": "on"}
    url = "/admin/vacancies/advertchannel/add/"
    assert client_of(people.editor).post(url, {**answers, **more}).status_code == 302
    assert AdvertChannel.objects.get(code="club").bands == "4,5,8a"
    assert "club" in offered_on(plan_page(as_manager, vacancy))
