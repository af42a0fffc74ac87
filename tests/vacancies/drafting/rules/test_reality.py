"""What a post does now, and the factors that the words hint at."""

from tests.each import each
from vacancies.drafting.rules.draft import Duty
from vacancies.drafting.rules.reality import CHANGED, GONE, STILL, Answer, compare
from vacancies.profiles.rules.factor_words import factors_touched, hints
from vacancies.profiles.rules.loading import scheme

SHELVES = Duty(1, "Shelves returned stock")
TEACHES = Duty(2, "Teaches staff to search")


def codes(texts):
    return [touched.factor for touched in factors_touched(texts)]


def test_every_factor_has_one_entry_with_an_id_of_its_own():
    assert [hint.factor for hint in hints()] == [factor.code for factor in scheme().factors]
    assert len({hint.id for hint in hints()}) == len(hints())


@each(
    "text, factor",
    [
        ("Negotiates with suppliers", "F1"),
        ("Plans the rota", "F4"),
        ("Sees patients at the bedside", "F6"),
        ("Writes the lending policy", "F7"),
        ("Signs invoices", "F8"),
        ("Looks after the petty  cash", "F8"),
        ("Line manages two assistants", "F9"),
        ("Configures the library management system", "F10"),
        ("Runs the user survey", "F11"),
        ("Opens up alone", "F12"),
        ("Draws up the rota", "F4"),
        ("Travels between sites", "F16"),
    ],
)
def test_words_hint_at_a_factor(text, factor):
    assert factor in codes([text])


@each(
    "text",
    [
        "",
        "Sits at the desk",
        "Borders and planes",
        "A deplaned ward",
        "Help staff and students every day",
        "Review the stock",
        "Works every evening",
        "Takes part in the rota",
        "Issue and return stock",
        "Serve guideline groups",
        "Sort books in order to help the police",
        "Carry out fundamental changes at present",
        "Work across the organisation, with patience, and drive improvement",
        "Find what teams need to decide on care",
    ],
)
def test_other_words_are_silent(text):
    assert codes([text]) == []


def test_the_words_found_are_named_once():
    (found,) = factors_touched(["Teaches nurses, teaches doctors, negotiates"])
    assert found.words == ("teaches", "negotiates")
    assert found.factor == {hint.id: hint.factor for hint in hints()}[found.hint]


def test_each_text_is_read_to_its_ends():
    assert factors_touched(["Teaches", "negotiates"]) == factors_touched(["Teaches, negotiates"])


def test_a_duty_still_done_touches_nothing():
    found = compare([Answer(TEACHES, STILL)], "")
    assert not found.differs
    assert found.touched == ()


def test_work_gone_changed_and_new_touches_factors():
    found = compare(
        [Answer(SHELVES, GONE), Answer(TEACHES, CHANGED, "Leads the training programme")],
        " - Signs invoices\n\n* Answers e-mail\n",
    )
    assert found.differs
    assert found.new == ("Signs invoices", "Answers e-mail")
    assert [answer.duty for answer in found.gone] == [SHELVES]
    assert [touched.factor for touched in found.touched] == ["F1", "F8", "F12", "F13"]


def test_personal_data_in_what_was_typed_is_found():
    found = compare([Answer(TEACHES, CHANGED, "Mr Jones does it")], "Mails to a.b@nhs.net")
    assert [find.kind for find in found.finds] == ["name", "email address"]
    assert compare([Answer(TEACHES, STILL)], "Orders stock").finds == ()
