"""No date of a generated file moves without an explanation."""

from tests.each import each
from tests.vacancies.planning.frozen.generated import NUMBER, Case, dates_of, differences, kept

KEPT = kept()


def test_two_hundred_vacancies_are_kept():
    assert len(KEPT) == NUMBER
    assert min(map(len, KEPT)) > 60


@each("number", range(0, NUMBER, 9))
def test_every_date_is_as_it_was_kept(number):
    assert list(differences(KEPT[number], dates_of(Case(number)))) == []
