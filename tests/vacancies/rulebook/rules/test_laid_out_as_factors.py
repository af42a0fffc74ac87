"""B1: a job description laid out as the factors of the scheme."""

import re

from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check

RULE = "B1"
FACTORS = ["Physical skills", "Freedom to act", "Mental effort", "Working conditions"]
MORE = ["Physical effort", "Emotional effort", "Human resources", "Research and development"]


def laid_out(names: list[str]) -> str:
    return "\n\n".join(f"{name}\nYou will do this and that every day." for name in names)


def test_fires_once_at_the_first_factor():
    assert hits(RULE, laid_out(FACTORS)) == ["Physical skills"]
    assert hits(RULE, "\n".join(f"{n}. {name}: some" for n, name in enumerate(FACTORS))) == [
        "Physical skills"
    ]


def test_says_so_strongly_from_eight_on():
    messages = [f.message for f in check(laid_out(FACTORS + MORE), "jd").findings if f.rule == RULE]
    assert len(messages) == 1
    assert re.search(r"\b8\b", messages[0])


def test_never_blocks():
    severities = {f.severity for f in check(laid_out(FACTORS), "jd").findings if f.rule == RULE}
    assert severities == {"should"}


def test_stays_silent_below_four_and_for_the_same_one_again():
    assert hits(RULE, laid_out(FACTORS[:3])) == []
    assert hits(RULE, laid_out(FACTORS[:1] * 9)) == []


def test_factor_names_inside_sentences_are_no_sign():
    text = "The job needs physical effort. It needs mental effort. It has emotional effort too."
    assert hits(RULE, text + " Its working conditions are good. You have freedom to act.") == []
