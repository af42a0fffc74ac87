"""Retention tools: their pages, forms as files, and a year as a calendar file."""

import io

import docx
import pytest
from django.conf import settings
from icalendar import Calendar

from tests.each import each
from tests.pages import Page, error_codes
from vacancies.models import RetentionTool

pytestmark = pytest.mark.usefixtures("reference_data")
DETAIL = "/vacancies/retention/one-to-one/"
YEAR = "/vacancies/retention/year/"
FILE = "/vacancies/retention/year.ics"


def page(client, address, **query):
    return client.get(address, query).content.decode()


def test_retention_list_shows_each_tool(client):
    html = page(client, "/vacancies/retention/")
    for tool in RetentionTool.objects.all():
        assert f"/vacancies/retention/{tool.code}/" in html


def test_retention_list_needs_one_query(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/vacancies/retention/")


def test_retention_detail_says_that_how_often_is_a_suggestion(client):
    shown = Page(client.get(DETAIL))
    assert RetentionTool.objects.get(code="one-to-one").how_often in shown.text()
    assert "suggestion" in shown.statuses


def test_retention_detail_says_what_is_not_confirmed(client):
    leave = Page(client.get("/vacancies/retention/return-from-leave/"))
    assert "not-confirmed" in leave.statuses
    assert "not-confirmed" not in Page(client.get(DETAIL)).statuses


def test_retention_detail_without_such_a_tool_is_not_found(client):
    assert client.get("/vacancies/retention/no-such-tool/").status_code == 404


def test_retention_detail_makes_a_word_file_and_sets_no_cookie(client):
    given = {"kind": "docx", "questions": ["0"], "post": "Librarian", "more": "Why?\n\nHow?"}
    response = client.post(DETAIL, given)
    text = io.BytesIO(response.content)
    heads = [table.rows[0].cells[0].text for table in docx.Document(text).tables]
    asked, other, *_ = RetentionTool.objects.get(code="one-to-one").questions.splitlines()
    assert {asked, "Why?", "How?"} <= set(heads)
    assert other not in heads
    assert response.headers["Content-Disposition"].startswith('attachment; filename="1-1-meeting')
    assert not response.cookies


def test_retention_detail_makes_a_pdf(client):
    response = client.post(DETAIL, {"kind": "pdf"})
    assert response.content.startswith(b"%PDF-1.7")


@each(
    "given, field",
    [
        ({}, "kind"),
        ({"kind": "exe"}, "kind"),
        ({"kind": "pdf", "more": "a\n" * 11}, "more"),
        ({"kind": "pdf", "more": "a" * 301}, "more"),
        ({"kind": "pdf", "post": "a" * 201}, "post"),
    ],
)
def test_retention_detail_says_what_is_wrong_and_keeps_what_was_typed(client, given, field):
    shown = Page(client.post(DETAIL, {"post": "Post that stays", **given}))
    assert shown.errors == {field}
    assert shown.value("post") == given.get("post", "Post that stays")


def test_retention_detail_asks_about_what_leads_to_a_person(client):
    given = {"kind": "docx", "more": "How is your back pain, and may I ring 01632 960001?"}
    response = client.post(DETAIL, given)
    assert "phone number" in error_codes(response.context["form"])["more"]
    assert Page(response).value("more") == given["more"]
    kept = client.post(DETAIL, {**given, "keep_words": "on"})
    assert kept.content.startswith(b"PK")
    refused = client.post(DETAIL, {**given, "more": "See 943 476 5919", "keep_words": "on"})
    assert error_codes(refused.context["form"]) == {"more": {"NHS number"}}


def test_an_editors_change_shows_at_once_and_outlives_loading(client, client_of, people):
    from vacancies.management.reference_data import load_reference_data

    tool = RetentionTool.objects.get(code="one-to-one")
    tool.questions = "What made you laugh?"
    tool.save()
    load_reference_data()
    assert "What made you laugh?" in page(client, DETAIL)


def test_retention_year_shows_when_each_talk_falls(client):
    html = page(client, YEAR, start="2027-01-11", tools="one-to-one", nation="ENG")
    assert "Thu 11 February 2027" in html
    assert f"{FILE}?start=2027-01-11" in html


@each(
    "query, fields",
    [
        ({"start": "2027-01-11", "nation": "ENG"}, {"tools"}),
        ({"start": "2027-02-30", "tools": "one-to-one", "nation": "ENG"}, {"start"}),
        ({"start": "2097-01-11", "tools": "one-to-one", "nation": "ENG"}, {"start"}),
        ({"start": "x", "tools": "no-such", "nation": "FR"}, {"start", "tools", "nation"}),
    ],
)
def test_retention_year_says_what_is_wrong(client, query, fields):
    assert Page(client.get(YEAR, query)).errors == fields


def test_retention_year_file_is_a_calendar(client):
    query = {"start": "2027-01-11", "tools": ["one-to-one", "recognition"], "nation": "ENG"}
    response = client.get(FILE, query)
    events = Calendar.from_ical(response.content).events
    assert len(events) == 13
    assert client.get(FILE, query).content == response.content


def test_the_same_talk_is_the_same_entry_when_another_tool_is_added(client):
    query = {"start": "2027-01-11", "nation": "ENG"}
    one, both = (
        {str(event["UID"]) for event in Calendar.from_ical(client.get(FILE, asked).content).events}
        for asked in (
            {**query, "tools": "one-to-one"},
            {**query, "tools": ["one-to-one", "exit-conversation"]},
        )
    )
    assert one < both


def test_retention_year_file_says_what_to_look_back_at_in_words(client):
    query = {"start": "2027-01-11", "tools": "exit-conversation", "nation": "ENG"}
    events = Calendar.from_ical(client.get(FILE, query).content).events
    assert [(event.start.isoformat(), str(event["SUMMARY"])) for event in events] == [
        ("2027-02-11", "Exit conversations: look at the themes, without names"),
        ("2027-08-11", "Exit conversations: look at the themes, without names"),
    ]


def test_each_tool_leads_to_its_own_year_and_the_year_to_its_form(client):
    assert f'href="{YEAR}?tools=one-to-one"' in page(client, DETAIL)
    shown = Page(client.get(YEAR, {"tools": "one-to-one"}))
    assert shown.errors == set()
    assert [box.get("value") for box in shown.all("[checked]")] == ["one-to-one"]
    query = {"start": "2027-01-11", "tools": "one-to-one", "nation": "ENG"}
    (first, *_) = Calendar.from_ical(client.get(FILE, query).content).events
    assert f"{settings.SITE_ADDRESS}{DETAIL}" in str(first["DESCRIPTION"])


def test_retention_year_names_what_an_event_alone_calls_for(client):
    RetentionTool.objects.filter(code="exit-conversation").update(months=0)
    html = page(client, YEAR, start="2027-01-11", tools="one-to-one", nation="ENG")
    assert '<a href="/vacancies/retention/exit-conversation/">Exit conversation</a>' in html


def test_retention_year_file_of_nothing_asks(client):
    assert client.get(FILE).status_code == 400
