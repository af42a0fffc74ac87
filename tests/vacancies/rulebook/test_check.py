"""The way in."""

import json
from datetime import date

import pytest

from tests.each import each
from tests.vacancies.rulebook.report import duties, essential
from vacancies.rulebook.check import check
from vacancies.rulebook.rulebook import rules

DAY_OF_EXAMPLES = date(2026, 11, 28)

LETTERHEAD = (
    "Northfield Hospitals NHS Foundation Trust Library and Knowledge Service "
    "Trust, Hill Road, Northfield"
)


def test_an_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="“poem”"):
        check("text", "poem")


@each("kind", ["jd", "ps", "advert", "all"])
def test_a_letterhead_has_no_must(kind):
    assert len(LETTERHEAD.split()) == 13
    assert check(LETTERHEAD, kind).summary.must == 0


def test_the_kind_chooses_the_rules():
    text = "You must have a degree."
    assert "A1" in {finding.rule for finding in check(text, "advert").findings}
    assert "A1" not in {finding.rule for finding in check(text, "jd").findings}
    assert "A1" in {finding.rule for finding in check(essential(text), "jd").findings}


def test_words_are_found_across_the_line_ends_of_a_paragraph():
    text = (
        duties("Run the desk")
        + "\nYou can ask for this description in large\nprint, which we are happy to send."
    )
    assert "D13" not in {finding.rule for finding in check(text).findings}


def test_advert_facts_are_not_demanded_of_a_job_description():
    facts = {"D1", "D3", "D4", "D6", "D10", "D12", "D14", "D15", "D16", "D20", "D21", "D22"}
    for kind in ("all", "jd", "ps"):
        found = {finding.rule for finding in check(duties("Run the desk"), kind).findings}
        assert not found & facts, kind
    assert {"B7", "D8", "D13"} <= {one.rule for one in check(duties("Run the desk")).findings}


def test_a_rule_can_be_switched_off():
    text = "He runs the desk."
    assert {finding.rule for finding in check(text, switched_off=["C7"]).findings} == set()


def test_a_long_place_is_cut_at_a_word():
    report = check("word " * 400 + "end.")
    found = [finding for finding in report.findings if finding.rule == "C1"]
    assert len(found) == 1
    assert len(found[0].excerpt) <= 600
    assert found[0].excerpt.endswith("word")
    assert "401 words" in found[0].message


def test_as_data_is_ready_for_json():
    data = check("He utilises the LMS.").as_data()
    assert json.loads(json.dumps(data)) == data
    assert set(data) == {"findings", "summary"}
    instead = {finding["rule"]: finding["replacement"] for finding in data["findings"]}
    assert instead["C9"] == "uses"
    assert all(finding["why"] for finding in data["findings"])
    assert list(data["findings"][0]) == [
        "rule",
        "severity",
        "start",
        "end",
        "excerpt",
        "message",
        "suggestion",
        "source",
        "also",
        "why",
        "replacement",
    ]
    assert list(data["summary"]) == ["words", "sentences", "reading_age", "must", "should", "could"]


def test_line_ends_are_kept_in_the_offsets():
    text = "One line.\r\nHe runs it.\rShe too.\nEnd."
    places = [(f.start, f.excerpt) for f in check(text).findings if f.rule == "C7"]
    assert places == [(11, "He"), (23, "She")]


def test_right_to_left_text_and_odd_characters_are_no_trouble():
    assert check("שלום עולם. مرحبا بالعالم.\u202e\x00").summary.sentences == 2


def test_every_rule_fires_on_the_words_that_are_its_example():
    quoted = {one.id: one.example.strip("“”") for one in rules().values() if one.example[:1] == "“"}
    assert len(quoted) >= 30
    silent = [
        key
        for key, text in quoted.items()
        if not any(
            key in {found.rule for found in check(text, kind, today=DAY_OF_EXAMPLES).findings}
            for kind in rules()[key].kinds
        )
    ]
    assert silent == []


def test_every_rule_that_a_program_judges_has_an_example_and_better_words():
    judged = [one for one in rules().values() if one.judged_by != "person"]
    assert [one.id for one in judged if not (one.example and one.better)] == []
    assert [one.id for one in judged if "{" in one.better or "house" in one.source] == []


def test_standard_statements_are_held_against_the_law_and_the_calendar_alone():
    listed = (f"- Run desk {n}\n- Teach team {n}\n- Order books {n}\n" for n in (1, 2, 3))
    own = "Main duties\n" + "".join(listed)
    statement = (
        "Confidentiality\nThe post holder is required to adhere to the policy of the ABCD, "
        "the Data Protection Act 1998 and the Caldicott principles.\n"
    )
    rules = {one.rule for one in check(own + statement, "jd").findings if one.excerpt}
    assert rules == {"T1"}
    alone = "Main duties\n- Run the desk of the ABCD\n- Teach staff\n"
    assert "C3" in {one.rule for one in check(alone, "jd").findings}


def test_what_stands_in_one_paragraph_with_a_standard_statement_is_checked_all_the_same():
    advert = (
        "We want a dynamic, highly motivated person with a minimum of three years of work in a "
        "library. We are an equal opportunities employer."
    )
    found = check(advert, "advert").findings
    words = {one.excerpt.lower() for one in found if one.excerpt}
    assert any("dynamic" in one for one in words)
    assert not any("equal opportunities" in one and "dynamic" not in one for one in words)
