"""From a messy old job description to a complete draft in 40 clicks, without JavaScript."""

import pytest
from django.utils.timezone import localdate

from tests.journeys.studio import PURPOSE, address
from tests.vacancies.reading.layouts import as_paste, as_word
from tests.vacancies.reading.messy import ACUTE
from vacancies.drafting.services.drafting import sections_of
from vacancies.models import Vacancy

MOST_CLICKS = 40
LONG = "Helps staff find and use evidence, so that patients get care that is safe and up to date. "


@pytest.fixture
def vacancy(server, reference_data, guidance_pages, people):
    return Vacancy.objects.create(
        organisation=people.northfield, created_by=people.manager, title="Library assistant"
    )


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["pasted from a PDF", "Word"])
def test_a_messy_job_description_becomes_a_complete_draft(manager, vacancy, tmp_path, way):
    visitor = manager(javascript=False)
    visitor.goto(address(vacancy, "import"))
    if way == "Word":
        path = tmp_path / "old.docx"
        path.write_bytes(as_word(ACUTE.parts))
        visitor.clicks += 1
        visitor.page.get_by_label("Word document").set_input_files(path)
    else:
        visitor.type("Or paste its text", as_paste(ACUTE.parts, 70))
    visitor.press("Read it")
    for group in visitor.page.get_by_label("Which level have criteria that show none?").all():
        assert group.is_visible()
        visitor.choose("Which level have criteria that show none?", "All are essential")
    visitor.press("Add what you ticked to the draft")
    the_post_and_its_place(visitor, vacancy)
    dates_worked_backwards(visitor, vacancy)
    duties_and_criteria(visitor, vacancy)
    stored = Vacancy.objects.for_draft().get(pk=vacancy.pk)
    assert {one.slug: one.missing for one in sections_of(stored) if one.missing} == {}
    assert visitor.clicks + visitor.opened <= MOST_CLICKS


def the_post_and_its_place(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "post"))
    visitor.choose("Profile to compare with", "Band 5: Librarian")
    visitor.pick("Type of contract", "Permanent")
    visitor.type("What flexible working is there?", "Two days a week at home.")
    visitor.press("Save and continue")
    visitor.goto(address(vacancy, "purpose"))
    visitor.type("What is your organisation for, and what are its values?", "We care. We learn.")
    visitor.type(PURPOSE, LONG * 2)
    visitor.type("Who does the post supervise?", "Nobody")
    visitor.type(
        "What can the post holder decide alone, and when do they check first?", "How to search."
    )
    visitor.press("Save and continue")


def dates_worked_backwards(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "dates"))
    year = str(localdate().year + 1)
    for question, day, month in (
        ("When does the advert open?", "4", "1"),
        ("When does it close?", "25", "1"),
        ("When are the interviews?", "8", "2"),
        ("When should the person start?", "10", "5"),
    ):
        visitor.type_date(question, day, month, year)
    visitor.press("Save and continue")


def duties_and_criteria(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "selection"))
    if visitor.page.locator("[name=do][value=accept]").count():
        visitor.clicks += 1
        with visitor.page.expect_navigation():
            visitor.page.locator("[name=do][value=accept]").click()
    visitor.goto(address(vacancy, "person-specification", "links"))
    for row in visitor.page.locator("tbody tr").all():
        if not row.locator("[name=cell]:checked").count():
            visitor.clicks += 1
            row.locator("[name=cell]").first.check()
    visitor.press("Save the links")
