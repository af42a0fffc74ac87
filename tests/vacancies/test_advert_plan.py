"""The advert plan of a vacancy: channels offered, chosen, changed, taken out."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.vacancies.conftest import TODAY
from tests.vacancies.induction import KINDS
from tests.vacancies.questions import address, choose, page_of
from tests.vacancies.typed import NO_ROW_HAS_IT, ODD_TEXTS, seen, shown
from vacancies.advertising.channel import longest_lead
from vacancies.models import AdvertCase, AdvertChannel, AdvertChoice, Vacancy
from vacancies.services.advert_plan import chosen_channels
from vacancies.services.reference_data import load_reference_data

pytestmark = pytest.mark.usefixtures("reference_data")


def test_chosen_channels_come_in_one_query_with_the_longest_lead(
    vacancy, django_assert_num_queries
):
    choose(vacancy, "lis-medical", "ip-jobs", "nhs-jobs")
    with django_assert_num_queries(1):
        found = chosen_channels(vacancy)
    assert [channel.id for channel in found] == ["nhs-jobs", "lis-medical", "ip-jobs"]
    assert longest_lead(found).name == "Information Professional Jobs"


def test_the_same_channel_twice_is_there_once(vacancy):
    choose(vacancy, "linkedin", "linkedin")
    assert len(chosen_channels(vacancy)) == 1


def test_the_plan_asks_for_the_interview_date_only_while_there_is_none(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(interview_on=None)
    assert "Give the interview date" in page_of(as_manager, address(vacancy, "advert_plan_detail"))
    Vacancy.objects.filter(pk=vacancy.pk).update(interview_on=date(2127, 3, 8))
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "Give the interview date" not in page
    assert "It is on 8 March 2127." in page


def test_an_editors_correction_and_withdrawal_outlive_loading(vacancy):
    AdvertChannel.objects.filter(code="ip-jobs").update(cost="£400", cost_confirmed=True)
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    load_reference_data()
    assert AdvertChannel.objects.get(code="ip-jobs").cost == "£400"
    assert not AdvertChannel.objects.get(code="nlpn").in_use


def test_advert_plan_detail_offers_the_channels_of_the_band(vacancy, as_manager):
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "No band is chosen yet, so all channels are here." in page
    assert "Schools, colleges and careers weeks" in page
    Vacancy.objects.filter(pk=vacancy.pk).update(band="7")
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "These suit band 7." in page
    assert "Schools, colleges and careers weeks" not in page
    page = page_of(as_manager, address(vacancy, "advert_plan_detail") + "?all=1")
    assert "Schools, colleges and careers weeks" in page
    for words in ("All vacancies use it", "(not confirmed)", "Whom it reaches", "Ready text"):
        assert words in page


def test_advert_choice_add_chooses_by_button_and_says_what_is_missing(vacancy, as_manager):
    url = address(vacancy, "advert_choice_add", "nhs-jobs")
    page = as_manager.post(url, follow=True).content.decode()
    assert "You chose NHS Jobs." in page
    assert "No channel of this plan reaches people outside the NHS." in page
    page = as_manager.post(url, follow=True).content.decode()
    assert "NHS Jobs is in the plan already." in page
    assert AdvertChoice.objects.count() == 1
    as_manager.post(address(vacancy, "advert_choice_add", "lis-profession"))
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "No channel of this plan reaches" not in page


def test_advert_choice_add_of_what_is_not_offered_is_not_there(vacancy, as_manager):
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    for code in ("nlpn", "no-such-channel"):
        assert as_manager.post(address(vacancy, "advert_choice_add", code)).status_code == 404


def test_a_channel_no_longer_offered_stays_in_the_plan(vacancy, as_manager):
    choose(vacancy, "nlpn")
    AdvertChannel.objects.filter(code="nlpn").update(in_use=False)
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "New Library Professionals Network" in page


def test_advert_plan_detail_says_when_texts_must_be_ready(vacancy, as_manager):
    choose(vacancy, "nhs-jobs", "ip-jobs")
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "7 working days, for Information Professional Jobs." in page
    assert "Say when the advert opens" in page
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=date(2027, 1, 11))
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "All texts must be ready by Wednesday 30 December 2026." in page


def test_advert_plan_detail_says_what_is_late_and_what_is_sent(vacancy, as_manager):
    choice = choose(vacancy, "nhs-jobs")[0]
    opens = TODAY + timedelta(days=1)
    Vacancy.objects.filter(pk=vacancy.pk).update(opens_on=opens)
    assert "Late" in page_of(as_manager, address(vacancy, "advert_plan_detail"))
    AdvertChoice.objects.filter(pk=choice.pk).update(sent_on=TODAY)
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    assert "Late" not in page
    assert "Sent on 23 November 2026." in page


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
        "seen": seen(as_manager, url),
    }
    assert as_manager.post(url, answers).status_code == 302
    choice.refresh_from_db()
    assert (choice.send_on, choice.cost, choice.cost_code) == (date(2027, 1, 4), 1250, "LIB1")
    page = page_of(as_manager, address(vacancy, "advert_plan_detail"))
    for words in ("4 January 2027", "Library manager", "£1250.00", "Ask for an invoice."):
        assert words in page
    assert "nobody has written why the post needs it" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"cost": "-1"}, "Cost must be between £0 and £100,000"),
        ({"cost": NO_ROW_HAS_IT}, "Cost must be between £0 and £100,000"),
        ({"cost": "much"}, "Cost must be a number"),
        ({"cost": "NaN"}, "Cost must be a number"),
        ({"sent_on_day": "1", "sent_on_month": "1", "sent_on_year": "2099"}, "or earlier"),
        ({"send_on_day": "30", "send_on_month": "2", "send_on_year": "2027"}, "real date"),
        ({"note": "x" * 20_000}, "Note must be 1,000 characters or fewer"),
        ({"note": "Ring 07700 900123"}, "looks like a telephone number"),
        ({"sent_by": "x" * 101}, "100 characters or fewer"),
    ],
)
def test_advert_choice_edit_says_what_is_wrong_and_loses_nothing(
    vacancy, as_manager, typed, sentence
):
    url = address(vacancy, "advert_choice_edit", choose(vacancy, "linkedin")[0].pk)
    answers = {"cost_code": "Stays", "seen": seen(as_manager, url), **typed}
    response = as_manager.post(url, answers)
    page = response.content.decode()
    assert response.status_code == 200
    assert "There is a problem" in page
    assert shown(page, sentence)
    assert "Stays" in page
    assert all(shown(page, value) for value in typed.values())


def test_advert_choice_edit_in_two_windows_overwrites_nothing(vacancy, as_manager):
    choice = choose(vacancy, "linkedin")[0]
    url = address(vacancy, "advert_choice_edit", choice.pk)
    stale = seen(as_manager, url)
    AdvertChoice.objects.update(note="From the first window")
    page = as_manager.post(url, {"note": "From the second", "seen": stale}).content.decode()
    assert "saved in another window" in page
    assert "From the first window" in page
    assert AdvertChoice.objects.get().note == "From the first window"


def test_advert_choice_edit_has_the_text_to_copy(vacancy, as_manager):
    for code, words in (("linkedin", "copy-linkedin"), ("nhs-jobs", "boxes of the NHS Jobs form")):
        url = address(vacancy, "advert_choice_edit", choose(vacancy, code)[0].pk)
        assert words in page_of(as_manager, url)


def test_advert_choice_remove_asks_first(vacancy, as_manager):
    url = address(vacancy, "advert_choice_remove", choose(vacancy, "linkedin")[0].pk)
    assert "Do you want to take LinkedIn out of the plan?" in page_of(as_manager, url)
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
    answers = {"reasons": reasons, "signed_by": "Library manager", "seen": token}
    assert as_manager.post(url, answers).status_code == 302
    assert as_manager.post(url, answers).status_code == 302
    assert AdvertCase.objects.get().signed_by == "Library manager"
    page = as_manager.get(url).content.decode()
    assert all(shown(page, text) for text in ODD_TEXTS.values())


@pytest.mark.parametrize(
    ("reasons", "sentence"),
    [
        ("x" * 20_000, "5,000 characters or fewer"),
        ("The last librarian had an illness", "may be a detail of somebody’s health"),
        ("NHS number 943 476 5919", "NHS number"),
    ],
)
def test_advert_case_edit_says_what_is_wrong_and_loses_nothing(
    vacancy, as_manager, reasons, sentence
):
    url = address(vacancy, "advert_case_edit")
    response = as_manager.post(url, {"reasons": reasons, "seen": seen(as_manager, url)})
    page = response.content.decode()
    assert response.status_code == 200
    assert shown(page, sentence)
    assert shown(page, reasons)
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
    def words():
        page = page_of(as_manager, address(vacancy, "vacancy_detail"))
        return page[page.index("Advert plan: where") :][:600]

    assert "Not started" in words()
    choose(vacancy, "nhs-jobs")
    assert "1 thing to look at." in words()
    choose(vacancy, "lis-profession")
    assert "Complete" in words()


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
    assert "Choose Library club" in page_of(as_manager, address(vacancy, "advert_plan_detail"))
