"""The ten questions: their lines, and what looks like a password."""

import pytest

from vacancies.models import HandoverAnswers
from vacancies.retention.rules.handover import QUESTIONS, lines_of, looks_like_password


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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
