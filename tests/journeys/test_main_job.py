"""The main job, whole: read, sign in, open a vacancy, draft it, see what is missing, leave with a
checklist. By keyboard, with JavaScript, and on a telephone without."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate

from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor
from tests.pdfua.checker import check_pdfua, need_checker
from vacancies.models import Vacancy

DUTIES = (
    "Answers clinical questions with evidence searches",
    "Teaches staff to search and appraise",
    "Keeps the library system up to date",
    "Orders books within the budget",
    "Plans the rota of the enquiry desk",
)


@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["desktop", "telephone without JavaScript"],
)
def test_a_manager_does_the_main_job(site, visit, tmp_path, javascript, screen):
    manager = visit(javascript, screen)
    reads_the_guidance(manager)
    signs_in(manager)
    opens_a_vacancy(manager)
    drafts_the_post(manager)
    gives_the_dates(manager)
    writes_the_purpose(manager)
    adds_duties(manager)
    adds_a_criterion(manager)
    reads_the_draft(manager)
    downloads_the_checklist(manager, tmp_path / "checklist.pdf")
    signs_out(manager)


def reads_the_guidance(manager: Visitor) -> None:
    manager.goto("/")
    manager.reach(manager.page.get_by_role("searchbox", name="Search the guidance"))
    manager.page.keyboard.type("how do I write a JD")
    manager._leave("Enter")
    manager.follow("Writing a job description", within="main")
    manager.sees("Page last reviewed")


def signs_in(manager: Visitor) -> None:
    manager.follow("Sign in")
    manager.type("Email address", "manager@test.example")
    manager.type("Password", "wrong")
    manager.press("Sign in")
    manager.sees("There is a problem")
    manager.type("Password", PASSWORD)
    manager.press("Sign in")
    manager.sees("A vacancy brings together")


def opens_a_vacancy(manager: Visitor) -> None:
    manager.press("Start your first vacancy")
    manager.press("Open the vacancy")
    manager.sees("Enter the job title")
    manager.type("Job title", "Librarian <b>أمين</b> 📚")
    manager.choose("Band you expect", "Band 5")
    manager.choose("Profile to compare with", "Band 5: Librarian")
    manager.press("Open the vacancy")


def drafts_the_post(manager: Visitor) -> None:
    manager.follow("The post")
    manager.sees("Illustrative: not a national profile")
    manager.type("Hours", "many")
    manager.pick("Type of contract", "Permanent")
    manager.type("Where is the job based?", "Northfield Hospital library")
    manager.type("What flexible working is there?", "Two days a week at home.")
    manager.press("Save and continue")
    manager.sees("There is a problem")
    assert manager.page.get_by_label("Where is the job based?").input_value() == (
        "Northfield Hospital library"
    )
    manager.type("Hours", "37.5")
    manager.press("Save and continue")


def gives_the_dates(manager: Visitor) -> None:
    manager.follow("Key dates")
    manager.type_date("When does the advert open?", "30", "2", "2027")
    manager.press("Save and continue")
    manager.sees("must be a real date")
    opens = localdate() + timedelta(days=14)
    for question, days in (
        ("When does the advert open?", 0),
        ("When does it close?", 21),
        ("When are the interviews?", 35),
        ("When should the person start?", 105),
    ):
        day = opens + timedelta(days=days)
        manager.type_date(question, str(day.day), str(day.month), str(day.year))
    manager.press("Save and continue")


def writes_the_purpose(manager: Visitor) -> None:
    manager.follow("Organisation and purpose")
    manager.type("What is your organisation for, and what are its values?", "We care. We learn.")
    manager.type("What is the purpose of the job?", " ".join(["evidence"] * 25))
    manager.type("Who does the post report to?", "Service manager")
    manager.type("Who does the post supervise?", "Nobody")
    manager.type(
        "What can the post holder decide alone, and when do they check first?", "How to search."
    )
    manager.press("Save and continue")


def adds_duties(manager: Visitor) -> None:
    manager.follow("Duties")
    for number, duty in enumerate(DUTIES, start=1):
        manager.type(
            "New duty" if number == 1 or not manager.javascript else f"New duty {number}", duty
        )
        if manager.javascript:  # the script adds the row, and the page stays
            manager.reach(manager.page.get_by_role("button", name="Save and add another"))
            manager.page.keyboard.press("Enter")
        else:
            manager.press("Save and add another")
    manager.press("Save and continue")
    manager.follow("Duties")
    manager.tick("Tick duty 2")
    manager.press("Move up")
    assert manager.page.get_by_label("Duty 1", exact=True).input_value() == DUTIES[1]
    manager.press("Save and continue")


def adds_a_criterion(manager: Visitor) -> None:
    manager.follow("Person specification", within="main")
    manager.type("New criterion", "Plans and carries out an evidence search")
    manager.choose("Category of new criterion", "Skills")
    manager.choose("Level of new criterion", "Essential")
    manager.press("Save and continue")
    manager.follow("Person specification", within="main")
    manager.sees("Say how you will assess")
    manager.sees("Link it or remove it.")
    manager.follow("how you assess each")
    manager.tick("Assessment task, criterion 1")
    manager.press("Save how each is assessed")
    manager.goto(manager.page.url.replace("selection/#methods", "person-specification/"))
    manager.follow("which duties need it")
    manager.tick(f"1. {DUTIES[1]}, criterion 1")
    manager.press("Save the links")
    manager.follow("Go back to the person specification")
    manager.follow("Go back to the vacancy")


def reads_the_draft(manager: Visitor) -> None:
    manager.follow("Read and print the draft")
    manager.sees(DUTIES[4])
    manager.sees("A matching panel decides it.")
    manager.follow("Go back to the vacancy")


def downloads_the_checklist(manager: Visitor, path: Path) -> None:
    need_checker()
    manager.follow("Induction checklist for this post")
    manager.sees("Before day one")
    link = manager.page.get_by_role("link", name="Induction checklist as PDF")
    manager.reach(link)
    with manager.page.expect_download() as download:
        manager.page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("induction-checklist-librarian")
    download.value.save_as(path)
    assert check_pdfua([path]) == {path: []}


def signs_out(manager: Visitor) -> None:
    manager.press("Sign out")
    manager.sees("You are signed out")
    assert Vacancy.objects.get().criteria.count() == 1


def test_anybody_makes_a_quick_checklist(site, visit, tmp_path):
    need_checker()
    visitor = visit(javascript=False)
    visitor.goto("/")
    visitor.follow("Make an induction checklist")
    visitor.press("Make the checklist")
    visitor.sees("Choose a role")
    visitor.choose("Role", "Knowledge and library services manager")
    visitor.choose("Band", "Band 7")
    start = localdate() + timedelta(days=60)
    visitor.type_date("Start date", str(start.day), str(start.month), str(start.year))
    visitor.tick("The post manages people")
    visitor.pick("Will the starter join a team?", "They work alone in the service")
    visitor.press("Make the checklist")
    visitor.sees("New KLS manager")
    path = tmp_path / "quick.pdf"
    visitor.reach(visitor.page.get_by_role("link", name="Induction checklist as PDF"))
    with visitor.page.expect_download() as download:
        visitor.page.keyboard.press("Enter")
    download.value.save_as(path)
    assert check_pdfua([path]) == {path: []}
    assert visitor.page.context.cookies() == []
    assert not Vacancy.objects.exists()
