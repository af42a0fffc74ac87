"""The whole draft to read and print."""

import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.pages import Page
from tests.vacancies.conftest import make_criterion
from tests.vacancies.typed import ODD_TEXT, shown
from vacancies.drafting.services.ordered import add_duty
from vacancies.models import Vacancy

WRITTEN = (
    "contract_length",
    "place",
    "flexible_working",
    "about_organisation",
    "purpose",
    "reports_to",
    "supervises",
    "decides",
)


def address(vacancy):
    return reverse("vacancies:draft_detail", args=[vacancy.pk])


def write(vacancy, **values):
    Vacancy.objects.filter(pk=vacancy.pk).update(**values)


def test_draft_detail_shows_everything_written(vacancy, criterion, duties, as_manager):
    make_criterion(
        vacancy, "Has worked in a hospital", essential=False, assessed_by=["application", "task"]
    )
    write(
        vacancy,
        band="5",
        hours=Decimal("22.5"),
        contract="fixed-term",
        **{name: f"What {name} says" for name in WRITTEN},
    )
    page = as_manager.get(address(vacancy)).content.decode()
    for text in (
        "Northfield NHS Trust",
        "Band 5",
        ">22.5<",
        "Fixed term",
        *(f"What {name} says" for name in WRITTEN),
        *(duty.text for duty in duties),
        "Can plan a search",
        "Application form, assessment task",
    ):
        assert text in page
    essential, desirable = page.index("Essential criteria"), page.index("Desirable criteria")
    assert essential < page.index("Can plan a search") < desirable
    assert desirable < page.index("Has worked in a hospital")


def test_draft_detail_shows_no_markup_of_any_field(vacancy, as_manager):
    write(vacancy, title=ODD_TEXT, **dict.fromkeys(WRITTEN, ODD_TEXT))
    add_duty(vacancy=vacancy, text=ODD_TEXT, key=uuid.uuid4())
    make_criterion(vacancy, ODD_TEXT)
    response = as_manager.get(address(vacancy))
    assert response.status_code == 200
    assert shown(response.content.decode(), ODD_TEXT)


@pytest.mark.parametrize(
    ("hours", "words"), [("40", "40"), ("30.00", "30"), ("37.5", "37.5"), ("18.75", "18.75")]
)
def test_draft_detail_writes_hours_as_people_do(vacancy, as_manager, hours, words):
    write(vacancy, hours=Decimal(hours))
    assert f">{words}<" in as_manager.get(address(vacancy)).content.decode()
    post = reverse("vacancies:post_edit", args=[vacancy.pk])
    assert Page(as_manager.get(post)).value("hours") == words


def test_draft_detail_says_what_is_open(vacancy, as_manager):
    unfinished = as_manager.get(address(vacancy)).context["unfinished"]
    assert [section.slug for section in unfinished] == [
        "post",
        "dates",
        "purpose",
        "duties",
        "person-specification",
    ]


def test_draft_detail_of_a_complete_draft_says_nothing_is_open(vacancy, as_manager, reference_data):
    from vacancies.models import Profile

    for number in range(6):
        duty = add_duty(vacancy=vacancy, text=f"Does task {number}", key=uuid.uuid4())
    make_criterion(vacancy, "Can do them", duties=[duty])
    write(
        vacancy,
        band="5",
        profile=Profile.objects.get(code="ILL-LIB-5"),
        hours=Decimal("37.5"),
        contract="permanent",
        opens_on="2027-01-04",
        closes_on="2027-01-25",
        interview_on="2027-02-08",
        starts_on="2027-05-03",
        **dict.fromkeys(WRITTEN, "a word " * 12),
    )
    shown = as_manager.get(address(vacancy))
    assert [*shown.context["unfinished"]] == []
    assert Page(shown).all(".nhsuk-inset-text") == []


def test_draft_detail_says_who_decides_the_band_in_words(vacancy, as_manager):
    write(vacancy, band="7")
    assert "A matching panel decides it." in as_manager.get(address(vacancy)).content.decode()


def test_draft_detail_asks_the_same_for_a_short_and_a_long_draft(
    vacancy, criterion, duties, as_manager, django_assert_num_queries
):
    as_manager.get(address(vacancy))  # what editors corrected is stored from now on
    with CaptureQueriesContext(connection) as short:
        as_manager.get(address(vacancy))
    for number in range(15):
        duty = add_duty(vacancy=vacancy, text=f"Duty {number}", key=uuid.uuid4())
        make_criterion(vacancy, f"Criterion {number}", duties=[duty])
    assert len(short) <= 10
    with django_assert_num_queries(len(short)):
        as_manager.get(address(vacancy))
