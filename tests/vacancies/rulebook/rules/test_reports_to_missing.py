"""B7: nobody the post reports to."""

import pytest

from tests.vacancies.rulebook.report import duties, hits

RULE = "B7"


@pytest.mark.parametrize(
    "duty",
    [
        "Run the desk",
        "Write reports to the board each month",
        "Send monthly reports to the library manager",
        "Act as line manager of two assistants",
        "Explain the service to readers",
    ],
)
def test_fires_once(duty):
    assert hits(RULE, duties(duty)) == [""]


@pytest.mark.parametrize(
    "line",
    [
        "Reports to: Library Manager",
        "You report to the Library Manager.",
        "Responsible to the Head of Service.",
        "Accountable to: Library Manager",
        "Line manager: Library Manager",
        "The post is managed by the Library Manager.",
        "Your line manager is the Librarian.",
    ],
)
def test_stays_silent(line):
    assert hits(RULE, f"{line}\n\n{duties('Run the desk')}") == []


def test_is_not_asked_of_adverts_and_letterheads():
    assert hits(RULE, "Librarian wanted. You will run the desk.", "advert") == []
    assert hits(RULE, "Northfield NHS Foundation Trust, Library, Hospital Road") == []
