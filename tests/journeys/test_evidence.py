"""From a draft to the panel's evidence sheet and the comparison, by keyboard: with JavaScript, and
on a telephone without. The import and the points in the admin, too."""

import uuid

import pytest

from tests.conftest import PASSWORD
from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor
from vacancies.drafting.services.ordered import add_duty
from vacancies.evaluation.services.evidence import save_evidence
from vacancies.models import FactorEvidence, Profile, Vacancy


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    """A librarian's post with two duties and the evidence for all factors but the first two."""
    profile = Profile.objects.get(code="ILL-LIB-5")
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Librarian",
        band="5",
        profile=profile,
    )
    for text in ("Answers clinical questions", "Teaches staff to search"):
        add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
    for row in profile.factors.exclude(factor__in=["F1", "F2"]):
        save_evidence(
            vacancy=vacancy, factor=row.factor, text="Weekly.", duties=[], level=row.highest
        )
    return vacancy


def signs_in(visitor: Visitor, email: str, address: str) -> None:
    visitor.goto(f"/accounts/login/?next={address}")
    visitor.type("Email address", email)
    visitor.type("Password", PASSWORD)
    visitor.press("Sign in")


@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["desktop", "telephone without JavaScript"],
)
def test_a_manager_fills_in_the_evidence_sheet(vacancy, visit, javascript, screen):
    manager = visit(javascript, screen)
    signs_in(manager, "manager@test.example", vacancy.get_absolute_url())
    manager.follow("The panel’s evidence sheet", within="main")
    manager.sees("14 of 16 factors have a level.")
    manager.sees("Not complete yet")
    gives_evidence(manager)
    points_at_duties(manager)
    manager.sees("16 of 16 factors have a level.")
    manager.sees("Profile match")
    manager.sees("Indicative: only a trained partnership panel decides a band.")
    compares(manager)
    assert FactorEvidence.objects.get(factor="F2").duties.count() == 1


def gives_evidence(manager: Visitor) -> None:
    manager.follow("Communication and relationship skills")
    manager.sees("Who do you exchange information with")
    manager.pick("Which level does the evidence support?", "Level 4 (in the profile’s range)")
    if not manager.javascript:
        manager.press("Save and go to the next factor")
        manager.sees("Enter the evidence or tick a duty before you choose a level")
        assert not FactorEvidence.objects.filter(factor="F1").exists()
    manager.type("What does the post do that shows this?", "Negotiates with clinical teams.")
    manager.press("Save and go to the next factor")
    manager.sees("You saved the evidence for “Communication and relationship skills”.")


def points_at_duties(manager: Visitor) -> None:
    manager.sees("factor 2 of 16")
    manager.tick("Answers clinical questions")
    label = manager.page.locator("label", has_text="in the profile’s range").first.inner_text()
    manager.pick("Which level does the evidence support?", label.strip())
    manager.press("Save and go to the sheet")


def compares(manager: Visitor) -> None:
    manager.follow("Compare this evidence with several profiles")
    manager.sees("Worth taking to a panel.")
    first = manager.page.locator("section h2").first
    assert "Band 5: Librarian" in first.inner_text()
    manager.follow("Band 5: Librarian", within="section")
    manager.follow("Compare side by side", exact=False, within="main")
    manager.sees("Side by side, factor by factor")


@pytest.mark.thorough
def test_anybody_compares_profiles_side_by_side(vacancy, visit):
    visitor = visit(javascript=False)
    visitor.goto("/vacancies/profiles/")
    visitor.follow("Compare profiles side by side")
    visitor.choose("First profile", "Band 5: Librarian")
    visitor.press("Compare")
    visitor.sees("There is a problem")
    visitor.choose("Second profile", "Band 6")
    visitor.press("Compare")
    visitor.sees("Side by side, factor by factor")
    visitor.sees("Differ")
    assert visitor.page.context.cookies() == []


@pytest.mark.thorough
def test_an_editor_corrects_points_and_imports_a_profile(vacancy, visit, tmp_path):
    editor = visit()
    signs_in(editor, "editor@test.example", "/admin/vacancies/bandrange/")
    editor.sees("band range")
    editor.goto("/admin/vacancies/factorlevel/")
    editor.goto("/admin/vacancies/matchinglimit/")
    editor.follow("max_varying_factors")
    editor.type("Number:", "17")
    editor.press("Save")
    editor.sees("less than or equal to 16")
    editor.type("Number:", "4")
    editor.press("Save")
    editor.goto("/admin/vacancies/profile/")
    editor.follow("Import from a file")
    bad = tmp_path / "profiles.csv"
    bad.write_text("code,title\nA,B\n", encoding="utf-8")
    editor.page.locator("input[type=file]").set_input_files(bad)
    editor.press("Import")
    editor.sees("Columns are missing: band")
