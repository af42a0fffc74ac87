"""The same evidence beside several profiles, and profiles side by side."""

from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vacancies.job_evaluation.evidence import INDICATIVE
from vacancies.models import Profile, ProfileFactor
from vacancies.services.evidence import save_evidence
from vacancies.services.profiles import neighbours_of

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


def give_what_it_has(vacancy, profile, **changed):
    for row in profile.factors.all():
        level = changed.get(row.factor, row.highest)
        save_evidence(vacancy=vacancy, factor=row.factor, text="Some", duties=[], level=level)


def test_comparison_detail_puts_the_matching_profile_first(vacancy, librarian, as_manager):
    give_what_it_has(vacancy, librarian)
    page = page_of(as_manager, address(vacancy))
    first = page[page.index("<section") :].split("</section>")[0]
    assert "Band 5: Librarian" in first
    assert "Worth taking to a panel." in first
    assert "Every factor lies in the profile’s range" in first
    assert page.count("<section") == Profile.objects.for_libraries().count()


def test_every_profile_of_the_comparison_is_labelled_and_indicative(vacancy, librarian, as_manager):
    page = page_of(as_manager, address(vacancy))
    assert INDICATIVE in page
    for section in page.split("<section")[1:]:
        assert "Illustrative: not a national profile" in section
        assert "Indicative: " in section
        assert reverse("vacancies:profile_list") in section


def test_comparison_detail_without_evidence_leaves_all_open(vacancy, librarian, as_manager):
    page = page_of(as_manager, address(vacancy))
    assert "0 of 16 factors have a level" in page
    assert "Worth taking" not in page
    assert page.count("Still open.") == page.count("<section")


def test_comparison_detail_without_profiles_says_so(vacancy, as_manager):
    assert "There is no profile to compare with yet." in page_of(as_manager, address(vacancy))


def test_a_profile_without_all_ranges_is_named_apart(vacancy, librarian, as_manager):
    ProfileFactor.objects.filter(profile=librarian, factor="F7").delete()
    page = page_of(as_manager, address(vacancy))
    apart = page[page.index("Profiles that cannot be compared yet") :]
    assert "Band 5: Librarian" in apart


def test_a_withdrawn_profile_is_compared_only_where_it_was_chosen(vacancy, librarian, as_manager):
    Profile.objects.filter(pk=librarian.pk).update(withdrawn_on=date(2026, 1, 2))
    assert "Band 5: Librarian" not in page_of(as_manager, address(vacancy))
    vacancy.profile = librarian
    vacancy.save()
    page = page_of(as_manager, address(vacancy))
    assert "Band 5: Librarian" in page
    assert "The profile you chose." in page
    assert "Withdrawn" in page


def test_comparison_detail_asks_the_same_for_one_or_many_profiles(vacancy, librarian, as_manager):
    page_of(as_manager, address(vacancy))
    with CaptureQueriesContext(connection) as many:
        page_of(as_manager, address(vacancy))
    Profile.objects.exclude(pk=librarian.pk).delete()
    with CaptureQueriesContext(connection) as one:
        page_of(as_manager, address(vacancy))
    assert len(one) == len(many) <= 10


def test_profile_compare_asks_which_when_it_is_opened(client, librarian):
    page = page_of(client, COMPARE)
    assert "Choose two or three profiles" in page
    assert "There is a problem" not in page
    first = page_of(client, COMPARE, a="ILL-LIB-5")
    assert 'value="ILL-LIB-5" selected' in first
    assert "There is a problem" not in first


def test_profile_compare_marks_differences_in_words(client, librarian):
    page = page_of(client, COMPARE, a="ILL-LIB-5", b="ILL-KLM-7")
    rows = page.split('<tr role="row" class="nhsuk-table__row">')[1:]
    assert len(rows) == 16
    said = {word: page.count(word) for word in ("The same", "Differ, but", "Differ: no level")}
    assert sum(said.values()) == 16
    assert said["Differ: no level"]
    assert page.count("Illustrative: not a national profile") >= 2


def test_profiles_with_the_same_ranges_are_the_same_throughout(client, librarian):
    twin = Profile.objects.create(code="TWIN", title="Twin", band="5")
    for row in librarian.factors.all():
        ProfileFactor.objects.create(profile=twin, factor=row.factor, label=str(row.label))
    page = page_of(client, COMPARE, a="ILL-LIB-5", b="TWIN")
    assert page.count("The same") == 16
    assert "Differ" not in page


def test_profile_compare_takes_three_and_says_where_a_range_is_missing(client, librarian):
    ProfileFactor.objects.filter(profile=librarian, factor="F7").delete()
    page = page_of(client, COMPARE, a="ILL-LIB-5", b="ILL-KLM-7", c="ILL-LA-2")
    assert page.count("Cannot say: a range is missing") == 1
    assert page.count("No range yet") == 1


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"a": "ILL-LIB-5", "b": "ILL-LIB-5"}, "Choose a profile that you have not chosen above"),
        ({"a": "ILL-LIB-5", "b": "NO-SUCH"}, "That profile is not there."),
        ({"a": "ILL-LIB-5", "b": "\x00"}, "There is a problem"),
        ({"a": "ILL-LIB-5", "b": "x" * 5000}, "That profile is not there."),
        ({"a": "", "b": ""}, "There is a problem"),
        ({"b": "NP-NURSE-5", "a": "ILL-LIB-5"}, "That profile is not there."),
    ],
)
def test_profile_compare_says_at_the_field_what_is_wrong(client, librarian, query, sentence):
    page = page_of(client, COMPARE, **query)
    assert "There is a problem" in page
    assert sentence in page
    assert "Side by side" not in page


def test_profile_detail_links_neighbours_in_band(client, librarian):
    page = page_of(client, reverse("vacancies:profile_detail", args=["ILL-LIB-5"]))
    near = page[page.index("Neighbours in band") : page.index("Other profiles")]
    assert "Band 4:" in near
    assert "Band 6:" in near
    assert "Band 7:" not in near
    assert f"{COMPARE}?a=ILL-LIB-5&b=" in near


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
    page = page_of(client, reverse("vacancies:profile_detail", args=["ILL-LIB-5"]))
    assert "This profile was withdrawn on 2 January 2026." in page
    assert "It was replaced by" in page
    assert "Version: October 2015." in page
    listed = page_of(client, reverse("vacancies:profile_list"))
    assert listed.index("Withdrawn profiles") < listed.index("ILL-LIB-5")
    choice = "Band 5: Librarian (withdrawn)"
    post = reverse("vacancies:post_edit", args=[vacancy.pk])
    assert "Band 5: Librarian" not in page_of(as_manager, post)
    assert "Band 5: Librarian" not in page_of(as_manager, reverse("vacancies:vacancy_create"))
    sent = {"title": "Librarian", "profile": librarian.pk}
    assert as_manager.post(post, sent).status_code == 200
    vacancy.profile = librarian
    vacancy.save()
    assert choice in page_of(as_manager, post)


def test_a_vacancy_keeps_its_withdrawn_profile_when_it_is_saved(vacancy, librarian, as_manager):
    vacancy.profile = librarian
    vacancy.save()
    Profile.objects.filter(pk=librarian.pk).update(withdrawn_on=date(2026, 1, 2))
    url = reverse("vacancies:post_edit", args=[vacancy.pk])
    import re

    seen = re.search(r'name="seen" value="(\w+)"', page_of(as_manager, url))[1]
    sent = {"title": "Evidence librarian", "profile": librarian.pk, "seen": seen}
    assert as_manager.post(url, sent).status_code == 302
    vacancy.refresh_from_db()
    assert (vacancy.title, vacancy.profile) == ("Evidence librarian", librarian)
