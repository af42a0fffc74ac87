"""A whole vacancy held against the rules."""

from dataclasses import replace
from datetime import date

import pytest

from tests.each import each
from tests.vacancies.checks.rules.vacancy import GOOD, TODAY, changed, criteria
from vacancies.checks.draft_check import check_draft
from vacancies.checks.draft_texts import draft_texts
from vacancies.checks.place import SECTIONS, fingerprint
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.drafting.rules.advert import Advert
from vacancies.drafting.rules.draft import Duty
from vacancies.drafting.rules.fields import Draft


def found(file):
    return check_draft(file).findings


def rules_of(file):
    return [one.finding.rule for one in found(file)]


def test_an_empty_vacancy_lacks_nothing():
    report = check_draft(VacancyFile(Draft(title="Librarian"), TODAY))
    assert report.findings == report.numbers == ()


def test_a_good_vacancy_has_no_must():
    file = replace(
        GOOD,
        advert=replace(
            GOOD.advert,
            applying="You do a short search task and get the questions before. Tell us if you need "
            "an adjustment or this in another format. We pay travel costs. Visit us before.",
        ),
    )
    assert [one for one in found(file) if one.finding.severity == "must"] == []


def test_each_finding_has_its_place_and_its_own_words():
    file = changed(decides="Utilises the budget. He signs orders.")
    he = next(one for one in found(file) if one.finding.rule == "C7")
    assert (he.place.section, he.place.field) == ("purpose", "decides")
    assert file.draft.decides[he.finding.start : he.finding.end] == he.finding.excerpt == "He"
    assert he.sentence == "He signs orders."


def test_a_row_is_named_as_pages_number_it():
    grouped = (Duty(7, "Teaches", group="B"), Duty(8, "Asks him", group="A"), Duty(9, "x", "B"))
    places = {one.place for one in found(changed(duties=grouped)) if one.finding.rule == "C7"}
    assert {(place.name, place.row) for place in places} == {("Duty 3", 8)}


def test_words_that_stand_in_two_texts_are_one_finding():
    file = changed(flexible_working="Ask him. Utilise flexitime from day one.")
    assert rules_of(file).count("C7") == 1


def test_what_the_fields_say_is_not_asked_of_the_words():
    assert not set(rules_of(GOOD)) & {"B7", "B8", "D1", "D3", "D4", "D6", "D8", "D12"}


def test_findings_come_in_working_order_the_gravest_first():
    file = changed(criteria=criteria("Degree", duties=()), closes_on=None, duties=())
    places = [list(SECTIONS).index(one.place.section) for one in found(file)]
    assert places == sorted(places)
    severities = [
        one.finding.severity for one in found(file) if one.place.section == "person-specification"
    ]
    assert severities == sorted(severities, key=["must", "should", "could"].index)


@each("other", ["HE  signs orders.", "he signs\norders."])
def test_the_same_sentence_keeps_its_fingerprint(other):
    assert fingerprint("C7", "He signs orders.") == fingerprint("C7", other)


def test_another_sentence_or_rule_has_another_fingerprint():
    assert len({fingerprint("C7", "a"), fingerprint("C7", "b"), fingerprint("C1", "a")}) == 3


def test_fingerprints_of_a_vacancy_tell_its_findings_apart():
    file = VacancyFile(
        Draft(
            title="Librarian",
            duties=(Duty(1, "To assist with OPAC."),),
            criteria=criteria("Degree", duties=()),
        ),
        date(2026, 11, 25),
        Advert(overview="We are one of the largest trusts."),
    )
    prints = [one.fingerprint for one in found(file)]
    assert len(prints) == len(set(prints)) > 10


ODD = {
    "one line of 200,000 characters": "x" * 200_000,
    "a megabyte of words": "word " * 200_000,
    "binary": "\x00\x01\xff" * 1000,
    "right to left": "يجيب عن أسئلة الأطباء ",
    "mixed line ends": "One.\r\nTwo.\rThree.\n",
    "surrogates": "\ud800 alone",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=pytest.mark.thorough if len(text) > 9000 else ())
        for name, text in ODD.items()
    ],
)
def test_any_text_at_all_is_checked(text):
    file = changed(purpose=text, duties=(Duty(1, text[:1000]),), advert_overview=text[:5000])
    for one in found(file):
        assert one.fingerprint


def test_every_part_is_where_the_text_says():
    for text in draft_texts(GOOD):
        assert text.parts
        for part in text.parts:
            assert text.text[part.start : part.end] == part.text
            assert text.part_at(part.start) == text.part_at(part.end - 1) == part
    assert text.part_at(len(text.text)) is None
