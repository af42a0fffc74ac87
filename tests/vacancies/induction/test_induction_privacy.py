"""The starter's name appears only on the plan's own pages and in the file of their data."""

import io
import zipfile
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import localdate

from kls_portal.in_words import long_date
from tests.pages import error_codes
from tests.vacancies.plans import answers, at
from vacancies.induction.services.plans import purge_plans
from vacancies.induction.services.starter import make_link
from vacancies.models import DeletedPlanStats, InductionPlan, PlanEvent
from vacancies.overview.digest import send_digests

pytestmark = pytest.mark.usefixtures("reference_data")
NAME = "Zebedee Quillfeather"


@pytest.fixture
def plan(as_manager, people):
    data = {"organisation": str(people.northfield.pk), **answers(starter_name=NAME)}
    response = as_manager.post(at("plan_create"), data)
    assert is_nowhere_in(response)
    return InductionPlan.objects.get()


def is_nowhere_in(response):
    """Return whether no response header, and so no URL or file name, contains part of the name."""
    said = unquote(" ".join(f"{name}: {value}" for name, value in response.headers.items()))
    return not any(part in said.lower() for part in NAME.lower().split())


def test_the_name_is_in_no_address_log_letter_or_record(plan, as_manager, people, caplog):
    caplog.set_level("DEBUG")
    token = make_link(plan=plan, person=people.manager, days=30, by="line-manager")
    pages = [at(name, plan.pk) for name in ("plan_detail", "plan_edit", "plan_record", "plan_link")]
    for address in (*pages, at("plan_list"), at("starter_list", token)):
        assert is_nowhere_in(as_manager.get(address)), address
    as_manager.post(at("plan_tick", plan.pk, "D1"), {"done": "yes"})
    as_manager.post(at("plan_finish", plan.pk))
    as_manager.post(at("plan_finish", plan.pk), {"open": "yes"})
    list(send_digests(datetime(2027, 1, 18, 3, tzinfo=UTC)))
    assert mail.outbox
    words = list(PlanEvent.objects.values_list("words", flat=True))
    list(purge_plans(datetime.combine(plan.purge_on, datetime.max.time(), UTC)))
    assert not InductionPlan.objects.exists()
    said = [caplog.text, *words, *(f"{letter.subject} {letter.body}" for letter in mail.outbox)]
    said += [str(value) for value in DeletedPlanStats.objects.values().get().values()]
    assert NAME.split()[1] not in " ".join(said)


@pytest.mark.parametrize("kind", ["docx", "ics"])
def test_the_name_is_in_no_file_but_that_of_their_data(plan, as_manager, kind):
    """The PDF is made from the same value as the Word file, which is easier to read here."""
    for address in (at("plan_file", plan.pk, kind), at("plans_file", kind)):
        response = as_manager.get(address)
        assert is_nowhere_in(response)
        assert NAME.split()[1] not in contents(response.content, kind)
    held = as_manager.get(at("plan_data_file", plan.pk, "docx"))
    assert is_nowhere_in(held)
    assert NAME in contents(held.content, "docx")


def test_the_list_of_the_starter_names_nobody(plan, people):
    token = make_link(plan=plan, person=people.manager, days=30, by="line-manager")
    page = Client().get(at("starter_list", token)).content.decode()
    assert NAME.split()[1] not in page
    assert people.manager.name not in page


def contents(body, kind):
    """Return the text of a file and its document properties."""
    if kind == "ics":
        return body.decode().replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return " ".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())


def test_plan_create_asks_about_the_name_in_the_job_title_which_names_files(as_manager, people):
    given = {
        "organisation": str(people.northfield.pk),
        **answers(starter_name=NAME, title="Librarian (zebedee)"),
    }
    asked = as_manager.post(at("plan_create"), given).context["form"]
    assert error_codes(asked) == {"title": {"name from the starter"}}
    assert not InductionPlan.objects.exists()
    assert as_manager.post(at("plan_create"), {**given, "keep_words": "on"}).status_code == 302


def test_the_file_of_their_data_holds_links_and_whom_the_plan_is_for(plan, as_manager, people):
    make_link(plan=plan, person=people.manager, days=30, by="line-manager")
    make_link(plan=plan, person=people.manager, days=30, by="line-manager")
    held = contents(as_manager.get(at("plan_data_file", plan.pk, "docx")).content, "docx")
    assert "Starter" in held
    first, second = plan.links.order_by("pk")
    made_twice_closed_once = long_date(localdate(first.revoked_at))
    assert held.count(made_twice_closed_once) >= 3
    assert held.count(long_date(localdate(second.expires_at))) == 1


def test_plan_edit_asks_about_the_title_again_when_the_name_is_new(plan, as_manager):
    address = at("plan_edit", plan.pk)
    seen = as_manager.get(address).context["form"]["version_token"].value()
    word = plan.title.split()[-1].capitalize()
    given = {**answers(starter_name=f"Ada {word}"), "title": plan.title, "version_token": seen}
    asked = as_manager.post(address, given).context["form"]
    assert error_codes(asked) == {"title": {"name from the starter"}}


def test_plan_erase_is_sent_once_by_two_clicks(plan, as_manager):
    page = as_manager.get(at("plan_erase", plan.pk)).content.decode()
    assert 'data-prevent-double-click="true"' in page


def test_the_blank_file_has_a_name_of_its_own(plan, as_manager):
    address = at("plan_file", plan.pk, "pdf")
    names = [
        as_manager.get(address, query).headers["Content-Disposition"]
        for query in ({}, {"paper": "yes"}, {"paper": "yes", "owner": "starter"})
    ]
    assert ["induction-plan-blank" in name for name in names] == [False, True, True]
    assert "induction-plan-blank-starter-" in names[2]
