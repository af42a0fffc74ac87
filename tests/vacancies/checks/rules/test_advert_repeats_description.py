"""B11: the advert is the job description once more."""

from tests.vacancies.checks.rules.vacancy import DUTIES, hits

RULE = "B11"


COPIED = " ".join(duty.text for duty in DUTIES)


def test_fires_once_at_the_text_that_repeats():
    assert hits(RULE, advert_overview=COPIED, advert_skills=COPIED) == ["Overview"]
    assert hits(RULE, advert_working_here=COPIED) == ["Working for your organisation"]


def test_stays_silent_for_own_words_and_for_a_line():
    own = "You join a small and friendly team which helps people all over the hospital. " * 4
    assert hits(RULE, advert_overview=own) == hits(RULE, advert_overview=DUTIES[0].text) == []
    assert hits(RULE, advert_overview="") == []
