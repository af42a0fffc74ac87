"""The way in."""

import json

import pytest

from tests.vacancies.rulebook.report import duties, essential
from vacancies.rulebook.check import check

LETTERHEAD = (
    "Northfield Hospitals NHS Foundation Trust Library and Knowledge Service "
    "Trust, Hill Road, Northfield"
)


def test_an_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="“poem”"):
        check("text", "poem")


@pytest.mark.parametrize("kind", ["jd", "ps", "advert", "all"])
def test_a_letterhead_has_no_must(kind):
    assert len(LETTERHEAD.split()) == 13
    assert check(LETTERHEAD, kind).summary.must == 0


def test_the_kind_chooses_the_rules():
    text = essential("A degree")
    assert "A1" in {finding.rule for finding in check(text, "ps").findings}
    assert "A1" not in {finding.rule for finding in check(text, "jd").findings}


def test_advert_facts_are_not_demanded_of_a_job_description():
    rules = {finding.rule for finding in check(duties("Run the desk")).findings}
    assert not rules & {"D1", "D3", "D4", "D6", "D12", "D15", "D16", "D20"}
    assert {"B7", "D8", "D13"} <= rules


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
