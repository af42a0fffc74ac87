"""An organisation's template: its lead changes it without altering the national one."""

import uuid
from datetime import date

import pytest

from kls_portal.accounts.models import Membership
from kls_portal.forms.concurrent_edit import CHANGED_MEANWHILE
from tests.pages import Page, error_codes
from tests.vacancies.plans import at, codes, new_plan, task
from vacancies.induction.rules.plan import role_title
from vacancies.models import InductionSettings, PlanTask, TaskChange

pytestmark = pytest.mark.usefixtures("reference_data")
OWN = {"text": "Show the garden", "owner": "buddy", "group": "day-one", "due": "0"}


@pytest.fixture
def as_lead(people, client_of):
    return client_of(people.lead)


def sent(client, address, **data):
    """Return the response to a form that was opened and submitted."""
    seen = Page(client.get(address)).value("version_token")
    return client.post(address, {**data, "version_token": seen, "key": str(uuid.uuid4())})


def detail(people):
    return at("template_detail", people.northfield.pk)


def test_a_lead_reaches_the_template_of_no_other_organisation(as_lead, people):
    addresses = [at(f"template_{page}", people.southmoor.pk) for page in ("detail", "task_create")]
    assert {as_lead.get(address).status_code for address in addresses} == {404}
    Membership.objects.create(user=people.lead, organisation=people.southmoor)
    assert {as_lead.get(address).status_code for address in addresses} == {403}


def test_template_task_create_reaches_plans(as_lead, people):
    plan = new_plan(people)
    address = at("template_task_create", people.northfield.pk)
    data = {**OWN, "key": str(uuid.uuid4())}
    for _ in range(2):
        assert as_lead.post(address, data).status_code == 302
    row = TaskChange.objects.get()
    assert row.code in codes(plan)
    assert f"task-{row.code}" in Page(as_lead.get(detail(people))).ids


def test_template_task_create_for_some_starters_alone(as_lead, people):
    data = {**OWN, "only_for": ["apprentice"], "key": str(uuid.uuid4())}
    as_lead.post(at("template_task_create", people.northfield.pk), data)
    code = TaskChange.objects.get().code
    assert code not in codes(new_plan(people))
    assert code in codes(new_plan(people, title="Apprentice", traits=["apprentice"]))


def test_template_task_create_for_some_roles_alone(as_lead, people):
    data = {**OWN, "roles": ["librarian"], "key": str(uuid.uuid4())}
    as_lead.post(at("template_task_create", people.northfield.pk), data)
    row = TaskChange.objects.get()
    assert row.code not in codes(new_plan(people))
    assert row.code in codes(new_plan(people, role="librarian"))
    shown = Page(as_lead.get(detail(people))).text(f"#task-{row.code}")
    assert role_title("librarian") in shown.removeprefix(row.text)
    address = at("template_task_edit", people.northfield.pk, row.code)
    sent(as_lead, address, **{**data, "roles": ["apprentice"]})
    assert row.code in codes(new_plan(people, title="Other", role="apprentice"))
    assert row.code not in codes(new_plan(people, title="Third", role="librarian"))


def test_template_task_edit_changes_the_organisation_alone(as_lead, people):
    address = at("template_task_edit", people.northfield.pk, "D5")
    before = PlanTask.objects.get(code="D5").text
    data = {"text": "Explain breaks", "owner": "hr", "group": "day-one", "due": "0"}
    sent(as_lead, address, **data)
    assert task(new_plan(people), "D5").text == "Explain breaks"
    assert PlanTask.objects.get(code="D5").text == before
    as_lead.post(at("template_task_restore", people.northfield.pk, "D5"))
    assert task(new_plan(people, title="Other"), "D5").text == before


def test_template_task_edit_and_remove_of_an_own_task(as_lead, people):
    as_lead.post(at("template_task_create", people.northfield.pk), {**OWN, "key": uuid.uuid4()})
    code = TaskChange.objects.get().code
    plan = new_plan(people)
    address = at("template_task_edit", people.northfield.pk, code)
    sent(as_lead, address, **{**OWN, "text": "Show the pond"})
    assert task(plan, code).text == "Show the pond"
    as_lead.post(at("template_task_remove", people.northfield.pk, code))
    assert TaskChange.objects.get().left_out
    assert task(plan, code).orphan_reason


def test_a_task_that_came_and_went_stays_in_open_plans_as_the_page_says(as_lead, people):
    plan = new_plan(people)
    as_lead.post(at("template_task_create", people.northfield.pk), {**OWN, "key": uuid.uuid4()})
    code = TaskChange.objects.get().code
    assert not task(plan, code).orphan_reason
    as_lead.post(at("template_task_remove", people.northfield.pk, code))
    assert task(plan, code).orphan_reason
    assert code not in codes(new_plan(people, title="Later"))


def test_template_task_edit_in_two_windows_asks_before_it_writes_over(as_lead, people):
    address = at("template_task_edit", people.northfield.pk, "D5")
    data = {"owner": "hr", "group": "day-one", "due": "0", "key": uuid.uuid4()}
    response = as_lead.post(address, {**data, "text": "Explain tea", "version_token": "old"})
    page, form = Page(response), response.context["form"]
    assert page.errors == {""}
    assert form.non_field_errors() == [CHANGED_MEANWHILE]
    before = PlanTask.objects.get(code="D5").text
    assert before in [one.stored for one in form.changed_meanwhile]
    assert page.value("text") == "Explain tea"
    assert not TaskChange.objects.exists()


def test_template_task_edit_and_remove_of_a_task_that_is_gone(as_lead, people):
    pk, code = people.northfield.pk, "D5"
    for _ in range(2):
        response = as_lead.post(at("template_task_remove", pk, code), follow=True)
        assert response.redirect_chain == [(detail(people), 302)]
    assert as_lead.post(at("template_task_edit", pk, code), OWN).status_code == 404


def test_template_task_remove_is_listed_and_taken_back(as_lead, people):
    as_lead.post(at("template_task_remove", people.northfield.pk, "D5"))
    page = Page(as_lead.get(detail(people)))
    assert len(page.all("#left-out li")) == 1
    assert "task-D5" not in page.ids
    as_lead.post(at("template_task_restore", people.northfield.pk, "D5"))
    assert not TaskChange.objects.exists()


def test_template_detail_names_changes_whose_task_is_gone(as_lead, people):
    TaskChange.objects.create(
        organisation=people.northfield, code="gone", text="Was here", owner="hr"
    )
    (lost,) = Page(as_lead.get(detail(people))).texts("#without-task li > p")
    assert lost == "Was here"


def settings_sent(client, people, **changed):
    address = at("template_settings", people.northfield.pk)
    opened = Page(client.get(address)).value("version_token")
    return client.post(address, {"keep_days": "200", "version_token": opened, **changed})


@pytest.mark.parametrize(
    ("days", "code"), [("29", "min_value"), ("731", "max_value"), ("many", "invalid")]
)
def test_template_settings_says_what_is_wrong(as_lead, people, days, code):
    response = settings_sent(as_lead, people, keep_days=days)
    assert Page(response).errors == {"keep_days"}
    assert error_codes(response.context["form"]) == {"keep_days": {code}}
    assert not InductionSettings.objects.exists()


def test_template_settings_hold_for_new_plans(as_lead, people):
    settings_sent(as_lead, people, keep_days="365")
    plan = new_plan(people)
    assert (plan.purge_on - plan.starts_on).days == 365
    assert "365" in Page(as_lead.get(detail(people))).text("#kept-for")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"months": "0"}, "min_value"),
        ({"months": "13"}, "max_value"),
        ({"notice_weeks": "none"}, "invalid"),
    ],
)
def test_template_settings_refuse_a_probation_that_cannot_be(as_lead, people, typed, code):
    response = settings_sent(as_lead, people, **typed)
    assert error_codes(response.context["form"]) == {next(iter(typed)): {code}}
    assert not InductionSettings.objects.exists()


def test_template_settings_of_probation_hold_in_open_plans(as_lead, as_manager, people):
    plan = new_plan(people)
    before = Page(as_manager.get(plan.get_absolute_url())).text("#probation-review")
    old = Page(as_lead.get(at("template_settings", people.northfield.pk))).value("version_token")
    settings_sent(as_lead, people, months="6", notice_weeks="8")
    assert settings_sent(as_lead, people, months="7", version_token=old).status_code == 200
    page = Page(as_manager.get(plan.get_absolute_url()))
    assert page.text("#probation-review") != before
    assert len(page.texts("[data-probation-conflict]")) == 1
    assert "8 weeks" in page.text("#probation-notice")
    settings_sent(as_lead, people)
    assert Page(as_manager.get(plan.get_absolute_url())).text("#probation-review") == before


def test_the_nation_of_the_organisation_gives_the_bank_holidays(people):
    type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation="SCT")
    people.northfield.refresh_from_db()
    plan = new_plan(people, starts_on=date(2027, 11, 29))
    # 30 November is St Andrew's Day.
    assert str(task(plan, "W1").due) == "2027-12-01"
