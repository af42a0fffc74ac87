"""An organisation's own template: its lead changes it, and the master stays."""

import uuid
from datetime import date

import pytest

from tests.vacancies.induction import page_of
from tests.vacancies.plans import at, codes, new_plan, task
from vacancies.models import InductionSettings, InductionTask, OrganisationTask

pytestmark = pytest.mark.usefixtures("reference_data")
OWN = {"text": "Show the garden", "owner": "buddy", "group": "day-one", "due": "0"}


@pytest.fixture
def as_lead(people, client_of):
    return client_of(people.lead)


def sent(client, address, **data):
    """What comes of a form that was opened and sent."""
    page = client.get(address).content.decode()
    seen = page.split('name="seen"')[1].split('value="')[1].split('"')[0]
    return client.post(address, {**data, "seen": seen, "key": str(uuid.uuid4())})


def detail(people):
    return at("template_detail", people.northfield.pk)


def test_template_task_create_reaches_plans(as_lead, people):
    plan = new_plan(people)
    address = at("template_task_create", people.northfield.pk)
    data = {**OWN, "key": str(uuid.uuid4())}
    for _ in range(2):
        assert as_lead.post(address, data).status_code == 302
    row = OrganisationTask.objects.get()
    assert row.code in codes(plan)
    assert "Show the garden" in page_of(as_lead, detail(people))


def test_template_task_create_for_some_starters_alone(as_lead, people):
    data = {**OWN, "only_for": ["apprentice"], "key": str(uuid.uuid4())}
    as_lead.post(at("template_task_create", people.northfield.pk), data)
    code = OrganisationTask.objects.get().code
    assert code not in codes(new_plan(people))
    assert code in codes(new_plan(people, title="Apprentice", traits=["apprentice"]))


def test_template_task_create_for_some_roles_alone(as_lead, people):
    data = {**OWN, "roles": ["librarian"], "key": str(uuid.uuid4())}
    as_lead.post(at("template_task_create", people.northfield.pk), data)
    row = OrganisationTask.objects.get()
    assert row.code not in codes(new_plan(people))
    assert row.code in codes(new_plan(people, role="librarian"))
    assert "Roles: Librarian." in page_of(as_lead, detail(people))
    address = at("template_task_edit", people.northfield.pk, row.code)
    sent(as_lead, address, **{**data, "roles": ["apprentice"]})
    assert row.code in codes(new_plan(people, title="Other", role="apprentice"))
    assert row.code not in codes(new_plan(people, title="Third", role="librarian"))


def test_template_task_edit_changes_the_organisation_alone(as_lead, people):
    address = at("template_task_edit", people.northfield.pk, "D5")
    before = InductionTask.objects.get(code="D5").text
    data = {"text": "Explain breaks", "owner": "hr", "group": "day-one", "due": "0"}
    sent(as_lead, address, **data)
    assert task(new_plan(people), "D5").text == "Explain breaks"
    assert InductionTask.objects.get(code="D5").text == before
    as_lead.post(at("template_task_restore", people.northfield.pk, "D5"))
    assert task(new_plan(people, title="Other"), "D5").text == before


def test_template_task_edit_and_remove_of_an_own_task(as_lead, people):
    as_lead.post(at("template_task_create", people.northfield.pk), {**OWN, "key": uuid.uuid4()})
    code = OrganisationTask.objects.get().code
    plan = new_plan(people)
    address = at("template_task_edit", people.northfield.pk, code)
    sent(as_lead, address, **{**OWN, "text": "Show the pond"})
    assert task(plan, code).text == "Show the pond"
    as_lead.post(at("template_task_remove", people.northfield.pk, code))
    assert not OrganisationTask.objects.exists()
    assert task(plan, code).withdrawn


def test_a_task_that_came_and_went_stays_in_open_plans_as_the_page_says(as_lead, people):
    plan = new_plan(people)
    as_lead.post(at("template_task_create", people.northfield.pk), {**OWN, "key": uuid.uuid4()})
    code = OrganisationTask.objects.get().code
    assert not task(plan, code).withdrawn
    as_lead.post(at("template_task_remove", people.northfield.pk, code))
    assert task(plan, code).withdrawn
    assert code not in codes(new_plan(people, title="Later"))


def test_template_task_edit_in_two_windows_asks_before_it_writes_over(as_lead, people):
    address = at("template_task_edit", people.northfield.pk, "D5")
    data = {"owner": "hr", "group": "day-one", "due": "0", "key": uuid.uuid4()}
    page = as_lead.post(address, {**data, "text": "Explain tea", "seen": "old"}).content.decode()
    assert "saved in another window" in page
    assert "Explain breaks, leave and sickness absence" in page
    assert 'value="Explain tea"' in page
    assert not OrganisationTask.objects.exists()


def test_template_task_edit_and_remove_of_a_task_that_is_gone(as_lead, people):
    pk, code = people.northfield.pk, "D5"
    for _ in range(2):
        response = as_lead.post(at("template_task_remove", pk, code), follow=True)
        assert response.redirect_chain == [(detail(people), 302)]
    assert "not among your tasks any more" in response.content.decode()
    response = as_lead.post(at("template_task_edit", pk, code), {**OWN, "text": "Typed"})
    page = response.content.decode()
    assert "Your words are not saved" in page
    assert 'value="Typed"' in page
    assert f'action="{at("template_task_create", pk)}"' in page


def test_template_task_remove_is_listed_and_taken_back(as_lead, people):
    as_lead.post(at("template_task_remove", people.northfield.pk, "D5"))
    page = page_of(as_lead, detail(people))
    assert "National tasks you leave out" in page
    as_lead.post(at("template_task_restore", people.northfield.pk, "D5"))
    assert not OrganisationTask.objects.exists()


def test_template_detail_names_changes_whose_task_is_gone(as_lead, people):
    OrganisationTask.objects.create(
        organisation=people.northfield, code="gone", text="Was here", owner="hr"
    )
    page = page_of(as_lead, detail(people))
    assert "Changes without a task" in page
    assert "Was here" in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("29", "Keep plans for 30 days or more"),
        ("731", "Keep plans for 730 days or fewer"),
        ("many", "must be a whole number"),
    ],
)
def test_template_settings_says_what_is_wrong(as_lead, people, days, sentence):
    address = at("template_settings", people.northfield.pk)
    assert sentence in as_lead.post(address, {"keep_days": days}).content.decode()
    assert not InductionSettings.objects.exists()


def test_template_settings_hold_for_new_plans(as_lead, people):
    as_lead.post(at("template_settings", people.northfield.pk), {"keep_days": "365"})
    plan = new_plan(people)
    assert (plan.purge_on - plan.starts_on).days == 365
    assert "365 days" in page_of(as_lead, detail(people))


def test_the_nation_of_the_organisation_gives_the_bank_holidays(people):
    type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation="SCT")
    people.northfield.refresh_from_db()
    plan = new_plan(people, starts_on=date(2027, 11, 29))
    # 30 November is St Andrew's Day.
    assert str(task(plan, "W1").due) == "2027-12-01"
