"""One entry for each rule, the gravest first."""

from string import Formatter

from vacancies.rulebook.check import check
from vacancies.rulebook.entries import Entry, count_of, entries_of
from vacancies.rulebook.finding import Finding
from vacancies.rulebook.rulebook import rules


def entries(text: str, kind: str = "all") -> tuple[Entry[Finding], ...]:
    return entries_of(check(text, kind).findings, lambda finding: finding)


def test_places_of_a_rule_are_together_in_order():
    (entry,) = [one for one in entries("He runs it. She too. He asks.") if one.rule.id == "C7"]
    assert [finding.excerpt for finding in entry.places] == ["He", "She", "He"]
    assert entry.message == entry.places[0].message
    assert entry.suggestion


def test_what_may_be_unlawful_comes_first_then_by_grade():
    found = entries(
        "He drives his own car. A native English speaker who utilises the LMS and CINAHL."
    )
    grades = [(not one.rule.laws, ["must", "should", "could"].index(one.severity)) for one in found]
    assert found[0].rule.id == "L3"
    assert grades == sorted(grades)
    assert sum(count_of(found).values()) == len(found)


def test_several_places_have_one_message_and_each_its_own_remedy():
    (entry,) = [
        one for one in entries("You search CINAHL and SCONUL for readers.") if one.rule.id == "C3"
    ]
    assert entry.message == entry.rule.together
    assert not entry.by_message
    (heavy,) = [one for one in entries("You utilise it to facilitate it.") if one.rule.id == "C9"]
    assert heavy.by_message
    assert heavy.suggestion == ""


def test_what_is_folded_in_is_named():
    (entry,) = [
        one for one in entries("We want a dynamic person.", "advert") if one.rule.id == "A9"
    ]
    assert entry.also == ("C6",)


def test_the_message_for_several_places_has_only_the_numbers_of_its_rule():
    for about in rules().values():
        names = {name for _, name, _, _ in Formatter().parse(about.together) if name}
        assert names <= set(about.parameters), about.id
