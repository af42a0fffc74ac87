"""Job profiles to browse: by band, labelled wherever they are named, never out of date."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from kls_portal.operation.site_version import invalidate_public_cache
from tests.each import each
from tests.pages import Page
from tests.vacancies.admin_pages import admin_answers
from vacancies.models import BandRange, FactorLevel, Profile, ProfileFactor
from vacancies.profiles.rules.loading import profile_titles
from vacancies.profiles.services.profiles import neighbours_of, titles_without

LIST = reverse("vacancies:profile_list")


def address(code):
    return reverse("vacancies:profile_detail", args=[code])


def page_of(client, url):
    return unescape(client.get(url).content.decode())


@pytest.fixture
def librarian(reference_data):
    return Profile.objects.get(code="ILL-LIB-5")


def tags_beside(page, profile):
    """The status tags in the row of a list that links to a profile."""
    rows = [
        row for row in page.all("main li") if row.cssselect(f"[href='{address(profile.code)}']")
    ]
    return [tag.get("data-status") for tag in rows[0].cssselect("[data-status]")]


def choice_of(profile, vacancy, client):
    """What a profile is called where one is chosen."""
    page = Page(client.get(reverse("vacancies:post_edit", args=[vacancy.pk])))
    return page.text(f"[name=profile] option[value='{profile.pk}']")


def make_profile(**changed):
    values = {"code": "NP-LIB-6", "title": "Library manager", "band": "6", "status": "national"}
    return Profile.objects.create(**{**values, **changed})


def test_profile_list_goes_by_band_and_links_to_each(client, reference_data):
    page = Page(client.get(LIST))
    bands = [heading.get("id") for heading in page.all("h2[id^=band-]")]
    assert bands == [f"band-{band}" for band in ("2", "3", "4", "5", "6", "7", "8a")]
    for profile in Profile.objects.for_libraries():
        assert page.links.count(address(profile.code)) == 1


def test_profile_list_leaves_out_the_worked_example(client, reference_data):
    assert address("NP-NURSE-5") not in Page(client.get(LIST)).links
    assert "for-proof" in Page(client.get(address("NP-NURSE-5"))).ids
    assert address("NP-NURSE-5") not in Page(client.get(address("ILL-LIB-5"))).links


def missing_in(page):
    """What the list of profiles says of itself: that ours are ours, that none could be read."""
    return page.ids & {"ours", "unread"}


def test_profile_list_says_what_is_missing_only_while_it_is(client, reference_data):
    assert missing_in(Page(client.get(LIST))) == {"ours", "unread"}
    national = make_profile(title="Librarian", band="5")
    invalidate_public_cache()
    assert missing_in(Page(client.get(LIST))) == {"ours"}
    Profile.objects.filter(status="illustrative").update(withdrawn_on=date(2026, 11, 28))
    invalidate_public_cache()
    assert missing_in(Page(client.get(LIST))) == set()
    national.delete()
    invalidate_public_cache()
    assert missing_in(Page(client.get(LIST))) == set()


def test_a_withdrawn_or_worked_example_is_no_national_profile_that_is_there(client, reference_data):
    make_profile(withdrawn_on=date(2026, 1, 1))
    assert Profile.objects.filter(status="national", for_proof=True).exists()
    assert "unread" in Page(client.get(LIST)).ids


def test_a_title_whose_levels_came_in_is_known_by_more_than_its_title(client, reference_data):
    known = len(profile_titles())
    assert len(titles_without([])) == known
    make_profile(title="LIBRARIAN", band="5")
    left = titles_without(Profile.objects.filter(status="national"))
    assert len(left) == known - 1
    assert len(Page(client.get(LIST)).rows()) == known - 1


def test_profile_list_works_without_any_profile(client, db):
    assert "titles" in Page(client.get(LIST)).ids


def test_every_illustrative_profile_is_labelled_on_the_list(client, reference_data):
    page = Page(client.get(LIST))
    for profile in Profile.objects.filter(status="illustrative"):
        assert tags_beside(page, profile) == ["illustrative"], profile


def test_every_illustrative_profile_is_labelled_on_a_detail_page(client, librarian):
    page = Page(client.get(address(librarian.code)))
    assert f"({librarian.get_status_display().lower()})" in page.title
    assert page.status("h1 + p") == "illustrative"
    near = neighbours_of(librarian, list(Profile.objects.for_libraries().in_band_order()))
    assert near
    for other in near:
        assert tags_beside(page, other) == ["illustrative"], other


@pytest.mark.parametrize("page", ["vacancy_create", "post_edit"])
def test_every_illustrative_profile_is_labelled_in_the_choice(
    vacancy, reference_data, as_manager, page
):
    rest = [vacancy.pk] if page == "post_edit" else []
    found = Page(as_manager.get(reverse(f"vacancies:{page}", args=rest)))
    options = [one for one in found.texts("[name=profile] option") if one.startswith("Band")]
    assert len(options) == Profile.objects.for_libraries().count()
    label = Profile.Status.ILLUSTRATIVE.label.lower()
    assert all(f"({label})" in option for option in options)


@each("page", ["post_edit", "purpose_edit", "duty_list", "criterion_list"])
def test_the_profile_beside_a_draft_is_labelled(vacancy, librarian, as_manager, page):
    vacancy.profile = librarian
    vacancy.save()
    found = Page(as_manager.get(reverse(f"vacancies:{page}", args=[vacancy.pk])))
    assert librarian.title in found.text("#panel-title + p")
    assert found.status("#panel-title + p") == "illustrative"


def test_a_profile_chosen_in_another_window_is_labelled(vacancy, librarian, as_manager):
    url = reverse("vacancies:post_edit", args=[vacancy.pk])
    seen = Page(as_manager.get(url)).value("version_token")
    vacancy.profile = librarian
    vacancy.save()
    form = as_manager.post(url, {"title": vacancy.title, "version_token": seen}).context["form"]
    (stored,) = [one.stored for one in form.changed_meanwhile]
    assert f"{librarian.title} ({librarian.get_status_display().lower()})" in stored


def test_profile_detail_gives_every_factor_with_its_levels(client, librarian):
    page = Page(client.get(address(librarian.code)))
    rows = page.rows()
    assert len(rows) == 16
    assert re.findall(r"\d{3,}", page.text("#points"))[-2:] == ["326", "395"]
    assert len(re.findall(r"\d{3,}", page.text("#points"))) == 4, "the total is a range, too"
    assert "2-3" in rows[3][1]
    assert re.findall(r"Level (\d):", rows[3][2]) == ["2", "3"]


def test_profile_detail_says_that_points_are_not_confirmed(client, reference_data):
    unsure = "points-not-confirmed"
    assert unsure not in Page(client.get(address("NP-NURSE-5"))).ids
    FactorLevel.objects.filter(code="F16-4").update(confirmed=False)
    invalidate_public_cache()
    assert unsure in Page(client.get(address("NP-NURSE-5"))).ids


def test_profile_detail_names_each_source_of_its_points_once(client, reference_data):
    FactorLevel.objects.filter(factor="F1").update(source="The chart of the handbook, page 9")
    FactorLevel.objects.exclude(factor="F1").update(source="A copy of the chart")
    BandRange.objects.filter(band="5").update(source="A copy of the chart")
    page = Page(client.get(address("NP-NURSE-5")))
    assert page.texts("#sources-of-points + ul li") == [
        "The chart of the handbook, page 9",
        "A copy of the chart",
    ]


def test_a_national_profile_that_nobody_checked_is_shown_as_not_confirmed(
    client, reference_data, vacancy, as_manager
):
    profile = make_profile(confirmed=False)
    for url in (LIST, address(profile.code), address("ILL-LIB-5")):
        page = Page(client.get(url))
        found = page.statuses[:2] if url == address(profile.code) else tags_beside(page, profile)
        assert found == ["national", "not-confirmed"], url
    assert choice_of(profile, vacancy, as_manager) == "Band 6: Library manager (not confirmed)"


def test_a_confirmed_national_profile_carries_no_doubt(client, db, vacancy, as_manager):
    profile = make_profile(confirmed=True)
    assert Page(client.get(address(profile.code))).statuses == ["national"]
    assert choice_of(profile, vacancy, as_manager) == "Band 6: Library manager"


def test_profile_detail_without_factors_says_so(client, db):
    page = Page(client.get(address(make_profile().code)))
    assert "no-factors" in page.ids
    assert page.text("#source"), "it says that no source is given"
    assert page.ids.isdisjoint({"points", "points-not-confirmed", "sources-of-points"})


def test_profile_detail_with_some_factors_gives_no_total(client, db):
    profile = make_profile()
    for number in range(1, 15):
        ProfileFactor.objects.create(profile=profile, factor=f"F{number}", label="1")
    points = Page(client.get(address(profile.code))).text("#points")
    assert "emotional effort, working conditions" in points
    assert len(re.findall(r"\d{3,}", points)) == 2, "the band has limits; there is no total"


@each("code", ["ILL-LIB-9", "ill-lib-5", "profiles", "x" * 150, "-"])
def test_profile_detail_of_an_unknown_code_is_not_there(client, reference_data, code):
    assert client.get(address(code)).status_code == 404


@each("code", ["%00", "a%20b", "%D8%A3", "..", "x" * 150 + ".", "a'b"])
def test_profile_detail_of_a_strange_code_is_not_there(client, db, code):
    assert client.get(f"/vacancies/profiles/{code}/").status_code == 404


@pytest.mark.parametrize("url", [LIST, address("ILL-LIB-5")])
def test_profile_pages_are_stored_and_set_no_cookie(
    client, reference_data, url, django_assert_num_queries
):
    first = client.get(url)
    with django_assert_num_queries(0):
        second = client.get(url)
    assert first.content == second.content
    assert not second.cookies
    assert second.headers["Cache-Control"] == "public, no-cache"


def test_stored_profile_pages_lapse_when_an_editor_saves(
    client, librarian, people, client_of, django_capture_on_commit_callbacks
):
    urls = [LIST, address(librarian.code)]
    assert all("Evidence librarian" not in page_of(client, url) for url in urls)
    editor = client_of(people.superuser)
    change = reverse("admin:vacancies_profile_change", args=[librarian.pk])
    with django_capture_on_commit_callbacks(execute=True):
        saved = editor.post(change, admin_answers(librarian, title="Evidence librarian"))
    assert saved.status_code == 302
    assert all("Evidence librarian" in page_of(client, url) for url in urls)
