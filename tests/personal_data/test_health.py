"""Free text of a plan: what is refused, what is asked about, what stays silent."""

from kls_portal.personal_data.sensitive_matches import personal_matches, sensitive_matches
from tests.each import each


@each(
    "text, refused",
    [
        ("See NHS number 943 476 5919", True),
        ("Ring 01632 960001", False),
        ("Write to a.b@example.org", False),
        ("Ask how the medication works", False),
        ("She is pregnant", False),
        ("Dyslexic", False),
        ("Plan around her sick note", False),
        ("He has been off sick", False),
        ("Back after a stroke", False),
        ("He lives with HIV", False),
    ],
)
def test_what_is_found(text, refused):
    (found,) = sensitive_matches(text)
    assert found.refused is refused
    assert found.sentence.endswith(".")


@each(
    "text",
    [
        "",
        "Meet Dr Jane Smith and the cats",
        "Explain breaks, leave and sickness absence",
        "Say who to ask for help, including employee assistance and wellbeing",
        "Explain the operation of the self-service desk, and the injury book",
        "Band 5, 37.5 hours, 4 January 2027",
    ],
)
def test_what_stays_silent(text):
    assert sensitive_matches(text) == ()


def test_the_same_word_is_said_once():
    assert len(sensitive_matches("Asthma, asthma and ASTHMA")) == 1


def test_two_words_with_capitals_are_a_name_only_where_posts_belong():
    people = "Line manager: Wei Chen & Bo Larsen"
    assert [find.kind for find in personal_matches(people, posts=True)] == ["name"] * 2
    assert [find.kind for find in personal_matches(people)] == ["name"]
