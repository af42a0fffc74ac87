"""Files of the quick induction checklist: their formats and names, and that nothing is stored."""

import io
import re

import pikepdf
import pytest
from django.apps import apps
from docx import Document
from icalendar import Calendar

from tests.each import each
from tests.pages import Page
from tests.vacancies.induction_pages import KINDS, POST, QUICK, page_of, quick_file

pytestmark = pytest.mark.usefixtures("reference_data")


def rows_of_every_table():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


@pytest.mark.parametrize("kind", KINDS)
def test_quick_checklist_file_is_of_its_kind_and_names_no_person(client, kind):
    response = client.get(quick_file(kind), POST)
    content_type, start = KINDS[kind]
    assert response.status_code == 200
    assert response.headers["Content-Type"] == content_type
    assert response.content.startswith(start)
    name = f"induction-checklist-librarian-2027-01-04.{kind}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


@each("url", [QUICK, *map(quick_file, KINDS)])
def test_the_quick_checklist_stores_nothing_sets_no_cookie_and_answers_head(client, url):
    before = rows_of_every_table()
    full, head = client.get(url, POST), client.head(url, POST)
    answers = [full, head, client.get(url, {**POST, "start": "x"}), client.get(url)]
    assert rows_of_every_table() == before
    assert not any(answer.cookies for answer in answers)
    assert not client.cookies
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Type"] == full.headers["Content-Type"]


def test_each_task_can_be_ticked_in_the_pdf(client):
    with pikepdf.open(io.BytesIO(client.get(quick_file("pdf"), POST).content)) as file:
        boxes = len(file.Root.AcroForm.Fields)
    assert boxes == len(Page(client.get(QUICK, POST)).all("tbody tr"))


@pytest.mark.parametrize("kind", ["pdf", "ics"])
def test_quick_checklist_file_of_the_same_answers_is_the_same(client, kind, time_machine):
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    first, second = (client.get(quick_file(kind), POST).content for _ in range(2))
    assert first == second


def test_the_quick_checklist_reads_template_and_facts_once(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # its groups, its tasks, the facts
        client.get(QUICK, POST)
    with django_assert_max_num_queries(0):
        client.get(quick_file("ics"), POST)


def test_the_page_links_to_files_of_the_same_answers(client):
    page = page_of(client, QUICK, {**POST, "manager": "yes", "team": "solo"})
    links = re.findall(r'href="([^"]*checklist\.(\w+)\?[^"]*)"', page)
    of_kind = {kind: link for link, kind in links}
    for kind, (_, start) in KINDS.items():
        assert "manager=yes&team=solo" in of_kind[kind]
        assert client.get(of_kind[kind]).content.startswith(start)


def test_page_word_file_and_calendar_hold_the_same_tasks(client):
    page = page_of(client, QUICK, POST)
    word = Document(io.BytesIO(client.get(quick_file("docx"), POST).content))
    words = "\n".join(
        cell.text for table in word.tables for row in table.rows for cell in row.cells
    )
    calendar = Calendar.from_ical(client.get(quick_file("ics"), POST).content)
    events = calendar.walk("VEVENT")
    assert len(events) > 30
    for event in events:
        task = str(event["SUMMARY"])
        assert task in page
        assert task in words
