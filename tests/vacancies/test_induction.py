"""Induction checklists: the quick one, open to everybody, and the one of a vacancy."""

import io
import re
from html import unescape

import pytest
from django.apps import apps
from django.urls import reverse
from docx import Document
from icalendar import Calendar

from tests.vacancies.typed import ODD_TEXTS, TOO_LONG
from vacancies.models import InductionTask, Vacancy

QUICK = reverse("vacancies:quick_checklist")
KINDS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
    ),
    "ics": ("text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
}
POST = {"role": "librarian", "band": "5", "start": "2027-01-04"}
START = {"start_day": "4", "start_month": "1", "start_year": "2027"}

pytestmark = pytest.mark.usefixtures("reference_data")


def quick_file(kind):
    return reverse("vacancies:quick_checklist_file", args=[kind])


def page_of(client, url, answers=None):
    return unescape(client.get(url, answers).content.decode())


def rows_of_every_table():
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


# Asking


def test_quick_checklist_asks_first_and_blames_nobody(client):
    page = page_of(client, QUICK)
    assert "Quick induction checklist" in page
    assert "There is a problem" not in page
    assert "You need no account, and we store nothing." in page


def test_quick_checklist_of_an_address_that_asks_something_else_is_blank(client):
    assert "There is a problem" not in page_of(client, QUICK, {"utm_source": "mail"})


def test_quick_checklist_shows_tasks_owners_and_dates(client):
    page = page_of(client, QUICK, POST)
    assert "Induction checklist: librarian, band 5" in page
    assert "Start date: Monday 4 January 2027." in page
    assert "Line manager" in page
    assert "Mon 4 Jan 2027" in page
    assert "Suggestion" in page
    assert page.count("<caption") == 6


def test_quick_checklist_takes_what_its_own_form_sends(client):
    sent = {"role": "librarian", "band": "5", "team": "team", **START}
    assert page_of(client, QUICK, sent) == page_of(client, QUICK, POST)


@pytest.mark.parametrize(
    "changed",
    [
        {"role": "Librarian"},
        {"role": " LIBRARIAN "},
        {"band": "Band 5"},
        {"band": "band5"},
        {"start": "2027-1-4"},
        {"start": " 2027-01-04 "},
        {"start": "2027-January-4"},
        {"team": "TEAM"},
        {"manager": "no"},
    ],
)
def test_quick_checklist_understands_other_spellings(client, changed):
    assert page_of(client, QUICK, {**POST, **changed}) == page_of(client, QUICK, POST)


WRONG = [
    ({"start": "2027-02-30"}, "Start date must be a real date", "start_0"),
    ({"start": "2066-11-23"}, "The start date must be between 23 November 2025", "start_0"),
    ({"start": "1986-11-23"}, "The start date must be between 23 November 2025", "start_0"),
    ({"start": "9999-12-31"}, "Start date must be 31 December 2100 or earlier", "start_0"),
    ({"start": "0001-01-01"}, "Start date must be 1 January 1900 or later", "start_0"),
    ({"start": "garbage"}, "Start date must include a day and month", "start_0"),
    ({"start": "27-01-04"}, "The year must have 4 numbers", "start_2"),
    ({"start": "٢٠٢٧-٠١-٠٤"}, "Start date must be a real date", "start_0"),
    ({"start": "２０２７-01-04"}, "Start date must be a real date", "start_2"),
    ({"start": "2027-01-04\x00"}, "Start date must be a real date", "start_0"),
    ({"start": TOO_LONG}, "Start date must include a day and month", "start_0"),
    ({"start": "2027-01-04T09:00"}, "Start date must be a real date", "start_0"),
    ({"start": ""}, "Enter start date", "start_0"),
    ({"role": "archbishop"}, "Choose a role from the list", "role"),
    ({"role": "lib\x00rarian"}, "Choose a role from the list", "role"),
    ({"role": TOO_LONG}, "Choose a role from the list", "role"),
    ({"role": ""}, "Choose a role", "role"),
    ({"band": "1"}, "Choose a band from the list", "band"),
    ({"band": "٥"}, "Choose a band from the list", "band"),
    ({"band": "Band"}, "Choose a band", "band"),
    ({"team": "choir"}, "Select", "team"),
]


@pytest.mark.parametrize(("changed", "sentence", "box"), WRONG)
def test_quick_checklist_says_what_is_wrong_at_the_field(client, changed, sentence, box):
    response = client.get(QUICK, {**POST, **changed})
    page = unescape(response.content.decode())
    assert response.status_code == 200
    summary = page[page.index("There is a problem") :].split("</ul>")[0]
    assert sentence in summary
    target = re.search(r'href="#([\w-]+)"', summary)[1]
    assert target.startswith(f"id_{box}")
    assert f'id="{target}"' in page
    assert page.count(sentence) >= 2
    assert "<title>Error: " in re.sub(r">\s+", ">", page)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("changed", "sentence", "box"), WRONG)
def test_quick_checklist_file_refuses_with_the_form(client, kind, changed, sentence, box):
    response = client.get(quick_file(kind), {**POST, **changed})
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/html")
    assert sentence in unescape(response.content.decode())


@pytest.mark.parametrize("kind", KINDS)
def test_quick_checklist_file_of_an_empty_address_asks_for_everything(client, kind):
    response = client.get(quick_file(kind))
    page = response.content.decode()
    assert response.status_code == 400
    for sentence in ("Choose a role", "Choose a band", "Enter start date"):
        assert sentence in page


def test_quick_checklist_keeps_everything_typed(client):
    typed = {"start_day": "30", "start_month": "Feb", "start_year": '20"27<'}
    page = client.get(
        QUICK,
        {"role": "librarian", "band": "6", "manager": "on", "team": "solo", **typed},
    ).content.decode()
    for name, text in typed.items():
        shown = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)
        assert unescape(shown[1]) == text
    chosen = re.findall(r'<option value="([^"]+)"[^>]*selected', page)
    assert chosen == ["librarian", "6"]
    assert re.findall(r'value="(\w+)"[^>]*\schecked', page) in (["on", "solo"], ["solo"])
    assert page.count(" checked") == 2


def test_quick_checklist_with_a_single_part_of_a_date_names_the_others(client):
    page = page_of(client, QUICK, {"start_day": "4"})
    assert "Start date must include a month and year" in page


@pytest.mark.parametrize("kind", ["exe", "PDF", "pdf2", ""])
def test_quick_checklist_in_another_kind_of_file_is_not_there(client, kind):
    assert client.get(f"/vacancies/induction/checklist.{kind}", POST).status_code == 404


def test_quick_checklist_is_only_read(client):
    assert client.post(QUICK, POST).status_code == 405
    assert client.post(quick_file("pdf"), POST).status_code == 405


def test_quick_checklist_without_any_task_says_so(client):
    InductionTask.objects.update(in_use=False)
    assert "This checklist has no tasks." in page_of(client, QUICK, POST)
    for kind, (_, start) in KINDS.items():
        assert client.get(quick_file(kind), POST).content.startswith(start)


# Files


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


@pytest.mark.parametrize("url", [QUICK, *map(quick_file, KINDS)])
def test_the_quick_checklist_stores_nothing_and_sets_no_cookie(client, url):
    before = rows_of_every_table()
    answers = [client.get(url, POST), client.get(url, {**POST, "start": "x"}), client.get(url)]
    assert rows_of_every_table() == before
    assert not any(answer.cookies for answer in answers)
    assert not client.cookies


@pytest.mark.parametrize("url", [QUICK, *map(quick_file, KINDS)])
def test_the_quick_checklist_answers_head_without_a_body(client, url):
    full, head = client.get(url, POST), client.head(url, POST)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Type"] == full.headers["Content-Type"]


@pytest.mark.parametrize("kind", ["pdf", "ics"])
def test_quick_checklist_file_of_the_same_answers_is_the_same(client, kind):
    first, second = (client.get(quick_file(kind), POST).content for _ in range(2))
    assert first == second


def test_the_quick_checklist_asks_the_database_for_one_thing_once(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        client.get(QUICK, POST)
    with django_assert_max_num_queries(0):
        client.get(quick_file("ics"), POST)


def test_the_page_links_to_files_of_the_same_answers(client):
    page = page_of(client, QUICK, {**POST, "manager": "yes", "team": "solo"})
    links = re.findall(r'href="([^"]*checklist\.(\w+)\?[^"]*)"', page)
    assert [kind for _, kind in links] == ["pdf", "docx", "ics"]
    for link, kind in links:
        assert "manager=yes&team=solo" in link
        assert client.get(link).content.startswith(KINDS[kind][1])


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


# Who it is for


def test_a_manager_gets_tasks_that_others_do_not(client):
    task = InductionTask.objects.filter(only_managers=True).first()
    assert task.text not in page_of(client, QUICK, POST)
    page = page_of(client, QUICK, {**POST, "manager": "yes"})
    assert task.text in page
    assert "For a post that manages people." in page


def test_somebody_who_works_alone_gets_other_tasks(client):
    manager = {**POST, "manager": "yes"}
    only_teams = InductionTask.objects.filter(only_teams=True, bands="").first()
    reworded = InductionTask.objects.exclude(solo_text="").filter(bands="").first()
    in_team = page_of(client, QUICK, manager)
    alone = page_of(client, QUICK, {**manager, "team": "solo"})
    assert only_teams.text in in_team
    assert only_teams.text not in alone
    assert reworded.text in in_team
    assert reworded.solo_text in alone
    assert "For somebody who works alone." in alone


def test_a_task_for_some_bands_is_left_out_for_others(client):
    task = InductionTask.objects.first()
    InductionTask.objects.filter(pk=task.pk).update(bands="7,8a", text="Only for the top")
    assert "Only for the top" not in page_of(client, QUICK, POST)
    assert "Only for the top" in page_of(client, QUICK, {**POST, "band": "8a"})


# The checklist of a vacancy


def own(vacancy, kind=None):
    name = "induction_file" if kind else "induction_detail"
    return reverse(f"vacancies:{name}", args=[vacancy.pk, *([kind] if kind else [])])


@pytest.fixture
def dated(vacancy):
    Vacancy.objects.filter(pk=vacancy.pk).update(starts_on="2027-05-03", band="5")
    return vacancy


def test_induction_detail_without_a_start_date_says_where_to_give_it(vacancy, as_manager):
    page = page_of(as_manager, own(vacancy))
    assert "The checklist counts from the start date. This vacancy has none yet." in page
    assert reverse("vacancies:dates_edit", args=[vacancy.pk]) in page


@pytest.mark.parametrize("kind", KINDS)
def test_induction_file_without_a_start_date_leads_to_the_page(vacancy, as_manager, kind):
    response = as_manager.get(own(vacancy, kind))
    assert response.status_code == 302
    assert response.headers["Location"] == own(vacancy)


def test_induction_detail_counts_from_the_start_date(dated, as_manager):
    page = page_of(as_manager, own(dated))
    assert "Start date: Monday 3 May 2027." in page
    # 3 May 2027 is the early May bank holiday: day one is the day after.
    assert "Tue 4 May 2027" in page
    assert "Mon 3 May 2027" not in page


def test_induction_detail_is_tailored_to_the_post(dated, as_manager):
    task = InductionTask.objects.filter(only_managers=True, only_teams=False, solo_text="").first()
    assert task.text not in page_of(as_manager, own(dated))
    Vacancy.objects.filter(pk=dated.pk).update(manages_people=True, works_alone=True)
    page = page_of(as_manager, own(dated))
    assert task.text in page
    assert "For somebody who works alone. For a post that manages people." in page


@pytest.mark.parametrize("kind", KINDS)
def test_induction_file_names_the_post_only(dated, as_manager, kind):
    response = as_manager.get(own(dated, kind))
    content_type, start = KINDS[kind]
    assert response.headers["Content-Type"] == content_type
    assert response.content.startswith(start)
    name = f"induction-checklist-librarian-2027-05-03.{kind}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "private, no-store"
    assert as_manager.head(own(dated, kind)).content == b""


def test_a_later_start_moves_the_events_of_the_calendar(dated, as_manager):
    def events():
        calendar = Calendar.from_ical(as_manager.get(own(dated, "ics")).content)
        return {str(event["UID"]): event["DTSTART"].dt for event in calendar.walk("VEVENT")}

    before = events()
    Vacancy.objects.filter(pk=dated.pk).update(starts_on="2027-06-07")
    after = events()
    assert before.keys() == after.keys()
    assert all(after[uid] > day for uid, day in before.items())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "title",
    [
        *ODD_TEXTS.values(),
        "\ufffe\uffff",
        "́" * 100,
        "﷽" * 100,
        "a\r\nX-Evil: 1",
        "W" * 200,
    ],
)
def test_induction_file_builds_with_any_title(dated, as_manager, kind, title):
    Vacancy.objects.filter(pk=dated.pk).update(title=title, place=title, band="")
    response = as_manager.get(own(dated, kind))
    assert response.status_code == 200
    assert response.content.startswith(KINDS[kind][1])
    name = response.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="induction-checklist-[a-z0-9-]+\.\w+"', name)


@pytest.mark.parametrize("page", ["induction_detail", "induction_file"])
def test_the_checklist_of_another_organisation_is_not_there(
    other_vacancy, as_manager, client, page
):
    rest = ["pdf"] if page == "induction_file" else []
    url = reverse(f"vacancies:{page}", args=[other_vacancy.pk, *rest])
    assert as_manager.get(url).status_code == 404
    assert client.get(url).status_code == 302


def test_induction_detail_asks_little_of_the_database(
    dated, as_manager, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        as_manager.get(own(dated))
