"""Sections that are one form each: saving, refusing, and two windows at once."""

import re

import pytest
from django.urls import reverse

from kls_portal.accounts.models import Organisation
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from kls_portal.reference.loading import load_facts
from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.sections import POST, address
from tests.vacancies.typed import ODD_TEXT, TOO_LONG, seen, shown


def dates(**days):
    answers = {}
    for name, day in days.items():
        year, month, number = day.split("-")
        answers |= {f"{name}_day": number, f"{name}_month": month, f"{name}_year": year}
    return answers


def test_post_edit_saves_what_is_there(vacancy, as_manager):
    url = address(vacancy)
    response = as_manager.post(url, {**POST, "version_token": seen(as_manager, url)})
    vacancy.refresh_from_db()
    assert response.status_code == 302
    assert (vacancy.contract, str(vacancy.hours), vacancy.place) == (
        "permanent",
        "37.50",
        "Northfield",
    )


@each(
    "typed, codes",
    [
        (
            {"title": "", "hours": "many", "contract": "for ever", "place": "x" * 50_000},
            ["required", "invalid", "invalid_choice", "max_length"],
        ),
        ({"hours": "0", "flexible_working": "x" * 50_000}, ["min_value", "max_length"]),
        ({"hours": "9" * 400}, ["max_digits"]),
        *(({"hours": hours}, ["invalid"]) for hours in ("NaN", "sNaN", "Infinity")),
        *(({"hours": hours}, [""]) for hours in ("1e9999999", "-1e9999999", "37.555", "1e-9")),
    ],
)
def test_post_edit_refuses_at_the_field_and_keeps_what_was_typed(vacancy, as_manager, typed, codes):
    url = address(vacancy)
    answers = {**POST, "flexible_working": "Two days at home", **typed}
    response = as_manager.post(url, {**answers, "version_token": seen(as_manager, url)})
    page, found = Page(response), error_codes(response.context["form"])
    assert page.errors == set(typed)
    assert [
        code for field, code in zip(typed, codes, strict=True) if code not in {"", *found[field]}
    ] == []
    for name in ("title", "hours", "place", "flexible_working"):
        assert page.value(name) == answers[name]
    vacancy.refresh_from_db()
    assert vacancy.place == ""


@pytest.mark.parametrize(("nation", "hours"), [("ENG", "37.5"), ("SCT", "36")])
def test_post_edit_names_the_full_week_of_the_nation(vacancy, as_manager, nation, hours):
    load_facts()
    Organisation.objects.filter(pk=vacancy.organisation_id).update(nation=nation)
    hint = Page(as_manager.get(address(vacancy))).text("#id_hours_helptext")
    assert re.findall(r"\d+(?:\.\d+)?", hint) == [hours]


def test_post_edit_in_two_windows_loses_neither(vacancy, as_manager):
    url = address(vacancy)
    first = second = seen(as_manager, url)
    as_manager.post(url, {**POST, "place": "Saved first", "version_token": first})
    response = as_manager.post(url, {**POST, "place": "Typed second", "version_token": second})
    page, form = Page(response), response.context["form"]
    assert page.errors == {""}
    assert form.non_field_errors() == [CHANGED_MEANWHILE]
    assert "Saved first" in [one.stored for one in form.changed_meanwhile]
    assert page.value("place") == "Typed second"
    vacancy.refresh_from_db()
    assert vacancy.place == "Saved first"
    again = page.value("version_token")
    assert (
        as_manager.post(url, {**POST, "place": "Typed second", "version_token": again}).status_code
        == 302
    )
    vacancy.refresh_from_db()
    assert vacancy.place == "Typed second"


def test_post_edit_sent_twice_is_saved_once_without_a_fuss(vacancy, as_manager):
    url = address(vacancy)
    answers = {**POST, "version_token": seen(as_manager, url)}
    assert as_manager.post(url, answers).status_code == 302
    assert as_manager.post(url, answers).status_code == 302


def test_dates_edit_saves_days_and_month_names(vacancy, as_manager):
    url = address(vacancy, "dates_edit")
    answers = dates(opens_on="2027-Jan-4", closes_on="2027-02-1")
    assert (
        as_manager.post(url, {**answers, "version_token": seen(as_manager, url)}).status_code == 302
    )
    vacancy.refresh_from_db()
    assert str(vacancy.opens_on) == "2027-01-04"


@each(
    "days, named",
    [
        (
            {"opens_on": "2027-02-30", "closes_on": "1986-11-23", "starts_on": "2066-11-23"},
            {"opens_on": [], "closes_on": ["23 November 2025"], "starts_on": ["23 November 2028"]},
        ),
        (
            {"opens_on": "2027-02-02", "closes_on": "2027-02-01"},
            {"closes_on": ["1 February 2027", "2 February 2027"]},
        ),
        (
            {"closes_on": "2027-02-02", "interview_on": "2027-02-02"},
            {"interview_on": ["2 February 2027", "2 February 2027"]},
        ),
        (
            {"opens_on": "2027-02-02", "starts_on": "2027-02-01"},
            {"starts_on": ["1 February 2027", "2 February 2027"]},
        ),
    ],
)
def test_dates_edit_refuses_and_keeps_what_was_typed(vacancy, as_manager, days, named):
    url = address(vacancy, "dates_edit")
    response = as_manager.post(url, {**dates(**days), "version_token": seen(as_manager, url)})
    page = Page(response)
    assert page.errors == set(named)
    for field, said in named.items():
        assert re.findall(r"\d+ [A-Z]\w+ \d{4}", page.error(field)) == said
    for name, typed in dates(**days).items():
        assert page.value(name) == typed
    vacancy.refresh_from_db()
    assert vacancy.opens_on is None


def test_dates_edit_keeps_a_date_stored_long_ago(vacancy, as_manager):
    url = address(vacancy, "dates_edit")
    type(vacancy).objects.filter(pk=vacancy.pk).update(opens_on="2021-03-01")
    answers = dates(opens_on="2021-03-1", closes_on="2027-02-1")
    assert (
        as_manager.post(url, {**answers, "version_token": seen(as_manager, url)}).status_code == 302
    )
    vacancy.refresh_from_db()
    assert (str(vacancy.opens_on), str(vacancy.closes_on)) == ("2021-03-01", "2027-02-01")


def test_purpose_edit_keeps_any_script_and_shows_no_markup(vacancy, as_manager):
    url = address(vacancy, "purpose_edit")
    as_manager.post(
        url, {"purpose": ODD_TEXT, "reports_to": ODD_TEXT, "version_token": seen(as_manager, url)}
    )
    vacancy.refresh_from_db()
    assert (vacancy.purpose, vacancy.reports_to) == (ODD_TEXT, ODD_TEXT.replace("\u202e", ""))
    assert shown(as_manager.get(url).content.decode(), ODD_TEXT)


@pytest.mark.parametrize("token", ["", "\x00", TOO_LONG])
def test_post_edit_with_a_token_of_its_own_making_saves_nothing_unseen(vacancy, as_manager, token):
    url = address(vacancy)
    assert Page(as_manager.post(url, {**POST, "version_token": token})).errors == {""}
    vacancy.refresh_from_db()
    assert vacancy.place == ""


def test_purpose_edit_saves_and_names_what_is_still_missing(vacancy, as_manager):
    url = address(vacancy, "purpose_edit")
    as_manager.post(url, {"purpose": "Too short", "version_token": seen(as_manager, url)})
    missing = Page(as_manager.get(url)).texts("#missing li, #advice li")
    assert [re.findall(r"\d+", one) for one in missing if re.search(r"\d", one)] == [
        ["2", "20", "80"]
    ]
    assert len(missing) > 1, "it names what is not written at all, too"


@pytest.mark.parametrize("page", ["post_edit", "dates_edit", "purpose_edit"])
def test_sections_ask_little_of_the_database(
    vacancy, duties, as_manager, page, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        as_manager.get(address(vacancy, page))


def test_post_edit_shows_the_profile_beside_and_never_in_the_draft(
    vacancy, as_manager, reference_data
):
    from vacancies.models import Profile

    vacancy.profile = Profile.objects.get(code="ILL-LIB-5")
    vacancy.save()
    page = Page(as_manager.get(address(vacancy)))
    assert page.status("aside") == vacancy.profile.status
    gists = page.texts("aside dd")
    assert gists
    draft = Page(as_manager.get(reverse("vacancies:draft_detail", args=[vacancy.pk]))).text()
    assert not [gist for gist in gists if gist in draft]
