"""A text is checked in a browser by somebody without an account, also without JavaScript."""

import pytest

from tests.journeys.conftest import DESKTOP, TELEPHONE

TEXT = "Job title: Librarian\n\nReports to: Library Manager\n\nHe utilises the LMS to help readers."


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("screen", "javascript"), [(DESKTOP, False), (TELEPHONE, True)], ids=["desktop", "telephone"]
)
def test_a_text_is_checked_by_keyboard(visit, screen, javascript):
    visitor = visit(javascript, screen)
    visitor.goto("/vacancies/check/")
    visitor.press("Check the text")
    visitor.sees("Paste a text or choose a file")
    visitor.pick("What is it?", "Job description")
    visitor.type("Paste the text", TEXT)
    visitor.press("Check the text")
    visitor.sees("What we found")
    visitor.sees("Write “library system”.")
    visitor.sees("How it reads")
    visitor.sees("“utilises”: try “uses”")
    visitor.page.goto(visitor.page.url)
    visitor.sees("Check a job description")
