"""A national profile that an editor types beside the published one."""

import csv
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from tests.pages import Page, error_codes
from tests.vacancies.profile_files import CODES
from vacancies.models import Profile, Vacancy
from vacancies.profiles.rules.loading import bands, scheme
from vacancies.profiles.rules.profile_files import read_profiles

TYPE, SAMPLE = (reverse(f"admin:vacancies_profile_{name}") for name in ("type", "sample"))
DESK = reverse("admin:guidance_desk")
POST = {"title": "Librarian", "band": "5", "edition": "2026", "source": "NHS Employers"}
LEVELS = dict.fromkeys(CODES, "2-3ab")


@pytest.fixture
def editor(people, client_of, reference_data):
    return client_of(people.editor)


def send(client, press, **changed):
    return client.post(TYPE, {**POST, **LEVELS, press: "yes", **changed})


def test_it_is_shown_before_it_is_saved_and_says_who_uses_what_it_replaces(editor, people):
    old = Profile.objects.for_libraries().in_force().filter(band="5").first()
    Vacancy.objects.create(title="Post", organisation=people.northfield, profile=old)
    page = Page(send(editor, "preview", replaces=old.code))
    assert not Profile.objects.filter(status="national", for_proof=False).exists()
    assert old.title in page.text("#replaced")
    assert "1 vacancy" in page.text("#replaced")
    boxes = page.all("#content form input[type=hidden]")
    hidden = {one.get("name"): one.get("value") or "" for one in boxes}
    assert {code: hidden[code] for code in CODES} == LEVELS
    assert editor.post(TYPE, {**hidden, "save": "yes"}).status_code == 302
    made = Profile.objects.get(status="national", for_proof=False)
    assert (made.title, made.band, made.confirmed) == ("Librarian", "5", True)
    assert made.factors.count() == len(CODES)
    assert made.read_on is not None
    old.refresh_from_db()
    assert old.replaced_by == made
    assert LogEntry.objects.count() == 2


def test_a_level_that_cannot_be_read_is_said_at_its_box_and_nothing_is_lost(editor):
    response = send(editor, "save", F1="high", F16="9")
    page = Page(response)
    assert set(error_codes(response.context["form"])) == {"F1", "F16"}
    assert (page.value("F1"), page.value("F2")) == ("high", "2-3ab")
    assert "#id_F1" in page.addresses(".nhsuk-error-summary")


def test_without_javascript_a_press_adds_up_and_another_reads_the_table(editor):
    page = Page(send(editor, "total", F1="", title=""))
    assert page.errors == set()
    assert "1 of 16" in page.text("#typed-total")
    page = Page(send(editor, "read", table="\n".join(["4"] * 16), F1="2"))
    assert page.value("F1") == "4"
    assert page.value("title") == "Librarian"
    scores = sum(scheme().points(code, 4) for code in CODES)
    assert str(scores) in page.text("#typed-total")


def test_a_total_outside_the_band_is_said(editor):
    assert "outside-band" in Page(send(editor, "preview", band="9")).ids


def test_the_same_profile_twice_is_refused(editor):
    assert send(editor, "save").status_code == 302
    response = send(editor, "save")
    assert len(response.context["form"].non_field_errors()) == 1


def test_the_sample_is_a_file_that_can_be_sent(editor):
    content = editor.get(SAMPLE).content
    found, bad = read_profiles(content, "sample.csv", scheme(), bands())
    assert (len(found), bad) == (1, ())
    assert set(CODES) <= set(next(csv.reader(io.StringIO(content.decode("utf-8-sig")))))


def test_it_is_for_editors(people, client_of, reference_data):
    for address in (TYPE, SAMPLE):
        assert client_of(people.manager).get(address).status_code == 302


def test_it_stands_first_on_the_desk_until_there_is_a_national_profile(editor):
    page = Page(editor.get(DESK))
    assert page.addresses("#content-main")[0] == TYPE
    send(editor, "save")
    assert TYPE not in Page(editor.get(DESK)).addresses("#content")
