"""Pay, hours, contract and place."""

from dataclasses import replace
from datetime import date

from kls_portal.reference.dated import DatedFact, FactTable
from tests.each import each
from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check
from vacancies.rulebook.figures import full_time_hours, full_week


@each(
    "text, found",
    [
        ("You will run the desk. Band 5.", [""]),
        ("You will run a budget of £250,000.", [""]),
        ("You will get a voucher worth £25.50.", [""]),
        ("You raise income of at least £60,000 a year.", [""]),
        ("Band 5, £29,970 to £36,483 a year. You run the desk.", []),
        ("We pay £12.50 an hour.", []),
        ("Pay: £29970.", []),
    ],
)
def test_pay_missing(text, found):
    assert hits("D1", text, "advert") == found


@each(
    "text, found",
    [
        ("This is a part-time post. Pay: £29,970 to £36,483 pro rata.", ["part-time"]),
        ("You work 22.5 hours a week. Pay: £29,970.", ["22.5 hours"]),
        ("You work 34.5 hours a week. Pay: £29,970.", ["34.5 hours"]),
        ("This is a part-time post. £29,970 a year full time, £17,982 for your hours.", []),
        ("You work 37.5 hours a week. Pay: £29,970.", []),
        ("This is a full-time post of 36 hours a week. Pay: £29,970.", []),
        ("Full or part-time. Pay: £29,970.", []),
        ("We consider part-time working. Pay: £29,970.", []),
        ("The library is open 12 hours a day. Pay: £29,970.", []),
        ("The post is 0.6 WTE. Pay: £29,970.", ["0.6 WTE"]),
        ("We are five people, two of them part time. Pay: £29,970.", []),
        ("You manage two part-time assistants. Pay: £29,970.", []),
        ("We are glad to talk about part-time hours. Pay: £29,970.", []),
        ("The reading room is open 30 hours a week. Pay: £29,970.", []),
        ("A full-time position of 35 hours a week. Pay: £30,000.", []),
        ("A full-time post of 30 hours a week. Pay: £30,000.", []),
        ("36 hours a week. Pay: £30,000 a year.", []),
        ("20 hours a week, paid at £13.20 an hour.", []),
        ("30 hours a week. Pay: £30,000, the full-time salary.", ["30 hours"]),
        ("Full time or part time, 30 hours a week. Pay: £30,000.", ["30 hours"]),
        ("A post of 37.5 hours (1.0 WTE). Pay: £29,970.", []),
        ("The post is 60% FTE. Pay: £29,970.", ["60% FTE"]),
        ("Hours per week: 15\nPay: £29,970.", [""]),
    ],
)
def test_pro_rata_missing(text, found):
    assert hits("D2", text, "advert") == found


@each("pay, severity", [("£29,970", "must"), ("£29,970 a year pro rata", "should")])
def test_pay_that_is_said_to_be_pro_rata_weighs_less(pay, severity):
    report = check(f"You work 22.5 hours a week. Pay: {pay}.", "advert")
    assert [one.severity for one in report.findings if one.rule == "D2"] == [severity]


def test_pro_rata_missing_no_pay_at_all_is_shown_by_both_rules_at_their_own_places():
    found = check("This is a part-time post at the hospital.", "advert").findings
    assert {finding.rule for finding in found} >= {"D1", "D2"}


@each(
    "text, found",
    [
        ("We pay travel expenses only within the UK.", []),
        ("There is no pay gap in our team.", []),
        ("There is no salary sacrifice.", []),
        ("This is a voluntary role at the desk.", ["voluntary role"]),
        ("The post is unpaid.", ["The post is unpaid"]),
        ("Volunteers needed for our library.", ["Volunteers needed"]),
        ("An unpaid placement for students.", ["unpaid placement"]),
        ("You will look after volunteers.", []),
        ("You will support placement students.", []),
        ("You can take unpaid leave.", []),
        ("This is not a voluntary role.", []),
        ("We work with voluntary organisations.", []),
    ],
)
def test_unpaid_post(text, found):
    assert hits("D19", text, "advert") == found


NOVEMBER = date(2026, 11, 28)


SCOTLAND = "NHS Lothian, Scotland\n\n"


def places(text: str, today: date = NOVEMBER, nation: str = "") -> list[str]:
    found = check(text, "advert", today=today, nation=nation).findings
    return [one.excerpt for one in found if one.rule == "T2"]


@each(
    "text, found",
    [
        ("Band 5, £31,049 to £37,796 a year", ["£31,049 to £37,796"]),
        ("Band 2: £24,465", ["£24,465"]),
        ("Band 6 38682", ["38682"]),
        ("AfC Band 6: £38 682 - £46 580 pa", ["£38 682 - £46 580"]),
        ("GBP 38,682 rising to 46,580 p.a.", ["GBP 38,682 rising to 46,580"]),
        ("38682-46580 per annum pro rata", ["38682-46580"]),
        ("Band 5, £31,049 to £39,043 a year", ["£31,049 to £39,043"]),
        ("We lend 38,682 books. Reference: 38682", []),
        ("Band 6, £40,823 a year", ["£40,823"]),
        ("Band 5, £32,073 to £39,043 a year", []),
        ("Pay of £30,000 to £34,000 a year", []),
        ("37.5 hours a week, full time", []),
        (f"{SCOTLAND}37.5 hours a week, full time", ["37.5 hours"]),
        (f"{SCOTLAND}36 hours a week, full time", []),
        (f"{SCOTLAND}£33,247 to £41,424 a year", ["£33,247 to £41,424"]),
        (f"{SCOTLAND}£34,494 to £42,978 a year", []),
        ("Band 5, £38k", ["£38k"]),
        ("Salary: £31-38k", ["£31-38k"]),
        ("Pay\n31k to 38k a year", ["31k to 38k"]),
        ("Band 5, £31,000 to £37,800", ["£31,000 to £37,800"]),
        ("£15.88 - £19.33 ph", ["£15.88 - £19.33"]),
        ("Band 5, hourly rate 15.92 an hour", ["15.92"]),
        ("Band 6, £19.45 an hour", ["£19.45"]),
        ("Band 5: £2,587.42 a month", ["£2,587.42"]),
        ("£2587 pcm", ["£2587"]),
        ("Band 3, £478 a week", ["£478"]),
        ("Band 5, £32k to £39k, £16.40 an hour, £2,672.75 a month", []),
        ("Salary: £30k to £34k", []),
        ("Salary: £37k", []),
        ("A £38k refurbishment. You lend 38k books. Parking is £1.20 an hour. Band 5", []),
        ("Band 5, £1,200 a month for travel", []),
        ("Band 5\nSalary: £20,710 - £26,839", ["£20,710 - £26,839"]),
        (f"{SCOTLAND}Band 7\nSalary: £31,383 - £41,373", ["£31,383 - £41,373"]),
        ("Band 5, 30 hours a week\nSalary: £24,000 - £26,839", []),
        ("Band 5, 30 hours a week\nSalary: £24,000 - £26,839 pro rata", ["£24,000 - £26,839"]),
        ("Band 5, 22.5 hours\nPay: £19,244 pro rata (full time £32,073)", []),
    ],
)
def test_pay_or_hours_of_last_year_in_november_2026(text, found):
    assert places(text) == found


def test_pay_or_hours_of_last_year_nothing_is_old_before_its_day():
    assert places("£31,049 to £37,796", date(2026, 3, 31)) == []
    assert places(f"{SCOTLAND}37.5 hours a week", date(2026, 3, 31)) == []


def test_pay_or_hours_of_last_year_the_nation_may_be_known_from_elsewhere():
    assert places("37.5 hours a week", nation="SCT") == ["37.5 hours"]
    assert places("£31,049 to £37,796 a year", nation="WLS") == []
    assert places("£31,049 to £37,796 a year", nation="ENG") == ["£31,049 to £37,796"]
    assert places("£34,494 to £42,978 a year", nation="ENG") == ["£34,494 to £42,978"]
    assert places("£32,073 to £39,043 a year", nation="SCT") == ["£32,073 to £39,043"]
    assert places("£34,494 to £42,978 a year", nation="WLS") == places("£34,494 to £42,978") == []


def test_pay_or_hours_of_last_year_that_are_years_old_are_a_must():
    found = check("Band 5, £29,970 a year, then £27,055 a year", today=NOVEMBER).findings
    assert [one.severity for one in found if one.rule == "T2"] == ["should", "must"]
    assert places("Band 6\nSalary: £25,783 - £34,530", nation="NIR") == ["£25,783 - £34,530"]


def test_pay_or_hours_of_last_year_are_those_of_the_facts_given():
    week = DatedFact("full-time-hours", "", "35", nations=("SCT",))
    text = f"{SCOTLAND}37 hours a week"
    assert full_time_hours("SCT", NOVEMBER, FactTable.of([week])) == 35
    due = FactTable.of([replace(week, review_by=NOVEMBER)])
    assert full_time_hours("SCT", NOVEMBER, due) is None
    assert full_week("SCT", NOVEMBER, due) == full_week("", NOVEMBER)
    found = check(text, "advert", facts=FactTable.of([week])).findings
    assert "35" in next(one.message for one in found if one.rule == "T2")
