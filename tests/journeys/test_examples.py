"""From a drafted post to an example in the library and a copy of it, by keyboard: freeze, offer
without personal data, approve, find, copy, change, compare; and what the post does now."""

import uuid

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE
from tests.journeys.visitor import Visitor, signs_in
from tests.vacancies.conftest import make_criterion
from vacancies.drafting.services.examples import decide_example
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import Example, Vacancy

DUTIES = (
    "Answers clinical questions with evidence searches",
    "Teaches staff to search. For dates contact Jane Smith on 01632 960001",
)
EDITED = "Teaches staff to search and appraise"


@pytest.fixture
def site(server, reference_data, guidance_pages, people):
    """The portal with a drafted vacancy of the manager's."""
    vacancy = Vacancy.objects.create(
        organisation=people.northfield,
        created_by=people.manager,
        title="Evidence librarian",
        band="5",
        purpose="To find evidence for the wards of Northfield NHS Trust",
    )
    for text in DUTIES:
        add_duty(vacancy=vacancy, text=text, key=uuid.uuid4())
    make_criterion(vacancy, "Plans a search", duties=vacancy.duties.all()[:1])


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("javascript", "screen"),
    [(True, DESKTOP), (False, TELEPHONE)],
    ids=["desktop", "telephone without JavaScript"],
)
def test_an_example_goes_from_one_organisation_to_another(site, visit, people, javascript, screen):
    manager = visit(javascript, screen)
    signs_in(manager, people.manager)
    freezes_a_version(manager)
    offers_it(manager)
    compares_with_the_work_of_today(manager)
    decide_example(example=Example.objects.get(code=None), person=people.editor, status="approved")
    other = visit(javascript, screen)
    signs_in(other, people.other)
    finds_and_copies_it(other)
    sees_what_changed(other)


def freezes_a_version(manager: Visitor) -> None:
    manager.follow("Evidence librarian")
    manager.follow("Versions: freeze the draft and see what has changed")
    manager.type("Who agreed it? (optional)", "Dr Jane Smith")
    manager.press("Freeze this draft")
    manager.sees("looks like someone’s name")
    manager.type("Who agreed it? (optional)", "Head of service")
    manager.press("Freeze this draft")
    manager.sees("You froze version 1.")
    manager.sees("Nothing has changed since version 1")
    manager.follow("Version 1", within="main")
    manager.sees("Agreed with: Head of service, ")


def offers_it(manager: Visitor) -> None:
    manager.follow("Offer it to other libraries as an example")
    manager.sees("Take these out first")
    manager.press("Offer this example")
    manager.sees("“Jane Smith” looks like someone’s name.")
    manager.sees("“01632 960001” looks like a phone number.")
    manager.type("Duty 2", EDITED)
    manager.press("Offer this example")
    manager.sees("You offered this example.")
    manager.sees("Waiting for an editor")
    manager.sees("for the wards of our Trust")


def compares_with_the_work_of_today(manager: Visitor) -> None:
    manager.goto(f"/vacancies/{Vacancy.objects.get().pk}/reality/")
    manager.choose(f"1. {DUTIES[0]}", "Still done")
    manager.choose(f"2. {DUTIES[1]}", "Changed")
    manager.type("What is duty 2 now, if it changed? (optional)", "Leads the training programme")
    manager.type(
        "What does the post do now that is not in the job description? (optional)", "Signs invoices"
    )
    manager.press("Compare")
    manager.sees("Still done as written: 1 of 2 duties.")
    manager.sees("Responsibilities for financial and physical resources")
    manager.sees("Talk to HR about re-evaluation.")


def finds_and_copies_it(other: Visitor) -> None:
    other.follow("Browse example job descriptions")
    other.type("Words in the job title", "librarian")
    other.choose("Band", "Band 5")
    other.press("Find examples")
    other.follow("Evidence librarian", exact=False)
    other.sees(EDITED)
    assert "Jane Smith" not in other.page.content()
    other.press("Copy it as a start")
    other.type("Job title", "Outreach librarian")
    other.press("Open a vacancy from this example")
    other.sees("You opened a vacancy from this example.")


def sees_what_changed(other: Visitor) -> None:
    vacancy = Vacancy.objects.get(title="Outreach librarian")
    duty = vacancy.duties.last()
    other.goto(f"/vacancies/{vacancy.pk}/duties/#row-{duty.pk}")
    other.type("Duty 2", f"{EDITED} on wards")
    other.press("Save and continue")
    other.goto(vacancy.get_absolute_url())
    other.follow("The example you copied, and what has changed since")
    other.sees("Duty 2: changed")
    other.sees("on wards")
