"""D1: the advert shows no pay or last year's, or no band is chosen. An unpaid route has neither.

Source: Fair Museum Jobs manifesto, section 2; principle of transparency of Fair Library Jobs.
"""

from collections.abc import Iterator

from vacancies.checks.place import PlacedFinding
from vacancies.checks.vacancy_file import VacancyFile, at_field, noted
from vacancies.posts.rules import UNPAID
from vacancies.rulebook.document import Document
from vacancies.rulebook.figures import old_year
from vacancies.rulebook.pay import amounts_in, pay_places

RULE = "D1"
ENGLAND = "ENG"


def concerns(file: VacancyFile) -> bool:
    """Whether the post is paid."""
    return file.draft.contract not in UNPAID


def check(file: VacancyFile) -> Iterator[PlacedFinding]:
    """Report once: at the first of the two that is empty, or at pay of the year before."""
    if not file.advert.is_started or not concerns(file):
        return
    if not file.advert.pay.strip():
        yield noted(RULE, at_field("pay"))
    elif not file.draft.band:
        yield noted(RULE, at_field("band"))
    elif year := _old_year(file):
        new = (file.pay and file.pay.full) or "the pay of this year"
        about = file.advert.pay
        yield noted(RULE, at_field("pay"), about=about, variant="last-year", year=year, pay=new)


def _old_year(file: VacancyFile) -> str:
    """The year gone by whose pay in England is typed, such as “2025/26”; "" otherwise."""
    if file.nation != ENGLAND:
        return ""
    document = Document(file.advert.pay, "advert")
    years = (
        old_year(amounts_in(document, at), file.today, file.facts) for at in pay_places(document)
    )
    return next(filter(None, years), "")
