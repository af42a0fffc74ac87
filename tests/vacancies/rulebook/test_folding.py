"""One fact, one finding."""

from vacancies.rulebook.finding import Finding
from vacancies.rulebook.folding import fold


def finding(rule: str, severity: str = "must", start: int = 0, end: int = 5) -> Finding:
    return Finding(
        rule, severity, start, end, "x" * (end - start), f"{rule}!", f"Mend {rule}.", "us"
    )


def folded(*findings: Finding) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.rule, one.also) for one in fold(findings)]


def test_the_more_severe_one_takes_the_other_in_whatever_the_order():
    weak, strong = finding("C4", "could"), finding("C3", "should")
    assert folded(weak, strong) == folded(strong, weak) == [("C3", ("C4",))]


def test_of_equals_the_first_of_the_family_is_shown():
    assert folded(finding("C6", "should"), finding("A9", "should")) == [("A9", ("C6",))]


def test_the_advice_comes_along():
    assert fold([finding("A1"), finding("A2")])[0].suggestion == "Mend A1. Mend A2."


def test_three_at_one_place_are_one():
    found = [finding("B3"), finding("C3", "should"), finding("C4", "could")]
    assert folded(*found) == [("B3", ("C3", "C4"))]


def test_a_part_of_the_same_words_is_the_same_place():
    assert folded(finding("A1", start=0, end=9), finding("A2", start=3, end=6)) == [("A1", ("A2",))]


def test_other_places_and_other_facts_stay():
    assert folded(finding("A1", end=5), finding("A2", start=5, end=9)) == [("A1", ()), ("A2", ())]
    assert folded(finding("A1"), finding("C1")) == [("A1", ()), ("C1", ())]
    assert folded(finding("A1"), finding("A1", start=2, end=9)) == [("A1", ()), ("A1", ())]


def test_findings_about_the_whole_text_fold_too():
    assert folded(finding("B13", end=0), finding("B5", "should", end=0)) == [("B13", ("B5",))]
    assert folded(finding("B13", end=0), finding("B5", "should", end=4)) == [
        ("B13", ()),
        ("B5", ()),
    ]
