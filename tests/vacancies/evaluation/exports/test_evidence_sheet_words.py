"""Words of the evidence sheet that both files share."""

from dataclasses import replace
from datetime import date

from tests.vacancies.drafting.exports.build_documents import make_sheet
from vacancies.evaluation.exports import footer_words, notices, sheet_facts


def test_a_withdrawn_profile_is_marked_at_the_head_and_in_the_facts_in_words():
    sheet = replace(make_sheet(), withdrawn_on=date(2026, 5, 4))
    assert any("was withdrawn on 4 May 2026" in notice for notice in notices(sheet))
    assert dict(sheet_facts(sheet))["Kind of profile"].endswith(", withdrawn on 4 May 2026")


def test_a_profile_in_force_is_not():
    sheet = replace(make_sheet(), withdrawn_on=date(2026, 5, 4))
    assert len(notices(make_sheet())) == len(notices(sheet)) - 1
    assert sheet_facts(make_sheet()) != sheet_facts(sheet)


def test_a_version_says_its_number_its_date_and_who_agreed_in_words():
    sheet = replace(
        make_sheet(),
        version=2,
        day=date(2026, 5, 4),
        agreed_with="Head of service",
        agreed_on=date(2026, 5, 3),
    )
    facts = dict(sheet_facts(sheet))
    assert facts["Version"] == "2, frozen on 4 May 2026"
    assert (facts["Agreed with"], facts["Agreed on"]) == ("Head of service", "3 May 2026")
    assert footer_words(sheet) == "Indicative. Evidence sheet, version 2, 4 May 2026"


def test_a_draft_says_that_it_is_one():
    facts, frozen = sheet_facts(make_sheet()), sheet_facts(replace(make_sheet(), version=2))
    assert dict(facts).keys() ^ dict(frozen).keys() == {"Status", "Version"}
    assert footer_words(make_sheet()) != footer_words(replace(make_sheet(), version=2))
