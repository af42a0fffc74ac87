"""From a messy old job description to a complete draft in 40 clicks, without JavaScript."""

import pytest

from tests.journeys.studio import address
from tests.journeys.whole_job import (
    WHOLE,
    dates_worked_backwards,
    links_the_rest,
    the_post_and_its_place,
)
from tests.vacancies.reading.layouts import as_paste, as_word
from tests.vacancies.reading.messy import ACUTE
from vacancies.drafting.services.drafting import sections_of
from vacancies.models import Vacancy

MOST_CLICKS = 40


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
        path.write_bytes(as_word(WHOLE))
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


def duties_and_criteria(visitor, vacancy) -> None:
    visitor.goto(address(vacancy, "selection"))
    if visitor.page.locator("[name=do][value=accept]").count():
        visitor.clicks += 1
        with visitor.page.expect_navigation():
            visitor.page.locator("[name=do][value=accept]").click()
    visitor.goto(address(vacancy, "person-specification", "links"))
    links_the_rest(visitor)
