"""From an imported old job description to a pack for the matching panel."""

from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.journeys.visitor import Visitor
from tests.pdfua.checker import check_pdfua, need_checker
from tests.vacancies.reading.build import old_job
from vacancies.profiles.rules.loading import scheme


@pytest.mark.thorough
def test_an_old_job_description_becomes_a_panel_pack(site, visit, tmp_path):
    need_checker()
    manager = visit()
    opens_a_vacancy(manager)
    imports_the_old_one(manager, tmp_path / "old.docx")
    gives_evidence_for_every_factor(manager)
    freezes_it(manager)
    files = [
        takes(manager, "evidence/", "PDF", tmp_path / "evidence.pdf"),
        takes(manager, "versions/1/", "PDF", tmp_path / "version.pdf"),
    ]
    assert check_pdfua(files) == {file: [] for file in files}


def opens_a_vacancy(manager: Visitor) -> None:
    manager.goto("/accounts/login/?next=/vacancies/new/")
    manager.type("Email address", "manager@test.example")
    manager.type("Password", PASSWORD)
    manager.press("Sign in")
    manager.type("Job title", "Librarian")
    manager.choose("Profile to compare with", "Band 5: Librarian")
    manager.press("Open the vacancy")


def imports_the_old_one(manager: Visitor, path: Path) -> None:
    path.write_bytes(old_job())
    manager.follow("Start from an old job description")
    manager.reach(manager.page.get_by_label("Word document"))
    manager.page.get_by_label("Word document").set_input_files(path)
    manager.press("Read it")
    manager.press("Add what you ticked to the draft")
    manager.sees("from the old job description")
    manager.follow("Go back to this vacancy")


def gives_evidence_for_every_factor(manager: Visitor) -> None:
    manager.follow("The panel’s evidence sheet", within="main")
    manager.follow(scheme().factors[0].name)
    for factor in scheme().factors:
        manager.sees(f"factor {factor.order} of 16")
        label = manager.page.locator("label", has_text="in the profile’s range").first
        manager.type("What does the post do that shows this?", "The manager’s own words.")
        manager.pick("Which level does the evidence support?", label.inner_text().strip())
        last = factor is scheme().factors[-1]
        manager.press("Save and go to the sheet" if last else "Save and go to the next factor")
    manager.sees("16 of 16 factors have a level.")
    manager.sees("Indicative: only a trained partnership panel decides a band.")


def freezes_it(manager: Visitor) -> None:
    address = manager.page.url.removesuffix("evidence/")
    manager.goto(f"{address}versions/")
    manager.type("Who agreed it? (optional)", "Service manager")
    manager.press("Freeze this draft")
    manager.sees("Version 1")
    manager.goto(address)


def takes(manager: Visitor, page: str, kind: str, path: Path) -> Path:
    address = manager.page.url
    manager.goto(f"{address}{page}")
    manager.reach(manager.page.get_by_role("link", name=kind).first)
    with manager.page.expect_download() as taken:
        manager.page.keyboard.press("Enter")
    taken.value.save_as(path)
    manager.goto(address)
    return path
