"""B11: the advert is the job description once more.

Source: NHS Employers, Writing successful job descriptions. How much may be the same is our own
default.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.rulebook.rulebook import number, rule
from vacancies.rulebook.similarity import share_of_runs

RULE = "B11"
_TEXTS = ("overview", "skills", "working_here")


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report the first text of the advert most of which stands in the job description too."""
    draft = file.draft
    described = [draft.purpose, draft.decides, draft.relationships]
    described += [duty.text for duty in draft.duties]
    described += [row.text for row in draft.criteria]
    least, fewest = rule(RULE).parameters["similarity"], number(RULE, "fewest_words")
    for field in _TEXTS:
        text = getattr(file.advert, field)
        if len(text.split()) >= fewest and share_of_runs(text, described) > least:
            yield noted(RULE, at_field(field), text)
            return
