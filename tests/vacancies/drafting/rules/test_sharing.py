"""The copy that an organisation offers."""

from dataclasses import dataclass, make_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from tests.each import each
from tests.vacancies.drafting.rules.drafts import DRAFTS
from tests.vacancies.drafting.rules.filled import PRIVATE, filled, text_places, texts_in, with_text
from vacancies.drafting.rules import sharing
from vacancies.drafting.rules.draft import Criterion, Duty
from vacancies.drafting.rules.field import LONGEST
from vacancies.drafting.rules.fields import FIELDS, Draft
from vacancies.drafting.rules.sharing import (
    CHOSEN,
    edited,
    finds_in,
    main_area,
    shared_texts,
    shared_words,
    with_choices,
    without_name,
)

DRAFT = Draft(
    title="Librarian",
    opens_on=date(2027, 5, 4),
    duties=(Duty(7, "Searches", group="Evidence"), Duty(8, "Teaches")),
    criteria=(Criterion(5, "skills", True, "Can search", (), (7, 8)),),
)

ASSESSED = replace(
    DRAFT, criteria=(Criterion(5, "skills", True, "Can search", ("interview",), (7,)),)
)


@dataclass(frozen=True)
class Part:
    """A part within a duty that nobody listed."""

    id: int
    words: str
    more: tuple[str, ...]


NewDuty = make_dataclass(
    "NewDuty",
    [("note", str, ""), ("parts", tuple[Part, ...], ())],
    bases=(Duty,),
    frozen=True,
)
NewDraft = make_dataclass(
    "NewDraft",
    [("motto", str, ""), ("duties", tuple[NewDuty, ...], ()), ("contact", Part | None, None)],
    bases=(Draft,),
    frozen=True,
)
PARTS = ("words", "more")
KINDS = {"today": Draft, "with new fields": NewDraft}
PLACES = [(kind, place) for kind in KINDS.values() for place in text_places(kind)]


def place_of(case):
    return case if isinstance(case, str) else case.__name__


def test_the_walk_meets_every_kind_of_text():
    assert {"title", "decides", "duties.group", "criteria.text"} <= set(text_places())
    new = set(text_places(NewDraft)) - set(text_places())
    within = {f"{where}.{part}" for where in ("duties.parts", "contact") for part in PARTS}
    assert new == {"motto", "duties.note", *within}


@each("kind, place", PLACES)
def test_what_nobody_edited_never_passes_with_personal_data(kind, place):
    copies = {private: edited(with_text(place, private, kind), {}) for private in PRIVATE}
    assert [private for private, copy in copies.items() if private in texts_in(copy)] == []


@each("kind, place", PLACES)
def test_every_text_is_offered_to_be_edited_and_shown(kind, place):
    draft = with_text(place, "Somebody’s words", kind)
    assert "Somebody’s words" in [text.text for text in shared_words(draft)]
    typed = "Somebody’s words" in [text.text for text in shared_texts(draft)]
    assert typed is not (place.rpartition(".")[2] in CHOSEN or place in OWN)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_text_that_is_edited_is_the_one_of_the_copy(kind):
    draft = filled(kind, lambda place: place)
    texts = {text.name: f"Edited {text.name}" for text in shared_texts(draft)}
    assert len(texts) == len(shared_texts(draft))
    assert set(texts.values()) <= set(texts_in(edited(draft, texts)))


OWN = {one.name for one in FIELDS if not one.shared}
TYPED = [one for one in FIELDS if one.kind in LONGEST and one.shared]


@pytest.mark.parametrize("listed", TYPED, ids=lambda one: one.name)
def test_a_text_that_the_registry_forgot_is_still_screened(monkeypatch, listed):
    left = {one.name: one for one in FIELDS if one != listed}
    monkeypatch.setattr(sharing, "FIELDS", tuple(left.values()))
    monkeypatch.setattr(sharing, "BY_NAME", left)
    draft = with_text(listed.name, "Ask Mrs Jane Pemberton on 01632 960 123")
    assert listed.name in [text.name for text in shared_texts(draft)]
    assert getattr(edited(draft, {}), listed.name) == ""


def test_what_is_for_nobody_else_is_neither_offered_nor_copied(monkeypatch):
    own = tuple(replace(one, shared=one.name != "place") for one in FIELDS)
    monkeypatch.setattr(sharing, "FIELDS", own)
    draft = Draft(title="Librarian", place="Northfield")
    assert [text.name for text in shared_texts(draft)] == ["title"]
    assert edited(draft, {"place": "Northfield"}) == Draft(title="Librarian")


def test_a_kind_of_value_that_cannot_be_screened_is_not_shared():
    with pytest.raises(TypeError, match="place"):
        edited(Draft(place={"a": "b"}), {})


def test_a_chosen_part_holds_nothing_but_our_words():
    draft = filled(Draft, lambda place: "ours" if place.endswith("area") else "theirs")
    copy = with_choices(draft, lambda _, slug: slug if slug == "ours" else "")
    assert (copy.band, copy.profile, copy.contract) == ("", "", "")
    assert (copy.duties[0].area, copy.criteria[0].category) == ("ours", "")
    assert copy.criteria[0].assessed_by == ()
    assert copy.purpose == "theirs"


def test_every_text_has_a_name():
    assert [text.name for text in shared_texts(DRAFT)] == [
        "title",
        "duty_1",
        "duty_1_group",
        "duty_2",
        "criterion_1",
    ]


def test_every_text_says_which_it_is():
    draft = replace(DRAFT, reports_to="Head of Library Services")
    assert [text.label for text in shared_texts(draft)] == [
        "Job title",
        "Reports to",
        "Duty 1",
        "Group of duty 1",
        "Duty 2",
        "Criterion 1",
    ]
    chosen = replace(DRAFT, duties=(Duty(7, "Searches", area="research"),))
    (shown,) = (one for one in shared_words(chosen) if one.text == "research")
    assert (shown.name, shown.label) == ("duty_1_area", "Area of duty 1")
    assert "Assessed by of criterion 1 1" in [one.label for one in shared_words(ASSESSED)]


def test_what_is_shown_of_numbers_is_as_people_write_them_and_nothing_empty():
    shown = shared_words(replace(DRAFT, hours=Decimal("37.50"), band=""))
    assert "37.5" in [one.text for one in shown if one.name == "hours"]
    assert all(one.text for one in shown)


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


@each(
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


def test_a_name_alone_is_not_shared_where_a_post_belongs():
    copy = edited(replace(DRAFT, reports_to="Bo Larsen", supervises="Volunteers"), {})
    assert (copy.reports_to, copy.supervises) == ("", "Volunteers")


def test_a_first_name_by_itself_is_found_in_any_text():
    assert [find.text for find in finds_in("duty_1", "Ask Priya about the rota")] == ["Priya"]


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


@each(
    "text, expected",
    [
        ("At the Northfield NHS Trust we care.", "At our Trust we care."),
        (
            "NORTHFIELD  nhs trust cares. Northfield NHS Trust learns",
            "Our Trust cares. Our Trust learns",
        ),
        ("Who are we? Northfield NHS Trust!", "Who are we? Our Trust!"),
        ("Welcome! Northfield NHS Trust cares", "Welcome! Our Trust cares"),
        ("Welcome\nNorthfield NHS Trust cares", "Welcome\nOur Trust cares"),
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
