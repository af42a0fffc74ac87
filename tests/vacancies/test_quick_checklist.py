"""The quick induction checklist: what it asks, what it refuses, whom it is for."""

import re
from html import unescape

import pytest

from tests.vacancies.induction import KINDS, POST, QUICK, page_of, quick_file
from tests.vacancies.typed import TOO_LONG
from vacancies.models import InductionTask

START = {"start_day": "4", "start_month": "1", "start_year": "2027"}

pytestmark = pytest.mark.usefixtures("reference_data")


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
        {"start": "2027-01-04\x00"},  # nobody types a zero byte, so it is dropped
        {"role": "lib\x00rarian"},
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
    ({"start": "27-01-04"}, "Start date must have a year with 4 numbers", "start_2"),
    ({"start": "٢٠٢٧-٠١-٠٤"}, "Start date must be a real date", "start_0"),
    ({"start": "２０２７-01-04"}, "Start date must be a real date", "start_2"),
    ({"start": TOO_LONG}, "Start date must include a day and month", "start_0"),
    ({"start": "2027-01-04T09:00"}, "Start date must be a real date", "start_0"),
    ({"start": ""}, "Enter the start date", "start_0"),
    ({"role": "archbishop"}, "Choose a role from the list", "role"),
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
    for sentence in ("Choose a role", "Choose a band", "Enter the start date"):
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
