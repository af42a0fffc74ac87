"""Wording copied from a profile, on the pages of a draft: marked as advice; nothing is blocked."""

import json
import tomllib
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.ordered import add_duty
from vacancies.evaluation.rules.copied_wording import Runs, copied_words_in
from vacancies.models import Profile, Vacancy
from vacancies.profiles.rules.loading import scheme

GIST = scheme().factors[0].levels[2].gist
ADVICE = "copied-wording"
"""The id of the advice beside words of a profile."""


def page(client, vacancy, name):
    return Page(client.get(reverse(f"vacancies:{name}", args=[vacancy.pk])))


def mark(text):
    return text.rstrip(".")


def test_duty_list_marks_lifted_words_and_links_to_the_duty(vacancy, duties, as_manager):
    lifted = add_duty(vacancy=vacancy, text=f"In this job: {GIST}", key=uuid.uuid4())
    shown = page(as_manager, vacancy, "duty_list")
    assert mark(GIST) in shown.texts("mark")
    assert ADVICE in shown.ids
    assert shown.addresses(".portal-copied") == [
        f"{reverse('vacancies:duty_list', args=[vacancy.pk])}#row-{lifted.pk}"
    ]
    assert "4" in shown.text(".portal-copied a"), "the duty is named by its number"


def test_purpose_edit_marks_its_own_texts_alone(vacancy, as_manager):
    add_duty(vacancy=vacancy, text=GIST, key=uuid.uuid4())
    assert ADVICE not in page(as_manager, vacancy, "purpose_edit").ids
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose=GIST)
    assert page(as_manager, vacancy, "purpose_edit").texts("mark") == [mark(GIST)]


def test_criterion_list_marks_lifted_words_and_links_to_the_criterion(
    vacancy, duties, criteria, as_manager
):
    lifted = make_criterion(vacancy, f"Can do this: {GIST}")
    shown = page(as_manager, vacancy, "criterion_list")
    assert shown.texts("mark") == [mark(GIST)]
    assert ADVICE in shown.ids
    assert shown.addresses(".portal-copied") == [
        f"{reverse('vacancies:criterion_list', args=[vacancy.pk])}#row-{lifted.pk}"
    ]
    assert mark(GIST) in page(as_manager, vacancy, "draft_detail").texts("mark")
    assert ADVICE not in page(as_manager, vacancy, "duty_list").ids


def test_a_criterion_is_named_by_its_number_on_the_page(vacancy, as_manager):
    make_criterion(vacancy, "Knows the town", essential=False)
    make_criterion(vacancy, "Plans a search")
    make_criterion(vacancy, GIST, essential=False)
    assert page(as_manager, vacancy, "criterion_list").text(".portal-copied a").endswith(" 3")


def test_draft_detail_marks_the_whole_draft(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose=GIST)
    add_duty(vacancy=vacancy, text=GIST, key=uuid.uuid4())
    assert page(as_manager, vacancy, "draft_detail").texts("mark") == [mark(GIST)] * 2


@pytest.mark.parametrize("name", ["duty_list", "criterion_list", "purpose_edit", "draft_detail"])
def test_honest_words_stay_silent(vacancy, duties, criteria, as_manager, name):
    shown = page(as_manager, vacancy, name)
    assert ADVICE not in shown.ids
    assert not shown.all("mark")


def test_turns_of_the_scheme_count_over_the_whole_draft(vacancy, as_manager):
    Vacancy.objects.filter(pk=vacancy.pk).update(purpose="There is freedom to act.")
    assert ADVICE not in page(as_manager, vacancy, "purpose_edit").ids
    add_duty(vacancy=vacancy, text="Needs mental effort.", key=uuid.uuid4())
    assert page(as_manager, vacancy, "purpose_edit").texts("mark") == ["freedom to act"]
    assert page(as_manager, vacancy, "duty_list").texts("mark") == ["mental effort"]


def test_the_note_of_the_chosen_profile_is_compared_with(vacancy, reference_data, as_manager):
    note = "Looks after the reading room and its many books on weekdays"
    profile = Profile.objects.get(code="ILL-LIB-5")
    Profile.objects.filter(pk=profile.pk).update(note=note)
    add_duty(vacancy=vacancy, text=note, key=uuid.uuid4())
    assert ADVICE not in page(as_manager, vacancy, "duty_list").ids
    Vacancy.objects.filter(pk=vacancy.pk).update(profile=profile)
    assert page(as_manager, vacancy, "duty_list").texts("mark") == [mark(note)]


def test_markup_in_echoed_words_is_shown_as_words(vacancy, as_manager):
    lifted = GIST.replace(",", " <script>,", 1) if "," in GIST else f"<script> {GIST}"
    add_duty(vacancy=vacancy, text=f"<script>alert(1)</script> {lifted}", key=uuid.uuid4())
    shown = page(as_manager, vacancy, "duty_list")
    assert shown.all("mark")
    assert not [one for one in shown.all("script") if "alert" in (one.text or "")]


def test_nothing_is_blocked(vacancy, as_manager):
    url = reverse("vacancies:duty_list", args=[vacancy.pk])
    given = {"order": "new-1", "rows-new-1-text": GIST, "key": str(uuid.uuid4())}
    assert as_manager.post(url, given).status_code == 302
    assert vacancy.duties.get().text == GIST


def test_hash_runs_prints_an_entry_without_the_text(tmp_path, capsys):
    text = "Undertakes enquiry work for readers and selects sources of information for them"
    path = tmp_path / "profile.txt"
    path.write_text(text, encoding="utf-8")
    options = {"name": "Librarian “5”", "source": "https://example.org/"}
    call_command("hash_runs", str(path), **options)
    printed = capsys.readouterr().out
    (entry,) = tomllib.loads(printed)["texts"]
    assert entry["name"] == options["name"]
    assert "enquiry" not in printed
    assert copied_words_in([text], Runs(frozenset(entry["runs"])))[0]
    call_command("hash_runs", str(path), format="json", **options)
    assert json.loads(capsys.readouterr().out)["runs"] == entry["runs"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b"\xff\xfe\x00", "not plain text in UTF-8"),
        (b"Too few words", "fewer than 8 words"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_hash_runs_refuses_in_words(tmp_path, content, sentence):
    path = tmp_path / "profile.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("hash_runs", str(path), name="x", source="y")
    assert refused.value.returncode == 2
