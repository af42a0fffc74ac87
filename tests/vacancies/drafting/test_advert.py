"""The advert's own words."""

import re

from django.conf import settings
from django.urls import reverse

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import write_advert
from tests.vacancies.typed import ODD_TEXT, TOO_LONG, seen, shown
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.sections import section
from vacancies.drafting.services.drafting import advert_of
from vacancies.models import AdvertText, Vacancy

TEXTS = {
    "overview": "Help clinical teams to find what is known.",
    "pay": "£32,073 to £39,043 a year",
    "contact": "Library manager, 01632 960001",
    "link": "https://www.jobs.nhs.uk/candidate/jobadvert/C0000-00-0000",
}


def address(vacancy):
    return reverse("vacancies:advert_edit", args=[vacancy.pk])


def test_no_older_figure_of_pay_is_shipped():
    older = re.compile("31,?049|37,?796")
    shipped = [
        path
        for folder in ("vacancies", "guidance", "kls_portal", "templates")
        for path in (settings.BASE_DIR / folder).rglob("*")
        # Old figures are known there with their years, so that they are found in a text.
        if path.suffix in {".py", ".toml", ".md", ".html"}
        and path.name not in {"pay.toml", "pay_years.toml"}
    ]
    assert [path for path in shipped if older.search(path.read_text(encoding="utf-8"))] == []


def test_advert_edit_saves_what_is_there(vacancy, as_manager):
    answers = {**TEXTS, "version_token": seen(as_manager, address(vacancy))}
    assert as_manager.post(address(vacancy), answers).status_code == 302
    advert = advert_of(Vacancy.objects.get(pk=vacancy.pk))
    assert advert == Advert(**TEXTS)


@each(
    "field, typed, code",
    [
        ("overview", TOO_LONG, "max_length"),
        ("pay", TOO_LONG, "max_length"),
        ("link", "not an address", "invalid"),
        ("link", "javascript:alert(1)", "invalid"),
    ],
)
def test_advert_edit_refuses_at_the_field_and_keeps_what_was_typed(
    vacancy, as_manager, field, typed, code
):
    answers = {**TEXTS, field: typed, "version_token": seen(as_manager, address(vacancy))}
    response = as_manager.post(address(vacancy), answers)
    assert Page(response).errors == {field}
    assert code in error_codes(response.context["form"])[field]
    assert Page(response).value("contact") == TEXTS["contact"]
    assert not AdvertText.objects.exists()


def test_advert_edit_tells_the_pay_of_the_band_beside_an_error_too(
    vacancy, as_manager, reference_data
):
    Vacancy.objects.filter(pk=vacancy.pk).update(band="5")
    hint = Page(as_manager.get(address(vacancy))).text("#id_pay_helptext")
    assert "£" in hint
    wrong = {"link": "not an address", "version_token": seen(as_manager, address(vacancy))}
    for answers in (wrong, wrong | {"check_typed": "yes"}):
        page = Page(as_manager.post(address(vacancy), answers))
        assert page.text("#id_pay_helptext") == hint


def test_advert_edit_counts_to_the_limit_of_the_box(vacancy, as_manager, reference_data):
    page = as_manager.get(address(vacancy)).content.decode()
    assert page.count('data-maxlength="1500"') == 3


def test_advert_edit_offers_facts_of_the_draft(vacancy, duties, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(flexible_working="Two days at home")
    facts = Page(as_manager.get(address(vacancy))).text("details dl")
    for words in ("Two days at home", duties[0].text):
        assert words in facts


def test_advert_edit_in_two_windows_loses_neither(vacancy, as_manager):
    old = seen(as_manager, address(vacancy))
    as_manager.post(address(vacancy), {**TEXTS, "pay": "£1", "version_token": old})
    page = Page(as_manager.post(address(vacancy), {**TEXTS, "pay": "£2", "version_token": old}))
    assert page.errors == {""}
    assert page.value("pay") == "£2"
    assert AdvertText.objects.get().pay == "£1"


def test_advert_edit_keeps_odd_texts(vacancy, as_manager):
    write_advert(vacancy, overview=ODD_TEXT)
    assert shown(as_manager.get(address(vacancy)).content.decode(), ODD_TEXT)


def test_the_section_says_what_is_still_missing():
    assert section("advert", Draft(), Advert()).status == "not-started"
    begun = section("advert", Draft(), Advert(overview="x"))
    assert begun.status == "incomplete"
    with_pay = section("advert", Draft(), Advert(overview="x", pay="£1"))
    assert len(with_pay.missing) == len(begun.missing) - 1, "it asks for the pay"
    texts = dict.fromkeys(("overview", "skills", "working_here", "applying"), "x")
    assert section("advert", Draft(), Advert(**texts, pay="£1", contact="me")).status == "complete"
    assert (
        section("advert", Draft(contract="volunteer"), Advert(**texts, contact="me")).status
        == "complete"
    )
