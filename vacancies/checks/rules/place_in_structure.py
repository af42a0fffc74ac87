"""B7: the draft does not say who the post reports to, or whom it supervises.

Source: NHS Job Evaluation Handbook, chapter 10; NHS Employers, Writing successful job descriptions.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted

RULE = "B7"


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once, at the first of the two that is empty."""
    if not file.is_described:
        return
    if not file.draft.reports_to.strip():
        yield noted(RULE, at_field("reports_to"), variant="reports_to")
    elif not file.draft.supervises.strip():
        yield noted(RULE, at_field("supervises"), variant="supervises")
