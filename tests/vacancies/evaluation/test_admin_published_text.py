"""An editor adds a published text to look for: hashes are kept, its words are not."""

import json
import uuid

import pytest
from django.contrib.admin.models import LogEntry
from django.core import serializers
from django.urls import reverse

from vacancies.drafting.services.ordered import add_duty
from vacancies.models import PublishedText

ADD = reverse("admin:vacancies_publishedtext_add")
TEXT = "Catalogues unusual tapestries beside the eastern harbour every second Wednesday morning"
ADVICE = "Say what the person does here."

pytestmark = pytest.mark.usefixtures("reference_data")


def answers(**changed):
    return {
        "name": "Librarian, band 5",
        "source": "https://profiles.example/5",
        "read_on": "2026-11-25",
        "text": TEXT,
        **changed,
    }


def duty_page(client, vacancy):
    return client.get(reverse("vacancies:duty_list", args=[vacancy.pk])).content.decode()


def test_a_pasted_text_is_found_in_drafts_and_its_words_are_nowhere(
    vacancy, editor, as_manager, django_capture_on_commit_callbacks
):
    add_duty(vacancy=vacancy, text=f"The person {TEXT.lower()}", key=uuid.uuid4())
    assert ADVICE not in duty_page(as_manager, vacancy)
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(ADD, answers()).status_code == 302
    assert ADVICE in duty_page(as_manager, vacancy)
    row = PublishedText.objects.get()
    assert len(row.runs) == len(TEXT.split()) - 7
    stored = serializers.serialize("json", [row, *LogEntry.objects.all()])
    assert "tapestries" not in stored.lower()
    change = reverse("admin:vacancies_publishedtext_change", args=[row.pk])
    assert "tapestries" not in editor.get(change).content.decode().lower()
    delete = reverse("admin:vacancies_publishedtext_delete", args=[row.pk])
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(delete, {"post": "yes"})
    assert ADVICE not in duty_page(as_manager, vacancy)


def test_a_paraphrase_stays_silent(vacancy, editor, as_manager, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(ADD, answers())
    text = "Every second Wednesday, catalogues tapestries that are unusual, by the harbour"
    add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
    assert ADVICE not in duty_page(as_manager, vacancy)


def test_a_text_too_short_is_refused(editor):
    page = editor.post(ADD, answers(text="Seven words are not enough to find"))
    assert "fewer than 8 words" in page.content.decode()
    assert not PublishedText.objects.exists()


def test_a_change_without_a_text_keeps_the_hashes(editor):
    editor.post(ADD, answers())
    row = PublishedText.objects.get()
    change = reverse("admin:vacancies_publishedtext_change", args=[row.pk])
    assert editor.post(change, answers(name="Renamed", text="")).status_code == 302
    again = PublishedText.objects.get()
    assert (again.name, again.runs) == ("Renamed", row.runs)
    other = " ".join(f"word{number}" for number in range(9))
    editor.post(change, answers(text=other))
    assert len(PublishedText.objects.get().runs) == 2
    assert json.dumps(PublishedText.objects.get().runs) != json.dumps(row.runs)
