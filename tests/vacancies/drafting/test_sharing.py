"""The copy that an organisation offers."""

from datetime import date

import pytest
from hypothesis import given

from tests.vacancies.drafting.drafts import DRAFTS
from vacancies.drafting.draft import Criterion, Draft, Duty
from vacancies.drafting.sharing import (
    edited,
    finds_in,
    main_area,
    shared_texts,
    without_name,
)

DRAFT = Draft(
    title="Librarian",
    opens_on=date(2027, 5, 4),
    duties=(Duty(7, "Searches", group="Evidence"), Duty(8, "Teaches")),
    criteria=(Criterion(5, "skills", True, "Can search", (), (7, 8)),),
)


def test_every_text_has_a_name():
    assert [text.name for text in shared_texts(DRAFT)] == [
        "title",
        "duty_1",
        "duty_1_group",
        "duty_2",
        "criterion_1",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngozi Okonkwo", ["Ngozi Okonkwo"]),
        ("Library manager (Ngozi Okonkwo)", ["Ngozi Okonkwo"]),
        ("Wei Chen, band 4, and Bo Larsen", ["Wei Chen", "Bo Larsen"]),
        ("Priya Nair", ["Priya Nair"]),
    ],
)
@pytest.mark.parametrize("name", ["reports_to", "supervises"])
def test_a_name_alone_is_found_where_a_post_belongs(name, text, found):
    assert [find.text for find in finds_in(name, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Head of Library and Knowledge Services",
        "Associate Medical Director, Northfield Hospital",
        "Two Band 3 Library Assistants and a Graduate Trainee",
        "three library assistants",
        "Saturday Assistants; Volunteers",
        "",
    ],
)
def test_posts_stay_silent(text):
    assert finds_in("supervises", text) == finds_in("reports_to", text) == ()


def test_elsewhere_two_capitals_are_no_name():
    assert finds_in("duty_1", "Runs Interlibrary Loans") == ()


def test_an_emptied_duty_is_left_out_with_its_links():
    copy = edited(DRAFT, {"duty_1": "", "title": "Specialist", "criterion_1": "Can find"})
    assert copy.title == "Specialist"
    assert copy.duties == (Duty(8, "Teaches"),)
    assert copy.criteria == (Criterion(5, "skills", True, "Can find", (), (8,)),)


@given(draft=DRAFTS)
def test_unedited_only_the_dates_go(draft):
    copy = edited(draft, {text.name: text.text for text in shared_texts(draft)})
    assert [duty.text for duty in copy.duties] == [duty.text for duty in draft.duties]
    assert (copy.opens_on, copy.starts_on, copy.purpose) == (None, None, draft.purpose)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the Northfield NHS Trust we care.", "At our Trust we care."),
        (
            "NORTHFIELD  nhs trust cares. Northfield NHS Trust learns",
            "Our Trust cares. Our Trust learns",
        ),
        ("Northfield NHS Trusts and Northfield", "Northfield NHS Trusts and Northfield"),
    ],
)
def test_the_name_becomes_our_trust(text, expected):
    assert without_name(text, "Northfield NHS Trust") == expected


def test_an_empty_name_changes_nothing():
    assert without_name("We care", " ") == "We care"


def test_the_main_area_is_the_one_most_duties_have():
    duties = [Duty(n, "x", area=area) for n, area in enumerate(["", "research", "using", "using"])]
    assert main_area(Draft(duties=tuple(duties))) == "using"
    assert main_area(Draft()) == ""
