"""What an advert opens with, its length and its statement on equality."""

from tests.each import each
from tests.vacancies.rulebook.report import hits
from vacancies.rulebook.check import check


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("You are the trainee of the desk.", [""]),
        ("The library is near the train station.", [""]),
        ("You will deliver training to staff.", [""]),
        ("word " * 100 + "We will train you.", [""]),
        ("We will train you.", []),
        ("You will learn how a library works.", []),
        ("There is a chance to shadow others.", []),
        ("We support your development.", []),
        ("We pay for a course in your first year.", []),
        ("You can gain a diploma here.", []),
        ("We teach you what you need.", []),
        ("You will be coached by the head.", []),
        ("There is room to grow.", []),
        ("You teach readers how to search.", [""]),
        ("You will run courses.", [""]),
        ("You coach students of nursing.", [""]),
        ("The post is in the Learning and Development directorate.", [""]),
        ("You will lead staff development.", [""]),
        ("You answer for the development of the library service.", [""]),
        ("You will support workforce training.", [""]),
    ],
)
def test_development_not_early(text, found):
    assert hits("D10", text, "advert") == found


@each(
    "text, place",
    [
        ("We are an NHS Foundation Trust serving Northfield.", "Foundation Trust serving"),
        ("Northfield is one of the largest Trusts in England.", "one of the largest"),
        ("The Trust employs over 9,000 staff.", "employs over"),
    ],
)
def test_opens_with_boilerplate_fires(text, place):
    assert hits("D11", text, "advert")[:1] == [place]


@each(
    "text",
    [
        "You will help staff find evidence.",
        "You will help staff. " * 20 + "We are one of the largest Trusts.",
        "",
    ],
)
def test_opens_with_boilerplate_stays_silent(text):
    assert hits("D11", text, "advert") == []


def test_opens_with_boilerplate_a_job_description_may_open_so():
    assert hits("D11", "Northfield is one of the largest Trusts.", "jd") == []


@each(
    "text, is_found",
    [
        (
            "Northfield Hospitals NHS Trust has three sites and looks after people in two towns.",
            True,
        ),
        ("The University of Northfield was founded to teach the nurses of the north.", True),
        ("Our hospital library is open all night and needs a friendly person like you.", False),
        ("You will work in a Trust that has three sites in two towns and one library.", False),
        ("Northfield NHS Trust, Northfield", False),
    ],
)
def test_opens_with_boilerplate_a_first_sentence_about_the_employer(text, is_found):
    assert hits("D11", text, "advert") == [text] * is_found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("We are an equal opportunities employer.", [""]),
        ("We welcome applications from people of the global majority.", []),
        ("People from under-represented groups can join our staff network.", []),
        ("We are Disability Confident.", []),
        ("Disabled applicants who meet the criteria are sure of an interview.", []),
        ("We would especially like to hear from people of colour, who are few in our team.", []),
        ("Names are taken off before we read your application.", []),
        ("Our workforce includes few Black colleagues, and we want to change that.", []),
        ("We welcome applications from veterans.", []),
        ("We welcome applications from everybody.", [""]),
        ("We are an inclusive employer.", [""]),
        (
            "We treat applicants alike whatever their age, sex, disability, race, religion or "
            "belief.",
            [""],
        ),
        ("You teach carers and parents of patients.", [""]),
        ("We would love to hear from you.", [""]),
    ],
)
def test_specific_equality_missing(text, found):
    assert hits("D14", text, "advert") == found


@each(
    "text, found",
    [
        ("You will run the desk.", [""]),
        ("word " * 149, [""]),
        ("word " * 751, [""]),
        ("word " * 150, []),
        ("word " * 750, []),
    ],
)
def test_advert_length(text, found):
    assert hits("D15", text, "advert") == found


def test_advert_length_gives_the_number_in_words():
    messages = [f.message for f in check("You run the desk.", "advert").findings if f.rule == "D15"]
    assert messages == ["Your advert has 4 words. Aim for 300 to 750."]
