"""The checker on the web: pasted text and files, nothing stored, bad input answered."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from vacancies.checks.questions import questions_for
from vacancies.checks.rulebook import rules
from vacancies.models import Vacancy
from vacancies.reading.old_job import MOST_LINES
from vacancies.views.checks import MOST_SHOWN

ADDRESS = reverse("vacancies:text_check")
TEXT = "Job title: Librarian\n\nYou must have a degree. <script>alert(1)</script> He is dynamic."

pytestmark = pytest.mark.django_db


def page(client, **answers):
    return client.post(ADDRESS, {"kind": "jd", **answers})


def word_file(text: str) -> SimpleUploadedFile:
    document, stream = Document(), BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return SimpleUploadedFile("old.docx", stream.getvalue())


def test_text_check_shows_the_place_the_reason_and_the_source(client):
    shown = page(client, pasted=TEXT).content.decode()
    assert "Use &quot;you&quot; or &quot;they&quot;." in shown
    assert set(re.findall(r'href="#(place-\d+)"', shown)) == set(
        re.findall(r'id="(place-\d+)"', shown)
    )
    assert 'id="finding-1"' in shown
    assert "<mark>" in shown
    assert "<script>alert(1)" not in shown
    assert "Source:" in shown


def test_text_check_shows_how_the_text_reads_with_the_numbers(client):
    text = "You utilise the desk. Books are ordered. " + "You help " + "and help " * 13 + "us."
    shown = " ".join(page(client, pasted=text).content.decode().split())
    assert "Aim for 11, and for 14 at most." in shown
    assert "Over 25 words: 1 of 3." in shown
    assert "Over 80 words: 0 of 1." in shown
    assert "1 of 3 sentences (33%)" in shown
    assert "“utilise”: try “use”" in shown
    assert "“librarian”" in shown


def test_text_check_has_no_numbers_of_a_text_without_words(client):
    assert "How it reads" not in page(client, pasted="…").content.decode()


def test_text_check_reads_a_word_file(client):
    shown = page(client, file=word_file("We want a dynamic person.")).content.decode()
    assert "dynamic" in shown
    assert "What we found" in shown


def test_text_check_is_quiet_on_a_letterhead(client):
    shown = page(client, pasted="Northfield NHS Foundation Trust", kind="all").content.decode()
    assert "0 must" in shown or "We found nothing to point out" in shown


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Paste a text or choose a file"),
        ({"pasted": " \n "}, "Paste a text or choose a file"),
        ({"pasted": "x" * 200_001}, "characters or fewer"),
        ({"pasted": "A text", "kind": "letter"}, "There is a problem"),
        ({"file": SimpleUploadedFile("a.txt", b"")}, "The file is empty."),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 6_000_000)}, "The file is larger than 5 MB."),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 200_001)}, "more than 200,000 characters"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")}, "This is a PDF."),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04 broken")}, "There is a problem"),
        ({"file": SimpleUploadedFile("a.txt", b"\x00\x01\x02" * 99)}, "There is a problem"),
    ],
)
def test_text_check_says_what_is_wrong(client, answers, sentence):
    response = page(client, **answers)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert "What we found" not in response.content.decode()


def test_text_check_refuses_a_text_and_a_file_and_keeps_the_text(client):
    shown = page(client, pasted="My own words", file=word_file("x")).content.decode()
    assert "Choose a file or paste a text, not both" in shown
    assert "My own words" in shown


def test_text_check_stores_nothing_and_sets_no_cookie(caplog):
    client = Client(enforce_csrf_checks=True)
    assert client.get(ADDRESS).cookies == {}
    response = page(client, pasted=TEXT)
    assert response.status_code == 200
    assert response.cookies == {}
    assert response.headers["Cache-Control"] == "private, no-store"
    assert not Session.objects.exists()
    assert not Vacancy.objects.exists()
    assert "degree" not in caplog.text


@pytest.mark.parametrize("text", ["\u0000\u202e أمين 📚", "a" * 200_000, "he " * 60_000])
def test_text_check_answers_odd_texts(client, text):
    assert page(client, pasted=text).status_code == 200


def test_rule_list_shows_every_rule(client):
    shown = client.get(reverse("vacancies:rule_list")).content.decode()
    found = re.findall(r"[> ]([A-E]\d{1,2})\. ", shown)
    assert sorted(found) == sorted(rules())


def test_rule_list_tells_what_is_read_from_what_people_answer(client):
    shown = client.get(reverse("vacancies:rule_list")).content.decode()
    checks, questions = shown.split("Questions for people")
    assert "A vacancy’s fields" in checks
    assert all(question.text in unescape(questions) for question in questions_for("selection"))


@pytest.mark.parametrize("unit", ["\n-", "1\n", "•\t", "a\tb\n", "\r\n-", "\u2029-"])
def test_text_check_refuses_more_lines_than_a_job_description_has(client, unit):
    text = unit * (200_000 // len(unit))
    response = page(client, pasted=text)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["pasted"]
    assert response.context["form"]["pasted"].value().count("\n") == text.count("\n")
    sent = SimpleUploadedFile("jd.txt", text.encode())
    assert list(page(client, file=sent).context["form"].errors) == ["file"]


def test_text_check_reads_as_many_lines_as_the_import_does(client):
    response = page(client, pasted="A line.\n" * MOST_LINES)
    assert "report" in response.context


def test_text_check_shows_no_more_points_than_somebody_reads(client):
    text = "He or she must have a degree and a driving licence.\n" * MOST_SHOWN
    response = page(client, pasted=text)
    found, shown = response.context["report"].findings, response.content.decode()
    assert len(found) > MOST_SHOWN
    assert shown.count('id="finding-') == MOST_SHOWN
    assert set(re.findall(r'href="#(place-\d+)"', shown)) == set(
        re.findall(r'id="(place-\d+)"', shown)
    )
    assert response.context["not_shown"] == len(found) - MOST_SHOWN
    assert not page(client, pasted=TEXT).context["not_shown"]
