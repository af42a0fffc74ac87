"""The dates of an advert."""

from tests.each import each
from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("Closing the library at 8pm is part of the job.", [""]),
        ("You help with closing the library on 24 December.", [""]),
        ("The library closes on 24 December each year.", [""]),
        ("Closing date: to be confirmed.", [""]),
        ("Closing date: 10 July 2026.", []),
        ("Closing date:\t10/07/2026", []),
        ("Please apply by Friday 3rd July.", []),
        ("The advert closes on 3 July.", []),
        ("Applications must reach us by July 10.", []),
        ("Closes: 3 July 2026", []),
        ("Closes\n3 July 2026", []),
        ("Closing date\n\n10 July 2026", []),
        ("Closing date:\r\nFriday 10 July 2026", []),
        ("Deadline for applications: midnight on 3 July 2026.", []),
        ("Send your form by midnight on Sunday 8 March 2026.", []),
        ("Applications are due by 3 July.", []),
        ("The last day to apply is 3 July.", []),
        ("The vacancy is open from 3 to 14 August 2026.", []),
        ("Applications close at noon on 5 June 2026.", []),
        ("You have until 5 June to apply.", []),
        ("You finish each report by 3 July.", [""]),
        ("The desk is open until 8pm.", [""]),
        ("Send in the statistics on time.", [""]),
        ("Last date for receipt of applications: 12 July 2026", []),
        ("Closes: midnight on Sunday 12 July 2026", []),
        ("Applications must be with us by 5pm on 12 July 2026.", []),
        ("Completed application forms to be received by 12 noon on 12 July", []),
        ("The post will be advertised until 12 July 2026", []),
        ("We cannot consider applications that arrive after 12 July", []),
        ("Dyddiad cau: 12-Jul-2026", []),
        ("12 July 2026 is the closing date.", []),
        ("Letters to the editor go out on 12 July.", [""]),
        ("Closing date: midday, Fri. 4th December 2026", []),
        ("Closing date: Friday 4th  December", []),
        ("• Closing date\n• 12 March 2027", []),
        ("* Closing date\n\n* Friday 12 March 2027", []),
        ("Closing date\t12 March 2027", []),
        ("To apply, send a CV and covering letter to the address below by 12 March 2027.", []),
    ],
)
def test_closing_date_missing(text, found):
    assert hits("D4", text, "advert") == found


@each(
    "text, found",
    [
        ("Advert opens: 1 March 2026. Closing date: 8 March 2026.", [""]),
        ("Advert opens: 10 July 2026. Closing date: 27 July 2026.", [""]),
        ("Opening date: 14/12/2026. Closing date: 31/12/2026.", [""]),
        ("Posted on 28 December. Closing date: 3 January.", [""]),
        ("Advert opens: 1 March 2026. Closing date: 15 March 2026.", []),
        ("Advert opens: 1 July 2026. Closing date: 22 July 2026.", []),
        ("Closing date: 8 March 2026.", []),
        ("Advert opens: 31 February 2026. Closing date: 8 March 2026.", []),
        ("Advert opens: 9 March 2026. Closing date: 8 March 2026.", []),
        ("The vacancy is open from 3 to 14 August 2026.", [""]),
        ("This advert went live on 20 July 2026. Apply by 4 August 2026.", [""]),
        ("Opens 3 March 2026. Closes 25 March 2026.", []),
        ("Apply between 3 March and 9 March 2026.", [""]),
        ("Apply from 3 to 20 March 2026.", []),
    ],
)
def test_short_time_to_apply(text, found):
    assert hits("D5", text, "advert") == found


def test_short_time_to_apply_gives_the_days_in_words():
    text = "Advert opens: 1 March 2026. Closing date: 8 March 2026."
    messages = [f.message for f in check(text, "advert").findings if f.rule == "D5"]
    assert messages == ["People have 7 days to apply. Give them at least 14."]


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("Interviews will be held soon.", [""]),
        ("You carry out reference interviews. The post starts in the autumn.", [""]),
        ("Interviews are on 21 July 2026.", []),
        ("Interview date:\n21 July", []),
        ("We expect to interview in the week of 20 July.", []),
        ("Interview date\n\n21 July 2026", []),
        ("21 July: interviews at the library.", []),
        ("We hope to see people on 20 or 22 October.", []),
        ("The selection day is 4 May 2026.", []),
        ("We will meet candidates on Monday 4 May.", []),
        ("You see readers every day in May.", [""]),
        ("You meet suppliers on 4 May.", [""]),
    ],
)
def test_interview_date_missing(text, found):
    assert hits("D6", text, "advert") == found


@each(
    "text, places",
    [
        ("Closing date: Monday 3 May 2027", ["3 May 2027"]),
        ("Closing date: 25 December 2026", ["25 December 2026"]),
        ("Closing date: Sunday 10 January 2027", ["10 January 2027"]),
        ("NHS Lothian, Scotland\n\nClosing date: 30 November 2026", ["30 November 2026"]),
        ("Closing date: 30 November 2026", []),
        ("Closing date: 4 May 2027", []),
        ("Closing date: 25/12", ["25/12"]),
        ("The library is closed on 25 December 2026.", []),
    ],
)
def test_days_not_worked_the_day_the_advert_closes(text, places):
    assert hits("D24", text, "advert") == places


@each(
    "text, places",
    [
        ("Interviews: Saturday 9 January 2027", ["9 January 2027"]),
        ("We interview on 25 Dec '26.", ["25 Dec '26"]),
        ("HSC Trust, Belfast\n\nInterview date: 12 July 2027", ["12 July 2027"]),
        ("Interview date: 12 July 2027", []),
        ("Interviews: Saturday 9 January", ["9 January"]),
    ],
)
def test_interviews_on_a_day_not_worked(text, places):
    assert hits("D23", text, "advert") == places


@each(
    "text, places",
    [
        ("Interviews: Wednesday 10/02/2026", ["Wednesday 10/02/2026"]),
        ("Closes on Tues, 16th December 2026.", ["Tues, 16th December 2026"]),
        ("Interviews on 10 February 2026 (Wednesday).", ["10 February 2026 (Wednesday"]),
        ("Interviews: Tuesday 10/02/2026", []),
        ("Apply by Weds 10 Dec. 2026", ["Weds 10 Dec. 2026"]),
        ("Closes on Tues 4th Dec 26 at noon", ["Tues 4th Dec 26"]),
        ("Closes on Fri 4 Dec at 23.59 or Tues 4 Dec 23:59", ["Tues 4 Dec"]),
        ("Closes on Wednesday 16 December 2026.", []),
        ("Interviews on Wednesday 10 February", []),
        ("Open on Sunday, 31 February 2026", ["31 February 2026"]),
        ("Closes on 29 February; interviews on 12/31/2026", []),
        ("Apply by 30 June 2032.\nInterviews are planned for 28 June 2032.", ["28 June 2032"]),
        ("Closing date: 20 December 2026. Interviews: 8 January", []),
        ("Closing date: 8 April 2032. The contract will end on 31 March 2032.", ["31 March 2032"]),
        ("Closing date: 8 April 2032. The contract will end on 31 March 2033.", []),
        ("The post is a secondment to 31 March 2020.", ["31 March 2020"]),
        ("The post is a secondment to 31 March 2090.", []),
        ("Closing date: 8 April 2022.", ["8 April 2022"]),
        ("- **Closing date:** 2026-11-27T23:59:00.000Z", ["2026-11-27"]),
        ("Closing date: 28 November 2026.", []),
    ],
)
def test_weekday_and_date_day_and_date(text, places):
    assert hits("D25", text, "advert") == places
