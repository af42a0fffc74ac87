"""The checker on the web: pasted text and files, nothing stored, bad input answered."""

from datetime import date
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from kls_portal.operation.site_version import invalidate_public_cache
from kls_portal.reference.loading import load_facts
from kls_portal.reference.models import Fact
from tests.each import each
from tests.pages import Page
from tests.vacancies.rulebook.gold.marked import gold_texts
from vacancies.checks.forms import CheckForm
from vacancies.checks.views import MOST_SHOWN
from vacancies.models import Vacancy
from vacancies.reading.old_job import MOST_LINES
from vacancies.reading.pasted import read_pasted
from vacancies.rulebook.check import check
from vacancies.rulebook.entries import MOST_OPEN
from vacancies.rulebook.questions import questions_for
from vacancies.rulebook.rulebook import rules

ADDRESS = reverse("vacancies:text_check")
TEXT = "Job title: Librarian\n\nYou must have a degree. <script>alert(1)</script> He is dynamic."

pytestmark = pytest.mark.django_db


def page(client, **answers):
    return client.post(ADDRESS, {"kind": "jd", **answers})


def places_linked(shown):
    """The places in the text to which the points lead."""
    return {link[1:] for link in shown.links if link.startswith("#place-")}


def places_marked(shown):
    return {one for one in shown.ids if one.startswith("place-")}


def gold_text(half: str, name: str) -> str:
    return next(gold.text for gold in gold_texts(half) if gold.name == name)


def word_file(text: str) -> SimpleUploadedFile:
    document, stream = Document(), BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return SimpleUploadedFile("old.docx", stream.getvalue())


def test_text_check_shows_the_place_the_reason_and_the_source(client):
    response = page(client, pasted=TEXT)
    shown = Page(response)
    assert places_linked(shown) == places_marked(shown) != set()
    assert "C7" in [one.get("data-rule") for one in shown.all("[data-rule]")]
    assert "finding-1" in shown.ids
    assert shown.all("mark")
    assert b"<script>alert(1)" not in response.content
    for finding in response.context["report"].findings:
        told = shown.text(f"[data-rule={finding.rule}]")
        assert finding.message in told
        assert finding.source in told


def test_text_check_reads_a_mail_as_the_import_does(client):
    mail = "> Criteria:\n>\n> A native speakerâ€™s English, for Â£9 an hour\n"
    sent = SimpleUploadedFile("mail.txt", mail.encode())
    plain = "Criteria:\n\nA native speaker’s English, for £9 an hour\n"
    read = [page(client, **one).context["report"] for one in ({"pasted": mail}, {"file": sent})]
    assert read == [check(plain, "jd", today=date(2026, 11, 23))] * 2


def test_text_check_shows_each_rule_once_the_unlawful_first(client):
    text = "Able-bodied.\nHe runs it.\nShe too.\nNative English speaker.\nYou utilise the LMS."
    shown = Page(page(client, pasted=text, kind="all"))
    rules_shown = [one.get("data-rule") for one in shown.all("[data-rule]")]
    assert rules_shown[:3] == ["L2", "L3", "C7"]
    assert len(rules_shown) == len(set(rules_shown))
    chips = shown.texts("[data-rule=C7] .portal-chip")
    assert [chip.partition(": ")[2] for chip in chips] == ["He", "She"]


def test_text_check_leads_from_place_to_place_and_back(client):
    shown = Page(page(client, pasted=TEXT))
    nexts = [one.get("href") for one in shown.all("mark .portal-text__next")]
    first = next(one for one in shown.all("p a") if one.text_content() == "Go to the first place")
    assert {first.get("href"), *nexts} == {f"#{one}" for one in places_marked(shown)}
    assert len(nexts) == len(places_marked(shown)) - 1
    assert shown.all("details[open] .portal-text")


def test_text_check_opens_with_ten_entries_and_folds_the_others(client):
    text = gold_text("outside_development", "07_advert_band6_icb")
    shown = Page(page(client, pasted=text, kind="advert"))
    folded = shown.all("details [data-rule]")
    assert len(shown.all("[data-rule]")) - len(folded) == MOST_OPEN
    assert folded


def test_text_check_shows_how_the_text_reads_in_words(client):
    text = "You utilise the desk. Books are ordered. " + "You help " + "and help " * 13 + "us."
    shown = " ".join(page(client, pasted=text).content.decode().split())
    assert "Aim for 11, and for 14 at most." in shown
    assert "Over 25 words: 1 of 3." in shown
    assert "Over 80 words: 0 of 1." in shown
    assert "1 of 3 sentences (33%)" in shown
    assert "“utilise”: try “use”" in shown
    assert "“librarian”" in shown


def test_text_check_has_no_numbers_of_a_text_without_words(client):
    assert "how-it-reads" not in Page(page(client, pasted="…")).ids


def test_text_check_reads_a_word_file(client):
    shown = Page(page(client, file=word_file("We want a dynamic person.")))
    assert "dynamic" in shown.texts("mark")[0]
    assert "found" in shown.ids


def test_text_check_is_quiet_on_a_letterhead(client):
    response = page(client, pasted="Northfield NHS Foundation Trust", kind="all")
    assert response.context["report"].summary.must == 0


@each(
    "answers, field",
    [
        ({}, "pasted"),
        ({"pasted": " \n "}, "pasted"),
        ({"pasted": "x" * 200_001}, "pasted"),
        ({"pasted": "A text", "kind": "letter"}, "kind"),
        ({"file": SimpleUploadedFile("a.txt", b"")}, "file"),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 6_000_000)}, "file"),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 200_001)}, "file"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")}, "file"),
        ({"file": SimpleUploadedFile("a.docx", b"PK\x03\x04 broken")}, "file"),
        ({"file": SimpleUploadedFile("a.txt", b"\x00\x01\x02" * 99)}, "file"),
    ],
)
def test_text_check_says_what_is_wrong(client, answers, field):
    shown = Page(page(client, **answers))
    assert shown.errors == {field}
    assert "found" not in shown.ids


def test_text_check_refuses_a_text_and_a_file_and_keeps_the_text(client):
    shown = Page(page(client, pasted="My own words", file=word_file("x")))
    assert shown.errors == {"file"}
    assert shown.value("pasted") == "My own words"


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


@each("text", ["\u0000\u202e أمين 📚", "a" * 200_000, "he " * 5_000])
def test_text_check_answers_odd_texts(client, text):
    assert page(client, pasted=text).status_code == 200


def test_rule_list_shows_every_rule(client):
    shown = Page(client.get(reverse("vacancies:rule_list")))
    found = [one.get("data-rule") for one in shown.all("[data-rule]")]
    asked = [one.get("data-question") for one in shown.all("[data-question]")]
    assert sorted({*found, *asked}) == sorted(rules())
    grades = [rules()[one].severity for one in found]
    assert grades == sorted(grades, key=["must", "should", "could"].index)
    addresses = {rules()[one].address for one in found} - {""}
    assert addresses <= set(shown.addresses("table"))
    assert all(shown.all(f"[data-rule={one}] .nhsuk-tag") == [] for one in found)


def test_rule_list_tells_what_is_read_from_what_people_answer(client):
    shown = Page(client.get(reverse("vacancies:rule_list")))
    assert shown.all("[data-fields-alone]")
    questions = questions_for("selection")
    assert questions
    assert all(question.question in shown.text() for question in questions)
    assert all(question.question not in " ".join(shown.texts("table")) for question in questions)


@each("unit", ["1\n", "•\t", "\u2029-", "\n-", "a\tb\n", "\r\n-"])
def test_text_check_refuses_more_lines_than_a_job_description_has(client, unit):
    text = unit * (MOST_LINES + 1)
    response = page(client, pasted=text)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["pasted"]
    assert response.context["form"]["pasted"].value().count("\n") == text.count("\n")
    sent = SimpleUploadedFile("jd.txt", text.encode())
    assert list(page(client, file=sent).context["form"].errors) == ["file"]


def test_text_check_reads_as_many_lines_as_the_import_does():
    text = "A line.\n" * MOST_LINES
    assert CheckForm({"pasted": text, "kind": "jd"}).is_valid()
    assert read_pasted(text)


def test_text_check_shows_no_more_points_than_somebody_reads(client):
    text = "He must have a degree and a driving licence.\n" * MOST_SHOWN
    response = page(client, pasted=text)
    found, shown = response.context["report"].findings, Page(response)
    assert len(found) > MOST_SHOWN
    assert response.context["shown"] == MOST_SHOWN
    assert places_linked(shown) == places_marked(shown) != set()
    assert response.context["not_shown"] == len(found) - MOST_SHOWN
    assert not page(client, pasted=TEXT).context["not_shown"]


def test_a_corrected_figure_of_pay_reaches_the_check_at_once(client):
    load_facts()
    corrected = Fact.objects.filter(name="pay-band-5-entry").latest("since")
    advert = {"kind": "advert", "pasted": f"Librarian. £{int(corrected.value):,} a year."}

    def told(response):
        return "T2" in [one.rule for one in response.context["report"].findings]

    assert not told(page(client, **advert))
    # It turns out to be pay of the year before: the row now tells of that year.
    Fact.objects.filter(pk=corrected.pk).update(since=date(2024, 4, 1))
    invalidate_public_cache()
    assert told(page(client, **advert))


def test_a_text_that_names_no_nation_is_checked_for_that_of_the_member(people, client_of):
    type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation="NIR")

    def law_in(text, user):
        answer = page(client_of(user), pasted=text)
        report = answer.context["report"]
        assert f'data-nation="{report.nation}"' in answer.text
        return next(one.source for one in report.findings if one.rule == "L1")

    text = "Librarian. Excellent attendance record and good general health."
    member = people.lead
    assert "Disability Discrimination Act 1995" in law_in(text, member)
    assert "Equality Act 2010" in law_in(f"{text} NHS Scotland.", member)
    assert law_in(text, None) == law_in(text, people.other) == law_in(text, people.editor)
    assert "Equality Act 2010" in law_in(text, None)
