"""The same evidence beside several profiles, and profiles side by side."""

from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.pages import Page
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import Profile, ProfileFactor
from vacancies.profiles.rules.evidence import INDICATIVE
from vacancies.profiles.services.profiles import neighbours_of

COMPARE = reverse("vacancies:profile_compare")


@pytest.fixture
def librarian(reference_data):
    return Profile.objects.get(code="ILL-LIB-5")


def address(vacancy):
    return reverse("vacancies:comparison_detail", args=[vacancy.pk])


def page_of(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def compared(client, vacancy):
    """The outcome of each profile on the page of the comparison, by code, in order."""
    sections = Page(client.get(address(vacancy))).all("[data-profile]")
    return {one.get("data-profile"): one.get("data-outcome") for one in sections}


def levels_in(page):
    """How the levels of each factor compare."""
    return [row.get("data-levels") for row in page.all("[data-levels]")]


def offered(client, url):
    """The labels of the profiles to choose, by key."""
    options = Page(client.get(url)).all("[name=profile] option")
    return {one.get("value"): one.text_content() for one in options}


def give_what_it_has(vacancy, profile, **changed):
    for row in profile.factors.all():
        level = changed.get(row.factor, row.highest)
        save_evidence(vacancy=vacancy, factor=row.factor, text="Some", duties=[], level=level)


def test_comparison_detail_puts_the_matching_profile_first(vacancy, librarian, as_manager):
    give_what_it_has(vacancy, librarian)
    found = compared(as_manager, vacancy)
    assert next(iter(found)) == librarian.code
    assert found[librarian.code] == "profile_match"
    assert len(found) == Profile.objects.for_libraries().count()


def test_every_profile_of_the_comparison_is_labelled_and_indicative(vacancy, librarian, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert page.text("#indicative").startswith(INDICATIVE)
    sections = page.all("[data-profile]")
    assert sections
    for section in sections:
        tags = [tag.get("data-status") for tag in section.cssselect("[data-status]")]
        assert tags == ["illustrative"]
        detail = reverse("vacancies:profile_detail", args=[section.get("data-profile")])
        assert [link.get("href") for link in section.cssselect("a")] == [detail]


def test_comparison_detail_without_evidence_leaves_all_open(vacancy, librarian, as_manager):
    page = Page(as_manager.get(address(vacancy)))
    assert [one.get("data-given") for one in page.all("[data-given]")] == ["0"]
    assert set(compared(as_manager, vacancy).values()) == {"incomplete"}


def test_comparison_detail_without_profiles_says_so(vacancy, as_manager):
    assert "no-profiles" in Page(as_manager.get(address(vacancy))).ids


def test_a_profile_without_all_ranges_is_named_apart(vacancy, librarian, as_manager):
    ProfileFactor.objects.filter(profile=librarian, factor="F7").delete()
    page = Page(as_manager.get(address(vacancy)))
    detail = reverse("vacancies:profile_detail", args=[librarian.code])
    assert page.addresses("#without-ranges ~ ul") == [detail]
    assert librarian.code not in compared(as_manager, vacancy)


def test_a_withdrawn_profile_is_compared_only_where_it_was_chosen(vacancy, librarian, as_manager):
    Profile.objects.filter(pk=librarian.pk).update(withdrawn_on=date(2026, 1, 2))
    assert librarian.code not in compared(as_manager, vacancy)
    vacancy.profile = librarian
    vacancy.save()
    page = Page(as_manager.get(address(vacancy)))
    assert [one.get("data-profile") for one in page.all("[data-chosen]")] == [librarian.code]
    tags = page.all("[data-chosen] [data-status]")
    assert "withdrawn" in [tag.get("data-status") for tag in tags]


def test_comparison_detail_asks_the_same_for_one_or_many_profiles(vacancy, librarian, as_manager):
    page_of(as_manager, address(vacancy))
    with CaptureQueriesContext(connection) as many:
        page_of(as_manager, address(vacancy))
    Profile.objects.exclude(pk=librarian.pk).delete()
    with CaptureQueriesContext(connection) as one:
        page_of(as_manager, address(vacancy))
    assert len(one) == len(many) <= 10


def test_profile_compare_asks_which_when_it_is_opened(client, librarian):
    page = Page(client.get(COMPARE))
    assert (page.errors, page.rows()) == (set(), [])
    first = Page(client.get(COMPARE, {"a": "ILL-LIB-5"}))
    assert first.value("a") == "ILL-LIB-5"
    assert first.errors == set(), "it asks for the second before it complains"


def test_profile_compare_marks_differences_in_words(client, librarian):
    page = Page(client.get(COMPARE, {"a": "ILL-LIB-5", "b": "ILL-KLM-7"}))
    assert len(page.rows()) == 16
    assert set(levels_in(page)) == {"same", "shared", "apart"}
    assert page.statuses == ["illustrative"] * 2


def test_profiles_with_the_same_ranges_are_the_same_throughout(client, librarian):
    twin = Profile.objects.create(code="TWIN", title="Twin", band="5")
    for row in librarian.factors.all():
        ProfileFactor.objects.create(profile=twin, factor=row.factor, label=str(row.label))
    page = Page(client.get(COMPARE, {"a": "ILL-LIB-5", "b": "TWIN"}))
    assert levels_in(page) == ["same"] * 16


def test_profile_compare_takes_three_and_says_where_a_range_is_missing(client, librarian):
    ProfileFactor.objects.filter(profile=librarian, factor="F7").delete()
    page = Page(client.get(COMPARE, {"a": "ILL-LIB-5", "b": "ILL-KLM-7", "c": "ILL-LA-2"}))
    assert [len(row) for row in page.rows()] == [5] * 16
    missing = [number for number, level in enumerate(levels_in(page), 1) if level == "missing"]
    assert missing == [7]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ({"a": "ILL-LIB-5", "b": "ILL-LIB-5"}, {"b"}),
        ({"a": "ILL-LIB-5", "b": "NO-SUCH"}, {"b"}),
        ({"a": "ILL-LIB-5", "b": "\x00"}, {"b"}),
        ({"a": "ILL-LIB-5", "b": "x" * 5000}, {"b"}),
        ({"a": "", "b": ""}, {"a", "b"}),
        ({"b": "NP-NURSE-5", "a": "ILL-LIB-5"}, {"b"}),
    ],
)
def test_profile_compare_says_at_the_field_what_is_wrong(client, librarian, query, fields):
    page = Page(client.get(COMPARE, query))
    assert page.errors == fields
    assert page.rows() == []


def test_profile_detail_links_neighbours_in_band(client, librarian):
    page = Page(client.get(reverse("vacancies:profile_detail", args=["ILL-LIB-5"])))
    near = page.addresses("#neighbours + ul")
    beside = [link.split("&b=")[1] for link in near if link.startswith(f"{COMPARE}?a=ILL-LIB-5")]
    assert {Profile.objects.get(code=code).band for code in beside} == {"4", "6"}


def test_neighbours_skip_bands_without_a_profile(reference_data):
    offered = list(Profile.objects.for_libraries().in_band_order())
    by_band = {profile.band: profile for profile in offered}
    without_6 = [profile for profile in offered if profile.band != "6"]
    found = neighbours_of(by_band["5"], without_6)
    assert {profile.band for profile in found} == {"4", "7"}
    lowest = neighbours_of(offered[0], offered)
    assert {profile.band for profile in lowest} <= {offered[0].band, "3"}


def test_a_withdrawn_profile_is_kept_named_and_not_offered(client, librarian, vacancy, as_manager):
    newer = Profile.objects.get(code="ILL-KLM-7")
    Profile.objects.filter(pk=librarian.pk).update(
        withdrawn_on=date(2026, 1, 2), replaced_by=newer, edition="October 2015"
    )
    detail = reverse("vacancies:profile_detail", args=["ILL-LIB-5"])
    page = Page(client.get(detail))
    assert "2 January 2026" in page.text("#withdrawn")
    of_newer = reverse("vacancies:profile_detail", args=[newer.code])
    assert page.addresses("#withdrawn") == [of_newer]
    assert "October 2015" in page.text("#source")
    listed = Page(client.get(reverse("vacancies:profile_list")))
    assert listed.addresses("#withdrawn") == [detail]
    assert listed.links.count(detail) == 1
    post = reverse("vacancies:post_edit", args=[vacancy.pk])
    for page in (post, reverse("vacancies:vacancy_create")):
        assert str(librarian.pk) not in offered(as_manager, page)
    sent = {"title": "Librarian", "profile": librarian.pk}
    assert as_manager.post(post, sent).status_code == 200
    vacancy.profile = librarian
    vacancy.save()
    assert "withdrawn" in offered(as_manager, post)[str(librarian.pk)]


def test_a_vacancy_keeps_its_withdrawn_profile_when_it_is_saved(vacancy, librarian, as_manager):
    vacancy.profile = librarian
    vacancy.save()
    Profile.objects.filter(pk=librarian.pk).update(withdrawn_on=date(2026, 1, 2))
    url = reverse("vacancies:post_edit", args=[vacancy.pk])
    seen = Page(as_manager.get(url)).value("version_token")
    sent = {"title": "Evidence librarian", "profile": librarian.pk, "version_token": seen}
    assert as_manager.post(url, sent).status_code == 302
    vacancy.refresh_from_db()
    assert (vacancy.title, vacancy.profile) == ("Evidence librarian", librarian)
