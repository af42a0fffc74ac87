"""A vacancy held against the Fair Library Jobs manifesto."""

from kls_portal.documents.document import Grid, Paragraph
from tests.each import each
from tests.vacancies.checks.rules.vacancy import GOOD, TODAY, changed
from vacancies.checks.draft_check import check_draft
from vacancies.checks.exports import check_document, silent_words
from vacancies.checks.fair_library_jobs import (
    NOT_FOR_THIS_POST,
    NOT_WRITTEN,
    NOTHING_FOUND,
    POINTED_AT,
    fair_report,
)
from vacancies.checks.reach import TEXTS
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.fields import Draft


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


def test_what_was_dismissed_is_counted_apart():
    file = changed(advert_pay="")
    known = next(one for one in check_draft(file).findings if one.finding.rule == "D1")
    judged = points(file, {known.fingerprint})["D1"]
    assert (judged.outcome, len(judged.findings), len(judged.dismissed)) == (NOTHING_FOUND, 0, 1)


def test_no_strength_is_claimed_that_could_not_be_read():
    report = fair_report(GOOD, (), ())
    every = [one.point for _, judged in report.parts for one in judged]
    assert report.without_strength == len(every)
    assert all(point.by and point.our_grade for point in every)


UNPAID, TRAINEE, PAY, TIME = "D19", "D17", "D1", "D5"


@each(
    "contract, rule_id, outcome",
    [
        ("permanent", UNPAID, NOT_FOR_THIS_POST),
        ("permanent", TRAINEE, NOT_FOR_THIS_POST),
        ("fixed-term", TRAINEE, NOT_FOR_THIS_POST),
        ("trainee", TRAINEE, NOTHING_FOUND),
        ("apprenticeship", UNPAID, NOT_FOR_THIS_POST),
        ("volunteer", UNPAID, NOTHING_FOUND),
        ("volunteer", PAY, NOT_FOR_THIS_POST),
        ("work-experience", PAY, NOT_FOR_THIS_POST),
        ("permanent", PAY, NOTHING_FOUND),
        ("", UNPAID, NOTHING_FOUND),
    ],
)
def test_a_point_that_is_not_for_such_a_post_says_so(contract, rule_id, outcome):
    assert points(changed(contract=contract))[rule_id].outcome == outcome


@each("contract", ["permanent", "volunteer", "trainee"])
def test_what_does_not_apply_does_not_apply_before_a_word_is_written(contract):
    file = VacancyFile(Draft(title="Librarian", contract=contract), TODAY)
    outcomes = {rule_id: one.outcome for rule_id, one in points(file).items()}
    assert (outcomes[UNPAID] == NOT_WRITTEN) is (contract == "volunteer")
    assert (outcomes[TRAINEE] == NOT_WRITTEN) is (contract == "trainee")
    assert (outcomes[PAY] == NOT_WRITTEN) is (contract != "volunteer")


def test_words_of_an_unpaid_post_are_pointed_at_whatever_the_contract():
    judged = points(changed(advert_overview="This is a voluntary role. Help teams."))[UNPAID]
    assert judged.outcome == POINTED_AT


def test_without_an_advert_nothing_reads_as_passed_that_stands_in_the_advert():
    """A job description is there, and some rules could read it: it says nothing of an interview."""
    judged = points(changed(advert=Advert()))
    of_the_advert = ("D13", "D20", "D21", PAY, "D3", TIME)
    assert {rule_id: judged[rule_id].outcome for rule_id in of_the_advert} == dict.fromkeys(
        of_the_advert, NOT_WRITTEN
    )
    assert all("advert" in judged[rule_id].unread for rule_id in of_the_advert)


@each(
    "empty, rule_id, unread",
    [
        ({"opens_on": None}, TIME, ("opening date",)),
        ({"opens_on": None, "closes_on": None}, TIME, ("opening date", "closing date")),
        ({"hours": None}, PAY, ("hours",)),
    ],
)
def test_a_rule_without_the_dates_or_hours_it_needs_has_read_nothing(empty, rule_id, unread):
    judged = points(changed(**empty))[rule_id]
    assert (judged.outcome, judged.unread) == (NOT_WRITTEN, unread)


def test_a_point_of_which_one_text_is_empty_names_it():
    judged = points(changed(criteria=()))["A1"]
    assert (judged.outcome, judged.unread) == (NOTHING_FOUND, ("person specification",))
    assert silent_words(judged).endswith(": person specification.")


def test_every_outcome_has_words_that_only_one_of_them_claims_in_words():
    said = {
        judged.outcome: silent_words(judged)
        for file in (GOOD, changed(advert=Advert()), changed(advert_pay=""))
        for judged in points(file).values()
    }
    assert said[POINTED_AT] == ""
    assert len(set(said.values())) == 4
    assert "advert" in said[NOT_WRITTEN]


@each("unread", [(), ("advert",), tuple(TEXTS.values())])
def test_the_file_of_a_check_says_that_nothing_was_found_only_where_a_text_is_written(unread):
    parts = check_document("Librarian", "Northfield", TODAY, (), (), unread).parts
    said = [isinstance(part, Paragraph) for part in parts].count(True)
    nothing_found, not_written, nothing_dismissed = len(unread) < len(TEXTS), bool(unread), True
    assert said == sum((nothing_found, not_written, nothing_dismissed))


def test_a_file_of_a_check_lists_what_was_found_and_what_was_dismissed():
    (found, *_) = check_draft(changed(advert_pay="")).findings
    kept = (found, reason := "It is in the leaflet.", TODAY)
    document = check_document("Librarian", "Northfield", TODAY, [found], [kept])
    rows = [part.rows for part in document.parts if isinstance(part, Grid)]
    assert [len(of_grid) for of_grid in rows] == [1, 1]
    assert reason in " ".join(map(str, rows[1][0]))
