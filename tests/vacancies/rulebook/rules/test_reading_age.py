"""C2: reading age."""

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "C2"
HARD = (
    "Organisational transformation necessitates comprehensive interdisciplinary collaboration, "
    "incorporating methodological considerations alongside administrative accountability. "
)
EASY = "You run the desk. You help people find books. You shelve them too. "


def test_fires_once_about_the_whole_text():
    assert hits(RULE, HARD * 6) == [""]


def test_stays_silent_on_plain_words():
    assert hits(RULE, EASY * 6) == []


def test_a_few_words_have_no_age_worth_reporting():
    assert hits(RULE, HARD) == []


def test_names_and_unavoidable_terms_do_not_age_a_text():
    plain = "You will help the team in the room at the top of the stairs. "
    named = "You will help the Christchurch Infirmary Postgraduate Library librarians. "
    ages = [check(text * 8).summary.reading_age for text in (plain, named)]
    assert ages[1] <= ages[0] + 3
    assert hits(RULE, named * 8) == []
