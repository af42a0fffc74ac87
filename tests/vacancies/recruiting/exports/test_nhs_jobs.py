"""The facts of a vacancy in the boxes of the NHS Jobs form."""

from dataclasses import replace

from tests.each import each
from tests.vacancies.checks.rules.vacancy import GOOD
from vacancies.drafting.rules.advert import Limit, shipped_limits
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.recruiting.exports.advert import nhs_jobs_boxes


def boxes(draft=GOOD.draft, limits=None, **advert):
    given = replace(GOOD.advert, **advert)
    return {box.slug: box for box in nhs_jobs_boxes(draft, given, limits or shipped_limits())}


def test_the_form_has_its_boxes_in_order():
    assert list(boxes()) == [
        "nhs-jobs-title",
        "nhs-jobs-overview",
        "nhs-jobs-skills",
        "nhs-jobs-working-here",
        "nhs-jobs-description",
        "essential-qualifications",
        "essential-experience",
        "essential-skills",
        "desirable-qualifications",
        "desirable-experience",
        "desirable-skills",
    ]


@each(
    "length, warning",
    [
        (99, "1 character too few. Write at least 100."),
        (100, ""),
        (1500, ""),
        (1501, "1 character too many. Shorten it to 1,500."),
        (1700, "200 characters too many. Shorten it to 1,500."),
    ],
)
def test_a_box_says_by_how_much_it_misses_its_limit_in_words(length, warning):
    box = boxes(skills="x" * length)["nhs-jobs-skills"]
    assert "".join(box.warnings) == warning
    assert box.count == length
    assert box.text == "x" * length


def test_a_title_of_70_fits_and_of_71_does_not():
    for length, fits in ((70, True), (71, False)):
        draft = replace(GOOD.draft, title="x" * length)
        assert (boxes(draft)["nhs-jobs-title"].warnings == ()) is fits


def test_nothing_written_is_said_so():
    box = boxes(overview=" \n")["nhs-jobs-overview"]
    assert (len(box.warnings), box.text) == (1, "")


def test_line_ends_count_once():
    assert boxes(overview="a\r\nb\n")["nhs-jobs-overview"].count == 3


def test_first_lines_about_the_trust_are_pointed_at():
    text = "We are one of the largest foundation trusts in the country. " * 3
    found = boxes(overview=text, skills=text)
    (pointed_at,) = set(found["nhs-jobs-overview"].warnings) - set(
        found["nhs-jobs-skills"].warnings
    )
    assert pointed_at not in boxes()["nhs-jobs-overview"].warnings


def test_each_criterion_is_one_line_of_its_box():
    rows = (
        Criterion(1, "qualifications", True, "Degree or\nequivalent experience"),
        Criterion(2, "knowledge", True, "Knows the NHS"),
        Criterion(3, "skills", True, "Can teach"),
        Criterion(4, "experience", False, "Has taught"),
    )
    found = boxes(replace(GOOD.draft, criteria=rows))
    assert found["essential-qualifications"].text == "Degree or equivalent experience"
    assert found["essential-skills"].text == "Knows the NHS\nCan teach"
    assert found["desirable-experience"].text == "Has taught"
    assert found["desirable-skills"].text == ""


def test_the_description_leaves_out_its_least_parts_before_it_grows_too_long():
    duties = tuple(Duty(number, f"{'x' * 900}{number}") for number in range(10))
    draft = replace(GOOD.draft, duties=duties, relationships="y" * 1500, decides="z" * 900)
    box = boxes(draft)["nhs-jobs-description"]
    assert box.count <= 10_000
    assert "yyy" not in box.text
    assert "x9" in box.text
    assert len(box.warnings) == 1, "what was left out is told"


def test_a_corrected_limit_is_used():
    limits = {
        **shipped_limits(),
        "nhs-jobs-title": Limit("nhs-jobs-title", "T", "characters", 1, 5),
    }
    assert boxes(limits=limits)["nhs-jobs-title"].warnings == (
        limits["nhs-jobs-title"].problem(GOOD.draft.title),
    )
