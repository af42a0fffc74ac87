"""Pay by band, point and year, for the hours of a post; what was not read is a gap."""

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from tests.pages import Page
from vacancies.checks.rules.advert import pay_missing
from vacancies.checks.vacancy_file import VacancyFile
from vacancies.drafting.rules.advert import Advert, shipped_limits
from vacancies.drafting.rules.fields import Draft
from vacancies.models import Vacancy
from vacancies.posts.pay import PayRange, PostPay
from vacancies.posts.services import pay_of
from vacancies.recruiting.exports.advert import ready_texts

NOW = PayRange("5", "2026/27", (32073, 34592, 39043))
TODAY = date(2026, 11, 28)


def post(**values):
    return PostPay("5", "England", NOW, Decimal("37.5"), **values)


def test_pay_for_fewer_hours_is_to_the_nearest_pound():
    assert post(hours=Decimal("30")).pro_rata == "£25,658 to £31,234 a year"
    assert post(hours=Decimal("37.5")).pro_rata == post(hours=None).pro_rata == ""
    one = PayRange("2", "2026/27", (25272,))
    assert one.for_share(Decimal("0.5")) == "£12,636 a year"


@each(
    "typed, nation, told",
    [
        ("£31,049 to £37,796 a year", "ENG", True),
        ("£32,073 to £39,043 a year", "ENG", False),
        ("31,049 to 37,796 pounds", "ENG", True),
        ("AfC Band 5: £31,049", "ENG", True),
        ("£24,839 to £30,237 for 30 hours", "ENG", True),
        ("£38k", "ENG", True),
        ("£15.88 an hour", "ENG", True),
        ("£31,049 to £37,796 a year", "WLS", False),
        ("Negotiable", "ENG", False),
    ],
)
def test_a_draft_with_last_years_pay_is_told(typed, nation, told):
    advert = Advert(overview="Join us", pay=typed)
    pay = post(hours=Decimal("30"))
    found = list(pay_missing(VacancyFile(Draft(band="5"), TODAY, advert, nation=nation, pay=pay)))
    assert [(one.finding.rule, one.place.field) for one in found] == [("D1", "pay")] * told
    assert all("2025/26" in one.finding.message for one in found)
    assert all(NOW.words in one.finding.message for one in found)


@each(
    "nation, other, typed",
    [("ENG", "Scotland", "£34,494"), ("SCT", "England", "£32,073 to £39,043")],
)
def test_a_draft_with_another_nations_pay_is_told(nation, other, typed):
    advert = Advert(overview="Join us", pay=typed)
    (one,) = pay_missing(VacancyFile(Draft(band="5"), TODAY, advert, nation=nation))
    assert other in one.finding.message


def test_last_years_pay_of_the_hours_alone_is_told_at_its_field():
    advert = Advert(overview="Join us", pay=NOW.words, pay_pro_rata="£24,839 to £30,237 a year")
    pay = post(hours=Decimal("30"))
    (one,) = pay_missing(VacancyFile(Draft(band="5"), TODAY, advert, pay=pay))
    assert one.place.field == "pay_pro_rata"
    assert pay.pro_rata in one.finding.message


@pytest.fixture
def paid(people, reference_data):
    def make(nation="ENG", band="5", hours=None, **more):
        type(people.northfield).objects.filter(pk=people.northfield.pk).update(nation=nation)
        people.northfield.refresh_from_db()
        return Vacancy.objects.create(
            title="Librarian", organisation=people.northfield, created_by=people.manager,
            band=band, hours=hours, **more,
        )  # fmt: skip

    return make


@pytest.mark.parametrize(
    ("band", "day", "points"),
    [
        ("5", TODAY, (32073, 34592, 39043)),
        ("8a", date(2026, 4, 1), (57528, 64750)),
        ("2", TODAY, (25272, 25272)),
        ("6", date(2026, 3, 31), (38682, 40823, 46580)),
    ],
)
def test_the_points_of_a_day_are_those_of_its_pay_year(paid, band, day, points):
    known = pay_of(paid(band=band), day)
    assert known.now.points == points
    assert (f"£{points[1]:,}," in known.hint) == (len(points) > 2)


def test_the_pay_of_scotland_is_shown_as_far_as_it_was_read(paid):
    assert pay_of(paid(nation="SCT"), TODAY).full == "£34,494 to £42,978 a year"


@pytest.mark.parametrize(
    ("nation", "band", "day"),
    [
        ("SCT", "6", TODAY),
        ("NIR", "5", TODAY),
        ("WLS", "5", TODAY),
        ("ENG", "8d", TODAY),
        ("ENG", "5", date(2027, 4, 1)),
    ],
    ids=["Scotland", "Northern Ireland", "Wales", "not confirmed", "next pay year"],
)
def test_what_was_not_read_is_a_gap_and_said(paid, nation, band, day):
    found = pay_of(paid(nation=nation, band=band), day)
    assert (found.now, found.full, found.pro_rata) == (None, "", "")
    assert f"band {band}" in found.gap
    assert found.hint == found.gap
    (told,) = pay_missing(VacancyFile(Draft(band=band), day, Advert(overview="Join us"), pay=found))
    assert found.gap in told.finding.message
    (ready, *_) = ready_texts(Draft(band=band), Advert(), "Northfield", shipped_limits(), found)
    assert any(found.gap in one for one in ready.missing)


@pytest.mark.parametrize(
    ("nation", "day", "hours"),
    [
        ("ENG", TODAY, "37.5"),
        ("NIR", TODAY, "37.5"),
        ("WLS", TODAY, "37.5"),
        ("SCT", date(2026, 4, 1), "36"),
        ("SCT", date(2026, 3, 31), "37"),
    ],
)
def test_a_full_week_is_dated_by_nation(paid, nation, day, hours):
    assert pay_of(paid(nation=nation), day).full_time == Decimal(hours)


def test_the_advert_and_the_pack_have_the_pay_of_the_band(paid, as_manager):
    vacancy = paid(hours=Decimal("30"))
    page = Page(as_manager.get(f"/vacancies/{vacancy.pk}/advert/"))
    assert "£32,073 to £39,043" in page.text("main")
    pack = as_manager.get(f"/vacancies/{vacancy.pk}/nhs-jobs/").content.decode()
    assert "£32,073 to £39,043 a year full time, £25,658 to £31,234 a year for these hours" in pack
