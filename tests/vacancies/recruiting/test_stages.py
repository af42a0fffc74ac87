"""Checklists of a vacancy: shown, dated, ticked, printed, kept from others."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from tests.pages import Page
from tests.vacancies.stages import DATES, at, change, fresh, task
from tests.vacancies.versions import freeze
from vacancies.models import AdvertChannel, Outcome, Profile, StageTask, StageTick
from vacancies.planning.rules.stage import STAGES
from vacancies.recruiting.services.advert_plan import choose_channel
from vacancies.recruiting.services.stages import StageError, stage_of, tick_task, untick_task

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.fixture
def dated(vacancy):
    return change(vacancy, contract="permanent", band="5", **DATES)


def test_a_tick_just_after_midnight_in_summer_is_of_that_day(dated, people):
    found = stage_of(dated, "advertising").tasks[0].id
    tick_task(vacancy=dated, stage="advertising", code=found, person=people.manager)
    StageTick.objects.update(done_at="2027-06-30T23:30Z")
    assert task(dated, "advertising", found).done.at.date() == date(2027, 7, 1)


@pytest.fixture
def ticked(dated, people):
    """The vacancy with the task on the dates of the advert done."""
    tick_task(vacancy=dated, stage="advertising", code="AD8", person=people.manager)
    return dated


@pytest.mark.parametrize("stage", STAGES)
def test_stage_detail_shows_owner_date_and_guidance_page(as_manager, dated, stage):
    page = Page(as_manager.get(at("stage_detail", dated, stage)))
    for one in stage_of(dated, stage).tasks:
        row = page.text(f"#task-{one.id}")
        assert one.page.address in page.addresses(f"#task-{one.id}")
        for words in (one.text, one.owner.name, f"{one.due:%a} {one.due.day} {one.due:%b %Y}"):
            assert " ".join(words.split()) in row


def test_stage_detail_without_dates_says_which_and_leads_there(as_manager, vacancy):
    change(vacancy, closes_on=DATES["closes_on"])
    response = as_manager.get(at("stage_detail", vacancy, "selection"))
    page, (missing,) = Page(response), response.context["checklist"].missing
    assert missing.name in page.text("#missing-dates")
    assert page.addresses("#missing-dates") == [at("dates_edit", vacancy)]
    assert any(missing.name in row for row in page.texts("[id^=task-]"))
    assert page.addresses("#no-contract") == [at("post_edit", vacancy)]


def test_stage_detail_for_one_owner(as_manager, dated):
    page = Page(as_manager.get(at("stage_detail", dated, "advertising"), {"owner": "hr"}))
    assert [one.get("data-owner") for one in page.all("#tasks-of")] == ["hr"]
    tasks = stage_of(dated, "advertising").tasks
    theirs = {f"task-{one.id}" for one in tasks if one.owner.slug == "hr"}
    assert theirs
    assert {one for one in page.ids if one.startswith("task-")} == theirs


@pytest.mark.parametrize(("owner", "status"), [("nobody", 404), ("it", 200), ("", 200)])
def test_stage_detail_for_an_owner_without_a_task(as_manager, dated, owner, status):
    address = at("stage_detail", dated, "advertising") + f"?owner={owner}"
    assert as_manager.get(address).status_code == status


def test_stage_tick_by_its_button_and_back(as_manager, dated):
    address = at("stage_tick", dated, "advertising", "AD8")
    response = as_manager.post(address, {"owner": "line-manager"})
    list_address = at("stage_detail", dated, "advertising")
    assert response.headers["Location"] == f"{list_address}?owner=line-manager#task-AD8"
    page = Page(as_manager.get(list_address))
    assert page.all("#how-far")[0].get("data-done") == "1"
    assert page.status("#task-AD8") == "done"
    assert "(Manager)" in page.text("#task-AD8")
    as_manager.post(address, {"done": "no"})
    row = StageTick.objects.get()
    assert (row.done_by.name, row.undone_by.name) == ("Manager", "Manager")
    assert Page(as_manager.get(list_address)).all("#how-far")[0].get("data-done") == "0"


def test_stage_tick_of_a_task_that_is_gone_says_so(as_manager, dated):
    response = as_manager.post(at("stage_tick", dated, "advertising", "gone"), follow=True)
    assert Page(response).banner == "important"


def test_two_who_tick_one_after_the_other_are_both_right(ticked, people):
    tick_task(vacancy=ticked, stage="advertising", code="AD8", person=people.lead)
    assert StageTick.objects.get().done_by == people.manager
    untick_task(vacancy=ticked, code="AD8", person=people.lead)
    untick_task(vacancy=ticked, code="AD8", person=people.lead)
    tick_task(vacancy=ticked, stage="advertising", code="AD8", person=people.lead)
    assert StageTick.objects.count() == 2


def test_open_tasks_move_with_the_dates_and_done_ones_do_not(ticked):
    was = {code: task(ticked, "advertising", code).due for code in ("AD8", "AD9", "AD20")}
    change(ticked, opens_on=date(2026, 12, 14), closes_on=date(2027, 1, 11))
    now = {code: task(ticked, "advertising", code).due for code in was}
    assert now["AD8"] == was["AD8"]
    assert now["AD9"] > was["AD9"]
    assert now["AD20"] > was["AD20"]


@pytest.mark.parametrize("how", ["withdrawn", "deleted", "another route", "no dates"])
def test_a_done_task_stays_whatever_becomes_of_it(ticked, how):
    was = task(ticked, "advertising", "AD8")
    if how == "withdrawn":
        StageTask.objects.filter(code="AD8").update(in_use=False)
    elif how == "deleted":
        StageTask.objects.filter(code="AD8").delete()
    elif how == "another route":
        change(ticked, contract="work-experience")
    else:
        change(ticked, **dict.fromkeys(DATES))
    assert task(ticked, "advertising", "AD8") == was


def test_a_colleague_who_left_is_not_named(ticked, people, client_of):
    people.manager.delete()
    page = Page(client_of(people.lead).get(at("stage_detail", ticked, "advertising")))
    assert page.status("#task-AD8") == "done"
    assert "(Manager)" not in page.text("#task-AD8")
    assert task(fresh(ticked), "advertising", "AD8").done.by in page.text("#task-AD8")


def test_a_tick_of_a_task_left_out_is_refused(dated, people):
    dated.stage_changes.create(stage="selection", code="SE4", left_out=True, reason="No")
    with pytest.raises(StageError):
        tick_task(vacancy=fresh(dated), stage="selection", code="SE4", person=people.manager)


def test_vacancy_detail_counts_the_tasks_in_words(as_manager, ticked):
    page = Page(as_manager.get(ticked.get_absolute_url()))
    total = len(stage_of(ticked, "advertising").tasks)
    assert f"1 of {total} done" in page.text()
    assert at("stage_detail", ticked, "appointment") in page.links


def test_vacancy_detail_asks_no_more_for_a_full_file(
    as_manager, ticked, people, criteria, django_assert_max_num_queries
):
    profile = Profile.objects.get(code="ILL-LIB-5")
    freeze(change(ticked, profile=profile))
    tick_task(vacancy=ticked, stage="advertising", code="AD9", person=people.lead)
    ticked.stage_changes.create(stage="advertising", code="AD9", note="A note")
    for channel in AdvertChannel.objects.all()[:5]:
        choose_channel(vacancy=ticked, channel=channel)
    Outcome.objects.create(vacancy=ticked, applications=3)
    as_manager.get(ticked.get_absolute_url())
    with django_assert_max_num_queries(12):
        assert as_manager.get(ticked.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("stage", STAGES)
def test_stage_detail_asks_as_much_for_many_ticks_as_for_one(as_manager, dated, people, stage):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as found:
            as_manager.get(at("stage_detail", dated, stage))
        return len(found)

    tasks = [one.id for one in stage_of(dated, stage).tasks]
    tick_task(vacancy=dated, stage=stage, code=tasks[0], person=people.manager)
    queries()
    few = queries()
    for code in tasks[1:]:
        tick_task(vacancy=dated, stage=stage, code=code, person=people.lead)
        dated.stage_changes.create(stage=stage, code=code, note="A note")
    assert queries() == few < 10


def test_stage_file_holds_tasks_notes_and_no_names_in_words(as_manager, ticked):
    ticked.stage_changes.create(stage="advertising", code="AD9", note="Asked twice")
    ticked.stage_changes.create(
        stage="advertising", code="AD7", left_out=True, reason="No budget this year"
    )
    response = as_manager.get(at("stage_file", ticked, "advertising", "docx"))
    assert response.headers["Content-Disposition"].endswith('2026-11-23.docx"')
    words = "\n".join(
        cell.text
        for table in Document(BytesIO(response.content)).tables
        for row in table.rows
        for cell in row.cells
    )
    for wanted in ("Asked twice", "Guidance: Flexible working", "No budget this year", "Done 2"):
        assert wanted in words
    assert "Manager" not in words.replace("Line manager", "")


def test_stage_file_for_one_owner_is_named_after_the_role(as_manager, dated):
    response = as_manager.get(at("stage_file", dated, "advertising", "pdf") + "?owner=hr")
    assert "advertising-checklist-hr-librarian" in response.headers["Content-Disposition"]
    assert response.content.startswith(b"%PDF")


def test_stages_file_holds_all_three(as_manager, dated):
    response = as_manager.get(at("stages_file", dated, "docx"))
    headings = [
        paragraph.text
        for paragraph in Document(BytesIO(response.content)).paragraphs
        if paragraph.style.name == "Heading 2"
    ]
    assert headings == ["Advertising", "Selection", "Appointment"]


def test_another_vacancys_tasks_are_not_there(as_manager, other_vacancy):
    for name in ("stage_detail", "stage_task_create"):
        assert as_manager.get(at(name, other_vacancy, "selection")).status_code == 404
    address = at("stage_tick", other_vacancy, "selection", "SE1")
    assert as_manager.post(address).status_code == 404
    assert not StageTick.objects.exists()


@pytest.mark.parametrize("stage", ["", "nothing", "Selection"])
def test_a_stage_that_there_is_not(as_manager, vacancy, stage):
    assert as_manager.get(f"/vacancies/{vacancy.pk}/checklists/{stage}/").status_code == 404
