"""The purpose, duties, structure and agreement of a job description."""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import (
    VacancyFile,
    at,
    at_field,
    field_missing,
    field_rule,
    noted,
)
from vacancies.rulebook.document import Document
from vacancies.rulebook.rulebook import number
from vacancies.rulebook.words import variant_of


@field_rule("B4")
def purpose_length(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B4: no purpose of the job, or one that is too short or too long.

    Report once. Source: NHS Employers, Writing successful job descriptions; the numbers of words
    are our own suggestions.
    """
    if not file.is_described:
        return
    count = len(Document(file.draft.purpose).words)
    short, long = count < number("B4", "low"), count > number("B4", "high")
    if short or long:
        variant = "" if not count else "short" if short else "long"
        place = at_field("purpose")
        yield noted("B4", place, about=str(count), variant=variant, n=count)


@field_rule("B5")
def number_of_duties(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B5: too few or too many main duties.

    Report once, with the number. Source: form HR5 of Southampton (6 to 10) and guidance of York
    (about 10).
    """
    count = len(file.draft.duties)
    if file.is_described and not number("B5", "low") <= count <= number("B5", "high"):
        yield noted("B5", at("duties"), about=str(count), variant=variant_of(count), n=count)


@field_rule("B15")
def no_pksb_area(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B15: no duty names an area of the PKSB.

    Report once, if there are duties and none has an area. Source: recruitment and retention guide
    for KLS managers.
    """
    if file.draft.duties and not any(duty.area for duty in file.draft.duties):
        yield noted("B15", at("duties"))


@field_rule("B7")
def place_in_structure(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B7: the draft does not say who the post reports to, or who it supervises.

    Report once, at the first of the two that is empty. Source: NHS Job Evaluation Handbook, chapter
    10; NHS Employers, Writing successful job descriptions.
    """
    if not file.is_described:
        return
    if not file.draft.reports_to.strip():
        yield noted("B7", at_field("reports_to"), variant="reports_to")
    elif not file.draft.supervises.strip():
        yield noted("B7", at_field("supervises"), variant="supervises")


field_missing("B8", "decides")


@field_rule("B10")
def not_agreed(file: VacancyFile) -> Iterator[PlacedFinding]:
    """B10: no frozen version, nobody named as agreeing it, or one that is more than a year old.

    Report once, as soon as there is a duty that could be agreed. Source: NHS Job Evaluation
    Handbook, chapter 10; the limit of a year is a house default.
    """
    if not file.draft.duties:
        return
    if file.agreed is None:
        yield noted("B10", at("versions"), variant="no_version")
    elif (file.today - file.agreed.day).days > number("B10", "oldest_days"):
        yield noted("B10", at("versions"), about=file.agreed.day.isoformat(), variant="old")
    elif not file.agreed.agreed_with.strip():
        about = file.agreed.day.isoformat()
        yield noted("B10", at("versions"), about=about, variant="nobody")
