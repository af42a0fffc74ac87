"""The ten questions: the lines of answers, and the detection of passwords."""

from datetime import date

from tests.each import each
from vacancies.models import HandoverAnswers
from vacancies.retention.rules.handover import QUESTIONS, day_in, lines_of, looks_like_password


def test_there_are_ten_questions_and_each_is_stored():
    assert len(QUESTIONS) == 10
    stored = {field.name for field in HandoverAnswers._meta.fields}
    assert {question.id for question in QUESTIONS} <= stored


def test_each_line_counts_once_without_its_bullet():
    found = lines_of(
        {"beyond": "- Runs the archive\n\n  Runs the archive\n• Teaches", "rules": " "}
    )
    assert [line.text for line in found] == ["Runs the archive", "Teaches"]
    assert found[0].id == "beyond:Runs the archive"


def test_a_line_says_which_task_it_may_become():
    (line,) = lines_of({"access": "Safe: key with the site team"})
    assert line.task_words.endswith(": Safe: key with the site team")


@each(
    "text, day",
    [
        ("BMJ Best Practice: renew by 31 March", "2027-03-31"),
        ("Licence ends on the 1st of Dec", "2026-12-01"),
        ("Return due 31/3/2028, then yearly", "2028-03-31"),
        ("Return due 5.1.27", "2027-01-05"),
        ("Renew on 2027-02-09", "2027-02-09"),
        ("Stock check, March 3rd", "2027-03-03"),
        ("February doctors’ induction", "2027-02-01"),
        ("Figures by the end of February 2028", "2028-02-29"),
        ("Survey in November", "2026-11-28"),
        ("Contract of 31 March 2025", None),
        ("Runs to 30 June 2027, give notice by 31/3/2027", "2027-03-31"),
        ("Renewed 1 April 2024, due 2 May 2027 and 3 February 2027", "2027-02-03"),
        ("Ask for 12 licences by 31 March 12 weeks ahead", "2027-03-31"),
        ("May be late; they march on", None),
        ("31/31/2027 and 2027-13-01", None),
        ("Call 1.5 times, at 10.30 or 24/7", None),
        ("Room 3, 20 users", None),
    ],
)
def test_a_line_names_its_day(text, day):
    found = day_in(text, date(2026, 11, 28))
    assert found == (date.fromisoformat(day) if day else None)


@each(
    "text",
    [
        "password: Summer27",
        "The PIN is 4711",
        "Passwords = hunter2",
        "pass word is x9!",
        "The password for Ovid is Summer27",
        "Ovid password – hunter2",
        "password Summer27",
        "PIN 4711",
        "Door code: 1234",
        "The alarm code is 4711",
        "pw: letmein",
        "user admin, pass: Summer27",
    ],
)
def test_what_gives_a_password_away_is_found(text):
    assert looks_like_password(text)


@each(
    "text",
    [
        "The password is kept in the safe",
        "Passwords are with the IT help desk",
        "Password: in the sealed envelope",
        "Ask IT for a new password.",
        "We opinion: none",
        "Password: see the blue folder",
        "Passwords: the team lead has them",
        "The password for Ovid is known to the team lead",
        "Boarding pass: none. Pass the key on",
    ],
)
def test_the_place_of_a_password_stays(text):
    assert looks_like_password(text) == ""
