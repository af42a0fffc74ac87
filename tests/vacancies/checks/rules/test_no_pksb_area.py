"""B15: no duty names an area of the PKSB."""

from dataclasses import replace

from tests.vacancies.checks.rules.vacancy import DUTIES, hits

RULE = "B15"


BARE = tuple(replace(duty, area="") for duty in DUTIES)


def test_fires_once():
    assert hits(RULE, duties=BARE) == ["Duties"]


def test_one_area_is_enough_and_no_duty_has_none():
    assert hits(RULE, duties=(*BARE[:4], DUTIES[4])) == hits(RULE, duties=()) == []
