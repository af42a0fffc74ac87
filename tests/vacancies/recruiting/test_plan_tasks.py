"""Tasks of a vacancy's plan: shown under their milestones, ticked, changed, added, left out."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, connections
from django.urls import reverse

from tests.each import each
from tests.pages import Page, error_codes
from tests.vacancies.conftest import make_criterion
from tests.vacancies.induction_pages import page_of
from tests.vacancies.plans import new_plan
from tests.vacancies.plans import task as induction_task
from tests.vacancies.timeline_pages import SEEN, address, events_of, step_date, task
from tests.vacancies.versions import freeze
from vacancies.models import (
    AdvertCase,
    AdvertChannel,
    HandoverAnswers,
    Outcome,
    PlanTask,
    Profile,
    Question,
    TaskChange,
    Tick,
    Vacancy,
)
from vacancies.posts.rules import STAGES, RefusedError
from vacancies.recruiting.services.advert_plan import choose_channel
from vacancies.recruiting.services.selection import add_question
from vacancies.recruiting.services.tasks import VacancyTasks

pytestmark = pytest.mark.usefixtures("reference_data")
DATES = {
    "opens_on": date(2026, 12, 7),
    "closes_on": date(2027, 1, 4),
    "interview_on": date(2027, 1, 18),
    "starts_on": date(2027, 4, 6),
}


def change(vacancy, **fields):
    Vacancy.objects.filter(pk=vacancy.pk).update(**fields)
    return Vacancy.objects.for_plan().get(pk=vacancy.pk)


@pytest.fixture
def dated(vacancy):
    return change(vacancy, contract="permanent", band="5", **DATES)


@pytest.fixture
def tasks(dated, people):
    return VacancyTasks(dated, people.manager)


@pytest.fixture
def ticked(tasks, dated):
    """The vacancy with the task on the first lines of the advert done."""
    tasks.tick("AD10")
    return dated


def date_of(year, month, day):
    parts = {"day": day, "month": month, "year": year}
    return {f"due_on_{part}": str(value) for part, value in parts.items()}


def edit(client, vacancy, code, **typed):
    """Send the form of a task with what it shows, but for what is typed."""
    page = address(vacancy, "timeline_task_edit", code)
    form = client.get(page).context["form"]
    shown = {name: form[name].value() or "" for name in form.fields if name != "due_on"}
    return client.post(page, {**shown, **typed})


def add(client, vacancy, **changed):
    given = {"text": "Book a room", "owner": "team", "key": str(uuid.uuid4()), **changed}
    return client.post(address(vacancy, "timeline_task_create"), given)


def test_timeline_detail_shows_each_task_under_its_milestone(as_manager, dated, tasks):
    page = Page(as_manager.get(address(dated)))
    for group in tasks.dated():
        for one in group.tasks:
            row = page.text(f"#step-{group.id} #task-{one.id}")
            for words in (one.text, one.owner.name, f"{one.due:%a} {one.due.day} {one.due:%b %Y}"):
                assert " ".join(words.split()) in row
            assert page.addresses(f"#task-{one.id}") == [
                address(dated, "timeline_task_edit", one.id)
            ]


def test_the_page_of_a_task_leads_to_where_it_is_done_and_to_the_guidance(as_manager, dated, tasks):
    for code, where in (("AD9", "advert_plan_detail"), ("SE9", "question_list")):
        page = Page(as_manager.get(address(dated, "timeline_task_edit", code)))
        about = tasks.task(code)[1].page.address
        assert page.addresses("#ways") == [address(dated, where), about]


def test_timeline_step_edit_shows_its_own_tasks_and_ticks_lead_back(as_manager, dated):
    step = address(dated, "timeline_step_edit", "channels")
    page = Page(as_manager.get(step))
    assert page.all("#task-AD10")
    assert not page.all("#task-AD20")
    tick = address(dated, "timeline_task_tick", "AD10")
    assert as_manager.post(tick, {"step": "channels"}).headers["Location"] == f"{step}#task-AD10"


def test_timeline_detail_for_one_owner(as_manager, dated, tasks):
    page = Page(as_manager.get(address(dated), {"owner": "hr"}))
    assert [one.get("data-owner") for one in page.all("#tasks-of")] == ["hr"]
    theirs = {f"task-{t.id}" for g in tasks.dated() for t in g.tasks if t.owner.slug == "hr"}
    assert {one for one in page.ids if one.startswith("task-")} == theirs != set()
    kept = {str(one["SUMMARY"]) for one in events_of(as_manager, dated, owner="hr")}
    every = {str(one["SUMMARY"]) for one in events_of(as_manager, dated)}
    others = {
        f"{t.text} ({dated.title})" for g in tasks.dated() for t in g.tasks if t.owner.slug != "hr"
    }
    assert kept == every - others != every
    assert as_manager.get(address(dated), {"owner": "nobody"}).status_code == 404


def test_timeline_task_tick_by_its_button_and_back(as_manager, dated):
    tick = address(dated, "timeline_task_tick", "AD10")
    response = as_manager.post(tick, {"owner": "line-manager"})
    where = f"{address(dated)}?open=channels&owner=line-manager#task-AD10"
    assert response.headers["Location"] == where
    before = Page(as_manager.get(address(dated)))
    assert before.status("#task-AD10") == "done"
    assert "(Manager)" in before.text("#task-AD10")
    as_manager.post(tick, {"done": "no"})
    row = Tick.objects.get()
    assert (row.person.name, row.undone_person.name) == ("Manager", "Manager")
    after = Page(as_manager.get(address(dated)))
    counts = [int(page.all("#how-far")[0].get("data-done")) for page in (before, after)]
    assert counts[0] == counts[1] + 1


@each("page", ["timeline_task_tick", "timeline_task_edit"])
def test_a_task_that_is_not_there_leads_back_with_a_sentence(as_manager, dated, page):
    send = as_manager.post if page.endswith("tick") else as_manager.get
    response = send(address(dated, page, "gone"), follow=True)
    assert Page(response).banner == "important"
    assert response.redirect_chain[-1][0] == address(dated)


def test_two_who_tick_one_after_the_other_are_both_right(ticked, people):
    other = VacancyTasks(ticked, people.lead)
    other.tick("AD10")
    assert Tick.objects.get().person == people.manager
    other.untick("AD10")
    other.untick("AD10")
    other.tick("AD10")
    assert Tick.objects.count() == 2


def test_a_tick_just_after_midnight_in_summer_is_of_that_day(ticked):
    Tick.objects.update(done_at="2027-06-30T23:30Z")
    assert task(ticked, "AD10").done.at.date() == date(2027, 7, 1)


def test_open_tasks_move_with_the_dates_and_done_ones_do_not(ticked):
    was = {code: task(ticked, code).due for code in ("AD10", "AD5", "AD20")}
    change(ticked, opens_on=date(2026, 12, 14), closes_on=date(2027, 1, 11))
    now = {code: task(ticked, code).due for code in was}
    assert now["AD10"] == was["AD10"]
    assert now["AD5"] > was["AD5"]
    assert now["AD20"] > was["AD20"]


@pytest.mark.parametrize("how", ["withdrawn", "deleted", "another route", "no dates"])
def test_a_done_task_stays_whatever_becomes_of_it(ticked, how):
    was = task(ticked, "AD10")
    if how == "withdrawn":
        PlanTask.objects.filter(code="AD10").update(in_use=False)
    elif how == "deleted":
        PlanTask.objects.filter(code="AD10").delete()
    elif how == "another route":
        change(ticked, contract="work-experience")
    else:
        change(ticked, **dict.fromkeys(DATES))
    assert task(ticked, "AD10") == was


def test_a_colleague_who_left_is_not_named(ticked, people, client_of):
    people.manager.delete()
    page = Page(client_of(people.lead).get(address(ticked)))
    assert page.status("#task-AD10") == "done"
    assert "(Manager)" not in page.text("#task-AD10")
    assert task(ticked, "AD10").done.by in page.text("#task-AD10")


def test_a_tick_of_a_task_left_out_is_refused(tasks):
    tasks.leave_out("SE4", "No")
    with pytest.raises(RefusedError):
        tasks.tick("SE4")


def test_timeline_task_edit_keeps_note_owner_and_date(as_manager, dated):
    typed = {"owner": "hr", "note": "Asked on Monday.\nNo answer yet.", **date_of(2026, 12, 1)}
    assert edit(as_manager, dated, "SE4", **typed).status_code == 302
    found = task(dated, "SE4")
    assert (found.owner.name, f"{found.due}", found.is_changed) == ("HR", "2026-12-01", True)
    page = page_of(as_manager, address(dated))
    assert "Asked on Monday.<br>No answer yet." in page
    tags = Page(page).all("#task-SE4 [data-status]")
    assert "changed-here" in [tag.get("data-status") for tag in tags]


def test_timeline_task_edit_with_nothing_in_it_is_as_in_the_template(as_manager, dated):
    edit(as_manager, dated, "SE4", owner="hr", note="Ours")
    edit(as_manager, dated, "SE4", owner="panel-chair", note="")
    assert not TaskChange.objects.exists()


def test_timeline_task_edit_in_two_windows_shows_both(as_manager, dated):
    page = address(dated, "timeline_task_edit", "SE4")
    old = SEEN.search(page_of(as_manager, page))[1]
    edit(as_manager, dated, "SE4", note="Of the first window")
    response = edit(as_manager, dated, "SE4", note="Of the second window", version_token=old)
    (there,) = response.context["form"].changed_meanwhile
    assert there.stored == "Of the first window"
    assert Page(response).value("note") == "Of the second window"
    assert TaskChange.objects.get().note == "Of the first window"
    assert edit(as_manager, dated, "SE4", note="Of the second window").status_code == 302
    assert TaskChange.objects.get().note == "Of the second window"


def test_timeline_task_edit_of_a_done_task_takes_a_note_alone(as_manager, ticked):
    was = task(ticked, "AD10")
    page = Page(as_manager.get(address(ticked, "timeline_task_edit", "AD10")))
    assert page.all("[name=note]")
    assert not page.all("[name=owner]")
    edit(as_manager, ticked, "AD10", note="It went well", owner="hr", **date_of(2026, 12, 1))
    now = task(ticked, "AD10")
    assert (now.owner, now.due, now.note) == (was.owner, was.due, "It went well")


@each(
    "typed, codes",
    [
        (
            {"note": "See 943 476 5919", "owner": "the cat", **date_of(2026, 2, 30)},
            {"note": "NHS number", "owner": "invalid_choice", "due_on": "invalid"},
        ),
        (
            {"note": "Ring 01632 960001", "group": "the cat", **date_of(2126, 1, 1)},
            {"note": "phone number", "group": "invalid_choice", "due_on": "max_value"},
        ),
        ({"note": "x" * 20_000}, {"note": "max_length"}),
    ],
)
def test_timeline_task_edit_says_what_is_wrong_and_loses_nothing(as_manager, dated, typed, codes):
    response = edit(as_manager, dated, "SE4", **typed)
    assert Page(response).errors == set(codes)
    found = error_codes(response.context["form"])
    assert found == {field: {code} for field, code in codes.items()}
    assert Page(response).value("note") == typed["note"]
    assert not TaskChange.objects.exists()


def test_timeline_task_create_sent_twice_adds_one_that_hangs_on_its_milestone(as_manager, dated):
    key = str(uuid.uuid4())
    for _ in range(2):
        assert add(as_manager, dated, key=key, group="interview").status_code == 302
    row = TaskChange.objects.get()
    found = task(dated, row.code)
    assert (row.is_own, found.due) == (True, DATES["interview_on"])
    page = Page(as_manager.get(address(dated)))
    assert page.all(f"#step-interview #task-{row.code}")
    edit(as_manager, dated, row.code, text="Book the big room", group="")
    assert (task(dated, row.code).text, task(dated, row.code).due) == ("Book the big room", None)


@each(
    "field, typed, code",
    [("text", "", "required"), ("text", "x" * 301, "max_length"), ("key", "no key", "invalid")],
)
def test_timeline_task_create_says_what_is_wrong(as_manager, dated, field, typed, code):
    response = add(as_manager, dated, note="Kept as typed", **{field: typed})
    assert Page(response).errors == {"" if field == "key" else field}
    assert error_codes(response.context["form"]) == {field: {code}}
    assert Page(response).value("note") == "Kept as typed"
    assert not TaskChange.objects.exists()


def test_timeline_task_remove_asks_for_a_reason_and_takes_it_back(as_manager, dated):
    page = address(dated, "timeline_task_remove", "SE4")
    assert Page(as_manager.post(page, {"reason": " "})).errors == {"reason"}
    for _ in range(2):
        shown = Page(as_manager.post(page, {"reason": "No task this time"}, follow=True))
        assert "No task this time" in shown.text("#left-out-SE4")
    assert task(dated, "SE4") is None
    as_manager.post(address(dated, "timeline_task_restore", "SE4"))
    assert task(dated, "SE4")


def test_timeline_task_remove_of_an_own_task_keeps_it_to_take_in_again(as_manager, dated):
    add(as_manager, dated)
    code = TaskChange.objects.get().code
    as_manager.post(address(dated, "timeline_task_remove", code), {"reason": "Not this month"})
    assert task(dated, code) is None
    assert Page(as_manager.get(address(dated))).all(f"#left-out-{code}")
    as_manager.post(address(dated, "timeline_task_restore", code))
    assert task(dated, code).text == "Book a room"


def test_timeline_task_remove_of_a_done_task_is_refused(as_manager, ticked):
    page = address(ticked, "timeline_task_remove", "AD10")
    assert Page(as_manager.post(page, {"reason": "No"}, follow=True)).banner == "important"
    assert task(ticked, "AD10").done


def test_a_note_outlives_a_route_that_no_longer_has_the_task(as_manager, dated):
    edit(as_manager, dated, "SE4", note="Asked on Monday")
    change(dated, contract="volunteer")
    page = Page(as_manager.get(address(dated)))
    assert "Asked on Monday" in page.text("#task-SE4 [data-note]")
    assert task(dated, "SE4").orphan_reason in {
        tag.get("data-status") for tag in page.all("#task-SE4 [data-status]")
    }


def test_vacancy_detail_counts_the_tasks_of_each_part(as_manager, ticked):
    page = Page(as_manager.get(ticked.get_absolute_url()))
    assert address(ticked) in page.links
    assert f"{address(ticked)}?open=advertise#part-advertise" in page.links


def test_vacancy_detail_asks_no_more_for_a_full_file(
    as_manager, ticked, people, criteria, django_assert_max_num_queries
):
    """Nor does the plan: what the tasks' facts ask stays the same."""

    def asked():
        count = 0
        for page in (ticked.get_absolute_url(), address(ticked)):
            as_manager.get(page)
            with django_assert_max_num_queries(60) as queries:
                as_manager.get(page)
            count += len(queries)
        return count

    few = asked()
    for channel in AdvertChannel.objects.all()[:6]:
        choose_channel(vacancy=ticked, channel=channel)
    VacancyTasks(ticked, people.manager).tick("SE4")
    VacancyTasks(ticked, people.manager).change("SE6", note="A note")
    freeze(ticked)
    Outcome.objects.create(vacancy=ticked)
    Profile.objects.first()
    # Versions, and on each page the channels of an outcome.
    assert asked() <= few + 3


def test_another_vacancys_tasks_are_not_there(as_manager, other_vacancy):
    for page in ("timeline_detail", "timeline_task_create"):
        assert as_manager.get(address(other_vacancy, page)).status_code == 404
    assert as_manager.post(address(other_vacancy, "timeline_task_tick", "SE1")).status_code == 404
    assert not Tick.objects.exists()


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite in memory refuses a second connection."
)
@pytest.mark.django_db(transaction=True)
def test_two_who_tick_at_once_are_both_right(dated, people):
    def ticks(person):
        try:
            VacancyTasks(dated, person).tick("SE4")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(ticks, (people.manager, people.lead)))
    assert Tick.objects.count() == 1


def test_a_start_changed_in_one_asks_about_the_other(as_manager, dated, people):
    plan = new_plan(people, vacancy=dated, starts_on=DATES["starts_on"])
    pages = (address(dated), plan.get_absolute_url())
    first = dated.get_absolute_url()
    assert not [page for page in pages if Page(as_manager.get(page)).all("[data-start-differs]")]
    assert not Page(as_manager.get(first)).all("[data-waits=starts]")
    change(dated, starts_on=date(2027, 5, 4))
    assert Page(as_manager.get(first)).all("[data-waits=starts]")
    assert all(Page(as_manager.get(page)).all("[data-start-differs]") for page in pages)
    as_manager.post(reverse("vacancies:plan_start_move", args=[plan.pk]))
    plan.refresh_from_db()
    assert (plan.starts_on, plan.moves) == (date(2027, 5, 4), 1)
    assert not [page for page in pages if Page(as_manager.get(page)).all("[data-start-differs]")]


def test_a_meeting_of_probation_moved_in_the_plan_has_that_day_in_each_induction(
    as_manager, dated, people
):
    """Who works on other days, or starts on another, has days of their own."""
    followed = new_plan(people, vacancy=dated, starts_on=DATES["starts_on"])
    others = [
        new_plan(people, vacancy=dated, starts_on=DATES["starts_on"], weekdays=[1, 2]),
        new_plan(people, vacancy=dated, starts_on=date(2027, 4, 7)),
    ]
    before = [induction_task(plan, "T1").due for plan in others]
    step_date(dated, "probation-second", day=date(2027, 6, 15))
    page = as_manager.get(address(dated, "induction_detail"))
    tasks = {task.id: task.due for task in page.context["checklist"].tasks}
    plan = {code: induction_task(followed, code).due for code in ("M4", "T1", "S1")}
    assert plan == {code: tasks[code] for code in plan}
    lines = as_manager.get(address(dated)).context["lines"]
    assert list(plan.values()) == [line.row.day for line in lines[-3:]]
    assert plan["T1"] == date(2027, 6, 15)
    assert [induction_task(plan, "T1").due for plan in others] == before


def test_a_task_ticks_itself_and_says_from_what(as_manager, dated, people):
    """Of each task with a fact: the facts' own tests are below."""
    assert task(dated, "AD6").done.fact
    shown = Page(as_manager.get(address(dated)))
    assert task(dated, "AD6").done.fact in shown.text("[data-fact=AD6]")
    assert shown.status("#task-AD6") == "done"


def test_reopen_wins_over_the_fact_for_good(as_manager, dated):
    tick = address(dated, "timeline_task_tick", "AD6")
    as_manager.post(tick, {"done": "no"})
    assert task(dated, "AD6").done is None
    change(dated, interview_on=date(2027, 1, 20))
    assert task(dated, "AD6").done is None
    edit(as_manager, dated, "AD6", note="Not agreed yet")
    edit(as_manager, dated, "AD6", note="")
    assert task(dated, "AD6").done is None
    as_manager.post(tick)
    assert task(dated, "AD6").done.by == "Manager"
    as_manager.post(tick, {"done": "no"})
    assert task(dated, "AD6").done is None


def test_reopen_wins_over_a_fact_that_comes_true_later(as_manager, dated):
    tick = address(dated, "timeline_task_tick", "AD9")
    as_manager.post(tick)
    as_manager.post(tick, {"done": "no"})
    choose_channel(vacancy=dated, channel=AdvertChannel.objects.filter(beyond_nhs=True)[0])
    assert task(dated, "AD9").done is None


def test_facts_tick_what_was_done_on_our_pages(dated, people, duties):
    assert task(dated, "AD9").done is None
    choose_channel(vacancy=dated, channel=AdvertChannel.objects.filter(beyond_nhs=True)[0])
    assert task(dated, "AD9").done.fact
    AdvertCase.objects.create(vacancy=dated, reasons="Two rounds without applicants.")
    assert task(dated, "AD7").done.fact
    criterion = make_criterion(dated, "Can teach", assessed_by=["interview"])
    assert task(dated, "SE9").done is None
    asked = {"criterion": criterion, "method": "interview", "text": "How do you teach?"}
    add_question(vacancy=dated, key=uuid.uuid4(), **asked)
    assert "all criteria" in task(dated, "SE9").done.fact
    assert task(dated, "SE10").done is None
    Question.objects.update(one="None", three="Some", five="All")
    assert task(dated, "SE10").done.fact
    HandoverAnswers.objects.create(vacancy=dated, purge_on=date(2027, 9, 1), contacts="HR")
    assert task(dated, "AP12").done.fact
    new_plan(people, vacancy=dated)
    assert task(dated, "AP13").done.fact
    assert task(dated, "AP14").done is None
    change(dated, closes_on=date(2026, 12, 10))
    assert task(dated, "AD8").done is None


def test_applicants_are_counted_once_each_channel_of_this_round_has_its_number(dated):
    first, second = AdvertChannel.objects.all()[:2]
    earlier, newest = (Outcome.objects.create(vacancy=dated, round=number) for number in (1, 2))
    for channel in (first, second):
        choose_channel(vacancy=dated, channel=channel)
        earlier.channels.create(channel=channel, applications=3)
    newest.channels.create(channel=first, applications=4)
    row = newest.channels.create(channel=second, views=90)
    assert task(dated, "AD21").done is None
    row.applications = 0
    row.save()
    assert task(dated, "AD21").done.fact


def test_the_plan_opens_at_the_stage_that_the_first_page_names(as_manager, dated):
    """What happens by itself is never marked, and what is passed needs no mark."""
    step_date(dated, "job-description", done_at="2026-11-20T12:00Z")
    first = as_manager.get(dated.get_absolute_url()).context["standing"]
    unfolded = as_manager.get(address(dated)).context["unfolded"]
    assert [slug for slug in STAGES if unfolded.get(slug)] == [first.current] == ["advertise"]


def test_the_page_of_the_plan_has_few_controls_on_opening(as_manager, dated):
    """What stands within a closed part is not seen; its summary is."""
    main = Page(as_manager.get(address(dated))).all("main")[0]
    seen = [
        one
        for one in main.iter("a", "button", "summary")
        if not any(
            fold.get("open") is None and not (one.tag == "summary" and one.getparent() is fold)
            for fold in one.iterancestors("details")
        )
    ]
    assert 10 < len(seen) < 40
