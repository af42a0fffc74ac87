"""Which facts an advert does not give: contract, hours, place, and how long the contract lasts."""

import re

from tests.each import each
from vacancies.rulebook.check import check


def missing(text: str) -> str:
    """Return what rule D3 names as missing, or ""."""
    found = [one for one in check(text, "advert").findings if one.rule == "D3"]
    assert [one.excerpt for one in found] in ([], [""])
    return re.sub(r".*: (.*)\.$", r"\1", found[0].message) if found else ""


@each(
    "text",
    [
        "Permanent, 37.5 hours a week. Based at Hill Hospital.",
        "Fixed term for 12 months, full time. Based at Hill Hospital.",
        "Secondment until the end of March, 20 hours. Location: Hill House.",
        (
            "Maternity leave cover until 31 January 2027, 37½ hours a week, St Anne's Hospital, "
            "Kelby."
        ),
        "Location: Canal Wharf\nHours: 30 per week\nContract: fixed term, ending 30 June 2028",
        "Seconded for nine months, whole-time. Our base is Hill House.",
        "Until 31 March 2028, three days a week, home based.",
        "12 month FTC, half time, in the heart of Leeds.",
        "The post is for two years, annualised hours. Campus: Heath Park",
        "Fixed term until the post holder returns, 37.5 awr. Base: Hill House",
        "Contract type\nPermanent\nHours\n30\nDuty station\nBangor",
        "Permanent. Thirty hours a week, across two sites.",
        "Permanent, 20 hours, at HMP Northfield, Nottinghamshire.",
        "Permanent, 20 hours, at Northfield, Yorkshire.",
        "You would work 22 and a half hours at Redmoor General. The job is a permanent one.",
        "A twelve-month secondment, Monday to Friday, 9 to 5, at our Education Centre.",
        "Outreach Librarian, St Brannock’s. Hours 37.5 pw. Indefinite contract.",
        "Contract length: 18 months. 18.75 hours. The library is on the second floor.",
        "A full-time, permanent job shared between sites in Leeds and Bradford.",
        "Work wherever you like: you need never come to an office. 30 hours, no end date.",
        "Graduate trainee, one year from September, 37 hours a week, Ashby Medical Library.",
        "Library assistant on the bank, as and when needed, at Northfield Hospital.",
        "Permanent. The equivalent of 4 days. You will be in Truro most days.",
        "16 hours. This post has no fixed end. Longfield Community Hospital, Longfield.",
        "Come and work with us in Exeter. It is a permanent, full-time role.",
        "A two-year post, three days weekly, hybrid between home and Harrow campus.",
        "Permanent, 18.5 hours, in our Stroud library.",
        "Evidence Officer, 28 hours over four days, permanent, Skipton.",
        "An initial contract of 18 months, four evenings a week. We are in Ripon, by the weir.",
        "The job ends on 30 June 2028. 25 hpw across the Selby and Goole sites.",
        "Interim post to 31 August 2027, six-hour shifts, by the sea in Morecambe.",
        "Fixed term until Easter. Working week: 37.5. Shared between the Truro and Looe libraries",
        "Two-year training post, Tuesday to Thursday, at any of our hospitals in Rutland.",
        "For the length of the project, to 3 May 2028. Hours by agreement, up to 30. Base: Ely",
        "Contract: Permanent\nHours: 20\nBase: Ely\nOthers here have fixed term posts.",
    ],
)
def test_an_advert_with_every_fact_is_silent(text):
    assert missing(text) == ""


@each(
    "text, facts",
    [
        ("You will run the desk.", "contract type, hours, place"),
        ("Permanent. You will run the desk at the hospital.", "hours"),
        ("Permanent, 30 hours a week. You will run the desk.", "place"),
        ("Fixed term, full time. Based at the hospital.", "length of the contract"),
        ("Permanent, 30 hours a week, at a Trust of three hospitals.", "place"),
        ("Permanent, 30 hours. Northfield Hospitals NHS Trust.", "place"),
        ("Work a few hours a month at Hill House.", "contract type, hours"),
        ("Fixed term at £26,000 a year, full time, Hill House.", "length of the contract"),
        ("Permanent, part-time, based at Northfield.", "hours"),
        ("Permanent. Our opening hours are 8am to 6pm. Hill House.", "hours"),
        ("Permanent. You give 24 hours notice of leave. Hill House.", "hours"),
        ("Permanent. You answer requests within 48 hours. Hill House.", "hours"),
        ("Permanent. The library is open 24 hours a day. Hill House.", "hours"),
        ("Full time, Hill House. We support a permanent staff of nine.", "contract type"),
        ("15 hours, Hill House. You help permanent and temporary staff.", "contract type"),
        ("Permanent, 30 hours. You remotely support users of other sites.", "place"),
        ("Permanent, 30 hours. You use Word, Excel.", "place"),
        ("Permanent, 30 hours. Join our Digital team.", "place"),
        (
            "Fixed term, 25 hours, Hill House. At least one year is welcome.",
            "length of the contract",
        ),
        (
            "Secondment, 25 hours, Hill House. You need two years of experience.",
            "length of the contract",
        ),
        ("Secondment, 25 hours, Hill House. Training takes two weeks.", "length of the contract"),
    ],
)
def test_an_advert_is_told_what_it_does_not_say(text, facts):
    assert missing(text) == facts
