"""Profiles from a file: all of them or none, and every bad row named."""

import re
from datetime import date
from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.profile_files import CODES, GOOD, NEWER, as_csv
from vacancies.models import Profile, ProfileFactor
from vacancies.profiles.rules.loading import bands, scheme
from vacancies.profiles.rules.profile_files import FileError, read_profiles, shown

URL = reverse("admin:vacancies_profile_import")


def as_toml(**changed):
    labels = "\n".join(f'{code} = "2-3ab"' for code in CODES)
    values = {"id": "NP-KS-6", "title": "Knowledge specialist", "band": "6", **changed}
    lines = "\n".join(f'{key} = "{value}"' for key, value in values.items())
    return f"[[profiles]]\n{lines}\n\n[profiles.labels]\n{labels}\n".encode()


@pytest.fixture
def editor(people, client_of, reference_data):
    return client_of(people.editor)


def send(client, data, name="profiles.csv", **more):
    sent = {"file": SimpleUploadedFile(name, data), **more}
    response = client.post(URL, sent, follow=True)
    return response, unescape(response.content.decode())


def said_in(response):
    return " ".join(str(message) for message in response.context["messages"])


def new_profiles():
    return Profile.objects.exclude(code__startswith="ILL").exclude(code="NP-NURSE-5")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (as_csv(GOOD), "profiles.csv"),
        (as_csv(GOOD, delimiter=";", bom=True), "PROFILES.CSV"),
        (as_csv(GOOD, delimiter="\t"), "profiles.csv"),
        (as_toml(status="national", source="NHS Employers"), "profiles.toml"),
    ],
)
def test_an_editor_imports_a_profile(editor, data, name):
    response, _ = send(editor, data, name)
    assert [one.level_tag for one in response.context["messages"]] == ["success"]
    profile = new_profiles().get()
    assert (profile.code, profile.title, profile.band) == ("NP-KS-6", "Knowledge specialist", "6")
    assert (profile.status, profile.source) == ("national", "NHS Employers")
    assert {(row.lowest, row.highest) for row in profile.factors.all()} == {(2, 3)}
    assert profile.factors.count() == 16
    assert editor.get(reverse("vacancies:profile_detail", args=["NP-KS-6"])).status_code == 200


def test_what_is_left_out_counts_as_illustrative_and_not_confirmed(editor):
    row = {key: value for key, value in GOOD.items() if key not in {"status", "confirmed"}}
    send(editor, as_csv(row))
    profile = new_profiles().get()
    assert (profile.status, profile.confirmed) == ("illustrative", False)


@each(
    "changed, named",
    [
        ({"title": ""}, ["title"]),
        ({"code": ""}, ["code"]),
        ({"code": "two words"}, ["code", "“two words”"]),
        ({"code": "compare"}, ["code", "“compare”"]),
        ({"code": "np-ks-6"}, ["code", "“np-ks-6”", "row 2"]),
        ({"code": "ILL-LIB-5"}, ["code", "“ILL-LIB-5”"]),
        ({"band": "10"}, ["band", "“10”"]),
        ({"status": "maybe"}, ["status", "“maybe”"]),
        ({"confirmed": "perhaps"}, ["Confirmed", "“perhaps”"]),
        ({"read_on": "31/31/2026"}, ["“31/31/2026”"]),
        ({"replaces": "NOBODY"}, ["“NOBODY”"]),
        ({"F1": "9z"}, ["F1", "“9z”"]),
        ({"F1": "7"}, ["F1", "“7”", "1 to 6"]),
        ({"F16": ""}, ["F16"]),
        ({"title": "x" * 201}, ["title", "200"]),
        ({"title": "<script>alert(1)</script>", "band": ""}, ["band"]),
    ],
)
def test_one_bad_row_stores_nothing_and_is_named(editor, changed, named):
    second = {**GOOD, "code": "NP-KS-7", "replaces": "", **changed}
    data = as_csv({**GOOD, "replaces": ""}, second)
    response, _ = send(editor, data)
    assert response.status_code == 200
    (told,) = Page(response).texts("#content-main [role=alert] .errorlist li")
    for words in ("Row 3: ", *named):
        assert words in told
    assert "<script>alert" not in response.content.decode()
    assert not new_profiles().exists()


def test_every_bad_row_is_in_the_report(editor):
    rows = [{**GOOD, "code": f"P-{n}", "F1": "9z", "band": "12"} for n in range(3)]
    response, _ = send(editor, as_csv(*rows))
    places = [one.place for one in response.context["bad"]]
    assert places == [f"Row {row}" for row in (2, 2, 3, 3, 4, 4)]


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "profiles.csv", "The file is empty."),
        (as_csv(GOOD), "profiles.xlsx", "Choose a file that ends in .csv or .toml."),
    ],
)
def test_a_strange_file_is_refused_in_words(editor, data, name, sentence):
    response, page = send(editor, data, name)
    assert response.status_code == 200
    assert sentence in page
    assert not new_profiles().exists()


def test_a_form_without_a_file_is_refused(editor):
    for sent in ({}, {"file": "text"}):
        response = editor.post(URL, sent)
        assert set(error_codes(response.context["form"])) == {"file"}
        assert not new_profiles().exists()


def test_too_many_profiles_are_refused(editor):
    rows = [{**GOOD, "code": f"P-{n}", "source": "", "edition": ""} for n in range(501)]
    response, _ = send(editor, as_csv(*rows))
    assert "500" in Page(response).text("#content-main .errorlist")
    assert not new_profiles().exists()


@pytest.fixture
def old():
    return Profile.objects.get(code="ILL-LIB-5")


@pytest.fixture
def used(vacancy, editor, old):
    """The old profile, used by a vacancy."""
    vacancy.profile = old
    vacancy.save()
    return old


def test_a_new_version_withdraws_the_old_one_and_says_so(editor, client, old):
    response, _ = send(editor, as_csv(NEWER))
    old.refresh_from_db()
    assert (old.withdrawn_on, old.replaced_by) == (localdate(), new_profiles().get())
    assert "Librarian, band 5 (ILL-LIB-5)" in said_in(response)
    shown = Page(client.get(reverse("vacancies:profile_detail", args=["ILL-LIB-5"])))
    newer = reverse("vacancies:profile_detail", args=[old.replaced_by.code])
    assert shown.addresses("#withdrawn") == [newer]


def test_what_was_withdrawn_before_is_not_named_again(editor, old):
    Profile.objects.filter(pk=old.pk).update(withdrawn_on=date(2026, 1, 1))
    response, _ = send(editor, as_csv(NEWER))
    assert [one.level_tag for one in response.context["messages"]] == ["success"]
    assert "ILL-LIB-5" not in said_in(response)
    old.refresh_from_db()
    assert (old.withdrawn_on, old.replaced_by) == (date(2026, 1, 1), new_profiles().get())


def test_a_profile_that_a_vacancy_uses_is_asked_about_first(editor, used):
    response, _ = send(editor, as_csv(NEWER, {**GOOD, "code": "NP-OTHER"}))
    assert response.status_code == 200
    assert not new_profiles().exists()
    used.refresh_from_db()
    assert used.withdrawn_on is None
    (said,) = response.context["form"].errors["withdraw"]
    assert re.search(r"Librarian, band 5 \(ILL-LIB-5\).*Northfield NHS Trust: 1", said)


def test_who_agrees_imports_the_file_and_is_told(editor, used, vacancy):
    response, _ = send(editor, as_csv(NEWER), withdraw="on")
    assert "ILL-LIB-5" in said_in(response)
    used.refresh_from_db()
    vacancy.refresh_from_db()
    assert (used.replaced_by, vacancy.profile) == (new_profiles().get(), used)
    logged = LogEntry.objects.get(object_id=used.pk)
    assert "NP-KS-6" in logged.change_message


def test_an_import_shows_at_once(editor, client, django_capture_on_commit_callbacks):
    listed = reverse("vacancies:profile_list")
    detail = reverse("vacancies:profile_detail", args=[GOOD["code"]])
    assert detail not in Page(client.get(listed)).links
    with django_capture_on_commit_callbacks(execute=True):
        send(editor, as_csv(GOOD))
    assert detail in Page(client.get(listed)).links


@pytest.mark.parametrize("who", ["manager", "lead", None])
def test_nobody_but_editors_imports(people, client_of, who, reference_data):
    client = client_of(getattr(people, who) if who else None)
    assert client.get(URL).status_code == 302
    client.post(URL, {"file": SimpleUploadedFile("profiles.csv", as_csv(GOOD))})
    assert not new_profiles().exists()


def test_the_list_leads_to_the_import(editor):
    page = Page(editor.get(reverse("admin:vacancies_profile_changelist")))
    assert page.all(f"a[href='{URL}']")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"code": "compare", "title": "Compare"}, "code"),
        ({"replaced_by": "ILL-KLM-7"}, "withdrawn_on"),
        ({"withdrawn_on": "31 of May"}, "withdrawn_on"),
    ],
)
def test_the_admin_form_says_at_the_field_what_is_wrong(editor, changed, field):
    answers = {
        "title": "New",
        "code": "NEW",
        "band": "5",
        "status": "national",
        "factors-TOTAL_FORMS": 0,
        "factors-INITIAL_FORMS": 0,
        **changed,
    }
    if "replaced_by" in changed:
        answers["replaced_by"] = Profile.objects.get(code=changed["replaced_by"]).pk
    response = editor.post(reverse("admin:vacancies_profile_add"), answers)
    assert response.status_code == 200
    assert set(error_codes(response.context["adminform"].form)) == {field}
    assert not new_profiles().exists()


def outcome(data, name="profiles.csv"):
    """Return "read", "named" or the sentence that refuses the file."""
    try:
        found, bad = read_profiles(data, name, scheme(), bands())
    except FileError as problem:
        return str(problem)
    return "named" if bad else "read" if found else ""


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused(data):
    for name in ("profiles.csv", "profiles.toml"):
        said = outcome(data, name)
        assert said == "named" or said.endswith(".")


TOKENS = ["4", "2-3ab", "9z", "", "x", "national", "6", "yes", "2026-11-01", ";", '"', "\n", "٤"]


@given(st.lists(st.sampled_from(TOKENS), min_size=24, max_size=24))
def test_any_row_is_read_or_named(values):
    row = dict(zip(GOOD, values, strict=True))
    is_there = any(value.strip() for value in values)
    assert (outcome(as_csv(row)) in {"read", "named"}) == is_there


def test_what_the_portal_ships_reads_back(db):
    from vacancies.profiles.rules.loading import DATA

    found, bad = read_profiles(
        (DATA / "profiles.toml").read_bytes(), "profiles.toml", scheme(), bands()
    )
    assert bad == ()
    assert len(found) == 8
    assert not ProfileFactor.objects.exists()


def test_a_sentence_shows_no_sign_that_cannot_be_seen():
    assert shown("Lib\x07rarian\u202e") == "Lib\ufffdrarian\ufffd"
