"""The quick induction checklist: its questions, its validation and public access."""

import re
from html import unescape

import pytest

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.induction_pages import KINDS, POST, QUICK, page_of, quick_file
from tests.vacancies.typed import TOO_LONG
from vacancies.models import PlanTask
from vacancies.planning.rules.checklist import OF_STARTERS

ROWS = ("review", "complete")
START = {"start_day": "4", "start_month": "1", "start_year": "2027"}

pytestmark = pytest.mark.usefixtures("reference_data")


def test_quick_checklist_asks_first_and_blames_nobody(client):
    page = Page(client.get(QUICK))
    assert page.errors == set()
    assert "no-account" in page.ids
    assert page.all("[name=role]")


def test_quick_checklist_of_an_address_that_asks_something_else_is_blank(client):
    assert Page(client.get(QUICK, {"utm_source": "mail"})).errors == set()


def test_quick_checklist_shows_tasks_owners_and_dates(client):
    page = Page(client.get(QUICK, POST))
    assert page.heading.endswith("librarian, band 5")
    assert "Monday 4 January 2027" in page.text("#made-for")
    owned = {row[1].removeprefix("Who ") for row in page.rows()}
    assert owned <= {owner.name for owner in OF_STARTERS.values()}
    assert "Mon 4 Jan 2027" in [row[2].removeprefix("Due ") for row in page.rows()]
    assert "suggestion" in page.statuses
    assert len(page.all("caption")) == 6


def test_quick_checklist_shows_the_days_of_probation_and_the_blank_form(client):
    page = Page(client.get(QUICK, POST))
    days = {name: page.all(f"#probation-{name} time")[0].get("datetime") for name in ROWS}
    assert days == {"review": "2027-06-03", "complete": "2027-07-03"}
    assert "/vacancies/induction/probation-review.docx" in page.links


def test_quick_checklist_counts_with_the_notice_that_was_given(client):
    page = Page(client.get(QUICK, {**POST, "notice": "12"}))
    assert page.all("#probation-notice time")[0].get("datetime") < "2027-04-10"
    assert [link for link in page.links if "notice=12" in link]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_probation_review_file_is_made_on_the_spot(client, kind):
    response = client.get(f"/vacancies/induction/probation-review.{kind}")
    assert response.status_code == 200
    assert response["Content-Disposition"].endswith(f'.{kind}"')
    assert client.get("/vacancies/induction/probation-review.ics").status_code == 404


def test_quick_checklist_takes_what_its_own_form_sends(client):
    sent = {"role": "librarian", "band": "5", "team": "team", **START}
    assert page_of(client, QUICK, sent) == page_of(client, QUICK, POST)


@pytest.fixture
def as_it_is(client):
    return page_of(client, QUICK, POST)


@each(
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
def test_quick_checklist_understands_other_spellings(client, as_it_is, changed):
    assert page_of(client, QUICK, {**POST, **changed}) == as_it_is


WRONG = [
    ({"start": "2027-02-30"}, "invalid", "start_0"),
    ({"start": "2066-11-23"}, "max_value", "start_0"),
    ({"start": "1986-11-23"}, "min_value", "start_0"),
    ({"start": "9999-12-31"}, "max_value", "start_0"),
    ({"start": "0001-01-01"}, "min_value", "start_0"),
    ({"start": "garbage"}, "missing", "start_0"),
    ({"start": "27-01-04"}, "year", "start_2"),
    ({"start": "٢٠٢٧-٠١-٠٤"}, "invalid", "start_0"),
    ({"start": "２０２７-01-04"}, "invalid", "start_2"),
    ({"start": TOO_LONG}, "missing", "start_0"),
    ({"start": "2027-01-04T09:00"}, "invalid", "start_0"),
    ({"start": ""}, "required", "start_0"),
    ({"role": "archbishop"}, "invalid_choice", "role"),
    ({"role": TOO_LONG}, "invalid_choice", "role"),
    ({"role": ""}, "required", "role"),
    ({"band": "1"}, "invalid_choice", "band"),
    ({"band": "٥"}, "invalid_choice", "band"),
    ({"band": "Band"}, "required", "band"),
    ({"team": "choir"}, "invalid_choice", "team"),
    ({"notice": "14"}, "max_value", "notice"),
]


@each("changed, code, box", WRONG)
def test_quick_checklist_says_what_is_wrong_at_the_field(client, changed, code, box):
    (field,) = changed
    response = client.get(QUICK, {**POST, **changed})
    page = Page(response)
    assert response.status_code == 200
    assert page.errors == {field}
    assert error_codes(response.context["form"]) == {field: {code}}
    (target,) = page.addresses(".nhsuk-error-summary__list")
    assert target.startswith(f"#id_{box}")
    assert page.text(".nhsuk-error-summary__list li") == page.error(field)


@pytest.mark.parametrize("kind", KINDS)
@each("changed, code, box", WRONG[::6])
def test_quick_checklist_file_refuses_with_the_form(client, kind, changed, code, box):
    response = client.get(quick_file(kind), {**POST, **changed})
    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/html")
    assert Page(response).errors == set(changed)


@pytest.mark.parametrize("kind", KINDS)
def test_quick_checklist_file_of_an_empty_address_asks_for_everything(client, kind):
    response = client.get(quick_file(kind))
    assert response.status_code == 400
    assert Page(response).errors == {"role", "band", "start"}


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
    response = client.get(QUICK, {"start_day": "4"})
    (error,) = response.context["form"].errors.as_data()["start"]
    assert (error.code, error.params["parts"]) == ("missing", ["month", "year"])


@pytest.mark.parametrize("kind", ["exe", "PDF", "pdf2", ""])
def test_quick_checklist_in_another_kind_of_file_is_not_there(client, kind):
    assert client.get(f"/vacancies/induction/checklist.{kind}", POST).status_code == 404


def test_quick_checklist_is_only_read(client):
    assert client.post(QUICK, POST).status_code == 405
    assert client.post(quick_file("pdf"), POST).status_code == 405


def test_quick_checklist_without_any_task_says_so(client):
    PlanTask.objects.update(in_use=False)
    assert "no-tasks" in Page(client.get(QUICK, POST)).ids
    for kind, (_, start) in KINDS.items():
        assert client.get(quick_file(kind), POST).content.startswith(start)


def test_a_manager_gets_tasks_that_others_do_not(client):
    task = PlanTask.objects.filter(group="manager").first()
    assert task.text not in page_of(client, QUICK, POST)
    response = client.get(QUICK, {**POST, "manager": "yes"})
    assert task.text in Page(response).text()
    assert response.context["checklist"].manages_people


def test_somebody_who_works_alone_gets_other_tasks(client):
    manager = {**POST, "manager": "yes"}
    only_teams = PlanTask.objects.get(code="G7")
    reworded = PlanTask.objects.exclude(solo_text="").filter(bands="").first()
    in_team = page_of(client, QUICK, manager)
    alone = page_of(client, QUICK, {**manager, "team": "solo"})
    assert only_teams.text in in_team
    assert only_teams.text not in alone
    assert reworded.text in in_team
    assert reworded.solo_text in alone


def test_a_task_for_some_bands_is_left_out_for_others(client):
    task = PlanTask.objects.filter(group="day-one").first()
    PlanTask.objects.filter(pk=task.pk).update(bands="7,8a", text="Only for the top")
    assert "Only for the top" not in page_of(client, QUICK, POST)
    assert "Only for the top" in page_of(client, QUICK, {**POST, "band": "8a"})
