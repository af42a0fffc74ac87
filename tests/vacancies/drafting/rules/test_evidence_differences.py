"""What changed in the evidence between two sheets."""

from dataclasses import replace

from tests.vacancies.drafting.exports.build_documents import make_sheet
from vacancies.drafting.rules.differences import evidence_changes
from vacancies.profiles.rules.evidence import NamedDuty


def test_the_same_sheet_has_no_changes():
    assert evidence_changes(make_sheet(), make_sheet()) == ()
    assert evidence_changes(None, None) == ()


def test_a_changed_text_and_a_changed_level_are_found():
    sheet = make_sheet()
    first, *rest = sheet.factors
    for changed in ({"evidence": "Something else"}, {"level": (first.level or 0) + 1}):
        after = replace(sheet, factors=(replace(first, **changed), *rest))
        (found,) = evidence_changes(sheet, after)
        assert (found.slug, found.name) == (first.code, first.name)
        assert {span.kind for span in found.spans} >= {"added"}


def test_duties_are_known_by_their_words_not_by_their_numbers():
    sheet = make_sheet()
    first, *rest = sheet.factors
    before = replace(
        sheet, duties=(NamedDuty(1, "Teaches"),), factors=(replace(first, duties=(1,)), *rest)
    )
    after = replace(
        sheet, duties=(NamedDuty(4, "Teaches"),), factors=(replace(first, duties=(4,)), *rest)
    )
    assert [change.slug for change in evidence_changes(before, after)] == []


def test_evidence_that_came_is_an_addition():
    found = evidence_changes(None, make_sheet())
    assert found
    assert all({span.kind for span in change.spans} == {"added"} for change in found)
