"""What a plan lacks: each rule fires and stays silent."""

from datetime import date
from decimal import Decimal

from tests.vacancies.recruiting.rules.adverts import NHS_JOBS, choice, plan
from vacancies.recruiting.rules.advert_plan import (
    CASE,
    CHANNELS,
    CHOICE,
    AdvertPlan,
    plan_points,
    plan_rules,
)

PAID = {"cost": Decimal(400), "cost_code": "LIB1"}
DATES = {"opens_on": date(2027, 1, 11), "closes_on": date(2027, 1, 29)}


def rules(found: AdvertPlan) -> list[str]:
    return [point.rule for point in plan_points(found)]


def test_a_plan_nobody_has_begun_lacks_nothing():
    assert plan_points(AdvertPlan()) == ()


def test_pl3_without_a_channel_beyond_the_nhs():
    assert rules(plan()) == ["PL3"]
    point = plan_points(plan())[0]
    assert (point.severity, point.remedy.page) == ("should", CHANNELS)
    assert point.sentence == plan_rules()["PL3"].text
    assert rules(plan(choice())) == []


def test_pl6_without_nhs_jobs():
    assert rules(AdvertPlan(choices=(choice(),))) == ["PL6"]
    assert rules(AdvertPlan(choices=(choice(),), is_unpaid=True)) == []
    assert rules(plan(choice())) == []


def test_pl4_paid_without_the_case():
    paid = choice("Journal", **PAID)
    found = plan_points(plan(paid))
    assert [(point.rule, point.remedy.page) for point in found] == [("PL4", CASE)]
    assert found[0].sentence.startswith("Journal ")
    assert rules(plan(paid, reasons="  ")) == ["PL4"]
    assert rules(plan(paid, reasons="Two rounds without applicants.")) == []


def test_pl4_names_every_paid_channel():
    paid = [choice("A", 1, **PAID), choice("B", 2, **PAID), choice("C", 3, **PAID)]
    assert plan_points(plan(*paid))[0].sentence.startswith("A, B or C ")


def test_pl4_paid_without_cost_or_code():
    always = choice("Journal", 4, paid=True)
    found = plan_points(plan(always, reasons="Hard."))
    assert [(point.remedy.page, point.remedy.row) for point in found] == [(CHOICE, 4)]
    by_cost = choice("LinkedIn", 5, cost=Decimal("1"))
    (less,) = plan_points(plan(by_cost, reasons="Hard."))
    assert (less.rule, less.remedy.row) == ("PL4", 5)
    less, more = less.remedy.words, found[0].remedy.words
    assert len(less) < len(more), "only what is missing is asked for"
    assert rules(plan(choice("LinkedIn", cost=Decimal(0)))) == []


def test_pl7_appears_after_the_closing_date():
    late = choice(send_on=date(2027, 1, 29))
    assert rules(plan(late, **DATES)) == ["PL7"]
    assert rules(plan(choice(send_on=date(2027, 1, 28)), **DATES)) == []
    assert rules(plan(late)) == []


def test_dates_keep_to_the_bank_holidays_of_the_nation():
    # 4 January 2027 is a working day in England and a bank holiday in Scotland.
    england = plan(choice(), opens_on=date(2027, 1, 7))
    scotland = plan(choice(), opens_on=date(2027, 1, 7), nation="SCT")
    assert (england.ready_by, scotland.ready_by) == (date(2027, 1, 4), date(2026, 12, 31))


def test_the_plan_knows_its_longest_lead_and_when_texts_are_ready():
    found = plan(choice("Journal", lead_days=7, **PAID), reasons="Hard.", **DATES)
    assert found.longest.name == "Journal"
    assert found.ready_by == date(2026, 12, 30)
    assert found.total == Decimal(400)
    assert plan().ready_by is None
    assert AdvertPlan().ready_by is None
    assert found.send_by(NHS_JOBS.channel) == date(2027, 1, 6)
