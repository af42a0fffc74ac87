"""The whole job with counted clicks: from an old job description to a welcomed starter."""

import pytest
from django.urls import reverse

from tests.journeys.studio import address
from tests.journeys.test_short_way import (
    dates_worked_backwards,
    duties_and_criteria,
    the_post_and_its_place,
)
from tests.journeys.visitor import Visitor, signs_in
from tests.vacancies.reading.layouts import as_paste
from tests.vacancies.reading.messy import ACUTE
from vacancies.checks.services import checked
from vacancies.models import InductionPlan, Vacancy
from vacancies.recruiting.rules.thread import INTERVIEW, NEW_QUESTION
from vacancies.recruiting.services.selection import gaps_of, packs_of

MOST_SHORT, MOST_CLICKS, MOST_LOADS = 18, 110, 90
"""Of the short way to an advert, and of the whole job. A page opened by its address is a click."""
READY = {"shortlisting-grid", "interview-pack", "score-sheet", "interview-day"}

pytestmark = pytest.mark.thorough


@pytest.mark.usefixtures("server", "reference_data", "guidance_pages")
def test_an_old_job_description_becomes_papers_a_plan_and_a_welcome(visit, people):
    manager = visit(javascript=False)
    signs_in(manager, people.manager, "/vacancies/new/")
    manager.type("Job title", "Library assistant")
    manager.press("Open the vacancy")
    vacancy = Vacancy.objects.get()
    imports_the_old_one(manager, vacancy)
    the_post_and_its_place(manager, vacancy)
    dates_worked_backwards(manager, vacancy)
    takes_the_advert_and_the_draft(manager, vacancy)
    assert manager.clicks + manager.opened <= MOST_SHORT
    duties_and_criteria(manager, vacancy)
    takes_questions(manager, vacancy)
    makes_the_packs(manager, vacancy)
    link = makes_a_plan_with_a_welcome(manager, vacancy)
    print(f"{manager.clicks + manager.opened} clicks, {manager.loads} loads")
    assert manager.clicks + manager.opened <= MOST_CLICKS
    assert manager.loads <= MOST_LOADS
    starter = visit(javascript=False)
    starter.goto(link)
    starter.sees("Main entrance")
    starter.sees("Library tour")


def imports_the_old_one(manager: Visitor, vacancy: Vacancy) -> None:
    manager.goto(address(vacancy, "import"))
    manager.type("Or paste its text", as_paste(ACUTE.parts, 70))
    manager.press("Read it")
    manager.press("Add what you ticked to the draft")


def takes_the_advert_and_the_draft(manager: Visitor, vacancy: Vacancy) -> None:
    """Open the texts for NHS Jobs and the draft; what must be put right is explained."""
    manager.goto(address(vacancy, "nhs-jobs"))
    manager.goto(address(vacancy, "draft"))
    shown = checked(Vacancy.objects.for_draft().get(pk=vacancy.pk)).open
    must = [one.found.finding for one in shown if one.found.finding.severity == "must"]
    assert all(finding.message and finding.suggestion for finding in must)


def takes_questions(manager: Visitor, vacancy: Vacancy) -> None:
    """Take the questions that the portal proposes, then share the weights."""
    manager.goto(address(vacancy, "proposals"))
    boxes = manager.page.locator("[name=take][value^=question]")
    manager.clicks += 1
    manager.page.locator("details", has=boxes).locator("summary").first.click()
    for box in boxes.all():
        manager.clicks += 1
        box.check()
    manager.press("Accept what you ticked")
    for question in vacancy.questions.all():
        manager.goto(address(vacancy, "selection/questions", question.pk))
        manager.type("Who asks it?", "Chair")
        manager.press("Save this")
    fetched = Vacancy.objects.for_selection().get(pk=vacancy.pk)
    for gap in gaps_of(fetched):
        if gap.mend.page == NEW_QUESTION and gap.mend.method == INTERVIEW:
            page = address(vacancy, "selection/questions/add")
            manager.goto(f"{page}?criterion={gap.mend.row}&method={INTERVIEW}")
            manager.clicks += 1
            with manager.page.expect_navigation():
                manager.page.locator("[data-suggestion] a").first.click()
            manager.type("Who asks it?", "Chair")
            manager.press("Add this")
    manager.goto(address(vacancy, "selection", "weights"))
    manager.press("Share 100 equally")


def makes_the_packs(manager: Visitor, vacancy: Vacancy) -> None:
    manager.goto(address(vacancy, "selection", "packs"))
    manager.sees("Interview pack")
    found = packs_of(Vacancy.objects.for_selection().get(pk=vacancy.pk))
    lacking = {pack.slug: pack.missing for pack in found if pack.slug in READY and pack.missing}
    assert lacking == {}


def makes_a_plan_with_a_welcome(manager: Visitor, vacancy: Vacancy) -> str:
    manager.goto(f"/vacancies/induction/plans/new/?vacancy={vacancy.pk}")
    manager.press("Make the plan")
    plan = InductionPlan.objects.get()
    manager.goto(reverse("vacancies:plan_welcome", args=[plan.pk]))
    manager.type("Where do they arrive? (optional)", "Main entrance")
    manager.type("Who meets them? (optional)", "Library manager")
    manager.type("What happens in the first week? (optional)", "Monday, Library tour")
    manager.press("Save the welcome")
    manager.press("Make a link")
    return manager.page.locator("#secret-link").input_value()
