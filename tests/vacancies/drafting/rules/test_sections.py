"""Each lack is named when something is missing and stays silent when it is there."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from vacancies.drafting.rules.draft import Criterion, Duty, essential_first, share_sentence
from vacancies.drafting.rules.fields import Draft
from vacancies.drafting.rules.sections import QUOTED_LENGTH, sections, shortened
from vacancies.posts.rules import UNPAID

CRITERION = Criterion(1, "skills", True, "Plans a search", ("interview",), (1,))
COMPLETE = Draft(
    title="Librarian",
    band="5",
    profile="ILL-LIB-5",
    hours=Decimal("37.5"),
    contract="permanent",
    place="Northfield",
    flexible_working="Two days at home",
    opens_on=date(2027, 1, 4),
    closes_on=date(2027, 1, 25),
    interview_on=date(2027, 2, 8),
    starts_on=date(2027, 5, 4),
    about_organisation="We care for people.",
    purpose=" ".join(["word"] * 30),
    reports_to="Service manager",
    supervises="Nobody",
    decides="How to plan a search.",
    duties=tuple(Duty(number, f"Does thing {number}") for number in range(1, 7)),
    criteria=(CRITERION,),
)


def missing(draft: Draft, slug: str) -> tuple[str, ...]:
    return next(section.missing for section in sections(draft) if section.slug == slug)


def test_a_complete_draft_lacks_nothing():
    assert {section.status for section in sections(COMPLETE)} == {"complete"}


def test_an_empty_draft_is_not_started():
    found = sections(Draft())
    assert {section.status for section in found} == {"not-started"}
    assert all(section.missing for section in found)


@each(
    "slug, change, sentence",
    [
        ("post", {"title": ""}, "Enter the job title."),
        ("post", {"band": ""}, "Choose the band you expect."),
        ("post", {"profile": ""}, "Choose a profile to compare with."),
        ("post", {"hours": None}, "Enter the hours a week."),
        ("post", {"contract": ""}, "Choose the type of contract."),
        ("post", {"contract": "fixed-term"}, "Say how long the contract lasts."),
        ("post", {"contract": "secondment"}, "Say how long the contract lasts."),
        ("post", {"place": ""}, "Say where the job is based."),
        (
            "post",
            {"flexible_working": ""},
            "Say what flexibility there is, and that people can ask for more.",
        ),
        ("dates", {"opens_on": None}, "Enter the date the advert opens."),
        ("dates", {"closes_on": None}, "Add a closing date."),
        ("dates", {"interview_on": None}, "Add the interview date."),
        ("dates", {"starts_on": None}, "Enter the start date you want."),
        (
            "purpose",
            {"about_organisation": ""},
            "Say what your organisation is for, and its values.",
        ),
        ("purpose", {"purpose": ""}, "Add a purpose of 20 to 80 words."),
        ("purpose", {"purpose": "Too short"}, "Your purpose has 2 words. Aim for 20 to 80."),
        ("purpose", {"purpose": "w " * 81}, "Your purpose has 81 words. Aim for 20 to 80."),
        ("purpose", {"reports_to": ""}, "Say who the post reports to."),
        (
            "purpose",
            {"supervises": ""},
            "Say who the post supervises, or that it supervises nobody.",
        ),
        ("purpose", {"decides": ""}, "Say what the person decides alone and when they check."),
        ("duties", {"duties": ()}, "You list no duties. Aim for about 6 to 12."),
        ("duties", {"duties": (Duty(1, "x"),)}, "You list 1 duty. Aim for about 6 to 12."),
        (
            "duties",
            {"duties": tuple(Duty(n, "x") for n in range(16))},
            "You list 16 duties. Aim for about 6 to 12.",
        ),
        ("person-specification", {"criteria": ()}, "Add the criteria that people must meet."),
        (
            "person-specification",
            {"criteria": (replace(CRITERION, essential=False),)},
            "Mark at least one criterion as essential.",
        ),
        (
            "person-specification",
            {"criteria": (replace(CRITERION, assessed_by=()),)},
            "Say how you will assess “Plans a search”.",
        ),
        (
            "person-specification",
            {"criteria": (replace(CRITERION, duties=()),)},
            "No duty needs “Plans a search”. Link it or remove it.",
        ),
        (
            "person-specification",
            {"criteria": (replace(CRITERION, duties=()),) * 14},
            "No duty needs 14 essential criteria. Link each to a duty or remove it.",
        ),
    ],
)
def test_a_lack_is_named_alone_in_words(slug, change, sentence):
    assert missing(replace(COMPLETE, **change), slug) == (sentence,)


@each(
    "slug, change",
    [
        ("post", {"contract": "fixed-term", "contract_length": "12 months"}),
        ("purpose", {"purpose": "w " * 20}),
        ("purpose", {"purpose": "w " * 80}),
        ("duties", {"duties": tuple(Duty(n, "x") for n in range(5))}),
        ("duties", {"duties": tuple(Duty(n, "x") for n in range(15))}),
        (
            "person-specification",
            {"criteria": (CRITERION, replace(CRITERION, id=2, essential=False, duties=()))},
        ),
    ],
)
def test_the_edge_of_a_lack_is_silent(slug, change):
    assert missing(replace(COMPLETE, **change), slug) == ()


def test_a_started_section_is_incomplete():
    found = {section.slug: section.status for section in sections(Draft(title="Librarian"))}
    assert found["post"] == "incomplete"
    assert found["dates"] == "not-started"


@given(st.text())
def test_shortened_is_one_line_of_limited_length(text):
    short = shortened(text)
    assert len(short) <= QUOTED_LENGTH
    assert len(short.splitlines()) <= 1


def test_shortened_cuts_at_a_word():
    assert shortened("one two three", 9) == "one two…"
    assert shortened("x" * 70) == "x" * 59 + "…"


def advice(draft: Draft) -> tuple[str, ...]:
    return next(section.advice for section in sections(draft) if section.slug == "duties")


def test_duties_without_an_area_are_advised_and_still_complete():
    (said,) = advice(COMPLETE)
    assert said.startswith("6 ")
    tagged = tuple(replace(duty, area="research") for duty in COMPLETE.duties)
    assert advice(replace(COMPLETE, duties=tagged)) == ()
    one = (*tagged[1:], COMPLETE.duties[0])
    (said,) = advice(replace(COMPLETE, duties=one))
    assert said.startswith("1 ")


def test_no_duties_get_no_advice():
    assert advice(Draft()) == ()


def test_shares_that_come_to_too_much_are_advised():
    duties = tuple(replace(duty, area="research", share=20) for duty in COMPLETE.duties)
    assert advice(replace(COMPLETE, duties=duties)) == (share_sentence(duties),)
    assert share_sentence(duties)


@each("route", sorted(UNPAID))
def test_an_unpaid_route_needs_neither_band_nor_profile(route):
    assert missing(replace(COMPLETE, contract=route, band="", profile=""), "post") == ()


def test_essential_criteria_come_first_and_each_level_keeps_its_order():
    levels = (False, True, False, True)
    rows = [Criterion(number, "skills", level, "") for number, level in enumerate(levels)]
    assert [row.id for row in essential_first(rows)] == [1, 3, 0, 2]
