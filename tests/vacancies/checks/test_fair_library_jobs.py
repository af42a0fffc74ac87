"""A vacancy held against the Fair Library Jobs manifesto."""

from dataclasses import replace

from tests.vacancies.checks.vacancy_rules.vacancy import GOOD, TODAY, changed
from vacancies.checks.draft_check import check_draft
from vacancies.checks.fair_library_jobs import (
    NOT_WRITTEN,
    NOTHING_FOUND,
    POINTED_AT,
    fair_report,
)
from vacancies.checks.rulebook import rules
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.drafting.draft import Draft


def points(file, aside=()):
    found = [one for one in check_draft(file).findings if one.fingerprint not in aside]
    kept = [one for one in check_draft(file).findings if one.fingerprint in aside]
    report = fair_report(file, found, kept)
    return {one.point.rules[0]: one for _, judged in report.parts for one in judged}


def test_it_has_the_three_principles_and_the_four_known_sections():
    report = fair_report(GOOD, (), ())
    names = [part.id for part, _ in report.parts]
    assert names == ["transparency", "equity", "respect", "1.0", "3.0", "4.0", "7.0"]
    assert all(judged for _, judged in report.parts)


def test_a_point_says_what_was_found_and_where():
    judged = points(changed(advert_pay=""))["D1"]
    assert judged.outcome == POINTED_AT
    assert [one.finding.rule for one in judged.findings] == ["D1"]


def test_nothing_found_is_not_the_same_as_not_written():
    assert points(GOOD)["D1"].outcome == NOTHING_FOUND
    empty = VacancyFile(Draft(title="Librarian"), TODAY)
    assert {one.outcome for one in points(empty).values()} == {NOT_WRITTEN}


def test_what_was_set_aside_is_counted_apart():
    file = changed(advert_pay="")
    known = next(one for one in check_draft(file).findings if one.finding.rule == "D1")
    judged = points(file, {known.fingerprint})["D1"]
    assert (judged.outcome, len(judged.findings), len(judged.set_aside)) == (NOTHING_FOUND, 0, 1)


def test_no_strength_is_claimed_that_could_not_be_read():
    report = fair_report(GOOD, (), ())
    every = [one.point for _, judged in report.parts for one in judged]
    assert report.without_strength == len(every)
    assert all(point.by and point.our_grade for point in every)


def test_sections_hold_the_rules_that_the_catalogue_puts_there():
    report = fair_report(replace(GOOD), (), ())
    for part, judged in report.parts:
        mine = {rule_id for one in judged for rule_id in one.point.rules}
        if part.kind == "section":
            assert mine == {r.id for r in rules().values() if r.flj_section == part.id}
