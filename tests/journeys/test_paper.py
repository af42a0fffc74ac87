"""Pages with boxes of text, printed by the browser; the walk over all pages prints each."""

from tests.journeys.conftest import DESKTOP
from tests.journeys.paper import faults_of_paper
from tests.project.access_rows import addresses


def test_a_page_of_text_boxes_is_printed_whole(reference_data, guidance_pages, rows, signed_in):
    _, visitor = signed_in("manager", DESKTOP)
    (address,) = addresses(rows, ["vacancies:nhs_jobs_pack"]).values()
    visitor.goto(address)
    box = visitor.page.locator("textarea").first
    box.evaluate("box => box.value = 'Finds papers.\\n'.repeat(40) + 'The very last.'")
    faults = faults_of_paper(visitor.page)
    (address,) = addresses(rows, ["vacancies:duty_list"]).values()
    visitor.goto(address)
    faults += faults_of_paper(visitor.page)
    assert not faults, "\n".join(faults)
