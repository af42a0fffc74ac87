"""What editors keep true in the admin: profiles, groups and tasks."""

import pytest

from tests.vacancies.admin_pages import admin_answers, page_of, url
from vacancies.models import InductionGroup, PlanTask, Profile, Vacancy

EMPTY_FACTORS = {
    "factors-TOTAL_FORMS": 0,
    "factors-INITIAL_FORMS": 0,
    "factors-MIN_NUM_FORMS": 0,
    "factors-MAX_NUM_FORMS": 16,
}

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def profile():
    return Profile.objects.get(code="ILL-LIB-5")


def new_profile(**changed):
    answers = {"title": "Knowledge specialist", "code": "NP-KS-6", "band": "6"}
    return {**answers, "status": "national", **EMPTY_FACTORS, **changed}


@pytest.mark.parametrize("model", [Profile, InductionGroup, PlanTask])
def test_an_editor_opens_list_add_and_change(editor, model):
    name = model._meta.model_name
    for address in (
        url(name, "changelist"),
        url(name, "changelist") + "?q=librarian",
        url(name, "add"),
        url(name, "change", model.objects.first().pk),
        url(name, "history", model.objects.first().pk),
    ):
        assert editor.get(address).status_code == 200, address


@pytest.mark.parametrize("who", ["manager", "lead", None])
def test_nobody_else_does(people, client_of, who):
    client = client_of(getattr(people, who) if who else None)
    assert client.get(url("profile", "changelist")).status_code in {302, 403}
    response = client.post(url("profile", "add"), new_profile())
    assert response.status_code in {302, 403}
    assert not Profile.objects.filter(code="NP-KS-6").exists()


def test_an_editor_adds_a_profile_with_factors(editor):
    factors = {
        "factors-TOTAL_FORMS": 2,
        "factors-0-factor": "F1",
        "factors-0-label": "2-3ab",
        "factors-1-factor": "F2",
        "factors-1-label": " 6  (i) ",
    }
    assert editor.post(url("profile", "add"), new_profile(**factors)).status_code == 302
    stored = Profile.objects.get(code="NP-KS-6")
    ranges = {row.factor: (row.lowest, row.highest) for row in stored.factors.all()}
    assert ranges == {"F1": (2, 3), "F2": (6, 6)}


def test_a_new_profile_has_a_row_for_each_factor(editor):
    page = page_of(editor.get(url("profile", "add")))
    for number in range(16):
        assert f'<option value="F{number + 1}" selected>' in page
        assert f'name="factors-{number}-label"' in page
    rows = {"factors-TOTAL_FORMS": 16}
    for number in range(16):
        rows |= {f"factors-{number}-factor": f"F{number + 1}", f"factors-{number}-label": ""}
    rows["factors-2-label"] = "3"
    assert editor.post(url("profile", "add"), new_profile(**rows)).status_code == 302
    stored = Profile.objects.get(code="NP-KS-6").factors.values_list("factor", "label")
    assert list(stored) == [("F3", "3")]


def test_a_profile_with_all_ranges_has_no_row_to_fill(editor, profile):
    page = page_of(editor.get(url("profile", "change", profile.pk)))
    assert 'name="factors-TOTAL_FORMS" value="16"' in page
    profile.factors.filter(factor="F7").delete()
    page = page_of(editor.get(url("profile", "change", profile.pk)))
    assert 'name="factors-INITIAL_FORMS" value="15"' in page
    assert 'name="factors-15-label"' in page


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("9z", "“9z” is not a level."),
        ("9", "“9” has level 9, but levels here go from 1 to 6."),
        ("0", "has level 0"),
        ("", "This field is required."),
        ("ab", "“ab” is not a level."),
        ("4\x07", "is not a level."),
        ("4\x00", "Null characters are not allowed."),
        ("x" * 50_000, "at most 40 characters"),
        ("<b>4</b>", "is not a level."),
    ],
)
def test_a_label_that_cannot_be_read_is_said_at_the_field(editor, profile, label, sentence):
    answers = admin_answers(profile, **{"factors-0-label": label})
    response = editor.post(url("profile", "change", profile.pk), answers)
    assert response.status_code == 200
    assert sentence in page_of(response)
    assert profile.factors.get(factor="F1").label == "4"


@pytest.mark.parametrize("factor", ["F99", "", "F1\x00"])
def test_a_factor_that_there_is_not_is_said_at_the_field(editor, profile, factor):
    answers = admin_answers(profile, **{"factors-0-factor": factor})
    response = editor.post(url("profile", "change", profile.pk), answers)
    assert response.status_code == 200
    assert "Please correct the errors below." in page_of(response) or "error" in page_of(response)
    assert profile.factors.count() == 16


def test_the_same_factor_twice_is_refused(editor, profile):
    answers = admin_answers(profile, **{"factors-1-factor": "F1"})
    response = editor.post(url("profile", "change", profile.pk), answers)
    assert response.status_code == 200
    assert "Please correct the duplicate" in page_of(response)


TAKEN = "This profile already has a range for this factor."


def test_a_factor_that_another_editor_added_meanwhile_is_refused(editor, profile):
    answers = admin_answers(profile)
    taken = {"factors-TOTAL_FORMS": 16, "factors-INITIAL_FORMS": 15, "factors-15-id": ""}
    response = editor.post(url("profile", "change", profile.pk), {**answers, **taken})
    assert response.status_code == 200
    assert TAKEN in page_of(response)


def test_two_factors_are_not_swapped(editor, profile):
    swapped = {"factors-0-factor": "F2", "factors-1-factor": "F1"}
    response = editor.post(url("profile", "change", profile.pk), admin_answers(profile, **swapped))
    assert response.status_code == 200
    assert TAKEN in page_of(response)


def test_a_factor_may_be_typed_anew(editor, profile):
    anew = {
        "factors-TOTAL_FORMS": 17,
        "factors-0-DELETE": "on",
        "factors-16-id": "",
        "factors-16-profile": profile.pk,
        "factors-16-factor": "F1",
        "factors-16-label": "5",
    }
    answers = admin_answers(profile, **anew)
    assert editor.post(url("profile", "change", profile.pk), answers).status_code == 302
    assert profile.factors.get(factor="F1").label == "5"
    assert profile.factors.count() == 16


def test_a_form_without_its_counters_is_refused(editor, profile):
    answers = {k: v for k, v in admin_answers(profile).items() if not k.endswith("_FORMS")}
    assert editor.post(url("profile", "change", profile.pk), answers).status_code == 200
    assert profile.factors.count() == 16


def test_the_band_puts_a_profile_in_its_place(editor, profile):
    answers = admin_answers(profile, band="8b")
    assert editor.post(url("profile", "change", profile.pk), answers).status_code == 302
    assert Profile.objects.in_band_order().last() == profile


@pytest.mark.parametrize("band", ["10", "8e", ""])
def test_a_band_that_there_is_not_is_refused(editor, profile, band):
    response = editor.post(url("profile", "change", profile.pk), admin_answers(profile, band=band))
    assert response.status_code == 200
    profile.refresh_from_db()
    assert profile.band == "5"


def test_a_code_is_given_once(editor):
    response = editor.post(url("profile", "add"), new_profile(code="ILL-LIB-5"))
    assert response.status_code == 200
    assert "with this Code already exists." in page_of(response)


@pytest.mark.parametrize("code", ["two words", "../x", "كود", "x" * 41])
def test_a_code_makes_a_good_address(editor, code):
    response = editor.post(url("profile", "add"), new_profile(code=code))
    assert response.status_code == 200
    assert Profile.objects.count() == 8


def test_the_code_of_a_stored_row_stays(editor, profile):
    answers = admin_answers(profile, code="SOMETHING-ELSE", title="Evidence librarian")
    assert editor.post(url("profile", "change", profile.pk), answers).status_code == 302
    profile.refresh_from_db()
    assert (profile.code, profile.title) == ("ILL-LIB-5", "Evidence librarian")


@pytest.mark.parametrize("model", [Profile, PlanTask])
def test_a_row_that_came_with_the_portal_is_not_deleted(editor, model):
    name, row = model._meta.model_name, model.objects.first()
    assert editor.post(url(name, "delete", row.pk), {"post": "yes"}).status_code == 403
    editor.post(
        url(name, "changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
    )
    assert model.objects.filter(pk=row.pk).exists()


def test_a_row_that_an_editor_made_is_deleted(editor):
    editor.post(url("profile", "add"), new_profile())
    made = Profile.objects.get(code="NP-KS-6")
    assert editor.post(url("profile", "delete", made.pk), {"post": "yes"}).status_code == 302
    assert not Profile.objects.filter(pk=made.pk).exists()


def test_a_profile_that_a_draft_is_compared_with_is_not_deleted(editor, vacancy):
    editor.post(url("profile", "add"), new_profile())
    made = Profile.objects.get(code="NP-KS-6")
    Vacancy.objects.filter(pk=vacancy.pk).update(profile=made)
    response = editor.post(url("profile", "delete", made.pk), {"post": "yes"})
    assert response.status_code == 200
    assert Profile.objects.filter(pk=made.pk).exists()


def test_lists_ask_the_same_for_one_or_many_rows(editor, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        editor.get(url("plantask", "changelist"))
