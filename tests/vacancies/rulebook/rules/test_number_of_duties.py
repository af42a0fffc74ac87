"""B5: too few or too many duties."""

from tests.vacancies.rulebook.report import duties, hits
from vacancies.rulebook.check import check

RULE = "B5"
DUTIES = [f"Run desk number {number}" for number in range(17)]


def test_fires_on_few_and_many():
    assert hits(RULE, duties(*DUTIES[:4])) == [DUTIES[0]]
    assert hits(RULE, duties(*DUTIES[:16])) == [DUTIES[15]]


def test_stays_silent_between():
    assert hits(RULE, duties(*DUTIES[:5])) == []
    assert hits(RULE, duties(*DUTIES[:15])) == []


def test_counts_lines_without_bullets():
    assert hits(RULE, "Main duties\n" + "\n".join(DUTIES[:7])) == []
    assert hits(RULE, "Main duties\n" + "\n".join(DUTIES[:3])) == [DUTIES[0]]


def test_counts_sentences_of_prose():
    prose = " ".join(f"{duty}." for duty in DUTIES[:6])
    assert hits(RULE, f"Main duties\n{prose}\n") == []


def test_items_of_the_person_specification_do_not_count():
    text = duties(*DUTIES[:6]) + "\nPerson specification\nEssential\n" + "- Can spell\n" * 12
    assert hits(RULE, text) == []


def test_no_duties_at_all_is_one_finding():
    shown = check("Job description\nThe library lends books to staff.", "jd").findings
    assert [f.also for f in shown if f.rule == "B13"] == [("B5",)]
    assert not [f for f in shown if f.rule == RULE]
