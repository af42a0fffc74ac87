"""The whole job with counted clicks: from an old job description to a welcomed starter."""

import pytest
from django.urls import reverse

from tests.journeys.studio import address
from tests.journeys.visitor import Visitor, signs_in
from tests.journeys.whole_job import (
    CRITERIA,
    DUTIES,
    WHOLE,
    dates_worked_backwards,
    links_the_rest,
    the_post_and_its_place,
)
from tests.vacancies.reading.layouts import as_word
from vacancies.checks.services import checked
from vacancies.drafting.rules.draft import INTERVIEW
from vacancies.drafting.services.drafting import sections_of
from vacancies.models import InductionPlan, Vacancy
from vacancies.recruiting.rules.packs import packs
from vacancies.recruiting.rules.selection_plan import NEW_QUESTION
from vacancies.recruiting.services.selection import gaps_of, selection_of

MOST_SHORT, MOST_CLICKS, MOST_LOADS = 18, 86, 60
"""Of the short way to an advert, and of the whole job. A page opened by its address is a click."""
READY = {"shortlisting-grid", "interview-pack", "score-sheet", "interview-day"}
CHANNELS = ("NHS Jobs", "Information Professional Jobs", "LinkedIn")

pytestmark = pytest.mark.thorough


@pytest.mark.usefixtures("server", "reference_data", "guidance_pages")
@pytest.mark.parametrize("javascript", [False, True])
def test_an_old_job_description_becomes_papers_a_plan_and_a_welcome(
    visit, people, tmp_path, javascript
):
    manager = visit(javascript=javascript)
    signs_in(manager, people.manager, "/vacancies/new/")
    manager.type("Job title", "Librarian")
    manager.press("Open the vacancy")
    vacancy = Vacancy.objects.get()
    imports_the_old_one(manager, vacancy, tmp_path / "old.docx")
    the_post_and_its_place(manager, vacancy)
    dates_worked_backwards(manager, vacancy)
    takes_the_advert_and_the_draft(manager, vacancy)
    assert clicks(manager) <= MOST_SHORT
    links_criteria_to_duties(manager, vacancy)
    gives_evidence(manager, vacancy)
    has_it_reviewed(manager, vacancy)
    chooses_channels(manager, vacancy)
    takes_questions(manager, vacancy)
    makes_the_packs(manager, vacancy)
    link = makes_a_plan_with_a_welcome(manager, vacancy)
    print(f"{clicks(manager)} clicks, {manager.loads} loads")
    assert clicks(manager) <= MOST_CLICKS
    assert manager.loads <= MOST_LOADS
    starter = visit(javascript=javascript)
    starter.goto(link)
    starter.sees("Main entrance")
    starter.sees("Library tour")


def clicks(visitor: Visitor) -> int:
    return visitor.clicks + visitor.opened


def in_sight(manager: Visitor, target) -> None:
    """Open what `target` is folded in."""
    if not target.is_visible():
        manager.clicks += 1
        target.locator("xpath=ancestor::details[1]/summary").click()


def sends(manager: Visitor, button) -> None:
    """Press a button that leads to a page."""
    manager.clicks += 1
    with manager.page.expect_navigation():
        button.click()
    manager.check()


def imports_the_old_one(manager: Visitor, vacancy: Vacancy, path) -> None:
    path.write_bytes(as_word(WHOLE))
    manager.goto(address(vacancy, "import"))
    manager.clicks += 1
    manager.page.get_by_label("Word document").set_input_files(path)
    manager.press("Read it")
    manager.press("Add what you ticked to the draft")
    assert vacancy.duties.count() == len(DUTIES) >= 12
    assert vacancy.criteria.count() == len(CRITERIA) >= 16


def takes_the_advert_and_the_draft(manager: Visitor, vacancy: Vacancy) -> None:
    """Open the texts for NHS Jobs and the draft; what must be put right is explained."""
    manager.goto(address(vacancy, "nhs-jobs"))
    manager.goto(address(vacancy, "draft"))
    shown = checked(fetched(vacancy)).open
    must = [one.placed.finding for one in shown if one.placed.finding.severity == "must"]
    assert all(finding.message and finding.suggestion for finding in must)


def fetched(vacancy: Vacancy) -> Vacancy:
    return Vacancy.objects.for_selection().get(pk=vacancy.pk)


def links_criteria_to_duties(manager: Visitor, vacancy: Vacancy) -> None:
    """Accept the suggested links, and choose a duty for each criterion that has none."""
    manager.goto(address(vacancy, "person-specification", "links"))
    accept = manager.page.locator("[name=do][value=accept]")
    if accept.count():
        sends(manager, accept)
    links_the_rest(manager)
    missing = {one.slug: one.missing for one in sections_of(fetched(vacancy)) if one.missing}
    assert missing == {}


def gives_evidence(manager: Visitor, vacancy: Vacancy) -> None:
    """Write what shows each of the 16 factors, and choose the level that it supports."""
    manager.goto(address(vacancy, "evidence", "F1"))
    while True:
        manager.type("What does the post do that shows this?", "Each week, for clinical teams.")
        levels = manager.page.locator("[name=level]:not([value=''])")
        manager.clicks += 1
        levels.nth(1).check()
        following = manager.page.locator("[name=next]")
        if not following.count():
            break
        sends(manager, following)
    manager.press("Save and go to the sheet")
    manager.sees("16 of 16 factors have a level.")


def has_it_reviewed(manager: Visitor, vacancy: Vacancy) -> None:
    """Freeze the draft and make the link for HR."""
    manager.goto(address(vacancy, "versions"))
    manager.press("Freeze this draft")
    manager.goto(address(vacancy, "reviews", "hr"))
    manager.press("Make a link")
    assert "/review/" in manager.page.locator("#secret-link").input_value()


def chooses_channels(manager: Visitor, vacancy: Vacancy) -> None:
    manager.goto(address(vacancy, "advert-plan"))
    for name in CHANNELS:
        box = manager.page.get_by_label(name, exact=True).first
        in_sight(manager, box)
        manager.clicks += 1
        box.check()
    manager.press("Save the channels")
    assert vacancy.advert_choices.count() == len(CHANNELS)


def takes_questions(manager: Visitor, vacancy: Vacancy) -> None:
    """Take the questions that the portal proposes, then say who asks and share the weights."""
    manager.goto(address(vacancy, "proposals"))
    accept = manager.page.locator("button[name=every][value^=question]")
    in_sight(manager, accept)
    sends(manager, accept)
    now = fetched(vacancy)
    for gap in gaps_of(now, selection_of(now)):
        if gap.remedy.page == NEW_QUESTION and gap.remedy.method == INTERVIEW:
            page = address(vacancy, "selection/questions/add")
            manager.goto(f"{page}?criterion={gap.remedy.row}&method={INTERVIEW}")
            manager.clicks += 1
            with manager.page.expect_navigation():
                manager.page.locator("[data-suggestion] a").first.click()
            manager.press("Add this")
    manager.goto(address(vacancy, "selection", "weights"))
    for box in manager.page.locator("[name^=asked_by]").all():
        box.fill("Chair")
    manager.press("Share 100 equally")


def makes_the_packs(manager: Visitor, vacancy: Vacancy) -> None:
    manager.goto(address(vacancy, "selection", "packs"))
    manager.sees("Interview pack")
    found = packs(selection_of(fetched(vacancy)))
    lacking = {pack.slug: pack.missing for pack in found if pack.slug in READY and pack.missing}
    assert lacking == {}
    manager.goto(address(vacancy, "selection", "packs", "panel"))
    manager.press("Make a link")
    manager.goto(address(vacancy, "letters"))
    manager.sees("offer")


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
