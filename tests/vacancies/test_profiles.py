"""Job profiles to browse: by band, labelled wherever they are named, never out of date."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from kls_portal.operation.site_version import raise_site_version
from tests.vacancies.admin_pages import admin_answers
from vacancies.job_evaluation.loading import profile_titles
from vacancies.models import BandRange, FactorLevel, Profile, ProfileFactor
from vacancies.services.profiles import titles_without

LIST = reverse("vacancies:profile_list")
LABEL = "Illustrative: not a national profile"


def address(code):
    return reverse("vacancies:profile_detail", args=[code])


def page_of(client, url):
    return unescape(client.get(url).content.decode())


@pytest.fixture
def librarian(reference_data):
    return Profile.objects.get(code="ILL-LIB-5")


def make_profile(**changed):
    values = {"code": "NP-LIB-6", "title": "Library manager", "band": "6", "status": "national"}
    return Profile.objects.create(**{**values, **changed})


def test_profile_list_goes_by_band_and_links_to_each(client, reference_data):
    page = page_of(client, LIST)
    bands = re.findall(r'<h2 id="band-(\w+)">', page)
    assert bands == ["2", "3", "4", "5", "6", "7", "8a"]
    for profile in Profile.objects.for_libraries():
        assert page.count(f'href="{address(profile.code)}"') == 1


def test_profile_list_leaves_out_the_worked_example(client, reference_data):
    assert "Nurse" not in page_of(client, LIST)
    page = page_of(client, address("NP-NURSE-5"))
    assert "This profile is kept to test the matching rules. It is not for a library post." in page
    assert "Nurse" not in page_of(client, address("ILL-LIB-5"))


UNREAD = "We could not read the national profiles"
OURS = "marked “illustrative” are our own examples"


def test_profile_list_says_what_is_missing_only_while_it_is(client, reference_data):
    page = page_of(client, LIST)
    assert UNREAD in page
    assert OURS in page
    national = make_profile(title="Librarian", band="5")
    raise_site_version()
    page = page_of(client, LIST)
    assert UNREAD not in page
    assert OURS in page
    Profile.objects.filter(status="illustrative").update(withdrawn_on=date(2026, 11, 28))
    raise_site_version()
    assert OURS not in page_of(client, LIST)
    national.delete()
    raise_site_version()
    assert OURS not in page_of(client, LIST)


def test_a_withdrawn_or_worked_example_is_no_national_profile_that_is_there(client, reference_data):
    make_profile(withdrawn_on=date(2026, 1, 1))
    assert Profile.objects.filter(status="national", for_proof=True).exists()
    assert UNREAD in page_of(client, LIST)


def test_a_title_whose_levels_came_in_is_known_by_more_than_its_title(client, reference_data):
    known = len(profile_titles())
    assert len(titles_without([])) == known
    make_profile(title="LIBRARIAN", band="5")
    left = titles_without(Profile.objects.filter(status="national"))
    assert len(left) == known - 1
    assert page_of(client, LIST).count('<tr role="row" class="nhsuk-table__row">') == known - 1


def test_profile_list_works_without_any_profile(client, db):
    response = client.get(LIST)
    assert response.status_code == 200
    assert "Published profiles that we know by title only" in response.content.decode()


def test_every_illustrative_profile_is_labelled_on_the_list(client, reference_data):
    page = page_of(client, LIST)
    for profile in Profile.objects.filter(status="illustrative"):
        item = page[page.index(address(profile.code)) :].split("</li>")[0]
        assert LABEL in item, profile


def test_every_illustrative_profile_is_labelled_on_a_detail_page(client, librarian):
    page = page_of(client, address(librarian.code))
    title = re.search(r"<title>(.*?)</title>", page, re.S)[1]
    assert "Librarian, band 5 (illustrative: not a national profile)" in title
    heading = page[page.index("<h1>") :].split("<table")[0]
    assert LABEL in heading
    for other in Profile.objects.for_libraries().exclude(pk=librarian.pk):
        item = page[page.index(address(other.code)) :].split("</li>")[0]
        assert LABEL in item, other


@pytest.mark.parametrize("page", ["vacancy_create", "post_edit"])
def test_every_illustrative_profile_is_labelled_in_the_choice(
    vacancy, reference_data, as_manager, page
):
    rest = [vacancy.pk] if page == "post_edit" else []
    html = page_of(as_manager, reverse(f"vacancies:{page}", args=rest))
    options = re.findall(r"<option[^>]*>\s*(Band \w+: .*?)\s*</option>", html)
    assert len(options) == Profile.objects.for_libraries().count()
    assert all("(illustrative: not a national profile)" in option for option in options)


@pytest.mark.parametrize("page", ["post_edit", "purpose_edit", "duty_list", "criterion_list"])
def test_the_profile_beside_a_draft_is_labelled(vacancy, librarian, as_manager, page):
    vacancy.profile = librarian
    vacancy.save()
    html = page_of(as_manager, reverse(f"vacancies:{page}", args=[vacancy.pk]))
    beside = html[html.index("<aside") : html.index("</aside>")]
    assert "Librarian, band 5" in beside
    assert LABEL in beside


def test_a_profile_chosen_in_another_window_is_labelled(vacancy, librarian, as_manager):
    url = reverse("vacancies:post_edit", args=[vacancy.pk])
    seen = re.search(r'name="seen" value="(\w+)"', page_of(as_manager, url))[1]
    vacancy.profile = librarian
    vacancy.save()
    html = as_manager.post(url, {"title": vacancy.title, "seen": seen}).content.decode()
    stored = html[html.index("What is saved now") :].split("</ul>")[0]
    assert "Band 5: Librarian (illustrative: not a national profile)" in stored


def test_profile_detail_gives_every_factor_with_its_levels(client, librarian):
    page = page_of(client, address(librarian.code))
    rows = re.findall(r'<tr role="row" class="nhsuk-table__row">.*?</tr>', page, re.S)
    assert len(rows) == 16
    assert "All 16 factors add up to between" in page
    assert "Band 5 goes from 326 to 395 points." in page
    strands = rows[3]
    assert "2-3" in strands
    assert "Level 2:" in strands
    assert "Level 3:" in strands


def test_profile_detail_says_that_points_are_not_confirmed(client, reference_data):
    sentence = "Not all points and band limits could be read in a source."
    assert sentence not in page_of(client, address("NP-NURSE-5"))
    FactorLevel.objects.filter(code="F16-4").update(confirmed=False)
    raise_site_version()
    assert sentence in page_of(client, address("NP-NURSE-5"))


def test_profile_detail_names_each_source_of_its_points_once(client, reference_data):
    FactorLevel.objects.filter(factor="F1").update(source="The chart of the handbook, page 9")
    FactorLevel.objects.exclude(factor="F1").update(source="A copy of the chart")
    BandRange.objects.filter(band="5").update(source="A copy of the chart")
    page = page_of(client, address("NP-NURSE-5"))
    sources = page[page.index('id="sources-of-points"') :].split("</ul>")[0]
    assert re.findall(r"<li[^>]*>(.*?)</li>", sources) == [
        "The chart of the handbook, page 9",
        "A copy of the chart",
    ]


def test_a_national_profile_that_nobody_checked_is_shown_as_not_confirmed(
    client, reference_data, vacancy, as_manager
):
    profile = make_profile(confirmed=False)
    for url in (LIST, address(profile.code), address("ILL-LIB-5")):
        page = page_of(client, url)
        tags = r'Library manager.{0,200}"national".{0,120}"not-confirmed"'
        assert re.search(tags, page, re.S)
    choice = page_of(as_manager, reverse("vacancies:post_edit", args=[vacancy.pk]))
    assert "Band 6: Library manager (not confirmed)" in choice


def test_a_confirmed_national_profile_carries_no_doubt(client, db, vacancy, as_manager):
    profile = make_profile(confirmed=True)
    heading = page_of(client, address(profile.code)).split("<h2>")[0]
    assert "National profile" in heading
    assert "Not confirmed" not in heading
    choice = page_of(as_manager, reverse("vacancies:post_edit", args=[vacancy.pk]))
    assert re.search(r">\s*Band 6: Library manager\s*<", choice)


def test_profile_detail_without_factors_says_so(client, db):
    page = page_of(client, address(make_profile().code))
    assert "Nobody has typed in the factors of this profile yet." in page
    assert "No source is given." in page
    assert "points" not in page


def test_profile_detail_with_some_factors_gives_no_total(client, db):
    profile = make_profile()
    for number in range(1, 15):
        ProfileFactor.objects.create(profile=profile, factor=f"F{number}", label="1")
    page = page_of(client, address(profile.code))
    assert "There is no range yet for emotional effort, working conditions" in page
    assert "add up to" not in page


@pytest.mark.parametrize("code", ["ILL-LIB-9", "ill-lib-5", "profiles", "x" * 150, "-"])
def test_profile_detail_of_an_unknown_code_is_not_there(client, reference_data, code):
    assert client.get(address(code)).status_code == 404


@pytest.mark.parametrize("code", ["%00", "a%20b", "%D8%A3", "..", "x" * 150 + ".", "a'b"])
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
